//! Typing on the sheet: a real text field over a card's name, over the label and share of a link,
//! over the name of a lane or a phase.

use egui::{Align2, Event, FontId, Id, Margin, Ui, Vec2};

use crate::blueprint::{
    Lane, LaneId, Link, LinkId, LinkKind, Phase, PhaseId, Refusal, Scenario, Share, StepId,
    StepKind, link_label,
};
use crate::drawing::{Anchor, NamePlace, font_of, name_place};
use crate::editor::Edit;
use crate::pictures::SheetWords;
use crate::ui::fonts::{Weight, font};
use crate::ui::in_place::{InPlace, Typed};
use crate::ui::reading::{parse_share, share_text};
use crate::ui::view_context::{Action, ViewContext};

use super::{Canvas, FontWidths, paint};

/// How wide the field over a lane's or a phase's name is at least, in points.
const HEADER_FIELD: f32 = 150.0;
/// How low and how narrow a field over the name of a card may be, in points.
const LOWEST_FIELD: f32 = 26.0;
const NARROWEST_FIELD: f32 = 72.0;
/// How high a field over a name of a lane or a phase is.
const FIELD_HEIGHT: f32 = 28.0;

/// What is being typed.
#[derive(Clone, Debug)]
pub(super) struct Renaming {
    subject: Subject,
    field: InPlace,
    /// Why what was typed could not be taken.
    refused: Option<Refusal>,
    /// The link beside which something is to be typed next.
    next: Option<LinkId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    Name(StepId),
    Words(LinkId),
    Lane(LaneId),
    Phase(PhaseId),
}

impl Renaming {
    fn of(subject: Subject, field: InPlace) -> Self {
        Self { subject, field, refused: None, next: None }
    }
}

/// What a field is wider than its text, so that its beginning is seen with the caret at its end.
const FIELD_MARGIN: f32 = 20.0;
/// How wide a field grows with its text.
const WIDEST_FIELD: f32 = 320.0;

fn field_id() -> Id {
    Id::unique("rename card")
}

/// Whether a link is a way out of a decision, which has a share.
pub(in crate::ui) fn bears_share(scenario: &Scenario, link: LinkId) -> bool {
    scenario.links().get(&link).is_some_and(|link| {
        let decision =
            scenario.steps().get(&link.from).is_some_and(|step| step.kind == StepKind::Decision);
        link.kind == LinkKind::Flow && (decision || link.share.is_some())
    })
}

impl Canvas {
    /// Whether something is being typed on the sheet.
    pub(in crate::ui) fn is_naming(&self) -> bool {
        self.renaming.is_some()
    }

    /// Ends typing: the sheet is not seen.
    pub fn leave_naming(&mut self) {
        self.renaming = None;
    }

    /// Starts renaming a card in place in the next frame.
    pub fn start_renaming(&mut self, step: StepId) {
        self.begin_naming(Subject::Name(step));
        self.reveal = Some(step);
    }

    /// Starts renaming a card with what was typed on it, or composed.
    pub fn start_typing(&mut self, step: StepId, first: Event) {
        let field = InPlace::begun_by(field_id(), first);
        self.renaming = Some(Renaming::of(Subject::Name(step), field));
        self.reveal = Some(step);
    }

    /// Starts typing what stands beside a link: its label, and its share if it has one.
    pub fn start_labelling(&mut self, link: LinkId) {
        self.begin_naming(Subject::Words(link));
    }

    /// Starts typing beside a link with what was typed on it, or composed.
    pub fn start_typing_words(&mut self, link: LinkId, first: Event) {
        let field = InPlace::begun_by(field_id(), first);
        self.renaming = Some(Renaming::of(Subject::Words(link), field));
    }

    /// Has the share of a link be typed once the name is there that is being typed.
    pub fn then_label(&mut self, link: Option<LinkId>) {
        if let Some(renaming) = &mut self.renaming {
            renaming.next = link;
        }
    }

