//! The parts of the window between which the keyboard goes: each has a landmark at its start that
//! takes the focus, is named for screen readers, and from which Tab goes on inside.

use egui::{
    CornerRadius, Id, LayerId, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};
use egui::{accesskit::Role, emath::GuiRounding as _};

use super::theme::Tokens;
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
    Guide,
}

impl Region {
    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Menus => "region-menus",
            Self::Tools => "region-tools",
            Self::Palette => "region-palette",
            Self::Sheet => "region-sheet",
            Self::Figures => "region-figures",
            Self::Below => "region-below",
            Self::StartFiles => "region-start-files",
            Self::StartShelves => "region-start-shelves",
            Self::Guide => "command-guide",
        }
    }

    /// What its landmark is among the things that can have the focus.
    pub fn id(self) -> Id {
        Id::unique(("region", self.key()))
    }
}

/// Where a region was in the last pass.
#[derive(Clone, Copy, Debug)]
struct Seen {
    region: Region,
    area: Rect,
    /// What it is painted on: one that floats lies over others.
    layer: LayerId,
}

impl Seen {
    fn holds(&self, at: Pos2, layer: LayerId) -> bool {
        self.layer == layer && self.area.contains(at)
    }
}

/// Where the regions were in the last pass, from the top left to the bottom right, and which was
/// used last.
#[derive(Debug, Default)]
pub(super) struct Regions {
    seen: Vec<Seen>,
    attended: Option<Region>,
    /// What had the keys when the last pass ended.
    focused: Option<Id>,
}

impl Regions {
    /// Forgets where they were; before they are shown anew.
    pub fn clear(&mut self) {
        self.seen.clear();
    }

    /// Begins a region that fills what is left of `ui`. First in the panel.
    pub fn begin(&mut self, ui: &Ui, view: &ViewContext<'_>, region: Region) {
        self.mark(ui, view.text(region.key()), region);
    }

    /// As above, where the window is not seen through a view context; `name` is what it is called.
    pub fn mark(&mut self, ui: &Ui, name: &str, region: Region) {
        let area = ui.max_rect();
        self.seen.push(Seen { region, area, layer: ui.layer_id() });
        let start = Rect::from_min_size(area.min, Vec2::splat(1.0));
        let response = ui.interact(start, region.id(), Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::labeled(Role::Region, true, name));
        if response.has_focus() {
            // What floats has the keys whenever it is read.
            let width = if region == Region::Guide { 1.0 } else { 2.0 };
            let ring = area.expand(3.0).intersect(ui.ctx().content_rect()).round_ui();
            ui.ctx().debug_painter().rect_stroke(
                ring,
                CornerRadius::same(4),
                Stroke::new(width, Tokens::of(ui.ctx()).accent),
                StrokeKind::Inside,
            );
        }
    }

    /// Notes which region is used: the one that was clicked into, or that got the keys. Menus and
    /// tools are about others, and the guide is about what was used before it.
    pub fn attend(&mut self, ctx: &egui::Context) {
        let (pressed, released) = ctx.input(|input| {
            let pressed = input.pointer.any_pressed().then(|| input.pointer.interact_pos());
            (pressed.flatten(), input.pointer.any_released())
        });
        let found = if let Some(at) = pressed {
            let layer = ctx.layer_id_at(at);
            layer.and_then(|layer| self.seen.iter().find(|seen| seen.holds(at, layer)))
        } else if released {
            // To read about a thing in the pass of a click takes the keys from it: the next pass
            // tells what came to have them.
            None
        } else {
            let focused = ctx.memory(egui::Memory::focused);
            let came = focused.filter(|_| self.focused != focused);
            self.focused = focused;
            came.and_then(|id| self.holding(ctx, id))
        };
        let found = found.map(|seen| seen.region);
        if let Some(region) = found
            && !matches!(region, Region::Menus | Region::Tools | Region::Guide)
        {
            self.attended = Some(region);
        }
    }

    /// The region that was used last.
    pub fn attended(&self) -> Option<Region> {
        self.attended
    }

    /// From now on this region is the one that was used last.
    pub fn attend_to(&mut self, region: Region) {
        self.attended = Some(region);
    }

    /// The region that holds something that can have the keys.
    fn holding(&self, ctx: &egui::Context, id: Id) -> Option<&Seen> {
        let response = ctx.read_response(id)?;
        let at = response.rect.center();
        self.seen.iter().find(|seen| seen.holds(at, response.layer_id))
    }

    /// Gives the focus to the region that comes `by` places after the one that holds it.
    pub fn go(&mut self, ctx: &egui::Context, by: isize) {
        // Panels are shown in the order in which they take their room.
        self.seen.sort_by_key(|seen| seen.region);
        let focused = ctx.memory(egui::Memory::focused);
        let holding = focused.and_then(|id| self.holding(ctx, id)).map(|seen| seen.region);
        let now =
            holding.and_then(|region| self.seen.iter().position(|seen| seen.region == region));
        let count = self.seen.len();
        let next = match now {
            Some(now) => now.saturating_add_signed(by.rem_euclid(count.max(1).cast_signed())),
            // From nowhere the way leads to the sheet first.
            None => {
                self.seen.iter().position(|seen| seen.region == Region::Sheet).unwrap_or_default()
            }
        };
        if let Some(Seen { region, .. }) = self.seen.get(next % count.max(1)) {
            ctx.memory_mut(|memory| memory.request_focus(region.id()));
        }
    }
}
