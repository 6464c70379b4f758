//! The board of shortcuts, made from the list of commands: what is done, and the caps of the keys.

use egui::{
    Align2, CornerRadius, Event, Key, Rect, Sense, Stroke, StrokeKind, TextEdit, Ui, Vec2,
    WidgetInfo,
};

use egui::accesskit::Role;

use crate::guide::Page;
use crate::ui::app::App;
use crate::ui::commands::{Command, Group, face};
use crate::ui::controls::{elided, section_head};
use crate::ui::fonts::{Weight, font};
use crate::ui::presenting::Presenting;
use crate::ui::theme::{BODY, Tokens, times};

use super::DialogView;

/// The least width of a column, and the room between two, in points.
const COLUMN: f32 = 290.0;
const GAP: f32 = 28.0;
/// Height of a row with caps, of a line of words, of a head.
const ROW: f32 = 25.0;
const LINE: f32 = 16.0;
const HEAD: f32 = 30.0;
/// Between two parts.
const BETWEEN: f32 = 14.0;
/// How wide the board becomes at most: four columns that are easily read across.
const MOST_WIDTH: f32 = 1560.0;
/// How high it becomes at most.
const MOST_HEIGHT: f32 = 1000.0;
/// What the floating scroll bar would cover.
const SCROLL_BAR: f32 = 12.0;

/// What the pointer does, as pairs of texts.
const GESTURES: &[(&str, &str)] = &[
    ("gesture-select", "gesture-select-how"),
    ("gesture-marquee", "gesture-marquee-how"),
    ("gesture-move", "gesture-move-how"),
    ("gesture-copy", "gesture-copy-how"),
    ("gesture-insert", "gesture-insert-how"),
    ("gesture-connect", "gesture-connect-how"),
    ("gesture-rename", "gesture-rename-how"),
    ("gesture-share", "gesture-share-how"),
    ("gesture-reorder", "gesture-reorder-how"),
    ("gesture-resize", "gesture-resize-how"),
    ("gesture-line", "gesture-line-how"),
    ("gesture-cut", "gesture-cut-how"),
    ("gesture-pan", "gesture-pan-how"),
    ("gesture-zoom", "gesture-zoom-how"),
    ("gesture-abort", "gesture-abort-how"),
];

/// What keys do on the sheet that are no commands.
const ON_THE_SHEET: &[(&str, &str)] = &[
    ("key-walk", "key-walk-how"),
    ("key-nudge", "key-nudge-how"),
    ("key-rename", "key-rename-how"),
    ("key-compose", "key-compose-how"),
    ("key-letters", "key-letters-how"),
    ("key-reorder", "key-reorder-how"),
    ("key-resize", "key-resize-how"),
];

/// What keys do in the tables of steps and roles.
const IN_TABLES: &[(&str, &str)] = &[
    ("key-cell", "key-cell-how"),
    ("key-choose", "key-choose-how"),
    ("key-range", "key-range-how"),
    ("key-fill", "key-fill-how"),
    ("key-remove-rows", "key-remove-rows-how"),
];

/// What keys do while a day is played.
const IN_THE_PLAYER: &[(&str, &str)] = &[
    ("key-play", "key-play-how"),
    ("key-play-event", "key-play-event-how"),
    ("key-play-minute", "key-play-minute-how"),
    ("key-play-speed", "key-play-speed-how"),
    ("key-play-ends", "key-play-ends-how"),
];

/// What keys do while a blueprint is reviewed.
const IN_A_REVIEW: &[(&str, &str)] = &[
    ("key-review-rows", "key-review-rows-how"),
    ("key-review-comment", "key-review-comment-how"),
    ("key-review-walk", "key-review-walk-how"),
    ("key-review-answer", "key-review-answer-how"),
    ("key-review-only", "key-review-only-how"),
    ("key-review-changes", "key-review-changes-how"),
    ("key-review-send", "key-review-send-how"),
];

