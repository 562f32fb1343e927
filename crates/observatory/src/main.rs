//! The binary `vigie`.

use std::process::ExitCode;

fn main() -> ExitCode {
    observatory::commands::main()
}
