//! `onstage quality`: what customers judge, what can fail, what is measured, and what is found.
//!
//! Tables that are named stand in for the file's surveys; the file stays as it is. As JSON: `respondents`,
//! `weights` by dimension, `weights_from` (`customers`, `hand`, `study`), `dimensions`, `servqual_weighted` with
//! `servqual_low` and `servqual_high`, `servqual_unweighted`, `servperf`, `gaps`, `items`, `surroundings`,
//! `emotion`, `failure_free_share`, `failures_per_customer`, `risks`, `indicators`, `resources`,
//! `customer_value`, `measured_on` (the scenario that was measured, where it is another), `urgency` with `urgency_heads`, `findings`, and `basis`: `measured` where a survey says it.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::quality_json::Heads;
use super::report::Columns;
use super::{FINE, Stop, choose, open, quality_json, say, scenario_of, set_demand};
use crate::analysis::{Analysis, analyse};
use crate::blueprint::notation::parse_share;
use crate::blueprint::{Blueprint, Date, Quality, Quantity, Scenario, Share};
use crate::exchange::{
    FEW_RESPONDENTS, SurveyReading, SurveyTableError, decode_table, read_survey, read_table_bytes,
};
use crate::quality::{
    Assessment, Finding, ItemFigures, Question, WeightsFrom, assess, grouped, least_heads,
    longest_queue,
};
use crate::wording::{Amount, Units, Wording};

/// What is asked for.
#[derive(Debug, Args)]
pub struct QualityArguments {
    /// The blueprint
    file: PathBuf,
    /// Which scenario; without it the first
    #[arg(long, value_name = "NAME")]
    scenario: Option<String>,
    /// A table of answers or of means instead of the file's surveys; several are waves
    #[arg(long, value_name = "FILE.csv")]
    survey: Vec<PathBuf>,
    /// A table of what customers say with and without each feature
    #[arg(long, value_name = "FILE.csv")]
    kano: Option<PathBuf>,
    /// Leave out what is wrong in tables
    #[arg(long)]
    skip_bad: bool,
    /// Arrivals per hour instead of the file's, such as 120/h
    #[arg(long, value_name = "RATE", allow_hyphen_values = true)]
    demand: Option<String>,
    /// How busy resources may be at most, such as 85 %
    #[arg(long, value_name = "SHARE", allow_hyphen_values = true)]
    busy: Option<String>,
    /// Which day it is, for what is due or late
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    today: Option<String>,
    /// Print JSON for scripts
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(asked: &QualityArguments, words: &mut Wording, out: &mut dyn Write) -> Result<u8, Stop> {
    let mut blueprint = open(&asked.file, words)?;
    let id = choose(&blueprint, asked.scenario.as_deref(), words)?;
    if let Some(demand) = &asked.demand {
        set_demand(&mut blueprint, id, demand, words)?;
    }
    words.set_units(Units::of(&blueprint, scenario_of(&blueprint, id)));
    let words = &*words;
    let mut question = question(asked, words)?;
    if asked.demand.is_some() {
        // What was asked holds for the scenario of the plan as well.
        question.rate = scenario_of(&blueprint, id).demand().per_hour.map(Quantity::get);
    }
    take_tables(asked, &mut blueprint, words)?;
    let scenario = scenario_of(&blueprint, id).clone();
    let analysis = analyse(&scenario);
    let found = assess(&blueprint, &scenario, &analysis, &question);
    // Tables of means need not say how many answered.
    let few = found.scores.respondents.filter(|count| (1..FEW_RESPONDENTS).contains(count));
    if let Some(count) = few {
        say(&words.with("survey-few", &[("count", count.into())]));
    }
    let heads = heads(&scenario, &analysis);
    if asked.json {
        let value = quality_json::value(&blueprint, &scenario, &found, heads.as_ref());
        super::json_output::write(out, value)?;
    } else {
        let told = Told { blueprint: &blueprint, scenario: &scenario, words };
        told.write(out, &found, heads.as_ref())?;
    }
    Ok(FINE)
}

/// For classes of customers, the role that they queue for and how many of it keep every limit.
fn heads<'a>(scenario: &'a Scenario, analysis: &Analysis) -> Option<Heads<'a>> {
    let has_limit = scenario.demand().urgency.iter().any(|class| class.within.is_some());
    let role = longest_queue(analysis).filter(|_| has_limit)?;
    let name = scenario.roles().get(&role)?.name.as_str();
    Some(Heads { role: name, least: least_heads(scenario, role) })
}

