//! The palette on the left: cards, roles and servicescape elements to drag onto the sheet.

use egui::{
    Align2, CornerRadius, CursorIcon, Id, Key, Modifiers, Response, Sense, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo, accesskit,
};

use crate::blueprint::{Dimension, Element, ElementId, Role, RoleId, Scenario, StepId};
use crate::drawing::{Ink, ROLE_INKS};
use crate::editor::{Edit, Selection, Thing};
use crate::ui::commands::{Command, Palette, menu_item, menu_switch, menu_words};
use crate::ui::controls::{elided, icon_button, section_head};
use crate::ui::filter::Filter;
use crate::ui::fonts::{Weight, font, icon as icon_font};
use crate::ui::icons;
use crate::ui::in_place::{InPlace, Typed};
use crate::ui::reading::parse_name;
use crate::ui::theme::{BODY, SMALL, colour, palette};
use crate::ui::view_context::{Action, ViewContext};

/// How high a row is, in points.
const ROW_HEIGHT: f32 = 28.0;

/// What is on the pointer's hook while something is dragged out of the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Dragged {
    /// A new card.
    Card(Palette),
    /// A role, onto a card that then needs it.
    Role(RoleId),
    /// A servicescape element, onto a card that relies on it.
    Element(ElementId),
}

/// A role or element whose name is being typed in its row.
#[derive(Debug)]
struct Renaming {
    thing: Thing,
    field: InPlace,
    /// Whether its row has been brought into view.
    revealed: bool,
}

/// What the palette remembers from frame to frame.
#[derive(Debug, Default)]
pub(in crate::ui) struct PalettePanel {
    renaming: Option<Renaming>,
}

impl PalettePanel {
    /// Begins to type the name of a role or element in its row.
    pub fn start_renaming(&mut self, thing: Thing) {
        let field = InPlace::new(Id::unique("rename in palette"));
        self.renaming = Some(Renaming { thing, field, revealed: false });
    }

    /// Whether a name is being typed in it.
    pub fn is_naming(&self) -> bool {
        self.renaming.is_some()
    }

    /// Ends typing: the palette is not seen.
    pub fn leave(&mut self) {
        self.renaming = None;
    }

