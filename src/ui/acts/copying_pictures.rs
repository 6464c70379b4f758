//! Copies the sheet, what is selected on it, or a chart as a picture for other programs.

use egui::{ColorImage, Context};

use crate::drawing::{DisplayList, Palette, Shaper, Typesetter};
use crate::exchange::{EXPORTERS, Picture, Pixels, Refused, pixels};
use crate::exports::{Choices, Motif};
use crate::pictures::{Improving, Shown, caption, draw_around};
use crate::ui::app::App;
use crate::ui::waking;

/// The longest side of a copied picture, in pixels: what most programs take.
const LONGEST: f32 = 8_192.0;

/// Below so many pixels to a point letters cannot be read.
const LEGIBLE: f32 = 0.6;

impl App {
    /// Copies the chart that is shown below the sheet, as large as on a page and in the light theme
    /// whatever the window wears.
    pub(in crate::ui) fn copy_chart(&mut self, ctx: &Context) {
        if let Some(chart) = self.bottom.tab.chart() {
            self.copy_plot(ctx, Motif::Chart(chart), chart.key());
        } else if let Some(picture) = self.bottom.picture() {
            self.copy_plot(ctx, Motif::Quality(picture), picture.key());
        } else if let Some(picture) = self.bottom.tab.improving() {
            self.copy_improving(ctx, picture);
        }
    }

    /// Copies a picture of what is judged, measured or planned.
    pub(in crate::ui) fn copy_improving(&mut self, ctx: &Context, picture: Improving) {
        self.copy_plot(ctx, Motif::Improving(picture, self.assessing.today()), picture.key());
    }

    /// Copies what a redesign reaches with how many people, as a picture.
    pub(in crate::ui) fn copy_redesign(&mut self, ctx: &Context) {
        self.copy_plot(ctx, Motif::Frontier, "chart-tab-redesign");
    }

    /// Makes the picture of a chart, whose name has a key, on a thread of its own.
    fn copy_plot(&mut self, ctx: &Context, motif: Motif, name: &'static str) {
        let pixels = EXPORTERS.iter().find(|exporter| exporter.ending == "png");
        let Some(exporter) = pixels else { return };
        self.editor.commit();
        let order = self.order(exporter, Choices { motif, ..Choices::default() });
        let run = move |_: &_| {
            order.carry_out(|export| Ok(export.pixels(&export.draw()?, Pixels::default())?))
        };
        self.exporting.copying.start(name, ctx, run);
    }

    /// Copies the chart once it is made.
    pub(in crate::ui) fn fetch_copied_chart(&mut self, ctx: &Context) {
        let Some((name, outcome)) = self.exporting.copying.poll() else { return };
        let said = match outcome {
            Ok(Ok(((across, down), bytes))) => {
                let pixels = [across as usize, down as usize];
                ctx.copy_image(ColorImage::from_rgba_unmultiplied(pixels, &bytes));
                let size = format!("{across} × {down}");
                let chart = self.words.text(name).to_owned();
                let arguments = [("chart", chart.into()), ("size", size.into())];
                self.words.with("export-chart-copied", &arguments)
            }
            Ok(Err(not)) => {
                let why = self.not_made(&not);
                self.words.with("picture-not-copied", &[("why", why.into())])
            }
            Err(failure) => waking::why(&self.words, &failure),
        };
        self.notice.say(said, ctx.time());
    }

    /// Copies the selected steps with what lies around them, or the whole sheet, with its figures and
    /// in the light theme whatever the window wears.
    pub(in crate::ui) fn copy_picture(&mut self, ctx: &Context) {
        let made = self.with_view(ctx, |view| {
            let steps = &view.editor.selection().steps;
            let shown = Shown {
                scenario: view.scenario,
                analysis: view.analysis,
                words: view.words,
                currency: view.editor.blueprint().currency(),
            };
            let mut lists = [DisplayList::new()];
            let [list] = &mut lists;
            let viewport = draw_around(&shown, steps, &Typesetter::new(1.0), list);
            let longest = viewport.width().max(viewport.height()).max(1.0);
            let usual = Pixels::default();
            let scale = usual.scale.min(LONGEST / longest);
            let title = view.editor.blueprint().title();
            let (size, bytes) = pixels(&Picture {
                lists: &lists,
                palette: &Palette::light(),
                viewport,
                title: &caption(view.words, title, view.scenario.name(), false),
                description: "",
                language: view.words.language().code(),
                titles: &[],
                outlines: false,
                shaper: &Shaper::new(),
                pixels: Pixels { scale, ..usual },
            })?;
            let size = [size.0 as usize, size.1 as usize];
            Ok((ColorImage::from_rgba_unmultiplied(size, &bytes), steps.len(), scale))
        });
        let said = match made {
            Ok((image, steps, scale)) => {
                let size = format!("{} × {}", image.width(), image.height());
                ctx.copy_image(image);
                let key = match steps {
                    _ if scale < LEGIBLE => "picture-copied-small",
                    0 => "picture-copied-sheet",
                    _ => "picture-copied-steps",
                };
                let counted = self.words.counted("steps", steps);
                self.words.with(key, &[("size", size.into()), ("steps", counted.into())])
            }
            Err(Refused::TooLarge { .. }) => self.words.text("picture-not-copied-large").to_owned(),
            Err(Refused::NotWritten(why)) => {
                self.words.with("picture-not-copied", &[("why", why.into())])
            }
        };
        self.notice.say(said, ctx.time());
    }
}
