//! Why a figure is what it is: the arithmetic with the blueprint's own numbers, as codes.
//!
//! These are asked for one by one, of a finished analysis; where its numbers are not enough they ask
//! the parts below again. No part knows them.

pub(in crate::analysis) mod bound;
pub(in crate::analysis) mod by_key;
pub(in crate::analysis) mod experience;
pub(in crate::analysis) mod forks;
pub(in crate::analysis) mod labour;
pub(in crate::analysis) mod money;
pub(in crate::analysis) mod needs;
pub(in crate::analysis) mod parts;
pub(in crate::analysis) mod pools;
pub(in crate::analysis) mod times;
pub(in crate::analysis) mod waits;
