//! The licence office with a lesson of nine stops.

use onstage::blueprint::{Blueprint, Lesson, Stop};
use onstage::presenting::next_stop;
use onstage::storage::sample;
use onstage::wording::Language;

/// The licence office with a lesson.
pub fn office_with_a_lesson(language: Language) -> Blueprint {
    let sample = sample("driver-licence-office").expect("a sample");
    let mut blueprint = sample.open_in(language.code()).expect("opens");
    let ids: Vec<_> = blueprint.scenarios().iter().map(|scenario| scenario.id()).collect();
    let is_english = language == Language::English;
    let word =
        |english: &str, chinese: &str| (if is_english { english } else { chinese }).to_owned();
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let stop = |english: &str, chinese: &str, shows: &str| Stop {
        title: word(english, chinese),
        scenario: ids.first().copied(),
        shows: shows.to_owned(),
        minutes: Some(4),
        ..Stop::default()
    };
    let note = word(
        "Let them vote before anybody computes. Most point at the eye test, because its line is the one they can see.",
        "先让大家表决，再来计算。多数人会指向视力检查，因为只有它的队伍看得见。",
    );
    let second = ids.get(1).copied();
    let stops = [
        stop("Read it like a customer", "像顾客一样阅读", ""),
        Stop {
            hold: names(&["bottleneck", "figures"]),
            figures: names(&["demand_per_hour", "capacity_per_hour", "throughput_time_s"]),
            ask: word(
                "Which desk decides how many licences an hour?",
                "哪个柜台决定每小时发多少驾照？",
            ),
            answers: vec![
                word("Payment", "缴费"),
                word("Violations", "违章核查"),
                word("Eye test", "视力检查"),
                word("Photograph", "拍照"),
            ],
            levers: names(&["headcount", "time", "demand"]),
            note,
            ..stop("Which desk decides?", "哪个柜台起决定作用？", "sheet")
        },
        stop("Who is how busy?", "谁有多忙？", "load"),
        stop("One visit", "一次到访", "visit"),
        Stop {
            levers: names(&["demand"]),
            figures: names(&["wait_s", "utilisation"]),
            ..stop("Why 90 % hurts", "为什么 90% 就难受", "waiting")
        },
        Stop {
            scenario: second,
            figures: names(&["capacity_per_hour", "throughput_time_s"]),
            ..stop("A second officer", "第二位核查员", "")
        },
        Stop {
            scenario: second,
            with: ids.first().copied(),
            figures: names(&["capacity_per_hour", "throughput_time_s", "cost_per_customer"]),
            ..stop("Before and after", "前后对比", "compare")
        },
        stop("The money", "钱花在哪里", "money"),
        Stop {
            scenario: ids.last().copied(),
            figures: names(&["capacity_per_hour", "throughput_time_s"]),
            ..stop("120 an hour", "每小时 120 人", "")
        },
    ];
    let mut lesson = Lesson { title: "60, 90, 120".to_owned(), stops: Vec::new() };
    for stop in stops {
        lesson = next_stop(&lesson, None, stop, &blueprint).0;
    }
    blueprint.set_lesson(Some(lesson));
    blueprint
}
