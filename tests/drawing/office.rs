//! Scenes to draw: a driver-licence office, grids of cards, words and widths.

use std::borrow::Cow;

use onstage::analysis::{Analysis, Figure, StepFigures};
use onstage::blueprint::{
    Dimension, Element, FailPoint, IdSource, Lane, LaneHeight, LaneId, Line, Link, LinkEnd,
    LinkKind, Need, Phase, PhaseId, Place, Role, RoleId, Scenario, ServiceTime, Share, SheetPoint,
    Step, StepId, StepKind, TimeUnit, WaitPoint, Zone,
};
use onstage::drawing::{Labels, MeasureText, Weight};
use onstage::pictures::CardFigures;
use onstage::wording::{Language, Wording};

pub struct English;

impl Labels for English {
    fn zone(&self, zone: Zone) -> Cow<'_, str> {
        match zone {
            Zone::Evidence => "Physical evidence",
            Zone::Customer => "Customer actions",
            Zone::Frontstage => "Frontstage",
            Zone::Backstage => "Backstage",
            Zone::Support => "Support processes",
        }
        .into()
    }
    fn line(&self, line: Line) -> Cow<'_, str> {
        match line {
            Line::Interaction => "Line of interaction",
            Line::Visibility => "Line of visibility",
            Line::InternalInteraction => "Line of internal interaction",
        }
        .into()
    }
    fn bottleneck(&self) -> Cow<'_, str> {
        "Bottleneck".into()
    }
    fn fail_point(&self) -> Cow<'_, str> {
        "F".into()
    }
    fn wait_point(&self) -> Cow<'_, str> {
        "W".into()
    }
    fn needs(&self, scenario: &Scenario, needs: &[Need], letters: usize) -> Cow<'_, str> {
        let cut = |role: &RoleId| {
            let name = &scenario.roles()[role].name;
            let kept: String = name.chars().take(letters).collect();
            if kept == *name { kept } else { format!("{kept}…") }
        };
        let need = |need: &Need| {
            let roles: Vec<String> = need.roles.iter().map(cut).collect();
            format!("{} × {}", roles.join("/"), need.count)
        };
        needs.iter().map(need).collect::<Vec<_>>().join(" + ").into()
    }
    fn time(&self, time: &ServiceTime) -> Cow<'_, str> {
        format!("{} s", time.mean_s()).into()
    }
    fn share(&self, share: Share) -> Cow<'_, str> {
        share.to_string().into()
    }
}

/// The figures of a sheet in English.
pub fn figures(analysis: &Analysis) -> CardFigures<'_> {
    thread_local! {
        static WORDS: &'static Wording = Box::leak(Box::new(Wording::new(Language::English)));
    }
    CardFigures::of(analysis, WORDS.with(|words| *words))
}

/// Widths near those of Inter.
pub struct NearInter;

impl MeasureText for NearInter {
    fn width(&self, text: &str, size: f32, weight: Weight) -> f32 {
        let letter = |letter: char| match letter {
            'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | '|' => 0.26,
            'f' | 't' | 'r' | ' ' | '/' | '(' | ')' => 0.35,
            'm' | 'w' | 'M' | 'W' | '…' => 0.87,
            'A'..='Z' => 0.68,
            '0'..='9' => 0.62,
            '\u{2E80}'..='\u{9FFF}' => 1.0,
            _ => 0.57,
        };
        let heavy = match weight {
            Weight::Regular => 1.0,
            Weight::Medium => 1.02,
            Weight::Semibold => 1.05,
        };
        text.chars().map(letter).sum::<f32>() * size * heavy
    }

    fn height(&self, size: f32, _: Weight) -> f32 {
        (size * 1.21).round()
    }
}

/// A scenario with everything that is needed to add to it.
pub struct Draft {
    pub scenario: Scenario,
    pub ids: IdSource,
    pub phases: Vec<PhaseId>,
}

impl Draft {
    pub fn new(phases: &[&str]) -> Self {
        let mut ids = IdSource::default();
        let mut scenario = Scenario::empty("As-is", &mut ids);
        let first = *scenario.phases().keys().next().unwrap();
        let mut all = vec![first];
        for (at, name) in phases.iter().enumerate() {
            if at == 0 {
                scenario.set_phase(first, Phase::new(*name)).unwrap();
            } else {
                all.push(scenario.add_phase(Phase::new(*name), at, &mut ids));
            }
        }
        Self { scenario, ids, phases: all }
    }

    pub fn lane(&self, zone: Zone) -> LaneId {
        self.scenario.lanes_of(zone).next().unwrap().0
    }

    pub fn add(&mut self, zone: Zone, phase: usize, kind: StepKind, name: &str) -> StepId {
        let lane = self.lane(zone);
        let middle = self.scenario.lanes()[&lane].height.units() / 2;
        self.add_at(lane, phase, SheetPoint::new(72, middle), kind, name)
    }

    pub fn add_at(
        &mut self,
        lane: LaneId,
        phase: usize,
        at: SheetPoint,
        kind: StepKind,
        name: &str,
    ) -> StepId {
        let place = Place { lane, phase: self.phases[phase], at };
        self.scenario.add_step(Step::new(name, kind, place), &mut self.ids).unwrap()
    }

