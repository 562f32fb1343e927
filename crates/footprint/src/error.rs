/// Why there is no estimate. Never answered by a zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EstimateError {
    /// The revision has no such model, or no such provider.
    #[error("this revision does not know the model")]
    UnknownModel,
    /// The revision has no such electricity zone.
    #[error("this revision does not know the electricity zone")]
    UnknownZone,
    /// Tokens are negative, infinite or not a number.
    #[error("the number of tokens must be zero or more")]
    InvalidTokens,
    /// The latency is negative or not a number.
    #[error("the latency must be zero second or more")]
    InvalidLatency,
    /// A model without parameters, or not a number of them.
    #[error("the numbers of parameters must be above zero")]
    InvalidParameters,
    /// A throughput of zero, negative or not a number; or such a delay of the first token.
    #[error("the throughput must be above zero and the delay of the first token zero or more")]
    InvalidThroughput,
    /// A factor is outside its range.
    #[error("the factor {0} is outside its range")]
    InvalidFactor(&'static str),
    /// More models than there are keys for them.
    #[error("there are more different models than the 65,534 that columns can name")]
    TooManyModels,
    /// The result is too large to be a number.
    #[error("the result is too large to be a number")]
    Overflow,
    /// The revision has no tables for video.
    #[error("this revision does not model video")]
    VideoNotModelled,
    /// The resolution is neither a known name nor `WIDTHxHEIGHT`.
    #[error("the resolution is neither a known name nor of the form 1280x720")]
    InvalidResolution,
    /// The duration of the video is negative, infinite or not a number.
    #[error("the duration must be zero second or more")]
    InvalidDuration,
}

impl EstimateError {
    /// A stable code; the first two are those of the reference.
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownModel => "model-not-registered",
            Self::UnknownZone => "zone-not-registered",
            Self::InvalidTokens => "invalid-tokens",
            Self::InvalidLatency => "invalid-latency",
            Self::InvalidParameters => "invalid-parameters",
            Self::InvalidThroughput => "invalid-throughput",
            Self::InvalidFactor(_) => "invalid-factor",
            Self::TooManyModels => "too-many-models",
            Self::Overflow => "overflow",
            Self::VideoNotModelled => "video-not-modelled",
            Self::InvalidResolution => "invalid-resolution",
            Self::InvalidDuration => "invalid-duration",
        }
    }
}
