//! Names of lanes and phases in the headers that stay in view: whole where they have room, and those
//! of lanes in letters of one size.

use std::borrow::Cow;

use super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject, TextLook};
use super::geometry::Band;
use super::ink::Ink;
use super::scene::{HEADER_HEIGHT, STRIP_WIDTH, Scene, sheet_area};
use super::space::{Point, Rect, Size};
use super::stacked::Stacked;
use super::text::{Weight, is_ideograph, wrapped, write_elided};

/// Letters of the whole name of a lane beside its strip.
const LETTERS: f32 = 12.0;
/// Letters of names of phases, the best first.
const PHASE_SIZES: [f32; 3] = [LETTERS, 11.0, 10.0];
/// Letters of names of lanes, the best first.
const LANE_SIZES: [f32; 9] = [LETTERS, 11.0, 10.0, 9.0, 8.0, 7.5, 7.0, 6.5, 6.0];
/// Letters from which on down a name may lie across the strip of lanes, whose width then helps more
/// than the height of the lane.
const LYING: f32 = 9.0;
/// A lane whose name asks for letters so many times smaller than most is too low for it.
const TOO_LOW: f32 = 1.5;
/// What a name across the strip of lanes keeps from its edges, and one along it from both together.
const STRIP_MARGIN: f32 = 1.0;
const LANE_MARGINS: f32 = 4.0;
/// Weight of those letters.
const WEIGHT: Weight = Weight::Medium;
/// From one line of a name to the next, in sizes.
const HEADER_PITCH: f32 = 1.15;

/// What a lane is called on the sheet; `None` for a zone without lanes.
fn called<'a>(scene: &Scene<'a>, band: &Band) -> Option<Cow<'a, str>> {
    let id = band.lane?;
    let lane = scene.scenario.lanes().get(&id)?;
    if !lane.name.trim().is_empty() {
        return Some(lane.name.as_str().into());
    }
    let zone = scene.labels.zone(band.zone);
    Some(match scene.scenario.lane_number(id) {
        Some(number) => format!("{zone} {number}").into(),
        None => zone,
    })
}

/// The whole name of a lane that is too low for it, beside its strip while that is pointed at.
pub(super) fn whole_name(list: &mut DisplayList, scene: &Scene, band: &Band, seen: Rect) {
    let Some((lane, name)) = band.lane.zip(called(scene, band)) else { return };
    let weight = WEIGHT;
    let width = scene.text.width(&name, LETTERS, weight) + 16.0;
    let corner = Point::new(seen.right() + 4.0, seen.centre().y - 12.0);
    let frame = Rect::of(corner, Size::new(width, 24.0));
    list.clip_to(sheet_area(scene.viewport));
    list.pen(Layer::Headers, Subject::Lane(lane), 200);
    list.rect(frame, 6.0, Some(Ink::Panel), Some(Stroke::solid(1.0, Ink::Hairline)));
    let anchor = Anchor::Centre;
    let look = TextLook { size: LETTERS, weight, ink: Ink::Text, anchor, upwards: false };
    list.text(frame.centre(), look, |out| out.push_str(&name));
}

/// How the names of all lanes are set at a zoom.
pub(super) struct LaneNames {
    /// Letters of those whose lanes are not too low for them.
    size: f32,
}

impl LaneNames {
    /// One size for all lanes, seen or not: the largest in which their names stand whole. A lane that
    /// is folded or much too low for its name does not make the others small. Linear in the lanes.
    pub fn of(scene: &Scene) -> Self {
        let open = scene.geometry.bands().iter().filter(|band| !band.collapsed);
        let mut sizes: Vec<f32> = open.filter_map(|band| size_in(scene, band)).collect();
        sizes.sort_by(f32::total_cmp);
        let usual = sizes.get(sizes.len() / 2).copied().unwrap_or(LETTERS);
        let size = sizes.into_iter().find(|size| size * TOO_LOW >= usual);
        Self { size: size.unwrap_or(LETTERS) }
    }

    /// Writes the name of a lane into what is seen of its strip: smaller than others only where the
    /// lane is too low, and not at all where it does not fit whole. Says whether it stands there.
    pub fn write(&self, list: &mut DisplayList, scene: &Scene, band: &Band, seen: Rect) -> bool {
        let Some(name) = called(scene, band) else { return true };
        let size = size_in(scene, band).map(|size| size.min(self.size));
        let set = size.and_then(|size| LaneName::of(scene, &name, seen.height(), size));
        match &set {
            Some(LaneName::Stacked(stacked)) => stacked.write(list, seen.centre(), WEIGHT),
            Some(LaneName::Lines(set, upwards)) => {
                write_name(list, seen.centre(), set, *upwards, |line, out| out.push_str(line));
            }
            None => {}
        }
        set.is_some()
    }
}

