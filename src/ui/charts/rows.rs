//! Shows a chart with a row for each thing: scrolls it, and says what is pointed at and clicked.

use egui::{ScrollArea, Sense, Ui, Vec2};

use super::easel::{Easel, hover, part};
use crate::drawing::Subject;
use crate::drawing::charts::{Look, Rows, height_of_rows};
use crate::pictures::Table;
use crate::ui::access;
use crate::ui::paint::from_egui;
use crate::wording::Wording;

/// What the parts of a chart are called and say; a part is known by its row and its subject.
pub(super) trait Parts {
    /// What a part is called.
    fn name(&self, row: usize, subject: Subject) -> String;
    /// What it says when it is pointed at, line by line.
    fn hover(&self, row: usize, subject: Subject) -> Vec<String>;
    /// Whether it is selected.
    fn is_selected(&self, subject: Subject) -> bool;
}

/// Shows a chart in what is left of the room; answers the part that was clicked.
pub(super) fn show(
    ui: &mut Ui,
    easel: &mut Easel<'_>,
    rows: &dyn Rows,
    parts: &dyn Parts,
    salt: &str,
) -> Option<(usize, Subject)> {
    ui.spacing_mut().item_spacing.y = 0.0;
    let width = ui.available_width();
    let (head, _) = ui.allocate_exact_size(Vec2::new(width, rows.head_height()), Sense::hover());
    easel.paint(ui, |list| rows.head(list, from_egui(head)));
    let room = ui.available_height() - rows.foot_height();
    let (height, tall) = height_of_rows(rows, easel.sizes, room);
    let scroll = ScrollArea::vertical().id_salt(salt).max_height(tall).auto_shrink(false);
    let clicked = scroll.show_rows(ui, height, rows.count(), |ui, seen| {
        let first = seen.start;
        let mut clicked = None;
        let mut pointed = None;
        let mut placed = Vec::with_capacity(seen.len());
        for at in seen {
            let size = Vec2::new(ui.available_width(), height);
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            let rect = from_egui(rect);
            placed.push((at, rect));
            for piece in rows.parts(at, rect) {
                let subject = piece.subject;
                let response = part(ui, &piece, salt, || parts.name(at, subject));
                if response.hovered() || response.has_focus() {
                    pointed = Some(subject);
                }
                if response.clicked() {
                    clicked = Some((at, subject));
                }
                hover(response, || parts.hover(at, subject));
            }
        }
        let selected = |subject| parts.is_selected(subject);
        let look = Look { pointed, selected: Some(&selected) };
        easel.paint(ui, |list| {
            for (at, rect) in placed {
                rows.row(list, at, rect, at == first, &look);
            }
        });
        clicked
    });
    if rows.foot_height() > 0.0 {
        let size = Vec2::new(width, rows.foot_height());
        let (foot, _) = ui.allocate_exact_size(size, Sense::hover());
        easel.paint(ui, |list| rows.foot(list, from_egui(foot)));
    }
    clicked.inner
}

/// Tells a table to those who cannot see the chart.
pub(super) fn tell(ui: &mut Ui, words: &Wording, table: &Table) {
    let head: Vec<&str> = table.head.iter().map(String::as_str).collect();
    access::figures(ui, words, &table.name, &head, &table.rows);
}
