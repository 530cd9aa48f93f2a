//! Giving entries of the log their place, and what follows: the signed state and the list of erasures outside, the mail
//! of the day.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
    time::Duration,
};

use backend::{
    Failure,
    audit::{self, Sequenced},
    desk::Desk,
};
use domain::{Instant, ids::TenantId};
use tokio::sync::watch;

use super::Checkpoints;
use crate::erased::ErasedList;

/// Waiting entries are looked for this often; the guide for how long an entry is without proof.
const PAUSE: Duration = Duration::from_secs(2);
/// Each tenant is asked this often whether the mail of the day is due.
const MAIL_MS: i64 = 10 * Instant::MINUTE_MS;

/// Sequences the logs of all tenants until `stop` turns true, keeps their checkpoints, and their destroyed keys in `list`,
/// and mails the signed state once a day.
pub async fn sequence(
    desk: Arc<Desk>,
    mut checkpoints: Checkpoints,
    mut list: ErasedList,
    mut stop: watch::Receiver<bool>,
) {
    let mut behind = HashSet::new();
    let mut next_mail = HashMap::new();
    while !*stop.borrow() {
        match round(&desk, &mut checkpoints).await {
            Ok(grown) => behind.extend(grown),
            Err(error) => tracing::error!(
                error = &error as &dyn std::error::Error,
                "the log could not be signed"
            ),
        }
        keep_list(&desk, &mut list, &mut behind).await;
        mail(&desk, &mut next_mail).await;
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Keeps the destroyed keys of these tenants outside; who could not be kept stays behind for the next round.
async fn keep_list(desk: &Desk, list: &mut ErasedList, behind: &mut HashSet<TenantId>) {
    for tenant in behind.clone() {
        match list.keep(desk, tenant).await {
            Ok(()) => {
                behind.remove(&tenant);
            }
            Err(error) => tracing::error!(
                %tenant,
                error = &error as &dyn std::error::Error,
                "the list of erasures outside is not up to date"
            ),
        }
    }
}

async fn mail(desk: &Desk, next: &mut HashMap<TenantId, Instant>) {
    let Ok(tenants) = desk.tenants().await else {
        // The round before has said so.
        return;
    };
    let now = desk.now();
    for tenant in tenants {
        if tenant == TenantId::PLATFORM || next.get(&tenant).is_some_and(|at| *at > now) {
            continue;
        }
        next.insert(tenant, now.plus_ms(MAIL_MS));
        if let Err(error) = audit::mail_state(desk, tenant).await {
            tracing::error!(
                %tenant,
                error = &error as &dyn std::error::Error,
                "the state of a log was not mailed"
            );
        }
    }
}

/// One round through all tenants: each waiting entry gets its place, each new checkpoint is kept. Returns those whose log
/// has grown since this process last looked, whoever signed it.
pub async fn round(desk: &Desk, checkpoints: &mut Checkpoints) -> Result<Vec<TenantId>, Failure> {
    let mut grown = Vec::new();
    for tenant in desk.tenants().await? {
        match place(desk, tenant).await {
            Ok(size) if checkpoints.has(tenant, size) => {}
            Ok(_) => {
                grown.push(tenant);
                if let Err(error) = checkpoints.keep(desk, tenant).await {
                    tracing::error!(
                        %tenant,
                        error = &error as &dyn std::error::Error,
                        "the checkpoint of a log was not kept"
                    );
                }
            }
            // One tenant's keys or rows hold up nobody else.
            Err(error) => tracing::error!(
                %tenant,
                error = &error as &dyn std::error::Error,
                "the log of a tenant could not be signed"
            ),
        }
    }
    Ok(grown)
}

/// Gives the waiting entries of a tenant their place; returns the size of its log.
async fn place(desk: &Desk, tenant: TenantId) -> Result<u64, Failure> {
    let standing = audit::standing(desk, tenant).await?;
    let mut size = standing.size;
    if standing.waiting_since.is_some() {
        while let Sequenced::Placed(_, head) = audit::sequence(desk, tenant).await? {
            size = head.size;
        }
    }
    Ok(size)
}
