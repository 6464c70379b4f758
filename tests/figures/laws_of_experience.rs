//! Laws of what customers see and leave, which hold for every blueprint.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use onstage::analysis::{
    Analysis, Contact, Derivation, Figure, FigureKey, ProfitRule, Stretch, analyse, cost_structure,
    explain, explain_process, profit_curve,
};
use onstage::blueprint::{Line, RoleId, Scenario, ValueKind, Zone};
use onstage::process::{ArcKind, compile};
use onstage::wording::{Language, Wording};
use proptest::prelude::*;

use crate::draw::draw;

/// One stop of a random service.
#[derive(Clone, Debug)]
struct Stop {
    seconds: u32,
    zone: &'static str,
    /// Who serves: one of three roles, or nobody.
    role: Option<usize>,
    value: &'static str,
    /// Whether the customer does something at the same time.
    accompanied: bool,
    shape: Shape,
}

#[derive(Clone, Copy, Debug)]
enum Shape {
    Line,
    Rework(u32),
    Choice(u32),
    Fork,
    Trigger,
}

fn stop() -> impl Strategy<Value = Stop> {
    let zone =
        prop_oneof![Just("customer"), Just("frontstage"), Just("backstage"), Just("support"),];
    let value =
        prop_oneof![Just(""), Just("value adding"), Just("value necessary"), Just("value waste"),];
    let shape = prop_oneof![
        3 => Just(Shape::Line),
        1 => (1_u32..90).prop_map(Shape::Rework),
        1 => (1_u32..100).prop_map(Shape::Choice),
        1 => Just(Shape::Fork),
        1 => Just(Shape::Trigger),
    ];
    (1_u32..600, zone, prop::option::weighted(0.7, 0_usize..3), value, any::<bool>(), shape)
        .prop_map(|(seconds, zone, role, value, accompanied, shape)| Stop {
            seconds,
            zone,
            role,
            value,
            accompanied,
            shape,
        })
}

fn stops() -> impl Strategy<Value = Vec<Stop>> {
    prop::collection::vec(stop(), 1..7)
}

/// Rows of a service in which every stop begins at `P<n>` and leads to the next; its times are
/// stretched so many times. A last clerk makes sure that somebody is at work.
fn rows(stops: &[Stop], stretch: u32) -> Vec<String> {
    let mut rows = Vec::new();
    for (at, stop) in stops.iter().enumerate() {
        let next = format!("P{}", at + 1);
        let time = format!("{} s", stop.seconds * stretch);
        let by = stop.role.map_or_else(String::new, |role| format!(", by R{role}"));
        let card = format!("{}, {time}{by}, {}", stop.zone, stop.value);
        match stop.shape {
            Shape::Line => rows.push(format!("P{at}: {card}, next {next}")),
            Shape::Rework(share) => {
                rows.push(format!("P{at}: {card}, next D{at}"));
                rows.push(format!("D{at}: decision, next P{at} {share} %; {next}"));
            }
            Shape::Choice(share) => {
                rows.push(format!("P{at}: decision, customer, next A{at} {share} %; B{at}"));
                rows.push(format!("A{at}: {card}, next {next}"));
                rows.push(format!("B{at}: backstage, {time}, by R0, next {next}"));
            }
            Shape::Fork => {
                rows.push(format!("P{at}: {card}, next A{at}; B{at}"));
                rows.push(format!("A{at}: {card}, next J{at}"));
                rows.push(format!("B{at}: backstage, {time}, by R1, next J{at}"));
                rows.push(format!("J{at}: customer, 0 s, next {next}"));
            }
            Shape::Trigger => {
                rows.push(format!("P{at}: {card}, trigger T{at}, next {next}"));
                rows.push(format!("T{at}: support, {time}{by}, next"));
            }
        }
        if stop.accompanied {
            // Beside a bare decision nobody would know how long it takes.
            let timed = if matches!(stop.shape, Shape::Choice(_)) { "A" } else { "P" };
            rows.push(format!("C{at}: customer, with {timed}{at}, next"));
        }
    }
    rows.push(format!("P{}: {} s, by R2, cost 0.5, next end", stops.len(), 7 * stretch));
    rows
}

