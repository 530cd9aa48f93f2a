//! Remembers what an output was made from, so that a step with unchanged inputs is skipped.

use crate::files;
use anyhow::{Context, Result};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

/// The inputs and outputs of one step.
#[derive(Debug)]
pub struct Step<'step> {
    /// Where the fingerprint of the last success is kept.
    pub stamp: PathBuf,
    /// Files and folders; a missing one counts as empty.
    pub inputs: &'step [PathBuf],
    /// How it is made: program options.
    pub recipe: &'step str,
    /// Files that must be there.
    pub outputs: &'step [PathBuf],
}

impl Step<'_> {
    /// Runs `make` unless the outputs are there and were made from the same inputs in the same way.
    pub fn run(&self, make: impl FnOnce() -> Result<()>) -> Result<()> {
        let now = self.fingerprint()?;
        let before = std::fs::read_to_string(&self.stamp).unwrap_or_default();
        if before == now && self.outputs.iter().all(|output| output.is_file()) {
            return Ok(());
        }
        make()?;
        files::write(&self.stamp, now.as_bytes())
    }

    fn fingerprint(&self) -> Result<String> {
        let mut hasher = DefaultHasher::new();
        self.recipe.hash(&mut hasher);
        for input in self.inputs {
            for file in files::list(input)? {
                let bytes = std::fs::read(&file)
                    .with_context(|| format!("{} cannot be read", file.display()))?;
                file.strip_prefix(input).unwrap_or(&file).hash(&mut hasher);
                bytes.hash(&mut hasher);
            }
        }
        Ok(format!("{:016x}", hasher.finish()))
    }
}

#[cfg(test)]
mod tests {
    use super::Step;
    use std::cell::Cell;
    use std::path::Path;

    fn runs(folder: &Path, recipe: &str) -> bool {
        let inputs = [folder.join("in")];
        let outputs = [folder.join("out")];
        let step = Step {
            stamp: folder.join("stamp"),
            inputs: &inputs,
            recipe,
            outputs: &outputs,
        };
        let ran = Cell::new(false);
        step.run(|| {
            ran.set(true);
            Ok(std::fs::write(&outputs[0], "made")?)
        })
        .unwrap();
        ran.get()
    }

    #[test]
    fn a_step_runs_again_only_when_something_changed() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        std::fs::create_dir(folder.join("in")).unwrap();
        std::fs::write(folder.join("in/a.css"), "one").unwrap();
        assert!(runs(folder, "plain"));
        assert!(!runs(folder, "plain"));

        std::fs::write(folder.join("in/a.css"), "two").unwrap();
        assert!(runs(folder, "plain"), "an input changed");
        std::fs::rename(folder.join("in/a.css"), folder.join("in/b.css")).unwrap();
        assert!(runs(folder, "plain"), "an input was renamed");
        assert!(runs(folder, "small"), "the recipe changed");
        std::fs::remove_file(folder.join("out")).unwrap();
        assert!(runs(folder, "small"), "the output is gone");
    }

    #[test]
    fn a_failure_is_not_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let step = Step {
            stamp: folder.path().join("stamp"),
            inputs: &[],
            recipe: "",
            outputs: &[],
        };
        assert!(step.run(|| anyhow::bail!("no")).is_err());
        assert!(!step.stamp.exists());
    }
}
