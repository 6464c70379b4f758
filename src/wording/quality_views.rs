//! Quality from other sides in words: the parts of its hierarchy, whose needs, and its definitions.

use super::texts::Wording;
use crate::blueprint::{ItemPart, Voice};
use crate::quality::{QualityOf, QualityView};

impl Wording {
    /// What quality is of.
    #[must_use]
    pub fn quality_of(&self, of: QualityOf) -> &str {
        self.text(match of {
            QualityOf::Interaction => "part-of-interaction",
            QualityOf::Environment => "part-of-environment",
            QualityOf::Outcome => "part-of-outcome",
        })
    }

    /// A part of the hierarchy of quality.
    #[must_use]
    pub fn item_part(&self, part: ItemPart) -> &str {
        self.text(match part {
            ItemPart::Attitude => "part-attitude",
            ItemPart::Behaviour => "part-behaviour",
            ItemPart::Expertise => "part-expertise",
            ItemPart::Ambience => "part-ambience",
            ItemPart::Design => "part-design",
            ItemPart::Social => "part-social",
            ItemPart::Waiting => "part-waiting",
            ItemPart::Tangibles => "part-tangibles",
            ItemPart::Valence => "part-valence",
        })
    }

    /// Whose need an item is.
    #[must_use]
    pub fn voice(&self, voice: Voice) -> &str {
        self.text(match voice {
            Voice::Direct => "voice-direct",
            Voice::Latent => "voice-latent",
            Voice::Internal => "voice-internal",
        })
    }

    /// What that means.
    #[must_use]
    pub fn voice_help(&self, voice: Voice) -> &str {
        self.text(match voice {
            Voice::Direct => "voice-direct-help",
            Voice::Latent => "voice-latent-help",
            Voice::Internal => "voice-internal-help",
        })
    }

    /// A view of quality.
    #[must_use]
    pub fn quality_view(&self, view: QualityView) -> &str {
        self.text(match view {
            QualityView::Transcendent => "view-transcendent",
            QualityView::Product => "view-product",
            QualityView::User => "view-user",
            QualityView::Manufacture => "view-manufacture",
            QualityView::Value => "view-value",
            QualityView::Performance => "view-performance",
            QualityView::Features => "view-features",
            QualityView::Reliability => "view-reliability",
            QualityView::Conformance => "view-conformance",
            QualityView::Durability => "view-durability",
            QualityView::Serviceability => "view-serviceability",
            QualityView::Aesthetics => "view-aesthetics",
            QualityView::Perceived => "view-perceived",
        })
    }

    /// What stands for a view of quality.
    #[must_use]
    pub fn quality_view_help(&self, view: QualityView) -> &str {
        self.text(match view {
            QualityView::Transcendent => "view-transcendent-help",
            QualityView::Product => "view-product-help",
            QualityView::User => "view-user-help",
            QualityView::Manufacture | QualityView::Conformance => "view-audits-help",
            QualityView::Value => "view-value-help",
            QualityView::Performance => "view-performance-help",
            QualityView::Features => "view-features-help",
            QualityView::Reliability => "view-reliability-help",
            QualityView::Durability => "view-durability-help",
            QualityView::Serviceability => "view-serviceability-help",
            QualityView::Aesthetics => "view-aesthetics-help",
            QualityView::Perceived => "view-perceived-help",
        })
    }

    /// The figure of a view of quality, or that nothing is known yet.
    #[must_use]
    pub fn quality_view_figure(
        &self,
        view: QualityView,
        value: Option<f64>,
        currency: &str,
    ) -> String {
        let Some(value) = value else { return self.text("views-nothing").to_owned() };
        match view {
            QualityView::Transcendent | QualityView::User | QualityView::Perceived => {
                self.reading(value)
            }
            QualityView::Product
            | QualityView::Manufacture
            | QualityView::Conformance
            | QualityView::Reliability
            | QualityView::Durability
            | QualityView::Serviceability => self.percent(value),
            QualityView::Value => {
                let (points, unit) = (self.reading(value), self.money(1.0, currency));
                self.with("view-points-per", &[("points", points.into()), ("unit", unit.into())])
            }
            QualityView::Performance => self.time(value),
            QualityView::Features => self.with("view-steps", &[("count", value.into())]),
            QualityView::Aesthetics => {
                self.with("view-stars", &[("stars", self.reading(value).into())])
            }
        }
    }
}
