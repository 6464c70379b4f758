//! Tables of a day: counts, appointments, shifts.

use onstage::blueprint::{IdSource, Quantity, Role, RoleId, Scenario, Shift};
use onstage::exchange::{
    DayColumn, DayFault, DayTable, DayTableError, day_table, read_appointments, read_counts,
    read_shifts, write_shifts,
};
use onstage::wording::{Language, Wording};

fn rates(text: &str) -> (String, Vec<f64>) {
    let day = read_counts(text).unwrap().day(None, None).unwrap();
    let rates = day.per_hour.iter().map(|rate| rate.get()).collect();
    (format!("{}-{} {}", day.open, day.close, day.every), rates)
}

#[test]
fn counts_become_customers_per_hour() {
    assert_eq!(
        rates("time,count\n08:00,36\n09:00,50\n10:00,58\n"),
        ("08:00-11:00 60".to_owned(), vec![36.0, 50.0, 58.0])
    );
    assert_eq!(
        rates("时间\t人数\n8:30\t3\n8:45\t6\n9:30\t1"),
        ("08:30-09:45 15".to_owned(), vec![12.0, 24.0, 0.0, 0.0, 4.0])
    );
    // Intervals begin with the rows, wherever these lie.
    for (text, day, hours) in [
        ("time,count\n08:30,5\n09:30,6\n10:30,7", "08:30-11:30 60", vec![5.0, 6.0, 7.0]),
        ("time,count\n08:00,9\n08:45,18\n09:30,6", "08:00-10:15 45", vec![12.0, 24.0, 8.0]),
        ("time,count\n08:10,4\n08:50,8\n09:30,2", "08:10-10:10 40", vec![6.0, 12.0, 3.0]),
        ("time,count\n23:30,4\n00:30,3\n01:30,2", "23:30-02:30 60", vec![4.0, 3.0, 2.0]),
    ] {
        assert_eq!(rates(text), (day.to_owned(), hours), "{text}");
    }
    // A night goes on after midnight; a day without end is round the clock.
    assert_eq!(
        rates("time;count\n22:00;4\n23:00;3\n00:00;2\n01:00;1"),
        ("22:00-02:00 60".to_owned(), vec![4.0, 3.0, 2.0, 1.0])
    );
    let all: Vec<String> = (0..24).map(|hour| format!("{hour}:00,{hour}\n")).collect();
    let all = all.concat();
    assert_eq!(rates(&all).0, "00:00-24:00 60");
}

#[test]
fn counts_are_averaged_over_dates_and_by_weekday() {
    let text = "date,time,count\n2026-11-23,08:00,10\n2026-11-23,09:00,20\n2026-11-24,08:00,30
2026-11-30,09:00,40\n";
    assert_eq!(
        rates(text),
        (
            "08:00-10:00 60".to_owned(),
            [40.0 / 3.0, 20.0].iter().map(|rate: &f64| (rate * 1000.0).round() / 1000.0).collect()
        )
    );
    let counts = read_counts(text).unwrap();
    assert_eq!(counts.weekdays(), [0, 1], "Monday and Tuesday");
    let of = |weekday| -> Vec<f64> {
        let day = counts.day(None, Some(weekday)).unwrap();
        day.per_hour.iter().map(|rate| rate.get()).collect()
    };
    assert_eq!((of(0), of(1)), (vec![5.0, 30.0], vec![30.0, 0.0]));
}

#[test]
fn what_is_counted_past_midnight_belongs_to_the_night_before() {
    let text = "date,time,count\n2026-03-02,22:30,10\n2026-03-02,23:30,20\n2026-03-03,00:30,8
2026-03-03,22:30,30\n2026-03-03,23:30,4\n2026-03-04,00:30,6\n";
    assert_eq!(rates(text), ("22:30-01:30 60".to_owned(), vec![20.0, 12.0, 7.0]));
    assert_eq!(read_counts(text).unwrap().weekdays(), [0, 1], "Monday and Tuesday");
}

#[test]
fn times_of_arrival_are_counted_by_the_hour() {
    assert_eq!(
        rates("08:13\n08:40:59\n10:05\n"),
        ("08:00-11:00 60".to_owned(), vec![2.0, 0.0, 1.0])
    );
    assert_eq!(
        rates("arrival time\n2026-11-23 08:13\n2026-11-23 08:40\n2026/11/24 08:05:10\n"),
        ("08:00-09:00 60".to_owned(), vec![1.5])
    );
}

#[test]
fn a_new_shape_keeps_what_else_the_day_says() {
    let before = read_counts("time,count\n09:00,1\n10:00,1").unwrap().day(None, None).unwrap();
    let planned = read_appointments("time,customers\n09:00,2\n9:30,1\n").unwrap();
    let counts: Vec<u32> = planned.iter().map(|it| it.customers.get()).collect();
    assert_eq!(counts, [2, 1]);
    let alone = read_appointments("time\n09:00\n9:30\n").unwrap();
    assert!(alone.iter().all(|it| it.customers.get() == 1), "a time alone is one customer");
    assert!(
        read_appointments("time,customers\n09:00,2\n9:30,\n").is_err(),
        "nobody knows how many"
    );
    let before = onstage::blueprint::Day { appointments: planned, ..before };
    let day = read_counts("8,5\n9,6\n").unwrap().day(Some(&before), None).unwrap();
    assert_eq!((day.appointments.len(), day.per_hour), (2, vec![5.into(), Quantity::from(6)]));
}

