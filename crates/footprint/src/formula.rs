use crate::factor::Factor;
use crate::revision::FormulaSet;
use crate::unit::PhysicalUnit;

/// A step of the method, named after its result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Formula {
    /// Memory to hold the weights.
    RequiredMemory,
    /// Accelerators that hold the weights.
    GpuCount,
    /// Energy of one accelerator for one token.
    EnergyPerToken,
    /// Time for one token.
    LatencyPerToken,
    /// Global warming of making the hardware occupied.
    HardwareGwp,
    /// Mineral resources for making the hardware occupied.
    HardwareAdpe,
    /// Primary energy for making the hardware occupied.
    HardwarePe,
    /// Time the server spends on the answer.
    GenerationLatency,
    /// Energy of one accelerator.
    GpuEnergy,
    /// Energy of the server without its accelerators.
    ServerEnergy,
    /// Energy of the computers.
    ItEnergy,
    /// Energy of the site.
    Energy,
    /// Global warming of the energy.
    UsageGwp,
    /// Mineral resources for the energy.
    UsageAdpe,
    /// Primary energy for the energy.
    UsagePe,
    /// Water consumed.
    Water,
    /// Share of the hardware's global warming.
    EmbodiedGwp,
    /// Share of the hardware's mineral resources.
    EmbodiedAdpe,
    /// Share of the hardware's primary energy.
    EmbodiedPe,
    /// Usage and embodied global warming.
    TotalGwp,
    /// Usage and embodied mineral resources.
    TotalAdpe,
    /// Usage and embodied primary energy.
    TotalPe,
    /// Time the server spends on a video.
    VideoLatency,
    /// Energy of the server that makes a video.
    VideoItEnergy,
    /// Share of the server's global warming.
    VideoEmbodiedGwp,
    /// Share of the server's mineral resources.
    VideoEmbodiedAdpe,
    /// Share of the server's primary energy.
    VideoEmbodiedPe,
}

impl Formula {
    /// Every formula, in the order of the method.
    pub const ALL: [Self; 27] = [
        Self::RequiredMemory,
        Self::GpuCount,
        Self::EnergyPerToken,
        Self::LatencyPerToken,
        Self::HardwareGwp,
        Self::HardwareAdpe,
        Self::HardwarePe,
        Self::GenerationLatency,
        Self::GpuEnergy,
        Self::ServerEnergy,
        Self::ItEnergy,
        Self::Energy,
        Self::UsageGwp,
        Self::UsageAdpe,
        Self::UsagePe,
        Self::Water,
        Self::EmbodiedGwp,
        Self::EmbodiedAdpe,
        Self::EmbodiedPe,
        Self::TotalGwp,
        Self::TotalAdpe,
        Self::TotalPe,
        Self::VideoLatency,
        Self::VideoItEnergy,
        Self::VideoEmbodiedGwp,
        Self::VideoEmbodiedAdpe,
        Self::VideoEmbodiedPe,
    ];

