//! The pictures of the user's guide: `assets/guide/<language>/pictures/<name>.png`, the same scenes in
//! every language, made and compared like all other pictures.
//!
//! A picture is an entry of a [`Scene`]: a name, and how a person gets there in the scene's window
//! from where the picture before it left it, which answers the part that is to be seen. The window is
//! that of the language; `person.word` has its texts, `person.either` the names in its samples.
//!
//! The guide shows two pixels of a picture as one point of the screen, and what is wider than a page
//! smaller; hence parts of a window are taken at a larger scale than whole ones.
//!
//! A new picture is an entry here first, is made with `UPDATE_SNAPSHOTS=true`, and then listed in
//! `src/guide/pages.rs`, which builds it into the program.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Key, Modifiers, Order, Pos2, Rect, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Node, SnapshotError, SnapshotOptions, try_image_snapshot_options};
use onstage::blueprint::{Line, Zone};
use onstage::wording::Language;

use super::few_colours;
use super::redesign::draw_up_rules;
use crate::context::{Computer, Person, Setup, assert_same, renderer_is_there};

/// A picture of the guide: its name, and how to get there.
type Picture = (&'static str, fn(&mut Person) -> Rect);

/// A window, opened once, and the pictures that are made in it, one after the other.
struct Scene {
    window: fn() -> Setup,
    pictures: &'static [Picture],
}

/// Between what is shown and the edge of its picture.
const AIR: f32 = 8.0;

/// The licence office without palette and tables, tall enough for a long side panel.
fn panel() -> Setup {
    office().size(820.0, 1020.0).scale(2.0).settings(|settings| {
        (settings.palette, settings.table) = (false, false);
    })
}

fn office() -> Setup {
    Person::at("driver-licence-office")
}

/// A sample's sheet alone.
fn sheet(sample: &str) -> Setup {
    Person::at(sample).size(940.0, 640.0).scale(1.25).settings(|settings| {
        (settings.palette, settings.side, settings.table) = (false, false, false);
    })
}

/// A sample's sheet with what lies below it, which is enlarged.
fn charts(sample: &str) -> Setup {
    Person::at(sample).size(760.0, 500.0).scale(1.5).settings(|settings| {
        (settings.palette, settings.side) = (false, false);
    })
}

/// All pictures of the guide.
const SCENES: &[Scene] = &[
    Scene {
        window: || Person::at_start_screen().size(1200.0, 780.0),
        pictures: &[("start-screen", |person| person.everything())],
    },
    Scene {
        window: || office().size(1200.0, 780.0),
        pictures: &[
            ("licence-office", |person| person.everything()),
            ("compare", |person| {
                person.click_role(Role::Button, &person.word("command-compare"));
                person.point_away();
                person.everything()
            }),
        ],
    },
    Scene {
        window: panel,
        pictures: &[
            ("bottleneck-box", |person| {
                let below = person.tab("tab-capacity").top() - 20.0;
                person.beside(person.region("region-figures").y, below)
            }),
            ("demand-panel", |person| {
                person.click_role(Role::Tab, &person.word("tab-blueprint"));
                person.point_away();
                person.beside(
                    person.tab("tab-blueprint").top(),
                    person.end_of("details-section-money"),
                )
            }),
            ("step-panel", |person| {
                person.click_card(person.either("Check violations", "检查违章与限制情况"));
                person.point_away();
                person.beside(
                    person.tab("tab-step").top(),
                    person.end_of("details-section-documents"),
                )
            }),
            ("fail-point", |person| {
                person.click_card(person.either("Eye test", "眼睛测试"));
                person.toggle("details-fail");
                person.toggle("details-wait");
                person.point_away();
                person.beside(
                    person.head_of("details-fail").top() + 6.0,
                    person.end_of("details-wait"),
                )
            }),
            ("problems-list", |person| {
                person.click_card(person.either("Check violations", "检查违章与限制情况"));
                person.fill(&person.word("details-time"), "");
                person.click_card(person.either("Eye test", "眼睛测试"));
                let recovery = person.word("details-recovery");
                let field = Role::MultilineTextInput;
                person.window.get_by_role_and_label(field, &recovery).scroll_to_me();
                person.wait();
                person.click_role(field, &recovery);
                person.press(Modifiers::COMMAND, Key::A);
                person.press(Modifiers::NONE, Key::Delete);
                person.press(Modifiers::NONE, Key::Tab);
                assert!(person.scenario().steps().len() > 10, "only texts were deleted");
                let tab = person.tab("tab-problems");
                person.click_at(tab.center());
                person.point_away();
                person.beside(tab.top(), person.last_text())
            }),
        ],
    },
    Scene {
        window: || panel().size(820.0, 1290.0),
        pictures: &[
            ("figures-panel", |person| {
                person.toggle("section-load-by-step");
                person.toggle("section-what-would-help");
                for section in ["section-time", "section-experience", "section-labour"] {
                    person.toggle(section);
                }
                person.point_away();
                person.beside(
                    person.head_of("section-time").top() + 6.0,
                    person.end_of("section-labour"),
                )
            }),
            ("why-popup", |person| {
                for section in ["section-time", "section-experience", "section-labour"] {
                    person.toggle(section);
                }
                let tile = person.word("figure-throughput-time");
                let tile = person.window.query_all_by_label_contains(&tile).next();
                tile.expect("the tile").click();
                person.wait();
                person.point_away();
                let below = person.tab("tab-capacity").top() - 20.0;
                let figures = person.beside(person.region("region-figures").y, below);
                figures.union(person.in_front().expand(AIR))
            }),
            ("levers", |person| {
                person.press(Modifiers::NONE, Key::Escape);
                person.toggle("section-levers");
                person.named(Role::Slider, &person.word("levers-demand")).focus();
                person.wait();
                // A press moves it by two.
                for _ in 0..6 {
                    person.press(Modifiers::NONE, Key::ArrowRight);
                }
                person.click(person.either("One Records officer more", "多 1 名记录核查员"));
                person.point_away();
                let below = person.place_of(&person.word("levers-times-of-roles")).top();
                person.beside(person.region("region-figures").y, below)
            }),
        ],
    },
    Scene {
        window: || {
            office().size(940.0, 790.0).scale(1.25).settings(|settings| {
                (settings.palette, settings.table) = (false, false);
            })
        },
        pictures: &[("suggestion", |person| {
            person.toggle("section-load-by-step");
            let second = person.either("Second Records officer", "增加 1 名记录核查员");
            let second = person.window.query_all_by_label_contains(second).next();
            second.expect("the suggestion").click();
            person.wait();
            person.below_tools()
        })],
    },
    Scene {
        window: || sheet("driver-licence-office"),
        pictures: &[
            ("blueprint-zones", |person| person.below_tools()),
            ("line-dragged", |person| {
                let from = person.app().line_on_screen(Line::Visibility).expect("a line");
                let printer =
                    person.card(person.either("Photo & card printer", "照片与制证打印机"));
                person.drag_and_hold(from, Pos2::new(from.x, printer.y - 50.0));
                person.below_tools()
            }),
            ("space-tool", |person| {
                person.press(Modifiers::NONE, Key::Escape);
                person.window.drop_at(Pos2::ZERO);
                person.wait();
                let card =
                    person.card_rect(person.either("Check violations", "检查违章与限制情况"));
                let from = card.left_center() - Vec2::new(14.0, 0.0);
                person.click_at(card.right_center() + Vec2::new(60.0, 0.0));
                person.press(Modifiers::NONE, Key::S);
                person.drag_and_hold(from, from + Vec2::new(70.0, 0.0));
                person.below_tools()
            }),
        ],
    },
    Scene {
        window: || sheet("hotel-room-service").size(690.0, 640.0).scale(1.5),
        pictures: &[("visit-fork", |person| {
            person.click_card(person.either("Drinks?", "要饮料吗？"));
            person.point_away();
            person.below_tools()
        })],
    },
    Scene {
        window: || sheet("empty-sheet").size(1120.0, 720.0).scale(2.0),
        pictures: &[("drawing-handle", |person| {
            let orders = person.either("Orders", "点单");
            let takes = person.either("Takes order", "接单");
            for (zone, name) in [(Zone::Customer, orders), (Zone::Frontstage, takes)] {
                person.double_click_at(person.point_in(zone, 100));
                person.enter(name);
            }
            person.connect(orders, takes);
            person.click_card(takes);
            let card = person.card_rect(takes);
            let handle = card.right_center();
            person.drag_and_hold(handle, handle + Vec2::new(170.0, 6.0));
            let top = person.card_rect(orders).top() - 40.0;
            Rect::from_min_max(Pos2::new(0.0, top), card.max + Vec2::new(330.0, 60.0))
        })],
    },
    Scene {
        window: || charts("driver-licence-office"),
        pictures: &[
            ("load-chart", |person| person.enlarged("chart-tab-load")),
            ("waiting-chart", |person| {
                person.command(&person.word("command-show-waiting"));
                person.point_away();
                person.below_tools()
            }),
            ("table-steps", |person| {
                person.command(&person.word("command-show-steps"));
                let row = person.either("Collect payment", "处理与记录收费");
                person.click_cell(row, &person.word("column-time"));
                person.press(Modifiers::SHIFT, Key::ArrowDown);
                person.press(Modifiers::SHIFT, Key::ArrowDown);
                person.point_away();
                person.below_tools()
            }),
        ],
    },
    Scene {
        window: || charts("hotel-room-service"),
        pictures: &[("visit-chart", |person| person.enlarged("chart-tab-visit"))],
    },
    Scene {
        window: || charts("corner-shoeshine"),
        pictures: &[("money-chart", |person| person.enlarged("chart-tab-money"))],
    },
    Scene {
        window: || office().size(1280.0, 720.0),
        pictures: &[("redesign-dialog", |person| {
            draw_up_rules(person);
            person.in_front().expand(AIR)
        })],
    },
    Scene {
        window: || Person::at("empty-sheet").size(1000.0, 620.0).scale(1.25),
        pictures: &[("import-dialog", |person| {
            let computer = Computer::new();
            let file = computer.file("steps.csv", table_of_the_guide(person));
            person.press(Modifiers::COMMAND, Key::I);
            person.answer_path(&file);
            person.point_away();
            person.in_front().expand(AIR)
        })],
    },
    Scene {
        window: || office().size(800.0, 600.0).scale(1.5),
        pictures: &[("finder", |person| {
            person.press(Modifiers::COMMAND, Key::K);
            person.type_text(person.either("lane", "泳道"));
            person.point_away();
            person.in_front().expand(3.0 * AIR)
        })],
    },
];

/// The steps of the coffee bar, as the guide's page of tables has them.
fn table_of_the_guide(person: &Person) -> String {
    let page = folder(person.language()).with_file_name("tables.md");
    let page = std::fs::read_to_string(page).expect("the page of tables");
    let (_, after) = page.split_once("<!-- file: steps.csv -->\n```csv\n").expect("the table");
    after.split_once("```").expect("its end").0.to_owned()
}

impl Person {
    /// Where a part of the window begins.
    fn region(&self, key: &str) -> Pos2 {
        let name = self.word(key);
        self.window.get_by_role_and_label(Role::Region, &name).rect().min
    }

    /// A tab by its name, which a number may follow.
    fn tab(&self, key: &str) -> Rect {
        let name = self.words().with(key, &[("count", 0.into())]);
        self.named(Role::Tab, &name).rect()
    }

    /// The first thing of a sort whose name begins so.
    fn named(&self, role: Role, start: &str) -> Node<'_> {
        let all = self.window.query_all_by_role(role);
        let mut named = all.filter(|node| {
            node.accesskit_node().label().is_some_and(|label| label.starts_with(start))
        });
        named.next().unwrap_or_else(|| panic!("no {role:?} {start}"))
    }

    /// The head of a section of the side panel.
    fn head_of(&self, key: &str) -> Rect {
        self.window.get_by_role_and_label(Role::DisclosureTriangle, &self.word(key)).rect()
    }

    /// Opens or closes a section of the side panel.
    fn toggle(&mut self, key: &str) {
        let name = self.word(key);
        self.window.get_by_role_and_label(Role::DisclosureTriangle, &name).scroll_to_me();
        self.wait();
        self.click_role(Role::DisclosureTriangle, &name);
        self.rest();
    }

    /// Where a section of the side panel ends: before the next one, or at its head where it is the
    /// last and closed.
    fn end_of(&self, key: &str) -> f32 {
        let head = self.head_of(key);
        let all = self.window.query_all_by_role(Role::DisclosureTriangle);
        let below = all
            .map(|other| other.rect())
            .filter(|other| other.top() > head.top() && (other.left() - head.left()).abs() < 2.0);
        below.map(|other| other.top() - 4.0).reduce(f32::min).unwrap_or(head.bottom() + AIR)
    }

    /// The side panel between two heights.
    fn beside(&self, top: f32, bottom: f32) -> Rect {
        let left = self.region("region-figures").x - AIR;
        let right = self.everything().right() - 4.0;
        Rect::from_min_max(Pos2::new(left, top - AIR), Pos2::new(right, bottom))
    }

    /// Where the last text of the side panel ends.
    fn last_text(&self) -> f32 {
        let left = self.region("region-figures").x;
        let bottom = self.everything().bottom() - 30.0;
        let texts = self.painted().into_iter().map(|(_, rect, _)| rect);
        let beside = texts.filter(|rect| rect.left() >= left && rect.bottom() < bottom);
        beside.map(|rect| rect.bottom() + 2.0 * AIR).reduce(f32::max).expect("a text")
    }

    /// All between the tools and the bar at the foot.
    fn below_tools(&self) -> Rect {
        let mut rect = self.everything();
        rect.min.y = 72.0;
        rect.max.y -= 24.0;
        rect
    }

    /// Shows a tab of what lies below the sheet across the sheet.
    fn enlarged(&mut self, tab: &str) -> Rect {
        self.command(&self.word(&tab.replace("chart-tab-", "command-show-")));
        self.click_role(Role::Button, &self.word("chart-enlarge"));
        self.point_away();
        self.below_tools()
    }

    /// Where the dialog or the card is that lies in front of the window.
    fn in_front(&self) -> Rect {
        self.window.ctx.memory(|memory| {
            let layers: Vec<_> = memory.layer_ids().collect();
            let mut areas = layers.into_iter().rev().filter(|layer| {
                matches!(layer.order, Order::Middle | Order::Foreground)
                    && memory.areas().is_visible(layer)
            });
            areas.find_map(|layer| memory.area_rect(layer.id)).expect("something in front")
        })
    }
}

