//! Texts in lines of which none ends between a number and its unit.

use std::sync::Arc;

use egui::{Color32, FontId, Galley, Label, Response, RichText, Ui, WidgetInfo, accesskit::Role};

use crate::drawing::breaks;

/// A label that breaks neither between a number and its unit nor within the unit; it is called by
/// its text.
pub(super) fn label(ui: &mut Ui, text: &str, font: FontId, colour: Color32) -> Response {
    let width = ui.available_width();
    let said = text.to_owned();
    let text =
        if ui.layout().is_vertical() { in_lines(ui, text, &font, width) } else { text.to_owned() };
    let response = ui.add(Label::new(RichText::new(text).font(font).color(colour)));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.as_str()));
    response
}

/// A text laid out in at most so many lines of a width, with an ellipsis where it is cut.
pub(super) fn layout(
    ui: &Ui,
    text: &str,
    font: FontId,
    colour: Color32,
    (width, rows): (f32, usize),
) -> Arc<Galley> {
    let text = in_lines(ui, text, &font, width);
    let mut job = egui::text::LayoutJob::simple(text, font, colour, width);
    job.wrap.max_rows = rows;
    ui.painter().layout_job(job)
}

/// The text with its lines ended where they may end. Where not even that fits, the layout breaks
/// further.
fn in_lines(ui: &Ui, text: &str, font: &FontId, width: f32) -> String {
    let one = ui.painter().layout_no_wrap(text.to_owned(), font.clone(), Color32::PLACEHOLDER);
    if one.size().x <= width || one.rows.len() != 1 {
        return text.to_owned();
    }
    let ends: Vec<f32> = one
        .rows
        .first()
        .map(|row| row.glyphs.iter().map(|glyph| glyph.pos.x + glyph.advance_width).collect())
        .unwrap_or_default();
    let letters: Vec<char> = text.chars().collect();
    if ends.len() != letters.len() {
        return text.to_owned();
    }
    let places = breaks(&letters);
    let mut lines = String::with_capacity(text.len() + 4);
    // What is written already, where its line began, and the last place at which it may end.
    let (mut from, mut left, mut last) = (0, 0.0, None);
    for (at, end) in ends.iter().enumerate() {
        if end - left > width
            && let Some(cut) = last.take().filter(|cut| *cut > from)
        {
            lines.extend(letters.get(from..cut).unwrap_or_default());
            while lines.ends_with(' ') {
                lines.pop();
            }
            lines.push('\n');
            from = cut;
            left = ends.get(cut.wrapping_sub(1)).copied().unwrap_or(0.0);
        }
        if places.get(at).copied().unwrap_or(false) {
            last = Some(at + 1);
        }
    }
    lines.extend(letters.get(from..).unwrap_or_default());
    lines
}
