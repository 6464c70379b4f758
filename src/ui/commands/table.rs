//! The table of commands: one row each. What a row does is a function of the window.

use egui::{Context, Key, Modifiers, ThemePreference};

use crate::drawing::{Alignment, Spacing};
use crate::storage::preferences::Scale;
use crate::ui::app::App;
use crate::ui::dialogs::{About, AskRemoveComments, Gallery, Shortcuts};
use crate::ui::files::{Intent, Purpose};
use crate::ui::finder::{Finder, Sought};
use crate::ui::line_move::LineMove;
use crate::ui::reviewing::ReviewWish;
use crate::ui::settings::Settings;
use crate::ui::towards::Towards;
use crate::ui::{filter, icons};

use super::face::{Face, Keys, Mark};
use super::lenses;
use super::names_now::{folding, named_edit, what_comes_here};
use super::obstacles as why;
use super::sheets;
use super::{Command, Group, Submenu};

const PLAIN: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
/// Ctrl, and ⌘ on a Mac.
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
const CTRL_ALT: Modifiers = Modifiers::COMMAND.plus(Modifiers::ALT);

/// What a command does.
type Act = Box<dyn Fn(&mut App, &Context)>;

/// A row of the table: how a command presents itself, and what it does.
pub(in crate::ui) struct Row {
    pub face: Face,
    pub act: Act,
}

impl Face {
    /// Ends a row with what the command does.
    fn does(self, act: impl Fn(&mut App, &Context) + 'static) -> Row {
        Row { face: self, act: Box::new(act) }
    }

    /// Ends a row of a setting with what becomes of the settings.
    fn sets(self, change: impl Fn(Settings) -> Settings + 'static) -> Row {
        self.does(move |app, ctx| app.set(ctx, change(app.settings)))
    }
}

/// How a command presents itself.
pub(in crate::ui) fn face(command: Command) -> Face {
    row(command).face
}