    /// Shows the palette.
    pub fn show(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        if let Some(Renaming { thing, .. }) = &self.renaming
            && name_of(view, *thing).is_none()
        {
            self.renaming = None;
        }
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 5.0;
            section_head(ui, view.tokens, view.text("palette-steps"))
                .on_hover_text(view.text("palette-steps-help"));
            for item in Palette::ALL {
                card_item(ui, view, item);
            }
            ui.add_space(6.0);
            self.roles(ui, view);
            ui.add_space(6.0);
            self.servicescape(ui, view);
        });
    }

    /// Shows the field in the place of a row, if it is there that a name is typed.
    fn field(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>, thing: Thing) -> bool {
        let Some(renaming) = self.renaming.as_mut().filter(|naming| naming.thing == thing) else {
            return false;
        };
        let now = name_of(view, thing).unwrap_or_default();
        let label = view.text(match thing {
            Thing::Element(_) => "rename-element",
            _ => "rename-role",
        });
        let (typed, response) = renaming.field.show(ui, &now, label, |ui, field| {
            let size = Vec2::new(ui.available_width(), ROW_HEIGHT);
            ui.add_sized(size, field.align(Align2::LEFT_CENTER))
        });
        if !std::mem::replace(&mut renaming.revealed, true) {
            response.scroll_to_me(None);
        }
        if typed != Typed::Still {
            self.renaming = None;
        }
        if let Typed::Kept { text, .. } = typed {
            let edit = parse_name(&text).map(|name| renamed(view, thing, name));
            match edit {
                Ok(edit) => view.actions.extend(edit.map(|edit| Action::Rename(edit.into()))),
                Err(refusal) => view.ask(Action::Say(view.words.refusal(refusal).to_owned())),
            }
        }
        true
    }

    fn roles(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        head_with_plus(ui, view, "palette-roles", Command::AddRole);
        if real(view).roles().is_empty() {
            crate::ui::controls::small(ui, view.tokens, view.text("palette-no-roles"));
        }
        let shades = palette(ui.ctx());
        let scenario = real(view);
        for (id, role) in scenario.roles() {
            if self.field(ui, view, Thing::Role(*id)) {
                continue;
            }
            let right = view.words.with("times", &[("count", role.headcount.to_string().into())]);
            let selected = view.editor.selection().other == Some(Thing::Role(*id));
            let row = Row {
                icon: None,
                dot: Some(colour(&shades, Ink::Role(role.colour))),
                name: &role.name,
                right: &right,
                grip: false,
                selected,
            };
            let response = row.show(ui, view).on_hover_text(view.text("palette-role-help"));
            response.dnd_set_drag_payload(Dragged::Role(*id));
            if response.clicked() {
                view.ask(Action::Select(Selection::thing(Thing::Role(*id))));
            }
            if wants_name(ui, &response) {
                view.ask(Action::Name(Thing::Role(*id)));
            }
            let role = Role::clone(role);
            response.context_menu(|ui| role_menu(ui, view, *id, &role));
        }
    }

    fn servicescape(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        section_head(ui, view.tokens, view.text("palette-servicescape"));
        let scenario = real(view);
        for dimension in Dimension::ALL {
            let elements: Vec<_> = scenario
                .elements()
                .iter()
                .filter(|(_, element)| element.dimension == dimension)
                .collect();
            let name = view.text(match dimension {
                Dimension::Ambient => "palette-ambient",
                Dimension::Space => "palette-space",
                Dimension::Signs => "palette-signs",
            });
            let title = egui::RichText::new(format!("{name}   {}", elements.len()));
            let header = egui::CollapsingHeader::new(title).id_salt(("dimension", name));
            let shown = header.show(ui, |ui| {
                for (id, element) in elements {
                    if self.field(ui, view, Thing::Element(*id)) {
                        continue;
                    }
                    let selected = view.editor.selection().other == Some(Thing::Element(*id));
                    let right = String::new();
                    let row = Row {
                        icon: None,
                        dot: None,
                        name: &element.name,
                        right: &right,
                        grip: true,
                        selected,
                    };
                    let response =
                        row.show(ui, view).on_hover_text(view.text("palette-element-help"));
                    response.dnd_set_drag_payload(Dragged::Element(*id));
                    if response.clicked() {
                        view.ask(Action::Select(Selection::thing(Thing::Element(*id))));
                    }
                    if wants_name(ui, &response) {
                        view.ask(Action::Name(Thing::Element(*id)));
                    }
                    response.context_menu(|ui| {
                        rename_item(ui, view, Thing::Element(*id));
                        let name = view.text("element-remove");
                        if menu_item(ui, Some(icons::TRASH), name).clicked() {
                            view.edit(Edit::RemoveElement(*id));
                            ui.close();
                        }
                    });
                }
                if ui.button(view.text("element-add")).clicked() {
                    let name = view.text("element-new");
                    view.edit(Edit::AddElement(Element::new(name, dimension)));
                }
            });
            shown.header_response.on_hover_text(view.words.dimension(dimension));
        }
    }
}

fn card_item(ui: &mut Ui, view: &mut ViewContext<'_>, item: Palette) {
    let name = view.text(item.key());
    let row =
        Row { icon: Some(item.icon()), dot: None, name, right: "", grip: true, selected: false };
    let response = row.show(ui, view).on_hover_text(view.text("palette-drag-help"));
    response.dnd_set_drag_payload(Dragged::Card(item));
    if response.double_clicked() {
        view.ask(Action::Run(Command::Insert(item)));
    }
    response.context_menu(|ui| {
        if menu_item(ui, Some(icons::PLUS), view.text("palette-put-on-sheet")).clicked() {
            view.ask(Action::Run(Command::Insert(item)));
            ui.close();
        }
        let all: Vec<StepId> = of_sort(view.scenario, item).collect();
        let name = view.words.with("palette-select-all", &[("count", all.len().into())]);
        let button = egui::Button::new(menu_words(None, name));
        if ui.add_enabled(!all.is_empty(), button).clicked() {
            view.ask(Action::Select(Selection::steps(all)));
            ui.close();
        }
    });
}

