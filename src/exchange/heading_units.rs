//! The unit that a heading gives for the plain numbers below it, whatever language the rest of the
//! heading is in.

use super::heading_quantities::multiple_of_unit;
use super::headings::{spaced, without_each};
use crate::blueprint::notation::{Clock, LengthUnit, names_customers, parse_unit};
use crate::blueprint::usual_width;

/// What a heading says of the numbers below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeadingUnit {
    /// Nothing.
    Unsaid,
    /// The unit of plain numbers.
    Known(LengthUnit),
    /// Times are written with colons.
    Clock(Clock),
    /// A unit that is not read; as written.
    Unknown(String),
}

/// Words for units in other languages than the two of the program.
const OTHER_LANGUAGES: &[(LengthUnit, &[&str])] = &[
    (
        LengthUnit::Second,
        &[
            "sek", "sekunde", "sekunden", "seconde", "secondes", "segundo", "segundos", "secondi",
            "seg", "сек",
        ],
    ),
    (
        LengthUnit::Minute,
        &["minuten", "minuto", "minutos", "minuti", "minuut", "мин", "minut", "minuter", "mn"],
    ),
    (
        LengthUnit::Hour,
        &[
            "std",
            "stunde",
            "stunden",
            "heure",
            "heures",
            "hora",
            "horas",
            "ore",
            "ora",
            "uur",
            "uren",
            "час",
            "часов",
            "ч",
            "timer",
            "timmar",
        ],
    ),
    (
        LengthUnit::Day,
        &[
            "tag", "tage", "jour", "jours", "día", "días", "dia", "dias", "giorno", "giorni",
            "dagen", "дней",
        ],
    ),
    (LengthUnit::WorkingDay, &["arbeitstag", "arbeitstage", "werktage", "jours ouvrés"]),
    (
        LengthUnit::Week,
        &["woche", "wochen", "semaine", "semaines", "semana", "semanas", "settimane", "weken"],
    ),
];

/// Units that no time of a step is read in.
const NOT_READ: &[&str] = &[
    "month",
    "months",
    "mth",
    "mths",
    "year",
    "years",
    "yr",
    "yrs",
    "monat",
    "monate",
    "mois",
    "meses",
    "mesi",
    "jahr",
    "jahre",
    "ans",
    "月",
    "个月",
    "月数",
    "年",
    "年数",
    "季度",
    "tmu",
    "tmus",
    "cmin",
    "dmin",
    "cs",
    "centiminutes",
    "decimal minutes",
    "µs",
    "us",
    "ns",
    "shift",
    "shifts",
    "班",
    "班次",
    "ticks",
    "periods",
];

/// Words in the brackets of a heading that say something other than a unit.
const REMARKS: &[&str] = &[
    "net",
    "gross",
    "avg",
    "average",
    "mean",
    "median",
    "typical",
    "usual",
    "estimated",
    "estimate",
    "est",
    "approx",
    "approximate",
    "approximately",
    "about",
    "measured",
    "observed",
    "standard",
    "current",
    "planned",
    "plan",
    "target",
    "actual",
    "as",
    "is",
    "to",
    "be",
    "today",
    "now",
    "new",
    "old",
    "optional",
    "required",
    "per",
    "customer",
    "case",
    "person",
    "patient",
    "client",
    "guest",
    "each",
    "step",
    "unit",
    "item",
    "order",
    "one",
    "of",
    "the",
    "a",
    "in",
    "and",
    "or",
    "incl",
    "including",
    "excl",
    "excluding",
    "without",
    "with",
    "only",
    "wait",
    "waiting",
    "work",
    "working",
    "touch",
    "hands",
    "on",
    "total",
    "max",
    "min",
    "maximum",
    "minimum",
    "mode",
    "most",
    "likely",
    "optimistic",
    "pessimistic",
    "low",
    "high",
    "fixed",
    "e",
    "g",
    "eg",
    "see",
    "note",
    "notes",
    "time",
    "times",
    "duration",
    "processing",
    "process",
    "service",
    "cycle",
    "netto",
    "brutto",
    "ca",
    "mittel",
    "durchschnitt",
    "moyenne",
    "平均",
    "净",
    "估计",
    "预计",
    "实测",
    "标准",
    "约",
    "每人",
    "每件",
    "单件",
    "每位",
    "理论",
    "目标",
    "现状",
    "可选",
    "必填",
    "平均值",
    "估算",
    "单次",
    "每次",
    "含等待",
    "不含等待",
    "净时间",
    "毛",
    "参考",
];

