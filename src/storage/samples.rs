//! Blueprints that come with the program: samples to learn from (exercises of the course and
//! classics of the field) and templates to start one's own from.

use super::errors::DecodeError;
use super::reading::decode;
use crate::blueprint::Blueprint;

/// A blueprint that comes with the program: a sample or a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// What it is called in the program.
    pub key: &'static str,
    /// The key of its name in the program's texts.
    pub name_key: &'static str,
    /// The key of a line about it in the program's texts.
    pub about_key: &'static str,
    /// Its files by the code of their language; the first is English.
    files: [(&'static str, &'static str); 2],
}

impl Sample {
    /// Its file in the language of a code such as `zh-Hans`; in English where there is no other.
    #[must_use]
    pub fn ron(&self, language: &str) -> &'static str {
        let [english, _] = self.files;
        self.files.iter().find(|(code, _)| *code == language).unwrap_or(&english).1
    }

    /// Reads it in English.
    ///
    /// # Errors
    /// None for those of [`samples`] and [`templates`]: a test opens each.
    pub fn open(&self) -> Result<Blueprint, DecodeError> {
        self.open_in("en")
    }

    /// Reads it in the language of a code such as `zh-Hans`; in English where there is no other.
    ///
    /// # Errors
    /// None for those of [`samples`] and [`templates`]: a test opens each.
    pub fn open_in(&self, language: &str) -> Result<Blueprint, DecodeError> {
        decode(self.ron(language)).map(|opened| opened.blueprint)
    }
}

macro_rules! shipped {
    ($folder:literal: $($key:literal, $name:literal, $about:literal;)+) => {
        &[$(Sample {
            key: $key,
            name_key: $name,
            about_key: $about,
            files: [
                ("en", include_str!(concat!("../../assets/", $folder, "/en/", $key, ".ron"))),
                (
                    "zh-Hans",
                    include_str!(concat!("../../assets/", $folder, "/zh-Hans/", $key, ".ron")),
                ),
            ],
        }),+]
    };
}

/// All samples, the one that the start screen leads with first, the empty sheet last.
#[must_use]
pub fn samples() -> &'static [Sample] {
    shipped![
        "samples":
        "driver-licence-office", "sample-driver-licence-office", "sample-driver-licence-office-about";
        "licence-office-measured", "sample-licence-office-measured", "sample-licence-office-measured-about";
        "airport-arrival", "sample-airport-arrival", "sample-airport-arrival-about";
        "physical-examination", "sample-physical-examination", "sample-physical-examination-about";
        "mortgage-applications", "sample-mortgage-applications", "sample-mortgage-applications-about";
        "hotel-room-service", "sample-hotel-room-service", "sample-hotel-room-service-about";
        "licence-office-day", "sample-licence-office-day", "sample-licence-office-day-about";
        "clinic-appointments", "sample-clinic-appointments", "sample-clinic-appointments-about";
        "corner-shoeshine", "sample-corner-shoeshine", "sample-corner-shoeshine-about";
        "planning-class", "sample-planning-class", "sample-planning-class-about";
        "empty-sheet", "sample-empty-sheet", "sample-empty-sheet-about";
    ]
}

/// All templates, the most general one first.
#[must_use]
pub fn templates() -> &'static [Sample] {
    shipped![
        "templates":
        "general-service", "template-general-service", "template-general-service-about";
        "service-desk", "template-service-desk", "template-service-desk-about";
        "front-desk", "template-front-desk", "template-front-desk-about";
        "business-handling", "template-business-handling", "template-business-handling-about";
        "back-office", "template-back-office", "template-back-office-about";
        "bank", "template-bank", "template-bank-about";
        "car-workshop", "template-car-workshop", "template-car-workshop-about";
        "complaint-handling", "template-complaint-handling", "template-complaint-handling-about";
        "customer-journey", "template-customer-journey", "template-customer-journey-about";
        "it-service-operation", "template-it-service-operation", "template-it-service-operation-about";
    ]
}

/// The sample or template with a key.
#[must_use]
pub fn sample(key: &str) -> Option<&'static Sample> {
    samples().iter().chain(templates()).find(|sample| sample.key == key)
}
