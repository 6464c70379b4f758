//! Long random sequences of every sort of edit, with gestures, trials, undo and redo: the document
//! stays sound after each, and the way back and forth is the same to the byte.

use std::collections::BTreeSet;
use std::num::NonZeroU32;
use std::sync::Arc;

use onstage::blueprint::sheets::Sheet;
use onstage::blueprint::{
    Action, Anchor, Asked, Blueprint, Closing, Comment, Complexity, CustomerRelation, Date, Day,
    Demand, DesignFactor, DesignFactors, Dimension, Discussion, Element, FactorRating, Id, IdTable,
    Indicator, Item, Judgements, Lane, LaneHeight, LaneSteps, Lesson, Link, LinkEnd, LinkKind,
    NamedNeed, Need, Order, Phase, PhaseWidth, Place, Quantity, RateUnit, RedesignRules, Reply,
    Review, Role, Room, Scenario, ScenarioId, Share, SheetId, SheetPoint, SimulationRules, Stars,
    Step, StepId, StepKind, Stop, Table, TimeOfDay, Timestamp, Typology, Zone,
};
use onstage::editor::{
    DocumentEdit, Edit, Editor, GestureId, Judging, RowChanges, Selection, SheetWork, Talk, Thing,
};
use onstage::storage::{decode, encode};

/// Names every sort of edit, so that a new one must be drawn here before the tests compile.
macro_rules! sorts {
    (of a scenario: $($sort:ident)+; of the document: $($wide:ident)+;) => {
        const SORTS: &[&str] = &[$(stringify!($sort),)+ $(stringify!($wide)),+];

        fn sort_of(edit: &DocumentEdit) -> &'static str {
            match edit {
                DocumentEdit::InScenario(edit) => match edit {
                    $(Edit::$sort { .. } => stringify!($sort),)+
                },
                $(DocumentEdit::$wide { .. } => stringify!($wide),)+
            }
        }
    };
}

sorts! {
    of a scenario:
    AddStep AddStepWithLane AppendStep InsertStep PrependStep PutIntoLink CopySteps MakeRoom InRoom
    MoveLane SetRows PasteFragment SetSteps RenameStep PlaceSteps AlignSteps
    DistributeSteps TidyUp PlaceStepsWithLane Remove RemoveDecision DuplicateSteps AddLink SetLink
    SetShare SetLabel AssignRole AddRoleTo AssignElement AddLane AddLaneAt SetLane MoveLine ReorderLane
    RemoveLane AddPhase SplitPhase SetPhase ReorderPhase RemovePhase AddRole SetRole RemoveRole AddElement SetElement
    RemoveElement SetDemand SetTypology SetRedesignRules SetSimulationRules SetRelation SetFactors HandOnSections
    Several;
    of the document:
    SetTitle SetCurrency SetRates SetOnlyToday SetUnit SetLesson Discuss Judge Reckon Paste Reload
    DuplicateScenario AddScenario RenameScenario MoveScenario RemoveScenario Several;
}

/// More steps than this are not drawn, so that sequences stay fast.
const MANY_STEPS: usize = 16;

/// More scenarios than this are not drawn.
const MANY_SCENARIOS: usize = 3;