/// The unit that is all of a text.
pub fn unit_word(text: &str) -> Option<LengthUnit> {
    let text: String = text.chars().map(usual_width).collect();
    let text = text.trim().trim_matches(['.', '(', ')', '[', ']']).trim().to_lowercase();
    let text = text.strip_suffix(['数', '\u{6578}']).unwrap_or(&text);
    let text = text.strip_prefix("in ").unwrap_or(text);
    if text.is_empty() || text.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let other = || {
        let found = OTHER_LANGUAGES.iter().find(|(_, words)| words.contains(&text));
        found.map(|(unit, _)| *unit)
    };
    parse_unit(text).or_else(other)
}

/// Whether a text is a unit in which no time of a step is read, such as months.
pub fn is_not_read(text: &str) -> bool {
    let text = text.trim().trim_matches('.').to_lowercase();
    NOT_READ.contains(&text.as_str())
}

/// Times with colons, as a heading describes them.
fn clock_of(text: &str) -> Option<Clock> {
    let text: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    match text.as_str() {
        "h:mm" | "hh:mm" | "h:m" | "h:mm:ss" | "hh:mm:ss" | "时:分" | "小时:分钟" | "小时:分"
        | "时:分:秒" | "\u{6642}:分" => Some(Clock::HoursMinutes),
        "m:ss" | "mm:ss" | "m:s" | "min:sec" | "min:s" | "分:秒" | "分钟:秒" => {
            Some(Clock::MinutesSeconds)
        }
        _ => None,
    }
}

/// What a heading says of the plain numbers below it: `Dauer (min)`, `time [h]`, `Avg min`,
/// `时间（时:分）`.
#[must_use]
pub fn heading_unit(heading: &str) -> HeadingUnit {
    let text: String = heading.trim().chars().map(usual_width).collect();
    if let Some(multiple) = multiple_of_unit(&text) {
        return HeadingUnit::Unknown(multiple);
    }
    let brackets = [('(', ')'), ('[', ']'), ('{', '}'), ('【', '】'), ('〔', '〕'), ('<', '>')];
    for (open, close) in brackets {
        let inside = text.split_once(open).and_then(|(_, rest)| rest.rsplit_once(close));
        let Some((inside, _)) = inside else { continue };
        let said = in_brackets(inside.trim());
        if said != HeadingUnit::Unsaid {
            return said;
        }
    }
    // A remark in brackets, and for whom the time is, say nothing of the unit.
    let open = text.find(['(', '[', '{', '【', '〔', '<']).filter(|at| *at > 0);
    let outside = open.and_then(|at| text.get(..at)).unwrap_or(&text).trim();
    let text = spaced(outside);
    let bare = without_each(&text);
    let texts = || std::iter::once(text.as_str()).chain(bare.as_deref());
    texts()
        .map(at_the_end)
        .find(|said| *said != HeadingUnit::Unsaid)
        .unwrap_or_else(|| anywhere(bare.as_deref().unwrap_or(&text)))
}

/// The unit that is all of a heading, or stands at its end.
fn at_the_end(text: &str) -> HeadingUnit {
    if let Some(unit) = unit_word(text) {
        return HeadingUnit::Known(unit);
    }
    for separator in [" in ", ",", "/", ":", ";", " - ", "–", "—", "_", "-", "|", " "] {
        let Some((head, last)) = text.rsplit_once(separator) else { continue };
        // "Customers per hour" is no time.
        let head = head.trim_end().to_lowercase();
        if ["per", "each", "every", "每"].iter().any(|word| head.ends_with(word)) {
            return HeadingUnit::Unsaid;
        }
        if let Some(unit) = unit_word(last) {
            return HeadingUnit::Known(unit);
        }
        if is_not_read(last) {
            return HeadingUnit::Unknown(last.trim().to_owned());
        }
    }
    HeadingUnit::Unsaid
}

/// The unit that a word within a heading says, if it is the only one: `Minutes of work`, 分钟数平均.
fn anywhere(text: &str) -> HeadingUnit {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let plural = [
        "minutes", "mins", "seconds", "secs", "hours", "hrs", "days", "weeks", "minuten",
        "sekunden", "stunden",
    ];
    let mut found: Vec<LengthUnit> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let of_each = at
            .checked_sub(1)
            .and_then(|at| words.get(at))
            .is_some_and(|before| ["per", "each", "every", "opening", "working"].contains(before));
        if plural.contains(word) && !of_each {
            found.extend(unit_word(word));
        }
    }
    for word in ["分钟", "秒钟", "小时", "工作日"] {
        let of_each = lower.contains(&format!("每{word}")) || lower.contains(&format!("{word}人"));
        if lower.contains(word) && !of_each {
            found.extend(unit_word(word));
        }
    }
    match found.as_slice() {
        [unit] => HeadingUnit::Known(*unit),
        _ => HeadingUnit::Unsaid,
    }
}

