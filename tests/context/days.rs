//! A service with a day, and the day being played.

use egui::{Key, Modifiers};
use onstage::blueprint::{Blueprint, Day, Quantity, TimeOfDay};
use onstage::storage::sample;
use onstage::wording::Language;

use super::Person;

/// The licence office with a lunch peak.
pub fn office_with_a_day(language: Language) -> Blueprint {
    let sample = sample("driver-licence-office").expect("a sample");
    let mut blueprint = sample.open_in(language.code()).expect("opens");
    for id in blueprint.scenarios().iter().map(|scenario| scenario.id()).collect::<Vec<_>>() {
        let changed = blueprint.edit(id, |scenario, _| {
            let at = |hours: u32| TimeOfDay::new(hours * 60);
            let mut day = Day::new(at(8)?, at(17)?);
            let rates = [36.0, 50.0, 58.0, 64.0, 70.0, 62.0, 56.0, 50.0, 40.0];
            day.per_hour = rates.into_iter().map(Quantity::new).collect::<Result<_, _>>()?;
            let mut demand = scenario.demand().clone();
            demand.day = Some(Box::new(day));
            scenario.set_demand(demand)
        });
        changed.expect("a day");
    }
    blueprint
}

impl Person {
    /// Begins to play the day, and pauses.
    pub fn play_day(&mut self) {
        self.press(Modifiers::NONE, Key::F12);
        let name = self.word("playing-pause");
        self.wait_for(&name);
        self.press(Modifiers::NONE, Key::Space);
        self.press(Modifiers::NONE, Key::Home);
        self.wait();
    }
}
