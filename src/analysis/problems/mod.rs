//! Problems that only figures tell: of single steps and roles (`found`), and of steps in a row
//! that one person does (`stays`).

pub(in crate::analysis) mod found;
pub(in crate::analysis) mod stays;
