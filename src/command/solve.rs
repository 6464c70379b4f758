//! `onstage solve`: the best plan of planning sheets, and why.
//!
//! As JSON: `format`, `sheets` (`sheet`, `purpose`, `status`, `value`, `value_exact`, `bound`, `relaxation`, `unique`,
//! `basis`, `items`, `limits`, `ways`, `corners`, `next_best`, `conflict`, `conflict_is_minimal`, `repairs`, `ray`,
//! `pools`); fields of these are called as those of an [`Answer`]; rules in a `conflict` are in the language.
//! `next_best` (`value`, `value_exact`, `items`, `ways`) is the best of all other plans, where it was found. A service
//! mix has its `pools` (`name`, `price_per_hour`, `one_more_brings`, `less_wage`), `at_most`, `shared` (`class`, `pool`,
//! `minutes`) and `today` (`per_hour`, `shares`, `value`).
//!
//! Of each item, limit and way `unknown` lists the fields that were not worked out. Others that are null say: of `to`,
//! `from`, `worth_from`, `worth_to` and `most_optimal` that there is no end; of `price_more`, `price_less`,
//! `value_one_more` and `value_one_less` that there is no plan then; of `reduced_cost` that no more can be added.
//!
//! A sheet that is wrong has `sheet`, `purpose`, the status `faulty` and its `faults` (in the language); the others are
//! answered all the same.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::names::known_names;
use super::report::Columns;
use super::solve_answer::{Answered, Outcome};
use super::{BLUEPRINT_HAS_ERRORS, CANNOT_READ, FINE, Stop, open, say, solve_json};
use crate::blueprint::sheets::{Purpose, Sheet};
use crate::blueprint::{Blueprint, Scenario};
use crate::pictures::planning::{next_line, pool_numbers, verdict as in_words, without_amount};
use crate::planning::exact::Number;
use crate::planning::mix::{Filled, MixAnswer, fill, mix_answer};
use crate::planning::sheet::{Answer, Beyond, Fault, Place, Status, beyond, solve};
use crate::wording::Wording;

