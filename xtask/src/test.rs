//! `cargo xtask test`.

use crate::kms::Kms;
use crate::postgres::Postgres;
use crate::report::{Outcome, Report};
use crate::supply::{self, Installing};
use crate::tools::{self, Tool};
use crate::workspace::Workspace;
use crate::{browser, check, front, postgres};
use anyhow::Result;
use clap::{Args, ValueEnum};

/// One part of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// Install what is missing.
    Tools,
    /// `cargo fmt --check`.
    Format,
    /// Style sheet and WebAssembly.
    Front,
    /// Clippy, natively and for the browser.
    Clippy,
    /// Tests on both engines and the key service.
    Tests,
    /// The documentation.
    Docs,
    /// Licences, sources, advisories.
    Deny,
    /// Browser tests.
    Browser,
}

impl Step {
    fn tools(self) -> &'static [Tool] {
        match self {
            Self::Tools | Self::Format | Self::Docs | Self::Deny => &[],
            Self::Front => tools::FRONT,
            Self::Clippy => &[Tool::Wasm],
            Self::Tests => &[Tool::Postgres, Tool::Kms],
            Self::Browser => &[Tool::Chromium, Tool::Postgres, Tool::Wasm, Tool::Node],
        }
    }
}

/// Which steps to run.
#[derive(Args, Clone, Debug, Default)]
pub struct Selection {
    /// Run these steps alone, and install what they need.
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Step>,
    /// Leave these steps out.
    #[arg(long, value_enum, value_delimiter = ',')]
    skip: Vec<Step>,
}

impl Selection {
    fn has(&self, step: Step) -> bool {
        let asked = self.only.is_empty() || step == Step::Tools || self.only.contains(&step);
        asked && !self.skip.contains(&step)
    }

    fn tools(&self) -> Vec<Tool> {
        let steps = Step::value_variants().iter();
        let mut tools = Vec::new();
        for tool in steps
            .filter(|step| self.has(**step))
            .flat_map(|step| step.tools())
        {
            if !tools.contains(tool) {
                tools.push(*tool);
            }
        }
        tools
    }
}

/// Runs the selected steps in their order, stops at the first failure and prints what happened.
pub fn run(workspace: &Workspace, selection: &Selection) -> Result<()> {
    let mut run = Run {
        workspace,
        report: Report::default(),
        postgres: None,
        kms: None,
        installing: None,
    };
    let outcome = Step::value_variants()
        .iter()
        .filter(|step| selection.has(**step))
        .try_for_each(|step| run.step(*step, selection));
    run.report.print();
    // Nothing goes on running when a step has failed.
    let installed = run.installing.take().map_or(Ok(()), Installing::end);
    outcome.and(installed)
}

struct Run<'run> {
    workspace: &'run Workspace,
    report: Report,
    postgres: Option<Postgres>,
    kms: Option<Kms>,
    installing: Option<Installing>,
}

impl Run<'_> {
    fn step(&mut self, step: Step, selection: &Selection) -> Result<()> {
        let workspace = self.workspace;
        let (postgres, kms) = (&mut self.postgres, &mut self.kms);
        let report = &mut self.report;
        match step {
            Step::Tools => report.step("tools", || {
                tools::ensure(workspace, &selection.tools())?;
                if selection.has(Step::Deny) {
                    self.installing = Some(Installing::begin(workspace));
                }
                Ok(Outcome::Good)
            }),
            Step::Format => report.step("format", || check::format(workspace)),
            Step::Front => report.step("front", || {
                front::build(workspace)?;
                Ok(Outcome::Good)
            }),
            Step::Clippy => report.step("clippy", || check::lint(workspace)),
            Step::Tests => report.step("tests", || {
                let postgres = postgres.insert(Postgres::start()?);
                let kms = kms.insert(Kms::start(workspace)?);
                check::tests(
                    workspace,
                    &[postgres_url(postgres), postgres_dump(), kms_url(kms)],
                )
            }),
            Step::Docs => report.step("docs", || check::documentation(workspace)),
            Step::Deny => report.step("deny", || {
                self.installing.take().map_or(Ok(()), Installing::end)?;
                supply::check(workspace)
            }),
            Step::Browser => report.step("browser", || {
                // Cheap when the step `front` has just done it, and right when it was left out.
                front::build(workspace)?;
                if postgres.is_none() {
                    *postgres = Some(Postgres::start()?);
                }
                let mut environment: Vec<_> = postgres.iter().map(postgres_url).collect();
                environment.extend(kms.iter().map(kms_url));
                browser::run(workspace, &environment)
            }),
        }
    }
}

fn postgres_url(postgres: &Postgres) -> (&'static str, String) {
    ("EINLASS_TEST_POSTGRES_URL", postgres.url())
}

fn postgres_dump() -> (&'static str, String) {
    let program = postgres::programs().map(|folder| folder.join("pg_dump"));
    let reachable = program.filter(|program| program.is_file());
    let name = reachable.map_or("pg_dump".into(), |program| program.display().to_string());
    ("EINLASS_TEST_PG_DUMP", name)
}

fn kms_url(kms: &Kms) -> (&'static str, String) {
    ("EINLASS_TEST_KMS_URL", kms.url())
}

#[cfg(test)]
mod tests {
    use super::{Selection, Step};
    use crate::tools::Tool;
    use clap::ValueEnum;

    #[test]
    fn without_arguments_every_step_runs_and_each_tool_is_installed_once() {
        let all = Selection::default();
        assert!(Step::value_variants().iter().all(|step| all.has(*step)));
        let tools = all.tools();
        assert_eq!(tools.len(), 5);
        for tool in [Tool::Chromium, Tool::Postgres, Tool::Kms, Tool::Node] {
            assert!(tools.contains(&tool), "{tool:?}");
        }
    }

    #[test]
    fn only_the_tools_of_the_chosen_steps_are_installed() {
        let selection = Selection {
            only: vec![Step::Format, Step::Clippy, Step::Deny],
            skip: vec![Step::Deny],
        };
        assert!(selection.has(Step::Tools) && selection.has(Step::Format));
        assert!(!selection.has(Step::Deny) && !selection.has(Step::Browser));
        assert_eq!(selection.tools(), [Tool::Wasm]);
    }
}
