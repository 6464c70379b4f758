//! Times, rates, shares and money are read as people write them, or refused with the reason.

use super::*;

/// A time as it is kept, in the notation of the file, with what was taken for granted.
fn time_with(text: &str, context: &Context) -> String {
    match read_time(text, context) {
        Ok(reading) => {
            let notes: Vec<Note> = reading.notes().collect();
            let value = reading.value;
            let written = value.to_string();
            assert_eq!(parse_time(&written, TimeUnit::Hour), Ok(value), "{written} reads back");
            notes.iter().fold(written, |text, note| format!("{text}, {note:?}"))
        }
        Err(refusal) => refusal.to_string(),
    }
}

fn check_time(text: &str, expect: &str) {
    assert_eq!(time_with(text, &Context::default()), expect, "{text}");
}

/// A service that is open eight hours a day.
fn open_eight_hours() -> Context {
    Context { calendar: Calendar::new(Quantity::new(8.0).ok()), ..Context::default() }
}

#[test]
fn times_are_read_as_people_write_them() {
    for (text, expect) in [
        ("45", "45 s"),
        ("45 s", "45 s"),
        ("2min", "2 min"),
        ("1,5 h", "1.5 h"),
        ("1,200 s", "1200 s"),
        ("0,125 h", "0.125 h"),
        ("2 分钟", "2 min"),
        ("2 ± 0.5 min", "2 ± 0.5 min"),
        ("60 s ± 0.5 min", "1 ± 0.5 min"),
        ("5±2", "5 ± 2 s"),
        ("5 min ± 20 %", "5 ± 1 min"),
        ("exp 2 min", "exp 2 min"),
        ("exponential(2 min)", "exp 2 min"),
        ("指数分布 2 分钟", "exp 2 min"),
        ("erlang 4, 2 min", "erlang 4, 2 min"),
        ("triangular 1, 2, 4 min", "triangular 1, 2, 4 min"),
        ("triangular 1,2,4 min", "triangular 1, 2, 4 min"),
        ("triangular 1,2, 4 min", "triangular 1, 2, 4 min"),
        ("triangular 1,5; 2; 4,5 min", "triangular 1.5, 2, 4.5 min"),
        ("三角 1、2、4 分钟", "triangular 1, 2, 4 min"),
        ("log-normal 2, 1 min", "lognormal 2, 1 min"),
        ("samples 1, 2, 2.5", "samples 1, 2, 2.5 s"),
        ("samples 1,200, 1,300 s", "samples 1200, 1300 s"),
        ("1e3", "1000 s"),
        ("500 ms", "0.5 s"),
        ("5 min each", "5 min"),
        ("5 min per customer", "5 min"),
        ("5 min.", "5 min"),
        ("2 hrs", "2 h"),
        ("1 Hour", "1 h"),
        ("30 Secs", "30 s"),
    ] {
        check_time(text, expect);
    }
}

#[test]
fn several_units_are_one_time() {
    for (text, expect) in [
        ("3 min 25 s", "205 s"),
        ("3min25s", "205 s"),
        ("1 h 30 min", "5400 s"),
        ("1h30", "5400 s"),
        ("1h30m", "5400 s"),
        ("1 h, 30 min", "5400 s"),
        ("1 hour and 30 minutes", "5400 s"),
        ("2 h 31 min", "9060 s"),
        ("PT1H30M", "5400 s"),
        ("2'30\"", "150 s"),
        ("2′30″", "150 s"),
        ("3 分 25 秒", "205 s"),
        ("1小时30分", "5400 s"),
        ("2 小时 31 分", "9060 s"),
        ("1 小時 30 分鐘 5 秒鐘", "5405 s"),
        ("１小时３０分", "5400 s"),
        ("1小时零5分", "3900 s"),
        ("1 時間", "1 h"),
        ("1時間30分", "5400 s"),
        ("1 d 2 h", "93600 s, DayOf { hours: 24.0 }"),
    ] {
        check_time(text, expect);
    }
}

