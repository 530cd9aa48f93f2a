//! The tree. The runtime role can add to it and read it; nobody can change it.

use domain::Instant;
use ledger::{Hash, Tile, TileHash};
use uuid::Uuid;

use crate::{
    Failure,
    audit::Standing,
    desk::{Peek, TenantTx},
    store::{Connection, execute, row, rows, value, values},
};

#[derive(sqlx::FromRow)]
pub(crate) struct HeadRow {
    pub(crate) sealed: Vec<u8>,
    pub(crate) verifier: String,
    pub(crate) frontier: Vec<u8>,
}

pub(crate) async fn head(tx: &mut TenantTx) -> Result<Option<HeadRow>, Failure> {
    Ok(row!(
        tx,
        "SELECT sealed, verifier, frontier FROM log_heads WHERE tenant_id = $1"
    )?)
}

/// Likewise, alone: none, too, while another process is at it.
pub(crate) async fn head_for_change(tx: &mut TenantTx) -> Result<Option<HeadRow>, Failure> {
    match &tx.connection {
        // Whoever writes is alone.
        Connection::Sqlite(_) => head(tx).await,
        Connection::Postgres(_) => Ok(row!(
            tx,
            "SELECT sealed, verifier, frontier FROM log_heads WHERE tenant_id = $1 FOR UPDATE SKIP LOCKED"
        )?),
    }
}

/// Adds the head of a new tree; leaves the one that is there.
pub(crate) async fn add_head(
    tx: &mut TenantTx,
    sealed: &[u8],
    verifier: &str,
    frontier: &[u8],
) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "INSERT INTO log_heads (tenant_id, sealed, verifier, frontier, made_at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (tenant_id) DO NOTHING",
        sealed,
        verifier,
        frontier,
        now
    )?;
    Ok(())
}

pub(crate) async fn set_frontier(tx: &mut TenantTx, frontier: &[u8]) -> Result<(), Failure> {
    let changed = execute!(
        tx,
        "UPDATE log_heads SET frontier = $2 WHERE tenant_id = $1",
        frontier
    )?;
    if changed == 1 {
        Ok(())
    } else {
        Err(Failure::Damaged("log_heads"))
    }
}

/// Whether an entry has no place yet.
pub(crate) async fn is_waiting(tx: &mut TenantTx) -> Result<bool, Failure> {
    let entry: Option<Uuid> = value!(
        tx,
        "SELECT entry_id FROM log_waiting WHERE tenant_id = $1 LIMIT 1"
    )?;
    Ok(entry.is_some())
}

/// Since when the oldest entry without a place has been waiting, and how far the newest checkpoint reaches.
pub(crate) async fn standing(peek: &mut Peek) -> Result<Standing, Failure> {
    let found: Option<(Option<i64>, Option<i64>)> = row!(
        peek,
        "SELECT (SELECT min(e.at) FROM log_waiting w JOIN entries e ON e.tenant_id = w.tenant_id AND e.id = w.entry_id \
         WHERE w.tenant_id = $1), (SELECT max(size) FROM log_checkpoints WHERE tenant_id = $1)"
    )?;
    let (waiting_since, size) = found.unwrap_or_default();
    Ok(Standing {
        waiting_since: waiting_since.map(Instant),
        size: size.map_or(0, i64::unsigned_abs),
    })
}

/// Gives waiting entries, the oldest first, the places from `size`; returns their leaves in that order.
pub(crate) async fn place_waiting(
    tx: &mut TenantTx,
    size: i64,
    limit: i64,
) -> Result<Vec<Hash>, Failure> {
    execute!(
        tx,
        "INSERT INTO log_leaves (tenant_id, position, entry_id, leaf) \
         SELECT $1, $2 - 1 + row_number() OVER (ORDER BY w.entry_id), w.entry_id, e.leaf \
         FROM log_waiting w JOIN entries e ON e.tenant_id = w.tenant_id AND e.id = w.entry_id \
         WHERE w.tenant_id = $1 ORDER BY w.entry_id LIMIT $3",
        size,
        limit
    )?;
    execute!(
        tx,
        "DELETE FROM log_waiting WHERE tenant_id = $1 AND entry_id IN \
         (SELECT entry_id FROM log_leaves WHERE tenant_id = $1 AND position >= $2)",
        size
    )?;
    let leaves: Vec<Vec<u8>> = values!(
        tx,
        "SELECT leaf FROM log_leaves WHERE tenant_id = $1 AND position >= $2 ORDER BY position",
        size
    )?;
    leaves.into_iter().map(hash).collect()
}

