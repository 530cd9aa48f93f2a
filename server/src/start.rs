//! Putting the desk together.

use std::{path::Path, sync::Arc};

use anyhow::{Context, bail};
use backend::{
    Failure,
    clock::SystemClock,
    desk::{Desk, DeskSettings},
    erasures,
    store::{Store, check_walls, grant_runtime},
    tenants,
};
use domain::ids::TenantId;
use vault::{AwsKms, Environment, KeyProvider, LocalKeyFile};

use crate::{config::Config, erased};

/// Brings the schema up to date, as the owner of the tables where there is one.
pub async fn migrate(config: &Config) -> anyhow::Result<()> {
    make_private(&config.data_dir)?;
    let Some(admin_url) = &config.database_admin_url else {
        let store = Store::connect(&config.database_url).await?;
        if matches!(store, Store::Postgres(_)) {
            bail!(
                "PostgreSQL is migrated by the owner of the tables: set EINLASS_DATABASE_ADMIN_URL"
            );
        }
        store.migrate().await?;
        store.close().await;
        return Ok(());
    };
    let owner = Store::connect(admin_url).await?;
    owner.migrate().await?;
    let role =
        url::Url::parse(&config.database_url).context("EINLASS_DATABASE_URL is not an address")?;
    grant_runtime(&owner, role.username()).await?;
    owner.close().await;
    Ok(())
}

/// Opens the database and the keys. An embedded database is migrated on the way; a server's only when the owner's
/// address is known.
pub async fn open(config: &Config) -> anyhow::Result<Arc<Desk>> {
    if config.database_url.starts_with("sqlite:") || config.database_admin_url.is_some() {
        migrate(config)
            .await
            .context("the database could not be brought up to date")?;
    }
    let store = Store::connect(&config.database_url).await?;
    if !store.is_current().await {
        bail!("the database is not up to date: run `einlass migrate`");
    }
    if let Err(error) = check_walls(&store).await {
        if config.environment == Environment::Production {
            return Err(error.into());
        }
        tracing::warn!("{error}");
    }
    let desk = desk(config, store).await?;
    tenants::ensure_platform(&desk)
        .await
        .context("the key of the installation could not be made")?;
    check_keys(&desk).await?;
    erase_again(config, &desk).await?;
    Ok(desk)
}

/// Opens the installation if there is one; makes and changes nothing.
pub async fn open_if_there(config: &Config) -> anyhow::Result<Option<Arc<Desk>>> {
    if !Store::is_there(&config.database_url) {
        return Ok(None);
    }
    let store = Store::connect(&config.database_url).await?;
    if !store.is_current().await {
        return Ok(None);
    }
    let desk = desk(config, store).await?;
    Ok(desk
        .tenants()
        .await?
        .contains(&TenantId::PLATFORM)
        .then_some(desk))
}

/// A desk over a database, whatever is in it.
pub async fn desk(config: &Config, store: Store) -> anyhow::Result<Arc<Desk>> {
    let settings = DeskSettings {
        passwords: config.passwords,
        breached: config.breached.clone(),
        factor_required: config.factor_required,
        environment: config.environment,
        base_url: config.base(),
        mail: config.mail_way(),
    };
    Ok(Arc::new(Desk::new(
        store,
        provider(config).await?,
        Arc::new(SystemClock),
        settings,
    )))
}

/// Whoever was erased stays erased, also when somebody has put an older copy of the database in place: what the list
/// outside says is done again before anything is served.
async fn erase_again(config: &Config, desk: &Desk) -> anyhow::Result<()> {
    let list = erased::read_if_there(&erased::path(config))?;
    let again = erasures::repeat(desk, &list).await.context(
        "people who were erased came back with an older database, and could not be erased again",
    )?;
    if again > 0 {
        tracing::warn!(
            again,
            "an older database was put in place; people who were erased are erased again"
        );
    }
    Ok(())
}

/// Refuses to start with keys that are not those of the data. In an outage it starts: pages say so until it is over.
async fn check_keys(desk: &Desk) -> anyhow::Result<()> {
    match desk.check_keys(TenantId::PLATFORM).await {
        Err(Failure::Keys(error)) if error.is_unavailable() => {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "starting without keys"
            );
            Ok(())
        }
        checked => checked.context(
            "the keys of this installation do not open: the key file, EINLASS_KMS_KEY_ID or EINLASS_ENV is not the one \
             its data were made with, or the key provider refuses it",
        ),
    }
}

async fn provider(config: &Config) -> anyhow::Result<Arc<dyn KeyProvider>> {
    if let Some(key_id) = &config.kms_key_id {
        return Ok(Arc::new(AwsKms::connect(key_id.clone()).await));
    }
    let path = config.data_dir.join("keys").join("local.key");
    let file = LocalKeyFile::open_or_create(&path, config.environment)
        .context("the local key file is not usable")?;
    Ok(Arc::new(file))
}

/// Makes a folder that only its owner can look into.
fn make_private(folder: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder).context("EINLASS_DATA_DIR cannot be made")?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let private = std::fs::Permissions::from_mode(0o700);
        std::fs::set_permissions(folder, private)
            .context("EINLASS_DATA_DIR cannot be made private")?;
    }
    Ok(())
}