#[test]
fn parts_of_a_unit_are_read() {
    for (text, expect) in [
        ("1/2 h", "0.5 h"),
        ("1/3 h", "20 min"),
        ("1 1/2 h", "1.5 h"),
        ("1½ h", "1.5 h"),
        ("½ hour", "0.5 h"),
        ("half an hour", "0.5 h"),
        ("an hour", "1 h"),
        ("a quarter of an hour", "0.25 h"),
        ("an hour and a half", "1.5 h"),
        ("one and a half hours", "1.5 h"),
        ("two minutes", "2 min"),
        ("半小时", "0.5 h"),
        ("半个小时", "0.5 h"),
        ("一刻钟", "15 min"),
        ("三刻钟", "45 min"),
        ("1 个半小时", "1.5 h"),
        ("一个半小时", "1.5 h"),
        ("一小时半", "1.5 h"),
        ("三十分钟", "30 min"),
        ("两个小时", "2 h"),
        ("十五秒", "15 s"),
    ] {
        check_time(text, expect);
    }
}

#[test]
fn a_range_is_uniform_and_says_so() {
    for (text, expect) in [
        ("1–3 min", "1–3 min"),
        ("1-3 min", "1–3 min"),
        ("5-10 min", "5–10 min"),
        ("5 to 10 min", "5–10 min"),
        ("between 5 and 10 min", "5–10 min"),
        ("5至10分钟", "5–10 min"),
        ("5 到 10 分钟之间", "5–10 min"),
        ("5～10分钟", "5–10 min"),
        ("30 s – 2 min", "0.5–2 min"),
        ("1 h to 1 h 30 min", "60–90 min"),
        ("半小时到一小时", "0.5–1 h"),
    ] {
        check_time(text, &format!("{expect}, RangeIsUniform"));
    }
    for (text, expect) in [
        ("两三分钟", "2–3 min"),
        ("三五分钟", "3–5 min"),
        ("二三十秒", "20–30 s"),
        ("一两个小时", "1–2 h"),
        ("大约两三分钟", "2–3 min"),
        ("平均两三分钟", "2–3 min"),
        ("five to ten minutes", "5–10 min"),
    ] {
        check_time(text, &format!("{expect}, RangeIsUniform"));
    }
    check_time("about 5 min", "5 min, AboutIsFixed");
    check_time("ca. 5 min", "5 min, AboutIsFixed");
    check_time("5 min or so", "5 min, AboutIsFixed");
    check_time("5分钟上下", "5 min, AboutIsFixed");
    check_time("about 5 min on average", "5 min, AboutIsFixed");
    check_time("平均约5分钟", "5 min");
    check_time("~5 min", "5 min, AboutIsFixed");
    check_time("大约 5 分钟", "5 min, AboutIsFixed");
    check_time("5分钟左右", "5 min, AboutIsFixed");
}

#[test]
fn the_mean_is_a_time() {
    for text in [
        "5 min avg",
        "5 min avg.",
        "5 min (avg)",
        "5 min (average)",
        "avg 5 min",
        "avg. 5 min",
        "average: 5 min",
        "average of 5 min",
        "mean 5 min",
        "5 min on average",
        "ø 5 min",
        "平均5分钟",
        "平均每人5分钟",
        "5分钟（平均）",
        "5 分钟平均",
    ] {
        check_time(text, "5 min");
    }
}

#[test]
fn numbers_in_words_are_numbers() {
    for (text, expect) in [
        ("twenty-five minutes", "25 min"),
        ("twenty five min", "25 min"),
        ("one hundred and twenty seconds", "120 s"),
        ("一百五秒", "150 s"),
        ("一百零五秒", "105 s"),
        ("一千五秒", "1500 s"),
        ("两百五十秒", "250 s"),
        ("一万二秒", "12000 s"),
    ] {
        check_time(text, expect);
    }
}

