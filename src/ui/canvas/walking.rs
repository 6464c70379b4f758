//! From card to card by keyboard, by where cards lie; along the flow they follow `flow_order`.

use crate::blueprint::StepId;
use crate::drawing::SheetGeometry;
use crate::ui::towards::Towards;

/// The card that one means by an arrow: in that direction, near, and rather straight ahead.
pub(super) fn nearest_towards(
    geometry: &SheetGeometry,
    from: StepId,
    towards: Towards,
    may: impl Fn(StepId) -> bool,
) -> Option<StepId> {
    let here = geometry.card(from)?.rect.centre();
    geometry
        .cards()
        .iter()
        .filter(|card| card.step != from && may(card.step))
        .filter_map(|card| {
            let away = card.rect.centre() - here;
            let (along, across) = match towards {
                Towards::Left => (-away.x, away.y),
                Towards::Right => (away.x, away.y),
                Towards::Up => (-away.y, away.x),
                Towards::Down => (away.y, away.x),
            };
            (along > 1.0).then(|| (along + 2.0 * across.abs(), card.step))
        })
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, step)| step)
}
