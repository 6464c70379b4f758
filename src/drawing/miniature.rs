//! The sheet as a small map: plain rectangles, made once for a version of the sheet.

use super::cards;
use super::figures::SheetFigures;
use super::geometry::SheetGeometry;
use super::ink::Ink;
use super::scene::Look;
use super::space::Rect;
use crate::blueprint::Scenario;

/// Bands and cards as rectangles on the sheet with their colours, in the order in which they are
/// painted. Cards that `look` leaves pale have the colour of nobody. Linear in lanes and steps.
#[must_use]
pub fn miniature(
    scenario: &Scenario,
    geometry: &SheetGeometry,
    figures: Option<&dyn SheetFigures>,
    look: &Look,
) -> Vec<(Rect, Ink)> {
    let sheet = geometry.contents();
    let band = |band: &super::geometry::Band| {
        (Rect::new(sheet.left(), band.top, sheet.right(), band.bottom), Ink::Zone(band.zone))
    };
    let mut quads: Vec<(Rect, Ink)> = geometry.bands().iter().map(band).collect();
    let shown = geometry.cards().iter().filter(|card| !look.hides(card.step));
    quads.extend(shown.filter_map(|card| {
        let step = scenario.steps().get(&card.step)?;
        let pale = look.pale.contains(&card.step);
        let ink = cards::block_ink(scenario, figures, card, step);
        Some((card.rect, if pale { Ink::Hairline } else { ink }))
    }));
    quads
}
