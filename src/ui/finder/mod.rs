//! One field that finds everything: commands by their names, and what the blueprint is made of.

mod entries;
mod matching;

use egui::{
    Align2, CornerRadius, Key, Modifiers, RichText, Sense, TextEdit, Ui, Vec2, WidgetInfo,
    accesskit::Role,
};

use super::commands::Command;
use super::controls::elided;
use super::fonts::{Weight, font, icon};
use super::icons;
use super::theme::{BODY, SMALL};
use super::view_context::{Action, ViewContext};

pub(super) use entries::Sought;
use entries::{Entry, found};
pub(super) use matching::rank;

/// Height of a row, in points.
const ROW: f32 = 30.0;
/// How many rows are seen at once.
const ROWS_SEEN: u8 = 11;
/// How many commands are remembered as used recently.
const MOST_REMEMBERED: usize = 5;

/// The finder while it is open.
#[derive(Clone, Debug)]
pub(super) struct Finder {
    sought: Sought,
    query: String,
    /// The row that Enter chooses: none until something is typed or keys come to a row.
    marked: Option<usize>,
}

/// What became of the finder in a pass.
pub(super) enum Answer {
    Open,
    Chosen(Action),
}

impl Finder {
    pub fn new(sought: Sought) -> Self {
        Self { sought, query: String::new(), marked: None }
    }

    /// The key of what it is called.
    pub fn name(&self) -> &'static str {
        match self.sought {
            Sought::Command => "command-find-command",
            Sought::Thing => "command-find",
        }
    }

    /// Shows the field and what fits; answers what was chosen.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &ViewContext<'_>,
        recently_used: &[Command],
    ) -> Answer {
        let before = self.query.clone();
        let moved = moves(ui);
        let entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        self.field(ui, view);
        if self.query != before {
            self.marked = (!self.query.trim().is_empty()).then_some(0);
        }
        let entries = found(view, ui.ctx(), self.sought, &self.query, recently_used);
        let last = entries.len().saturating_sub(1);
        self.marked = match self.marked {
            Some(marked) => Some(marked.saturating_add_signed(moved).min(last)),
            // The first step down comes to the first row.
            None => usize::try_from(moved - 1).ok().map(|marked| marked.min(last)),
        };
        ui.separator();
        if entries.is_empty() {
            ui.add_space(8.0);
            let none = view.words.with("finder-nothing", &[("text", self.query.trim().into())]);
            ui.label(RichText::new(none).color(view.tokens.muted));
            ui.add_space(8.0);
            return Answer::Open;
        }
        let mut chosen = self.marked.filter(|_| entered).and_then(|marked| entries.get(marked));
        ui.spacing_mut().item_spacing.y = 0.0;
        let rows = egui::ScrollArea::vertical()
            .max_height(ROW * f32::from(ROWS_SEEN))
            // As high as its rows, however few there were before.
            .min_scrolled_height(ROW * f32::from(ROWS_SEEN))
            .auto_shrink([false, true]);
        rows.show(ui, |ui| {
            for (at, entry) in entries.iter().enumerate() {
                let response = row(ui, view, entry, self.marked == Some(at));
                if self.marked == Some(at) && (moved != 0 || self.query != before) {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    chosen = Some(entry);
                }
            }
        });
        match chosen.filter(|entry| entry.obstacle.is_none()) {
            Some(entry) => Answer::Chosen(entry.choice.clone().action()),
            None => Answer::Open,
        }
    }

    fn field(&mut self, ui: &mut Ui, view: &ViewContext<'_>) {
        let name = self.name();
        let hint = match self.sought {
            Sought::Command => "finder-hint-command",
            Sought::Thing => "finder-hint-thing",
        };
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(20.0), Sense::hover());
            let muted = view.tokens.muted;
            ui.painter().text(
                rect.center(),
                Align2::CENTER_CENTER,
                icons::SEARCH,
                icon(16.0),
                muted,
            );
            let id = egui::Id::unique("finder");
            // Before it is shown: what was typed with the keys that opened it is for it already.
            ui.memory_mut(|memory| memory.request_focus(id));
            let field = TextEdit::singleline(&mut self.query)
                .id(id)
                .hint_text(view.text(hint))
                .font(font(Weight::Regular, 15.0))
                .frame(egui::Frame::NONE)
                .desired_width(f32::INFINITY);
            let response = ui.add(field);
            let said = view.text(name);
            response.widget_info(|| {
                let mut info = WidgetInfo::text_edit(true, "", &self.query, "");
                info.label = Some(said.to_owned());
                info
            });
        });
    }
}

/// Remembers a command as the one used last.
pub(super) fn used(recently_used: &mut Vec<Command>, command: Command) {
    recently_used.retain(|other| *other != command);
    recently_used.insert(0, command);
    recently_used.truncate(MOST_REMEMBERED);
}

/// The command behind an action, if it is one.
pub(super) fn command_of(action: &Action) -> Option<Command> {
    if let Action::Run(command) = action { Some(*command) } else { None }
}

/// By how many rows the keys of this pass move the mark.
fn moves(ui: &Ui) -> isize {
    let page = isize::from(ROWS_SEEN) - 1;
    let mut by = 0;
    for (key, rows) in
        [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::PageDown, page), (Key::PageUp, -page)]
    {
        let times = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        by += isize::try_from(times).unwrap_or(1) * rows;
    }
    by
}

fn row(ui: &mut Ui, view: &ViewContext<'_>, entry: &Entry, marked: bool) -> egui::Response {
    let tokens = view.tokens;
    let size = Vec2::new(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let free = entry.obstacle.is_none();
    let said = view.words.clauses(&[entry.name.as_str(), entry.detail.as_str()]);
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, free, &said));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(marked));
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        if marked || response.hovered() {
            let fill = if marked { tokens.accent_wash } else { tokens.background };
            painter.rect_filled(rect, CornerRadius::same(6), fill);
        }
        let inside = rect.shrink2(Vec2::new(10.0, 0.0));
        let ink = if free { tokens.ink } else { tokens.muted };
        if let Some(sign) = entry.icon {
            let at = inside.left_center() + Vec2::new(8.0, 0.0);
            painter.text(at, Align2::CENTER_CENTER, sign, icon(15.0), tokens.muted);
        }
        let right = inside.right_center();
        let beside = match (&entry.obstacle, &entry.keys) {
            (Some(why), _) => why.clone(),
            (None, Some(keys)) => keys.clone(),
            (None, None) => String::new(),
        };
        let most = inside.width() * 0.55;
        let beside = elided(ui, &beside, font(Weight::Regular, SMALL), tokens.muted, most);
        let beside_at = right - Vec2::new(beside.size().x, beside.size().y / 2.0);
        let left = inside.left() + 26.0;
        let room = beside_at.x - left - 12.0;
        let weight = if marked && free { Weight::Medium } else { Weight::Regular };
        let name = elided(ui, &entry.name, font(weight, BODY), ink, room);
        let detail_at = left + name.size().x + 10.0;
        let room = beside_at.x - detail_at - 12.0;
        let centre = rect.center().y;
        let at = egui::pos2(left, centre - name.size().y / 2.0);
        painter.galley(at, name, ink);
        if room > 24.0 {
            let detail =
                elided(ui, &entry.detail, font(Weight::Regular, SMALL), tokens.muted, room);
            let at = egui::pos2(detail_at, centre - detail.size().y / 2.0);
            painter.galley(at, detail, tokens.muted);
        }
        painter.galley(beside_at, beside, tokens.muted);
    }
    if let Some(why) = &entry.obstacle {
        return response.on_hover_text(why);
    }
    response
}
