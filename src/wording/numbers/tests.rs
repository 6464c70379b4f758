//! Numbers are written as people read them, and what is written is read back.

use super::*;
use proptest::prelude::*;

use crate::blueprint::notation::{
    Context, DecimalMark, parse_time, read_money, read_quantity, read_rate_per_hour, read_share,
    read_share_or_percent, read_span, read_time,
};
use crate::wording::Language;

fn english() -> Wording {
    Wording::new(Language::English)
}

fn open(language: Language, per: RateUnit) -> Wording {
    let mut words = Wording::new(language);
    words.set_units(Units { per, calendar: Calendar::new(Quantity::new(8.0).ok()) });
    words
}

#[test]
fn times_are_written_as_people_read_them() {
    for (seconds, english_text, chinese) in [
        (0.0, "0 s", "0 秒"),
        (0.45, "0.45 s", "0.45 秒"),
        (4.355, "4.36 s", "4.36 秒"),
        (15.0, "15 s", "15 秒"),
        (24.545, "24.5 s", "24.5 秒"),
        (59.97, "1 min", "1 分钟"),
        (60.0, "1 min", "1 分钟"),
        (195.0, "3 min 15 s", "3 分 15 秒"),
        (540.0, "9 min", "9 分钟"),
        (599.7, "10 min", "10 分钟"),
        (858.0, "14 min 18 s", "14 分 18 秒"),
        (3_599.7, "1 h", "1 小时"),
        (4_008.0, "1 h 7 min", "1 小时 7 分"),
        (7_200.0, "2 h", "2 小时"),
        (9_060.0, "2 h 31 min", "2 小时 31 分"),
        (189_000.0, "52 h 30 min", "52 小时 30 分"),
        (359_990.0, "4 days 4 h", "4 天 4 小时"),
        (86_400.0 * 7.0, "7 days", "7 天"),
        (86_400.0 * 12.34, "12.3 days", "12.3 天"),
        (-195.0, "−3 min 15 s", "−3 分 15 秒"),
    ] {
        assert_eq!(english().time(seconds), english_text, "{seconds}");
        assert_eq!(Wording::new(Language::Chinese).time(seconds), chinese, "{seconds}");
    }
}

#[test]
fn long_times_are_working_days_where_opening_hours_are_given() {
    for (hours, english_text, chinese) in [
        (15.0, "15 h", "15 小时"),
        (16.0, "2 working days", "2 个工作日"),
        (19.0, "2 working days 3 h", "2 个工作日 3 小时"),
        (23.9, "3 working days", "3 个工作日"),
        (100.0, "12.5 working days", "12.5 个工作日"),
    ] {
        let words = |language| open(language, RateUnit::Hour).time(hours * 3600.0);
        assert_eq!(words(Language::English), english_text, "{hours}");
        assert_eq!(words(Language::Chinese), chinese, "{hours}");
    }
}

#[test]
fn entered_times_keep_their_unit() {
    let shown = |text: &str, language| {
        let Ok(time) = parse_time(text, TimeUnit::Second) else { panic!("{text}") };
        Wording::new(language).entered_time(&time)
    };
    for (text, english_text, chinese) in [
        ("45 秒", "45 s", "45 秒"),
        ("60 s", "60 s", "60 秒"),
        ("900 s", "900 s", "900 秒"),
        ("7200 s", "7200 s", "7200 秒"),
        ("0", "0 s", "0 秒"),
        ("1.5 min", "1.5 min", "1.5 分钟"),
        ("90 min", "90 min", "90 分钟"),
        ("15 ± 5 min", "15 ± 5 min", "15 ± 5 分钟"),
        ("1–3 h", "1–3 h", "1–3 小时"),
        ("exp 2 min", "exp 2 min", "指数 2 分钟"),
        ("erlang 4, 2 min", "erlang 4, 2 min", "爱尔朗 4, 2 分钟"),
        ("3 min 25 s", "3 min 25 s", "3 分 25 秒"),
        ("2 h 31 min", "2 h 31 min", "2 小时 31 分"),
        ("1 h 5 s", "1 h 5 s", "1 小时 5 秒"),
    ] {
        assert_eq!(shown(text, Language::English), english_text, "{text}");
        assert_eq!(shown(text, Language::Chinese), chinese, "{text}");
    }
}

