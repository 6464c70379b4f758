//! Whole sheets as *Tidy up* leaves them: three services, in both themes and languages, at 100 % and
//! at 50 %, and each of them before, with its cards strewn over their lanes; one of them in rows too.
//!
//! They are held in few colours, as those of the guide are.

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers, Rect, Theme};
use egui_kittest::SnapshotError;
use onstage::blueprint::{Blueprint, Place, Refusal, SheetPoint};
use onstage::drawing::{HEADER_HEIGHT, STRIP_WIDTH, SheetGeometry};
use onstage::storage::{decode, sample};
use onstage::wording::Language;

use super::guide::compared;
use crate::context::{Person, assert_same, renderer_is_there};

/// What the window has above the sheet, menu and tools, and below it, the bar at the foot.
const ABOVE: f32 = 72.0;
const BELOW: f32 = 24.0;
/// What is free around the sheet.
const AIR: f32 = 32.0;
/// What the phase that could be added takes behind the last.
const BEYOND: f32 = 48.0;

/// What is drawn.
#[derive(Clone, Copy)]
enum Service {
    RepairShop,
    LicenceOffice,
    Bank,
}

/// The texts of the repair shop and what they are in Chinese.
const REPAIR_SHOP: [(&str, &str); 40] = [
    ("Phone repair shop", "手机维修店"),
    ("Counter", "柜台"),
    ("Phone line", "电话"),
    ("Arrive", "到店"),
    ("Agree", "商定"),
    ("Repair", "维修"),
    ("Return", "取机"),
    ("Adviser", "接待员"),
    ("Cashier", "收银员"),
    ("Technician", "技师"),
    ("Assistant", "助理"),
    ("Parts clerk", "配件员"),
    ("Walks in", "走进店里"),
    ("Describes fault", "说明故障"),
    ("Approves estimate?", "接受报价？"),
    ("Waits or leaves", "等候或离开"),
    ("Pays", "付款"),
    ("Takes phone home", "带走手机"),
    ("Sign and counter", "招牌与柜台"),
    ("Estimate sheet", "报价单"),
    ("Receipt", "收据"),
    ("Greets", "迎接"),
    ("Logs the fault", "登记故障"),
    ("Explains estimate", "讲解报价"),
    ("Takes payment", "收款"),
    ("Hands over", "交还手机"),
    ("Calls customer", "电话通知顾客"),
    ("Diagnoses", "诊断"),
    ("Repairable?", "能修吗？"),
    ("Books the repair", "登记维修"),
    ("Clears bench", "清理工作台"),
    ("Replaces part", "更换零件"),
    ("Tests", "测试"),
    ("Passed?", "合格？"),
    ("Cleans", "清洁"),
    ("Orders part", "订购零件"),
    ("Parts store", "零件库"),
    ("Ticket system", "工单系统"),
    ("Yes", "是"),
    ("No", "否"),
];

impl Service {
    const ALL: [Self; 3] = [Self::RepairShop, Self::LicenceOffice, Self::Bank];

    fn name(self) -> &'static str {
        match self {
            Self::RepairShop => "repair-shop",
            Self::LicenceOffice => "licence-office",
            Self::Bank => "bank",
        }
    }

    fn blueprint(self, language: Language) -> Blueprint {
        let key = match self {
            Self::RepairShop => {
                let mut text = include_str!("../fixtures/repair-shop.ron").to_owned();
                if language == Language::Chinese {
                    for (english, chinese) in REPAIR_SHOP {
                        let quoted = format!("\"{english}\"");
                        assert!(text.contains(&quoted), "{english} is a text of the shop");
                        text = text.replace(&quoted, &format!("\"{chinese}\""));
                    }
                }
                return decode(&text).expect("a blueprint").blueprint;
            }
            Self::LicenceOffice => "driver-licence-office",
            Self::Bank => "mortgage-applications",
        };
        let sample = sample(key).expect("a sample");
        sample.open_in(language.code()).expect("a sound sample")
    }
}

/// The baseline with its cards strewn over their lanes and phases: always alike.
fn strewn(mut blueprint: Blueprint) -> Blueprint {
    let mut seed = 7_u32;
    let mut any = |least: i32, most: i32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let part = i32::try_from(seed >> 16).expect("two bytes");
        least + part % (most - least).max(1)
    };
    let id = blueprint.baseline().id();
    let drawn: Result<(), Refusal> = blueprint.edit(id, |scenario, _| {
        let places: Vec<_> =
            scenario.steps().iter().map(|(id, step)| (*id, step.place())).collect();
        for (id, mut place) in places {
            let width = scenario.phases()[&place.phase].width.units();
            let height = scenario.lanes()[&place.lane].height.units();
            place.at = SheetPoint::new(any(70, width - 70), any(24, height - 24));
            scenario.place_step(id, place)?;
        }
        Ok(())
    });
    drawn.expect("cards stay in their lanes");
    blueprint
}

