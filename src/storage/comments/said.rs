//! What was written into a file by hand, as comments of the blueprint.

use super::{Comment, Comments, Segment};
use crate::blueprint::{
    Anchor, Discussion, Id, LaneId, LinkId, PhaseId, RoleId, ScenarioId, SheetId, StepId,
};

/// Lines that follow one another at one place.
struct Note<'a> {
    on: Anchor,
    text: String,
    lines: Vec<&'a Comment>,
}

impl Comments {
    /// What each says and what it is on: the step, link, role, lane, phase, scenario or planning sheet that it stands at, or
    /// the whole. Lines that follow one another at one place are one comment; those without a word are left
    /// out. In the order of the file; linear.
    #[must_use]
    pub fn as_said(&self) -> Vec<(Anchor, String)> {
        let notes = self.notes().into_iter();
        notes.filter(|note| !note.text.is_empty()).map(|note| (note.on, note.text)).collect()
    }

    /// Those that nobody has said as a comment of the blueprint: what is said there need not stand in the
    /// file twice. Linear in both for each other.
    #[must_use]
    pub fn not_said_in(&self, discussion: &Discussion) -> Self {
        let is_said = |note: &Note<'_>| {
            let mut said = discussion.comments.iter();
            !note.text.is_empty() && said.any(|it| it.on == note.on && it.text == note.text)
        };
        let left = self.notes().into_iter().filter(|note| !is_said(note));
        Self { list: left.flat_map(|note| note.lines).cloned().collect() }
    }

    fn notes(&self) -> Vec<Note<'_>> {
        let mut notes: Vec<Note<'_>> = Vec::new();
        let mut last = None;
        for comment in &self.list {
            let words = words_of(&comment.text);
            let place = Some((comment.path.as_slice(), comment.side));
            if let Some(note) = notes.last_mut().filter(|_| last == place) {
                if !note.text.is_empty() && !words.is_empty() {
                    note.text.push('\n');
                }
                note.text.push_str(&words);
                note.lines.push(comment);
            } else {
                let on = anchor(&comment.path);
                notes.push(Note { on, text: words, lines: vec![comment] });
            }
            last = place;
        }
        notes
    }
}

/// A comment without its marks.
fn words_of(text: &str) -> String {
    let text = text.trim();
    let inner = text
        .strip_prefix("/*")
        .map(|rest| rest.strip_suffix("*/").unwrap_or(rest))
        .or_else(|| text.strip_prefix("//"))
        .unwrap_or(text);
    let lines = inner.lines().map(|line| line.trim().trim_start_matches(['*', '/']).trim());
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// What lies on the way to a value that can be commented on.
fn anchor(path: &[Segment]) -> Anchor {
    let mut on = Anchor::default();
    let mut list = "";
    for segment in path {
        match segment {
            Segment::Field(name) => list = name,
            Segment::Id(number) => {
                let Ok(number) = number.trim().parse::<u32>() else { continue };
                match list {
                    "scenarios" => on.scenario = Some(ScenarioId::from_number(number)),
                    "steps" => on.step = Some(StepId::from_number(number)),
                    "links" => on.link = Some(LinkId::from_number(number)),
                    "roles" => on.role = Some(RoleId::from_number(number)),
                    "lanes" => on.lane = Some(LaneId::from_number(number)),
                    "phases" => on.phase = Some(PhaseId::from_number(number)),
                    "sheets" => on.sheet = Some(SheetId::from_number(number)),
                    _ => {}
                }
            }
            Segment::Index(_) => {}
        }
    }
    if on.step.is_some() && list != "steps" {
        list.clone_into(&mut on.field);
    }
    on
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::decode;

    #[test]
    fn notes_by_hand_say_what_they_are_on() {
        let file = "// A draft.\n// Ask Li.\n(version: 1, next_id: 9, scenarios: [(id: 1, name: \"As-is\",
            lanes: [(id: 2, zone: Frontstage)], phases: [(id: 3)], roles: [
                // On leave in May.
                (id: 4, name: \"Officer\")],
            steps: [
                /* Two lines
                 * of one thing. */
                (id: 5, name: \"Check\", lane: 2, phase: 3, at: (72, 46), time: \"60 s\" /* measured */),
                //
            ])])";
        let said = decode(file).unwrap().comments.as_said();
        let texts: Vec<&str> = said.iter().map(|(_, text)| text.as_str()).collect();
        let wanted =
            ["A draft.\nAsk Li.", "On leave in May.", "Two lines\nof one thing.", "measured"];
        assert_eq!(texts, wanted);
        let on: Vec<&Anchor> = said.iter().map(|(on, _)| on).collect();
        assert_eq!(*on[0], Anchor::default());
        assert_eq!(on[1].role, Some(RoleId::from_number(4)));
        assert_eq!((on[2].step, on[2].field.as_str()), (Some(StepId::from_number(5)), ""));
        assert_eq!((on[3].step, on[3].field.as_str()), (Some(StepId::from_number(5)), "time"));
        assert!(on[1..].iter().all(|on| on.scenario == Some(ScenarioId::from_number(1))));
    }

    #[test]
    fn what_is_said_as_a_comment_need_not_stand_in_the_file_twice() {
        let file = "// A draft.\n// Ask Li.\n(version: 1, next_id: 9, scenarios: [(id: 1, name: \"As-is\",
            lanes: [(id: 2, zone: Frontstage)], phases: [(id: 3 /* wide */)])],
            comments: [(on: (), by: \"Li\", at: \"2026-11-27T14:05:10+08:00\", text: \"A draft.\\nAsk Li.\")])";
        let opened = decode(file).unwrap();
        let left = opened.comments.not_said_in(opened.blueprint.discussion());
        let texts: Vec<_> = left.as_said().into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts, ["wide"]);
        assert_eq!(opened.comments.not_said_in(&Discussion::default()), opened.comments);
    }
}