    /// Starts typing the name of a lane.
    pub fn start_naming_lane(&mut self, lane: LaneId) {
        self.begin_naming(Subject::Lane(lane));
        self.seek_header = true;
    }

    /// Starts typing the name of a phase.
    pub fn start_naming_phase(&mut self, phase: PhaseId) {
        self.begin_naming(Subject::Phase(phase));
        self.seek_header = true;
    }

    fn begin_naming(&mut self, subject: Subject) {
        self.renaming = Some(Renaming::of(subject, InPlace::new(field_id())));
    }

    /// Brings the lane or phase into view whose name is to be typed.
    pub(super) fn reveal_header(&mut self) {
        if !std::mem::take(&mut self.seek_header) {
            return;
        }
        let area = self.sight.area();
        let middle = self.sight.sheet_from_screen(area.centre());
        let wanted = match self.renaming.as_ref().map(|naming| naming.subject) {
            Some(Subject::Lane(lane)) => self.geometry.band_of(lane).map(|band| {
                crate::drawing::Rect::new(middle.x, band.top, middle.x + 1.0, band.bottom)
            }),
            Some(Subject::Phase(phase)) => self.geometry.column_of(phase).map(|column| {
                crate::drawing::Rect::new(column.left, middle.y, column.right, middle.y + 1.0)
            }),
            _ => None,
        };
        // A name of which enough is seen to type over it leaves the view as it is.
        let seen = |wanted: crate::drawing::Rect| {
            let whole = self.sight.rect_on_screen(wanted);
            let part = whole.intersection(area);
            let room = whole.size();
            part.width() >= room.width.min(HEADER_FIELD)
                && part.height() >= room.height.min(FIELD_HEIGHT)
        };
        if let Some(wanted) = wanted.filter(|wanted| !seen(*wanted)) {
            let before = self.sight.camera();
            self.sight.reveal(wanted, 24.0);
            self.moved |= self.sight.camera() != before;
        }
    }

    /// Where the name of a card is written, and how: the field lies there and looks so.
    fn name_place(&self, ui: &Ui, view: &ViewContext<'_>, id: StepId) -> Option<NamePlace> {
        let words = SheetWords(view.words);
        let figures = view.card_figures();
        let widths = FontWidths { ctx: ui.ctx(), known: &self.widths };
        let scene = self.scene(view, &words, &figures, &widths);
        let pane = self.sight.pane_of(self.geometry.card(id)?.rect.centre().x)?;
        name_place(
            &crate::drawing::Scene { camera: pane.camera, viewport: pane.viewport, ..scene },
            id,
        )
    }

    /// Where the field lies over the words of a link: on them, or half way along a link without any.
    fn words_place(&self, id: LinkId) -> Option<egui::Rect> {
        let route = self.routes.all().iter().find(|route| route.link == id)?;
        let middle = || route.points.get(route.points.len() / 2).copied();
        let at = self.sight.screen_from_sheet(route.label.or_else(middle)?);
        Some(egui::Rect::from_center_size(paint::pos(at), Vec2::new(72.0, 26.0)))
    }

    /// Where the field lies over the name of a lane: it begins in the strip of names and reaches
    /// over the sheet.
    fn lane_place(&self, id: LaneId) -> Option<egui::Rect> {
        let band = self.geometry.band_of(id)?;
        let middle = crate::drawing::Point::new(0.0, f32::midpoint(band.top, band.bottom));
        let half = FIELD_HEIGHT / 2.0;
        // In the row where one clicked, else in the first that shows it.
        let clicked = self.pressed.and_then(|at| self.sight.pane_at(at));
        let first = || self.lane_on_screen(id).and_then(|at| self.sight.pane_at(paint::point(at)));
        let pane = clicked.or_else(first).or_else(|| self.sight.panes().next())?;
        let area = paint::rect(crate::drawing::sheet_area(pane.viewport));
        let lowest = (area.bottom() - half).max(area.top() + half);
        let y = pane.camera.screen_from_sheet(middle).y.clamp(area.top() + half, lowest);
        let corner = egui::pos2(pane.viewport.left() + 2.0, y - half);
        Some(egui::Rect::from_min_size(corner, Vec2::new(HEADER_FIELD, FIELD_HEIGHT)))
    }

