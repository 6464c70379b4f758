//! What several people said in copies of one blueprint, in one file.
//!
//! The comments and reviews of both copies are kept, whatever happened to them. The model is that of the copy
//! that changed it; where both did, that of the first, and it is said, with exit code 1.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::{BLUEPRINT_HAS_ERRORS, FINE, Stop, open, open_with_comments, say};
use crate::storage::{self, NotSaved, Replace};
use crate::versions::is_one_lineage;
use crate::wording::Wording;

/// What can be asked of a merge.
#[derive(Debug, Args)]
pub struct MergeArguments {
    /// What both copies were made from
    #[arg(value_name = "FILE")]
    base: PathBuf,
    /// One copy
    #[arg(value_name = "FILE")]
    one: PathBuf,
    /// The other copy
    #[arg(value_name = "FILE")]
    other: PathBuf,
    /// The file to write
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// Replace the file if it is there
    #[arg(long)]
    force: bool,
}

/// Merges what was said in two copies.
pub fn run(asked: &MergeArguments, wording: &Wording, out: &mut dyn Write) -> Result<u8, Stop> {
    if asked.output.exists() && !asked.force {
        let file = asked.output.display().to_string();
        return Err(wording.with("command-exists", &[("file", file.into())]).into());
    }
    if asked.output.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("ron"))
        && !asked.force
    {
        let file = asked.output.display().to_string();
        return Err(wording.with("merge-no-blueprint", &[("file", file.into())]).into());
    }
    let base = open(&asked.base, wording)?;
    let (one, by_hand_one) = open_with_comments(&asked.one, wording)?;
    let (other, by_hand_other) = open_with_comments(&asked.other, wording)?;
    for (copy, path) in [(&one, &asked.one), (&other, &asked.other)] {
        // In an unrelated file the same number is another thing: a comment would be on something else.
        let is_whole = copy.baseline().steps().is_empty() && base.baseline().steps().is_empty();
        if !is_whole && !is_one_lineage(&base, copy) {
            let arguments = [
                ("file", path.display().to_string().into()),
                ("base", asked.base.display().to_string().into()),
            ];
            return Err(wording.with("merge-unrelated", &arguments).into());
        }
    }
    let [base_model, one_model, other_model] =
        [&base, &one, &other].map(storage::model_fingerprint);
    let is_torn = one_model != other_model && one_model != base_model && other_model != base_model;
    let said = one.discussion().merged(other.discussion());
    let (twins, before) = (said.twins(), [one.discussion(), other.discussion()]);
    let counts = before.map(|said| said.comments.len());
    let merged_count = said.comments.len();
    let (mut merged, by_hand) = if one_model == base_model && other_model != base_model {
        (other.clone(), by_hand_other)
    } else {
        (one.clone(), by_hand_one)
    };
    merged.set_discussion(said);
    match storage::save_with(&asked.output, &merged, &by_hand, Replace::Anything) {
        Err(NotSaved::Failed(error)) => return Err(wording.save_error(&error).into()),
        // Whoever replaces anything meets no conflict.
        Ok(_) | Err(NotSaved::Conflict(_)) => {}
    }
    let [one, other] = counts.map(|count| wording.counted("comments", count));
    let arguments = [
        ("one", one.into()),
        ("other", other.into()),
        ("merged", wording.counted("comments", merged_count).into()),
    ];
    writeln!(out, "{}", wording.with("merged-comments", &arguments))?;
    if twins > 0 {
        say(&wording.counted("merged-twins", twins));
    }
    if is_torn {
        let arguments = [
            ("one", asked.one.display().to_string().into()),
            ("other", asked.other.display().to_string().into()),
        ];
        say(&wording.with("merged-models-differ", &arguments));
        return Ok(BLUEPRINT_HAS_ERRORS);
    }
    Ok(FINE)
}
