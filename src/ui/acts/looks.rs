//! How the window looks: panels, the view below the sheet, the size of everything.

use egui::Context;

use crate::storage::preferences::Scale;
use crate::ui::app::{App, BOTH_PANELS};
use crate::ui::regions::Region;
use crate::ui::settings::Settings;
use crate::ui::view_context::BottomTab;

impl App {
    /// Gives the window the whole screen, or takes it back.
    #[expect(clippy::unused_self, reason = "as what every other command does")]
    pub(in crate::ui) fn fill_or_leave_screen(&mut self, ctx: &Context) {
        let is_full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
        ctx.send_viewport_cmd(egui::ViewportCommand::Fullscreen(!is_full));
    }

    /// Shows a view below the sheet, and the panel that it is in.
    pub(in crate::ui) fn show_below(&mut self, ctx: &Context, tab: BottomTab) {
        self.bottom.tab = tab;
        self.regions.attend_to(Region::Below);
        if !self.settings.table {
            self.set(ctx, Settings { table: true, ..self.settings });
        }
    }

    /// Shows a long sheet in rows, or in one piece again. Where rows would not help it says so, and
    /// nothing changes.
    pub(in crate::ui) fn fold_into_rows(&mut self, ctx: &Context) {
        let rows = !self.settings.rows;
        if rows && !self.canvas.gains_by_rows() {
            self.notice.say(self.words.text("rows-gain-nothing").to_owned(), ctx.time());
            return;
        }
        self.set(ctx, Settings { rows, ..self.settings });
    }

    /// Shows the palette or hides it. In a narrow window it gives way to the side panel until that
    /// is hidden.
    pub(in crate::ui) fn show_or_hide_palette(&mut self, ctx: &Context) {
        let now = self.settings;
        let narrow = ctx.content_rect().width() < BOTH_PANELS;
        let changed = if narrow && now.palette && now.side {
            Settings { side: false, ..now }
        } else {
            Settings { palette: !now.palette, ..now }
        };
        self.set(ctx, changed);
    }

    /// Shows everything in a size, and says which it is.
    pub(in crate::ui) fn scale_to(&mut self, ctx: &Context, scale: Scale) {
        if scale != self.settings.scale {
            let percent = self.words.percent(f64::from(scale.percent()) / 100.0);
            let said = self.words.with("now-this-size", &[("percent", percent.into())]);
            self.notice.say(said, ctx.time());
        }
        self.set(ctx, Settings { scale, ..self.settings });
    }
}
