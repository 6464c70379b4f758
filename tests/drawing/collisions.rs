//! What is written or marked on a sheet and lies on something else that is: counted over all samples
//! and templates, in both languages, at several zooms.

use onstage::analysis::{Analysis, analyse};
use onstage::blueprint::{
    FailPoint, Link, LinkKind, Need, Role, Scenario, ServiceTime, Share, SheetPoint, StepId,
    StepKind, TimeUnit, WaitPoint, Zone,
};
use onstage::drawing::{
    Anchor, Camera, Detail, DisplayList, HEADER_HEIGHT, Layer, Look, MeasureText, Point, Rect,
    Routes, STRIP_WIDTH, Scene, Shape, SheetGeometry, Size, Subject, Typesetter, draw, sheet_area,
};
use onstage::pictures::{CardFigures, SheetWords};
use onstage::storage::{samples, templates};
use onstage::wording::{Language, Wording};

use crate::office::Draft;

/// How high the letters of a line stand, in their size: from the foot of a g to the top of an l.
const LETTERS: f32 = 0.95;
/// How far two may reach into each other before it is seen, in points.
const TOUCH: f32 = 0.75;

/// A text, a pill with its words, a badge: one thing to read, and where it lies on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Sign {
    pub subject: Subject,
    pub layer: Layer,
    pub rect: Rect,
    /// What it says; empty for a mark without words.
    pub text: String,
}

/// Two signs of which the second lies on the first.
#[derive(Clone, Debug, PartialEq)]
pub struct Collision {
    pub below: Sign,
    pub above: Sign,
}

impl Collision {
    /// Whether one of the two belongs to a link: its share, its words, its mark.
    pub fn of_link(&self) -> bool {
        let link = |sign: &Sign| matches!(sign.subject, Subject::Link(_));
        link(&self.below) || link(&self.above)
    }
}

/// Everything on a picture that says something. A text that stands in a pill or circle of its own
/// subject is one sign with it; the outlines and handles of what is selected are none.
pub fn signs(list: &DisplayList, measure: &dyn MeasureText) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::new();
    for item in list.iter() {
        let subject = item.key.subject;
        let mark = matches!(item.layer, Layer::Labels | Layer::Marks);
        let (rect, text) = match item.shape {
            Shape::Text { text, at, look } => {
                let size =
                    Size::new(measure.width(text, look.size, look.weight), look.size * LETTERS);
                let centre = match look.anchor {
                    Anchor::Left => at + Point::new(size.width / 2.0, 0.0),
                    Anchor::Centre => at,
                    Anchor::Right => at - Point::new(size.width / 2.0, 0.0),
                };
                if look.upwards {
                    (Rect::centred(at, Size::new(size.height, size.width)), text)
                } else {
                    (Rect::centred(centre, size), text)
                }
            }
            Shape::Rect { rect, fill: Some(_), .. } if mark => (rect, ""),
            Shape::Circle { centre, radius, fill: Some(_), .. } if mark => {
                (Rect::centred(centre, Size::new(2.0 * radius, 2.0 * radius)), "")
            }
            Shape::Polygon { points, fill: Some(_), .. } if mark => {
                let spots = points.iter().map(|point| Rect { min: *point, max: *point });
                (spots.reduce(Rect::union).unwrap_or_default(), "")
            }
            _ => continue,
        };
        let rect = rect.intersection(item.clip);
        if rect.is_empty() {
            continue;
        }
        let its_own = signs.iter_mut().rev().take(4).find(|sign| {
            sign.subject == subject
                && sign.layer == item.layer
                && mark
                && sign.rect.contains(rect.centre())
        });
        match its_own {
            Some(pill) => {
                pill.rect = pill.rect.union(rect);
                pill.text.push_str(text);
            }
            None => signs.push(Sign { subject, layer: item.layer, rect, text: text.to_owned() }),
        }
    }
    signs
}

/// The pairs of signs that lie on each other.
pub fn collisions(list: &DisplayList, measure: &dyn MeasureText) -> Vec<Collision> {
    let mut signs = signs(list, measure);
    let order: Vec<usize> = {
        let mut order: Vec<usize> = (0..signs.len()).collect();
        order.sort_by(|a, b| signs[*a].rect.left().total_cmp(&signs[*b].rect.left()));
        order
    };
    let mut found = Vec::new();
    for (place, one) in order.iter().enumerate() {
        for other in &order[place + 1..] {
            let (a, b) = (&signs[*one], &signs[*other]);
            if b.rect.left() >= a.rect.right() {
                break;
            }
            let both = a.rect.intersection(b.rect);
            if both.width() > TOUCH && both.height() > TOUCH {
                found.push((*one.min(other), *one.max(other)));
            }
        }
    }
    found.sort_unstable();
    let pair = |(below, above): (usize, usize)| Collision {
        below: signs[below].clone(),
        above: signs[above].clone(),
    };
    let found: Vec<Collision> = found.into_iter().map(pair).collect();
    signs.clear();
    found
}

