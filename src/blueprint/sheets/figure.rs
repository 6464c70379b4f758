//! A number as somebody wrote it.

/// What stands in a cell for a number: `3.48`, `1/3`, `30 %`, or what somebody took for one. Blank is nothing,
/// or `-`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Figure(String);

impl Figure {
    /// What was written.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.0
    }

    /// Whether nothing was.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        matches!(self.0.trim(), "" | "-" | "–" | "—")
    }
}

impl From<&str> for Figure {
    /// As it is written; all blanks are one.
    fn from(written: &str) -> Self {
        let own = Self(written.to_owned());
        if own.is_blank() { Self::default() } else { own }
    }
}

impl From<String> for Figure {
    fn from(written: String) -> Self {
        Self::from(written.as_str())
    }
}

impl From<i64> for Figure {
    fn from(value: i64) -> Self {
        Self(value.to_string())
    }
}

impl From<f64> for Figure {
    /// Its shortest decimal.
    fn from(value: f64) -> Self {
        Self(value.to_string())
    }
}