/// What keys do while a lesson is given.
const IN_A_LESSON: &[(&str, &str)] = &[
    ("key-lesson-next", "key-lesson-next-how"),
    ("key-lesson-back", "key-lesson-back-how"),
    ("key-lesson-jump", "key-lesson-jump-how"),
    ("key-lesson-blank", "key-lesson-blank-how"),
    ("key-lesson-hold", "key-lesson-hold-how"),
    ("key-lesson-tools", "key-lesson-tools-how"),
    ("key-lesson-levers", "key-lesson-levers-how"),
    ("key-lesson-flip", "key-lesson-flip-how"),
    ("key-lesson-hands", "key-lesson-hands-how"),
    ("key-lesson-try", "key-lesson-try-how"),
    ("key-lesson-restore", "key-lesson-restore-how"),
    ("key-lesson-undo", "key-lesson-undo-how"),
    ("key-lesson-day", "key-lesson-day-how"),
    ("key-lesson-looks", "key-lesson-looks-how"),
    ("key-lesson-leave", "key-lesson-leave-how"),
];

/// The board of shortcuts, and what was typed to find one.
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct Shortcuts {
    typed: String,
}

/// How something is done.
enum How {
    /// By keys: the caps, and the shortcut as it is said.
    Keys(Vec<String>, String),
    /// In words.
    Words(String),
}

/// What is done and how.
struct Line {
    what: String,
    how: How,
}

/// Lines under a head.
struct Part {
    name: String,
    lines: Vec<Line>,
}

impl Part {
    /// What is left of it for a search: all of it where its name fits. Every word that was typed
    /// must be somewhere in a line.
    fn found(mut self, typed: &str) -> Option<Self> {
        let fits = |text: &str| {
            let text = text.to_lowercase();
            typed.to_lowercase().split_whitespace().all(|word| text.contains(word))
        };
        if !fits(&self.name) {
            self.lines.retain(|line| {
                let how = match &line.how {
                    How::Keys(_, said) => said,
                    How::Words(words) => words,
                };
                fits(&format!("{} {how}", line.what))
            });
        }
        (!self.lines.is_empty()).then_some(self)
    }

    /// About how high it is in a column of a width.
    fn height(&self, ui: &Ui, width: f32) -> f32 {
        let lines: f32 = self
            .lines
            .iter()
            .map(|line| match &line.how {
                How::Keys(..) => ROW * times(ui.style()),
                How::Words(words) => {
                    2.0 * LINE * times(ui.style()) + words_height(ui, words, width)
                }
            })
            .sum();
        (HEAD + BETWEEN) * times(ui.style()) + lines
    }
}

impl DialogView for Shortcuts {
    fn page(&self) -> Option<Page> {
        Some(Page::Keys)
    }

    /// As many columns as the window has room for.
    fn width(&self) -> f32 {
        MOST_WIDTH
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        super::title(ui, app.words.text("command-shortcuts"));
        let tokens = Tokens::of(ui.ctx());
        // The key that opened the board closes it, unless something is looked for.
        if self.typed.is_empty() && takes_question_mark(ui) {
            return true;
        }
        let hint = app.words.text("shortcuts-search");
        let field = TextEdit::singleline(&mut self.typed)
            .hint_text(hint)
            .desired_width(ui.available_width().min(COLUMN * times(ui.style())));
        let field = ui.add(field).accessible_name(hint);
        if ui.memory(|memory| memory.focused().is_none()) && !field.lost_focus() {
            field.request_focus();
        }
        let parts = parts(ui, app);
        let parts: Vec<Part> =
            parts.into_iter().filter_map(|part| part.found(&self.typed)).collect();
        let height = (ui.ctx().content_rect().height() - 220.0 - 60.0 * (times(ui.style()) - 1.0))
            .clamp(140.0, MOST_HEIGHT);
        // As high whatever is found, so that the field stays where it is; a dialog offers no more room
        // than it had before.
        let board_rect =
            Rect::from_min_size(ui.cursor().min, Vec2::new(ui.available_width(), height));
        ui.scope_builder(egui::UiBuilder::new().max_rect(board_rect), |ui| {
            egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.set_max_width(ui.available_width() - SCROLL_BAR);
                if parts.is_empty() {
                    let typed = self.typed.trim();
                    ui.label(app.words.with("finder-nothing", &[("text", typed.into())]));
                }
                board(ui, tokens, parts);
            });
        });
        let close = app.words.text("button-close").to_owned();
        super::buttons(ui, |ui| super::main_button(ui, &close))
    }
}