/// What is asked for.
#[derive(Debug, Args)]
pub struct SolveArguments {
    /// The blueprint
    file: PathBuf,
    /// Which sheet; without it all
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Another amount of a limit, supply or demand, such as "Large=7"
    #[arg(long, value_name = "NAME=AMOUNT", allow_hyphen_values = true)]
    set: Vec<String>,
    /// Print JSON for scripts
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(asked: &SolveArguments, words: &Wording, out: &mut dyn Write) -> Result<u8, Stop> {
    let blueprint = open(&asked.file, words)?;
    let mut sheets = chosen(&blueprint, asked, words)?;
    let filled = fill_mixes(&blueprint, &mut sheets, words);
    for text in &asked.set {
        set(&mut sheets, text, words)?;
    }
    let answers: Vec<Outcome> = sheets
        .iter()
        .zip(filled)
        .map(|(sheet, filled)| {
            let answer = answered(sheet, filled?.as_ref());
            answer.map_err(|all| all.iter().map(|it| words.sheet_fault(sheet, it)).collect())
        })
        .collect();
    let all = sheets.iter().map(AsRef::as_ref).zip(&answers);
    if asked.json {
        super::json_output::write(out, solve_json::answers(all, words))?;
    } else {
        let good = all.filter_map(|(sheet, answer)| Some((sheet, answer.as_ref().ok()?)));
        for (at, (sheet, answer)) in good.enumerate() {
            if at > 0 {
                writeln!(out)?;
            }
            write_text(out, sheet, answer, words)?;
            if let Some(mix) = &answer.mix {
                write_mix(out, mix, words)?;
            }
        }
    }
    // What is wrong stands last, whatever else was answered.
    out.flush()?;
    answers.iter().filter_map(|answer| answer.as_ref().err()).flatten().for_each(|it| say(it));
    let code = |answer: &Outcome| match answer {
        Ok(answer) if answer.plain.status == Status::Optimal => FINE,
        Ok(_) => BLUEPRINT_HAS_ERRORS,
        Err(_) => CANNOT_READ,
    };
    Ok(answers.iter().map(code).max().unwrap_or(FINE))
}

/// A mix that was filled, with its scenario.
struct FromBlueprint {
    filled: Filled,
    scenario: Arc<Scenario>,
}

/// Puts what the blueprint says in the place of each service mix.
fn fill_mixes(
    blueprint: &Blueprint,
    sheets: &mut [Arc<Sheet>],
    words: &Wording,
) -> Vec<Result<Option<FromBlueprint>, Vec<String>>> {
    let mut one = |sheet: &mut Arc<Sheet>| {
        if sheet.purpose != Purpose::ServiceMix {
            return Ok(None);
        }
        let scenario = sheet.mix.as_ref().and_then(|mix| blueprint.scenario(mix.scenario));
        let refused = |why| vec![words.mix_refusal(sheet, &why, scenario.map(AsRef::as_ref))];
        let filled = fill(blueprint, sheet).map_err(refused)?;
        let Some(scenario) = scenario else { return Err(Vec::new()) };
        *sheet = Arc::new(filled.sheet.clone());
        Ok(Some(FromBlueprint { filled, scenario: Arc::clone(scenario) }))
    };
    sheets.iter_mut().map(&mut one).collect()
}

/// The answer to a sheet, and to a mix what belongs to it.
fn answered(sheet: &Sheet, from: Option<&FromBlueprint>) -> Result<Answered, Vec<Fault>> {
    let Some(FromBlueprint { filled, scenario }) = from else {
        let plain = solve(sheet)?;
        let beyond = beyond(sheet, &plain, &|| false).unwrap_or_default();
        return Ok(Answered { plain, beyond, mix: None });
    };
    // Its amounts may have been set otherwise: what today's shares come to is known of the pools as they are.
    let has_own_pools = sheet.limits == filled.sheet.limits;
    let filled = Filled { sheet: sheet.clone(), ..filled.clone() };
    let mut found = mix_answer(&filled, scenario)?;
    found.today = found.today.filter(|_| has_own_pools);
    Ok(Answered { plain: found.answer.clone(), beyond: Beyond::default(), mix: Some(found) })
}

/// What one more of each pool brings, and what today's shares come to.
fn write_mix(out: &mut dyn Write, mix: &MixAnswer, words: &Wording) -> Result<(), Stop> {
    let heads = [
        "planning-column-pool",
        "planning-column-hour",
        "planning-column-one-more",
        "planning-column-less-wage",
    ];
    let mut rows = vec![heads.map(|key| words.text(key).to_owned()).to_vec()];
    rows.extend(mix.pools.iter().map(|pool| {
        let numbers = pool_numbers(pool, words);
        std::iter::once(pool.name.clone()).chain(numbers).collect()
    }));
    writeln!(out)?;
    Columns { rows, right: true }.write(out)?;
    for work in &mix.shared {
        let minutes = words.exact_number(&work.minutes);
        let arguments = [("class", work.class.as_str().into()), ("minutes", minutes.into())];
        let does = words.with("planner-mix-does", &arguments);
        writeln!(out, "{}", words.labelled(&work.pool, &does))?;
    }
    if let Some(today) = &mix.today {
        let arguments = [
            ("rate", words.number(today.per_hour).into()),
            ("value", words.number(today.worth).into()),
        ];
        writeln!(out, "{}", words.with("planning-mix-today", &arguments))?;
    }
    if mix.is_at_most {
        writeln!(out, "{}", words.text("planning-mix-at-most"))?;
    }
    Ok(())
}

/// The sheets that are asked for.
fn chosen(
    blueprint: &Blueprint,
    asked: &SolveArguments,
    words: &Wording,
) -> Result<Vec<Arc<Sheet>>, Stop> {
    let all = blueprint.sheets().iter().map(|(_, sheet)| Arc::clone(sheet));
    if blueprint.sheets().is_empty() {
        let file = asked.file.display().to_string();
        return Err(words.with("command-no-sheets", &[("file", file.into())]).into());
    }
    let Some(name) = &asked.sheet else { return Ok(all.collect()) };
    let names: Vec<&str> =
        blueprint.sheets().iter().map(|(_, sheet)| sheet.name.as_str()).collect();
    let is_meant = meant(name, &names);
    let found: Vec<Arc<Sheet>> = all.filter(|sheet| is_meant(&sheet.name)).collect();
    if found.is_empty() {
        let names = blueprint.sheets().iter().map(|(_, sheet)| sheet.name.as_str());
        let known = known_names(name, names, words);
        let arguments = [("name", name.as_str().into()), ("known", known.into())];
        return Err(words.with("command-no-such-sheet", &arguments).into());
    }
    Ok(found)
}

/// Whether a name is meant by what was written: as it is written, or, where none of `all` is, in whatever letters.
fn meant<'a>(written: &'a str, all: &[&str]) -> impl Fn(&str) -> bool + 'a {
    let is_exact = all.iter().any(|name| name.trim() == written.trim());
    move |name: &str| {
        let (name, written) = (name.trim(), written.trim());
        if is_exact { name == written } else { name.to_lowercase() == written.to_lowercase() }
    }
}

