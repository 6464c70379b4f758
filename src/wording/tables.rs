//! What is wrong in a table, in words.

use super::texts::Wording;
use crate::blueprint::notation::LengthUnit;
use crate::blueprint::{RoleKind, StepKind, Zone};
use crate::exchange::{
    DetailColumn, LARGEST_TABLE, NotHeld, Notice, NoticeKind, RoleColumn, StepColumn, TableColumn,
    TableError, TableErrors, TableFault, TableFileError, TableKind,
};
use crate::storage::FileProblem;

impl Wording {
    /// Everything that is wrong with a table, one fault to a line.
    #[must_use]
    pub fn table_errors(&self, errors: &TableErrors) -> String {
        let lines: Vec<String> = errors.0.iter().map(|error| self.table_error(error)).collect();
        lines.join("\n")
    }

    /// An error of a table, with row and column.
    #[must_use]
    pub fn table_error(&self, error: &TableError) -> String {
        let reason = self.table_fault(&error.fault, error.table);
        // The person's own word for the column, where there is one.
        let column = error.heading.clone().or_else(|| {
            error.column.map(|column| match column {
                TableColumn::Step(column) => self.step_column(column).to_owned(),
                TableColumn::Role(column) => self.role_column(column).to_owned(),
            })
        });
        match (error.row, column) {
            (0, _) => reason,
            (row, None) => {
                self.with("table-row", &[("row", row.into()), ("reason", reason.into())])
            }
            (row, Some(column)) => self.with(
                "table-cell",
                &[("row", row.into()), ("column", column.into()), ("reason", reason.into())],
            ),
        }
    }

    /// Why a table's file could not be read.
    #[must_use]
    pub fn table_file_error(&self, error: &TableFileError) -> String {
        let problem = match error {
            TableFileError::Table(errors) => return self.table_errors(errors),
            TableFileError::File(error) => {
                FileProblem::from(std::io::Error::new(error.kind(), error.to_string()))
            }
            TableFileError::NotAFile => FileProblem::NotAFile,
            TableFileError::TooLarge => {
                FileProblem::TooLarge { size: LARGEST_TABLE + 1, most: LARGEST_TABLE }
            }
        };
        self.file_problem(&problem)
    }

    /// What a column of the table of steps is called.
    #[must_use]
    pub fn step_column(&self, column: StepColumn) -> &str {
        self.text(match column {
            StepColumn::Step => "import-column-step",
            StepColumn::Kind => "import-column-kind",
            StepColumn::Lane => "import-column-lane",
            StepColumn::Phase => "import-column-phase",
            StepColumn::Role => "import-column-role",
            StepColumn::Time => "import-column-time",
            StepColumn::Scv => "import-column-scv",
            StepColumn::Places => "import-column-places",
            StepColumn::Batch => "import-column-batch",
            StepColumn::Setup => "import-column-setup",
            StepColumn::Next => "import-column-next",
            StepColumn::Together => "import-column-together",
            StepColumn::Trigger => "import-column-trigger",
            StepColumn::Enter => "import-column-enter",
            StepColumn::Cost => "import-column-cost",
            StepColumn::Number => "import-column-number",
            StepColumn::Previous => "import-column-previous",
            StepColumn::LeastTime => "import-column-least-time",
            StepColumn::MostTime => "import-column-most-time",
        })
    }

    /// What a column of the table of roles is called.
    #[must_use]
    pub fn role_column(&self, column: RoleColumn) -> &str {
        self.text(match column {
            RoleColumn::Role => "import-column-role",
            RoleColumn::Kind => "import-column-kind",
            RoleColumn::Count => "import-column-count",
            RoleColumn::Availability => "import-column-availability",
            RoleColumn::CostPerHour => "import-column-cost-per-hour",
            RoleColumn::StandsInFor => "details-stands_in_for",
        })
    }

