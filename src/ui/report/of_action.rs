//! What is kept of each action. An edit is kept where it is done, with what became of it.

use crate::blueprint::Zone;
use crate::editor::{Selection, Thing};
use crate::process::ProblemPlace;
use crate::ui::commands::{Command, Face};
use crate::ui::filter::Filter;
use crate::ui::playing::PlayWish;
use crate::ui::redesign::Request;
use crate::ui::simulating::Wish;
use crate::ui::view_context::{Action, FileAnswer};

use super::entry::{Entry, Private, Topic};
use super::of_edit::{self, How};

/// The entry of an action; none where what it does has one of its own.
pub(in crate::ui) fn entry(action: &Action, face_of: fn(Command) -> Face) -> Option<Entry> {
    let of = |name| Entry::of(Topic::Action, name);
    Some(match action {
        Action::Edit(_) | Action::Rename(_) | Action::Take(_) => return None,
        Action::Preview(_, edit) => of_edit::entry(How::Previewed, edit),
        Action::Try(_, edit) => of_edit::entry(How::Tried, edit),
        Action::Commit => of("keep-gesture"),
        Action::Abort => of("take-back"),
        Action::Select(selection) => selected(of("select"), selection),
        Action::Pick(selection) => selected(of("pick"), selection),
        Action::Name(thing) => about(of("name"), *thing),
        Action::GoTo(place) => at(of("go-to"), *place),
        Action::Compare(before, after) => {
            of("compare").id("scenario", *before).id("scenario", *after)
        }
        Action::GoToChange(place, scenario) => {
            at(of("go-to-change"), *place).id("scenario", *scenario)
        }
        Action::Show(scenario) => of("show-scenario").id("scenario", *scenario),
        Action::Run(command) => command_run(*command, face_of),
        Action::Tab(tab) => of("show-beside").detail(tab.code()),
        Action::Below(tab) => of("show-below").detail(tab.code()),
        Action::LeaveStartScreen => of("leave-start-screen"),
        Action::OpenSample(key) => of("open-sample").detail(key),
        Action::OpenFile(path) => of("open-file").private(Private::of(&path.to_string_lossy())),
        Action::AskRemoveLane(lane) => of("ask-remove-lane").id("lane", *lane),
        Action::AskRemoveDecision(step) => of("ask-remove-decision").id("step", *step),
        Action::File(answer) => of("file-bar").detail(match answer {
            FileAnswer::Reload => "reload",
            FileAnswer::Dismiss => "dismiss",
            FileAnswer::SaveAs => "save-as",
            FileAnswer::TypePath => "type-path",
            FileAnswer::LeaveSaving => "leave-saving",
        }),
        Action::SeeHour(_) => of("see-hour"),
        Action::CopyImproving(picture) => of("copy-picture").detail(picture.key()),
        Action::LookFrom(_) => of("look-from"),
        Action::Filter(filter) => filtered(of("filter"), *filter),
        Action::Redesign(request) => match request {
            Request::Close => of("redesign").detail("close"),
            Request::GoTo(place) => at(of("redesign").detail("go-to"), *place),
            Request::Preview => of("redesign").detail("preview"),
            Request::Back => of("redesign").detail("back"),
            Request::Make => of("redesign").detail("make"),
        },
        Action::Simulate(wish) => of("simulation").detail(match wish {
            Wish::Stop => "stop",
            Wish::GoOn => "go-on",
            Wish::Again => "again",
        }),
        Action::Play(wish) => played(of("play"), *wish),
        Action::Present(wish) => of("lesson").detail(wish.code()),
        Action::Plan(wish) => of("planning-sheet").detail(wish.code()),
        Action::Review(wish) => of("review").detail(wish.code()),
        Action::Read(place) => of("read-guide").detail(place.page.name()),
        Action::CloseGuide => of("close-guide"),
        Action::Say(text) => of("say").private(Private::of(text)),
        Action::Explain { title, text: _ } => of("explain").private(Private::of(title)),
    })
}

/// What was asked of the day that is played.
fn played(entry: Entry, wish: PlayWish) -> Entry {
    entry.detail(match wish {
        PlayWish::Toggle => "toggle",
        PlayWish::GoTo(_) => "go-to",
        PlayWish::Move(_) => "move",
        PlayWish::StepOn => "step-on",
        PlayWish::StepBack => "step-back",
        PlayWish::ToStart => "to-start",
        PlayWish::ToEnd => "to-end",
        PlayWish::At(_) => "speed",
        PlayWish::Faster => "faster",
        PlayWish::Slower => "slower",
        PlayWish::Day(_) => "day",
        PlayWish::NextMarker => "next-marker",
    })
}

/// The entry of a command, by its name in the table of commands.
fn command_run(command: Command, face_of: fn(Command) -> Face) -> Entry {
    let entry = Entry::of(Topic::Command, face_of(command).text);
    // All others that are about something have that in their name.
    if let Command::FoldZone(zone) | Command::AddLane(zone) = command {
        entry.detail(zone_name(zone))
    } else if let Command::Language(language) = command {
        entry.detail(language.code())
    } else {
        entry
    }
}

fn zone_name(zone: Zone) -> &'static str {
    match zone {
        Zone::Evidence => "evidence",
        Zone::Customer => "customer",
        Zone::Frontstage => "frontstage",
        Zone::Backstage => "backstage",
        Zone::Support => "support",
    }
}

fn selected(entry: Entry, selection: &Selection) -> Entry {
    let entry = match selection.only_step() {
        Some(step) => entry.id("step", step),
        None => entry.count("steps", selection.steps.len()),
    };
    let entry = entry.count("links", selection.links.len());
    match selection.other {
        Some(thing) => about(entry, thing),
        None => entry,
    }
}

fn about(entry: Entry, thing: Thing) -> Entry {
    match thing {
        Thing::Lane(id) => entry.id("lane", id),
        Thing::Phase(id) => entry.id("phase", id),
        Thing::Role(id) => entry.id("role", id),
        Thing::Element(id) => entry.id("element", id),
    }
}

fn at(entry: Entry, place: ProblemPlace) -> Entry {
    match place {
        ProblemPlace::Step(id) => entry.id("step", id),
        ProblemPlace::Link(id) => entry.id("link", id),
        ProblemPlace::Role(id) => entry.id("role", id),
        ProblemPlace::Sheet => entry,
    }
}

fn filtered(entry: Entry, filter: Filter) -> Entry {
    let Filter { role, zone, kind, untimed, hides } = filter;
    let asked = [role.is_some(), zone.is_some(), kind.is_some(), untimed];
    let entry = entry.count("conditions", asked.into_iter().filter(|is_asked| *is_asked).count());
    let entry = if hides { entry.detail("hides") } else { entry };
    match role {
        Some(role) => entry.id("role", role),
        None => entry,
    }
}
