//! A picture as SVG, with real text or letters as shapes.

use super::painting::missing_letters;
use super::{Picture, Refused, Written};
use crate::drawing::Svg;

/// The families that a reader may have, in the order in which they are tried.
pub(super) const FAMILIES: &str =
    "Inter, 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

/// The picture as an SVG document.
// Other formats refuse some pictures.
#[allow(clippy::unnecessary_wraps)]
pub(super) fn svg(picture: &Picture<'_>) -> Result<Written, Refused> {
    let text = Svg {
        lists: picture.lists,
        palette: picture.palette,
        viewport: picture.viewport,
        fonts: FAMILIES,
        prefix: "",
        title: picture.title,
        description: picture.description,
        language: picture.language,
        titles: picture.titles,
        shaper: Some(picture.shaper),
        outlines: picture.outlines,
    }
    .write();
    let written = Written::alone(text.into_bytes());
    // Of letters that stay letters, the reader's fonts may have more.
    let missing =
        if picture.outlines { missing_letters(picture.lists, picture.shaper) } else { Vec::new() };
    Ok(written.lacking(missing))
}