/// The cards that a row of the palette makes, in document order.
fn of_sort(scenario: &Scenario, item: Palette) -> impl Iterator<Item = StepId> {
    let steps = scenario.steps().iter().filter(move |(_, step)| match item {
        Palette::WaitingPoint => step.wait.is_some(),
        Palette::Evidence | Palette::Decision | Palette::Note => step.kind == item.kind(),
        _ => step.kind == item.kind() && scenario.zone_of(step) == item.zone(),
    });
    steps.map(|(id, _)| *id)
}

/// The scenario as it is: what is only tried is shown on the sheet and beside it, and is named so
/// there.
fn real<'a>(view: &ViewContext<'a>) -> &'a Scenario {
    view.editor.settled_scenario()
}

/// What a role or element is called, if it is there.
fn name_of(view: &ViewContext<'_>, thing: Thing) -> Option<String> {
    match thing {
        Thing::Role(id) => real(view).roles().get(&id).map(|role| role.name.clone()),
        Thing::Element(id) => real(view).elements().get(&id).map(|it| it.name.clone()),
        Thing::Lane(_) | Thing::Phase(_) => None,
    }
}

/// The edit that gives a role or element another name.
fn renamed(view: &ViewContext<'_>, thing: Thing, name: String) -> Option<Edit> {
    match thing {
        Thing::Role(id) => {
            let role = real(view).roles().get(&id)?;
            Some(Edit::SetRole(id, Role { name, ..Role::clone(role) }))
        }
        Thing::Element(id) => {
            let element = real(view).elements().get(&id)?;
            Some(Edit::SetElement(id, Element { name, ..Element::clone(element) }))
        }
        Thing::Lane(_) | Thing::Phase(_) => None,
    }
}

/// Whether a row is asked for its name to be typed: by a double click, or F2 where it has the keys.
fn wants_name(ui: &Ui, response: &Response) -> bool {
    response.double_clicked()
        || response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F2))
}

/// A row of a menu that begins to type a name.
fn rename_item(ui: &mut Ui, view: &mut ViewContext<'_>, thing: Thing) {
    let name = view.text("command-rename");
    let button = egui::Button::new(menu_words(Some(icons::PENCIL), name)).shortcut_text("F2");
    if ui.add(button).clicked() {
        view.ask(Action::Name(thing));
        ui.close();
    }
}

fn role_menu(ui: &mut Ui, view: &mut ViewContext<'_>, id: RoleId, role: &Role) {
    rename_item(ui, view, Thing::Role(id));
    for (key, more) in [("role-one-more", true), ("role-one-less", false)] {
        let headcount =
            if more { role.headcount.saturating_add(1) } else { role.headcount.saturating_sub(1) };
        let enabled = headcount != role.headcount && headcount <= Role::MOST;
        let sign = if more { icons::PLUS } else { icons::MINUS };
        let button = egui::Button::new(menu_words(Some(sign), view.text(key)));
        if ui.add_enabled(enabled, button).clicked() {
            view.edit(Edit::SetRole(id, Role { headcount, ..role.clone() }));
            ui.close();
        }
    }
    let selected = view.editor.selection().steps.clone();
    let lacks = |step: &StepId| {
        let flows = view.scenario.steps().get(step).is_some_and(|step| step.kind.flows());
        flows && !view.scenario.step_needs_role(*step, id)
    };
    let lacking: Vec<StepId> = selected.iter().copied().filter(lacks).collect();
    if !lacking.is_empty() {
        let name = view.words.with("role-assign-selected", &[("count", lacking.len().into())]);
        if menu_item(ui, Some(icons::CHECK), name).clicked() {
            let edits = lacking.into_iter().map(|step| Edit::AssignRole(step, id)).collect();
            view.edit(Edit::Several(edits));
            ui.close();
        }
    }
    ui.separator();
    let needing = view.scenario.steps().keys().copied();
    let needing = needing.filter(|step| view.scenario.step_needs_role(*step, id));
    let needing: Vec<StepId> = needing.collect();
    let name = view.words.with("role-select-steps", &[("count", needing.len().into())]);
    let button = egui::Button::new(menu_words(None, name));
    if ui.add_enabled(!needing.is_empty(), button).clicked() {
        view.ask(Action::Select(Selection::steps(needing)));
        ui.close();
    }
    let only = Filter { role: Some(id).filter(|_| view.filter.role != Some(id)), ..view.filter };
    let on = view.filter.role == Some(id);
    if menu_switch(ui, view, on, view.text("role-show-only")).clicked() {
        view.ask(Action::Filter(only));
        ui.close();
    }
    ui.separator();
    if menu_item(ui, Some(icons::TRASH), view.text("role-remove")).clicked() {
        view.edit(Edit::RemoveRole(id));
        ui.close();
    }
}

