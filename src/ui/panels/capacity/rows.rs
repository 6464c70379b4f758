//! Figures by name, one in a row, in groups; a click says why.

use egui::accesskit::Role as AccessRole;
use egui::{CornerRadius, RichText, Sense, Ui, WidgetInfo};

use crate::analysis::{Analysis, Basis, Figure, FigureKey};
use crate::ui::controls::value_row;
use crate::ui::desk::Desk;
use crate::ui::fonts::{Weight, font};
use crate::ui::panels::headline;
use crate::ui::panels::why::Asked;
use crate::ui::theme::{BODY, SMALL};
use crate::wording::Amount;

/// Figures that are read together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// How long things take, and how many customers that keeps inside.
    Time,
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
    name: &'static str,
    meaning: &'static str,
    unit: Unit,
    figure: fn(&Analysis) -> &Figure,
}

/// A row by the key of its figure, its name and its meaning.
macro_rules! row {
    ($why:ident, $name:literal, $meaning:literal, $unit:ident, $field:ident $(. $deeper:ident)*) => {
        Row {
            why: FigureKey::$why,
            name: $name,
            meaning: $meaning,
            unit: Unit::$unit,
            figure: |analysis| &analysis.$field $(. $deeper)*,
        }
    };
}

const TIME: &[Row] = &[
    row!(CycleTime, "figure-cycle-time", "figure-cycle-time-meaning", Seconds, cycle_time_s),
    row!(
        RushOrderTime,
        "figure-rush-order-time",
        "figure-rush-order-time-meaning",
        Seconds,
        rush_order_time_s
    ),
    row!(
        ThroughputTime,
        "figure-throughput-time",
        "figure-throughput-time-meaning",
        Seconds,
        throughput_time_s
    ),
    row!(WorkInProcess, "figure-wip", "figure-wip-meaning", Number, wip),
];

const LABOUR: &[Row] = &[
    row!(
        LabourContent,
        "figure-labour-content",
        "figure-labour-content-meaning",
        Seconds,
        direct_labour_content_s
    ),
    row!(
        LabourUtilisation,
        "figure-labour-utilisation",
        "figure-labour-utilisation-meaning",
        Share,
        direct_labour_utilisation
    ),
    row!(Balance, "figure-balance", "figure-balance-meaning", Share, balance),
];

const MONEY: &[Row] = &[
    row!(Cost, "figure-cost", "figure-cost-meaning", Money, cost_per_customer),
    row!(Profit, "figure-profit", "figure-profit-meaning", Money, profit_per_hour),
];

impl Group {
    /// All, in the order of the tab.
    pub const ALL: [Self; 3] = [Self::Time, Self::Labour, Self::Money];

    /// The key of its title.
    pub fn title(self) -> &'static str {
        match self {
            Self::Time => "section-time",
            Self::Labour => "section-labour",
            Self::Money => "section-money",
        }
    }

    /// Its figures, but for the one that the headline shows.
    fn rows(self, analysis: &Analysis) -> impl Iterator<Item = &'static Row> {
        let rows = match self {
            Self::Time => TIME,
            Self::Labour => LABOUR,
            Self::Money => MONEY,
        };
        let shown = headline::time_shown(analysis);
        rows.iter().filter(move |row| row.why != shown)
    }

    /// What stands beside its title while it is closed: its first figure that has a value.
    pub fn summary(self, desk: &Desk<'_>) -> String {
        let currency = desk.editor.blueprint().currency();
        self.rows(desk.analysis)
            .find_map(|row| {
                let figure = (row.figure)(desk.analysis);
                let said = |_| {
                    let name = desk.text(row.name);
                    format!("{name} {}", shown(desk, row.unit, figure, currency))
                };
                figure.value.map(said)
            })
            .unwrap_or_default()
    }
}

/// Shows the figures of a group.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk<'_>, group: Group) {
    let currency = desk.editor.blueprint().currency().to_owned();
    let analysis = desk.analysis;
    for each in group.rows(analysis) {
        let figure = (each.figure)(analysis);
        let shown = shown(desk, each.unit, figure, &currency);
        let Row { why, name, meaning, .. } = *each;
        row(ui, desk, Asked { why: Some(why), name, meaning, figure, shown: &shown });
    }
}

fn shown(desk: &Desk<'_>, unit: Unit, figure: &Figure, currency: &str) -> String {
    desk.words.figure(figure, |value| match unit {
        Unit::Seconds => Amount::Seconds(value),
        Unit::Number => Amount::Number(value),
        Unit::Share => Amount::Share(value),
        Unit::Money => Amount::Money(value, currency),
    })
}

/// A figure with its name; without a value it says what it needs. A click says why.
fn row(ui: &mut Ui, desk: &mut Desk<'_>, asked: Asked<'_>) {
    let words = desk.words;
    let tokens = desk.tokens;
    let figure = asked.figure;
    let name = words.text(asked.name);
    let mut hover = words.text(asked.meaning).to_owned();
    let (said, value) = if figure.value.is_some() {
        hover = format!("{hover}\n{}", words.basis_meaning(figure.basis));
        let badge = match figure.basis {
            Basis::Exact => String::new(),
            basis => format!("   {}", words.badge(basis)),
        };
        let text = format!("{}{badge}", asked.shown);
        let number =
            RichText::new(asked.shown).font(font(Weight::Semibold, BODY)).color(tokens.ink);
        let badge = RichText::new(badge).size(SMALL).color(tokens.muted);
        (text, egui::WidgetText::concat(ui, [number, badge]))
    } else {
        let lack = words
            .lacks(&figure.lacks, desk.scenario)
            .unwrap_or_else(|| words.text("no-figure").to_owned());
        hover = format!("{hover}\n{lack}");
        let value = RichText::new(lack.as_str()).size(SMALL).color(tokens.muted);
        (lack, value.into())
    };
    let wash = ui.painter().add(egui::Shape::Noop);
    let response = value_row(ui, tokens, name, value, &hover).interact(Sense::click());
    response
        .widget_info(|| WidgetInfo::labeled(AccessRole::Button, true, format!("{name}: {said}")));
    if response.hovered() || response.has_focus() {
        let ground = response.rect.expand2(egui::vec2(4.0, 0.0));
        let shape = egui::Shape::rect_filled(ground, CornerRadius::same(4), tokens.accent_wash);
        ui.painter().set(wash, shape);
    }
    asked.answer(ui, desk, &response);
}
