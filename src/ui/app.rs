//! The window as a whole: its state, its panels, and the one place where actions are carried out.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{CentralPanel, Frame, Margin, Panel, ThemePreference, vec2};

use crate::analysis::Analysis;
use crate::blueprint::Blueprint;
use crate::editor::{DocumentEdit, Edit, Editor, Selection, Thing};
use crate::process::ProblemPlace;
use crate::storage::preferences::PreferenceStore;
use crate::wording::{Language, Units, Wording};

use super::access;
use super::canvas::{Canvas, Thumbnails};
use super::charts::Charts;
use super::clicks::Clicks;
use super::clipboard::Clipboard;
use super::commands::Command;
use super::comparing::Comparing;
use super::desk::{Action, Bottom, Desk, FileAnswer, LEVERS, SideTab};
use super::dialogs::{Dialog, Dialogs};
use super::figures::Figures;
use super::files::{Document, FileFlow};
use super::filter::Filter;
use super::flash::{Flashes, Version};
use super::focus_ring::FocusRing;
use super::hand::{HandKeys, adds_thing};
use super::importing::Importing;
use super::notice::Notice;
use super::panels::scenario_tabs::ScenarioTabs;
use super::recovery::Recovery;
use super::redesign::{self, Redesign, Wish};
use super::regions::{Region, Regions};
use super::settings::Settings;
use super::side_panel::side_panel;
use super::start_screen::StartScreen;
use super::theme::Tokens;
use super::typing_ahead::TypingAhead;
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
    pub(super) start_screen: Option<StartScreen>,
    pub(super) thumbnails: Thumbnails,
    pub(super) words: Wording,
    pub(super) settings: Settings,
    pub(super) editor: Editor,
    pub(super) figures: Figures,
    pub(super) canvas: Canvas,
    pub(super) files: FileFlow,
    pub(super) recovery: Recovery,
    pub(super) dialogs: Dialogs,
    pub(super) redesign: Option<Box<Redesign>>,
    /// What was asked for beside the dialog of the redesign.
    pub(super) wishes: Vec<Wish>,
    pub(super) notice: Notice,
    pub(super) tab: SideTab,
    pub(super) bottom: Bottom,
    pub(super) charts: Charts,
    pub(super) tables: panels::tables::Tables,
    pub(super) palette: panels::palette::PalettePanel,
    pub(super) clipboard: Clipboard,
    pub(super) importing: Importing,
    pub(super) tabs: ScenarioTabs,
    pub(super) advice: panels::capacity::Advice,
    pub(super) comparing: Option<Comparing>,
    pub(super) filter: Filter,
    pub(super) flashes: Flashes,
    pub(super) typing_ahead: TypingAhead,
    /// Whether a text had the keys when the last pass ended.
    typing: bool,
    /// Whether a dialog lay over the window when the last pass began.
    covered: bool,
    /// The language that was asked for at the start, until another is chosen: it is not kept.
    asked_language: Option<Language>,
    pub(super) actions: Vec<Action>,
    /// The commands chosen in the finder lately, newest first.
    pub(super) lately: Vec<Command>,
    pub(super) regions: Regions,
    focus_ring: FocusRing,
    /// What letters and arrows on the sheet may do.
    pub(super) hand: HandKeys,
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
        let words = Wording::new(settings.language);
        let editor = Editor::new(Blueprint::empty("", words.text("scenario-first")));
        let mut app = Self {
            start_screen: None,
            thumbnails: Thumbnails::default(),
            figures: Figures::of(&editor),
            canvas: Canvas::default(),
            recovery: Recovery::new(start.preferences.as_ref().map(PreferenceStore::folder)),
            files: FileFlow::new(start.preferences, preferences, start.system_dialogs),
            asked_language: start.language_is_asked.then_some(start.language),
            dialogs: Dialogs::default(),
            redesign: None,
            wishes: Vec::new(),
            notice: Notice::default(),
            tab: SideTab::default(),
            bottom: Bottom::default(),
            charts: Charts::default(),
            tables: panels::tables::Tables::default(),
            palette: panels::palette::PalettePanel::default(),
            clipboard: Clipboard::default(),
            importing: Importing::default(),
            tabs: ScenarioTabs::default(),
            advice: panels::capacity::Advice::default(),
            comparing: None,
            filter: Filter::default(),
            flashes: Flashes::default(),
            typing_ahead: TypingAhead::default(),
            typing: false,
            covered: false,
            actions: Vec::new(),
            lately: Vec::new(),
            regions: Regions::default(),
            focus_ring: FocusRing::default(),
            hand: HandKeys::default(),
            words,
            settings,
            editor,
        };
        theme::apply(ctx, &settings);
        match start.blueprint {
            Some(blueprint) => app.put_on_desk(Document::new(blueprint)),
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

    /// Whether a file is being read, written, looked at or chosen, or a redesign is searched.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.files.is_busy()
            || self.importing.is_busy()
            || self.recovery.is_busy()
            || self.start_screen.as_ref().is_some_and(StartScreen::is_busy)
            || self.redesign.as_ref().is_some_and(|dialog| dialog.is_searching())
    }

    /// Where a card is seen in the window, if it is.
    #[must_use]
    pub fn card_on_screen(&self, step: crate::blueprint::StepId) -> Option<egui::Rect> {
        self.canvas.card_on_screen(step)
    }

    /// Where the last chart was seen in the window, with what stands around it.
    #[must_use]
    pub fn chart_on_screen(&self) -> Option<egui::Rect> {
        self.charts.place
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

    /// Why what the hand is about on the sheet cannot be, as it is said beside the pointer.
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

    /// Shows everything once and leaves what was asked for in `self.actions`.
    #[expect(clippy::too_many_lines, reason = "all panels of the window, in the order they lie in")]
    fn show(&mut self, ui: &mut egui::Ui) {
        let mut actions = std::mem::take(&mut self.actions);
        let name = self.file_name();
        let capacities = self.figures.capacities().to_vec();
        let scenario = Arc::clone(self.editor.scenario());
        let analysis = Arc::clone(self.figures.analysis());
        let previewing = self.is_previewing();
        self.words.set_units(Units::of(self.editor.blueprint(), &scenario));
        let settled = self.figures.settled().cloned();
        let mut desk = Desk {
            words: &self.words,
            tokens: Tokens::of(ui.ctx()),
            editor: &self.editor,
            scenario: &scenario,
            analysis: &analysis,
            settled: settled.as_deref(),
            file_name: &name,
            recompute_ms: self.figures.took_ms(),
            recent: self.files.recent(),
            bottom: self.bottom,
            compared: self.comparing.as_ref().and_then(Comparing::compared),
            filter: self.filter,
            picked: self.hand.picked(self.editor.selection()),
            settings: self.settings,
            actions: &mut actions,
        };
        let desk = &mut desk;
        // In a small window, or a large one whose contents are shown large, the sheet keeps its
        // share.
        let room = ui.available_size();
        let regions = &mut self.regions;
        regions.clear();
        let tokens = desk.tokens;
        let bar = |fill, margin| Frame::new().fill(fill).inner_margin(margin);
        Panel::top("menu").frame(bar(tokens.panel, Margin::symmetric(8, 2))).show(ui, |ui| {
            regions.begin(ui, desk, Region::Menus);
            ui.add_enabled_ui(!previewing, |ui| panels::menu_bar::show(ui, desk));
        });
        if let Some(start) = &mut self.start_screen {
            start.show(ui, desk, regions, &mut self.thumbnails);
            self.notice.show(ui, tokens);
            self.actions = actions;
            return;
        }
        let tools = bar(tokens.panel, Margin::symmetric(10, 0));
        Panel::top("tools").frame(tools).exact_size(40.0).show(ui, |ui| {
            regions.begin(ui, desk, Region::Tools);
            ui.add_enabled_ui(!previewing, |ui| {
                let zoom = self.canvas.zoom();
                panels::tool_bar::show(ui, desk, zoom, &mut self.tabs, &capacities);
            });
        });
        if previewing {
            Panel::top("preview")
                .frame(bar(tokens.accent_wash, Margin::symmetric(14, 0)))
                .exact_size(38.0)
                .show(ui, |ui| redesign::bar(ui, desk, &mut self.wishes));
        }
        panels::file_bar::show(ui, desk, (!previewing).then_some(&self.files));
        let status = bar(tokens.panel, Margin::symmetric(12, 0));
        let status = Panel::bottom("status").frame(status).exact_size(24.0);
        status.show(ui, |ui| panels::status_bar::show(ui, desk));
        let narrow = room.x < BOTH_PANELS;
        let mut open = self.settings.palette && !(narrow && self.settings.side);
        Panel::left("palette")
            .frame(bar(tokens.panel, Margin::symmetric(12, 10)))
            .default_size(190.0)
            .size_range(150.0..=(0.28 * room.x).clamp(150.0, 320.0))
            .show_collapsible(ui, &mut open, |ui| {
                regions.begin(ui, desk, Region::Palette);
                self.palette.show(ui, desk);
            });
        if !open {
            self.palette.leave();
        }
        let mut open = self.settings.side;
        Panel::right("side")
            .frame(bar(tokens.panel, Margin::symmetric(14, 10)))
            .default_size(336.0)
            .size_range(280.0..=(0.42 * room.x).clamp(280.0, 520.0))
            .show_collapsible(ui, &mut open, |ui| {
                regions.begin(ui, desk, Region::Figures);
                side_panel(ui, desk, self.tab, &self.flashes, &mut self.advice);
            });
        self.advice.settle(desk);
        let below = bar(tokens.panel, Margin::symmetric(14, 8));
        if self.bottom.enlarged {
            self.canvas.leave_naming();
            CentralPanel::default().frame(below).show(ui, |ui| {
                regions.begin(ui, desk, Region::Below);
                panels::bottom::show(ui, desk, &mut self.charts, &mut self.tables);
                self.notice.show(ui, tokens);
            });
        } else {
            let mut open = self.settings.table;
            Panel::bottom("table")
                .frame(below)
                .default_size(188.0)
                .size_range(80.0..=(room.y - 320.0).clamp(80.0, 480.0))
                .resizable(true)
                .show_collapsible(ui, &mut open, |ui| {
                    regions.begin(ui, desk, Region::Below);
                    let whole = ui.max_rect();
                    panels::bottom::show(ui, desk, &mut self.charts, &mut self.tables);
                    if desk.editor.trial().is_some() {
                        redesign::frame_preview(ui, tokens, whole.expand2(vec2(8.0, 3.0)));
                    }
                });
            CentralPanel::no_frame().show(ui, |ui| {
                regions.begin(ui, desk, Region::Sheet);
                self.canvas.show(ui, desk);
                if desk.editor.trial().is_some() {
                    let said = (!previewing).then(|| self.advice.preview_words(desk)).flatten();
                    redesign::mark_preview(ui, tokens, said.as_deref());
                }
                self.notice.show(ui, tokens);
            });
        }
        access::panel_edges(ui, desk.text("panel-edge"), &["palette", "side", "table"]);
        self.actions = actions;
    }

    /// Carries out what the last pass asked for.
    fn carry_out(&mut self, ctx: &egui::Context) {
        let actions = std::mem::take(&mut self.actions);
        if !actions.is_empty() {
            ctx.request_repaint();
        }
        for action in actions {
            let on_purpose = matches!(action, Action::Abort | Action::Take(_) | Action::Try(..));
            let levers = self.editor.trial() == Some(LEVERS);
            // While the sheet shows a design that is not in the file, nothing may change there.
            if !self.is_previewing() || redesign::only_looks(&action) {
                self.carry_out_one(ctx, action);
            }
            if levers && !on_purpose && self.editor.trial() != Some(LEVERS) {
                let said = self.words.text("levers-were-put-back").to_owned();
                self.notice.say_first(said, ctx.time());
            }
        }
        self.refresh(ctx);
    }

    fn carry_out_one(&mut self, ctx: &egui::Context, action: Action) {
        if matches!(action, Action::Edit(_) | Action::Preview(..))
            && self.editor.trial() == Some(LEVERS)
        {
            // What asked for it saw the levers' numbers, which must not slip into the document.
            self.editor.abort();
            return;
        }
        match action {
            Action::Edit(edit) => self.edit(ctx, edit),
            Action::Preview(gesture, edit) => {
                // A refused preview leaves the state before the gesture, which is what is shown;
                // the canvas and the fields say why where it matters.
                let _ = self.editor.preview(gesture, edit);
            }
            Action::Try(trial, edit) => {
                // As above; a suggestion that is refused shows nothing.
                let _ = self.editor.try_out(trial, edit);
            }
            Action::Take(edit) => {
                if let Err(refusal) = self.editor.apply(edit) {
                    let why = self.words.refusal(refusal).to_owned();
                    self.notice.say(why, ctx.time());
                }
            }
            Action::Commit => self.editor.commit_gesture(),
            Action::Abort => self.editor.abort(),
            Action::Select(selection) => self.select(selection),
            Action::Pick(selection) => {
                self.select(selection);
                self.hand.pick(self.editor.selection());
            }
            Action::Name(thing) => self.start_naming(ctx, thing),
            Action::GoTo(place) => self.go_to(place),
            Action::Compare(before, after) => self.compare(before, after),
            Action::GoToChange(place, scenario) => {
                self.editor.show_scenario(scenario);
                self.go_to(place);
                self.tab = SideTab::Compare;
            }
            Action::Show(scenario) => self.editor.show_scenario(scenario),
            Action::Run(command) => self.run(ctx, command),
            Action::Tab(tab) => self.tab = tab,
            Action::Below(tab) => self.bottom.tab = tab,
            Action::LeaveStartScreen => self.start_screen = None,
            Action::OpenSample(key) => self.open_sample(ctx, key),
            Action::OpenFile(path) => self.open_file(ctx, path),
            Action::AskRemoveLane(lane) => self.ask(Dialog::RemoveLane(lane)),
            Action::AskRemoveDecision(step) => self.ask(Dialog::RemoveDecision(step)),
            Action::File(answer) => match answer {
                FileAnswer::Reload => self.reload(ctx),
                FileAnswer::Dismiss => self.files.watch.dismiss(),
                FileAnswer::SaveAs => self.run(ctx, super::commands::Command::SaveAs),
                FileAnswer::TypePath => self.type_path(),
                FileAnswer::LeaveSaving => self.leave_writing(ctx),
            },
            Action::Filter(filter) => self.filter = filter,
            Action::Say(text) => self.notice.say(text, ctx.time()),
            Action::Explain { title, text } => self.ask(Dialog::message(&title, &text)),
        }
    }

    /// Does an edit; a refusal is said at the foot of the sheet.
    pub(super) fn edit(&mut self, ctx: &egui::Context, edit: impl Into<DocumentEdit>) {
        let edit = edit.into();
        let within = edit.in_scenario();
        let adds_card = within.is_some_and(Edit::adds_card);
        let adds_thing = within.is_some_and(adds_thing);
        match self.editor.apply(edit) {
            Ok(()) => {
                self.hand.pick(self.editor.selection());
                if adds_thing && let Some(thing) = self.editor.selection().other {
                    self.hand.rest();
                    self.start_naming(ctx, thing);
                }
                self.bottom.enlarged &= !adds_card;
                if adds_card && let Some(step) = self.editor.selection().only_step() {
                    self.canvas.start_renaming(step);
                }
                if !self.editor.selection().is_empty() {
                    self.tab = SideTab::Details;
                }
            }
            Err(refusal) => {
                let why = self.words.refusal(refusal).to_owned();
                self.notice.say(why, ctx.time());
            }
        }
    }

    fn select(&mut self, selection: Selection) {
        self.editor.commit_gesture();
        self.tab = if selection.is_empty() { SideTab::Capacity } else { SideTab::Details };
        self.editor.select(selection);
    }

    fn go_to(&mut self, place: ProblemPlace) {
        let selection = match place {
            ProblemPlace::Step(step) => {
                self.canvas.reveal(step);
                Selection::step(step)
            }
            ProblemPlace::Link(link) => {
                if let Some(link) = self.editor.scenario().links().get(&link) {
                    self.canvas.reveal(link.from);
                }
                Selection::link(link)
            }
            ProblemPlace::Role(role) => Selection::thing(Thing::Role(role)),
            ProblemPlace::Sheet => Selection::default(),
        };
        self.editor.select(selection);
        self.tab = SideTab::Details;
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

    /// Brings figures and marks up to date with the document.
    fn refresh(&mut self, ctx: &egui::Context) {
        self.words.set_units(Units::of(self.editor.blueprint(), self.editor.scenario()));
        let before = Version::of(&self.figures);
        if self.figures.update(&self.editor) {
            let after = Version::of(&self.figures);
            self.flashes.note(&self.words, &before, &after, ctx.time());
        }
        // A filter for a role that is gone would show nothing and say nothing.
        let roles = self.editor.scenario().roles();
        self.filter.role = self.filter.role.filter(|role| roles.contains_key(role));
        let still = self.comparing.as_mut().is_none_or(|comparing| {
            comparing.update(&self.editor, self.figures.analysis(), &self.words)
        });
        if !still {
            self.stop_comparing();
        }
        if let Some(seconds) = self.flashes.expire(ctx.time(), self.editor.in_gesture()) {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(seconds.max(0.02)));
        }
    }

    /// Puts another document on the desk, with its file. Whoever replaces unsaved work was asked
    /// before.
    pub(super) fn put_on_desk(&mut self, document: Document) {
        self.start_screen = None;
        self.redesign = None;
        self.recovery.let_go();
        let Document { blueprint, saved, home, left_out, .. } = document;
        self.editor = Editor::with_saved(blueprint, saved);
        self.files.change_document(home);
        self.figures = Figures::of(&self.editor);
        self.flashes.clear();
        self.canvas = Canvas::default();
        // Whoever opens a file can walk along its flow at once.
        self.canvas.take_focus();
        self.tab = SideTab::Capacity;
        self.bottom.enlarged = false;
        self.charts = Charts::default();
        self.tables = panels::tables::Tables::default();
        self.palette = panels::palette::PalettePanel::default();
        self.hand = HandKeys::default();
        self.tabs = ScenarioTabs::default();
        self.advice = panels::capacity::Advice::default();
        self.comparing = None;
        self.filter = Filter::default();
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

    /// Whether nothing has the keys and no dialog is open.
    fn is_free(&self, ctx: &egui::Context) -> bool {
        let focused = ctx.memory(egui::Memory::focused);
        focused.is_none() && !self.dialogs.is_open() && self.redesign.is_none()
    }

    fn title(&self) -> String {
        let mark = if self.editor.is_modified() { "• " } else { "" };
        format!("{mark}{} – Onstage", self.file_name())
    }
}

impl eframe::App for App {
    // Also called while the window is hidden, when the last changes still wait for their copy.
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.tend_recovery(ctx);
    }

    fn on_exit(&mut self, _painter: Option<&eframe::glow::Context>) {
        // A window that is torn down unasked, as at the end of the system, leaves its work behind.
        let unsaved = self.unsaved().filter(|_| !self.files.may_close());
        self.recovery.finish(unsaved.as_ref());
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.typing_ahead.give_back(&ctx);
        self.typing_ahead.keep_for_the_click(&ctx);
        // A field that is left by Enter or Esc in this pass still owns the key.
        let was_typing = ctx.text_edit_focused();
        let was_open = egui::Popup::is_any_open(&ctx);
        self.fetch_files(&ctx);
        self.fetch_import(&ctx);
        let is_covered = self.dialogs.is_open() || self.redesign.is_some();
        if is_covered && !self.covered {
            // A hover text would stay open over the dialog as long as the pointer rests. What is
            // disabled for this reason looks as before: the scrim alone says that it waits.
            ui.disable();
            ui.set_opacity(1.0);
        }
        self.covered = is_covered;
        self.show(ui);
        self.show_dialog(&ctx);
        self.show_redesign(&ctx, was_typing);
        if std::mem::replace(&mut self.typing, ctx.text_edit_focused()) && self.is_free(&ctx) {
            // Who leaves a field for nothing else is back at the sheet.
            self.canvas.take_focus();
        }
        self.focus_ring.show(&ctx);
        self.offer_composing(&ctx);
        self.hand.read_composing(&ctx);
        self.read_keys(&ctx, was_typing, was_open);
        self.watch_closing(&ctx);
        self.watch_focus(&ctx);
        self.watch_dropped_files(&ctx);
        self.carry_out(&ctx);
        access::window(&ctx, &self.title());
        self.canvas.set_title(&ctx, self.title());
        if let Some(seconds) = self.notice.expire(ctx.time()) {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(seconds.max(0.02)));
        }
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}

/// Light, dark or the system's.
pub(super) fn theme_of(command: super::commands::Command) -> Option<ThemePreference> {
    use super::commands::Command;
    match command {
        Command::ThemeLight => Some(ThemePreference::Light),
        Command::ThemeDark => Some(ThemePreference::Dark),
        Command::ThemeSystem => Some(ThemePreference::System),
        _ => None,
    }
}
