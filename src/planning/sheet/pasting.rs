//! Tables from elsewhere as the contents of a sheet.

use super::exact::Number;
use crate::blueprint::sheets::{End, Figure, Item, Limit, Sense, Sheet};

/// A cell for a number in which something else stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadCell {
    /// What heads its row.
    pub row: String,
    /// What heads its column.
    pub column: String,
    /// What stands there.
    pub text: String,
}

/// A table that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// The sheet with it.
    pub sheet: Sheet,
    /// Columns that were not, by their heads.
    pub unknown: Vec<String>,
}

/// What a head or an edge says, in either language; compared in small letters.
const WORTHS: [&str; 12] = [
    "profit", "worth", "cost", "price", "value", "return", "利润", "价值", "成本", "价格", "收益",
    "单价",
];
const LEASTS: [&str; 5] = ["least", "min", "minimum", "最少", "下限"];
const MOSTS: [&str; 5] = ["most", "max", "maximum", "最多", "上限"];
const SUPPLIES: [&str; 6] = ["supply", "available", "capacity", "供应", "供应量", "产量"];
const DEMANDS: [&str; 6] = ["demand", "required", "need", "需求", "需求量", "销量"];
const AT_MOST: [&str; 10] =
    ["at most", "limit", "available", "amount", "≤", "<=", "最多", "限制", "可用", "数量"];
const AT_LEAST: [&str; 6] = ["at least", "required", "≥", ">=", "至少", "需要"];
const EXACTLY: [&str; 5] = ["exactly", "=", "equal", "正好", "等于"];

fn is(word: &str, of: &[&str]) -> bool {
    let word = word.trim().to_lowercase();
    of.contains(&word.as_str())
}

fn is_number(text: &str) -> bool {
    text.parse::<Number>().is_ok()
}

/// A cell that holds a number or nothing.
fn is_figure(text: &str) -> bool {
    Figure::from(text).is_blank() || is_number(text)
}

/// What stands below a head.
enum Below {
    /// Numbers, or nothing.
    Figures,
    /// Words only: it is about something else.
    Words,
    /// Numbers, and a cell that is none.
    Mixed(BadCell),
}

/// What stands in a column of some rows.
fn below<'a>(
    head: &[String],
    rows: impl Iterator<Item = &'a Vec<String>> + Clone,
    at: usize,
) -> Below {
    let bad = rows.clone().find(|row| !is_figure(cell(row, at)));
    let Some(bad) = bad else { return Below::Figures };
    if rows.into_iter().any(|row| is_number(cell(row, at))) {
        Below::Mixed(bad_cell(head, bad, at))
    } else {
        Below::Words
    }
}

fn bad_cell(head: &[String], row: &[String], at: usize) -> BadCell {
    let own = |row: &[String], at: usize| cell(row, at).to_owned();
    BadCell { row: own(row, 0), column: own(head, at), text: own(row, at) }
}

/// Rows of cells as the contents of a sheet; nothing where they are no table with heads, but cells for where the
/// cursor is. A header row makes items, with a limit for each further column; where the sheet is from × to, the
/// first column names the rows, and an edge that is labelled supply or demand is taken as such.
///
/// # Errors
/// A cell that is no number among numbers: nothing of the table is taken then.
#[must_use]
pub fn pasted(sheet: &Sheet, rows: &[Vec<String>]) -> Option<Result<Pasted, BadCell>> {
    let (head, body) = rows.split_first()?;
    let is_head = head.len() > 1
        && head.iter().skip(1).all(|cell| !cell.trim().is_empty() && !is_number(cell));
    let is_named = body.iter().all(|row| row.first().is_some_and(|name| !is_number(name)));
    if !is_head || body.is_empty() || !is_named {
        return None;
    }
    Some(if sheet.purpose.has_ways() { ways(sheet, head, body) } else { items(sheet, head, body) })
}