/// What can be set in a sheet, by name; how many are chosen and what all sum up to also as they are printed.
fn amounts<'a>(sheet: &'a Sheet, words: &'a Wording) -> Vec<(&'a str, Place)> {
    if sheet.purpose.has_ways() {
        let from = sheet.from.iter().enumerate();
        let from = from.map(|(at, end)| (end.name.as_str(), Place::Supply(at)));
        let to = sheet.to.iter().enumerate();
        return from.chain(to.map(|(at, end)| (end.name.as_str(), Place::Demand(at)))).collect();
    }
    let limits = sheet.limits.iter().enumerate().filter(|(_, limit)| !limit.is_hidden);
    let limits = limits.map(|(at, limit)| (limit.name.as_str(), Place::LimitAmount(at)));
    let [count, total] = OWN_NAMES;
    let count =
        sheet.count.iter().flat_map(|_| named(count, words.text("planner-count"), Place::Count));
    let total =
        sheet.total.iter().flat_map(|_| named(total, words.text("planner-total"), Place::Total));
    limits.chain(count).chain(total).collect()
}

/// What count and total are called in JSON.
const OWN_NAMES: [&str; 2] = ["count", "total"];

/// A place by its name in JSON and by the one that is printed, where that is another.
fn named<'a>(
    own: &'a str,
    printed: &'a str,
    place: Place,
) -> impl Iterator<Item = (&'a str, Place)> {
    let printed = Some(printed).filter(|printed| *printed != own);
    std::iter::once(own).chain(printed).map(move |name| (name, place))
}

/// Puts another amount into every sheet that has one of that name.
fn set(sheets: &mut [Arc<Sheet>], text: &str, words: &Wording) -> Result<(), Stop> {
    let Some((name, amount)) = text.rsplit_once('=') else {
        return Err(words.with("command-set-form", &[("text", text.into())]).into());
    };
    let (name, amount) = (name.trim(), amount.trim());
    let number: Number = amount.parse().map_err(|why| {
        let reason = words.no_number(why, amount);
        Stop::from(
            words.with("command-set-number", &[("name", name.into()), ("reason", reason.into())]),
        )
    })?;
    let mut is_found = false;
    let all: Vec<Arc<Sheet>> = sheets.to_vec();
    let all: Vec<&str> =
        all.iter().flat_map(|sheet| amounts(sheet, words)).map(|(own, _)| own).collect();
    let is_meant = meant(name, &all);
    for sheet in sheets.iter_mut() {
        let mut places: Vec<Place> = amounts(sheet, words)
            .into_iter()
            .filter(|(own, _)| is_meant(own))
            .map(|(_, place)| place)
            .collect();
        places.dedup();
        match places[..] {
            [] => {}
            [place] => {
                is_found = true;
                *sheet = Arc::new(sheet.with(place, &number));
            }
            _ => {
                let arguments = [("sheet", sheet.name.as_str().into()), ("name", name.into())];
                return Err(words.with("command-set-which", &arguments).into());
            }
        }
    }
    if is_found {
        return Ok(());
    }
    // Several sheets may have limits of one name.
    // Those of JSON need not be told beside the printed ones.
    let mut names: Vec<&str> = Vec::new();
    for own in all {
        if !names.contains(&own) && !(OWN_NAMES.contains(&own)) {
            names.push(own);
        }
    }
    let known = known_names(name, names.into_iter(), words);
    let arguments = [("name", name.into()), ("known", known.into())];
    Err(words.with("command-set-unknown", &arguments).into())
}