/// Takes a question mark out of the input, as a key or typed, and answers whether there was one.
fn takes_question_mark(ui: &Ui) -> bool {
    ui.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| match event {
            Event::Text(text) => !matches!(text.as_str(), "?" | "？"),
            Event::Key { key, pressed, .. } => !(*key == Key::Questionmark && *pressed),
            _ => true,
        });
        input.events.len() < before
    })
}

/// All there is: what keys do as commands, menu by menu, then what pointer and keys do besides.
fn parts(ui: &Ui, app: &App) -> Vec<Part> {
    let text = |key: &str| app.words.text(key).to_owned();
    let in_lesson = app.modes.presenting.as_deref().map(Presenting::is_trying);
    let of = |(head, rows): (&str, &[(&str, &str)])| {
        let lines = rows
            .iter()
            .map(|(what, how)| Line { what: text(what), how: How::Words(text(how)) })
            .collect();
        Part { name: text(head), lines }
    };
    let lesson = of(("shortcuts-lesson", IN_A_LESSON));
    if in_lesson == Some(false) {
        // While stops are shown the sheet and its menus have no keys, and those of the player mean what they
        // mean in the lesson.
        return vec![lesson];
    }
    let commands = Group::ALL.into_iter().map(|group| {
        let faces = Command::all().into_iter().map(face).filter(|face| face.group == group);
        let lines = faces.filter_map(|face| {
            let how = How::Keys(face.caps(ui.ctx())?, face.shortcut_text(ui.ctx())?);
            Some(Line { what: face.name(&app.words), how })
        });
        Part { name: text(group.key()), lines: lines.collect() }
    });
    let besides: [(&str, &[(&str, &str)]); 5] = [
        ("shortcuts-pointer", GESTURES),
        ("region-sheet", ON_THE_SHEET),
        ("shortcuts-tables", IN_TABLES),
        ("playing-title", IN_THE_PLAYER),
        ("shortcuts-review", IN_A_REVIEW),
    ];
    let besides = besides.into_iter().map(of);
    let first = in_lesson.is_some().then(|| of(("shortcuts-lesson", IN_A_LESSON)));
    let last = Some(lesson).filter(|_| in_lesson.is_none());
    first
        .into_iter()
        .chain(commands)
        .chain(besides)
        .chain(last)
        .filter(|part| !part.lines.is_empty())
        .collect()
}

/// The parts in as many columns as there is room for: the highest first, each to the column that is
/// shortest so far, so that all end at about one height; in a column they stand in their order.
fn board(ui: &mut Ui, tokens: Tokens, parts: Vec<Part>) {
    let times = times(ui.style());
    let (column, gap) = (COLUMN * times, GAP * times);
    let room = ui.available_width();
    // A small count of columns.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let count = (((room + gap) / (column + gap)).floor() as usize).clamp(1, 4);
    let width = (room + gap) / count as f32 - gap;
    let parts = if times > 1.0 { spread(parts, count) } else { parts };
    let mut columns: Vec<(f32, Vec<(usize, Part)>)> =
        (0..count).map(|_| (0.0, Vec::new())).collect();
    let mut parts: Vec<(f32, (usize, Part))> = parts
        .into_iter()
        .enumerate()
        .map(|(place, part)| (part.height(ui, width), (place, part)))
        .collect();
    parts.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (height, part) in parts {
        let shortest = columns.iter_mut().min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((used, column)) = shortest {
            *used += height;
            column.push(part);
        }
    }
    for (_, column) in &mut columns {
        column.sort_by_key(|(place, _)| *place);
    }
    columns.sort_by_key(|(_, column)| column.first().map_or(usize::MAX, |(place, _)| *place));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (_, column) in columns {
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 0.0;
                for (_, part) in column {
                    head(ui, tokens, &part.name);
                    ui.add_space(6.0 * times);
                    for line in part.lines {
                        match line.how {
                            How::Keys(caps, said) => keys(ui, tokens, &line.what, &caps, &said),
                            How::Words(words) => in_words(ui, tokens, &line.what, &words),
                        }
                    }
                    ui.add_space(BETWEEN * times);
                }
            });
        }
    });
}