    /// Where the field lies over the name of a phase.
    fn phase_place(&self, id: PhaseId) -> Option<egui::Rect> {
        let column = self.geometry.column_of(id)?;
        let pane = self.sight.pane_of(column.left)?;
        let area = paint::rect(crate::drawing::sheet_area(pane.viewport));
        let x = |x| pane.camera.screen_from_sheet(crate::drawing::Point::new(x, 0.0)).x;
        let (left, right) = (x(column.left).max(area.left()), x(column.right).min(area.right()));
        let width = (right - left - 4.0).clamp(HEADER_FIELD, 2.0 * HEADER_FIELD);
        let half = width / 2.0;
        let last = (area.right() - half).max(area.left() + half);
        let middle = f32::midpoint(left, right).clamp(area.left() + half, last);
        let y = f32::midpoint(pane.viewport.top(), area.top());
        let size = Vec2::new(width, FIELD_HEIGHT.min(area.top() - pane.viewport.top()));
        Some(egui::Rect::from_center_size(egui::pos2(middle, y), size))
    }

    /// Where a subject's field lies and how it looks, what the subject is called now and what the
    /// field is.
    fn field_of(
        &self,
        ui: &Ui,
        view: &ViewContext<'_>,
        subject: Subject,
    ) -> (Option<FieldLook>, Option<String>, &'static str) {
        let scenario = view.scenario;
        match subject {
            Subject::Name(id) => {
                let name = scenario.steps().get(&id).map(|step| step.name.clone());
                (self.name_place(ui, view, id).map(FieldLook::over), name, "rename-card")
            }
            Subject::Words(id) => {
                let link = scenario.links().get(&id);
                let share = |link: &Link| share_text(view.words, link.share);
                let words = |link: &Link| format!("{} {}", link.label, share(link));
                let words = link.map(|link| words(link).trim().to_owned());
                let key =
                    if bears_share(scenario, id) { "hand-words-field" } else { "details-label" };
                (self.words_place(id).map(|place| FieldLook::at(place, self.look.wall)), words, key)
            }
            Subject::Lane(id) => {
                let name = scenario
                    .lanes()
                    .contains_key(&id)
                    .then(|| view.words.lane(scenario, id).into_owned());
                (
                    self.lane_place(id).map(|place| FieldLook::at(place, self.look.wall)),
                    name,
                    "rename-lane",
                )
            }
            Subject::Phase(id) => {
                let name = scenario.phases().get(&id).map(|phase| phase.name.clone());
                (
                    self.phase_place(id).map(|place| FieldLook::at(place, self.look.wall)),
                    name,
                    "rename-phase",
                )
            }
        }
    }

    /// Shows the field, and asks for what was typed once it is left.
    pub(super) fn show_renaming(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        self.field_shown = None;
        let Some(mut typing) = self.renaming.take() else { return };
        let (look, now, label) = self.field_of(ui, view, typing.subject);
        let (Some(look), Some(now)) = (look, now) else { return };
        let place = look.widened(typing.field.text_width(ui, look.font.clone()));
        let label = view.text(label);
        let bears_share =
            matches!(typing.subject, Subject::Words(link) if bears_share(view.scenario, link));
        let hint = if bears_share { view.text("hand-words-hint") } else { "" };
        let (typed, response) = typing.field.show(ui, &now, label, |ui, field| {
            let field = field.font(look.font.clone()).margin(look.margin).hint_text(hint);
            ui.put(place, field.align(look.align))
        });
        if response.changed() {
            typing.refused = None;
        }
        match typed {
            Typed::Still => {
                self.reason = typing
                    .refused
                    .map(|why| (place.left_bottom().into(), view.words.refusal(why).to_owned()));
                self.renaming = Some(typing);
                self.field_shown = Some(place);
                return;
            }
            Typed::Restored => {}
            Typed::Kept { text, entered } => match edit(view.scenario, typing.subject, &text) {
                Ok(edit) => {
                    if let Some(edit) = edit {
                        view.ask(asked(typing.subject, edit));
                    }
                    if let Some(link) = typing.next.filter(|_| entered) {
                        self.start_labelling(link);
                        ui.ctx().request_repaint();
                        return;
                    }
                }
                // What cannot be taken stays in the field, with the reason beside it.
                Err(refusal) if entered => {
                    typing.refused = Some(refusal);
                    typing.field.go_on(text);
                    ui.ctx().request_repaint();
                    self.renaming = Some(typing);
                    return;
                }
                Err(refusal) => view.ask(Action::Say(view.words.refusal(refusal).to_owned())),
            },
        }
        self.reason = None;
        self.keys.wanted = true;
    }
}

