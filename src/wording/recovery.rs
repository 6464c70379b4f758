//! Recovery copies and failing saves, in words.

use super::texts::Wording;
use crate::storage::FileProblem;
use crate::storage::recovery::{Content, Differences, DiskNow};

impl Wording {
    /// How long ago something was, given in seconds: `just now`, `5 minutes ago`, `2 days ago`.
    #[must_use]
    pub fn ago(&self, seconds: u64) -> String {
        let (key, count) = match seconds {
            0..60 => return self.text("ago-moment").to_owned(),
            60..3_600 => ("ago-minutes", seconds / 60),
            3_600..86_400 => ("ago-hours", seconds / 3_600),
            _ => ("ago-days", seconds / 86_400),
        };
        self.with(key, &[("count", count.into())])
    }

    /// What a recovery copy holds, and how far it lies from its file.
    #[must_use]
    pub fn copy_in_short(&self, content: &Content) -> String {
        let baseline = content.blueprint.baseline();
        // As the status bar counts them, unless there is nothing but evidence and notes.
        let flowing = baseline.flowing_steps();
        let count = if flowing > 0 { flowing } else { baseline.steps().len() };
        let steps = self.counted("steps", count);
        let disk = match &content.disk {
            DiskNow::NoFile => self.text("recovery-never-saved").to_owned(),
            DiskNow::Gone => self.text("recovery-disk-gone").to_owned(),
            DiskNow::Unreadable(_) => self.text("recovery-disk-unreadable").to_owned(),
            DiskNow::There { differences, .. } => self.differences(*differences),
        };
        self.with("recovery-holds", &[("steps", steps.into()), ("disk", disk.into())])
    }

    fn differences(&self, differences: Differences) -> String {
        let counts = [
            ("recovery-added", differences.added),
            ("recovery-removed", differences.removed),
            ("recovery-changed", differences.changed),
        ];
        let parts: Vec<String> = counts
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(key, count)| self.counted(key, count))
            .collect();
        match parts.as_slice() {
            [] if differences.is_none() => self.text("recovery-same").to_owned(),
            [] => self.text("recovery-others").to_owned(),
            parts => {
                let changes = self.clauses(parts);
                self.with("recovery-against", &[("changes", changes.into())])
            }
        }
    }

    /// What to do about a file that could not be saved, where [`Self::file_problem`] does not say so
    /// itself.
    #[must_use]
    pub fn save_advice(&self, problem: &FileProblem) -> Option<&str> {
        Some(self.text(match problem {
            FileProblem::NotFound | FileProblem::FolderMissing => "save-advice-folder",
            FileProblem::IsFolder | FileProblem::NotAFile => "save-advice-name",
            FileProblem::TooLarge { .. } => "save-advice-large",
            FileProblem::Other(_) => "save-advice-other",
            FileProblem::NotAllowed
            | FileProblem::NoNewFiles
            | FileProblem::ReadOnly
            | FileProblem::DiskFull => return None,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;

    #[test]
    fn ages_are_told_in_the_largest_unit() {
        let english = Wording::new(Language::English);
        let told = [0, 59, 60, 3_599, 3_600, 86_399, 86_400, 200_000].map(|s| english.ago(s));
        let expect = [
            "just now",
            "just now",
            "1 minute ago",
            "59 minutes ago",
            "1 hour ago",
            "23 hours ago",
            "1 day ago",
            "2 days ago",
        ];
        assert_eq!(told, expect);
    }

    #[test]
    fn differences_are_told_without_what_there_is_none_of() {
        let english = Wording::new(Language::English);
        let told = |added, removed, changed, others| {
            english.differences(Differences { added, removed, changed, others })
        };
        assert_eq!(told(2, 0, 1, false), "compared with the file 2 steps added, 1 step changed");
        assert_eq!(told(0, 1, 0, false), "compared with the file 1 step removed");
        assert!(!told(0, 0, 0, true).contains("steps"));
        assert_ne!(told(0, 0, 0, true), told(0, 0, 0, false));
    }

    #[test]
    fn what_to_do_about_a_file_is_said_once() {
        for language in Language::ALL {
            let words = Wording::new(language);
            for problem in [FileProblem::DiskFull, FileProblem::ReadOnly, FileProblem::NotAllowed] {
                assert!(words.file_problem(&problem).contains([':', '：']), "what to do");
                assert_eq!(words.save_advice(&problem), None);
            }
            assert!(words.save_advice(&FileProblem::FolderMissing).is_some());
        }
    }
}
