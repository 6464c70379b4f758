//! An office about which several people said something.

use egui_kittest::kittest::Queryable as _;
use onstage::blueprint::{
    Anchor, Blueprint, Closing, Comment, Discussion, Reply, Review, StepId, Suggested, Timestamp,
};
use onstage::storage::{model_fingerprint, sample};

/// A time that is long enough ago to be told by its day, on every day on which a test runs.
fn at(time: &str) -> Timestamp {
    Timestamp::parse(&format!("2025-11-{time}:00+08:00")).expect("a time")
}

fn step(blueprint: &Blueprint, names: [&str; 2]) -> StepId {
    let mut steps = blueprint.baseline().steps().iter();
    let found = steps.find(|(_, step)| names.contains(&step.name.as_str()));
    found.map(|(id, _)| *id).expect("the office has that step")
}

/// The driver-licence office with a review, a suggestion, an answer, and something that is done with.
pub fn reviewed_office(language: &str) -> Blueprint {
    let office = sample("driver-licence-office").expect("a sample");
    let mut blueprint = office.open_in(language).expect("a sound sample");
    let check = step(&blueprint, ["Check violations", "检查违章与限制情况"]);
    let eye = step(&blueprint, ["Eye test", "眼睛测试"]);
    let scenario = blueprint.baseline().id();
    let officer = blueprint.baseline().steps()[&check].needs[0].roles[0];
    let is_english = language == "en";
    let said = |english: &str, chinese: &str| {
        if is_english { english.to_owned() } else { chinese.to_owned() }
    };
    let mut question = Comment {
        kind: "question".to_owned(),
        saw: "60 s".to_owned(),
        suggests: Suggested { headcount: vec![(officer, 2)], ..Suggested::default() },
        ..Comment::new(
            Anchor::step(scenario, check),
            "Reviewer One",
            at("27T14:05"),
            said("Is one officer a given? In May there were two.", "只有一名人员吗？五月有两名。"),
        )
    };
    question.replies.push(Reply {
        at: at("28T09:12"),
        by: "Reviewer Two".to_owned(),
        text: said("One on leave until the summer.", "一位休假到夏天。"),
    });
    let risk = Comment {
        kind: "risk".to_owned(),
        ..Comment::new(
            Anchor::step(scenario, eye),
            "Reviewer Two",
            at("28T09:20"),
            said(
                "Where do the 2 % come from? It is the largest risk and nobody counted it.",
                "这 2% 从何而来？这是最大的风险，却没有人统计过。",
            ),
        )
    };
    let price = Comment {
        kind: "must_change".to_owned(),
        ..Comment::new(
            Anchor {
                scenario: Some(scenario),
                figure: "cost_per_customer".to_owned(),
                ..Anchor::default()
            },
            "Reviewer One",
            at("27T14:10"),
            said(
                "Please give the price, or the margin cannot be judged.",
                "请给出价格，否则无法判断利润。",
            ),
        )
    };
    let done = Comment {
        closed: Some(Closing {
            at: at("20T10:00"),
            by: "Designer".to_owned(),
            way: "done".to_owned(),
        }),
        ..Comment::new(
            Anchor { scenario: Some(scenario), ..Anchor::default() },
            "Reviewer Two",
            at("19T10:00"),
            said("Which office is it?", "这是哪一个办事处？"),
        )
    };
    let review = Review {
        at: at("12T10:00"),
        by: "Reviewer One".to_owned(),
        verdict: "changes".to_owned(),
        text: String::new(),
        of: model_fingerprint(&blueprint),
        saw: vec![("capacity_per_hour".to_owned(), 54.0)],
    };
    let comments = vec![question, risk, price, done];
    blueprint.set_discussion(Discussion { asked: None, comments, reviews: vec![review] });
    blueprint
}

impl super::Person {
    /// Begins to review what is open.
    pub fn review(&mut self) {
        let words = self.word("command-review");
        self.command(&words);
        self.window.run_steps(3);
    }
}

impl super::Person {
    /// Holds what is shown against the baseline of the same file.
    pub fn hold_against_baseline(&mut self) {
        let against = self.word("review-against");
        self.click_containing(&self.words().labelled(&against, ""));
        let words = self.words();
        let name = self.blueprint().baseline().name().to_owned();
        let entry = words.with("review-against-baseline", &[("name", name.into())]);
        self.window.get_by_label(&entry).click();
        self.wait();
    }
}
