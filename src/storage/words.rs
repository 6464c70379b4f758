//! Words of a file that stand for one of some values, in one line each. A word of a newer version is left out like
//! one of its fields.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, EnumAccess, Error, VariantAccess, Visitor};

/// A word of a file that may be one of a newer version.
pub trait OpenWord: Copy {
    /// What the words stand for.
    type Own;

    /// What this one stands for; `None` of a word that is not known.
    fn known(self) -> Option<Self::Own>;
}

/// Makes a word of a file from the values that it stands for; each is written as it is called.
macro_rules! words {
    ($($file:ident of $($own:ident)::+ { $($word:ident),+ })+) => {$(
        #[derive(Clone, Copy)]
        pub struct $file(Option<crate::blueprint::$($own)::+>);

        impl OpenWord for $file {
            type Own = crate::blueprint::$($own)::+;

            fn known(self) -> Option<Self::Own> {
                self.0
            }
        }

        impl<'de> serde::Deserialize<'de> for $file {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use crate::blueprint::$($own)::+ as Own;
                let of_word = |word: &str| match word {
                    $(stringify!($word) => Some(Own::$word),)+
                    _ => None,
                };
                let words = &[$(stringify!($word)),+];
                deserializer.deserialize_enum(stringify!($file), words, OneOf(of_word)).map(Self)
            }
        }
    )+};
}

words! {
    FileCause of FailCause { People, Technology, Management, Outside }
    FileGuardKind of GuardKind { Task, Treatment, Tangible, Preparation, Encounter, Resolution }
    FileResponse of RiskResponse { Avoid, Transfer, Reduce, Accept }
    FileStage of CustomerStage { Win, Serve, Keep, WinBack }
    FileFactor of DesignFactor { Purpose, Space, Flexibility, Security, Aesthetics, Community }
    FileQualityDimension of QualityDimension {
        Reliability, Responsiveness, Assurance, Empathy, Tangibles
    }
    FilePart of ItemPart {
        Attitude, Behaviour, Expertise, Ambience, Design, Social, Waiting, Tangibles, Valence
    }
    FileVoice of Voice { Direct, Latent, Internal }
    FileView of IndicatorView { Customer, Process, Finance, Learning }
    FileBetter of Better { Higher, Lower, Near }
    FileActionStage of ActionStage { Prepare, Implement, Evaluate, Optimise }
    FilePurpose of sheets::Purpose { Production, Blend, Knapsack, Choice, Transport, Assignment, ServiceMix }
    FileAim of sheets::Aim { Most, Least }
    FileAmounts of sheets::Amounts { Any, Whole, YesNo }
    FileSense of sheets::Sense { AtMost, AtLeast, Exactly }
    FilePriority of Priority { High, Low }
    FileOrder of Order { FirstCome, LongestInside }
    FileAtClosing of AtClosing { ServeAll, TurnAway }
}

/// Reads a word, and looks up what it stands for.
struct OneOf<F>(F);

impl<'de, T, F: Fn(&str) -> Option<T>> Visitor<'de> for OneOf<F> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a word")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Option<T>, A::Error> {
        let (found, rest) = access.variant_seed(self)?;
        rest.unit_variant()?;
        Ok(found)
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Option<T>, E> {
        Ok((self.0)(word))
    }
}

impl<'de, T, F: Fn(&str) -> Option<T>> DeserializeSeed<'de> for OneOf<F> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

/// The word of a value, from the list of its names.
pub fn word<T: PartialEq + Copy>(names: &[(&'static str, T)], value: T) -> Option<&'static str> {
    names.iter().find(|(_, other)| *other == value).map(|(name, _)| *name)
}
