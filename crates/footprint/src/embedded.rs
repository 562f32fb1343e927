//! The tables carried by the crate, by their path in the folder `data`.

macro_rules! files {
    ($($path:literal,)*) => {
        &[$(($path, include_str!(concat!("../data/", $path))),)*]
    };
}

const FILES: &[(&str, &str)] = files![
    "aliases.csv",
    "batch_energy.csv",
    "factors.csv",
    "revisions.json",
    "sources.json",
    "uncertainty.csv",
    "0.5.2/constants.csv",
    "0.5.2/electricity_mixes.csv",
    "0.5.2/models.csv",
    "0.7.3/constants.csv",
    "0.7.3/electricity_mixes.csv",
    "0.7.3/models.csv",
    "0.8.2/constants.csv",
    "0.8.2/electricity_mixes.csv",
    "0.8.2/models.csv",
    "0.9.3/constants.csv",
    "0.9.3/electricity_mixes.csv",
    "0.9.3/models.csv",
    "0.9.3/providers.csv",
    "0.10.1/constants.csv",
    "0.10.1/electricity_mixes.csv",
    "0.10.1/models.csv",
    "0.10.1/providers.csv",
    "0.10.2/constants.csv",
    "0.10.2/electricity_mixes.csv",
    "0.10.2/models.csv",
    "0.10.2/providers.csv",
    "0.11.2/constants.csv",
    "0.11.2/electricity_mixes.csv",
    "0.11.2/models.csv",
    "0.11.2/providers.csv",
    "0.11.3/constants.csv",
    "0.11.3/electricity_mixes.csv",
    "0.11.3/models.csv",
    "0.11.3/providers.csv",
    "0.11.3/video_hardware.csv",
    "0.11.3/video_models.csv",
    "0.11.3/video_providers.csv",
    "0.11.3/video_resolutions.csv",
];

/// The text of an embedded table.
pub(crate) fn file(path: &str) -> Option<&'static str> {
    FILES
        .iter()
        .find(|(name, _)| *name == path)
        .map(|(_, text)| *text)
}
