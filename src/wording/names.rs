//! What the parts of a blueprint are called.

use std::borrow::Cow;

use super::measures::measure_of_role;
use super::texts::Wording;
use crate::blueprint::{
    Complexity, Dimension, Emotion, LaneId, Line, LinkEnd, LinkId, LinkKind, Meeting, Need,
    Participation, Priority, RoleId, RoleKind, Scenario, StepId, StepKind, TimeUnit, ValueKind,
    Zone,
};
use crate::process::{ProblemPlace, Severity};

impl Wording {
    /// A zone.
    #[must_use]
    pub fn zone(&self, zone: Zone) -> &str {
        self.text(match zone {
            Zone::Evidence => "zone-evidence",
            Zone::Customer => "zone-customer",
            Zone::Frontstage => "zone-frontstage",
            Zone::Backstage => "zone-backstage",
            Zone::Support => "zone-support",
        })
    }

    /// A scenario: its own name, or that it has none.
    #[must_use]
    pub fn scenario_name<'a>(&'a self, scenario: &'a Scenario) -> &'a str {
        match scenario.name().trim() {
            "" => self.text("scenario-unnamed"),
            name => name,
        }
    }

    /// A lane: its own name, or its zone's, with a number where several of a zone have no name
    /// ("Backstage", "Backstage 2"). Blank for a lane that is not there.
    #[must_use]
    pub fn lane<'a>(&'a self, scenario: &'a Scenario, id: LaneId) -> Cow<'a, str> {
        let Some(lane) = scenario.lanes().get(&id) else { return Cow::Borrowed("") };
        if !lane.name.trim().is_empty() {
            return Cow::Borrowed(&lane.name);
        }
        let zone = self.zone(lane.zone);
        let number = scenario.lane_number(id);
        number.map_or(Cow::Borrowed(zone), |number| Cow::Owned(format!("{zone} {number}")))
    }

    /// A line between two zones.
    #[must_use]
    pub fn line(&self, line: Line) -> &str {
        self.text(match line {
            Line::Interaction => "line-interaction",
            Line::Visibility => "line-visibility",
            Line::InternalInteraction => "line-internal-interaction",
        })
    }

    /// A kind of card.
    #[must_use]
    pub fn step_kind(&self, kind: StepKind) -> &str {
        self.text(match kind {
            StepKind::Action => "step-action",
            StepKind::Decision => "step-decision",
            StepKind::Evidence => "step-evidence",
            StepKind::Note => "step-note",
        })
    }

    /// A kind of link.
    #[must_use]
    pub fn link_kind(&self, kind: LinkKind) -> &str {
        self.text(match kind {
            LinkKind::Flow => "link-flow",
            LinkKind::Together => "link-together",
            LinkKind::Trigger => "link-trigger",
        })
    }

    /// What a kind of link means, in one sentence.
    #[must_use]
    pub fn link_meaning(&self, kind: LinkKind) -> &str {
        self.text(match kind {
            LinkKind::Flow => "link-flow-meaning",
            LinkKind::Together => "link-together-meaning",
            LinkKind::Trigger => "link-trigger-meaning",
        })
    }

    /// A kind of role.
    #[must_use]
    pub fn role_kind(&self, kind: RoleKind) -> &str {
        self.text(match kind {
            RoleKind::Staff => "role-staff",
            RoleKind::Equipment => "role-equipment",
            RoleKind::Room => "role-room",
            RoleKind::Information => "role-information",
            RoleKind::External => "role-external",
        })
    }

    /// What a step is worth.
    #[must_use]
    pub fn value_kind(&self, kind: ValueKind) -> &str {
        self.text(match kind {
            ValueKind::Adding => "value-adding",
            ValueKind::Necessary => "value-necessary",
            ValueKind::Waste => "value-waste",
        })
    }

    /// How a customer feels.
    #[must_use]
    pub fn emotion(&self, emotion: Emotion) -> &str {
        self.text(match emotion.get() {
            i8::MIN..=-2 => "emotion-awful",
            -1 => "emotion-bad",
            0 => "emotion-neutral",
            1 => "emotion-good",
            2..=i8::MAX => "emotion-delighted",
        })
    }

    /// Whether Flows that meet wait for each other.
    #[must_use]
    pub fn meeting(&self, meeting: Meeting) -> &str {
        self.text(match meeting {
            Meeting::Join => "meeting-join",
            Meeting::Merge => "meeting-merge",
        })
    }

    /// Who comes first.
    #[must_use]
    pub fn priority(&self, priority: Priority) -> &str {
        self.text(match priority {
            Priority::High => "priority-high",
            Priority::Low => "priority-low",
        })
    }

    /// Who takes part in the service.
    #[must_use]
    pub fn participation(&self, participation: Participation) -> &str {
        self.text(match participation {
            Participation::SelfService => "participation-self-service",
            Participation::Interpersonal => "participation-interpersonal",
            Participation::Remote => "participation-remote",
        })
    }

    /// How elaborate the surroundings are.
    #[must_use]
    pub fn complexity(&self, complexity: Complexity) -> &str {
        self.text(match complexity {
            Complexity::Lean => "complexity-lean",
            Complexity::Elaborate => "complexity-elaborate",
        })
    }

    /// A dimension of the servicescape.
    #[must_use]
    pub fn dimension(&self, dimension: Dimension) -> &str {
        self.text(match dimension {
            Dimension::Ambient => "dimension-ambient",
            Dimension::Space => "dimension-space",
            Dimension::Signs => "dimension-signs",
        })
    }

