//! Items in words: what they are to customers, and where they stand.

use super::texts::Wording;
use crate::quality::{KanoCategory, Quadrant, ToleranceZone};

impl Wording {
    /// What a feature is to customers.
    #[must_use]
    pub fn kano_category(&self, category: KanoCategory) -> &str {
        self.text(match category {
            KanoCategory::MustBe => "kano-must-be",
            KanoCategory::OneDimensional => "kano-one-dimensional",
            KanoCategory::Attractive => "kano-attractive",
            KanoCategory::Indifferent => "kano-indifferent",
            KanoCategory::Reverse => "kano-reverse",
            KanoCategory::Questionable => "kano-questionable",
        })
    }

    /// Where an item lies in its zone of tolerance.
    #[must_use]
    pub fn tolerance_zone(&self, zone: ToleranceZone) -> &str {
        self.text(match zone {
            ToleranceZone::Below => "zone-below",
            ToleranceZone::Within => "zone-within",
            ToleranceZone::Above => "zone-above",
        })
    }

    /// What is to be done about an item.
    #[must_use]
    pub fn quadrant(&self, quadrant: Quadrant) -> &str {
        self.text(match quadrant {
            Quadrant::Concentrate => "quadrant-concentrate",
            Quadrant::KeepUp => "quadrant-keep-up",
            Quadrant::LowPriority => "quadrant-low-priority",
            Quadrant::Overkill => "quadrant-overkill",
        })
    }

    /// A gap or a reading beside others, always with two digits behind the point, so that they stand below each other.
    #[must_use]
    pub fn even_reading(&self, value: f64) -> String {
        let rounded = (value * 100.0).round() / 100.0;
        let sign = if rounded < 0.0 { "−" } else { "" };
        format!("{sign}{:.2}", rounded.abs())
    }

    /// A gap with its sign, to two digits behind the point.
    #[must_use]
    pub fn signed_reading(&self, value: f64) -> String {
        let number = self.even_reading(value);
        if value > 0.004_9 { self.with("items-plus", &[("number", number.into())]) } else { number }
    }
}
