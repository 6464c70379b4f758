//! What a heading means: the column it names, and the unit it gives for plain numbers.

use super::answers::is_way_of_no;
use super::columns::Column;
use crate::blueprint::notation::{LengthUnit, parse_unit};
use crate::blueprint::{simplified, usual_width};

/// How well a heading names a column; the better, the smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// By one of the words for it; the first words are the surest.
    Named(usize),
    /// By a part of the heading.
    Likely,
}

/// What a heading says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading<C> {
    /// The column.
    pub column: C,
    /// How well it is named.
    pub fit: Fit,
    /// The unit for plain numbers below it.
    pub unit: Option<LengthUnit>,
}

/// Words beside which a time is none of the step's own work.
const OTHER_TIMES: &[&str] = &[
    "wait",
    "waiting",
    "queue",
    "queueing",
    "queuing",
    "start",
    "starts",
    "started",
    "begin",
    "begins",
    "began",
    "end",
    "ends",
    "ended",
    "finish",
    "finishes",
    "finished",
    "arrival",
    "arrive",
    "due",
    "deadline",
    "date",
    "target",
    "acceptable",
    "maximum",
    "max",
    "setup",
    "changeover",
    "idle",
    "等待",
    "等候",
    "排队",
    "开始",
    "起始",
    "结束",
    "完成",
    "到达",
    "截止",
    "目标",
    "准备",
    "日期",
    "空闲",
    "换型",
];

/// The columns that a heading may mean, the likeliest first.
pub fn read_heading<C: Column>(heading: &str) -> Vec<Heading<C>> {
    let mut found: Vec<Heading<C>> = Vec::new();
    let mut add = |column: C, fit: Fit, unit: Option<LengthUnit>| {
        let unit = unit.filter(|_| column.holds_time());
        match found.iter_mut().find(|other| other.column == column) {
            Some(other) if other.fit <= fit => {}
            Some(other) => *other = Heading { column, fit, unit },
            None => found.push(Heading { column, fit, unit }),
        }
    };
    let mut parts = split_unit(heading);
    // "Minutes per unit" are minutes.
    if let Some(bare) = without_each(heading) {
        parts.extend(split_unit(&bare).into_iter().filter(|(_, unit)| unit.is_some()));
    }
    let whole = plain(heading);
    let known = |name: &str| C::index().get(name).into_iter().flatten().copied();
    for (column, at) in known(&whole) {
        add(column, Fit::Named(at), None);
    }
    for (base, unit) in &parts {
        for (column, at) in known(base) {
            add(column, Fit::Named(at), *unit);
        }
    }
    // "Minutes" alone are the minutes that a step takes.
    let alone = without_each(heading).unwrap_or_else(|| heading.to_owned());
    if let Some(unit) = unit_of(&alone).filter(|unit| is_plural_or_short(&alone, *unit))
        && let Some(column) = C::ALL.iter().copied().find(|column| column.holds_time())
    {
        add(column, Fit::Named(column.words().split('|').count()), Some(unit));
    }
    let words = words(heading);
    let other_time = is_other_time(heading);
    let unit = parts.iter().find_map(|(_, unit)| *unit);
    let counts = counts_something(heading);
    for column in C::ALL.iter().copied() {
        let hinted = column.hints().iter().any(|hint| says(&words, hint));
        // "Number of staff" names nobody, and numbers no row.
        let named = !counts || column.holds_time() || column.holds_number();
        // "If no" numbers nothing.
        let named = named && !(column.numbers_rows() && is_way_of_no(heading));
        if hinted && named && !(other_time && column.holds_time()) {
            add(column, Fit::Likely, unit);
        }
    }
    found.sort_by_key(|heading| heading.fit);
    found
}

/// The column that a heading names for certain.
pub fn named<C: Column>(heading: &str) -> Option<C> {
    let first = read_heading::<C>(heading).into_iter().next()?;
    matches!(first.fit, Fit::Named(_)).then_some(first.column)
}

