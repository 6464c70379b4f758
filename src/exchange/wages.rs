//! What a column of wages is per: an hour, something else, or nobody says.

use super::heading_units::{HeadingUnit, heading_unit};
use crate::blueprint::notation::LengthUnit;
use crate::blueprint::usual_width;

/// What the amounts of money below a heading are per.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Per {
    /// An hour.
    Hour,
    /// Something else, as written.
    Other(String),
    /// The heading names no time.
    Unsaid,
}

/// English words of a heading that name an hour.
const HOUR: [&str; 9] = ["hour", "hours", "hourly", "h", "hr", "hrs", "ph", "std", "stunde"];
/// English words of a heading that name another time.
const OTHER: [&str; 30] = [
    "second",
    "seconds",
    "sec",
    "minute",
    "minutes",
    "day",
    "days",
    "daily",
    "week",
    "weeks",
    "weekly",
    "fortnight",
    "fortnightly",
    "month",
    "months",
    "monthly",
    "mth",
    "quarter",
    "quarterly",
    "year",
    "years",
    "yearly",
    "yr",
    "annual",
    "annually",
    "annum",
    "pa",
    "pm",
    "shift",
    "shifts",
];
/// Chinese words that name another time; an hour is looked for before.
const OTHER_CHINESE: [&str; 8] = ["分钟", "天", "日", "周", "月", "季", "年", "班"];

/// What the amounts below a heading are per: `Wage (€/h)`, `Wage (monthly)`, `工资（元/月）`.
pub fn per(heading: &str) -> Per {
    let text: String = heading.chars().map(usual_width).flat_map(char::to_lowercase).collect();
    let text = text.replace("p.h.", " ph ").replace("p.a.", " pa ").replace("p.m.", " pm ");
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let hour = words().any(|word| HOUR.contains(&word))
        || ["小时", "时薪", "\u{5c0f}\u{6642}", "\u{6642}薪", "/时", "/\u{6642}"]
            .iter()
            .any(|word| text.contains(word));
    if hour {
        return Per::Hour;
    }
    let named = words()
        .find(|word| OTHER.contains(word))
        .or_else(|| OTHER_CHINESE.into_iter().find(|word| text.contains(word)));
    if let Some(other) = named {
        return Per::Other(other.to_owned());
    }
    // Units of other languages too.
    match heading_unit(heading) {
        HeadingUnit::Known(LengthUnit::Hour) => Per::Hour,
        HeadingUnit::Known(_) => Per::Other(heading.trim().to_owned()),
        HeadingUnit::Unsaid | HeadingUnit::Clock(_) | HeadingUnit::Unknown(_) => Per::Unsaid,
    }
}

/// An amount of money without "an hour" before or behind it.
pub fn without_hour(text: &str) -> &str {
    let text = text.trim();
    let behind = [
        "/h",
        "/hr",
        "/hour",
        "/ h",
        "/ hr",
        "/ hour",
        "per hour",
        "per h",
        "an hour",
        "a hour",
        "p.h.",
        "ph",
        "/小时",
        "／小时",
        "/时",
        "每小时",
        "/Std",
        "/Std.",
    ];
    let before = ["每小时", "时薪"];
    let lower = text.to_lowercase();
    let of_end = behind.iter().filter(|word| lower.ends_with(&word.to_lowercase()));
    let cut = of_end.map(|word| word.len()).max().unwrap_or(0);
    let kept = text.len().checked_sub(cut).and_then(|length| text.get(..length)).unwrap_or(text);
    let kept = kept.trim();
    before.iter().find_map(|word| kept.strip_prefix(word)).unwrap_or(kept).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_tells_what_wages_are_per() {
        for heading in [
            "cost_per_hour",
            "Cost per hour",
            "cost/h",
            "Hourly rate",
            "Wage (€/h)",
            "Wage (p.h.)",
            "时薪",
            "每小时成本",
            "工资（元/小时）",
            "Lohn (€/Std.)",
            "Wage per hour (annual average)",
        ] {
            assert_eq!(per(heading), Per::Hour, "{heading}");
        }
        for (heading, other) in [
            ("Wage (monthly)", "monthly"),
            ("Wage (€/month)", "month"),
            ("Wage [EUR per day]", "day"),
            ("Rate (p.a.)", "pa"),
            ("Wages/week", "week"),
            ("工资（元/月）", "月"),
            ("工资(日)", "日"),
            ("工资（元／天）", "天"),
        ] {
            assert_eq!(per(heading), Per::Other(other.to_owned()), "{heading}");
        }
        for heading in
            ["Wage", "Rate", "工资", "Wage (€)", "Wage (EUR)", "工资（元）", "Minimum wage"]
        {
            assert_eq!(per(heading), Per::Unsaid, "{heading}");
        }
    }
}
