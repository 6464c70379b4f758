//! The flow as a flowchart in Mermaid: a subgraph for each lane, shares and labels on the arrows.
//! What it holds comes back as it was when it is read; times, roles and phases have no place in it.

use std::collections::HashMap;
use std::fmt::Write;

use super::{TextSource, Written};
use crate::blueprint::{Link, LinkEnd, LinkKind, Scenario, Step, StepId, StepKind, Zone};
use crate::exchange::fixed_words::{END, is_word};
use crate::exchange::flowchart::{STARTS, UNKNOWN_SHARE, looks_like_share};

/// The node that stands for all that leads outside.
const OUTSIDE: &str = "outside";

/// The ways out of each step.
type Ways<'a> = HashMap<StepId, Vec<&'a Link>>;

/// The flow as a flowchart.
pub(super) fn mmd(source: &TextSource<'_>) -> Written {
    let TextSource { scenario, zones, end } = *source;
    let mut ways = Ways::new();
    for link in scenario.links().values().filter(|link| link.kind == LinkKind::Flow) {
        ways.entry(link.from).or_default().push(link);
    }
    let mut text = String::from("flowchart LR\n");
    for (zone, zone_name) in Zone::ALL.into_iter().zip(zones) {
        for (lane_id, lane) in scenario.lanes_of(zone) {
            let mut steps = scenario.steps().iter().filter(|(_, step)| step.lane == lane_id);
            // Mermaid takes an empty subgraph for a node.
            let Some(first) = steps.next() else { continue };
            let title = escaped(&lane_title(zone_name, lane.name.trim()));
            // Writing to a string cannot fail.
            let _ = writeln!(text, "  subgraph lane{lane_id}[\"{title}\"]");
            for (id, step) in std::iter::once(first).chain(steps) {
                let _ = writeln!(text, "    {}", node(scenario, &ways, *id, step));
            }
            text.push_str("  end\n");
        }
    }
    let leaves = |link: &Link| link.to == LinkEnd::Outside;
    if scenario.links().values().any(|link| leaves(link)) {
        // A bare "end" would close a subgraph that is not there.
        let _ = writeln!(text, "  {OUTSIDE}([\"{}\"])", escaped(end));
    }
    for link in scenario.links().values() {
        let to = match link.to {
            LinkEnd::Step(to) => format!("s{to}"),
            LinkEnd::Outside => OUTSIDE.to_owned(),
        };
        let arrow = match link.kind {
            LinkKind::Flow => "-->",
            LinkKind::Together => "---",
            LinkKind::Trigger => "-.->",
        };
        let label = match label(&ways, link) {
            label if label.is_empty() => String::new(),
            label => format!("|\"{label}\"|"),
        };
        let _ = writeln!(text, "  s{} {arrow}{label} {to}", link.from);
    }
    Written::alone(text.into_bytes())
}

/// A lane as tables name it: `Backstage/Kitchen`.
fn lane_title(zone: &str, name: &str) -> String {
    if name.is_empty() { zone.to_owned() } else { format!("{zone}/{name}") }
}

/// A step in the shape of its kind.
fn node(scenario: &Scenario, ways: &Ways<'_>, id: StepId, step: &Step) -> String {
    let name = escaped(step.name.trim());
    let shaped = |shape: &str| format!("s{id}@{{ shape: {shape}, label: \"{name}\" }}");
    match step.kind {
        StepKind::Decision => format!("s{id}{{\"{name}\"}}"),
        StepKind::Evidence => shaped("doc"),
        StepKind::Note => shaped("brace"),
        StepKind::Action if is_doubtful(scenario, ways, id, step) => shaped("rect"),
        StepKind::Action => format!("s{id}[\"{name}\"]"),
    }
}

/// Whether a plain box would be read as something else than an action: by its name, its lane, or the
/// labels of its ways out.
fn is_doubtful(scenario: &Scenario, ways: &Ways<'_>, id: StepId, step: &Step) -> bool {
    let ways = ways.get(&id).map_or(&[][..], Vec::as_slice);
    is_word(&step.name, END)
        || is_word(&step.name, STARTS)
        || scenario.zone_of(step) == Zone::Evidence
        || ways.iter().any(|link| link.share.is_some())
        || ways.len() > 1 && ways.iter().any(|link| !link.label.is_empty())
}

/// What stands on an arrow: the share first, where no label can be taken for it.
fn label(ways: &Ways<'_>, link: &Link) -> String {
    let label = escaped(&link.label);
    if link.kind != LinkKind::Flow {
        return label;
    }
    let share = if let Some(share) = link.share {
        Some(share.to_string())
    } else {
        let mut beside = ways.get(&link.from).into_iter().flatten();
        let some = beside.any(|other| other.share.is_some());
        (some || looks_like_share(&link.label)).then(|| UNKNOWN_SHARE.to_owned())
    };
    match share {
        None => label,
        Some(share) if label.is_empty() => share,
        Some(share) => format!("{share} {label}"),
    }
}

/// A text between quotation marks: what means something to Mermaid or to Markdown as its number.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    // A number with a full stop, or a hyphen, begins a list.
    let mut begins = true;
    let mut blank = true;
    for c in text.chars() {
        let is_plain = match c {
            ' ' => !blank,
            '.' | '-' => !begins,
            ',' | '\'' | '?' | '!' | ':' | '(' | ')' | '/' => true,
            c => !c.is_ascii_punctuation() && !c.is_control() && !c.is_whitespace(),
        };
        if is_plain {
            safe.push(c);
        } else {
            let _ = write!(safe, "#{};", u32::from(c));
        }
        blank = c == ' ' && is_plain;
        begins &= c.is_ascii_digit();
    }
    // Blanks at the end are cut off by whoever reads it.
    match safe.strip_suffix(' ') {
        Some(rest) => format!("{rest}#32;"),
        None => safe,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_to_mermaid_is_written_as_its_number() {
        for (text, safe) in [
            ("Takes order", "Takes order"),
            ("\"Now\" #1 [a|b]", "#34;Now#34; #35;1 #91;a#124;b#93;"),
            ("1. Pay", "1#46; Pay"),
            ("- Pay", "#45; Pay"),
            ("Pay: 2.50 (cash) - now", "Pay: 2.50 (cash) - now"),
            ("a\nb", "a#10;b"),
            ("a  b ", "a #32;b#32;"),
            ("拍照；付款", "拍照；付款"),
        ] {
            assert_eq!(escaped(text), safe);
        }
    }
}
