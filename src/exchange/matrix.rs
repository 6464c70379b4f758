//! A blueprint as it is drawn in spreadsheets: zones one way, phases the other, and in each cell what
//! happens there.

use std::collections::BTreeMap;

use super::cells::{Next, Target};
use super::columns::StepColumn;
use super::drafts::Draft;
use super::lanes::{is_line, lane_named};
use super::list_marks::without_mark;
use super::notices::{Notice, NoticeKind};
use super::plan::{Plan, Told};
use super::raw::{RawRow, RawTable};
use crate::blueprint::notation::{parse_quantity, parse_time};
use crate::blueprint::{StepKind, TimeUnit, Zone};

/// How many rows may stand above the names of the phases.
const TITLE_ROWS: usize = 6;

/// Where the zones and phases of a matrix stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// Whether the zones stand below one another, as on the sheet, or side by side.
    pub zones_below: bool,
    /// The column (or row, if the zones stand side by side) that names the zones.
    labels: usize,
    /// The row (or column) that names the phases, if one does.
    phases: Option<usize>,
    /// Where the cells begin.
    start: usize,
}

/// What a matrix holds.
pub struct MatrixSteps {
    /// Its steps.
    pub drafts: Vec<Draft>,
    /// What there is to say.
    pub notices: Vec<Notice>,
}

impl Matrix {
    /// Recognises a matrix; `None` for any other table.
    #[must_use]
    pub fn find(table: &RawTable) -> Option<Self> {
        if is_list_of_steps(table) {
            return None;
        }
        let turned = turn(table);
        let below = Self::labelled(table).map(|found| Self { zones_below: true, ..found });
        below.or_else(|| Self::labelled(&turned).map(|found| Self { zones_below: false, ..found }))
    }

    /// Finds the column of zones among the first.
    fn labelled(table: &RawTable) -> Option<Self> {
        (0..table.width().min(2)).find_map(|labels| {
            let known: Vec<usize> = (0..table.rows.len())
                .filter(|at| {
                    table.rows.get(*at).is_some_and(|row| lane_named(row.cell(labels)).is_some())
                })
                .collect();
            let start = *known.first()?;
            let mut zones: Vec<Zone> = known
                .iter()
                .filter_map(|at| lane_named(table.rows.get(*at)?.cell(labels)))
                .map(|(zone, _)| zone)
                .collect();
            zones.sort();
            zones.dedup();
            let named = table.column(labels, start).filter(|label| !is_line(label)).count();
            let filled = (labels + 1..table.width()).any(|at| table.column(at, start).count() > 0);
            let is_matrix = zones.len() >= 2
                && 2 * known.len() >= named
                && start <= TITLE_ROWS
                && filled
                && table.width() >= 2;
            is_matrix.then(|| Self {
                zones_below: true,
                labels,
                phases: phases_above(table, labels, start),
                start,
            })
        })
    }

