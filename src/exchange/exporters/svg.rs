//! A picture as SVG, with real text.

use super::{Picture, Refused, Written};

/// The families that a reader may have, in the order in which they are tried.
const FAMILIES: &str =
    "Inter, 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

/// The picture as an SVG document.
// Other formats refuse some pictures.
#[allow(clippy::unnecessary_wraps)]
pub(super) fn svg(picture: &Picture<'_>) -> Result<Written, Refused> {
    let text = crate::drawing::svg(picture.lists, picture.palette, picture.viewport, FAMILIES);
    Ok(Written::alone(text.into_bytes()))
}
