//! The roles with their figures, and how loaded everybody is.

use super::Draft;
use crate::analysis::RoleFigures;
use crate::blueprint::Role;
use crate::drawing::{DocumentBlock, DocumentTable, RowLook, Tone};
use crate::pictures::{Chart, Shown};
use crate::wording::Amount;

impl Draft<'_> {
    pub(super) fn roles(&mut self) {
        let Shown { scenario, analysis, words, .. } = self.source.shown;
        let roles = scenario.roles().iter();
        let mut rows: Vec<(&Role, &RoleFigures)> =
            roles.filter_map(|(id, role)| Some((&**role, analysis.roles.get(id)?))).collect();
        if rows.is_empty() {
            self.say(Tone::Plain, words.text("report-roles-none"));
        } else {
            // The sort keeps the order of the roles among equals.
            let busy = |figures: &RoleFigures| figures.utilisation.value.unwrap_or(-1.0);
            rows.sort_by(|a, b| busy(b.1).total_cmp(&busy(a.1)));
            self.say(Tone::Plain, words.text("report-roles-say"));
            let columns = [
                ("column-role", false),
                ("report-column-count", true),
                ("figure-work", true),
                ("column-capacity", true),
                ("column-utilisation", true),
                ("column-wait", true),
            ];
            let columns = columns.map(|(key, numbers)| (words.text(key).to_owned(), numbers));
            let mut table = DocumentTable::with(columns);
            for (role, figures) in rows {
                let name = if figures.bottleneck {
                    words.labelled(&role.name, words.text("figure-bottleneck"))
                } else {
                    role.name.clone()
                };
                let look = if figures.bottleneck { RowLook::Limit } else { RowLook::Plain };
                let cells = vec![
                    name,
                    role.headcount.to_string(),
                    words.time(figures.work_s),
                    words.marked(&figures.capacity_per_hour, Amount::PerHour),
                    words.marked(&figures.utilisation, Amount::Share),
                    words.marked(&figures.wait_s, Amount::Seconds),
                ];
                table.row(look, cells);
            }
            self.blocks.push(DocumentBlock::Table(table));
        }
        self.chart(Chart::Load);
    }
}
