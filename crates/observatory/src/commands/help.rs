//! The help of every command and option in the reader's language.
//!
//! Keys follow the command line: `help` for the program, `help-register-import` for a command,
//! `help-register-import--dry-run` for its option.

use clap::Command;
use domain::Language;
use publish::Words;

/// The command with its texts in a language; what has no words keeps those of the code.
pub(super) fn localised(command: Command, words: &Words, language: Language) -> Command {
    below(command, "", &|key| {
        words.plain(language, key).map(str::to_owned)
    })
}

fn below(command: Command, path: &str, words: &dyn Fn(&str) -> Option<String>) -> Command {
    let command = match words(&format!("help{path}")) {
        Some(about) => command.about(about),
        None => command,
    };
    let command = command.mut_args(|argument| {
        let key = format!(
            "help{path}--{}",
            argument.get_id().as_str().replace('_', "-")
        );
        match words(&key) {
            Some(help) => argument.help(help),
            None => argument,
        }
    });
    command.mut_subcommands(|subcommand| {
        let path = format!("{path}-{}", subcommand.get_name());
        below(subcommand, &path, words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::Arguments;
    use crate::instance::Library;
    use clap::CommandFactory;
    use std::cell::RefCell;

    /// Every key the command line asks for.
    fn keys() -> Vec<String> {
        let keys = RefCell::new(Vec::new());
        let _ = below(Arguments::command(), "", &|key| {
            keys.borrow_mut().push(key.to_owned());
            None
        });
        keys.into_inner()
    }

    #[test]
    fn every_command_and_option_is_explained_in_both_languages() {
        let library = Library::open(None).expect("the files of the binary");
        for language in Language::ALL {
            let missing: Vec<_> = keys()
                .into_iter()
                .filter(|key| library.words.plain(language, key).is_none())
                .collect();
            assert_eq!(missing, Vec::<String>::new(), "in {language:?}");
        }
    }
}
