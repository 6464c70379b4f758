//! What the tab says under each lens: what belongs to how customers feel, to what can fail, to what surrounds them.

use egui::{Id, RichText, Ui};

use crate::background::Snapshot;
use crate::blueprint::{DesignFactor, Scenario};
use crate::pictures::{Lens, RiskChart};
use crate::process::ProblemPlace;
use crate::quality::{
    Assessment, DesignFacts, FindingCode, FindingPlace, RiskFigures, design_facts,
};
use crate::ui::commands::Command;
use crate::ui::controls::{section_head, small, value_row};
use crate::ui::fonts::{Weight, font};
use crate::ui::icons;
use crate::ui::panels::capacity::Advice;
use crate::ui::theme::{BODY, FIGURE};
use crate::ui::view_context::{Action, ViewContext};
use crate::wording::Wording;

use super::{Line, findings_of, row};

/// Whether a finding belongs to what is seen through a lens.
fn belongs(lens: Lens, code: FindingCode) -> bool {
    match lens {
        Lens::Figures | Lens::Quality => true,
        Lens::Experience => {
            matches!(code, FindingCode::SadEnd | FindingCode::ZoneMissed | FindingCode::BasicUnmet)
        }
        Lens::Risk => matches!(code, FindingCode::RiskOpen | FindingCode::GuardMissing),
        Lens::Surroundings => {
            matches!(code, FindingCode::ElementPoor | FindingCode::FactorPoor)
        }
    }
}

/// Shows what belongs to a lens other than that of the whole, and the findings of it.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    found: &Assessment,
    advice: &mut Advice,
) {
    match view.lens {
        Lens::Experience => experience(ui, view, found),
        Lens::Risk => risks(ui, view, found),
        Lens::Surroundings => surroundings(ui, view, found),
        Lens::Figures | Lens::Quality => return,
    }
    ui.add_space(6.0);
    let lens = view.lens;
    findings_of(ui, view, found, advice, &|code| belongs(lens, code));
    let rest = found.findings.iter().filter(|it| !belongs(lens, it.code)).count();
    if rest > 0 {
        let text = view.words.with("quality-other-findings", &[("count", rest.into())]);
        let text = RichText::new(text).font(font(Weight::Medium, crate::ui::theme::SMALL));
        if ui.link(text).clicked() {
            view.ask(Action::Run(Command::Lens(Lens::Quality)));
        }
    }
}

/// How customers feel: the peak, the low, the end, and how long they wait.
fn experience(ui: &mut Ui, view: &mut ViewContext<'_>, found: &Assessment) {
    let (words, tokens) = (view.words, view.tokens);
    section_head(ui, tokens, words.text("quality-feelings"));
    match &found.emotion {
        None => {
            small(ui, tokens, words.text("quality-no-feelings"));
        }
        Some(felt) => {
            let three =
                [("feeling-peak", felt.peak), ("feeling-low", felt.low), ("feeling-end", felt.end)];
            for (at, (key, (step, level))) in three.into_iter().enumerate() {
                let colour = match level {
                    ..0 => tokens.bad,
                    0 => tokens.muted,
                    _ => tokens.good,
                };
                let figure = words.number(f64::from(level));
                let place = words.labelled(words.text(key), words.step(step, view.scenario));
                let said = words.clauses(&[place, figure]);
                let place = Some(FindingPlace::Step(step));
                row(ui, view, (10, at), &Line { sign: (icons::INFO, colour), said, place });
                ui.add_space(2.0);
            }
            let mean =
                words.labelled(words.text("quality-mean-feeling"), &words.reading(felt.mean));
            small(ui, tokens, mean);
        }
    }
    ui.add_space(6.0);
    section_head(ui, tokens, words.text("quality-meets"));
    let meets = &view.formulas.experience;
    if let Some(count) = meets.moments_of_truth.value {
        let name = words.text("figure-moments-of-truth");
        value_row(ui, tokens, name, words.number(count), "");
    }
    if let Some(share) = meets.waiting_share.value {
        let name = words.text("figure-waiting-share");
        value_row(ui, tokens, name, words.percent(share), "");
    }
}

