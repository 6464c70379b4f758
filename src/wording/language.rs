//! The languages of the interface. A further one is a folder in `assets/locales` and a line of
//! `languages!` below; samples and templates that it lacks are shown in English.

use unic_langid::LanguageIdentifier;

/// The Fluent files of a language, each with its subject.
macro_rules! files {
    ($code:literal [$($subject:literal)+]) => {
        &[$((
            $subject,
            include_str!(concat!("../../assets/locales/", $code, "/", $subject, ".ftl")),
        )),+]
    };
}

/// Makes [`Language`] from the subjects of the texts and a line for each language: its name in
/// code; its tag, which is its folder; what its speakers call it; the language part of the locales
/// that it serves; and whether its books set a space between its script and Latin letters.
macro_rules! languages {
    (
        subjects: $subjects:tt
        $(
            $(#[$about:meta])*
            $language:ident: $code:literal, $own_name:literal, $primary:literal, $apart:literal;
        )+
    ) => {
        /// A language of the interface.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
        pub enum Language {
            $($(#[$about])* $language),+
        }

        impl Language {
            /// All languages, English first.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$language),+];

            /// Its tag, as in preferences: `en`, `zh-Hans`.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$language => $code),+
                }
            }

            /// What its speakers call it.
            #[must_use]
            pub fn own_name(self) -> &'static str {
                match self {
                    $(Self::$language => $own_name),+
                }
            }

            /// The language part of the locales that it serves, also its name on the command line:
            /// `en`, `zh`.
            #[must_use]
            pub fn primary(self) -> &'static str {
                match self {
                    $(Self::$language => $primary),+
                }
            }

            /// Whether a space stands between its own script and Latin letters or digits.
            pub(super) fn sets_scripts_apart(self) -> bool {
                match self {
                    $(Self::$language => $apart),+
                }
            }

            /// The Fluent files of the language, with their subjects.
            pub(super) fn sources(self) -> &'static [(&'static str, &'static str)] {
                match self {
                    $(Self::$language => files!($code $subjects)),+
                }
            }
        }
    };
}

languages! {
    subjects: [
        "blueprint" "numbers" "figures" "why" "problems" "refusals"
        "window" "menus" "edits" "settings" "finder" "shortcuts" "start"
        "canvas" "palette" "inspector" "tables"
        "capacity" "suggestions" "charts" "compare" "versions" "redesign"
        "files" "export" "pages" "reports" "workbook" "format" "recovery" "import" "guide" "simulation" "day" "simulated-day" "playing" "staffing" "quality" "items" "improving" "planning-sheets" "planner" "reviews" "reviewing" "lessons" "stops" "wall" "handout" "handbook"
        "command"
    ]

    /// English; also what any other language falls back to.
    #[default]
    English: "en", "English", "en", false;
    /// Chinese in simplified characters.
    Chinese: "zh-Hans", "简体中文", "zh", true;
}

impl Language {
    /// The language of a locale's name, such as `zh_CN.UTF-8` or `en-GB`; English for locales that
    /// no language serves.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        Self::serving(locale).unwrap_or_default()
    }

    /// The language that serves a locale, by its language part alone.
    #[must_use]
    pub fn serving(locale: &str) -> Option<Self> {
        let part = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| part.eq_ignore_ascii_case(language.primary()))
    }

    /// Its tag, for plural forms.
    pub(super) fn identifier(self) -> LanguageIdentifier {
        // The tags are well-formed, as a test shows; "und" would only lose the plural forms.
        self.code().parse().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_language_has_the_listed_files_and_no_others() {
        for language in Language::ALL {
            let listed: BTreeSet<String> =
                language.sources().iter().map(|(subject, _)| format!("{subject}.ftl")).collect();
            assert_eq!(listed.len(), language.sources().len(), "a subject is listed twice");
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales");
            let folder = std::fs::read_dir(root.join(language.code())).unwrap();
            let found: BTreeSet<String> =
                folder.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
            assert_eq!(found, listed, "{}", language.code());
        }
    }

    #[test]
    fn every_file_says_first_what_it_is_about() {
        for language in Language::ALL {
            for (subject, source) in language.sources() {
                let mut lines = source.lines();
                let header = lines.next().and_then(|line| line.strip_prefix("# "));
                assert!(
                    header.is_some_and(|it| it.ends_with('.')),
                    "{}/{subject}",
                    language.code()
                );
                assert_eq!(lines.next(), Some(""), "{}/{subject}", language.code());
            }
        }
    }

    #[test]
    fn the_language_follows_the_locale() {
        for (locale, language) in [
            ("zh_CN.UTF-8", Language::Chinese),
            ("zh-Hans-CN", Language::Chinese),
            ("zh_TW", Language::Chinese),
            ("en_GB.UTF-8", Language::English),
            ("C", Language::English),
            ("zha", Language::English),
            ("", Language::English),
        ] {
            assert_eq!(Language::of_locale(locale), language, "{locale}");
        }
        assert_eq!(Language::serving("ZH-hans"), Some(Language::Chinese));
        assert_eq!(Language::serving("de_AT"), None);
    }

    #[test]
    fn language_codes_are_well_formed() {
        for language in Language::ALL {
            assert_eq!(language.identifier().to_string(), language.code());
        }
    }
}