fn service(rows: &[String], first: &str) -> Scenario {
    let mut text =
        "role R0 x2 $10\nrole R1 x1 $20\nrole R2 x3 $30\ndemand 1 price 40 overhead 2\n".to_owned();
    for row in rows {
        let _ = writeln!(text, "{row}");
    }
    // The way in does not depend on the order of the rows.
    draw(&text.replacen(&format!("{first}:"), &format!("{first}: enter 100 %,"), 1))
}

fn drawn(stops: &[Stop], stretch: u32) -> Scenario {
    service(&rows(stops, stretch), "P0")
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e-3)
}

fn value(figure: &Figure) -> f64 {
    figure.value.unwrap_or_else(|| panic!("lacks {:?}", figure.lacks))
}

fn stretches() -> impl Iterator<Item = Stretch> {
    Zone::ALL
        .map(Stretch::Zone)
        .into_iter()
        .chain(Line::ALL.map(Stretch::InFrontOf))
        .chain(Line::ALL.map(Stretch::Behind))
}

fn times(analysis: &Analysis) -> Vec<f64> {
    let works = stretches().map(|stretch| analysis.experience.work_in(stretch));
    works.flat_map(|work| [value(&work.time_s), value(&work.triggered_s)]).collect()
}

fn counts(analysis: &Analysis) -> Vec<f64> {
    let experience = &analysis.experience;
    let lines = Line::ALL.map(|line| experience.line(line));
    let crossings = lines.iter().flat_map(|line| [&line.crossings, &line.triggers]);
    let others = [&experience.moments_of_truth, &experience.hand_offs];
    crossings.chain(others).map(value).collect()
}

fn all_near(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| near(*a, *b))
}

/// Every figure of what customers see and leave.
fn figures(analysis: &Analysis) -> Vec<&Figure> {
    let (experience, money) = (&analysis.experience, &analysis.money);
    let works = stretches().map(|stretch| experience.work_in(stretch));
    let mut figures: Vec<&Figure> =
        works.flat_map(|work| [&work.time_s, &work.triggered_s]).collect();
    for line in Line::ALL.map(|line| experience.line(line)) {
        figures.extend([&line.crossings, &line.triggers]);
    }
    figures.extend(ValueKind::ALL.map(|kind| experience.value_share(kind)));
    figures.extend([
        &experience.moments_of_truth,
        &experience.hand_offs,
        &experience.waiting_share,
        &money.margin_per_customer,
        &money.profit_at_capacity_per_hour,
        &money.material_per_customer,
        &money.busy_cost_per_customer,
        &money.execution_profit_per_customer,
        &money.break_even_time_s,
        &money.delay_cost_per_minute,
    ]);
    figures.extend(analysis.steps.values().map(|step| &step.delay_cost_per_minute));
    figures
}

/// Made once, as random blueprints ask for thousands of texts.
static ENGLISH: LazyLock<Wording> = LazyLock::new(|| Wording::new(Language::English));

