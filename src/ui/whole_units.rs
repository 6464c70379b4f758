//! Texts in lines of which none ends between a number and its unit.

use std::sync::Arc;

use egui::{Color32, FontId, Galley, Label, Response, RichText, Ui, WidgetInfo, accesskit::Role};

/// A unit is hardly longer, in characters: what is longer are words after a number.
const UNIT: usize = 8;

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

/// After which letters a line may end.
fn breaks(letters: &[char]) -> Vec<bool> {
    let is_wide = |c: char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ff60}');
    let closes = |c: char| "，。；：、！？）》”’,.;:!?)%".contains(c);
    let opens = |c: char| "（《“‘(".contains(c);
    let mut places: Vec<bool> = letters
        .iter()
        .enumerate()
        .map(|(at, c)| {
            let next = letters.get(at + 1).copied().unwrap_or(' ');
            let wide = is_wide(*c) || closes(*c) && !c.is_ascii() || is_wide(next);
            (*c == ' ' || wide) && next != ' ' && !closes(next) && !opens(*c)
        })
        .collect();
    let mut at = 0;
    while let Some(digits) = letters.get(at..).filter(|rest| !rest.is_empty()) {
        let is_number = |c: &char| c.is_ascii_digit();
        if !digits.first().is_some_and(is_number) {
            at += 1;
            continue;
        }
        let number = digits.iter().take_while(|c| is_number(c) || **c == '.' || **c == ',').count();
        let mut end = number + usize::from(digits.get(number) == Some(&' '));
        let unit = digits.get(end..).unwrap_or_default();
        let unit = unit.iter().take_while(|c| **c != ' ' && !closes(**c) && !opens(**c)).count();
        let sign = digits.get(end).is_some_and(|c| "÷×=→–+".contains(*c));
        end = match unit {
            _ if sign => number,
            1..=UNIT => end + unit,
            // A word for what is counted stays with its number.
            _ => end + 1,
        };
        let end = (at + end).min(letters.len());
        for place in places.iter_mut().take(end.saturating_sub(1)).skip(at) {
            *place = false;
        }
        // The sign or currency before a number.
        if at > 0 && letters.get(at - 1).is_some_and(|c| *c != ' ' && !is_wide(*c)) {
            places[at - 1] = false;
        }
        at = end.max(at + 1);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<String> {
        let letters: Vec<char> = text.chars().collect();
        let mut parts = vec![String::new()];
        for (letter, end) in letters.iter().zip(breaks(&letters)) {
            parts.last_mut().expect("one").push(*letter);
            if end {
                parts.push(String::new());
            }
        }
        parts.into_iter().map(|part| part.trim_end().to_owned()).filter(|p| !p.is_empty()).collect()
    }

    #[test]
    fn a_number_keeps_its_unit() {
        let english = parts("Assumed: some times vary, 5 /h for 9 h a day");
        assert_eq!(
            english,
            ["Assumed:", "some", "times", "vary,", "5 /h", "for", "9 h", "a", "day"]
        );
        let chinese = parts("÷ 120 秒 = 30 位/小时");
        assert_eq!(chinese, ["÷", "120 秒", "=", "30 位/小时"]);
        assert!(parts("需要至少 −52.1 个百分点，下一个").contains(&"−52.1 个百分点，".to_owned()));
        assert!(parts("顾客每小时 54 位").contains(&"54 位".to_owned()));
        assert_eq!(parts("1 ÷ 2"), ["1", "÷", "2"]);
    }
}
