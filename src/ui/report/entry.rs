//! One thing that happened, as it is kept. No text of a person can get into it but as a [`Private`].

use std::borrow::Cow;
use std::fmt;
use std::panic::Location;

use crate::blueprint::Id;

/// What sort of thing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Topic {
    /// A command was run.
    Command,
    /// Something else was asked for.
    Action,
    /// The document was changed.
    Edit,
    /// A change was shown while a gesture lasts.
    Preview,
    /// A change was tried, to be taken back unless it is done.
    Trial,
    /// A change was refused.
    Refused,
    /// A dialog was opened or closed.
    Dialog,
    /// The window is about something else now.
    Mode,
    /// A file was read or written, or could not be.
    File,
    /// The window is liked otherwise now.
    Setting,
    /// Something took longer than it should.
    Slow,
    /// The program or the toolkit complained.
    Warning,
    /// The program made a mistake.
    Panic,
}

impl Topic {
    /// Its name in the text.
    pub fn name(self) -> &'static str {
        match self {
            Self::Command => "command",
            Self::Action => "action",
            Self::Edit => "edit",
            Self::Preview => "preview",
            Self::Trial => "trial",
            Self::Refused => "refused",
            Self::Dialog => "dialog",
            Self::Mode => "mode",
            Self::File => "file",
            Self::Setting => "setting",
            Self::Slow => "slow",
            Self::Warning => "warning",
            Self::Panic => "panic",
        }
    }
}

/// Something that is known of what happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Fact {
    /// How many there are of something.
    Count(&'static str, usize),
    /// Which one it was.
    Number(&'static str, u32),
    /// How long it took, in milliseconds.
    Milliseconds(u64),
    /// Where in the program.
    At(Source),
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(what, count) => write!(f, "{what}={count}"),
            Self::Number(what, number) => write!(f, "{what}#{number}"),
            Self::Milliseconds(ms) => write!(f, "{ms} ms"),
            Self::At(source) => source.fmt(f),
        }
    }
}

/// A place in the sources of the program or of what it is built of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Source {
    file: Cow<'static, str>,
    line: u32,
}

impl Source {
    /// The place that a complaint names.
    pub fn of_record(record: &log::Record<'_>) -> Option<Self> {
        Some(Self { file: Cow::Borrowed(record.file_static()?), line: record.line()? })
    }

    /// The place of a mistake.
    pub fn of_location(at: &Location<'_>) -> Self {
        Self { file: Cow::Owned(at.file().to_owned()), line: at.line() }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", from_the_crate(&self.file), self.line)
    }
}

/// A path of the sources from the folder of its crate on: what lies before that names the computer
/// on which the program was built, and whose it is.
fn from_the_crate(file: &str) -> &str {
    let is_absolute = file.starts_with(['/', '\\']) || file.get(1..2) == Some(":");
    if !is_absolute {
        return file;
    }
    let sources = ["/src/", "\\src\\"].iter().filter_map(|folder| file.rfind(folder)).max();
    let ends = |before: &str| before.rfind(['/', '\\']).map(|at| at + 1);
    let start = match sources {
        Some(at) => file.get(..at).and_then(ends),
        None => ends(file),
    };
    start.and_then(|start| file.get(start..)).unwrap_or_default()
}

/// The longest text of a person that is kept, in letters.
const LONGEST: usize = 120;

/// How many names are kept of what many things are about.
const MOST_NAMES: usize = 3;

/// What a person wrote. It is written only where that is allowed, and never by `{:?}`.
#[derive(Clone, Default, PartialEq, Eq)]
pub(in crate::ui) struct Private(Option<Box<str>>);

impl fmt::Debug for Private {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Private(…)" } else { "Private()" })
    }
}

impl Private {
    /// A text; of a long one the beginning.
    pub fn of(text: &str) -> Self {
        let text: String = text.chars().take(LONGEST).collect();
        Self(Some(text.into_boxed_str()))
    }

    /// The first of several names.
    pub fn names<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let names: Vec<&str> = names.take(MOST_NAMES).collect();
        if names.is_empty() { Self::default() } else { Self::of(&names.join("; ")) }
    }

    /// What was written; to be asked for only where that is allowed.
    pub fn told(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

/// How many facts an entry holds.
const MOST_FACTS: usize = 3;

/// One thing that happened. But for [`Private`] it holds nothing that a person wrote: names come
/// from the program, all else is identities, counts and times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Entry {
    pub topic: Topic,
    pub name: &'static str,
    /// What more the program calls it; empty if nothing.
    pub detail: &'static str,
    facts: [Option<Fact>; MOST_FACTS],
    pub private: Private,
}

impl Entry {
    /// Something happened.
    pub fn of(topic: Topic, name: &'static str) -> Self {
        Self {
            topic,
            name,
            detail: "",
            facts: [const { None }; MOST_FACTS],
            private: Private::default(),
        }
    }

    /// It took so long.
    pub fn slow(what: &'static str, ms: f64) -> Self {
        // From what a clock counts: not negative, and far below the largest number.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a time")]
        Self::of(Topic::Slow, what).fact(Fact::Milliseconds(ms as u64))
    }

    /// It has this name as well.
    pub fn detail(self, detail: &'static str) -> Self {
        Self { detail, ..self }
    }

    /// There are so many of something.
    pub fn count(self, what: &'static str, count: usize) -> Self {
        self.fact(Fact::Count(what, count))
    }

    /// It is about this one.
    pub fn id(self, what: &'static str, id: impl Id) -> Self {
        self.fact(Fact::Number(what, id.number()))
    }

    /// Something is known of it. What is more than there is room for is left out.
    pub fn fact(mut self, fact: Fact) -> Self {
        if let Some(free) = self.facts.iter_mut().find(|fact| fact.is_none()) {
            *free = Some(fact);
        }
        self
    }

    /// A person wrote this.
    pub fn private(self, private: Private) -> Self {
        Self { private, ..self }
    }

    /// What is known of it.
    pub fn facts(&self) -> impl Iterator<Item = &Fact> {
        self.facts.iter().flatten()
    }

    /// Whether it is the same again, whatever was written.
    pub fn is_again(&self, before: &Self) -> bool {
        self.topic == before.topic
            && self.name == before.name
            && self.detail == before.detail
            && self.facts == before.facts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_the_sources_says_nothing_of_the_computer() {
        let check = |file, expected| assert_eq!(from_the_crate(file), expected);
        check("src/ui/app.rs", "src/ui/app.rs");
        check(
            "/home/mei/.cargo/registry/src/index-1/egui-0.37.0/src/ui.rs",
            "egui-0.37.0/src/ui.rs",
        );
        check("/rustc/ab12/library/core/src/option.rs", "core/src/option.rs");
        check("C:\\Users\\mei\\onstage\\src\\main.rs", "onstage\\src\\main.rs");
        check("/home/mei/build.rs", "build.rs");
    }

    #[test]
    fn what_a_person_wrote_is_short_and_hidden() {
        let long = "夜".repeat(1000);
        let private = Private::of(&long);
        assert_eq!(private.told().map(|text| text.chars().count()), Some(LONGEST));
        let entry = Entry::of(Topic::Edit, "edit-rename-step").private(private);
        assert!(!format!("{entry:?}").contains('夜'));
        assert_eq!(Private::names(["a", "b", "c", "d"].into_iter()).told(), Some("a; b; c"));
        assert_eq!(Private::names(std::iter::empty()), Private::default());
    }
}