#[test]
fn a_day_is_the_opening_hours_where_they_are_given() {
    for (text, closed, open) in [
        ("2 d", "48 h, DayOf { hours: 24.0 }", "16 h, DayOf { hours: 8.0 }"),
        ("1.5 days", "36 h, DayOf { hours: 24.0 }", "12 h, DayOf { hours: 8.0 }"),
        ("两天", "48 h, DayOf { hours: 24.0 }", "16 h, DayOf { hours: 8.0 }"),
        (
            "3 working days",
            "24 h, WorkingDayOf { hours: 8.0 }",
            "24 h, WorkingDayOf { hours: 8.0 }",
        ),
        (
            "5 business days",
            "40 h, WorkingDayOf { hours: 8.0 }",
            "40 h, WorkingDayOf { hours: 8.0 }",
        ),
        ("3 个工作日", "24 h, WorkingDayOf { hours: 8.0 }", "24 h, WorkingDayOf { hours: 8.0 }"),
        ("1 week", "168 h, WeekOf { hours: 168.0 }", "40 h, WeekOf { hours: 40.0 }"),
        ("2 周", "336 h, WeekOf { hours: 168.0 }", "80 h, WeekOf { hours: 40.0 }"),
        (
            "1-2 days",
            "24–48 h, RangeIsUniform, DayOf { hours: 24.0 }",
            "8–16 h, RangeIsUniform, DayOf { hours: 8.0 }",
        ),
        (
            "两三天",
            "48–72 h, RangeIsUniform, DayOf { hours: 24.0 }",
            "16–24 h, RangeIsUniform, DayOf { hours: 8.0 }",
        ),
        (
            "about 2 days",
            "48 h, AboutIsFixed, DayOf { hours: 24.0 }",
            "16 h, AboutIsFixed, DayOf { hours: 8.0 }",
        ),
    ] {
        assert_eq!(time_with(text, &Context::default()), closed, "{text}");
        assert_eq!(time_with(text, &open_eight_hours()), open, "{text}");
    }
    let days = Context { unit: LengthUnit::Day, ..open_eight_hours() };
    assert_eq!(time_with("3", &days), "24 h, DayOf { hours: 8.0 }");
}

#[test]
fn colons_are_minutes_or_hours() {
    check_time("1:30", "90 s");
    check_time("0:05:00", "300 s");
    check_time("1:30 h", "5400 s");
    check_time("12:05:00 AM", "300 s");
    check_time("1:75", "unknown form of time");
    let hours = Context { clock: Clock::HoursMinutes, ..Context::default() };
    assert_eq!(time_with("0:05", &hours), "300 s");
    assert_eq!(time_with("1:30", &hours), "5400 s");
}

#[test]
fn impossible_times_say_why() {
    for (text, expect) in [
        ("abc", "unknown form of time"),
        ("soon", "unknown form of time"),
        ("", "unknown form of time"),
        ("2 fortnights", "unknown unit of time"),
        ("a few minutes", "no certain number"),
        ("几分钟", "no certain number"),
        ("-3 s", "below zero"),
        ("−3 s", "below zero"),
        ("3–1 min", "bounds out of order"),
        ("exp 1, 2 min", "unknown form of time"),
        ("inf", "unknown form of time"),
        ("NaN", "unknown form of time"),
        ("30 s 2 min", "unknown form of time"),
        ("5 10 min", "unknown form of time"),
        ("1.00:00:00", "unknown form of time"),
        ("1.5:30", "unknown form of time"),
        ("1,5:30", "unknown form of time"),
        ("-1:30", "below zero"),
        ("5/10 min", "unknown form of time"),
        ("10/15 min", "unknown form of time"),
        ("3/5 min", "unknown form of time"),
        ("2/4 h", "unknown form of time"),
        ("max 5 min", "unknown form of time"),
        ("三四五分钟", "unknown form of time"),
        ("五三分钟", "unknown form of time"),
        ("十几分钟", "no certain number"),
        ("average", "unknown form of time"),
        ("1e9 h", "too long a time"),
        ("1e300 h", "too long a time"),
    ] {
        check_time(text, expect);
    }
}

fn rate(text: &str, context: &Context) -> String {
    match read_rate_per_hour(text, context) {
        Ok(Reading { value, note: None, .. }) => value.to_string(),
        Ok(Reading { value, note: Some(note), .. }) => format!("{value}, {note:?}"),
        Err(refusal) => refusal.to_string(),
    }
}