/// Random numbers that are the same on every machine (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, which is not 0.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % end as u64).expect("below a usize")
    }

    fn units(&mut self, from: i32, to: i32) -> i32 {
        from + i32::try_from(self.below(usize::try_from(to - from).expect("a range")))
            .expect("small")
    }

    fn chance(&mut self, one_in: usize) -> bool {
        self.below(one_in) == 0
    }

    fn of<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    /// The identity of a row; now and then one that is in no table.
    fn id<K: Id, V>(&mut self, rows: &Table<K, V>) -> K {
        let rows: &IdTable<K, _> = rows;
        if rows.is_empty() || self.chance(25) {
            return K::from_number(u32::try_from(9_000 + self.below(99)).expect("small"));
        }
        *rows.get_index(self.below(rows.len())).expect("a row").0
    }

    /// A row's identity and content.
    fn row<K: Id, V: Clone>(&mut self, rows: &Table<K, V>, new: impl FnOnce() -> V) -> (K, V) {
        let id = self.id(rows);
        (id, rows.get(&id).map_or_else(new, |row| V::clone(row)))
    }

    fn text(&mut self) -> String {
        self.of(&["Serves", "Wartet", "名称", "  padded ", "\"quoted\"\n", ""]).to_owned()
    }

    fn place(&mut self, scenario: &Scenario) -> Place {
        let at = SheetPoint::new(self.units(-50, 3_000), self.units(-50, 400));
        Place { lane: self.id(scenario.lanes()), phase: self.id(scenario.phases()), at }
    }

    fn step(&mut self, scenario: &Scenario) -> Step {
        let place = self.place(scenario);
        let mut step = Step::new(self.text(), self.of(&StepKind::ALL), place);
        if self.chance(3) {
            step.needs.push(Need::one(self.id(scenario.roles())));
        }
        if self.chance(4) {
            step.elements.push(self.id(scenario.elements()));
        }
        if self.chance(4) {
            step.procedure = self.text();
        }
        step.batch = NonZeroU32::new(1 + u32::try_from(self.below(3)).expect("small")).expect("1");
        step
    }

    fn steps(&mut self, scenario: &Scenario) -> BTreeSet<StepId> {
        (0..=self.below(3)).map(|_| self.id(scenario.steps())).collect()
    }

    fn places(&mut self, scenario: &Scenario) -> Vec<(StepId, Place)> {
        let steps = self.steps(scenario);
        steps.into_iter().map(|step| (step, self.place(scenario))).collect()
    }

    fn room(&mut self, scenario: &Scenario) -> Room {
        let (at, by) = (self.units(-100, 3_000), self.units(-200, 400));
        if self.chance(2) {
            Room::Right { at, by }
        } else {
            Room::Down { lane: self.id(scenario.lanes()), at, by }
        }
    }

    fn share(&mut self) -> Option<Share> {
        let percent = self.below(120) as f64;
        Share::percent(percent).ok()
    }

    fn link(&mut self, scenario: &Scenario) -> Link {
        let to = if self.chance(5) {
            LinkEnd::Outside
        } else {
            LinkEnd::Step(self.id(scenario.steps()))
        };
        let from = self.id(scenario.steps());
        let share = if self.chance(3) { self.share() } else { None };
        let label = if self.chance(3) { self.text() } else { String::new() };
        Link { from, to, kind: self.of(&LinkKind::ALL), share, label }
    }

    fn lane(&mut self) -> Lane {
        let height = LaneHeight::new(self.units(LaneHeight::LEAST, LaneHeight::MOST));
        Lane {
            name: self.text(),
            height: height.expect("a height"),
            collapsed: self.chance(4),
            ..Lane::new(self.of(&Zone::ALL))
        }
    }

    fn width(&mut self) -> PhaseWidth {
        PhaseWidth::new(self.units(PhaseWidth::LEAST, PhaseWidth::MOST)).expect("a width")
    }

    fn element(&mut self) -> Element {
        let rating = Some(Stars::new(u8::try_from(1 + self.below(5)).expect("few")));
        Element { rating, ..Element::new(self.text(), self.of(&Dimension::ALL)) }
    }

    fn rules(&mut self, scenario: &Scenario) -> RedesignRules {
        RedesignRules {
            free_order: self.chance(2),
            order: vec![(self.id(scenario.steps()), self.id(scenario.steps()))],
            first: Some(self.id(scenario.steps())).filter(|_| self.chance(2)),
            alone: self.steps(scenario).into_iter().collect(),
            together: vec![self.steps(scenario).into_iter().collect()],
            trained: vec![(self.id(scenario.roles()), self.id(scenario.steps()))],
            ..RedesignRules::default()
        }
    }

    fn scenario(&mut self, blueprint: &Blueprint) -> ScenarioId {
        if self.chance(25) {
            return ScenarioId::from_number(9_999);
        }
        blueprint.scenarios()[self.below(blueprint.scenarios().len())].id()
    }

    fn selection(&mut self, scenario: &Scenario) -> Selection {
        match self.below(5) {
            0 => Selection::default(),
            1 => Selection::link(self.id(scenario.links())),
            2 => Selection::thing(Thing::Role(self.id(scenario.roles()))),
            3 => Selection::thing(Thing::Lane(self.id(scenario.lanes()))),
            _ => Selection::steps(self.steps(scenario)),
        }
    }

    /// A blueprint that differs from another by an edit, as prepared by a paste.
    fn prepared(&mut self, blueprint: &Blueprint) -> (Blueprint, Vec<StepId>) {
        let mut prepared = blueprint.clone();
        let id = blueprint.baseline().id();
        let step = self.step(blueprint.baseline());
        let added = prepared.edit(id, |scenario, ids| scenario.add_step(step, ids));
        (prepared, added.into_iter().collect())
    }

    /// A lesson of up to three stops.
    fn lesson(&mut self, blueprint: &Blueprint) -> Lesson {
        let mut ids = blueprint.ids();
        let stops = (0..self.below(4)).map(|_| {
            let words = ["", "figures", "of a newer version"];
            let stop = Stop {
                title: self.text(),
                scenario: self.chance(2).then(|| self.scenario(blueprint)),
                shows: self.of(&words).to_owned(),
                with: self.chance(3).then(|| self.scenario(blueprint)),
                sheet: blueprint.sheets().first().map(|(id, _)| *id),
                around: blueprint.baseline().steps().keys().copied().take(self.below(3)).collect(),
                spotlight: Vec::new(),
                view: self.chance(3).then_some([0.5, -12.0, 1.25]),
                hold: vec![self.of(&words).to_owned()],
                figures: vec![self.text(); self.below(4)],
                ask: self.text(),
                answers: vec![self.text(); self.below(3)],
                levers: vec![self.text(); self.below(2)],
                minutes: self.chance(2).then_some(7),
                note: self.text(),
            };
            (ids.fresh(), stop)
        });
        Lesson { title: String::new(), stops: stops.collect() }
    }

    /// What a few people said of a scenario.
    fn discussion(&mut self, scenario: &Scenario) -> Discussion {
        let said = |dice: &mut Self| {
            let text = format!("2026-11-{:02}T09:{:02}:44+08:00", 1 + dice.below(9), dice.below(9));
            Timestamp::parse(&text).expect("a time")
        };
        let step = scenario.steps().keys().next().copied();
        let comments = (0..self.below(4)).map(|_| {
            let on = Anchor {
                scenario: Some(scenario.id()),
                step: step.filter(|_| self.chance(2)),
                field: self.text(),
                at: self.chance(3).then_some((-20, 210)),
                ..Anchor::default()
            };
            let mut comment = Comment::new(on, self.text(), said(self), self.text());
            self.of(&["risk", "of a newer version"]).clone_into(&mut comment.kind);
            comment.saw = self.text();
            if let Some(role) = scenario.roles().keys().next().filter(|_| self.chance(2)) {
                comment.suggests.headcount.push((*role, 2));
                comment.suggests.leave_out.extend(step);
                comment.suggests.time.extend(step.map(|step| (step, "30 s".to_owned())));
                comment.suggests.may_do.extend(step.map(|step| (step, *role)));
                comment.suggests.merge.extend(step.map(|step| (step, step)));
            }
            comment.replies = (0..self.below(3))
                .map(|_| Reply { at: said(self), by: self.text(), text: self.text() })
                .collect();
            comment.closed = self.chance(3).then(|| Closing {
                at: said(self),
                by: self.text(),
                way: self.of(&["done", "reopened"]).to_owned(),
            });
            comment
        });
        let comments = comments.collect();
        let reviews = (0..self.below(2)).map(|_| Review {
            at: said(self),
            by: self.text(),
            verdict: self.of(&["approve", "changes"]).to_owned(),
            text: self.text(),
            of: "9c41e07b52aa".to_owned(),
            saw: vec![("capacity_per_hour".to_owned(), 60.0), ("wait_s".to_owned(), 1.0 / 3.0)],
        });
        let reviews = reviews.collect();
        let asked =
            self.chance(3).then(|| Asked { at: said(self), by: self.text(), text: self.text() });
        Discussion { asked, comments, reviews }
    }

    /// The judgements with something more or less among them.
    fn judged(&mut self, blueprint: &Blueprint, scenario: &Scenario) -> (Judging, Judgements) {
        let mut judgements = Judgements::clone(blueprint.judgements());
        let mut ids = blueprint.ids();
        let judging = match self.below(6) {
            0 if !judgements.quality.items.is_empty() => {
                judgements.quality.items.pop();
                Judging::RemoveItem
            }
            0 | 1 => {
                let steps = scenario.steps().keys().next().copied();
                let text = format!("{}x", self.text());
                let item = Item { text, steps: steps.into_iter().collect(), ..Item::default() };
                judgements.quality.items.push((ids.fresh(), item));
                Judging::AddItem
            }
            2 => {
                let indicator =
                    Indicator { name: format!("{}x", self.text()), ..Indicator::default() };
                judgements.indicators.push((ids.fresh(), indicator));
                Judging::AddIndicator
            }
            3 => {
                let after = judgements.plan.actions.last().map(|(id, _)| *id);
                let name = format!("{}x", self.text());
                let after = after.into_iter().collect();
                let action = Action { name, days: 3, after, ..Action::default() };
                judgements.plan.actions.push((ids.fresh(), action));
                Judging::AddAction
            }
            4 => {
                judgements.plan.start = Date::of(2026, 6, 1);
                Judging::SetPlan
            }
            _ => {
                judgements.concept = self.text();
                Judging::Settings
            }
        };
        (judging, judgements)
    }

    /// The planning sheets with one more or less, or another name.
    fn reckoned(&mut self, blueprint: &Blueprint) -> (SheetWork, Vec<(SheetId, Arc<Sheet>)>) {
        let mut sheets = blueprint.sheets().to_vec();
        let mut ids = blueprint.ids();
        let work = match self.below(3) {
            0 if !sheets.is_empty() => {
                sheets.remove(0);
                SheetWork::Remove
            }
            1 if !sheets.is_empty() => {
                let name = format!("{}x", self.text());
                if let Some((_, sheet)) = sheets.first_mut() {
                    Arc::make_mut(sheet).name = name;
                }
                SheetWork::Rename
            }
            _ => {
                let id: SheetId = ids.fresh();
                // No two sheets of a file have one name.
                let name = format!("Sheet {id}");
                sheets.push((id, Arc::new(Sheet { name, ..Sheet::default() })));
                SheetWork::Add
            }
        };
        (work, sheets)
    }

    fn edit(&mut self, sort: &str, blueprint: &Blueprint, scenario: &Scenario) -> DocumentEdit {
        match sort {
            "SetTitle" => DocumentEdit::SetTitle(self.text()),
            "SetCurrency" => DocumentEdit::SetCurrency(self.text()),
            "SetRates" => DocumentEdit::SetRates(self.of(&RateUnit::ALL)),
            "SetOnlyToday" => DocumentEdit::SetOnlyToday(self.below(2) == 0),
            "SetUnit" => DocumentEdit::SetUnit(self.text()),
            "SetLesson" => {
                let lesson = (!self.chance(4)).then(|| Box::new(self.lesson(blueprint)));
                DocumentEdit::SetLesson(lesson)
            }
            "Discuss" => DocumentEdit::Discuss(
                self.of(&[Talk::Comment, Talk::Reply, Talk::Close, Talk::Review, Talk::Merge]),
                Box::new(self.discussion(scenario)),
            ),
            "Judge" => {
                let (judging, judgements) = self.judged(blueprint, scenario);
                DocumentEdit::Judge(judging, Box::new(judgements))
            }
            "Reckon" => {
                let (work, sheets) = self.reckoned(blueprint);
                DocumentEdit::Reckon(work, sheets)
            }
            "Paste" => {
                let (prepared, steps) = self.prepared(blueprint);
                DocumentEdit::Paste(Box::new(prepared), steps)
            }
            "Reload" => DocumentEdit::Reload(Box::new(self.prepared(blueprint).0)),
            "DuplicateScenario" => {
                DocumentEdit::DuplicateScenario(self.scenario(blueprint), self.text())
            }
            "AddScenario" => {
                let mut prepared = blueprint.clone();
                let new = prepared.duplicate_scenario(scenario.id(), "Prepared").expect("shown");
                DocumentEdit::AddScenario(Box::new(prepared), new)
            }
            "RenameScenario" => DocumentEdit::RenameScenario(self.scenario(blueprint), self.text()),
            "MoveScenario" => DocumentEdit::MoveScenario(self.scenario(blueprint), self.below(4)),
            "RemoveScenario" => DocumentEdit::RemoveScenario(self.scenario(blueprint)),
            "Several" if self.chance(2) => {
                let many = (0..=self.below(3)).map(|_| {
                    let sort = self.of(&["AddStep", "PlaceSteps", "SetTitle", "AddRole"]);
                    self.edit(sort, blueprint, scenario)
                });
                DocumentEdit::Several(many.collect())
            }
            sort => self.scenario_edit(sort, scenario).into(),
        }
    }

    /// An edit of one of the sorts.
    #[allow(clippy::too_many_lines)] // One short arm for each sort reads best.
    fn scenario_edit(&mut self, sort: &str, scenario: &Scenario) -> Edit {
        match sort {
            "AddStep" => Edit::AddStep(Box::new(self.step(scenario))),
            "AddStepWithLane" => {
                Edit::AddStepWithLane(self.of(&Zone::ALL), Box::new(self.step(scenario)))
            }
            "AppendStep" => {
                let (id, step) = (self.id(scenario.steps()), Box::new(self.step(scenario)));
                Edit::AppendStep(id, step, self.of(&LinkKind::ALL))
            }
            "InsertStep" => {
                Edit::InsertStep(self.id(scenario.links()), Box::new(self.step(scenario)))
            }
            "PrependStep" => {
                Edit::PrependStep(self.id(scenario.steps()), Box::new(self.step(scenario)))
            }
            "PutIntoLink" => {
                let (link, step) = (self.id(scenario.links()), self.id(scenario.steps()));
                Edit::PutIntoLink(link, step, self.place(scenario))
            }
            "CopySteps" => Edit::CopySteps(self.places(scenario)),
            "MakeRoom" => Edit::MakeRoom(self.room(scenario)),
            "InRoom" => {
                let sort = self.of(&["AddStep", "PlaceSteps", "PutIntoLink", "CopySteps"]);
                Edit::InRoom(self.room(scenario), Box::new(self.scenario_edit(sort, scenario)))
            }
            "MoveLane" => {
                Edit::MoveLane(self.id(scenario.lanes()), self.of(&Zone::ALL), self.below(4))
            }
            "SetSteps" => {
                let ids = self.steps(scenario);
                Edit::SetSteps(ids.into_iter().map(|id| (id, self.step(scenario))).collect())
            }
            "SetRows" => {
                let step = self.id(scenario.steps());
                let role = Role::new(self.text(), 1);
                let mut rows = RowChanges { colours: 8, ..RowChanges::default() };
                match self.below(4) {
                    0 => rows.steps.push((step, self.step(scenario))),
                    1 => rows.roles.push((self.id(scenario.roles()), role)),
                    2 => rows.new_roles.push(role),
                    _ => {
                        let names = vec![role.name, "Nurse".to_owned()];
                        let count = NonZeroU32::MIN;
                        let need = NamedNeed { roles: names, count, keep: false };
                        rows.needs.push((step, vec![need]));
                    }
                }
                Edit::SetRows(Box::new(rows))
            }
            "PasteFragment" => {
                let fragment = scenario.fragment(&self.steps(scenario));
                let place = self.places(scenario).first().map(|(_, place)| *place);
                Edit::PasteFragment(Arc::new(fragment), place)
            }
            "RenameStep" => Edit::RenameStep(self.id(scenario.steps()), self.text()),
            "PlaceSteps" => Edit::PlaceSteps(self.places(scenario)),
            "AlignSteps" => Edit::AlignSteps(self.places(scenario)),
            "DistributeSteps" => Edit::DistributeSteps(self.places(scenario)),
            "TidyUp" => Edit::TidyUp {
                places: self.places(scenario),
                lanes: vec![(self.id(scenario.lanes()), self.lane().height)],
                phases: vec![(self.id(scenario.phases()), self.width())],
            },
            "PlaceStepsWithLane" => {
                Edit::PlaceStepsWithLane(self.of(&Zone::ALL), self.places(scenario))
            }
            "Remove" => Edit::Remove {
                steps: self.steps(scenario),
                links: (0..self.below(2)).map(|_| self.id(scenario.links())).collect(),
            },
            "RemoveDecision" => {
                // A decision with a way out, if there is one.
                let is_decision = |id: &StepId| {
                    scenario.steps().get(id).is_some_and(|step| step.kind == StepKind::Decision)
                };
                let ways = scenario.links().iter().filter(|(_, link)| is_decision(&link.from));
                let ways: Vec<_> = ways.map(|(id, link)| (link.from, *id)).collect();
                let (step, way) = if ways.is_empty() {
                    (self.id(scenario.steps()), self.id(scenario.links()))
                } else {
                    self.of(&ways)
                };
                Edit::RemoveDecision(step, way)
            }
            "DuplicateSteps" => Edit::DuplicateSteps(self.steps(scenario), (24, 16)),
            "AddLink" => Edit::AddLink(self.link(scenario)),
            "SetLink" => Edit::SetLink(self.id(scenario.links()), self.link(scenario)),
            "SetLabel" => Edit::SetLabel(self.id(scenario.links()), self.text()),
            "SetShare" => Edit::SetShare(self.id(scenario.links()), self.share()),
            "AssignRole" => Edit::AssignRole(self.id(scenario.steps()), self.id(scenario.roles())),
            "AddRoleTo" => Edit::AddRoleTo(self.steps(scenario), Role::new(self.text(), 1)),
            "AssignElement" => {
                Edit::AssignElement(self.id(scenario.steps()), self.id(scenario.elements()))
            }
            "AddLane" => Edit::AddLane(self.lane()),
            "AddLaneAt" => Edit::AddLaneAt(self.lane(), self.below(4)),
            "SetLane" => Edit::SetLane(self.id(scenario.lanes()), self.lane()),
            "MoveLine" => Edit::MoveLine(vec![(self.id(scenario.lanes()), self.of(&Zone::ALL))]),
            "ReorderLane" => Edit::ReorderLane(self.id(scenario.lanes()), self.below(4)),
            "RemoveLane" => {
                let to = match self.below(3) {
                    0 => LaneSteps::MustBeNone,
                    1 => LaneSteps::Remove,
                    _ => LaneSteps::MoveTo(self.id(scenario.lanes())),
                };
                Edit::RemoveLane(self.id(scenario.lanes()), to)
            }
            "SplitPhase" => Edit::SplitPhase(self.text(), self.units(-100, 3_000)),
            "AddPhase" => Edit::AddPhase(Phase::new(self.text()), self.below(4)),
            "SetPhase" => {
                let phase = Phase { width: self.width(), name: self.text(), stage: None };
                Edit::SetPhase(self.id(scenario.phases()), phase)
            }
            "ReorderPhase" => Edit::ReorderPhase(self.id(scenario.phases()), self.below(4)),
            "RemovePhase" => Edit::RemovePhase(self.id(scenario.phases())),
            "AddRole" => Edit::AddRole(Role::new(self.text(), 2)),
            "SetRole" => {
                let (id, role) = self.row(scenario.roles(), || Role::new("Clerk", 0));
                let headcount = u32::try_from(self.below(9)).expect("few");
                Edit::SetRole(id, Role { headcount, ..role })
            }
            "RemoveRole" => Edit::RemoveRole(self.id(scenario.roles())),
            "AddElement" => Edit::AddElement(self.element()),
            "SetElement" => Edit::SetElement(self.id(scenario.elements()), self.element()),
            "RemoveElement" => Edit::RemoveElement(self.id(scenario.elements())),
            "SetDemand" => {
                let rate = Quantity::from(u32::try_from(self.below(90)).expect("few"));
                let day = (self.below(2) == 0).then(|| {
                    let close = u32::try_from(9 + self.below(9)).expect("few");
                    let at = |hours| TimeOfDay::new(hours * 60).expect("a time of day");
                    let mut day = Day::new(at(8), at(close));
                    day.per_hour = vec![rate; day.intervals()];
                    // Sometimes one that is not there.
                    day.first = Some(self.id(scenario.steps()));
                    Box::new(day)
                });
                Edit::SetDemand(Demand { per_hour: Some(rate), day, ..Demand::default() })
            }
            "SetSimulationRules" => Edit::SetSimulationRules(SimulationRules {
                order: self.of(&Order::ALL),
                seed: u32::try_from(self.below(90)).expect("few"),
                ..SimulationRules::default()
            }),
            "SetRelation" => Edit::SetRelation(CustomerRelation {
                visits_per_year: Quantity::new(f64::from(
                    u8::try_from(self.below(50)).expect("few"),
                ))
                .ok(),
                ..CustomerRelation::default()
            }),
            "SetFactors" => {
                let mut factors = DesignFactors::default();
                let factor = self.of(&DesignFactor::NAMES.map(|(_, factor)| factor));
                let rating = FactorRating { rating: Some(Stars::new(3)), note: self.text() };
                *factors.of_mut(factor) = rating;
                Edit::SetFactors(Box::new(factors))
            }
            "SetTypology" => Edit::SetTypology(Typology {
                complexity: Some(self.of(&Complexity::ALL)),
                ..Typology::default()
            }),
            "SetRedesignRules" => Edit::SetRedesignRules(Box::new(self.rules(scenario))),
            "HandOnSections" => {
                let named: Vec<StepId> = scenario.redesign_rules().steps().collect();
                let steps = scenario.steps();
                let Some(gone) = (!named.is_empty()).then(|| self.of(&named)) else {
                    // Nothing is named yet: something is.
                    let mut flowing = steps.iter().filter(|(_, step)| step.kind.flows());
                    let first = flowing.next().map(|(id, _)| *id);
                    let rules = RedesignRules { first, ..RedesignRules::default() };
                    return Edit::SetRedesignRules(Box::new(rules));
                };
                Edit::HandOnSections(vec![(gone, self.id(steps))])
            }
            "Several" => {
                let many = (0..=self.below(3)).map(|_| {
                    let sort = self.of(&["AddStep", "PlaceSteps", "AddRole"]);
                    self.scenario_edit(sort, scenario)
                });
                Edit::Several(many.collect())
            }
            other => panic!("no edit of the sort {other} is drawn"),
        }
    }
}

