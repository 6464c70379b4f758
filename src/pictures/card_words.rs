//! The words of a sheet that is drawn small.

use std::borrow::Cow;

use crate::blueprint::{Line, Need, Scenario, ServiceTime, Share, Zone};
use crate::drawing::Labels;

use super::SheetWords;

/// The words of a small sheet: those on its cards. The names of the lines would cover them.
pub struct CardWords<'a>(pub SheetWords<'a>);

impl Labels for CardWords<'_> {
    fn zone(&self, zone: Zone) -> Cow<'_, str> {
        self.0.zone(zone)
    }

    fn line(&self, _line: Line) -> Cow<'_, str> {
        Cow::Borrowed("")
    }

    fn bottleneck(&self) -> Cow<'_, str> {
        self.0.bottleneck()
    }

    fn fail_point(&self) -> Cow<'_, str> {
        self.0.fail_point()
    }

    fn wait_point(&self) -> Cow<'_, str> {
        self.0.wait_point()
    }

    fn needs(&self, scenario: &Scenario, needs: &[Need], letters: usize) -> Cow<'_, str> {
        self.0.needs(scenario, needs, letters)
    }

    fn time(&self, time: &ServiceTime) -> Cow<'_, str> {
        self.0.time(time)
    }

    fn share(&self, share: Share) -> Cow<'_, str> {
        self.0.share(share)
    }
}
