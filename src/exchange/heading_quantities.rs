//! Quantities in headings that change what the numbers below them count: `Time per 10 customers`,
//! `Time (in half hours)`, `Capacity (per hour)`, `Cost (k€)`. A column whose numbers mean something
//! else than its name alone would say is left out, and named, rather than misread.

use super::heading_units::unit_word;
use super::headings::spaced;
use crate::blueprint::notation::names_customers;
use crate::blueprint::{simplified, usual_width};

/// A heading as it is looked at: usual width, small, simplified, with blanks where words meet.
fn folded(heading: &str) -> String {
    let text: String = spaced(heading).chars().map(usual_width).collect();
    text.chars().flat_map(char::to_lowercase).map(simplified).collect()
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// English words that are a number of something or a part of it.
const QUANTITIES: &[&str] = &[
    "half",
    "halves",
    "quarter",
    "quarters",
    "third",
    "thirds",
    "tenth",
    "tenths",
    "hundredth",
    "hundredths",
    "thousandth",
    "thousandths",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "tens",
    "eleven",
    "twelve",
    "fifteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "millions",
    "dozen",
    "dozens",
    "score",
    "double",
    "couple",
    "pair",
    "pairs",
    "lakh",
    "lakhs",
    "crore",
    "mio",
    "tsd",
];
/// Several customers or executions at once, or a stretch of time, behind "per".
const SEVERAL: &[&str] = &[
    "batch",
    "batches",
    "lot",
    "lots",
    "group",
    "groups",
    "shift",
    "shifts",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "annum",
    "hour",
    "hours",
    "h",
    "hr",
    "minute",
    "minutes",
    "min",
    "team",
    "session",
    "class",
    "tray",
    "box",
    "pallet",
    "load",
    "run",
    "round",
    "cycle",
    "quarter",
    "fortnight",
    "second",
    "s",
    "sec",
    "all",
    "total",
    "daily",
    "weekly",
];
/// Chinese numbers of several.
const CHINESE_SEVERAL: &[char] = &[
    '十', '百', '千', '万', '半', '两', '二', '三', '四', '五', '六', '七', '八', '九', '批', '班',
    '组',
];
/// Chinese lengths of time behind 每 and the like.
const CHINESE_TIMES: &[&str] =
    &["小时", "分钟", "秒", "天", "日", "工作日", "周", "星期", "月", "季", "年", "时"];

fn is_number(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit()) && word != "1"
}

/// Whether a heading says that something is for several customers, or per a stretch of time:
/// `per 10 customers`, `per batch`, `/dozen`, `每百人`, `每批`.
fn is_per_several(text: &str) -> bool {
    let after = |word: &str, of: &[&str]| {
        text.match_indices(word).any(|(at, _)| {
            if text.get(..at).is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit())) {
                return false;
            }
            let words = words(text.get(at + word.len()..).unwrap_or_default());
            let first = words.first().copied().unwrap_or_default();
            // "per each 10 customers", "for every 10".
            let first = match first {
                "each" | "every" | "a" | "an" => words.get(1).copied().unwrap_or_default(),
                first => first,
            };
            let number = first.trim_end_matches(|c: char| !c.is_ascii_digit());
            QUANTITIES.contains(&first)
                || !number.is_empty() && is_number(number)
                || of.contains(&first)
        })
    };
    let spaced = |word: &str| format!(" {word} ");
    let english = ["per", "each", "every"]
        .iter()
        .any(|word| after(&spaced(word), SEVERAL) || after(&format!("({word} "), SEVERAL));
    let numbers = ["for", "of"].iter().any(|word| after(&spaced(word), &["batch", "all"]));
    // Behind a slash a length of time is the unit of the numbers, as in "time/min".
    let bar = after("/", &["batch", "lot", "group", "shift", "team", "all"]);
    let chinese = ["每", "/"].iter().any(|sign| {
        text.match_indices(sign).any(|(at, _)| {
            // "1/100 min" is a unit.
            if text.get(..at).is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit())) {
                return false;
            }
            let rest = text.get(at + sign.len()..).unwrap_or_default().trim_start();
            let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            let number = rest.get(..rest.len() - digits.len()).unwrap_or_default();
            rest.starts_with(CHINESE_SEVERAL)
                || !number.is_empty() && is_number(number)
                || *sign == "每" && CHINESE_TIMES.iter().any(|time| rest.starts_with(time))
        })
    });
    english || numbers || bar || chinese
}

