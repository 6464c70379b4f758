//! The sheet of a report.

use super::Draft;
use super::sentences::{sentence, sentences};
use crate::drawing::{DisplayList, DocumentBlock, DocumentPicture, Size, Telling, Tone};
use crate::pictures::{SheetChoice, SheetPicture, Shown, caption, in_short};

/// The room for a sheet on a page that lies across, in points: what stands beside it is left out.
const ROOM: Size = Size::new(740.0, 400.0);
/// A scale at which a sheet is read with ease: letters of 11 points are 6.8 points high.
const EASY: f32 = 0.62;
/// How much larger a sheet has to become for it to be cut into rows.
const WORTH_ROWS: f32 = 1.25;
/// How much longer than the others a row may be.
const UNEVEN: f32 = 1.2;

/// The width of the rows that a sheet of a size is cut into; `None` leaves it whole.
fn row_widths(size: Size) -> Option<[f32; 2]> {
    let [wide, high] = [ROOM.width / size.width.max(1.0), ROOM.height / size.height.max(1.0)];
    // Where the height sets the scale, a cut makes nothing larger.
    let best = high.min(EASY);
    if wide.min(high) * WORTH_ROWS >= best {
        return None;
    }
    let most = ROOM.width / best;
    let rows = (size.width / most).ceil();
    // Rows about as long as each other, up to where phases end; else as long as there is room for.
    Some([most.min(size.width / rows * UNEVEN), most])
}

impl Draft<'_> {
    /// What the marks mean that the sheet bears, each in a sentence.
    fn marks_said(&self, figures: bool) -> impl Iterator<Item = String> + '_ {
        let Shown { scenario, analysis, words, .. } = self.source.shown;
        let is_marked = figures && analysis.steps.values().any(|figures| figures.bottleneck);
        let steps = || scenario.steps().values();
        let marks = [
            (is_marked, "report-sheet-bottleneck"),
            (steps().any(|step| step.fail.is_some()), "report-sheet-fails"),
            (steps().any(|step| step.wait.is_some()), "report-sheet-waits"),
        ];
        let marks = marks.into_iter().filter(|(is, _)| *is);
        marks.map(|(_, key)| sentence(&self.source.shown, words.text(key)))
    }

    pub(super) fn sheet(&mut self) {
        self.sheet_with(&SheetChoice::default());
    }

    /// The sheet as it is chosen; what its marks mean only where they are seen.
    pub(super) fn sheet_with(&mut self, choice: &SheetChoice) {
        let shown = self.source.shown;
        let words = shown.words;
        // As elsewhere evidence and notes are no steps, unless there is nothing else.
        let flowing = shown.scenario.flowing_steps();
        let count = if flowing > 0 { flowing } else { shown.scenario.steps().len() };
        let steps = words.counted("steps", count);
        let sheet = words.with("picture-blueprint", &[("steps", steps.into())]);
        let mut said = vec![sentence(&shown, &sheet)];
        said.extend(self.marks_said(!choice.hides_figures));
        self.say(Tone::Plain, sentences(&shown, &said));
        let picture = SheetPicture::of(&shown, choice);
        let mut lists = Vec::new();
        let contents = picture.geometry().contents().size();
        let mut draw = |width: f32| picture.draw_within(width, self.measure, &mut lists);
        let (viewport, ends) = match row_widths(contents) {
            None => draw(f32::INFINITY),
            Some([even, most]) => {
                let (viewport, ends) = draw(even);
                let rows = (contents.width / most).ceil();
                if ends.len() as f32 > rows { draw(most) } else { (viewport, ends) }
            }
        };
        lists.retain(|list: &DisplayList| !list.is_empty());
        let mut told = picture.told();
        for one in &mut told {
            // The headings of the report are above those of the sheet.
            if matches!(one.telling, Telling::Heading(_)) {
                one.telling = Telling::Letters;
            }
        }
        let mut said = vec![sheet];
        // What is not to be seen is not to be heard either.
        let figures = Some(in_short(&shown)).filter(|_| !choice.hides_figures);
        said.extend(figures.filter(|said| !said.is_empty()));
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
