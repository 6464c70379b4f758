//! How the links of a scenario run.

use super::geometry::SheetGeometry;
use super::space::{Point, Rect};
use crate::blueprint::{LinkId, LinkKind, Scenario};

/// How a link is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RouteStyle {
    /// A Flow: solid, with an arrowhead.
    Flow,
    /// A Flow that leads back to the left: rework.
    Back,
    /// A Flow out of the service: a short arrow to a mark.
    Exit,
    /// Plain, without arrowhead.
    Together,
    /// Dashed, with an arrowhead.
    Trigger,
    /// Dotted and thin: to evidence or a note.
    Association,
}

/// How one link runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// The link.
    pub link: LinkId,
    /// How it is drawn.
    pub style: RouteStyle,
    /// Its corners on the sheet, from its start to its end; pieces are horizontal or vertical.
    pub points: Vec<Point>,
    /// Where its share is written on the sheet, if it bears one: the centre of the label.
    pub label: Option<Point>,
    /// The smallest rectangle around its points.
    pub bounds: Rect,
}

/// How all links of a scenario run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Routes {
    routes: Vec<Route>,
}

impl Routes {
    /// Routes every link.
    #[must_use]
    pub fn of(scenario: &Scenario, geometry: &SheetGeometry) -> Self {
        let mut routes = Self::default();
        routes.update(scenario, geometry);
        routes
    }

    /// Brings the routes up to date.
    pub fn update(&mut self, scenario: &Scenario, geometry: &SheetGeometry) {
        self.routes.clear();
        for (id, link) in scenario.links() {
            let Some(from) = geometry.card(link.from) else { continue };
            let start = Point::new(from.rect.right(), from.rect.centre().y);
            let end = link.to.step().and_then(|to| geometry.card(to)).map(|to| to.rect);
            let style = match link.kind {
                _ if scenario.is_association(link) => RouteStyle::Association,
                LinkKind::Flow if end.is_none() => RouteStyle::Exit,
                LinkKind::Flow => RouteStyle::Flow,
                LinkKind::Together => RouteStyle::Together,
                LinkKind::Trigger => RouteStyle::Trigger,
            };
            let points = match end {
                None => vec![start, start + Point::new(24.0, 0.0)],
                Some(to) if link.kind == LinkKind::Flow => {
                    let end = Point::new(to.left(), to.centre().y);
                    let middle = f32::midpoint(start.x, end.x);
                    vec![start, Point::new(middle, start.y), Point::new(middle, end.y), end]
                }
                Some(to) => {
                    let down = to.centre().y > from.rect.centre().y;
                    let (a, b) = if down {
                        (from.rect.bottom(), to.top())
                    } else {
                        (from.rect.top(), to.bottom())
                    };
                    let (x, to_x) = (from.rect.centre().x, to.centre().x);
                    let middle = f32::midpoint(a, b);
                    vec![
                        Point::new(x, a),
                        Point::new(x, middle),
                        Point::new(to_x, middle),
                        Point::new(to_x, b),
                    ]
                }
            };
            let bounds = points.iter().fold(Rect { min: start, max: start }, |all, p| {
                all.union(Rect { min: *p, max: *p })
            });
            self.routes.push(Route { link: *id, style, points, label: None, bounds });
        }
    }

    /// The routes in the order of the links.
    #[must_use]
    pub fn all(&self) -> &[Route] {
        &self.routes
    }

    /// Whether any route crosses an area of the sheet.
    #[must_use]
    pub fn crosses(&self, area: Rect) -> bool {
        self.routes.iter().filter(|route| route.bounds.touches(area)).any(|route| {
            route.points.windows(2).any(|piece| match piece {
                [a, b] => Rect::spanning(*a, *b).touches(area),
                _ => false,
            })
        })
    }
}
