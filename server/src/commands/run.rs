//! Reading the command line and doing what it says.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use super::{audit, backup, demo, doctor, keys, log, serve, tenant, user};
use crate::{config::Config, memory, start, workers};

/// Invite guests to events, take their answers, let them in; with personal data encrypted under a key per person.
#[derive(Parser)]
#[command(name = "einlass", version, arg_required_else_help = true)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve pages and run the workers.
    Serve,
    /// Bring the database up to date.
    Migrate,
    /// Fill an empty installation with a sample tenant, print its sign-ins, and serve.
    Demo,
    /// Check configuration, database, keys and mail server.
    Doctor,
    /// Run only the workers.
    Worker,
    /// Accounts.
    #[command(subcommand)]
    User(user::UserCommand),
    /// Tenants.
    #[command(subcommand)]
    Tenant(tenant::TenantCommand),
    /// The log: export and check it.
    #[command(subcommand)]
    Audit(audit::AuditCommand),
    /// Backups: make, check, restore.
    #[command(subcommand)]
    Backup(backup::BackupCommand),
    /// Root keys.
    #[command(subcommand)]
    Keys(keys::KeysCommand),
    /// Deletion of guests' data on the promised date.
    #[command(subcommand)]
    Retention(RetentionCommand),
    /// Print name and version.
    Version,
}

#[derive(Subcommand)]
enum RetentionCommand {
    /// Delete what is due now; prints how many guests went.
    Run,
}

/// Runs the program: 0 done, 1 refused or failed, 2 wrong usage (by clap).
pub async fn run() -> ExitCode {
    let line = Line::parse();
    let config = match Config::from_env() {
        Ok(config) => config,
        Err(problems) => return fail(&problems.to_string()),
    };
    log::start(&config);
    if config.environment != vault::Environment::Development {
        memory::keep_private();
    }
    match execute(line.command, &config).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&format!("{error:#}")),
    }
}

async fn execute(command: Command, config: &Config) -> anyhow::Result<()> {
    match command {
        Command::Serve => serve::serve(config).await,
        Command::Migrate => start::migrate(config).await,
        Command::Demo => demo::demo(config).await,
        Command::Doctor => doctor::doctor(config).await,
        Command::Worker => serve::work(config).await,
        Command::User(command) => user::run(command, config).await,
        Command::Tenant(command) => tenant::run(command, config).await,
        Command::Audit(command) => audit::run(command, config).await,
        Command::Backup(command) => backup::run(command, config).await,
        Command::Keys(command) => keys::run(command, config).await,
        Command::Retention(RetentionCommand::Run) => {
            let desk = start::open(config).await?;
            log::say(&workers::delete(&desk).await?.to_string());
            desk.store().close().await;
            Ok(())
        }
        Command::Version => {
            log::say(concat!("einlass ", env!("CARGO_PKG_VERSION")));
            Ok(())
        }
    }
}

fn fail(sentence: &str) -> ExitCode {
    log::complain(sentence);
    ExitCode::FAILURE
}
