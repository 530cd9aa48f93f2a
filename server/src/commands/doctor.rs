//! Checking an installation.

use backend::store::check_walls;
use domain::ids::TenantId;

use super::log;
use crate::{config::Config, start};

/// Checks one thing after the other and says how it stands.
pub(super) async fn doctor(config: &Config) -> anyhow::Result<()> {
    log::say("configuration  ok");
    let desk = start::open(config).await?;
    log::say("database       ok");
    let walls = check_walls(desk.store()).await;
    log::say(&format!(
        "walls          {}",
        walls
            .as_ref()
            .map_or_else(ToString::to_string, |()| "ok".to_owned())
    ));
    let keys = desk.keys_are_there(TenantId::PLATFORM).await;
    log::say(&format!(
        "keys           {}",
        if keys { "ok" } else { "not available" }
    ));
    let mail = match (&config.smtp_url, config.keeps_mails()) {
        (Some(_), false) => "set",
        (Some(_), true) => {
            "set; outside production mails to others than EINLASS_MAIL_ALLOW are kept, see /app/mailbox"
        }
        (None, true) => "not set: mails are kept, see /app/mailbox",
        (None, false) => "not set: mails are kept",
    };
    log::say(&format!("mail server    {mail}"));
    desk.store().close().await;
    anyhow::ensure!(keys && walls.is_ok(), "something is not in order");
    Ok(())
}
