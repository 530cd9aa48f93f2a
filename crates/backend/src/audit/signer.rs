//! The key that signs a tenant's checkpoints.

use ledger::{Frontier, Signer, Verifier};
use vault::{Place, Sealed};
use zeroize::Zeroizing;

use super::sql::{self, HeadRow};
use crate::{Failure, chance::make_bytes, desk::TenantTx, keys};

/// The newest signed state of a tenant's log, as everybody may keep it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogHead {
    /// The public key, in the text form of C2SP signed notes.
    pub verifier: String,
    /// The newest checkpoint, a signed note.
    pub checkpoint: String,
    /// Entries that it covers.
    pub size: u64,
}

/// The tree as it stands, with the key that signs it.
pub(super) struct Tree {
    pub(super) signer: Signer,
    pub(super) frontier: Frontier,
}

fn place(tx: &TenantTx) -> Place {
    Place::row("log_heads", tx.tenant().bytes())
}

/// Makes the key of a tenant's log, if there is none. Its name is the origin of all checkpoints: the host of the
/// installation and the tenant, as it was when the log began.
pub(super) async fn make(tx: &mut TenantTx, base_url: &str) -> Result<(), Failure> {
    let tenant = tx.tenant();
    let host = base_url.rsplit("//").next().unwrap_or_default();
    let seed: Zeroizing<[u8; 32]> = Zeroizing::new(make_bytes());
    let signer = Signer::from_seed(&seed, &format!("{host}/log/{tenant}"))
        .map_err(|_| Failure::Damaged("the base address"))?;
    let key = match keys::of(tx, tenant.uuid()).await {
        Err(Failure::NotFound) => keys::make(tx, tenant.uuid()).await?,
        other => other?,
    };
    let sealed = key.seal(place(tx), &*seed).into_bytes();
    let verifier = signer.verifier().to_string();
    sql::add_head(tx, &sealed, &verifier, &Frontier::new().to_bytes()).await
}

/// Opens what [`make`] made and checks that it is one piece.
pub(super) async fn open(tx: &mut TenantTx, row: HeadRow) -> Result<Tree, Failure> {
    let verifier = parse(&row.verifier)?;
    let key = keys::of(tx, tx.tenant().uuid()).await?;
    let seed: Zeroizing<[u8; 32]> =
        Zeroizing::new(key.open(place(tx), &Sealed::from_bytes(row.sealed))?);
    let signer = Signer::from_seed(&seed, verifier.name())
        .map_err(|_| Failure::Damaged("log_heads.verifier"))?;
    if *signer.verifier() != verifier {
        return Err(Failure::Damaged("log_heads.verifier"));
    }
    let frontier =
        Frontier::from_bytes(&row.frontier).map_err(|_| Failure::Damaged("log_heads.frontier"))?;
    Ok(Tree { signer, frontier })
}

/// The key of the tenant's log, to sign something besides the tree.
pub(crate) async fn signer_of(tx: &mut TenantTx) -> Result<Signer, Failure> {
    let row = sql::head(tx).await?.ok_or(Failure::NotFound)?;
    Ok(open(tx, row).await?.signer)
}

pub(super) fn parse(verifier: &str) -> Result<Verifier, Failure> {
    verifier
        .parse()
        .map_err(|_| Failure::Damaged("log_heads.verifier"))
}
