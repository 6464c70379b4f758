//! From a blueprint to a picture: where things lie, how links run, which shapes are painted, what
//! is under the pointer. It knows of no window and of no words; both are lent by traits.
//!
//! [`SheetGeometry`] and [`Routes`] lie on the sheet and change with the blueprint; a [`Camera`]
//! leads to the screen; [`draw`] makes a [`DisplayList`] of shapes whose colours are [`Ink`]s.

mod arranging;
mod badges;
mod camera;
mod card;
mod card_texts;
mod cards;
mod cells;
pub mod charts;
mod connectors;
mod detail;
mod difference_marks;
mod differences;
mod display_list;
mod figures;
mod geometry;
mod handles;
mod hit;
mod hitting;
mod ink;
mod layering;
mod marks;
mod miniature;
mod moment_frames;
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
mod text;
mod tidying;
mod writer;

pub use arranging::{Alignment, Spacing, align, distribute};
pub use camera::Camera;
pub use card::{Card, CardForm};
pub use cards::BUSY;
pub use detail::{Detail, LEAST_LETTERS};
pub use differences::{DifferenceMark, Differences, OldCard};
pub use display_list::{Anchor, DisplayList, Item, Key, Layer, Shape, Stroke, Subject, TextLook};
pub use figures::{CardLoad, SheetFigures};
pub use geometry::{
    Band, COLLAPSED_HEIGHT, Column, EMPTY_ZONE_HEIGHT, LineDrop, OVERHANG, SheetGeometry,
    whole_units,
};
pub use hit::{Hit, LinkSide, Side};
pub use hitting::{hit, link_near};
pub use ink::{Hue, Ink, Palette, ROLE_INKS, Rgba};
pub use layering::{LayerEdge, Layers};
pub use miniature::miniature;
pub use moments::Moment;
pub use picture::draw;
pub use room::{
    CARD_GAP, Opening, free_place_from, is_free, opening, room_above, room_to_the_left,
};
pub use routes::{Route, RouteStyle, Routes};
pub use scene::{
    DropLine, Ghost, HEADER_HEIGHT, Labels, Look, PendingLink, STRIP_WIDTH, Scene, sheet_area,
};
pub use snapping::{Guide, REACH, snap};
pub use space::{Point, Rect, Size};
pub use svg::svg;
pub use text::{
    KnownWidths, Letters, MeasureText, Typesetter, Weight, breaks, font_definitions, font_family,
    font_of, line_height, line_width,
};
pub use tidying::{Tidied, tidy};
