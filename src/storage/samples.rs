//! Blueprints that come with the program: exercises of the course and classics of the field.

use super::errors::DecodeError;
use super::reading::decode;
use crate::blueprint::Blueprint;

/// A blueprint that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// What it is called in the program's texts and on the command line.
    pub key: &'static str,
    /// Its file.
    pub ron: &'static str,
}

impl Sample {
    /// The key of its name in the program's texts.
    #[must_use]
    pub fn name_key(&self) -> &'static str {
        match self.key {
            "driver-licence-office" => "sample-driver-licence-office",
            "airport-arrival" => "sample-airport-arrival",
            "physical-examination" => "sample-physical-examination",
            "mortgage-applications" => "sample-mortgage-applications",
            "hotel-room-service" => "sample-hotel-room-service",
            "corner-shoeshine" => "sample-corner-shoeshine",
            _ => "sample-empty-sheet",
        }
    }

    /// Reads the sample.
    ///
    /// # Errors
    /// None for the samples of [`samples`]: a test opens each.
    pub fn open(&self) -> Result<Blueprint, DecodeError> {
        decode(self.ron).map(|opened| opened.blueprint)
    }
}

macro_rules! samples {
    ($($key:literal),+ $(,)?) => {
        &[$(Sample {
            key: $key,
            ron: include_str!(concat!("../../assets/samples/", $key, ".ron")),
        }),+]
    };
}

/// All samples, the one that is shown at the first start first, the empty sheet last.
#[must_use]
pub fn samples() -> &'static [Sample] {
    samples![
        "driver-licence-office",
        "airport-arrival",
        "physical-examination",
        "mortgage-applications",
        "hotel-room-service",
        "corner-shoeshine",
        "empty-sheet",
    ]
}

/// The sample with a key.
#[must_use]
pub fn sample(key: &str) -> Option<&'static Sample> {
    samples().iter().find(|sample| sample.key == key)
}
