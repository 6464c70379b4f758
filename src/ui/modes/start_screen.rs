//! What is seen at a start without a file: recent files, an empty sheet, templates and samples.

use std::path::PathBuf;

use egui::{
    Button, Frame, Margin, RichText, ScrollArea, Sense, Ui, Vec2, WidgetInfo, accesskit::Role,
};

use crate::background::Task;
use crate::storage;
use crate::ui::canvas::Thumbnails;
use crate::ui::commands::{Bound, Command};
use crate::ui::controls::{elided, section_head, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::regions::{Region, Regions};
use crate::ui::shelf::Shelf;
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::{Action, ViewContext};

use super::{Esc, Mode, Standing};

/// The sample that a first start leads with.
const FIRST_SAMPLE: &str = "driver-licence-office";
/// The width of the column of files, in points.
const FILES_WIDTH: f32 = 272.0;
/// The widest that the shelves become, in points.
const MOST_WIDTH: f32 = 1480.0;

/// The start screen while it is shown.
pub(in crate::ui) struct StartScreen {
    /// Which of the recent files are there; looked up beside the window, as a disk far away may
    /// take its time.
    looking: Task<(), Vec<PathBuf>>,
    missing: Vec<PathBuf>,
}

impl Mode for StartScreen {
    fn sheet_takes_input(&self) -> bool {
        false
    }

    fn takes_key(&self, key: &Bound) -> bool {
        key.at_start
    }

    fn escape(&self, _standing: Standing) -> Esc {
        Esc::Asks(Action::LeaveStartScreen)
    }
}

impl StartScreen {
    /// Begins to look which of the recent files are there.
    pub fn new(ctx: &egui::Context, recent: &[PathBuf]) -> Self {
        let files = recent.to_vec();
        let mut looking = Task::waiting("look for recent files");
        looking.start((), ctx, move |_| files.into_iter().filter(|path| !path.is_file()).collect());
        Self { looking, missing: Vec::new() }
    }

    /// Whether it is still looking for files.
    pub fn is_busy(&self) -> bool {
        self.looking.is_busy()
    }

    /// Shows the screen.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        regions: &mut Regions,
        thumbnails: &mut Thumbnails,
    ) {
        // Without an answer all are offered; one that is missing says so when it is opened.
        if let Some(((), Ok(missing))) = self.looking.poll() {
            self.missing = missing;
        }
        let room = ui.available_width();
        let side = ((room - MOST_WIDTH) / 2.0).max(0.0);
        egui::Panel::left("start-files")
            .frame(Frame::new().fill(view.tokens.panel).inner_margin(Margin::same(28)))
            .exact_size(FILES_WIDTH + 56.0 + side * 0.5)
            .resizable(false)
            .show(ui, |ui| {
                regions.begin(ui, view, Region::StartFiles);
                self.files(ui, view);
            });
        let frame = Frame::new().fill(view.tokens.background);
        egui::CentralPanel::default().frame(frame).show(ui, |ui| {
            regions.begin(ui, view, Region::StartShelves);
            ScrollArea::vertical().id_salt("start-shelves").auto_shrink(false).show(ui, |ui| {
                Frame::new().inner_margin(Margin::symmetric(32, 26)).show(ui, |ui| {
                    ui.set_width(ui.available_width().min(MOST_WIDTH));
                    shelves(ui, view, thumbnails);
                });
            });
        });
    }

    /// The name of the program, what to begin with, and the files of before.
    fn files(&self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        let tokens = view.tokens;
        ui.label(RichText::new("Onstage").font(font(Weight::Semibold, 28.0)).color(tokens.ink));
        ui.add(
            egui::Label::new(RichText::new(view.text("start-tagline")).color(tokens.muted)).wrap(),
        );
        ui.add_space(16.0);
        let wide = Vec2::new(ui.available_width(), 36.0);
        for (command, name, main) in [
            (Command::New, "sample-empty-sheet", true),
            (Command::Open, view.face(Command::Open).text, false),
            (Command::Review, view.face(Command::Review).text, false),
        ] {
            let colour = if main { tokens.on_accent } else { tokens.ink };
            let text =
                RichText::new(view.text(name)).font(font(Weight::Medium, BODY)).color(colour);
            let mut button = Button::new(text).min_size(wide);
            if main {
                button = button.fill(tokens.accent);
            }
            if let Some(keys) = view.face(command).shortcut_text(ui.ctx()) {
                let colour = if main { tokens.on_accent } else { tokens.muted };
                button = button.shortcut_text(RichText::new(keys).size(SMALL).color(colour));
            }
            if ui.add(button).clicked() {
                view.ask(Action::Run(command));
            }
        }
        ui.add_space(20.0);
        section_head(ui, tokens, view.text("start-recent"));
        if view.recent.is_empty() {
            small(ui, tokens, view.text("start-no-recent"));
        }
        ScrollArea::vertical().id_salt("start-recent").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for path in view.recent {
                self.file(ui, view, path);
            }
        });
    }

    /// A file of before: its name, its folder below.
    fn file(&self, ui: &mut Ui, view: &mut ViewContext<'_>, path: &PathBuf) {
        let tokens = view.tokens;
        let missing = self.missing.contains(path);
        let name = path
            .file_stem()
            .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        let folder = path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
        let sense = if missing { Sense::hover() } else { Sense::click() };
        let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 44.0), sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, !missing, &name));
        if ui.is_rect_visible(rect) {
            let painter = ui.painter();
            let corner = egui::CornerRadius::same(6);
            if !missing && response.hovered() {
                painter.rect_filled(rect, corner, tokens.accent_wash);
            }
            let (ink, below) =
                if missing { (tokens.faint, tokens.faint) } else { (tokens.ink, tokens.muted) };
            let room = rect.width() - 20.0;
            let upper = elided(ui, &name, font(Weight::Medium, BODY), ink, room);
            let lower = if missing { view.text("start-missing") } else { &folder };
            let lower = elided(ui, lower, font(Weight::Regular, SMALL), below, room);
            painter.galley(rect.min + Vec2::new(10.0, 6.0), upper, ink);
            painter.galley(rect.min + Vec2::new(10.0, 24.0), lower, below);
        }
        let response = response.on_hover_text(path.display().to_string());
        if response.clicked() {
            view.ask(Action::OpenFile(path.clone()));
        }
    }
}