    /// A stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::RequiredMemory => "required_memory",
            Self::GpuCount => "gpu_count",
            Self::EnergyPerToken => "energy_per_token",
            Self::LatencyPerToken => "latency_per_token",
            Self::HardwareGwp => "hardware_gwp",
            Self::HardwareAdpe => "hardware_adpe",
            Self::HardwarePe => "hardware_pe",
            Self::GenerationLatency => "generation_latency",
            Self::GpuEnergy => "gpu_energy",
            Self::ServerEnergy => "server_energy",
            Self::ItEnergy => "it_energy",
            Self::Energy => "energy",
            Self::UsageGwp => "usage_gwp",
            Self::UsageAdpe => "usage_adpe",
            Self::UsagePe => "usage_pe",
            Self::Water => "water",
            Self::EmbodiedGwp => "embodied_gwp",
            Self::EmbodiedAdpe => "embodied_adpe",
            Self::EmbodiedPe => "embodied_pe",
            Self::TotalGwp => "total_gwp",
            Self::TotalAdpe => "total_adpe",
            Self::TotalPe => "total_pe",
            Self::VideoLatency => "video_latency",
            Self::VideoItEnergy => "video_it_energy",
            Self::VideoEmbodiedGwp => "video_embodied_gwp",
            Self::VideoEmbodiedAdpe => "video_embodied_adpe",
            Self::VideoEmbodiedPe => "video_embodied_pe",
        }
    }

    /// The unit of its result.
    pub fn unit(self) -> PhysicalUnit {
        match self {
            Self::GpuCount => PhysicalUnit::None,
            Self::RequiredMemory => PhysicalUnit::Gigabytes,
            Self::EnergyPerToken => PhysicalUnit::KilowattHoursPerToken,
            Self::LatencyPerToken => PhysicalUnit::SecondsPerToken,
            Self::GenerationLatency | Self::VideoLatency => PhysicalUnit::Seconds,
            Self::GpuEnergy
            | Self::ServerEnergy
            | Self::ItEnergy
            | Self::Energy
            | Self::VideoItEnergy => PhysicalUnit::KilowattHours,
            Self::HardwareGwp
            | Self::UsageGwp
            | Self::EmbodiedGwp
            | Self::TotalGwp
            | Self::VideoEmbodiedGwp => PhysicalUnit::KilogramsCo2,
            Self::HardwareAdpe
            | Self::UsageAdpe
            | Self::EmbodiedAdpe
            | Self::TotalAdpe
            | Self::VideoEmbodiedAdpe => PhysicalUnit::KilogramsAntimony,
            Self::HardwarePe
            | Self::UsagePe
            | Self::EmbodiedPe
            | Self::TotalPe
            | Self::VideoEmbodiedPe => PhysicalUnit::Megajoules,
            Self::Water => PhysicalUnit::Litres,
        }
    }

    /// The formula in the symbols of the factors' names and of the other steps.
    pub fn expression(self, formulas: FormulaSet) -> &'static str {
        match self {
            Self::RequiredMemory => "memory_overhead·total_parameters·model_quantization_bits/8",
            Self::GpuCount if formulas.has_batches() => {
                "2^ceil(log2(ceil(required_memory/gpu_memory)))"
            }
            Self::GpuCount => "ceil(required_memory/gpu_memory)",
            Self::EnergyPerToken if formulas.has_batches() => {
                "(gpu_energy_alpha·exp(gpu_energy_beta·batch_size)·active_parameters + gpu_energy_gamma)/1000"
            }
            Self::EnergyPerToken if formulas.has_fit_interval() => {
                "gpu_energy_alpha·active_parameters + gpu_energy_beta ± confidence_quantile·gpu_energy_stdev"
            }
            Self::EnergyPerToken => "gpu_energy_alpha·active_parameters + gpu_energy_beta",
            Self::LatencyPerToken if formulas.has_measured_throughput() => {
                "1/throughput if known, else latency_alpha·active_parameters + latency_beta·batch_size + latency_gamma"
            }
            Self::LatencyPerToken if formulas.has_batches() => {
                "latency_alpha·active_parameters + latency_beta·batch_size + latency_gamma"
            }
            Self::LatencyPerToken if formulas.has_fit_interval() => {
                "gpu_latency_alpha·active_parameters + gpu_latency_beta ± confidence_quantile·gpu_latency_stdev"
            }
            Self::LatencyPerToken => "gpu_latency_alpha·active_parameters + gpu_latency_beta",
            Self::HardwareGwp | Self::HardwareAdpe | Self::HardwarePe => {
                "(gpu_count/server_gpus)·server_embodied_impact + gpu_count·gpu_embodied_impact"
            }
            Self::GenerationLatency if formulas.has_fit_interval() => {
                "output_tokens·latency_per_token, or the measured latency unless it is above the interval"
            }
            Self::GenerationLatency if formulas.has_measured_throughput() => {
                "min(measured latency, output_tokens·latency_per_token + time_to_first_token)"
            }
            Self::GenerationLatency => "min(measured latency, output_tokens·latency_per_token)",
            Self::GpuEnergy => "output_tokens·energy_per_token",
            Self::ServerEnergy if formulas.has_batches() => {
                "(generation_latency/3600)·server_power·(gpu_count/server_gpus)·(1/batch_size)"
            }
            Self::ServerEnergy => "(generation_latency/3600)·server_power·(gpu_count/server_gpus)",
            Self::ItEnergy => "server_energy + gpu_count·gpu_energy",
            Self::Energy => "pue·it_energy",
            Self::UsageGwp => "energy·electricity_gwp",
            Self::UsageAdpe => "energy·electricity_adpe",
            Self::UsagePe => "energy·electricity_pe",
            Self::Water if formulas.counts_pue_twice_for_water() => {
                "energy·(wue + pue·electricity_wue)"
            }
            Self::Water => "it_energy·(wue + pue·electricity_wue)",
            Self::EmbodiedGwp | Self::EmbodiedAdpe | Self::EmbodiedPe if formulas.has_batches() => {
                "generation_latency·hardware/(hardware_lifespan·batch_size)"
            }
            Self::EmbodiedGwp | Self::EmbodiedAdpe | Self::EmbodiedPe => {
                "(generation_latency/hardware_lifespan)·hardware"
            }
            Self::TotalGwp | Self::TotalAdpe | Self::TotalPe => "usage + embodied",
            Self::VideoLatency => {
                "min(measured latency, (n·f·(w·h)² + m·v + m1·f + m2·(w·h)² + n1·f² + n2·v² + g)·sound), v = w·h·f/1000"
            }
            Self::VideoItEnergy => "(video_latency/3600)·server_power",
            Self::VideoEmbodiedGwp | Self::VideoEmbodiedAdpe | Self::VideoEmbodiedPe => {
                "(video_latency/hardware_lifespan)·(server_embodied + accelerators·accelerator_embodied)"
            }
        }
    }

    /// The factors it takes from the tables and from the request, beside earlier steps.
    pub fn factors(self, formulas: FormulaSet) -> &'static [Factor] {
        match self {
            Self::RequiredMemory => &[
                Factor("memory_overhead"),
                Factor("model_total_parameters"),
                Factor("model_quantization_bits"),
            ],
            Self::GpuCount => &[Factor("gpu_memory")],
            Self::EnergyPerToken if formulas.has_batches() => &[
                Factor("gpu_energy_alpha"),
                Factor("gpu_energy_beta"),
                Factor("gpu_energy_gamma"),
                Factor("gpu_energy_batch_decay"),
                Factor("batch_size"),
                Factor("model_active_parameters"),
            ],
            Self::EnergyPerToken if formulas.has_fit_interval() => &[
                Factor("gpu_energy_alpha"),
                Factor("gpu_energy_beta"),
                Factor("gpu_energy_stdev"),
                Factor("confidence_quantile"),
                Factor("model_active_parameters"),
            ],
            Self::EnergyPerToken => &[
                Factor("gpu_energy_alpha"),
                Factor("gpu_energy_beta"),
                Factor("model_active_parameters"),
            ],
            Self::LatencyPerToken if formulas.has_measured_throughput() => &[
                Factor("model_throughput"),
                Factor("latency_alpha"),
                Factor("latency_beta"),
                Factor("latency_gamma"),
                Factor("batch_size"),
                Factor("model_active_parameters"),
            ],
            Self::LatencyPerToken if formulas.has_batches() => &[
                Factor("latency_alpha"),
                Factor("latency_beta"),
                Factor("latency_gamma"),
                Factor("batch_size"),
                Factor("model_active_parameters"),
            ],
            Self::LatencyPerToken if formulas.has_fit_interval() => &[
                Factor("gpu_latency_alpha"),
                Factor("gpu_latency_beta"),
                Factor("gpu_latency_stdev"),
                Factor("confidence_quantile"),
                Factor("model_active_parameters"),
            ],
            Self::LatencyPerToken => &[
                Factor("gpu_latency_alpha"),
                Factor("gpu_latency_beta"),
                Factor("model_active_parameters"),
            ],
            Self::HardwareGwp => &[
                Factor("server_gpus"),
                Factor("server_embodied_impact_gwp"),
                Factor("gpu_embodied_impact_gwp"),
            ],
            Self::HardwareAdpe => &[
                Factor("server_gpus"),
                Factor("server_embodied_impact_adpe"),
                Factor("gpu_embodied_impact_adpe"),
            ],
            Self::HardwarePe => &[
                Factor("server_gpus"),
                Factor("server_embodied_impact_pe"),
                Factor("gpu_embodied_impact_pe"),
            ],
            Self::GenerationLatency if formulas.has_measured_throughput() => &[
                Factor("request_output_tokens"),
                Factor("request_latency"),
                Factor("model_time_to_first_token"),
            ],
            Self::GenerationLatency => {
                &[Factor("request_output_tokens"), Factor("request_latency")]
            }
            Self::GpuEnergy => &[Factor("request_output_tokens")],
            Self::ServerEnergy if formulas.has_batches() => &[
                Factor("server_power"),
                Factor("server_gpus"),
                Factor("batch_size"),
            ],
            Self::ServerEnergy => &[Factor("server_power"), Factor("server_gpus")],
            Self::ItEnergy | Self::TotalGwp | Self::TotalAdpe | Self::TotalPe => &[],
            Self::Energy if formulas.has_batches() => &[Factor("provider_pue")],
            Self::Energy => &[Factor("datacenter_pue")],
            Self::UsageGwp if formulas.has_batches() => &[Factor("electricity_gwp")],
            Self::UsageGwp => &[Factor("electricity_gwp_before_0_9")],
            Self::UsageAdpe => &[Factor("electricity_adpe")],
            Self::UsagePe => &[Factor("electricity_pe")],
            Self::Water => &[
                Factor("provider_wue"),
                Factor("provider_pue"),
                Factor("electricity_wue"),
            ],
            Self::EmbodiedGwp | Self::EmbodiedAdpe | Self::EmbodiedPe if formulas.has_batches() => {
                &[Factor("hardware_lifespan"), Factor("batch_size")]
            }
            Self::EmbodiedGwp | Self::EmbodiedAdpe | Self::EmbodiedPe => {
                &[Factor("hardware_lifespan")]
            }
            Self::VideoLatency => &[
                Factor("video_fit"),
                Factor("video_non_audio_weight"),
                Factor("video_frame_rate"),
                Factor("request_video"),
                Factor("request_latency"),
            ],
            Self::VideoItEnergy => &[Factor("video_server_power")],
            Self::VideoEmbodiedGwp | Self::VideoEmbodiedAdpe | Self::VideoEmbodiedPe => &[
                Factor("hardware_lifespan"),
                Factor("video_hardware_embodied"),
            ],
        }
    }
}
