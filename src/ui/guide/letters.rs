//! Texts of the guide: lines of letters of several kinds, which can be selected and copied, with links
//! that can be clicked and reached with the keyboard.
//!
//! A text is laid out as a whole, so that its lines end where those of any text may, also beside a
//! link or a key.

use egui::accesskit::Role;
use egui::text::{CharIndex, LayoutJob, TextFormat};
use egui::text_selection::LabelSelectionState;
use egui::{
    Color32, CursorIcon, FontFamily, FontId, Galley, OpenUrl, Pos2, Rect, Response, Sense, Stroke,
    Ui, WidgetInfo, pos2,
};

use crate::guide::{Goal, Place, Run, Text};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::Tokens;

/// How a text looks.
#[derive(Clone, Copy)]
pub(super) struct Look {
    /// In points.
    pub size: f32,
    pub weight: Weight,
    pub colour: Color32,
    /// What it is for those who hear it: a heading, or lines.
    pub role: Role,
}

/// Lines stand so far apart, as a multiple of the size.
const LINES_APART: f32 = 1.5;

/// Letters of Chinese have no slanted form.
fn is_chinese(letter: char) -> bool {
    letter >= '\u{2e80}'
}

fn format(run: &Run, look: Look, tokens: Tokens) -> TextFormat {
    let slanted = run.stressed && !run.letters.chars().any(is_chinese);
    let weight = match look.weight {
        Weight::Regular if run.strong => Weight::Semibold,
        Weight::Regular if run.stressed && !slanted => Weight::Medium,
        weight @ (Weight::Regular | Weight::Medium | Weight::Semibold) => weight,
    };
    let colour = if run.goal.is_some() { tokens.accent } else { look.colour };
    TextFormat {
        font_id: if run.code {
            FontId::new(look.size * 0.94, FontFamily::Monospace)
        } else {
            font(weight, look.size)
        },
        line_height: Some((look.size * LINES_APART).round()),
        color: colour,
        background: if run.code { tokens.background } else { Color32::TRANSPARENT },
        expand_bg: 2.0,
        italics: slanted,
        ..TextFormat::default()
    }
}

/// A text as it is laid out in lines of a width.
pub(super) fn laid_out(ui: &Ui, text: &Text, look: Look, width: f32) -> std::sync::Arc<Galley> {
    let tokens = Tokens::of(ui.ctx());
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    for run in &text.runs {
        job.append(&run.letters, 0.0, format(run, look, tokens));
    }
    ui.painter().layout_job(job)
}

/// Shows a text in lines of a width; answers its place, and where in the guide a link leads that was
/// clicked.
pub(super) fn show<'a>(
    ui: &mut Ui,
    text: &'a Text,
    look: Look,
    width: f32,
) -> (Response, Option<&'a Place>) {
    let galley = laid_out(ui, text, look, width);
    let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
    show_at(ui, text, look, galley, rect.min)
}

/// Shows a text that is laid out at a place that was kept free for it.
pub(super) fn show_at<'a>(
    ui: &mut Ui,
    text: &'a Text,
    look: Look,
    galley: std::sync::Arc<Galley>,
    at: Pos2,
) -> (Response, Option<&'a Place>) {
    let rect = Rect::from_min_size(at, galley.size());
    let id = ui.next_auto_id();
    ui.skip_ahead_auto_ids(1);
    let response = ui.interact(rect, id, Sense::click_and_drag() - Sense::FOCUSABLE);
    response.widget_info(|| WidgetInfo::labeled(look.role, true, text.plain()));
    let pieces = links(text, &galley, at);
    let mut chosen = None;
    if ui.is_rect_visible(rect) {
        LabelSelectionState::label_text_selection(
            ui,
            &response,
            at,
            galley,
            look.colour,
            Stroke::NONE,
        );
    }
    for (index, (run, goal, places)) in pieces.into_iter().enumerate() {
        for (piece, place) in places.into_iter().enumerate() {
            // The keyboard reaches a link once, however many lines it has.
            let sense = if piece == 0 { Sense::click() } else { Sense::click() - Sense::FOCUSABLE };
            let link = ui.interact(place, id.with((index, piece)), sense);
            if piece == 0 {
                link.widget_info(|| WidgetInfo::labeled(Role::Link, true, &run.letters));
            }
            let clicked = link.clicked();
            // Below the letters, not below the line, which is far higher than they are.
            let below = place.center().y + look.size * 0.5;
            let faint = !link.hovered() && !link.has_focus();
            let colour = Tokens::of(ui.ctx()).accent.gamma_multiply(if faint { 0.45 } else { 1.0 });
            ui.painter().hline(place.x_range(), below, Stroke::new(1.0, colour));
            let link = link.on_hover_cursor(CursorIcon::PointingHand);
            match goal {
                Goal::Place(place) if clicked => chosen = Some(place),
                Goal::Web(address) if clicked => ui.open_url(OpenUrl::new_tab(address)),
                Goal::Web(address) => drop(link.on_hover_text(address)),
                Goal::Place(_) => {}
            }
        }
    }
    (response, chosen)
}

/// The links of a text with where their letters stand, line by line.
fn links<'a>(text: &'a Text, galley: &Galley, at: Pos2) -> Vec<(&'a Run, &'a Goal, Vec<Rect>)> {
    let mut from = 0;
    let mut links = Vec::new();
    for run in &text.runs {
        let to = from + run.letters.chars().count();
        if let Some(goal) = &run.goal {
            links.push((run, goal, places(galley, from, to, at)));
        }
        from = to;
    }
    links
}

/// Where the letters from one number to another stand, line by line.
fn places(galley: &Galley, from: usize, to: usize, at: Pos2) -> Vec<Rect> {
    let mut begin = 0;
    let mut places = Vec::new();
    for row in &galley.rows {
        let end = begin + row.char_count_excluding_newline().0;
        let (first, last) = (from.max(begin), to.min(end));
        if first < last {
            let x = |letter: usize| at.x + row.pos.x + row.x_offset(CharIndex(letter - begin));
            let (top, bottom) = (at.y + row.min_y(), at.y + row.max_y());
            places.push(Rect::from_min_max(pos2(x(first), top), pos2(x(last), bottom)));
        }
        begin += row.char_count_including_newline().0;
    }
    places
}
