//! How much of a card is drawn, by what can be read at a zoom.

/// Letters of roles and capacities at 100 %: the smallest that a card needs.
pub(super) const SMALL: f32 = 11.0;
/// Letters of a name that stands alone on its card, when zoomed out.
pub(super) const NAME_ALONE: f32 = 18.0;
/// Letters of a wall at 100 %, whatever they say.
pub const WALL: f32 = 16.4;

/// The smallest zoom at which a sheet on a wall has letters of so many points.
#[must_use]
pub fn wall_zoom(letters: f32) -> f32 {
    letters / WALL
}

/// How much of a card is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Detail {
    /// A plain rectangle in a batch.
    Block,
    /// The card with its colours, without text.
    Plain,
    /// The name alone, larger.
    Name,
    /// Everything.
    Full,
}

/// The least size of letters on the screen, in points.
pub const LEAST_LETTERS: f32 = 6.0;

/// How much nearer one must come than where a detail vanished for it to appear again.
const LINGER: f32 = 1.06;

/// Below this zoom cards are blocks.
const LEAST_PLAIN_ZOOM: f32 = 0.26;

impl Detail {
    /// What a zoom leaves legible: full cards where their small text has at least
    /// [`LEAST_LETTERS`], names where they have, then colours, below that blocks.
    #[must_use]
    pub fn at(zoom: f32) -> Self {
        if letters(SMALL, zoom).is_some() {
            Self::Full
        } else if letters(NAME_ALONE, zoom).is_some() {
            Self::Name
        } else if zoom >= LEAST_PLAIN_ZOOM {
            Self::Plain
        } else {
            Self::Block
        }
    }

    /// What a zoom shows when `before` was shown last: as [`Detail::at`], but a detail that vanished
    /// appears again only a little further in, so that nothing flickers at the edge.
    #[must_use]
    pub fn settled(zoom: f32, before: Self) -> Self {
        Self::at(zoom).min(Self::at(zoom / LINGER).max(before))
    }
}

/// The whole size of letters on the screen that are `size` points high at 100 %; `None` where that
/// is too small to read.
#[must_use]
pub(super) fn letters(size: f32, zoom: f32) -> Option<f32> {
    let points = (size * zoom).round();
    (points >= LEAST_LETTERS).then_some(points)
}
