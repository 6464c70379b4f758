//! Why customers see, meet and wait as much as they do, in words.

use super::{Explanation, NAMES_SHOWN};
use crate::analysis::{Contact, ContactLine, HandOffLine, Stretch, TimeLine};
use crate::blueprint::{RoleId, Scenario, ValueKind};
use crate::wording::Wording;

impl Wording {
    pub(super) fn why_work_in(
        &self,
        stretch: Stretch,
        lines: &[TimeLine],
        (total_s, triggered_s): (f64, f64),
        scenario: &Scenario,
    ) -> Explanation {
        let time = self.time(total_s);
        let at_line = |key: &'static str, line| {
            self.with(key, &[("line", self.line(line).into()), ("time", time.as_str().into())])
        };
        let sentence = match stretch {
            Stretch::Zone(zone) => {
                let zone = self.zone(zone);
                self.with("why-work-zone", &[("zone", zone.into()), ("time", time.as_str().into())])
            }
            Stretch::InFrontOf(line) => at_line("why-work-in-front", line),
            Stretch::Behind(line) => at_line("why-work-behind", line),
        };
        let mut words = Explanation::saying([sentence]);
        if triggered_s > 0.0 {
            let time = self.time(triggered_s);
            words.sentences.push(self.with("why-work-triggered", &[("time", time.into())]));
        }
        words.rows = self.stops(lines, scenario);
        words
    }

    pub(super) fn why_contacts(
        &self,
        contact: Contact,
        lines: &[ContactLine],
        count: f64,
        scenario: &Scenario,
    ) -> Explanation {
        let number = self.number(count);
        let at_line = |key: &'static str, line| {
            self.with(key, &[("line", self.line(line).into()), ("count", number.as_str().into())])
        };
        let sentence = match contact {
            Contact::Crossing(line) => at_line("why-crossings", line),
            Contact::Trigger(line) => at_line("why-crossings-triggers", line),
            Contact::MomentOfTruth => {
                self.with("why-moments-of-truth", &[("count", number.as_str().into())])
            }
        };
        let mut words = Explanation::saying([sentence]);
        let row = |line: &ContactLine| {
            let (from, to) = (self.step(line.from, scenario), self.step(line.to, scenario));
            (self.between(from, to), self.number(line.times))
        };
        words.rows = lines.iter().map(row).collect();
        words.source =
            (contact == Contact::MomentOfTruth).then(|| self.source("why-source-moments-of-truth"));
        words
    }

    pub(super) fn why_hand_offs(
        &self,
        lines: &[HandOffLine],
        count: f64,
        scenario: &Scenario,
    ) -> Explanation {
        let count = self.number(count);
        let mut words = Explanation::saying([
            self.with("why-hand-offs", &[("count", count.into())]),
            self.text("why-hand-offs-meaning").to_owned(),
        ]);
        let row = |line: &HandOffLine| {
            let from = self.roles(&line.from, scenario);
            let to = self.step(line.to, scenario);
            (self.between(&from, to), self.number(line.times))
        };
        words.rows = lines.iter().map(row).collect();
        words
    }

    pub(super) fn why_value_share(
        &self,
        value: ValueKind,
        lines: &[TimeLine],
        (worth_s, total_s, share): (f64, f64, f64),
        scenario: &Scenario,
    ) -> Explanation {
        let arguments = [
            ("value", self.value_kind(value).into()),
            ("time", self.time(worth_s).into()),
            ("total", self.time(total_s).into()),
            ("share", self.percent(share).into()),
        ];
        let mut words = Explanation::saying([
            self.with("why-value-share", &arguments),
            self.text("why-value-share-rule").to_owned(),
        ]);
        words.rows = self.stops(lines, scenario);
        words
    }

    pub(super) fn why_share_of_time(
        &self,
        key: &str,
        (rush_order_s, throughput_s): (f64, f64),
        share: f64,
    ) -> String {
        let arguments = [
            ("throughput", self.time(throughput_s).into()),
            ("rush", self.time(rush_order_s).into()),
            ("share", self.percent(share).into()),
        ];
        self.with(key, &arguments)
    }

    fn stops(&self, lines: &[TimeLine], scenario: &Scenario) -> Vec<(String, String)> {
        let row = |line: &TimeLine| (self.step(line.step, scenario).to_owned(), self.stop(line));
        lines.iter().map(row).collect()
    }

    fn between(&self, from: &str, to: &str) -> String {
        self.with("place-between", &[("from", from.into()), ("to", to.into())])
    }

    /// The roles of a staff by name.
    pub(super) fn roles(&self, roles: &[RoleId], scenario: &Scenario) -> String {
        let names: Vec<&str> = roles.iter().map(|role| self.role(*role, scenario)).collect();
        self.list(&names, NAMES_SHOWN)
    }
}