fn question(asked: &QualityArguments, words: &Wording) -> Result<Question, Stop> {
    let usual = Question::default();
    let busy = asked.busy.as_deref().map(|text| {
        let share = parse_share(text).map(Share::value).ok().filter(|share| *share > 0.0);
        share.ok_or_else(|| Stop::from(words.with("command-bad-busy", &[("text", text.into())])))
    });
    let most_busy = busy.transpose()?.unwrap_or(usual.most_busy);
    Ok(Question { most_busy, today: Some(today(asked.today.as_deref(), words)?), ..usual })
}

/// The day that was asked for, else today.
pub(super) fn today(asked: Option<&str>, words: &Wording) -> Result<Date, Stop> {
    let bad = |text: &str| Stop::from(words.with("command-bad-today", &[("text", text.into())]));
    match asked {
        Some(text) => Date::parse(text.trim()).map_err(|_| bad(text)),
        None => super::day::day(None, words),
    }
}

/// Lets tables stand in for the file's surveys.
fn take_tables(
    asked: &QualityArguments,
    blueprint: &mut Blueprint,
    words: &Wording,
) -> Result<(), Stop> {
    let tables: Vec<&PathBuf> = asked.survey.iter().chain(&asked.kano).collect();
    if tables.is_empty() {
        return Ok(());
    }
    let classical = words.classical_items();
    let mut judgements = blueprint.judgements().as_ref().clone();
    if !asked.survey.is_empty() {
        judgements.quality.surveys.clear();
    }
    if asked.kano.is_some() {
        forget_kano(&mut judgements.quality);
    }
    let mut mistakes = Vec::new();
    for path in tables {
        let file = path.display().to_string();
        let bytes = read_table_bytes(path).map_err(|error| words.table_file_error(&error))?;
        let text = decode_table(&bytes)
            .map_err(|_| words.survey_errors(&[no_table()], judgements.quality.scale))?;
        let source = path.file_name().unwrap_or_default().to_string_lossy();
        let skip_bad = asked.skip_bad;
        let reading = SurveyReading { source: &source, classical: &classical, skip_bad };
        let fresh = &mut || blueprint.fresh_id();
        match read_survey(&text.text, &judgements.quality, &reading, fresh) {
            Ok(read) => {
                if !read.left_out.is_empty() {
                    let errors = words.survey_errors(&read.left_out, judgements.quality.scale);
                    say(&format!("{file}\n{}\n{errors}", words.text("survey-left-out")));
                }
                judgements.quality = read.quality;
            }
            Err(errors) => {
                let said = words.survey_errors(&errors, judgements.quality.scale);
                mistakes.push(format!("{file}\n{said}"));
                if errors.iter().all(SurveyTableError::can_be_left_out) {
                    mistakes.push(words.text("survey-skip-hint").to_owned());
                }
            }
        }
    }
    if !mistakes.is_empty() {
        return Err(Stop::Said(mistakes));
    }
    blueprint.set_judgements(judgements);
    Ok(())
}

/// Takes away what the file says with and without each feature, where a table stands in for it.
fn forget_kano(quality: &mut Quality) {
    for (_, item) in &mut quality.items {
        item.kano = None;
    }
    for row in quality.surveys.iter_mut().flat_map(|survey| &mut survey.items) {
        row.kano = None;
    }
}

fn no_table() -> SurveyTableError {
    let fault = crate::exchange::SurveyFault::Table;
    SurveyTableError { row: 0, column: String::new(), text: String::new(), fault }
}

/// The assessment as text.
struct Told<'a> {
    blueprint: &'a Blueprint,
    scenario: &'a Scenario,
    words: &'a Wording,
}

