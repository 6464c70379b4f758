//! Headers of two rows: units, currencies, or "min" and "max" below the headings, or the same headings
//! in another language.

use super::heading_units::{HeadingUnit, heading_unit, unit_word};
use super::headings::{is_average, named, plain};
use super::plan::Guess;
use super::raw::RawTable;

/// What stands below a heading and says more of it: a unit, or which of several times.
fn says_more(cell: &str) -> bool {
    let word = plain(cell);
    let ends = ["min", "max", "minimum", "maximum", "最短", "最长", "最小", "最大", "最可能"];
    !cell.chars().any(char::is_numeric)
        && (ends.contains(&word.as_str())
            || is_average(cell)
            || super::columns::is_most_likely(cell)
            || unit_word(cell).is_some()
            || matches!(heading_unit(&format!("({cell})")), HeadingUnit::Clock(_)))
}

/// Whether a cell below a heading says what its amounts are of: a currency, per cent, a number.
fn is_remark(cell: &str) -> bool {
    let text = cell.trim().trim_matches(['(', ')', '（', '）', '[', ']']).trim().to_lowercase();
    let words = [
        "$",
        "€",
        "£",
        "¥",
        "￥",
        "元",
        "美元",
        "欧元",
        "万元",
        "千元",
        "us$",
        "usd",
        "eur",
        "euro",
        "gbp",
        "cny",
        "rmb",
        "chf",
        "jpy",
        "kr",
        "k€",
        "k$",
        "keur",
        "kusd",
        "%",
        "‰",
        "#",
        "no.",
        "no",
        "nr",
        "nr.",
        "pcs",
        "people",
        "persons",
        "person",
        "customers",
        "staff",
        "fte",
        "text",
        "name",
        "-",
        "–",
        "—",
        "/",
        "人",
        "名",
        "位",
        "个",
        "台",
        "次",
        "$/h",
        "€/h",
        "元/小时",
        "%/100",
        "[-]",
        "n/a",
        "optional",
        "required",
        "必填",
        "可选",
        "文本",
        "名称",
    ];
    words.contains(&text.as_str())
}

/// The columns that the headings of a row name for certain, by place.
fn named_in<C: Guess>(table: &RawTable, row: usize) -> Vec<Option<C>> {
    let cells = table.rows.get(row).map(|row| row.cells.as_slice()).unwrap_or_default();
    cells.iter().map(|cell| if cell.is_empty() { None } else { named::<C>(cell) }).collect()
}

/// Whether two rows name the same columns, as a header in two languages does: all that both name,
/// and at least two.
fn name_the_same<C: Guess>(table: &RawTable, one: usize, other: usize) -> bool {
    let (one, other) = (named_in::<C>(table, one), named_in::<C>(table, other));
    let both =
        one.iter().zip(&other).filter_map(|(one, other)| Some((one.as_ref()?, other.as_ref()?)));
    let both: Vec<(&C, &C)> = both.collect();
    both.len() > 1 && both.iter().all(|(one, other)| one == other)
}

/// Of a header in two languages the first row.
pub fn first_of_two<C: Guess>(table: &RawTable, header: usize) -> usize {
    match header.checked_sub(1) {
        Some(above) if name_the_same::<C>(table, above, header) => above,
        _ => header,
    }
}

/// The headings of a header that stands there in two languages: each the one that names a column, or
/// a unit, where the other does not.
fn said_twice<C: Guess>(table: &RawTable, header: usize) -> Option<Vec<String>> {
    let (top, below) = (table.rows.get(header)?, table.rows.get(header + 1)?);
    table.rows.get(header + 2)?;
    if !name_the_same::<C>(table, header, header + 1) {
        return None;
    }
    let says_unit = |heading: &str| heading_unit(heading) != HeadingUnit::Unsaid;
    let headings = (0..table.width()).map(|at| {
        let (above, sub) = (top.cell(at), below.cell(at));
        let second = above.is_empty()
            || named::<C>(above).is_none() && named::<C>(sub).is_some()
            || named::<C>(sub).is_some() && says_unit(sub) && !says_unit(above);
        if second { sub.to_owned() } else { above.to_owned() }
    });
    Some(headings.collect())
}

/// The headings of a header whose second row says more of some: `Time` over `min` and `max`, or
/// over a unit. `None` where the row below is none of that.
pub fn sub_header<C: Guess>(table: &RawTable, header: usize) -> Option<Vec<String>> {
    if let Some(headings) = said_twice::<C>(table, header) {
        return Some(headings);
    }
    let (top, below) = (table.rows.get(header)?, table.rows.get(header + 1)?);
    table.rows.get(header + 2)?;
    let mut filled = below.cells.iter().filter(|cell| !cell.is_empty()).peekable();
    filled.peek()?;
    // Beside a unit, a currency and other remarks may stand.
    let any = below.cells.iter().any(|cell| says_more(cell));
    if !any || !filled.all(|cell| says_more(cell) || is_remark(cell)) {
        return None;
    }
    let ends = ["min", "max"];
    // "min" beside "max" is the shortest time, alone it is a unit.
    let has_ends = below.cells.iter().any(|cell| plain(cell).starts_with("max"));
    let mut last = "";
    let mut headings = Vec::new();
    for at in 0..table.width() {
        let (above, sub) = (top.cell(at), below.cell(at));
        // A heading drawn over several columns stands in the first of them.
        let above = if above.is_empty() && !sub.is_empty() { last } else { above };
        last = above;
        headings.push(match sub {
            "" => above.to_owned(),
            sub if has_ends && ends.contains(&plain(sub).as_str()) => format!("{sub} {above}"),
            sub if unit_word(sub).is_some() => format!("{above} ({sub})"),
            sub if is_remark(sub) => {
                format!("{above} ({})", sub.trim_matches(['(', ')', '（', '）']))
            }
            sub => format!("{sub} {above}"),
        });
    }
    Some(headings)
}
