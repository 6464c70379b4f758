//! What is to be seen of a day, as the drawing takes it.

use crate::blueprint::Scenario;
use crate::drawing::{CrewPlayed, LinePlayed, Pip, Played, StepPlayed};
use crate::simulation::playback::{RoleNow, StepNow, Still};
use crate::wording::Wording;

/// So many people of a role are drawn one by one at most.
const MOST_PIPS: u32 = 8;

/// What happens at the steps of a scenario, beside how it was before.
pub(super) fn of(
    scenario: &Scenario,
    still: &Still,
    before: Option<&Still>,
    compared_with: Option<&str>,
    words: &Wording,
) -> Played {
    let mut played = Played::default();
    for step in &still.steps {
        let was = before.and_then(|before| before.step(step.step)).map(|step| step.waiting);
        let line = step.has_line.then(|| LinePlayed {
            waiting: step.waiting,
            word: words.text("playing-waiting").to_owned(),
            before: was.filter(|was| *was != step.waiting).map(|was| {
                let said = match compared_with {
                    Some(name) => {
                        let arguments = [("count", was.into()), ("name", name.into())];
                        words.with("playing-in-other", &arguments)
                    }
                    None => words.with("playing-before", &[("count", was.into())]),
                };
                (was, said)
            }),
        });
        let crews = step.crews.iter().filter_map(|crew| {
            let role = scenario.roles().get(&crew.role)?;
            let people = pips(still.role(crew.role)?, crew.here);
            Some(CrewPlayed { colour: role.colour, people })
        });
        let crews = crews.collect();
        let says = says(step, still, words);
        played.steps.insert(step.step, StepPlayed { line, crews, says });
    }
    played
}

/// How many of the first role of a step work, in words.
fn says(step: &StepNow, still: &Still, words: &Wording) -> String {
    let role = step.crews.first().and_then(|crew| still.role(crew.role));
    let Some(role) = role else { return String::new() };
    // Whoever overruns a shift is still there.
    let count = role.on_duty.max(role.busy);
    words.with("playing-busy", &[("busy", role.busy.into()), ("count", count.into())])
}

/// Each of a role, of whom some work here; none if they are too many to be told apart.
fn pips(role: &RoleNow, here: u32) -> Vec<Pip> {
    let there = role.on_duty.max(role.busy);
    let most = role.most.max(there);
    if most > MOST_PIPS {
        return Vec::new();
    }
    let here = here.min(role.busy);
    let away = role.away.min(there - role.busy);
    let groups = [
        (Pip::Here, here),
        (Pip::Elsewhere, role.busy - here),
        (Pip::Away, away),
        (Pip::Free, there - role.busy - away),
        (Pip::OffDuty, most - there),
    ];
    let each = |(pip, count): (Pip, u32)| std::iter::repeat_n(pip, count as usize);
    groups.into_iter().flat_map(each).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{Id, RoleId};
    use Pip::{Away, Elsewhere, Free, Here, OffDuty};

    #[test]
    fn each_of_a_role_does_one_thing() {
        let role = |on_duty, busy, away, most| RoleNow {
            role: RoleId::from_number(1),
            on_duty,
            busy,
            away,
            most,
        };
        assert_eq!(pips(&role(4, 2, 1, 5), 1), [Here, Elsewhere, Away, Free, OffDuty]);
        assert_eq!(pips(&role(0, 1, 0, 2), 1), [Here, OffDuty], "a shift is overrun");
        assert!(pips(&role(9, 1, 0, 9), 1).is_empty(), "too many to be told apart");
    }
}
