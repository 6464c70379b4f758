//! Sheets and programmes that several tests and a benchmark use.

#![allow(dead_code, reason = "each uses a part")]

use onstage::planning::exact::{self, Column, Number, Programme, Row};

pub fn n(text: &str) -> Number {
    text.parse().unwrap()
}

/// A small generator of its own, so that a test is the same everywhere.
pub struct Draw(pub u64);

impl Draw {
    pub fn next(&mut self, below: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        i64::try_from(mixed % u64::try_from(below).unwrap()).unwrap()
    }

    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        least + self.next(most - least + 1)
    }

    pub fn count(&mut self, least: usize, most: usize) -> usize {
        least + usize::try_from(self.next(i64::try_from(most - least + 1).unwrap())).unwrap()
    }
}

/// Shifts of 4, 6 and 8 hours on half hours, 20 an hour: what each covers, and its wage.
pub fn shifts(slots: usize) -> Vec<(Vec<usize>, i64)> {
    let mut shifts = Vec::new();
    for (length, rest) in [(8, None), (12, Some((5, 7))), (16, Some((7, 9)))] {
        for start in 0..(slots + 1).saturating_sub(length) {
            let covers = |rest: Option<usize>| -> Vec<usize> {
                (start..start + length)
                    .filter(|slot| rest.is_none_or(|rest| *slot != start + rest))
                    .collect()
            };
            let wage = |covers: &[usize]| i64::try_from(covers.len()).unwrap() * 10;
            match rest {
                None => shifts.push((covers(None), wage(&covers(None)))),
                Some((from, to)) => {
                    shifts.extend(
                        (from..=to).map(|rest| (covers(Some(rest)), wage(&covers(Some(rest))))),
                    );
                }
            }
        }
    }
    shifts
}

pub const R3: [i64; 18] = [2, 2, 3, 4, 5, 6, 7, 8, 8, 7, 6, 5, 4, 4, 4, 3, 3, 2];
pub const R4: [i64; 24] =
    [3, 4, 4, 6, 7, 7, 9, 10, 11, 10, 9, 8, 8, 7, 6, 6, 7, 8, 9, 9, 7, 5, 4, 3];

/// A day of so many half hours with two peaks.
pub fn two_peaks(slots: usize) -> Vec<i64> {
    let hour = |slot: usize| slot * 24 / slots;
    (0..slots)
        .map(|slot| {
            2 + i64::try_from((hour(slot) * 7 + slot % 3 + 20 * usize::from(slot % 16 > 7)) % 11)
                .unwrap()
        })
        .collect()
}

pub fn cover(need: &[i64], shifts: &[(Vec<usize>, i64)]) -> Programme {
    let column = |wage: i64| Column { is_whole: true, ..Column::of_cost(Number::whole(wage)) };
    let row = |(slot, need): (usize, &i64)| Row {
        terms: shifts
            .iter()
            .enumerate()
            .filter(|(_, (covers, _))| covers.contains(&slot))
            .map(|(place, _)| (place, Number::one()))
            .collect(),
        sense: exact::Sense::AtLeast,
        amount: Number::whole(*need),
    };
    Programme {
        columns: shifts.iter().map(|(_, wage)| column(*wage)).collect(),
        rows: need.iter().enumerate().map(row).collect(),
    }
}

use onstage::blueprint::sheets::{Aim, End, Figure, Item, Limit, Purpose, Sense, Sheet};
use onstage::planning::sheet::{Place, Status, plan};

pub fn cover_sheet(need: &[i64], shifts: &[(Vec<usize>, i64)]) -> Sheet {
    let item = |(at, (covers, wage)): (usize, &(Vec<usize>, i64))| {
        let uses = (0..need.len()).map(|slot| i64::from(covers.contains(&slot)));
        Item::new(&format!("Shift {}", at + 1), *wage, uses)
    };
    let limit =
        |(at, need): (usize, &i64)| Limit::new(&format!("Slot {}", at + 1), Sense::AtLeast, *need);
    Sheet {
        limits: need.iter().enumerate().map(limit).collect(),
        items: shifts.iter().enumerate().map(item).collect(),
        ..Sheet::of("Cover", Purpose::Blend)
    }
}

/// Post office (Winston).
pub fn week() -> Sheet {
    let shifts: Vec<(Vec<usize>, i64)> =
        (0..7).map(|start| ((start..start + 5).map(|day| day % 7).collect(), 1)).collect();
    cover_sheet(&[17, 13, 15, 19, 14, 16, 11], &shifts)
}

/// Airline desk (Hillier & Lieberman).
pub fn desk() -> Sheet {
    let need = [48, 79, 65, 87, 64, 73, 82, 43, 52, 15];
    let shifts = [
        (vec![0, 1, 2, 3], 170),
        (vec![1, 2, 3, 4], 160),
        (vec![3, 4, 5, 6], 175),
        (vec![5, 6, 7, 8], 180),
        (vec![8, 9], 195),
    ];
    cover_sheet(&need, &shifts)
}

/// A production plan with as many items as limits, uses of up to two digits with a decimal.
pub fn random_items(draw: &mut Draw, items: usize, limits: usize) -> Sheet {
    let decimal = |draw: &mut Draw, most: i64| {
        let tenths = draw.between(1, most * 10);
        Figure::from(format!("{}.{}", tenths / 10, tenths % 10).as_str())
    };
    Sheet {
        limits: (0..limits)
            .map(|at| Limit::new(&format!("L{at}"), Sense::AtMost, draw.between(200, 900)))
            .collect(),
        items: (0..items)
            .map(|at| {
                let worth = draw.between(10, 99);
                let uses: Vec<Figure> = (0..limits).map(|_| decimal(draw, 30)).collect();
                Item::new(&format!("I{at}"), worth, uses)
            })
            .collect(),
        ..Sheet::of("Items", Purpose::Production)
    }
}

