//! A blueprint for somebody who has to judge it: the verdict page and what is still open.
//!
//! Who asks for it at a terminal with a display gets the window, in which they can comment; with `--text`, `--json`,
//! `--scenario` or `--today`, through a pipe, into a file or without a display it is printed. Whoever starts it without a
//! terminal and wants the window, as a menu or a file manager does, says so by `--window`: a script must never wait for a
//! window that nobody sees.
//!
//! As JSON: `title`, `scenario`, `sentences`, `quality` (the verdict on it, in sentences), `rows` (a list of `subject`, `value`, `mark`, which is `good`,
//! `warning`, `bad`, `unknown`, or null where a known value is no judgement, `said`, `beside`, which is `scenario`,
//! `value` and, without one, why it is `unknown`, of the one that it is told beside, or null, `step` and `request`), `fingerprint` of the model, `reviews` (how many
//! there were), `asked` (`by`, `at`, `text`, or null) and `open_comments` (each with `on`, the fields that it names, `kind`, `by`,
//! `at`, `text`, `saw`, `scenario` by name, `gone` where its thing is no longer there, `suggests` as in a file, `replies`);
//! a `kind` that is not known stands as in the file; `notes` are what was written into the file by hand and is no comment
//! yet (`on`, `text`); `last_review` is `by`, `at`, `verdict` and `text`, or null.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Map, Value, json};

use super::quality::today;
use super::{Stop, choose, code_of, open_with_comments, scenario_of};
use crate::blueprint::{Anchor, Blueprint, Id, ScenarioId, Suggested};
use crate::drawing::Mood;
use crate::pictures::Shown;
use crate::reports::{
    Beside, Earlier, Past, ReportSource, VerdictPage, comment_said, is_there, said_place,
    sheet_is_there, told_beside, verdict_page,
};
use crate::simulation::printed_analysis;
use crate::storage;
use crate::versions::{Since, is_one_lineage};
use crate::wording::{Units, Wording};

/// What can be asked of a review.
#[derive(Debug, Args)]
pub struct ReviewArguments {
    /// The blueprint
    file: PathBuf,
    /// Which scenario; without it the first
    #[arg(long, value_name = "NAME")]
    scenario: Option<String>,
    /// Which day it is, for what is due or late
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    today: Option<String>,
    /// Print the page as text, also where a window could be opened
    #[arg(long, conflicts_with = "json")]
    text: bool,
    /// Open the window, also where there is no terminal
    #[arg(long, conflicts_with_all = ["text", "json", "scenario", "today"])]
    window: bool,
    /// Print JSON for scripts
    #[arg(long)]
    json: bool,
}

impl ReviewArguments {
    /// The blueprint.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Whether a person sits before it who sees a window: it was asked for, or nothing was asked to be printed, what would be printed
    /// goes to a terminal and not to a file or another program, and there is a display.
    pub fn opens_window(&self) -> bool {
        let prints = self.json || self.text || self.scenario.is_some() || self.today.is_some();
        self.window || !prints && io::stdout().is_terminal() && has_display()
    }
}

/// Whether a window could be seen.
fn has_display() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let needs_none = !cfg!(all(unix, not(target_os = "macos")));
    needs_none || ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(is_set)
}

