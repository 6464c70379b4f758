//! A report, as a document that flows or set on pages.

use std::collections::BTreeSet;

use super::choices::Motif;
use super::picture::{ExportJob, NotMade};
use crate::analysis::Analysis;
use crate::drawing::{
    DisplayList, Document, DocumentSheet, FootTexts, Page, Point, Rect, Shaper, Size, Typesetter,
    set_document, set_endless,
};
use crate::exchange::{Manuscript, Picture, Pixels, Refused, Written};
use crate::pictures::{Pages, Shown, in_short};
use crate::reports::{Part, ReportSource, handbook, handout, handout_walls, holds_back, report};
use crate::simulation::printed_figures;

impl ExportJob<'_> {
    /// The parts that a report leaves out.
    fn left_out(&self) -> BTreeSet<Part> {
        match &self.choices.motif {
            Motif::Report(without) => without.clone(),
            _ => BTreeSet::new(),
        }
    }

    /// Hands out the report, and what it was made of.
    fn with_report<T>(&self, take: impl FnOnce(&Document, &ReportSource<'_>) -> T) -> T {
        let day = self.source.wording.date(self.source.date);
        let shown = self.shown(&self.shown);
        let source = ReportSource {
            blueprint: self.source.blueprint,
            shown,
            file: self.source.file,
            date: &day,
        };
        let (simulated, document) = self.report.get_or_init(|| self.make_report(&source));
        let analysis = simulated.as_ref().unwrap_or(shown.analysis);
        take(document, &ReportSource { shown: Shown { analysis, ..shown }, ..source })
    }

    /// The report, and the figures that it tells where a simulation leads.
    fn make_report(&self, source: &ReportSource<'_>) -> (Option<Analysis>, Document) {
        let shown = source.shown;
        let simulated = printed_figures(shown.scenario, shown.analysis);
        let analysis = simulated.as_ref().unwrap_or(shown.analysis);
        let source = &ReportSource { shown: Shown { analysis, ..shown }, ..*source };
        let measure = Typesetter::new(1.0);
        let document = match self.choices.motif {
            Motif::Handout { answers } => handout(source, answers, &measure),
            Motif::Handbook(role) => handbook(source, role, &measure),
            _ => report(source, &self.left_out(), &measure),
        };
        (simulated, document)
    }

    /// The report on pages.
    pub(super) fn report_pages(&self) -> Pages {
        let words = self.source.wording;
        self.with_report(|document, source| {
            let tells = match self.choices.motif {
                Motif::Handout { .. } => !holds_back(source.blueprint),
                // It says how to work, whatever comes of it.
                Motif::Handbook(_) => false,
                _ => true,
            };
            let figures = if tells { in_short(&source.shown) } else { String::new() };
            let foot = FootTexts {
                title: source.service(),
                scenario: source.scenario(),
                figures: &figures,
                file: source.file,
                date: source.date,
                ..FootTexts::default()
            };
            let page = |number: usize, count: usize| {
                let arguments = [("number", number.into()), ("count", count.into())];
                words.with("page-number", &arguments)
            };
            let sheet = DocumentSheet { paper: self.choices.paper, foot, page: &page };
            let set = set_document(document, &sheet, &Typesetter::new(1.0));
            Pages { pages: set.pages, bookmarks: set.bookmarks }
        })
    }

    /// The report as it flows, on one page that has no end.
    pub(super) fn report_flow(&self) -> Page {
        self.with_report(|document, _| set_endless(document, &Typesetter::new(1.0)))
    }

    /// The title of the report.
    pub(super) fn report_title(&self) -> String {
        self.with_report(|document, _| document.title.clone())
    }

    /// The walls of the lesson's stops as pictures, one after the other.
    ///
    /// # Errors
    /// Why a picture was not written.
    pub fn walls(
        &self,
        size: Size,
        write: fn(&Picture<'_>) -> Result<Written, Refused>,
    ) -> Result<Vec<Written>, Refused> {
        let day = self.source.wording.date(self.source.date);
        let source = ReportSource {
            blueprint: self.source.blueprint,
            shown: self.shown(&self.shown),
            file: self.source.file,
            date: &day,
        };
        let shaper = Shaper::new();
        let palette = self.choices.theme.palette();
        let walls = handout_walls(&source, size, &Typesetter::new(1.0));
        let picture = |(list, said): &(DisplayList, String)| {
            write(&Picture {
                lists: std::slice::from_ref(list),
                palette: &palette,
                viewport: Rect::of(Point::default(), size),
                title: source.service(),
                description: said,
                language: self.source.wording.language().code(),
                titles: &[],
                shaper: &shaper,
                pixels: Pixels { scale: 1.0, transparent: false },
                outlines: false,
            })
        };
        walls.iter().map(picture).collect()
    }

    /// The report as it flows.
    pub(super) fn write_report(
        &self,
        write: fn(&Manuscript<'_>) -> Result<Written, Refused>,
    ) -> Result<Written, NotMade> {
        self.with_report(|document, _| {
            Ok(write(&Manuscript {
                document,
                palette: &self.choices.theme.palette(),
                shaper: &Shaper::new(),
                date: self.source.date,
                paper: self.choices.paper,
                name: self.source.name,
            })?)
        })
    }
}
