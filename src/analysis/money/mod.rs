//! Money: what people cost, what a customer costs and leaves, and what slow work does to it.
//!
//! `labour` is paid time against time at work, `cost` the cost and profit by what is paid by the
//! hour, `execution` what the time at work alone costs (Shostack 1984); `cost_structure` and
//! `profit` are asked for one by one.
//!
//! # What always holds
//!
//! - Amounts are in the currency of the file, per customer or per hour as their names say.
//! - The parts of a price add up to it without rest (`the_price_is_divided_without_rest`).
//! - Slower work never leaves more (`slower_work_never_leaves_more`).
//! - A figure that needs a price, the cost per hour of staff or a demand that is not there says so.
//!   Equipment and rooms without a cost per hour cost nothing, as does a step without material.
//!
//! It knows nothing of waits; of the customer's way it takes the time as it is.

pub(in crate::analysis) mod cost;
pub(in crate::analysis) mod cost_structure;
pub(in crate::analysis) mod execution;
pub(in crate::analysis) mod labour;
pub(in crate::analysis) mod profit;
pub(in crate::analysis) mod rates;
