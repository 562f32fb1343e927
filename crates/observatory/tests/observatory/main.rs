//! `commands` runs the binary as a person would; `site` serves the demonstration and reads every
//! page; `may_i` asks situations of it; `law` checks what a public reading of the law may use;
//! `reliance` reads the pages on dependencies and effects; `browser` is the small reader of pages
//! they use; `declare` declares a use as an agent does.

mod browser;
mod commands;
mod declare;
mod law;
mod may_i;
mod reliance;
mod site;