/// An editor beside a plain account of what its history must hold.
struct Account {
    editor: Editor,
    dice: Dice,
    /// The text of the document at each step that can be gone to.
    texts: Vec<String>,
    /// Which of them is shown.
    at: usize,
    /// The text that counts as saved.
    saved: String,
    /// The sorts of edits that changed something.
    seen: BTreeSet<&'static str>,
}

impl Account {
    fn new(seed: u64) -> Self {
        let editor = Editor::new(Blueprint::empty("Office", "As-is"));
        let text = encode(editor.blueprint());
        let (texts, saved) = (vec![text.clone()], text);
        Self { editor, dice: Dice(seed), texts, at: 0, saved, seen: BTreeSet::new() }
    }

    fn draw(&mut self) -> DocumentEdit {
        let blueprint = self.editor.settled_blueprint().clone();
        let scenario = self.editor.settled_scenario().clone();
        let sort = if scenario.steps().len() > MANY_STEPS && self.dice.chance(2) {
            "Remove"
        } else if blueprint.scenarios().len() > MANY_SCENARIOS {
            "RemoveScenario"
        } else {
            self.dice.of(SORTS)
        };
        self.dice.edit(sort, &blueprint, &scenario)
    }

    /// Takes down what an edit or a finished gesture did.
    fn note(&mut self, sort: &'static str) {
        let text = encode(self.editor.blueprint());
        if text != self.texts[self.at] {
            self.texts.truncate(self.at + 1);
            self.texts.push(text);
            self.at += 1;
            self.seen.insert(sort);
        }
    }

