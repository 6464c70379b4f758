//! Refusals and problems in words: what is wrong, and what to do about it.

use super::measures::measure_of_place;
use super::texts::Wording;
use crate::blueprint::{DAY_MINUTES, Refusal, Scenario, Shift, TimeOfDay};
use crate::process::{Problem, ProblemCode, ProblemPlace};

/// How many names a message lists before it counts the rest.
const NAMES_SHOWN: usize = 4;

/// A problem in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemWords {
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

/// The code of a refusal, which is the key of its text.
#[must_use]
pub fn refusal_code(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotANumber => "refusal-not-a-number",
        Refusal::Negative => "refusal-negative",
        Refusal::TooLarge => "refusal-too-large",
        Refusal::NotACount => "refusal-not-a-count",
        Refusal::ShareAboveOne => "refusal-share-above-one",
        Refusal::SharesAboveOne => "refusal-shares-above-one",
        Refusal::DoneBeforeStart => "refusal-done-before-start",
        Refusal::NotAShare => "refusal-not-a-share",
        Refusal::NotMoney => "refusal-not-money",
        Refusal::OtherCurrency => "refusal-other-currency",
        Refusal::NotARate => "refusal-not-a-rate",
        Refusal::RateTooHigh => "refusal-rate-too-high",
        Refusal::TimeTooLong => "refusal-time-too-long",
        Refusal::NotHoursOfADay => "refusal-not-hours-of-a-day",
        Refusal::NotATimeOfDay => "refusal-not-a-time-of-day",
        Refusal::IntervalRange => "refusal-interval-range",
        Refusal::TooManyIntervals => "refusal-too-many-intervals",
        Refusal::HoursUnlikeRates { .. } => "refusal-hours-unlike-rates",
        Refusal::TooManyAppointments => "refusal-too-many-appointments",
        Refusal::TooManyAtOnce => "refusal-too-many-at-once",
        Refusal::SeedRange => "refusal-seed-range",
        Refusal::NotATimestamp => "refusal-not-a-timestamp",
        Refusal::NotADate => "refusal-not-a-date",
        Refusal::TooManyDays => "refusal-too-many-days",
        Refusal::NotWholeDays => "refusal-not-whole-days",
        Refusal::OffTheScale => "refusal-off-the-scale",
        Refusal::NotAScale => "refusal-not-a-scale",
        Refusal::NoWeight => "refusal-no-weight",
        Refusal::CommentTooLong => "refusal-comment-too-long",
        Refusal::TooManyShifts => "refusal-too-many-shifts",
        Refusal::TooManyClasses => "refusal-too-many-classes",
        Refusal::NotAnId => "refusal-not-an-id",
        Refusal::BreakOutsideShift => "refusal-break-outside-shift",
        Refusal::DoubtfulComma => "refusal-doubtful-comma",
        Refusal::DoubtfulPoint => "refusal-doubtful-point",
        Refusal::DoubtfulClock => "refusal-doubtful-clock",
        Refusal::NumberNeeded => "refusal-number-needed",
        Refusal::UnknownUnit => "refusal-unknown-unit",
        Refusal::UnknownTime => "refusal-unknown-time",
        Refusal::BoundsOutOfOrder => "refusal-bounds-out-of-order",
        Refusal::SpreadAroundZero => "refusal-spread-around-zero",
        Refusal::EmotionRange => "refusal-emotion-range",
        Refusal::RatingRange => "refusal-rating-range",
        Refusal::StarsRange => "refusal-stars-range",
        Refusal::NotThere => "refusal-not-there",
        Refusal::NameNeeded => "refusal-name-needed",
        Refusal::LinkToItself => "refusal-link-to-itself",
        Refusal::LinkedAlready => "refusal-linked-already",
        Refusal::LabelTooLong => "refusal-label-too-long",
        Refusal::LabelLines => "refusal-label-lines",
        Refusal::NotInFlow => "refusal-not-in-flow",
        Refusal::WithinMoment => "refusal-within-moment",
        Refusal::LastPhase => "refusal-last-phase",
        Refusal::LaneNotEmpty => "refusal-lane-not-empty",
        Refusal::NoOtherLane => "refusal-no-other-lane",
        Refusal::OutsideSheet => "refusal-outside-sheet",
        Refusal::LastScenario => "refusal-last-scenario",
        Refusal::SizeRange => "refusal-size-range",
    }
}

impl Wording {
    /// Why an entry or an edit was not accepted, as a sentence for the field.
    #[must_use]
    pub fn refusal(&self, refusal: Refusal) -> &str {
        self.text(refusal_code(refusal))
    }

