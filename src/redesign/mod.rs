//! Redesign: scenarios compared, changes suggested, jobs grouped anew.

mod suggestions;

pub use suggestions::{
    Ask, Automation, Heuristic, Kept, Outlook, Promise, Proposal, Subject, Suggestion, Target,
    TradeOff, automated, suggestions,
};
