//! Writing shifts as a table: `role, from, to, count, breaks`.

use super::grid::escape;
use crate::blueprint::{Shift, TimeOfDay};

/// The columns, in order.
const COLUMNS: [&str; 5] = ["role", "from", "to", "count", "breaks"];

/// Writes shifts with the names of their roles, a row for people who come and go together. A break stands as when it begins
/// and how long it lasts, `12:00 30 min`, with `paid` behind it if it is; several are parted by semicolons. A
/// byte order mark tells spreadsheets that it is UTF-8, where that matters.
#[must_use]
pub fn write_shifts<'a>(shifts: impl IntoIterator<Item = (&'a str, &'a Shift)>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let rows = shifts.into_iter().map(|(role, shift)| {
        [
            escape(role).into_owned(),
            shift.from.to_string(),
            shift.to.to_string(),
            shift.count.to_string(),
            breaks(shift),
        ]
    });
    for row in std::iter::once(COLUMNS.map(str::to_owned)).chain(rows) {
        // Writing to memory fails only when memory ends, which aborts anyway.
        if let Err(error) = writer.write_record(row) {
            log::error!("shifts: {error}");
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    let text = String::from_utf8(bytes).unwrap_or_default();
    if text.is_ascii() { text } else { format!("\u{feff}{text}") }
}

fn breaks(shift: &Shift) -> String {
    let one = |it: &crate::blueprint::Break| {
        let at: TimeOfDay = it.at;
        let paid = if it.paid { " paid" } else { "" };
        format!("{at} {} min{paid}", it.lasts)
    };
    shift.breaks.iter().map(one).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{Break, IdSource, Role, Scenario};

    #[test]
    fn a_row_has_the_people_who_come_and_go_together() {
        let at = |hours: u32| TimeOfDay::new(hours * 60).unwrap();
        let pause = |hour, paid| Break { at: at(hour), lasts: 30, paid };
        let shifts = [
            Shift { breaks: vec![pause(12, false)], ..Shift::new(at(8), at(16)) },
            Shift { breaks: vec![pause(1, true), pause(3, false)], ..Shift::new(at(22), at(6)) },
        ];
        let text = write_shifts(shifts.iter().map(|shift| ("Clerk, front", shift)));
        assert_eq!(
            text,
            "role,from,to,count,breaks\n\
             \"Clerk, front\",08:00,16:00,1,12:00 30 min\n\
             \"Clerk, front\",22:00,06:00,1,01:00 30 min paid; 03:00 30 min\n"
        );
        let mut ids = IdSource::default();
        let mut scenario = Scenario::empty("", &mut ids);
        let clerk = scenario.add_role(Role::new("Clerk, front", 0), &mut ids).unwrap();
        let named = |name: &str| (name == "Clerk, front").then_some(clerk);
        let read = crate::exchange::read_shifts(&text, named);
        assert_eq!(read.ok(), Some(vec![(clerk, shifts.to_vec())]));
    }
}