/// Where a field lies and how it looks.
struct FieldLook {
    place: egui::Rect,
    font: FontId,
    margin: Margin,
    align: Align2,
}

impl FieldLook {
    /// A field at a place.
    fn at(place: egui::Rect, wall: Option<f32>) -> Self {
        let margin = Margin::symmetric(4, 2);
        // Before a class as large as what else is written.
        let size = wall.unwrap_or(12.0);
        let room = Vec2::new(place.width() * size / 12.0, place.height().max(1.4 * size));
        let place = if wall.is_some() { egui::Rect::from_min_size(place.min, room) } else { place };
        Self { place, font: font(Weight::Semibold, size), margin, align: Align2::LEFT_CENTER }
    }

    /// A field over a name that is drawn: the letters stay where they are.
    fn over(name: NamePlace) -> Self {
        let margin = Margin::symmetric(4, 2);
        let rect = paint::rect(name.rect);
        let height = (1.21 * name.letters.size + 8.0).max(LOWEST_FIELD);
        let width = (rect.width() + margin.sum().x).max(NARROWEST_FIELD);
        let size = Vec2::new(width, height);
        let (place, align) = match name.anchor {
            Anchor::Left => {
                let corner =
                    egui::pos2(rect.left() - margin.leftf(), rect.center().y - height / 2.0);
                (egui::Rect::from_min_size(corner, size), Align2::LEFT_CENTER)
            }
            Anchor::Centre | Anchor::Right => {
                (egui::Rect::from_center_size(rect.center(), size), Align2::CENTER_CENTER)
            }
        };
        Self { place, font: font_of(name.letters), margin, align }
    }

    /// Its place, grown with what is typed in it: away from where the text begins.
    fn widened(&self, text: f32) -> egui::Rect {
        let width = self.place.width().max((text + FIELD_MARGIN).min(WIDEST_FIELD));
        let more = width - self.place.width();
        if self.align == Align2::LEFT_CENTER {
            self.place.with_max_x(self.place.right() + more)
        } else {
            self.place.expand2(Vec2::new(more / 2.0, 0.0))
        }
    }
}

/// What is asked for with what was typed: what has a name gets it, a link has none.
fn asked(subject: Subject, edit: Edit) -> Action {
    match subject {
        Subject::Words(_) => Action::edit(edit),
        Subject::Name(_) | Subject::Lane(_) | Subject::Phase(_) => Action::Rename(edit.into()),
    }
}

/// What was typed as an edit; `None` where there is nothing to do.
fn edit(scenario: &Scenario, subject: Subject, text: &str) -> Result<Option<Edit>, Refusal> {
    let text = text.trim();
    Ok(match subject {
        Subject::Name(_) if text.is_empty() => None,
        Subject::Name(step) => Some(Edit::RenameStep(step, text.to_owned())),
        Subject::Words(link) => words_edit(scenario, link, text)?,
        // A lane without a name is called as its zone is, a phase without one has none.
        Subject::Lane(id) => scenario
            .lanes()
            .get(&id)
            .map(|lane| Edit::SetLane(id, Lane { name: text.to_owned(), ..Lane::clone(lane) })),
        Subject::Phase(id) => scenario.phases().get(&id).map(|phase| {
            Edit::SetPhase(id, Phase { name: text.to_owned(), ..Phase::clone(phase) })
        }),
    })
}

