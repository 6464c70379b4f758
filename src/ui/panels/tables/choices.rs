//! What can be chosen for a cell: a list below the field that follows what is typed.
//!
//! Whoever only walks through a table with Tab, Enter and arrows must leave it as it was. So the
//! list marks the present value and nothing else until something was typed, and arrows belong to
//! the table until then; Alt with an arrow, as in other spreadsheets, or the pointer chooses.

use egui::{Popup, PopupKind, RectAlign, Response, RichText, ScrollArea, SurrenderFocusOn, Ui};

use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::ViewContext;

/// How high the list is at most, in points.
const HIGHEST: f32 = 220.0;
/// How wide it is at most.
const WIDEST: f32 = 420.0;

/// What can be chosen for a cell while it is typed into.
pub(super) struct Choices<'a> {
    /// All values of the column.
    pub options: Vec<String>,
    /// What stands between several values; empty where there is one, which then must be listed.
    pub separators: &'static [char],
    /// What the cell held before.
    pub before: &'a str,
    /// What the field holds.
    pub text: &'a str,
    /// The row of the list that keys came to.
    pub steered: Option<usize>,
}

impl Choices<'_> {
    /// Whether nothing has been typed.
    pub fn is_fresh(&self) -> bool {
        self.text == self.before
    }

    /// Whether arrows move in the list, not in the table.
    pub fn takes_arrows(&self) -> bool {
        self.steered.is_some() || !self.is_fresh() && !self.listed().is_empty()
    }

    /// Where the value begins that is being typed: behind the last separator and a number.
    fn begin(&self) -> usize {
        let text = self.text;
        let behind = text.rfind(|c| self.separators.contains(&c)).map_or(0, |at| {
            at + text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
        });
        let word = text.get(behind..).unwrap_or_default();
        let trimmed = word.trim_start();
        let counted = trimmed.trim_start_matches(|c: char| c.is_ascii_digit());
        let rest = if self.separators.is_empty() || counted.len() == trimmed.len() {
            trimmed
        } else {
            counted.trim_start_matches(|c: char| c.is_whitespace() || c == '×')
        };
        text.len() - rest.len()
    }

    fn word(&self) -> String {
        self.text.get(self.begin()..).unwrap_or_default().trim().to_lowercase()
    }

    /// What is listed: all of it while nothing has been typed, then what holds the typed word.
    pub fn listed(&self) -> Vec<&str> {
        let word = self.word();
        let holds = |option: &&String| self.is_fresh() || option.to_lowercase().contains(&word);
        self.options.iter().filter(holds).map(String::as_str).collect()
    }

    /// The row that is marked, which Enter takes: the present value; among values that must be
    /// listed the one that was begun to be typed; or where the keys came to.
    pub fn marked(&self) -> Option<usize> {
        let listed = self.listed();
        if let Some(steered) = self.steered {
            return Some(steered.min(listed.len().checked_sub(1)?));
        }
        if self.is_fresh() {
            return listed.iter().position(|option| *option == self.before);
        }
        let word = self.word();
        let at = |fits: &dyn Fn(&str) -> bool| {
            listed.iter().position(|option| fits(&option.to_lowercase()))
        };
        let same = at(&|option| option == word);
        let begun = || at(&|option| option.starts_with(&word));
        if !self.separators.is_empty() || word.is_empty() {
            return same;
        }
        same.or_else(begun).or_else(|| (!listed.is_empty()).then_some(0))
    }

    /// The text of the field once a row is taken.
    pub fn with(&self, row: usize) -> Option<String> {
        let option = (*self.listed().get(row)?).to_owned();
        if self.separators.is_empty() || self.is_fresh() {
            return Some(option);
        }
        let kept = self.text.get(..self.begin()).unwrap_or_default();
        let gap = if kept.is_empty() || kept.ends_with(char::is_whitespace) { "" } else { " " };
        Some(format!("{kept}{gap}{option}"))
    }

    /// The text of the field once Enter is pressed: a marked row is taken where something was typed
    /// or the keys came to it.
    pub fn entered(&self) -> Option<String> {
        if self.is_fresh() && self.steered.is_none() {
            return None;
        }
        self.marked().and_then(|row| self.with(row))
    }

    /// The row that lies `by` below the marked one, around the ends.
    pub fn beside(&self, down: bool) -> Option<usize> {
        let last = self.listed().len().checked_sub(1)?;
        Some(match (self.marked(), down) {
            (None, true) => 0,
            (None, false) => last,
            (Some(at), true) => {
                if at >= last {
                    0
                } else {
                    at + 1
                }
            }
            (Some(at), false) => at.checked_sub(1).unwrap_or(last),
        })
    }

    /// Shows the list below the field; answers the row that was clicked.
    pub fn show(&self, ui: &Ui, view: &ViewContext<'_>, field: &Response) -> Option<usize> {
        let listed = self.listed();
        if listed.is_empty() || !field.has_focus() {
            return None;
        }
        let marked = self.marked();
        let letters = font(Weight::Regular, BODY);
        let wide = |text: &str| {
            let colour = view.tokens.ink;
            ui.painter().layout_no_wrap(text.to_owned(), letters.clone(), colour).size().x
        };
        let padding = 2.0 * ui.spacing().button_padding.x + 12.0;
        let hint = view.text("cells-choose-hint");
        let widest = listed.iter().map(|text| wide(text)).fold(wide(hint), f32::max) + padding;
        let width = widest.max(field.rect.width()).min(WIDEST.max(field.rect.width()));
        let steers = self.steered.is_some();
        Popup::from_response(field)
            .id(popup_id(field.id))
            .kind(PopupKind::Popup)
            .open(true)
            .align(RectAlign::BOTTOM_START)
            .align_alternatives(&[RectAlign::TOP_START])
            .accessible_name(view.text("cells-choices"))
            .width(width)
            .show(|ui| {
                let mut clicked = None;
                ScrollArea::vertical().max_height(HIGHEST).show(ui, |ui| {
                    for (row, option) in listed.iter().enumerate() {
                        let is_marked = marked == Some(row);
                        let button = egui::Button::selectable(is_marked, *option)
                            .min_size(egui::vec2(ui.available_width(), 0.0));
                        let response = ui.add(button);
                        if is_marked && steers {
                            response.scroll_to_me(None);
                        }
                        if response.clicked() {
                            clicked = Some(row);
                        }
                    }
                });
                if !self.takes_arrows() {
                    ui.label(RichText::new(hint).size(SMALL).color(view.tokens.muted));
                }
                clicked
            })
            .and_then(|shown| shown.inner)
    }
}

