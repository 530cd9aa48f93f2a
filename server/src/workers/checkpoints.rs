//! The signed states of logs, kept outside the database.

use std::{
    collections::HashMap,
    io,
    path::{Path, PathBuf},
};

use backend::{
    Failure,
    access::{Denied, Origin, Permit, Who, authorise},
    audit::{self, LogHead},
    desk::Desk,
};
use domain::{Instant, access::act, ids::TenantId};
use ledger::{Checkpoint, Verifier, verify_consistency};

use crate::config::Config;

/// The folder below the data.
const FOLDER: &str = "checkpoints";
/// The file that holds the newest checkpoint of a tenant.
const NEWEST: &str = "newest.note";

/// The folder with the checkpoints of all tenants, and what this process has kept there.
#[derive(Debug)]
pub struct Checkpoints {
    folder: PathBuf,
    kept: HashMap<TenantId, u64>,
}

/// Why a checkpoint was not kept beside the older ones.
#[derive(Debug, thiserror::Error)]
pub(super) enum KeepError {
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

impl Checkpoints {
    /// Those of an installation.
    pub fn of(config: &Config) -> Self {
        Self::at(config.data_dir.join(FOLDER))
    }

    /// Those in a folder, which need not be there.
    pub fn at(folder: PathBuf) -> Self {
        Self {
            folder,
            kept: HashMap::new(),
        }
    }

    /// Puts aside what was kept, after a restore: the restored log is an older one and goes on from there. Returns where
    /// the older checkpoints are now, if there were some.
    pub fn put_aside(config: &Config, now: Instant) -> io::Result<Option<PathBuf>> {
        let folder = config.data_dir.join(FOLDER);
        if !folder.exists() {
            return Ok(None);
        }
        let stamp = words::stamp_of(now);
        let aside = config.data_dir.join(format!("{FOLDER}-until-{stamp}"));
        std::fs::rename(folder, &aside)?;
        Ok(Some(aside))
    }

    /// Whether this process has dealt with the log at this size.
    pub(super) fn has(&self, tenant: TenantId, size: u64) -> bool {
        size == 0 || self.kept.get(&tenant) == Some(&size)
    }

    /// Keeps the newest checkpoint as such and as that of its day. One that does not continue the kept one is put aside,
    /// as evidence, and replaces nothing.
    pub(super) async fn keep(&mut self, desk: &Desk, tenant: TenantId) -> Result<(), KeepError> {
        let permit = permit(tenant)?;
        let Some(head) = audit::head(desk, &permit).await? else {
            return Ok(());
        };
        let folder = self.folder.join(tenant.to_string());
        std::fs::create_dir_all(&folder)?;
        let newest = folder.join(NEWEST);
        let kept = match std::fs::read_to_string(&newest) {
            Ok(note) => Some(note),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error.into()),
        };
        if let Some(note) = kept
            && !continues(desk, &permit, &head, &note).await?
        {
            write(
                &folder.join(format!("broken-{}.note", head.size)),
                &head.checkpoint,
            )?;
            // Told once, not every two seconds.
            self.kept.insert(tenant, head.size);
            return Err(KeepError::Broken);
        }
        let day = words::local_of(desk.now(), "UTC");
        let day = day.split('T').next().unwrap_or_default();
        write(&folder.join(format!("{day}.note")), &head.checkpoint)?;
        write(&newest, &head.checkpoint)?;
        self.kept.insert(tenant, head.size);
        Ok(())
    }
}

fn permit(tenant: TenantId) -> Result<Permit<act::SeeLog>, Failure> {
    authorise(Who::Operator(tenant), &Origin::new("sequencer", None))
        .map_err(|Denied| Failure::NotFound)
}

async fn continues(
    desk: &Desk,
    permit: &Permit<act::SeeLog>,
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
    let proof = match audit::prove_consistency(desk, permit, old.size).await {
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
