//! Steps and roles as two tables beside each other, which come back without loss.

use super::{Written, WrittenFile};
use crate::blueprint::Scenario;
use crate::exchange::{write_roles, write_steps};

/// The table of steps, and beside it that of roles.
pub(super) fn csv(scenario: &Scenario) -> Written {
    let (steps, roles) = (write_steps(scenario), write_roles(scenario));
    Written {
        files: vec![
            WrittenFile { beside: "", ending: None, bytes: steps.text.into_bytes() },
            WrittenFile { beside: "-roles", ending: None, bytes: roles.text.into_bytes() },
        ],
        missing: Vec::new(),
        renamed: [steps.renamed, roles.renamed].concat(),
    }
}
