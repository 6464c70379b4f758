//! What every part of the window sees, and what it may ask for.
//!
//! Parts of the window change nothing themselves; they leave actions, which the app carries out
//! once after the pass.

use std::path::PathBuf;
use std::sync::Arc;

use crate::analysis::Analysis;
use crate::blueprint::{Date, LaneId, Scenario, ScenarioId, SheetId, StepId, StopId};
use crate::editor::{DocumentEdit, Editor, GestureId, Selection, Thing};
use crate::guide::Place;
use crate::pictures::{CardFigures, CardLens, Improving, Lens, QualityPicture, Spoken};
use crate::process::ProblemPlace;
use crate::quality::Assessment;
use crate::wording::Wording;

use super::commands::{Command, Face};
use super::comparing::Compared;
use super::figures::Hour;
use super::filter::Filter;
use super::fresh_cards::FreshCards;
use super::planning::{FaultySheet, PlanWish};
use super::playing::{PlayWish, Playing};
use super::presenting::LessonWish;
use super::redesign::Request;
use super::reviewing::{InReview, ReviewWish};
use super::settings::Settings;
use super::simulating::{Simulated, Wish};
use super::theme::Tokens;
pub(super) use super::views::{BottomTab, SideTab};

/// What a part of the window is given for one pass.
pub(super) struct ViewContext<'a> {
    /// The words of the language that is on.
    pub words: &'a Wording,
    /// The colours of the theme that is on.
    pub tokens: Tokens,
    /// The open file.
    pub editor: &'a Editor,
    /// The scenario that is shown.
    pub scenario: &'a Scenario,
    /// The scenario as it is at the time that the figures are of: in the long run, or in an interval of its day.
    /// It is looked at and never edited.
    pub seen: &'a Arc<Scenario>,
    /// Which interval of the day that is; `None` for the long run.
    pub hour: Option<usize>,
    /// Its figures, those of the simulation where that leads.
    pub analysis: &'a Analysis,
    /// Its figures as the formulas say them.
    pub formulas: &'a Analysis,
    /// What is simulated of it; `None` where nothing ever is.
    pub simulated: Option<&'a Simulated>,
    /// What is simulated of the file as it is, whatever is tried.
    pub simulated_really: Option<&'a Simulated>,
    /// The figures of the file as it is, while the sheet shows something that is only tried.
    pub settled: Option<&'a Analysis>,
    /// The last figures that had a capacity, where the last changes took it away.
    pub before: Option<&'a Analysis>,
    /// Cards that are still being made.
    pub fresh: &'a FreshCards,
    /// The name of the file, or of the service while it has none.
    pub file_name: &'a str,
    /// Whether it lies in a file.
    pub has_file: bool,
    /// How long the last recomputation took, in milliseconds.
    pub recompute_ms: f64,
    /// Files opened recently, newest first.
    pub recent: &'a [PathBuf],
    /// What the panel below the sheet shows.
    pub bottom: Bottom,
    /// The planning sheet that is shown in the place of the blueprint.
    pub sheet: Option<SheetId>,
    /// The day that is played.
    pub playing: Option<&'a Playing>,
    /// How many notes were written into the file by hand.
    pub notes: usize,
    /// The stop of the lesson that is chosen.
    pub chosen_stop: Option<StopId>,
    /// What is wrong with planning sheets.
    pub faulty: &'a [FaultySheet],
    /// The review that is on: nothing of the model may change.
    pub reviewing: Option<InReview>,
    /// The name under which whoever sits here comments; blank while it is not known.
    pub reviewer: &'a str,
    /// Whether comments are shown beside the sheet though none was made.
    pub comments: bool,
    /// The comparison that is on.
    pub compared: Option<&'a Compared>,
    /// Which steps are shown.
    pub filter: Filter,
    /// What the cards of the sheet are seen through.
    pub lens: Lens,
    /// Which day it is.
    pub today: Option<Date>,
    /// What is known about the quality, where something shows it.
    pub assessment: Option<&'a Assessment>,
    /// Whether what is selected was chosen with pointer or keys.
    pub picked: bool,
    /// How the person likes the window.
    pub settings: Settings,
    /// How a command presents itself.
    pub face_of: fn(Command) -> Face,
    /// What is asked for.
    pub actions: &'a mut Vec<Action>,
}

/// The trial of a suggestion that is pointed at.
pub(super) const SUGGESTION: GestureId = GestureId(2);
/// The trial of the levers.
pub(super) const LEVERS: GestureId = GestureId(3);
/// What is dragged in the picture of the day.
pub(super) const DAY: GestureId = GestureId(4);
/// The trial of what a comment suggests.
pub(super) const REVIEW: GestureId = GestureId(5);

/// What is dragged in the picture of the plan.
pub(super) const PLAN: GestureId = GestureId(16);
/// What is dragged in the picture of the risks.
pub(super) const RISK: GestureId = GestureId(17);

