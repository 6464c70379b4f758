//! What the views remember from frame to frame.

use crate::ui::charts::{Charts, QualityTab};
use crate::ui::panels::capacity::Advice;
use crate::ui::panels::day::DayTab;
use crate::ui::panels::indicators::IndicatorTab;
use crate::ui::panels::lesson::LessonTab;
use crate::ui::panels::plan::PlanTab;
use crate::ui::panels::risk::RiskTab;
use crate::ui::panels::tables::Tables;
use crate::ui::panels::verdict::VerdictTab;
use crate::ui::planning::PlanningDesk;
use crate::ui::reviewing::Desk;

/// What the views of the open document remember.
#[derive(Default)]
pub(in crate::ui) struct ViewState {
    pub charts: Charts,
    pub tables: Tables,
    pub day: DayTab,
    pub quality: QualityTab,
    pub advice: Advice,
    pub verdict: VerdictTab,
    pub risk: RiskTab,
    pub indicators: IndicatorTab,
    pub plan: PlanTab,
    pub lesson: LessonTab,
    pub planning: PlanningDesk,
    pub review: Desk,
}
