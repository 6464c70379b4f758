//! A sheet from × to as a table: the answer stands in the cell of its way.

use crate::blueprint::sheets::{Aim, Purpose};
use crate::planning::sheet::{Line, Place};

use super::table::{ANSWER, Cell, Column, Maker, NAME, Part, Row, Table, blank, exactly, head};

impl Maker<'_> {
    pub(super) fn ways(&self) -> Table {
        let sheet = self.sheet;
        let is_work = sheet.purpose == Purpose::Assignment;
        let plain = |width| Column { of: None, width, is_computed: false };
        let mut columns = vec![plain(NAME)];
        columns.extend(
            (0..sheet.to.len())
                .map(|to| Column { of: Some((Line::To, to)), ..plain(ANSWER + 8.0) }),
        );
        columns.push(plain(ANSWER));
        columns.extend(
            [ANSWER, ANSWER + 12.0].map(|width| Column { is_computed: true, ..plain(width) }),
        );
        let (supply, demand) = if is_work {
            (self.text("planner-can"), self.text("planner-times"))
        } else {
            (self.text("planner-supply"), self.text("planner-demand"))
        };
        let corner = self.text(if is_work { "planner-who-what" } else { "planner-from-to" });
        let (used_head, more_head) =
            (self.text("planner-used-left"), self.text("planner-one-more"));
        let mut heads = vec![head(corner)];
        for to in 0..sheet.to.len() {
            let said = self.words.with("planner-name-of-column", &[("number", (to + 1).into())]);
            heads.push(self.name(Place::ToName(to), &said));
        }
        heads.extend([head(supply), head(used_head), head(more_head)]);
        let mut rows = vec![Row { of: None, cells: heads, is_computed: false }];
        let mut out = self.answer.map(|answer| answer.ways.iter()).into_iter().flatten().peekable();
        for (from, end) in sheet.from.iter().enumerate() {
            let own = end.name.as_str();
            let said = self.words.with("planner-name-of-row", &[("number", (from + 1).into())]);
            let mut cells = vec![self.name(Place::FromName(from), &said)];
            for (to, other) in sheet.to.iter().enumerate() {
                let place = Place::Cell { from, to };
                let mut cell = self.number(place, &other.name, own);
                let is_way = sheet.figure_at(place).is_some_and(|figure| !figure.is_blank());
                if is_way
                    && let Some(way) = out.next_if(|way| way.from == *own && way.to == other.name)
                {
                    let positive = way.amount.as_ref().filter(|amount| amount.is_positive());
                    if let Some(amount) = positive {
                        cell.answer = self.words.exact_number(amount);
                        cell.hover = exactly(amount);
                        cell.is_strong = true;
                    } else if let Some(loss) = &way.reduced_cost {
                        let loss = self.words.exact_number(loss);
                        cell.hover = self.words.with("planner-forced", &[("loss", loss.into())]);
                    }
                }
                cells.push(cell);
            }
            cells.push(self.number(Place::Supply(from), supply, own));
            cells.push(self.used(Place::Supply(from), own));
            cells.push(self.more(Place::Supply(from), own));
            rows.push(Row { of: Some((Line::From, from)), cells, is_computed: false });
        }
        let mut last = vec![head(demand)];
        let mut used = vec![head(used_head)];
        let mut more = vec![head(more_head)];
        for (to, end) in sheet.to.iter().enumerate() {
            last.push(self.number(Place::Demand(to), &end.name, demand));
            used.push(self.used(Place::Demand(to), &end.name));
            more.push(self.more(Place::Demand(to), &end.name));
        }
        let count = columns.len();
        for (cells, is_computed) in [(last, false), (used, true), (more, true)] {
            let mut cells = cells;
            cells.resize_with(count, blank);
            if !is_computed && let Some(cell) = cells.get_mut(count - 2) {
                *cell = self.value(self.value_name());
            }
            if !is_computed
                && self.has_plan()
                && let Some(cell) = cells.get_mut(count - 1)
            {
                let aim = match sheet.aim {
                    Aim::Most => "planner-profit-most",
                    Aim::Least => "planner-cost-least",
                };
                *cell = Cell { part: Part::Computed, text: self.text(aim).to_owned(), ..blank() };
            }
            rows.push(Row { of: None, cells, is_computed });
        }
        Table { columns, rows }
    }
}
