use crate::constants::{ConstantRow, Embodied};
use crate::provider::Provider;
use crate::revision::table;
use crate::table::{Row, TableError};
use crate::value::Value;
use crate::video::VideoFit;

/// A model that makes videos.
#[derive(Debug, Clone, PartialEq)]
pub struct VideoModel {
    /// Who serves it.
    pub provider: String,
    /// Exact name.
    pub name: String,
    /// Hardware that runs it.
    pub hardware: String,
    /// Whether it makes sound.
    pub has_audio: bool,
    /// How the time follows from the size of the video.
    pub fit: VideoFit,
    /// Share of the time without the sound, zero or more.
    pub non_audio_weight: f64,
}

/// A server that makes videos.
#[derive(Debug, Clone, PartialEq)]
pub struct VideoHardware {
    /// Name.
    pub name: String,
    /// Accelerators in the server, one or more.
    pub accelerators: f64,
    /// Power of the whole server, W: percentiles 2.5 and 97.5.
    pub power_w: Value,
    /// Making of the server without its accelerators.
    pub server_embodied: Embodied,
    /// Making of one accelerator.
    pub accelerator_embodied: Embodied,
}

/// The tables for video of a revision.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct VideoTables {
    pub(crate) models: Vec<VideoModel>,
    pub(crate) hardware: Vec<VideoHardware>,
    pub(crate) providers: Vec<Provider>,
    pub(crate) resolutions: Vec<Resolution>,
    /// Frames a second.
    pub(crate) frame_rate: f64,
}

/// A resolution that has a name.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Resolution {
    name: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

impl VideoTables {
    pub(crate) fn read<'a>(
        folder: &str,
        file: &impl Fn(&str) -> Option<&'a str>,
        constants: &[ConstantRow],
        errors: &mut Vec<TableError>,
    ) -> Option<Self> {
        let path = |name: &str| format!("{folder}/{name}");
        let models = table(&path("video_models.csv"), file, errors)?;
        let hardware = table(&path("video_hardware.csv"), file, errors)?;
        let providers = table(&path("video_providers.csv"), file, errors)?;
        let resolutions = table(&path("video_resolutions.csv"), file, errors)?;
        let frame_rate = constants
            .iter()
            .find(|row| row.name == "video_frame_rate" && row.value > 0.0)
            .map(|row| row.value);
        if frame_rate.is_none() {
            errors.push(TableError {
                file: path("constants.csv"),
                line: None,
                problem: "video_frame_rate must be there and above zero".to_owned(),
            });
        }
        let tables = Self {
            models: models.collect(errors, VideoModel::read),
            hardware: hardware.collect(errors, VideoHardware::read),
            providers: providers.collect(errors, Provider::read),
            resolutions: resolutions.collect(errors, Resolution::read),
            frame_rate: frame_rate?,
        };
        for model in &tables.models {
            if tables.hardware_of(model).is_none() || tables.provider_of(model).is_none() {
                errors.push(TableError {
                    file: path("video_models.csv"),
                    line: None,
                    problem: format!(
                        "{}: its hardware or its provider is not in its table: add it there",
                        model.name
                    ),
                });
            }
        }
        Some(tables)
    }

    pub(crate) fn model(&self, name: &str) -> Option<&VideoModel> {
        self.models.iter().find(|model| model.name == name)
    }

    pub(crate) fn hardware_of(&self, model: &VideoModel) -> Option<&VideoHardware> {
        self.hardware
            .iter()
            .find(|hardware| hardware.name == model.hardware)
    }

    pub(crate) fn provider_of(&self, model: &VideoModel) -> Option<&Provider> {
        self.providers
            .iter()
            .find(|provider| provider.name == model.provider)
    }

    /// Width and height of a name such as `720p`, or of a text such as `1280x720`.
    pub(crate) fn resolution(&self, text: &str) -> Option<(u32, u32)> {
        let name = text.trim().to_lowercase();
        if let Some(known) = self.resolutions.iter().find(|known| known.name == name) {
            return Some((known.width, known.height));
        }
        let (width, height) = name.split_once('x')?;
        Some((width.parse().ok()?, height.parse().ok()?))
    }
}

impl Resolution {
    fn read(row: Row<'_>) -> Result<Self, TableError> {
        Ok(Self {
            name: row.text("name")?.to_owned(),
            width: row.integer("width")?,
            height: row.integer("height")?,
        })
    }
}

impl VideoModel {
    fn read(row: Row<'_>) -> Result<Self, TableError> {
        Ok(Self {
            provider: row.text("provider")?.to_owned(),
            name: row.text("model")?.to_owned(),
            hardware: row.text("hardware")?.to_owned(),
            has_audio: row.yes_or_no("audio_generation")?,
            fit: VideoFit {
                n: row.number("n")?,
                m: row.number("m")?,
                m1: row.number("m1")?,
                m2: row.number("m2")?,
                n1: row.number("n1")?,
                n2: row.number("n2")?,
                g: row.number("g")?,
            },
            non_audio_weight: row.amount("non_audio_weight")?,
        })
    }
}

impl VideoHardware {
    fn read(row: Row<'_>) -> Result<Self, TableError> {
        let (low, high) = (row.amount("power_p2_5_w")?, row.amount("power_p97_5_w")?);
        Ok(Self {
            name: row.text("hardware")?.to_owned(),
            accelerators: row.positive("accelerators")?,
            power_w: Value::range(low, high)
                .map_err(|error| row.fault(format!("power_p2_5_w and power_p97_5_w: {error}")))?,
            server_embodied: Embodied {
                gwp: row.amount("server_embodied_gwp")?,
                adpe: row.amount("server_embodied_adpe")?,
                pe: row.amount("server_embodied_pe")?,
            },
            accelerator_embodied: Embodied {
                gwp: row.amount("accelerator_embodied_gwp")?,
                adpe: row.amount("accelerator_embodied_adpe")?,
                pe: row.amount("accelerator_embodied_pe")?,
            },
        })
    }
}
