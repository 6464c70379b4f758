//! The parts of the window between which the keyboard goes: each has a landmark at its start that
//! takes the focus, is named for screen readers, and from which Tab goes on inside.

use egui::{CornerRadius, Id, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};
use egui::{accesskit::Role, emath::GuiRounding as _};

use super::view_context::ViewContext;

/// A part of the window, in the order in which the keyboard goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Region {
    Menus,
    Tools,
    Palette,
    Sheet,
    Figures,
    Below,
    StartFiles,
    StartShelves,
}

impl Region {
    fn key(self) -> &'static str {
        match self {
            Self::Menus => "region-menus",
            Self::Tools => "region-tools",
            Self::Palette => "region-palette",
            Self::Sheet => "region-sheet",
            Self::Figures => "region-figures",
            Self::Below => "region-below",
            Self::StartFiles => "region-start-files",
            Self::StartShelves => "region-start-shelves",
        }
    }

    /// What its landmark is among the things that can have the focus.
    pub fn id(self) -> Id {
        Id::unique(("region", self.key()))
    }
}

/// Where the regions were in the last pass, from the top left to the bottom right.
#[derive(Debug, Default)]
pub(super) struct Regions {
    seen: Vec<(Region, Rect)>,
}

impl Regions {
    /// Forgets where they were; before they are shown anew.
    pub fn clear(&mut self) {
        self.seen.clear();
    }

    /// Begins a region that fills what is left of `ui`. First in the panel.
    pub fn begin(&mut self, ui: &Ui, view: &ViewContext<'_>, region: Region) {
        let area = ui.max_rect();
        self.seen.push((region, area));
        let start = Rect::from_min_size(area.min, Vec2::splat(1.0));
        let response = ui.interact(start, region.id(), Sense::focusable_noninteractive());
        let name = view.text(region.key());
        response.widget_info(|| WidgetInfo::labeled(Role::Region, true, name));
        if response.has_focus() {
            let ring = area.expand(3.0).intersect(ui.ctx().content_rect()).round_ui();
            ui.ctx().debug_painter().rect_stroke(
                ring,
                CornerRadius::same(4),
                Stroke::new(2.0, view.tokens.accent),
                StrokeKind::Inside,
            );
        }
    }

    /// Gives the focus to the region that comes `by` places after the one that holds it.
    pub fn go(&mut self, ctx: &egui::Context, by: isize) {
        // Panels are shown in the order in which they take their room.
        self.seen.sort_by_key(|(region, _)| *region);
        let focused = ctx.memory(egui::Memory::focused);
        let at =
            focused.and_then(|id| ctx.read_response(id)).map(|response| response.rect.center());
        let now = at.and_then(|at| self.seen.iter().position(|(_, area)| area.contains(at)));
        let count = self.seen.len();
        let next = match now {
            Some(now) => now.saturating_add_signed(by.rem_euclid(count.max(1).cast_signed())),
            // From nowhere the way leads to the sheet first.
            None => self
                .seen
                .iter()
                .position(|(region, _)| *region == Region::Sheet)
                .unwrap_or_default(),
        };
        if let Some((region, _)) = self.seen.get(next % count.max(1)) {
            ctx.memory_mut(|memory| memory.request_focus(region.id()));
        }
    }
}
