//! Carries out what a pass asked for: the one place where the document changes.

use std::sync::Arc;

use egui::Context;

use crate::pictures::Lens;
use crate::wording::Units;

use super::app::App;
use super::commands::{Command, face};
use super::comparing::{Comparing, Shown};
use super::dialogs::{AskRemoveDecision, AskRemoveLane, Message};
use super::flash::Version;
use super::modes::shows_blueprint;
use super::playing::{Cast, Playing};
use super::report::{self, How};
use super::simulating::Analysed;
use super::view_context::{Action, FileAnswer, LEVERS, SideTab};

impl App {
    /// Carries out what the last pass asked for.
    pub(super) fn carry_out(&mut self, ctx: &Context) {
        profiling::function_scope!();
        let actions = std::mem::take(&mut self.actions);
        if !actions.is_empty() {
            ctx.request_repaint();
        }
        for action in actions {
            let on_purpose = matches!(action, Action::Abort | Action::Take(_) | Action::Try(..));
            let levers = self.editor.trial() == Some(LEVERS);
            if self.modes.now().allows(&action, face) {
                if let Some(entry) = report::of_action(&action, face) {
                    self.note(entry);
                }
                self.carry_out_one(ctx, action);
            }
            if levers && !on_purpose && self.editor.trial() != Some(LEVERS) {
                let said = self.words.text("levers-were-put-back").to_owned();
                self.notice.say_first(said, ctx.time());
            }
        }
        self.refresh(ctx);
    }

    fn carry_out_one(&mut self, ctx: &Context, action: Action) {
        if matches!(action, Action::Edit(_) | Action::Rename(_) | Action::Preview(..))
            && self.editor.trial() == Some(LEVERS)
        {
            // What asked for it saw the levers' numbers, which must not slip into the document.
            self.editor.abort();
            return;
        }
        match action {
            Action::Edit(edit) => self.edit(ctx, edit),
            Action::Rename(edit) => self.rename(ctx, edit),
            Action::Preview(gesture, edit) => {
                // A refused preview leaves the state before the gesture, which is what is shown;
                // the canvas and the fields say why where it matters.
                let _ = self.editor.preview(gesture, edit);
            }
            Action::Try(trial, edit) => {
                // As above; a suggestion that is refused shows nothing.
                let _ = self.editor.try_out(trial, edit);
            }
            Action::Take(edit) => {
                self.note(report::of_edit(How::Done, &edit));
                if let Err(refusal) = self.editor.apply(edit) {
                    self.note_refusal(refusal);
                    let why = self.words.refusal(refusal).to_owned();
                    self.notice.say(why, ctx.time());
                }
            }
            Action::Commit => self.commit(),
            Action::Abort => self.editor.abort(),
            Action::Select(selection) => self.select(selection),
            Action::Pick(selection) => {
                self.select(selection);
                self.letters.pick(self.editor.selection());
            }
            Action::Name(thing) => self.start_naming(ctx, thing),
            Action::GoTo(place) => {
                self.modes.planning = None;
                self.go_to(place);
            }
            Action::Compare(before, after) => self.compare(before, after),
            Action::GoToChange(place, scenario) => {
                self.editor.show_scenario(scenario);
                self.go_to(place);
                self.tab.open(SideTab::Compare);
            }
            Action::Show(scenario) => {
                self.modes.planning = None;
                self.editor.show_scenario(scenario);
            }
            Action::Run(command) => {
                if shows_blueprint(command, &face(command)) {
                    self.modes.planning = None;
                }
                self.run(ctx, command);
            }
            Action::Tab(tab) => {
                self.tab.open(tab);
                if tab == SideTab::Problems {
                    self.fresh.finish();
                }
            }
            Action::Below(tab) => self.bottom.tab = tab,
            Action::LeaveStartScreen => self.modes.start_screen = None,
            Action::OpenSample(key) => {
                self.reviews_next = false;
                self.open_sample(ctx, key);
            }
            Action::OpenFile(path) => {
                self.reviews_next = false;
                self.open_file(ctx, path);
            }
            Action::AskRemoveLane(lane) => self.ask(AskRemoveLane(lane)),
            Action::AskRemoveDecision(step) => self.ask(AskRemoveDecision(step)),
            Action::File(answer) => match answer {
                FileAnswer::Reload => self.reload(ctx),
                FileAnswer::Dismiss => self.files.watch.dismiss(),
                FileAnswer::SaveAs => self.run(ctx, Command::SaveAs),
                FileAnswer::TypePath => self.type_path(),
                FileAnswer::LeaveSaving => self.leave_writing(ctx),
            },
            Action::Filter(filter) => self.filter = filter,
            Action::CopyImproving(picture) => self.copy_improving(ctx, picture),
            Action::LookFrom(day) => self.assessing.look_from(day),
            Action::SeeHour(hour) => self.figures.look_at(hour, &self.editor),
            Action::Redesign(request) => self.grant(ctx, request),
            Action::Simulate(wish) => self.simulating.grant(wish),
            Action::Play(wish) => {
                if let Some(playing) = &mut self.modes.playing {
                    playing.grant(wish);
                }
            }
            Action::Present(wish) => self.grant_in_lesson(ctx, wish),
            Action::Plan(wish) => self.grant_plan(ctx, wish),
            Action::Review(wish) => self.grant_review(ctx, *wish),
            Action::Read(place) => self.read_guide(ctx, place),
            Action::CloseGuide => self.close_guide(ctx),
            Action::Say(text) => self.notice.say(text, ctx.time()),
            Action::Explain { title, text } => self.ask(Message::new(&title, &text)),
        }
    }

