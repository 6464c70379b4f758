//! Who is to learn what: a skill that a step asks for and that its role lacks is a hole.

use super::served::{Served, is_done_by};
use crate::blueprint::{Role, RoleId, RoleKind, Step};
use crate::drawing::{DocumentBlock, DocumentTable, RowLook, Tone};
use crate::pictures::Shown;
use crate::reports::Draft;

/// Skills, a line each.
fn skills(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// Whether a role has a skill, capitals aside.
fn is_able(role: &Role, skill: &str) -> bool {
    skills(&role.skills).any(|own| own.to_lowercase() == skill.to_lowercase())
}

/// The skills that steps ask for, in the order in which they do, each with the steps.
fn asked<'a>(steps: &[&'a Step]) -> Vec<(&'a str, Vec<&'a Step>)> {
    let mut asked: Vec<(&str, Vec<&Step>)> = Vec::new();
    for step in steps {
        for skill in skills(&step.skills) {
            let is_same = |other: &str| other.to_lowercase() == skill.to_lowercase();
            match asked.iter_mut().find(|(other, _)| is_same(other)) {
                Some((_, by)) => by.push(step),
                None => asked.push((skill, vec![step])),
            }
        }
    }
    asked
}

impl Draft<'_> {
    /// What the steps ask of each role of people, or of one, and what it has of that.
    pub(super) fn training(&mut self, served: &Served<'_>, only: Option<RoleId>) {
        let Shown { scenario, words, .. } = self.source.shown;
        self.heading(2, words.text("handbook-training"));
        let columns = ["column-role", "handbook-skill", "handbook-asked-by", "handbook-has"];
        let columns = columns.map(|key| (words.text(key).to_owned(), false));
        let mut table = DocumentTable::with(columns);
        let people = scenario.roles().iter().filter(|(_, role)| role.kind == RoleKind::Staff);
        for (id, role) in people.filter(|(id, _)| only.is_none_or(|only| only == **id)) {
            let own = served.steps.iter().filter(|(_, step)| is_done_by(step, *id));
            let own: Vec<&Step> = own.map(|(_, step)| *step).collect();
            for (skill, steps) in asked(&own) {
                let names: Vec<&str> = steps.iter().map(|step| step.name.trim()).collect();
                let (look, has) = if is_able(role, skill) {
                    (RowLook::Plain, words.text("handbook-able").to_owned())
                } else if let Some(name) = self.beside(*id, skill, &steps) {
                    let has = words.with("handbook-beside", &[("role", name.into())]);
                    (RowLook::Plain, has)
                } else {
                    (RowLook::Limit, words.text("handbook-hole").to_owned())
                };
                let asked_by = words.list(&names, names.len());
                let name = role.name.trim().to_owned();
                table.row(look, vec![name, skill.to_owned(), asked_by, has]);
            }
        }
        if table.rows.is_empty() {
            self.say(Tone::Plain, words.text("handbook-training-none"));
        } else {
            self.say(Tone::Plain, words.text("handbook-training-say"));
            self.blocks.push(DocumentBlock::Table(table));
        }
    }

    /// Who has a skill and is always there as well when a role does these steps.
    fn beside(&self, role: RoleId, skill: &str, steps: &[&Step]) -> Option<&str> {
        let scenario = self.source.shown.scenario;
        let mut found = None;
        for step in steps {
            let others = step.needs.iter().filter(|need| !need.roles.contains(&role));
            let helper = others.filter_map(|need| {
                let mut roles = need.roles.iter().map(|id| scenario.roles().get(id));
                let all = roles.all(|role| role.is_some_and(|role| is_able(role, skill)));
                need.roles.first().and_then(|id| scenario.roles().get(id)).filter(|_| all)
            });
            found = Some(helper.map(|role| role.name.trim()).next()?);
        }
        found
    }
}
