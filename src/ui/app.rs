//! What the window holds: the open document, and what each of its parts remembers.

use std::path::PathBuf;
use std::sync::Arc;

use crate::analysis::Analysis;
use crate::blueprint::{Blueprint, LinkId, Refusal, StepId};
use crate::editor::{DocumentEdit, Edit, Editor, Selection, Thing};
use crate::pictures::Lens;
use crate::process::ProblemPlace;
use crate::storage::preferences::PreferenceStore;
use crate::wording::{Language, Wording};

use super::assessing::Assessing;
use super::canvas::{Canvas, Thumbnails, consequence_of_lanes};
use super::clicks::Clicks;
use super::clipboard::Clipboard;
use super::commands::Command;
use super::dialogs::Dialogs;
use super::exporting::Exporting;
use super::fields::gesture_of;
use super::figures::Figures;
use super::files::{Document, FileFlow};
use super::filter::Filter;
use super::flash::Flashes;
use super::focus_ring::FocusRing;
use super::fresh_cards::FreshCards;
use super::guide::Guide;
use super::importing::Importing;
use super::letter_keys::{LetterKeys, adds_thing};
use super::modes::{Modes, Planning, StartScreen};
use super::notice::Notice;
use super::panels::scenario_tabs::ScenarioTabs;
use super::playing::Playing;
use super::presenting::{LessonStart, Presenting};
use super::recovery::Recovery;
use super::redesign::Redesign;
use super::regions::Regions;
use super::report::{self, ActionLog, Entry, How, Topic};
use super::reporting::Reporting;
use super::settings::Settings;
use super::side_tabs::SideTabs;
use super::simulating::{Simulating, Simulation};
use super::staffing::StaffingDesk;
use super::typing_ahead::TypingAhead;
use super::view_context::{Action, Bottom, SideTab};
use super::views::ViewState;
use super::{fonts, panels, theme};

/// A window narrower than this, in points, has room for the palette or the side panel, not for both.
pub(super) const BOTH_PANELS: f32 = 860.0;

/// What the window starts with.
#[derive(Debug, Default)]
pub struct Start {
    /// The file to open.
    pub file: Option<PathBuf>,
    /// What is shown where no file is named, and until it is read.
    pub opening: Opening,
    /// A blueprint to show that is in no file yet; before `file`.
    pub blueprint: Option<Blueprint>,
    /// Whether what is opened is reviewed, so that nothing of it is changed.
    pub review: bool,
    /// Where preferences are kept; `None` keeps none.
    pub preferences: Option<PreferenceStore>,
    /// The settings to use instead of the kept ones.
    pub settings: Option<Settings>,
    /// The language where the kept settings name none.
    pub language: Language,
    /// Whether that language was asked for: then it counts more than the kept one, which stays kept.
    pub language_is_asked: bool,
    /// Whether the system's file dialogs are used; else a path is typed.
    pub system_dialogs: bool,
    /// What is simulated by itself.
    pub simulation: Simulation,
    /// What keeps what happens, for the report of a problem.
    pub log: ActionLog,
}

/// What the window shows before anything was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Opening {
    /// The first sample.
    #[default]
    Sample,
    /// The start screen, with an empty sheet behind it.
    StartScreen,
}

