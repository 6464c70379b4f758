//! Steps and roles as two tables beside each other, which come back without loss.

use super::{TextSource, Written, WrittenFile};
use crate::exchange::{write_roles, write_steps};

/// The table of steps, and beside it that of roles: in the words of the format, the same in every
/// language.
pub(super) fn csv(source: &TextSource<'_>) -> Written {
    let scenario = source.scenario;
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
