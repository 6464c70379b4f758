//! What several people said in copies of one blueprint, in one file.
//!
//! The comments and reviews of both copies are kept, whatever happened to them. The model is that of the copy
//! that changed it; where both did, that of the first, and it is said, with exit code 1. So it is where something
//! cannot be kept: a field that this version does not know, or a comment by hand on what is gone.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::{BLUEPRINT_HAS_ERRORS, FINE, Stop, open, open_whole, say};
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
    let opened_one = open_whole(&asked.one, wording)?;
    let opened_other = open_whole(&asked.other, wording)?;
    let has_unknown = [&opened_one, &opened_other]
        .iter()
        .any(|it| !it.unknown_fields.is_empty() || !it.unread.is_empty());
    let (one, other) = (&opened_one.blueprint, &opened_other.blueprint);
    for (copy, path) in [(one, &asked.one), (other, &asked.other)] {
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
    let [base_model, one_model, other_model] = [&base, one, other].map(storage::model_fingerprint);
    let is_torn = one_model != other_model && one_model != base_model && other_model != base_model;
    let said = one.discussion().merged(other.discussion());
    let (twins, before) = (said.twins(), [one.discussion(), other.discussion()]);
    let counts = before.map(|said| said.comments.len());
    let merged_count = said.comments.len();
    let takes_other = one_model == base_model && other_model != base_model;
    let mut merged = if takes_other { other.clone() } else { one.clone() };
    merged.set_discussion(said);
    let by_hand = opened_one.comments.united(one, &opened_other.comments, other, &merged);
    let lost = by_hand.lost_in(&merged);
    for text in &lost {
        say(&wording.with("merged-note-lost", &[("text", text.as_str().into())]));
    }
    // What cannot be kept is no merge: git is told so, and without being forced nothing is written.
    let is_less = has_unknown || !lost.is_empty();
    if is_less && !asked.force {
        say(wording.text("merged-not-written"));
        return Ok(BLUEPRINT_HAS_ERRORS);
    }
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
    }
    Ok(if is_torn || is_less { BLUEPRINT_HAS_ERRORS } else { FINE })
}