/// The designer's window.
pub struct App {
    pub(super) modes: Modes,
    pub(super) thumbnails: Thumbnails,
    pub(super) words: Wording,
    pub(super) settings: Settings,
    pub(super) editor: Editor,
    pub(super) figures: Figures,
    pub(super) simulating: Simulating,
    pub(super) canvas: Canvas,
    pub(super) files: FileFlow,
    pub(super) recovery: Recovery,
    pub(super) dialogs: Dialogs,
    pub(super) guide: Guide,
    pub(super) redesign: Option<Box<Redesign>>,
    pub(super) staffing: StaffingDesk,
    pub(super) notice: Notice,
    pub(super) reporting: Reporting,
    pub(super) tab: SideTabs,
    pub(super) bottom: Bottom,
    pub(super) views: ViewState,
    pub(super) palette: panels::palette::PalettePanel,
    pub(super) clipboard: Clipboard,
    pub(super) importing: Importing,
    pub(super) exporting: Exporting,
    pub(super) tabs: ScenarioTabs,
    pub(super) filter: Filter,
    /// What the cards of the sheet are seen through.
    pub(super) lens: Lens,
    pub(super) assessing: Assessing,
    pub(super) flashes: Flashes,
    pub(super) fresh: FreshCards,
    pub(super) typing_ahead: TypingAhead,
    /// Whether a text had the keys when the last pass ended.
    pub(super) typing: bool,
    /// Whether a dialog lay over the window when the last pass began.
    pub(super) covered: bool,
    /// The language that was asked for at the start, until another is chosen: it is not kept.
    asked_language: Option<Language>,
    pub(super) actions: Vec<Action>,
    /// The commands chosen in the finder recently, newest first.
    pub(super) recently_used: Vec<Command>,
    pub(super) regions: Regions,
    pub(super) focus_ring: FocusRing,
    /// What letters and arrows on the sheet may do.
    pub(super) letters: LetterKeys,
    /// The lesson that begins once a file is there.
    pub(super) lesson_wanted: Option<LessonStart>,
    /// Whether the next document that is shown is reviewed.
    pub(super) reviews_next: bool,
    /// The document as it was right after something was made that wants a name, and what that was.
    unnamed: Option<(Arc<Blueprint>, Selection)>,
}

impl App {
    /// Builds the window; `ctx` gets its fonts and themes.
    #[must_use]
    pub fn new(ctx: &egui::Context, start: Start) -> Self {
        fonts::install(ctx);
        theme::install(ctx);
        ctx.add_plugin(Clicks::default());
        let mut damaged = false;
        let preferences = start
            .preferences
            .as_ref()
            .map(|store| {
                let loaded = store.load();
                if let Some(problem) = &loaded.problem {
                    log::warn!("preferences not read: {problem}");
                }
                damaged = loaded.problem.is_some();
                loaded.preferences
            })
            .unwrap_or_default();
        let mut settings = start
            .settings
            .unwrap_or_else(|| Settings::from_preferences(&preferences, start.language));
        if start.language_is_asked {
            settings.language = start.language;
        }
        let reporting = Reporting::new(start.log, start.preferences.as_ref());
        let words = Wording::new(settings.language);
        let editor = Editor::new(Blueprint::empty("", words.text("scenario-first")));
        let mut app = Self {
            modes: Modes::default(),
            thumbnails: Thumbnails::default(),
            figures: Figures::of(&editor),
            simulating: Simulating::new(start.simulation),
            canvas: Canvas::default(),
            recovery: Recovery::new(start.preferences.as_ref().map(PreferenceStore::folder)),
            files: FileFlow::new(start.preferences, preferences, start.system_dialogs),
            asked_language: start.language_is_asked.then_some(start.language),
            dialogs: Dialogs::default(),
            guide: Guide::default(),
            redesign: None,
            staffing: StaffingDesk::new(start.simulation),
            notice: Notice::default(),
            reporting,
            tab: SideTabs::default(),
            bottom: Bottom::default(),
            views: ViewState::default(),
            palette: panels::palette::PalettePanel::default(),
            clipboard: Clipboard::default(),
            importing: Importing::default(),
            exporting: Exporting::default(),
            tabs: ScenarioTabs::default(),
            filter: Filter::default(),
            lens: Lens::default(),
            assessing: Assessing::default(),
            flashes: Flashes::default(),
            fresh: FreshCards::default(),
            typing_ahead: TypingAhead::default(),
            typing: false,
            covered: false,
            actions: Vec::new(),
            recently_used: Vec::new(),
            regions: Regions::default(),
            focus_ring: FocusRing::default(),
            letters: LetterKeys::default(),
            lesson_wanted: None,
            reviews_next: start.review,
            unnamed: None,
            words,
            settings,
            editor,
        };
        theme::apply(ctx, &settings);
        match start.blueprint {
            Some(blueprint) => app.show_document(Document::new(blueprint)),
            None => app.open_at_start(ctx, start.file, start.opening),
        }
        if damaged {
            app.notice.say(app.words.text("preferences-damaged").to_owned(), ctx.time());
        }
        app
    }

    /// The open file.
    #[must_use]
    pub fn editor(&self) -> &Editor {
        &self.editor
    }