pub fn random_ways(draw: &mut Draw, purpose: Purpose, size: usize) -> Sheet {
    let is_one = purpose == Purpose::Assignment;
    let mut end = |letter: &str, at: usize, low: i64, high: i64| {
        End::new(&format!("{letter}{at}"), if is_one { 1 } else { draw.between(low, high) })
    };
    let from = (0..size).map(|at| end("F", at, 60, 120)).collect();
    let to = (0..size).map(|at| end("T", at, 20, 80)).collect();
    let cells =
        (0..size).map(|_| (0..size).map(|_| Figure::from(draw.between(1, 99))).collect()).collect();
    Sheet { from, to, cells, ..Sheet::of("Ways", purpose) }
}

fn figure(draw: &mut Draw, low: i64, high: i64) -> Figure {
    let whole = draw.between(low, high);
    match draw.next(6) {
        0 => Figure::from(format!("{whole}.5").replace("-0", "0").as_str()),
        1 => Figure::from(format!("{whole}/3").as_str()),
        _ => Figure::from(whole),
    }
}

/// Small numbers, so that ties, degenerate and doubled answers are frequent.
pub fn tied_items(draw: &mut Draw, purpose: Purpose) -> Sheet {
    let (items, limits) = (draw.count(1, 5), draw.count(1, 4));
    let signed = draw.next(3) == 0;
    let low = if signed { -3 } else { 0 };
    let small = draw.next(2) == 0;
    let high = if small { 3 } else { 9 };
    let sense = |draw: &mut Draw| match draw.next(6) {
        0 | 1 => Sense::AtLeast,
        2 => Sense::Exactly,
        _ => Sense::AtMost,
    };
    let mut sheet = Sheet::of("Random", purpose);
    sheet.aim = if draw.next(2) == 0 { Aim::Most } else { Aim::Least };
    for at in 0..limits {
        let sense = sense(draw);
        sheet.limits.push(Limit::new(&format!("L{at}"), sense, figure(draw, 0, 12)));
    }
    for at in 0..items {
        let uses: Vec<Figure> = (0..limits).map(|_| figure(draw, low, high)).collect();
        let mut item =
            Item::new(&format!("I{at}"), figure(draw, if signed { -4 } else { 0 }, 5), uses);
        if draw.next(4) == 0 {
            item.least = Figure::from(draw.between(0, 2));
        }
        if draw.next(3) == 0 {
            item.most = Figure::from(draw.between(2, 6));
        }
        sheet.items.push(item);
    }
    if draw.next(5) == 0 {
        sheet.total = Some((sense(draw), figure(draw, 1, 9)));
    }
    sheet
}

/// Ways with small numbers.
pub fn tied_ways(draw: &mut Draw) -> Sheet {
    let purpose = if draw.next(2) == 0 { Purpose::Transport } else { Purpose::Assignment };
    let (from, to) = (draw.count(1, 4), draw.count(1, 4));
    let mut sheet = Sheet::of("Ways", purpose);
    if draw.next(3) == 0 {
        sheet.aim = if sheet.aim == Aim::Most { Aim::Least } else { Aim::Most };
    }
    let top = if purpose == Purpose::Transport { 9 } else { 2 };
    sheet.from =
        (0..from).map(|at| End::new(&format!("F{at}"), draw.between(1, top + 1))).collect();
    sheet.to = (0..to).map(|at| End::new(&format!("T{at}"), draw.between(1, top))).collect();
    let cell = |draw: &mut Draw| {
        if draw.next(8) == 0 { Figure::from("-") } else { Figure::from(draw.between(0, 5)) }
    };
    sheet.cells = (0..from).map(|_| (0..to).map(|_| cell(draw)).collect()).collect();
    sheet
}

pub fn value(sheet: &Sheet) -> Option<Number> {
    let answer = plan(sheet).unwrap();
    answer.value.filter(|_| answer.status == Status::Optimal)
}

pub fn places(sheet: &Sheet) -> Vec<(Place, bool)> {
    let is_ways = sheet.purpose.has_ways();
    let mut places = Vec::new();
    if is_ways {
        places.extend((0..sheet.from.len()).map(|at| (Place::Supply(at), false)));
        places.extend((0..sheet.to.len()).map(|at| (Place::Demand(at), false)));
    } else {
        places.extend((0..sheet.limits.len()).map(|at| (Place::LimitAmount(at), true)));
        places.extend(sheet.total.iter().map(|_| (Place::Total, false)));
    }
    places
}

/// A production plan in which many items share many limits, with decimals.
pub fn mixed_items(draw: &mut Draw, size: usize, per_cent: i64) -> Sheet {
    let mut sheet = random_items(draw, size, size);
    for (at, item) in sheet.items.iter_mut().enumerate() {
        for (limit, uses) in item.uses.iter_mut().enumerate() {
            let takes_part = draw.next(100) < per_cent || limit == at;
            let value = Number::fraction(draw.between(1, 3_000), 100).unwrap();
            *uses = if takes_part { Figure::from(&value) } else { Figure::default() };
        }
    }
    sheet
}
