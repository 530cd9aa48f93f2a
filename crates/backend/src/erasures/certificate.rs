//! The certificate of an erasure.

use domain::{access::act, erasures::unreadable_from, ids::PersonId};
use ledger::erasure::{Certificate, ErasureStatement};

use super::sql;
use crate::{Failure, access::Permit, audit, desk::Desk, history, keys};

/// Why there is no certificate.
#[derive(Debug, thiserror::Error)]
pub enum CertificateError {
    /// The erasure has no place in the log yet: in a few seconds.
    #[error("the log is not signed yet")]
    NotYet,
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// The signed certificate that a person was erased, with the proof that the log holds it; [`Failure::NotFound`] for a
/// person of another tenant as for one who was not erased.
pub async fn certificate(
    desk: &Desk,
    permit: &Permit<act::SeeLog>,
    person: PersonId,
) -> Result<Certificate, CertificateError> {
    let mut tx = desk.read(permit).await?;
    let found = sql::of_person(&mut tx, person).await?;
    let (erased_at, entry) = found.ok_or(Failure::NotFound)?;
    let entry = entry.ok_or(Failure::NotFound)?;
    let Some(head) = audit::head_of(&mut tx).await? else {
        return Err(CertificateError::NotYet);
    };
    let proof = match audit::inclusion_of(&mut tx, entry, head.size).await {
        Err(Failure::NotFound) => return Err(CertificateError::NotYet),
        proof => proof?,
    };
    // What was deleted on the promised date, or again after a restore, has no certificate.
    if proof.entry.entity != person.to_string() || proof.entry.action != "person.erased" {
        return Err(Failure::NotFound.into());
    }
    let tenant = tx.tenant().uuid();
    let key = keys::of(&mut tx, tenant).await?;
    let fields = history::sql::fields_of(&mut tx, entry, &key).await?;
    let count = |name: &str| {
        fields
            .iter()
            .find(|field| field.field == name)
            .and_then(|field| field.before.parse().ok())
            .unwrap_or(0)
    };
    let signer = audit::signer_of(&mut tx).await?;
    let statement = ErasureStatement {
        log: signer.verifier().name().to_owned(),
        person: person.to_string(),
        erased_ms: erased_at.0,
        backups_until_ms: unreadable_from(erased_at).0,
        guests: count("guests"),
        mails: count("mails"),
        links: count("links"),
        leaf: proof.entry.leaf(),
    };
    let certificate = Certificate::sign(
        &statement,
        &signer,
        proof.entry,
        proof.position,
        &proof.hashes,
        head.checkpoint,
    );
    Ok(certificate.map_err(|_| Failure::Damaged("log_heads.verifier"))?)
}
