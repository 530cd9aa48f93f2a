//! Headlines while the steps run and a table at the end.

use anyhow::{Context, Result};
use std::time::{Duration, Instant};

const LINE_WIDTH: usize = 72;

/// How a step ended that did not fail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Everything was checked.
    Good,
    /// Something could not be checked; says what and why.
    Partly(String),
}

/// What has been run so far.
#[derive(Debug, Default)]
pub struct Report {
    steps: Vec<Line>,
}

#[derive(Debug)]
struct Line {
    name: String,
    duration: Duration,
    /// `None` when it failed.
    outcome: Option<Outcome>,
}

impl Report {
    /// Runs a step under a headline, takes its time, and passes its failure on with its name.
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Result<Outcome>) -> Result<()> {
        println!("\n── {name} {}", "─".repeat(LINE_WIDTH - 4 - name.len()));
        let start = now();
        let result = work();
        let duration = start.elapsed();
        self.steps.push(Line {
            name: name.to_owned(),
            duration,
            outcome: result.as_ref().ok().cloned(),
        });
        result.with_context(|| format!("step `{name}` failed"))?;
        println!("{name}: {}", seconds(duration));
        Ok(())
    }

    /// Prints the table.
    pub fn print(&self) {
        print!("{}", self.table());
    }

    fn table(&self) -> String {
        let mut table = format!("\n{}\n", "─".repeat(LINE_WIDTH));
        for Line {
            name,
            duration,
            outcome,
        } in &self.steps
        {
            let words = match outcome {
                Some(Outcome::Good) => "good",
                Some(Outcome::Partly(words)) => words,
                None => "FAILED",
            };
            table += &row(name, *duration, words);
        }
        let total: Duration = self.steps.iter().map(|line| line.duration).sum();
        table + &row("total", total, "")
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "shows a developer how long a step took; nothing is decided by it"
)]
fn now() -> Instant {
    Instant::now()
}

fn row(name: &str, duration: Duration, words: &str) -> String {
    let row = format!("{name:<10} {:>9}  {words}", seconds(duration));
    format!("{}\n", row.trim_end())
}

fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::{Outcome, Report};

    #[test]
    fn the_table_tells_what_failed_and_what_was_not_checked() {
        let mut report = Report::default();
        report.step("one", || Ok(Outcome::Good)).unwrap();
        let partly = || Ok(Outcome::Partly("no network".to_owned()));
        report.step("two", partly).unwrap();
        let error = report.step("three", || anyhow::bail!("broken"));
        assert_eq!(
            format!("{:#}", error.unwrap_err()),
            "step `three` failed: broken"
        );
        let table = report.table();
        let line = |name: &str| {
            let mut lines = table.lines();
            lines.find(|line| line.starts_with(name)).unwrap()
        };
        assert!(line("one").ends_with("good"));
        assert!(line("two").ends_with("no network"));
        assert!(line("three").ends_with("FAILED"));
    }
}