/// Prints the verdict page and the open comments.
pub fn run(
    asked: &ReviewArguments,
    wording: &mut Wording,
    out: &mut dyn Write,
) -> Result<u8, Stop> {
    let today = today(asked.today.as_deref(), wording)?;
    let (blueprint, by_hand) = open_with_comments(&asked.file, wording)?;
    let id = choose(&blueprint, asked.scenario.as_deref(), wording)?;
    wording.set_units(Units::of(&blueprint, scenario_of(&blueprint, id)));
    let wording = &*wording;
    let scenario = scenario_of(&blueprint, id);
    let analysis = printed_analysis(scenario);
    let file = asked.file.file_name().unwrap_or_default().to_string_lossy();
    let shown =
        Shown { scenario, analysis: &analysis, words: wording, currency: blueprint.currency() };
    let source = ReportSource { blueprint: &blueprint, shown, file: &file, date: "" };
    let said = blueprint.discussion();
    let other =
        told_beside(&blueprint, id).map(|(other, before)| (other, printed_analysis(other), before));
    let beside = other.as_ref().map(|(scenario, analysis, is_before)| Beside {
        scenario,
        analysis,
        is_before: *is_before,
    });
    let review = said.last_review();
    let is_same = review.is_some_and(|it| it.of == storage::model_fingerprint(&blueprint));
    let held = held_against(&asked.file, &blueprint, id, is_same);
    let before = held.as_ref().and_then(|held| held.pair.as_ref());
    let before = before.map(|(pair, _)| printed_analysis(&pair.before));
    let baseline = wording.scenario_name(blueprint.baseline());
    let earlier = held.as_ref().map(|since| Earlier {
        since,
        before: before.as_ref(),
        name: review.is_none().then_some(baseline),
    });
    let open_comments = said.open_count();
    let past = Past { review, is_same, earlier, open_comments, beside, today: Some(today) };
    let page = verdict_page(&source, past);
    let notes = by_hand.not_said_in(said).as_said();
    if asked.json {
        write_json(out, &page, source.scenario(), (&blueprint, &notes))?;
    } else {
        writeln!(out, "{}", page.text(wording))?;
        if let Some(asked) = &said.asked {
            writeln!(out, "\n{}", wording.review_asked(asked))?;
        }
        if let Some(review) = said.last_review() {
            writeln!(out, "\n{}", wording.review_said(review))?;
        }
        for comment in said.comments.iter().filter(|it| it.is_open()) {
            let said = comment_said(comment, None, (&blueprint, scenario), wording);
            writeln!(out, "\n{}", said.replace('\n', "\n  "))?;
        }
        if !notes.is_empty() {
            writeln!(out, "\n{}", wording.text("review-notes-by-hand"))?;
        }
        for (on, text) in &notes {
            let place = said_place(on, &blueprint, scenario, wording);
            let arguments = [("place", place.into()), ("text", text.as_str().into())];
            let note = wording.with("review-note", &arguments);
            writeln!(out, "  {}", note.replace('\n', "\n  "))?;
        }
    }
    Ok(code_of(&analysis))
}

/// What became of a scenario since the version that was reviewed last, if that lies beside the file; of one that nobody
/// reviewed since the first scenario, as in the window.
fn held_against(
    file: &Path,
    blueprint: &Blueprint,
    id: ScenarioId,
    is_same: bool,
) -> Option<Since> {
    let shown = blueprint.scenario(id)?;
    match blueprint.discussion().last_review() {
        Some(_) if is_same => None,
        Some(review) => {
            let folder = file.parent().filter(|_| !review.of.is_empty())?;
            let (_, base) = storage::find_version(folder, &review.of)?;
            Some(Since::version(&base, blueprint, shown, is_one_lineage(&base, blueprint)))
        }
        None if blueprint.baseline().id() == id => None,
        None => Some(Since::scenario(blueprint.baseline(), shown)),
    }
}

