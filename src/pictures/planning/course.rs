//! The value of a plan against one number of its sheet.

use crate::blueprint::sheets::Sheet;
use crate::drawing::charts::Course;
use crate::planning::exact::Number;
use crate::planning::sheet::{Answer, Place, Run, Sample};
use crate::wording::Wording;

/// Where the axis of a number ends: about twice as far as it is now; of a share at the whole.
#[must_use]
pub fn axis_end(number: &Number, is_share: bool) -> Number {
    let now = number.abs().to_f64();
    if is_share && now <= 1.0 {
        return Number::one();
    }
    let wanted = if number.is_whole() { (2.0 * now).max(now + 4.0) } else { 2.0 * now };
    let ten = 10_f64.powf(wanted.log10().floor());
    let nice = [1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
    let end = nice.into_iter().map(|it| it * ten).find(|it| *it >= wanted * 0.999);
    Number::of_decimal(end.unwrap_or(wanted)).unwrap_or_else(Number::one)
}

/// What a number of a sheet is called.
#[must_use]
pub fn value_name(sheet: &Sheet, place: Place, words: &Wording) -> String {
    let name = words.place_in_sheet(sheet, place);
    if sheet.is_share(place) {
        words.with("planner-in-per-cent", &[("name", name.into())])
    } else {
        name
    }
}

/// How values that were worked out one by one belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    /// Each holds up to the next: amounts are whole.
    Steps,
    /// The same amounts against a worth: straight from one to the next, beside what parts would bring.
    Straight,
    /// They are the curve.
    Curve,
}

impl Between {
    /// Of a sheet, whole or not, against a number.
    #[must_use]
    pub fn of(is_whole: bool, place: Place) -> Self {
        match (is_whole, place) {
            (true, Place::Worth(_)) => Self::Straight,
            (true, _) => Self::Steps,
            (false, _) => Self::Curve,
        }
    }
}

/// The curve: exact pieces, the staircase where there is one, and where it is now. The axis of a share is in per
/// cent.
#[must_use]
pub fn course(
    span: (&Number, &Number),
    run: Option<&Run>,
    (samples, between): (&[Sample], Between),
    now: (Option<&Number>, Option<&Answer>),
    (name, is_share): (String, bool),
    words: &Wording,
) -> Course {
    let unit = if is_share { 100.0 } else { 1.0 };
    let at_axis = |number: &Number| number.to_f64() * unit;
    let span = (at_axis(span.0), at_axis(span.1));
    let mut course = Course { span, name, ..Course::default() };
    for piece in run.iter().flat_map(|run| &run.pieces) {
        let [left, right] = [(&piece.from, &piece.value_from), (&piece.to, &piece.value_to)]
            .map(|(at, value)| (at_axis(at), value.to_f64()));
        course.line.push([left, right]);
        let middle = (f64::midpoint(left.0, right.0), f64::midpoint(left.1, right.1));
        // A label is no place for six places.
        let slope = piece.slope.to_decimal(2).parse::<Number>();
        let slope = words.exact_number(slope.as_ref().unwrap_or(&piece.slope));
        course.slopes.push((middle, words.with("planner-each", &[("value", slope.into())])));
    }
    for corner in run.iter().flat_map(|run| &run.corners) {
        course.corners.push((at_axis(&corner.at), corner.value.to_f64()));
    }
    let mut parts: Vec<Vec<(f64, f64)>> = vec![Vec::new()];
    for sample in samples {
        match (&sample.value, parts.last_mut()) {
            (Some(value), Some(part)) => part.push((at_axis(&sample.at), value.to_f64())),
            // Where there is no plan there is a gap.
            _ => parts.push(Vec::new()),
        }
    }
    if between == Between::Curve {
        let pieces = parts.iter().flat_map(|part| part.windows(2));
        course.line.extend(pieces.map(|pair| [pair[0], pair[1]]));
    } else {
        course.stairs = parts;
        course.is_joined = between == Between::Straight;
    }
    let has_steps = course.stairs.iter().any(|part| !part.is_empty());
    if has_steps && !course.line.is_empty() {
        let names = ["planner-whole-line", "planner-parts-line"];
        course.legend = Some(names.map(|key| words.text(key).to_owned()));
    }
    if let Some(now) = now.0.filter(|_| !has_steps) {
        let pieces = run.iter().flat_map(|run| &run.pieces);
        // At a corner the one to the right: what one more brings.
        let piece = pieces.rev().find(|piece| piece.from <= *now && *now <= piece.to);
        course.piece = piece.map(|piece| (at_axis(&piece.from), at_axis(&piece.to)));
    }
    if let (Some(at), Some(value)) = (now.0, now.1.and_then(|answer| answer.value.as_ref())) {
        course.present = Some(((at_axis(at), value.to_f64()), words.exact_number(value)));
    }
    course
}