/// Whether a heading says that its numbers are shares.
fn says_share(text: &str) -> bool {
    let percent = ["%", "‰", "占比", "比例", "百分比", "比率", "时刻", "钟点"];
    let words = words(text);
    percent.iter().any(|word| text.contains(word))
        || ["percent", "percentage", "pct", "share", "ratio", "fraction", "proportion"]
            .iter()
            .any(|word| words.contains(word))
        || text.contains("per cent")
}

/// The multiple or part of a unit that a heading gives its numbers in, as written: `half hours`,
/// `min/10`, `10 min`, 半小时. `None` where a plain unit, or none, stands there.
pub fn multiple_of_unit(heading: &str) -> Option<String> {
    let text = folded(heading);
    let segments = text.split(['(', ')', '[', ']', '{', '}', '【', '】', '〔', '〕', '<', '>']);
    segments
        .into_iter()
        .find(|segment| is_multiple(segment))
        .map(|segment| segment.trim().to_owned())
}

fn is_multiple(segment: &str) -> bool {
    let words = words(segment);
    let is_unit = |word: &str| word.len() > 1 && unit_word(word).is_some() || word == "h";
    let before = words.iter().enumerate().any(|(at, word)| {
        let joins = |word: &&&str| ["of", "a", "an", "the"].contains(*word);
        let skipped = words.iter().skip(at + 1).take_while(joins).count();
        let next = words.get(at + 1 + skipped).copied().unwrap_or_default();
        let hundredth = is_number(word) && words.get(at.wrapping_sub(1)) == Some(&"1");
        (QUANTITIES.contains(word) || is_number(word) && !hundredth && skipped == 0)
            && is_unit(next)
    });
    let behind = segment.match_indices(['/', '×', '*', '÷', 'x']).any(|(at, sign)| {
        let head = segment.get(..at).unwrap_or_default().trim_end();
        let last = head.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let tail = segment.get(at + sign.len()..).unwrap_or_default().trim_start();
        let number = tail.starts_with(|c: char| c.is_ascii_digit());
        number && (is_unit(last) || last == "s" || last == "m" || last.is_empty() && sign != "/")
    });
    let chinese = ["小时", "分钟", "秒", "天", "工作日", "周"].iter().any(|unit| {
        segment.match_indices(unit).any(|(at, _)| {
            let head = segment.get(..at).unwrap_or_default().trim_end_matches(['个', ' ']);
            head.ends_with(|c: char| "半十百千万两二三四五六七八九".contains(c))
                && !head.ends_with("百分")
        })
    });
    before || behind || chinese
}

/// Whether the numbers below a heading of times are no times of one customer: shares, clock times,
/// times of several customers.
pub fn is_no_single_time(heading: &str) -> bool {
    let text = folded(heading);
    let clock = ["of day", "of the day", "time stamp", "timestamp", "time zone", "o'clock"];
    let counts = ["number of times", "no. of times", "no of times", "times per", "how many times"];
    says_share(&text)
        || is_per_several(&text)
        || clock.iter().any(|word| text.contains(word))
        || counts.iter().any(|word| text.contains(word))
}

/// What stands in the brackets of a heading.
fn in_brackets(text: &str) -> Vec<&str> {
    text.split(['(', '[', '{', '【', '〔'])
        .skip(1)
        .filter_map(|rest| rest.split([')', ']', '}', '】', '〕']).next())
        .map(str::trim)
        .collect()
}

/// Whether the numbers below a heading of places are no places: how many are served in a time, a
/// share, or an amount in a unit such as litres.
pub fn is_no_count_of_places(heading: &str) -> bool {
    let text = folded(heading);
    if is_rate(&text) || says_share(&text) || counts_in_tens(&text) {
        return true;
    }
    let of_places = [
        "place",
        "places",
        "seat",
        "seats",
        "people",
        "persons",
        "person",
        "customers",
        "max",
        "maximum",
        "min",
        "total",
        "number",
        "no",
        "count",
        "at",
        "once",
        "a",
        "time",
        "same",
        "the",
        "in",
        "parallel",
        "simultaneous",
        "simultaneously",
        "servers",
        "stations",
        "windows",
        "counters",
        "desks",
        "beds",
        "rooms",
        "chairs",
        "tables",
        "optional",
        "pcs",
        "qty",
        "units",
        "slots",
        "patients",
        "guests",
        "positions",
        "of",
        "n",
        "current",
        "planned",
        "as",
        "is",
        "one",
        "each",
        "per",
        "step",
        "station",
        "place",
        "integer",
    ];
    in_brackets(&text).into_iter().any(|inside| {
        let chinese = inside.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
        let known = ["席", "座", "人", "位", "个", "窗口", "同时", "数", "最多", "台", "间", "张"];
        let strange = |word: &&str| !of_places.contains(word) && !names_customers(word);
        if chinese {
            !known.iter().any(|word| inside.contains(word))
        } else {
            words(inside).iter().any(strange) || inside.contains(['$', '€', '£'])
        }
    })
}