#[test]
fn rates_are_per_what_the_blueprint_says() {
    let rate = |language, per| open(language, per).rate(2.0);
    assert_eq!(rate(Language::English, RateUnit::Hour), "2 /h");
    assert_eq!(rate(Language::English, RateUnit::Day), "16 /day");
    assert_eq!(rate(Language::English, RateUnit::Week), "80 /week");
    assert_eq!(rate(Language::Chinese, RateUnit::Hour), "2 位/小时");
    assert_eq!(rate(Language::Chinese, RateUnit::Day), "16 位/天");
    assert_eq!(open(Language::Chinese, RateUnit::Week).short_rate(2.0), "80/周");
}

#[test]
fn differences_of_shares_are_points() {
    let points = |language| Wording::new(language).amount(Amount::Points(-0.45));
    assert_eq!(points(Language::English), "−45 points");
    assert_eq!(points(Language::Chinese), "−45 个百分点");
}

#[test]
fn numbers_keep_three_digits_or_so() {
    for (value, expect) in [
        (60.0, "60 /h"),
        (54.545_454, "54.5 /h"),
        (6.666_67, "6.67 /h"),
        (0.666_667, "0.667 /h"),
        (109.09, "109.1 /h"),
        (9.999, "10 /h"),
        (0.999_9, "1 /h"),
        (12_300.4, "12,300 /h"),
        (-0.000_1, "0 /h"),
        (-6.0, "−6 /h"),
    ] {
        assert_eq!(english().rate(value), expect, "{value}");
    }
}

#[test]
fn shares_are_per_cent() {
    assert_eq!(english().percent(0.541_667), "54.2 %");
    assert_eq!(english().percent(1.0), "100 %");
    assert_eq!(english().percent(1.25), "125 %");
    assert_eq!(english().percent(0.0005), "0.05 %");
    assert_eq!(Wording::new(Language::Chinese).percent(0.9), "90%");
}

#[test]
fn money_bears_its_currency() {
    for (amount, currency, expect) in [
        (1.533_333, "$", "$1.53"),
        (0.866_667, "$", "$0.867"),
        (0.5, "$", "$0.50"),
        (-0.02, "$", "−$0.02"),
        (7.8, "EUR", "EUR 7.80"),
        (12_300.0, "¥", "¥12,300"),
        (1_250.5, "", "1,250.50"),
        (-0.000_01, "$", "$0.00"),
    ] {
        assert_eq!(english().money(amount, currency), expect, "{amount}");
    }
}

/// A length that a person could enter, with up to three decimals.
fn length() -> impl Strategy<Value = f64> {
    prop_oneof![
        (0_u32..200).prop_map(f64::from),
        (0_u32..30_000).prop_map(f64::from),
        (0_u32..2_000_000).prop_map(|thousandths| f64::from(thousandths) / 1000.0),
        (0_u32..10_000).prop_map(|part| f64::from(part) / 7.0),
    ]
}

fn unit() -> impl Strategy<Value = TimeUnit> {
    prop::sample::select(TimeUnit::ALL.to_vec())
}

fn law() -> impl Strategy<Value = Law> {
    let above = |low: f64, more: f64| low + more;
    prop_oneof![
        length().prop_map(Law::Fixed),
        length().prop_map(|mean| Law::Exponential { mean }),
        (length(), length())
            .prop_map(move |(low, more)| Law::Uniform { low, high: above(low, more) }),
        (length(), length(), length()).prop_map(move |(low, more, most)| {
            let mode = above(low, more);
            Law::Triangular { low, mode, high: above(mode, most) }
        }),
        (length(), length()).prop_map(|(mean, sd)| Law::Normal { mean: mean + 1.0, sd }),
        (length(), length()).prop_map(|(mean, sd)| Law::LogNormal { mean: mean + 1.0, sd }),
        (1_u32..1000, length()).prop_map(|(stages, mean)| Law::Erlang { stages, mean }),
        prop::collection::vec(length(), 1..6).prop_map(Law::Samples),
    ]
}

