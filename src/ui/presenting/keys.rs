//! The keys of a lesson, those of a clicker among them: they are its own while nothing else has the keys.

use egui::{Context, Event, Key, Modifiers};

use crate::presenting::{Press, Tool};

/// Who has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hands {
    /// The lesson: stops are shown.
    Lesson,
    /// The lesson, but for those that press what has the focus.
    Focused,
    /// The lesson, but for those that steer the day that is played.
    Player,
    /// The sheet, on which a try is made.
    Sheet,
}

/// Takes the keys of a lesson from what was pressed in this pass.
pub(super) fn presses_of_keys(ctx: &Context, hands: Hands) -> Vec<Press> {
    ctx.input_mut(|input| {
        let mut pressed = Vec::new();
        input.events.retain(|event| match event {
            Event::Key { key, physical_key, pressed: is_down, modifiers, .. } => {
                let meant = meaning(*key, *physical_key, *modifiers, hands);
                if *is_down {
                    pressed.extend(meant);
                }
                meant.is_none()
            }
            // The letters that come with the keys begin no name, nor do others.
            Event::Text(text) => text == "?",
            _ => true,
        });
        pressed
    })
}

/// What a key means, if it is one of the lesson's.
fn meaning(key: Key, place: Option<Key>, held: Modifiers, hands: Hands) -> Option<Press> {
    if held.ctrl || held.command || held.alt {
        let is_undo = key == Key::Z && held.command && !held.shift && !held.alt;
        return is_undo.then_some(Press::Undo);
    }
    if hands == Hands::Sheet {
        return match (key, held.shift) {
            (Key::H, false) => Some(Press::Hold),
            (Key::F3, false) => Some(Press::Flip),
            (Key::C, false) => Some(Press::Overlay),
            (Key::V, false) => Some(Press::Levers),
            (Key::R, _) => Some(Press::Restore),
            _ => None,
        };
    }
    let is_arrow = matches!(key, Key::ArrowLeft | Key::ArrowRight);
    let is_speed = matches!(key, Key::Plus | Key::Equals | Key::Minus);
    if hands == Hands::Player && (is_arrow && held.shift || is_speed) {
        return None;
    }
    if hands == Hands::Focused && matches!(key, Key::Enter | Key::Space) {
        return None;
    }
    // A digit by its place on the keyboard, as some keyboards write it with Shift only.
    let digit = digit_of(key).or_else(|| {
        let is_sign = matches!(key, Key::Plus | Key::Minus | Key::Equals | Key::Questionmark);
        place.filter(|_| !held.shift && !is_sign).and_then(digit_of)
    });
    if let Some(digit) = digit {
        return Some(Press::Digit(digit));
    }
    Some(match key {
        Key::ArrowRight | Key::PageDown | Key::Space | Key::N => Press::Next,
        Key::ArrowDown => Press::Down,
        Key::ArrowLeft | Key::PageUp | Key::Backspace | Key::P => Press::Back,
        Key::ArrowUp => Press::Up,
        Key::Home => Press::First,
        Key::End => Press::Last,
        Key::Enter => Press::Enter,
        Key::G => Press::Overview,
        Key::B | Key::Period => Press::Black,
        Key::W | Key::Comma => Press::White,
        Key::L => Press::Tool(Tool::Pointer),
        Key::D => Press::Tool(Tool::Draw),
        Key::E => Press::Tool(Tool::Erase),
        Key::S => Press::Tool(Tool::Spotlight),
        Key::Z => Press::Tool(Tool::Zoom),
        Key::H => Press::Hold,
        Key::V => Press::Levers,
        Key::F3 => Press::Flip,
        Key::C => Press::Overlay,
        Key::K => Press::Contrast,
        Key::T => Press::NewTry,
        Key::M => Press::Hands,
        Key::R if held.shift => Press::RestoreAll,
        Key::R => Press::Restore,
        Key::Plus | Key::Equals => Press::More,
        Key::Minus => Press::Less,
        Key::Escape => Press::Escape,
        _ => return None,
    })
}

fn digit_of(key: Key) -> Option<u8> {
    const DIGITS: [Key; 10] = [
        Key::Num0,
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
        Key::Num9,
    ];
    DIGITS.iter().position(|digit| *digit == key).and_then(|at| u8::try_from(at).ok())
}
