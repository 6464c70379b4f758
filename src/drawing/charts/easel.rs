//! What charts are drawn with: letters and lengths that grow with the chart.

use crate::drawing::space::Size;
use crate::drawing::text::{Letters, MeasureText, Weight};

/// The size of a chart at which its letters are as large as those of a panel.
const PLAIN: Size = Size::new(560.0, 400.0);
/// How much larger letters get at most.
const LARGEST: f32 = 2.4;
/// Letters for what is read, before they grow.
const BODY: f32 = 12.5;
/// Letters for what is looked up, before they grow.
const SMALL: f32 = 11.0;
/// Letters of the sentence above, before they grow.
const TITLE: f32 = 15.0;

/// The sizes of a chart, and how wide its letters are.
#[derive(Clone, Copy)]
pub struct Easel<'a> {
    scale: f32,
    is_wall: bool,
    text: &'a dyn MeasureText,
}

impl<'a> Easel<'a> {
    /// For a chart of a size in screen points.
    #[must_use]
    pub fn of(size: Size, text: &'a dyn MeasureText) -> Self {
        let scale = (size.width / PLAIN.width).min(size.height / PLAIN.height);
        Self { scale: scale.clamp(1.0, LARGEST), is_wall: false, text }
    }

    /// For a chart whose letters are as large as those of a panel, whatever its size.
    #[must_use]
    pub fn plain(text: &'a dyn MeasureText) -> Self {
        Self { scale: 1.0, is_wall: false, text }
    }

    /// For a chart whose smallest letters have a size, at least: on a wall, whatever room is left.
    #[must_use]
    pub fn of_letters(size: f32, text: &'a dyn MeasureText) -> Self {
        Self { scale: size.ceil() / SMALL, is_wall: true, text }
    }

    /// How much larger everything is than in a small panel.
    #[must_use]
    pub fn scale(&self) -> f32 {
        self.scale
    }

    /// A length that grows with the chart, in whole points.
    #[must_use]
    pub fn length(&self, points: f32) -> f32 {
        (points * self.scale).round()
    }

    /// Letters for what is read.
    #[must_use]
    pub fn body(&self, weight: Weight) -> Letters {
        Letters { size: self.size(BODY), weight }
    }

    /// Letters for what is looked up.
    #[must_use]
    pub fn small(&self, weight: Weight) -> Letters {
        Letters { size: self.size(SMALL), weight }
    }

    /// Letters of the sentence above a chart.
    #[must_use]
    pub fn title(&self) -> Letters {
        Letters { size: (TITLE * self.scale).round(), weight: Weight::Semibold }
    }

    /// Whole points once enlarged: each size of letters takes room in an atlas.
    fn size(&self, points: f32) -> f32 {
        if self.scale > 1.0 { (points * self.scale).round() } else { points }
    }

    /// Whether the chart is read from afar: what would be cut is left out or takes a second line.
    #[must_use]
    pub fn is_wall(&self) -> bool {
        self.is_wall
    }

    /// What measures the letters.
    #[must_use]
    pub fn measure(&self) -> &'a dyn MeasureText {
        self.text
    }

    /// How wide a line of text is.
    #[must_use]
    pub fn width(&self, text: &str, letters: Letters) -> f32 {
        self.text.width(text, letters.size, letters.weight)
    }

    /// How much room a line of text takes.
    #[must_use]
    pub fn room(&self, text: &str, letters: Letters) -> Size {
        Size::new(self.width(text, letters), self.text.height(letters.size, letters.weight))
    }
}
