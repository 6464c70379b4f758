//! Carries out commands, and finds them by their keys.

use egui::{Context, Event, InputState, Key, KeyboardShortcut};

use crate::blueprint::{Lane, Phase, PhaseWidth, Place, ScenarioId, SheetPoint};
use crate::drawing::{CardForm, Point, Rect};
use crate::editor::{DocumentEdit, Edit, Selection, Thing};
use crate::storage::preferences::Scale;
use crate::wording::Language;

use super::app::{App, BOTH_PANELS, theme_of};
use super::commands::{Command, Palette};
use super::comparing::Comparing;
use super::desk::{Action, Desk, LEVERS, SideTab};
use super::dialogs::{Dialog, Gallery};
use super::files::{Intent, Purpose};
use super::finder::{Finder, Sought};
use super::hand::{Letters, is_letter};
use super::panels::palette::new_role;
use super::settings::Settings;
use super::{arrange, filter};

/// How far a duplicate lies from its original, in sheet units.
const DUPLICATE_SHIFT: (i32, i32) = (24, 16);

impl App {
    /// Carries out a command.
    pub(super) fn run(&mut self, ctx: &Context, command: Command) {
        if needs_sheet(command) {
            self.bottom.enlarged = false;
        }
        if !command.works_on_start_screen() {
            self.start_screen = None;
        }
        match command {
            Command::New => self.pursue(ctx, Intent::New),
            Command::Open => self.pursue(ctx, Intent::ChooseFile),
            Command::Import => self.choose(ctx, Purpose::Import),
            Command::Save => self.save(ctx, None),
            Command::SaveAs => {
                self.editor.commit();
                self.choose(ctx, Purpose::Save(None));
            }
            Command::Quit => self.pursue(ctx, Intent::Quit),
            Command::Undo if self.editor.trial() == Some(LEVERS) => self.editor.abort(),
            Command::Undo => self.editor.undo(),
            Command::Redo => self.editor.redo(),
            Command::Copy => self.copy(ctx),
            Command::Cut => {
                self.copy(ctx);
                self.delete(ctx);
            }
            Command::Paste => ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste),
            Command::Duplicate => {
                let steps = self.editor.selection().steps.clone();
                self.edit(ctx, Edit::DuplicateSteps(steps, DUPLICATE_SHIFT));
            }
            Command::Delete => self.delete(ctx),
            Command::SelectAll => {
                let all = self.editor.scenario().steps().keys().copied().collect::<Vec<_>>();
                self.editor.select(Selection::steps(all));
                self.hand.pick(self.editor.selection());
            }
            Command::SelectNone => self.editor.select(Selection::default()),
            Command::Rename => {
                let selection = self.editor.selection();
                if let Some(step) = selection.only_step() {
                    self.canvas.start_renaming(step);
                } else if let Some(link) = selection.only_link() {
                    self.canvas.start_sharing(link);
                }
            }
            Command::Append(_) | Command::Connect | Command::MakeRoom => {
                self.use_hand(ctx, command);
            }
            Command::Insert(item) => self.insert(ctx, item),
            Command::AddLane(zone) => self.edit(ctx, Edit::AddLane(Lane::new(zone))),
            Command::AddPhase => {
                let name = self.words.text("phase-new").to_owned();
                let end = self.editor.scenario().phases().len();
                self.edit(ctx, Edit::AddPhase(Phase::new(name), end));
            }
            Command::AddRole => {
                let role = new_role(&self.words, self.editor.scenario());
                self.edit(ctx, Edit::AddRole(role));
            }
            Command::DuplicateScenario => {
                let name = self.free_scenario_name();
                let id = self.editor.scenario().id();
                self.edit(ctx, DocumentEdit::DuplicateScenario(id, name));
            }
            Command::RenameScenario => self.tabs.start_renaming(self.editor.scenario().id()),
            Command::MakeBaseline => self.move_scenario(ctx, |_| 0),
            Command::MoveScenarioLeft => self.move_scenario(ctx, |place| place.saturating_sub(1)),
            Command::MoveScenarioRight => self.move_scenario(ctx, |place| place + 1),
            Command::RemoveScenario => {
                let id = self.editor.scenario().id();
                self.edit(ctx, DocumentEdit::RemoveScenario(id));
            }
            Command::Compare => self.start_or_stop_comparing(),
            Command::FlipComparison => self.flip_comparison(),
            Command::LeaveComparing => self.stop_comparing(),
            Command::ZoomIn => self.canvas.zoom_by(1.25, self.editor.selection()),
            Command::ZoomOut => self.canvas.zoom_by(0.8, self.editor.selection()),
            Command::ZoomActual => self.canvas.zoom_actual(self.editor.selection()),
            Command::FitAll => self.canvas.fit_all(),
            Command::FitSelection => {
                let steps = self.editor.selection().steps.clone();
                self.canvas.fit_steps(steps);
            }
            Command::ShowBelow(tab) => {
                self.bottom.tab = tab;
                if !self.settings.table {
                    self.set(ctx, Settings { table: true, ..self.settings });
                }
            }
            Command::Redesign => self.open_redesign(),
            Command::Enlarge => self.bottom.enlarged = !self.bottom.enlarged,
            Command::StartScreen => self.show_start_screen(ctx),
            // Order on the sheet, and what is shown and selected of it.
            order if arrange::is_about_order(order) => self.put_in_order(ctx, order),
            shown if filter::is_about_shown(shown) => self.choose_shown(ctx, shown),
            Command::NextRegion => self.regions.go(ctx, 1),
            Command::PreviousRegion => self.regions.go(ctx, -1),
            other => match dialog_of(other) {
                Some(dialog) => self.ask(dialog),
                None => self.change_setting(ctx, other),
            },
        }
    }

    /// Moves the scenario that is shown among the tabs.
    fn move_scenario(&mut self, ctx: &Context, to: impl FnOnce(usize) -> usize) {
        let id = self.editor.scenario().id();
        if let Ok(place) = self.editor.blueprint().position(id) {
            self.edit(ctx, DocumentEdit::MoveScenario(id, to(place)));
        }
    }

    /// Compares the scenario that is shown with the baseline, the baseline itself with the next
    /// one; or leaves the comparison that is on.
    fn start_or_stop_comparing(&mut self) {
        if self.comparing.is_some() {
            self.stop_comparing();
            return;
        }
        let blueprint = self.editor.blueprint();
        let (baseline, shown) = (blueprint.baseline().id(), self.editor.scenario().id());
        let next = blueprint.scenarios().iter().map(|scenario| scenario.id()).nth(1);
        let after = if shown == baseline { next } else { Some(shown) };
        if let Some(after) = after {
            self.compare(baseline, after);
        }
    }

    /// Shows the other one of the two scenarios that are compared.
    fn flip_comparison(&mut self) {
        if let Some(comparing) = &self.comparing {
            let other = comparing.other(self.editor.scenario().id());
            self.editor.show_scenario(other);
        }
    }

    /// Compares two scenarios and shows the later one.
    pub(super) fn compare(&mut self, before: ScenarioId, after: ScenarioId) {
        self.editor.show_scenario(after);
        self.comparing = Some(Comparing::of(before, after));
        self.tab = SideTab::Compare;
        self.bottom.enlarged = false;
    }

    pub(super) fn stop_comparing(&mut self) {
        self.comparing = None;
        if self.tab == SideTab::Compare {
            self.tab = SideTab::Capacity;
        }
    }

    /// A name for a copy of a scenario that no other bears.
    fn free_scenario_name(&self) -> String {
        let blueprint = self.editor.blueprint();
        let count = blueprint.scenarios().len();
        let name = |number: usize| self.words.with("scenario-new", &[("number", number.into())]);
        // Of one name more than there are scenarios, one is free.
        (count..=2 * count)
            .map(name)
            .find(|name| blueprint.scenario_named(name).is_none())
            .unwrap_or_else(|| name(count))
    }

    fn change_setting(&mut self, ctx: &Context, command: Command) {
        let now = self.settings;
        // There the palette gives way to the side panel until that is hidden.
        let narrow = ctx.content_rect().width() < BOTH_PANELS;
        let changed = match command {
            Command::ShowPalette if narrow && now.palette && now.side => {
                Settings { side: false, ..now }
            }
            Command::ShowPalette => Settings { palette: !now.palette, ..now },
            Command::ShowSide => Settings { side: !now.side, ..now },
            Command::ShowTable => Settings { table: !now.table, ..now },
            Command::Larger => Settings { scale: now.scale.larger(), ..now },
            Command::Smaller => Settings { scale: now.scale.smaller(), ..now },
            Command::UsualSize => Settings { scale: Scale::default(), ..now },
            Command::ShowMap => Settings { map: !now.map, ..now },
            Command::Contrast => Settings { contrast: !now.contrast, ..now },
            Command::Motion => Settings { motion: !now.motion, ..now },
            Command::English => Settings { language: Language::English, ..now },
            Command::Chinese => Settings { language: Language::Chinese, ..now },
            theme => theme_of(theme).map_or(now, |theme| Settings { theme, ..now }),
        };
        if changed.scale != now.scale {
            let percent = self.words.percent(f64::from(changed.scale.percent()) / 100.0);
            let said = self.words.with("now-this-size", &[("percent", percent.into())]);
            self.notice.say(said, ctx.time());
        }
        self.set(ctx, changed);
    }

    fn delete(&mut self, ctx: &Context) {
        let selection = self.editor.selection().clone();
        let edit = match selection.other {
            Some(Thing::Lane(lane)) => {
                let held = self.editor.scenario().steps().values().any(|step| step.lane == lane);
                if held {
                    self.ask(Dialog::RemoveLane(lane));
                    return;
                }
                Edit::RemoveLane(lane, crate::blueprint::LaneSteps::MustBeNone)
            }
            Some(Thing::Phase(phase)) => Edit::RemovePhase(phase),
            Some(Thing::Role(role)) => Edit::RemoveRole(role),
            Some(Thing::Element(element)) => Edit::RemoveElement(element),
            None if selection.is_empty() => return,
            None => {
                if let Some(step) = selection.only_step()
                    && self.has_several_branches(step)
                {
                    self.ask(Dialog::RemoveDecision(step));
                    return;
                }
                Edit::Remove { steps: selection.steps, links: selection.links }
            }
        };
        self.edit(ctx, edit);
    }

    /// Whether removing a step would leave open which way the flow goes on.
    fn has_several_branches(&self, step: crate::blueprint::StepId) -> bool {
        let scenario = self.editor.scenario();
        let decision = scenario
            .steps()
            .get(&step)
            .is_some_and(|step| step.kind == crate::blueprint::StepKind::Decision);
        decision
            && scenario
                .links_at(step)
                .filter(|(_, link)| {
                    link.from == step && link.kind == crate::blueprint::LinkKind::Flow
                })
                .count()
                > 1
    }

    /// Adds a card beside the selected one, or in the middle of what is seen.
    fn insert(&mut self, ctx: &Context, item: Palette) {
        let scenario = std::sync::Arc::clone(self.editor.scenario());
        let geometry = self.canvas.geometry();
        let Some(lane) = scenario.lanes_of(item.zone()).next().map(|(id, _)| id) else {
            let Some((lane, phase)) =
                scenario.lanes().keys().next().zip(scenario.phases().keys().next())
            else {
                return;
            };
            let at = SheetPoint::new(PhaseWidth::USUAL / 2, item.zone().usual_height() / 2);
            let place = Place { lane: *lane, phase: *phase, at };
            let step = self.with_desk(ctx, |desk| super::canvas::new_step(desk, item, place));
            self.edit(ctx, Edit::AddStepWithLane(item.zone(), Box::new(step)));
            return;
        };
        let Some(band) = geometry.band_of(lane).copied() else { return };
        let beside = self.editor.selection().only_step().and_then(|step| geometry.card(step));
        let left = geometry.columns().first().map_or(0.0, |column| column.left + 72.0);
        let x = match beside {
            Some(card) => card.rect.right() + 82.0,
            // The first step comes where time begins.
            None if scenario.steps().is_empty() => left,
            None => self.canvas.middle_on_sheet().x,
        };
        let right = geometry.columns().last().map_or(72.0, |column| column.right - 20.0);
        let mut point =
            Point::new(x.clamp(left, right.max(left)), f32::midpoint(band.top, band.bottom));
        let Some(place) = geometry.place_at(&scenario, point) else { return };
        let mut step = self.with_desk(ctx, |desk| super::canvas::new_step(desk, item, place));
        // Step aside until no card lies there.
        let size = CardForm::of(&step, band.zone).size();
        let taken =
            |at| geometry.cards().iter().any(|card| card.rect.touches(Rect::centred(at, size)));
        while taken(point) && point.x < right + 2_000.0 {
            point.x += 24.0;
        }
        let Some(place) = geometry.place_at(&scenario, point) else { return };
        (step.lane, step.phase, step.at) = (place.lane, place.phase, place.at);
        self.edit(ctx, Edit::AddStep(Box::new(step)));
    }

    /// Runs the commands whose keys were pressed.
    /// `was_typing` says whether a text had the focus when the pass began, `was_open` whether a menu
    /// or popup was open, which Esc closes.
    pub(super) fn read_keys(&mut self, ctx: &Context, was_typing: bool, was_open: bool) {
        for command in self.typing_ahead.take_commands() {
            self.actions.push(Action::Run(command));
        }
        let previewing = self.is_previewing();
        if self.dialogs.is_open() || self.redesign.is_some() && !previewing {
            return;
        }
        let in_field = ctx.text_edit_focused() || self.is_naming();
        let typing = was_typing || in_field;
        if !typing && self.start_screen.is_none() {
            self.typing_ahead.keep_back(ctx);
        }
        let letters = self.letters(ctx, was_open);
        let mut pressed = Vec::new();
        let at_start = self.start_screen.is_some();
        if !was_open {
            self.read_escape(ctx, typing, &mut pressed);
        }
        let on_the_sheet = !typing && !was_open && !previewing && !at_start;
        if on_the_sheet && letters == Letters::Commands && ctx.input(begins_with_no_command) {
            // Letters behind it in the same pass belong to the name.
            self.read_typing(ctx);
        }
        for (shortcut, command) in Command::keys() {
            if typing && !command.works_while_typing()
                || at_start && !command.works_on_start_screen()
                || is_letter(shortcut) && letters == Letters::Elsewhere
            {
                continue;
            }
            let times = ctx.input_mut(|input| presses(input, shortcut));
            if times > 0 && is_letter(shortcut) && letters == Letters::Resting {
                self.notice.say(self.words.text("keys-letters-rest").to_owned(), ctx.time());
                continue;
            }
            // Keys that were hit fast may arrive in one pass.
            pressed.extend(std::iter::repeat_n(command, times));
        }
        if on_the_sheet && pressed.is_empty() {
            self.read_typing(ctx);
        }
        if ctx.input(|input| input.key_pressed(Key::Escape))
            || pressed.contains(&Command::SelectNone)
        {
            self.hand.act();
        }
        let mut pasted = Vec::new();
        if !typing && !at_start {
            ctx.input(|input| {
                for event in &input.events {
                    match event {
                        Event::Copy => pressed.push(Command::Copy),
                        Event::Cut => pressed.push(Command::Cut),
                        Event::Paste(text) => pasted.push(text.clone()),
                        _ => {}
                    }
                }
            });
        }
        if self.canvas.is_editing() {
            // What is being dragged comes first: undo takes the drag back, as Esc does, and
            // nothing else may pull the cards from under the hand.
            if pressed.contains(&Command::Undo) {
                self.canvas.let_go(ctx);
                self.actions.push(Action::Abort);
            }
            return;
        }
        for command in pressed {
            if in_field && command.waits_for_typing() {
                self.typing_ahead.after_leaving(ctx, command);
            } else if self.with_desk(ctx, |desk| command.obstacle(desk)).is_none() {
                self.actions.push(Action::Run(command));
            }
        }
        // A design that is only looked at takes nothing in.
        for text in pasted.into_iter().filter(|_| !previewing) {
            self.paste(ctx, &text);
        }
    }

    /// What Esc leaves, one thing a press: the start screen, an enlarged picture, levers that were
    /// pulled, a filter, a comparison. `pressed` gets the commands that do so.
    fn read_escape(&mut self, ctx: &Context, typing: bool, pressed: &mut Vec<Command>) {
        let leave = KeyboardShortcut::new(egui::Modifiers::NONE, Key::Escape);
        let left = || ctx.input_mut(|input| presses(input, leave)) > 0;
        if self.start_screen.is_some() && left() {
            self.actions.push(Action::LeaveStartScreen);
        }
        if typing {
            return;
        }
        // Esc leaves the picture before it lets go of what is selected.
        if self.bottom.enlarged && left() {
            pressed.push(Command::Enlarge);
        }
        if self.editor.trial() == Some(LEVERS) {
            // Esc and undo put the levers back before they reach anything else.
            for shortcut in [Command::SelectNone, Command::Undo].map(Command::shortcuts).concat() {
                if ctx.input_mut(|input| presses(input, shortcut)) > 0 {
                    self.actions.push(Action::Abort);
                }
            }
        }
        if !pressed.is_empty() || self.canvas.is_editing() {
            return;
        }
        if self.filter.is_on() && self.editor.selection().is_empty() && left() {
            pressed.push(Command::ClearFilter);
        } else if self.comparing.is_some() && left() {
            pressed.push(Command::LeaveComparing);
        }
    }

    /// Lends out a desk outside a pass; what it is asked for is dropped.
    pub(super) fn with_desk<T>(&self, ctx: &Context, answer: impl FnOnce(&Desk<'_>) -> T) -> T {
        let scenario = std::sync::Arc::clone(self.editor.scenario());
        let mut actions = Vec::new();
        let desk = Desk {
            words: &self.words,
            tokens: super::theme::Tokens::of(ctx),
            editor: &self.editor,
            scenario: &scenario,
            analysis: self.figures.analysis(),
            settled: self.figures.settled().map(AsRef::as_ref),
            file_name: "",
            recompute_ms: 0.0,
            recent: &[],
            bottom: self.bottom,
            compared: self.comparing.as_ref().and_then(Comparing::compared),
            filter: self.filter,
            picked: self.hand.picked(self.editor.selection()),
            settings: self.settings,
            actions: &mut actions,
        };
        answer(&desk)
    }
}