/// The largest letters in which the name of a lane stands whole in its strip, if there are any.
fn size_in(scene: &Scene, band: &Band) -> Option<f32> {
    let name = called(scene, band)?;
    let height = (band.bottom - band.top) * scene.camera.zoom();
    let fits = |size: &f32| LaneName::of(scene, &name, height, *size).is_some();
    LANE_SIZES.into_iter().find(fits)
}

/// How the name of a lane is set.
enum LaneName<'a> {
    /// A Chinese one.
    Stacked(Stacked<'a>),
    /// In lines, which may run upwards.
    Lines(NameSet<'a>, bool),
}

impl<'a> LaneName<'a> {
    /// In letters of a size, in so much of the strip; `None` where it does not fit whole.
    fn of(scene: &Scene, name: &'a str, height: f32, size: f32) -> Option<Self> {
        let room = height - LANE_MARGINS;
        if let Some(stacked) = Stacked::of(name, room, size) {
            return Some(Self::Stacked(stacked));
        }
        let upwards = || name_set(scene, name, room, (size, most_lines(size, STRIP_WIDTH)));
        let across = || {
            let width = STRIP_WIDTH - 2.0 * STRIP_MARGIN;
            name_set(scene, name, width, (size, most_lines(size, room)))
        };
        let lying = || (size <= LYING).then(across).flatten();
        let set = upwards().map(|set| (set, true)).or_else(|| Some((lying()?, false)));
        set.map(|(set, upwards)| Self::Lines(set, upwards))
    }
}

/// Writes the name of a phase around a point, so wide at most; its beginning where it does not fit.
pub(super) fn phase_name(list: &mut DisplayList, scene: &Scene, at: Point, name: &str, room: f32) {
    let set = PHASE_SIZES
        .into_iter()
        .find_map(|size| name_set(scene, name, room, (size, most_lines(size, HEADER_HEIGHT))));
    let [.., size] = PHASE_SIZES;
    let Some(set) = set.or_else(|| cut_name(scene, name, room, size)) else { return };
    write_name(list, at, &set, false, |line, out| {
        write_elided(out, line, room, scene.text, set.size, WEIGHT);
    });
}

/// A name that does not fit, in what is left of it: words are cut at their end, not broken. `None`
/// where no more than a letter or two would be read.
fn cut_name<'a>(scene: &Scene, name: &'a str, room: f32, size: f32) -> Option<NameSet<'a>> {
    if name.chars().any(is_ideograph) {
        return Some(NameSet { size, lines: wrapped(name, room, 2, scene.text, size, WEIGHT) });
    }
    let least = scene.text.width("Mmm…", size, WEIGHT);
    (room >= least).then(|| NameSet { size, lines: vec![name] })
}

/// How many lines of letters of a size fit beside each other.
fn most_lines(size: f32, across: f32) -> usize {
    (1..=3).take_while(|lines| *lines as f32 * size * HEADER_PITCH <= across).count()
}

/// A name in lines of a size.
struct NameSet<'a> {
    size: f32,
    lines: Vec<&'a str>,
}

/// A name in so many lines at most, if it fits whole; more than one only where they break between
/// words.
fn name_set<'a>(
    scene: &Scene,
    name: &'a str,
    room: f32,
    (size, most): (f32, usize),
) -> Option<NameSet<'a>> {
    let width = |text: &str| scene.text.width(text, size, WEIGHT);
    let words_fit = name.split_whitespace().all(|word| width(word) <= room);
    let most = if words_fit { most } else { most.min(1) };
    if most == 0 {
        return None;
    }
    let lines = wrapped(name, room, most, scene.text, size, WEIGHT);
    lines.iter().all(|line| width(line) <= room).then_some(NameSet { size, lines })
}

/// Writes the lines of a name around a point.
fn write_name(
    list: &mut DisplayList,
    at: Point,
    set: &NameSet,
    upwards: bool,
    mut write: impl FnMut(&str, &mut String),
) {
    let size = set.size;
    let look = TextLook { size, weight: WEIGHT, ink: Ink::Muted, anchor: Anchor::Centre, upwards };
    let mut away = -size * HEADER_PITCH / 2.0 * (set.lines.len() as f32 - 1.0);
    for line in &set.lines {
        let shift = if upwards { Point::new(away, 0.0) } else { Point::new(0.0, away) };
        list.text(at + shift, look, |out| write(line, out));
        away += size * HEADER_PITCH;
    }
}
