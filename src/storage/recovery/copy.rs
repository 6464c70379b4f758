//! The text of a copy: a blueprint file with one line of comment before it.
//!
//! So a copy that is found by hand can be opened like any blueprint.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::draft::Draft;
use crate::storage::comments::encode_with;
use crate::storage::errors::{DecodeError, DecodeProblem};
use crate::storage::expected::Expected;
use crate::storage::on_disk::Fingerprint;
use crate::storage::reading::{Opened, decode};

/// What every copy begins with; the number is that of this form of the head.
const MARK: &str = "// onstage-recovery 1 ";

/// What a copy says of itself besides the blueprint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    /// The file that the work is meant for; none if it was never saved, or if its path is no
    /// Unicode text.
    pub file: Option<String>,
    /// What the file held when it was opened or saved last.
    pub base: Option<Fingerprint>,
    /// When the copy was written, in seconds since 1970.
    pub written: u64,
    /// The process that wrote it.
    pub process: u32,
    /// Whether it holds what was proposed in a lesson.
    #[serde(default, skip_serializing_if = "is_false")]
    pub lesson: bool,
    /// The blueprint's text in short, so that a damaged copy is told.
    pub body: Fingerprint,
}

// As serde asks for it.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde asks for")]
fn is_false(value: &bool) -> bool {
    !value
}

/// The text of a copy. Linear in the blueprint.
pub(super) fn to_text(draft: &Draft<'_>) -> Result<String, ron::Error> {
    let body = encode_with(draft.blueprint, draft.comments);
    let head = Head {
        file: draft.file.and_then(Path::to_str).map(str::to_owned),
        base: draft.base,
        written: draft.now,
        lesson: draft.from_lesson,
        process: std::process::id(),
        body: Fingerprint::of(body.as_bytes()),
    };
    Ok(format!("{MARK}{}\n{body}", ron::to_string(&head)?))
}

/// A copy's head and blueprint.
pub(super) fn from_text(text: &str) -> Result<(Head, Opened), Box<DecodeError>> {
    let damaged = || {
        let problem = Box::new(DecodeProblem::Syntax(Expected::More));
        Box::new(DecodeError { position: None, path: Vec::new(), owner: None, problem })
    };
    let rest = text.strip_prefix(MARK).ok_or_else(damaged)?;
    let (head, body) = rest.split_once('\n').ok_or_else(damaged)?;
    let head: Head = ron::from_str(head).map_err(|_| damaged())?;
    if Fingerprint::of(body.as_bytes()) != head.body {
        return Err(damaged());
    }
    Ok((head, decode(body)?))
}

impl Head {
    /// The file that the work is meant for.
    pub fn file(&self) -> Option<PathBuf> {
        self.file.as_deref().map(PathBuf::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::Blueprint;
    use crate::storage::comments::Comments;

    #[test]
    fn a_copy_is_a_blueprint_and_tells_damage_anywhere() {
        let blueprint = Blueprint::empty("Bakery \"at\nnight\" 夜", "As-is");
        let base = Some(Fingerprint::of(b"old"));
        let file = Path::new("/tmp/a \"b\"\n.ron");
        let (comments, file_of) = (Comments::default(), Some(file));
        let draft = Draft {
            blueprint: &blueprint,
            comments: &comments,
            file: file_of,
            number: 0,
            base,
            now: 7,
            from_lesson: false,
        };
        let text = to_text(&draft).expect("a text");
        let marked = to_text(&Draft { from_lesson: true, ..draft }).expect("a text");
        assert!(from_text(&marked).expect("a copy").0.lesson);
        assert!(!text.contains("lesson"), "as older versions write it");
        let (head, read) = from_text(&text).expect("a copy");
        assert_eq!((head.file().as_deref(), head.base, head.written), (Some(file), base, 7));
        assert_eq!(read.blueprint, blueprint);
        assert_eq!(decode(&text).expect("a blueprint").blueprint, blueprint);
        for length in (0..text.len()).filter(|length| text.is_char_boundary(*length)) {
            assert!(from_text(&text[..length]).is_err(), "cut after {length} bytes");
        }
        let altered = text.replacen("Bakery", "Bakers", 1);
        assert!(from_text(&altered).is_err());
    }
}