fn write_text(
    out: &mut dyn Write,
    sheet: &Sheet,
    answered: &Answered,
    words: &Wording,
) -> Result<(), Stop> {
    let Answered { plain: answer, beyond, .. } = answered;
    let purpose = words.sheet_purpose(sheet.purpose);
    writeln!(out, "{}", words.labelled(&sheet.name, purpose))?;
    let said = in_words(sheet, answer, words);
    // What the window says of a sheet of nothing, and of one without end, is said here too.
    let is_empty =
        answer.status == Status::Optimal && sheet.items.is_empty() && sheet.from.is_empty();
    if is_empty {
        writeln!(out, "{}", said.head)?;
        return Ok(());
    }
    writeln!(out, "{}", verdict(answer, words))?;
    if answer.status == Status::Unbounded {
        for line in &said.lines {
            writeln!(out, "{line}")?;
        }
    } else if let Some(hint) = without_amount(sheet, words) {
        writeln!(out, "{hint}")?;
    }
    if answer.status == Status::Infeasible {
        return write_conflict(out, sheet, answer, words);
    }
    if answer.value.is_none() {
        return Ok(());
    }
    if let Some(relaxation) = &answer.relaxation {
        let value = words.exact_number(relaxation);
        writeln!(out, "{}", words.with("planning-relaxation", &[("value", value.into())]))?;
    }
    if let Some(unique) = answer.unique {
        writeln!(
            out,
            "{}",
            words.text(if unique { "planning-unique" } else { "planning-others" })
        )?;
    }
    if let Some(next) = next_line(sheet, beyond, words) {
        writeln!(out, "{next}")?;
    }
    writeln!(out)?;
    if sheet.purpose.has_ways() {
        ways(sheet, answer, words).write(out)?;
    } else {
        items(sheet, (answer, beyond), words).write(out)?;
    }
    if answer.limits.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    limits(sheet, answer, words).write(out)?;
    if answer.limits.iter().any(|limit| sheet.is_share(limit.place)) {
        writeln!(out, "{}", words.text("planning-share-note"))?;
    }
    Ok(())
}

/// How it ended, in a line.
fn verdict(answer: &Answer, words: &Wording) -> String {
    let value = answer.value.as_ref().map(|value| words.exact_number(value));
    match (answer.status, value) {
        (Status::Optimal, value) => {
            words.with("planning-best", &[("value", value.unwrap_or_default().into())])
        }
        (Status::Infeasible, _) => words.text("planning-no-plan").to_owned(),
        (Status::Unbounded, _) => {
            let names: Vec<&str> = answer.ray.iter().map(|part| part.item.as_str()).collect();
            let names = words.list(&names, names.len());
            words.with("planning-no-end", &[("names", names.into())])
        }
        (Status::Limit, Some(value)) => {
            let bound = answer.bound.as_ref().map(|bound| words.exact_number(bound));
            let arguments = [("value", value.into()), ("bound", bound.unwrap_or_default().into())];
            words.with("planning-stopped", &arguments)
        }
        (Status::Limit, None) => words.text("planning-stopped-without").to_owned(),
    }
}

/// Why there is no plan, and what would help.
fn write_conflict(
    out: &mut dyn Write,
    sheet: &Sheet,
    answer: &Answer,
    words: &Wording,
) -> Result<(), Stop> {
    let places = answer.conflict_places.iter();
    let held: Vec<String> =
        places.map(|place| words.held_at(sheet, &answer.limits, *place)).collect();
    if let Some(conflict) = words.conflict(&held) {
        writeln!(out, "{conflict}")?;
    }
    if !answer.is_conflict_minimal {
        writeln!(out, "{}", words.text("planning-conflict-stopped"))?;
    }
    let mut rows = Vec::new();
    for (repair, limit) in answer.repairs.iter().zip(&answer.limits) {
        let name = words.limit_title(limit).to_owned();
        rows.push(vec![
            name,
            match &repair.amount {
                Some(amount) => {
                    let amount = words.limit_number(sheet, limit, amount);
                    words.with("planning-repair", &[("amount", amount.into())])
                }
                None => words.text("planning-no-repair").to_owned(),
            },
        ]);
    }
    for repair in answer.repairs.iter().skip(answer.limits.len()) {
        let does = match &repair.amount {
            Some(amount) => {
                let amount = words.exact_number(amount);
                words.with("planning-repair", &[("amount", amount.into())])
            }
            None => words.text("planning-no-repair").to_owned(),
        };
        rows.push(vec![words.place_in_sheet(sheet, repair.place), does]);
    }
    Columns { rows, right: false }.write(out)?;
    Ok(())
}

/// A number, or in a word what it is where it is none.
fn shown(number: Option<&Number>, none: &'static str, words: &Wording) -> String {
    number.map_or_else(|| words.text(none).to_owned(), |number| words.exact_number(number))
}