    /// A problem of a scenario, with the names of what it concerns.
    #[must_use]
    pub fn problem(&self, problem: &Problem, scenario: &Scenario) -> ProblemWords {
        let (message, hint) = keys(problem.code);
        let place = self.place(problem.place, scenario);
        let names: Vec<&str> =
            problem.steps.iter().map(|step| self.step(*step, scenario)).collect();
        let steps = if names.is_empty() { place.clone() } else { self.list(&names, NAMES_SHOWN) };
        // "none" picks the form of the text that does without the number.
        let amount = problem
            .amount
            .map_or_else(|| "none".to_owned(), |amount| self.problem_amount(problem, amount));
        let arguments = [
            ("place", place.into()),
            ("steps", steps.into()),
            ("amount", amount.into()),
            ("what", if problem.of_wait { "wait" } else { "step" }.into()),
            ("by", if problem.by_day { "day" } else { "hour" }.into()),
            ("until", gone_from(problem.place, scenario).into()),
            ("measure", measure_of_place(problem.place, scenario).into()),
        ];
        ProblemWords { message: self.with(message, &arguments), hint: self.text(hint).to_owned() }
    }

    /// A problem's number in the unit of its code.
    fn problem_amount(&self, problem: &Problem, amount: f64) -> String {
        match problem.code {
            ProblemCode::StuckInCircle
            | ProblemCode::CustomersGiveUp
            | ProblemCode::CustomersFindNoRoom
            | ProblemCode::DemandNotAttained => {
                if problem.by_day {
                    self.number(amount)
                } else {
                    self.rate(amount)
                }
            }
            ProblemCode::ToleranceBroken => self.time(amount),
            ProblemCode::CountAboveHeadcount
            | ProblemCode::NeedWithoutRole
            | ProblemCode::BatchAbovePlaces
            | ProblemCode::LeftUnserved
            | ProblemCode::BatchNeverFull => self.number(amount),
            ProblemCode::NobodyOnDuty | ProblemCode::AppointmentWhenClosed => {
                // Minutes of a day.
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                let minutes = amount as u32;
                TimeOfDay::on_any_day(minutes).to_string()
            }
            _ => self.percent(amount),
        }
    }
}

/// When the last of a role goes home before the doors close; "none" where somebody of it stays, or it is no role.
fn gone_from(place: ProblemPlace, scenario: &Scenario) -> String {
    let ends = || {
        let ProblemPlace::Role(id) = place else { return None };
        let (role, day) = (scenario.roles().get(&id)?, scenario.demand().day.as_deref()?);
        let end = |shift: &Shift| {
            let ahead = day.open.ahead(shift.from);
            // A shift that begins before the doors open does so on the same day.
            let before = ahead + shift.length() > DAY_MINUTES && ahead >= day.length();
            let end = ahead + shift.length();
            if before { end - DAY_MINUTES } else { end }
        };
        let last = role.shifts.iter().map(end).max()?;
        (last < day.length()).then(|| TimeOfDay::on_any_day(day.open.minutes() + last).to_string())
    };
    ends().unwrap_or_else(|| "none".to_owned())
}

