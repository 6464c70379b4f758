//! The page of a role: of people a job description, made from what the steps ask of them.

use super::sections::{Rows, lasting, lines, rated, recovery};
use super::served::{Served, is_done_by};
use crate::analysis::RoleFigures;
use crate::blueprint::{RoleId, RoleKind, Step, StepId};
use crate::drawing::{DocumentBlock, DocumentTable, RowLook, Tone};
use crate::pictures::Shown;
use crate::reports::Draft;
use crate::wording::Amount;

impl Draft<'_> {
    /// What a role does, for how long, and what it may and must be able to.
    pub(super) fn job(&mut self, id: RoleId, served: &Served<'_>) {
        let Shown { scenario, analysis, words, .. } = self.source.shown;
        let Some(role) = scenario.roles().get(&id) else { return };
        let name = role.name.trim();
        if role.kind == RoleKind::Staff {
            self.heading(2, words.with("handbook-job", &[("role", name.into())]));
        } else {
            self.heading(2, words.labelled(words.role_kind(role.kind), name));
        }
        let mut rows = Rows::new(words);
        rows.add("details-headcount", role.heads().to_string());
        let figures = analysis.roles.get(&id).filter(|figures| figures.work_s > 0.0);
        if let Some(figures) = figures {
            rows.add("handbook-per-customer", words.time(figures.work_s));
            if figures.utilisation.value.is_some() {
                let share = words.marked(&figures.utilisation, Amount::Share);
                rows.add("handbook-share", share);
            }
        }
        rows.add("handbook-authority", lines(&role.authority));
        rows.add("details-skills", lines(&role.skills));
        let others: Vec<&str> =
            role.stands_in_for.iter().map(|role| words.role(*role, scenario)).collect();
        rows.add("details-stands_in_for", words.list(&others, others.len()));
        self.lay_down(rows);
        let steps: Vec<(StepId, &Step)> =
            served.steps.iter().copied().filter(|(_, step)| is_done_by(step, id)).collect();
        if steps.is_empty() {
            self.say(Tone::Plain, words.text("handbook-idle"));
            return;
        }
        self.heading(3, words.text("handbook-steps"));
        self.work(id, &steps, figures, served);
        self.risks(&steps);
    }

    /// The steps of a role, and how much of its time each takes.
    fn work(
        &mut self,
        role: RoleId,
        steps: &[(StepId, &Step)],
        figures: Option<&RoleFigures>,
        served: &Served<'_>,
    ) {
        let Shown { scenario, words, .. } = self.source.shown;
        let dash = || words.text("no-figure").to_owned();
        let columns = [
            ("column-step", false),
            ("tab-phase", false),
            ("details-time", true),
            ("handbook-per-customer", true),
            ("handbook-share", true),
        ];
        let columns = columns.map(|(key, numbers)| (words.text(key).to_owned(), numbers));
        let mut table = DocumentTable::with(columns);
        for (id, step) in steps {
            let work = self.work_s(role, *id, step, served);
            let share = work.zip(figures).map(|(work, figures)| {
                words.marked_as(&figures.utilisation, |words, busy| {
                    words.percent(busy * work / figures.work_s)
                })
            });
            let phase = scenario.phases().get(&step.phase).map_or("", |phase| phase.name.trim());
            let cells = vec![
                step.name.trim().to_owned(),
                phase.to_owned(),
                step.time.as_ref().map_or_else(dash, |time| lasting(time, words)),
                work.map_or_else(dash, |work| words.time(work)),
                share.unwrap_or_else(dash),
            ];
            table.row(RowLook::Plain, cells);
        }
        self.blocks.push(DocumentBlock::Table(table));
    }

    /// Seconds of a role's time that a step takes per customer; `None` where others may do it as well, or where
    /// the role stays with the customer beyond it.
    fn work_s(&self, role: RoleId, id: StepId, step: &Step, served: &Served<'_>) -> Option<f64> {
        let mut count = 0.0;
        for need in step.needs.iter().filter(|need| need.roles.contains(&role)) {
            if need.keep || need.roles.as_slice() != [role] {
                return None;
            }
            count += f64::from(need.count.get());
        }
        let visits = self.source.shown.analysis.steps.get(&id)?.visits.value?;
        let moment = served.process.moments.get(served.process.moment_of(id)?)?;
        let activity = moment.activities.iter().find(|activity| activity.step == id)?;
        Some(visits * count * activity.hold_s()? / activity.batch)
    }

    /// What can fail at the steps of a role.
    fn risks(&mut self, steps: &[(StepId, &Step)]) {
        let Shown { scenario, words, .. } = self.source.shown;
        let columns = [
            ("column-step", false),
            ("details-fail-what", false),
            ("details-fail-often", true),
            ("details-fail-severity", true),
            ("details-fail-detection", true),
            ("details-recovery", false),
        ];
        let columns = columns.map(|(key, numbers)| (words.text(key).to_owned(), numbers));
        let mut table = DocumentTable::with(columns);
        let said = |text: String| match text.trim() {
            "" => words.text("no-figure").to_owned(),
            _ => text,
        };
        for (_, step) in steps {
            let Some(fail) = &step.fail else { continue };
            let often = fail.how_often.map(|share| words.share(share));
            let cells = vec![
                step.name.trim().to_owned(),
                said(fail.what.trim().to_owned()),
                said(often.unwrap_or_default()),
                said(rated(fail.severity, words)),
                said(rated(fail.detection, words)),
                said(recovery(fail, scenario, words)),
            ];
            table.row(RowLook::Plain, cells);
        }
        if !table.rows.is_empty() {
            self.heading(3, words.text("handbook-risks"));
            self.blocks.push(DocumentBlock::Table(table));
        }
    }
}
