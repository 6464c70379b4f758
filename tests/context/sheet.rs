//! What a person does on the sheet: cards, lanes and links, by their names.

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, Pos2, Rect};
use egui_kittest::kittest::Queryable;
use onstage::blueprint::{
    Blueprint, Link, LinkId, LinkKind, Place, Refusal, SheetPoint, Step, StepId, StepKind, Zone,
};

use super::Person;

/// A blueprint of customer actions from left to right, linked one to the next in each chain, `apart`
/// sheet units from centre to centre. A name that comes again is the same action.
pub fn chains(chains: &[Vec<String>], apart: i32) -> Blueprint {
    let mut blueprint = Blueprint::empty("", "As-is");
    let id = blueprint.baseline().id();
    let drawn: Result<(), Refusal> = blueprint.edit(id, |scenario, ids| {
        let (lane, height) = scenario
            .lanes_of(Zone::Customer)
            .map(|(id, lane)| (id, lane.height.units()))
            .next()
            .expect("a lane");
        let phase = *scenario.phases().keys().next().expect("a phase");
        let (mut x, mut drawn) = (100, BTreeMap::new());
        for chain in chains {
            let mut before = None;
            for name in chain {
                let step = if let Some(step) = drawn.get(name) {
                    *step
                } else {
                    let place = Place { lane, phase, at: SheetPoint::new(x, height / 2) };
                    x += apart;
                    scenario.add_step(Step::new(name.as_str(), StepKind::Action, place), ids)?
                };
                drawn.insert(name, step);
                if let Some(before) = before.replace(step) {
                    scenario.add_link(Link::between(before, step, LinkKind::Flow), ids)?;
                }
            }
        }
        Ok(())
    });
    drawn.expect("a blueprint of customer actions");
    blueprint
}

impl Person {
    /// A window on a row of customer actions, linked one to the next, `apart` sheet units from
    /// centre to centre; the last is selected.
    pub fn at_a_row(names: &[&str], apart: i32) -> Self {
        let last = *names.last().expect("a card");
        let chain = names.iter().map(|name| (*name).to_owned()).collect();
        let mut person = Self::at_blueprint(chains(&[chain], apart)).open();
        person.click_card(last);
        person
    }

    /// Where the card that is called so is seen.
    pub fn card_rect(&self, name: &str) -> Rect {
        self.app().card_on_screen(self.step(name)).expect("the card is on the sheet")
    }

    /// The middle of the card that is called so.
    pub fn card(&self, name: &str) -> Pos2 {
        self.card_rect(name).center()
    }

    /// The middle between two cards, where the link between neighbours runs.
    pub fn between(&self, a: &str, b: &str) -> Pos2 {
        self.card(a) + (self.card(b) - self.card(a)) / 2.0
    }

    pub fn click_card(&mut self, name: &str) {
        let at = self.card(name);
        self.click_at(at);
    }

    /// Selects cards, one after the other.
    pub fn select(&mut self, names: &[&str]) {
        let mut steps: Vec<StepId> = names.iter().map(|name| self.step(name)).collect();
        steps.sort();
        for (place, name) in names.iter().enumerate() {
            let modifiers = if place == 0 { Modifiers::NONE } else { Modifiers::SHIFT };
            let at = self.card(name);
            self.click_with(modifiers, at);
        }
        assert!(self.app().editor().selection().steps.iter().eq(&steps), "{names:?} are selected");
    }

    /// Where an item of the palette, a row or a tab is taken hold of.
    pub fn item(&self, label: &str) -> Pos2 {
        let tab = self.window.query_by_role_and_label(Role::Tab, label);
        let found = tab.unwrap_or_else(|| self.window.get_by_role_and_label(Role::Button, label));
        found.rect().center()
    }

    /// A point of the sheet: so far from the left edge of the first phase, in the middle of a zone.
    pub fn point_in(&self, zone: Zone, x: i32) -> Pos2 {
        let scenario = self.scenario();
        let (lane, height) = scenario
            .lanes_of(zone)
            .next()
            .map(|(id, lane)| (id, lane.height.units()))
            .expect("the zone has a lane");
        let phase = *scenario.phases().keys().next().expect("a phase");
        let at = SheetPoint::new(x, height / 2);
        self.app().place_on_screen(Place { lane, phase, at }).expect("a place on the sheet")
    }

    /// Clicks where the sheet is empty, which selects nothing.
    pub fn click_blank(&mut self) {
        let at = self.point_in(Zone::Support, 300);
        self.click_at(at);
    }

    /// Drags an item of the palette onto a zone and types the new card's name.
    pub fn add(&mut self, item: &str, zone: Zone, x: i32, name: &str) -> StepId {
        let (from, to) = (self.item(item), self.point_in(zone, x));
        self.drag(from, to);
        self.enter(name);
        self.step(name)
    }

    /// Draws a link from the edge of a card that looks to another card.
    pub fn connect(&mut self, from: &str, to: &str) {
        let card = self.card_rect(from);
        self.window.hover_at(card.center());
        self.window.run_steps(2);
        let target = self.card(to);
        let edge = if (target.x - card.center().x).abs() > (target.y - card.center().y).abs() {
            card.right_center()
        } else if target.y > card.center().y {
            card.center_bottom()
        } else {
            card.center_top()
        };
        self.drag(edge, target);
    }

    /// Says through the context menu what a link means.
    pub fn choose_link_kind(&mut self, link: LinkId, kind: &str) {
        let link = self.scenario().links()[&link].clone();
        let to = link.to.step().expect("a link between steps");
        let name = |id| self.scenario().steps()[&id].name.clone();
        let (from, to) = (self.card(&name(link.from)), self.card(&name(to)));
        let lowest = Pos2::new(to.x, f32::midpoint(from.y, to.y));
        let places = [lowest, Pos2::new(from.x, lowest.y), from + (to - from) / 2.0];
        for at in places {
            self.button(at, PointerButton::Secondary);
            if self.window.query_by_role_and_label(Role::MenuItemRadio, kind).is_some() {
                self.click_role(Role::MenuItemRadio, kind);
                return;
            }
            self.press(Modifiers::NONE, Key::Escape);
        }
        panic!("the link is not where it was looked for");
    }
}