/// The row of a command.
#[expect(clippy::too_many_lines, reason = "the table: one row after another")]
pub(in crate::ui) fn row(command: Command) -> Row {
    use Command as C;
    use Group as G;
    use Mark::{AfterTyping, AtStart, OnSheet, OnlyLooks, OpensField, WhileTyping};
    let of = Face::of;
    match command {
        // Files.
        C::New => of(G::File, "command-new")
            .section(1)
            .icon(icons::FILE_PLUS)
            .keys(&[(CTRL, Key::N)])
            .marked(&[AtStart, AfterTyping])
            .does(|app, ctx| app.pursue(ctx, Intent::New)),
        C::Templates => of(G::File, "command-templates")
            .section(1)
            .keys(&[(CTRL_SHIFT, Key::N)])
            .marked(&[AtStart])
            .does(|app, _| app.ask(Gallery::default())),
        C::Open => of(G::File, "command-open")
            .section(1)
            .icon(icons::FOLDER_OPEN)
            .keys(&[(CTRL, Key::O)])
            .marked(&[AtStart, AfterTyping])
            .does(|app, ctx| app.pursue(ctx, Intent::ChooseFile)),
        C::Import => of(G::File, "command-import")
            .hint("command-import-hint")
            .section(1)
            .keys(&[(CTRL, Key::I)])
            .marked(&[AtStart, AfterTyping])
            .does(|app, ctx| app.choose(ctx, Purpose::Import)),
        C::ReadSurvey => of(G::File, "command-read-survey")
            .hint("command-read-survey-hint")
            .section(1)
            .does(|app, ctx| app.choose(ctx, Purpose::Import)),
        C::Save => of(G::File, "command-save")
            .section(2)
            .icon(icons::SAVE)
            .keys(&[(CTRL, Key::S)])
            .marked(&[AfterTyping])
            .does(|app, ctx| app.save(ctx, None)),
        C::SaveAs => of(G::File, "command-save-as")
            .section(2)
            .keys(&[(CTRL_SHIFT, Key::S)])
            .marked(&[AfterTyping])
            .does(App::save_as),
        C::Revert => of(G::File, "command-revert")
            .hint("command-revert-hint")
            .section(2)
            .unless(why::nothing_unsaved)
            .does(App::revert),
        C::Export => of(G::File, "command-export")
            .hint("command-export-hint")
            .section(3)
            .keys(&[(CTRL, Key::E)])
            .marked(&[AfterTyping])
            .does(|app, _| app.open_export()),
        C::Report => of(G::File, "command-report")
            .hint("command-report-hint")
            .section(3)
            .marked(&[AfterTyping])
            .does(|app, _| app.open_report_export()),
        C::Print => of(G::File, "command-print")
            .hint("command-print-hint")
            .section(3)
            .keys(&[(CTRL, Key::P)])
            .marked(&[AfterTyping])
            .unless(why::no_steps)
            .does(App::print),
        C::Review => of(G::File, "command-review")
            .hint("command-review-hint")
            .section(3)
            .marked(&[AtStart, AfterTyping])
            .on(|_, view| view.reviewing.is_some())
            .does(App::begin_or_end_review),
        C::SaveReviewedCopy => of(G::File, "command-save-reviewed-copy")
            .hint("command-save-reviewed-copy-hint")
            .section(3)
            .marked(&[AfterTyping])
            .does(|app, ctx| app.grant_review(ctx, ReviewWish::SaveCopy)),
        C::AskForReview => of(G::File, "command-ask-for-review")
            .hint("command-ask-for-review-hint")
            .section(3)
            .marked(&[AfterTyping])
            .does(|app, ctx| app.grant_review(ctx, ReviewWish::Ask(String::new()))),
        C::TakeNotes => of(G::File, "command-take-notes")
            .hint("command-take-notes-hint")
            .section(3)
            .unless(why::no_notes)
            .does(|app, ctx| app.grant_review(ctx, ReviewWish::TakeNotes)),
        C::RemoveComments => of(G::File, "command-remove-comments")
            .section(3)
            .unless(why::nothing_said)
            .does(|app, _| app.ask(AskRemoveComments)),
        C::StartScreen => of(G::File, "command-start-screen")
            .section(4)
            .marked(&[AtStart])
            .does(App::show_start_screen),
        C::Quit => of(G::File, "command-quit")
            .section(4)
            .keys(&[(CTRL, Key::Q)])
            .marked(&[AtStart, AfterTyping])
            .does(|app, ctx| app.pursue(ctx, Intent::Quit)),

        // What was done.
        C::Undo => of(G::Edit, "command-undo")
            .section(1)
            .icon(icons::UNDO)
            .keys(&[(CTRL, Key::Z)])
            .named_now(|view| {
                named_edit(view, "command-undo", "undo-named", view.editor.undo_name())
            })
            .unless(why::nothing_to_undo)
            .does(|app, _| app.undo()),
        C::Redo => of(G::Edit, "command-redo")
            .section(1)
            .icon(icons::REDO)
            .keys(&[(CTRL, Key::Y), (CTRL_SHIFT, Key::Z)])
            .keys_on_mac(&[(CTRL_SHIFT, Key::Z), (CTRL, Key::Y)])
            .named_now(|view| {
                named_edit(view, "command-redo", "redo-named", view.editor.redo_name())
            })
            .unless(why::nothing_to_redo)
            .does(|app, _| app.redo()),

        // The clipboard, and what is selected.
        C::Cut => of(G::Edit, "command-cut")
            .section(2)
            .of_system(Key::X)
            .unless(why::no_steps_selected)
            .does(|app, ctx| {
                app.copy(ctx);
                app.delete(ctx);
            }),
        C::Copy => of(G::Edit, "command-copy")
            .section(2)
            .icon(icons::COPY)
            .of_system(Key::C)
            .unless(why::no_steps_selected)
            .does(App::copy),
        C::CopyPicture => of(G::Edit, "command-copy-picture")
            .section(2)
            .also_in(G::File, 3)
            .keys(&[(CTRL_SHIFT, Key::C)])
            .unless(why::no_steps)
            .does(App::copy_picture),
        C::Paste => of(G::Edit, "command-paste")
            .section(2)
            .icon(icons::CLIPBOARD_PASTE)
            .hint("command-paste-hint")
            .of_system(Key::V)
            .does(|_, ctx| ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste)),
        C::Duplicate => of(G::Edit, "command-duplicate")
            .section(2)
            .icon(icons::COPY)
            .keys(&[(CTRL, Key::D)])
            .unless(why::no_steps_selected)
            .does(App::duplicate),
        C::Delete => of(G::Edit, "command-delete")
            .section(2)
            .icon(icons::TRASH)
            .keys(&[(PLAIN, Key::Delete), (PLAIN, Key::Backspace)])
            .unless(why::nothing_selected)
            .does(App::delete),
        C::Rename => of(G::Edit, "command-rename")
            .section(3)
            .icon(icons::PENCIL)
            // A link has words beside it, but no name.
            .named_now(|view| {
                let link = view.editor.selection().only_link().is_some();
                view.text(if link { "link-label" } else { "command-rename" }).to_owned()
            })
            .keys(&[(PLAIN, Key::F2), (PLAIN, Key::Enter)])
            .marked(&[OnSheet, OpensField])
            .unless(why::nothing_to_type)
            .does(|app, _| app.rename_selected()),
        C::SelectAll => of(G::Edit, "command-select-all")
            .section(3)
            .keys(&[(CTRL, Key::A)])
            .unless(why::no_steps)
            .does(|app, _| app.select_all()),
        C::SelectNone => of(G::Edit, "command-select-none")
            .section(3)
            .keys(&[(PLAIN, Key::Escape)])
            .does(|app, _| app.select_none()),
        C::SelectSameRole => of(G::Edit, "command-select-same-role")
            .within(Submenu::Select, 1)
            .unless(why::no_steps_selected)
            .does(|app, _| app.select_alike(filter::of_same_roles)),
        C::SelectSameLane => of(G::Edit, "command-select-same-lane")
            .within(Submenu::Select, 1)
            .unless(why::no_steps_selected)
            .does(|app, _| app.select_alike(filter::of_same_lanes)),
        C::SelectUntimed => of(G::Edit, "command-select-untimed")
            .within(Submenu::Select, 1)
            .unless(why::none_untimed)
            .does(|app, _| app.select_untimed()),

        // Order on the sheet.
        C::TidyUp => of(G::Edit, "command-tidy-up")
            .within(Submenu::Arrange, 1)
            .keys(&[(CTRL, Key::L)])
            .marked(&[OnSheet])
            .unless(why::no_steps)
            .does(App::tidy_up),
        C::Align(alignment) => {
            let (text, section, keys): (_, _, Keys) = match alignment {
                Alignment::Left => ("command-align-left", 2, &[(CTRL_SHIFT, Key::ArrowLeft)]),
                Alignment::Centre => ("command-align-centre", 2, &[]),
                Alignment::Right => ("command-align-right", 2, &[(CTRL_SHIFT, Key::ArrowRight)]),
                Alignment::Top => ("command-align-top", 3, &[(CTRL_SHIFT, Key::ArrowUp)]),
                Alignment::Middle => ("command-align-middle", 3, &[]),
                Alignment::Bottom => ("command-align-bottom", 3, &[(CTRL_SHIFT, Key::ArrowDown)]),
            };
            of(G::Edit, text)
                .within(Submenu::Arrange, section)
                .keys(keys)
                .marked(&[OnSheet])
                .unless(move |view| why::no_line(view, alignment))
                .does(move |app, ctx| app.align(ctx, alignment))
        }
        C::Distribute(spacing) => {
            let (text, keys): (_, Keys) = match spacing {
                Spacing::Horizontally => {
                    ("command-distribute-horizontally", &[(CTRL_SHIFT, Key::H)])
                }
                Spacing::Vertically => ("command-distribute-vertically", &[(CTRL_SHIFT, Key::J)]),
            };
            of(G::Edit, text)
                .within(Submenu::Arrange, 4)
                .keys(keys)
                .marked(&[OnSheet])
                .unless(move |view| why::no_row(view, spacing))
                .does(move |app, ctx| app.distribute(ctx, spacing))
        }
        C::Find => of(G::Edit, "command-find")
            .section(5)
            .icon(icons::SEARCH)
            .keys(&[(CTRL, Key::F)])
            .marked(&[WhileTyping, OpensField])
            .does(|app, _| app.ask(Finder::new(Sought::Thing))),

        // What is seen of the sheet.
        C::ZoomIn => of(G::View, "command-zoom-in")
            .section(1)
            .icon(icons::PLUS)
            .keys(&[(CTRL, Key::Plus), (CTRL, Key::Equals)])
            .marked(&[OnSheet, OnlyLooks])
            .does(|app, _| app.canvas.zoom_in(app.editor.selection())),
        C::ZoomOut => of(G::View, "command-zoom-out")
            .section(1)
            .icon(icons::MINUS)
            .keys(&[(CTRL, Key::Minus)])
            .marked(&[OnSheet, OnlyLooks])
            .does(|app, _| app.canvas.zoom_out(app.editor.selection())),
        C::ZoomActual => of(G::View, "command-zoom-actual")
            .section(1)
            .keys(&[(CTRL, Key::Num0)])
            .marked(&[OnSheet, OnlyLooks])
            .does(|app, _| app.canvas.zoom_actual(app.editor.selection())),
        C::FitAll => of(G::View, "command-fit-all")
            .section(1)
            .icon(icons::FIT)
            .keys(&[(SHIFT, Key::Num1)])
            .marked(&[OnSheet, OnlyLooks])
            .unless(why::no_steps)
            .does(|app, _| app.canvas.fit_all()),
        C::FitSelection => of(G::View, "command-fit-selection")
            .section(1)
            .keys(&[(SHIFT, Key::Num2)])
            .marked(&[OnSheet])
            .unless(why::no_steps_selected)
            .does(|app, _| {
                let steps = app.editor.selection().steps.clone();
                app.canvas.fit_steps(steps);
            }),
        C::Lens(lens) => lenses::face(lens).does(move |app, _| app.look_through(lens)),
        C::WalkThrough => of(G::View, "command-walk-through")
            .hint("command-walk-through-hint")
            .within(Submenu::Lens, 1)
            .unless(why::no_steps)
            .does(|app, _| app.start_or_stop_walking()),
        C::ClearFilter => of(G::View, "command-clear-filter")
            .within(Submenu::Filter, 1)
            .marked(&[OnlyLooks])
            .unless(why::no_filter)
            .does(|app, _| app.filter = app.filter.cleared()),
        C::FoldZone(zone) => of(G::View, "command-fold-zone")
            .within(Submenu::Zones, 1)
            .named(move |words| {
                words.with("command-fold-zone-in", &[("zone", words.zone(zone).into())])
            })
            .named_now(move |view| folding(view, zone))
            .unless(move |view| why::no_lane(view, zone))
            .does(move |app, ctx| app.fold_zone(ctx, zone)),
        C::ShowMap => of(G::View, "command-show-map")
            .section(2)
            .marked(&[OnlyLooks])
            .on(|_, view| view.settings.map)
            .sets(|now| Settings { map: !now.map, ..now }),
        C::ShowPins => of(G::View, "command-show-pins")
            .hint("command-show-pins-hint")
            .section(2)
            .marked(&[OnlyLooks])
            .on(|_, view| view.settings.pins)
            .sets(|now| Settings { pins: !now.pins, ..now }),
        C::ShowComments => of(G::View, "command-show-comments")
            .hint("command-show-comments-hint")
            .section(2)
            .unless(why::nothing_said)
            .does(App::show_comments),
        C::FoldIntoRows => of(G::View, "command-fold-into-rows")
            .section(1)
            .keys(&[(SHIFT, Key::Num3)])
            .marked(&[OnSheet, OnlyLooks])
            .unless(why::no_steps)
            .on(|_, view| view.settings.rows)
            .does(App::fold_into_rows),
        C::ShowHints => of(G::View, "command-show-hints")
            .section(2)
            .marked(&[OnlyLooks])
            .on(|_, view| view.settings.hints)
            .sets(|now| Settings { hints: !now.hints, ..now }),

        // Panels.
        C::ShowPalette => of(G::View, "command-show-palette")
            .section(3)
            .icon(icons::PANEL_LEFT)
            .keys(&[(PLAIN, Key::F6)])
            .marked(&[OnlyLooks])
            .named_now(|view| view.words.text("region-palette").to_owned())
            .on(|_, view| view.settings.palette)
            .does(App::show_or_hide_palette),
        C::ShowSide => of(G::View, "command-show-side")
            .section(3)
            .icon(icons::PANEL_RIGHT)
            .keys(&[(PLAIN, Key::F7)])
            .marked(&[OnlyLooks])
            .named_now(|view| view.words.text("region-figures").to_owned())
            .on(|_, view| view.settings.side)
            .sets(|now| Settings { side: !now.side, ..now }),
        C::ShowTable => of(G::View, "command-show-table")
            .section(3)
            .icon(icons::PANEL_BOTTOM)
            .keys(&[(PLAIN, Key::F8)])
            .marked(&[OnlyLooks])
            .named_now(|view| view.words.text("region-below").to_owned())
            .on(|_, view| view.settings.table)
            .sets(|now| Settings { table: !now.table, ..now }),
        C::ShowBelow(tab) => of(G::View, tab.command_key())
            .within(Submenu::Below, 1)
            .marked(&[OnlyLooks])
            .unless(why::no_steps)
            .on(move |_, view| view.bottom.tab == tab)
            .does(move |app, ctx| app.show_below(ctx, tab)),
        C::Enlarge => of(G::View, "command-enlarge")
            .within(Submenu::Below, 2)
            .keys(&[(PLAIN, Key::F9)])
            .marked(&[OnlyLooks])
            .named_now(|view| view.words.text("view-enlarged").to_owned())
            .on(|_, view| view.playing.map_or(view.bottom.enlarged, |playing| playing.is_wide))
            // While a day is played it is the sheet that gets the window.
            .does(|app, _| match &mut app.modes.playing {
                Some(playing) => playing.is_wide = !playing.is_wide,
                None => app.bottom.enlarged = !app.bottom.enlarged,
            }),
        C::CopyChart => of(G::View, "command-copy-chart")
            .icon(icons::COPY)
            .within(Submenu::Below, 2)
            .marked(&[OnlyLooks])
            .unless(why::no_chart)
            .does(App::copy_chart),

        // How the window looks.
        C::ThemeLight => of(G::View, "command-theme-light")
            .within(Submenu::Appearance, 1)
            .icon(icons::SUN)
            .marked(&[AtStart, OnlyLooks])
            .on(|ctx, _| is_theme(ctx, ThemePreference::Light))
            .sets(|now| Settings { theme: ThemePreference::Light, ..now }),
        C::ThemeDark => of(G::View, "command-theme-dark")
            .within(Submenu::Appearance, 1)
            .icon(icons::MOON)
            .marked(&[AtStart, OnlyLooks])
            .on(|ctx, _| is_theme(ctx, ThemePreference::Dark))
            .sets(|now| Settings { theme: ThemePreference::Dark, ..now }),
        C::ThemeSystem => of(G::View, "command-theme-system")
            .within(Submenu::Appearance, 1)
            .icon(icons::CONTRAST)
            .marked(&[AtStart, OnlyLooks])
            .on(|ctx, _| is_theme(ctx, ThemePreference::System))
            .sets(|now| Settings { theme: ThemePreference::System, ..now }),
        C::Contrast => of(G::View, "command-contrast")
            .within(Submenu::Appearance, 2)
            .icon(icons::CONTRAST)
            .marked(&[AtStart, OnlyLooks])
            .on(|_, view| view.settings.contrast)
            .sets(|now| Settings { contrast: !now.contrast, ..now }),
        C::Motion => of(G::View, "command-motion")
            .within(Submenu::Appearance, 2)
            .marked(&[AtStart, OnlyLooks])
            .on(|_, view| !view.settings.motion)
            .sets(|now| Settings { motion: !now.motion, ..now }),
        C::Larger => of(G::View, "command-larger")
            .within(Submenu::Appearance, 3)
            .keys(&[(CTRL_SHIFT, Key::Period)])
            .marked(&[AtStart, OnlyLooks, WhileTyping])
            .unless(why::largest)
            .does(|app, ctx| app.scale_to(ctx, app.settings.scale.larger())),
        C::Smaller => of(G::View, "command-smaller")
            .within(Submenu::Appearance, 3)
            .keys(&[(CTRL_SHIFT, Key::Comma)])
            .marked(&[AtStart, OnlyLooks, WhileTyping])
            .unless(why::smallest)
            .does(|app, ctx| app.scale_to(ctx, app.settings.scale.smaller())),
        C::UsualSize => of(G::View, "command-usual-size")
            .within(Submenu::Appearance, 3)
            .marked(&[AtStart, OnlyLooks])
            .does(|app, ctx| app.scale_to(ctx, Scale::default())),
        C::Language(language) => of(G::View, "menu-language")
            .within(Submenu::Language, 1)
            .marked(&[AtStart, OnlyLooks])
            .named(move |_| language.own_name().to_owned())
            .named_now(move |_| language.own_name().to_owned())
            .on(move |_, view| view.words.language() == language)
            .sets(move |now| Settings { language, ..now }),
        C::FullScreen => of(G::View, "command-full-screen")
            .within(Submenu::Appearance, 4)
            .keys(&[(PLAIN, Key::F11)])
            .marked(&[AtStart, OnlyLooks, WhileTyping])
            .on(|ctx, _| ctx.input(|input| input.viewport().fullscreen.unwrap_or(false)))
            .does(App::fill_or_leave_screen),
        C::NextRegion => of(G::View, "command-next-region")
            .keys(&[(CTRL, Key::F6)])
            .marked(&[AtStart, OnlyLooks, WhileTyping])
            .does(|app, ctx| app.regions.go(ctx, 1)),
        C::PreviousRegion => of(G::View, "command-previous-region")
            .keys(&[(CTRL_SHIFT, Key::F6)])
            .marked(&[AtStart, OnlyLooks, WhileTyping])
            .does(|app, ctx| app.regions.go(ctx, -1)),

        // What is put on the sheet.
        C::InsertHere => of(G::Insert, "command-insert-here")
            .section(1)
            .icon(icons::PLUS)
            .keys(&[(PLAIN, Key::N)])
            .marked(&[OnSheet, OpensField])
            .named_now(what_comes_here)
            .does(App::insert_here),
        C::Insert(sort) => of(G::Insert, sort.key())
            .section(1)
            .icon(sort.icon())
            .marked(&[OnSheet, OpensField])
            .named(move |words| {
                words.with("command-insert", &[("what", words.text(sort.key()).into())])
            })
            .does(move |app, ctx| app.insert(ctx, sort)),
        C::AddLane(zone) => of(G::Insert, "command-add-lane")
            .within(Submenu::Lane, 1)
            .named(move |words| {
                words.with("command-add-lane-in", &[("zone", words.zone(zone).into())])
            })
            .named_now(move |view| view.words.zone(zone).to_owned())
            .does(move |app, ctx| app.add_lane(ctx, zone)),
        C::AddPhase => {
            of(G::Insert, "command-add-phase").section(2).icon(icons::PLUS).does(App::add_phase)
        }
        C::OnLane(act) => of(G::Edit, act.key())
            .marked(&[OnSheet])
            .unless(move |view| why::not_on_lane(view, act))
            .does(move |app, ctx| app.act_on_lane(ctx, act)),
        C::SplitPhase => of(G::Insert, "command-split-phase").section(2).does(App::split_phase),
        C::MoveLine(LineMove { line, up }) => {
            let text = if up { "command-line-up" } else { "command-line-down" };
            of(G::Insert, text)
                .within(Submenu::Line, 1)
                .named(move |words| words.with(text, &[("line", words.line(line).into())]))
                .named_now(move |view| {
                    view.words.with(text, &[("line", view.words.line(line).into())])
                })
                .unless(move |view| why::no_lane_beside(view, line, up))
                .does(move |app, ctx| app.move_line(ctx, LineMove { line, up }))
        }
        C::NewSheet(purpose) => {
            sheets::face(purpose).does(move |app, ctx| app.add_sheet(ctx, purpose))
        }
        C::AddRole => {
            of(G::Insert, "command-add-role").section(2).icon(icons::USERS).does(App::add_role)
        }
        C::AddComment => of(G::Insert, "command-add-comment")
            .section(2)
            .keys(&[(CTRL_ALT, Key::M)])
            .does(App::comment_on_selection),
        C::Append(towards) => {
            let (text, keys): (_, Keys) = match towards {
                Towards::Right => ("command-append", &[(PLAIN, Key::A), (CTRL, Key::ArrowRight)]),
                Towards::Left => ("command-append-before", &[(CTRL, Key::ArrowLeft)]),
                Towards::Up => ("command-append-above", &[(CTRL, Key::ArrowUp)]),
                Towards::Down => ("command-append-below", &[(CTRL, Key::ArrowDown)]),
            };
            let row = of(G::Insert, text)
                .section(3)
                .keys(keys)
                .marked(&[OnSheet, OpensField])
                .unless(why::not_one_step);
            let row = if towards == Towards::Right { row.icon(icons::PLUS) } else { row };
            row.does(move |app, ctx| app.append(ctx, towards))
        }
        C::Connect => of(G::Insert, "command-connect")
            .section(3)
            .keys(&[(PLAIN, Key::C)])
            .marked(&[OnSheet])
            .unless(why::not_one_step)
            .does(|app, _| app.start_connecting()),
        C::MakeRoom => of(G::Insert, "command-make-room")
            .section(3)
            .keys(&[(PLAIN, Key::S)])
            .marked(&[OnSheet])
            .does(App::start_making_room),

        // Scenarios.
        C::DuplicateScenario => of(G::Scenario, "command-duplicate-scenario")
            .section(1)
            .icon(icons::PLUS)
            .does(App::duplicate_scenario),
        C::RenameScenario => of(G::Scenario, "command-rename-scenario")
            .section(1)
            .does(|app, _| app.tabs.start_renaming(app.editor.scenario().id())),
        C::MakeBaseline => of(G::Scenario, "command-make-baseline")
            .section(2)
            .unless(why::first_scenario)
            .does(|app, ctx| app.move_scenario(ctx, |_| 0)),
        C::MoveScenarioLeft => of(G::Scenario, "command-move-scenario-left")
            .section(2)
            .unless(why::first_scenario)
            .does(|app, ctx| app.move_scenario(ctx, |place| place.saturating_sub(1))),
        C::MoveScenarioRight => of(G::Scenario, "command-move-scenario-right")
            .section(2)
            .unless(why::rightmost_scenario)
            .does(|app, ctx| app.move_scenario(ctx, |place| place + 1)),
        C::Compare => of(G::Scenario, "command-compare")
            .section(3)
            .keys(&[(CTRL, Key::B)])
            .unless(why::one_scenario)
            .does(|app, _| app.start_or_stop_comparing()),
        C::FlipComparison => of(G::Scenario, "command-flip-comparison")
            .section(3)
            .keys(&[(PLAIN, Key::F3)])
            .unless(why::not_comparing)
            .does(|app, _| app.flip_comparison()),
        C::LeaveComparing => of(G::Scenario, "command-leave-comparing")
            .unless(why::not_comparing)
            .does(|app, _| app.stop_comparing()),
        C::PlayDay => of(G::Scenario, "command-play-day")
            .hint("command-play-day-hint")
            .section(3)
            .keys(&[(PLAIN, Key::F12)])
            .unless(why::no_steps)
            .on(|_, view| view.playing.is_some())
            .does(App::start_or_stop_playing),
        C::StartLesson => of(G::Scenario, "command-lesson")
            .hint("command-lesson-hint")
            .section(3)
            .keys(&[(PLAIN, Key::F5)])
            .unless(why::no_steps)
            .does(App::start_lesson_first),
        C::StartLessonHere => of(G::Scenario, "command-lesson-here")
            .section(3)
            .keys(&[(SHIFT, Key::F5)])
            .unless(why::no_steps)
            .does(App::start_lesson_here),
        C::AddStop => of(G::Scenario, "command-add-stop")
            .section(3)
            .keys(&[(CTRL_SHIFT, Key::F5)])
            .unless(why::no_steps)
            .does(App::add_stop),
        C::SuggestStops => of(G::Scenario, "command-suggest-stops")
            .hint("command-suggest-stops-hint")
            .section(3)
            .unless(why::no_steps)
            .does(App::suggest_stops),
        C::Redesign => of(G::Scenario, "command-redesign")
            .section(3)
            .keys(&[(PLAIN, Key::F4)])
            .unless(why::no_capacity)
            .does(|app, _| app.open_redesign()),
        C::CopyRedesign => of(G::Scenario, "command-copy-redesign")
            .section(3)
            .icon(icons::COPY)
            .marked(&[OnlyLooks])
            .unless(why::no_capacity)
            .does(App::copy_redesign),
        C::Staffing => of(G::Scenario, "command-staffing")
            .hint("command-staffing-hint")
            .section(3)
            .unless(why::no_steps)
            .does(|app, _| app.open_staffing()),
        C::RemoveScenario => of(G::Scenario, "command-remove-scenario")
            .section(4)
            .unless(why::last_scenario)
            .does(App::remove_scenario),

        // Help.
        C::Guide => of(G::Help, "command-guide")
            .section(1)
            .icon(icons::FILE_TEXT)
            .keys(&[(PLAIN, Key::F1)])
            .marked(&[AtStart, OnlyLooks, WhileTyping])
            .does(App::open_guide),
        C::SearchCommands => of(G::Help, "command-find-command")
            .section(1)
            .icon(icons::SEARCH)
            .keys(&[(CTRL, Key::K)])
            .marked(&[AtStart, WhileTyping, OpensField])
            .does(|app, _| app.ask(Finder::new(Sought::Command))),
        C::Shortcuts => of(G::Help, "command-shortcuts")
            .section(1)
            .icon(icons::HELP)
            .keys(&[(PLAIN, Key::Questionmark)])
            .marked(&[AtStart])
            .does(|app, _| app.ask(Shortcuts::default())),
        C::ReportProblem => of(G::Help, "command-report-problem")
            .section(1)
            .marked(&[AtStart])
            .does(|app, _| app.open_report()),
        C::About => of(G::Help, "command-about")
            .section(1)
            .icon(icons::INFO)
            .marked(&[AtStart])
            .does(|app, _| app.ask(About)),
    }
}

fn is_theme(ctx: &Context, theme: ThemePreference) -> bool {
    ctx.options(|options| options.theme_preference) == theme
}

#[cfg(test)]
mod tests;
