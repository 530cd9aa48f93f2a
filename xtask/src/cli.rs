//! The verbs and their arguments.

use crate::test::Selection;
use crate::workspace::Workspace;
use crate::{bench, check, demo, dist, front, test, tools};
use anyhow::Result;
use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    about = "Builds, checks and shows Einlass"
)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Installs what is missing, builds, seeds a sample tenant and serves it.
    Demo {
        /// Build with optimisation: slower to build, faster to use.
        #[arg(long)]
        release: bool,
        /// Arguments for `einlass demo`.
        #[arg(last = true)]
        rest: Vec<String>,
    },
    /// Installs what is missing and runs every check.
    Test(Selection),
    /// The quick part: format, lints, tests on SQLite.
    Check,
    /// Measures, in an optimised build.
    Bench {
        /// Arguments for the measuring program.
        #[arg(last = true)]
        rest: Vec<String>,
    },
    /// Builds one release binary with all assets inside: `target/dist/einlass`.
    Dist,
    /// Builds style sheet and WebAssembly into `target/site`.
    Front,
}

/// Reads the command line and does what it says; wrong usage ends the process with 2.
pub fn run() -> Result<()> {
    let arguments = Arguments::parse();
    let workspace = Workspace::find()?;
    match arguments.verb {
        Verb::Demo { release, rest } => demo::run(&workspace, release, &rest),
        Verb::Test(selection) => test::run(&workspace, &selection),
        Verb::Check => check::run(&workspace),
        Verb::Bench { rest } => bench::run(&workspace, &rest),
        Verb::Dist => dist::run(&workspace),
        Verb::Front => {
            tools::ensure(&workspace, tools::FRONT)?;
            front::build(&workspace)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Arguments;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }
}