fn cell(row: &[String], at: usize) -> &str {
    row.get(at).map(|cell| cell.trim()).unwrap_or_default()
}

fn ways(sheet: &Sheet, head: &[String], body: &[Vec<String>]) -> Result<Pasted, BadCell> {
    let mut made = Sheet { from: Vec::new(), to: Vec::new(), cells: Vec::new(), ..sheet.clone() };
    let supply = (1..head.len()).find(|at| is(cell(head, *at), &SUPPLIES));
    let demand = body.iter().position(|row| is(cell(row, 0), &DEMANDS));
    let mut unknown = Vec::new();
    let rows = || body.iter().enumerate().filter(|(at, _)| Some(*at) != demand).map(|(_, row)| row);
    let mut columns = Vec::new();
    for at in (1..head.len()).filter(|at| Some(*at) != supply) {
        match below(head, rows(), at) {
            Below::Figures => columns.push(at),
            Below::Words => unknown.push(cell(head, at).to_owned()),
            Below::Mixed(bad) => return Err(bad),
        }
    }
    // The edges are numbers, too.
    let edges = supply.into_iter().flat_map(|at| rows().map(move |row| (row, at)));
    let wanted = demand.and_then(|at| body.get(at)).into_iter();
    let wanted = wanted.flat_map(|row| columns.iter().map(move |at| (row, *at)));
    if let Some((row, at)) = edges.chain(wanted).find(|(row, at)| !is_figure(cell(row, *at))) {
        return Err(bad_cell(head, row, at));
    }
    let amount = |text: Option<&str>| Figure::from(text.unwrap_or_default());
    for at in &columns {
        let wanted = demand.and_then(|demand| body.get(demand)).map(|row| cell(row, *at));
        made.to.push(End::new(cell(head, *at), amount(wanted)));
    }
    for row in rows() {
        made.from.push(End::new(cell(row, 0), amount(supply.map(|at| cell(row, at)))));
        made.cells.push(columns.iter().map(|at| Figure::from(cell(row, *at))).collect());
    }
    Ok(Pasted { sheet: made, unknown })
}

