//! Whole texts and fail points in few words, so that what they were and what they are fits a line.

use super::texts::Wording;
use crate::blueprint::{FailPoint, Field, Rating, Scenario, StepField};
use crate::redesign::StepChange;
use crate::versions::largest_risk;

/// So much of a text is shown, in letters, and so much of it before what differs.
const MOST: usize = 48;
const BEFORE: usize = 12;

/// Two texts as far as they differ: both whole where they are short.
pub(super) fn excerpts(was: &str, is: &str) -> (String, String) {
    let flat = |text: &str| -> Vec<char> {
        text.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect()
    };
    let (was, is) = (flat(was), flat(is));
    let same = was.iter().zip(&is).take_while(|(a, b)| a == b).count();
    let is_short = was.len() <= MOST && is.len() <= MOST;
    let start = if is_short { 0 } else { same.saturating_sub(BEFORE) };
    let cut = |text: &[char]| {
        let rest: String = text.iter().skip(start).take(MOST).collect();
        let (before, after) = (start > 0, text.len() > start + MOST);
        let dots = |is: bool| if is { "…" } else { "" };
        format!("{}{rest}{}", dots(before), dots(after))
    };
    (cut(&was), cut(&is))
}

impl Wording {
    /// A fail point in few words; a dash where there is none.
    pub(super) fn fail_point(&self, fail: Option<&FailPoint>, scenario: &Scenario) -> String {
        let Some(fail) = fail else { return self.text("no-figure").to_owned() };
        let what = match fail.what.trim() {
            "" => self.text("report-risk-unnamed"),
            what => what,
        };
        let rated = |name: &str, rating: Option<Rating>| {
            rating.map(|rating| self.labelled(name, &rating.get().to_string()))
        };
        let recovery = match fail.recovery_step {
            Some(step) => Some(self.step(step, scenario).to_owned()),
            None => Some(fail.recovery.trim().to_owned()).filter(|text| !text.is_empty()),
        };
        let parts = [
            Some(what.to_owned()),
            fail.how_often.map(|share| self.share(share)),
            rated(self.text("details-fail-severity"), fail.severity),
            rated(self.text("details-fail-detection"), fail.detection),
            recovery.map(|how| self.labelled(self.text("details-recovery"), &how)),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        self.facts(&parts)
    }
}

impl Wording {
    /// What differs of two fail points, each part that differs once, and what becomes of the risk.
    fn fail_differences(
        &self,
        (was, before): (&FailPoint, &Scenario),
        (is, after): (&FailPoint, &Scenario),
    ) -> Vec<String> {
        let pairs = self.fail_parts(was, before).into_iter().zip(self.fail_parts(is, after));
        let differing = pairs.filter(|((_, was), (_, is))| was != is);
        let parts = differing.map(|((part, was), (_, is))| {
            let (was, is) = excerpts(&was, &is);
            let arguments = [("part", part.into()), ("before", was.into()), ("after", is.into())];
            self.with("compare-part", &arguments)
        });
        parts.collect()
    }

    /// What became of the fail point of a step, as a line; `None` where nothing of it differs that is shown.
    pub(super) fn fail_point_changed(
        &self,
        of: &str,
        (was, before): (Option<&FailPoint>, &Scenario),
        (is, after): (Option<&FailPoint>, &Scenario),
    ) -> Option<String> {
        let field = self.text("details-fail");
        let mut parts = if let (Some(was), Some(is)) = (was, is) {
            self.fail_differences((was, before), (is, after))
        } else {
            let (was, is) = (self.fail_point(was, before), self.fail_point(is, after));
            let arguments = [
                ("name", of.into()),
                ("field", field.into()),
                ("before", was.into()),
                ("after", is.into()),
            ];
            vec![self.with("compare-value", &arguments)]
        };
        if parts.is_empty() {
            return None;
        }
        let [was_risk, is_risk] = [was, is].map(|fail| fail.and_then(FailPoint::risk));
        parts.extend(self.risk_changed(was_risk, is_risk));
        let parts = self.clauses(&parts);
        if was.is_none() || is.is_none() {
            return Some(parts);
        }
        let arguments = [("name", of.into()), ("field", field.into()), ("parts", parts.into())];
        Some(self.with("compare-parts", &arguments))
    }

    /// What becomes of a risk, before and after; `None` where it stays or is known of neither.
    fn risk_changed(&self, was: Option<f64>, is: Option<f64>) -> Option<String> {
        let said = |risk: Option<f64>| {
            risk.map_or_else(|| self.text("no-figure").to_owned(), |risk| self.number(risk))
        };
        let (was, is) = (said(was), said(is));
        let arguments = [("before", was.as_str().into()), ("after", is.as_str().into())];
        (was != is).then(|| self.with("compare-risk", &arguments))
    }

