//! What a table holds, before it is imported: a guess for each column to be corrected, how the rest
//! is read, and the steps that come of it.

use std::path::Path;
use std::sync::Arc;

use egui::{Align, ComboBox, Frame, Layout, Margin, RichText, ScrollArea, Stroke, Ui, Vec2};

use crate::blueprint::notation::{Clock, DecimalMark, LengthUnit};
use crate::blueprint::{Blueprint, LinkEnd, LinkKind, Refusal, Scenario, StepId};
use crate::exchange::{
    self, AddedSteps, Column, ColumnPlan, ENCODINGS, Form, Join, PlainNumbers, RawTable, Reading,
    Source, StepColumn, TableErrors, TableFault, Told, UnitTold,
};
use crate::ui::app::App;
use crate::ui::controls::{callout, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::importing::name_of;
use crate::ui::theme::{BODY, SMALL, Tokens};
use crate::wording::Wording;

/// The width of the dialog, in points.
pub(super) const WIDTH: f32 = 940.0;

/// How wide a column is shown.
const COLUMN: f32 = 138.0;

/// How many cells of a column are shown.
const CELLS: usize = 3;

/// How many steps are shown of those that are imported.
const SHOWN: usize = 60;

/// Where the steps go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Destination {
    /// Into a blueprint of their own.
    New,
    /// Onto the sheet that is open.
    Sheet,
}

/// A table on its way in.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Import {
    /// The name of the file; `None` for what was pasted.
    name: Option<String>,
    /// The bytes of the file, to be read in another encoding.
    bytes: Arc<[u8]>,
    /// The encoding that a person chose.
    encoding: Option<&'static str>,
    source: Arc<Source>,
    reading: Reading,
    /// How the sheet is read as zones and phases, if it can be that.
    matrix: Option<Reading>,
    destination: Destination,
    outcome: Option<Arc<Outcome>>,
    /// What was open when the outcome was reckoned.
    onto: Option<Arc<Blueprint>>,
}

/// What comes of it.
#[derive(Debug)]
enum Outcome {
    /// The blueprint with the steps, and the rows that are shown of them.
    Steps { blueprint: Box<Blueprint>, added: AddedSteps, rows: Vec<[String; 5]> },
    /// What is in the way.
    Faults(TableErrors),
}

impl Import {
    /// What a file holds.
    ///
    /// # Errors
    /// What keeps it from being read at all.
    pub fn file(path: &Path, bytes: Vec<u8>) -> Result<Self, TableErrors> {
        let source = Source::of_bytes(&bytes, None)?;
        let import = Self::of(source)?;
        Ok(Self {
            name: Some(name_of(path)),
            bytes: bytes.into(),
            destination: Destination::New,
            ..import
        })
    }

    /// What was pasted.
    ///
    /// # Errors
    /// What keeps it from being read at all.
    pub fn pasted(source: Source) -> Result<Self, TableErrors> {
        Self::of(source)
    }

    fn of(source: Source) -> Result<Self, TableErrors> {
        let reading = match source.propose() {
            Ok(reading) => reading,
            // A person may tell which column holds the steps.
            Err(errors) => source.blank_reading(0).ok_or(errors)?,
        };
        let matrix = source.matrix_reading(reading.sheet);
        Ok(Self {
            matrix,
            name: None,
            bytes: Arc::default(),
            encoding: None,
            source: Arc::new(source),
            reading,
            destination: Destination::Sheet,
            outcome: None,
            onto: None,
        })
    }

    /// Whether it was pasted, and so is meant for the sheet that was open.
    pub fn is_pasted(&self) -> bool {
        self.name.is_none()
    }

    /// The table that is read.
    fn table(&self) -> Option<&RawTable> {
        self.source.sheets.get(self.reading.sheet).map(|(_, table)| table)
    }

    /// Reads the file anew in another encoding; one in which it cannot be read changes nothing.
    fn read_as(&mut self, encoding: &'static str) {
        if let Ok(source) = Source::of_bytes(&self.bytes, Some(encoding))
            && let Ok(again) = Self::of(source)
        {
            self.source = again.source;
            self.reading = again.reading;
            self.matrix = again.matrix;
            self.encoding = Some(encoding);
            self.outcome = None;
        }
    }