/// What can fail, the highest rank first.
fn risks(ui: &mut Ui, view: &mut ViewContext<'_>, found: &Assessment) {
    let (words, tokens) = (view.words, view.tokens);
    let Some(chart) = RiskChart::of(view.scenario, found, words, None) else {
        small(ui, tokens, words.text("risk-none"));
        return;
    };
    let free = &found.failure_free_share;
    if free.value.is_some() {
        small(ui, tokens, words.text("quality-without-failure"));
        let share = words.marked_as(free, Wording::percent);
        let figure = RichText::new(share).font(font(Weight::Semibold, FIGURE));
        ui.label(figure.color(tokens.ink));
    }
    let count = &found.failures_per_customer;
    let failures = count.value.map(|_| {
        let count = words.marked_as(count, Wording::number);
        words.with("risk-failures", &[("number", count.into())])
    });
    let said: Vec<String> = failures.into_iter().chain(words.unknown_risks(found)).collect();
    if !said.is_empty() {
        small(ui, tokens, words.clauses(&said));
    }
    ui.add_space(6.0);
    section_head(ui, tokens, words.text("risk-column-what"));
    let mut all: Vec<&RiskFigures> = found.risks.iter().collect();
    all.sort_by_key(|risk| std::cmp::Reverse(risk.rpn));
    for risk in all.into_iter().take(super::MOST_LISTED) {
        let step = words.step(risk.step, view.scenario).to_owned();
        let label = RichText::new(&step).font(font(Weight::Semibold, BODY)).color(tokens.accent);
        if ui.link(label).clicked() {
            view.ask(Action::GoTo(ProblemPlace::Step(risk.step)));
        }
        let mut said = vec![chart.numbers(risk)];
        if let Some(suggested) = risk.suggested {
            let response = words.risk_response(suggested);
            said.push(words.with("lens-suggested", &[("response", response.into())]));
        }
        said.retain(|it| !it.is_empty());
        small(ui, tokens, words.clauses(&said));
        ui.add_space(3.0);
    }
}

/// The stars of what surrounds customers, and of the design of the place with a fact beside each.
fn surroundings(ui: &mut Ui, view: &mut ViewContext<'_>, found: &Assessment) {
    let (words, tokens) = (view.words, view.tokens);
    let text = RichText::new(view.text("command-walk-through")).color(tokens.ink);
    if ui.button(text).on_hover_text(view.text("command-walk-through-hint")).clicked() {
        view.ask(Action::Run(Command::WalkThrough));
    }
    ui.add_space(6.0);
    section_head(ui, tokens, words.text("quality-stars-of"));
    for dimension in &found.surroundings.dimensions {
        let stars = dimension.mean_stars.map_or_else(
            || words.text("lens-unrated").to_owned(),
            |stars| words.with("lens-stars", &[("stars", words.reading(stars).into())]),
        );
        let all = dimension.rated + dimension.unrated;
        let rated = [("rated", dimension.rated.into()), ("of", all.into())];
        let rated = words.with("lens-rated", &rated);
        value_row(ui, tokens, words.dimension(dimension.dimension), stars, &rated);
    }
    ui.add_space(6.0);
    section_head(ui, tokens, words.text("details-section-factors"));
    let facts = facts(ui, view, found);
    for (_, factor) in DesignFactor::NAMES {
        let rating = view.scenario.design_factors().of(factor);
        let stars = rating.rating.map_or_else(
            || words.text("lens-unrated").to_owned(),
            |stars| {
                let stars = words.number(f64::from(stars.get()));
                words.with("lens-stars", &[("stars", stars.into())])
            },
        );
        value_row(ui, tokens, words.design_factor(factor), stars, &rating.note);
        if let Some(fact) = words.design_fact(factor, &facts) {
            small(ui, tokens, fact);
        }
    }
}

/// The facts of what is seen, worked out once.
fn facts(ui: &Ui, view: &ViewContext<'_>, found: &Assessment) -> DesignFacts {
    let id = Id::unique("facts of the design");
    let key: Snapshot<Scenario> = Snapshot::of(view.seen);
    let known = ui.data(|data| data.get_temp::<(Snapshot<Scenario>, DesignFacts)>(id));
    if let Some((of, facts)) = known
        && of == key
    {
        return facts;
    }
    let facts = design_facts(view.seen, view.formulas, found);
    ui.data_mut(|data| data.insert_temp(id, (key, facts.clone())));
    facts
}
