//! Root keys at the command line.

use anyhow::{Context, bail};
use backend::{
    Failure,
    access::{Origin, Permit, Who, authorise},
    desk::Desk,
    keys::{self, KeysStatus},
};
use clap::Subcommand;
use domain::{access::act, ids::TenantId};

use super::log;
use crate::{config::Config, start};

/// What can be done with root keys.
#[derive(Subcommand)]
pub(super) enum KeysCommand {
    /// Show the root keys of each tenant: version, age, provider, and how many keys are wrapped under them.
    Status {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Change root keys while the service goes on; goes on with a change that was begun.
    Rotate {
        /// The tenant's id.
        #[arg(long, conflicts_with = "all", required_unless_present = "all")]
        tenant: Option<String>,
        /// Every tenant and the installation itself.
        #[arg(long)]
        all: bool,
    },
}

pub(super) async fn run(command: KeysCommand, config: &Config) -> anyhow::Result<()> {
    let desk = start::open(config).await?;
    let result = match command {
        KeysCommand::Status { json } => show(&desk, json).await,
        KeysCommand::Rotate { tenant, .. } => rotate(&desk, tenant.as_deref()).await,
    };
    desk.store().close().await;
    result
}

fn permit(tenant: TenantId) -> anyhow::Result<Permit<act::RotateKeys>> {
    let origin = Origin::new("command line", None);
    Ok(authorise(Who::Operator(tenant), &origin)?)
}

async fn show(desk: &Desk, json: bool) -> anyhow::Result<()> {
    let mut known = Vec::new();
    let mut closed = Vec::new();
    for tenant in desk.tenants().await? {
        match keys::status(desk, &permit(tenant)?).await {
            Ok(status) => known.push(status),
            Err(Failure::Keys(error)) => closed.push(format!("{tenant}: {error}")),
            Err(failure) => return Err(failure.into()),
        }
    }
    if json {
        log::say(&serde_json::to_string_pretty(&known)?);
    } else {
        log::say(&table(&known));
    }
    if closed.is_empty() {
        Ok(())
    } else {
        bail!(
            "the keys of these tenants do not open:\n{}",
            closed.join("\n")
        )
    }
}

/// The table for people.
fn table(known: &[KeysStatus]) -> String {
    let mut lines = vec![line([
        "tenant", "provider", "version", "age", "keys", "state",
    ])];
    for status in known {
        for (at, root) in status.roots.iter().enumerate() {
            let state = match (status.is_unfinished(), at + 1 == status.roots.len()) {
                (false, _) => "",
                (true, true) => "rotation unfinished",
                (true, false) => "still in use",
            };
            lines.push(line([
                &status.tenant.to_string(),
                status.provider,
                &root.version.to_string(),
                &format!("{} days", root.age_days),
                &root.keys.to_string(),
                state,
            ]));
        }
    }
    lines.join("\n")
}

fn line([tenant, provider, version, age, keys, state]: [&str; 6]) -> String {
    let line =
        format!("{tenant:<40}  {provider:<14}  {version:>7}  {age:>10}  {keys:>10}  {state}");
    line.trim_end().to_owned()
}

async fn rotate(desk: &Desk, tenant: Option<&str>) -> anyhow::Result<()> {
    let known = desk.tenants().await?;
    let tenants = match tenant {
        Some(id) => {
            let id = id
                .parse()
                .context("--tenant must be an id such as tnt_…; see `einlass keys status`")?;
            anyhow::ensure!(known.contains(&id), "no such tenant");
            vec![id]
        }
        None => known,
    };
    let mut failed = 0;
    for tenant in tenants {
        match keys::rotate(desk, &permit(tenant)?).await {
            Ok(done) => log::say(&format!(
                "{tenant}  version {}  {} keys",
                done.version, done.rewrapped
            )),
            Err(error) => {
                failed += 1;
                log::complain(&format!("{tenant}: {:#}", anyhow::Error::from(error)));
            }
        }
    }
    anyhow::ensure!(
        failed == 0,
        "rotations that did not come to their end: {failed}"
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use backend::keys::RootStatus;
    use domain::Instant;

    use super::*;

    #[test]
    fn the_table_shows_an_unfinished_rotation() {
        let root = |version, age_days, keys| RootStatus {
            version,
            made_at: Instant(0),
            age_days,
            keys,
        };
        let status = |roots| KeysStatus {
            tenant: TenantId::PLATFORM,
            provider: "aws-kms",
            roots,
        };
        let known = [
            status(vec![root(1, 400, 7), root(2, 0, 3)]),
            status(vec![root(1, 9, 12)]),
        ];
        let table = table(&known);
        let lines: Vec<Vec<&str>> = table
            .lines()
            .map(|line| line.split_whitespace().skip(1).collect())
            .collect();
        assert_eq!(
            lines[1],
            ["aws-kms", "1", "400", "days", "7", "still", "in", "use"]
        );
        assert_eq!(
            lines[2],
            ["aws-kms", "2", "0", "days", "3", "rotation", "unfinished"]
        );
        assert_eq!(lines[3], ["aws-kms", "1", "9", "days", "12"]);
    }
}
