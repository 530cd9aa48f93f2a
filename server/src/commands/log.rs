//! Data goes to stdout, words to stderr.

use tracing_subscriber::EnvFilter;

use crate::config::Config;

/// Starts the log, on stderr.
pub(super) fn start(config: &Config) {
    let filter = EnvFilter::try_new(&config.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    // Started twice only in tests of the command line.
    let _ = if config.log_json {
        log.json().try_init()
    } else {
        log.try_init()
    };
}

/// Prints data.
#[expect(clippy::print_stdout, reason = "the command line answers on stdout")]
pub(super) fn say(text: &str) {
    println!("{text}");
}

/// Prints words for whoever sits at the command line.
#[expect(
    clippy::print_stderr,
    reason = "words of the command line go to stderr"
)]
pub(super) fn complain(text: &str) {
    eprintln!("{text}");
}