    fn act(&mut self) {
        match self.dice.below(20) {
            0..12 => {
                let edit = self.draw();
                let sort = sort_of(&edit);
                // A refused edit changes nothing, which the check below holds.
                let _ = self.editor.apply(edit);
                self.note(sort);
            }
            12 => self.gesture(false),
            13 => self.gesture(true),
            14 => {
                let edit = self.draw();
                let _ = self.editor.try_out(GestureId(3), edit);
                match self.dice.below(3) {
                    0 => self.editor.commit(),
                    1 => self.editor.abort(),
                    _ => {
                        self.editor.commit_gesture();
                        self.editor.commit();
                    }
                }
            }
            15 | 16 => {
                for _ in 0..self.dice.below(4) {
                    self.editor.undo();
                    self.at = self.at.saturating_sub(1);
                    self.check();
                }
            }
            17 => {
                for _ in 0..self.dice.below(4) {
                    self.editor.redo();
                    self.at = (self.at + 1).min(self.texts.len() - 1);
                    self.check();
                }
            }
            18 => {
                let selection = self.dice.selection(self.editor.scenario());
                self.editor.select(selection);
                let blueprint = self.editor.blueprint().clone();
                let scenario = self.dice.scenario(&blueprint);
                self.editor.show_scenario(scenario);
            }
            _ => {
                self.editor.mark_saved(self.editor.blueprint().clone());
                self.saved.clone_from(&self.texts[self.at]);
            }
        }
    }

