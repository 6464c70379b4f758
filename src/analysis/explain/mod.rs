//! Why a figure is what it is: the arithmetic with the blueprint's own numbers, as codes.
//!
//! [`by_key::explain`] gives the [`super::Derivation`] of a figure, [`bound::bound_reason`] what
//! makes it a bound. Both are asked for one by one, of a finished analysis; where its numbers are
//! not enough they ask the parts below again. No part knows them.
//!
//! # What always holds
//!
//! - Every figure has a derivation; one without a value says what it lacks.
//! - A derivation has finite numbers and ends in its figure (`check_explained` in
//!   `tests/figures/laws.rs`).
//! - Explaining changes no figure and is no part of an analysis: an edit costs nothing for it.

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