    /// Brings the comparison up to date; answers whether there still is something to compare.
    fn compare_anew(&mut self) -> bool {
        let Some(comparing) = self.modes.comparing.as_mut() else { return true };
        let shown =
            Shown { editor: &self.editor, present: &self.figures, simulating: &self.simulating };
        comparing.update(&shown, &self.words)
    }

    /// Lets the simulation follow what is shown.
    pub(super) fn simulate(&mut self, ctx: &Context) {
        if !self.simulating.is_on() || self.modes.start_screen.is_some() {
            return;
        }
        let shown: Analysed =
            (Arc::clone(self.figures.seen()), Arc::clone(self.figures.analysis()));
        // Of an hour only what is shown is simulated.
        let is_steady = self.figures.interval().is_none();
        let compared = self.modes.compared().filter(|_| is_steady);
        let sides = compared.map_or_else(|| vec![shown.clone()], |both| both.sides(&shown));
        let scenario = self.editor.scenario();
        let days = self.modes.compared().and_then(|both| both.days(scenario));
        let days = days.unwrap_or_else(|| vec![Arc::clone(scenario)]);
        // Whoever drags or holds down a key or a button is not at rest.
        let is_held = ctx.input(|input| input.pointer.any_down());
        if self.simulating.follow(ctx, sides, &days, is_held) {
            self.compare_anew();
        }
    }

    /// Lets the day that is played follow what is shown, and go on.
    pub(super) fn play_on(&mut self, ctx: &Context) {
        let Some(playing) = &mut self.modes.playing else { return };
        let now = Arc::clone(self.editor.scenario());
        let compared = self.modes.comparing.as_ref().and_then(Comparing::compared);
        let other = compared.map(|both| both.other_than(now.id()));
        let compared_with = other.map(|other| other.name().to_owned());
        let real = self.editor.settled_scenario();
        let tried = (self.editor.trial().is_some() && !Arc::ptr_eq(real, &now)).then_some(real);
        let before = other.or(tried).cloned();
        let cast = Cast { now, before, compared_with };
        if self.dialogs.is_open() || self.redesign.is_some() || self.staffing.is_open() {
            playing.wait(ctx.time());
        }
        playing.follow(ctx, &cast, self.settings.motion, &self.words);
    }

    /// Begins to play the day, or ends that.
    pub(super) fn start_or_stop_playing(&mut self, ctx: &Context) {
        if self.modes.playing.take().is_none() {
            self.modes.playing = Some(Playing::new(ctx.time()));
            self.lens = Lens::default();
            self.bottom.enlarged = false;
            self.canvas.take_focus();
        }
    }

    /// Brings figures and marks up to date with the document.
    fn refresh(&mut self, ctx: &Context) {
        profiling::function_scope!();
        self.settle_planning();
        self.words.set_units(Units::of(self.editor.blueprint(), self.editor.scenario()));
        let before = Version::of(&self.figures);
        if self.figures.update(&self.editor) {
            self.note_slow_figures();
            let after = Version::of(&self.figures);
            self.flashes.note(&self.words, &before, &after, ctx.time());
        }
        // A filter for a role that is gone would show nothing and say nothing.
        let roles = self.editor.scenario().roles();
        self.filter.role = self.filter.role.filter(|role| roles.contains_key(role));
        let judged = !self.editor.blueprint().judgements().is_empty();
        if self.lens == Lens::Figures && !judged {
            self.tab.close(SideTab::Quality, SideTab::Capacity);
        }
        if !self.compare_anew() {
            self.stop_comparing();
        }
        let types = self.canvas.is_naming() || ctx.text_edit_focused();
        let finished = self.fresh.update(&self.editor, types, ctx.time());
        let over = self.flashes.expire(ctx.time(), self.editor.in_gesture());
        for seconds in [finished, over].into_iter().flatten() {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(seconds.max(0.02)));
        }
    }
}
