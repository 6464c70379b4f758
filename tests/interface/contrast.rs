//! Every text can be read on what it is painted on: the window is painted in each of its states, and
//! the contrast of each text with the ground below it is computed (WCAG 2.2, 2023: 4.5 : 1).

use egui::accesskit::Role;
use egui::epaint::{ClippedShape, Shape};
use egui::{Color32, FontFamily, Key, Modifiers, Pos2, Rect, Theme, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::drawing::Rgba;

use crate::context::Person;

/// What texts need at least.
const TEXT: f64 = 4.5;
/// Rounding of colours to whole numbers, twice.
const SLACK: f64 = 0.02;

/// A patch of colour, in the order of painting.
struct Ground {
    rect: Rect,
    clip: Rect,
    colour: Color32,
    /// Its corners, where it is no rectangle.
    corners: Option<Vec<Pos2>>,
}

impl Ground {
    fn covers(&self, at: Pos2) -> bool {
        let inside = self.rect.contains(at) && self.clip.contains(at);
        inside && self.corners.as_ref().is_none_or(|corners| holds(corners, at))
    }
}

/// Whether a closed line of corners holds a point.
fn holds(corners: &[Pos2], at: Pos2) -> bool {
    let mut inside = false;
    for (place, a) in corners.iter().enumerate() {
        let b = corners[(place + 1) % corners.len()];
        if (a.y > at.y) != (b.y > at.y) {
            let x = a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x);
            inside ^= at.x < x;
        }
    }
    inside
}

/// A text that can hardly be read: what it says, its contrast, its colour and its ground.
type Faint = (String, f64, Color32, Color32);

fn rgba(colour: Color32) -> Rgba {
    let [red, green, blue, opacity] = colour.to_array();
    Rgba { red, green, blue, opacity }
}

/// Lays a premultiplied colour over an opaque one.
fn over(top: Color32, below: Color32) -> Color32 {
    let rest = 255 - u32::from(top.a());
    let part = |top: u8, below: u8| {
        let sum = u32::from(top) + (u32::from(below) * rest + 127) / 255;
        u8::try_from(sum.min(255)).unwrap_or(u8::MAX)
    };
    Color32::from_rgb(part(top.r(), below.r()), part(top.g(), below.g()), part(top.b(), below.b()))
}

/// Goes through what was painted and gathers texts that cannot be read.
struct Reader {
    grounds: Vec<Ground>,
    faint: Vec<Faint>,
    read: usize,
    /// Where something cannot be used now, which needs no contrast.
    disabled: Vec<Rect>,
}

impl Reader {
    fn shapes(&mut self, shapes: &[ClippedShape]) {
        for ClippedShape { clip_rect, shape, .. } in shapes {
            self.shape(*clip_rect, shape);
        }
    }

    fn ground(&mut self, clip: Rect, rect: Rect, colour: Color32, corners: Option<Vec<Pos2>>) {
        if colour.a() > 0 && rect.is_positive() {
            self.grounds.push(Ground { rect, clip, colour, corners });
        }
    }

    fn shape(&mut self, clip: Rect, shape: &Shape) {
        match shape {
            Shape::Vec(shapes) => {
                for shape in shapes {
                    self.shape(clip, shape);
                }
            }
            // A blurred rectangle is a shadow; its edge is no ground.
            Shape::Rect(rect) if rect.brush.is_none() && rect.blur_width <= 0.0 => {
                self.ground(clip, rect.rect, rect.fill, None);
            }
            Shape::Circle(circle) => {
                let size = Vec2::splat(2.0 * circle.radius);
                self.ground(clip, Rect::from_center_size(circle.center, size), circle.fill, None);
            }
            Shape::Path(path) if path.closed => {
                let rect = Rect::from_points(&path.points);
                self.ground(clip, rect, path.fill, Some(path.points.clone()));
            }
            Shape::Mesh(mesh) => {
                for corners in mesh.indices.chunks_exact(3) {
                    let [a, b, c] = [0, 1, 2].map(|at| mesh.vertices[corners[at] as usize]);
                    let points = vec![a.pos, b.pos, c.pos];
                    if mesh.texture_id == egui::TextureId::default() && a.color == b.color {
                        self.ground(clip, Rect::from_points(&points), a.color, Some(points));
                    }
                }
            }
            Shape::Text(text) => self.text(clip, text),
            _ => {}
        }
    }

