//! What becomes of each press.

use crate::blueprint::{Stop, StopPicture};
use crate::editor::Editor;

use super::place::Over;
use super::press::{Answer, Press};
use super::session::Session;

impl Session {
    /// What becomes of a press.
    pub fn press(&mut self, press: Press, sandbox: &mut Editor, now_s: f64) -> Answer {
        if press == Press::Clock {
            self.clock.pause_or_go_on(now_s);
            return Answer::Shown;
        }
        if self.trying.is_some() {
            return self.press_in_try(press, sandbox);
        }
        match self.place.over {
            Over::Black | Over::White => {
                // Any key brings the stop back.
                self.place = self.place.uncovered();
                return Answer::Shown;
            }
            Over::Overview(chosen) => return self.press_in_overview(press, chosen, sandbox),
            Over::TheEnd => {
                return match press {
                    Press::Escape => Answer::Leave,
                    Press::Next | Press::Down => Answer::Nothing,
                    _ => {
                        self.place.over = Over::EndCard;
                        Answer::Shown
                    }
                };
            }
            Over::EndCard | Over::Nothing => {}
        }
        if let Some(answer) = self.counting {
            return self.press_while_counting(press, answer);
        }
        if let Some(lever) = self.lever
            && let Some(answer) = self.press_at_lever(press, lever, sandbox)
        {
            return answer;
        }
        self.press_at_stop(press, sandbox)
    }

    fn press_at_stop(&mut self, press: Press, sandbox: &mut Editor) -> Answer {
        let at_end = self.place.over == Over::EndCard;
        match press {
            Press::Next | Press::Down if at_end => return Answer::IsOver,
            // The results compare versions, all of them as they are: there is nothing to turn.
            Press::Levers if at_end => return Answer::Nothing,
            Press::Next | Press::Down if self.part + 1 < self.parts => self.turn_to(self.part + 1),
            Press::Next | Press::Down => self.reveal_or_go_on(sandbox),
            Press::Back | Press::Up if !self.typed.is_empty() => self.typed.erase_last(),
            Press::Back | Press::Up if at_end => self.place = self.place.uncovered(),
            Press::Back | Press::Up if self.part > 0 => self.turn_to(self.part - 1),
            Press::Back | Press::Up => {
                let blueprint = sandbox.blueprint();
                let before = (0..self.place.stop).rev().find(|at| self.is_there(*at, blueprint));
                let Some(before) = before else { return Answer::IsBefore };
                self.go_to(before, sandbox);
            }
            Press::First => self.go_to_there((0..self.count()).collect(), sandbox),
            Press::Last => self.go_to_there((0..self.count()).rev().collect(), sandbox),
            Press::Digit(digit) => self.typed.push(digit),
            Press::Enter => {
                let at = self.typed.take().and_then(|number| (number as usize).checked_sub(1));
                match at.filter(|at| self.is_there(*at, sandbox.blueprint())) {
                    Some(at) if at < self.count() => self.go_to(at, sandbox),
                    _ => return Answer::Nothing,
                }
            }
            Press::Overview => self.place.over = Over::Overview(self.place.stop),
            Press::Black => self.place.over = Over::Black,
            Press::White => self.place.over = Over::White,
            Press::Hold => self.hold_or_show(),
            Press::Tool(tool) => self.tool = (self.tool != Some(tool)).then_some(tool),
            Press::Flip | Press::Overlay => return self.flip_or_overlay(press, sandbox),
            Press::Contrast => self.has_contrast ^= true,
            Press::Levers => return self.take_next_lever(sandbox),
            Press::NewTry => return Answer::AskWhoseIdea,
            Press::Hands => {
                let has_answers = self.stop().is_some_and(|stop| !stop.answers.is_empty());
                if !has_answers {
                    return Answer::Nothing;
                }
                self.typed.clear();
                self.counting = Some(0);
            }
            Press::Restore => {
                self.hold_anew();
                self.go_to(self.place.stop, sandbox);
            }
            Press::RestoreAll => {
                self.hold_all_anew();
                self.hands.clear();
                self.go_to_there((0..self.count()).collect(), sandbox);
            }
            Press::Undo => self.undo(sandbox),
            Press::Escape if !self.typed.is_empty() => self.typed.clear(),
            Press::Escape if self.tool.is_some() => self.tool = None,
            Press::Escape => return Answer::Leave,
            Press::More | Press::Less | Press::Clock => return Answer::Nothing,
        }
        Answer::Shown
    }

    /// The other version, or both on one axis, where there is another one.
    fn flip_or_overlay(&mut self, press: Press, sandbox: &Editor) -> Answer {
        if !self.has_other(sandbox) {
            return Answer::NoOther;
        }
        let compares = self.stop().and_then(Stop::picture) == Some(StopPicture::Compare);
        if compares && press == Press::Overlay {
            return Answer::ShowsBoth;
        }
        if press == Press::Flip {
            self.is_flipped ^= true;
        } else {
            self.is_overlaid ^= true;
        }
        Answer::Shown
    }

    fn press_in_try(&mut self, press: Press, sandbox: &mut Editor) -> Answer {
        match press {
            Press::Escape => {
                sandbox.commit();
                self.trying = None;
            }
            Press::Hold => self.hold_or_show(),
            Press::Flip | Press::Overlay => return self.flip_or_overlay(press, sandbox),
            Press::Restore => return self.restore_try(sandbox),
            Press::Undo => self.undo(sandbox),
            Press::Levers => return self.take_next_lever(sandbox),
            _ => {
                let at_hand =
                    self.lever.and_then(|lever| self.press_at_lever(press, lever, sandbox));
                return at_hand.unwrap_or(Answer::Nothing);
            }
        }
        Answer::Shown
    }

    fn press_in_overview(&mut self, press: Press, chosen: usize, sandbox: &mut Editor) -> Answer {
        let last = self.count().saturating_sub(1);
        let chosen = match press {
            Press::Next | Press::Down => (chosen + 1).min(last),
            Press::Back | Press::Up => chosen.saturating_sub(1),
            Press::First => 0,
            Press::Last => last,
            Press::Digit(digit) => {
                self.typed.push(digit);
                return Answer::Shown;
            }
            Press::Enter => {
                let typed = self.typed.take().and_then(|number| (number as usize).checked_sub(1));
                let at = typed.unwrap_or(chosen);
                if at > last || !self.is_there(at, sandbox.blueprint()) {
                    return Answer::Nothing;
                }
                self.go_to(at, sandbox);
                return Answer::Shown;
            }
            Press::Overview | Press::Escape => {
                self.typed.clear();
                self.place = self.place.uncovered();
                return Answer::Shown;
            }
            _ => return Answer::Nothing,
        };
        self.place.over = Over::Overview(chosen);
        Answer::Shown
    }

    fn press_while_counting(&mut self, press: Press, answer: usize) -> Answer {
        match press {
            Press::Digit(digit) => self.typed.push(digit),
            Press::Back => self.typed.erase_last(),
            Press::Enter => {
                if let Some(count) = self.typed.take() {
                    self.count_hands(answer, count);
                }
                let answers = self.stop().map_or(0, |stop| stop.answers.len());
                self.counting = Some(answer + 1).filter(|next| *next < answers);
            }
            Press::Escape | Press::Hands | Press::Next => {
                self.typed.clear();
                self.counting = None;
            }
            _ => return Answer::Nothing,
        }
        Answer::Shown
    }
}