/// Whether a heading says how many there are of something: `Number of staff`, `Headcount`, 人员数量.
fn counts_something(heading: &str) -> bool {
    let text = fold(&spaced(heading));
    let text = text.trim();
    let words = words(heading);
    let numbers_rows = ["step", "activity", "task", "row", "process", "operation"]
        .iter()
        .any(|word| words.iter().any(|other| other == word));
    let behind = ["number of", "no of", "no. of", "nr of", "nr. of", "# of", "num of", "amount of"];
    let of = behind.iter().any(|start| text.starts_with(start)) && !numbers_rows;
    let counts = ["count", "headcount", "qty", "quantity", "fte", "ftes", "how many"];
    let staff = ["staff", "people", "employee", "personnel", "worker", "operator", "person"];
    let number = ["number", "no", "nr", "num", "#"];
    let of_staff =
        words.iter().any(|word| staff.contains(&word.trim_end_matches('s')) || word == "staff")
            && words.iter().any(|word| number.contains(&word.as_str()));
    let chinese = text.split(['(', '[']).next().unwrap_or_default().trim();
    let chinese = ["数", "数量", "人数", "个数"].iter().any(|end| chinese.ends_with(end))
        && !chinese.ends_with("号数");
    of || of_staff || chinese || counts.iter().any(|count| says(&words, count))
}

/// Whether a heading is that of the average of several times.
pub fn is_average(heading: &str) -> bool {
    let words = words(heading);
    ["avg", "average", "mean", "平均", "均值"].iter().any(|word| says(&words, word))
}

/// A heading with a blank where two words meet: `TimeMin` is `Time Min`, `用时min` is `用时 min`.
pub fn spaced(heading: &str) -> String {
    let chars: Vec<char> = heading.chars().collect();
    let mut spaced = String::with_capacity(heading.len() + 4);
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| chars.get(at));
        let after = chars.get(at + 1);
        let meets = before.is_some_and(|before| {
            let camel = c.is_uppercase()
                && (before.is_lowercase()
                    || before.is_uppercase() && after.is_some_and(|after| after.is_lowercase()));
            let script = before.is_alphabetic()
                && c.is_alphabetic()
                && before.is_ascii() != c.is_ascii()
                && !(before.is_lowercase() && c.is_lowercase())
                && !(before.is_uppercase() && c.is_lowercase());
            camel || script
        });
        if meets {
            spaced.push(' ');
        }
        spaced.push(*c);
    }
    spaced
}

/// Words that say for whom or what a time is, from a word on that stands before them.
const EACH: [&str; 6] = [" per ", "/", " each", " a customer", " a person", " for each "];
/// The same in Chinese.
const EACH_CHINESE: [&str; 8] = ["每人", "每件", "每位", "每次", "单件", "单次", "每单", "每笔"];

/// A heading without the words that say for whom or what a time is: of `Minutes per unit` and
/// `min/customer` the unit, if it has such words. What follows is no unit itself.
pub fn without_each(heading: &str) -> Option<String> {
    let text = spaced(&heading.trim().chars().map(usual_width).collect::<String>());
    let lower = text.to_ascii_lowercase();
    let cut = EACH.iter().filter_map(|word| {
        let at = lower.find(word)?;
        let rest = lower.get(at + word.len()..)?;
        unit_of(rest).is_none().then_some(at)
    });
    if let Some(at) = cut.min() {
        let head = text.get(..at).unwrap_or_default().trim();
        let closed = head.matches(['(', '[']).count() == head.matches([')', ']']).count();
        return (closed && !head.is_empty()).then(|| head.to_owned());
    }
    let word = EACH_CHINESE.iter().find(|word| text.contains(**word))?;
    Some(text.replacen(word, "", 1))
}

/// Whether a heading is that of another time than the step's own work: of its start, of a wait.
pub fn is_other_time(heading: &str) -> bool {
    let words = words(heading);
    OTHER_TIMES.iter().any(|hint| says(&words, hint))
}

/// What a heading names without its unit and remarks, as it is compared; blank for a unit alone.
pub fn timed_name(heading: &str) -> String {
    let bare = without_each(heading).unwrap_or_else(|| heading.to_owned());
    if unit_of(&bare).is_some() {
        return String::new();
    }
    let parts = split_unit(&bare);
    let part = parts.iter().find(|(_, unit)| unit.is_some());
    part.map_or_else(|| plain(&bare), |(name, _)| name.clone())
}