    /// A gesture of several previews, of which the last counts.
    fn gesture(&mut self, keep: bool) {
        let mut sort = SORTS[0];
        for _ in 0..=self.dice.below(4) {
            let edit = self.draw();
            sort = sort_of(&edit);
            let _ = self.editor.preview(GestureId(9), edit);
        }
        if keep {
            self.editor.commit();
            self.note(sort);
        } else {
            self.editor.abort();
        }
    }

    /// What always holds.
    fn check(&self) {
        let editor = &self.editor;
        let text = encode(editor.blueprint());
        assert_eq!(text, self.texts[self.at], "the document is what it should be");
        let read = decode(&text).expect("a document that can be read again");
        assert_eq!(read.blueprint, **editor.blueprint(), "every rule of the document holds");
        assert_eq!(editor.undo_name().is_some(), self.at > 0);
        assert_eq!(editor.redo_name().is_some(), self.at + 1 < self.texts.len());
        let mut selection = editor.selection().clone();
        selection.keep_existing(editor.scenario());
        assert_eq!(selection, *editor.selection(), "what is selected is there");
        assert!(editor.blueprint().scenario(editor.scenario().id()).is_some());
        assert!(!editor.in_gesture());
        if text == self.saved {
            assert!(!editor.is_modified());
        }
    }

