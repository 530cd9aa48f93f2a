//! Compressed twins of what the browser loads, made once instead of with each request.

use crate::fingerprint::Step;
use crate::process;
use crate::workspace::Workspace;
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

/// Node's own Brotli at its best; the command line names the files.
const SCRIPT: &str = "const fs = require('fs'), zlib = require('zlib');\
 for (const file of process.argv.slice(1))\
 fs.writeFileSync(file + '.br', zlib.brotliCompressSync(fs.readFileSync(file)));";

/// Writes `FILE.br` beside each file.
pub fn brotli(workspace: &Workspace, files: &[PathBuf]) -> Result<()> {
    let outputs: Vec<PathBuf> = files
        .iter()
        .map(|file| PathBuf::from(format!("{}.br", file.display())))
        .collect();
    let step = Step {
        stamp: workspace.front().join("compress.stamp"),
        inputs: files,
        recipe: SCRIPT,
        outputs: &outputs,
    };
    step.run(|| process::run(Command::new("node").arg("-e").arg(SCRIPT).args(files)))
}
