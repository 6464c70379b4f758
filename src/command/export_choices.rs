//! What can be asked of an export, and which formats it is for.

use std::path::PathBuf;

use clap::Args;

use super::Stop;
use crate::drawing::{PageCount, PaperSize};
use crate::exchange::{Export, Exporter, LONGEST_SIDE};
use crate::exports::{LEAST_SCALE, MOST_SCALE, PAGE_COUNTS, PAPERS, PixelSize, THEMES, Theme};
use crate::pictures::Chart;
use crate::reports::Part;
use crate::wording::Wording;

/// The name of a file that is standard output.
pub const STANDARD: &str = "-";

/// The formats that a report can have.
pub const REPORTS: &[&str] = &["docx", "html", "md", "pdf"];

/// What can be asked of an export.
#[derive(Debug, Args)]
// Each is a switch of its own on the command line.
#[allow(clippy::struct_excessive_bools)]
pub struct ExportArguments {
    /// The blueprint
    pub file: PathBuf,
    /// Which scenario; without it the first
    #[arg(long, value_name = "NAME")]
    pub scenario: Option<String>,
    /// The file to write; its ending says the format
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// The format, where the ending does not say it
    #[arg(long, value_name = "FORMAT")]
    pub to: Option<String>,
    /// What becomes of it: a picture or a report
    #[arg(long = "as", value_name = "FORM", value_parser = form)]
    pub form: Option<Form>,
    /// The table of roles to write; without it beside the other as OUT-roles.csv
    #[arg(long, value_name = "ROLES.csv")]
    pub roles: Option<PathBuf>,
    /// Only the part of the sheet around some steps
    #[arg(long, value_name = "STEP", num_args = 1.., conflicts_with_all = ["rows", "pair"])]
    pub select: Vec<String>,
    /// Two scenarios: the second with what differs from the first
    #[arg(long, value_names = ["NAME", "NAME"], num_args = 2, conflicts_with_all = ["rows", "scenario"])]
    pub pair: Vec<String>,
    /// The two scenarios below each other
    #[arg(long, requires = "pair")]
    pub stacked: bool,
    /// A chart of the figures instead of the sheet
    #[arg(long, value_name = "CHART", value_parser = chart, conflicts_with_all = ["rows", "select", "pair", "no_figures"])]
    pub chart: Option<Chart>,
    /// Cut a long sheet into rows below each other, as they suit a page
    #[arg(long)]
    pub rows: bool,
    /// Leave out what is computed
    #[arg(long)]
    pub no_figures: bool,
    /// The colours: light, dark or contrast; without it light
    #[arg(long, value_name = "THEME", value_parser = theme)]
    pub theme: Option<Theme>,
    /// Letters of an SVG as shapes
    #[arg(long)]
    pub outlines: bool,
    /// Pixels of a point of a picture, from 0.25 to 4; without it 2
    #[arg(long, value_name = "SCALE", allow_negative_numbers = true)]
    pub scale: Option<String>,
    /// Pixels to an inch instead of a scale
    #[arg(long, value_name = "DPI", allow_negative_numbers = true, conflicts_with_all = ["scale", "width"])]
    pub dpi: Option<String>,
    /// Pixels across instead of a scale
    #[arg(long, value_name = "WIDTH", allow_negative_numbers = true, conflicts_with = "scale")]
    pub width: Option<String>,
    /// Let through what lies behind a picture, where nothing is drawn
    #[arg(long)]
    pub transparent: bool,
    /// The paper of a PDF: a4, a3, letter or sheet
    #[arg(long, value_name = "PAPER", value_parser = paper)]
    pub paper: Option<PaperSize>,
    /// The pages of a PDF: auto, one or tiles
    #[arg(long, value_name = "PAGES", value_parser = pages)]
    pub pages: Option<PageCount>,
    /// The day on pages and workbooks, such as 2026-11-29; without it today
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// Replace files that are there
    #[arg(long)]
    pub force: bool,
}

/// What becomes of a blueprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Its sheet, or its tables.
    Picture,
    /// A report on it.
    Report,
}

const FORMS: [(&str, Form); 2] = [("picture", Form::Picture), ("report", Form::Report)];
const CHARTS: [(&str, Chart); 4] = [
    ("load", Chart::Load),
    ("visit", Chart::Visit),
    ("waiting", Chart::Waiting),
    ("money", Chart::Money),
];

fn chart(text: &str) -> Result<Chart, String> {
    chosen(text, &CHARTS)
}

fn form(text: &str) -> Result<Form, String> {
    chosen(text, &FORMS)
}

/// A part of a report.
pub fn part(text: &str) -> Result<Part, String> {
    chosen(text, &Part::ALL.map(|part| (part.name(), part)))
}

/// Some formats by their endings: `.docx, .html, .md and .pdf`.
pub fn listed(formats: &[&str], wording: &Wording) -> String {
    let dotted: Vec<String> = formats.iter().map(|format| format!(".{format}")).collect();
    let dotted: Vec<&str> = dotted.iter().map(String::as_str).collect();
    wording.list(&dotted, dotted.len())
}

/// The colours of a name.
pub fn theme(text: &str) -> Result<Theme, String> {
    chosen(text, &THEMES)
}

/// The paper of a name.
pub fn paper(text: &str) -> Result<PaperSize, String> {
    chosen(text, &PAPERS)
}

fn pages(text: &str) -> Result<PageCount, String> {
    chosen(text, &PAGE_COUNTS)
}