    /// What becomes of the largest risk from one version to the other: `Largest risk: 0.8 (Eye test) → 0.96 (Verify)`;
    /// `None` where it stays.
    #[must_use]
    pub fn largest_risk_changed(&self, before: &Scenario, after: &Scenario) -> Option<String> {
        let said = |of: &Scenario| {
            let Some((step, risk)) = largest_risk(of) else {
                return self.text("no-figure").to_owned();
            };
            let arguments =
                [("risk", self.number(risk).into()), ("step", self.step(step, of).into())];
            self.with("compare-risk-of", &arguments)
        };
        let (was, is) = (said(before), said(after));
        (was != is).then(|| {
            let field = self.text("page-risk");
            let arguments = [("field", field.into()), ("before", was.into()), ("after", is.into())];
            self.with("compare-sheet-value", &arguments)
        })
    }

    /// The parts of a fail point with their names, those too that it does not say.
    fn fail_parts(&self, fail: &FailPoint, scenario: &Scenario) -> [(&str, String); 5] {
        let dash = || self.text("no-figure").to_owned();
        let what = match fail.what.trim() {
            "" => self.text("report-risk-unnamed"),
            what => what,
        };
        let rated =
            |rating: Option<Rating>| rating.map_or_else(dash, |rating| rating.get().to_string());
        let recovery = match fail.recovery_step {
            Some(step) => self.step(step, scenario).to_owned(),
            None => fail.recovery.trim().to_owned(),
        };
        let recovery = if recovery.is_empty() { dash() } else { recovery };
        [
            (self.text("details-fail-what"), what.to_owned()),
            (
                self.text("details-fail-often"),
                fail.how_often.map_or_else(dash, |share| self.share(share)),
            ),
            (self.text("details-fail-severity"), rated(fail.severity)),
            (self.text("details-fail-detection"), rated(fail.detection)),
            (self.text("details-recovery"), recovery),
        ]
    }

    /// What a card says that it did not say before: its name and its time, as they were and as they are.
    #[must_use]
    pub fn values_on_card(
        &self,
        change: &StepChange,
        before: &Scenario,
        after: &Scenario,
    ) -> Vec<(String, String)> {
        let rows = before.steps().get(&change.step).zip(after.steps().get(&change.step));
        let Some((was, is)) = rows else { return Vec::new() };
        let shown = |field: &&StepField| matches!(field, StepField::Name | StepField::Time);
        let values = change.fields.iter().filter(shown).filter_map(|field| {
            let was = self.field_value(field.of(was), before)?;
            // What it is called now stands on the card.
            let is_name = *field == StepField::Name;
            let now = if is_name { String::new() } else { self.field_value(field.of(is), after)? };
            Some((was, now))
        });
        values.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::Share;

    #[test]
    fn of_long_texts_that_part_is_shown_that_differs() {
        assert_eq!(excerpts("One eye.", "Both eyes."), ("One eye.".into(), "Both eyes.".into()));
        let long =
            "Ask for the papers, look at the picture, compare it with the face of the customer";
        let (was, is) = excerpts(long, &long.replace("customer", "visitor, then sign"));
        assert!(was.ends_with("customer") && is.ends_with("visitor, then sign"), "{was} {is}");
        assert!(was.starts_with('…') && is.starts_with('…'));
    }

    #[test]
    fn of_two_fail_points_only_what_differs_is_told() {
        let words = Wording::new(crate::wording::Language::English);
        let blueprint = crate::blueprint::Blueprint::empty("", "As-is");
        let scenario = blueprint.baseline();
        let fail = FailPoint {
            what: "The applicant knows the chart by heart and reads it from memory".to_owned(),
            how_often: Share::percent(2.0).ok(),
            severity: Rating::new(8).ok(),
            recovery: "Another chart is shown, at random".to_owned(),
            ..FailPoint::default()
        };
        let other = FailPoint { severity: Rating::new(5).ok(), ..fail.clone() };
        let fail = FailPoint { detection: Rating::new(5).ok(), ..fail };
        let other = FailPoint { detection: fail.detection, ..other };
        let told =
            words.fail_point_changed("Test", (Some(&fail), scenario), (Some(&other), scenario));
        assert_eq!(told.as_deref(), Some("Test · Fail point: Severity 8 → 5, risk 0.8 → 0.5"));
        assert_eq!(
            words.fail_point_changed("Test", (Some(&fail), scenario), (Some(&fail), scenario)),
            None
        );
        // One that is new is told whole.
        let told = words.fail_point_changed("Test", (None, scenario), (Some(&fail), scenario));
        let told = told.unwrap_or_default();
        assert!(told.starts_with("Test · Fail point: – → The applicant"), "{told}");
        assert!(told.ends_with("Another chart is shown, at random, risk – → 0.8"), "{told}");
    }
}
