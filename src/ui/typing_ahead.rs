//! Keys that come faster than passes, and commands that come while something is being typed.
//!
//! A text in a field belongs to the document only once the field is left. A command that looks at
//! the document therefore waits for the next pass, in which the field has given its text away. And
//! what is typed in the same pass as the key or the click that opens a field is meant for that
//! field, which is there from the next pass on.

use egui::{Context, Event, InputState, Key, KeyboardShortcut, Modifiers};

use super::commands::Command;

/// What waits for the next pass.
#[derive(Default)]
pub(super) struct TypingAhead {
    commands: Vec<Command>,
    events: Vec<Event>,
}

impl TypingAhead {
    /// Has the field with the keys give its text away, and keeps the command for then.
    pub fn after_leaving(&mut self, ctx: &Context, command: Command) {
        ctx.memory_mut(|memory| {
            if let Some(focused) = memory.focused() {
                memory.surrender_focus(focused);
            }
        });
        self.commands.push(command);
        ctx.request_repaint();
    }

    /// The commands that waited for a field to be left.
    pub fn take_commands(&mut self) -> Vec<Command> {
        std::mem::take(&mut self.commands)
    }

    /// Keeps what was typed after one of the keys that open a field.
    pub fn keep_back(&mut self, ctx: &Context, opening: &[KeyboardShortcut]) {
        let events = ctx.input_mut(|input| typed_after_opening(input, opening));
        self.keep(ctx, events);
    }

    /// Keeps what was typed after a click, before anybody reads it: where the click leads is known
    /// once the pass is over. On a slow machine a double click and a whole name come in one pass.
    pub fn keep_for_the_click(&mut self, ctx: &Context) {
        let events = ctx.input_mut(typed_after_click);
        self.keep(ctx, events);
    }

    /// Keeps what is typed from a place in the events of this pass on, for the field that a letter
    /// before it opened.
    pub fn keep_from(&mut self, ctx: &Context, at: usize) {
        let events = ctx.input_mut(|input| typed_from(input, at));
        self.keep(ctx, events);
    }

    fn keep(&mut self, ctx: &Context, events: Vec<Event>) {
        if !events.is_empty() {
            // Behind the click comes later than behind a key before it.
            self.events.splice(0..0, events);
            ctx.request_repaint();
        }
    }

    /// Gives back what was kept, ahead of what was typed since.
    pub fn give_back(&mut self, ctx: &Context) {
        if !self.events.is_empty() {
            let events = std::mem::take(&mut self.events);
            ctx.input_mut(|input| drop(input.events.splice(0..0, events)));
        }
    }
}

/// Takes out what is typed after the first key of a pass that opens a field.
fn typed_after_opening(input: &mut InputState, opening: &[KeyboardShortcut]) -> Vec<Event> {
    let opens = |event: &Event| opens_a_field(event, opening);
    let Some(opened) = input.events.iter().position(opens) else { return Vec::new() };
    let mut at = opened + 1;
    // A letter that is a command is no text.
    if matches!(input.events.get(at), Some(Event::Text(text)) if is_written_by(&input.events[opened], text))
    {
        at += 1;
    }
    typed_from(input, at)
}

/// Takes out what is typed after the last click of a pass, if the button is up again.
fn typed_after_click(input: &mut InputState) -> Vec<Event> {
    let click = input.events.iter().rposition(|event| matches!(event, Event::PointerButton { .. }));
    let Some(click) = click else { return Vec::new() };
    if matches!(input.events.get(click), Some(Event::PointerButton { pressed: true, .. })) {
        return Vec::new();
    }
    typed_from(input, click + 1)
}

/// Takes out what is typed from a place in the events of a pass on.
fn typed_from(input: &mut InputState, at: usize) -> Vec<Event> {
    let (typed, rest): (Vec<Event>, Vec<Event>) =
        input.events.split_off(at).into_iter().partition(|event| {
            matches!(event, Event::Key { .. } | Event::Text(_) | Event::Ime(_) | Event::Paste(_))
        });
    input.events.extend(rest);
    let writes = |event: &Event| !matches!(event, Event::Key { pressed: false, .. });
    if typed.iter().any(writes) {
        return typed;
    }
    input.events.extend(typed);
    Vec::new()
}

/// Whether a key opens a field where something is named.
fn opens_a_field(event: &Event, opening: &[KeyboardShortcut]) -> bool {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return false };
    opening
        .iter()
        .any(|shortcut| *key == shortcut.logical_key && modifiers.matches_exact(shortcut.modifiers))
}

fn is_written_by(event: &Event, text: &str) -> bool {
    let Event::Key { key, modifiers, .. } = event else { return false };
    let plain = *modifiers == Modifiers::NONE || *modifiers == Modifiers::SHIFT;
    plain && *key != Key::F2 && key.symbol_or_name().eq_ignore_ascii_case(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: Key) -> Event {
        let (pressed, repeat, modifiers) = (true, false, Modifiers::NONE);
        Event::Key { key, physical_key: None, pressed, repeat, modifiers }
    }

    // The state has private parts.
    #[allow(clippy::field_reassign_with_default)]
    fn after(events: Vec<Event>) -> (Vec<Event>, Vec<Event>) {
        let mut input = InputState::default();
        input.events = events;
        let opening = [Key::N, Key::F2].map(|key| KeyboardShortcut::new(Modifiers::NONE, key));
        let kept = typed_after_opening(&mut input, &opening);
        (input.events, kept)
    }

    #[test]
    fn what_follows_a_key_that_opens_a_field_is_kept_for_it() {
        let typed = vec![press(Key::M), Event::Text("M".to_owned())];
        let renamed: Vec<Event> = [press(Key::F2)].into_iter().chain(typed.clone()).collect();
        assert_eq!(after(renamed), (vec![press(Key::F2)], typed.clone()));
        // The letter of a command is not typed itself.
        let n = Event::Text("n".to_owned());
        let added: Vec<Event> =
            [press(Key::N), n.clone()].into_iter().chain(typed.clone()).collect();
        assert_eq!(after(added), (vec![press(Key::N), n], typed.clone()));
        assert_eq!(after(typed.clone()), (typed, Vec::new()));
    }

    // The state has private parts.
    #[allow(clippy::field_reassign_with_default)]
    #[test]
    fn what_follows_a_click_waits_for_where_it_leads() {
        let button = |pressed| Event::PointerButton {
            pos: egui::Pos2::ZERO,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        let letter = Event::Text("a".to_owned());
        let split = |events: &[Event]| {
            let mut input = InputState::default();
            input.events = events.to_vec();
            let kept = typed_after_click(&mut input);
            (input.events, kept)
        };
        let (down, up) = (button(true), button(false));
        let clicked = [letter.clone(), down.clone(), up.clone(), letter.clone()];
        assert_eq!(split(&clicked), (clicked[..3].to_vec(), vec![letter.clone()]));
        // Not while the button is down, nor where nothing is typed behind it.
        let dragging = [down.clone(), letter.clone()];
        assert_eq!(split(&dragging), (dragging.to_vec(), Vec::new()));
        assert_eq!(split(&clicked[..3]), (clicked[..3].to_vec(), Vec::new()));
    }
}
