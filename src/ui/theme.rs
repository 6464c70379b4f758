//! The look of the controls, light and dark, made from the drawing's palette so that canvas and
//! chrome cannot drift apart.

use egui::{Color32, CornerRadius, Margin, Stroke, Style, TextStyle, Vec2, Visuals};

use crate::drawing::{Ink, Palette, Rgba};

use super::fonts::{Weight, font};
use super::settings::Settings;

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
    pub good: Color32,
    /// Text on a ground of the accent colour.
    pub on_accent: Color32,
}

/// The palette of the theme that is on.
pub(super) fn palette(ctx: &egui::Context) -> Palette {
    let strong = ctx.data(|data| data.get_temp(strong_id())).unwrap_or(false);
    palette_of(ctx.theme(), strong)
}

/// The palette of the theme that is on, with more contrast.
pub(super) fn projector_palette(ctx: &egui::Context) -> Palette {
    palette_of(ctx.theme(), true).for_projector()
}

fn palette_of(theme: egui::Theme, strong: bool) -> Palette {
    let palette = if theme == egui::Theme::Dark { Palette::dark() } else { Palette::light() };
    palette.with_contrast(strong)
}

/// Where the toolkit keeps whether more contrast is wanted.
fn strong_id() -> egui::Id {
    egui::Id::unique("more contrast")
}

/// A colour of the drawing as the toolkit takes it.
pub(super) fn colour(palette: &Palette, ink: Ink) -> Color32 {
    let Rgba { red, green, blue, opacity } = palette.rgba(ink);
    Color32::from_rgba_unmultiplied(red, green, blue, opacity)
}

impl Tokens {
    /// The colours of the theme that is on.
    pub fn of(ctx: &egui::Context) -> Self {
        Self::from_palette(&palette(ctx))
    }

    fn from_palette(palette: &Palette) -> Self {
        let ink = |ink| colour(palette, ink);
        Self {
            background: ink(Ink::Background),
            panel: ink(Ink::Panel),
            hairline: ink(Ink::Hairline),
            ink: ink(Ink::Text),
            muted: ink(Ink::Muted),
            faint: ink(Ink::Faint),
            accent: ink(Ink::Accent),
            accent_wash: ink(Ink::AccentWash),
            bad: ink(Ink::BadText),
            bad_wash: ink(Ink::BadWash),
            warn: ink(Ink::WarnText),
            good: ink(Ink::GoodText),
            on_accent: ink(Ink::OnAccent),
        }
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

/// Makes the window look as the settings say: theme, contrast, motion, size.
pub(super) fn apply(ctx: &egui::Context, settings: &Settings) {
    ctx.data_mut(|data| data.insert_temp(strong_id(), settings.contrast));
    for (theme, visuals) in
        [(egui::Theme::Light, Visuals::light()), (egui::Theme::Dark, Visuals::dark())]
    {
        let tokens = Tokens::from_palette(&palette_of(theme, settings.contrast));
        let mut style = style(&tokens, visuals);
        if !settings.motion {
            style.animation_time = 0.0;
            style.scroll_animation = egui::style::ScrollAnimation::none();
            style.visuals.text_cursor.blink = false;
        }
        size(&mut style, letters(ctx).unwrap_or(BODY));
        ctx.set_style_of(theme, style);
    }
    ctx.set_theme(settings.theme);
    ctx.set_zoom_factor(settings.scale.factor());
}

/// Where the toolkit keeps how large the letters of a wall are, while the window is one.
fn letters_id() -> egui::Id {
    egui::Id::unique("letters of a wall")
}

fn letters(ctx: &egui::Context) -> Option<f32> {
    ctx.data(|data| data.get_temp::<Option<f32>>(letters_id())).flatten()
}

/// Writes whatever is asked and said in the window in letters that a class can read, as long as the window is a wall;
/// `None` for letters as usual.
pub(super) fn write_in(ctx: &egui::Context, wanted: Option<f32>) {
    if letters(ctx) == wanted {
        return;
    }
    ctx.data_mut(|data| data.insert_temp(letters_id(), wanted));
    for theme in [egui::Theme::Light, egui::Theme::Dark] {
        ctx.style_mut_of(theme, |style| size(style, wanted.unwrap_or(BODY)));
    }
}

/// By how much letters are larger than usual.
pub(super) fn times(style: &Style) -> f32 {
    TextStyle::Body.resolve(style).size / BODY
}

/// Sets how large letters are, and what stands around them.
fn size(style: &mut Style, body: f32) {
    let times = body / BODY;
    // Before a class nothing is written smaller than the rest.
    let small = if times > 1.0 { body } else { SMALL };
    style.text_styles = [
        (TextStyle::Small, font(Weight::Regular, small)),
        (TextStyle::Body, font(Weight::Regular, body)),
        (TextStyle::Button, font(Weight::Regular, body)),
        (TextStyle::Heading, font(Weight::Semibold, 16.0 * times)),
        (TextStyle::Monospace, font(Weight::Regular, body)),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::new(8.0, 6.0) * times;
    spacing.button_padding = Vec2::new(10.0, 4.0) * times;
    spacing.interact_size = Vec2::new(28.0, 26.0) * times;
    spacing.icon_width = 15.0 * times;
    spacing.combo_width = 90.0 * times;
    spacing.tooltip_width = 320.0 * times;
}

/// By how much one notch of a mouse wheel zooms the sheet.
const ZOOM_OF_A_NOTCH: f32 = 1.15;

/// Takes the keys back that the toolkit has uses of its own for; once, before the first frame.
pub(super) fn install(ctx: &egui::Context) {
    ctx.options_mut(|options| {
        // Ctrl and + or − zoom the sheet; quitting goes through the question about unsaved work.
        options.zoom_with_keyboard = false;
        // Where the system does not say, as most people have it.
        options.fallback_theme = egui::Theme::Light;
        options.quit_shortcuts.clear();
        // A notch of the wheel zooms by what other editors zoom by.
        let input = &mut options.input_options;
        input.scroll_zoom_speed = ZOOM_OF_A_NOTCH.ln() / input.line_scroll_speed;
    });
}

fn style(tokens: &Tokens, visuals: Visuals) -> Style {
    let mut style = Style { visuals, ..Style::default() };
    size(&mut style, BODY);
    let spacing = &mut style.spacing;
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(20);
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
    visuals.window_shadow =
        egui::Shadow { offset: [0, 8], blur: 28, spread: 0, color: Color32::from_black_alpha(48) };
    visuals.popup_shadow =
        egui::Shadow { offset: [0, 4], blur: 14, spread: 0, color: Color32::from_black_alpha(36) };
    visuals.extreme_bg_color = tokens.panel;
    visuals.text_edit_bg_color = Some(tokens.panel);
    visuals.faint_bg_color = tokens.background;
    visuals.code_bg_color = tokens.background;
    visuals.hyperlink_color = tokens.accent;
    visuals.warn_fg_color = tokens.warn;
    visuals.error_fg_color = tokens.bad;
    visuals.weak_text_color = Some(tokens.muted);
    // Selected letters must show on a field; the wash of selected rows is too faint for that.
    visuals.selection.bg_fill = tokens.panel.lerp_to_gamma(tokens.accent, 0.2);
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