    /// Takes everything back and does it again.
    fn there_and_back(&mut self) {
        while self.at > 0 {
            self.editor.undo();
            self.at -= 1;
            assert_eq!(encode(self.editor.blueprint()), self.texts[self.at]);
        }
        assert!(self.editor.undo_name().is_none());
        while self.at + 1 < self.texts.len() {
            self.editor.redo();
            self.at += 1;
            assert_eq!(encode(self.editor.blueprint()), self.texts[self.at]);
        }
        assert!(self.editor.redo_name().is_none());
        self.check();
    }
}

/// The versions that a document went through, some edits from one to the next.
pub fn versions(seed: u64, count: usize) -> Vec<Blueprint> {
    let mut account = Account::new(seed);
    let next = |_| {
        for _ in 0..9 {
            account.act();
        }
        Blueprint::clone(account.editor.settled_blueprint())
    };
    (0..count).map(next).collect()
}

fn run(seeds: std::ops::Range<u64>) -> BTreeSet<&'static str> {
    let mut seen = BTreeSet::new();
    for seed in seeds {
        let mut account = Account::new(seed);
        for _ in 0..300 {
            account.act();
            account.check();
        }
        account.there_and_back();
        seen.append(&mut account.seen);
    }
    seen
}

#[test]
fn a_document_stays_sound_through_thousands_of_edits() {
    // Two threads share the work.
    let (left, right) = std::thread::scope(|scope| {
        let left = scope.spawn(|| run(0..8));
        let right = run(8..16);
        (left.join().expect("sound"), right)
    });
    let missing: Vec<_> =
        SORTS.iter().filter(|sort| !left.contains(*sort) && !right.contains(*sort)).collect();
    assert!(missing.is_empty(), "these edits changed nothing in any sequence: {missing:?}");
}