    fn choose(&mut self, reading: Reading) {
        self.reading = reading;
        self.outcome = None;
    }

    /// What would come of it now.
    fn outcome(&mut self, app: &App) -> Arc<Outcome> {
        // What is open may have become another meanwhile.
        let open = app.editor.blueprint();
        let is_same = self.onto.as_ref().is_some_and(|onto| Arc::ptr_eq(onto, open));
        if let Some(outcome) = self.outcome.as_ref().filter(|_| is_same) {
            return Arc::clone(outcome);
        }
        self.onto = Some(Arc::clone(open));
        let mut blueprint = match self.destination {
            Destination::Sheet => Blueprint::clone(app.editor.blueprint()),
            Destination::New => {
                let stem = self.name.as_deref().map(|name| {
                    Path::new(name).file_stem().unwrap_or_default().to_string_lossy().into_owned()
                });
                Blueprint::empty(stem.unwrap_or_default(), app.words.text("scenario-first"))
            }
        };
        let id = match self.destination {
            Destination::Sheet => app.editor.scenario().id(),
            Destination::New => blueprint.baseline().id(),
        };
        let mut faults = TableErrors(Vec::new());
        let added = blueprint.edit(id, |scenario, ids| {
            self.source.add(&self.reading, scenario, ids).map_err(|errors| {
                faults = errors;
                Refusal::NotThere
            })
        });
        let outcome = Arc::new(match added {
            Ok(added) => {
                let rows = blueprint.scenario(id).map(|scenario| {
                    let shown = added.steps.iter().take(SHOWN);
                    shown.filter_map(|step| row(&app.words, scenario, *step)).collect()
                });
                Outcome::Steps {
                    blueprint: Box::new(blueprint),
                    added,
                    rows: rows.unwrap_or_default(),
                }
            }
            Err(_) => Outcome::Faults(faults),
        });
        self.outcome = Some(Arc::clone(&outcome));
        outcome
    }
}

/// The row of a step: name, lane, role, time, what follows.
fn row(words: &Wording, scenario: &Scenario, id: StepId) -> Option<[String; 5]> {
    let step = scenario.steps().get(&id)?;
    let lane = scenario.lanes().get(&step.lane).map(|lane| words.lane(lane).to_owned());
    let needs = exchange::write_needs(&scenario.needs_as_named(&step.needs));
    let time = step.time.as_ref().map(|time| words.service_time(time));
    let next: Vec<String> = scenario
        .links_at(id)
        .filter(|(_, link)| link.from == id && link.kind == LinkKind::Flow)
        .map(|(_, link)| {
            let to = match link.to {
                LinkEnd::Step(to) => words.step(to, scenario).to_owned(),
                LinkEnd::Outside => words.text("link-outside").to_owned(),
            };
            link.share.map_or(to.clone(), |share| format!("{to} {share}"))
        })
        .collect();
    let name = step.name.replace('\n', " ");
    Some([name, lane.unwrap_or_default(), needs, time.unwrap_or_default(), next.join("; ")])
}

/// Shows the dialog; answers whether it is done with.
pub(super) fn show(ui: &mut Ui, app: &mut App, import: &mut Import) -> bool {
    let head = match &import.name {
        Some(name) => app.words.with("import-title", &[("name", name.as_str().into())]),
        None => app.words.text("import-title-paste").to_owned(),
    };
    super::title(ui, &head);
    let room = (ui.ctx().content_rect().height() - 190.0).clamp(240.0, 560.0);
    let top = ui.cursor().top();
    choices(ui, app, import);
    columns(ui, app, import);
    let mut outcome = import.outcome(app);
    if conventions(ui, app, import, &outcome) {
        outcome = import.outcome(app);
    }
    let left = (room - (ui.cursor().top() - top)).max(120.0);
    match &*outcome {
        Outcome::Steps { added, rows, .. } => {
            let notices: Vec<String> =
                added.notices.iter().map(|notice| app.words.import_notice(notice)).collect();
            let said = notices.len().min(4) as f32 * 20.0;
            let said = if notices.is_empty() { 0.0 } else { said + 30.0 };
            preview(ui, app, added, rows, (left - said).max(96.0));
            notes(ui, &notices, said);
        }
        Outcome::Faults(errors) => faults(ui, app, errors, left),
    }
    answers(ui, app, import, &outcome)
}

