//! Texts in lines of which none ends between a number and its unit.

use super::{Letters, MeasureText, write_elided};

/// A unit is hardly longer, in characters: what is longer are words after a number.
const UNIT: usize = 8;

/// A text in at most so many lines of a width; the last is cut with `…` where there is more.
pub(in crate::drawing) fn lines_of(
    text: &str,
    room: f32,
    most: usize,
    measure: &dyn MeasureText,
    letters: Letters,
) -> Vec<String> {
    let width = |text: &str| measure.width(text, letters.size, letters.weight);
    let elided = |text: &str| {
        let mut out = String::new();
        write_elided(&mut out, text, room, measure, letters.size, letters.weight);
        out
    };
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while lines.len() + 1 < most && width(rest) > room {
        let all: Vec<char> = rest.chars().collect();
        let places = breaks(&all);
        let mut cut = 0;
        let mut byte = 0;
        for (letter, may_end) in all.iter().zip(places) {
            byte += letter.len_utf8();
            if !may_end {
                continue;
            }
            if rest.get(..byte).is_none_or(|start| width(start.trim_end()) > room) {
                break;
            }
            cut = byte;
        }
        let Some((line, after)) = rest.split_at_checked(cut).filter(|(line, _)| !line.is_empty())
        else {
            break;
        };
        lines.push(line.trim_end().to_owned());
        rest = after.trim_start();
    }
    if !rest.is_empty() {
        lines.push(elided(rest));
    }
    lines
}

/// After which letters a line may end: neither between a number and its unit nor within the unit.
#[must_use]
pub fn breaks(letters: &[char]) -> Vec<bool> {
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
