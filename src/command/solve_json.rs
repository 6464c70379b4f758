//! Answers to planning sheets as JSON.

use serde_json::{Value, json};

use super::solve_answer::{Answered, Outcome};
use crate::blueprint::sheets::{Purpose, Sheet};
use crate::planning::exact::{Number, Sense};
use crate::planning::mix::{PoolAnswer, SharedWork, Today};
use crate::planning::sheet::{Answer, ItemAnswer, LimitAnswer, Place, Status, Stays, WayAnswer};
use crate::wording::Wording;

/// A number as close as JSON has it: a whole one without a point.
fn number(number: Option<&Number>) -> Value {
    number.map_or(Value::Null, |number| match number.to_i64() {
        Some(whole) if number.is_whole() => json!(whole),
        _ => json!(number.to_f64()),
    })
}

fn exact(number: Option<&Number>) -> Option<String> {
    number.map(Number::to_fraction)
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Optimal => "optimal",
        Status::Infeasible => "infeasible",
        Status::Unbounded => "unbounded",
        Status::Limit => "limit",
    }
}

fn sense(sense: Sense) -> &'static str {
    match sense {
        Sense::AtMost => "at_most",
        Sense::AtLeast => "at_least",
        Sense::Exactly => "exactly",
    }
}

fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Production => "production",
        Purpose::Blend => "blend",
        Purpose::Knapsack => "knapsack",
        Purpose::Choice => "choice",
        Purpose::Transport => "transport",
        Purpose::Assignment => "assignment",
        Purpose::ServiceMix => "service_mix",
    }
}

/// All answers, those of mixes with what belongs to these, and what is wrong with sheets that have none.
pub(super) fn answers<'a>(
    answers: impl Iterator<Item = (&'a Sheet, &'a Outcome)>,
    words: &Wording,
) -> Value {
    let one = |(sheet, outcome): (&Sheet, &Outcome)| {
        let found = match outcome {
            Ok(found) => found,
            Err(faults) => {
                return json!({
                    "sheet": sheet.name,
                    "purpose": purpose(sheet.purpose),
                    "status": "faulty",
                    "faults": faults,
                });
            }
        };
        let mut value = answer(sheet, found, words);
        if let (Some(mix), Some(object)) = (&found.mix, value.as_object_mut()) {
            let pools = mix.pools.iter().map(pool).collect::<Vec<_>>();
            object.insert("pools".to_owned(), json!(pools));
            object.insert("at_most".to_owned(), json!(mix.is_at_most));
            let shared = mix.shared.iter().map(shared).collect::<Vec<_>>();
            object.insert("shared".to_owned(), json!(shared));
            object.insert("today".to_owned(), json!(mix.today.as_ref().map(today)));
        }
        value
    };
    json!({ "sheets": answers.map(one).collect::<Vec<_>>() })
}

fn pool(it: &PoolAnswer) -> Value {
    json!({
        "name": it.name,
        "price_per_hour": number(it.price_per_hour.as_ref()),
        "one_more_brings": number(it.one_more_brings.as_ref()),
        "less_wage": number(it.less_wage.as_ref()),
    })
}

fn shared(it: &SharedWork) -> Value {
    json!({ "class": it.class, "pool": it.pool, "minutes": number(Some(&it.minutes)) })
}

fn today(it: &Today) -> Value {
    json!({ "per_hour": it.per_hour, "shares": it.shares, "value": it.worth })
}

/// What cannot hold together, by name: a rule in words.
fn conflict(sheet: &Sheet, answer: &Answer, words: &Wording) -> Vec<String> {
    let places = answer.conflict_places.iter().zip(&answer.conflict);
    let named = places.map(|(place, name)| match place {
        Place::Rule(at) => sheet.rules.get(*at).map(|rule| words.sheet_rule(rule)),
        _ => Some(name.clone()),
    });
    named.map(Option::unwrap_or_default).collect()
}

fn answer(sheet: &Sheet, found: &Answered, words: &Wording) -> Value {
    let Answered { plain: answer, beyond, .. } = found;
    let items = answer.items.iter().enumerate();
    let items = items.map(|(at, it)| item(answer, it, beyond.stays.get(at)));
    let corner = |it: &crate::planning::sheet::Corner| {
        let amounts = it.amounts.each_ref().map(|amount| number(Some(amount)));
        json!({ "amounts": amounts, "value": number(Some(&it.value)) })
    };
    let repair = |it: &crate::planning::sheet::Repair| json!({ "limit": it.limit, "amount": number(it.amount.as_ref()) });
    let ray = |it: &crate::planning::sheet::RayPart| json!({ "item": it.item, "rate": number(Some(&it.rate)) });
    json!({
        "sheet": answer.sheet,
        "purpose": purpose(answer.purpose),
        "status": status(answer.status),
        "value": number(answer.value.as_ref()),
        "value_exact": exact(answer.value.as_ref()),
        "bound": number(answer.bound.as_ref()),
        "relaxation": number(answer.relaxation.as_ref()),
        "unique": answer.unique,
        "basis": answer.basis,
        "items": items.collect::<Vec<_>>(),
        "limits": answer.limits.iter().map(|it| limit(answer, it)).collect::<Vec<_>>(),
        "ways": answer.ways.iter().map(|it| way(answer, it)).collect::<Vec<_>>(),
        "corners": answer.corners.iter().map(corner).collect::<Vec<_>>(),
        "next_best": beyond.next.as_ref().map(next_best),
        "conflict": conflict(sheet, answer, words),
        "conflict_is_minimal": answer.is_conflict_minimal,
        "repairs": answer.repairs.iter().map(repair).collect::<Vec<_>>(),
        "ray": answer.ray.iter().map(ray).collect::<Vec<_>>(),
        "pools": null,
    })
}

