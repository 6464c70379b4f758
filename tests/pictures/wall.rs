//! The wall of a lesson, as it is painted without a window.

use egui_kittest::{SnapshotOptions, try_image_snapshot_options};
use onstage::analysis::analyse;
use onstage::blueprint::Stop;
use onstage::drawing::{DisplayList, Palette, Point, Rect, Shaper, Size, Typesetter};
use onstage::exchange::{Picture, Pixels, pixels};
use onstage::stage::{Figured, Held, Pill, StopView, wall};
use onstage::storage::sample;
use onstage::wording::{Language, Units, Wording};

const FULL: Size = Size { width: 1920.0, height: 1080.0 };
const SMALL: Size = Size { width: 1280.0, height: 720.0 };
const SQUARE: Size = Size { width: 1024.0, height: 768.0 };

/// What is seen of the first sample.
struct Seen {
    language: Language,
    palette: Palette,
    size: Size,
    shows: &'static str,
    is_held: bool,
    is_try: bool,
    on_desk: bool,
}

impl Seen {
    fn of(size: Size) -> Self {
        Self {
            language: Language::English,
            palette: Palette::light(),
            size,
            shows: "sheet",
            is_held: false,
            is_try: false,
            on_desk: false,
        }
    }

    fn looks_like(&self, name: &str) {
        let found = sample("driver-licence-office");
        let found = found.and_then(|found| found.open_in(self.language.code()).ok());
        let blueprint = found.expect("the sample opens");
        let scenario = blueprint.baseline();
        let mut words = Wording::new(self.language);
        words.set_units(Units::of(&blueprint, scenario));
        let analysis = analyse(scenario);
        let is_english = self.language == Language::English;
        let stop = Stop {
            title: if is_english { "Which desk decides?" } else { "哪个岗位决定流量？" }.to_owned(),
            shows: self.shows.to_owned(),
            hold: ["bottleneck", "figures"].map(str::to_owned).into(),
            figures: ["demand_per_hour", "capacity_per_hour", "throughput_time_s"]
                .map(str::to_owned)
                .into(),
            ask: if is_english {
                "Which desk decides how many licences an hour?"
            } else {
                "哪个岗位决定每小时发放多少份驾照？"
            }
            .to_owned(),
            answers: if is_english {
                ["Payment", "Violations", "Eye test", "Photograph"]
            } else {
                ["收费", "违章核查", "眼睛测试", "拍照"]
            }
            .map(str::to_owned)
            .into(),
            ..Stop::default()
        };
        let shown = Figured { scenario, analysis: &analysis };
        let view = StopView {
            blueprint: &blueprint,
            shown,
            other: None,
            before: None,
            frontier: None,
            plan: None,
            stop: &stop,
            held: if self.is_held { Held::of(&stop) } else { Held::default() },
            pill: if self.is_try { Pill::Try("Table 3") } else { Pill::Scenario(scenario.name()) },
            is_flipped: false,
            is_small: false,
            day: None,
            played: None,
            is_bare: false,
            hands: &[4, 9, 11, 2],
            changed: &[],
            follows: false,
            spotlight: &[],
            page: 0,
            on_desk: self.on_desk,
            size: self.size,
            words: &words,
            text: &Typesetter::new(1.0),
        };
        let mut list = DisplayList::new();
        wall(&view, &mut list);
        let picture = Picture {
            lists: std::slice::from_ref(&list),
            palette: &self.palette,
            viewport: Rect::of(Point::default(), self.size),
            title: "",
            description: "",
            language: "en",
            titles: &[],
            shaper: &Shaper::new(),
            pixels: Pixels { scale: 1.0, transparent: false },
            outlines: false,
        };
        let ((width, height), bytes) = pixels(&picture).expect("it is small enough");
        let image = image::RgbaImage::from_raw(width, height, bytes).expect("four bytes each");
        // As for the window: rounding may differ a little, a moved line is far more.
        let tolerance = SnapshotOptions::new().threshold(2.0).max_failed_pixels(40);
        let different = try_image_snapshot_options(&image, name, &tolerance);
        assert!(different.is_ok(), "{different:?}");
    }
}

#[test]
fn a_stop_that_holds_back() {
    Seen { is_held: true, ..Seen::of(FULL) }.looks_like("wall-held");
}

#[test]
fn a_stop_that_holds_back_as_the_presenter_sees_it() {
    let seen = Seen { is_held: true, on_desk: true, palette: Palette::dark(), ..Seen::of(SMALL) };
    seen.looks_like("wall-desk");
}

#[test]
fn a_try_in_the_dark() {
    Seen { is_try: true, palette: Palette::dark(), ..Seen::of(FULL) }.looks_like("wall-try");
}

#[test]
fn a_stop_in_chinese_on_a_small_wall() {
    Seen { language: Language::Chinese, ..Seen::of(SMALL) }.looks_like("wall-chinese");
}

#[test]
fn a_part_of_the_sheet_on_a_square_wall() {
    Seen::of(SQUARE).looks_like("wall-square");
}

#[test]
fn a_chart_with_strong_contrast() {
    let palette = Palette::light().with_contrast(true);
    Seen { shows: "waiting", palette, ..Seen::of(SQUARE) }.looks_like("wall-waiting");
}
