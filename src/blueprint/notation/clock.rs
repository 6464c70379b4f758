//! Times of day as people write them: `08:00`, `8:30`, `8`, `5 pm`, `17h30`, `8点半`.

use super::number::plain;
use super::numerals::in_digits;
use crate::blueprint::refusal::Refusal;
use crate::blueprint::time_of_day::TimeOfDay;

/// Reads a time of day from 00:00 to 24:00, in whole minutes; a plain number is an hour.
///
/// # Errors
/// [`Refusal::NotATimeOfDay`].
pub fn read_time_of_day(text: &str) -> Result<TimeOfDay, Refusal> {
    let text = in_digits(&plain(text)).replace('：', ":").replace("点半", ":30").replace('点', ":");
    let text = text.replace("上午", "").replace("早上", "");
    let text = text.trim().trim_end_matches("o'clock").trim();
    let afternoon = ["下午", "晚上"].iter().find_map(|word| text.strip_prefix(word));
    let (text, half) = match afternoon {
        Some(rest) => (rest, Some(true)),
        None => [("am", false), ("a.m.", false), ("pm", true), ("p.m.", true)]
            .iter()
            .find_map(|(word, later)| Some((text.strip_suffix(word)?, Some(*later))))
            .unwrap_or((text, None)),
    };
    let text = text.trim().trim_end_matches('分').trim_end_matches([':', 'h']);
    let (hours, minutes) = text.split_once([':', 'h']).unwrap_or((text, "0"));
    let read = |part: &str, most: u32| -> Option<u32> {
        let part = part.trim();
        let is_number =
            !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
        part.parse().ok().filter(|value| is_number && *value <= most)
    };
    let time = || {
        let (hours, minutes) = (read(hours, 24)?, read(minutes, 59)?);
        let hours = match half {
            None => hours,
            Some(_) if hours > 12 => return None,
            Some(later) => hours % 12 + if later { 12 } else { 0 },
        };
        Some(hours * 60 + minutes)
    };
    time().ok_or(Refusal::NotATimeOfDay).and_then(TimeOfDay::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_are_read_as_people_write_them() {
        for (text, shown) in [
            ("08:00", "08:00"),
            ("8:30", "08:30"),
            (" 17 ", "17:00"),
            ("24:00", "24:00"),
            ("00:00", "00:00"),
            ("5 pm", "17:00"),
            ("12:15 am", "00:15"),
            ("12 pm", "12:00"),
            ("17h30", "17:30"),
            ("8h", "08:00"),
            ("８：０５", "08:05"),
            ("8点", "08:00"),
            ("8点半", "08:30"),
            ("下午3点", "15:00"),
            ("9点15分", "09:15"),
        ] {
            assert_eq!(
                read_time_of_day(text).map(|time| time.to_string()).as_deref(),
                Ok(shown),
                "{text}"
            );
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in
            ["", "noon", "25:00", "24:01", "8:60", "-1:00", "8:5:0", "13 pm", "8.5", "800", "8:+5"]
        {
            assert_eq!(read_time_of_day(text), Err(Refusal::NotATimeOfDay), "{text}");
        }
    }
}
