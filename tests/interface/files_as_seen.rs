//! A picture in a file is the one on the screen: the same letters at the same places, the same
//! shapes in the same colours, though the file is written without a window.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Color32, Key, Modifiers, Pos2, Rect, Shape, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::analysis::{Analysis, analyse};
use onstage::blueprint::{RedesignRules, Scenario};
use onstage::drawing::charts::{Easel, Look};
use onstage::drawing::{
    self, DisplayList, Letters, MeasureText, Palette, Subject, Typesetter, Weight, font_of,
    line_height, line_width, svg,
};
use onstage::pictures::{Chart, ChartSource, FrontierChart, Shown};
use onstage::redesign::{Question, frontier};
use onstage::wording::{Language, Wording};
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use crate::context::Person;

/// How far two coordinates of the same thing may lie apart: files round to hundredths, and letters
/// are set on whole pixels of a screen.
const NEAR: f32 = 0.51;

/// A line of text by what a reader sees of it.
#[derive(Clone, Debug)]
struct Line {
    text: String,
    middle: Pos2,
    size: f32,
    colour: Color32,
}

/// A shape by its bounds and colours.
#[derive(Clone, Debug)]
struct Form {
    kind: &'static str,
    bounds: Rect,
    fill: Color32,
    stroke: (f32, Color32),
}

/// What is seen of a picture.
#[derive(Default)]
struct Seen {
    lines: Vec<Line>,
    forms: Vec<Form>,
}

// On the screen.

fn read_shape(shape: &Shape, seen: &mut Seen) {
    let form = |kind, bounds, fill, stroke: egui::Stroke| Form {
        kind,
        bounds,
        fill,
        stroke: (stroke.width, stroke.color),
    };
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| read_shape(shape, seen)),
        Shape::Text(text) => {
            let half = text.galley.rect.center().to_vec2();
            let half = if text.angle == 0.0 { half } else { egui::vec2(half.y, -half.x) };
            let Some(section) = text.galley.job.sections.first() else { return };
            let own = section.format.color;
            seen.lines.push(Line {
                text: text.galley.job.text.clone(),
                middle: text.pos + half,
                size: section.format.font_id.size,
                colour: if own == Color32::PLACEHOLDER { text.fallback_color } else { own },
            });
        }
        Shape::Rect(rect) => {
            seen.forms.push(form("rect", rect.rect, rect.fill, rect.stroke));
        }
        Shape::Circle(circle) => {
            let side = egui::Vec2::splat(2.0 * circle.radius);
            let bounds = Rect::from_center_size(circle.center, side);
            seen.forms.push(form("circle", bounds, circle.fill, circle.stroke));
        }
        Shape::LineSegment { points, stroke } => {
            let bounds = Rect::from_points(points);
            seen.forms.push(form("line", bounds, Color32::TRANSPARENT, *stroke));
        }
        Shape::Path(path) => {
            let bounds = Rect::from_points(&path.points);
            let colour = match path.stroke.color {
                egui::epaint::ColorMode::Solid(colour) => colour,
                egui::epaint::ColorMode::UV(_) => Color32::PLACEHOLDER,
            };
            let stroke = egui::Stroke::new(path.stroke.width, colour);
            let kind = if path.closed { "area" } else { "line" };
            seen.forms.push(form(kind, bounds, path.fill, stroke));
        }
        Shape::Mesh(mesh) => {
            let fill = mesh.vertices.first().map_or(Color32::TRANSPARENT, |vertex| vertex.color);
            seen.forms.push(form("area", mesh.calc_bounds(), fill, egui::Stroke::NONE));
        }
        _ => {}
    }
}