/// A window that shows a sheet whole at a zoom, and nothing beside it.
fn window(blueprint: Blueprint, zoom: f32, theme: Theme, language: Language) -> Person {
    let sheet = SheetGeometry::of(blueprint.baseline()).contents();
    let width = STRIP_WIDTH + (sheet.width() + BEYOND) * zoom + AIR;
    let height = ABOVE + HEADER_HEIGHT + sheet.height() * zoom + AIR + BELOW;
    let setup = Person::at_blueprint(blueprint).theme(theme).language(language);
    let setup = setup.size(width.max(900.0).ceil(), height.ceil()).settings(|settings| {
        (settings.palette, settings.side, settings.table) = (false, false, false);
    });
    let mut person = setup.open();
    person.press(Modifiers::SHIFT, Key::Num1);
    person.press(Modifiers::COMMAND, Key::Num0);
    for _ in 0..8 {
        if zoom_of(&person) > zoom + 0.01 {
            person.press(Modifiers::COMMAND, Key::Minus);
        }
    }
    assert!((zoom_of(&person) - zoom).abs() < 0.01, "{zoom} is on the ladder");
    person.point_away();
    person
}

/// How many points of the screen a unit of the sheet takes.
fn zoom_of(person: &Person) -> f32 {
    let scenario = person.scenario();
    let lane = *scenario.lanes().keys().next().expect("a lane");
    let phase = *scenario.phases().keys().next().expect("a phase");
    let at = |x| Place { lane, phase, at: SheetPoint::new(x, 40) };
    let on_screen = |x| person.app().place_on_screen(at(x)).expect("on the sheet").x;
    (on_screen(100) - on_screen(0)) / 100.0
}

/// The sheet between the tools and the bar at the foot.
fn sheet_of(person: &Person) -> Rect {
    let mut rect = person.everything();
    rect.min.y += ABOVE;
    rect.max.y -= BELOW;
    rect
}

fn tidied(blueprint: Blueprint) -> Blueprint {
    let mut person = Person::at_blueprint(blueprint).open();
    person.press(Modifiers::COMMAND, Key::L);
    person.assert_apart();
    person.blueprint().clone()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots")
}

fn looks(
    service: Service,
    (theme, language): (Theme, Language),
    blueprint: &Blueprint,
    zoom: f32,
    when: &str,
) -> Option<SnapshotError> {
    let mut person = window(blueprint.clone(), zoom, theme, language);
    let part = sheet_of(&person);
    let theme = if theme == Theme::Dark { "dark" } else { "light" };
    let language = if language == Language::Chinese { "zh" } else { "en" };
    let percent = (zoom * 100.0).round();
    let name = format!("{when}-{}-{language}-{theme}-{percent}", service.name());
    compared(&mut person, part, &folder(), &name)
}

fn held_in(language: Language) {
    if !renderer_is_there() {
        return;
    }
    let mut different = Vec::new();
    for service in Service::ALL {
        let before = strewn(service.blueprint(language));
        let after = tidied(before.clone());
        for theme in [Theme::Light, Theme::Dark] {
            for zoom in [1.0, 0.5] {
                different.extend(looks(service, (theme, language), &after, zoom, "tidied"));
            }
        }
        if language == Language::English {
            let look = (Theme::Light, language);
            different.extend(looks(service, look, &before, 0.5, "strewn"));
        }
    }
    assert_same(&different);
}

#[test]
fn tidied_sheets_in_english() {
    held_in(Language::English);
}

#[test]
fn tidied_sheets_in_chinese() {
    held_in(Language::Chinese);
}

#[test]
fn the_repair_shop_in_rows() {
    if !renderer_is_there() {
        return;
    }
    let mut different = Vec::new();
    for (theme, language, name) in [
        (Theme::Light, Language::English, "rows-en-light"),
        (Theme::Dark, Language::Chinese, "rows-zh-dark"),
    ] {
        let blueprint = tidied(Service::RepairShop.blueprint(language));
        let setup = Person::at_blueprint(blueprint).theme(theme).language(language);
        let mut person = setup.size(1200.0, 1200.0).open();
        for key in [Key::F6, Key::F7, Key::F8] {
            person.press(Modifiers::NONE, key);
        }
        person.press(Modifiers::SHIFT, Key::Num3);
        person.point_away();
        let part = sheet_of(&person);
        different.extend(compared(&mut person, part, &folder(), name));
    }
    assert_same(&different);
}