fn write_json(
    out: &mut dyn Write,
    page: &VerdictPage,
    scenario: &str,
    (blueprint, notes): (&Blueprint, &[(Anchor, String)]),
) -> io::Result<()> {
    let said = blueprint.discussion();
    let rows = page.rows.iter().map(|row| {
        json!({
            "subject": row.subject.name(),
            "value": row.value,
            "mark": row.mood.map(|mood| match mood {
                Mood::Good => "good",
                Mood::Warning => "warning",
                Mood::Bad => "bad",
                Mood::Unknown => "unknown",
            }),
            "beside": row.beside.as_ref().map(|beside| {
                json!({
                    "scenario": beside.scenario,
                    "value": beside.value,
                    "unknown": beside.unknown,
                })
            }),
            "said": row.said,
            "step": row.step.map(Id::number),
            "request": row.request,
        })
    });
    let open = said.comments.iter().filter(|comment| comment.is_open()).map(|comment| {
        let replies = comment
            .replies
            .iter()
            .map(|reply| json!({ "by": reply.by, "at": reply.at.to_string(), "text": reply.text }));
        json!({
            "on": anchor(&comment.on),
            "kind": comment.unknown_kind().unwrap_or_else(|| comment.kind().name()),
            "by": comment.by,
            "at": comment.at.to_string(),
            "text": comment.text,
            "saw": Some(&comment.saw).filter(|saw| !saw.is_empty()),
            "scenario": comment.on.scenario.and_then(|id| blueprint.scenario(id)).map(|it| it.name()),
            "gone": is_gone(&comment.on, blueprint),
            "suggests": suggests(&comment.suggests),
            "replies": replies.collect::<Vec<_>>(),
        })
    });
    let notes = notes.iter().map(|(on, text)| json!({ "on": anchor(on), "text": text }));
    let asked = said
        .asked
        .as_ref()
        .map(|asked| json!({ "by": asked.by, "at": asked.at.to_string(), "text": asked.text }));
    let value = json!({
        "title": page.title,
        "scenario": scenario,
        "sentences": page.sentences,
        "quality": page.quality.iter().map(|(said, _)| said).collect::<Vec<_>>(),
        "rows": rows.collect::<Vec<_>>(),
        "fingerprint": storage::model_fingerprint(blueprint),
        "reviews": said.reviews.len(),
        "last_review": said.last_review().map(|review| {
            json!({
                "by": review.by,
                "at": review.at.to_string(),
                "verdict": review.verdict().name(),
                "text": review.text,
            })
        }),
        "asked": asked,
        "open_comments": open.collect::<Vec<_>>(),
        "notes": notes.collect::<Vec<_>>(),
    });
    super::json_output::write(out, value)
}

/// Whether what a comment is on is no longer there.
fn is_gone(on: &Anchor, blueprint: &Blueprint) -> bool {
    let scenario = on.scenario.map_or(Some(blueprint.baseline()), |id| blueprint.scenario(id));
    scenario.is_none_or(|scenario| !is_there(on, scenario)) || !sheet_is_there(on, blueprint)
}

/// What is suggested, by the names of the file; null for nothing.
fn suggests(suggested: &Suggested) -> Value {
    if suggested.is_empty() {
        return Value::Null;
    }
    let heads = suggested.headcount.iter();
    let heads = heads.map(|(role, count)| json!({ "role": role.number(), "count": count }));
    let times = suggested.time.iter();
    let times = times.map(|(step, time)| json!({ "step": step.number(), "time": time }));
    let may_do = suggested.may_do.iter();
    let may_do = may_do.map(|(step, role)| json!({ "step": step.number(), "role": role.number() }));
    let merge = suggested.merge.iter().map(|(a, b)| json!([a.number(), b.number()]));
    let leave_out = suggested.leave_out.iter().map(|step| json!(step.number()));
    json!({
        "headcount": heads.collect::<Vec<_>>(),
        "time": times.collect::<Vec<_>>(),
        "may_do": may_do.collect::<Vec<_>>(),
        "leave_out": leave_out.collect::<Vec<_>>(),
        "merge": merge.collect::<Vec<_>>(),
    })
}

/// What a comment is on, by the names of the file.
fn anchor(on: &Anchor) -> Value {
    let mut fields = Map::new();
    for (name, number) in [
        ("scenario", on.scenario.map(Id::number)),
        ("step", on.step.map(Id::number)),
        ("link", on.link.map(Id::number)),
        ("role", on.role.map(Id::number)),
        ("lane", on.lane.map(Id::number)),
        ("phase", on.phase.map(Id::number)),
        ("sheet", on.sheet.map(Id::number)),
    ] {
        if let Some(number) = number {
            fields.insert(name.to_owned(), json!(number));
        }
    }
    for (name, text) in [("field", &on.field), ("figure", &on.figure), ("change", &on.change)] {
        if !text.is_empty() {
            fields.insert(name.to_owned(), json!(text));
        }
    }
    if let Some((x, y)) = on.at {
        fields.insert("at".to_owned(), json!([x, y]));
    }
    Value::Object(fields)
}