/// Whether the words of a heading say one: an English word as a whole, a Chinese one anywhere.
fn says(words: &[String], hint: &str) -> bool {
    words.iter().any(|word| if hint.is_ascii() { word == hint } else { word.contains(hint) })
}

/// The words of a heading, small, in simplified characters.
pub fn words(heading: &str) -> Vec<String> {
    let folded = fold(&spaced(heading));
    folded.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
}

/// A text in small letters of the usual width and in simplified characters, as it is compared.
fn fold(text: &str) -> String {
    text.chars().map(usual_width).flat_map(char::to_lowercase).map(simplified).collect()
}

/// A text as it is compared with others: no capitals, no signs, no spaces.
pub fn plain(text: &str) -> String {
    squeezed(&fold(text))
}

/// A text that is folded already without signs and spaces.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric() || matches!(c, '#' | '№' | '²')).collect()
}

/// The unit that a text is the name of.
fn unit_of(text: &str) -> Option<LengthUnit> {
    let text: String = text.chars().map(usual_width).collect();
    let text = text.trim().trim_matches(['.', '(', ')', '[', ']']).trim();
    let text = text.strip_suffix(['数', '\u{6578}']).unwrap_or(text);
    if text.is_empty() || text.chars().any(char::is_numeric) {
        return None;
    }
    parse_unit(text)
}

/// Whether a unit of days or weeks stands as in a length of several: "days", 天数. Alone, "day" and
/// "week" are rather a date.
fn is_plural_or_short(text: &str, unit: LengthUnit) -> bool {
    let text = fold(text.trim());
    unit_is_short(unit)
        || text.ends_with('s')
        || text.ends_with('数')
        || text.contains("工作")
        || text == "天"
}

/// Whether a unit is shorter than a day.
fn unit_is_short(unit: LengthUnit) -> bool {
    use LengthUnit::{Day, Week, WorkingDay, WorkingWeek};
    !matches!(unit, Day | WorkingDay | Week | WorkingWeek)
}

