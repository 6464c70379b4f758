//! What can be asked of an export, and which formats it is for.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;

use super::Stop;
use crate::drawing::{PageCount, PaperSize};
use crate::exchange::{EXPORTERS, Export, Exporter, LONGEST_SIDE};
use crate::exports::{LEAST_SCALE, MOST_SCALE, PAGE_COUNTS, PAPERS, PixelSize, THEMES, Theme};
use crate::pictures::{Chart, Improving, QualityPicture};
use crate::reports::Part;
use crate::wording::Wording;

/// The name of a file that is standard output.
pub const STANDARD: &str = "-";

/// The formats that a report can have.
pub const REPORTS: &[&str] = &["docx", "html", "md", "pdf"];

/// What can be asked of every file that is written.
#[derive(Debug, Args)]
pub struct FileArguments {
    /// The blueprint
    pub file: PathBuf,
    /// Which scenario; without it the first
    #[arg(long, value_name = "NAME")]
    pub scenario: Option<String>,
    /// The figures of one interval of the day: a time such as 12:30, or busiest
    #[arg(long, value_name = "TIME")]
    pub at: Option<String>,
    /// The file to write; its ending says the format
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// The format, where the ending does not say it
    #[arg(long, value_name = "FORMAT")]
    pub to: Option<String>,
    /// The colours: light, dark or contrast; without it light
    #[arg(long, value_name = "THEME", value_parser = theme, display_order = BEHIND)]
    pub theme: Option<Theme>,
    /// The paper of pages: a4, a3, letter or sheet
    #[arg(long, value_name = "PAPER", value_parser = paper, display_order = BEHIND)]
    pub paper: Option<PaperSize>,
    /// The day on it, such as 2026-11-29; without it today
    #[arg(long, value_name = "DATE", display_order = BEHIND)]
    pub date: Option<String>,
    /// Replace files that are there
    #[arg(long, display_order = BEHIND)]
    pub force: bool,
}

/// The place in a list of options that comes after those that only one command has.
const BEHIND: usize = 900;

/// What can be asked of an export.
#[derive(Debug, Args)]
// Each is a switch of its own on the command line.
#[allow(clippy::struct_excessive_bools)]
pub struct ExportArguments {
    /// What every file has
    #[command(flatten)]
    pub common: FileArguments,
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
    pub chart: Option<Plot>,
    /// Cut a long sheet into rows below each other, as they suit a page
    #[arg(long)]
    pub rows: bool,
    /// Leave out what is computed
    #[arg(long)]
    pub no_figures: bool,
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
    /// The pages of a PDF: auto, one or tiles
    #[arg(long, value_name = "PAGES", value_parser = pages)]
    pub pages: Option<PageCount>,
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
/// A chart that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plot {
    /// One of the figures.
    Figures(Chart),
    /// One of what customers judge.
    Quality(QualityPicture),
    /// What is judged, measured or planned.
    Improving(Improving),
    /// What a redesign reaches.
    Redesign,
}

const CHARTS: [(&str, Plot); 16] = [
    ("load", Plot::Figures(Chart::Load)),
    ("visit", Plot::Figures(Chart::Visit)),
    ("waiting", Plot::Figures(Chart::Waiting)),
    ("money", Plot::Figures(Chart::Money)),
    ("profile", Plot::Quality(QualityPicture::Profile)),
    ("gaps", Plot::Quality(QualityPicture::Gaps)),
    ("importance", Plot::Quality(QualityPicture::Importance)),
    ("kano", Plot::Quality(QualityPicture::Kano)),
    ("risk", Plot::Improving(Improving::Risk)),
    ("indicators", Plot::Improving(Improving::Indicators)),
    ("plan", Plot::Improving(Improving::Plan)),
    ("trend", Plot::Improving(Improving::Trend)),
    ("parts", Plot::Improving(Improving::Parts)),
    ("needs", Plot::Improving(Improving::Needs)),
    ("views", Plot::Improving(Improving::Views)),
    ("redesign", Plot::Redesign),
];

fn chart(text: &str) -> Result<Plot, String> {
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

/// An option, and what it is for.
pub struct Given {
    option: &'static str,
    is_there: bool,
    /// The formats in which a sheet, a chart or tables take it.
    of_pictures: &'static [&'static str],
    /// The formats in which a report takes it.
    of_reports: &'static [&'static str],
}

impl Given {
    fn is_for(&self, ending: &str, form: Form) -> bool {
        match form {
            Form::Picture => self.of_pictures.contains(&ending),
            Form::Report => self.of_reports.contains(&ending),
        }
    }
}

