//! The classes of customers, the most urgent first.

use egui::{Id, Ui};

use crate::background::Snapshot;
use crate::blueprint::{Demand, Refusal, Scenario, Share, Span, TimeUnit, UrgencyClass};
use crate::editor::Edit;
use crate::quality::{class_waits, least_heads, longest_queue};
use crate::ui::controls::icon_button;
use crate::ui::fields::{ValueField, quiet_line};
use crate::ui::icons;
use crate::ui::reading::{optional, parse_name, parse_share, share_text, span_or_blank};
use crate::ui::view_context::ViewContext;
use crate::wording::Wording;

/// Of a larger sheet the fewest are not looked for while one types: `onstage quality` says them.
const MOST_STEPS: usize = 200;

/// Shows them, with how long each waits.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let classes = view.scenario.demand().urgency.clone();
    let waits = class_waits(view.scenario, view.analysis);
    for at in 0..classes.len() {
        class(ui, view, &classes, at);
        if let Some(wait) = waits.get(at).filter(|wait| wait.wait_s.value.is_some()) {
            let words = view.words;
            let name = classes.get(at).map_or("", |class| class.name.as_str());
            let shown = words.marked_as(&wait.wait_s, Wording::time);
            let arguments = [("name", name.into()), ("wait", shown.into())];
            let said = if wait.within_limit == Some(false) {
                words.with("quality-class-late", &arguments)
            } else {
                words.with("quality-class", &arguments)
            };
            quiet_line(ui, view, &said);
        }
        ui.add_space(2.0);
    }
    if classes.is_empty() {
        quiet_line(ui, view, view.text("details-urgency-none"));
    }
    heads(ui, view);
    if classes.len() < UrgencyClass::MOST && ui.button(view.text("details-urgency-add")).clicked() {
        let mut changed = classes;
        let number = changed.len() + 1;
        let name = view.words.with("details-urgency-new", &[("number", number.into())]);
        changed.push(UrgencyClass { name, share: None, within: None });
        let edit = with_classes(view, changed);
        view.edit(edit);
    }
}

/// For which scenario the fewest are known, and how many they are.
type Known = (Snapshot<Scenario>, Option<u32>);

/// The fewest of the role that they queue for with whom every class is in time, worked out once for a scenario.
fn heads(ui: &mut Ui, view: &ViewContext<'_>) {
    let has_limit = view.scenario.demand().urgency.iter().any(|class| class.within.is_some());
    let Some(role) = longest_queue(view.formulas).filter(|_| has_limit) else { return };
    if view.scenario.steps().len() > MOST_STEPS {
        return;
    }
    let id = Id::unique("fewest in time");
    let key = Snapshot::of(view.seen);
    let known = ui.data(|data| data.get_temp::<Known>(id)).filter(|(of, _)| *of == key);
    let least = known.map_or_else(
        || {
            let least = least_heads(view.seen, role);
            ui.data_mut(|data| data.insert_temp(id, (key, least)));
            least
        },
        |(_, least)| least,
    );
    let name = view.words.role(role, view.scenario);
    let said = match least {
        Some(count) => {
            let arguments = [("count", count.to_string().into()), ("role", name.into())];
            view.words.with("quality-heads-enough", &arguments)
        }
        None => view.words.with("quality-heads-none", &[("role", name.into())]),
    };
    quiet_line(ui, view, &said);
}

fn with_classes(view: &ViewContext<'_>, urgency: Vec<UrgencyClass>) -> Edit {
    Edit::SetDemand(Demand { urgency, ..view.scenario.demand().clone() })
}

fn class(ui: &mut Ui, view: &mut ViewContext<'_>, classes: &[UrgencyClass], at: usize) {
    let Some(class) = classes.get(at) else { return };
    let demand = view.scenario.demand();
    let set = |changed: UrgencyClass| {
        let mut urgency = classes.to_vec();
        if let Some(slot) = urgency.get_mut(at) {
            *slot = changed;
        }
        Edit::SetDemand(Demand { urgency, ..demand.clone() })
    };
    let id = view.scenario.id();
    let source = |key: &str| Id::unique(("details urgency", id, at, key));
    let field = ValueField {
        source: source("name"),
        name: view.text("details-name"),
        shown: &class.name,
        hint: view.text("details-name"),
        help: "",
    };
    ui.horizontal(|ui| {
        let room = (ui.available_width() - 36.0).max(60.0);
        ui.scope(|ui| {
            ui.set_max_width(room);
            let line = field.edit_line(ui, view, parse_name, |name| {
                set(UrgencyClass { name, ..class.clone() })
            });
            let _ = line.accessible_name(field.name);
        });
        let remove =
            view.words.with("details-urgency-remove", &[("name", class.name.as_str().into())]);
        if icon_button(ui, icons::X, &remove, true).on_hover_text(remove.as_str()).clicked() {
            let mut left = classes.to_vec();
            left.remove(at);
            let edit = with_classes(view, left);
            view.edit(edit);
        }
    });
    let shown = share_text(view.words, class.share);
    let field = ValueField {
        source: source("share"),
        name: view.text("details-urgency-share"),
        shown: &shown,
        hint: view.text("details-share-hint"),
        help: view.text("details-urgency-share-help"),
    };
    let others: f64 = classes
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != at)
        .filter_map(|(_, class)| class.share)
        .map(Share::value)
        .sum();
    let parse = |text: &str| -> Result<Share, Refusal> {
        let share = parse_share(text)?;
        // All together they are the customers.
        if others + share.value() > 1.0 + 1e-9 { Err(Refusal::ShareAboveOne) } else { Ok(share) }
    };
    field.show(ui, view, optional(parse), |share| set(UrgencyClass { share, ..class.clone() }));
    let shown = class.within.map_or_else(String::new, |it: Span| view.words.entered_span(it));
    let field = ValueField {
        source: source("within"),
        name: view.text("details-urgency-within"),
        shown: &shown,
        hint: view.text("details-span-hint"),
        help: view.text("details-urgency-within-help"),
    };
    let unit = class.within.map_or(TimeUnit::Minute, Span::unit);
    field.show_reading(ui, view, span_or_blank(view.words, unit), |within| {
        set(UrgencyClass { within, ..class.clone() })
    });
}
