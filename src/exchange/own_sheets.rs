//! Workbooks that this program wrote, as they are read back: the columns that it computed are left
//! out, headings in words become those of tables, and links that stand on a sheet of their own become
//! cells of the steps.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::cells::{Target, TargetShare, write_named, write_target};
use super::columns::{Column, RoleColumn, StepColumn};
use super::fixed_words::{END, NOTHING, is_word};
use super::grid::unescape;
use super::headings::named;
use super::own_values::OwnValues;
use super::raw::RawTable;
use super::workbook::NamedTable;
use crate::blueprint::notation::parse_share;
use crate::blueprint::{LinkKind, Scenario, StepId};

/// Words that head a computed column, with a colon behind: `Computed: capacity`.
const COMPUTED: &[&str] = &["computed", "计算"];
/// Names of the sheet of steps.
const STEPS: &[&str] = &["steps", "步骤"];
/// Names of the sheet of links.
const LINKS: &[&str] = &["links", "link", "连线", "连接"];
/// The headings of its columns.
const FROM: &[&str] = &["from", "起点"];
const TO: &[&str] = &["to", "终点"];
const KIND: &[&str] = &["kind", "type", "类型"];
const SHARE: &[&str] = &["share", "比例"];
const LABEL: &[&str] = &["label", "标签"];

/// The words for a kind of link.
fn link_kind_words(kind: LinkKind) -> &'static [&'static str] {
    match kind {
        LinkKind::Flow => &["flow", "next", "先后", "流向"],
        LinkKind::Together => &["together", "belongs to", "同时进行", "同时", "关联"],
        LinkKind::Trigger => &["trigger", "triggers", "触发"],
    }
}

/// The sheet of links of a workbook.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct LinksSheet {
    /// Which sheet it is.
    pub at: usize,
    /// Its rows, as far as they name a step and a kind of link.
    links: Vec<WrittenLink>,
    /// Its other rows, as they are written.
    pub left: Vec<String>,
    /// Whether its links became cells of the steps; else those cells are there already.
    pub taken: bool,
}

/// A row of the sheet of links.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct WrittenLink {
    from: String,
    /// `None` for the outside.
    to: Option<String>,
    kind: LinkKind,
    share: String,
    label: String,
}

/// Makes the sheets of a workbook what they were before they were written, and finds that of links
/// and what this program says beside them.
pub fn prepare(sheets: &mut [NamedTable]) -> (Option<LinksSheet>, Option<OwnValues>) {
    let is_steps = |(name, table): &NamedTable| {
        is_word(name, STEPS) && column_of(table, StepColumn::Step).is_some()
    };
    let steps = sheets.iter().position(is_steps);
    let own = steps.and_then(|steps| OwnValues::read(sheets, steps));
    for (_, table) in sheets.iter_mut() {
        leave_out_computed(table);
        own_headings::<StepColumn>(table);
        own_headings::<RoleColumn>(table);
    }
    (links_sheet(sheets), own)
}

/// Finds the sheet of links, and puts these into the steps where nothing else says them.
fn links_sheet(sheets: &mut [NamedTable]) -> Option<LinksSheet> {
    let at = sheets.iter().position(|(name, _)| is_word(name, LINKS))?;
    let steps = sheets.iter().position(|(name, table)| {
        is_word(name, STEPS) && column_of(table, StepColumn::Step).is_some()
    })?;
    let names: BTreeSet<String> = {
        let (_, table) = sheets.get(steps)?;
        let column = column_of(table, StepColumn::Step)?;
        table.column(column, 1).map(unescape).collect()
    };
    let mut links = LinksSheet::read(&sheets.get(at)?.1, &names)?;
    links.at = at;
    let (_, table) = sheets.get_mut(steps)?;
    let said = [StepColumn::Next, StepColumn::Previous, StepColumn::Together, StepColumn::Trigger];
    if said.iter().all(|column| column_of(table, *column).is_none()) {
        links.put_into(table, &names)?;
        links.taken = true;
    }
    Some(links)
}

/// Which cell of the first row names a column.
fn column_of(table: &RawTable, column: StepColumn) -> Option<usize> {
    let header = table.rows.first()?;
    header.cells.iter().position(|cell| named::<StepColumn>(cell) == Some(column))
}

fn is_computed(heading: &str) -> bool {
    heading.split_once([':', '：']).is_some_and(|(word, _)| is_word(word, COMPUTED))
}

