//! What can be said on the command line. What help says of it, `localised` takes from the texts.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::wording::Language;

/// Design service blueprints and see bottlenecks and capacity at once.
#[derive(Debug, Parser)]
#[command(name = "onstage", version)]
pub struct Arguments {
    /// The blueprint to open in the window; without it the start screen
    pub file: Option<PathBuf>,
    /// Language of texts: en or zh; without it the system's
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = language)]
    pub language: Option<Language>,
    /// What to do instead of opening the window
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What runs without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the figures of a blueprint
    #[command(alias = "analyze")]
    Analyse {
        /// The blueprint
        file: PathBuf,
        /// Which scenario; without it the first
        #[arg(long, value_name = "NAME")]
        scenario: Option<String>,
        /// Arrivals per hour instead of the file's, such as 54/h
        #[arg(long, value_name = "RATE", allow_hyphen_values = true)]
        demand: Option<String>,
        /// The figures of one interval of the day: a time such as 12:30, or busiest
        #[arg(long, value_name = "TIME")]
        at: Option<String>,
        /// How long so many customers take who all come at once to an empty service
        #[arg(long, value_name = "N", allow_hyphen_values = true)]
        customers: Option<String>,
        /// Print JSON for scripts
        #[arg(long)]
        json: bool,
    },
    /// Find which people reach which rate, and by which jobs
    Redesign(Box<super::redesign::Redesign>),
    /// Lay the scenarios of a blueprint side by side
    Compare {
        /// The blueprint
        file: PathBuf,
        /// Which scenarios, the first of them being the baseline; one alone is compared with the
        /// first of the file; without it all
        #[arg(long, value_name = "NAME")]
        scenario: Vec<String>,
        /// The figures of one interval of the day: a time such as 12:30, or busiest
        #[arg(long, value_name = "TIME")]
        at: Option<String>,
        /// Print JSON for scripts
        #[arg(long)]
        json: bool,
    },
    /// Tell what changed between two versions of a blueprint
    Diff(super::diff::DiffArguments),
    /// Simulate the day or the long run of a blueprint
    Simulate(Box<super::simulate::SimulateArguments>),
    /// Plan who is to come when on a day
    Staff(Box<super::staff::StaffArguments>),
    /// Judge the quality of a service: what customers say, what can fail, what is measured
    Quality(Box<super::quality::QualityArguments>),
    /// Show the improvement plan and what it brings
    Plan(super::plan::PlanArguments),
    /// Solve the planning sheets of a blueprint
    Solve(super::solve::SolveArguments),
    /// Review a blueprint: in the window, or printed
    Review(super::review::ReviewArguments),
    /// Merge what people said in two copies of a blueprint
    MergeComments(super::merge_comments::MergeArguments),
    /// Print the problems of a blueprint
    Check {
        /// The blueprint
        file: PathBuf,
    },
    /// Make a blueprint from tables
    Import {
        /// The table of steps
        #[arg(value_name = "STEPS.csv")]
        steps: PathBuf,
        /// The table of roles; without it each role is one person
        #[arg(long, value_name = "ROLES.csv")]
        roles: Option<PathBuf>,
        /// Arrivals per hour, such as 54/h
        #[arg(long, value_name = "RATE", allow_hyphen_values = true)]
        demand: Option<String>,
        /// Which columns hold what, by heading or number, such as step=Activity,time=3
        #[arg(long, value_name = "COLUMNS")]
        columns: Vec<String>,
        /// The sheet of a workbook; without it that of the steps
        #[arg(long, value_name = "NAME")]
        sheet: Option<String>,
        /// The encoding of the tables, such as gbk or big5; without it it is told from the text
        #[arg(long, value_name = "ENCODING")]
        encoding: Option<String>,
        /// Leave the steps of a matrix without links
        #[arg(long)]
        no_flow: bool,
        /// Write nothing if anything was guessed or left out
        #[arg(long)]
        strict: bool,
        /// Print what was guessed or left out as JSON for scripts
        #[arg(long)]
        json: bool,
        /// Replace the file if it is there
        #[arg(long)]
        force: bool,
        /// The blueprint to make
        #[arg(short, long, value_name = "FILE.ron")]
        output: PathBuf,
    },
    /// Write a blueprint as tables, a workbook, a flowchart or a picture
    Export(Box<super::export::ExportArguments>),
    /// Write a report on a blueprint
    Report(Box<super::document::ReportArguments>),
    /// Write what participants of a lesson take home
    Handout(Box<super::handout::HandoutArguments>),
    /// Write how the service is done: its steps, job descriptions, training
    Handbook(Box<super::handbook::HandbookArguments>),
}

/// The language that is meant by `en`, `zh`, `zh_CN` and the like.
pub fn language(text: &str) -> Result<Language, String> {
    let names = Language::ALL.map(Language::primary).join(" or ");
    Language::serving(text).ok_or_else(|| format!("use {names}"))
}
