//! What has just changed: a figure that moved shows its difference for a second or two.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::figures::Figures;
use crate::analysis::{Analysis, Figure, FigureKey};
use crate::blueprint::{Calendar, RateUnit, Scenario};
use crate::redesign::{Course, Direction, direction_of};
use crate::wording::{Amount, Wording};

/// How long a difference stays, in seconds.
const STAYS: f64 = 2.0;

/// A version of the service with its figures.
#[derive(Clone, Debug)]
pub(super) struct Version {
    scenario: Arc<Scenario>,
    analysis: Arc<Analysis>,
}

impl Version {
    /// The version that figures are of.
    pub fn of(figures: &Figures) -> Self {
        Self {
            scenario: Arc::clone(figures.of_scenario()),
            analysis: Arc::clone(figures.analysis()),
        }
    }

    /// How many hours rates are per: a day is the opening hours.
    fn rate_hours(&self, per: RateUnit) -> f64 {
        Calendar::new(self.scenario.demand().opening_hours).rate_hours(per)
    }
}

/// A difference to show.
#[derive(Clone, Debug)]
pub(super) struct Difference {
    /// Such as "+30 /h"; words where nobody knows the sign.
    pub text: String,
    until: f64,
}

/// The differences that are shown now, by the key of their figure.
#[derive(Debug, Default)]
pub(super) struct Flashes {
    shown: BTreeMap<&'static str, Difference>,
    /// Versions at the start of the gesture that is under way, so that a drag shows what it changes
    /// in all and not from frame to frame.
    from: BTreeMap<&'static str, Version>,
}

impl Flashes {
    /// Notes the change from one version to the next; during a gesture, from its start.
    pub fn note(&mut self, words: &Wording, before: &Version, after: &Version, now: f64) {
        for (key, figure, of) in WATCHED {
            let new = of(&after.analysis);
            // A number half typed is none that the next letter could be compared with: what counts
            // is what stood there before, and where nothing stood there is no difference.
            let start = self.from.entry(key).or_insert_with(|| before.clone());
            let then = of(&start.analysis);
            let grown = match figure {
                FigureKey::Capacity => {
                    let per = words.units().per;
                    after.rate_hours(per) / start.rate_hours(per)
                }
                _ => 1.0,
            };
            // What stood there, in the unit of what stands there now.
            let old = &Figure { value: then.value.map(|value| value / grown), ..then.clone() };
            if old.value.is_none() || new.value.is_none() {
                self.shown.remove(key);
                continue;
            }
            let size = (new.value.unwrap_or(0.0) - old.value.unwrap_or(0.0)).abs();
            let size = || match amount(figure, size) {
                // What lies between two shares is points, not per cent.
                Amount::Share(share) => {
                    let number = words.number(share * 100.0);
                    words.with("compare-points", &[("number", number.into())])
                }
                amount => words.amount(amount),
            };
            let course = Course::of(&start.scenario, &after.scenario);
            let text = match direction(&course, figure, [then, old, new], grown) {
                Direction::Up => format!("+{}", size()),
                Direction::Down => format!("−{}", size()),
                Direction::Level => {
                    self.shown.remove(key);
                    continue;
                }
                Direction::Unknown => words.text("compare-uncertain").to_owned(),
            };
            self.shown.insert(key, Difference { text, until: now + STAYS });
        }
    }

    /// Forgets what is over; answers in how many seconds the next one will be.
    pub fn expire(&mut self, now: f64, in_gesture: bool) -> Option<f64> {
        self.shown.retain(|_, difference| difference.until > now);
        if !in_gesture {
            self.from.clear();
        }
        self.shown.values().map(|difference| difference.until - now).reduce(f64::min)
    }

    /// Forgets everything, as for another file.
    pub fn clear(&mut self) {
        self.shown.clear();
        self.from.clear();
    }

    /// The difference of a figure, if it changed a moment ago.
    pub fn difference(&self, key: &str) -> Option<&Difference> {
        self.shown.get(key)
    }
}

/// Where a figure went, whose unit holds `grown` times as much as before: in a longer day as many
/// per hour are more. It was known as `then`, which is `old` in the unit of `new`.
fn direction(
    course: &Course<'_>,
    figure: FigureKey,
    [then, old, new]: [&Figure; 3],
    grown: f64,
) -> Direction {
    let by_hour = course.direction(figure, then, new);
    match by_hour {
        _ if grown.total_cmp(&1.0).is_eq() => by_hour,
        Direction::Level if grown > 1.0 => Direction::Up,
        Direction::Level => Direction::Down,
        _ => direction_of(old, new),
    }
}

