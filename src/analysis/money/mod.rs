//! Money: what people cost, what a customer costs and leaves, and what slow work does to it.

pub(in crate::analysis) mod cost;
pub(in crate::analysis) mod cost_structure;
pub(in crate::analysis) mod execution;
pub(in crate::analysis) mod labour;
pub(in crate::analysis) mod profit;
pub(in crate::analysis) mod rates;
