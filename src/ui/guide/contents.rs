//! What leads through the guide: the list of its pages, or what was found.

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat};
use egui::{CornerRadius, Response, ScrollArea, Sense, Ui, Vec2, WidgetInfo};

use super::library::Library;
use crate::guide::{Found, Page, Place};
use crate::ui::access;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL, Tokens};

/// What stays free within a row.
const WITHIN: Vec2 = Vec2::new(10.0, 5.0);

/// The pages, and below the one that is open its parts; answers what was chosen. `turned` says that
/// another page was open before.
pub(super) fn pages(ui: &mut Ui, library: &Library, now: Page, turned: bool) -> Option<Place> {
    let tokens = Tokens::of(ui.ctx());
    let mut chosen = None;
    ScrollArea::vertical().id_salt("guide-contents").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for (page, document) in library.documents() {
            let is_now = *page == now;
            let weight = if is_now { Weight::Semibold } else { Weight::Regular };
            let look = TextFormat::simple(font(weight, BODY), tokens.ink);
            let title = document.title();
            let job = LayoutJob::single_section(title.clone(), look);
            let row = Row { role: Role::TreeItem, said: title, job, indent: 0.0, marked: is_now };
            let row = row.show(ui);
            access::select(ui.ctx(), row.id, is_now);
            if is_now && turned {
                row.scroll_to_me(None);
            }
            if row.clicked() {
                chosen = Some(Place::from(*page));
            }
            let parts = document.headings().filter(|(level, ..)| is_now && *level == 2);
            for (_, text, anchor) in parts {
                let look = TextFormat::simple(font(Weight::Regular, SMALL + 0.5), tokens.muted);
                let said = text.plain();
                let job = LayoutJob::single_section(said.clone(), look);
                let role = Role::TreeItem;
                if (Row { role, said, job, indent: 14.0, marked: false }).show(ui).clicked() {
                    chosen = Some(Place { page: *page, anchor: Some(anchor.to_owned()) });
                }
            }
        }
        ui.add_space(10.0);
    });
    chosen
}

/// What was found; `marked` is what Enter chooses. Answers what was chosen.
pub(super) fn found(ui: &mut Ui, found: &[Found], marked: usize, moved: bool) -> Option<Place> {
    let tokens = Tokens::of(ui.ctx());
    let mut chosen = None;
    ScrollArea::vertical().id_salt("guide-found").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        for (at, hit) in found.iter().enumerate() {
            let mut job = LayoutJob::default();
            let heading = TextFormat::simple(font(Weight::Medium, BODY), tokens.ink);
            let muted = TextFormat::simple(font(Weight::Regular, SMALL), tokens.muted);
            job.append(&hit.heading, 0.0, heading);
            if hit.title != hit.heading {
                job.append("\n", 0.0, muted.clone());
                let of_page = TextFormat { color: tokens.accent, ..muted.clone() };
                job.append(&hit.title, 0.0, of_page);
            }
            if !hit.snippet.is_empty() {
                job.append("\n", 0.0, muted.clone());
                job.append(&hit.snippet, 0.0, muted);
            }
            let said = job.text.replace('\n', ". ");
            let row =
                Row { role: Role::ListBoxOption, said, job, indent: 0.0, marked: at == marked };
            let row = row.show(ui);
            access::select(ui.ctx(), row.id, at == marked);
            if at == marked && moved {
                row.scroll_to_me(None);
            }
            if row.clicked() {
                chosen = Some(hit.place.clone());
            }
        }
        ui.add_space(10.0);
    });
    chosen
}

/// A row that can be chosen, with its text in as many lines as it needs.
struct Row {
    role: Role,
    /// What it is called.
    said: String,
    job: LayoutJob,
    indent: f32,
    marked: bool,
}

impl Row {
    fn show(self, ui: &mut Ui) -> Response {
        let Self { role, said, mut job, indent, marked } = self;
        let tokens = Tokens::of(ui.ctx());
        let width = ui.available_width();
        job.wrap.max_width = width - 2.0 * WITHIN.x - indent;
        let galley = ui.painter().layout_job(job);
        let size = Vec2::new(width, galley.size().y + 2.0 * WITHIN.y);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(role, true, &said));
        if ui.is_rect_visible(rect) {
            if marked || response.hovered() || response.has_focus() {
                let fill = if marked { tokens.accent_wash } else { tokens.background };
                ui.painter().rect_filled(rect, CornerRadius::same(6), fill);
            }
            let at = rect.min + WITHIN + Vec2::new(indent, 0.0);
            ui.painter().galley(at, galley, tokens.ink);
        }
        response.on_hover_cursor(egui::CursorIcon::PointingHand)
    }
}
