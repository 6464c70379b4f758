//! Shapes of shifts as people write them.

use crate::blueprint::TimeUnit;
use crate::blueprint::notation::parse_span;
use crate::planning::{Rest, Shape};

/// Seconds up to a day, 0 included.
fn seconds(text: &str) -> Option<f64> {
    let seconds = parse_span(text, TimeUnit::Minute).ok()?.seconds();
    (seconds <= 86_400.0).then_some(seconds)
}

/// Whole minutes up to a day.
fn minutes(text: &str) -> Option<u32> {
    whole_minutes(seconds(text)?)
}

fn whole_minutes(seconds: f64) -> Option<u32> {
    let minutes = seconds / 60.0;
    // At most 1,440.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = minutes.round() as u32;
    ((f64::from(whole) - minutes).abs() < 1e-6).then_some(whole)
}

/// A shape of shifts: `8 h, break 30 min after 3:30-4:30`; `paid` before the break that is.
#[must_use]
pub fn read_shape(text: &str) -> Option<Shape> {
    let text = text
        .to_lowercase()
        .replace(['，', '、', '；', ';'], ",")
        .replace(['–', '—', '至', '~'], "-");
    let (length, rest) = text.split_once(',').map_or((text.as_str(), None), |(l, r)| (l, Some(r)));
    let length_min = minutes(length.trim()).filter(|minutes| *minutes > 0)?;
    let rest = rest.map(self::rest).map_or(Some(None), |rest| rest.map(Some))?;
    Some(Shape { length_min, rest })
}

/// A break: how long, and after how much of the shift it may begin, in whichever order the language has them.
fn rest(text: &str) -> Option<Rest> {
    let mut text = format!(" {} ", text.replace(',', " "));
    let mut take = |words: &[&str]| {
        let found = words.iter().any(|word| text.contains(word));
        for word in words {
            text = text.replace(word, " ");
        }
        found
    };
    let _ = take(&[" unpaid ", "不带薪", "不计薪", "无薪"]);
    let paid = take(&[" paid ", "带薪", "计薪"]);
    let _ = take(&[" break ", " of ", " after ", "休息", "上班", "之后", "以后", "后"]);
    let (window, lasts): (Vec<&str>, Vec<&str>) =
        text.split_whitespace().partition(|word| word.contains([':', '-']));
    let window = window.concat();
    let (from, to) = window.split_once('-').unwrap_or((&window, &window));
    let lasts_min = minutes(&lasts.join(" ")).filter(|minutes| *minutes > 0)?;
    Some(Rest { lasts_min, paid, from_min: since(from)?, to_min: since(to)? })
}

/// How far into a shift: `3:30`, `3.5`, `3h`.
fn since(text: &str) -> Option<u32> {
    match text.split_once(':') {
        Some((hours, minutes)) => {
            let number = |it: &str| it.parse::<u32>().ok().filter(|_| it.len() <= 2);
            let (hours, minutes) = (number(hours)?, number(minutes)?);
            (hours <= 24 && minutes < 60).then_some(hours * 60 + minutes)
        }
        None => whole_minutes(parse_span(text, TimeUnit::Hour).ok()?.seconds()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_read_as_people_write_them() {
        let rest =
            |lasts_min, paid, from_min, to_min| Some(Rest { lasts_min, paid, from_min, to_min });
        for (text, length_min, rest) in [
            ("4 h", 240, None),
            ("8 h, break 30 min after 3:30-4:30", 480, rest(30, false, 210, 270)),
            ("8h, paid break 30 min after 4:00", 480, rest(30, true, 240, 240)),
            ("6 h, unpaid break of 1 h after 2.5–3.5", 360, rest(60, false, 150, 210)),
            ("8 小时，3:30-4:30 后休息 30 分钟", 480, rest(30, false, 210, 270)),
            ("8 小时，3:00至5:00 后带薪休息 1 小时", 480, rest(60, true, 180, 300)),
        ] {
            assert_eq!(read_shape(text), Some(Shape { length_min, rest }), "{text}");
        }
        for text in ["", "0 h", "long", "8 h, break", "8 h, break 30 min", "8 h, 30 min after noon"]
        {
            assert_eq!(read_shape(text), None, "{text}");
        }
    }
}
