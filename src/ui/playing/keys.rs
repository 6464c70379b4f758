//! The keys of the player: they are its own while it is shown and nothing else has the keys.

use egui::{Context, Key, Modifiers};

use super::{PlayWish, seconds};

/// Takes the keys of the player from what was pressed in this pass.
pub(in crate::ui) fn wishes_of_keys(ctx: &Context) -> Vec<PlayWish> {
    const SHIFT: Modifiers = Modifiers::SHIFT;
    const PLAIN: Modifiers = Modifiers::NONE;
    let minutes = |count: i64| PlayWish::Move(seconds(60 * count));
    let keys = [
        (SHIFT, Key::ArrowRight, minutes(15)),
        (SHIFT, Key::ArrowLeft, minutes(-15)),
        (PLAIN, Key::ArrowRight, minutes(1)),
        (PLAIN, Key::ArrowLeft, minutes(-1)),
        (PLAIN, Key::Space, PlayWish::Toggle),
        (PLAIN, Key::Period, PlayWish::StepOn),
        (PLAIN, Key::Comma, PlayWish::StepBack),
        (PLAIN, Key::Home, PlayWish::ToStart),
        (PLAIN, Key::End, PlayWish::ToEnd),
        (PLAIN, Key::Plus, PlayWish::Faster),
        (SHIFT, Key::Plus, PlayWish::Faster),
        (PLAIN, Key::Equals, PlayWish::Faster),
        (PLAIN, Key::Minus, PlayWish::Slower),
    ];
    ctx.input_mut(|input| {
        let mut wishes = Vec::new();
        for (modifiers, key, wish) in keys {
            let times = input.count_and_consume_key(modifiers, key);
            wishes.extend(std::iter::repeat_n(wish, times));
        }
        if !wishes.is_empty() {
            // The letters that came with the keys begin no name.
            let is_players = |text: &str| matches!(text, " " | "." | "," | "+" | "=" | "-");
            input
                .events
                .retain(|event| !matches!(event, egui::Event::Text(text) if is_players(text)));
        }
        wishes
    })
}
