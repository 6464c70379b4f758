//! What can be chosen for a picture.

use std::collections::{BTreeMap, BTreeSet};

use crate::blueprint::{Date, RoleId, ScenarioId, StepId};
use crate::drawing::{PageCount, Palette, PaperSize, Size};
use crate::exchange::Pixels;
use crate::pictures::{Chart, Improving, QualityPicture};
use crate::reports::Part;

/// The least that a point can be drawn with, in pixels.
pub const LEAST_SCALE: f32 = 0.25;
/// The most that a point can be drawn with, in pixels.
pub const MOST_SCALE: f32 = 4.0;

/// What a picture shows.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Motif {
    /// The whole sheet.
    #[default]
    Sheet,
    /// The part of the sheet around some steps; all of it if there are none.
    Steps(BTreeSet<StepId>),
    /// Two scenarios.
    Pair {
        /// The earlier one.
        before: ScenarioId,
        /// Whether they lie below each other, instead of one sheet with what differs.
        stacked: bool,
    },
    /// A chart of the figures.
    Chart(Chart),
    /// What customers judge.
    Quality(QualityPicture),
    /// What is judged, measured or planned, as it is on a day.
    Improving(Improving, Option<Date>),
    /// What a redesign reaches with how many people.
    Frontier,
    /// A report, without some of its parts.
    Report(BTreeSet<Part>),
    /// The handout of the lesson.
    Handout {
        /// Whether the answers stand at its end.
        answers: bool,
    },
    /// The handbook, or what of it a role needs.
    Handbook(Option<RoleId>),
}

impl Motif {
    /// Whether it is a text in sections, with tables and pictures.
    #[must_use]
    pub fn is_document(&self) -> bool {
        matches!(self, Self::Report(_) | Self::Handout { .. } | Self::Handbook(_))
    }

    /// The scenario that the shown one is compared with.
    #[must_use]
    pub fn compared_with(&self) -> Option<ScenarioId> {
        match self {
            Self::Pair { before, .. } => Some(*before),
            _ => None,
        }
    }
}

/// The colours of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// Dark on light, as for paper.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// Dark on light with strong contrast.
    Contrast,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Contrast];

    /// What its inks look like.
    #[must_use]
    pub fn palette(self) -> Palette {
        match self {
            Self::Light => Palette::light(),
            Self::Dark => Palette::dark(),
            Self::Contrast => Palette::light().with_contrast(true),
        }
    }
}

/// How large a picture becomes in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PixelSize {
    /// So many to a point.
    Scale(f32),
    /// So many across.
    Width(u32),
}

impl PixelSize {
    /// The pixels of a picture that is so large, in points.
    #[must_use]
    pub fn of(self, size: Size) -> Pixels {
        let scale = match self {
            Self::Scale(scale) => scale,
            Self::Width(pixels) => pixels as f32 / size.width.max(1.0),
        };
        Pixels { scale, ..Pixels::default() }
    }
}

impl Default for PixelSize {
    fn default() -> Self {
        Self::Scale(Pixels::default().scale)
    }
}

/// What was chosen for a picture.
// Each is a switch of its own.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    /// What it shows.
    pub motif: Motif,
    /// Whether a long sheet is cut into rows below each other.
    pub rows: bool,
    /// Whether the figures are left out that follow from the blueprint.
    pub hides_figures: bool,
    /// Its colours.
    pub theme: Theme,
    /// How large it becomes in pixels, where it does.
    pub size: PixelSize,
    /// Whether what lies behind shows where nothing is drawn.
    pub transparent: bool,
    /// Whether letters become shapes, where they could stay letters.
    pub outlines: bool,
    /// The size of a page.
    pub paper: PaperSize,
    /// How many pages.
    pub pages: PageCount,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            motif: Motif::Sheet,
            rows: false,
            hides_figures: false,
            theme: Theme::Light,
            size: PixelSize::default(),
            transparent: false,
            outlines: false,
            paper: PaperSize::A4,
            pages: PageCount::Auto,
        }
    }
}

/// What says yes where choices are kept.
const YES: &str = "yes";
/// The words for the colours, on the command line and where choices are kept.
pub const THEMES: [(&str, Theme); 3] =
    [("light", Theme::Light), ("dark", Theme::Dark), ("contrast", Theme::Contrast)];
