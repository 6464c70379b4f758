//! Random blueprints, made by the edits that a person makes, with values at their limits.

use std::num::NonZeroU32;

use super::{judged, random_sheets};
use onstage::blueprint::notation::FASTEST_PER_HOUR;
use onstage::blueprint::{
    Appointment, AtClosing, Blueprint, Break, Complexity, CustomerStage, DAY_MINUTES, Day, Demand,
    Dimension, Element, Emotion, FailPoint, IdSource, Lane, LaneHeight, Law, Link, LinkEnd,
    LinkKind, Meeting, Need, Order, Participation, Phase, PhaseWidth, Place, Places, Priority,
    Quantity, RateUnit, Rating, RedesignRules, Role, RoleKind, Scenario, ServiceTime, Share,
    SheetPoint, Shift, SimulationRules, Span, Stars, Step, StepId, StepKind, TimeOfDay, TimeUnit,
    Typology, ValueKind, WaitPoint, Zone, link_label,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Any text, also with quotation marks, control characters and lines.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), any::<String>(), "[\"\\\\'/#*() \n\r\t,:名称é]{0,12}"]
}

fn names() -> impl Strategy<Value = String> {
    texts().prop_map(|text| if text.trim().is_empty() { "x".to_owned() } else { text })
}

/// Any number that a field takes, often one at the limits of `f64` or of the field.
fn numbers() -> impl Strategy<Value = f64> {
    prop_oneof![
        select(vec![
            0.0,
            -0.0,
            5e-324,
            f64::MIN_POSITIVE,
            0.1,
            1.0 / 3.0,
            1e12,
            999_999_999_999.999_9
        ]),
        0.0..100.0,
        (0_u32..10_000).prop_map(f64::from),
        any::<u64>().prop_map(|bits| {
            let number = f64::from_bits(bits).abs();
            if number <= 1e12 { number } else { 1.0 }
        }),
    ]
}

fn quantities() -> impl Strategy<Value = Quantity> {
    numbers().prop_map(|number| Quantity::new(number).unwrap())
}

/// Customers per hour.
fn rates() -> impl Strategy<Value = Quantity> {
    numbers().prop_map(|number| Quantity::new(number.min(FASTEST_PER_HOUR)).unwrap())
}

fn shares() -> impl Strategy<Value = Share> {
    (numbers(), numbers(), any::<bool>()).prop_map(|(a, b, percent)| {
        if percent {
            Share::percent(a.min(100.0)).unwrap()
        } else {
            Share::fraction(a.min(b), a.max(b)).unwrap_or(Share::ALL)
        }
    })
}

fn counts() -> impl Strategy<Value = NonZeroU32> {
    prop_oneof![Just(1), 1_u32..9, Just(Role::MOST)].prop_map(|n| NonZeroU32::new(n).unwrap())
}

fn spans() -> impl Strategy<Value = Span> {
    (numbers(), select(TimeUnit::ALL.to_vec())).prop_map(|(n, unit)| Span::new(n, unit).unwrap())
}

fn times() -> BoxedStrategy<ServiceTime> {
    let laws = (0..8, vec(numbers(), 3..6), counts()).prop_map(|(law, mut numbers, stages)| {
        numbers.sort_by(f64::total_cmp);
        let [low, mode, high] = [numbers[0], numbers[1], numbers[2]];
        match law {
            0 => Law::Fixed(low),
            1 => Law::Uniform { low, high },
            2 => Law::Triangular { low, mode, high },
            3 => Law::Normal { mean: high, sd: low },
            4 => Law::Exponential { mean: mode },
            5 => Law::Erlang { stages: stages.get(), mean: mode },
            6 => Law::LogNormal { mean: high, sd: low },
            _ => Law::Samples(numbers),
        }
    });
    (laws, select(TimeUnit::ALL.to_vec()))
        .prop_map(|(law, unit)| ServiceTime::new(law, unit).unwrap())
        .boxed()
}

fn demands() -> BoxedStrategy<Demand> {
    let money = (of(quantities()), quantities());
    let more = (of(days()), of(judged::urgency_classes()));
    (of(rates()), quantities(), of(quantities()), money, more)
        .prop_map(|(per_hour, gap_scv, opening_hours, (price, overhead_per_hour), more)| {
            let (day, urgency) = more;
            Demand {
                per_hour,
                gap_scv,
                opening_hours,
                price,
                overhead_per_hour,
                day: day.map(Box::new),
                urgency: urgency.unwrap_or_default(),
            }
        })
        .boxed()
}

