//! What every part of the window may know of a command: how it is called and shown, its keys, and
//! whether it applies now. What it does stands behind it, in the table.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use crate::ui::view_context::ViewContext;
use crate::wording::Wording;

use super::key_names::{shortcut_caps, shortcut_words};
use super::{Group, Submenu};

/// What sets a command apart from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Mark {
    /// It can be asked for on the start screen, where no sheet is seen.
    AtStart,
    /// It changes only how things are looked at, so that it may be asked for while a design is
    /// shown that is not in the file.
    OnlyLooks,
    /// It is about what is seen of the sheet: an enlarged view gives way to it.
    OnSheet,
    /// It opens a field that takes the keys.
    OpensField,
    /// Its keys work while a text is being typed.
    WhileTyping,
    /// As above; but it looks at the document as a whole, so that the text is given away first.
    AfterTyping,
}

/// Where a command stands in the menu of its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Spot {
    /// A menu within the menu.
    pub within: Option<Submenu>,
    /// Between sections lies a line.
    pub section: u8,
}

/// What a row says of its command: a name in general, one for its row in a menu, whether what it
/// names is on, why it does not apply.
type Named = Box<dyn Fn(&Wording) -> String>;
type NamedNow = Box<dyn Fn(&ViewContext<'_>) -> String>;
type IsOn = Box<dyn Fn(&Context, &ViewContext<'_>) -> bool>;
type Obstacle = Box<dyn Fn(&ViewContext<'_>) -> Option<&'static str>>;

/// How a command presents itself.
pub(in crate::ui) struct Face {
    /// The key of its name in the localisation layer.
    pub text: &'static str,
    /// The menu that it stands in.
    pub group: Group,
    /// Its place there; none where it is found elsewhere.
    pub spot: Option<Spot>,
    /// The section of another group's menu that it stands in too, among those to whom it belongs as well.
    pub also: Option<(Group, u8)>,
    /// Its icon, where it has one.
    pub icon: Option<&'static str>,
    /// What more there is to know of it, shown on hover.
    pub hint: Option<&'static str>,
    /// Its keys; the first are those that are shown.
    keys: Vec<KeyboardShortcut>,
    /// Its keys on a Mac, where they are others.
    keys_on_mac: Option<Vec<KeyboardShortcut>>,
    /// The key with which the system asks for it.
    of_system: Option<Key>,
    marks: &'static [Mark],
    name: Option<Named>,
    name_now: Option<NamedNow>,
    obstacle: Option<Obstacle>,
    on: Option<IsOn>,
}

/// Keys of a row: which, and with what they are held.
pub(super) type Keys = &'static [(Modifiers, Key)];

fn shortcuts(keys: Keys) -> Vec<KeyboardShortcut> {
    keys.iter().map(|(modifiers, key)| KeyboardShortcut::new(*modifiers, *key)).collect()
}

/// The building of a row, used in the table.
impl Face {
    /// A command without keys that always applies and stands in no menu.
    pub(super) fn of(group: Group, text: &'static str) -> Self {
        Self {
            text,
            group,
            spot: None,
            also: None,
            icon: None,
            hint: None,
            keys: Vec::new(),
            keys_on_mac: None,
            of_system: None,
            marks: &[],
            name: None,
            name_now: None,
            obstacle: None,
            on: None,
        }
    }

    /// It stands in a section of its group's menu.
    pub(super) fn section(mut self, section: u8) -> Self {
        self.spot = Some(Spot { within: None, section });
        self
    }

    /// It stands in a section of another group's menu too.
    pub(super) fn also_in(mut self, group: Group, section: u8) -> Self {
        self.also = Some((group, section));
        self
    }

    /// Where it stands in the menu of a group, if it does.
    pub(super) fn spot_in(&self, group: Group) -> Option<Spot> {
        let own = self.spot.filter(|_| self.group == group);
        let also = self.also.filter(|(other, _)| *other == group);
        own.or(also.map(|(_, section)| Spot { within: None, section }))
    }

    /// It stands in a section of a menu within its group's menu.
    pub(super) fn within(mut self, menu: Submenu, section: u8) -> Self {
        self.spot = Some(Spot { within: Some(menu), section });
        self
    }

    pub(super) fn icon(mut self, icon: &'static str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Its row in a menu says more on hover.
    pub(super) fn hint(mut self, hint: &'static str) -> Self {
        self.hint = Some(hint);
        self
    }

    pub(super) fn keys(mut self, keys: Keys) -> Self {
        self.keys = shortcuts(keys);
        self
    }

    pub(super) fn keys_on_mac(mut self, keys: Keys) -> Self {
        self.keys_on_mac = Some(shortcuts(keys));
        self
    }

    /// The system asks for it by this key, held with Ctrl or ⌘.
    pub(super) fn of_system(mut self, key: Key) -> Self {
        self.of_system = Some(key);
        self
    }

    pub(super) fn marked(mut self, marks: &'static [Mark]) -> Self {
        self.marks = marks;
        self
    }

    /// It has a longer name where it does not stand under what it is about.
    pub(super) fn named(mut self, name: impl Fn(&Wording) -> String + 'static) -> Self {
        self.name = Some(Box::new(name));
        self
    }

    /// Its row in a menu says more than its text.
    pub(super) fn named_now(mut self, name: impl Fn(&ViewContext<'_>) -> String + 'static) -> Self {
        self.name_now = Some(Box::new(name));
        self
    }

    /// It does not apply where this answers why not.
    pub(super) fn unless(
        mut self,
        obstacle: impl Fn(&ViewContext<'_>) -> Option<&'static str> + 'static,
    ) -> Self {
        self.obstacle = Some(Box::new(obstacle));
        self
    }

    /// It names something that is on or off.
    pub(super) fn on(mut self, on: impl Fn(&Context, &ViewContext<'_>) -> bool + 'static) -> Self {
        self.on = Some(Box::new(on));
        self
    }
}

impl Face {
    /// What it is called wherever it stands.
    pub fn name(&self, words: &Wording) -> String {
        match &self.name {
            Some(name) => name(words),
            None => words.text(self.text).to_owned(),
        }
    }

    /// What it is called in its menu, as things stand.
    pub fn name_in_menu(&self, view: &ViewContext<'_>) -> String {
        match &self.name_now {
            Some(name) => name(view),
            None => view.text(self.text).to_owned(),
        }
    }

    /// Why it does not apply now, as a key of the localisation layer.
    pub fn obstacle(&self, view: &ViewContext<'_>) -> Option<&'static str> {
        self.obstacle.as_ref().and_then(|obstacle| obstacle(view))
    }

    /// Whether it names something that can be on or off.
    pub fn is_switch(&self) -> bool {
        self.on.is_some()
    }

    /// Whether what it names is on: a theme, a language, a panel.
    pub fn is_on(&self, ctx: &Context, view: &ViewContext<'_>) -> bool {
        self.on.as_ref().is_some_and(|on| on(ctx, view))
    }

    /// Whether something sets it apart.
    pub fn is(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }

    /// Whether its keys work while a text is being typed.
    pub fn works_while_typing(&self) -> bool {
        self.is(Mark::WhileTyping) || self.is(Mark::AfterTyping)
    }

    /// Its keys, on a Mac or elsewhere; those that the system takes are not among them.
    pub fn shortcuts(&self, mac: bool) -> &[KeyboardShortcut] {
        match &self.keys_on_mac {
            Some(keys) if mac => keys,
            Some(_) | None => &self.keys,
        }
    }

    /// Its keys as they are shown.
    pub fn shortcut_text(&self, ctx: &Context) -> Option<String> {
        self.shown_keys(ctx).map(|keys| shortcut_words(ctx, keys))
    }

    /// Its keys, one cap after the other.
    pub fn caps(&self, ctx: &Context) -> Option<Vec<String>> {
        self.shown_keys(ctx).map(|keys| shortcut_caps(ctx, keys))
    }

    fn shown_keys(&self, ctx: &Context) -> Option<KeyboardShortcut> {
        let of_system = self.of_system.map(|key| KeyboardShortcut::new(Modifiers::COMMAND, key));
        of_system.or_else(|| self.shortcuts(ctx.os().is_mac()).first().copied())
    }
}