/// The words of a language for a blueprint, with or without opening hours.
fn words() -> impl Strategy<Value = Wording> {
    let language = prop::sample::select(Language::ALL.to_vec());
    let per = prop::sample::select(RateUnit::ALL.to_vec());
    let hours = prop::sample::select(vec![None, Some(7.5), Some(8.0), Some(10.0), Some(24.0)]);
    (language, per, hours).prop_map(|(language, per, hours)| {
        let mut words = Wording::new(language);
        let hours = hours.and_then(|hours| Quantity::new(hours).ok());
        words.set_units(Units { per, calendar: Calendar::new(hours) });
        words
    })
}

/// What texts are read with where they were written.
fn context(words: &Wording) -> Context {
    let Units { per, calendar } = words.units();
    Context { per, calendar, ..Context::default() }
}

/// Amounts of every size.
fn amount() -> impl Strategy<Value = f64> {
    (-4.0..7.0_f64).prop_map(|exponent| 10.0_f64.powf(exponent))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_a_field_holds_is_read_back_as_the_same(
        words in words(), law in law(), unit in unit(), length in length(), rate in 0.0..1e5_f64,
        part in 0_u32..1000, whole in prop::sample::select(vec![1.0, 3.0, 7.0, 100.0, 1000.0]),
    ) {
        let context = context(&words);
        let time = ServiceTime::new(law, unit).expect("a law");
        let text = words.entered_time(&time);
        let back = read_time(&text, &context).map(|reading| reading.value);
        prop_assert_eq!(back, Ok(time), "{}", text);
        let span = Span::new(length, unit).expect("a length");
        let text = words.entered_span(span);
        let back = read_span(&text, &context).map(|reading| reading.value.seconds());
        prop_assert_eq!(back, Ok(span.seconds()), "{}", text);
        let rate = Quantity::new(rate).expect("a rate");
        let text = words.entered_rate(rate);
        let back = read_rate_per_hour(&text, &context).map(|reading| reading.value);
        prop_assert_eq!(back, Ok(rate), "{}", text);
        let share = Share::fraction(f64::from(part) * whole / 1000.0, whole).expect("a share");
        let text = words.share(share);
        prop_assert_eq!(read_share_or_percent(&text, DecimalMark::Point), Ok(share), "{}", text);
        let file = read_share(&share.to_string(), DecimalMark::Point);
        prop_assert_eq!(file, Ok(share), "{}", share);
    }

    #[test]
    fn what_is_shown_rounded_is_read_back_as_what_is_shown(words in words(), amount in amount()) {
        let context = context(&words);
        let text = words.number(amount);
        let back = read_quantity(&text, DecimalMark::Point).map(Quantity::get);
        prop_assert_eq!(back.map(|back| words.number(back)), Ok(text));
        for currency in ["$", "EUR", "¥", "kr", ""] {
            let text = words.money(amount, currency);
            let back = read_money(&text, currency, DecimalMark::Point).map(Quantity::get);
            prop_assert_eq!(back.map(|back| words.money(back, currency)), Ok(text));
        }
        let text = words.time(amount);
        let back = read_span(&text, &context).map(|reading| reading.value.seconds());
        prop_assert_eq!(back.map(|back| words.time(back)), Ok(text));
        let rate = amount.min(1e4);
        for (text, write) in [
            (words.rate(rate), Wording::rate as fn(&Wording, f64) -> String),
            (words.short_rate(rate), Wording::short_rate),
        ] {
            let back = read_rate_per_hour(&text, &context).map(|reading| reading.value.get());
            prop_assert_eq!(back.map(|back| write(&words, back)), Ok(text));
        }
        let share = amount / 1e7;
        let text = words.percent(share);
        let back = read_share(&text, DecimalMark::Point).map(Share::value);
        prop_assert_eq!(back.map(|back| words.percent(back)), Ok(text));
    }
}
