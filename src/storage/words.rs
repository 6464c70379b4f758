//! Words of a file that stand for one of some values, in one line each.

/// Makes a word of a file from the values that it stands for; each is written as it is called.
macro_rules! words {
    ($($file:ident of $($own:ident)::+ { $($word:ident),+ })+) => {$(
        #[derive(serde::Deserialize, Clone, Copy)]
        pub enum $file { $($word),+ }

        impl From<$file> for crate::blueprint::$($own)::+ {
            fn from(word: $file) -> Self {
                match word { $($file::$word => Self::$word),+ }
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
}

/// The word of a value, from the list of its names.
pub fn word<T: PartialEq + Copy>(names: &[(&'static str, T)], value: T) -> Option<&'static str> {
    names.iter().find(|(_, other)| *other == value).map(|(name, _)| *name)
}
