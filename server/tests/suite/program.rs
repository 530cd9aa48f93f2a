//! The program as an operator runs it.

use std::{
    path::Path,
    process::{Command, Output},
};

/// Runs the program on a folder of its own.
pub fn einlass(data: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_einlass"))
        .args(words)
        .env_clear()
        .env("EINLASS_DATA_DIR", data)
        .env("EINLASS_LOG", "error")
        .output()
        .expect("the program starts")
}

/// Everything that it said.
pub fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

/// What it said when it did what was asked.
pub fn done(data: &Path, words: &[&str]) -> String {
    let output = einlass(data, words);
    assert!(output.status.success(), "{words:?}: {}", said(&output));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// The sentence with which it refused.
pub fn refused(data: &Path, words: &[&str]) -> String {
    let output = einlass(data, words);
    assert_eq!(
        output.status.code(),
        Some(1),
        "{words:?}: {}",
        said(&output)
    );
    String::from_utf8_lossy(&output.stderr).trim().to_owned()
}
