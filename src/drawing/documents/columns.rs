//! How wide the columns of a table become.

/// What a column asks for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wish {
    /// To cut no word.
    pub(super) least: f32,
    /// To need one line for each cell.
    pub(super) most: f32,
    /// As wide as its cells are on average.
    pub(super) usual: f32,
}

/// A column gets this part of what it lacks at least, before the others' usual cells count.
const LEAST_PART: f32 = 0.15;

/// The widths of columns that together are exactly as wide as their room. Where there is enough
/// for all, what is left goes to the first and to the others alike; else each column keeps its longest
/// word, if that is possible at all, and the rest goes to those whose cells are usually long.
pub(super) fn widths(wishes: &[Wish], room: f32) -> Vec<f32> {
    let sum = |of: fn(&Wish) -> f32| wishes.iter().map(of).sum::<f32>();
    let (least, most) = (sum(|wish| wish.least), sum(|wish| wish.most));
    if most <= room {
        let share = (room - most) / (wishes.len() as f32 + 1.0);
        let extra = |at: usize| if at == 0 { 2.0 * share } else { share };
        return wishes.iter().enumerate().map(|(at, wish)| wish.most + extra(at)).collect();
    }
    if least >= room {
        return squeezed(wishes, room);
    }
    let mut widths: Vec<f32> = wishes.iter().map(|wish| wish.least).collect();
    let mut left = room - least;
    // Whoever has enough leaves the rest to the others; each round fills one at least.
    for _ in 0..wishes.len() {
        let weight = |(wish, width): (&Wish, &f32)| {
            let lacks = (wish.most - width).max(0.0);
            if lacks > 0.0 { (wish.usual - wish.least).max(lacks * LEAST_PART) } else { 0.0 }
        };
        let weights: Vec<f32> = wishes.iter().zip(&widths).map(weight).collect();
        let all: f32 = weights.iter().sum();
        if all <= 0.0 || left <= 0.0 {
            break;
        }
        let share = left / all;
        for ((wish, width), weight) in wishes.iter().zip(&mut widths).zip(weights) {
            let more = (weight * share).min((wish.most - *width).max(0.0));
            *width += more;
            left -= more;
        }
    }
    // What rounding leaves.
    if let Some(first) = widths.first_mut() {
        *first += left;
    }
    widths
}

/// Where not even the longest words have room: columns that need less than an even share of what is
/// left keep what they need, and the others share the rest.
fn squeezed(wishes: &[Wish], room: f32) -> Vec<f32> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    let least = |at: &usize| wishes.get(*at).map_or(0.0, |wish| wish.least);
    order.sort_by(|a, b| least(a).total_cmp(&least(b)));
    let mut widths = vec![0.0; wishes.len()];
    let mut left = room;
    for (done, at) in order.iter().enumerate() {
        let even = left / (wishes.len() - done) as f32;
        let width = least(at).min(even);
        if let Some(slot) = widths.get_mut(*at) {
            *slot = width;
        }
        left -= width;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(wishes: &[(f32, f32)], room: f32) -> Vec<f32> {
        let wishes: Vec<Wish> = wishes
            .iter()
            .map(|(least, most)| Wish { least: *least, most: *most, usual: *most / 2.0 })
            .collect();
        widths(&wishes, room)
    }

    #[test]
    fn columns_fill_their_room_whatever_they_ask_for() {
        for wishes in [
            &[(10.0, 20.0), (10.0, 20.0)][..],
            &[(40.0, 400.0), (20.0, 30.0), (20.0, 25.0)],
            &[(900.0, 900.0), (20.0, 30.0)],
            &[(300.0, 300.0), (300.0, 900.0), (10.0, 10.0)],
            &[(0.0, 0.0)],
        ] {
            let widths = set(wishes, 100.0);
            assert!((widths.iter().sum::<f32>() - 100.0).abs() < 0.01, "{wishes:?}: {widths:?}");
            assert!(widths.iter().all(|width| *width >= 0.0));
        }
    }

    #[test]
    fn a_column_of_short_cells_with_a_long_one_takes_little_from_long_ones() {
        let usual = |usual| Wish { least: 30.0, most: 300.0, usual };
        let widths = widths(&[usual(40.0), usual(250.0)], 300.0);
        assert!(widths[1] > 3.0 * widths[0], "{widths:?}");
    }

    #[test]
    fn a_long_word_takes_nothing_from_short_ones() {
        let widths = set(&[(900.0, 900.0), (20.0, 30.0)], 100.0);
        assert!((widths[0] - 80.0).abs() < 0.01 && (widths[1] - 20.0).abs() < 0.01, "{widths:?}");
        assert!(set(&[(40.0, 400.0), (20.0, 30.0)], 100.0)[1] >= 20.0);
    }
}
