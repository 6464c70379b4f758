//! The plan worked out on threads of its own: it starts anew shortly after the last choice, and what was found
//! before stays until then.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use egui::Context;

use crate::background::{Kept, Pace, Signal, Snapshot, processors, spread};
use crate::blueprint::Scenario;
use crate::redesign::{Staffing, StaffingQuestion, StaffingRefusal, StaffingStage, staffing_told};

/// How long nothing may have changed before a plan is worked out anew, in seconds.
const PAUSE_S: f64 = 0.35;
/// How many processors it takes at most.
pub(super) const PROCESSORS: usize = 4;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    pub scenario: Snapshot<Scenario>,
    pub question: StaffingQuestion,
}

pub(super) type Answer = Result<Staffing, StaffingRefusal>;

/// The work and its last answer.
pub(super) struct Search {
    kept: Kept<Asked, Arc<Answer>>,
    /// Which of the stages is under way.
    stage: Arc<AtomicUsize>,
    seen: u64,
}

impl Default for Search {
    fn default() -> Self {
        let kept = Kept::new("staffing").after_pause(PAUSE_S);
        Self { kept, stage: Arc::default(), seen: 0 }
    }
}

impl Search {
    /// Fetches what was found, and works it out anew where something else is asked now; answers whether there
    /// is something new.
    pub fn follow(&mut self, ctx: &Context, asked: &Asked) -> bool {
        let (question, stage) = (asked.clone(), Arc::clone(&self.stage));
        self.kept.follow(asked, ctx, Pace::Beside, move |signal| {
            Arc::new(answer(&question, &stage, signal))
        });
        std::mem::replace(&mut self.seen, self.kept.serial()) != self.kept.serial()
    }

    /// Wants nothing, as nothing can be planned.
    pub fn rest(&mut self) {
        self.kept.rest();
    }

    /// The last answer.
    pub fn answer(&self) -> Option<&Answer> {
        self.kept.value().map(AsRef::as_ref)
    }

    /// Whether there is no answer to what was asked last, and will be none.
    pub fn is_lost(&self) -> bool {
        self.kept.has_failed()
    }

    /// Whether the last answer is no answer to what is asked now.
    pub fn is_stale(&self) -> bool {
        self.kept.is_busy()
    }

    /// How much of the running work is done, 0 to 1.
    pub fn part_done(&self) -> Option<f32> {
        self.kept.portion()
    }

    /// The stage that is under way.
    pub fn stage(&self) -> Option<StaffingStage> {
        self.kept.portion()?;
        StaffingStage::ALL.get(self.stage.load(Ordering::Relaxed)).copied()
    }

    /// Ends the running work.
    pub fn stop(&self) {
        self.kept.stop();
    }

    /// Forgets the last answer, so that it is worked out again.
    pub fn again(&mut self) {
        self.kept.again();
    }
}

fn answer(asked: &Asked, stage: &AtomicUsize, signal: &Signal<Arc<Answer>>) -> Answer {
    let threads = processors(PROCESSORS);
    staffing_told(
        &asked.scenario,
        &asked.question,
        &|days, work| spread(days, threads, work),
        &|| signal.is_cancelled(),
        &|progress| {
            stage.store(progress.stage as usize, Ordering::Relaxed);
            signal.reached(progress.done);
        },
    )
}