    /// The steps of a matrix; with `flow` they follow one another from the first phase to the last,
    /// and what stands in one phase happens together.
    #[must_use]
    pub fn read(&self, table: &RawTable, flow: bool) -> MatrixSteps {
        let turned;
        let table = if self.zones_below {
            table
        } else {
            turned = turn(table);
            &turned
        };
        let mut notices = Vec::new();
        let mut outside: Vec<Option<String>> = Vec::new();
        if let Some(phases) = self.phases {
            let times = table.rows.iter().take(self.start).skip(phases + 1);
            outside.extend(times.map(|row| row.cells.iter().find(|c| !c.is_empty()).cloned()));
            let above = table.rows.iter().take(phases).flat_map(|row| &row.cells);
            let above: Vec<String> = above.filter(|cell| !cell.is_empty()).cloned().collect();
            if !above.is_empty() {
                notices.push(NoticeKind::AboveHeader(above).into());
            }
        }
        let phases = self.phase_names(table);
        let mut lanes: Vec<((Zone, String), Vec<&RawRow>)> = Vec::new();
        let mut separators = Vec::new();
        let mut inside = false;
        for row in table.rows.iter().skip(self.start) {
            let label = row.cell(self.labels);
            if is_line(label) {
                separators.push(label.to_owned());
                inside = false;
            } else if let Some(lane) = lane_named(label) {
                inside = true;
                match lanes.iter_mut().find(|(other, _)| *other == lane) {
                    Some((_, rows)) => rows.push(row),
                    None => lanes.push((lane, vec![row])),
                }
            } else if label.is_empty() && inside {
                // A row of the zone above, whose cell is drawn over both.
                if let Some((_, rows)) = lanes.last_mut() {
                    rows.push(row);
                }
            } else {
                inside = false;
                let rest = row.cells.iter().find(|cell| !cell.is_empty());
                outside.push(if label.is_empty() { rest.cloned() } else { Some(label.to_owned()) });
            }
        }
        if !separators.is_empty() {
            notices.push(NoticeKind::LinesLeftOut(separators).into());
        }
        let outside: Vec<String> = outside.into_iter().flatten().collect();
        if !outside.is_empty() {
            notices.push(NoticeKind::OutsideZones(outside).into());
        }
        let mut drafts = Vec::new();
        let mut moments = BTreeMap::new();
        for ((zone, name), rows) in &lanes {
            for (column, phase) in &phases {
                let cells = rows.iter().map(|row| (row.number, row.cell(*column)));
                let items = cells
                    .flat_map(|(number, cell)| cell.lines().map(move |line| (number, line.trim())));
                let items = items
                    .map(|(number, line)| (number, without_mark(line).unwrap_or(line)))
                    .filter(|(_, line)| {
                        !line.is_empty() && !matches!(*line, "-" | "–" | "—" | "/")
                    });
                for (order, (number, item)) in items.enumerate() {
                    let evidence = *zone == Zone::Evidence;
                    let kind = if evidence { StepKind::Evidence } else { StepKind::Action };
                    let mut draft = Draft::plain(number, item, kind, (*zone, name.clone()));
                    draft.key = drafts.len().to_string();
                    draft.phase.clone_from(phase);
                    draft.next = Next::Ways(Vec::new());
                    if !evidence {
                        let moment: &mut Vec<usize> = moments.entry((*column, order)).or_default();
                        moment.push(drafts.len());
                    }
                    drafts.push(draft);
                }
            }
        }
        // Cards come in the order of the sheet, whatever order the zones are written in.
        if flow {
            let zone = |at: &usize| drafts.get(*at).map_or(Zone::Support, |draft| draft.lane.0);
            let moments: Vec<Vec<usize>> = moments
                .into_values()
                .map(|mut moment| {
                    moment.sort_by_key(zone);
                    moment
                })
                .collect();
            chain(&mut drafts, &moments);
        }
        notices.insert(0, NoticeKind::Matrix { steps: drafts.len() }.into());
        MatrixSteps { drafts, notices }
    }

    /// The columns of cells with the names of their phases; a name goes on over columns without one.
    fn phase_names(&self, table: &RawTable) -> Vec<(usize, String)> {
        let mut name = String::new();
        let mut phases = Vec::new();
        for at in self.labels + 1..table.width() {
            let heading =
                self.phases.and_then(|row| table.rows.get(row)).map_or("", |r| r.cell(at));
            if !heading.is_empty() {
                heading.clone_into(&mut name);
            }
            if table.column(at, self.start).next().is_some() {
                phases.push((at, name.clone()));
            }
        }
        phases
    }
}

/// The row that names the phases: the one above the zones, but for rows of amounts between the two,
/// such as how long each phase takes.
fn phases_above(table: &RawTable, labels: usize, start: usize) -> Option<usize> {
    let last = start.checked_sub(1)?;
    let is_amounts = |at: usize| {
        let cells =
            table.rows.get(at).into_iter().flat_map(|row| row.cells.iter().skip(labels + 1));
        let mut cells = cells.filter(|cell| !cell.is_empty()).peekable();
        cells.peek().is_some()
            && cells.all(|cell| parse_time(cell, TimeUnit::Second).is_ok() || is_number(cell))
    };
    let named = (0..=last).rev().find(|at| !is_amounts(*at));
    // Phases that are only numbered stand right above.
    Some(named.unwrap_or(last))
}

