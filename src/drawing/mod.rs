//! From a blueprint to a picture: where things lie, how links run, which shapes are painted, what
//! is under the pointer. It knows of no window and of no words; both are lent by traits.
//!
//! [`SheetGeometry`] and [`Routes`] lie on the sheet and change with the blueprint; a [`Camera`]
//! leads to the screen; [`draw`] makes a [`DisplayList`] of shapes whose colours are [`Ink`]s.

mod arranging;
mod camera;
mod card_texts;
mod cards;
mod cells;
mod connectors;
mod differences;
mod display_list;
mod geometry;
mod hit;
mod ink;
mod layering;
mod miniature;
mod moments;
mod outline;
mod picture;
mod room;
mod router;
mod routes;
mod scene;
mod sheet;
mod snapping;
mod space;
mod stacked;
mod svg;
mod text_fit;
mod tidying;

pub use arranging::{Alignment, Spacing, align, distribute};
pub use camera::Camera;
pub use cards::BUSY;
pub use differences::{DifferenceMark, Differences, OldCard};
pub use display_list::{
    Anchor, DisplayList, Item, Key, Layer, Shape, Stroke, Subject, TextLook, Weight,
};
pub use geometry::{
    Band, COLLAPSED_HEIGHT, Card, CardForm, Column, EMPTY_ZONE_HEIGHT, LineDrop, OVERHANG,
    SheetGeometry, whole_units,
};
pub use hit::{Hit, LinkSide, Side, hit, link_near};
pub use ink::{Ink, Palette, ROLE_INKS, Rgba};
pub use layering::{LayerEdge, Layers};
pub use miniature::miniature;
pub use moments::Moment;
pub use picture::draw;
pub use room::{
    CARD_GAP, Opening, free_place_from, is_free, opening, room_above, room_to_the_left,
};
pub use routes::{Route, RouteStyle, Routes};
pub use scene::{
    Detail, DropLine, Ghost, HEADER_HEIGHT, LEAST_LETTERS, Labels, Look, MeasureText, PendingLink,
    STRIP_WIDTH, Scene, sheet_area,
};
pub use snapping::{Guide, REACH, snap};
pub use space::{Point, Rect, Size};
pub use svg::svg;
pub use tidying::{Tidied, tidy};