/// What was typed beside a link. A share alone leaves the label, a label alone the share; nothing
/// takes both away.
fn words_edit(scenario: &Scenario, id: LinkId, text: &str) -> Result<Option<Edit>, Refusal> {
    let Some(link) = scenario.links().get(&id) else { return Ok(None) };
    let shares = bears_share(scenario, id);
    if text.is_empty() {
        let none = Link { label: String::new(), share: None, ..Link::clone(link) };
        let edit = if shares { Edit::SetLink(id, none) } else { Edit::SetLabel(id, String::new()) };
        return Ok((!link.label.is_empty() || link.share.is_some()).then_some(edit));
    }
    let (label, share) = if shares { label_and_share(text)? } else { (text, None) };
    let label = link_label(label)?;
    Ok(match share {
        None => (label != link.label).then_some(Edit::SetLabel(id, label)),
        Some(share) if label.is_empty() || label == link.label => {
            (link.share != Some(share)).then_some(Edit::SetShare(id, Some(share)))
        }
        Some(share) => {
            Some(Edit::Several(vec![Edit::SetShare(id, Some(share)), Edit::SetLabel(id, label)]))
        }
    })
}

/// Whether a label answers the question of a decision: a number behind it is no part of it, as that
/// behind "Window" is.
fn is_answer(label: &str) -> bool {
    const ANSWERS: [&str; 9] = ["yes", "no", "ok", "是", "否", "有", "无", "对", "错"];
    let label = label.trim_end_matches([',', ':', '，', '：']).to_lowercase();
    ANSWERS.contains(&label.as_str())
}

/// A text taken apart into a label and the share behind it.
///
/// # Errors
/// What is wrong with a share of which there can be no doubt that it is meant as one.
fn label_and_share(text: &str) -> Result<(&str, Option<Share>), Refusal> {
    let alone = parse_share(text);
    if let Ok(share) = alone {
        return Ok(("", Some(share)));
    }
    let blanks = text.char_indices().rev().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    for at in blanks.take(2) {
        let (label, share) = (text.get(..at).unwrap_or_default().trim(), text.get(at..));
        let share = share.unwrap_or_default().trim();
        let marked = share.contains(['%', '％', '‰', '/']);
        let is_number = share.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '−');
        match parse_share(share) {
            Ok(share) if marked || is_answer(label) => return Ok((label, Some(share))),
            // "Yes 120 %": no doubt a share is meant, and it can be none.
            Err(refusal) if is_number && share.ends_with(['%', '％', '‰']) => {
                return Err(refusal);
            }
            _ => {}
        }
    }
    // A text that is all digits and signs can be no label.
    let letters = text.chars().any(char::is_alphabetic);
    if letters { Ok((text, None)) } else { alone.map(|share| ("", Some(share))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_and_a_share_are_told_apart() {
        let percent = |number| Some(Share::percent(number).expect("a share"));
        for (text, label, share) in [
            ("Yes 70 %", "Yes", percent(70.0)),
            ("Yes 70%", "Yes", percent(70.0)),
            ("70 %", "", percent(70.0)),
            ("70%", "", percent(70.0)),
            ("Yes", "Yes", None),
            ("是 30%", "是", percent(30.0)),
            ("Form 7", "Form 7", None),
            ("Yes 90", "Yes", percent(90.0)),
            ("no 12.5", "no", percent(12.5)),
            ("否 30", "否", percent(30.0)),
            ("Window 3", "Window 3", None),
            ("not today", "not today", None),
            ("to the desk 7/10", "to the desk", Share::fraction(7.0, 10.0).ok()),
        ] {
            assert_eq!(label_and_share(text), Ok((label, share)), "{text}");
        }
        assert!(label_and_share("170 %").is_err());
        assert!(label_and_share("-5").is_err());
        assert!(label_and_share("Yes 120 %").is_err());
        assert!(label_and_share("Yes -5 %").is_err());
    }
}
