//! Opening the window: on what, how large, in which theme and language.

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers, Theme, Vec2};
use egui_kittest::Harness;
use onstage::blueprint::Blueprint;
use onstage::storage::preferences::PreferenceStore;
use onstage::storage::{Sample, decode, sample};
use onstage::ui::{App, Opening, Settings, Simulation, Start};
use onstage::wording::Language;

use super::{Computer, Person, pictures};

/// What the window shows first.
enum First {
    /// What the program opens by itself.
    Usual(Opening),
    Sample(&'static Sample),
    File(PathBuf),
    Blueprint(Box<Blueprint>),
}

/// A window about to be opened: light, English, 1440 × 900 points, unless it is said otherwise.
#[must_use]
pub struct Setup {
    first: First,
    settings: Settings,
    theme: Theme,
    size: Vec2,
    pixels_per_point: f32,
    preferences: Option<PreferenceStore>,
    simulation: Simulation,
}

impl Person {
    /// A window on the first sample.
    pub fn new() -> Self {
        Self::at_first_sample().open()
    }

    /// A window on what the program opens where nobody says what: the first sample.
    pub fn at_first_sample() -> Setup {
        Setup::on(First::Usual(Opening::Sample))
    }

    /// A window on the start screen.
    pub fn at_start_screen() -> Setup {
        Setup::on(First::Usual(Opening::StartScreen))
    }

    /// A window on the sample or template of a key, in the language of the window.
    pub fn at(key: &str) -> Setup {
        Setup::on(First::Sample(sample(key).unwrap_or_else(|| panic!("no sample {key}"))))
    }

    /// A window on a file.
    pub fn at_file(path: &Path) -> Setup {
        Setup::on(First::File(path.to_owned()))
    }

    /// A window on a blueprint that is in no file.
    pub fn at_blueprint(blueprint: Blueprint) -> Setup {
        Setup::on(First::Blueprint(Box::new(blueprint)))
    }

    /// A window on a blueprint as a file holds it.
    pub fn at_text(text: &str) -> Setup {
        Self::at_blueprint(decode(text).expect("a blueprint").blueprint)
    }

    /// A window on an empty sheet.
    pub fn at_an_empty_sheet() -> Self {
        let mut person = Self::new();
        person.press(Modifiers::COMMAND, Key::N);
        assert!(person.scenario().steps().is_empty(), "a new sheet is empty");
        person
    }

    /// A window on the first sample with the table of its steps across it.
    pub fn at_the_table() -> Self {
        let mut person = Self::new();
        person.press(Modifiers::NONE, Key::F9);
        person
    }

    /// Opens the window as a start says.
    pub fn starting(start: Start) -> Self {
        Setup::on(First::Usual(start.opening)).start(start)
    }
}

impl Setup {
    fn on(first: First) -> Self {
        Self {
            first,
            settings: Settings::default(),
            theme: Theme::Light,
            size: Vec2::new(1440.0, 900.0),
            pixels_per_point: 1.0,
            preferences: None,
            simulation: Simulation::Off,
        }
    }

    /// How large the window is, in points.
    pub fn size(mut self, width: f32, height: f32) -> Self {
        self.size = Vec2::new(width, height);
        self
    }

    pub fn dark(self) -> Self {
        self.theme(Theme::Dark)
    }

    pub fn theme(mut self, theme: Theme) -> Self {
        self.theme = theme;
        self
    }

    pub fn language(mut self, language: Language) -> Self {
        self.settings.language = language;
        self
    }

    /// How many pixels of the screen a point takes: 1.5 on a screen that is set to 150 %.
    pub fn scale(mut self, pixels_per_point: f32) -> Self {
        self.pixels_per_point = pixels_per_point;
        self
    }

    /// Changes any setting of the window; theme and language have functions of their own.
    pub fn settings(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        change(&mut self.settings);
        self
    }

    /// Keeps preferences and recovery copies on a computer; without one nothing is kept.
    pub fn on_computer(mut self, computer: &Computer) -> Self {
        self.preferences = Some(computer.preferences());
        self
    }

    /// Simulates what is shown by itself, for so many rounds at most: the same figures on every computer.
    #[allow(dead_code, reason = "the pictures show formulas only")]
    pub fn simulating(mut self, rounds: u32) -> Self {
        self.simulation = Simulation::Rounds(rounds);
        self
    }

    /// Opens the window, in which something is going on that comes to no end by itself.
    #[allow(dead_code, reason = "the pictures show what has come to rest")]
    pub fn open_busy(mut self) -> Person {
        let start = self.prepared();
        self.window(start)
    }

    /// Opens the window and lets it come to rest.
    pub fn open(mut self) -> Person {
        let start = self.prepared();
        self.start(start)
    }

    fn prepared(&mut self) -> Start {
        let language = self.settings.language;
        let settings = Settings { theme: self.theme.into(), ..self.settings };
        let mut start = Start {
            preferences: self.preferences.take(),
            settings: Some(settings),
            language,
            simulation: self.simulation,
            ..Start::default()
        };
        match &mut self.first {
            First::Usual(opening) => start.opening = *opening,
            First::Sample(sample) => {
                start.blueprint = Some(sample.open_in(language.code()).expect("a sound sample"));
            }
            First::File(path) => start.file = Some(std::mem::take(path)),
            First::Blueprint(blueprint) => start.blueprint = Some(blueprint.as_ref().clone()),
        }
        start
    }

    fn start(self, start: Start) -> Person {
        let mut person = self.window(start);
        person.wait();
        person
    }

    fn window(self, start: Start) -> Person {
        let language = start.settings.map_or(start.language, |settings| settings.language);
        let window = Harness::builder()
            .with_size(self.size)
            .with_pixels_per_point(self.pixels_per_point)
            .with_theme(self.theme)
            .with_max_steps(60)
            .with_options(pictures::tolerance())
            .with_render_cursor(false)
            .renderer(pictures::painter())
            .build_eframe(move |cc| App::new(&cc.egui_ctx, start));
        Person { window, language }
    }
}