#[test]
fn rates_are_read_as_people_write_them() {
    for (text, expect) in [
        ("54/h", "54"),
        ("54 /h", "54"),
        ("54", "54"),
        ("3,000/h", "3000"),
        ("1.5/min", "90"),
        ("2 / min", "120"),
        ("54 per hour", "54"),
        ("54 customers per hour", "54"),
        ("54 customers/h", "54"),
        ("54 an hour", "54"),
        ("54 hourly", "54"),
        ("1 every 5 min", "12"),
        ("one every 5 min", "12"),
        ("a customer every 5 minutes", "12"),
        ("every 5 min", "12"),
        ("2 per 5 min", "24"),
        ("1/5 min", "12"),
        ("one every 1 min 30 s", "40"),
        ("one every half hour", "2"),
        ("54 位/小时", "54"),
        ("54人每小时", "54"),
        ("每小时 54 位", "54"),
        ("每小时54人次", "54"),
        ("每 5 分钟一位", "12"),
        ("每五分钟一位", "12"),
        ("每 5 分钟", "12"),
        ("每隔5分钟来1位", "12"),
        ("一小时 54 位", "54"),
        ("５４／小时", "54"),
        ("20k/h", "20000"),
        ("2 thousand per hour", "2000"),
        ("54 dozen/h", "648"),
        ("two dozen per hour", "24"),
        ("two dozen customers an hour", "24"),
        ("a hundred per hour", "100"),
        ("half a dozen per hour", "6"),
        ("half a dozen an hour", "6"),
        ("a couple of guests an hour", "2"),
        ("2 hundred an hour", "200"),
        ("3百/小时", "300"),
        ("54 kids/h", "54"),
        ("240/day", "10, DayOf { hours: 24.0 }"),
        ("240 a day", "10, DayOf { hours: 24.0 }"),
        ("240 位/天", "10, DayOf { hours: 24.0 }"),
        ("每天 240 位", "10, DayOf { hours: 24.0 }"),
        ("1680/周", "10, WeekOf { hours: 168.0 }"),
        ("one hundred and twenty per hour", "120"),
        ("a hundred and twenty an hour", "120"),
        ("twenty-five customers an hour", "25"),
        ("two and a half an hour", "2.5"),
        ("every ten minutes", "6"),
        ("1.2k/h", "1200"),
        ("0.02M/h", "20000"),
        ("0.02 mio/h", "20000"),
        ("20 tsd. customers/h", "20000"),
        ("5 lakh/h", "500000"),
        ("3 score/h", "60"),
        ("1 gross/h", "144"),
        ("2 hundred thousand an hour", "200000"),
        ("54 walk-in customers/h", "54"),
        ("54 phone calls per hour", "54"),
        ("54 (patients)/h", "54"),
        ("两百五/小时", "250"),
        ("一千五位/小时", "1500"),
        ("每小时一百五十人次", "150"),
        ("54名患者/小时", "54"),
        ("54 台车/小时", "54"),
    ] {
        assert_eq!(rate(text, &Context::default()), expect, "{text}");
    }
    assert_eq!(rate("400/day", &open_eight_hours()), "50, DayOf { hours: 8.0 }");
    assert_eq!(rate("400/周", &open_eight_hours()), "10, WeekOf { hours: 40.0 }");
    let by_day = Context { per: RateUnit::Day, ..open_eight_hours() };
    assert_eq!(rate("400", &by_day), "50, DayOf { hours: 8.0 }");
    assert_eq!(rate("54/h", &by_day), "54");
}

#[test]
fn a_number_beside_two_units_is_in_the_larger_one() {
    let times = |text: &str| {
        let time = read_time(text, &Context::default()).unwrap().value;
        (time.mean_s(), time.scv())
    };
    for (text, same) in [
        ("5-7 min 30 s", "300–450 s"),
        ("1-2 h 30 min", "60–150 min"),
        ("1-1h30", "60–90 min"),
        ("1-2小时30分", "60–150 min"),
        ("5到7分30秒", "300–450 s"),
        ("5 ± 1 min 30 s", "300 ± 90 s"),
    ] {
        assert_eq!(times(text), times(same), "{text}");
    }
    assert!(read_time("9:00 am", &Context::default()).is_err(), "a time of day");
    assert!(read_time("12:05:00 am", &Context::default()).is_ok());
}