/// Templates and samples; who has no files yet is led to an example first.
fn shelves(ui: &mut Ui, view: &mut ViewContext<'_>, thumbnails: &mut Thumbnails) {
    let first = storage::sample(FIRST_SAMPLE).filter(|_| view.recent.is_empty());
    let mut shelf = Shelf { words: view.words, tokens: view.tokens, thumbnails };
    let mut chosen = None;
    let head = |ui: &mut Ui, key| {
        let text = RichText::new(view.words.text(key)).font(font(Weight::Semibold, 15.0));
        ui.label(text.color(view.tokens.ink));
        ui.add_space(6.0);
    };
    if let Some(sample) = first {
        head(ui, "start-first");
        if shelf.lead(ui, sample, view.words.text("start-see-example")).clicked() {
            chosen = Some(sample);
        }
        ui.add_space(22.0);
    }
    head(ui, "start-templates");
    let templates: Vec<_> = storage::templates().iter().collect();
    chosen = shelf.show(ui, &templates, None, false).or(chosen);
    ui.add_space(10.0);
    head(ui, "start-samples");
    // The empty sheet has its own button, and what leads is not shown twice.
    let shown = |sample: &&storage::Sample| sample.key != "empty-sheet" && first != Some(*sample);
    let samples: Vec<_> = storage::samples().iter().filter(shown).collect();
    chosen = shelf.show(ui, &samples, None, false).or(chosen);
    if let Some(sample) = chosen {
        view.ask(Action::OpenSample(sample.key));
    }
}