fn is_number(cell: &str) -> bool {
    parse_quantity(cell.trim_start_matches(['$', '€', '£', '¥'])).is_ok()
}

/// Links the first of each moment to the rest and to the first of the next moment.
fn chain(drafts: &mut [Draft], moments: &[Vec<usize>]) {
    let key = |at: usize| at.to_string();
    for (order, moment) in moments.iter().enumerate() {
        let Some((first, rest)) = moment.split_first() else { continue };
        let following = moments.get(order + 1).and_then(|moment| moment.first());
        if let Some(draft) = drafts.get_mut(*first) {
            draft.together = rest.iter().map(|at| Target::to(key(*at))).collect();
            draft.next = Next::Ways(following.map(|at| Target::to(key(*at))).into_iter().collect());
        }
    }
}

/// Whether a header names both the steps and their zones, so that each row is one step.
fn is_list_of_steps(table: &RawTable) -> bool {
    let Ok(plan) = Plan::<StepColumn>::of(table) else { return true };
    let by_name = |column: StepColumn| {
        plan.place(column).is_some_and(|at| {
            plan.columns.get(at).is_some_and(|column| column.told == Told::ByName)
        })
    };
    by_name(StepColumn::Step) && (by_name(StepColumn::Lane) || by_name(StepColumn::Time))
        || by_name(StepColumn::Step) && by_name(StepColumn::Role)
}

/// A table with rows and columns exchanged.
fn turn(table: &RawTable) -> RawTable {
    let rows = (0..table.width())
        .map(|column| RawRow {
            number: column + 1,
            cells: table.rows.iter().map(|row| row.cell(column).to_owned()).collect(),
        })
        .collect();
    RawTable { rows, comma_separates: table.comma_separates, ..RawTable::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(text: &str) -> Vec<(String, Zone, String)> {
        let table = RawTable::read(text).unwrap();
        let matrix = Matrix::find(&table).expect("a matrix");
        let read = matrix.read(&table, true);
        read.drafts.into_iter().map(|draft| (draft.name, draft.lane.0, draft.phase)).collect()
    }

    #[test]
    fn a_matrix_is_read_either_way_round() {
        let text = "\tArrive\tPay\nCustomer actions\tWalks in\tPays\nLine of interaction\n\
                    Frontstage\tGreets\t\"• Takes money\n• Gives receipt\"\nBackstage\t\tBooks\n";
        let found = steps(text);
        let names: Vec<&str> = found.iter().map(|(name, ..)| name.as_str()).collect();
        assert_eq!(names, ["Walks in", "Pays", "Greets", "Takes money", "Gives receipt", "Books"]);
        assert_eq!(found[4].1, Zone::Frontstage);
        assert_eq!(found[4].2, "Pay");
        let turned = "阶段\t顾客行为\t前台\n到达\t走进\t迎接\n付款\t付钱\t收钱\n";
        let found = steps(turned);
        assert_eq!(found[3], ("收钱".to_owned(), Zone::Frontstage, "付款".to_owned()));
    }

    #[test]
    fn phases_keep_their_names_above_a_row_of_times() {
        let text = "\tArrive\tPay\nTime\t2 min\t3 min\nCustomer\tWalks in\tPays\n\
                    Frontstage\tGreets\tTakes money\n";
        let table = RawTable::read(text).unwrap();
        let read = Matrix::find(&table).expect("a matrix").read(&table, true);
        let phases: Vec<&str> = read.drafts.iter().map(|draft| draft.phase.as_str()).collect();
        assert_eq!(phases, ["Arrive", "Pay", "Arrive", "Pay"]);
        let said = NoticeKind::OutsideZones(vec!["Time".to_owned()]);
        assert!(read.notices.iter().any(|notice| notice.kind == said), "{:?}", read.notices);
    }

    #[test]
    fn lists_of_steps_are_no_matrix() {
        for text in [
            "lane\tstep\tphase\ncustomer\tA\tOne\nfrontstage\tB\tOne\n",
            "step\tlane\nA\tcustomer\nB\tfrontstage\n",
            "A\tB\nC\tD\n",
        ] {
            assert_eq!(Matrix::find(&RawTable::read(text).unwrap()), None, "{text}");
        }
    }
}
