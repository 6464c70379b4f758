//! From a blueprint to a picture: where things lie, how links run, which shapes are painted, what
//! is under the pointer.
//!
//! [`SheetGeometry`] and [`Routes`] lie on the sheet and change with the blueprint; a [`Camera`]
//! leads to the screen; [`draw`] makes a [`DisplayList`] of shapes whose colours are [`Ink`]s,
//! [`hit()`] says what lies under a point, [`tidy`] puts a sheet in order, [`charts`] draws figures.
//!
//! # What always holds
//!
//! - One display list serves screen, SVG and every other picture: nothing is painted past it.
//! - The same scene is the same picture, and no two items share a key
//!   (`the_same_scene_is_the_same_picture_with_distinct_keys`).
//! - What is set on pages is cut where phases and lanes end, or is on both sides of the cut
//!   (`tiles_cover_a_sheet_and_are_cut_at_borders_where_there_are_some`).
//! - Everything that is drawn can be hit (`everything_drawn_can_be_hit`).
//! - A value lies on the sheet or on the screen, as its name or its function says; only a
//!   [`Camera`] leads from one to the other.
//! - A text can be read on its ground in every theme
//!   (`every_text_can_be_read_on_its_ground_in_every_theme`).
//! - Connectors keep off cards where there is room to (`connectors_keep_off_cards`); those that
//!   share an end share a trunk, others keep apart
//!   (`links_of_the_shipped_sheets_run_more_quietly_than_before`).
//!
//! It knows no window, no figures and no language: figures come in as values, words and widths
//! through [`Labels`] and [`MeasureText`]. While a card is dragged, only links that touch what has
//! changed are routed anew.

mod arranging;
mod aside;
mod badges;
mod borders;
mod camera;
mod card;
mod card_lens;
mod card_names;
mod card_rows;
mod card_texts;
mod cards;
mod cells;
pub mod charts;
mod comment_pins;
mod connectors;
mod detail;
mod difference_ghosts;
mod difference_legend;
mod difference_marks;
mod difference_places;
mod difference_values;
mod differences;
mod display_list;
mod documents;
mod feeling_curve;
mod feelings;
mod figures;
mod flow_order;
mod folding;
mod geometry;
mod handles;
mod header_names;
mod hit;
mod hitting;
mod ink;
mod layering;
mod line_names;
mod link_room;
mod link_words;
mod marks;
mod miniature;
mod moment_frames;
mod moments;
mod outline;
mod pages;
mod phases;
mod picture;
mod pitch;
mod played;
mod played_marks;
mod room;
mod routing;
mod row_cuts;
mod rows;
mod scene;
mod sheet;
mod sight;
mod snapping;
mod space;
mod stacked;
mod svg;
mod text;
mod tidying;
mod wall;
mod writer;

pub use arranging::{Alignment, Arranged, Spacing, align, distribute};
pub use camera::Camera;
pub use card::{Card, CardForm};
pub use card_names::{NamePlace, name_place};
pub use card_texts::hidden_figure;
pub use cards::BUSY;
pub use comment_pins::comment_pins;
pub use detail::{Detail, LEAST_LETTERS, WALL as WALL_LETTERS, wall_zoom};
pub use difference_legend::legend_beside;
pub use differences::{DifferenceMark, Differences, OldCard, OldValue};
pub use display_list::{Anchor, DisplayList, Item, Key, Layer, Shape, Stroke, Subject, TextLook};
pub use documents::{
    Block as DocumentBlock, Document, DocumentColumn, DocumentPages, DocumentPicture, DocumentRow,
    DocumentTable, Entry, KeyFigure, KeyFigures, Mood, RowLook, Sheet as DocumentSheet, Tone,
    set_document, set_endless,
};
pub use feeling_curve::{feeling_at, feeling_near};
pub use feelings::Feelings;
pub use figures::{CardLoad, LensFace, LensMark, LensShape, LensSign, Outdated, SheetFigures};
pub use flow_order::flow_order;
pub use folding::Folding;
pub use geometry::{
    Band, COLLAPSED_HEIGHT, Column, EMPTY_ZONE_HEIGHT, LineDrop, OVERHANG, SheetGeometry,
    whole_units,
};
pub use hit::{Hit, LinkSide, Side};
pub use hitting::{card_near, hit, line_near, link_near};
pub use ink::{Hue, Ink, Palette, ROLE_INKS, Rgba};
pub use layering::{LayerEdge, Layers};
pub use miniature::miniature;
pub use moments::Moment;
pub use pages::{
    Bookmark, Borders, CAPTION_HEIGHT, CellKind, FOOT_HEIGHT, FootTexts, KeyMap, Layout, MARGIN,
    Page, PageCount, Panel, PaperSize, Sides, Spread, Telling, Tile, Told, draw_captions,
    draw_foot, draw_overlaps, layout,
};
pub use phases::{Moved, into_phase, least_width};
pub use picture::draw;
pub use pitch::beside;
pub use played::{CrewPlayed, LinePlayed, Pip, Played, StepPlayed, Traveller, Way};
pub use room::{CARD_GAP, Opening, gap_near, is_free, opening, room_above, room_to_the_left};
pub use routing::{Bar, Route, RouteStyle, Routes};
pub use row_cuts::draw_pane;
pub use rows::{
    Block, Falling, Landing, Pull, fall, fall_below, fall_in_lanes, fall_in_row, fall_together,
};
pub use scene::{
    DropLine, Ghost, HEADER_HEIGHT, Labels, Look, PendingLink, STRIP_WIDTH, Scene, sheet_area,
};
pub use sheet::add_phase_rect;
pub use sight::{Pane, Sight};
pub use snapping::{Guide, REACH, snap};
pub use space::{Point, Rect, Size};
pub use svg::{Svg, Titles, svg};
pub use text::{
    BOX_HEIGHT, BOX_SIDE, Bend, Face, Glyph, GlyphRun, HALF_CAPITAL, KnownWidths, Letters,
    MeasureText, Shaped, Shaper, Typesetter, Weight, breaks, font_definitions, font_family,
    font_of, line_height, line_width,
};
pub use tidying::{Tidied, tidy};
pub use wall::{
    Became, Blank, ComparedFigure, ComparedSide, CoursePoint, DAY_STRIP, DayStrip, StageLook,
    StagePlaces, StageSheet, TileValue, UNITS_HIGH, Wall, WallAnswer, WallAreas, WallComparison,
    WallPlaces, WallTable, WallTile, draw_blank, draw_greeked, draw_ruled, say, unit,
};
