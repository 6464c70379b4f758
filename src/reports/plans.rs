//! The planning sheets: each with its table, what comes out, and its picture.

use std::sync::Arc;

use super::Draft;
use crate::drawing::charts::Easel;
use crate::drawing::{
    DisplayList, DocumentBlock, DocumentPicture, DocumentTable, Entry, Mood, Rect, RowLook, Tone,
};
use crate::pictures::planning::{
    Finished, equation, finished, limit_lines, next_line, plan_lines, pool_numbers, verdict,
};
use crate::planning::mix::MixAnswer;
use crate::planning::sheet::Status;

/// Columns beyond which a table has no room on a page: what each uses is left out then.
const MOST_COLUMNS: usize = 12;
/// Rows of a table at most; the plan has what there is of each.
const MOST_ROWS: usize = 60;
/// How large a picture is, in points.
const WIDTH: f32 = 560.0;
const HEIGHT: f32 = 340.0;
/// The height of an end in a picture of ways.
const END: f32 = 46.0;
/// The files of pictures, where each is one of its own; further sheets have none.
const NAMES: [&str; 12] = [
    "-plan-1", "-plan-2", "-plan-3", "-plan-4", "-plan-5", "-plan-6", "-plan-7", "-plan-8",
    "-plan-9", "-plan-10", "-plan-11", "-plan-12",
];

