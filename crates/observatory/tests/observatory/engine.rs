//! Which database the tests of the site use: SQLite, or, when `VIGIE_TEST_SITE_ON` says `postgres`,
//! a new database of the server that `VIGIE_TEST_POSTGRES` names.

use std::process::Command;
use uuid::Uuid;

/// The section of `vigie.toml` that names a new database; nothing for SQLite in the folder.
pub(crate) fn settings() -> String {
    match std::env::var("VIGIE_TEST_SITE_ON").as_deref() {
        Ok("postgres") => {
            let url = postgres().expect("VIGIE_TEST_POSTGRES names a server");
            format!("\n[database]\nurl = '{url}'\n")
        }
        _ => String::new(),
    }
}

/// The address of a new database on PostgreSQL, if there is a server.
pub(crate) fn postgres() -> Option<String> {
    let server = std::env::var("VIGIE_TEST_POSTGRES").ok()?;
    let name = format!("vigie_site_{}", Uuid::new_v4().simple());
    let made = Command::new("psql")
        .args(["--quiet", "--dbname", &server, "--command"])
        .arg(format!("CREATE DATABASE {name}"))
        .output();
    let made = made.expect("psql, the client of PostgreSQL, is installed");
    let told = String::from_utf8_lossy(&made.stderr);
    assert!(made.status.success(), "{told}");
    let base = server.rsplit_once('/').map_or(&*server, |(base, _)| base);
    Some(format!("{base}/{name}"))
}
