//! Answers to planning sheets as JSON.

use serde_json::{Value, json};

use crate::blueprint::sheets::{Purpose, Sheet};
use crate::planning::exact::{Number, Sense};
use crate::planning::mix::{MixAnswer, PoolAnswer, SharedWork, Today};
use crate::planning::sheet::{Answer, ItemAnswer, LimitAnswer, Place, Status, WayAnswer};
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

/// All answers, those of mixes with what belongs to these.
pub(super) fn answers<'a>(
    answers: impl Iterator<Item = (&'a Sheet, &'a Answer, Option<&'a MixAnswer>)>,
    words: &Wording,
) -> Value {
    let one = |(sheet, plain, mix): (&Sheet, &Answer, Option<&MixAnswer>)| {
        let mut value = answer(sheet, plain, words);
        if let (Some(mix), Some(object)) = (mix, value.as_object_mut()) {
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

fn answer(sheet: &Sheet, answer: &Answer, words: &Wording) -> Value {
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
        "items": answer.items.iter().map(item).collect::<Vec<_>>(),
        "limits": answer.limits.iter().map(limit).collect::<Vec<_>>(),
        "ways": answer.ways.iter().map(way).collect::<Vec<_>>(),
        "corners": answer.corners.iter().map(corner).collect::<Vec<_>>(),
        "conflict": conflict(sheet, answer, words),
        "conflict_is_minimal": answer.is_conflict_minimal,
        "repairs": answer.repairs.iter().map(repair).collect::<Vec<_>>(),
        "ray": answer.ray.iter().map(ray).collect::<Vec<_>>(),
        "pools": null,
    })
}

fn item(it: &ItemAnswer) -> Value {
    json!({
        "name": it.name,
        "amount": number(it.amount.as_ref()),
        "amount_exact": exact(it.amount.as_ref()),
        "least_optimal": number(it.least_optimal.as_ref()),
        "most_optimal": number(it.most_optimal.as_ref()),
        "reduced_cost": number(it.reduced_cost.as_ref()),
        "worth_from": number(it.worth_from.as_ref()),
        "worth_to": number(it.worth_to.as_ref()),
    })
}

fn limit(it: &LimitAnswer) -> Value {
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
    })
}

fn way(it: &WayAnswer) -> Value {
    json!({
        "from": it.from,
        "to": it.to,
        "amount": number(it.amount.as_ref()),
        "reduced_cost": number(it.reduced_cost.as_ref()),
    })
}