/// What the window shows within a part of the screen; what a dialog stands aside from is left out.
fn on_screen(person: &Person, area: Rect) -> Seen {
    let mut seen = Seen::default();
    let whole = person.window.ctx.content_rect().shrink(1.0);
    let shapes = &person.window.output().shapes;
    let covers =
        |shape: &Shape| matches!(shape, Shape::Rect(rect) if rect.rect.contains_rect(whole));
    let last = shapes.iter().rposition(|clipped| covers(&clipped.shape));
    for clipped in shapes.iter().skip(last.unwrap_or(0)) {
        read_shape(&clipped.shape, &mut seen);
    }
    let inside = area.expand(2.0);
    seen.lines.retain(|line| inside.contains(line.middle));
    seen.forms.retain(|form| inside.intersects(form.bounds));
    seen
}

// In a file.

fn attributes(element: &BytesStart<'_>) -> BTreeMap<String, String> {
    let attributes = element.attributes().map(|attribute| {
        let attribute = attribute.expect("well-formed");
        let name = attribute.key.as_ref().to_owned();
        let value = &attribute.value;
        (name, unescape(value).expect("a value").into_owned())
    });
    attributes.collect()
}

fn number(of: &BTreeMap<String, String>, name: &str) -> f32 {
    of.get(name).map_or(0.0, |value| value.parse().expect("a number"))
}

fn colour(of: &BTreeMap<String, String>, name: &str) -> Color32 {
    let Some(hex) = of.get(name).and_then(|value| value.strip_prefix('#')) else {
        return Color32::TRANSPARENT;
    };
    let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("a colour");
    let opacity = of.get(&format!("{name}-opacity"));
    let opacity = opacity.map_or(1.0, |value| value.parse::<f32>().expect("an opacity"));
    let off = |byte: &u8| (f32::from(*byte) / 255.0 - opacity).abs();
    let opacity = (0..=u8::MAX).min_by(|a, b| off(a).total_cmp(&off(b))).expect("a byte");
    Color32::from_rgba_unmultiplied(part(0), part(2), part(4), opacity)
}

/// What a file shows; dashed lines are left out, which the screen paints dash by dash.
fn in_file(svg: &str, text: &dyn MeasureText) -> Seen {
    let mut reader = Reader::from_str(svg);
    let mut seen = Seen::default();
    let mut written: Option<(BTreeMap<String, String>, String)> = None;
    let mut in_clip = false;
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => return seen,
            Event::Start(element) if element.name().as_ref() == "text" => {
                written = Some((attributes(&element), String::new()));
            }
            Event::Start(element) if element.name().as_ref() == "clipPath" => in_clip = true,
            Event::End(element) if element.name().as_ref() == "clipPath" => in_clip = false,
            Event::Text(letters) => {
                if let Some((_, all)) = &mut written {
                    all.push_str(&letters);
                }
            }
            // `&amp;` and its like, which the reader hands out by themselves.
            Event::GeneralRef(name) => {
                if let Some((_, all)) = &mut written {
                    let reference = format!("&{};", &*name);
                    all.push_str(&unescape(&reference).expect("a letter"));
                }
            }
            Event::End(element) if element.name().as_ref() == "text" => {
                if let Some((of, letters)) = written.take() {
                    seen.lines.push(line(&of, letters, text));
                }
            }
            Event::Empty(element) if !in_clip => {
                let of = attributes(&element);
                if of.contains_key("stroke-dasharray") {
                    continue;
                }
                seen.forms.extend(form(element.name().as_ref(), &of));
            }
            _ => {}
        }
    }
}

fn line(of: &BTreeMap<String, String>, letters: String, text: &dyn MeasureText) -> Line {
    let size = number(of, "font-size");
    let weight = match of["font-weight"].as_str() {
        "400" => Weight::Regular,
        "500" => Weight::Medium,
        _ => Weight::Semibold,
    };
    let width = text.width(&letters, size, weight);
    let along = match of["text-anchor"].as_str() {
        "start" => width / 2.0,
        "middle" => 0.0,
        _ => -width / 2.0,
    };
    let middle = match of.get("transform") {
        Some(turned) => {
            let turned = turned.strip_prefix("translate(").expect("a shift");
            let (place, _) = turned.split_once(')').expect("a shift");
            let (x, y) = place.split_once(' ').expect("a place");
            let (x, y): (f32, f32) = (x.parse().expect("x"), y.parse().expect("y"));
            Pos2::new(x, y - along)
        }
        None => Pos2::new(number(of, "x") + along, number(of, "y") - 0.36 * size),
    };
    Line { text: letters, middle, size, colour: colour(of, "fill") }
}