fn office() -> (Scenario, RoleId) {
    let mut ids = IdSource::default();
    let mut scenario = Scenario::empty("", &mut ids);
    let clerk = scenario.add_role(Role::new("Clerk, front", 0), &mut ids).unwrap();
    (scenario, clerk)
}

#[test]
fn shifts_come_back_as_they_are_written() {
    let (_, clerk) = office();
    let find = |name: &str| (name == "Clerk, front").then_some(clerk);
    let text = "role,from,to,count,breaks
\"Clerk, front\",08:00,16:00,2,12:00 30 min paid; 15:00 10 min
\"Clerk, front\",22:00,6,,00:00-01:00 unpaid\n";
    let read = read_shifts(text, find).unwrap();
    let shifts: &Vec<Shift> = &read[0].1;
    assert_eq!((read.len(), shifts.len(), shifts[0].count.get()), (1, 2, 2));
    let lasts: Vec<(u32, bool)> = shifts[0].breaks.iter().map(|it| (it.lasts, it.paid)).collect();
    assert_eq!(lasts, [(30, true), (10, false)]);
    assert_eq!((shifts[1].length(), shifts[1].breaks[0].lasts), (480, 60));
    let written = write_shifts(shifts.iter().map(|shift| ("Clerk, front", shift)));
    assert_eq!(read_shifts(&written, find).unwrap(), read);
    let chinese =
        "岗位\t上班\t下班\t人数\t休息\nClerk, front\t8点\t下午5点\t1\t12:00 30 分钟 带薪\n";
    let read = read_shifts(chinese, find).unwrap();
    assert_eq!((read[0].1[0].length(), read[0].1[0].breaks[0].paid), (540, true));
}

#[test]
fn every_mistake_is_named_with_row_and_column() {
    let places = |errors: Vec<DayTableError>| -> Vec<(usize, Option<DayColumn>)> {
        errors.iter().map(|error| (error.row, error.column)).collect()
    };
    let errors =
        read_counts("time,count,date\n25:00,3,2026-11-23\n08:00,-1,2026-13-01\n").unwrap_err();
    assert_eq!(
        places(errors.clone()),
        [(2, Some(DayColumn::Time)), (3, Some(DayColumn::Date)), (3, Some(DayColumn::Count))]
    );
    let words = Wording::new(Language::English);
    assert_eq!(
        words.day_table_errors(&errors[..1]),
        "Row 2, time “25:00”: Enter a time of day from 00:00 to 24:00, such as 08:30"
    );
    let (_, clerk) = office();
    let text = "role,from,to,breaks\nNobody,8,16,\nClerk,8,16,15:50 30 min\nClerk,8,16,noon\n";
    let errors = read_shifts(text, |name| (name == "Clerk").then_some(clerk)).unwrap_err();
    let faults: Vec<DayFault> = errors.iter().map(|error| error.fault).collect();
    assert!(matches!(faults[..], [DayFault::NoRole, DayFault::Refused(_), DayFault::NotABreak]));
    assert_eq!(
        places(errors),
        [(2, Some(DayColumn::Role)), (3, Some(DayColumn::Breaks)), (4, Some(DayColumn::Breaks))]
    );
    assert_eq!(read_counts("").unwrap_err()[0].fault, DayFault::Empty);
    let lacks = read_shifts("role,from\nClerk,8\n", |_| Some(clerk)).unwrap_err();
    assert_eq!((lacks[0].fault, lacks[0].column), (DayFault::NoColumn, Some(DayColumn::To)));
    let close = read_counts("time,count\n08:00,1\n08:01,1\n").unwrap_err();
    assert_eq!(places(close), [(0, Some(DayColumn::Time))]);
}

#[test]
fn absurd_numbers_are_refused_in_their_row() {
    let words = Wording::new(Language::English);
    let many = read_counts("time,count\n08:00,250000\n08:15,250001\n08:30,1e11\n").unwrap_err();
    assert_eq!(
        words.day_table_errors(&many),
        "Row 3, count “250001”: Too many: at most 1,000,000 an hour\n\
         Row 4, count “1e11”: Too many: at most 1,000,000 an hour"
    );
    assert!(read_appointments("time,customers\n9:00,1000\n").is_ok());
    let many = read_appointments("time,customers\n9:00,3\n9:30,1001\n").unwrap_err();
    assert_eq!(
        words.day_table_errors(&many),
        "Row 3, customers “1001”: At most 1,000 customers have an appointment at the same time"
    );
}

#[test]
fn tables_of_a_day_are_told_by_their_headings() {
    for (text, table) in [
        ("time,count\n8,3", Some(DayTable::Counts)),
        ("date;time;count\n", Some(DayTable::Counts)),
        ("到达时间\n8:05\n", Some(DayTable::Counts)),
        ("time,customers\n8,3", Some(DayTable::Appointments)),
        ("role,from,to,count,breaks\n", Some(DayTable::Shifts)),
        ("step,role,time\nServe,Clerk,4 min", None),
        ("step,time\nServe,4 min", None),
        ("role,count\nClerk,2", None),
    ] {
        assert_eq!(day_table(text), table, "{text}");
    }
}
