//! Where the window stands: what its report begins with, and what is told where it changes.

use super::entry::{Entry, Topic};

/// Where the window stands at the end of a pass.
// Each is so or not, whatever the others are.
#[expect(clippy::struct_excessive_bools, reason = "facts that do not hang together")]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(in crate::ui) struct Standing {
    /// What the window is about.
    pub mode: &'static str,
    /// Whether the redesign is open.
    pub redesign: bool,
    /// Whether the staffing plan is open.
    pub staffing: bool,
    /// The tag of the language.
    pub language: &'static str,
    /// The theme that was chosen.
    pub theme: &'static str,
    /// Whether it is dark now.
    pub dark: bool,
    pub contrast: bool,
    pub motion: bool,
    /// How large everything is shown, in per cent.
    pub scale: u16,
    /// Width and height in points.
    pub window: [f32; 2],
    pub pixels_per_point: f32,
    pub steps: usize,
    pub links: usize,
    pub roles: usize,
    pub scenarios: usize,
    /// Whether something is unsaved.
    pub unsaved: bool,
}

impl Standing {
    /// What has changed since then of what is told as it happens.
    pub fn since(&self, before: &Self) -> impl Iterator<Item = Entry> + use<> {
        let setting = |name| Entry::of(Topic::Setting, name);
        let on = |is_on| if is_on { "on" } else { "off" };
        [
            (self.mode != before.mode).then(|| Entry::of(Topic::Mode, self.mode)),
            (self.redesign != before.redesign).then(|| {
                let state = if self.redesign { "opened" } else { "closed" };
                Entry::of(Topic::Dialog, "Redesign").detail(state)
            }),
            (self.staffing != before.staffing).then(|| {
                let state = if self.staffing { "opened" } else { "closed" };
                Entry::of(Topic::Dialog, "Staffing").detail(state)
            }),
            (self.language != before.language).then(|| setting("language").detail(self.language)),
            (self.theme != before.theme).then(|| setting("theme").detail(self.theme)),
            (self.dark != before.dark).then(|| setting("dark").detail(on(self.dark))),
            (self.contrast != before.contrast)
                .then(|| setting("contrast").detail(on(self.contrast))),
            (self.motion != before.motion).then(|| setting("motion").detail(on(self.motion))),
            (self.scale != before.scale)
                .then(|| setting("scale").count("per cent", usize::from(self.scale))),
        ]
        .into_iter()
        .flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changes_is_told_and_nothing_else() {
        let before = Standing { mode: "Editing", language: "en", scale: 100, ..Default::default() };
        assert_eq!(before.since(&before).count(), 0);
        let larger = Standing { window: [900.0, 600.0], steps: 7, ..before };
        assert_eq!(larger.since(&before).count(), 0, "the head tells it");
        let after = Standing { mode: "Comparing", language: "zh-Hans", scale: 125, ..before };
        let names: Vec<_> = after.since(&before).map(|entry| (entry.name, entry.detail)).collect();
        assert_eq!(names, [("Comparing", ""), ("language", "zh-Hans"), ("scale", "")]);
    }
}
