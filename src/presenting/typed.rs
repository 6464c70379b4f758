//! Digits on their way to a number.

/// What was typed so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Typed(String);

impl Typed {
    /// More digits than this name no stop, count and value.
    const MOST: usize = 6;

    pub fn push(&mut self, digit: u8) {
        if self.0.len() < Self::MOST {
            self.0.push(char::from(b'0' + digit.min(9)));
        }
    }

    pub fn text(&self) -> &str {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn erase_last(&mut self) {
        self.0.pop();
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The number, which leaves nothing typed.
    pub fn take(&mut self) -> Option<u32> {
        std::mem::take(&mut self.0).parse().ok()
    }
}