fn clock() -> impl Strategy<Value = TimeOfDay> {
    (0..=DAY_MINUTES).prop_map(|minutes| TimeOfDay::new(minutes).unwrap())
}

fn days() -> BoxedStrategy<Day> {
    let planned = vec((clock(), 1_u32..1000), 0..4);
    let comes = (of(spans()), of(spans()), of(shares()), any::<bool>());
    (clock(), clock(), 5_u32..=240, vec(rates(), 288), any::<bool>(), planned, comes)
        .prop_map(
            |(open, close, every, rates, by_hour, planned, (early, spread, no_show, turn_away))| {
                let mut day = Day { every, ..Day::new(open, close) };
                let given = if by_hour { day.intervals() } else { 0 };
                day.per_hour = rates.into_iter().take(given).collect();
                let appointment = |(at, customers)| Appointment {
                    at,
                    customers: NonZeroU32::new(customers).unwrap(),
                };
                day.appointments = planned.into_iter().map(appointment).collect();
                (day.early, day.spread, day.no_show) = (early, spread, no_show);
                if turn_away {
                    day.at_closing = AtClosing::TurnAway;
                }
                day
            },
        )
        .boxed()
}

fn shifts() -> BoxedStrategy<Shift> {
    let pauses = vec((0_u32..1440, 1_u32..1440, any::<bool>()), 0..3);
    (clock(), clock(), counts(), pauses)
        .prop_map(|(from, to, count, pauses)| {
            let mut shift = Shift { count, ..Shift::new(from, to) };
            for (at, lasts, paid) in pauses {
                let at = at % shift.length();
                let lasts = lasts.min(shift.length() - at);
                let at = TimeOfDay::on_any_day(from.minutes() + at);
                shift.breaks.push(Break { at, lasts, paid });
            }
            shift
        })
        .boxed()
}

fn simulations() -> impl Strategy<Value = SimulationRules> {
    (select(Order::ALL.to_vec()), of(spans()), any::<u32>())
        .prop_map(|(order, promise, seed)| SimulationRules { order, promise, seed })
}

fn lanes() -> impl Strategy<Value = Lane> {
    (texts(), select(Zone::ALL.to_vec()), LaneHeight::LEAST..=LaneHeight::MOST, any::<bool>())
        .prop_map(|(name, zone, height, collapsed)| Lane {
            name,
            zone,
            height: LaneHeight::new(height).unwrap(),
            collapsed,
        })
}

fn phases() -> impl Strategy<Value = Phase> {
    let widths = prop_oneof![Just(PhaseWidth::USUAL), PhaseWidth::LEAST..=PhaseWidth::MOST];
    let stages = of(judged::one_of(&CustomerStage::NAMES));
    (texts(), widths, stages).prop_map(|(name, width, stage)| Phase {
        name,
        width: PhaseWidth::new(width).unwrap(),
        stage,
    })
}

fn roles() -> BoxedStrategy<Role> {
    let kinds = select(RoleKind::ALL.to_vec());
    let looks = (any::<u8>(), vec(shifts(), 0..3), texts(), texts());
    (names(), kinds, 0..=Role::MOST, shares(), of(quantities()), looks)
        .prop_map(|(name, kind, headcount, availability, cost_per_hour, looks)| {
            let (colour, shifts, skills, authority) = looks;
            Role {
                name,
                kind,
                headcount,
                availability,
                cost_per_hour,
                colour,
                stands_in_for: Vec::new(),
                shifts,
                skills,
                authority,
            }
        })
        .boxed()
}

fn elements() -> impl Strategy<Value = Element> {
    let stars = (of(1_u8..=5), of(1_u8..=5));
    (names(), select(Dimension::ALL.to_vec()), texts(), stars).prop_map(
        |(name, dimension, note, (rating, staff_rating))| Element {
            name,
            dimension,
            note,
            rating: rating.map(Stars::new),
            staff_rating: staff_rating.map(Stars::new),
        },
    )
}

fn fails() -> BoxedStrategy<FailPoint> {
    let ratings = || of((1_u8..=10).prop_map(|rating| Rating::new(rating).unwrap()));
    (texts(), of(shares()), ratings(), ratings(), texts(), judged::answers_to_risk())
        .prop_map(|(what, how_often, severity, detection, recovery, answer)| FailPoint {
            what,
            how_often,
            severity,
            detection,
            recovery,
            recovery_step: None,
            ..answer
        })
        .boxed()
}