/// The whole sheet of a scenario at a zoom, with its figures, as the window draws it.
pub fn whole_sheet(
    scenario: &Scenario,
    analysis: &Analysis,
    words: &Wording,
    measure: &dyn MeasureText,
    zoom: f32,
) -> DisplayList {
    let geometry = SheetGeometry::of(scenario);
    let routes = Routes::of(scenario, &geometry);
    let contents = geometry.bounds().union(geometry.contents()).grown(24.0);
    let viewport = Rect::new(
        0.0,
        0.0,
        STRIP_WIDTH + contents.width() * zoom,
        HEADER_HEIGHT + contents.height() * zoom,
    );
    let pan = sheet_area(viewport).min - contents.min * zoom;
    let scene = Scene {
        scenario,
        geometry: &geometry,
        routes: &routes,
        figures: Some(&CardFigures::of(analysis, words)),
        camera: Camera::new(pan, zoom),
        viewport,
        labels: &SheetWords(words),
        text: measure,
        look: &Look { detail: Some(Detail::at(zoom)), ..Look::default() },
    };
    let mut list = DisplayList::new();
    draw(&scene, &mut list);
    list
}

/// The collisions on every scenario that is shipped, by sample, language and zoom.
pub fn on_all_that_is_shipped(zooms: &[f32]) -> Vec<(String, Collision)> {
    let measure = Typesetter::new(1.0);
    let mut all = Vec::new();
    for language in [Language::English, Language::Chinese] {
        let words = Wording::new(language);
        for sample in samples().iter().chain(templates()) {
            let blueprint = sample.open_in(language.code()).unwrap();
            for scenario in blueprint.scenarios() {
                let analysis = analyse(scenario);
                for zoom in zooms {
                    let list = whole_sheet(scenario, &analysis, &words, &measure, *zoom);
                    let place =
                        format!("{} {} {} {zoom}", sample.key, language.code(), scenario.name());
                    let found = collisions(&list, &measure);
                    all.extend(found.into_iter().map(|collision| (place.clone(), collision)));
                }
            }
        }
    }
    all
}

#[test]
fn no_mark_of_a_card_lies_on_what_is_written() {
    let all = on_all_that_is_shipped(&[1.0, 0.75, 0.5]);
    let found: Vec<String> = all
        .iter()
        .filter(|(_, collision)| !collision.of_link())
        .map(|(place, Collision { below, above })| {
            format!(
                "{place}: {:?} {:?} {:?} lies on {:?} {:?} {:?}",
                above.subject, above.text, above.rect, below.subject, below.text, below.rect
            )
        })
        .collect();
    assert!(found.is_empty(), "{} collisions:\n{}", found.len(), found.join("\n"));
}

#[test]
fn no_circle_of_a_card_lies_on_the_words_of_a_link() {
    let all = on_all_that_is_shipped(&[1.0, 0.75]);
    let is_words =
        |sign: &Sign| matches!(sign.subject, Subject::Link(_)) && sign.layer == Layer::Labels;
    let is_mark =
        |sign: &Sign| matches!(sign.subject, Subject::Step(_)) && sign.layer == Layer::Marks;
    let found: Vec<String> = all
        .iter()
        .filter(|(_, hit)| {
            is_words(&hit.below) && is_mark(&hit.above)
                || is_mark(&hit.below) && is_words(&hit.above)
        })
        .map(|(place, hit)| format!("{place}: {:?} on {:?}", hit.above.text, hit.below.text))
        .collect();
    assert!(found.is_empty(), "{} collisions:\n{}", found.len(), found.join("\n"));
}

#[test]
fn words_of_a_link_keep_off_the_circles_of_the_cards_that_it_joins() {
    let measure = Typesetter::new(1.0);
    let words = Wording::new(Language::English);
    for apart in (112..=190).step_by(6) {
        for kind in [StepKind::Decision, StepKind::Action] {
            let mut draft = Draft::new(&["One", "Two"]);
            let lane = draft.lane(Zone::Customer);
            let at = |x| SheetPoint::new(x, 60);
            let from = draft.add_at(lane, 0, at(72), kind, "Passed?");
            let to = draft.add_at(lane, 0, at(72 + apart), StepKind::Action, "Cleans");
            for step in [from, to] {
                draft.change(step, |step| {
                    step.fail = Some(FailPoint::default());
                    step.wait = Some(WaitPoint::default());
                });
            }
            let link = draft.link(from, to, LinkKind::Flow);
            let labelled = Link {
                label: "Yes".to_owned(),
                share: Share::percent(90.0).ok(),
                ..Link::clone(&draft.scenario.links()[&link])
            };
            draft.scenario.set_link(link, labelled).unwrap();
            let analysis = analyse(&draft.scenario);
            let list = whole_sheet(&draft.scenario, &analysis, &words, &measure, 1.0);
            let found = collisions(&list, &measure);
            let on_words = found.iter().filter(|hit| hit.of_link()).count();
            assert_eq!(on_words, 0, "{kind:?} {apart} apart: {found:?}");
        }
    }
}

