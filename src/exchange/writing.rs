//! Writing steps and roles as tables.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::cells::{Target, TargetShare, write_named, write_target};
use super::columns::{Column, RoleColumn, StepColumn};
use super::fixed_words::{NOTHING, UNLIMITED, role_kind_words, step_kind_words};
use super::grid::escape;
use super::lanes::zone_words;
use super::needs::{write_needs, write_role};
use crate::blueprint::{
    Id, Law, Link, LinkEnd, LinkKind, NamedNeed, Places, Quantity, Role, RoleId, Scenario,
    ServiceTime, Step, StepId,
};

/// A table as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenTable {
    /// The text; with a byte order mark if a spreadsheet would otherwise misread it.
    pub text: String,
    /// Names that two steps or roles had, as the later one is called in the table: in a table a
    /// name means one thing.
    pub renamed: Vec<String>,
}

/// Writes the steps of a scenario so that [`super::steps_from_table`] reads back the same columns.
#[must_use]
pub fn write_steps(scenario: &Scenario) -> WrittenTable {
    write_steps_with(scenario, b',')
}

fn write_steps_with(scenario: &Scenario, separator: u8) -> WrittenTable {
    let texts = step_texts(scenario);
    WrittenTable { text: table::<StepColumn>(&texts.rows, separator), renamed: texts.renamed }
}

/// The cells of a table as texts, without its header.
pub struct Texts {
    /// A row for each step or role, in document order.
    pub rows: Vec<Vec<String>>,
    /// As in [`WrittenTable::renamed`].
    pub renamed: Vec<String>,
}

/// The steps of a scenario below the columns of [`StepColumn::WRITTEN`].
pub fn step_texts(scenario: &Scenario) -> Texts {
    let writer = StepWriter::new(scenario);
    let row = |(id, step): (&StepId, &Arc<Step>)| {
        StepColumn::WRITTEN.iter().map(|column| writer.cell(*column, *id, step)).collect()
    };
    Texts { rows: scenario.steps().iter().map(row).collect(), renamed: writer.steps.renamed }
}

/// The roles of a scenario below the columns of [`RoleColumn::WRITTEN`].
pub fn role_texts(scenario: &Scenario) -> Texts {
    let names = role_names(scenario);
    let row = |(id, role): (&RoleId, &Arc<Role>)| {
        RoleColumn::WRITTEN.iter().map(|column| role_cell(*column, &names, *id, role)).collect()
    };
    Texts { rows: scenario.roles().iter().map(row).collect(), renamed: names.renamed }
}

/// Writes some steps with the links among them, as they are copied to the clipboard: with tabs
/// between the cells and without a mark at the start, as spreadsheets take it.
#[must_use]
pub fn write_some_steps(scenario: &Scenario, steps: &BTreeSet<StepId>) -> WrittenTable {
    let mut some = scenario.clone();
    some.keep_only(steps);
    let written = write_steps_with(&some, b'\t');
    WrittenTable { text: written.text.trim_start_matches('\u{feff}').to_owned(), ..written }
}

/// Writes the roles of a scenario so that [`super::roles_from_table`] reads them back.
#[must_use]
pub fn write_roles(scenario: &Scenario) -> WrittenTable {
    let texts = role_texts(scenario);
    WrittenTable { text: table::<RoleColumn>(&texts.rows, b','), renamed: texts.renamed }
}

fn role_cell(column: RoleColumn, names: &Names<RoleId>, id: RoleId, role: &Role) -> String {
    match column {
        RoleColumn::Role => names.of(id).to_owned(),
        RoleColumn::Kind => first(role_kind_words(role.kind)),
        RoleColumn::Count => role.headcount.to_string(),
        RoleColumn::Availability => role.availability.to_string(),
        RoleColumn::CostPerHour => role.cost_per_hour.map(|c| c.to_string()).unwrap_or_default(),
        RoleColumn::StandsInFor => {
            let others = role.stands_in_for.iter().map(|other| write_role(names.of(*other)));
            others.collect::<Vec<_>>().join("; ")
        }
    }
}

fn first(words: &[&str]) -> String {
    words.first().copied().unwrap_or_default().to_owned()
}

/// Names that are unique in a table.
struct Names<K> {
    names: HashMap<K, String>,
    renamed: Vec<String>,
}