/// The dialog that a command opens, where it does nothing else.
fn dialog_of(command: Command) -> Option<Dialog> {
    Some(match command {
        Command::Shortcuts => Dialog::Shortcuts,
        Command::About => Dialog::About,
        Command::Templates => Dialog::Templates(Gallery::default()),
        Command::SearchCommands => Dialog::Finder(Finder::new(Sought::Command)),
        Command::Find => Dialog::Finder(Finder::new(Sought::Thing)),
        _ => return None,
    })
}

/// Whether a command is about what is seen of the sheet.
fn needs_sheet(command: Command) -> bool {
    use Command as C;
    matches!(
        command,
        C::Rename
            | C::Insert(_)
            | C::Append(_)
            | C::Connect
            | C::MakeRoom
            | C::ZoomIn
            | C::ZoomOut
            | C::ZoomActual
            | C::FitAll
            | C::FitSelection
            | C::Align(_)
            | C::Distribute(_)
            | C::TidyUp
    )
}

/// Takes the presses of a shortcut out of the input and counts them.
///
/// Digits and signs are told by their place on the keyboard too: which sign a key writes, with
/// Shift and without, depends on the country. Letters and arrows must be pressed with just the
/// modifiers of the shortcut, so that `Shift+N` can be typed.
/// Whether the first key of a pass is no shortcut.
fn begins_with_no_command(input: &egui::InputState) -> bool {
    let first = input.events.iter().find_map(|event| match event {
        Event::Key { key, pressed: true, modifiers, .. } => Some((*key, *modifiers)),
        _ => None,
    });
    first.is_some_and(|(key, modifiers)| {
        !Command::keys().into_iter().any(|(shortcut, _)| {
            shortcut.logical_key == key && modifiers.matches_logically(shortcut.modifiers)
        })
    })
}