/// A single part is cut into as many as there are columns, as large letters take much room.
fn spread(mut parts: Vec<Part>, count: usize) -> Vec<Part> {
    if parts.len() != 1 || count < 2 {
        return parts;
    }
    let Some(mut whole) = parts.pop() else { return parts };
    let each = whole.lines.len().div_ceil(count).max(1);
    while !whole.lines.is_empty() {
        let rest = whole.lines.split_off(each.min(whole.lines.len()));
        let name = if parts.is_empty() { whole.name.clone() } else { " ".to_owned() };
        parts.push(Part { name, lines: std::mem::replace(&mut whole.lines, rest) });
    }
    parts
}

/// The head of a part.
fn head(ui: &mut Ui, tokens: Tokens, name: &str) {
    if times(ui.style()) <= 1.0 {
        section_head(ui, tokens, name);
        return;
    }
    let letters = font(Weight::Semibold, small(ui));
    ui.label(egui::RichText::new(name).font(letters).color(tokens.muted));
}

/// How large the smaller letters are: before a class as large as the others.
fn small(ui: &Ui) -> f32 {
    egui::TextStyle::Small.resolve(ui.style()).size
}

/// What is done at the left, the caps of its keys at the right.
fn keys(ui: &mut Ui, tokens: Tokens, what: &str, caps: &[String], said: &str) {
    let large = times(ui.style());
    let size = Vec2::new(ui.available_width(), ROW * large);
    let (rect, row) = ui.allocate_exact_size(size, Sense::hover());
    row.widget_info(|| WidgetInfo::labeled(Role::Label, true, what));
    let mut right = rect.right();
    for cap in caps.iter().rev() {
        right -= cap_of_key(ui, tokens, cap, egui::pos2(right, rect.center().y)) + 3.0 * large;
    }
    let keys = Rect::from_x_y_ranges(right..=rect.right(), rect.y_range());
    let id = ui.next_auto_id().with(what);
    let response = ui.interact(keys, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said));
    let room = right - rect.left() - 6.0;
    let name = elided(ui, what, font(Weight::Regular, BODY * large), tokens.ink, room);
    let at = egui::pos2(rect.left(), rect.center().y - name.size().y / 2.0);
    let is_cut = name.elided;
    ui.painter().galley(at, name, tokens.ink);
    if is_cut {
        row.on_hover_text(what);
    }
}

/// A cap whose right edge is at a place; answers how wide it is.
fn cap_of_key(ui: &Ui, tokens: Tokens, cap: &str, right: egui::Pos2) -> f32 {
    let large = times(ui.style());
    let letters = font(Weight::Medium, small(ui));
    let text = ui.painter().layout_no_wrap(cap.to_owned(), letters, tokens.ink);
    let size = Vec2::new((text.size().x + 12.0 * large).max(20.0 * large), 19.0 * large);
    let rect = Align2::RIGHT_CENTER.anchor_size(right, size);
    let edge = Stroke::new(1.0, tokens.hairline);
    // A key is a little thicker below.
    let below = rect.translate(Vec2::new(0.0, 1.0));
    ui.painter().rect_filled(below, CornerRadius::same(4), tokens.hairline);
    ui.painter().rect(rect, CornerRadius::same(4), tokens.background, edge, StrokeKind::Inside);
    let at = Align2::CENTER_CENTER.align_size_within_rect(text.size(), rect).min;
    ui.painter().galley(at, text, tokens.ink);
    size.x
}

/// What is done, and below it how, in words.
fn in_words(ui: &mut Ui, tokens: Tokens, what: &str, how: &str) {
    let large = times(ui.style());
    let letters = font(Weight::Regular, BODY * large);
    ui.add(egui::Label::new(egui::RichText::new(what).font(letters).color(tokens.ink)).wrap());
    let letters = font(Weight::Regular, small(ui));
    ui.add(egui::Label::new(egui::RichText::new(how).font(letters).color(tokens.muted)).wrap());
    ui.add_space(LINE * 0.5 * large);
}

/// How high words are in a column of a width.
fn words_height(ui: &Ui, words: &str, width: f32) -> f32 {
    let letters = font(Weight::Regular, small(ui));
    ui.painter().layout(words.to_owned(), letters, egui::Color32::PLACEHOLDER, width).size().y
}