fn heads(keys: &[&'static str], words: &Wording) -> Vec<String> {
    keys.iter().map(|key| words.text(key).to_owned()).collect()
}

/// From one number to another; where there is no end, as far as numbers go.
fn span(from: Option<&Number>, to: Option<&Number>, words: &Wording) -> String {
    let end = |number: Option<&Number>, none: &str| {
        number.map_or_else(|| none.to_owned(), |number| words.exact_number(number))
    };
    format!("{} … {}", end(from, "−∞"), end(to, "∞"))
}

fn items(sheet: &Sheet, (answer, beyond): (&Answer, &Beyond), words: &Wording) -> Columns {
    let is_priced = answer.items.iter().any(|it| it.reduced_cost.is_some());
    let is_one_of_many = answer.unique == Some(false);
    let mut head = vec!["planning-item", "planning-amount"];
    if is_one_of_many {
        head.push("planning-all-best");
    }
    if is_priced {
        head.push("planning-forced");
    }
    if is_priced || !beyond.stays.is_empty() {
        head.push("planning-stays");
    }
    let mut rows = vec![heads(&head, words)];
    let kinds = sheet.items.iter().filter(|item| !item.is_hidden);
    let kinds = kinds.map(|item| item.amounts.unwrap_or(sheet.amounts));
    for (at, (it, kind)) in answer.items.iter().zip(kinds).enumerate() {
        let amount = it.amount.as_ref().map(|amount| words.item_amount(kind, amount));
        let mut row = vec![it.name.clone(), amount.unwrap_or_default()];
        if is_one_of_many {
            row.push(match (&it.least_optimal, &it.most_optimal) {
                (None, None) => words.text("planner-not-known").to_owned(),
                (least, most) => span(least.as_ref(), most.as_ref(), words),
            });
        }
        if is_priced {
            row.push(shown(it.reduced_cost.as_ref(), "planner-none-more", words));
            row.push(span(it.worth_from.as_ref(), it.worth_to.as_ref(), words));
        } else if let Some(stays) = beyond.stays.get(at) {
            row.push(span(stays.from.as_ref(), stays.to.as_ref(), words));
        }
        rows.push(row);
    }
    Columns { rows, right: true }
}

/// The ways that carry something.
fn ways(sheet: &Sheet, answer: &Answer, words: &Wording) -> Columns {
    let head = match sheet.purpose {
        Purpose::Assignment => ["planning-who", "planning-what", "planning-amount"],
        _ => ["planning-from", "planning-to", "planning-amount"],
    };
    let mut rows = vec![heads(&head, words)];
    let carries = |amount: &Option<Number>| amount.as_ref().is_some_and(Number::is_positive);
    for way in answer.ways.iter().filter(|way| carries(&way.amount)) {
        let amount = shown(way.amount.as_ref(), "planner-not-known", words);
        rows.push(vec![way.from.clone(), way.to.clone(), amount]);
    }
    Columns { rows, right: false }
}

fn limits(sheet: &Sheet, answer: &Answer, words: &Wording) -> Columns {
    let is_whole = answer.relaxation.is_some();
    let mut head = vec!["planning-limit", "planning-amount", "planning-used", "planning-left"];
    head.extend(if is_whole {
        &["planning-with-one-more", "planning-with-one-less"][..]
    } else {
        &["planning-one-more", "planning-up-to", "planning-one-less", "planning-down-to"]
    });
    let mut rows = vec![heads(&head, words)];
    for it in &answer.limits {
        let mut row = vec![words.limit_title(it).to_owned()];
        // In the unit of the limit.
        let own = |number: Option<&Number>, none: &'static str| {
            let number = number.map(|number| words.limit_number(sheet, it, number));
            number.unwrap_or_else(|| words.text(none).to_owned())
        };
        let known = [Some(&it.amount), it.used.as_ref(), it.left.as_ref()];
        row.extend(known.map(|number| own(number, "planner-not-known")));
        // How far the price of a share goes is no share; where there is no plan it goes nowhere.
        let end = |price: &Option<Number>, number: &Option<Number>| {
            if price.is_none() || sheet.is_share(it.place) {
                return String::new();
            }
            own(number.as_ref(), "planner-no-end-to-it")
        };
        let ends = [end(&it.price_more, &it.to), end(&it.price_less, &it.from)];
        if is_whole {
            let ends = [
                (&it.value_one_more, it.no_plan_one_more),
                (&it.value_one_less, it.no_plan_one_less),
            ];
            row.extend(ends.map(|(value, is_without)| {
                let none = if is_without { "planner-no-plan-then" } else { "planner-not-known" };
                shown(value.as_ref(), none, words)
            }));
        } else {
            // What one less changes: the slope below has the other sign.
            let less = it.price_less.as_ref().map(|slope| -slope.clone());
            let [to, from] = ends;
            row.extend([shown(it.price_more.as_ref(), "planner-no-plan-then", words), to]);
            row.extend([shown(less.as_ref(), "planner-no-plan-then", words), from]);
        }
        rows.push(row);
    }
    Columns { rows, right: true }
}