fn form(name: &str, of: &BTreeMap<String, String>) -> Option<Form> {
    let (kind, bounds) = match name {
        "rect" => {
            let corner = Pos2::new(number(of, "x"), number(of, "y"));
            let size = egui::vec2(number(of, "width"), number(of, "height"));
            ("rect", Rect::from_min_size(corner, size))
        }
        "circle" => {
            let centre = Pos2::new(number(of, "cx"), number(of, "cy"));
            let side = egui::Vec2::splat(2.0 * number(of, "r"));
            ("circle", Rect::from_center_size(centre, side))
        }
        "polyline" | "polygon" => {
            let points: Vec<Pos2> = of["points"]
                .split(' ')
                .map(|point| {
                    let (x, y) = point.split_once(',').expect("a point");
                    Pos2::new(x.parse().expect("x"), y.parse().expect("y"))
                })
                .collect();
            let kind = if name == "polygon" { "area" } else { "line" };
            (kind, Rect::from_points(&points))
        }
        _ => return None,
    };
    let fill = colour(of, "fill");
    let stroke = (number(of, "stroke-width"), colour(of, "stroke"));
    Some(Form { kind, bounds, fill, stroke })
}

// Compared.

fn near(a: f32, b: f32) -> bool {
    (a - b).abs() <= NEAR
}

fn same_colour(a: Color32, b: Color32) -> bool {
    a.to_array().iter().zip(b.to_array()).all(|(a, b)| a.abs_diff(b) <= 1)
}

fn is_same_line(a: &Line, b: &Line) -> bool {
    a.text == b.text
        && near(a.middle.x, b.middle.x)
        && near(a.middle.y, b.middle.y)
        && near(a.size, b.size)
        && same_colour(a.colour, b.colour)
}

fn is_same_form(a: &Form, b: &Form) -> bool {
    a.kind == b.kind
        && near(a.bounds.left(), b.bounds.left())
        && near(a.bounds.right(), b.bounds.right())
        && near(a.bounds.top(), b.bounds.top())
        && near(a.bounds.bottom(), b.bounds.bottom())
        && same_colour(a.fill, b.fill)
        && (a.stroke.0 - b.stroke.0).abs() < 0.01
        && (a.stroke.0 == 0.0 || same_colour(a.stroke.1, b.stroke.1))
}

/// Holds a file against what the window shows; `beside` are texts of controls that stand in the
/// same part of the window.
fn hold_against(name: &str, area: Rect, file: &Seen, screen: &Seen, beside: &[&str]) {
    assert!(file.lines.len() > 5 && file.forms.len() > 5, "{name}: there is a picture");
    let mut broken = Vec::new();
    for line in &file.lines {
        if !screen.lines.iter().any(|other| is_same_line(line, other)) {
            let alike = screen.lines.iter().find(|other| other.text == line.text);
            broken.push(format!("not on the screen: {line:?}, but {alike:?}"));
        }
    }
    for line in screen.lines.iter().filter(|line| !beside.contains(&line.text.as_str())) {
        if !file.lines.iter().any(|other| is_same_line(line, other)) {
            broken.push(format!("not in the file: {line:?}"));
        }
    }
    for form in file.forms.iter().filter(|form| area.intersects(form.bounds)) {
        if form.kind == "rect" && form.bounds.width() * form.bounds.height() == 0.0 {
            continue;
        }
        if !screen.forms.iter().any(|other| is_same_form(form, other)) {
            broken.push(format!("not on the screen: {form:?}"));
        }
    }
    broken.truncate(12);
    assert!(broken.is_empty(), "{name}\n  {}", broken.join("\n  "));
}

fn palette(theme: Theme) -> Palette {
    if theme == Theme::Dark { Palette::dark() } else { Palette::light() }
}