/// Something a part of the window asks for.
#[derive(Clone, Debug)]
pub(super) enum Action {
    /// Do an edit as one undo step.
    Edit(DocumentEdit),
    /// Show what an edit would do while a gesture lasts.
    Preview(GestureId, DocumentEdit),
    /// Show what an edit would do, to be taken back unless it is done.
    Try(GestureId, DocumentEdit),
    /// Do an edit that was tried, staying where one is.
    Take(DocumentEdit),
    /// Give a thing the name that was typed where it stands: of one that was just made, this is a
    /// part of making it.
    Rename(DocumentEdit),
    /// End the gesture and keep what it did.
    Commit,
    /// End the gesture and take it back.
    Abort,
    /// Select something.
    Select(Selection),
    /// Select what was chosen on the sheet with pointer or keys: what is typed, and arrows, then mean it.
    Pick(Selection),
    /// Type the name of a thing where it stands.
    Name(Thing),
    /// Select and bring into view what a problem is about.
    GoTo(ProblemPlace),
    /// Compare two scenarios, the earlier one first.
    Compare(ScenarioId, ScenarioId),
    /// Show a scenario and what a change is about.
    GoToChange(ProblemPlace, ScenarioId),
    /// Show another scenario.
    Show(ScenarioId),
    /// Run a command of the list.
    Run(Command),
    /// Show a tab of the side panel.
    Tab(SideTab),
    /// Show a tab of the panel below the sheet.
    Below(BottomTab),
    /// Leave the start screen for the sheet behind it.
    LeaveStartScreen,
    /// Open a shipped sample or template.
    OpenSample(&'static str),
    /// Open a file.
    OpenFile(PathBuf),
    /// Ask what becomes of a lane's steps and remove it.
    AskRemoveLane(LaneId),
    /// Ask which branch of a decision stays and remove it.
    AskRemoveDecision(StepId),
    /// Answer what a bar above the sheet asks about the file.
    File(FileAnswer),
    /// Show only some of the steps.
    Filter(Filter),
    /// Show the figures of another time.
    SeeHour(Hour),
    /// Copy a picture of what is judged, measured or planned.
    CopyImproving(Improving),
    /// Look at plan and judgements from a day; from that of the clock without.
    LookFrom(Option<Date>),
    /// Go on with the redesign whose design is shown on the sheet.
    Redesign(Request),
    /// Stop the simulation, or let it go on.
    Simulate(Wish),
    /// Do something with the day that is played.
    Play(PlayWish),
    /// Do something in the lesson that is given.
    Present(LessonWish),
    /// Do something with the planning sheets.
    Plan(PlanWish),
    /// Do something with comments or a review.
    Review(Box<ReviewWish>),
    /// Open the guide at a place.
    Read(Place),
    /// Close the guide.
    CloseGuide,
    /// Say something short at the foot of the sheet.
    Say(String),
    /// Say something longer in a dialog.
    Explain {
        /// Its head.
        title: String,
        /// What is said, one thing to a line.
        text: String,
    },
}

impl Action {
    /// Do something with comments or a review.
    pub fn review(wish: ReviewWish) -> Self {
        Self::Review(Box::new(wish))
    }

    /// Do an edit.
    pub fn edit(edit: impl Into<DocumentEdit>) -> Self {
        Self::Edit(edit.into())
    }
}

/// What is answered to a bar above the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileAnswer {
    /// Show what lies on the disk.
    Reload,
    /// Say no more of what lies on the disk.
    Dismiss,
    /// Save under another name.
    SaveAs,
    /// Type a path in the place of a dialog that cannot be seen.
    TypePath,
    /// Wait no longer for a disk that takes its time.
    LeaveSaving,
}

/// What the panel below the sheet shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Bottom {
    /// The tab that is open.
    pub tab: BottomTab,
    /// Whether it takes the place of the sheet.
    pub enlarged: bool,
    /// The picture that the tab of what customers judge shows in the place of its table.
    pub quality: Option<QualityPicture>,
}

impl Bottom {
    /// The picture of what customers judge, where that tab shows one.
    pub fn picture(self) -> Option<QualityPicture> {
        self.quality.filter(|_| self.tab == BottomTab::Quality)
    }

    /// Whether a chart is shown, which can be copied.
    pub fn has_chart(self) -> bool {
        self.tab.chart().is_some() || self.picture().is_some()
    }
}

impl<'a> ViewContext<'a> {
    /// Leaves an action.
    pub fn ask(&mut self, action: Action) {
        self.actions.push(action);
    }

    /// Leaves an edit.
    pub fn edit(&mut self, edit: impl Into<DocumentEdit>) {
        self.actions.push(Action::edit(edit));
    }

    /// What cards say: what the last changes took away as it was last.
    pub fn card_figures(&self) -> CardFigures<'a> {
        let lens = CardLens {
            lens: self.lens,
            blueprint: self.editor.blueprint(),
            scenario: self.scenario,
            assessment: self.assessment,
        };
        CardFigures {
            analysis: self.analysis,
            before: self.before,
            words: self.words,
            lens: Some(lens),
        }
    }

    /// The sheet in words.
    pub fn spoken(&self) -> Spoken<'a> {
        let figures = Some(self.card_figures());
        Spoken { scenario: self.scenario, words: self.words, figures }
    }

    /// How a command presents itself.
    pub fn face(&self, command: Command) -> Face {
        (self.face_of)(command)
    }

    /// A text of the localisation layer.
    pub fn text(&self, key: &'a str) -> &'a str {
        self.words.text(key)
    }
}
