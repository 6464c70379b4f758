//! What is still to be written: every blank field of the steps, the roles and the whole.

use super::served::Served;
use crate::blueprint::{Role, RoleKind, Step};
use crate::drawing::{DocumentBlock, DocumentTable, RowLook, Tone};
use crate::pictures::Shown;
use crate::reports::Draft;

/// The fields of a step that are blank, by what they are called.
fn of_step(step: &Step) -> impl Iterator<Item = &'static str> {
    let is_blank = |text: &str| text.trim().is_empty();
    let fields = [
        (is_blank(&step.purpose), "details-purpose"),
        (step.needs.is_empty(), "handbook-who"),
        (is_blank(&step.owner), "details-owner"),
        (is_blank(&step.procedure), "handbook-actions"),
        (is_blank(&step.documents), "details-documents"),
        (is_blank(&step.skills), "details-skills"),
        (is_blank(&step.manner), "details-manner"),
        (is_blank(&step.result), "details-result"),
        (step.time.is_none(), "details-time"),
        (step.standard.is_none(), "details-standard"),
        (step.acceptable.is_none(), "details-acceptable"),
    ];
    let of_fail = step.fail.as_ref().map(|fail| {
        [
            (is_blank(&fail.what), "details-fail-what"),
            (fail.how_often.is_none(), "details-fail-often"),
            (fail.severity.is_none(), "details-fail-severity"),
            (fail.detection.is_none(), "details-fail-detection"),
            (!fail.has_recovery(), "details-recovery"),
        ]
    });
    let fields = fields.into_iter().chain(of_fail.into_iter().flatten());
    fields.filter(|(blank, _)| *blank).map(|(_, key)| key)
}

/// The fields of a role that are blank.
fn of_role(role: &Role) -> impl Iterator<Item = &'static str> {
    let fields = [
        (role.authority.trim().is_empty(), "handbook-authority"),
        (role.skills.trim().is_empty(), "details-skills"),
    ];
    fields.into_iter().filter(|(blank, _)| *blank).map(|(_, key)| key)
}

/// Something with its blank fields.
type Blank<'a> = (&'a str, Vec<&'static str>);

/// Things whose blank fields are the same, and these.
type BlankAlike<'a> = (Vec<&'a str>, Vec<&'static str>);

/// The fields that are blank in all of several things, and those that are not blank in all, once for all things that
/// share them.
fn shared<'a>(things: &[Blank<'a>]) -> (Vec<&'static str>, Vec<BlankAlike<'a>>) {
    let first = things.first().filter(|_| things.len() > 1);
    let mut everywhere = first.map(|(_, fields)| fields.clone()).unwrap_or_default();
    everywhere.retain(|field| things.iter().all(|(_, fields)| fields.contains(field)));
    let own = |(name, fields): &Blank<'a>| {
        let own = fields.iter().filter(|field| !everywhere.contains(field)).copied();
        (*name, own.collect::<Vec<_>>())
    };
    let mut alike: Vec<BlankAlike<'a>> = Vec::new();
    for (name, fields) in things.iter().map(own).filter(|(_, fields)| !fields.is_empty()) {
        match alike.iter_mut().find(|(_, others)| *others == fields) {
            Some((names, _)) => names.push(name),
            None => alike.push((vec![name], fields)),
        }
    }
    (everywhere, alike)
}

impl Draft<'_> {
    /// Every blank field, those that are blank everywhere first.
    pub(super) fn blanks(&mut self, served: &Served<'_>) {
        let Shown { scenario, words, .. } = self.source.shown;
        self.heading(2, words.text("handbook-blanks"));
        let columns = ["handbook-where", "handbook-blank"];
        let columns = columns.map(|key| (words.text(key).to_owned(), false));
        let mut table = DocumentTable::with(columns);
        let mut row = |place: &str, fields: &[&str]| {
            let fields: Vec<&str> = fields.iter().map(|key| words.text(key)).collect();
            if !fields.is_empty() {
                table.row(RowLook::Plain, vec![place.to_owned(), words.enumerate(&fields)]);
            }
        };
        if self.source.blueprint.judgements().concept.trim().is_empty() {
            row(words.text("handbook-service"), &["handbook-concept"]);
        }
        let steps = served.steps.iter();
        let steps: Vec<Blank<'_>> =
            steps.map(|(_, step)| (step.name.trim(), of_step(step).collect())).collect();
        let people = scenario.roles().values().filter(|role| role.kind == RoleKind::Staff);
        let people: Vec<Blank<'_>> =
            people.map(|role| (role.name.trim(), of_role(role).collect())).collect();
        let count = [("count", steps.len().into())];
        let all_steps = words.with("handbook-all-steps", &count);
        let count = [("count", people.len().into())];
        let all_people = words.with("handbook-all-roles", &count);
        for (all, things) in [(all_steps, steps), (all_people, people)] {
            let (everywhere, each) = shared(&things);
            row(&all, &everywhere);
            for (names, fields) in each {
                row(&words.enumerate(&names), &fields);
            }
        }
        if table.rows.is_empty() {
            self.say(Tone::Plain, words.text("handbook-blanks-none"));
        } else {
            self.blocks.push(DocumentBlock::Table(table));
        }
    }
}
