//! A tableau with as long numbers as it needs: what does not fit is done again with longer ones, from the same
//! basis. A tableau is a function of its basis, so that the length changes no answer.

use num_bigint::BigInt;

use super::entry::{Entry, Overflow};
use super::guess::guess;
use super::scaled::{Bounds, Scaled};
use super::simplex::Outcome;
use super::tableau::Tableau;

#[derive(Clone, Debug)]
pub(super) enum Tier {
    Short(Tableau<i64>),
    Middle(Tableau<i128>),
    Long(Tableau<BigInt>),
}

/// Something that is asked of a tableau of any length.
pub(super) trait Question {
    type Reply;

    fn ask<T: Entry>(&self, tableau: &Tableau<T>, scaled: &Scaled)
    -> Result<Self::Reply, Overflow>;
}

/// Something that is done with a tableau of any length.
pub(super) trait Change {
    type Reply;

    fn make<T: Entry>(&self, tableau: &mut Tableau<T>) -> Result<Self::Reply, Overflow>;
}

/// A basis, with the bounds that it was for.
#[derive(Clone, Debug)]
pub(super) struct Basis {
    pub(super) basic: Vec<usize>,
    pub(super) at_most: Vec<usize>,
    pub(super) bounds: Vec<Bounds>,
}

impl Basis {
    fn of<T: Entry>(tableau: &Tableau<T>) -> Self {
        let (basic, at_most) = (tableau.basic.clone(), tableau.standing_at_most());
        Self { basic, at_most, bounds: tableau.bounds() }
    }

    pub(super) fn tableau<T: Entry>(&self, scaled: &Scaled) -> Result<Tableau<T>, Overflow> {
        let mut tableau = Tableau::new(scaled, &self.bounds)?;
        tableau.go_to(&self.basic, &self.at_most)?;
        Ok(tableau)
    }
}

impl Tier {
    /// At a basis, in the shortest numbers that hold it.
    pub(super) fn at(scaled: &Scaled, basis: &Basis) -> Self {
        if let Ok(tableau) = basis.tableau(scaled) {
            return Self::Short(tableau);
        }
        Self::middle(scaled, basis)
    }

    fn middle(scaled: &Scaled, basis: &Basis) -> Self {
        match basis.tableau(scaled) {
            Ok(tableau) => Self::Middle(tableau),
            Err(Overflow) => Self::long(scaled, basis),
        }
    }

    fn long(scaled: &Scaled, basis: &Basis) -> Self {
        let tableau = basis.tableau(scaled);
        // Numbers of any length do not overflow.
        Self::Long(tableau.unwrap_or_else(|Overflow| unreachable!("long numbers overflow")))
    }

    /// At a basis that is probably the best.
    pub(super) fn guessed(scaled: &Scaled) -> Self {
        let bounds = scaled.bounds.clone();
        let basis = match guess(scaled) {
            Some(guess) => Basis { basic: guess.basic, at_most: guess.at_most, bounds },
            None => Basis { basic: Vec::new(), at_most: Vec::new(), bounds },
        };
        Self::at(scaled, &basis)
    }

    pub(super) fn basis(&self) -> Basis {
        match self {
            Self::Short(tableau) => Basis::of(tableau),
            Self::Middle(tableau) => Basis::of(tableau),
            Self::Long(tableau) => Basis::of(tableau),
        }
    }

    /// Least and most of a variable.
    pub(super) fn bound(&self, variable: usize) -> Bounds {
        match self {
            Self::Short(tableau) => tableau.bounds_of(variable),
            Self::Middle(tableau) => tableau.bounds_of(variable),
            Self::Long(tableau) => tableau.bounds_of(variable),
        }
    }

    fn widen(&mut self, scaled: &Scaled) {
        let basis = self.basis();
        *self = match self {
            Self::Short(_) => Self::middle(scaled, &basis),
            Self::Middle(_) | Self::Long(_) => Self::long(scaled, &basis),
        };
    }

    pub(super) fn ask<Q: Question>(&mut self, scaled: &Scaled, question: &Q) -> Q::Reply {
        loop {
            let reply = match self {
                Self::Short(tableau) => question.ask(tableau, scaled),
                Self::Middle(tableau) => question.ask(tableau, scaled),
                Self::Long(tableau) => question.ask(tableau, scaled),
            };
            match reply {
                Ok(reply) => return reply,
                Err(Overflow) => self.widen(scaled),
            }
        }
    }

    /// Makes a change that can be made again from wherever it stopped.
    pub(super) fn change<C: Change>(&mut self, scaled: &Scaled, change: &C) -> C::Reply {
        loop {
            let reply = match self {
                Self::Short(tableau) => change.make(tableau),
                Self::Middle(tableau) => change.make(tableau),
                Self::Long(tableau) => change.make(tableau),
            };
            match reply {
                Ok(reply) => return reply,
                Err(Overflow) => self.widen(scaled),
            }
        }
    }
}

/// Goes to the best basis.
pub(super) struct Optimise;

impl Change for Optimise {
    type Reply = Outcome;

    fn make<T: Entry>(&self, tableau: &mut Tableau<T>) -> Result<Outcome, Overflow> {
        tableau.optimise()
    }
}