    pub fn change(&mut self, step: StepId, change: impl FnOnce(&mut Step)) {
        let mut changed = Step::clone(&self.scenario.steps()[&step]);
        change(&mut changed);
        self.scenario.set_step(step, changed).unwrap();
    }

    pub fn move_by(&mut self, step: StepId, x: i32, y: i32) {
        self.change(step, |step| {
            step.at.x += x;
            step.at.y += y;
        });
    }

    pub fn link(&mut self, from: StepId, to: StepId, kind: LinkKind) -> onstage::blueprint::LinkId {
        self.scenario.add_link(Link::between(from, to, kind), &mut self.ids).unwrap()
    }

    pub fn role(&mut self, name: &str, colour: u8) -> RoleId {
        self.scenario.add_role(Role::new(name, colour), &mut self.ids).unwrap()
    }
}

/// Six moments, the third of which is the bottleneck.
pub fn office() -> (Draft, Analysis) {
    let mut draft = Draft::new(&["Arrive", "Pay", "Verify", "Test", "Photo", "Leave"]);
    let evidence = [
        "Queue rope, signs",
        "Receipt printer",
        "",
        "Eye chart",
        "Camera booth",
        "Temporary licence",
    ];
    let actions = [
        "Hands in form",
        "Pays the fee",
        "Waits for check",
        "Reads eye chart",
        "Poses for photo",
        "Takes licence",
    ];
    let steps = [
        ("Review application", "Clerk", 15.0, 240.0),
        ("Collect payment", "Cashier", 30.0, 120.0),
        ("Check violations", "Records officer", 60.0, 60.0),
        ("Eye test", "Optometry aide", 40.0, 90.0),
        ("Photograph", "Photographer", 20.0, 180.0),
        ("Issue temp. licence", "Trooper", 30.0, 120.0),
    ];
    let mut analysis = Analysis { capacity_per_hour: Figure::exact(60.0), ..Analysis::default() };
    let mut before = None;
    for phase in 0..6 {
        if !evidence[phase].is_empty() {
            draft.add(Zone::Evidence, phase, StepKind::Evidence, evidence[phase]);
        }
        let action = draft.add(Zone::Customer, phase, StepKind::Action, actions[phase]);
        let (name, role, seconds, capacity) = steps[phase];
        let zone = if phase == 2 { Zone::Backstage } else { Zone::Frontstage };
        let step = draft.add(zone, phase, StepKind::Action, name);
        let role = draft.role(role, u8::try_from(phase).unwrap());
        draft.change(step, |step| {
            step.time = ServiceTime::fixed(seconds, TimeUnit::Second).ok();
            step.needs = vec![Need::one(role)];
            step.fail = (phase == 0 || phase == 3).then(FailPoint::default);
        });
        draft.change(action, |step| step.wait = (phase == 2).then(WaitPoint::default));
        draft.link(action, step, LinkKind::Together);
        if let Some(before) = before {
            draft.link(before, action, LinkKind::Flow);
        }
        before = Some(action);
        if phase == 2 {
            analysis.bottleneck.push(step);
        }
        analysis.steps.insert(
            step,
            StepFigures {
                tightest: None,
                queue_length: Figure::default(),
                visits: Figure::exact(1.0),
                capacity_per_hour: Figure::exact(capacity),
                utilisation: Figure::exact(54.0 / capacity),
                wait_s: Figure::default(),
                wait_served_s: None,
                within_acceptable: Figure::default(),
                delay_cost_per_minute: Figure::default(),
                servers: Some(1.0),
                bottleneck: phase == 2,
            },
        );
        if phase == 2 || phase == 4 {
            let name = if phase == 2 { "Violations database" } else { "Photo & card printer" };
            let support = draft.add(Zone::Support, phase, StepKind::Action, name);
            draft.link(step, support, LinkKind::Trigger);
        }
    }
    (draft, analysis)
}

