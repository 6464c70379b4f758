//! The words on the sheet.

use std::borrow::Cow;

use crate::blueprint::{Line, Need, Scenario, ServiceTime, Share, Zone};
use crate::drawing::Labels;
use crate::wording::Wording;

/// Words of the language that is on.
pub struct SheetWords<'a>(pub &'a Wording);

impl Labels for SheetWords<'_> {
    fn zone(&self, zone: Zone) -> Cow<'_, str> {
        self.0.zone(zone).into()
    }

    fn line(&self, line: Line) -> Cow<'_, str> {
        self.0.line(line).into()
    }

    fn bottleneck(&self) -> Cow<'_, str> {
        self.0.text("figure-bottleneck").into()
    }

    fn fail_point(&self) -> Cow<'_, str> {
        self.0.text("mark-fail-point").into()
    }

    fn wait_point(&self) -> Cow<'_, str> {
        self.0.text("mark-wait-point").into()
    }

    fn needs(&self, scenario: &Scenario, needs: &[Need], letters: usize) -> Cow<'_, str> {
        let each: Vec<String> =
            needs.iter().map(|need| self.0.need_short(need, scenario, letters)).collect();
        each.join(" + ").into()
    }

    fn time(&self, time: &ServiceTime) -> Cow<'_, str> {
        self.0.service_time(time).into()
    }

    fn share(&self, share: Share) -> Cow<'_, str> {
        self.0.share(share).into()
    }
}
