//! The sheet of a report.

use super::Draft;
use crate::drawing::{DisplayList, DocumentBlock, DocumentPicture, Telling, Tone};
use crate::pictures::{SheetChoice, SheetPicture, caption, in_short};

/// How wide a sheet is at most before it is cut into rows, in points: on a page that lies across, letters
/// of 11 points are still 6.6 points high.
const WIDEST: f32 = 1_280.0;

/// How much wider than high the room for a sheet is on a page that lies across.
const ACROSS: f32 = 1.75;
/// How much longer than the others a row may be.
const UNEVEN: f32 = 1.2;

impl Draft<'_> {
    pub(super) fn sheet(&mut self) {
        let shown = self.source.shown;
        let words = shown.words;
        let steps = words.counted("steps", shown.scenario.steps().len());
        let sheet = words.with("picture-blueprint", &[("steps", steps.into())]);
        self.say(Tone::Plain, words.with("report-sheet-says", &[("sheet", sheet.clone().into())]));
        let picture = SheetPicture::of(&shown, &SheetChoice::default());
        let mut lists = Vec::new();
        let contents = picture.geometry().contents();
        // Where the height sets the scale, a cut would make nothing larger.
        let widest = WIDEST.max(contents.height() * ACROSS);
        let rows = (contents.width() / widest).ceil().max(1.0);
        // Rows are about as long as each other, up to where phases end.
        let width = widest.min(contents.width() / rows * UNEVEN).max(WIDEST / 2.0);
        let width = if rows > 1.0 { width } else { contents.width() + widest };
        let (viewport, ends) = picture.draw_within(width, self.measure, &mut lists);
        lists.retain(|list: &DisplayList| !list.is_empty());
        let mut told = picture.told();
        for one in &mut told {
            // The headings of the report are above those of the sheet.
            if matches!(one.telling, Telling::Heading(_)) {
                one.telling = Telling::Letters;
            }
        }
        let mut said = vec![sheet];
        said.extend(Some(in_short(&shown)).filter(|said| !said.is_empty()));
        let picture = DocumentPicture {
            name: "",
            title: caption(words, self.source.service(), self.source.scenario(), false),
            description: words.clauses(&said),
            lists: lists.into(),
            viewport,
            ends,
            told,
            titles: picture.titles(),
            turns: true,
        };
        self.blocks.push(DocumentBlock::Picture(Box::new(picture)));
    }
}