/// Whatever is drawn, each of them has either a finite number or a reason, and says why in words.
pub fn check_sound(scenario: &Scenario, analysis: &Analysis) {
    for figure in figures(analysis) {
        match figure.value {
            Some(value) => assert!(value.is_finite() && figure.lacks.is_empty(), "{figure:?}"),
            None => assert!(!figure.lacks.is_empty(), "a figure without number or reason"),
        }
    }
    let words = &*ENGLISH;
    let contacts = Line::ALL
        .into_iter()
        .flat_map(|line| [Contact::Crossing(line), Contact::Trigger(line), Contact::MomentOfTruth]);
    let keys = stretches()
        .map(FigureKey::WorkIn)
        .chain(contacts.map(FigureKey::Contacts))
        .chain(ValueKind::ALL.map(FigureKey::ValueShare))
        .chain(scenario.steps().keys().map(|step| FigureKey::StepDelayCost(*step)))
        .chain([
            FigureKey::HandOffs,
            FigureKey::WaitingShare,
            FigureKey::Margin,
            FigureKey::ProfitAtCapacity,
            FigureKey::BusyCost,
            FigureKey::ExecutionProfit,
            FigureKey::BreakEvenTime,
            FigureKey::DelayCost,
        ]);
    let process = compile(scenario);
    for key in keys {
        let why = words.why(&explain_process(scenario, &process, analysis, key), scenario, "$");
        assert!(!why.sentences.is_empty(), "{key:?}");
        for text in why.sentences.iter().chain([words.figure_name(key).to_owned()].iter()) {
            let is_key = text.starts_with("why-") || text.starts_with("figure-");
            assert!(!text.is_empty() && !is_key && !text.contains('{'), "{key:?}: {text}");
        }
        assert!(!words.figure_meaning(key).starts_with("figure-"), "{key:?}");
    }
    let both = [ProfitRule::PaidTime, ProfitRule::WorkOnly];
    for curve in both.into_iter().filter_map(|rule| profit_curve(scenario, analysis, rule).ok()) {
        let marks = curve.marks.iter().map(|mark| mark.point);
        for point in curve.ends.into_iter().chain(marks) {
            assert!(point.execution_s.is_finite() && point.profit.is_finite(), "{point:?}");
        }
    }
    if let Some(parts) = cost_structure(scenario, &compile(scenario), analysis) {
        let roles = parts.roles.iter().flat_map(|role| [role.busy, role.idle]);
        let others = [parts.overhead, parts.material, parts.total, parts.margin.unwrap_or(0.0)];
        assert!(roles.chain(others).all(f64::is_finite), "{parts:?}");
    }
}