/// A step that lies nowhere yet, and which lane, phase, roles and elements it picks.
#[derive(Clone, Debug)]
struct Card {
    step: Step,
    lane: Index,
    phase: Index,
    needs: Vec<(Vec<Index>, NonZeroU32, bool)>,
    elements: Vec<Index>,
    recovery: Option<Index>,
}

fn cards(nowhere: Place) -> BoxedStrategy<Card> {
    let looks = (
        names(),
        select(StepKind::ALL.to_vec()),
        any::<(i16, i32)>(),
        vec(texts(), 7),
        of(judged::dates()),
    );
    let work = (
        of(times()),
        of(prop_oneof![counts().prop_map(Places::Count), Just(Places::Unlimited)]),
        counts(),
        vec(of(spans()), 5),
        quantities(),
    );
    let notes = (
        of(fails()),
        of((of(spans()), of(times()))
            .prop_map(|(acceptable, patience)| WaitPoint { acceptable, patience })),
        of(select(ValueKind::ALL.to_vec())),
        of((-2_i8..=2).prop_map(|emotion| Emotion::new(emotion).unwrap())),
        of(shares()),
        of(select(vec![Meeting::Join, Meeting::Merge])),
        of(select(Priority::ALL.to_vec())),
    );
    let picks = (
        any::<Index>(),
        any::<Index>(),
        vec((vec(any::<Index>(), 1..3), counts(), any::<bool>()), 0..3),
        vec(any::<Index>(), 0..3),
        of(any::<Index>()),
    );
    (looks, work, notes, picks)
        .prop_map(move |(looks, work, notes, picks)| {
            let (name, kind, (x, y), mut texts, revised) = looks;
            let mut text = || texts.pop().unwrap_or_default();
            let (time, places, batch, spans, material_cost) = work;
            let (fail, wait, value, emotion, enter, meeting, priority) = notes;
            let (lane, phase, needs, elements, recovery) = picks;
            let far = SheetPoint::FARTHEST;
            let at = SheetPoint::new(i32::from(x), y.clamp(-far, far));
            let step = Step {
                time,
                places,
                batch,
                setup: spans[0],
                standard: spans[1],
                acceptable: spans[2],
                target: spans[3],
                batch_wait: spans[4],
                priority,
                material_cost,
                fail,
                wait,
                value,
                emotion,
                procedure: text(),
                documents: text(),
                owner: text(),
                purpose: text(),
                skills: text(),
                manner: text(),
                result: text(),
                revised,
                enter,
                meeting,
                ..Step::new(name, kind, Place { at, ..nowhere })
            };
            Card { step, lane, phase, needs, elements, recovery }
        })
        .boxed()
}

/// Draws a card with what it picks.
fn draw(scenario: &mut Scenario, card: Card, ids: &mut IdSource) {
    let lanes: Vec<_> = scenario.lanes().keys().copied().collect();
    let phases: Vec<_> = scenario.phases().keys().copied().collect();
    let roles: Vec<_> = scenario.roles().keys().copied().collect();
    let elements: Vec<_> = scenario.elements().keys().copied().collect();
    let steps: Vec<_> = scenario.steps().keys().copied().collect();
    let mut step = card.step;
    step.lane = *card.lane.get(&lanes);
    step.phase = *card.phase.get(&phases);
    if !roles.is_empty() {
        step.needs.extend(card.needs.into_iter().map(|(picks, count, keep)| Need {
            roles: picks.iter().map(|pick| *pick.get(&roles)).collect(),
            count,
            keep,
        }));
    }
    if !elements.is_empty() {
        step.elements.extend(card.elements.iter().map(|pick| *pick.get(&elements)));
    }
    if let (Some(fail), Some(pick), false) = (&mut step.fail, card.recovery, steps.is_empty()) {
        fail.recovery_step = Some(*pick.get(&steps));
    }
    scenario.add_step(step, ids).unwrap();
}

type Rules = (Vec<Index>, Option<NonZeroU32>, [bool; 3], Option<Index>);