fn chosen<T: Copy>(text: &str, choices: &[(&str, T)]) -> Result<T, String> {
    let text = text.trim().to_lowercase();
    let found = choices.iter().find(|(name, _)| *name == text).map(|(_, choice)| *choice);
    found.ok_or_else(|| names(choices).join(", "))
}

fn names<'a, T>(choices: &[(&'a str, T)]) -> Vec<&'a str> {
    choices.iter().map(|(name, _)| *name).collect()
}

/// What can be said for an option that has a few values; `None` for any other.
pub fn choices(option: &str) -> Option<Vec<&'static str>> {
    Some(match option {
        "--chart" => names(&CHARTS),
        "--as" => names(&FORMS),
        "--theme" => names(&THEMES),
        "--without" => Part::ALL.map(Part::name).to_vec(),
        "--paper" => names(&PAPERS),
        "--pages" => names(&PAGE_COUNTS),
        _ => return None,
    })
}

/// Points in an inch.
const POINTS_PER_INCH: f32 = 96.0;

impl ExportArguments {
    /// What becomes of it: as was asked for, else what is usual in the format.
    pub fn form(&self, exporter: &Exporter) -> Form {
        let usual = match exporter.export {
            Export::Report(_) => Form::Report,
            Export::Document(_) | Export::Pages(_) | Export::Picture(_) | Export::Workbook(_) => {
                Form::Picture
            }
        };
        self.form.unwrap_or(usual)
    }

    /// The options that were given, each with the formats that it is for.
    fn given(&self) -> [(&'static str, bool, &'static [&'static str]); 16] {
        const PICTURES: &[&str] = &["pdf", "png", "svg"];
        const PNG: &[&str] = &["png"];
        const PDF: &[&str] = &["pdf"];
        const DATED: &[&str] = &["pdf", "xlsx"];
        [
            ("--roles", self.roles.is_some(), &["csv"]),
            ("--chart", self.chart.is_some(), PICTURES),
            ("--rows", self.rows, PICTURES),
            ("--select", !self.select.is_empty(), PICTURES),
            ("--pair", !self.pair.is_empty(), PICTURES),
            ("--stacked", self.stacked, PICTURES),
            ("--no-figures", self.no_figures, PICTURES),
            ("--theme", self.theme.is_some(), PICTURES),
            ("--outlines", self.outlines, &["svg"]),
            ("--scale", self.scale.is_some(), PNG),
            ("--dpi", self.dpi.is_some(), PNG),
            ("--width", self.width.is_some(), PNG),
            ("--transparent", self.transparent, PNG),
            ("--paper", self.paper.is_some(), PDF),
            ("--pages", self.pages.is_some(), PDF),
            ("--date", self.date.is_some(), DATED),
        ]
    }

    /// Refuses an option that is not for the format with an ending, or not for a report.
    ///
    /// # Errors
    /// In words.
    pub fn check(&self, ending: &str, form: Form, wording: &Wording) -> Result<(), Stop> {
        const OF_REPORTS: [&str; 3] = ["--theme", "--paper", "--date"];
        let is_for = |option: &str, formats: &[&str]| match form {
            Form::Picture => formats.contains(&ending),
            Form::Report => OF_REPORTS.contains(&option),
        };
        let given = self.given();
        let misplaced = given.into_iter().find(|(option, given, of)| *given && !is_for(option, of));
        let Some((option, _, formats)) = misplaced else { return Ok(()) };
        let format = match form {
            Form::Picture => format!(".{ending}"),
            Form::Report => wording.text("command-reports").to_owned(),
        };
        let arguments = [
            ("option", option.into()),
            ("format", format.into()),
            ("formats", listed(formats, wording).into()),
        ];
        Err(wording.with("command-option-not-for", &arguments).into())
    }

    /// How large a picture becomes in pixels.
    ///
    /// # Errors
    /// A number out of its bounds, in words.
    pub fn size(&self, wording: &Wording) -> Result<PixelSize, Stop> {
        let read = |option: &str, text: &str, least: f32, most: f32| -> Result<f32, Stop> {
            let read = text.trim().parse().ok();
            read.filter(|number: &f32| (least..=most).contains(number)).ok_or_else(|| {
                let arguments = [
                    ("option", option.into()),
                    ("text", text.into()),
                    ("least", wording.number(least.into()).into()),
                    ("most", wording.number(most.into()).into()),
                ];
                wording.with("command-bad-number", &arguments).into()
            })
        };
        if let Some(text) = &self.width {
            let most = LONGEST_SIDE as f32;
            // A whole number of at most 60,000.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let width = read("--width", text, 16.0, most)?.round() as u32;
            return Ok(PixelSize::Width(width));
        }
        if let Some(text) = &self.dpi {
            let (least, most) = (LEAST_SCALE * POINTS_PER_INCH, MOST_SCALE * POINTS_PER_INCH);
            return Ok(PixelSize::Scale(read("--dpi", text, least, most)? / POINTS_PER_INCH));
        }
        Ok(PixelSize::Scale(match &self.scale {
            Some(text) => read("--scale", text, LEAST_SCALE, MOST_SCALE)?,
            None => return Ok(PixelSize::default()),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_can_be_asked_for() {
        assert!(PaperSize::ALL.iter().all(|size| PAPERS.iter().any(|(_, paper)| paper == size)));
        assert!(Chart::ALL.iter().all(|chart| CHARTS.iter().any(|(_, named)| named == chart)));
        assert!(
            PageCount::ALL.iter().all(|count| PAGE_COUNTS.iter().any(|(_, pages)| pages == count))
        );
        assert_eq!(paper("A3"), Ok(PaperSize::A3));
        assert!(paper("a5").is_err());
    }
}