/// The ways to take a heading apart into a name and a unit, such as `time (min)`, `time [min]`,
/// `time in minutes`, `time, min`, `time_min`; a remark in brackets is left off.
fn split_unit(heading: &str) -> Vec<(String, Option<LengthUnit>)> {
    let text: String = spaced(heading.trim()).chars().map(usual_width).collect();
    let mut parts = Vec::new();
    for (open, close) in
        [('(', ')'), ('[', ']'), ('{', '}'), ('【', '】'), ('〔', '〕'), ('<', '>')]
    {
        let Some((name, rest)) = text.split_once(open) else { continue };
        let Some((inside, behind)) = rest.rsplit_once(close) else { continue };
        let name = plain(&format!("{name} {behind}"));
        let unit =
            unit_of(inside).or_else(|| inside.rsplit([',', ' ', '/', ';']).find_map(unit_of));
        if !name.is_empty() {
            parts.push((name, unit));
        }
    }
    let folded = fold(&text);
    for separator in [" in ", ",", "/", ":", ";", " - ", "–", "—", "_", "-", "|", " "] {
        if let Some((name, unit)) = folded.rsplit_once(separator)
            && let word = unit
            && let Some(unit) = unit_of(word)
            && (!matches!(separator, " " | "_" | "-" | "/") || is_plural_or_short(word, unit))
        {
            let name = name.strip_suffix(" in").unwrap_or(name);
            parts.push((plain(name), Some(unit)));
        }
    }
    for unit in [
        "分钟数",
        "分钟",
        "分",
        "小时数",
        "小时",
        "秒钟",
        "秒数",
        "秒",
        "工作日数",
        "工作日",
        "天数",
        "天",
        "周数",
        "周",
    ] {
        if let Some(name) = folded.strip_suffix(unit) {
            parts.push((plain(name), unit_of(unit)));
            break;
        }
    }
    parts.retain(|(name, _)| !name.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::super::columns::{RoleColumn, StepColumn};
    use super::*;

    #[test]
    fn headings_are_known_as_people_write_them() {
        for (column, headings) in [
            (
                StepColumn::Step,
                "step|Activity|TASK|Process step|process_step|Name|Process-Step|ProcessStep|Step name|\
                 环节|工序|节点|任务|步骤名称|流程环节|業務環節|步驟|作业内容|Step:|* Activity *|ＳＴＥＰ",
            ),
            (
                StepColumn::Role,
                "Resource|Responsible|Owner|Who|Department|Staff|Performed by|负责人|责任部门|部门|资源|\
                 負責人|岗位|经办人|Responsible person(s)|Who?|执行人",
            ),
            (
                StepColumn::Time,
                "Duration|Processing time|Service Time|Cycle time|Minutes|time (min)|time [min]|\
                 time in minutes|Duration, min|耗时（分钟）|用时|时长|工时|办理时限|耗時(分鐘)|Mins|时间/分钟|\
                 Duration in hours|time_min|用时分钟|Processing time (avg., min)|Duration minutes|秒",
            ),
            (StepColumn::Next, "next|Next step|Successor|下一步|后续环节|Next step ID"),
            (StepColumn::Number, "No|No.|#|ID|Step no.|序号|编号|Nr."),
            (StepColumn::Lane, "lane|Swim lane|Zone|泳道|区域"),
            (StepColumn::Phase, "Phase|Stage|阶段|階段|Journey stage"),
            (StepColumn::Setup, "Set-up time (min)|准备时间"),
        ] {
            for heading in headings.split('|') {
                assert_eq!(named::<StepColumn>(heading), Some(column), "{heading}");
            }
        }
        assert_eq!(named::<RoleColumn>("Headcount"), Some(RoleColumn::Count));
        assert_eq!(named::<RoleColumn>("Cost per hour"), Some(RoleColumn::CostPerHour));
    }

    #[test]
    fn the_unit_stands_in_the_heading() {
        for (heading, unit) in [
            ("time (min)", Some(LengthUnit::Minute)),
            ("time [h]", Some(LengthUnit::Hour)),
            ("time in minutes", Some(LengthUnit::Minute)),
            ("Duration, min", Some(LengthUnit::Minute)),
            ("耗时（分钟）", Some(LengthUnit::Minute)),
            ("Minutes", Some(LengthUnit::Minute)),
            ("用时秒", Some(LengthUnit::Second)),
            ("Time (avg, min)", Some(LengthUnit::Minute)),
            ("Duration (hours)", Some(LengthUnit::Hour)),
            ("time (days)", Some(LengthUnit::Day)),
            ("Time [d]", Some(LengthUnit::Day)),
            ("Duration in days", Some(LengthUnit::Day)),
            ("Days", Some(LengthUnit::Day)),
            ("Duration (weeks)", Some(LengthUnit::Week)),
            ("Duration, wks", Some(LengthUnit::Week)),
            ("Time (working days)", Some(LengthUnit::WorkingDay)),
            ("用时（天）", Some(LengthUnit::Day)),
            ("用時（天數）", Some(LengthUnit::Day)),
            ("办理时限（工作日）", Some(LengthUnit::WorkingDay)),
            ("用时（周）", Some(LengthUnit::Week)),
            ("耗时天数", Some(LengthUnit::Day)),
            ("用时/工作日", Some(LengthUnit::WorkingDay)),
            ("Duration", None),
            ("Duration (net)", None),
        ] {
            let found = read_heading::<StepColumn>(heading);
            assert_eq!(found[0].column, StepColumn::Time, "{heading}");
            assert_eq!(found[0].unit, unit, "{heading}");
        }
    }

    #[test]
    fn other_times_are_not_the_steps_own() {
        for heading in
            ["Waiting time", "Start time", "End date", "等待时间", "开始时间", "Arrival time"]
        {
            let found = read_heading::<StepColumn>(heading);
            assert!(found.iter().all(|h| h.column != StepColumn::Time), "{heading}: {found:?}");
        }
        // Days and weeks that are rather a date.
        for heading in ["Day", "Week", "日", "周"] {
            let found = read_heading::<StepColumn>(heading);
            assert!(found.iter().all(|h| h.column != StepColumn::Time), "{heading}: {found:?}");
        }
        let likely = read_heading::<StepColumn>("Net time of work (min)");
        assert_eq!((likely[0].column, likely[0].fit), (StepColumn::Time, Fit::Likely));
        assert_eq!(likely[0].unit, Some(LengthUnit::Minute));
    }
}