fn in_brackets(inside: &str) -> HeadingUnit {
    if let Some(clock) = clock_of(inside) {
        return HeadingUnit::Clock(clock);
    }
    if let Some(unit) = unit_word(inside) {
        return HeadingUnit::Known(unit);
    }
    let unknown = || HeadingUnit::Unknown(inside.to_owned());
    // "1/100 min" and "0.1 h" are units of their own.
    let number = inside.trim_start_matches(|c: char| c.is_ascii_digit() || " ./,×x*".contains(c));
    if number.len() < inside.len() && unit_word(number).is_some() {
        let one = inside.trim_end_matches(number).trim() == "1";
        return match unit_word(number) {
            Some(unit) if one => HeadingUnit::Known(unit),
            _ => unknown(),
        };
    }
    let parts = || inside.split([',', ' ', '/', ';', '、', '，']).map(str::trim);
    let remark = |part: &str| {
        let part = part.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        part.is_empty()
            || part.chars().any(|c| c.is_ascii_digit())
            || part.split(['-', '.', '=']).all(|word| REMARKS.contains(&word))
    };
    // Of "min/customer" the first, of "avg., min" the last; any word beside it that is no remark
    // could change it: "min/dozen".
    let beside = |part: &str| {
        let year = part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
        let digits = part.chars().any(|c| c.is_ascii_digit());
        unit_word(part).is_some()
            || digits && (year || part.starts_with("n="))
            || !digits && (remark(part) || names_customers(part))
            || ["decimal", "whole", "full", "clock", "job", "piece"].contains(&part)
    };
    if let Some(unit) = parts().rev().find_map(unit_word) {
        return if parts().all(beside) { HeadingUnit::Known(unit) } else { unknown() };
    }
    if parts().any(is_not_read) || !parts().all(remark) { unknown() } else { HeadingUnit::Unsaid }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_told_in_any_heading() {
        for (heading, unit) in [
            ("time (min)", LengthUnit::Minute),
            ("Dauer (min)", LengthUnit::Minute),
            ("Dauer (Min.)", LengthUnit::Minute),
            ("Bearbeitungszeit (h)", LengthUnit::Hour),
            ("Bearbeitungszeit [Std.]", LengthUnit::Hour),
            ("Temps (min)", LengthUnit::Minute),
            ("Avg min", LengthUnit::Minute),
            ("time (ms)", LengthUnit::Millisecond),
            ("time (days)", LengthUnit::Day),
            ("Duration (weeks)", LengthUnit::Week),
            ("time (working days)", LengthUnit::WorkingDay),
            ("办理时限（工作日）", LengthUnit::WorkingDay),
            ("Time (avg., min)", LengthUnit::Minute),
            ("Time (min/customer)", LengthUnit::Minute),
            ("Dauer in Stunden", LengthUnit::Hour),
            ("Minutes", LengthUnit::Minute),
            ("Zeit_min", LengthUnit::Minute),
            ("Minutes per unit", LengthUnit::Minute),
            ("Mins each", LengthUnit::Minute),
            ("min/customer", LengthUnit::Minute),
            ("Minutes (avg)", LengthUnit::Minute),
            ("Time in minutes per customer", LengthUnit::Minute),
            ("Minutes of work", LengthUnit::Minute),
            ("Number of minutes", LengthUnit::Minute),
            ("TimeMin", LengthUnit::Minute),
            ("timeMinutes", LengthUnit::Minute),
            ("ProcessingTimeHrs", LengthUnit::Hour),
            ("AHTSec", LengthUnit::Second),
            ("用时min", LengthUnit::Minute),
            ("每人分钟数", LengthUnit::Minute),
            ("单件工时（小时）", LengthUnit::Hour),
            ("分钟/人", LengthUnit::Minute),
        ] {
            assert_eq!(heading_unit(heading), HeadingUnit::Known(unit), "{heading}");
        }
        for (heading, unit) in [
            ("Time (1/100 min)", "1/100 min"),
            ("Time (0.1 min)", "0.1 min"),
            ("time (months)", "months"),
            ("Dauer (Monate)", "Monate"),
            ("时长（月）", "月"),
            ("Time (foo)", "foo"),
            ("time in years", "years"),
        ] {
            assert_eq!(heading_unit(heading), HeadingUnit::Unknown(unit.into()), "{heading}");
        }
        for heading in [
            "time",
            "Duration (net)",
            "Time (avg.)",
            "Time (2024)",
            "时间（平均）",
            "Role",
            "Time per unit",
            "Customers per hour",
            "每小时人数",
        ] {
            assert_eq!(heading_unit(heading), HeadingUnit::Unsaid, "{heading}");
        }
        for heading in ["Time (h:mm)", "时间（时:分）", "时间（时：分）", "Time (hh:mm)"]
        {
            assert_eq!(heading_unit(heading), HeadingUnit::Clock(Clock::HoursMinutes), "{heading}");
        }
    }
}
