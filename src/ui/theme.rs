//! The look of the controls, light and dark, made from the drawing's palette so that canvas and
//! chrome cannot drift apart.

use egui::{Color32, CornerRadius, Margin, Stroke, Style, TextStyle, Vec2, Visuals};

use super::fonts::{Weight, font};

/// The colours of one theme.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tokens {
    pub background: Color32,
    pub panel: Color32,
    pub hairline: Color32,
    pub ink: Color32,
    pub muted: Color32,
    pub faint: Color32,
    pub accent: Color32,
    pub accent_wash: Color32,
    pub bad: Color32,
    pub bad_wash: Color32,
    pub warn: Color32,
    pub warn_wash: Color32,
    pub good: Color32,
    pub good_wash: Color32,
    /// Text on a ground of the accent colour.
    pub on_accent: Color32,
}

const fn hex(rgb: u32) -> Color32 {
    let [_, red, green, blue] = rgb.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

const LIGHT: Tokens = Tokens {
    background: hex(0x00F6_F7F9),
    panel: hex(0x00FF_FFFF),
    hairline: hex(0x00E3_E6EA),
    ink: hex(0x001B_2430),
    muted: hex(0x005B_6577),
    faint: hex(0x0098_A2B3),
    accent: hex(0x002F_5DA8),
    accent_wash: hex(0x00E8_EFFA),
    bad: hex(0x00C8_451B),
    bad_wash: hex(0x00FD_EEE8),
    warn: hex(0x0095_5F12),
    warn_wash: hex(0x00FE_F5E3),
    good: hex(0x0015_803D),
    good_wash: hex(0x00E7_F6EC),
    on_accent: hex(0x00FF_FFFF),
};

const DARK: Tokens = Tokens {
    background: hex(0x0014_181E),
    panel: hex(0x001B_2027),
    hairline: hex(0x002C_333D),
    ink: hex(0x00E6_EAF0),
    muted: hex(0x009A_A5B4),
    faint: hex(0x006B_7685),
    accent: hex(0x007F_A8EA),
    accent_wash: hex(0x0024_3349),
    bad: hex(0x00F0_805A),
    bad_wash: hex(0x003A_231C),
    warn: hex(0x00E2_B25C),
    warn_wash: hex(0x0035_2B18),
    good: hex(0x005C_C98A),
    good_wash: hex(0x001C_3226),
    on_accent: hex(0x0014_181E),
};

impl Tokens {
    /// The colours of the theme that is on.
    pub fn of(ctx: &egui::Context) -> Self {
        if ctx.theme() == egui::Theme::Dark { DARK } else { LIGHT }
    }
}

/// Body text size in points.
pub(super) const BODY: f32 = 12.5;
/// Secondary text size in points.
pub(super) const SMALL: f32 = 11.0;
/// Section heads.
pub(super) const HEAD: f32 = 10.5;
/// Key figures.
pub(super) const FIGURE: f32 = 21.0;

/// Puts both themes in place.
pub(super) fn install(ctx: &egui::Context) {
    ctx.set_style_of(egui::Theme::Light, style(&LIGHT, Visuals::light()));
    ctx.set_style_of(egui::Theme::Dark, style(&DARK, Visuals::dark()));
    ctx.options_mut(|options| {
        // Ctrl and + or − zoom the sheet; quitting goes through the question about unsaved work.
        options.zoom_with_keyboard = false;
        options.quit_shortcuts.clear();
    });
}

fn style(tokens: &Tokens, visuals: Visuals) -> Style {
    let mut style = Style { visuals, ..Style::default() };
    style.text_styles = [
        (TextStyle::Small, font(Weight::Regular, SMALL)),
        (TextStyle::Body, font(Weight::Regular, BODY)),
        (TextStyle::Button, font(Weight::Regular, BODY)),
        (TextStyle::Heading, font(Weight::Semibold, 16.0)),
        (TextStyle::Monospace, font(Weight::Regular, BODY)),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::new(8.0, 6.0);
    spacing.button_padding = Vec2::new(10.0, 4.0);
    spacing.interact_size = Vec2::new(28.0, 26.0);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(20);
    spacing.icon_width = 15.0;
    spacing.combo_width = 90.0;
    spacing.tooltip_width = 320.0;
    spacing.scroll = egui::style::ScrollStyle::floating();
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style.animation_time = 0.14;

    let visuals = &mut style.visuals;
    visuals.panel_fill = tokens.panel;
    visuals.window_fill = tokens.panel;
    visuals.window_stroke = Stroke::new(1.0, tokens.hairline);
    visuals.window_corner_radius = CornerRadius::same(12);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.window_shadow = egui::Shadow {
        offset: [0, 8],
        blur: 28,
        spread: 0,
        color: Color32::from_black_alpha(48),
    };
    visuals.popup_shadow = egui::Shadow {
        offset: [0, 4],
        blur: 14,
        spread: 0,
        color: Color32::from_black_alpha(36),
    };
    visuals.extreme_bg_color = tokens.panel;
    visuals.text_edit_bg_color = Some(tokens.panel);
    visuals.faint_bg_color = tokens.background;
    visuals.code_bg_color = tokens.background;
    visuals.hyperlink_color = tokens.accent;
    visuals.warn_fg_color = tokens.warn;
    visuals.error_fg_color = tokens.bad;
    visuals.weak_text_color = Some(tokens.muted);
    visuals.selection.bg_fill = tokens.accent_wash;
    visuals.selection.stroke = Stroke::new(1.0, tokens.accent);
    visuals.striped = false;
    visuals.slider_trailing_fill = true;

    let rounded = CornerRadius::same(6);
    let widgets = &mut visuals.widgets;
    for (widget, fill, edge, text) in [
        (&mut widgets.noninteractive, tokens.panel, tokens.hairline, tokens.ink),
        (&mut widgets.inactive, tokens.panel, tokens.hairline, tokens.ink),
        (&mut widgets.hovered, tokens.background, tokens.faint, tokens.ink),
        (&mut widgets.active, tokens.accent_wash, tokens.accent, tokens.ink),
        (&mut widgets.open, tokens.accent_wash, tokens.accent, tokens.ink),
    ] {
        widget.bg_fill = fill;
        widget.weak_bg_fill = fill;
        widget.bg_stroke = Stroke::new(1.0, edge);
        widget.fg_stroke = Stroke::new(1.0, text);
        widget.corner_radius = rounded;
        widget.expansion = 0.0;
    }
    // Switches and sliders need a ground that shows on the panel.
    widgets.inactive.bg_fill = tokens.hairline;
    style
}