/// Refuses an option that is not for the format with an ending, or not for a report.
///
/// # Errors
/// In words.
pub fn check(given: &[Given], ending: &str, form: Form, wording: &Wording) -> Result<(), Stop> {
    let misplaced = given.iter().find(|option| option.is_there && !option.is_for(ending, form));
    let Some(misplaced) = misplaced else { return Ok(()) };
    let format = match form {
        Form::Report if misplaced.of_reports.is_empty() => {
            wording.text("command-reports").to_owned()
        }
        Form::Picture | Form::Report => format!(".{ending}"),
    };
    let formats: BTreeSet<&str> =
        misplaced.of_pictures.iter().chain(misplaced.of_reports).copied().collect();
    let formats: Vec<&str> = formats.into_iter().collect();
    let arguments = [
        ("option", misplaced.option.into()),
        ("format", format.into()),
        ("formats", listed(&formats, wording).into()),
    ];
    Err(wording.with("command-option-not-for", &arguments).into())
}

impl FileArguments {
    /// The options that were given, each with the formats that it is for.
    pub fn given(&self) -> [Given; 3] {
        let option = |option, is_there, of_pictures, of_reports| Given {
            option,
            is_there,
            of_pictures,
            of_reports,
        };
        [
            option("--theme", self.theme.is_some(), &["pdf", "png", "svg"], REPORTS),
            option("--paper", self.paper.is_some(), &["pdf"], &["docx", "pdf"]),
            option("--date", self.date.is_some(), &["pdf", "xlsx"], REPORTS),
        ]
    }

    /// Refuses a folder in place of a file.
    ///
    /// # Errors
    /// In words, with the name of a file in it.
    pub fn refuse_folder(&self, usual: &str, wording: &Wording) -> Result<(), Stop> {
        let ending = self.to.as_deref().map_or(usual, |to| to.trim().trim_start_matches('.'));
        refuse_folder(&self.output, &self.file, ending, wording)
    }
}

/// Refuses a folder in place of a file.
///
/// # Errors
/// In words, with the name that a file in it could have: that of another file with an ending.
pub fn refuse_folder(
    output: &Path,
    named_like: &Path,
    ending: &str,
    wording: &Wording,
) -> Result<(), Stop> {
    if output.as_os_str() == STANDARD || !output.is_dir() {
        return Ok(());
    }
    let mut name = named_like.file_stem().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    let arguments = [
        ("folder", output.display().to_string().into()),
        ("example", output.join(name).display().to_string().into()),
    ];
    Err(wording.with("command-is-folder", &arguments).into())
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
    fn given(&self) -> Vec<Given> {
        const PICTURES: &[&str] = &["pdf", "png", "svg"];
        const PNG: &[&str] = &["png"];
        const PDF: &[&str] = &["pdf"];
        let own = |option, is_there, of_pictures| Given {
            option,
            is_there,
            of_pictures,
            of_reports: &[],
        };
        let mut all = vec![
            own("--roles", self.roles.is_some(), &["csv"]),
            own("--chart", self.chart.is_some(), PICTURES),
            own("--rows", self.rows, PICTURES),
            own("--select", !self.select.is_empty(), PICTURES),
            own("--pair", !self.pair.is_empty(), PICTURES),
            own("--stacked", self.stacked, PICTURES),
            own("--no-figures", self.no_figures, PICTURES),
            own("--outlines", self.outlines, &["svg"]),
            own("--scale", self.scale.is_some(), PNG),
            own("--dpi", self.dpi.is_some(), PNG),
            own("--width", self.width.is_some(), PNG),
            own("--transparent", self.transparent, PNG),
            own("--pages", self.pages.is_some(), PDF),
        ];
        all.extend(self.common.given());
        all
    }

    /// Refuses what does not go together: a form that the format cannot have, and an option that is not
    /// for the format, or not for a report.
    ///
    /// # Errors
    /// In words.
    pub fn check(&self, exporter: &Exporter, form: Form, wording: &Wording) -> Result<(), Stop> {
        if self.form == Some(Form::Picture)
            && let Export::Document(_) | Export::Workbook(_) = exporter.export
        {
            let is_drawn =
                |other: &&Exporter| matches!(other.export, Export::Picture(_) | Export::Pages(_));
            let formats: Vec<&str> =
                EXPORTERS.iter().filter(is_drawn).map(|other| other.ending).collect();
            let arguments = [
                ("format", format!(".{}", exporter.ending).into()),
                ("formats", listed(&formats, wording).into()),
            ];
            return Err(wording.with("command-no-picture", &arguments).into());
        }
        check(&self.given(), exporter.ending, form, wording)
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
        assert!(
            Chart::ALL
                .iter()
                .all(|chart| CHARTS.iter().any(|(_, named)| *named == Plot::Figures(*chart)))
        );
        assert!(
            PageCount::ALL.iter().all(|count| PAGE_COUNTS.iter().any(|(_, pages)| pages == count))
        );
        assert_eq!(paper("A3"), Ok(PaperSize::A3));
        assert!(paper("a5").is_err());
    }
}