#[test]
fn names_of_lanes_stand_whole_and_large_enough() {
    let measure = Typesetter::new(1.0);
    for language in [Language::English, Language::Chinese] {
        let words = Wording::new(language);
        for sample in samples().iter().chain(templates()) {
            let blueprint = sample.open_in(language.code()).unwrap();
            let scenario = blueprint.baseline();
            let analysis = analyse(scenario);
            for zoom in [1.0, 0.75, 0.5] {
                let list = whole_sheet(scenario, &analysis, &words, &measure, zoom);
                for item in list.iter().filter(|item| item.layer == Layer::Headers) {
                    if let (Shape::Text { text, look, .. }, Subject::Lane(_)) =
                        (item.shape, item.key.subject)
                    {
                        // From afar smaller letters are better than a part of a name.
                        let least = if zoom < 0.7 { 8.0 } else { 10.0 };
                        let sized = look.size >= least && !text.contains('…');
                        assert!(sized, "{} at {zoom}: {text:?} at {}", sample.key, look.size);
                    }
                }
            }
        }
    }
}

#[test]
fn a_time_keeps_its_unit_and_a_role_its_count_at_every_zoom() {
    let measure = Typesetter::new(1.0);
    for language in [Language::English, Language::Chinese] {
        let words = Wording::new(language);
        let mut draft = Draft::new(&["One", "Two", "Three", "Four"]);
        let mut role = Role::new("Senior photographer of the night shift 摄影师", 1);
        role.headcount = 12;
        let role = draft.scenario.add_role(role, &mut draft.ids).unwrap();
        let times = [
            (25.0, 0.16, TimeUnit::Minute),
            (1_234.5, 0.3, TimeUnit::Minute),
            (0.25, 0.5, TimeUnit::Hour),
        ];
        let mut clocked = Vec::new();
        for (phase, (mean, scv, unit)) in times.into_iter().enumerate() {
            let spread = ServiceTime::from_mean_scv(mean, scv, unit).unwrap();
            for kind in [StepKind::Action, StepKind::Decision] {
                let zone =
                    if kind == StepKind::Action { Zone::Frontstage } else { Zone::Backstage };
                let step = draft.add(zone, phase, kind, "Takes the picture");
                draft.change(step, |step| {
                    step.time = Some(spread.clone());
                    step.needs = vec![Need::one(role)];
                });
                clocked.push((
                    step,
                    kind,
                    [
                        words.service_time(&spread),
                        words.service_time(&ServiceTime::fixed(mean, unit).unwrap()),
                    ],
                ));
            }
        }
        let steps: Vec<StepId> = clocked.iter().map(|(step, ..)| *step).collect();
        for pair in steps.windows(2) {
            draft.link(pair[0], pair[1], LinkKind::Flow);
        }
        let analysis = analyse(&draft.scenario);
        for percent in (50..=200).step_by(10) {
            let zoom = percent as f32 / 100.0;
            let list = whole_sheet(&draft.scenario, &analysis, &words, &measure, zoom);
            for (step, kind, said) in &clocked {
                let texts: Vec<String> = list
                    .iter()
                    .filter(|item| item.key.subject == Subject::Step(*step))
                    .filter_map(|item| match item.shape {
                        Shape::Text { text, .. } => Some(text.to_owned()),
                        _ => None,
                    })
                    .collect();
                let has_time = texts.iter().any(|text| said.contains(text));
                if *kind == StepKind::Decision {
                    // What has no room in a diamond goes as a whole.
                    let is_name = |text: &String| "Takes the picture".contains(text.as_str());
                    let known = |text: &String| is_name(text) || said.contains(text);
                    assert!(texts.iter().all(known), "{percent} %: {texts:?}");
                    continue;
                }
                assert!(has_time, "{percent} %: {texts:?} lacks {said:?}");
                let counted = texts.iter().any(|text| text.ends_with("× 12"));
                assert!(counted, "{percent} %: {texts:?}");
            }
        }
    }
}