/// Hand-offs counted along every way a customer can take: how often work that somebody had last
/// comes to others, followed moment by moment until nobody is left.
fn walked(scenario: &Scenario) -> f64 {
    let process = compile(scenario);
    let staff: Vec<Vec<RoleId>> = process
        .moments
        .iter()
        .map(|moment| {
            let claims = moment.activities.iter().flat_map(|activity| &activity.claims);
            claims.flat_map(|claim| claim.roles.iter().copied()).collect()
        })
        .collect();
    let mut hand_offs = 0.0;
    let mut here: BTreeMap<(usize, Option<usize>), f64> = BTreeMap::new();
    for arc in process.arcs.iter().filter(|arc| arc.kind == ArcKind::Arrival) {
        let way_in = arc.to.zip(arc.share);
        here.extend(way_in.map(|(to, share)| ((to, None), share)));
    }
    while !here.is_empty() {
        let mut next: BTreeMap<(usize, Option<usize>), f64> = BTreeMap::new();
        for ((moment, last), flow) in here {
            let apart = |last: usize| !staff[last].iter().any(|role| staff[moment].contains(role));
            let comes_to_staff = !staff[moment].is_empty();
            if comes_to_staff && last.is_some_and(apart) {
                hand_offs += flow;
            }
            let last = if comes_to_staff { Some(moment) } else { last };
            for arc in process.moments[moment].outs.iter().map(|arc| &process.arcs[*arc]) {
                let flow = flow * arc.share.unwrap_or(f64::NAN);
                if let (Some(to), true) = (arc.to, flow > 1e-14) {
                    *next.entry((to, last)).or_insert(0.0) += flow;
                }
            }
        }
        here = next;
    }
    hand_offs
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn slower_work_is_seen_longer_and_counted_alike(stops in stops(), stretch in 2_u32..9) {
        let (one, many) = (analyse(&drawn(&stops, 1)), analyse(&drawn(&stops, stretch)));
        let factor = f64::from(stretch);
        let stretched: Vec<f64> = times(&one).iter().map(|time| time * factor).collect();
        prop_assert!(all_near(&stretched, &times(&many)));
        prop_assert!(all_near(&counts(&one), &counts(&many)));
        for kind in ValueKind::ALL {
            let (a, b) = (one.experience.value_share(kind), many.experience.value_share(kind));
            prop_assert_eq!(&a.lacks, &b.lacks);
            prop_assert!(a.value.zip(b.value).is_none_or(|(a, b)| near(a, b)));
        }
        let (one, many) = (&one.money, &many.money);
        prop_assert!(near(value(&one.busy_cost_per_customer) * factor, value(&many.busy_cost_per_customer)));
        prop_assert!(near(value(&one.delay_cost_per_minute), value(&many.delay_cost_per_minute)));
        // Wherever one starts from, everything stretched alike breaks even at the same time.
        prop_assert!(near(value(&one.break_even_time_s), value(&many.break_even_time_s)));
    }

    #[test]
    fn the_order_of_rows_and_their_names_change_nothing(stops in stops(), turn in 0_usize..20) {
        let mut turned = rows(&stops, 1);
        let before = analyse(&service(&turned, "P0"));
        let count = turned.len();
        turned.rotate_left(turn % count);
        let after = analyse(&service(&turned, "P0"));
        prop_assert!(all_near(&times(&before), &times(&after)));
        prop_assert!(all_near(&counts(&before), &counts(&after)));
        let renamed: Vec<String> = rows(&stops, 1).iter().map(|row| row.replace('P', "Q")).collect();
        let renamed = analyse(&service(&renamed, "Q0"));
        prop_assert_eq!(before.experience, renamed.experience);
        prop_assert_eq!(before.money, renamed.money);
    }

    #[test]
    fn what_moves_behind_the_line_takes_its_minutes_along(stops in stops(), which in 0_usize..7) {
        let at = which % stops.len();
        let mut shown = stops;
        shown[at] = Stop { zone: "frontstage", accompanied: false, shape: Shape::Line, ..shown[at].clone() };
        let mut hidden = shown.clone();
        hidden[at].zone = "backstage";
        let (shown_drawn, hidden) = (drawn(&shown, 1), analyse(&drawn(&hidden, 1)));
        let before = analyse(&shown_drawn);
        let visits = value(&before.steps[&crate::draw::step(&shown_drawn, &format!("P{at}"))].visits);
        let minutes = visits * f64::from(shown[at].seconds);
        let sides = |analysis: &Analysis| {
            let line = analysis.experience.line(Line::Visibility);
            (value(&line.in_front.time_s), value(&line.behind.time_s))
        };
        let ((front, back), (front_then, back_then)) = (sides(&before), sides(&hidden));
        prop_assert!(near(front - minutes, front_then), "{front} − {minutes}, not {front_then}");
        prop_assert!(near(back + minutes, back_then), "{back} + {minutes}, not {back_then}");
        prop_assert_eq!(before.capacity_per_hour, hidden.capacity_per_hour);
        prop_assert_eq!(before.rush_order_time_s, hidden.rush_order_time_s);
        prop_assert_eq!(before.throughput_time_s, hidden.throughput_time_s);
        prop_assert_eq!(before.money, hidden.money);
        prop_assert_eq!(before.experience.hand_offs, hidden.experience.hand_offs);
    }

    #[test]
    fn each_side_of_a_line_holds_its_zones(stops in stops()) {
        let analysis = analyse(&drawn(&stops, 1));
        let zones = |side: Stretch| -> Vec<f64> {
            let zones = Zone::ALL.into_iter().filter(|zone| side.holds(*zone));
            zones.map(|zone| value(&analysis.experience.zone(zone).time_s)).collect()
        };
        for side in stretches() {
            let seconds = value(&analysis.experience.work_in(side).time_s);
            let (longest, sum) = zones(side).iter().fold((0.0_f64, 0.0), |(longest, sum), zone| {
                (longest.max(*zone), sum + zone)
            });
            prop_assert!(longest <= seconds * (1.0 + 1e-9) && seconds <= sum * (1.0 + 1e-9));
        }
        let shares = ValueKind::ALL.map(|kind| analysis.experience.value_share(kind).value);
        let marked: f64 = shares.iter().flatten().sum();
        prop_assert!(marked <= 1.0 + 1e-9, "{shares:?}");
    }

    #[test]
    fn hand_offs_are_what_a_walk_counts(stops in stops()) {
        // A walk does not know that branches join: each would go on alone.
        let stops: Vec<Stop> = stops.into_iter().filter(|stop| !matches!(stop.shape, Shape::Fork)).collect();
        prop_assume!(!stops.is_empty());
        let scenario = drawn(&stops, 1);
        let analysis = analyse(&scenario);
        let (count, walked) = (value(&analysis.experience.hand_offs), walked(&scenario));
        prop_assert!((count - walked).abs() < 1e-6, "{count}, not {walked}");
    }

    #[test]
    fn hand_offs_and_crossings_add_up_line_by_line(stops in stops()) {
        let scenario = drawn(&stops, 1);
        let analysis = analyse(&scenario);
        let Derivation::SumOfHandOffs { lines, count } = explain(&scenario, &analysis, FigureKey::HandOffs) else {
            return Err(TestCaseError::fail("hand-offs are known"));
        };
        prop_assert!(near(lines.iter().map(|line| line.times).sum::<f64>(), count));
        for stretch in stretches() {
            let why = explain(&scenario, &analysis, FigureKey::WorkIn(stretch));
            let Derivation::SumOfWorkTimes { lines, total_s, .. } = why else {
                return Err(TestCaseError::fail("the times are known"));
            };
            prop_assert!(near(lines.iter().map(|line| line.visits * line.time_s).sum::<f64>(), total_s));
        }
        let Derivation::SumOfWages { lines, busy_cost } = explain(&scenario, &analysis, FigureKey::BusyCost) else {
            return Err(TestCaseError::fail("the rates are known"));
        };
        let wages: f64 = lines.iter().map(|line| line.work_s * line.cost_per_hour / 3600.0).sum();
        prop_assert!(near(wages, busy_cost));
    }

    #[test]
    fn the_price_is_divided_without_rest(stops in stops()) {
        let scenario = drawn(&stops, 1);
        let analysis = analyse(&scenario);
        let parts = cost_structure(&scenario, &compile(&scenario), &analysis).expect("the cost is known");
        let roles: f64 = parts.roles.iter().map(|role| role.busy + role.idle).sum();
        let cost = roles + parts.overhead + parts.material;
        prop_assert!(near(cost, value(&analysis.cost_per_customer)));
        prop_assert!(near(cost + parts.margin.expect("a price"), parts.total));
        prop_assert!(near(parts.total, 40.0));
        prop_assert!(parts.roles.iter().all(|role| role.busy >= 0.0 && role.idle >= 0.0));
    }

    #[test]
    fn slower_work_never_leaves_more(stops in stops(), which in 0_usize..7) {
        let mut slower = stops.clone();
        slower[which % stops.len()].seconds += 60;
        let (before, after) = (analyse(&drawn(&stops, 1)).money, analyse(&drawn(&slower, 1)).money);
        let falls = |figure: fn(&onstage::analysis::Money) -> &Figure| {
            value(figure(&after)) <= value(figure(&before)) + 1e-9
        };
        prop_assert!(falls(|money| &money.execution_profit_per_customer));
        prop_assert!(falls(|money| &money.profit_at_capacity_per_hour));
    }

    #[test]
    fn the_curve_crosses_zero_at_the_break_even_time(stops in stops()) {
        let scenario = drawn(&stops, 1);
        let analysis = analyse(&scenario);
        let curve = profit_curve(&scenario, &analysis, ProfitRule::WorkOnly).expect("everything is priced");
        let [start, end] = curve.ends;
        let slope = (end.profit - start.profit) / (end.execution_s - start.execution_s);
        prop_assert!(slope < 0.0);
        prop_assert!(near(-start.profit / slope, value(&analysis.money.break_even_time_s)));
        for mark in &curve.marks {
            prop_assert!(near(mark.point.profit, start.profit + slope * mark.point.execution_s));
        }
    }
}
