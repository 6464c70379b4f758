//! Figures by name, one in a row, in groups; a click says why.

use egui::Ui;

use crate::analysis::{Analysis, Contact, Figure, FigureKey, Lack, Stretch};
use crate::blueprint::{Line, ValueKind};
use crate::ui::panels::figure_row::figure_row;
use crate::ui::panels::why::Asked;
use crate::ui::view_context::ViewContext;
use crate::wording::Amount;

/// Figures that are read together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// How long things take, and how many customers that keeps inside.
    Time,
    /// What the customer sees of the service, and what stays hidden.
    Experience,
    /// What the service takes of the staff's time.
    Labour,
    /// What a customer costs and brings.
    Money,
}

/// What a number counts.
#[derive(Clone, Copy)]
enum Unit {
    Seconds,
    Number,
    Share,
    Money,
}

/// A figure of a group.
struct Row {
    why: FigureKey,
    unit: Unit,
    figure: fn(&Analysis) -> &Figure,
}

/// A row by what is asked, what it counts, and where it stands.
macro_rules! row {
    ($why:expr, $unit:ident, $figure:expr) => {
        Row { why: $why, unit: Unit::$unit, figure: $figure }
    };
}

const TIME: &[Row] = &[
    row!(FigureKey::CycleTime, Seconds, |a| &a.cycle_time_s),
    row!(FigureKey::RushOrderTime, Seconds, |a| &a.rush_order_time_s),
    row!(FigureKey::ThroughputTime, Seconds, |a| &a.throughput_time_s),
    row!(FigureKey::WaitingShare, Share, |a| &a.experience.waiting_share),
    row!(FigureKey::FlowEfficiency, Share, |a| &a.experience.flow_efficiency),
    row!(FigureKey::WorkInProcess, Number, |a| &a.wip),
];

const EXPERIENCE: &[Row] = &[
    row!(FigureKey::WorkIn(Stretch::InFrontOf(Line::Visibility)), Seconds, |a| {
        &a.experience.line(Line::Visibility).in_front.time_s
    }),
    row!(FigureKey::WorkIn(Stretch::Behind(Line::Visibility)), Seconds, |a| {
        &a.experience.line(Line::Visibility).behind.time_s
    }),
    row!(FigureKey::Contacts(Contact::MomentOfTruth), Number, |a| &a.experience.moments_of_truth),
    row!(FigureKey::Contacts(Contact::Crossing(Line::Visibility)), Number, |a| {
        &a.experience.line(Line::Visibility).crossings
    }),
    row!(FigureKey::Contacts(Contact::Crossing(Line::InternalInteraction)), Number, |a| {
        &a.experience.line(Line::InternalInteraction).crossings
    }),
    row!(FigureKey::HandOffs, Number, |a| &a.experience.hand_offs),
    row!(FigureKey::ValueShare(ValueKind::Adding), Share, |a| {
        a.experience.value_share(ValueKind::Adding)
    }),
    row!(FigureKey::ValueShare(ValueKind::Necessary), Share, |a| {
        a.experience.value_share(ValueKind::Necessary)
    }),
    row!(FigureKey::ValueShare(ValueKind::Waste), Share, |a| {
        a.experience.value_share(ValueKind::Waste)
    }),
];

const LABOUR: &[Row] = &[
    row!(FigureKey::LabourContent, Seconds, |a| &a.direct_labour_content_s),
    row!(FigureKey::LabourUtilisation, Share, |a| &a.direct_labour_utilisation),
    row!(FigureKey::Balance, Share, |a| &a.balance),
];

const MONEY: &[Row] = &[
    row!(FigureKey::Cost, Money, |a| &a.cost_per_customer),
    row!(FigureKey::Margin, Money, |a| &a.money.margin_per_customer),
    row!(FigureKey::Profit, Money, |a| &a.profit_per_hour),
    row!(FigureKey::ProfitAtCapacity, Money, |a| &a.money.profit_at_capacity_per_hour),
    row!(FigureKey::BusyCost, Money, |a| &a.money.busy_cost_per_customer),
    row!(FigureKey::ExecutionProfit, Money, |a| &a.money.execution_profit_per_customer),
    row!(FigureKey::BreakEvenTime, Seconds, |a| &a.money.break_even_time_s),
    row!(FigureKey::DelayCost, Money, |a| &a.money.delay_cost_per_minute),
];

impl Group {
    /// All, in the order of the tab.
    pub const ALL: [Self; 4] = [Self::Time, Self::Experience, Self::Labour, Self::Money];

    /// The key of its title.
    pub fn title(self) -> &'static str {
        match self {
            Self::Time => "section-time",
            Self::Experience => "section-experience",
            Self::Labour => "section-labour",
            Self::Money => "section-money",
        }
    }

    /// Its figures, but for the one that the headline shows. Of figures that lack the same, the
    /// first says so for all.
    fn rows(self, analysis: &Analysis) -> Vec<&'static Row> {
        let rows = match self {
            Self::Time => TIME,
            Self::Experience => EXPERIENCE,
            Self::Labour => LABOUR,
            Self::Money => MONEY,
        };
        let shown = FigureKey::ThroughputTime;
        let mut lacking: Vec<&Lack> = Vec::new();
        let says_more = |row: &&Row| {
            let figure = (row.figure)(analysis);
            let new = figure.lacks.first().filter(|lack| !lacking.contains(lack));
            lacking.extend(new);
            figure.value.is_some() || new.is_some()
        };
        rows.iter().filter(|row| row.why != shown).filter(says_more).collect()
    }

    /// What stands beside its title while it is closed: its first figure that has a value, of what
    /// is seen the moments of truth, whose name is short.
    pub fn summary(self, view: &ViewContext<'_>) -> String {
        let currency = view.editor.blueprint().currency();
        let said = |row: &Row| {
            let figure = (row.figure)(view.analysis);
            let name = view.words.figure_name(row.why);
            figure.value.map(|_| format!("{name} {}", shown(view, row.unit, figure, currency)))
        };
        let rows = self.rows(view.analysis);
        let truth = FigureKey::Contacts(Contact::MomentOfTruth);
        let first = rows.iter().copied().find(|row| row.why == truth).and_then(said);
        first.or_else(|| rows.into_iter().find_map(said)).unwrap_or_default()
    }
}

/// Shows the figures of a group.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, group: Group) {
    let currency = view.editor.blueprint().currency().to_owned();
    let analysis = view.analysis;
    for each in group.rows(analysis) {
        let figure = (each.figure)(analysis);
        let shown = shown(view, each.unit, figure, &currency);
        figure_row(ui, view, Asked { why: each.why, figure, shown: &shown });
    }
}

fn shown(view: &ViewContext<'_>, unit: Unit, figure: &Figure, currency: &str) -> String {
    view.words.figure(figure, |value| match unit {
        Unit::Seconds => Amount::Seconds(value),
        Unit::Number => Amount::Number(value),
        Unit::Share => Amount::Share(value),
        Unit::Money => Amount::Money(value, currency),
    })
}