/// Takes out the columns that were computed, and rows in which nothing else stands.
fn leave_out_computed(table: &mut RawTable) {
    let Some(header) = table.rows.first() else { return };
    let kept: Vec<usize> = (0..table.width()).filter(|at| !is_computed(header.cell(*at))).collect();
    if kept.len() == table.width() {
        return;
    }
    let columns: HashMap<usize, usize> = kept.iter().copied().zip(0..).collect();
    let mut rows: HashMap<usize, usize> = HashMap::new();
    let mut left = Vec::with_capacity(table.rows.len());
    for (at, mut row) in std::mem::take(&mut table.rows).into_iter().enumerate() {
        row.cells = kept.iter().map(|column| row.cell(*column).to_owned()).collect();
        if row.cells.iter().any(|cell| !cell.is_empty()) {
            rows.insert(at, left.len());
            left.push(row);
        }
    }
    table.rows = left;
    let moved = |(row, column): (usize, usize)| Some((*rows.get(&row)?, *columns.get(&column)?));
    let covered = std::mem::take(&mut table.covered).into_iter();
    table.covered = covered
        .filter_map(|(place, from)| Some((moved(place)?, *rows.get(&from)?)))
        .collect::<BTreeMap<_, _>>();
    table.unsolved = std::mem::take(&mut table.unsolved).into_iter().filter_map(moved).collect();
}

/// Puts the names of columns in place of the words that head them, where these are all columns that
/// are written, in their order.
fn own_headings<C: Column>(table: &mut RawTable) {
    let width = table.width();
    let Some(header) = table.rows.first_mut() else { return };
    let is_own = width == C::WRITTEN.len()
        && header.cells.len() == width
        && header.cells.iter().zip(C::WRITTEN).all(|(cell, column)| named(cell) == Some(*column));
    if is_own {
        header.cells = C::WRITTEN.iter().map(|column| column.name().to_owned()).collect();
    }
}

impl LinksSheet {
    /// The links below the headings of a sheet; `None` where they do not say from where to where.
    fn read(table: &RawTable, names: &BTreeSet<String>) -> Option<Self> {
        let header = table.rows.first()?;
        let place = |words: &[&str]| header.cells.iter().position(|cell| is_word(cell, words));
        let (from, to) = (place(FROM)?, place(TO)?);
        let (kind, share, label) = (place(KIND), place(SHARE), place(LABEL));
        let mut sheet = Self::default();
        for row in table.rows.iter().skip(1) {
            let cell = |at: Option<usize>| at.map_or("", |at| row.cell(at));
            let kind = LinkKind::ALL.into_iter().find(|each| match cell(kind) {
                "" => *each == LinkKind::Flow,
                word => is_word(word, link_kind_words(*each)),
            });
            let (leaves, leads) = (unescape(row.cell(from)), unescape(row.cell(to)));
            let outside = leads.is_empty() || is_word(&leads, END) && !names.contains(&leads);
            match kind.filter(|_| names.contains(&leaves)) {
                Some(kind) => sheet.links.push(WrittenLink {
                    from: leaves,
                    to: (!outside).then_some(leads),
                    kind,
                    share: cell(share).to_owned(),
                    label: unescape(cell(label)),
                }),
                None => sheet.left.push(row.cells.join(" ").trim().to_owned()),
            }
        }
        Some(sheet)
    }

