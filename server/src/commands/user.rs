//! Accounts at the command line.

use std::io::Read;

use anyhow::Context;
use backend::{
    Failure,
    accounts::{self, CreateUserError, NewUser, PasswordError},
    desk::Desk,
};
use clap::Subcommand;
use domain::{access::Role, ids::UserId};

use super::{log, tenant::operator};
use crate::{config::Config, start};

const WEAK: &str = "the password on stdin is too short, lacks a special character (see EINLASS_PASSWORD_PROFILE), or is easy to guess";

/// What can be done with accounts.
#[derive(Subcommand)]
pub(super) enum UserCommand {
    /// Create an account; the password is read from stdin.
    Create {
        /// Address to sign in with.
        email: String,
        /// Name, as the log shows it.
        #[arg(long)]
        name: String,
        /// The tenant's id.
        #[arg(long, required_unless_present = "support", conflicts_with = "support")]
        tenant: Option<String>,
        /// For the provider's support: in no tenant until one lets it in.
        #[arg(long)]
        support: bool,
        /// owner, admin, event-manager, check-in, analyst or data-protection-officer.
        #[arg(long, default_value = "event-manager")]
        role: String,
    },
    /// Set a new password, read from stdin, and end all sessions.
    Reset {
        /// The account's address.
        email: String,
        /// Remove passkeys, app and recovery codes as well, for whoever has lost them.
        #[arg(long)]
        factors: bool,
    },
    /// End an account and all its sessions.
    Disable {
        /// The account's address.
        email: String,
    },
    /// List accounts.
    List {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

pub(super) async fn run(command: UserCommand, config: &Config) -> anyhow::Result<()> {
    let desk = start::open(config).await?;
    match command {
        UserCommand::Create {
            email,
            name,
            tenant,
            support: _,
            role,
        } => {
            let created = if let Some(tenant) = tenant {
                create(&desk, name, email, &tenant, &role).await?
            } else {
                let password = password()?;
                accounts::create_supporter(&desk, &operator()?, &name, &email, password).await
            };
            let user = created.map_err(|error| match error {
                CreateUserError::Invalid(errors) if errors.iter().any(|e| e.field == "email") => {
                    anyhow::anyhow!("not an e-mail address")
                }
                CreateUserError::Invalid(_) => anyhow::anyhow!(WEAK),
                error => error.into(),
            })?;
            log::say(&user.to_string());
        }
        UserCommand::Reset { email, factors } => {
            accounts::reset_password(&desk, &operator()?, &email, password()?, factors)
                .await
                .map_err(|error| match error {
                    PasswordError::Failure(Failure::NotFound) => anyhow::anyhow!("no such account"),
                    PasswordError::Failure(failure) => failure.into(),
                    PasswordError::Invalid(_)
                    | PasswordError::TooMany(_)
                    | PasswordError::CodesBlocked => anyhow::anyhow!(WEAK),
                })?;
        }
        UserCommand::Disable { email } => {
            accounts::disable(&desk, &operator()?, &email)
                .await
                .context("no such account")?;
        }
        UserCommand::List { json } => {
            let lines = accounts::list(&desk, &operator()?).await?;
            if json {
                log::say(&serde_json::to_string_pretty(&lines)?);
            } else {
                for line in lines {
                    let ended = if line.disabled { "  (ended)" } else { "" };
                    log::say(&format!(
                        "{}  {} <{}>{ended}",
                        line.id, line.name, line.email
                    ));
                }
            }
        }
    }
    desk.store().close().await;
    Ok(())
}

/// Creates an account of a tenant's team.
async fn create(
    desk: &Desk,
    name: String,
    email: String,
    tenant: &str,
    role: &str,
) -> anyhow::Result<Result<UserId, CreateUserError>> {
    let organiser = tenant
        .parse()
        .context("--tenant must be an id such as tnt_…; see `einlass tenant list`")?;
    let role: Role = role
        .parse()
        .context("--role is unknown; see `einlass user create --help`")?;
    let new = NewUser {
        name,
        email,
        password: password()?,
        organiser,
        role,
    };
    Ok(accounts::create(desk, &operator()?, new).await)
}

/// The first line of stdin: a password on the command line would stand in the list of processes.
fn password() -> anyhow::Result<String> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}