/// The numbers of all that a document holds, sort by sort.
fn numbers(blueprint: &Blueprint) -> BTreeSet<(&'static str, u32)> {
    fn of<K: Id, V>(sort: &'static str, rows: &Table<K, V>) -> Vec<(&'static str, u32)> {
        let rows: &IdTable<K, _> = rows;
        rows.keys().map(|id| (sort, id.number())).collect()
    }
    let scenarios = blueprint.scenarios();
    let held = scenarios.iter().flat_map(|scenario| {
        [
            vec![("scenario", scenario.id().number())],
            of("lane", scenario.lanes()),
            of("phase", scenario.phases()),
            of("step", scenario.steps()),
            of("link", scenario.links()),
            of("role", scenario.roles()),
            of("element", scenario.elements()),
        ]
    });
    held.flatten().collect()
}

/// How many numbers must have gone before it is believed that none comes back: more than a document
/// holds at once. How many edits that takes is left to the dice.
const GONE: usize = 60;
/// Within so many edits they go; else nearly nothing is removed, and nothing is shown.
const MOST_EDITS: usize = 4_000;

#[test]
fn a_number_once_given_is_never_given_again() {
    for seed in 100..104 {
        let mut account = Account::new(seed);
        let mut present = numbers(account.editor.blueprint());
        let mut gone = BTreeSet::new();
        let mut edits = 0;
        while gone.len() < GONE {
            edits += 1;
            assert!(edits <= MOST_EDITS, "only {} were removed", gone.len());
            let edit = account.draw();
            let sort = sort_of(&edit);
            let _ = account.editor.apply(edit);
            let now = numbers(account.editor.blueprint());
            let again: Vec<_> = now.intersection(&gone).collect();
            assert!(again.is_empty(), "{sort} gave {again:?} a second time");
            gone.extend(present.difference(&now).copied());
            present = now;
        }
        // Some more, so that those that went last could come back.
        for _ in 0..100 {
            let edit = account.draw();
            let _ = account.editor.apply(edit);
            let now = numbers(account.editor.blueprint());
            assert!(now.is_disjoint(&gone), "{:?}", now.intersection(&gone).next());
        }
    }
}
