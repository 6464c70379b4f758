//! A picture as SVG, with real text.

use super::{Picture, Written};

/// The families that a reader may have, in the order in which they are tried.
const FAMILIES: &str =
    "Inter, 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

/// The picture as an SVG document.
pub(super) fn svg(picture: &Picture<'_>) -> Written {
    let text = crate::drawing::svg(picture.lists, picture.palette, picture.viewport, FAMILIES);
    Written::alone(text.into_bytes())
}
