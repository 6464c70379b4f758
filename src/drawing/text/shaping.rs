//! Texts as glyphs of the bundled fonts, for files that hold letters as numbers of glyphs or as shapes.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use rustc_hash::FxHashMap;
use skrifa::MetadataProvider as _;
use skrifa::charmap::Charmap;
use skrifa::outline::OutlineGlyphCollection;

use super::Weight;
use super::fonts::Face;

/// How many texts of a weight are remembered before all are forgotten.
const MOST_TEXTS: usize = 50_000;

/// A glyph in its place. Lengths are in ems: times the size of the letters they are in points.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Its number in the face.
    pub id: u32,
    /// How far it is to the next glyph.
    pub advance: f32,
    /// How far to the right of that place and above it the glyph is set.
    pub offset: (f32, f32),
    /// The bytes of the text that it stands for; glyphs of one cluster have the same.
    pub text: Range<usize>,
}

/// Glyphs of one face, in a line.
#[derive(Clone, Debug, PartialEq)]
pub struct GlyphRun {
    /// The face.
    pub face: Face,
    /// From the left to the right.
    pub glyphs: Vec<Glyph>,
}

/// A line of text as glyphs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shaped {
    /// Its parts, from the left to the right.
    pub runs: Vec<GlyphRun>,
    /// How long it is, in ems.
    pub width: f32,
    /// The characters that no bundled face has; a box stands for each.
    pub missing: Vec<char>,
}

struct ReadFace {
    face: Face,
    font: FontRef<'static>,
    letters: Charmap<'static>,
    data: ShaperData,
}

/// Lines that were set before, by weight and text.
type Known = FxHashMap<Weight, FxHashMap<Box<str>, Rc<Shaped>>>;

/// Sets texts in the bundled fonts, and remembers them. Costs about a millisecond to make; keep it.
#[derive(Default)]
pub struct Shaper {
    faces: Vec<ReadFace>,
    known: RefCell<Known>,
    buffer: RefCell<Option<UnicodeBuffer>>,
}

impl Shaper {
    /// With all bundled faces.
    #[must_use]
    pub fn new() -> Self {
        let read = |face: Face| {
            // The files are bundled and whole (`every_face_is_read`).
            let font = FontRef::new(face.bytes()).ok()?;
            let (letters, data) = (font.charmap(), ShaperData::new(&font));
            Some(ReadFace { face, font, letters, data })
        };
        Self { faces: Face::ALL.into_iter().filter_map(read).collect(), ..Self::default() }
    }

    /// A line of text in a weight. Linear in its length; at once if it is known.
    #[must_use]
    pub fn shape(&self, text: &str, weight: Weight) -> Rc<Shaped> {
        let mut known = self.known.borrow_mut();
        let known = known.entry(weight).or_default();
        if let Some(line) = known.get(text) {
            return Rc::clone(line);
        }
        if known.len() >= MOST_TEXTS {
            known.clear();
        }
        let line = Rc::new(self.shape_anew(text, weight));
        known.insert(text.into(), Rc::clone(&line));
        line
    }