    /// A unit of time, spelt out.
    #[must_use]
    pub fn time_unit(&self, unit: TimeUnit) -> &str {
        self.text(match unit {
            TimeUnit::Second => "unit-second",
            TimeUnit::Minute => "unit-minute",
            TimeUnit::Hour => "unit-hour",
        })
    }

    /// How much a problem matters.
    #[must_use]
    pub fn severity(&self, severity: Severity) -> &str {
        self.text(match severity {
            Severity::Error => "severity-error",
            Severity::Warning => "severity-warning",
            Severity::Hint => "severity-hint",
        })
    }

    /// A step by its name.
    #[must_use]
    pub fn step<'a>(&'a self, step: StepId, scenario: &'a Scenario) -> &'a str {
        scenario.steps().get(&step).map_or_else(|| self.text("place-unknown"), |step| &step.name)
    }

    /// A role by its name.
    #[must_use]
    pub fn role<'a>(&'a self, role: RoleId, scenario: &'a Scenario) -> &'a str {
        scenario.roles().get(&role).map_or_else(|| self.text("place-unknown"), |role| &role.name)
    }

    /// A link by its ends: `Check → Pay`.
    #[must_use]
    pub fn link(&self, link: LinkId, scenario: &Scenario) -> String {
        let Some(link) = scenario.links().get(&link) else {
            return self.text("place-unknown").to_owned();
        };
        let to = match link.to {
            LinkEnd::Step(to) => self.step(to, scenario),
            LinkEnd::Outside => self.text("place-outside"),
        };
        let from = self.step(link.from, scenario);
        self.with("place-between", &[("from", from.into()), ("to", to.into())])
    }

    /// Where a problem is.
    #[must_use]
    pub fn place(&self, place: ProblemPlace, scenario: &Scenario) -> String {
        match place {
            ProblemPlace::Step(step) => self.step(step, scenario).to_owned(),
            ProblemPlace::Link(link) => self.link(link, scenario),
            ProblemPlace::Role(role) => self.role(role, scenario).to_owned(),
            ProblemPlace::Sheet => self.text("place-sheet").to_owned(),
        }
    }

    /// What a step needs: `2 Nurse or Doctor`, `keep Oven`.
    #[must_use]
    pub fn need(&self, need: &Need, scenario: &Scenario) -> String {
        self.need_within(need, scenario, usize::MAX)
    }

    /// A need with names of at most so many letters, longer ones cut.
    fn need_within(&self, need: &Need, scenario: &Scenario, letters: usize) -> String {
        let mut names = need.roles.iter().map(|role| cut(self.role(*role, scenario), letters));
        let mut words = names.next().unwrap_or_default().into_owned();
        for name in names {
            let arguments = [("first", words.as_str().into()), ("last", name.as_ref().into())];
            words = self.with("list-either", &arguments);
        }
        if need.count.get() > 1 {
            let number = need.count.get().into();
            let measure =
                need.roles.first().map_or("other", |role| measure_of_role(*role, scenario));
            let arguments =
                [("number", number), ("name", words.as_str().into()), ("measure", measure.into())];
            words = self.with("counted", &arguments);
        }
        if need.keep {
            words = self.with("kept", &[("name", words.as_str().into())]);
        }
        words
    }

    /// What a step needs, as short as a card has room for: `Clerk` is the only one, `Clerk × 2` one
    /// of two clerks, `2 of 3 Nurse` two of three nurses at once. Names of more than so many letters are cut, and
    /// nothing else.
    #[must_use]
    pub fn need_short(&self, need: &Need, scenario: &Scenario, letters: usize) -> String {
        let [role] = need.roles.as_slice() else {
            return self.need_within(need, scenario, letters);
        };
        let headcount = scenario.roles().get(role).map_or(0, |role| role.headcount);
        let name = cut(self.role(*role, scenario), letters);
        let name = name.as_ref();
        if need.count.get() == 1 && headcount == 1 {
            name.to_owned()
        } else if need.count.get() == 1 {
            self.with("role-times", &[("name", name.into()), ("count", headcount.into())])
        } else {
            let arguments = [
                ("needed", need.count.get().into()),
                ("count", headcount.into()),
                ("name", name.into()),
                ("measure", measure_of_role(*role, scenario).into()),
            ];
            self.with("role-some-of", &arguments)
        }
    }
}

/// A name of at most so many letters, a longer one cut; not for one letter, as the dots are as wide.
fn cut(name: &str, letters: usize) -> Cow<'_, str> {
    let is_longer = name.chars().nth(letters.saturating_add(1)).is_some();
    match name.char_indices().nth(letters).filter(|_| is_longer) {
        Some((end, _)) => {
            let kept = name.get(..end).unwrap_or_default().trim_end();
            format!("{kept}…").into()
        }
        None => name.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{IdSource, Role};
    use crate::wording::Language;

    #[test]
    fn a_need_says_how_many_there_are_where_there_is_not_one() {
        let mut ids = IdSource::default();
        let mut scenario = Scenario::empty("", &mut ids);
        let mut add = |name: &str, headcount| {
            let role = Role { headcount, ..Role::new(name, 0) };
            scenario.add_role(role, &mut ids).unwrap()
        };
        let (clerk, nurse, nobody) = (add("Clerk", 1), add("Nurse", 2), add("Doctor", 0));
        let english = Wording::new(Language::English);
        let short = |role| english.need_short(&Need::one(role), &scenario, usize::MAX);
        assert_eq!(short(clerk), "Clerk");
        assert_eq!(short(nurse), "Nurse × 2");
        assert_eq!(short(nobody), "Doctor × 0");
        assert_eq!(english.need_short(&Need::one(clerk), &scenario, 2), "Cl…");
        assert_eq!(english.need_short(&Need::one(clerk), &scenario, 4), "Clerk");
    }
}
