//! Two amounts as a picture.

use crate::blueprint::sheets::{Amounts, Figure, Sense, Sheet};
use crate::drawing::charts::{Plane, PlaneCorner, PlaneLimit};
use crate::planning::exact::Number;
use crate::planning::sheet::{Answer, Place, Status, region};
use crate::wording::Wording;

use super::said::equation;
use super::table::symbol;

/// How much wider than what matters the axes are.
const AIR: f64 = 1.12;
/// How many times the region a limit that lies far away may stretch an axis.
const FAR: f64 = 2.0;

/// The picture of a sheet of two items; nothing for others, and where a number is wrong.
#[must_use]
pub fn plane(
    sheet: &Sheet,
    answer: &Answer,
    ghost: Option<&Answer>,
    words: &Wording,
) -> Option<Plane> {
    let region = region(sheet).ok()??;
    let [one, other] = sheet.items.get(..2)? else { return None };
    let worth = [real(&one.worth), real(&other.worth)];
    let (limits, _): (Vec<PlaneLimit>, Vec<Place>) = limits(sheet, words).into_iter().unzip();
    let corners: Vec<PlaneCorner> = answer
        .corners
        .iter()
        .map(|corner| PlaneCorner {
            at: pair(&corner.amounts),
            value: words.exact_number(&corner.value),
            worth: corner.value.to_f64(),
        })
        .collect();
    let best = plan_of(answer);
    let mut ends = [0.0, 0.0];
    for side in 0..2 {
        let seen = corners.iter().map(|corner| corner.at[side]);
        let far = seen.chain(best.iter().map(|at| at[side])).fold(0.0, f64::max);
        let meets = limits.iter().filter_map(|limit| {
            let at = limit.most / limit.uses[side];
            (at.is_finite() && at > 0.0).then_some(at)
        });
        let near = |at: &f64| far <= 0.0 || *at <= FAR * far;
        let meets = meets.filter(near).fold(far, f64::max);
        // A region without an end is seen to go on.
        let more = if region.rays.is_some() { 1.6 } else { AIR };
        ends[side] = if meets > 0.0 { meets * more } else { 10.0 };
    }
    let is_whole = [one, other].map(|item| item.amounts.unwrap_or(sheet.amounts) != Amounts::Any);
    Some(Plane {
        names: [one.name.clone(), other.name.clone()],
        ends,
        limits,
        corners,
        is_open: region.rays.is_some(),
        is_whole,
        worth,
        best: best.map(|at| (at, said(sheet, answer, words))),
        ghost: ghost.and_then(plan_of),
        empty: words.text("planning-no-plan").to_owned(),
    })
}

/// The amounts of the best plan.
fn plan_of(answer: &Answer) -> Option<[f64; 2]> {
    if answer.status == Status::Infeasible {
        return None;
    }
    let [one, other] = answer.items.get(..2)? else { return None };
    Some([one.amount.as_ref()?.to_f64(), other.amount.as_ref()?.to_f64()])
}

/// What is said of the best plan: the amounts, and how its value comes about.
fn said(sheet: &Sheet, answer: &Answer, words: &Wording) -> Vec<String> {
    let number = |number: Option<&Number>| {
        number.map(|number| words.exact_number(number)).unwrap_or_default()
    };
    let amounts: Vec<String> =
        answer.items.iter().map(|item| number(item.amount.as_ref())).collect();
    let named: Vec<String> = answer
        .items
        .iter()
        .zip(&amounts)
        .map(|(item, amount)| words.labelled(&item.name, amount))
        .collect();
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    std::iter::once(words.enumerate(&named)).chain(equation(sheet, answer, words)).collect()
}

/// Where the amounts of the limits of the picture stand in the sheet.
#[must_use]
pub fn plane_places(sheet: &Sheet, words: &Wording) -> Vec<Place> {
    limits(sheet, words).into_iter().map(|(_, place)| place).collect()
}

fn limits(sheet: &Sheet, words: &Wording) -> Vec<(PlaneLimit, Place)> {
    let mut limits: Vec<(PlaneLimit, Place)> = Vec::new();
    let mut add = |uses: [f64; 2], sense: Sense, most: f64, (name, place): (String, Place)| {
        if uses == [0.0, 0.0] {
            return;
        }
        let turned = if sense == Sense::AtLeast { -1.0 } else { 1.0 };
        let ink = u8::try_from((limits.len() + 1) % 8).unwrap_or(0);
        let limit = PlaneLimit {
            uses: [uses[0] * turned, uses[1] * turned],
            most: most * turned,
            is_exact: sense == Sense::Exactly,
            name,
            ink,
        };
        limits.push((limit, place));
    };
    for (at, limit) in sheet.limits.iter().enumerate().filter(|(_, it)| !it.amount.is_blank()) {
        let amount = real(&limit.amount);
        let uses = [0, 1]
            .map(|item| sheet.items.get(item).and_then(|item| item.uses.get(at)).map_or(0.0, real));
        let name = format!("{} {} {}", limit.name, symbol(limit.sense), limit.amount.written());
        let named = (name, Place::LimitAmount(at));
        if limit.of_total {
            add([uses[0] - amount, uses[1] - amount], limit.sense, 0.0, named);
        } else {
            add(uses, limit.sense, amount, named);
        }
    }
    if let Some((sense, amount)) = &sheet.total {
        let name =
            format!("{} {} {}", words.text("planner-total"), symbol(*sense), amount.written());
        add([1.0, 1.0], *sense, real(amount), (name, Place::Total));
    }
    for (side, item) in sheet.items.iter().take(2).enumerate() {
        let along = if side == 0 { [1.0, 0.0] } else { [0.0, 1.0] };
        if !item.least.is_blank() && real(&item.least) > 0.0 {
            let name = format!("{} ≥ {}", item.name, item.least.written());
            add(along, Sense::AtLeast, real(&item.least), (name, Place::Least(side)));
        }
        if !item.most.is_blank() {
            let name = format!("{} ≤ {}", item.name, item.most.written());
            add(along, Sense::AtMost, real(&item.most), (name, Place::Most(side)));
        }
    }
    limits
}

fn pair(amounts: &[Number; 2]) -> [f64; 2] {
    [amounts[0].to_f64(), amounts[1].to_f64()]
}

fn real(figure: &Figure) -> f64 {
    figure.number().map(|number| number.to_f64()).unwrap_or_default()
}
