//! Redesign: scenarios compared, changes suggested, jobs grouped anew.

mod puzzle;
mod search;