fn viewport(area: Rect) -> drawing::Rect {
    drawing::Rect::new(area.left(), area.top(), area.right(), area.bottom())
}

/// Looks of the window in which a picture is held.
const LOOKS: [(Theme, Language); 2] =
    [(Theme::Light, Language::English), (Theme::Dark, Language::Chinese)];

fn open(theme: Theme, language: Language) -> Person {
    Person::at_first_sample().theme(theme).language(language).open()
}

/// A chart as it is written into a file.
fn chart_in_file(
    chart: Chart,
    person: &Person,
    words: &Wording,
    other: Option<(&Scenario, &Analysis)>,
    area: Rect,
    theme: Theme,
) -> Seen {
    let analysis = analyse(person.scenario());
    let shown = Shown {
        scenario: person.scenario(),
        analysis: &analysis,
        words,
        currency: person.blueprint().currency(),
    };
    let source = ChartSource { shown, service: person.blueprint().title(), other };
    let text = Typesetter::new(1.0);
    let mut list = DisplayList::new();
    let drawn = chart.draw(&source, &text, viewport(area), &mut list);
    drawn.expect("the office has every picture");
    in_file(&svg(std::slice::from_ref(&list), &palette(theme), viewport(area), "Inter"), &text)
}

/// Shows a chart enlarged, with the pointer elsewhere.
fn show(person: &mut Person, words: &Wording, chart: Chart) -> Rect {
    person.window.get_by_role_and_label(Role::Tab, words.text(chart.key())).click();
    person.wait();
    if let Some(enlarge) = person.window.query_by_label(words.text("chart-enlarge")) {
        enlarge.click();
        person.wait();
    }
    person.window.hover_at(Pos2::ZERO);
    person.wait();
    person.app().chart_on_screen().expect("a chart")
}

#[test]
fn every_chart_in_a_file_is_the_one_on_the_screen() {
    for (theme, language) in LOOKS {
        let words = Wording::new(language);
        let mut person = open(theme, language);
        for chart in Chart::ALL {
            let area = show(&mut person, &words, chart);
            let file = chart_in_file(chart, &person, &words, None, area, theme);
            let screen = on_screen(&person, area);
            let beside = [words.text("chart-money-work-only"), words.text("go-there")];
            hold_against(&format!("{chart:?} {theme:?}"), area, &file, &screen, &beside);
        }
    }
}

#[test]
fn charts_of_two_scenarios_in_a_file_are_those_on_the_screen() {
    for (theme, language) in LOOKS {
        let words = Wording::new(language);
        let mut person = open(theme, language);
        person.press(Modifiers::COMMAND, Key::B);
        let other = Arc::clone(
            person
                .blueprint()
                .scenarios()
                .iter()
                .find(|scenario| scenario.id() != person.scenario().id())
                .expect("a second scenario"),
        );
        let figures = analyse(&other);
        for chart in Chart::ALL {
            let area = show(&mut person, &words, chart);
            let beside = Some((&*other, &figures));
            let file = chart_in_file(chart, &person, &words, beside, area, theme);
            let screen = on_screen(&person, area);
            let controls = [words.text("chart-money-work-only"), words.text("go-there")];
            hold_against(&format!("{chart:?} {theme:?} compared"), area, &file, &screen, &controls);
        }
    }
}