#[test]
fn how_many_may_stand_behind_every() {
    let rate = |text: &str| read_rate_per_hour(text, &Context::default()).map(|r| r.value.get());
    for (text, expect) in [
        ("every hour 54", 54.0),
        ("every hour 54 customers", 54.0),
        ("every minute 2", 120.0),
        ("every 5 min one", 12.0),
        ("every 2 hours 10 guests", 5.0),
        ("every 5 min", 12.0),
        ("one every 2 min 30 s", 24.0),
        ("every 2 min 30 s", 24.0),
    ] {
        assert_eq!(rate(text).ok().map(|rate| (rate * 1e6).round() / 1e6), Some(expect), "{text}");
    }
    assert!(rate("每天 8 小时 400 人").is_err());
}

#[test]
fn impossible_rates_say_why() {
    for (text, expect) in [
        ("abc", "not a rate"),
        ("", "not a rate"),
        ("NaN/h", "not a rate"),
        ("54/fortnight", "unknown unit of time"),
        ("54 customers", "not a rate"),
        ("-3/h", "below zero"),
        ("1e9/h", "too high a rate"),
        ("5/0 min", "not a rate"),
        ("a few per hour", "no certain number"),
        ("a few/h", "no certain number"),
        ("A few customers / day", "no certain number"),
        ("several an hour", "no certain number"),
        ("lots/h", "no certain number"),
        ("几位/小时", "no certain number"),
        ("每小时若干位", "no certain number"),
        ("two three per hour", "not a rate"),
        ("/h", "not a rate"),
        ("per hour", "not a rate"),
        ("hourly", "not a rate"),
        ("hundreds per day", "not a rate"),
        ("dozens of customers an hour", "not a rate"),
        ("54 or so per hour", "not a rate"),
        ("54 odd customers per hour", "not a rate"),
        ("54 zoks per blah", "unknown unit of time"),
        ("54 foo/h", "not a rate"),
        ("54 mil/h", "not a rate"),
        ("54 hours/h", "not a rate"),
        ("54 busloads/h", "not a rate"),
        ("三五十人/天", "not a rate"),
        ("两三百人/天", "not a rate"),
        ("一百多人/天", "not a rate"),
        ("十几人/小时", "no certain number"),
        ("每小时十几人", "no certain number"),
        ("几十人/小时", "no certain number"),
        ("百人/天", "not a rate"),
        ("上百人/天", "not a rate"),
        ("两三分钟一位", "not a rate"),
        ("每两三分钟一位", "not a rate"),
        ("每小时", "1"),
    ] {
        assert_eq!(rate(text, &Context::default()), expect, "{text}");
    }
}

#[test]
fn shares_keep_the_form_they_were_entered_in() {
    for (text, expect) in [
        ("70 %", "70 %"),
        ("70%", "70 %"),
        ("７０％", "70 %"),
        ("12,5 %", "12.5 %"),
        ("70 percent", "70 %"),
        ("250 ‰", "25 %"),
        ("1/3", "1/3"),
        ("1 in 3", "1/3"),
        ("三分之一", "1/3"),
        ("百分之七十", "70 %"),
        ("七成", "70 %"),
        // What is a plain number of per cents is one.
        ("0.25", "25 %"),
        ("0.7", "70 %"),
        ("0.85/1", "85 %"),
        ("0.125", "12.5 %"),
        ("0.333", "33.3 %"),
        ("1", "100 %"),
        ("0", "0 %"),
        ("7/10", "7/10"),
        ("百分之百", "100 %"),
        ("千分之五", "5/1000"),
    ] {
        assert_eq!(parse_share(text).map(|s| s.to_string()), Ok(expect.to_owned()), "{text}");
    }
    assert_eq!(parse_share("120 %"), Err(Refusal::ShareAboveOne));
    assert_eq!(parse_share("2"), Err(Refusal::ShareAboveOne));
    assert_eq!(parse_share("1/0"), Err(Refusal::NotANumber));
    assert_eq!(parse_share("abc"), Err(Refusal::NotAShare));
    let percent = read_share_or_percent("80", DecimalMark::Point);
    assert_eq!(percent.map(|s| s.to_string()), Ok("80 %".to_owned()));
}