/// Draws up rules about the steps of the flow.
fn rule(scenario: &mut Scenario, (picks, count, flags, last): Rules) {
    let flowing = scenario.steps().iter().filter(|(_, step)| step.kind.flows());
    let steps: Vec<StepId> = flowing.map(|(id, _)| *id).collect();
    let picked: Vec<StepId> =
        picks.iter().filter(|_| !steps.is_empty()).map(|pick| *pick.get(&steps)).collect();
    let role = scenario.roles().keys().next().copied();
    let rules = RedesignRules {
        free_order: flags[0],
        order: picked.windows(2).map(|pair| (pair[0], pair[1])).collect(),
        first: picked.first().copied(),
        last: last.filter(|_| !steps.is_empty()).map(|last| *last.get(&steps)),
        alone: picked.iter().skip(2).copied().collect(),
        together: picked.chunks(3).map(<[_]>::to_vec).collect(),
        places: picked.iter().zip(count).map(|(step, count)| (*step, count)).collect(),
        widest_job: count,
        one_worker_jobs: flags[1],
        keep_visibility: flags[2],
        fixed_roles: flags[2],
        trained: picked.iter().filter_map(|step| Some((role?, *step))).collect(),
    };
    scenario.set_redesign_rules(rules).unwrap();
}

/// A drawn sheet with a copy that differs, and a gap in the numbers.
pub fn blueprints() -> impl Strategy<Value = Blueprint> {
    let empty = Blueprint::empty("", "As-is");
    let first = empty.baseline();
    let nowhere = Place {
        lane: *first.lanes().keys().next().unwrap(),
        phase: *first.phases().keys().next().unwrap(),
        at: SheetPoint::default(),
    };
    let sheet = (vec(lanes(), 0..4), vec(phases(), 0..4), demands());
    let ruled = (vec(any::<Index>(), 0..6), of(counts()), any::<[bool; 3]>(), of(any::<Index>()));
    let typology = (of(select(Participation::ALL.to_vec())), of(select(Complexity::ALL.to_vec())));
    let links = vec(
        (any::<Index>(), of(any::<Index>()), select(LinkKind::ALL.to_vec()), of(shares()), texts()),
        0..8,
    );
    let rows = (vec(roles(), 0..4), vec(elements(), 0..3), vec(cards(nowhere), 0..6), links);
    let rates = select(RateUnit::ALL.to_vec());
    let file = (texts(), texts(), rates, names(), any::<bool>(), simulations());
    let judged = (judged::judgements(), judged::relations(), judged::factors());
    let judged = (judged, random_sheets::planned());
    (sheet, typology, rows, ruled, file, judged).prop_map(
        move |(sheet, typology, rows, ruled, file, judged)| {
            let ((judgements, relation, factors), planned) = judged;
            let mut blueprint = empty.clone();
            let (title, currency, rates, name, copied, simulation) = file;
            blueprint.set_title(title);
            blueprint.set_currency(currency);
            blueprint.set_rates(rates);
            let id = blueprint.baseline().id();
            blueprint
                .edit(id, |scenario, ids| {
                    let (lanes, phases, demand) = sheet;
                    for lane in lanes {
                        scenario.add_lane(lane, ids);
                    }
                    for phase in phases {
                        scenario.add_phase(phase, 1, ids);
                    }
                    scenario.set_demand(demand)?;
                    let (participation, complexity) = typology;
                    scenario.set_typology(Typology { participation, complexity });
                    let (roles, elements, cards, links) = rows;
                    for role in roles {
                        scenario.add_role(role, ids)?;
                    }
                    for element in elements {
                        scenario.add_element(element, ids)?;
                    }
                    for card in cards {
                        draw(scenario, card, ids);
                    }
                    let steps: Vec<_> = scenario.steps().keys().copied().collect();
                    for (from, to, kind, share, label) in
                        links.into_iter().filter(|_| !steps.is_empty())
                    {
                        let to = to.map_or(LinkEnd::Outside, |to| LinkEnd::Step(*to.get(&steps)));
                        // A text that is no label stands beside no link.
                        let label = link_label(&label).unwrap_or_default();
                        let link = Link { from: *from.get(&steps), to, kind, share, label };
                        // Links that the rules refuse are left out.
                        let _ = scenario.add_link(link, ids);
                    }
                    rule(scenario, ruled);
                    scenario.set_simulation_rules(simulation);
                    scenario.set_customer_relation(relation);
                    scenario.set_design_factors(factors);
                    let mut demand = scenario.demand().clone();
                    if let Some(day) = &mut demand.day {
                        day.first = steps.first().copied();
                        scenario.set_demand(demand)?;
                    }
                    Ok(())
                })
                .unwrap();
            judged::hang(&mut blueprint, judgements);
            random_sheets::hang(&mut blueprint, planned);
            if copied {
                let copy = blueprint.duplicate_scenario(id, name).unwrap();
                blueprint
                    .edit(copy, |scenario, ids| match scenario.steps().keys().next().copied() {
                        Some(step) => scenario.remove_step(step, None, ids),
                        None => Ok(()),
                    })
                    .unwrap();
            }
            blueprint
        },
    )
}
