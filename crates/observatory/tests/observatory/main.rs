//! `accounts` makes, looks after and erases accounts; `api` asks what programs ask; `federation` lets one
//! observatory read another; `served` runs one for a single test; `machine` takes letters; `copy` walks the site as files;
//! `place` is the demonstration with people; `casework` works on records as people with roles do; `commands` runs the binary as a person would; `site` serves the demonstration and reads every
//! page; `may_i` asks situations of it; `law` checks what a public reading of the law may use;
//! `limits` asks too much, as a reader or a proxy would;
//! `engines` reads what engines that look for data do; `assessments` joins impact assessments to records; `lead` follows up the week of whoever runs the observatory;
//! `reliance` reads the pages on dependencies and effects; `oidc` signs in at a provider of its
//! own, good or bad; `declare` declares a use as an agent does; `imports` sends files from a browser;
//! `mappings` tries a mapping on the command line and prints one;
//! `texts` writes texts, words and departments, and takes a copy of everything; `tools` asks for a
//! tool and follows it to its withdrawal; `settings` reads what is said of settings; `formats` takes
//! the register in the shape of others; `messages` reports a problem and reads its answer; `nodes`
//! kills one server of two; `engine` says which database is used; `browser` is the small reader of
//! pages they use.

mod accounts;
mod api;
mod assessments;
mod browser;
mod casework;
mod commands;
mod copy;
mod declare;
mod engine;
mod engines;
mod federation;
mod formats;
mod imports;
mod law;
mod lead;
mod limits;
mod machine;
mod mappings;
mod may_i;
mod messages;
mod nodes;
mod oidc;
mod place;
mod reliance;
mod served;
mod settings;
mod site;
mod texts;
mod tools;