    /// What an import made of things that could be meant otherwise, one notice to a line.
    #[must_use]
    pub fn import_notices(&self, notices: &[Notice]) -> String {
        let lines: Vec<String> = notices.iter().map(|notice| self.import_notice(notice)).collect();
        lines.join("\n")
    }

    /// What an import made of something that could be meant otherwise, or left out.
    #[must_use]
    pub fn import_notice(&self, notice: &Notice) -> String {
        let said = self.import_notice_kind(&notice.kind);
        match notice.row {
            0 => said,
            row => self.with("table-row", &[("row", row.into()), ("reason", said.into())]),
        }
    }

    /// What numbers are in: `seconds`, `working days`.
    #[must_use]
    pub fn unit_of_numbers(&self, unit: LengthUnit) -> String {
        let name = match unit {
            LengthUnit::Millisecond => "milliseconds",
            LengthUnit::Second => "seconds",
            LengthUnit::Minute => "minutes",
            LengthUnit::Quarter => "quarters",
            LengthUnit::Hour => "hours",
            LengthUnit::Day => "days",
            LengthUnit::WorkingDay => "working_days",
            LengthUnit::Week => "weeks",
            LengthUnit::WorkingWeek => "working_weeks",
        };
        self.with("import-unit-name", &[("unit", name.into())])
    }

    /// What numbers without a unit were taken to be in.
    fn unit_taken(&self, heading: &str, unit: LengthUnit, by_cells: bool) -> String {
        let key = if by_cells { "import-unit-of-cells" } else { "import-unit-assumed" };
        let unit = self.unit_of_numbers(unit);
        self.with(key, &[("heading", heading.into()), ("unit", unit.into())])
    }

    /// Names that were taken for those of other roles.
    fn roles_alike(&self, names: &[(String, String)]) -> String {
        let pairs: Vec<String> = names
            .iter()
            .map(|(written, taken)| {
                let arguments =
                    [("written", written.as_str().into()), ("taken", taken.as_str().into())];
                self.with("import-role-alike", &arguments)
            })
            .collect();
        let pairs: Vec<&str> = pairs.iter().map(String::as_str).collect();
        let names = self.list(&pairs, pairs.len());
        self.with("import-roles-alike", &[("names", names.into())])
    }