    /// Hands out the outlines of a face, and how many of its units make an em.
    pub(super) fn draw(&self, face: Face, draw: impl FnOnce(OutlineGlyphCollection<'_>, f32)) {
        let Some(read) = self.faces.iter().find(|read| read.face == face) else { return };
        let em = read.data.shaper(&read.font).build().units_per_em().max(1);
        draw(read.font.outline_glyphs(), em as f32);
    }

    fn shape_anew(&self, text: &str, weight: Weight) -> Shaped {
        let mut line = Shaped::default();
        let faces: Vec<&ReadFace> = Face::of(weight)
            .iter()
            .filter_map(|wanted| self.faces.iter().find(|read| read.face == *wanted))
            .collect();
        let Some(first) = faces.first() else { return line };
        let mut start = 0;
        let mut current: Option<&ReadFace> = None;
        for (at, letter) in text.char_indices() {
            let has = |face: &&&ReadFace| face.has(letter);
            // Marks and selectors stay with the letter that they belong to.
            let face = match current {
                Some(face) if joins(letter) || (letter == ' ' && face.has(letter)) => face,
                _ => faces.iter().find(has).unwrap_or_else(|| {
                    line.missing.push(letter);
                    first
                }),
            };
            if current.is_some_and(|current| current.face != face.face) {
                self.push_run(&mut line, current, text, start..at);
                start = at;
            }
            current = Some(face);
        }
        self.push_run(&mut line, current, text, start..text.len());
        line.missing.sort_unstable();
        line.missing.dedup();
        line
    }

    fn push_run(
        &self,
        line: &mut Shaped,
        face: Option<&ReadFace>,
        text: &str,
        range: Range<usize>,
    ) {
        let (Some(read), Some(part)) = (face, text.get(range.clone())) else { return };
        if part.is_empty() {
            return;
        }
        let mut buffer = self.buffer.borrow_mut().take().unwrap_or_default();
        buffer.push_str(part);
        buffer.guess_segment_properties();
        let shaper = read.data.shaper(&read.font).build();
        let em = 1.0 / shaper.units_per_em().max(1) as f32;
        let set = shaper.shape(buffer, ShapeOptions::new());
        let places = set.glyph_infos().iter().zip(set.glyph_positions());
        let mut glyphs: Vec<Glyph> = places
            .map(|(info, place)| Glyph {
                id: info.glyph_id,
                advance: place.x_advance as f32 * em,
                offset: (place.x_offset as f32 * em, place.y_offset as f32 * em),
                text: range.start + info.cluster as usize..range.end,
            })
            .collect();
        *self.buffer.borrow_mut() = Some(set.clear());
        // A cluster ends where the next one begins.
        let mut end = range.end;
        let mut begins = range.end;
        for glyph in glyphs.iter_mut().rev() {
            if glyph.text.start < begins {
                end = begins;
                begins = glyph.text.start;
            }
            glyph.text.end = end.max(glyph.text.start);
        }
        line.width += glyphs.iter().map(|glyph| glyph.advance).sum::<f32>();
        line.runs.push(GlyphRun { face: read.face, glyphs });
    }
}

impl ReadFace {
    fn has(&self, letter: char) -> bool {
        self.letters.map(letter).is_some()
    }
}

/// Whether a character changes the one before it: a mark, a joiner, a selector of a variant.
fn joins(letter: char) -> bool {
    matches!(letter, '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
        || unicode_width::UnicodeWidthChar::width(letter) == Some(0)
}

#[cfg(test)]
mod tests {
    use super::super::{MeasureText as _, Typesetter};
    use super::*;

    const TEXTS: [&str; 7] = [
        "Records officer × 2",
        "12 ± 4 min",
        "AV To. Wave → 90 /h, ≈ 5.67 /h",
        "办理驾照：初审（2 人）",
        "Counter 柜台 2",
        "Pe\u{301}ter",
        "",
    ];

    #[test]
    fn every_face_is_read() {
        assert_eq!(Shaper::new().faces.len(), Face::ALL.len());
    }

    #[test]
    fn a_text_is_as_long_in_glyphs_as_it_is_measured() {
        let (shaper, measure) = (Shaper::new(), Typesetter::new(1.0));
        for weight in [Weight::Regular, Weight::Medium, Weight::Semibold] {
            for text in TEXTS {
                let (long, measured) =
                    (shaper.shape(text, weight).width * 40.0, measure.width(text, 40.0, weight));
                assert!(
                    (long - measured).abs() <= 1.0 + 0.01 * measured,
                    "{text}: {long} {measured}"
                );
            }
        }
    }

    #[test]
    fn clusters_cover_a_text_without_gap() {
        let shaper = Shaper::new();
        for text in TEXTS {
            let line = shaper.shape(text, Weight::Medium);
            let mut ranges: Vec<_> = line
                .runs
                .iter()
                .flat_map(|run| &run.glyphs)
                .map(|glyph| (glyph.text.start, glyph.text.end))
                .collect();
            ranges.dedup();
            let mut at = 0;
            for (start, end) in ranges {
                assert!(start == at && end > start, "{text}: {start}..{end} after {at}");
                at = end;
            }
            assert_eq!(at, text.len());
            assert!(line.missing.is_empty(), "{text}: {:?}", line.missing);
        }
    }

    #[test]
    fn a_text_in_two_scripts_has_a_run_for_each() {
        let line = Shaper::new().shape("Counter 柜台 2", Weight::Semibold);
        let faces: Vec<Face> = line.runs.iter().map(|run| run.face).collect();
        assert_eq!(faces, [Face::InterSemibold, Face::ChineseMedium, Face::InterSemibold]);
    }

    #[test]
    fn letters_that_no_face_has_are_named() {
        let line = Shaper::new().shape("ก ไก่", Weight::Regular);
        assert!(line.missing.contains(&'ก'), "{:?}", line.missing);
        assert!(line.width > 0.0);
    }
}