/// The keys of a problem's message and hint.
fn keys(code: ProblemCode) -> (&'static str, &'static str) {
    match code {
        ProblemCode::MissingTime => ("problem-missing-time", "problem-missing-time-hint"),
        ProblemCode::NotConnected => ("problem-not-connected", "problem-not-connected-hint"),
        ProblemCode::SharesDoNotAddUp => {
            ("problem-shares-do-not-add-up", "problem-shares-do-not-add-up-hint")
        }
        ProblemCode::SharesDiffer => ("problem-shares-differ", "problem-shares-differ-hint"),
        ProblemCode::FlowInsideMoment => {
            ("problem-flow-inside-moment", "problem-flow-inside-moment-hint")
        }
        ProblemCode::SeveralDecisions => {
            ("problem-several-decisions", "problem-several-decisions-hint")
        }
        ProblemCode::LoopWithoutExit => {
            ("problem-loop-without-exit", "problem-loop-without-exit-hint")
        }
        ProblemCode::ReworkWithoutDecision => {
            ("problem-rework-without-decision", "problem-rework-without-decision-hint")
        }
        ProblemCode::AmbiguousJoin => ("problem-ambiguous-join", "problem-ambiguous-join-hint"),
        ProblemCode::UnbalancedJoin => ("problem-unbalanced-join", "problem-unbalanced-join-hint"),
        ProblemCode::EntriesDoNotAddUp => {
            ("problem-entries-do-not-add-up", "problem-entries-do-not-add-up-hint")
        }
        ProblemCode::NeedWithoutRole => {
            ("problem-need-without-role", "problem-need-without-role-hint")
        }
        ProblemCode::CountAboveHeadcount => {
            ("problem-count-above-headcount", "problem-count-above-headcount-hint")
        }
        ProblemCode::OverloadedRole => ("problem-overloaded-role", "problem-overloaded-role-hint"),
        ProblemCode::OneServerAssumed => {
            ("problem-one-server-assumed", "problem-one-server-assumed-hint")
        }
        ProblemCode::SeveralEntries => ("problem-several-entries", "problem-several-entries-hint"),
        ProblemCode::EntryAssumed => ("problem-entry-assumed", "problem-entry-assumed-hint"),
        ProblemCode::BatchAbovePlaces => {
            ("problem-batch-above-places", "problem-batch-above-places-hint")
        }
        ProblemCode::TriggerRejoins => ("problem-trigger-rejoins", "problem-trigger-rejoins-hint"),
        ProblemCode::Unreachable => ("problem-unreachable", "problem-unreachable-hint"),
        ProblemCode::DuplicateName => ("problem-duplicate-name", "problem-duplicate-name-hint"),
        ProblemCode::ToleranceBroken => {
            ("problem-tolerance-broken", "problem-tolerance-broken-hint")
        }
        ProblemCode::EvidenceMissing => {
            ("problem-evidence-missing", "problem-evidence-missing-hint")
        }
        ProblemCode::FailWithoutRecovery => {
            ("problem-fail-without-recovery", "problem-fail-without-recovery-hint")
        }
        ProblemCode::SharesRounded => ("problem-shares-rounded", "problem-shares-rounded-hint"),
        ProblemCode::RoleNamesAnother => {
            ("problem-role-names-another", "problem-role-names-another-hint")
        }
        ProblemCode::RateMissing => ("problem-rate-missing", "problem-rate-missing-hint"),
        ProblemCode::MayStay => ("problem-may-stay", "problem-may-stay-hint"),
        ProblemCode::ClassesDoNotAddUp => {
            ("problem-classes-do-not-add-up", "problem-classes-do-not-add-up-hint")
        }
        ProblemCode::AppointmentWhenClosed => {
            ("problem-appointment-when-closed", "problem-appointment-when-closed-hint")
        }
        ProblemCode::NobodyOnDuty => ("problem-nobody-on-duty", "problem-nobody-on-duty-hint"),
        ProblemCode::BatchNeverFull => {
            ("problem-batch-never-full", "problem-batch-never-full-hint")
        }
        ProblemCode::Deadlock => ("problem-deadlock", "problem-deadlock-hint"),
        ProblemCode::LeftUnserved => ("problem-left-unserved", "problem-left-unserved-hint"),
        ProblemCode::CustomersGiveUp => {
            ("problem-customers-give-up", "problem-customers-give-up-hint")
        }
        ProblemCode::CustomersFindNoRoom => {
            ("problem-customers-find-no-room", "problem-customers-find-no-room-hint")
        }
        ProblemCode::DemandNotAttained => {
            ("problem-demand-not-attained", "problem-demand-not-attained-hint")
        }
        ProblemCode::StuckInCircle => ("problem-stuck-in-circle", "problem-stuck-in-circle-hint"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{IdSource, Place, SheetPoint, Step, StepKind};

    use crate::wording::Language;

    fn one_step() -> (Scenario, ProblemPlace) {
        let mut ids = IdSource::default();
        let mut scenario = Scenario::empty("", &mut ids);
        let lane = *scenario.lanes().keys().next().unwrap();
        let phase = *scenario.phases().keys().next().unwrap();
        let place = Place { lane, phase, at: SheetPoint::default() };
        let step = Step::new("Eye test", StepKind::Action, place);
        let id = scenario.add_step(step, &mut ids).unwrap();
        (scenario, ProblemPlace::Step(id))
    }

    #[test]
    fn every_problem_has_words_in_both_languages() {
        let (scenario, place) = one_step();
        for language in Language::ALL {
            let wording = Wording::new(language);
            for code in ProblemCode::ALL {
                for amount in [None, Some(0.9)] {
                    let problem = Problem { amount, ..Problem::at(code, place) };
                    let words = wording.problem(&problem, &scenario);
                    for text in [&words.message, &words.hint] {
                        assert!(!text.contains(['{', '$']), "{text}");
                        assert!(!text.contains("problem-"), "{text}");
                        assert!(!text.contains("none"), "{text}");
                    }
                }
            }
        }
    }

    #[test]
    fn numbers_of_problems_are_in_the_units_of_their_codes() {
        let (scenario, place) = one_step();
        let english = Wording::new(Language::English);
        let says = |code, amount| {
            let problem = Problem { amount: Some(amount), ..Problem::at(code, place) };
            english.problem(&problem, &scenario).message
        };
        assert_eq!(
            says(ProblemCode::SharesDoNotAddUp, 0.9),
            "The shares out of Eye test add up to 90 %, not 100 %"
        );
        assert_eq!(
            says(ProblemCode::ToleranceBroken, 90.0),
            "Eye test takes 1 min 30 s longer than is acceptable"
        );
    }

    #[test]
    fn every_refusal_says_what_to_do() {
        let english = Wording::new(Language::English);
        assert_eq!(english.refusal(Refusal::Negative), "Below zero: enter zero or more");
        assert_eq!(english.refusal(Refusal::NameNeeded), "Enter a name");
    }
}