    fn import_notice_kind(&self, kind: &NoticeKind) -> String {
        let about = |key: &'static str, names: &[String]| {
            self.with(key, &[("names", self.quoted(names).into())])
        };
        match kind {
            NoticeKind::ColumnsLeftOut(names) => about("import-columns-left-out", names),
            NoticeKind::ColumnGuessed { heading, column } => self.with(
                "import-column-guessed",
                &[
                    ("heading", heading.as_str().into()),
                    ("column", self.step_column(*column).into()),
                ],
            ),
            NoticeKind::UnitTaken { heading, unit, by_cells } => {
                self.unit_taken(heading, *unit, *by_cells)
            }
            NoticeKind::PartsOfTime(names) => about("import-parts-of-time", names),
            NoticeKind::NoHeader => self.text("import-no-header").to_owned(),
            NoticeKind::AboveHeader(texts) => about("import-above-header", texts),
            NoticeKind::RolesAll(cells) => about("import-roles-all", cells),
            NoticeKind::RolesEither(cells) => about("import-roles-either", cells),
            NoticeKind::NamesNobody(cells) => about("import-names-nobody", cells),
            NoticeKind::TakenForGranted { column, heading, note } => {
                let heading = heading.as_deref().unwrap_or_else(|| self.step_column(*column));
                let note = self.reading_note(*note);
                let arguments = &[("heading", heading.into()), ("note", note.into())];
                self.with("import-taken-for-granted", arguments)
            }
            NoticeKind::TakenPerHour { heading } => {
                self.with("import-taken-per-hour", &[("heading", heading.as_str().into())])
            }
            NoticeKind::RolesAlike(names) => self.roles_alike(names),
            NoticeKind::TotalsLeftOut(names) => about("import-totals-left-out", names),
            NoticeKind::BelowTable(texts) => about("import-below-table", texts),
            NoticeKind::MergedTakenOnce { column, heading } => {
                let name = match column {
                    TableColumn::Step(column) => self.step_column(*column),
                    TableColumn::Role(column) => self.role_column(*column),
                };
                let heading = heading.as_deref().unwrap_or(name);
                self.with("import-merged-once", &[("heading", heading.into())])
            }
            NoticeKind::ByNumber { heading: None } => self.text("import-by-row").to_owned(),
            NoticeKind::ByNumber { heading: Some(heading) } => {
                self.with("import-by-number", &[("heading", heading.as_str().into())])
            }
            NoticeKind::LinesLeftOut(names) => about("import-lines-left-out", names),
            NoticeKind::MarksTakenOff => self.text("import-marks").to_owned(),
            NoticeKind::Matrix { steps } => {
                let steps = self.counted("steps", *steps);
                self.with("import-matrix", &[("steps", steps.into())])
            }
            NoticeKind::OutsideZones(names) => about("import-outside-zones", names),
            NoticeKind::Flowchart => self.text("import-flowchart").to_owned(),
            NoticeKind::RolesNameOthers(names) => about("import-roles-name-others", names),
            NoticeKind::RolesUnneeded(names) => {
                let said: Vec<String> = names
                    .iter()
                    .map(|(name, meant)| match meant {
                        None => self.with("import-quoted", &[("name", name.as_str().into())]),
                        Some(meant) => self.with(
                            "import-role-unneeded-meant",
                            &[("name", name.as_str().into()), ("meant", meant.as_str().into())],
                        ),
                    })
                    .collect();
                let said: Vec<&str> = said.iter().map(String::as_str).collect();
                let names = self.list(&said, 12);
                self.with("import-roles-unneeded", &[("names", names.into())])
            }
            NoticeKind::ChoicesWithoutShares(cells) => {
                about("import-choices-without-shares", cells)
            }
            NoticeKind::LabelsLeftOut(labels) => about("import-labels-left-out", labels),
            NoticeKind::LinkLeftOut { from, to } => self.with(
                "import-link-left-out",
                &[("from", from.as_str().into()), ("to", to.as_str().into())],
            ),
            NoticeKind::PartsLeftOut(parts) => about("import-parts-left-out", parts),
            NoticeKind::LinksDiffer => self.text("import-links-differ").to_owned(),
            NoticeKind::DemandKept => self.text("import-demand-kept").to_owned(),
            NoticeKind::CellsLeftOut(cells) => about("import-cells-left-out", cells),
            NoticeKind::NotHeld(what, names) => {
                let what = self.not_held(*what, names);
                self.with("import-not-held", &[("what", what.into())])
            }
            NoticeKind::SheetRead { name, others } => self.with(
                "import-sheet-read",
                &[("name", name.as_str().into()), ("names", self.quoted(others).into())],
            ),
            NoticeKind::EncodingGuessed { encoding, sample } => self.with(
                "import-encoding-guessed",
                &[("encoding", encoding.as_str().into()), ("sample", sample.as_str().into())],
            ),
        }
    }

    /// Something that a workbook has no room for, with its names where it has some: `Other scenarios:
    /// To-be A`.
    #[must_use]
    pub fn not_held(&self, what: NotHeld, names: &str) -> String {
        let what = self.text(match what {
            NotHeld::Scenarios => "not-held-scenarios",
            NotHeld::EmptyBands => "not-held-empty-bands",
            NotHeld::Surroundings => "not-held-surroundings",
            NotHeld::RedesignRules => "not-held-redesign-rules",
            NotHeld::Day => "not-held-day",
            NotHeld::Judgements => "not-held-judgements",
            NotHeld::PlanningSheets => "not-held-planning-sheets",
            NotHeld::OnlyToday => "not-held-only-today",
            NotHeld::Rates => "not-held-rates",
        });
        if names.is_empty() { what.to_owned() } else { self.labelled(what, names) }
    }

    /// A column of a workbook that tables have none of.
    #[must_use]
    pub fn detail_column(&self, column: DetailColumn) -> &str {
        self.text(match column {
            DetailColumn::Value => "workbook-detail-value",
            DetailColumn::AcceptedWait => "workbook-detail-wait",
            DetailColumn::Standard => "workbook-detail-standard",
            DetailColumn::Tolerated => "workbook-detail-tolerated",
            DetailColumn::Target => "workbook-detail-target",
            DetailColumn::Failure => "workbook-detail-failure",
            DetailColumn::FailShare => "workbook-detail-fail-share",
            DetailColumn::Severity => "workbook-detail-severity",
            DetailColumn::Detection => "workbook-detail-detection",
            DetailColumn::Recovery => "workbook-detail-recovery",
            DetailColumn::RecoveryStep => "workbook-detail-recovery-step",
            DetailColumn::Meeting => "workbook-detail-meeting",
            DetailColumn::Emotion => "workbook-detail-emotion",
            DetailColumn::Owner => "workbook-detail-owner",
            DetailColumn::Procedure => "workbook-detail-procedure",
            DetailColumn::Documents => "workbook-detail-documents",
        })
    }

    /// Names between quotation marks; of very many the first.
    fn quoted(&self, names: &[String]) -> String {
        const MOST: usize = 12;
        let quoted: Vec<String> = names
            .iter()
            .map(|name| self.with("import-quoted", &[("name", name.as_str().into())]))
            .collect();
        let quoted: Vec<&str> = quoted.iter().map(String::as_str).collect();
        self.list(&quoted, MOST)
    }

    /// The words that are read for the kinds of cards.
    fn step_kinds(&self) -> String {
        let words = StepKind::ALL.map(|kind| {
            self.text(match kind {
                StepKind::Action => "import-kind-action",
                StepKind::Decision => "import-kind-decision",
                StepKind::Evidence => "import-kind-evidence",
                StepKind::Note => "import-kind-note",
            })
        });
        self.list(&words, words.len())
    }

    fn role_kinds(&self) -> String {
        let words = RoleKind::ALL.map(|kind| {
            self.text(match kind {
                RoleKind::Staff => "import-kind-staff",
                RoleKind::Equipment => "import-kind-equipment",
                RoleKind::Room => "import-kind-room",
                RoleKind::Information => "import-kind-information",
                RoleKind::External => "import-kind-external",
            })
        });
        self.list(&words, words.len())
    }

    /// What is wrong, without the place.
    #[must_use]
    pub fn table_fault(&self, fault: &TableFault, table: TableKind) -> String {
        let about = |key: &'static str, name: &str| self.with(key, &[("name", name.into())]);
        let plain = match fault {
            TableFault::UnknownEncoding => "table-unknown-encoding",
            TableFault::Empty => "table-empty",
            TableFault::ColumnTwice => "table-column-twice",
            TableFault::NoRows => "table-no-rows",
            TableFault::UnclosedQuote => "table-unclosed-quote",
            TableFault::TooManyCells => "table-too-many-cells",
            TableFault::UnitMissing => "table-unit-missing",
            TableFault::TooManyRows => "table-too-many-rows",
            TableFault::NothingDrawn => "table-nothing-drawn",
            TableFault::NumberAmongClocks => "table-number-among-clocks",
            TableFault::NoName => "table-no-name",
            TableFault::EmptyName => "table-empty-name",
            TableFault::SharesAboveAll => "table-shares-above-all",
            TableFault::VariationWithoutTime => "table-variation-without-time",
            TableFault::VariationTwice => "table-variation-twice",
            TableFault::StandsInForItself => "table-stands-in-for-itself",
            TableFault::NameTwice(name) => return about("table-name-twice", name),
            TableFault::UnknownStep(name) => return about("table-unknown-step", name),
            TableFault::ChoiceAmongAll(name) => return about("table-choice-among-all", name),
            TableFault::AmountUnclear(name) => return about("table-amount-unclear", name),
            TableFault::NumberInName(name) => return about("table-number-in-name", name),
            TableFault::OneAfterAnother(name) => return about("table-one-after-another", name),
            TableFault::NotAHeadcount(name) => return about("table-not-a-headcount", name),
            TableFault::UnknownRole(name) => return about("table-unknown-role", name),
            TableFault::UnknownZone(name) => {
                let zones = Zone::ALL.map(|zone| self.zone(zone));
                let words = self.list(&zones, zones.len());
                return self.with(
                    "table-unknown-zone",
                    &[("name", name.as_str().into()), ("words", words.into())],
                );
            }
            TableFault::UnknownUnit(text) => return about("table-unknown-unit", text),
            TableFault::NotPerHour(text) => return about("table-not-per-hour", text),
            TableFault::FailedFormula(text) => return about("table-failed-formula", text),
            TableFault::FormulaWithoutResult(text) => {
                return about("table-formula-without-result", text);
            }
            TableFault::UnclearBrackets(text) => return about("table-unclear-brackets", text),
            TableFault::SomeOfSeveral(text) => return about("table-some-of-several", text),
            TableFault::NoSuchColumn(name) => return about("table-no-such-column", name),
            TableFault::OtherNotation(name) => return about("table-other-notation", name),
            TableFault::Workbook(reason) => return about("table-workbook", reason),
            TableFault::NoSheet(sheets) => {
                let names = self.quoted(sheets);
                return self.with("table-no-sheet", &[("names", names.into())]);
            }
            TableFault::NoSuchSheet(name, sheets) => {
                let names = self.quoted(sheets);
                return self.with(
                    "table-no-such-sheet",
                    &[("name", name.as_str().into()), ("names", names.into())],
                );
            }
            TableFault::LineAsLane(name) => return about("table-line-as-lane", name),
            TableFault::Refused(refusal) => return self.refusal(*refusal).to_owned(),
            TableFault::NoHeader => {
                let column = match table {
                    TableKind::Steps => self.step_column(StepColumn::Step),
                    TableKind::Roles => self.role_column(RoleColumn::Role),
                };
                return self.with("table-no-header", &[("column", column.into())]);
            }
            TableFault::UnknownKind(name) => {
                let words = match table {
                    TableKind::Steps => self.step_kinds(),
                    TableKind::Roles => self.role_kinds(),
                };
                return self.with(
                    "table-unknown-kind",
                    &[("name", name.as_str().into()), ("words", words.into())],
                );
            }
            TableFault::LinkRefused(name, refusal) => {
                let reason = self.refusal(*refusal);
                return self.with(
                    "table-link-refused",
                    &[("name", name.as_str().into()), ("reason", reason.into())],
                );
            }
        };
        self.text(plain).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{IdSource, Scenario};
    use crate::exchange::steps_from_table;
    use crate::wording::Language;

    #[test]
    fn faults_say_where_and_what_to_do() {
        let mut ids = IdSource::default();
        let mut scenario = Scenario::empty("", &mut ids);
        let table = "step,kind,next\nA,thing,B\n,,\nA,,\n";
        let errors = steps_from_table(table, &mut scenario, &mut ids).unwrap_err();
        assert_eq!(
            Wording::new(Language::English).table_errors(&errors),
            "row 2, column kind: “thing” is not a kind: use action, decision, evidence and note\n\
             row 2, column next: There is no step called “B”\n\
             row 4, column step: “A” occurs twice: give each row its own name"
        );
        let chinese = Wording::new(Language::Chinese).table_errors(&errors);
        assert!(chinese.contains("第 2 行 next 列：没有名为“B”的步骤"), "{chinese}");
    }
}
