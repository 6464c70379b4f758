//! Saving the verdict page as a document of its own: PDF, Markdown, or whatever holds a text.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use crate::blueprint::{Blueprint, ScenarioId, StepId};
use crate::drawing::Typesetter;
use crate::exchange::{EXPORTERS, write_files};
use crate::exports::{VerdictJob, usual_paper};
use crate::pictures::Shown;
use crate::reports::{ReportSource, VerdictPage, comment_said, verdict_pictures};
use crate::simulation::printed_analysis;
use crate::ui::app::App;
use crate::ui::dialogs::Message;
use crate::ui::exporting::today;
use crate::ui::files::Purpose;
use crate::ui::waking;
use crate::wording::{Language, Units, Wording};

/// The endings in which a verdict can be saved.
const ENDINGS: [&str; 5] = ["pdf", "md", "html", "docx", "txt"];

impl App {
    /// Asks where the page is to be saved; its ending says as what.
    pub(super) fn choose_verdict(&mut self, ctx: &Context) {
        self.choose(ctx, Purpose::Verdict);
    }

    /// Saves the page in a place that was chosen; `asked` says whether it was asked to replace what is there.
    pub(in crate::ui) fn save_verdict(&mut self, ctx: &Context, path: PathBuf, asked: bool) {
        let has_ending = path.extension().is_some();
        let path = if has_ending { path } else { path.with_extension("pdf") };
        let replaces = asked && has_ending;
        let page = self.last_page();
        let (comments, pins) = (self.comments_for_document(), self.pins_for_document());
        let (language, units) = (self.words.language(), self.words.units());
        let of = (Arc::clone(self.editor.blueprint()), self.editor.scenario().id());
        self.views.review.saving.task.start(path.clone(), ctx, move |_| {
            write((&page, &comments, &pins), &of, (language, units), &path, replaces)
        });
    }

    /// What is open, with the numbers of the pins; drafts are nobody's business yet.
    fn comments_for_document(&self) -> Vec<String> {
        let (blueprint, shown) = (self.editor.settled_blueprint(), self.editor.settled_scenario());
        let topics = self.topics().into_iter().filter(|it| it.is_open() && it.draft.is_none());
        let told = topics.map(|topic| {
            comment_said(&topic.comment, topic.number, (blueprint, shown), &self.words)
        });
        told.collect()
    }

    /// The numbers of what is open on each step that is shown, for its pin on paper.
    fn pins_for_document(&self) -> Vec<(StepId, String)> {
        let steps = self.editor.settled_scenario().steps();
        let mut pins: BTreeMap<StepId, Vec<String>> = BTreeMap::new();
        for topic in self.topics() {
            let step = topic.comment.on.step.filter(|step| steps.contains_key(step));
            if let (Some(step), Some(number), None) = (step, topic.number, topic.draft) {
                pins.entry(step).or_default().push(number.to_string());
            }
        }
        pins.into_iter().map(|(step, numbers)| (step, numbers.join(" · "))).collect()
    }

    /// Hears whether the page was saved.
    pub(in crate::ui) fn fetch_verdict(&mut self, ctx: &Context) {
        self.fetch_folder(ctx);
        let Some((path, saved)) = self.views.review.saving.task.poll() else { return };
        let name = path.display().to_string();
        let why = match saved {
            Ok(Ok(())) => {
                let said = self.words.with("saved-as", &[("name", name.into())]);
                return self.notice.say(said, ctx.time());
            }
            Ok(Err(why)) => why,
            Err(failure) => waking::why(&self.words, &failure),
        };
        self.ask(Message::new(self.words.text("save-failed-title"), &why));
    }
}

/// Writes the page in the format of an ending; an ending of anything else is refused.
fn write(
    (page, comments, pins): (&Arc<VerdictPage>, &[String], &[(StepId, String)]),
    (blueprint, id): &(Arc<Blueprint>, ScenarioId),
    (language, units): (Language, Units),
    path: &Path,
    replaces: bool,
) -> Result<(), String> {
    let mut words = Wording::new(language);
    words.set_units(units);
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    if !replaces && path.exists() {
        let name = path.display().to_string();
        return Err(words.with("staffing-name-taken", &[("name", name.into())]));
    }
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if !ENDINGS.contains(&ending.as_str()) {
        let known = ENDINGS.map(|ending| format!(".{ending}"));
        let known = words.either(&known.each_ref().map(String::as_str));
        let arguments = [("ending", format!(".{ending}").into()), ("known", known.into())];
        return Err(words.with("review-verdict-ending", &arguments));
    }
    let exporter = EXPORTERS.iter().find(|exporter| exporter.ending == ending);
    let scenario = blueprint.scenario(*id).unwrap_or_else(|| blueprint.baseline());
    let analysis = printed_analysis(scenario);
    let currency = blueprint.currency();
    let shown = Shown { scenario, analysis: &analysis, words: &words, currency };
    let source = ReportSource { blueprint, shown, file: "", date: "" };
    let pictures = verdict_pictures(&source, pins, &Typesetter::new(1.0));
    let locale = sys_locale::get_locale().unwrap_or_default();
    let paper = usual_paper(&locale);
    let date = today();
    let (pictures, name) = (pictures.as_slice(), &*name);
    let job = VerdictJob { page, pictures, words: &words, comments, date, paper, name };
    let failed = |reason: &str| words.at_file(path, reason);
    let files: Vec<(PathBuf, Vec<u8>)> = match exporter.and_then(|exporter| job.write(exporter)) {
        Some(Ok(written)) => {
            written.files.into_iter().map(|file| (file.path(path), file.bytes)).collect()
        }
        Some(Err(_)) => return Err(failed(words.text("review-verdict-not-made"))),
        None => vec![(path.to_owned(), job.text().into_bytes())],
    };
    let files: Vec<(&Path, &[u8])> =
        files.iter().map(|(path, bytes)| (path.as_path(), bytes.as_slice())).collect();
    write_files(&files).map_err(|(_, error)| words.file_problem(&error.into()))
}