/// Whether a heading says that its numbers are per a length of time: `per hour`, `/h`, 每小时.
fn is_rate(text: &str) -> bool {
    let times = [
        "hour", "hours", "hr", "h", "day", "d", "week", "wk", "month", "year", "minute", "min",
        "shift", "second", "sec", "s", "annum",
    ];
    let follows = |sign: &str| {
        text.match_indices(sign).any(|(at, _)| {
            let rest = text.get(at + sign.len()..).unwrap_or_default();
            words(rest).first().is_some_and(|word| times.contains(word))
        })
    };
    let adverbs = ["hourly", "daily", "weekly", "monthly", "annual", "yearly", "ph", "pd"];
    let chinese = ["每", "/", "一"].iter().any(|sign| {
        text.match_indices(sign).any(|(at, _)| {
            let rest = text.get(at + sign.len()..).unwrap_or_default().trim_start();
            let rest = rest.trim_start_matches('个');
            CHINESE_TIMES.iter().any(|time| rest.starts_with(time)) || rest.starts_with('班')
        })
    });
    ["per ", "/", "each ", "every ", " a ", " an "].iter().any(|sign| follows(sign))
        || words(text).iter().any(|word| adverbs.contains(word))
        || chinese
        || ["时均", "日均", "月均", "年均"].iter().any(|word| text.contains(word))
}

/// Whether a heading of amounts says that they are in tens, thousands or the like, or for several
/// customers: `Cost (k€)`, `Cost in thousands`, `成本（万元）`, `Cost per 10 customers`.
pub fn is_multiplied(heading: &str) -> bool {
    let text = folded(heading);
    is_per_several(&text) || says_share(&text) || counts_in_tens(&text)
}

/// Whether a heading says that its amounts are in tens, thousands or the like.
pub fn counts_in_tens(heading: &str) -> bool {
    let text = folded(heading);
    let text = text.as_str();
    let large = ["hundreds", "thousands", "millions", "dozens", "tens", "lakhs", "crores"];
    let in_words = words(text);
    let short = [
        "k", "t", "m", "k$", "k€", "k£", "keur", "kusd", "teur", "tusd", "ksek", "kchf", "meur",
        "mio", "tsd", "mn", "000", "000s", "100", "1000", "10", "hundred", "thousand", "dozen",
        "million", "lakh", "crore", "doz",
    ];
    let currencies = ['$', '€', '£', '¥', '￥'];
    let bracketed = in_brackets(text).into_iter().any(|inside| {
        let inside = inside.trim_start_matches("in ").trim_matches(['\'', '×', ' ', '.', ',']);
        let bare = inside.trim_matches(currencies).trim();
        let first = words(bare).first().copied().unwrap_or_default().to_owned();
        short.contains(&inside)
            || short.contains(&bare)
            || inside != bare && short.contains(&first.as_str())
            || short.contains(&first.as_str()) && first.len() > 1
            || bare.starts_with(['万', '千', '百', '亿', '十'])
    });
    let behind = [" in k", " in thousand", " in hundred", " in million", " in dozen", "'000"];
    bracketed
        || in_words.iter().any(|word| large.contains(word))
        || behind.iter().any(|end| text.ends_with(end))
        || ["万元", "千元", "百元", "亿元", "百人", "千人", "万人", "十人"]
            .iter()
            .any(|word| text.ends_with(word))
}

/// Words for a hundredth of a unit of money, wherever they stand.
const SMALL_COIN: &[&str] = &[
    "cent",
    "cents",
    "eurocent",
    "eurocents",
    "pence",
    "penny",
    "pennies",
    "centimes",
    "centavos",
    "kopeks",
    "fen",
    "jiao",
];