fn items(sheet: &Sheet, head: &[String], body: &[Vec<String>]) -> Result<Pasted, BadCell> {
    let mut made = Sheet { limits: Vec::new(), items: Vec::new(), ..sheet.clone() };
    made.rules.clear();
    let sense_of = |row: &[String]| {
        let name = cell(row, 0);
        [(&AT_MOST[..], Sense::AtMost), (&AT_LEAST, Sense::AtLeast), (&EXACTLY, Sense::Exactly)]
            .into_iter()
            .find(|(words, _)| is(name, words))
            .map(|(_, sense)| sense)
    };
    let amounts = body.iter().rfind(|row| sense_of(row).is_some());
    let rows = || body.iter().filter(|row| sense_of(row).is_none());
    let find = |words: &[&str]| (1..head.len()).find(|at| is(cell(head, *at), words));
    let (worth, least, most) = (find(&WORTHS), find(&LEASTS), find(&MOSTS));
    let mut unknown = Vec::new();
    let mut limits = Vec::new();
    for at in 1..head.len() {
        if [worth, least, most].contains(&Some(at)) {
            continue;
        }
        match below(head, rows(), at) {
            Below::Figures => limits.push(at),
            Below::Words => unknown.push(cell(head, at).to_owned()),
            Below::Mixed(bad) => return Err(bad),
        }
    }
    let own = [worth, least, most].into_iter().flatten();
    let own = own.flat_map(|at| rows().map(move |row| (row, at)));
    let amounts_of = amounts.into_iter().flat_map(|row| limits.iter().map(move |at| (row, *at)));
    if let Some((row, at)) = own.chain(amounts_of).find(|(row, at)| !is_figure(cell(row, *at))) {
        return Err(bad_cell(head, row, at));
    }
    for at in &limits {
        let name = cell(head, *at);
        // What was there under this name keeps what the table does not say.
        let old = sheet.limits.iter().find(|limit| limit.name.trim() == name);
        let mut limit =
            old.cloned().unwrap_or_else(|| Limit::new(name, Sense::AtMost, Figure::default()));
        if let Some(row) = amounts {
            limit.amount = Figure::from(cell(row, *at));
            limit.sense = sense_of(row).unwrap_or_default();
        }
        made.limits.push(limit);
    }
    let figure = |row: &[String], at: Option<usize>| {
        at.map(|at| Figure::from(cell(row, at))).unwrap_or_default()
    };
    for row in rows() {
        made.items.push(Item {
            name: cell(row, 0).to_owned(),
            worth: figure(row, worth),
            uses: limits.iter().map(|at| Figure::from(cell(row, *at))).collect(),
            least: figure(row, least),
            most: figure(row, most),
            ..Item::default()
        });
    }
    Ok(Pasted { sheet: made, unknown })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::sheets::Purpose;

    fn rows(text: &str) -> Vec<Vec<String>> {
        text.lines().map(|line| line.split('|').map(str::to_owned).collect()).collect()
    }

    #[test]
    fn a_header_row_makes_items() {
        let sheet = Sheet::of("", Purpose::Production);
        let table =
            "Item|Profit|Large|Colour|Most\nTable|20|2|red|\nChair|15|1|blue|4\nAt most||6||";
        let pasted = pasted(&sheet, &rows(table)).unwrap().unwrap();
        assert_eq!(pasted.unknown, ["Colour"]);
        let made = pasted.sheet;
        assert_eq!(made.items[1], Item::new("Chair", 15_i64, [1_i64]).at_most(4_i64));
        assert_eq!(made.limits, [Limit::new("Large", Sense::AtMost, 6_i64)]);
    }

    #[test]
    fn a_header_column_makes_ways_and_edges_are_taken_as_such() {
        let sheet = Sheet::of("", Purpose::Transport);
        let table = "|S|T|Supply\nA|1|2|5\nB|3|-|6\nDemand|4|7|";
        let pasted = pasted(&sheet, &rows(table)).unwrap().unwrap();
        assert!(pasted.unknown.is_empty());
        assert_eq!(pasted.sheet.from, [End::new("A", 5_i64), End::new("B", 6_i64)]);
        assert_eq!(pasted.sheet.to, [End::new("S", 4_i64), End::new("T", 7_i64)]);
        assert!(pasted.sheet.cells[1][1].is_blank());
    }

    #[test]
    fn a_word_among_numbers_is_named_and_nothing_is_taken() {
        let sheet = Sheet::of("", Purpose::Production);
        for (table, row, column) in [
            ("Item|Profit|Large\nTable|20|2\nChair|15|l", "Chair", "Large"),
            ("Item|Profit|Large\nTable|20|2\nChair|l|1", "Chair", "Profit"),
            ("Item|Profit|Large\nTable|20|2\nAt most||l", "At most", "Large"),
        ] {
            let bad = pasted(&sheet, &rows(table)).unwrap().unwrap_err();
            assert_eq!((bad.row.as_str(), bad.column.as_str()), (row, column));
            assert_eq!(bad.text, "l");
        }
        let ways = Sheet::of("", Purpose::Transport);
        let table = "|S|T|Supply\nA|1|2|5\nB|3|4|much\nDemand|4|7|";
        let bad = pasted(&ways, &rows(table)).unwrap().unwrap_err();
        assert_eq!((bad.row.as_str(), bad.column.as_str()), ("B", "Supply"));
    }

    #[test]
    fn numbers_alone_are_cells() {
        let sheet = Sheet::of("", Purpose::Production);
        assert_eq!(pasted(&sheet, &rows("1|2\n3|4")), None);
        assert_eq!(pasted(&sheet, &rows("1")), None);
    }
}