    /// Puts the links into the table of steps, in columns of their own.
    fn put_into(&mut self, table: &mut RawTable, names: &BTreeSet<String>) -> Option<()> {
        let column = column_of(table, StepColumn::Step)?;
        let mut of_step: HashMap<&str, Vec<&WrittenLink>> = HashMap::new();
        for link in &self.links {
            of_step.entry(&link.from).or_default().push(link);
        }
        let known = |name: &str| names.contains(name);
        let width = table.width();
        for (at, row) in table.rows.iter_mut().enumerate() {
            row.cells.resize(width, String::new());
            if at == 0 {
                let said = [StepColumn::Next, StepColumn::Together, StepColumn::Trigger];
                row.cells.extend(said.map(|column| column.name().to_owned()));
                continue;
            }
            let links =
                of_step.get(unescape(row.cell(column)).as_str()).map_or(&[][..], Vec::as_slice);
            let of = |kind: LinkKind| links.iter().filter(move |link| link.kind == kind);
            let some_share = of(LinkKind::Flow).any(|link| !link.share.is_empty());
            let ways: Vec<String> = of(LinkKind::Flow)
                .map(|link| {
                    let share = match parse_share(&link.share) {
                        Ok(share) => TargetShare::Given(share),
                        Err(_) if some_share => TargetShare::Unknown,
                        Err(_) => TargetShare::Unsaid,
                    };
                    let (step, label) = (link.to.clone(), link.label.clone());
                    write_target(&Target { step, share, label }, known)
                })
                .collect();
            let nothing = || NOTHING.first().copied().unwrap_or_default().to_owned();
            row.cells.push(if ways.is_empty() { nothing() } else { ways.join("; ") });
            for kind in [LinkKind::Together, LinkKind::Trigger] {
                let sideways: Vec<String> = of(kind)
                    .filter_map(|link| Some(write_named(link.to.as_deref()?, &link.label, known)))
                    .collect();
                row.cells.push(sideways.join("; "));
            }
        }
        Some(())
    }

    /// Whether it says other links than those between the steps that were read.
    pub fn differs(&self, scenario: &Scenario, steps: &[StepId]) -> bool {
        let steps: BTreeSet<StepId> = steps.iter().copied().collect();
        let name = |id: StepId| scenario.steps().get(&id).map(|step| step.name.clone());
        let links = scenario.links().values().filter(|link| steps.contains(&link.from));
        let mut drawn: Vec<WrittenLink> = links
            .filter_map(|link| {
                let share = link.share.map(|share| share.to_string()).unwrap_or_default();
                let to = link.to.step().and_then(name);
                let (from, label) = (name(link.from)?, link.label.clone());
                Some(WrittenLink { from, to, kind: link.kind, share, label })
            })
            .collect();
        let mut written = self.links.clone();
        for link in &mut written {
            if let Ok(share) = parse_share(&link.share) {
                link.share = share.to_string();
            }
        }
        drawn.sort();
        written.sort();
        drawn != written || !self.left.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::raw::RawRow;

    fn table(rows: &[&[&str]]) -> RawTable {
        let row = |(at, cells): (usize, &&[&str])| RawRow {
            number: at + 1,
            cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        };
        RawTable { rows: rows.iter().enumerate().map(row).collect(), ..RawTable::default() }
    }

    #[test]
    fn computed_columns_are_left_out_with_what_lies_in_them() {
        let mut sheet = table(&[
            &["Computed: load", "Step", "计算：等待", "Time"],
            &["1", "A", "2", "x"],
            &["3", "", "", ""],
            &["", "B", "", "=C4"],
        ]);
        sheet.unsolved = [(1, 0), (3, 3)].into();
        sheet.covered = [((3, 1), 1), ((3, 2), 1)].into();
        leave_out_computed(&mut sheet);
        let cells: Vec<_> = sheet.rows.iter().map(|row| row.cells.join("|")).collect();
        assert_eq!(cells, ["Step|Time", "A|x", "B|=C4"]);
        assert_eq!(sheet.unsolved, [(2, 1)].into());
        assert_eq!(sheet.covered, [((2, 0), 1)].into());
        assert_eq!(sheet.rows[2].number, 4, "rows keep their numbers");
    }

    #[test]
    fn links_on_a_sheet_of_their_own_become_cells() {
        let mut sheets = vec![
            ("Steps".to_owned(), table(&[&["Step"], &["A"], &["B"], &["end"]])),
            (
                "连线".to_owned(),
                table(&[
                    &["起点", "终点", "类型", "比例", "标签"],
                    &["A", "B", "先后", "70 %", "yes"],
                    &["A", "end", "flow", "", ""],
                    &["B", "", "", "", ""],
                    &["B", "A", "同时进行", "", ""],
                    &["C", "A", "flow", "", ""],
                    &["A", "B", "maybe", "", ""],
                ]),
            ),
        ];
        let links = prepare(&mut sheets).0.expect("a sheet of links");
        assert!(links.taken);
        assert_eq!(links.left, ["C A flow", "A B maybe"]);
        let cells: Vec<_> = sheets[0].1.rows.iter().map(|row| row.cells.join("|")).collect();
        assert_eq!(
            cells,
            ["Step|next|together|trigger", "A|B [yes] 70 %; \"end\" ?||", "B|end|A|", "end|-||",]
        );
    }
}