/// The words for sizes of paper.
pub const PAPERS: [(&str, PaperSize); 4] = [
    ("a4", PaperSize::A4),
    ("a3", PaperSize::A3),
    ("letter", PaperSize::Letter),
    ("sheet", PaperSize::Sheet),
];
/// The words for how many pages there are.
pub const PAGE_COUNTS: [(&str, PageCount); 3] =
    [("auto", PageCount::Auto), ("one", PageCount::One), ("tiles", PageCount::Tiles)];

fn word_of<T: PartialEq>(words: &[(&'static str, T)], value: &T) -> &'static str {
    words.iter().find(|(_, other)| other == value).map_or("", |(word, _)| word)
}

fn value_of<T: Copy>(words: &[(&str, T)], word: &str) -> Option<T> {
    words.iter().find(|(other, _)| *other == word).map(|(_, value)| *value)
}

impl Choices {
    /// What is kept of them until the next time: all but what is shown, each by a word.
    #[must_use]
    pub fn kept(&self) -> BTreeMap<String, String> {
        let flag = |on: bool| if on { YES } else { "no" }.to_owned();
        let mut kept = BTreeMap::from([
            ("rows", flag(self.rows)),
            ("figures", flag(!self.hides_figures)),
            ("transparent", flag(self.transparent)),
            ("outlines", flag(self.outlines)),
            ("theme", word_of(&THEMES, &self.theme).to_owned()),
            ("paper", word_of(&PAPERS, &self.paper).to_owned()),
            ("pages", word_of(&PAGE_COUNTS, &self.pages).to_owned()),
        ]);
        if let PixelSize::Scale(scale) = self.size {
            kept.insert("scale", scale.to_string());
        }
        kept.into_iter().map(|(name, word)| (name.to_owned(), word)).collect()
    }

    /// Takes what was kept; what is missing or means nothing stays as it is.
    pub fn take_kept(&mut self, kept: &BTreeMap<String, String>) {
        let word = |name: &str| kept.get(name).map(String::as_str);
        let flag = |name: &str, now: bool| word(name).map_or(now, |word| word == YES);
        self.rows = flag("rows", self.rows);
        self.hides_figures = !flag("figures", !self.hides_figures);
        self.transparent = flag("transparent", self.transparent);
        self.outlines = flag("outlines", self.outlines);
        let theme = word("theme").and_then(|word| value_of(&THEMES, word));
        self.theme = theme.unwrap_or(self.theme);
        self.paper = word("paper").and_then(|word| value_of(&PAPERS, word)).unwrap_or(self.paper);
        self.pages =
            word("pages").and_then(|word| value_of(&PAGE_COUNTS, word)).unwrap_or(self.pages);
        let scale = word("scale").and_then(|word| word.parse().ok());
        if let Some(scale) = scale.filter(|scale| (LEAST_SCALE..=MOST_SCALE).contains(scale)) {
            self.size = PixelSize::Scale(scale);
        }
    }
}

/// The paper of a country: Letter in the United States and Canada, else A4.
#[must_use]
pub fn usual_paper(locale: &str) -> PaperSize {
    let mut parts = locale.split(['_', '-', '.', '@']).skip(1);
    match parts.find(|part| part.len() == 2) {
        Some("US" | "CA") => PaperSize::Letter,
        _ => PaperSize::A4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back() {
        let chosen = Choices {
            rows: true,
            hides_figures: true,
            theme: Theme::Contrast,
            size: PixelSize::Scale(3.0),
            transparent: true,
            outlines: true,
            paper: PaperSize::A3,
            pages: PageCount::Tiles,
            motif: Motif::Sheet,
        };
        let mut back = Choices::default();
        back.take_kept(&chosen.kept());
        assert_eq!(back, chosen);
        let odd = [("theme", "pink"), ("scale", "900"), ("paper", ""), ("later", "x")];
        let odd = odd.map(|(name, word)| (name.to_owned(), word.to_owned()));
        back.take_kept(&BTreeMap::from(odd));
        assert_eq!(back, chosen, "what means nothing changes nothing");
    }

    #[test]
    fn paper_is_as_it_is_sold_where_one_is() {
        for locale in ["en-US", "en_CA.UTF-8", "fr-CA", "zh-Hans-US"] {
            assert_eq!(usual_paper(locale), PaperSize::Letter, "{locale}");
        }
        for locale in ["en-GB", "zh-CN", "zh_CN.UTF-8", "C", "", "de"] {
            assert_eq!(usual_paper(locale), PaperSize::A4, "{locale}");
        }
    }
}
