//! Tenants at the command line.

use backend::{
    access::{Denied, Origin, Permit, Who, authorise},
    tenants,
};
use clap::Subcommand;
use domain::{access::Act, ids::TenantId};

use super::log;
use crate::{config::Config, start};

/// What can be done with tenants.
#[derive(Subcommand)]
pub(super) enum TenantCommand {
    /// Create a tenant and print its id.
    Create {
        /// The organiser's name, as guests read it.
        name: String,
    },
    /// List tenants.
    List {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

pub(super) async fn run(command: TenantCommand, config: &Config) -> anyhow::Result<()> {
    let desk = start::open(config).await?;
    match command {
        TenantCommand::Create { name } => {
            let tenant = tenants::create(&desk, &operator()?, &name).await?;
            log::say(&tenant.to_string());
        }
        TenantCommand::List { json } => {
            let lines = tenants::list(&desk, &operator()?).await?;
            if json {
                log::say(&serde_json::to_string_pretty(&lines)?);
            } else {
                for line in lines {
                    log::say(&format!("{}  {}", line.id, line.name));
                }
            }
        }
    }
    desk.store().close().await;
    Ok(())
}

/// The permit of whoever sits at the command line.
pub(super) fn operator<A: Act>() -> Result<Permit<A>, Denied> {
    authorise(
        Who::Operator(TenantId::PLATFORM),
        &Origin::new("command line", None),
    )
}
