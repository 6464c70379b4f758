//! A card and its forms.

use super::space::{Point, Rect, Size};
use crate::blueprint::{Step, StepId, StepKind, Zone};

/// How a card looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CardForm {
    /// Name, role, time and load.
    Full,
    /// The name alone.
    Slim,
    /// A document with a folded corner.
    Document,
    /// A diamond.
    Diamond,
    /// A remark.
    Note,
    /// A bar in a collapsed lane.
    Folded,
}

impl CardForm {
    /// The form that a step takes in an open lane of a zone.
    #[must_use]
    pub fn of(step: &Step, zone: Zone) -> Self {
        match step.kind {
            StepKind::Decision => Self::Diamond,
            StepKind::Evidence => Self::Document,
            StepKind::Note => Self::Note,
            StepKind::Action
                if matches!(zone, Zone::Frontstage | Zone::Backstage)
                    || step.time.is_some()
                    || !step.needs.is_empty() =>
            {
                Self::Full
            }
            StepKind::Action => Self::Slim,
        }
    }

    /// Its size in sheet units.
    #[must_use]
    pub const fn size(self) -> Size {
        match self {
            Self::Full => Size::new(124.0, 88.0),
            Self::Slim => Size::new(124.0, 44.0),
            Self::Document => Size::new(124.0, 36.0),
            Self::Diamond => Size::new(108.0, 72.0),
            Self::Note => Size::new(124.0, 52.0),
            Self::Folded => Size::new(124.0, 8.0),
        }
    }
}

/// Radius of the F and W circles, in sheet units.
pub(super) const MARK_RADIUS: f32 = 9.0;

/// A card's place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Card {
    /// Whose card it is.
    pub step: StepId,
    /// What it stands for.
    pub kind: StepKind,
    /// How it looks.
    pub form: CardForm,
    /// The zone it lies in.
    pub zone: Zone,
    /// Where it lies on the sheet.
    pub rect: Rect,
    /// Whether it bears the circle of a fail point.
    pub fails: bool,
    /// Whether it bears that of a wait point.
    pub waits: bool,
    /// Whether it bears the face of a feeling.
    pub feels: bool,
}

impl Card {
    /// Where its F and W circles lie on the sheet, if it has them: on its upper right corner.
    pub(super) fn mark_centres(&self) -> [Option<Point>; 2] {
        if self.form == CardForm::Folded {
            return [None, None];
        }
        let corner = match self.form {
            CardForm::Diamond => Point::new(self.rect.right() - 20.0, self.rect.top() + 14.0),
            _ => Point::new(self.rect.right() - 2.0, self.rect.top() + 1.0),
        };
        let beside = if self.fails { 2.0 * MARK_RADIUS + 3.0 } else { 0.0 };
        let wait = Point::new(corner.x - beside, corner.y);
        [self.fails.then_some(corner), self.waits.then_some(wait)]
    }

    /// Where the face of its feeling lies on the sheet, if it has one: on its upper left corner.
    pub(super) fn face_centre(&self) -> Option<Point> {
        let corner = match self.form {
            CardForm::Folded => return None,
            CardForm::Diamond => self.rect.min.towards(self.rect.centre(), 0.4),
            _ => self.rect.min + Point::new(2.0, 1.0),
        };
        self.feels.then_some(corner)
    }

    /// Whether a point of the sheet lies on the card itself, for a diamond not just on its
    /// rectangle.
    #[must_use]
    pub fn covers(&self, point: Point) -> bool {
        self.rect.contains(point)
            && (self.form != CardForm::Diamond || {
                let away = point - self.rect.centre();
                let (half_width, half_height) = (self.rect.width() / 2.0, self.rect.height() / 2.0);
                away.x.abs() / half_width + away.y.abs() / half_height <= 1.0
            })
    }
}
