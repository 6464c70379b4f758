//! `--at 12:30`, `--at busiest`: the figures of one interval of a day.

use super::Stop;
use crate::analysis::busiest_interval;
use crate::blueprint::notation::read_time_of_day;
use crate::blueprint::{Blueprint, Scenario, ScenarioId, TimeOfDay};
use crate::wording::Wording;

/// The interval that is asked for, of a scenario's own day.
fn interval(scenario: &Scenario, text: &str, words: &Wording) -> Result<usize, Stop> {
    let name = words.scenario_name(scenario);
    let no_day = || Stop::from(words.with("at-no-day", &[("name", name.into())]));
    let day = scenario.demand().day.as_deref().ok_or_else(no_day)?;
    let wanted = text.trim();
    if ["busiest", words.text("at-busiest")].iter().any(|it| it.eq_ignore_ascii_case(wanted)) {
        return busiest_interval(scenario).ok_or_else(no_day);
    }
    let time = read_time_of_day(wanted)
        .map_err(|_| Stop::from(words.with("at-not-a-time", &[("text", text.into())])))?;
    day.interval_at(time).ok_or_else(|| {
        let arguments = [
            ("name", name.into()),
            ("time", time.to_string().into()),
            ("open", day.open.to_string().into()),
            ("close", day.close.to_string().into()),
        ];
        words.with("at-closed", &arguments).into()
    })
}

/// Puts a scenario of a blueprint as it is at a time of its day, where one is asked for; answers when that
/// interval begins. Its name says so, as it is what every page and picture shows; scripts keep the name.
///
/// # Errors
/// It has no day, or is closed at that time, or the text is no time: in words.
pub fn look_at(
    blueprint: &mut Blueprint,
    id: ScenarioId,
    text: Option<&str>,
    keep_name: bool,
    words: &Wording,
) -> Result<Option<TimeOfDay>, Stop> {
    let Some(text) = text else { return Ok(None) };
    let scenario = super::scenario_of(blueprint, id);
    let interval = interval(scenario, text, words)?;
    let (Some(then), Some(day)) = (scenario.at(interval), scenario.demand().day.as_deref()) else {
        return Ok(None);
    };
    let from = day.begins(interval);
    let name = words.scenario_at(scenario, interval);
    let put = |scenario: &mut Scenario, _: &mut _| {
        *scenario = then;
        Ok(())
    };
    let done = blueprint.edit(id, put);
    let done =
        done.and_then(|()| if keep_name { Ok(()) } else { blueprint.rename_scenario(id, &name) });
    done.map_err(|refusal| Stop::from(words.refusal(refusal).to_owned()))?;
    Ok(Some(from))
}

/// As [`look_at`], for scenarios that stand beside the one that is asked for: one that has no such time stays
/// as it is in the long run.
pub fn look_at_others(
    blueprint: &mut Blueprint,
    asked: ScenarioId,
    text: Option<&str>,
    words: &Wording,
) {
    let ids: Vec<ScenarioId> = blueprint.scenarios().iter().map(|scenario| scenario.id()).collect();
    for id in ids.into_iter().filter(|id| *id != asked) {
        let _ = look_at(blueprint, id, text, false, words);
    }
}