/// Everything else that a sheet can hold: decisions, rework, exits, notes, chips, two roles.
pub fn clinic() -> (Draft, Analysis) {
    let mut draft = Draft::new(&["Arrive", "Triage", "Examine", "Decide", "Treat", "Leave"]);
    let lane = draft.lane(Zone::Customer);
    draft.scenario.resize_lane(lane, LaneHeight::new(240).unwrap()).unwrap();
    let mut second = Lane::new(Zone::Frontstage);
    "Nurses and assistants on the ward".clone_into(&mut second.name);
    let ward = draft.scenario.add_lane(second, &mut draft.ids);
    let mut folded = Lane::new(Zone::Support);
    folded.collapsed = true;
    "Archive".clone_into(&mut folded.name);
    let archive = draft.scenario.add_lane(folded, &mut draft.ids);
    let nurse = draft.role("Nurse", 3);
    let doctor = draft.role("Doctor", 1);
    let at = SheetPoint::new;
    let arrives = draft.add_at(lane, 0, at(72, 70), StepKind::Action, "Arrives at the front desk");
    let triage = draft.add_at(lane, 1, at(72, 70), StepKind::Decision, "Urgent?");
    draft.change(triage, |step| {
        step.time = ServiceTime::fixed(20.0, TimeUnit::Second).ok();
    });
    let waits = draft.add_at(lane, 2, at(72, 70), StepKind::Action, "Waits for a doctor");
    draft.change(waits, |step| step.wait = Some(WaitPoint::default()));
    let lies = draft.add_at(lane, 2, at(72, 180), StepKind::Action, "Lies down 立即躺下");
    let decide = draft.add_at(lane, 3, at(72, 70), StepKind::Decision, "Needs more tests?");
    let treated = draft.add_at(lane, 4, at(72, 70), StepKind::Action, "Is treated");
    let leaves = draft.add_at(lane, 5, at(72, 70), StepKind::Action, "Leaves");
    let flow = |draft: &mut Draft, from, to, percent: Option<f64>| {
        let share = percent.map(|percent| Share::percent(percent).unwrap());
        let link = Link { from, to, kind: LinkKind::Flow, share, label: String::new() };
        draft.scenario.add_link(link, &mut draft.ids).unwrap();
    };
    flow(&mut draft, arrives, LinkEnd::Step(triage), None);
    flow(&mut draft, triage, LinkEnd::Step(waits), Some(70.0));
    flow(&mut draft, triage, LinkEnd::Step(lies), Some(30.0));
    flow(&mut draft, waits, LinkEnd::Step(decide), None);
    flow(&mut draft, lies, LinkEnd::Step(decide), None);
    flow(&mut draft, decide, LinkEnd::Step(waits), Some(15.0));
    flow(&mut draft, decide, LinkEnd::Step(treated), Some(80.0));
    flow(&mut draft, decide, LinkEnd::Outside, Some(5.0));
    flow(&mut draft, treated, LinkEnd::Step(leaves), None);
    let examine = draft.add(Zone::Frontstage, 2, StepKind::Action, "Examine the patient");
    let heat = Element::new("Room temperature", Dimension::Ambient);
    let heat = draft.scenario.add_element(heat, &mut draft.ids).unwrap();
    let sign = Element::new("Signs", Dimension::Signs);
    let sign = draft.scenario.add_element(sign, &mut draft.ids).unwrap();
    draft.change(examine, |step| {
        step.needs = vec![Need::one(doctor), Need::one(nurse)];
        step.time = ServiceTime::fixed(600.0, TimeUnit::Second).ok();
        step.fail = Some(FailPoint::default());
        step.wait = Some(WaitPoint::default());
        step.elements = vec![heat, sign];
    });
    draft.link(waits, examine, LinkKind::Together);
    let middle = at(72, 78);
    let dress = draft.add_at(ward, 4, middle, StepKind::Action, "Dress the wound");
    draft.change(dress, |step| {
        step.needs = vec![Need::one(nurse)];
        step.time = ServiceTime::fixed(300.0, TimeUnit::Second).ok();
    });
    draft.link(treated, dress, LinkKind::Together);
    let report = draft.add(Zone::Backstage, 3, StepKind::Action, "Write report");
    draft.link(examine, report, LinkKind::Trigger);
    let file = draft.add_at(archive, 4, middle, StepKind::Action, "File it");
    draft.link(report, file, LinkKind::Trigger);
    let note = draft.add(Zone::Backstage, 5, StepKind::Note, "Ask the ward about weekend shifts");
    draft.link(note, dress, LinkKind::Together);
    let chart =
        draft.add(Zone::Evidence, 2, StepKind::Evidence, "Waiting room screen with numbers");
    draft.link(chart, waits, LinkKind::Together);
    (draft, Analysis::default())
}

/// Rows and columns of cards, linked along their rows, down their columns and across.
pub fn grid(columns: usize, rows: usize) -> Draft {
    let names: Vec<String> = (0..columns).map(|at| format!("Phase {at}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut draft = Draft::new(&names);
    let lane = draft.lane(Zone::Frontstage);
    let height = i32::try_from(rows).unwrap() * 110 + 20;
    draft.scenario.resize_lane(lane, LaneHeight::new(height.min(4_000)).unwrap()).unwrap();
    let roles: Vec<RoleId> = (0..8).map(|at| draft.role(&format!("Role {at}"), at)).collect();
    let mut above: Vec<StepId> = Vec::new();
    for row in 0..rows {
        let mut before: Option<StepId> = None;
        let mut current = Vec::new();
        for column in 0..columns {
            let y = 65 + 110 * i32::try_from(row).unwrap();
            let name = format!("Step {row}.{column}");
            let step = draft.add_at(lane, column, SheetPoint::new(72, y), StepKind::Action, &name);
            let role = roles[(row + column) % roles.len()];
            draft.change(step, |step| {
                step.needs = vec![Need::one(role)];
                step.time = ServiceTime::fixed(30.0, TimeUnit::Second).ok();
            });
            if let Some(before) = before {
                draft.link(before, step, LinkKind::Flow);
            }
            if let (true, Some(above)) = (column % 3 == 1, above.get(column)) {
                draft.link(*above, step, LinkKind::Together);
            }
            before = Some(step);
            current.push(step);
        }
        above = current;
    }
    draft
}
