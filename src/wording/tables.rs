//! What is wrong in a table, in words.

use super::texts::Wording;
use crate::exchange::{RoleColumn, StepColumn, TableError, TableErrors, TableFault, TableKind};

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
        match (error.row, error.column) {
            (0, _) => reason,
            (row, None) => {
                self.with("table-row", &[("row", row.into()), ("reason", reason.into())])
            }
            (row, Some(column)) => self.with(
                "table-cell",
                &[("row", row.into()), ("column", column.name().into()), ("reason", reason.into())],
            ),
        }
    }

    /// What is wrong, without the place.
    #[must_use]
    pub fn table_fault(&self, fault: &TableFault, table: TableKind) -> String {
        let named = |key: &'static str, name: &str| self.with(key, &[("name", name.into())]);
        let plain = match fault {
            TableFault::UnknownEncoding => "table-unknown-encoding",
            TableFault::Empty => "table-empty",
            TableFault::ColumnTwice => "table-column-twice",
            TableFault::NoRows => "table-no-rows",
            TableFault::UnclosedQuote => "table-unclosed-quote",
            TableFault::TooManyCells => "table-too-many-cells",
            TableFault::DecimalComma => "table-decimal-comma",
            TableFault::NoName => "table-no-name",
            TableFault::EmptyName => "table-empty-name",
            TableFault::SharesAboveAll => "table-shares-above-all",
            TableFault::VariationWithoutTime => "table-variation-without-time",
            TableFault::VariationTwice => "table-variation-twice",
            TableFault::NameTwice(name) => return named("table-name-twice", name),
            TableFault::UnknownStep(name) => return named("table-unknown-step", name),
            TableFault::UnknownZone(name) => return named("table-unknown-zone", name),
            TableFault::Refused(refusal) => return self.refusal(*refusal).to_owned(),
            TableFault::NoHeader => {
                let column = match table {
                    TableKind::Steps => StepColumn::Step.name(),
                    TableKind::Roles => RoleColumn::Role.name(),
                };
                return self.with("table-no-header", &[("column", column.into())]);
            }
            TableFault::UnknownKind(name) => {
                let words = match table {
                    TableKind::Steps => "action, decision, evidence, note",
                    TableKind::Roles => "staff, equipment, room, information, external",
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
            "row 2, column kind: “thing” is no kind: use action, decision, evidence, note\n\
             row 2, column next: There is no step called “B”\n\
             row 4, column step: “A” is there already: give each row its own name"
        );
        let chinese = Wording::new(Language::Chinese).table_errors(&errors);
        assert!(chinese.contains("第 2 行 next 列：没有名为“B”的步骤"), "{chinese}");
    }
}