/// A choice with its name before it.
fn named<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    width: f32,
    current: T,
    options: &[(T, String)],
) -> Option<T> {
    let label = ui.label(RichText::new(name).color(Tokens::of(ui.ctx()).muted));
    let shown = options.iter().find(|(value, _)| *value == current);
    let shown = shown.map_or("", |(_, text)| text.as_str());
    let mut chosen = None;
    let combo = ComboBox::from_id_salt(("import", name))
        .selected_text(shown)
        .width(width)
        .truncate()
        .show_ui(ui, |ui| {
            for (value, text) in options {
                if ui.selectable_label(*value == current, text).clicked() && *value != current {
                    chosen = Some(*value);
                }
            }
        });
    let _ = combo.response.labelled_by(label.id);
    chosen
}

/// Which sheet, which encoding, read as what.
fn choices(ui: &mut Ui, app: &App, import: &mut Import) {
    let words = &app.words;
    let encoded = import.encoding.is_some() || import.source.encoding.is_some();
    if import.source.sheets.len() < 2 && import.matrix.is_none() && !encoded {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if import.source.sheets.len() > 1 {
            let sheets = import.source.sheets.iter().enumerate();
            let sheets: Vec<(usize, String)> =
                sheets.map(|(at, (name, _))| (at, name.clone())).collect();
            let name = words.text("import-sheet");
            if let Some(sheet) = named(ui, name, 150.0, import.reading.sheet, &sheets) {
                let reading = import.source.propose_sheet(sheet).ok();
                if let Some(reading) = reading.or_else(|| import.source.blank_reading(sheet)) {
                    import.matrix = import.source.matrix_reading(sheet);
                    import.choose(reading);
                }
            }
        }
        if let Some(matrix) = import.matrix.clone() {
            let is_matrix = matches!(import.reading.form, Form::Matrix { .. });
            let options = [
                (true, words.text("import-as-matrix").to_owned()),
                (false, words.text("import-as-rows").to_owned()),
            ];
            match named(ui, words.text("import-read-as"), 160.0, is_matrix, &options) {
                Some(true) => import.choose(matrix),
                Some(false) => {
                    if let Some(rows) = import.source.blank_reading(import.reading.sheet) {
                        import.choose(rows);
                    }
                }
                None => {}
            }
        }
        if let Form::Matrix { flow, .. } = &mut import.reading.form {
            let ticked = ui.checkbox(flow, words.text("import-flow"));
            if ticked.on_hover_text(words.text("import-flow-help")).changed() {
                import.outcome = None;
            }
        }
        encodings(ui, words, import);
    });
    if let Some(guess) = &import.source.encoding {
        let sample = guess.sample.as_str();
        let check = words.with("import-encoding-check", &[("sample", sample.into())]);
        ui.label(RichText::new(check).color(Tokens::of(ui.ctx()).warn));
    }
}