pub(crate) async fn add_hash(tx: &mut TenantTx, hash: &TileHash) -> Result<(), Failure> {
    execute!(
        tx,
        "INSERT INTO log_hashes (tenant_id, level, position, hash) VALUES ($1, $2, $3, $4)",
        i64::from(hash.level),
        number(hash.index)?,
        hash.hash.as_slice()
    )?;
    Ok(())
}

pub(crate) async fn add_checkpoint(
    tx: &mut TenantTx,
    size: u64,
    note: &str,
) -> Result<(), Failure> {
    let now = tx.now().0;
    execute!(
        tx,
        "INSERT INTO log_checkpoints (tenant_id, size, note, made_at) VALUES ($1, $2, $3, $4)",
        number(size)?,
        note,
        now
    )?;
    Ok(())
}

/// Size and note of the newest checkpoint.
pub(crate) async fn newest_checkpoint(tx: &mut TenantTx) -> Result<Option<(i64, String)>, Failure> {
    Ok(row!(
        tx,
        "SELECT size, note FROM log_checkpoints WHERE tenant_id = $1 ORDER BY size DESC LIMIT 1"
    )?)
}

/// When the newest checkpoint was signed.
pub(crate) async fn last_signed(tx: &mut TenantTx) -> Result<Option<Instant>, Failure> {
    let at: Option<i64> = value!(
        tx,
        "SELECT made_at FROM log_checkpoints WHERE tenant_id = $1 ORDER BY size DESC LIMIT 1"
    )?;
    Ok(at.map(Instant))
}

/// When the log began.
pub(crate) async fn began_at(tx: &mut TenantTx) -> Result<Option<Instant>, Failure> {
    let at: Option<i64> = value!(tx, "SELECT made_at FROM log_heads WHERE tenant_id = $1")?;
    Ok(at.map(Instant))
}

/// The next checkpoints above a size, the smallest first, up to a size.
pub(crate) async fn checkpoints(
    tx: &mut TenantTx,
    above: i64,
    up_to: i64,
    limit: i64,
) -> Result<Vec<(i64, String)>, Failure> {
    Ok(rows!(
        tx,
        "SELECT size, note FROM log_checkpoints WHERE tenant_id = $1 AND size > $2 AND size <= $3 \
         ORDER BY size LIMIT $4",
        above,
        up_to,
        limit
    )?)
}

/// The hashes of a tile.
pub(crate) async fn hashes(tx: &mut TenantTx, tile: Tile) -> Result<Vec<Hash>, Failure> {
    let range = tile.indices();
    let (start, end) = (number(range.start)?, number(range.end)?);
    let hashes: Vec<Vec<u8>> = if tile.level == 0 {
        values!(
            tx,
            "SELECT leaf FROM log_leaves WHERE tenant_id = $1 AND position >= $2 AND position < $3 ORDER BY position",
            start,
            end
        )?
    } else {
        values!(
            tx,
            "SELECT hash FROM log_hashes WHERE tenant_id = $1 AND level = $4 AND position >= $2 AND position < $3 \
             ORDER BY position",
            start,
            end,
            i64::from(tile.level)
        )?
    };
    hashes.into_iter().map(hash).collect()
}

fn hash(bytes: Vec<u8>) -> Result<Hash, Failure> {
    Hash::try_from(bytes).map_err(|_| Failure::Damaged("a hash of the log"))
}

/// A size or place as the database keeps it.
pub(crate) fn number(value: u64) -> Result<i64, Failure> {
    i64::try_from(value).map_err(|_| Failure::Damaged("a size of the log"))
}

/// The leaves from a place up to another, in order.
pub(crate) async fn leaves(
    tx: &mut TenantTx,
    from: i64,
    until: i64,
) -> Result<Vec<Vec<u8>>, Failure> {
    Ok(values!(
        tx,
        "SELECT leaf FROM log_leaves WHERE tenant_id = $1 AND position >= $2 AND position < $3 ORDER BY position",
        from,
        until
    )?)
}
