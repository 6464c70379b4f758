//! What changed about planning sheets, in words.

use super::changes::ChangeSign;
use super::texts::Wording;
use crate::blueprint::sheets::{Aim, Sheet};
use crate::planning::sheet::{Line, Place};
use crate::redesign::Difference;
use crate::versions::{ClassNumber, PlanChange};

impl Wording {
    /// What is wanted of a sheet.
    #[must_use]
    pub fn sheet_aim(&self, aim: Aim) -> &str {
        self.text(match aim {
            Aim::Most => "planner-aim-most",
            Aim::Least => "planner-aim-least",
        })
    }

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
            PlanChange::Aim(was, is) => {
                let what = self.text("planning-change-aim").to_owned();
                (ChangeSign::Changed, value(what, self.sheet_aim(*was), self.sheet_aim(*is)))
            }
            PlanChange::Amounts(was, is) => {
                let what = self.text("planning-change-amounts").to_owned();
                let values = (self.sheet_amounts(*was), self.sheet_amounts(*is));
                (ChangeSign::Changed, value(what, values.0, values.1))
            }
            PlanChange::Holds { place, was, is } => {
                let own = match place {
                    Place::LimitAmount(at) => sheet.limits.get(*at).map(|it| it.name.clone()),
                    _ => Some(self.place_in_sheet(sheet, *place)),
                };
                let own = [("name", own.unwrap_or_default().into())];
                let what = self.with("planning-change-holds", &own);
                let way = |(sense, of_total)| self.sheet_sense(sense, of_total);
                (ChangeSign::Changed, value(what, way(*was), way(*is)))
            }
            PlanChange::Class { class, number, was, is } => {
                let own = [("name", class.as_str().into())];
                let what = match number {
                    ClassNumber::Worth => self.with("planning-at-worth", &own),
                    ClassNumber::Least => self.with("planning-at-least", &own),
                    ClassNumber::Most => self.with("planning-at-most", &own),
                };
                (ChangeSign::Changed, value(what, was, is))
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