/// The encoding, where it was guessed or chosen.
fn encodings(ui: &mut Ui, words: &Wording, import: &mut Import) {
    let guessed = import.source.encoding.as_ref().map(|guess| guess.name);
    let Some(current) = import.encoding.or(guessed) else { return };
    let mut options: Vec<(&'static str, String)> = ENCODINGS
        .iter()
        .map(|name| {
            let text = if guessed == Some(*name) {
                words.with("import-encoding-guess", &[("name", (*name).into())])
            } else {
                (*name).to_owned()
            };
            (*name, text)
        })
        .collect();
    if !options.iter().any(|(name, _)| *name == current) {
        options.push((current, current.to_owned()));
    }
    if let Some(encoding) = named(ui, words.text("import-encoding"), 160.0, current, &options) {
        import.read_as(encoding);
    }
}

/// The columns side by side: heading, some cells, and what they are taken for.
fn columns(ui: &mut Ui, app: &App, import: &mut Import) {
    let Form::Steps(plan) = &import.reading.form else { return };
    let Some(table) = import.table() else { return };
    let words = &app.words;
    let tokens = Tokens::of(ui.ctx());
    let from = plan.header.map_or(0, |row| row + 1);
    let (mut chosen, mut unit_chosen) = (None, None);
    let unitless = import.source.plain_numbers(&import.reading);
    small(ui, tokens, words.text("import-columns"));
    ScrollArea::horizontal().id_salt("import-columns").show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing = Vec2::new(6.0, 3.0);
            for (at, column) in plan.columns.iter().enumerate() {
                let taken = column.column.is_some() || column.join.is_some();
                let edge = match (taken, column.told) {
                    (true, Told::ByPart | Told::ByContent) => tokens.warn,
                    _ => tokens.hairline,
                };
                let frame = Frame::new()
                    .fill(if taken { tokens.background } else { tokens.panel })
                    .stroke(Stroke::new(1.0, edge))
                    .corner_radius(6.0)
                    .inner_margin(Margin::symmetric(8, 6));
                frame.show(ui, |ui| {
                    ui.set_width(COLUMN);
                    ui.vertical(|ui| {
                        let number = at + 1;
                        let heading = match column.heading.as_str() {
                            "" => words.with("import-column-unnamed", &[("number", number.into())]),
                            heading => heading.to_owned(),
                        };
                        let strong = font(Weight::Semibold, BODY);
                        let text = RichText::new(&heading).font(strong).color(tokens.ink);
                        ui.add(egui::Label::new(text).truncate());
                        let cells: Vec<&str> = table.column(at, from).take(CELLS).collect();
                        for place in 0..CELLS {
                            let cell = cells.get(place).copied().unwrap_or(" ");
                            let cell = cell.lines().next().unwrap_or_default();
                            let text = RichText::new(cell).size(SMALL).color(tokens.muted);
                            ui.add(egui::Label::new(text).truncate());
                        }
                        let name = words.with("import-column-of", &[("heading", heading.into())]);
                        if let Some(column) = column_choice(ui, words, at, &name, column) {
                            chosen = Some((at, column.0));
                        }
                        let numbers = unitless.iter().find(|numbers| numbers.at == at);
                        if let Some(unit) = numbers.and_then(|p| unit_choice(ui, words, p, &name)) {
                            unit_chosen = Some((at, unit));
                        }
                    });
                });
            }
        });
        ui.add_space(8.0);
    });
    if let Some((at, column)) = chosen
        && let Form::Steps(plan) = &mut import.reading.form
    {
        plan.set(at, column);
        import.outcome = None;
    }
    if let Some((at, unit)) = unit_chosen
        && let Form::Steps(plan) = &mut import.reading.form
        && let Some(column) = plan.columns.get_mut(at)
    {
        column.unit = Some(unit);
        import.outcome = None;
    }
}

/// Which mark is the decimal one and what a colon means where the columns leave it open; answers
/// whether that was said now.
fn conventions(ui: &mut Ui, app: &App, import: &mut Import, outcome: &Outcome) -> bool {
    let words = &app.words;
    let Form::Steps(plan) = &mut import.reading.form else { return false };
    let refused = |wanted: Refusal| {
        matches!(outcome, Outcome::Faults(errors)
            if errors.0.iter().any(|error| error.fault == TableFault::Refused(wanted)))
    };
    let decimal = refused(Refusal::DoubtfulComma)
        || refused(Refusal::DoubtfulPoint)
        || plan.said.decimal.is_some();
    let colon = refused(Refusal::DoubtfulClock) || plan.said.clock.is_some();
    if !decimal && !colon {
        return false;
    }
    let before = plan.said;
    let text = |key| words.text(key).to_owned();
    ui.horizontal_wrapped(|ui| {
        if decimal {
            let marks = [
                (None, "?".to_owned()),
                (Some(DecimalMark::Point), text("import-decimal-point")),
                (Some(DecimalMark::Comma), text("import-decimal-comma")),
            ];
            let name = words.text("import-decimal");
            if let Some(said) = named(ui, name, 260.0, plan.said.decimal, &marks) {
                plan.said.decimal = said;
            }
        }
        if colon {
            let clocks = [
                (None, "?".to_owned()),
                (Some(Clock::MinutesSeconds), text("import-colon-minutes")),
                (Some(Clock::HoursMinutes), text("import-colon-hours")),
            ];
            let name = words.text("import-colon");
            if let Some(said) = named(ui, name, 190.0, plan.said.clock, &clocks) {
                plan.said.clock = said;
            }
        }
    });
    let changed = plan.said != before;
    if changed {
        import.outcome = None;
    }
    changed
}