#[test]
fn money_is_read_with_and_without_its_sign() {
    let money = |text: &str, currency: &str| {
        let read = read_money(text, currency, DecimalMark::Point);
        read.map_or_else(|refusal| refusal.to_string(), |amount| amount.to_string())
    };
    for (text, currency, expect) in [
        ("12.50", "$", "12.5"),
        ("$1,250", "$", "1250"),
        ("US$ 1,250.50", "$", "1250.5"),
        ("EUR 1,250", "EUR", "1250"),
        ("1.250,50 €", "EUR", "1250.5"),
        ("12 元", "¥", "12"),
        ("￥3.5万", "¥", "35000"),
        ("2.5k", "$", "2500"),
        ("$5", "", "5"),
        ("−$0.02", "$", "below zero"),
        ("€5", "$", "another currency"),
        ("abc", "$", "not an amount of money"),
        ("NaN", "$", "not an amount of money"),
        ("1e15", "$", "too large"),
    ] {
        assert_eq!(money(text, currency), expect, "{text}");
    }
}

#[test]
fn a_column_tells_its_marks() {
    let habits = |heading: &str, cells: &[&str]| {
        let Habits { decimal, clock } = Habits::of_column(heading, &cells.iter().copied(), false);
        (decimal, clock)
    };
    let decimal = |cells: &[&str]| habits("time", cells).0;
    assert_eq!(decimal(&["5 min", "1,200 s"]), Some(DecimalMark::Point));
    assert_eq!(decimal(&["1,5", "2,25"]), Some(DecimalMark::Comma));
    assert_eq!(decimal(&["1,5", "1,200"]), None);
    assert_eq!(decimal(&["1.5", "1,200"]), Some(DecimalMark::Point));
    let clock = |heading: &str, cells: &[&str]| habits(heading, cells).1;
    assert_eq!(clock("time", &["0:05", "0:10"]), None);
    assert_eq!(clock("time (h:mm)", &["0:05"]), Some(Clock::HoursMinutes));
    assert_eq!(clock("time [mm:ss]", &["0:05"]), Some(Clock::MinutesSeconds));
    assert_eq!(clock("Minutes", &["0:05"]), Some(Clock::MinutesSeconds));
    assert_eq!(clock("time in hours", &["0:05"]), Some(Clock::HoursMinutes));
    assert_eq!(clock("时间", &["0:05", "0:05:30"]), Some(Clock::HoursMinutes));
    assert_eq!(clock("time", &["0:05", "45:00"]), Some(Clock::MinutesSeconds));
    assert_eq!(clock("time", &["1:30", "90 s"]), Some(Clock::MinutesSeconds));
    assert_eq!(clock("time", &["1:30", "2 h"]), Some(Clock::HoursMinutes));
    assert_eq!(clock("time", &["90 s"]), Some(Clock::MinutesSeconds));
}

#[test]
fn a_heading_tells_its_unit() {
    for (heading, expect) in [
        ("time (min)", Some(LengthUnit::Minute)),
        ("time [h]", Some(LengthUnit::Hour)),
        ("Duration, min", Some(LengthUnit::Minute)),
        ("time in minutes", Some(LengthUnit::Minute)),
        ("用时（分钟）", Some(LengthUnit::Minute)),
        ("办理时限（工作日）", Some(LengthUnit::WorkingDay)),
        ("Days", Some(LengthUnit::Day)),
        ("作业时间", None),
        ("time", None),
    ] {
        assert_eq!(unit_in_heading(heading), expect, "{heading}");
    }
}

#[test]
fn the_form_of_the_file_is_read_the_same_by_the_quick_way() {
    let context = Context::of_unit(TimeUnit::Hour);
    let mut quick = 0;
    for number in [
        "0",
        "1",
        "45",
        "0.5",
        "2.5",
        "1.20",
        "1.200",
        "12.345",
        "007",
        "0.1",
        "1200",
        "1000000000000",
        "1000000000001",
        "100000.000001",
        "0.3333333333333333",
        "1.",
        ".5",
        "1,5",
        "1e3",
        "-1",
        "",
    ] {
        for unit in ["s", "min", "h", "ms", "S", "h ", "minutes", "days"] {
            let text = format!("{number} {unit}");
            quick += usize::from(writing::written_span(&text).is_some());
            let time = law::any_time(&text, &context).map(|reading| reading.value);
            assert_eq!(parse_time(&text, TimeUnit::Hour), time, "{text}");
            let span = law::any_span(&text, &context).map(|reading| reading.value);
            assert_eq!(parse_span(&text, TimeUnit::Hour), span, "{text}");
        }
    }
    assert_eq!(quick, 15 * 3);
}
