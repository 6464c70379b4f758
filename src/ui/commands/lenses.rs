//! The rows of the lenses: one for each.

use egui::{Key, Modifiers};

use crate::pictures::Lens;

use super::face::{Face, Keys, Mark};
use super::obstacles as why;
use super::{Group, Submenu};

/// Ctrl, and ⌘ on a Mac.
const CTRL: Modifiers = Modifiers::COMMAND;

/// How the command presents itself that looks through a lens.
pub(super) fn face(lens: Lens) -> Face {
    let (text, keys): (_, Keys) = match lens {
        Lens::Figures => ("command-lens-figures", &[(CTRL, Key::Num1)]),
        Lens::Experience => ("command-lens-experience", &[(CTRL, Key::Num2)]),
        Lens::Quality => ("command-lens-quality", &[(CTRL, Key::Num3)]),
        Lens::Risk => ("command-lens-risk", &[(CTRL, Key::Num4)]),
        Lens::Surroundings => ("command-lens-surroundings", &[(CTRL, Key::Num5)]),
    };
    Face::of(Group::View, text)
        .within(Submenu::Lens, 1)
        .keys(keys)
        .marked(&[Mark::OnSheet, Mark::OnlyLooks])
        .named_now(move |view| view.words.text(lens.key()).to_owned())
        .unless(why::no_steps)
        .on(move |_, view| view.lens == lens)
}