/// What a person takes a column for; nothing if it is to be left out.
struct Choice(Option<StepColumn>);

/// What a column is taken for.
fn column_choice(
    ui: &mut Ui,
    words: &Wording,
    at: usize,
    name: &str,
    plan: &ColumnPlan<StepColumn>,
) -> Option<Choice> {
    let tokens = Tokens::of(ui.ctx());
    let current = plan.column;
    let joined = plan.join.map(|join| match join {
        Join::Unit => words.text("import-joined-unit"),
        Join::Part { .. } => words.text("import-joined-part"),
    });
    let text = |column: Option<StepColumn>| match column {
        Some(column) => words.step_column(column),
        None => words.text("import-leave-out"),
    };
    let shown = joined.unwrap_or_else(|| text(current));
    let colour = if current.is_some() || joined.is_some() { tokens.ink } else { tokens.muted };
    let mut chosen = None;
    let combo = ComboBox::from_id_salt(("import-column", at))
        .selected_text(RichText::new(shown).color(colour))
        .width(COLUMN)
        .truncate()
        .height(320.0)
        .show_ui(ui, |ui| {
            let columns = StepColumn::ALL.iter().copied().map(Some);
            for column in std::iter::once(None).chain(columns) {
                let is_current = joined.is_none() && column == current;
                if ui.selectable_label(is_current, text(column)).clicked() {
                    chosen = Some(column);
                }
            }
        });
    let _ = combo.response.accessible_name(name);
    chosen.filter(|column| joined.is_some() || *column != current).map(Choice)
}

/// What the plain numbers of a column are in, where its heading does not say.
fn unit_choice(
    ui: &mut Ui,
    words: &Wording,
    plain: &PlainNumbers,
    column: &str,
) -> Option<LengthUnit> {
    const UNITS: [LengthUnit; 5] = [
        LengthUnit::Second,
        LengthUnit::Minute,
        LengthUnit::Hour,
        LengthUnit::Day,
        LengthUnit::WorkingDay,
    ];
    let tokens = Tokens::of(ui.ctx());
    let unit = words.unit_of_numbers(plain.unit);
    // A column is narrow: how sure it is, is said in full where one points.
    let (key, full, colour) = match plain.told {
        UnitTold::Said => ("import-numbers-in", "import-numbers-in", tokens.ink),
        UnitTold::ByCells => ("import-numbers-in", "import-numbers-as-others", tokens.warn),
        UnitTold::Assumed => ("import-numbers-asked", "import-numbers-unsaid", tokens.warn),
    };
    let said = |key: &'static str| words.with(key, &[("unit", unit.clone().into())]);
    let (shown, full) = (said(key), said(full));
    let mut chosen = None;
    let combo = ComboBox::from_id_salt(("import-unit", plain.at))
        .selected_text(RichText::new(&shown).color(colour))
        .width(COLUMN)
        .truncate()
        .show_ui(ui, |ui| {
            for unit in UNITS {
                let is_current = plain.told == UnitTold::Said && unit == plain.unit;
                if ui.selectable_label(is_current, words.unit_of_numbers(unit)).clicked() {
                    chosen = Some(unit);
                }
            }
        });
    let _ = combo.response.on_hover_text(&full).accessible_name(format!("{column}, {full}"));
    chosen
}