fn head_with_plus(ui: &mut Ui, view: &mut ViewContext<'_>, key: &'static str, command: Command) {
    ui.horizontal(|ui| {
        section_head(ui, view.tokens, view.text(key));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let name = view.text(view.face(command).text);
            let response = icon_button(ui, icons::PLUS, name, true).on_hover_text(name);
            if response.clicked() {
                view.ask(Action::Run(command));
            }
        });
    });
}

/// A role that a press on "+" adds: an unused name and the least used colour.
pub(in crate::ui) fn new_role(view_words: &crate::wording::Wording, scenario: &Scenario) -> Role {
    let base = view_words.text("role-new");
    let taken = |name: &str| scenario.roles().values().any(|role| role.name == name);
    // Among one name more than there are roles, one is free.
    let last = scenario.roles().len() + 2;
    let name = std::iter::once(base.to_owned())
        .chain((2..=last).map(|number| format!("{base} {number}")))
        .find(|name| !taken(name))
        .unwrap_or_else(|| base.to_owned());
    Role::new(name, scenario.next_colour(ROLE_INKS))
}

/// A row that can be dragged.
struct Row<'a> {
    icon: Option<&'a str>,
    dot: Option<egui::Color32>,
    name: &'a str,
    right: &'a str,
    grip: bool,
    selected: bool,
}

impl Row<'_> {
    fn show(self, ui: &mut Ui, view: &ViewContext<'_>) -> Response {
        let tokens = view.tokens;
        let size = Vec2::new(ui.available_width(), ROW_HEIGHT);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
        let response = response.on_hover_cursor(CursorIcon::Grab);
        response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, self.name));
        if !self.right.is_empty() {
            // How many there are is heard as it is seen.
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(self.right));
        }
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let lit = response.hovered() || response.has_focus() || self.selected;
        let (fill, edge) = if lit {
            (tokens.accent_wash, tokens.accent)
        } else {
            (tokens.background, tokens.hairline)
        };
        let painter = ui.painter();
        painter.rect(rect, CornerRadius::same(6), fill, Stroke::new(1.0, edge), StrokeKind::Inside);
        let mut left = rect.left() + 10.0;
        let middle = rect.center().y;
        if let Some(icon) = self.icon {
            let at = egui::pos2(left, middle);
            painter.text(at, Align2::LEFT_CENTER, icon, icon_font(14.0), tokens.muted);
            left += 21.0;
        }
        if let Some(dot) = self.dot {
            painter.circle_filled(egui::pos2(left + 4.0, middle), 4.5, dot);
            left += 17.0;
        }
        let mut right = rect.right() - 9.0;
        if self.grip {
            let at = egui::pos2(right, middle);
            painter.text(at, Align2::RIGHT_CENTER, icons::GRIP, icon_font(13.0), tokens.faint);
            right -= 18.0;
        }
        if !self.right.is_empty() {
            let at = egui::pos2(right, middle);
            let small = font(Weight::Regular, SMALL);
            let drawn = painter.text(at, Align2::RIGHT_CENTER, self.right, small, tokens.muted);
            right = drawn.left() - 6.0;
        }
        let name = elided(ui, self.name, font(Weight::Regular, BODY), tokens.ink, right - left);
        let at = egui::pos2(left, middle - name.size().y / 2.0);
        painter.galley(at, name, tokens.ink);
        response
    }
}