    /// The figures of the scenario that is shown.
    #[must_use]
    pub fn analysis(&self) -> &Arc<Analysis> {
        self.figures.analysis()
    }

    /// The file on disk, once there is one.
    #[must_use]
    pub fn path(&self) -> Option<&std::path::Path> {
        self.files.path()
    }

    /// Whether a file is being read, written, looked at or chosen, a redesign is searched, a
    /// staffing plan is worked out, or something is simulated.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.files.is_busy()
            || self.importing.is_busy()
            || self.exporting.task.is_busy()
            || self.exporting.copying.is_busy()
            || self.recovery.is_busy()
            || self.reporting.saving.is_busy()
            || self.modes.start_screen.as_ref().is_some_and(StartScreen::is_busy)
            || self.redesign.as_ref().is_some_and(|dialog| dialog.is_searching())
            || self.staffing.is_busy()
            || self.simulating.is_busy()
            || self.views.planning.is_busy()
            || self.views.plan.is_busy()
            || self.views.verdict.is_busy()
            || self.views.review.held.is_busy()
            || self.views.review.saving.is_busy()
            || self.modes.playing.as_ref().is_some_and(Playing::is_recording)
            || self.modes.presenting.as_deref().is_some_and(Presenting::is_busy)
    }

    /// The part of the window that shows the sheet, without the names of lanes and phases, and where
    /// the whole sheet lies there, seen or not.
    #[must_use]
    pub fn sheet_on_screen(&self) -> (egui::Rect, egui::Rect) {
        self.canvas.sheet_on_screen()
    }

    /// Where a card is seen in the window, if it is.
    #[must_use]
    pub fn card_on_screen(&self, step: crate::blueprint::StepId) -> Option<egui::Rect> {
        self.canvas.card_on_screen(step)
    }

    /// Where the last chart was seen in the window, with what stands around it.
    #[must_use]
    pub fn chart_on_screen(&self) -> Option<egui::Rect> {
        self.views.charts.place
    }

    /// Where a point of a lane and phase is seen in the window.
    #[must_use]
    pub fn place_on_screen(&self, place: crate::blueprint::Place) -> Option<egui::Pos2> {
        self.canvas.place_on_screen(place)
    }

    /// Where a line of the sheet can be taken hold of in the window.
    #[must_use]
    pub fn line_on_screen(&self, line: crate::blueprint::Line) -> Option<egui::Pos2> {
        self.canvas.line_on_screen(line)
    }

    /// What would come of what is being dragged on the sheet, as it is said beside the pointer.
    #[must_use]
    pub fn hint_at_pointer(&self) -> Option<&str> {
        self.canvas.hint()
    }

    /// Why what is being done on the sheet cannot be, as it is said beside the pointer.
    #[must_use]
    pub fn reason_at_pointer(&self) -> Option<&str> {
        self.canvas.reason()
    }

    /// Where a phase's name can be taken hold of in the window.
    #[must_use]
    pub fn phase_on_screen(&self, phase: crate::blueprint::PhaseId) -> Option<egui::Pos2> {
        self.canvas.phase_on_screen(phase)
    }

    /// Where a lane's name can be taken hold of in the window.
    #[must_use]
    pub fn lane_on_screen(&self, lane: crate::blueprint::LaneId) -> Option<egui::Pos2> {
        self.canvas.lane_on_screen(lane)
    }

    /// Does an edit; a refusal is said at the foot of the sheet.
    pub(super) fn edit(&mut self, ctx: &egui::Context, edit: impl Into<DocumentEdit>) {
        self.unnamed = None;
        self.edit_by(ctx, edit.into(), Editor::apply);
    }

    /// Gives a thing the name that was typed where it stands: of one that was just made, as a part
    /// of the step that made it.
    pub(super) fn rename(&mut self, ctx: &egui::Context, edit: DocumentEdit) {
        match self.take_unnamed() {
            Some(made) => self.edit_by(ctx, edit, |editor, edit| editor.amend(&made, edit)),
            None => self.edit(ctx, edit),
        }
    }

    /// Keeps what the gesture under way did. The name of a thing that was just made, typed in its
    /// inspector, is a part of making it.
    pub(super) fn commit(&mut self) {
        let field = self.editor.selection().other.map(panels::details::name_field);
        let is_named = field.is_some_and(|field| self.editor.gesture() == Some(gesture_of(field)));
        match self.take_unnamed().filter(|_| is_named) {
            Some(made) => self.editor.commit_as_part_of(&made),
            None => self.editor.commit_gesture(),
        }
    }

    /// The document as it was right after what is selected was made, if it has no name yet.
    fn take_unnamed(&mut self) -> Option<Arc<Blueprint>> {
        let (document, made) = self.unnamed.take()?;
        (made == *self.editor.selection()).then_some(document)
    }

    fn edit_by(
        &mut self,
        ctx: &egui::Context,
        edit: DocumentEdit,
        by: impl FnOnce(&mut Editor, DocumentEdit) -> Result<(), Refusal>,
    ) {
        let within = edit.in_scenario();
        let adds_card = within.is_some_and(Edit::adds_card);
        let adds_thing = within.is_some_and(adds_thing);
        let adds_link = within.is_some_and(Edit::adds_link);
        let adds_copies = within.is_some_and(Edit::adds_copies);
        let pastes = matches!(edit, DocumentEdit::Paste(..));
        // Whatever takes a lane over a line changes what its steps are, which must not pass unsaid.
        let before = within.is_some().then(|| Arc::clone(self.editor.scenario()));
        let was_empty = self.editor.selection().is_empty();
        self.note(report::of_edit(How::Done, &edit));
        match by(&mut self.editor, edit) {
            Ok(()) => {
                self.letters.pick(self.editor.selection());
                if adds_card || adds_thing {
                    let made = self.editor.selection().clone();
                    self.unnamed = Some((Arc::clone(self.editor.blueprint()), made));
                }
                let zones = before.and_then(|before| {
                    consequence_of_lanes(&self.words, &before, self.editor.scenario())
                });
                if let Some(said) = zones {
                    self.notice.say(said, ctx.time());
                }
                if adds_copies || pastes {
                    for step in &self.editor.selection().steps {
                        self.fresh.made(*step);
                    }
                    self.canvas.reveal_all(self.editor.selection().steps.iter().copied());
                }
                if adds_thing && let Some(thing) = self.editor.selection().other {
                    self.letters.rest();
                    self.start_naming(ctx, thing);
                }
                self.bottom.enlarged &= !adds_card;
                let asked = if adds_link { self.way_without_share() } else { None };
                if adds_card && let Some(step) = self.editor.selection().only_step() {
                    self.fresh.made(step);
                    self.canvas.start_renaming(step);
                    self.canvas.then_label(asked);
                } else if let Some(way) = asked {
                    self.canvas.start_labelling(way);
                }
                if !was_empty || !self.editor.selection().is_empty() {
                    self.tab.follow(self.editor.selection());
                }
            }
            Err(refusal) => {
                self.note_refusal(refusal);
                let why = self.words.refusal(refusal).to_owned();
                self.notice.say(why, ctx.time());
            }
        }
    }

    /// The way out of a decision that was just drawn, where nothing tells how many customers take it:
    /// no figure is known until somebody says so.
    fn way_without_share(&self) -> Option<LinkId> {
        let scenario = self.editor.scenario();
        let (id, link) = scenario.links().iter().next_back()?;
        scenario.lacks_share(link).then_some(*id)
    }

    /// The way out of a decision without a share at a place, if there is one: the share can be typed
    /// there at once.
    fn way_to_share(&self, place: ProblemPlace) -> Option<LinkId> {
        let scenario = self.editor.scenario();
        let is_there = |id: LinkId, from: StepId| match place {
            ProblemPlace::Link(link) => link == id,
            ProblemPlace::Step(step) => step == from,
            ProblemPlace::Role(_) | ProblemPlace::Sheet => false,
        };
        let mut ways = scenario.links().iter();
        let way = ways.find(|(id, link)| is_there(**id, link.from) && scenario.lacks_share(link));
        way.map(|(id, _)| *id)
    }

    pub(super) fn select(&mut self, selection: Selection) {
        self.editor.commit_gesture();
        self.editor.select(selection);
        self.tab.follow(self.editor.selection());
    }

    pub(super) fn go_to(&mut self, place: ProblemPlace) {
        let selection = match place {
            ProblemPlace::Step(step) => {
                self.canvas.seek(step);
                Selection::step(step)
            }
            ProblemPlace::Link(link) => {
                if let Some(link) = self.editor.scenario().links().get(&link) {
                    self.canvas.seek(link.from);
                }
                Selection::link(link)
            }
            ProblemPlace::Role(role) => Selection::thing(Thing::Role(role)),
            ProblemPlace::Sheet => Selection::default(),
        };
        self.editor.select(selection);
        if let Some(way) = self.way_to_share(place) {
            self.canvas.start_labelling(way);
        }
        match place {
            ProblemPlace::Sheet => self.tab.open(SideTab::Details),
            _ => self.tab.follow(self.editor.selection()),
        }
    }

    /// Looks at the cards through a lens, with what belongs to it beside the sheet.
    pub(super) fn look_through(&mut self, lens: Lens) {
        self.lens = lens;
        if lens != Lens::Figures {
            self.tab.open(SideTab::Quality);
        } else if self.tab.shown() == SideTab::Quality {
            self.tab.open(SideTab::Capacity);
        }
    }

    pub(super) fn set(&mut self, ctx: &egui::Context, settings: Settings) {
        if settings.language != self.settings.language {
            let untouched = Blueprint::empty("", self.words.text("scenario-first"));
            let units = self.words.units();
            self.words = Wording::new(settings.language);
            self.words.set_units(units);
            self.asked_language = None;
            // On an empty sheet nobody chose the name of the scenario.
            let settled = self.editor.trial().is_none() && self.files.path().is_none();
            if settled && **self.editor.blueprint() == untouched {
                let empty = Blueprint::empty("", self.words.text("scenario-first"));
                self.editor = Editor::new(empty);
                self.figures = Figures::of(&self.editor);
            }
        }
        theme::apply(ctx, &settings);
        self.settings = settings;
        self.files.keep_settings(settings, self.asked_language.is_none());
    }

    /// Shows another document, with its file. Whoever replaces unsaved work was asked
    /// before.
    pub(super) fn show_document(&mut self, document: Document) {
        self.modes = Modes::default();
        self.redesign = None;
        self.staffing.close();
        self.recovery.release();
        let Document { blueprint, saved, home, left_out, .. } = document;
        self.editor = Editor::with_saved(blueprint, saved);
        self.files.change_document(home);
        self.figures = Figures::of(&self.editor);
        self.simulating.forget();
        self.note_slow_figures();
        let steps = self.editor.scenario().steps().len();
        self.note(Entry::of(Topic::Action, "show-document").count("steps", steps));
        self.flashes.clear();
        self.fresh = FreshCards::default();
        self.canvas = Canvas::default();
        self.settings.rows = false;
        // Whoever opens a file can walk along its flow at once.
        self.canvas.take_focus();
        self.tab = SideTabs::default();
        self.bottom.enlarged = false;
        self.views = ViewState::default();
        self.palette = panels::palette::PalettePanel::default();
        self.letters = LetterKeys::default();
        self.tabs = ScenarioTabs::default();
        self.filter = Filter::default();
        self.lens = Lens::default();
        self.assessing.look_from(None);
        let is_asked = self.editor.blueprint().discussion().asked.is_some();
        if self.editor.blueprint().is_about_sheets()
            && let Some((sheet, _)) = self.editor.blueprint().sheets().first()
        {
            let (sheet, scenario) = (*sheet, self.editor.scenario().id());
            self.modes.planning = Some(Planning { sheet, scenario });
        }
        if std::mem::take(&mut self.reviews_next) || is_asked {
            self.begin_review();
        }
        if let Some(left_out) = left_out {
            self.say_left_out(&left_out);
        }
    }

    /// The name of the file, or of the service while it has none.
    pub(super) fn file_name(&self) -> String {
        if let Some(name) = self.files.path().and_then(|path| path.file_name()) {
            return name.to_string_lossy().into_owned();
        }
        match self.editor.blueprint().title() {
            "" => self.words.text("untitled").to_owned(),
            title => title.to_owned(),
        }
    }
}