fn popup_id(field: egui::Id) -> egui::Id {
    field.with("choices")
}

/// Shows a field whose keys a click into its list does not take.
pub(super) fn keeping_keys<R>(ui: &mut Ui, field: egui::Id, show: impl FnOnce(&mut Ui) -> R) -> R {
    let list = egui::LayerId::new(PopupKind::Popup.order(), popup_id(field));
    let pointer = ui.ctx().pointer_interact_pos();
    let on_list = pointer.and_then(|at| ui.ctx().layer_id_at(at)) == Some(list);
    let usual = ui.options(|options| options.input_options.surrender_focus_on);
    let set = |ui: &Ui, on| {
        ui.ctx().options_mut(|options| options.input_options.surrender_focus_on = on);
    };
    if on_list {
        set(ui, SurrenderFocusOn::Never);
    }
    let result = show(ui);
    set(ui, usual);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles<'a>(before: &'a str, text: &'a str) -> Choices<'a> {
        let options = ["Adviser", "Nurse aide", "Technician"].map(str::to_owned).to_vec();
        Choices { options, separators: &['+', '|'], before, text, steered: None }
    }

    fn lanes<'a>(before: &'a str, text: &'a str) -> Choices<'a> {
        let options = ["Customer", "Backstage", "Back office"].map(str::to_owned).to_vec();
        Choices { options, separators: &[], before, text, steered: None }
    }

    #[test]
    fn only_the_present_value_is_marked_and_enter_alone_takes_nothing() {
        assert_eq!(roles("Technician", "Technician").marked(), Some(2));
        assert_eq!(roles("", "").marked(), None);
        assert_eq!(roles("Adviser + Technician", "Adviser + Technician").marked(), None);
        for before in ["Technician", "", "Adviser + Technician"] {
            assert_eq!(roles(before, before).entered(), None);
            assert!(!roles(before, before).takes_arrows());
        }
    }

    #[test]
    fn what_must_be_listed_is_completed_what_may_be_new_is_not() {
        assert_eq!(lanes("Customer", "back").entered().as_deref(), Some("Backstage"));
        assert_eq!(lanes("Customer", "back office").entered().as_deref(), Some("Back office"));
        assert_eq!(lanes("Customer", "cellar").entered(), None);
        assert_eq!(roles("Adviser", "Nurse").entered(), None, "a nurse is no nurse aide");
        assert_eq!(roles("Adviser", "nurse aide").entered().as_deref(), Some("Nurse aide"));
    }

    #[test]
    fn one_of_several_values_is_put_in_its_place() {
        let mut typed = roles("", "2 Adviser + 3 tech");
        assert_eq!(typed.listed(), ["Technician"]);
        typed.steered = Some(0);
        assert_eq!(typed.entered().as_deref(), Some("2 Adviser + 3 Technician"));
        let mut typed = roles("", "Adviser＋");
        typed.separators = &['+', '＋'];
        typed.steered = Some(1);
        assert_eq!(typed.entered().as_deref(), Some("Adviser＋ Nurse aide"));
    }

    #[test]
    fn keys_go_around_the_ends() {
        let mut fresh = roles("Adviser", "Adviser");
        assert_eq!((fresh.beside(true), fresh.beside(false)), (Some(1), Some(2)));
        fresh.steered = Some(2);
        assert_eq!((fresh.beside(true), fresh.beside(false)), (Some(0), Some(1)));
    }
}