impl Told<'_> {
    fn write(
        &self,
        out: &mut dyn Write,
        found: &Assessment,
        heads: Option<&Heads<'_>>,
    ) -> Result<(), Stop> {
        let words = self.words;
        self.scores(out, found)?;
        self.experience(out, found)?;
        self.resources(out, found)?;
        if let Some(value) = found.customer_value {
            let value = words.money(value.value, self.blueprint.currency());
            writeln!(out, "\n{}", words.with("quality-value", &[("value", value.into())]))?;
        }
        self.urgency(out, found, heads)?;
        writeln!(out, "\n{}", words.text("quality-findings"))?;
        if found.findings.is_empty() {
            writeln!(out, "  {}", words.text("quality-no-findings"))?;
        }
        // What is the same of several places is said once, of the worst, and the others are named behind it.
        let all: Vec<&Finding> = found.findings.iter().collect();
        for alike in grouped(&all) {
            let Some((first, others)) = alike.split_first() else { continue };
            let said = words.finding(first, self.blueprint, self.scenario);
            writeln!(out, "  {} {said}", words.severity(first.code.severity()))?;
            if !others.is_empty() {
                let places: Vec<String> = others
                    .iter()
                    .map(|it| words.finding_place(&it.place, self.blueprint, self.scenario))
                    .collect();
                let places = words.clauses(&places);
                writeln!(
                    out,
                    "    {}",
                    words.with("quality-likewise", &[("places", places.into())])
                )?;
            }
        }
        Ok(())
    }

    fn scores(&self, out: &mut dyn Write, found: &Assessment) -> Result<(), Stop> {
        let scores = &found.scores;
        let words = self.words;
        let said = match (scores.servqual_weighted, scores.interval) {
            (None, _) => words.text("quality-unknown").to_owned(),
            (Some(score), None) => words.reading(score),
            (Some(score), Some((low, high))) => {
                let arguments = [
                    ("score", words.reading(score).into()),
                    ("low", words.reading(low).into()),
                    ("high", words.reading(high).into()),
                ];
                words.with("quality-whole-interval", &arguments)
            }
        };
        let arguments = [("scenario", self.scenario.name().into()), ("score", said.into())];
        writeln!(out, "{}", words.with("quality-whole", &arguments))?;
        if let Some(first) = quality_json::measured_on(self.blueprint, self.scenario) {
            let name = first.name();
            writeln!(out, "{}", words.with("quality-measured-on", &[("name", name.into())]))?;
        }
        if scores.servqual_weighted.is_none() {
            return Ok(());
        }
        let from = match scores.weights_from {
            WeightsFrom::Customers => "quality-weights-customers",
            WeightsFrom::Hand => "quality-weights-hand",
            WeightsFrom::Study => "quality-weights-study",
        };
        writeln!(out, "{}\n", words.text(from))?;
        let none = || words.text("no-figure").to_owned();
        let reading =
            |value: Option<f64>| value.map_or_else(none, |value| words.even_reading(value));
        let heads = [
            "quality-expected",
            "quality-perceived",
            "quality-gap",
            "quality-interval",
            "quality-n",
            "quality-weight",
        ];
        let head =
            std::iter::once(String::new()).chain(heads.map(|key| words.text(key).to_owned()));
        let mut rows: Vec<Vec<String>> = vec![head.collect()];
        for dimension in &scores.dimensions {
            let interval = dimension.interval.map_or_else(none, |(low, high)| {
                let (low, high) = (words.even_reading(low), words.even_reading(high));
                let arguments = [("low", low.into()), ("high", high.into())];
                words.with("quality-range", &arguments)
            });
            rows.push(vec![
                words.quality_dimension(dimension.dimension).to_owned(),
                reading(dimension.expected),
                reading(dimension.perceived),
                reading(dimension.gap),
                interval,
                dimension.n.map_or_else(none, |n| words.number(f64::from(n))),
                words.percent(dimension.weight),
            ]);
        }
        Columns { rows, right: true }.write(out)?;
        let gaps = scores.gaps.named();
        if gaps.iter().any(|(name, gap)| *name != "gap_5" && gap.is_some()) {
            let named = (1..).zip(gaps).map(|(number, (_, gap))| {
                let name = if number > 5 {
                    words.text("quality-gap-unexplained").to_owned()
                } else {
                    words.with("quality-gap-firm", &[("number", number.to_string().into())])
                };
                vec![name, reading(gap)]
            });
            writeln!(out)?;
            Columns { rows: named.collect(), right: true }.write(out)?;
            // Items without a dimension count in no score.
            let with_dimension = || found.items.iter().filter(|it| it.dimension.is_some());
            let is_judged = |it: &&ItemFigures| {
                let gaps = &it.gaps;
                let of = [gaps.knowledge, gaps.standards, gaps.delivery, gaps.customer];
                of.iter().any(Option::is_some)
            };
            let judged = with_dimension().filter(is_judged).count();
            let whole = with_dimension().filter(|it| it.gaps.is_whole()).count();
            if whole < judged {
                // Each is the mean of the items that have it: only those of the same items add up.
                let arguments = [("whole", whole.into()), ("judged", judged.into())];
                writeln!(out, "{}", words.with("quality-gaps-of-some", &arguments))?;
            }
        }
        Ok(())
    }

    fn experience(&self, out: &mut dyn Write, found: &Assessment) -> Result<(), Stop> {
        let words = self.words;
        writeln!(out)?;
        if found.failure_free_share.value.is_some() {
            writeln!(out, "{}", words.failure_free(found))?;
        }
        if let Some(emotion) = &found.emotion {
            let felt = |feeling: i8| words.number(f64::from(feeling)).into();
            let arguments = [
                ("peak", felt(emotion.peak.1)),
                ("low", felt(emotion.low.1)),
                ("end", felt(emotion.end.1)),
                ("mean", words.reading(emotion.mean).into()),
            ];
            writeln!(out, "{}", words.with("quality-emotion", &arguments))?;
        }
        for dimension in &found.surroundings.dimensions {
            let Some(stars) = dimension.mean_stars else { continue };
            let arguments = [
                ("dimension", words.dimension(dimension.dimension).into()),
                ("stars", words.reading(stars).into()),
            ];
            writeln!(out, "{}", words.with("quality-stars", &arguments))?;
        }
        Ok(())
    }

    fn resources(&self, out: &mut dyn Write, found: &Assessment) -> Result<(), Stop> {
        let words = self.words;
        if found.resources.is_empty() {
            return Ok(());
        }
        let keys = [
            "quality-role",
            "quality-there",
            "quality-needed",
            "quality-planned",
            "quality-hour",
            "quality-month",
        ];
        let none = || words.text("no-figure").to_owned();
        let mut rows: Vec<Vec<String>> = vec![keys.map(|key| words.text(key).to_owned()).to_vec()];
        for resource in &found.resources {
            let names: Vec<&str> = resource
                .roles
                .iter()
                .filter_map(|id| found.role_name(*id, self.scenario))
                .collect();
            let count = |count: Option<u32>| count.map_or_else(none, |count| count.to_string());
            let money = |cost| words.money(cost, self.blueprint.currency());
            rows.push(vec![
                words.list(&names, names.len()),
                count(resource.count),
                count(resource.needed),
                count(resource.planned),
                resource.cost_per_hour.map_or_else(none, money),
                resource.cost_per_month.map_or_else(none, money),
            ]);
        }
        writeln!(out)?;
        Columns { rows, right: true }.write(out)?;
        if let Some((planned, _)) = &found.planned {
            let arguments = [("scenario", planned.name().into())];
            writeln!(out, "{}", words.with("resources-of", &arguments))?;
        }
        if let Some(budget) = found.budget {
            writeln!(out, "{}", words.budget(&budget, self.blueprint.currency()))?;
        }
        Ok(())
    }

    fn urgency(
        &self,
        out: &mut dyn Write,
        found: &Assessment,
        heads: Option<&Heads<'_>>,
    ) -> Result<(), Stop> {
        let words = self.words;
        if !found.urgency.is_empty() {
            writeln!(out)?;
        }
        for wait in &found.urgency {
            let class = self.scenario.demand().urgency.get(wait.class);
            let name = class.map_or("", |class| class.name.as_str());
            let time = words.figure(&wait.wait_s, Amount::Seconds);
            let arguments = [("name", name.into()), ("wait", time.into())];
            let said = if wait.within_limit == Some(false) {
                words.with("quality-class-late", &arguments)
            } else {
                words.with("quality-class", &arguments)
            };
            writeln!(out, "{said}")?;
        }
        let Some(heads) = heads else { return Ok(()) };
        let said = match heads.least {
            Some(count) => {
                let arguments = [("count", count.to_string().into()), ("role", heads.role.into())];
                words.with("quality-heads-enough", &arguments)
            }
            None => words.with("quality-heads-none", &[("role", heads.role.into())]),
        };
        writeln!(out, "{said}")?;
        Ok(())
    }
}