impl Draft<'_> {
    /// All planning sheets.
    pub(super) fn plans(&mut self) {
        let words = self.words();
        let mut names = NAMES.into_iter();
        for (_, sheet) in self.source.blueprint.sheets() {
            let name = match sheet.name.trim() {
                "" => words.text("planner-unnamed"),
                name => name,
            };
            self.heading(3, name);
            let about = [words.sheet_title(sheet.purpose), words.sheet_about(sheet.purpose)];
            self.say(Tone::Note, words.facts(&about));
            match finished(self.source.blueprint, sheet, words) {
                Ok(finished) => self.plan(&finished, name, &mut names),
                Err(faults) => {
                    for fault in faults {
                        self.say(Tone::Verdict(Mood::Bad), fault);
                    }
                }
            }
        }
    }

    fn plan(
        &mut self,
        finished: &Finished,
        name: &str,
        names: &mut impl Iterator<Item = &'static str>,
    ) {
        let words = self.words();
        let Finished { sheet, answer, beyond, mix } = finished;
        let said = verdict(sheet, answer, words);
        let head = match &answer.value {
            Some(value) => words.labelled(&said.head, &words.exact_number(value)),
            None => said.head.clone(),
        };
        let mood = match said.status {
            Status::Optimal => Mood::Good,
            Status::Infeasible => Mood::Bad,
            Status::Unbounded | Status::Limit => Mood::Warning,
        };
        self.say(Tone::Verdict(mood), head.clone());
        let sum = equation(sheet, answer, words).filter(|_| said.status == Status::Optimal);
        let next = next_line(sheet, beyond, words);
        for line in sum.into_iter().chain(said.lines.iter().cloned()).chain(next) {
            self.say(Tone::Plain, line);
        }
        let entry = |text: String, remark: String| Entry { text, remark };
        if !said.repairs.is_empty() {
            let repairs = said.repairs.iter();
            let repairs = repairs.map(|(text, _)| entry(text.clone(), String::new())).collect();
            self.blocks.push(DocumentBlock::List(repairs));
        }
        self.plan_table(finished);
        let lines = limit_lines(sheet, answer, words);
        if answer.value.is_some() && !lines.is_empty() {
            let lines = lines
                .into_iter()
                .map(|line| entry(words.labelled(&line.name, &line.used), line.brings));
            self.blocks.push(DocumentBlock::List(lines.collect()));
        }
        if let Some(mix) = mix {
            self.mix(mix);
        }
        self.plan_picture(finished, name, &head, names);
    }

    /// The table, or the plan alone where it is too wide.
    fn plan_table(&mut self, finished: &Finished) {
        let words = self.words();
        let Finished { sheet, answer, .. } = finished;
        let own = finished.table(words);
        let is_wide = own.columns.len() > MOST_COLUMNS;
        if is_wide && sheet.purpose.has_ways() || own.rows.len() > MOST_ROWS {
            let lines = plan_lines(sheet, answer, words);
            let columns = [("planner-plan", false), ("planner-answer", true)];
            let columns = columns.map(|(key, numbers)| (words.text(key).to_owned(), numbers));
            let mut table = DocumentTable::with(columns);
            for (name, amount) in lines {
                table.row(RowLook::Plain, vec![name, amount]);
            }
            self.blocks.push(DocumentBlock::Table(table));
            return;
        }
        let count = own.columns.len();
        // Name, worth, and what comes out are always there.
        let is_kept = |at: &usize| !is_wide || *at < 2 || *at + 2 >= count;
        let kept: Vec<usize> = (0..count).filter(is_kept).collect();
        let mut rows = own.rows.iter();
        let heads = rows.next().map(|row| &row.cells);
        let head = |at: &usize| {
            let cell = heads.and_then(|cells| cells.get(*at));
            (cell.map(|cell| cell.line(words)).unwrap_or_default(), *at > 0)
        };
        let mut table = DocumentTable::with(kept.iter().map(head));
        for row in rows {
            let cells = kept.iter().map(|at| row.cells.get(*at));
            let cells = cells.map(|cell| cell.map(|cell| cell.line(words)).unwrap_or_default());
            // Nothing is written there; in a document no cell is left blank.
            let nothing = || words.text("no-figure").to_owned();
            let cells = cells.map(|cell| if cell.trim().is_empty() { nothing() } else { cell });
            table.row(RowLook::Plain, cells.collect());
        }
        self.blocks.push(DocumentBlock::Table(table));
    }

    /// What one more of each pool brings, who does what several can, and what today's shares come to.
    fn mix(&mut self, mix: &MixAnswer) {
        let words = self.words();
        let columns = [
            ("planning-column-pool", false),
            ("planning-column-hour", true),
            ("planning-column-one-more", true),
            ("planning-column-less-wage", true),
        ];
        let columns = columns.map(|(key, numbers)| (words.text(key).to_owned(), numbers));
        let mut table = DocumentTable::with(columns);
        for pool in &mix.pools {
            let numbers = pool_numbers(pool, words);
            table.row(RowLook::Plain, std::iter::once(pool.name.clone()).chain(numbers).collect());
        }
        self.blocks.push(DocumentBlock::Table(table));
        for work in &mix.shared {
            let arguments = [
                ("class", work.class.as_str().into()),
                ("minutes", words.exact_number(&work.minutes).into()),
            ];
            let does = words.with("planner-mix-does", &arguments);
            self.say(Tone::Plain, words.labelled(&work.pool, &does));
        }
        if let Some(today) = &mix.today {
            let arguments = [
                ("rate", words.number(today.per_hour).into()),
                ("value", words.number(today.worth).into()),
            ];
            self.say(Tone::Plain, words.with("planning-mix-today", &arguments));
        }
        if mix.is_at_most {
            self.say(Tone::Note, words.text("planning-mix-at-most"));
        }
    }

    fn plan_picture(
        &mut self,
        finished: &Finished,
        name: &str,
        head: &str,
        names: &mut impl Iterator<Item = &'static str>,
    ) {
        let height = if finished.sheet.purpose.has_ways() {
            (END * finished.ends() as f32).clamp(160.0, 620.0)
        } else {
            HEIGHT
        };
        let area = Rect::new(0.0, 0.0, WIDTH, height);
        let mut list = DisplayList::new();
        // Painters leave out what lies beyond what a list is cut at: none is all.
        list.clip_to(area);
        let easel = Easel::plain(self.measure);
        if !finished.draw(&easel, area.grown(-6.0), &mut list, self.words()) {
            return;
        }
        let Some(file) = names.next() else { return };
        let picture = DocumentPicture {
            name: file,
            title: name.to_owned(),
            description: self.words().labelled(name, head),
            lists: Arc::from([list]),
            viewport: area,
            ..DocumentPicture::default()
        };
        self.blocks.push(DocumentBlock::Picture(Box::new(picture)));
    }
}