impl<K: Id> Names<K> {
    fn new<'n>(all: impl Iterator<Item = (K, &'n str)> + Clone) -> Self {
        let mut used: HashSet<String> = HashSet::new();
        let theirs: HashSet<&str> = all.clone().map(|(_, name)| name).collect();
        // The number that the next bearer of a name is tried with.
        let mut numbers: HashMap<&str, u32> = HashMap::new();
        let mut names = Self { names: HashMap::new(), renamed: Vec::new() };
        for (id, name) in all {
            let mut unique = name.trim().to_owned();
            while !used.insert(unique.clone()) {
                let number = numbers.entry(name.trim()).or_insert(2);
                loop {
                    unique = format!("{} ({number})", name.trim());
                    *number += 1;
                    if !theirs.contains(unique.as_str()) {
                        break;
                    }
                }
            }
            if unique != name.trim() {
                names.renamed.push(unique.clone());
            }
            names.names.insert(id, unique);
        }
        names
    }

    fn of(&self, id: K) -> &str {
        self.names.get(&id).map_or("", String::as_str)
    }
}

fn role_names(scenario: &Scenario) -> Names<RoleId> {
    Names::new(scenario.roles().iter().map(|(id, role)| (*id, role.name.as_str())))
}

struct StepWriter<'a> {
    scenario: &'a Scenario,
    steps: Names<StepId>,
    roles: Names<RoleId>,
    known: HashSet<String>,
    links: HashMap<StepId, Vec<Link>>,
    /// Steps that open a moment of which no step says what is next.
    ends: HashSet<StepId>,
}

impl<'a> StepWriter<'a> {
    fn new(scenario: &'a Scenario) -> Self {
        let steps = Names::new(scenario.steps().iter().map(|(id, s)| (*id, s.name.as_str())));
        let mut links: HashMap<StepId, Vec<Link>> = HashMap::new();
        for link in scenario.links().values() {
            links.entry(link.from).or_default().push(Link::clone(link));
        }
        let known = steps.names.values().cloned().collect();
        let ends = ends(scenario, &links);
        Self { scenario, steps, roles: role_names(scenario), known, links, ends }
    }

    fn cell(&self, column: StepColumn, id: StepId, step: &Step) -> String {
        let or_blank = |text: Option<String>| text.unwrap_or_default();
        match column {
            StepColumn::Step => self.steps.of(id).to_owned(),
            StepColumn::Kind => first(step_kind_words(step.kind)),
            StepColumn::Lane => self.lane(step),
            StepColumn::Phase => {
                or_blank(self.scenario.phases().get(&step.phase).map(|phase| phase.name.clone()))
            }
            StepColumn::Role => self.needs(step),
            StepColumn::Time => or_blank(step.time.as_ref().map(|time| time_and_scv(time).0)),
            StepColumn::Scv => or_blank(step.time.as_ref().map(|time| time_and_scv(time).1)),
            StepColumn::Places => or_blank(step.places.map(|places| match places {
                Places::Count(count) => count.to_string(),
                Places::Unlimited => first(UNLIMITED),
            })),
            StepColumn::Batch if step.batch.get() == 1 => String::new(),
            StepColumn::Batch => step.batch.to_string(),
            StepColumn::Setup => or_blank(step.setup.map(|setup| setup.to_string())),
            StepColumn::Next => self.next(id),
            StepColumn::Together => self.list(id, LinkKind::Together),
            StepColumn::Trigger => self.list(id, LinkKind::Trigger),
            StepColumn::Enter => or_blank(step.enter.map(|share| share.to_string())),
            StepColumn::Cost if step.material_cost == Quantity::ZERO => String::new(),
            StepColumn::Cost => step.material_cost.to_string(),
            // Rows are named, not numbered.
            StepColumn::Number
            | StepColumn::Previous
            | StepColumn::LeastTime
            | StepColumn::MostTime => String::new(),
        }
    }

    fn lane(&self, step: &Step) -> String {
        let words = zone_words(self.scenario.zone_of(step));
        let zone = words.split('|').next().unwrap_or_default().to_owned();
        match self.scenario.lanes().get(&step.lane) {
            Some(lane) if !lane.name.trim().is_empty() => format!("{zone}/{}", lane.name),
            _ => zone,
        }
    }

