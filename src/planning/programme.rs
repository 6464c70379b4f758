//! A whole-number programme as the solver takes it. What it answers is taken as a proposal.

use microlp::{
    ComparisonOp, OptimizationDirection, Problem, SolveOptions, TerminationReason, Variable,
};

use super::column::{Column, Refusal};

/// Nodes between two questions whether the answer is still wanted.
const SLICE: u64 = 256;

/// The least Σ weights × counts that covers a need.
pub(super) struct Programme<'a> {
    need: &'a [u32],
    columns: &'a [Column],
    weights: &'a [u32],
    /// What another such sum is at most.
    limit: Option<(&'a [u32], u64)>,
}

/// What a search found.
pub(super) struct Found {
    /// How many by each column.
    pub(super) counts: Vec<u32>,
    /// No sum is less; `None` where that is not known.
    pub(super) at_least: Option<f64>,
}

impl<'a> Programme<'a> {
    pub(super) fn new(need: &'a [u32], columns: &'a [Column], weights: &'a [u32]) -> Self {
        Self { need, columns, weights, limit: None }
    }

    /// The same where another sum may not be more.
    pub(super) fn at_most(self, weights: &'a [u32], most: u64) -> Self {
        Self { limit: Some((weights, most)), ..self }
    }

    /// The least sum if counts could be divided; `None` where the solver fails.
    pub(super) fn relaxation(&self) -> Option<f64> {
        let outcome = self.problem(false).0.solve().ok()?;
        outcome.is_optimal().then(|| outcome.solution().map(microlp::Solution::objective)).flatten()
    }

    /// Branch and bound from a plan that covers the need, through so many nodes; nothing where the solver
    /// fails.
    pub(super) fn search(
        &self,
        start: &[u32],
        nodes: u64,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Option<Found>, Refusal> {
        let (problem, variables) = self.problem(true);
        let mut options = SolveOptions::default();
        options.node_limit = Some(SLICE);
        options.mip_gap = self.below_one(start);
        let counts = start.iter().map(|count| f64::from(*count));
        options.warm_start = Some(variables.iter().copied().zip(counts).collect());
        let mut outcome = problem.solve_with(options).ok();
        while let Some(so_far) = outcome.take() {
            if cancelled() {
                return Err(Refusal::Cancelled);
            }
            let is_cut = so_far.termination_reason() == TerminationReason::NodeLimit;
            if !is_cut || so_far.stats().nodes_solved >= nodes {
                outcome = Some(so_far);
                break;
            }
            outcome = so_far.resume().ok();
        }
        let Some(outcome) = outcome else { return Ok(None) };
        let Some(solution) = outcome.solution() else { return Ok(None) };
        let count = |variable: &Variable| {
            let value = solution.var_value(*variable).round().clamp(0.0, f64::from(u32::MAX));
            // Whole and in range.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let value = value as u32;
            value
        };
        let at_least = match outcome.termination_reason() {
            TerminationReason::ProvenOptimal => Some(solution.objective()),
            _ => outcome.stats().best_bound,
        };
        Ok(Some(Found { counts: variables.iter().map(count).collect(), at_least }))
    }

    /// The part of a sum below which nothing is left to find: sums are whole numbers.
    fn below_one(&self, start: &[u32]) -> f64 {
        let sum = self.weights.iter().zip(start);
        let sum: f64 = sum.map(|(weight, count)| f64::from(*weight) * f64::from(*count)).sum();
        (1.0 - 1e-3) / sum.max(1.0)
    }

    fn problem(&self, whole: bool) -> (Problem, Vec<Variable>) {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let mut of_slot = vec![Vec::new(); self.need.len()];
        let mut variables = Vec::with_capacity(self.columns.len());
        for (column, weight) in self.columns.iter().zip(self.weights) {
            // Nobody is of use beyond the highest need that a column covers.
            let most = column.covers().iter().map(|slot| self.need[*slot]).max().unwrap_or(0);
            let weight = f64::from(*weight);
            let variable = if whole {
                problem.add_integer_var(weight, (0, i32::try_from(most).unwrap_or(i32::MAX)))
            } else {
                problem.add_var(weight, (0.0, f64::INFINITY))
            };
            column.covers().iter().for_each(|slot| of_slot[*slot].push((variable, 1.0)));
            variables.push(variable);
        }
        for (terms, need) in of_slot.iter().zip(self.need).filter(|(_, need)| **need > 0) {
            problem.add_constraint(terms.as_slice(), ComparisonOp::Ge, f64::from(*need));
        }
        if let Some((weights, most)) = self.limit {
            let terms = variables.iter().zip(weights).filter(|(_, weight)| **weight > 0);
            let terms: Vec<(Variable, f64)> =
                terms.map(|(variable, weight)| (*variable, f64::from(*weight))).collect();
            if !terms.is_empty() {
                problem.add_constraint(terms.as_slice(), ComparisonOp::Le, most as f64);
            }
        }
        (problem, variables)
    }
}
