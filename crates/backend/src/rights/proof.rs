//! The proof that somebody reads the mail of a guest.

use data_encoding::BASE64URL_NOPAD;
use domain::{Instant, ids::GuestId};

use crate::{Failure, desk::TenantTx, guests};

/// A proof is good for so long.
pub(super) const LASTS_MS: i64 = Instant::HOUR_MS;

/// A proof as it stands in an address: until when (8 bytes), and the code (16), together 32 letters.
pub(super) async fn make(tx: &mut TenantTx, guest: GuestId) -> Result<String, Failure> {
    let until = tx.now().plus_ms(LASTS_MS).0;
    let generation = guests::people::link_generation(tx, guest).await?;
    let code = tx.keys.derive_mail_proof(guest.bytes(), generation, until);
    Ok(BASE64URL_NOPAD.encode(&[&until.to_be_bytes()[..], &code].concat()))
}

/// Refuses what is no proof of this guest, or no longer; [`Failure::NotFound`] then.
pub(super) async fn must_be(
    tx: &mut TenantTx,
    guest: GuestId,
    proof: &str,
) -> Result<Instant, Failure> {
    let bytes = BASE64URL_NOPAD.decode(proof.as_bytes()).ok();
    let bytes: Option<[u8; 24]> = bytes.and_then(|bytes| bytes.try_into().ok());
    let bytes = bytes.ok_or(Failure::NotFound)?;
    let (until, code) = bytes.split_first_chunk::<8>().ok_or(Failure::NotFound)?;
    let until = i64::from_be_bytes(*until);
    let code: &[u8; 16] = code.try_into().map_err(|_| Failure::NotFound)?;
    let generation = guests::people::link_generation(tx, guest).await?;
    let is_good = tx
        .keys
        .is_mail_proof(guest.bytes(), generation, until, code);
    if is_good && tx.now().0 < until {
        Ok(Instant(until))
    } else {
        Err(Failure::NotFound)
    }
}
