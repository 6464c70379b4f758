//! The report of a problem as a text. It is in one language for whoever mends the program.

use std::fmt::{self, Write};
use std::path::Path;

use crate::blueprint::{Blueprint, Id};
use crate::storage;

use super::entry::{Fact, Private};
use super::log::{ActionLog, Happened, Kept};
use super::standing::Standing;

/// What a person allows to be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui) struct Included {
    /// Names of steps, roles and files, and what was typed.
    pub texts: bool,
    /// The blueprint as its file would be.
    pub blueprint: bool,
}

/// The whole report: where the window stands, what happened, what is allowed of the document, what
/// was left behind last time. Linear in what is kept and in what is included.
pub(in crate::ui) fn report(
    log: &ActionLog,
    included: Included,
    blueprint: &Blueprint,
    path: Option<&Path>,
    last_words: Option<&str>,
) -> String {
    let mut text = written(&log.kept(), log.now(), included.texts);
    if included.texts {
        infallibly(names(&mut text, blueprint, path));
    }
    if included.blueprint {
        text.push_str("\nThe blueprint\n\n");
        text.push_str(&storage::encode(blueprint));
    }
    if let Some(words) = last_words {
        text.push_str("\nLast time\n\n");
        text.push_str(words);
    }
    text
}

/// What is left behind when the program ends unexpectedly; none if the log is being written to.
pub(super) fn left_behind(log: &ActionLog) -> Option<String> {
    let now = log.now();
    Some(written(&*log.kept_if_free()?, now, false))
}

/// A text takes whatever is written to it.
fn infallibly(written: fmt::Result) {
    debug_assert!(written.is_ok());
}

fn written(kept: &Kept, now: u64, texts: bool) -> String {
    let mut text = String::new();
    infallibly(head(&mut text, kept, now, texts));
    infallibly(happened(&mut text, kept, texts));
    text
}

fn head(text: &mut String, kept: &Kept, now: u64, texts: bool) -> fmt::Result {
    writeln!(text, "Onstage, report of a problem\n")?;
    writeln!(text, "version: {}", env!("CARGO_PKG_VERSION"))?;
    writeln!(text, "system: {} {}", std::env::consts::OS, std::env::consts::ARCH)?;
    let renderer = if kept.renderer.is_empty() { "unknown" } else { &kept.renderer };
    writeln!(text, "renderer: {renderer}")?;
    if let Some(standing) = &kept.standing {
        stands(text, standing)?;
    }
    writeln!(text, "running for: {} s", Seconds(now))?;
    let included = if texts { "included" } else { "left out" };
    writeln!(text, "names and texts: {included}")
}

fn stands(text: &mut String, standing: &Standing) -> fmt::Result {
    let Standing { mode, language, theme, scale, window: [width, height], .. } = standing;
    let pick = |so: bool, yes, no| if so { yes } else { no };
    writeln!(text, "language: {language}")?;
    writeln!(text, "theme: {theme}, {}", pick(standing.dark, "dark now", "light now"))?;
    writeln!(text, "contrast: {}", pick(standing.contrast, "more", "usual"))?;
    writeln!(text, "motion: {}", pick(standing.motion, "usual", "less"))?;
    writeln!(text, "scale: {scale} %")?;
    let pixels = standing.pixels_per_point;
    writeln!(text, "window: {width:.0} × {height:.0} points, {pixels:.2} pixels each")?;
    writeln!(text, "mode: {mode}")?;
    let Standing { steps, links, roles, scenarios, .. } = standing;
    let unsaved = pick(standing.unsaved, "unsaved changes", "nothing unsaved");
    writeln!(
        text,
        "blueprint: steps={steps} links={links} roles={roles} scenarios={scenarios}, {unsaved}"
    )
}

/// Milliseconds as seconds.
struct Seconds(u64);

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(ms) = self;
        f.pad(&format!("{}.{:03}", ms / 1000, ms % 1000))
    }
}

fn happened(text: &mut String, kept: &Kept, texts: bool) -> fmt::Result {
    writeln!(text, "\nWhat happened, in seconds since the start\n")?;
    if kept.let_go > 0 {
        writeln!(text, "({} earlier entries are no longer kept)", kept.let_go)?;
    }
    for happened in &kept.happened {
        line(text, happened, texts)?;
    }
    Ok(())
}

fn line(text: &mut String, happened: &Happened, texts: bool) -> fmt::Result {
    let Happened { at, until, times, what } = happened;
    write!(text, "{:>9}  {:<8} {}", Seconds(*at), what.topic.name(), what.name)?;
    if !what.detail.is_empty() {
        write!(text, "  {}", what.detail)?;
    }
    for fact in what.facts() {
        // One thing is what most are about.
        if !matches!(fact, Fact::Count("count", 1)) {
            write!(text, "  {fact}")?;
        }
    }
    if *times > 1 {
        write!(text, "  {times} times until {}", Seconds(*until))?;
    }
    if let Some(private) = Private::told(&what.private).filter(|_| texts) {
        // In quotes and without line ends, so that a line is one entry.
        write!(text, "  {private:?}")?;
    }
    writeln!(text)
}

/// What the things of the document are called, by their identities.
fn names(text: &mut String, blueprint: &Blueprint, path: Option<&Path>) -> fmt::Result {
    writeln!(text, "\nNames\n")?;
    if let Some(path) = path {
        writeln!(text, "file {:?}", path.to_string_lossy())?;
    }
    writeln!(text, "service {:?}", blueprint.title())?;
    for scenario in blueprint.scenarios() {
        writeln!(text, "scenario#{} {:?}", scenario.id().number(), scenario.name())?;
        let lanes = scenario.lanes().iter().map(|(id, lane)| ("lane", id.number(), &lane.name));
        let phases =
            scenario.phases().iter().map(|(id, phase)| ("phase", id.number(), &phase.name));
        let roles = scenario.roles().iter().map(|(id, role)| ("role", id.number(), &role.name));
        let elements = scenario.elements().iter();
        let elements = elements.map(|(id, element)| ("element", id.number(), &element.name));
        let steps = scenario.steps().iter().map(|(id, step)| ("step", id.number(), &step.name));
        for (sort, number, name) in lanes.chain(phases).chain(roles).chain(elements).chain(steps) {
            writeln!(text, "  {sort}#{number} {name:?}")?;
        }
    }
    Ok(())
}
