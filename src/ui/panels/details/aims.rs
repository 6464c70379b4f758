//! What a blueprint is to be, what its customers are worth over time, how urgent they are, and how well the place is
//! designed: folded together, as most people never enter it.

use egui::{Id, Ui};

use crate::blueprint::notation::parse_quantity;
use crate::blueprint::{
    CustomerRelation, DesignFactor, FactorRating, Judgements, Quantity, Refusal, Share,
};
use crate::editor::{DocumentEdit, Edit, Judging};
use crate::quality::customer_value;
use crate::ui::controls::section_head;
use crate::ui::fields::{ValueField, named_row, quiet_line, text_area};
use crate::ui::panels::section::section;
use crate::ui::reading::{optional, parse_money, parse_share, share_text, written};
use crate::ui::view_context::ViewContext;

use super::element::stars;
use super::urgency;

/// Shows the section.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let concept = view.editor.blueprint().judgements().concept.clone();
    let title = view.text("details-section-aims");
    let summary = concept.lines().next().unwrap_or_default().to_owned();
    section(ui, view, "aims", title, &summary, false, |ui, view| {
        settings(ui, view);
        ui.add_space(4.0);
        section_head(ui, view.tokens, view.text("details-section-relation"));
        relation(ui, view);
        ui.add_space(4.0);
        section_head(ui, view.tokens, view.text("details-urgency"));
        urgency::show(ui, view);
        ui.add_space(4.0);
        section_head(ui, view.tokens, view.text("details-section-factors"));
        for (_, factor) in DesignFactor::NAMES {
            design_factor(ui, view, factor);
        }
    });
}

/// The edit that changes what holds for the whole of what is judged.
fn judged(view: &ViewContext<'_>, change: impl FnOnce(&mut Judgements)) -> DocumentEdit {
    let mut judgements = Judgements::clone(view.editor.blueprint().judgements());
    change(&mut judgements);
    DocumentEdit::Judge(Judging::Settings, Box::new(judgements))
}

/// Reads for how many days a procedure is good.
fn parse_days(text: &str) -> Result<u32, Refusal> {
    let count = crate::blueprint::notation::parse_count(text)?;
    // Beyond a hundred years nobody looks again.
    Some(count.get()).filter(|days| *days <= 36_500).ok_or(Refusal::TooLarge)
}

fn settings(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let judgements = std::sync::Arc::clone(view.editor.blueprint().judgements());
    let own = Judgements::clone(&judgements);
    let (name, hint) = (view.text("details-concept"), view.text("details-concept-hint"));
    let source = Id::unique("details concept");
    text_area(ui, view, source, name, &judgements.concept, hint, |concept| {
        let changed = Judgements { concept, ..own };
        DocumentEdit::Judge(Judging::Settings, Box::new(changed))
    });
    let usual = Judgements::USUAL_REVIEW_DAYS.to_string();
    let field = ValueField {
        source: Id::unique("details review days"),
        name: view.text("details-review-days"),
        shown: &written(&judgements.review_days),
        hint: &usual,
        help: view.text("details-review-days-help"),
    };
    let own = Judgements::clone(&judgements);
    field.show(ui, view, optional(parse_days), |review_days| {
        DocumentEdit::Judge(Judging::Settings, Box::new(Judgements { review_days, ..own }))
    });
    let currency = view.editor.blueprint().currency().to_owned();
    let field = ValueField {
        source: Id::unique("details budget"),
        name: view.text("details-budget"),
        shown: &written(&judgements.budget),
        hint: &currency,
        help: view.text("details-budget-help"),
    };
    let edit = judged(view, |_| ());
    let amount = |text: &str| parse_money(text, &currency);
    field.show(ui, view, optional(amount), |budget| match edit {
        DocumentEdit::Judge(judging, own) => {
            DocumentEdit::Judge(judging, Box::new(Judgements { budget, ..*own }))
        }
        other => other,
    });
}

