//! The keys of a review: they are its own while nothing else has the keys.

use egui::{Context, Event, Key, Modifiers};

use super::wish::ReviewPage;

/// What a key of a review is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pressed {
    /// Comment on what is pointed at or selected.
    Comment,
    /// Go to the next comment, or the one before.
    Walk {
        back: bool,
    },
    /// Show what the chosen comment is on.
    Open,
    Reply,
    Done,
    Reopen,
    /// Show only open comments, or all.
    OnlyOpen,
    /// Show what is missing.
    Missing,
    /// See the changes, or the verdict again.
    Changes,
    /// Go to the next change, or the one before.
    WalkChanges {
        back: bool,
    },
    /// The change was looked at.
    Viewed,
    /// Go to a row of the page.
    Row(usize),
    /// Go back to the page.
    See(ReviewPage),
}

const PLAIN: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;

/// The keys, with Shift or without.
const KEYS: &[(Modifiers, Key, Pressed)] = &[
    (SHIFT, Key::E, Pressed::Reopen),
    (PLAIN, Key::C, Pressed::Comment),
    (PLAIN, Key::J, Pressed::Walk { back: false }),
    (PLAIN, Key::K, Pressed::Walk { back: true }),
    (PLAIN, Key::R, Pressed::Reply),
    (PLAIN, Key::E, Pressed::Done),
    (PLAIN, Key::U, Pressed::OnlyOpen),
    (PLAIN, Key::I, Pressed::Missing),
    (PLAIN, Key::D, Pressed::Changes),
    (PLAIN, Key::OpenBracket, Pressed::WalkChanges { back: true }),
    (PLAIN, Key::CloseBracket, Pressed::WalkChanges { back: false }),
    (PLAIN, Key::V, Pressed::Viewed),
    (PLAIN, Key::Num1, Pressed::Row(0)),
    (PLAIN, Key::Num2, Pressed::Row(1)),
    (PLAIN, Key::Num3, Pressed::Row(2)),
    (PLAIN, Key::Num4, Pressed::Row(3)),
    (PLAIN, Key::Num5, Pressed::Row(4)),
    (PLAIN, Key::Num6, Pressed::Row(5)),
    (PLAIN, Key::Num7, Pressed::Row(6)),
    (PLAIN, Key::Num8, Pressed::Row(7)),
    (PLAIN, Key::Num9, Pressed::Row(8)),
    (PLAIN, Key::Num0, Pressed::See(ReviewPage::Verdict)),
];

/// Takes the keys of a review from what was pressed in this pass. `opens` says whether Enter is free.
///
/// Shift counts as it was at each press: it may be up again before the pass in which the press is read.
pub(super) fn pressed(ctx: &Context, opens: bool) -> Vec<Pressed> {
    ctx.input_mut(|input| {
        let mut found = Vec::new();
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            let meant = meaning(*key, *modifiers, opens);
            found.extend(meant);
            meant.is_none()
        });
        if !found.is_empty() {
            // The letters that came with the keys begin no text.
            input.events.retain(|event| !matches!(event, Event::Text(_)));
        }
        found
    })
}

/// What a key means, if it is one of the review's.
fn meaning(key: Key, held: Modifiers, opens: bool) -> Option<Pressed> {
    if held.ctrl || held.command || held.alt {
        return None;
    }
    if key == Key::Enter {
        return (opens && !held.shift).then_some(Pressed::Open);
    }
    // A key with Shift is none without.
    let same = |row: &&(Modifiers, Key, Pressed)| row.1 == key && row.0.shift == held.shift;
    KEYS.iter().find(same).map(|row| row.2)
}