/// Whether a heading of amounts says that they are in cents or the like, which no amount of money
/// is read in: `Cost (cents)`, `Cost (p)`, `成本（分）`.
pub fn is_in_small_coin(heading: &str) -> bool {
    let text = folded(heading);
    let bracketed = in_brackets(&text).into_iter().any(|inside| {
        let inside = inside.trim_start_matches("in ");
        let unit = inside.split(['/', ' ', ',']).next().unwrap_or_default().trim_matches('.');
        ["p", "c", "ct", "cts", "分", "角", "分钱", "角钱"].contains(&unit)
    });
    let behind = [" 分", ",分", " 角", ",角", "-分", "-角", "_分", "_角"];
    bracketed
        || text.contains('¢')
        || words(&text).iter().any(|word| SMALL_COIN.contains(word))
        || [" in p", " in c", " in ct"].iter().any(|end| text.ends_with(end))
        || behind.iter().any(|end| text.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_several_customers_are_told_from_those_of_one() {
        for heading in [
            "Time per 10 customers (min)",
            "Time per dozen (min)",
            "Time per batch (min)",
            "Time per 100 (min)",
            "Time for 10 customers (min)",
            "Time/10 customers (min)",
            "Minutes per hundred patients",
            "Minutes per 10",
            "Time (min per 10 customers)",
            "Minutes per day",
            "Time per shift",
            "每百人用时（分）",
            "每10人用时（分）",
            "每十人用时",
            "每批用时（分钟）",
            "用时（分钟/百人）",
            "用时（分/10人）",
            "用时/批",
            "每天用时",
            "Time %",
            "Time (%)",
            "Time (percent)",
            "Share of time",
            "时间占比",
            "用时（%）",
            "Time of day",
            "Times per day",
            "Number of times",
        ] {
            assert!(is_no_single_time(heading), "{heading}");
        }
        for heading in [
            "Time",
            "Time (min)",
            "Time per customer (min)",
            "Minutes per unit",
            "Minutes per 1 customer",
            "Time/min",
            "时间/分钟",
            "min/customer",
            "每人用时（分）",
            "每位用时",
            "单件工时",
            "用时/天",
            "Time (min, 2024)",
            "处理时间",
        ] {
            assert!(!is_no_single_time(heading), "{heading}");
        }
    }

    #[test]
    fn multiples_of_units_are_told() {
        for heading in [
            "Time (in half hours)",
            "Time (half hours)",
            "Half hours",
            "Quarter hours",
            "Time in quarter hours",
            "Time (quarters of an hour)",
            "Time (tenths of an hour)",
            "Time (hundredths of a minute)",
            "Time (min/10)",
            "Time (min / 100)",
            "Time (min × 10)",
            "Time (min x10)",
            "Time (x10 min)",
            "Time (s*100)",
            "Time in 10 min",
            "Time, 10 min",
            "Time (ten minutes)",
            "Time (5 minutes)",
            "用时（半小时）",
            "半小时",
            "用时（十分钟）",
            "用时（半个小时）",
        ] {
            assert!(multiple_of_unit(heading).is_some(), "{heading}");
        }
        for heading in [
            "Time (min)",
            "Time 1 (min)",
            "Time (1 min)",
            "Minutes",
            "Time in hours",
            "Time (min/customer)",
            "Time (avg., min)",
            "Max time (min)",
            "用时（小时）",
            "用时（工作日）",
            "百分比",
        ] {
            assert_eq!(multiple_of_unit(heading), None, "{heading}");
        }
    }

    #[test]
    fn rates_and_measures_are_no_places() {
        for heading in [
            "Capacity (per hour)",
            "Capacity per hour",
            "Capacity/h",
            "Capacity (/h)",
            "Capacity (customers/hour)",
            "Capacity (customers per day)",
            "Hourly capacity",
            "Daily capacity",
            "Capacity (kg)",
            "Capacity (litres)",
            "Capacity (%)",
            "Capacity (min)/h",
            "容量（人/小时）",
            "每小时容量",
            "容量（位/天）",
            "容量（升）",
        ] {
            assert!(is_no_count_of_places(heading), "{heading}");
        }
        for heading in [
            "Capacity",
            "Places",
            "Capacity (people)",
            "Capacity (max)",
            "Places (at the same time)",
            "Capacity (seats)",
            "容量（人）",
            "席位数",
            "容量（同时）",
            "窗口数（个）",
        ] {
            assert!(!is_no_count_of_places(heading), "{heading}");
        }
    }

    #[test]
    fn amounts_in_thousands_are_told() {
        for heading in [
            "Cost (k€)",
            "Cost (in thousands)",
            "Cost in k",
            "Cost ('000)",
            "Cost (1000 $)",
            "Cost (TEUR)",
            "Cost per 10 customers",
            "Cost per batch",
            "Cost per month",
            "Cost %",
            "成本（万元）",
            "成本（千元）",
            "每百人成本",
            "Headcount (dozens)",
            "人数（百人）",
        ] {
            assert!(is_multiplied(heading), "{heading}");
        }
        for heading in [
            "Cost",
            "Cost ($)",
            "Cost (EUR)",
            "Cost per customer",
            "Unit cost (US$)",
            "成本（元）",
            "Cost per execution",
            "人数",
            "人数（人）",
            "Headcount (FTE)",
        ] {
            assert!(!is_multiplied(heading), "{heading}");
        }
    }
}