/// How often customers come and how many stay, and what one is worth by that.
fn relation(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let now = view.scenario.customer_relation();
    let id = view.scenario.id();
    let source = |key: &str| Id::unique(("details relation", id, key));
    let words = view.words;
    let currency = view.editor.blueprint().currency().to_owned();
    let share_hint = view.text("details-share-hint");
    let field = ValueField {
        source: source("visits"),
        name: view.text("details-visits"),
        shown: &written(&now.visits_per_year),
        hint: view.text("details-visits-hint"),
        help: view.text("details-visits-help"),
    };
    field.show(ui, view, optional(parse_quantity), |visits_per_year| {
        Edit::SetRelation(CustomerRelation { visits_per_year, ..now })
    });
    let mut share =
        |ui: &mut Ui,
         key: &str,
         [name, help]: [&str; 2],
         value: Option<Share>,
         set: fn(CustomerRelation, Option<Share>) -> CustomerRelation| {
            let shown = share_text(words, value);
            let field =
                ValueField { source: source(key), name, shown: &shown, hint: share_hint, help };
            field.show(ui, view, optional(parse_share), |value| Edit::SetRelation(set(now, value)));
        };
    let texts = |name, help| [words.text(name), words.text(help)];
    let (retention, discount) = (
        texts("details-retention", "details-retention-help"),
        texts("details-discount", "details-discount-help"),
    );
    share(ui, "retention", retention, now.retention, |it, retention| CustomerRelation {
        retention,
        ..it
    });
    share(ui, "discount", discount, now.discount, |it, discount| CustomerRelation {
        discount,
        ..it
    });
    let win_back = texts("details-win-back", "details-win-back-help");
    share(ui, "win back", win_back, now.win_back, |it, win_back| CustomerRelation {
        win_back,
        ..it
    });
    let mut money =
        |ui: &mut Ui,
         key: &str,
         [name, help]: [&str; 2],
         value: Option<Quantity>,
         set: fn(CustomerRelation, Option<Quantity>) -> CustomerRelation| {
            let shown = written(&value);
            let field =
                ValueField { source: source(key), name, shown: &shown, hint: &currency, help };
            let amount = |text: &str| parse_money(text, &currency);
            field.show(ui, view, optional(amount), |value| Edit::SetRelation(set(now, value)));
        };
    let acquisition = texts("details-acquisition", "details-acquisition-help");
    money(ui, "acquisition", acquisition, now.acquisition, |it, acquisition| CustomerRelation {
        acquisition,
        ..it
    });
    let cost = texts("details-win-back-cost", "details-win-back-cost-help");
    money(ui, "win back cost", cost, now.win_back_cost, |it, win_back_cost| CustomerRelation {
        win_back_cost,
        ..it
    });
    if let Some(value) = customer_value(view.scenario, view.analysis) {
        let value = words.money(value.value, &currency);
        quiet_line(ui, view, &words.with("quality-value", &[("value", value.into())]));
    }
}

/// The stars of a factor, and why.
fn design_factor(ui: &mut Ui, view: &mut ViewContext<'_>, factor: DesignFactor) {
    let factors = view.scenario.design_factors();
    let now = factors.of(factor).clone();
    let set = |rating: FactorRating| {
        let mut changed = factors.clone();
        *changed.of_mut(factor) = rating;
        Edit::SetFactors(Box::new(changed))
    };
    let name = view.words.design_factor(factor);
    let pressed =
        named_row(ui, view, name, name, |ui, view, _| stars(ui, view, Some(name), now.rating));
    if let Some(pressed) = pressed {
        // The star that is the rating takes it away again.
        let rating = Some(pressed).filter(|pressed| now.rating != Some(*pressed));
        view.edit(set(FactorRating { rating, ..now.clone() }));
    }
    let said = view.words.labelled(name, view.text("details-note"));
    let field = ValueField {
        source: Id::unique(("details factor", view.scenario.id(), factor)),
        name: &said,
        shown: &now.note,
        hint: view.text("details-factor-hint"),
        help: "",
    };
    let parse = |text: &str| Ok::<String, Refusal>(text.to_owned());
    let line = field.edit_line(ui, view, parse, |note| set(FactorRating { note, ..now.clone() }));
    let _ = line.accessible_name(said.as_str());
}