#[test]
fn the_plot_of_a_redesign_in_a_file_is_the_one_on_the_screen() {
    for (theme, language) in LOOKS {
        let words = Wording::new(language);
        let mut person = open(theme, language);
        person.click(words.text("command-redesign"));
        for _ in 0..200 {
            person.wait();
            if person.window.query_all_by_role(Role::RadioButton).count() > 3 {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        person.window.hover_at(Pos2::ZERO);
        person.wait();
        let name = words.text("advisor-plot");
        let images = person.window.get_all_by_role(Role::Image);
        let mut plots = images.filter(|node| {
            node.accesskit_node().label().is_some_and(|label| label.starts_with(name))
        });
        let area = plots.next().expect("the plot").rect();
        let scenario = person.scenario();
        let rules = RedesignRules::usual(scenario);
        // The numbers of people are those that the plot offers.
        let all: Vec<(u64, bool)> = (1..40)
            .filter_map(|staff: u64| {
                let count = usize::try_from(staff).expect("small");
                let people = words.counted("people", count);
                let mut marks = person.window.query_all_by_role(Role::RadioButton);
                let mark = marks.find(|node| {
                    node.accesskit_node().label().is_some_and(|label| label.starts_with(&people))
                        && area.contains_rect(node.rect().shrink(2.0))
                })?;
                let chosen =
                    mark.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True);
                Some((staff, chosen))
            })
            .collect();
        let (first, last) = (all.first().expect("one").0, all.last().expect("one").0);
        let question = Question::Staff(first..=last);
        let found = frontier(scenario, &rules, &question, &|| false, &mut |_| {});
        let found = found.expect("a frontier");
        let target = 120.0;
        let text = Typesetter::new(1.0);
        let easel = Easel::plain(&text);
        let chart = FrontierChart::of(&words, &found, Some(target)).expect("points");
        let plot = chart.values().laid(&chart, &easel, viewport(area));
        let chosen: Vec<Subject> = all
            .iter()
            .filter(|(_, chosen)| *chosen)
            .map(|(staff, _)| Subject::Part(u32::try_from(*staff).expect("small")))
            .collect();
        let selected = |subject| chosen.contains(&subject);
        let mut drawn = DisplayList::new();
        drawn.clip_to(viewport(area));
        plot.draw(&mut drawn, &Look { pointed: None, selected: Some(&selected) });
        let file = in_file(
            &svg(std::slice::from_ref(&drawn), &palette(theme), viewport(area), "Inter"),
            &text,
        );
        hold_against(&format!("plot {theme:?}"), area, &file, &on_screen(&person, area), &[]);
    }
}

#[test]
fn texts_are_as_wide_without_a_window_as_with_one() {
    let texts = [
        "Check violations",
        "7 min 45 s, 4 min 30 s of it waiting",
        "AVATAR To Wa. fi ffl",
        "≈? 2 h 22 min → ≤ 60 /h",
        "检查违章记录",
        "每小时 54 位顾客，其中 90 % 在等待",
        "前台 Frontstage（2 位）",
        "",
        "…",
    ];
    for pixels in [1.0, 1.5, 2.0] {
        let mut wide = Person::new();
        wide.window.set_pixels_per_point(pixels);
        wide.wait();
        let alone = Typesetter::new(pixels);
        for size in [6.0, 11.0, 12.5, 15.0, 26.0] {
            for weight in [Weight::Regular, Weight::Medium, Weight::Semibold] {
                let letters = Letters { size, weight };
                let fonts = &wide.window.ctx;
                for text in texts {
                    let seen = fonts.fonts_mut(|fonts| line_width(fonts, text, letters));
                    let measured = alone.width(text, size, weight);
                    assert!((seen - measured).abs() < 1e-3, "{text} {letters:?} at {pixels}");
                    let tall = fonts.fonts_mut(|fonts| {
                        let font = font_of(letters);
                        fonts.layout_no_wrap(text.to_owned(), font, Color32::WHITE).size().y
                    });
                    let height = fonts.fonts_mut(|fonts| line_height(fonts, letters));
                    assert!((tall - height).abs() < 1e-3, "{text} {letters:?}: {tall} {height}");
                    assert!((height - alone.height(size, weight)).abs() < 1e-3, "{letters:?}");
                }
            }
        }
    }
    // A width that no text has would pass as well: wider letters are wider.
    let text = Typesetter::new(1.0);
    let (small, large) = (
        text.width("检查 Check", 12.0, Weight::Regular),
        text.width("检查 Check", 24.0, Weight::Regular),
    );
    assert!((large / small - 2.0).abs() < 0.05 && small > 50.0, "{small} {large}");
}