    fn needs(&self, step: &Step) -> String {
        let needs: Vec<NamedNeed> = step
            .needs
            .iter()
            .map(|need| NamedNeed {
                roles: need.roles.iter().map(|role| self.roles.of(*role).to_owned()).collect(),
                count: need.count,
                keep: need.keep,
            })
            .collect();
        write_needs(&needs)
    }

    fn links_of(&self, id: StepId, kind: LinkKind) -> impl Iterator<Item = &Link> {
        self.links.get(&id).into_iter().flatten().filter(move |link| link.kind == kind)
    }

    fn list(&self, id: StepId, kind: LinkKind) -> String {
        let names: Vec<String> = self
            .links_of(id, kind)
            .filter_map(|link| Some((link.to.step()?, &link.label)))
            .map(|(to, label)| {
                write_named(self.steps.of(to), label, |name| self.known.contains(name))
            })
            .collect();
        names.join("; ")
    }

    fn next(&self, id: StepId) -> String {
        let some_share = self.links_of(id, LinkKind::Flow).any(|link| link.share.is_some());
        let ways: Vec<String> = self
            .links_of(id, LinkKind::Flow)
            .map(|link| {
                let step = match link.to {
                    LinkEnd::Step(to) => Some(self.steps.of(to).to_owned()),
                    LinkEnd::Outside => None,
                };
                let share = match link.share {
                    Some(share) => TargetShare::Given(share),
                    None if some_share => TargetShare::Unknown,
                    None => TargetShare::Unsaid,
                };
                let label = link.label.clone();
                write_target(&Target { step, share, label }, |name| self.known.contains(name))
            })
            .collect();
        if ways.is_empty() && self.ends.contains(&id) { first(NOTHING) } else { ways.join("; ") }
    }
}

/// The steps whose blank `next` would be read as the next row, though nothing follows.
fn ends(scenario: &Scenario, links: &HashMap<StepId, Vec<Link>>) -> HashSet<StepId> {
    let mut index = HashMap::new();
    for (at, id) in scenario.steps().keys().enumerate() {
        index.insert(*id, at);
    }
    let mut moments = petgraph::unionfind::UnionFind::<usize>::new(index.len());
    for link in scenario.links().values() {
        if link.kind == LinkKind::Together
            && !scenario.is_association(link)
            && let (Some(from), Some(to)) =
                (index.get(&link.from), link.to.step().and_then(|to| index.get(&to)))
        {
            moments.union(*from, *to);
        }
    }
    let labels = moments.into_labeling();
    let mut said: HashSet<usize> = HashSet::new();
    for (id, label) in scenario.steps().keys().zip(&labels) {
        if links.get(id).is_some_and(|links| links.iter().any(|l| l.kind == LinkKind::Flow)) {
            said.insert(*label);
        }
    }
    let mut ends = HashSet::new();
    for ((id, step), label) in scenario.steps().iter().zip(&labels) {
        // The first step of a moment is the one that a blank cell would lead on from.
        if step.kind.flows() && said.insert(*label) {
            ends.insert(*id);
        }
    }
    ends
}

/// A time with the plainest text, and its variation where that says the rest.
fn time_and_scv(time: &ServiceTime) -> (String, String) {
    let scv = time.scv();
    let mean = match time.law() {
        Law::Exponential { mean } | Law::Erlang { mean, .. } | Law::LogNormal { mean, .. } => *mean,
        _ => return (time.to_string(), String::new()),
    };
    let plain = ServiceTime::fixed(mean, time.unit());
    match (ServiceTime::from_mean_scv(mean, scv, time.unit()), plain) {
        (Ok(same), Ok(plain)) if same == *time => (plain.to_string(), scv.to_string()),
        _ => (time.to_string(), String::new()),
    }
}

/// Rows below their header as text. A byte order mark tells spreadsheets that it is UTF-8, where that
/// matters.
fn table<C: Column>(rows: &[Vec<String>], separator: u8) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
    let header = C::WRITTEN.iter().map(|column| column.name().to_owned()).collect();
    for row in std::iter::once(&header).chain(rows) {
        // Writing to memory fails only when memory ends, which aborts anyway.
        if let Err(error) = writer.write_record(row.iter().map(|cell| escape(cell).into_owned())) {
            log::error!("table: {error}");
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    let text = String::from_utf8(bytes).unwrap_or_default();
    if text.is_ascii() { text } else { format!("\u{feff}{text}") }
}