/// Another plan: its value and amounts.
fn next_best(answer: &Answer) -> Value {
    let item = |it: &ItemAnswer| json!({ "name": it.name, "amount": number(it.amount.as_ref()) });
    let way = |it: &WayAnswer| json!({ "from": it.from, "to": it.to, "amount": number(it.amount.as_ref()) });
    json!({
        "value": number(answer.value.as_ref()),
        "value_exact": exact(answer.value.as_ref()),
        "items": answer.items.iter().map(item).collect::<Vec<_>>(),
        "ways": answer.ways.iter().map(way).collect::<Vec<_>>(),
    })
}

/// The names of those fields that were not worked out; without a plan there was nothing to work out.
fn unknown<const N: usize>(
    answer: &Answer,
    fields: [(&'static str, bool); N],
) -> Vec<&'static str> {
    let has_plan = answer.value.is_some();
    fields.into_iter().filter(|(_, is)| has_plan && *is).map(|(name, _)| name).collect()
}

/// Whether the amounts of items were searched for as whole ones, or the search stopped: then there are no prices.
fn is_searched(answer: &Answer) -> bool {
    answer.status == Status::Limit || answer.relaxation.is_some() && answer.ways.is_empty()
}

fn item(answer: &Answer, it: &ItemAnswer, stays: Option<&Stays>) -> Value {
    let is_searched = is_searched(answer);
    let (from, to) = match stays {
        Some(stays) => (stays.from.as_ref(), stays.to.as_ref()),
        None => (it.worth_from.as_ref(), it.worth_to.as_ref()),
    };
    let has_no_range = is_searched && stays.is_none();
    let fields = [
        ("least_optimal", it.least_optimal.is_none()),
        ("most_optimal", it.most_optimal.is_none() && !it.is_most_endless),
        ("reduced_cost", is_searched),
        ("worth_from", has_no_range),
        ("worth_to", has_no_range),
    ];
    json!({
        "name": it.name,
        "amount": number(it.amount.as_ref()),
        "amount_exact": exact(it.amount.as_ref()),
        "least_optimal": number(it.least_optimal.as_ref()),
        "most_optimal": number(it.most_optimal.as_ref()),
        "reduced_cost": number(it.reduced_cost.as_ref()),
        "worth_from": number(from),
        "worth_to": number(to),
        "unknown": unknown(answer, fields),
    })
}

fn limit(answer: &Answer, it: &LimitAnswer) -> Value {
    // Of whole amounts one more and one less are asked, of all others prices.
    let is_whole = answer.status == Status::Limit || answer.relaxation.is_some();
    let fields = [
        ("price_more", is_whole),
        ("to", is_whole),
        ("price_less", is_whole),
        ("from", is_whole),
        ("value_one_more", it.value_one_more.is_none() && !it.no_plan_one_more),
        ("value_one_less", it.value_one_less.is_none() && !it.no_plan_one_less),
    ];
    json!({
        "name": it.name,
        "sense": sense(it.sense),
        "amount": number(Some(&it.amount)),
        "used": number(it.used.as_ref()),
        "left": number(it.left.as_ref()),
        "binding": it.binding,
        "price_more": number(it.price_more.as_ref()),
        "to": number(it.to.as_ref()),
        "price_less": number(it.price_less.as_ref()),
        "from": number(it.from.as_ref()),
        "value_one_more": number(it.value_one_more.as_ref()),
        "value_one_less": number(it.value_one_less.as_ref()),
        "unknown": unknown(answer, fields),
    })
}

fn way(answer: &Answer, it: &WayAnswer) -> Value {
    let is_open = it.reduced_cost.is_none() && answer.unique.is_none();
    json!({
        "from": it.from,
        "to": it.to,
        "amount": number(it.amount.as_ref()),
        "reduced_cost": number(it.reduced_cost.as_ref()),
        "unknown": unknown(answer, [("reduced_cost", is_open)]),
    })
}