    fn text(&mut self, clip: Rect, text: &egui::epaint::TextShape) {
        let galley = &text.galley;
        if text.opacity_factor < 1.0 || galley.text().trim().is_empty() {
            return;
        }
        for section in &galley.job.sections {
            if is_icon(&section.format.font_id.family) {
                continue;
            }
            let colour = text.override_text_color.unwrap_or(section.format.color);
            let colour = if colour == Color32::PLACEHOLDER { text.fallback_color } else { colour };
            let said = galley.job.text.get(section.byte_range.start.0..section.byte_range.end.0);
            let said = said.unwrap_or(galley.text()).to_owned();
            let middle = galley.rect.center().to_vec2();
            let at = text.pos + egui::emath::Rot2::from_angle(text.angle) * middle;
            let disabled = self.disabled.iter().any(|rect| rect.contains(at));
            if !clip.contains(at) || disabled || colour.a() == 0 {
                continue;
            }
            let below = self
                .grounds
                .iter()
                .filter(|ground| ground.covers(at))
                .fold(Color32::WHITE, |below, ground| over(ground.colour, below));
            let seen = over(colour, below);
            let contrast = rgba(seen).contrast(rgba(below));
            self.read += 1;
            if contrast < TEXT - SLACK {
                self.faint.push((said, contrast, seen, below));
            }
        }
    }
}

fn is_icon(family: &FontFamily) -> bool {
    matches!(family, FontFamily::Name(name) if name.contains("icon"))
}

/// Looks at what the window shows now.
fn assert_readable(person: &mut Person, what: &str) {
    // The last frame is one that was painted in full.
    person.window.step();
    let buttons = person.window.query_all_by_role(Role::Button);
    let disabled = buttons.filter(|node| node.accesskit_node().is_disabled());
    let disabled = disabled.map(|node| node.rect()).collect();
    let mut reader = Reader { grounds: Vec::new(), faint: Vec::new(), read: 0, disabled };
    reader.shapes(&person.window.output().shapes);
    assert!(reader.read > 20, "{what}: texts are seen: {}", reader.read);
    assert!(reader.faint.is_empty(), "{what}: {:#?}", reader.faint);
}

fn window(theme: Theme, contrast: bool) -> Person {
    let setup = Person::at_first_sample().theme(theme);
    setup.settings(|settings| (settings.contrast, settings.motion) = (contrast, false)).open()
}

/// The states that differ most in what lies below texts, of which one window shows several at once.
#[test]
fn every_text_can_be_read_in_every_state_of_the_window() {
    for (theme, contrast) in [(Theme::Light, false), (Theme::Dark, false), (Theme::Light, true)] {
        let mut person = window(theme, contrast);
        let said = |what: &str| format!("{what}, {theme:?}, more contrast: {contrast}");
        // Two tabs, one of them open, the other pointed at; the bottleneck selected, its figures on
        // their wash.
        person.press(Modifiers::COMMAND, Key::K);
        person.window.event(egui::Event::Text("duplicate scenario".to_owned()));
        person.window.run_steps(2);
        assert_readable(&mut person, &said("the finder"));
        person.press(Modifiers::NONE, Key::Enter);
        person.click_card("Check violations");
        let tab = person.window.query_all_by_role(Role::Tab).next().expect("a tab").rect();
        person.window.hover_at(tab.center());
        person.window.run_steps(3);
        assert_readable(&mut person, &said("two scenarios, the bottleneck selected"));
        // The menu with what is on.
        person.window.get_by_role_and_label(Role::Button, "View").click();
        person.window.run_steps(6);
        assert_readable(&mut person, &said("the menu"));
        person.press(Modifiers::NONE, Key::Escape);
        if contrast {
            continue;
        }
        person.press(Modifiers::COMMAND, Key::B);
        assert_readable(&mut person, &said("compared"));
        person.press(Modifiers::COMMAND, Key::B);
        let pictures = if theme == Theme::Light { ["Load", "Money"] } else { ["Visit", "Waiting"] };
        for tab in pictures {
            person.window.get_by_role_and_label(Role::Tab, tab).click();
            person.window.run_steps(3);
            assert_readable(&mut person, &said(tab));
        }
        person.press(Modifiers::NONE, Key::F4);
        person.window.run_steps(4);
        assert_readable(&mut person, &said("redesign"));
    }
}

#[test]
fn every_text_can_be_read_while_something_is_named_or_looked_up() {
    let mut person = window(Theme::Light, false);
    person.click_card("Check violations");
    person.press(Modifiers::NONE, Key::F2);
    assert_readable(&mut person, "a name being typed");
    person.press(Modifiers::NONE, Key::Escape);
    // A role, a list of choices.
    person.click("Photographer");
    assert_readable(&mut person, "a role");
    person.window.get_by_role_and_label(Role::Tab, "Roles").click();
    person.window.run_steps(3);
    assert_readable(&mut person, "the table of roles");
    person.press(Modifiers::NONE, Key::Questionmark);
    assert_readable(&mut person, "shortcuts");
}
