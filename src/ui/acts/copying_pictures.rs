//! Copies the sheet, or what is selected on it, as a picture for other programs.

use egui::{ColorImage, Context};

use crate::drawing::{DisplayList, Palette, Shaper, Typesetter};
use crate::exchange::{Picture, Pixels, Refused, pixels};
use crate::pictures::{Shown, caption, draw_around};
use crate::ui::app::App;

/// The longest side of a copied picture, in pixels: what most programs take.
const LONGEST: f32 = 8_192.0;

impl App {
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
            Ok((ColorImage::from_rgba_unmultiplied(size, &bytes), steps.len()))
        });
        let said = match made {
            Ok((image, steps)) => {
                let size = format!("{} × {}", image.width(), image.height());
                ctx.copy_image(image);
                let key = if steps == 0 { "picture-copied-sheet" } else { "picture-copied-steps" };
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
