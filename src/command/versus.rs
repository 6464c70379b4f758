//! What another scenario has more or less, for scripts: `scenario`, then of each figure of the whole
//! `difference` (the other − this one), `half_width` and `verdict` (`less`, `more`, `no_difference`);
//! those of steps and roles in `steps` and `roles`, of classes in `urgency` where there are any, each with its `name`.

use serde_json::{Map, Value, json};

use crate::simulation::{Estimate, Versus};
use crate::wording::Wording;

/// What a difference is of, by its name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of<'a> {
    Whole,
    Step(&'a str),
    Role(&'a str),
    Class(&'a str),
}

/// A difference of two scenarios.
pub(super) struct Item<'a> {
    pub figure: &'static str,
    pub of: Of<'a>,
    pub difference: Estimate,
    pub verdict: Versus,
}

/// Of each of some things what is known of it.
type Rows = Vec<Map<String, Value>>;

/// The differences to another scenario.
pub(super) fn value<'a>(scenario: &str, items: impl Iterator<Item = Item<'a>>) -> Value {
    let mut all = Map::new();
    all.insert("scenario".to_owned(), json!(scenario));
    let (mut steps, mut roles, mut classes) = (Rows::new(), Rows::new(), Rows::new());
    for Item { figure, of, difference, verdict } in items {
        let said = json!({
            "difference": difference.mean,
            "half_width": difference.half_width,
            "verdict": verdict.name(),
        });
        let (rows, name) = match of {
            Of::Whole => {
                all.insert(figure.to_owned(), said);
                continue;
            }
            Of::Step(name) => (&mut steps, name),
            Of::Role(name) => (&mut roles, name),
            Of::Class(name) => (&mut classes, name),
        };
        let known = rows.iter().position(|row| row.get("name") == Some(&json!(name)));
        let at = known.unwrap_or_else(|| {
            rows.push(Map::from_iter([("name".to_owned(), json!(name))]));
            rows.len() - 1
        });
        if let Some(row) = rows.get_mut(at) {
            row.insert(figure.to_owned(), said);
        }
    }
    all.insert("steps".to_owned(), json!(steps));
    all.insert("roles".to_owned(), json!(roles));
    if !classes.is_empty() {
        all.insert("urgency".to_owned(), json!(classes));
    }
    Value::Object(all)
}

/// What a difference says, for people.
pub(super) fn verdict(verdict: Versus, words: &Wording) -> &str {
    words.text(match verdict {
        Versus::Less => "simulate-less",
        Versus::More => "simulate-more",
        Versus::NoDifferenceSeen => "simulate-no-difference",
    })
}