fn presses(input: &mut InputState, shortcut: KeyboardShortcut) -> usize {
    let wanted = shortcut.logical_key;
    let digit = matches!(wanted, Key::Num0 | Key::Num1 | Key::Num2);
    let sign = matches!(wanted, Key::Minus | Key::Equals);
    let exact = wanted.name().len() == 1 && !digit && !sign && wanted != Key::Plus
        || matches!(wanted, Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown);
    let before = input.events.len();
    input.events.retain(|event| {
        let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else {
            return true;
        };
        // A sign that a shortcut names counts before the place of another one.
        let named = matches!(key, Key::Plus | Key::Minus | Key::Equals);
        let by_place = digit || sign && !named;
        let same = *key == wanted || by_place && *physical_key == Some(wanted);
        let held = if exact && wanted != Key::Questionmark {
            modifiers.shift == shortcut.modifiers.shift && modifiers.alt == shortcut.modifiers.alt
        } else {
            true
        };
        !(same && held && modifiers.matches_logically(shortcut.modifiers))
    });
    let by_key = before - input.events.len();
    if wanted != Key::Questionmark || by_key > 0 {
        return by_key;
    }
    // Where the sign lies on a key that no name fits, only what it writes is known.
    let before = input.events.len();
    input.events.retain(|event| !matches!(event, Event::Text(text) if text == "?"));
    before - input.events.len()
}