fn folder(language: Language) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("assets/guide")
        .join(language.code())
        .join("pictures")
}

/// How far a picture may be off from one that is held in few colours: what is moved or written
/// otherwise is off by several times as much.
fn tolerance() -> SnapshotOptions {
    SnapshotOptions::new().threshold(50.0).max_failed_pixels(40)
}

/// Compares a part of the window with the picture that is held, and answers what differs.
pub fn compared(
    person: &mut Person,
    part: Rect,
    folder: &Path,
    name: &str,
) -> Option<SnapshotError> {
    let mut picture = person.crop(part, 0.0);
    // Edges between two pixels are left a little transparent by the renderer.
    picture.pixels_mut().for_each(|pixel| pixel[3] = u8::MAX);
    let path = folder.join(name).with_extension("png");
    let held = std::fs::read(&path).ok();
    let options = tolerance().output_path(folder);
    let different = try_image_snapshot_options(&picture, name, &options).err();
    // Renewed, as was asked.
    if different.is_none() && std::fs::read(&path).ok() != held {
        std::fs::write(&path, few_colours::png(&picture)).expect("a file");
    }
    different
}

fn pictures_are_as_held(language: Language) {
    let folder = folder(language);
    if renderer_is_there() {
        let mut different = Vec::new();
        for Scene { window, pictures } in SCENES {
            let mut person = window().language(language).open();
            for (name, show) in *pictures {
                let part = show(&mut person);
                different.extend(compared(&mut person, part, &folder, name));
            }
        }
        assert_same(&different);
    }

    let all = SCENES.iter().flat_map(|scene| scene.pictures);
    let names: Vec<String> = all.map(|(name, _)| format!("{name}.png")).collect();
    let different: BTreeSet<String> = names.iter().cloned().collect();
    assert_eq!(different.len(), names.len(), "every picture has a name of its own");
    let files = std::fs::read_dir(folder).expect("a folder of pictures");
    let files = files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned());
    // Pictures of a failed comparison lie beside the others for a while.
    let held: BTreeSet<String> = files.filter(|name| name.split('.').count() == 2).collect();
    assert_eq!(held, different, "no picture is left over");
}

#[test]
fn pictures_in_english() {
    pictures_are_as_held(Language::English);
}

#[test]
fn pictures_in_chinese() {
    pictures_are_as_held(Language::Chinese);
}
