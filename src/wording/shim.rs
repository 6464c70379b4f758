//! To be replaced.
#![allow(missing_docs)]
use super::Wording;
impl Wording {
    pub fn decode_error(&self, e: &crate::storage::DecodeError) -> String {
        e.to_string()
    }
    pub fn open_error(&self, e: &crate::storage::OpenError) -> String {
        e.to_string()
    }
    pub fn save_error(&self, e: &crate::storage::SaveError) -> String {
        e.to_string()
    }
    pub fn table_errors(&self, e: &crate::exchange::TableErrors) -> String {
        format!("{e:?}")
    }
}
