//! What customers see of the service: time on either side of each line, contacts, hand-offs, and
//! what the time is worth.

pub(in crate::analysis) mod crossings;
pub(in crate::analysis) mod figures;
pub(in crate::analysis) mod hand_offs;
pub(in crate::analysis) mod value;
pub(in crate::analysis) mod work_time;
