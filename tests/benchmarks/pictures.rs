//! How fast pictures and workbooks leave the program: 5,000 cards as SVG, PDF and XLSX, which is read
//! back, the licence office as pixels.

// What the benchmarks draw is valid by construction.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../drawing/office.rs"]
#[allow(dead_code, reason = "shared with the tests of drawing")]
mod office;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use onstage::analysis::{Analysis, analyse};
use onstage::blueprint::{Blueprint, IdSource, Scenario};
use onstage::drawing::{
    DisplayList, PageCount, Palette, PaperSize, Point, Rect, Shaper, Titles, Typesetter,
};
use onstage::exchange::{Date, EXPORTERS, Export, Paper, Picture, Pixels, Source, Written};
use onstage::pictures::{PageChoice, SheetChoice, SheetPicture, Shown, sheet_pages};
use onstage::wording::{Language, Wording};
use onstage::workbooks::{WorkbookSource, workbook};

/// What a picture of a scenario is made from.
struct Kept {
    scenario: Scenario,
    analysis: Analysis,
    words: Wording,
    shaper: Shaper,
    text: Typesetter,
}

impl Kept {
    fn of(scenario: Scenario, analysis: Analysis) -> Self {
        let words = Wording::new(Language::English);
        let (shaper, text) = (Shaper::new(), Typesetter::new(1.0));
        Self { scenario, analysis, words, shaper, text }
    }

    fn sheet(&self) -> SheetPicture<'_> {
        let shown = Shown {
            scenario: &self.scenario,
            analysis: &self.analysis,
            words: &self.words,
            currency: "$",
        };
        SheetPicture::of(&shown, &SheetChoice::default())
    }

    fn picture(
        &self,
        ending: &str,
        (lists, titles): (&[DisplayList], &Titles),
        viewport: Rect,
    ) -> Written {
        let exporter = EXPORTERS.iter().find(|exporter| exporter.ending == ending).unwrap();
        let Export::Picture(write) = exporter.export else { panic!("{ending} is no picture") };
        write(&Picture {
            lists,
            palette: &Palette::light(),
            viewport,
            title: "A service",
            description: "",
            language: "en",
            titles: &[titles],
            shaper: &self.shaper,
            pixels: Pixels::default(),
            outlines: false,
        })
        .unwrap()
    }

    fn pages(&self, sheet: &SheetPicture<'_>) -> Written {
        let exporter = EXPORTERS.iter().find(|exporter| exporter.ending == "pdf").unwrap();
        let Export::Pages(write) = exporter.export else { panic!("pages") };
        let choice = PageChoice {
            paper: PaperSize::A4,
            count: PageCount::Auto,
            title: "A service",
            scenario: "As-is",
            figures: "",
            file: "service.ron",
            date: "",
        };
        let pages = sheet_pages(&[sheet], &choice, &self.text);
        write(&Paper {
            pages: &pages.pages,
            palette: &Palette::light(),
            ground: false,
            title: "A service",
            language: "en",
            shaper: &self.shaper,
            date: Date::of(2026, 11, 29).unwrap(),
            bookmarks: &pages.bookmarks,
        })
        .unwrap()
    }
}

fn pictures(criterion: &mut Criterion) {
    let scenario = office::grid(250, 20).scenario;
    let analysis = analyse(&scenario);
    let large = Kept::of(scenario, analysis);
    let sheet = large.sheet();
    let mut group = criterion.benchmark_group("pictures 5000");
    group.sample_size(10);
    group.bench_function("SVG", |b| {
        b.iter(|| {
            let mut list = DisplayList::new();
            let viewport = sheet.draw(sheet.part(), Point::default(), &large.text, &mut list);
            let titles = sheet.titles();
            black_box(large.picture("svg", (&[list], &titles), viewport))
        });
    });
    group.bench_function("PDF", |b| b.iter(|| black_box(large.pages(&sheet))));
    group.finish();

    let sample = onstage::storage::sample("driver-licence-office").unwrap();
    let scenario = Scenario::clone(sample.open().unwrap().baseline());
    let analysis = analyse(&scenario);
    let licence = Kept::of(scenario, analysis);
    let sheet = licence.sheet();
    let mut list = DisplayList::new();
    let viewport = sheet.draw(sheet.part(), Point::default(), &licence.text, &mut list);
    let (lists, titles) = ([list], Titles::default());
    let mut group = criterion.benchmark_group("pictures office");
    group.bench_function("PNG at 2x", |b| {
        b.iter(|| black_box(licence.picture("png", (&lists, &titles), viewport)));
    });
    group.bench_function("PDF", |b| b.iter(|| black_box(licence.pages(&sheet))));
    group.finish();
}

fn workbooks(criterion: &mut Criterion) {
    let scenario = office::grid(250, 20).scenario;
    let blueprint = Blueprint::empty("Large", "As-is");
    let words = Wording::new(Language::English);
    let date = Date::of(2026, 11, 29).unwrap();
    let source = WorkbookSource { blueprint: &blueprint, scenario: &scenario, date, words: &words };
    let exporter = EXPORTERS.iter().find(|exporter| exporter.ending == "xlsx").unwrap();
    let Export::Workbook(write) = exporter.export else { panic!("a workbook") };
    let written = || write(&workbook(&source).workbook).unwrap();
    let bytes = written().files.remove(0).bytes;
    let mut group = criterion.benchmark_group("workbooks 5000");
    group.sample_size(10);
    group.bench_function("XLSX out", |b| b.iter(|| black_box(written())));
    group.bench_function("XLSX in", |b| {
        b.iter(|| {
            let mut ids = IdSource::default();
            let mut scenario = Scenario::empty("", &mut ids);
            let source = Source::of_bytes(&bytes, None).unwrap();
            source.add(&source.propose().unwrap(), &mut scenario, &mut ids).unwrap();
            assert_eq!(scenario.steps().len(), 5_000);
            black_box(scenario)
        });
    });
    group.finish();
}

criterion_group!(benches, pictures, workbooks);
criterion_main!(benches);
