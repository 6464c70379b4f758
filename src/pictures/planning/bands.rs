//! What goes from where to where.

use crate::blueprint::sheets::Sheet;
use crate::drawing::charts::{Band, BandEnd, Bands};
use crate::planning::sheet::{Answer, LimitAnswer, Place, WayAnswer};
use crate::wording::Wording;

/// The picture of the ways of an answer.
#[must_use]
pub fn bands(sheet: &Sheet, answer: &Answer, words: &Wording) -> Bands {
    let end = |place: Place, name: &str| {
        let limit = answer.limits.iter().find(|limit| limit.place == place);
        BandEnd {
            name: name.to_owned(),
            note: limit.map(|limit| words.used_of(sheet, limit)).unwrap_or_default(),
            amount: limit.map_or(0.0, height),
            is_full: limit.is_some_and(|limit| limit.binding == Some(true)),
        }
    };
    let from = sheet.from.iter().enumerate();
    let from: Vec<BandEnd> = from.map(|(at, own)| end(Place::Supply(at), &own.name)).collect();
    let to = sheet.to.iter().enumerate();
    let to: Vec<BandEnd> = to.map(|(at, own)| end(Place::Demand(at), &own.name)).collect();
    let mut ways = answer.ways.iter().peekable();
    let mut bands = Vec::new();
    let mut unused: Option<(usize, usize, crate::planning::exact::Number)> = None;
    for (row, cells) in sheet.cells.iter().enumerate() {
        for (column, _) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank()) {
            let ends = (sheet.from.get(row), sheet.to.get(column));
            let (Some(from), Some(to)) = ends else { continue };
            // The last answer may know fewer ways.
            let is_own = |way: &&WayAnswer| way.from == from.name && way.to == to.name;
            let Some(way) = ways.next_if(is_own) else { continue };
            match &way.amount {
                Some(amount) if amount.is_positive() => bands.push(Band {
                    from: row,
                    to: column,
                    amount: amount.to_f64(),
                    text: words.exact_number(amount),
                }),
                _ => {
                    if let Some(loss) = &way.reduced_cost
                        && unused.as_ref().is_none_or(|(_, _, least)| loss < least)
                    {
                        unused = Some((row, column, loss.clone()));
                    }
                }
            }
        }
    }
    let unused = unused.map(|(from, to, loss)| {
        let loss = words.exact_number(&loss);
        (from, to, words.with("planner-unused-way", &[("loss", loss.into())]))
    });
    Bands { from, to, bands, unused }
}

/// What an end is drawn as: what there is, and of a demand that is exceeded what comes.
fn height(limit: &LimitAnswer) -> f64 {
    let used = limit.used.as_ref().map_or(0.0, crate::planning::exact::Number::to_f64);
    limit.amount.to_f64().max(used)
}
