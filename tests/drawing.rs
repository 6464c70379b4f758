//! Pictures of whole blueprints: what is drawn, what is hit, how links run.

// What the tests draw is valid by construction.
#![allow(clippy::unwrap_used)]
// Sheet units are whole numbers, which floats add and halve exactly.
#![allow(clippy::float_cmp)]

#[path = "drawing/arrange.rs"]
mod arrange;
#[path = "drawing/badges.rs"]
mod badges;
#[path = "drawing/collisions.rs"]
mod collisions;
#[path = "drawing/differences.rs"]
mod differences;
#[path = "drawing/eyes.rs"]
mod eyes;
#[path = "drawing/folding.rs"]
mod folding;
#[path = "drawing/framing.rs"]
mod framing;
#[path = "drawing/headers.rs"]
mod headers;
#[path = "drawing/laws.rs"]
mod laws;
#[path = "drawing/office.rs"]
mod office;
#[path = "drawing/pictures.rs"]
mod pictures;
#[path = "drawing/played.rs"]
mod played;
#[path = "drawing/processes.rs"]
mod processes;
#[path = "drawing/tallies.rs"]
mod tallies;
#[path = "drawing/tidied.rs"]
mod tidied;
#[path = "drawing/wall.rs"]
mod wall;
#[path = "drawing/wall_day.rs"]
mod wall_day;
#[path = "drawing/wall_pictures.rs"]
mod wall_pictures;
#[path = "drawing/ways_out.rs"]
mod ways_out;