/// A figure that is watched: the key of its name, what it is, and where it stands.
type Watched = (&'static str, FigureKey, fn(&Analysis) -> &Figure);

const WATCHED: [Watched; 5] = [
    ("figure-capacity", FigureKey::Capacity, |a| &a.capacity_per_hour),
    ("figure-demand", FigureKey::Capacity, |a| &a.demand_per_hour),
    ("figure-utilisation", FigureKey::Utilisation, |a| &a.utilisation),
    ("figure-throughput-time", FigureKey::ThroughputTime, |a| &a.throughput_time_s),
    ("figure-rush-order-time", FigureKey::RushOrderTime, |a| &a.rush_order_time_s),
];

fn amount(figure: FigureKey, value: f64) -> Amount<'static> {
    match figure {
        FigureKey::Capacity => Amount::PerHour(value),
        FigureKey::Utilisation => Amount::Points(value),
        _ => Amount::Seconds(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{Blueprint, Demand, Quantity, Refusal};
    use crate::editor::{DocumentEdit, Edit, Editor};
    use crate::exchange::steps_from_table;
    use crate::wording::{Language, Units};

    /// One step of three minutes, with rates per day.
    fn greeting() -> Editor {
        let mut blueprint = Blueprint::empty("Front desk", "As-is");
        let id = blueprint.baseline().id();
        let added = blueprint.edit(id, |scenario, ids| {
            let table = "step,time\nGreet,3 min\n";
            steps_from_table(table, scenario, ids).map_err(|_| Refusal::NotThere)
        });
        added.unwrap();
        let mut editor = Editor::new(blueprint);
        editor.apply(DocumentEdit::SetRates(RateUnit::Day)).unwrap();
        editor
    }

    fn demand(per_hour: f64, opening_hours: Option<f64>) -> Edit {
        let quantity = |number: f64| Quantity::new(number).unwrap();
        Edit::SetDemand(Demand {
            per_hour: Some(quantity(per_hour)),
            opening_hours: opening_hours.map(quantity),
            ..Demand::default()
        })
    }

    /// What the tiles of demand and capacity say after each of some changes; a pause between them
    /// ends a gesture, but nothing that is shown.
    fn said(editor: &mut Editor, changes: &[&dyn Fn(&mut Editor)]) -> Vec<[String; 2]> {
        let mut words = Wording::new(Language::English);
        let mut flashes = Flashes::default();
        let mut figures = Figures::of(editor);
        let mut all = Vec::new();
        for change in changes {
            change(editor);
            words.set_units(Units::of(editor.blueprint(), editor.scenario()));
            let before = Version::of(&figures);
            assert!(figures.update(editor));
            flashes.note(&words, &before, &Version::of(&figures), 0.0);
            let text =
                |key| flashes.difference(key).map(|change| change.text.clone()).unwrap_or_default();
            all.push([text("figure-demand"), text("figure-capacity")]);
            flashes.expire(0.0, editor.in_gesture());
        }
        all
    }

    #[test]
    fn a_change_is_that_of_the_numbers_that_are_shown() {
        let mut editor = greeting();
        editor.apply(demand(400.0 / 24.0, None)).unwrap();
        let open_8 = |editor: &mut Editor| editor.apply(demand(50.0, Some(8.0))).unwrap();
        let undo = |editor: &mut Editor| editor.undo();
        // 400 a day before and after, of 480, 160 and again 480 that could be served.
        assert_eq!(said(&mut editor, &[&open_8, &undo]), [["", "−320 /day"], ["", "+320 /day"]]);
        // Longer hours with as many an hour are more a day.
        editor.apply(demand(10.0, Some(8.0))).unwrap();
        let open_10 = |editor: &mut Editor| editor.apply(demand(10.0, Some(10.0))).unwrap();
        assert_eq!(said(&mut editor, &[&open_10]), [["+20 /day", "+40 /day"]]);
    }

    #[test]
    fn each_of_several_steps_says_what_it_did_itself() {
        let mut editor = greeting();
        editor.apply(demand(20.0, Some(5.0))).unwrap();
        editor.apply(demand(30.0, Some(5.0))).unwrap();
        editor.apply(demand(90.0, Some(5.0))).unwrap();
        let undo = |editor: &mut Editor| editor.undo();
        let said_each = said(&mut editor, &[&undo, &undo]);
        assert_eq!(said_each, [["−300 /day", ""], ["−50 /day", ""]]);
    }

    #[test]
    fn what_is_typed_says_what_it_changes_in_all() {
        let mut editor = greeting();
        editor.apply(demand(20.0, Some(5.0))).unwrap();
        let typed = |per_hour| {
            move |editor: &mut Editor| {
                editor.preview(crate::editor::GestureId(1), demand(per_hour, Some(5.0))).unwrap();
            }
        };
        let abort = |editor: &mut Editor| editor.abort();
        let said = said(&mut editor, &[&typed(2.0), &typed(24.0), &abort]);
        assert_eq!(said, [["−90 /day", ""], ["+20 /day", ""], ["", ""]]);
    }
}