/// The steps that come of it.
fn preview(ui: &mut Ui, app: &App, added: &AddedSteps, rows: &[[String; 5]], height: f32) {
    let words = &app.words;
    let tokens = Tokens::of(ui.ctx());
    let steps = words.counted("steps", added.steps.len());
    let roles = words.counted("roles", added.roles.len());
    let count = [("steps", steps.into()), ("roles", roles.into())];
    ui.label(RichText::new(words.with("import-preview", &count)).color(tokens.ink));
    let headings =
        [StepColumn::Step, StepColumn::Lane, StepColumn::Role, StepColumn::Time, StepColumn::Next];
    let width = ui.available_width() - 20.0;
    let parts = [0.28, 0.17, 0.2, 0.13, 0.22];
    let line = |ui: &mut Ui, cells: [&str; 5], colour: egui::Color32, size: f32| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for (cell, part) in cells.into_iter().zip(parts) {
                let size_of = Vec2::new(width * part, 18.0);
                ui.allocate_ui_with_layout(size_of, Layout::left_to_right(Align::Center), |ui| {
                    ui.set_min_width(size_of.x);
                    ui.set_max_width(size_of.x - 8.0);
                    let text = RichText::new(cell).size(size).color(colour);
                    ui.add(egui::Label::new(text).truncate());
                });
            }
        });
    };
    ui.spacing_mut().item_spacing.y = 2.0;
    line(ui, headings.map(|column| words.step_column(column)), tokens.muted, SMALL);
    ScrollArea::vertical()
        .id_salt("import-preview")
        .max_height((height - 50.0).max(60.0))
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for row in rows {
                line(ui, row.each_ref().map(String::as_str), tokens.ink, BODY);
            }
            let more = added.steps.len().saturating_sub(rows.len());
            if more > 0 {
                let more = words.with("import-preview-more", &[("count", more.into())]);
                small(ui, tokens, more);
            }
        });
    ui.spacing_mut().item_spacing.y = 10.0;
}

/// What was made of the doubtful, and what is left out.
fn notes(ui: &mut Ui, notices: &[String], height: f32) {
    if notices.is_empty() {
        return;
    }
    let tokens = Tokens::of(ui.ctx());
    callout(tokens.background, tokens.hairline).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ScrollArea::vertical().id_salt("import-notes").max_height(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for notice in notices {
                ui.add(egui::Label::new(RichText::new(notice).size(SMALL)).wrap());
            }
        });
    });
}

/// What is in the way.
fn faults(ui: &mut Ui, app: &App, errors: &TableErrors, height: f32) {
    let tokens = Tokens::of(ui.ctx());
    let head = RichText::new(app.words.text("import-not-yet")).font(font(Weight::Semibold, BODY));
    ui.label(head.color(tokens.bad));
    ScrollArea::vertical()
        .id_salt("import-faults")
        .max_height((height - 30.0).max(60.0))
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            for error in &errors.0 {
                let text = app.words.table_error(error);
                ui.add(egui::Label::new(text).wrap().selectable(true));
            }
        });
}

/// Where the steps go, and the buttons.
fn answers(ui: &mut Ui, app: &mut App, import: &mut Import, outcome: &Outcome) -> bool {
    let [go, cancel] = ["import-button", "button-cancel"].map(|key| app.words.text(key).to_owned());
    let [new, sheet] =
        ["import-into-new", "import-into-sheet"].map(|key| app.words.text(key).to_owned());
    let into = app.words.text("import-into").to_owned();
    let ctx = ui.ctx().clone();
    let mut done = false;
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.label(RichText::new(into).color(Tokens::of(ui.ctx()).muted));
        for (destination, name) in [(Destination::New, new), (Destination::Sheet, sheet)] {
            if ui.radio(import.destination == destination, name).clicked() {
                import.destination = destination;
                import.outcome = None;
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Outcome::Steps { blueprint, added, .. } = outcome {
                if super::main_button(ui, &go) && import.outcome.is_some() {
                    let (blueprint, added) = (Blueprint::clone(blueprint), added.clone());
                    app.finish_import(&ctx, import.destination, blueprint, added);
                    done = true;
                }
            } else {
                ui.add_enabled(false, egui::Button::new(&go));
            }
            done |= ui.button(&cancel).clicked();
        });
    });
    done
}
