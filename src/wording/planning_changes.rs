//! What changed about planning sheets, in words.

use super::changes::ChangeSign;
use super::texts::Wording;
use crate::blueprint::sheets::Sheet;
use crate::planning::sheet::Line;
use crate::redesign::Difference;
use crate::versions::PlanChange;

impl Wording {
    /// What changed about a sheet, as one line.
    pub(super) fn plan_change(&self, sheet: &Sheet, change: &PlanChange) -> (ChangeSign, String) {
        let name = match sheet.name.trim() {
            "" => self.text("planner-unnamed"),
            name => name,
        };
        let value = |what: String, was: &str, is: &str| {
            let said = |text: &str| match text {
                "" => self.text("planning-nothing-written").to_owned(),
                text => text.to_owned(),
            };
            let arguments = [
                ("sheet", name.into()),
                ("what", what.into()),
                ("before", said(was).into()),
                ("after", said(is).into()),
            ];
            self.with("planning-change", &arguments)
        };
        match change {
            PlanChange::Number { place, was, is } => {
                (ChangeSign::Changed, value(self.place_in_sheet(sheet, *place), was, is))
            }
            PlanChange::Fill(was, is) => {
                (ChangeSign::Changed, value(self.text("planner-mix-fill").to_owned(), was, is))
            }
            PlanChange::Renamed(was) => {
                let arguments = [("before", was.as_str().into()), ("after", name.into())];
                (ChangeSign::Changed, self.with("planning-change-renamed", &arguments))
            }
            PlanChange::Line(line, how, own) => {
                let what = self.text(match line {
                    Line::Item => "planning-change-item",
                    Line::Limit => "planning-change-limit",
                    Line::From => "planning-change-row",
                    Line::To => "planning-change-column",
                });
                let arguments =
                    [("sheet", name.into()), ("what", what.into()), ("name", own.as_str().into())];
                let text = match how {
                    Difference::Added => self.with("planning-change-added", &arguments),
                    Difference::Removed => self.with("planning-change-removed", &arguments),
                    Difference::Changed => self.with("planning-change-differs", &arguments),
                };
                ((*how).into(), text)
            }
            PlanChange::Otherwise => (
                ChangeSign::Changed,
                self.with("planning-change-otherwise", &[("sheet", name.into())]),
            ),
        }
    }
}
