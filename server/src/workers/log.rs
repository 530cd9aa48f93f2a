//! Giving entries of the log their place, and keeping the signed state outside the database.

use std::{
    collections::HashMap,
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use backend::{
    Failure,
    access::{Denied, Origin, Permit, Who, authorise},
    audit::{self, LogHead, Sequenced},
    desk::Desk,
};
use domain::{Instant, access::act, ids::TenantId};
use ledger::{Checkpoint, Verifier, verify_consistency};
use tokio::sync::watch;

use crate::erased::ErasedList;

/// Waiting entries are looked for this often; the guide for how long an entry is without proof.
const PAUSE: Duration = Duration::from_secs(2);
/// The file that holds the newest checkpoint of a tenant.
const NEWEST: &str = "newest.note";

/// Sequences the logs of all tenants until `stop` turns true; keeps checkpoints in `folder` and destroyed keys in `list`,
/// and mails the signed state once a day.
pub async fn sequence(
    desk: Arc<Desk>,
    folder: PathBuf,
    mut list: ErasedList,
    mut stop: watch::Receiver<bool>,
) {
    let mut next = Next::default();
    while !*stop.borrow() {
        let changed = round(&desk, &folder).await.unwrap_or_else(|error| {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "the log could not be signed"
            );
            Vec::new()
        });
        look_after(&desk, &changed, &mut list, &mut next).await;
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            _ = stop.changed() => {}
        }
    }
}

/// When each tenant is looked at again: for the mail of the day, and in case another process has signed the log.
#[derive(Default)]
struct Next {
    mail: HashMap<TenantId, Instant>,
    list: HashMap<TenantId, Instant>,
}

/// What follows a round: the list of destroyed keys outside, and the mail of the day.
async fn look_after(desk: &Desk, changed: &[TenantId], list: &mut ErasedList, next: &mut Next) {
    let Ok(tenants) = desk.tenants().await else {
        // The round before has said so.
        return;
    };
    let now = desk.now();
    for tenant in tenants {
        let is_due = |next: &HashMap<_, Instant>| next.get(&tenant).is_none_or(|at| *at <= now);
        if changed.contains(&tenant) || is_due(&next.list) {
            next.list.insert(tenant, now.plus_ms(Instant::MINUTE_MS));
            if let Err(error) = list.keep(desk, tenant).await {
                tracing::error!(
                    %tenant,
                    error = &error as &dyn std::error::Error,
                    "the list of erasures outside is not up to date"
                );
            }
        }
        if tenant == TenantId::PLATFORM || !is_due(&next.mail) {
            continue;
        }
        next.mail
            .insert(tenant, now.plus_ms(10 * Instant::MINUTE_MS));
        if let Err(error) = audit::mail_state(desk, tenant).await {
            tracing::error!(
                %tenant,
                error = &error as &dyn std::error::Error,
                "the state of a log was not mailed"
            );
        }
    }
}

/// One round through all tenants: each waiting entry gets its place. Returns those whose log grew.
pub async fn round(desk: &Desk, folder: &Path) -> Result<Vec<TenantId>, Failure> {
    let mut changed = Vec::new();
    for tenant in desk.tenants().await? {
        let newest = match place(desk, tenant).await {
            Ok(newest) => newest,
            // One tenant's keys or rows hold up nobody else.
            Err(error) => {
                tracing::error!(
                    %tenant,
                    error = &error as &dyn std::error::Error,
                    "the log of a tenant could not be signed"
                );
                continue;
            }
        };
        if newest.is_some() {
            changed.push(tenant);
        }
        if let Some(head) = newest
            && let Err(error) = keep(desk, tenant, &head, &folder.join(tenant.to_string())).await
        {
            tracing::error!(
                %tenant,
                error = &error as &dyn std::error::Error,
                "the checkpoint of a log was not kept"
            );
        }
    }
    Ok(changed)
}

/// Gives the waiting entries of a tenant their place; returns the signed state if there were some.
async fn place(desk: &Desk, tenant: TenantId) -> Result<Option<LogHead>, Failure> {
    let mut newest = None;
    if audit::is_waiting(desk, tenant).await? {
        while let Sequenced::Placed(_, head) = audit::sequence(desk, tenant).await? {
            newest = Some(head);
        }
    }
    Ok(newest)
}

/// Why a checkpoint was not kept beside the older ones.
#[derive(Debug, thiserror::Error)]
enum KeepError {
    /// The log does not continue the one that was signed before.
    #[error(
        "the log does not continue the checkpoint that was kept before: it was changed or replaced"
    )]
    Broken,
    /// The file could not be written.
    #[error("the file could not be written")]
    Write(#[from] io::Error),
    /// The proof could not be made.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Keeps a checkpoint as the newest and as that of its day. One that does not continue the kept one is put aside, as
/// evidence, and replaces nothing.
async fn keep(
    desk: &Desk,
    tenant: TenantId,
    head: &LogHead,
    folder: &Path,
) -> Result<(), KeepError> {
    std::fs::create_dir_all(folder)?;
    let newest = folder.join(NEWEST);
    let kept = match std::fs::read_to_string(&newest) {
        Ok(note) => Some(note),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error.into()),
    };
    if let Some(note) = kept
        && !continues(desk, tenant, head, &note).await?
    {
        write(
            &folder.join(format!("broken-{}.note", head.size)),
            &head.checkpoint,
        )?;
        return Err(KeepError::Broken);
    }
    let day = words::local_of(desk.now(), "UTC");
    let day = day.split('T').next().unwrap_or_default();
    write(&folder.join(format!("{day}.note")), &head.checkpoint)?;
    Ok(write(&newest, &head.checkpoint)?)
}

async fn continues(
    desk: &Desk,
    tenant: TenantId,
    head: &LogHead,
    kept: &str,
) -> Result<bool, Failure> {
    let open = |note: &str| {
        let verifier: Verifier = head.verifier.parse().ok()?;
        Checkpoint::open(note, verifier.name(), &verifier).ok()
    };
    let (Some(old), Some(new)) = (open(kept), open(&head.checkpoint)) else {
        return Ok(false);
    };
    let permit: Permit<act::SeeLog> =
        authorise(Who::Operator(tenant), &Origin::new("sequencer", None))
            .map_err(|Denied| Failure::NotFound)?;
    let proof = match audit::prove_consistency(desk, &permit, old.size).await {
        Ok(proof) => proof,
        Err(Failure::NotFound) => return Ok(false),
        Err(failure) => return Err(failure),
    };
    // The log may have grown again meanwhile.
    let new = open(&proof.head.checkpoint).unwrap_or(new);
    Ok(verify_consistency(old.size, new.size, &old.root, &new.root, &proof.hashes).is_ok())
}

/// Writes beside and renames: a reader sees the old note or the new one.
fn write(path: &Path, note: &str) -> io::Result<()> {
    let beside = path.with_extension("part");
    std::fs::write(&beside, note)?;
    std::fs::rename(beside, path)
}
