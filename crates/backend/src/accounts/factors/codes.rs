//! Recovery codes: for whoever has lost the phone. Random enough that a plain hash protects them (ASVS 5.0, 6.5.2).

use data_encoding::BASE32_NOPAD;
use domain::{access::act, ids::UserId};
use sha2::{Digest, Sha256};

use super::{CODES as CODE_LIST, added, commit, grouped, look_up, own_account, sql};
use crate::{
    Failure,
    access::{Origin, Permit},
    accounts::{
        Session,
        challenges::{self, Asked},
    },
    chance::make_bytes,
    desk::{Desk, TenantTx},
};

/// So many at a time.
const CODES: usize = 10;
/// 120 bits: 24 letters and digits.
const CODE_BYTES: usize = 15;

/// Makes recovery codes if the account has none yet.
pub(super) async fn make_first(tx: &mut TenantTx, user: UserId) -> Result<(), Failure> {
    if sql::codes_left(tx, user).await? == 0 {
        make(tx, user).await?;
    }
    Ok(())
}

async fn make(tx: &mut TenantTx, user: UserId) -> Result<(), Failure> {
    sql::remove_codes(tx, user).await?;
    let mut codes = Vec::with_capacity(CODES);
    for _ in 0..CODES {
        let code = BASE32_NOPAD.encode(&make_bytes::<CODE_BYTES>());
        sql::add_code(tx, user, &hash(&code)).await?;
        codes.push(grouped(&code, 6, "-"));
    }
    challenges::ask(tx, Some(user), &Asked::KeepCodes(codes)).await?;
    Ok(())
}

/// New recovery codes; the old ones work no longer.
pub async fn renew_codes(
    desk: &Desk,
    _permit: &Permit<act::ManageFactors>,
    session: &Session,
    origin: &Origin,
) -> Result<(), Failure> {
    let mut tx = own_account(desk, session, origin).await?;
    if !sql::has_factor(&mut tx, session.user).await? {
        return Err(Failure::NotFound);
    }
    forget_shown(&mut tx, session.user).await?;
    make(&mut tx, session.user).await?;
    commit(tx, session, "user.codes_renewed", vec![added(CODE_LIST)]).await
}

/// Recovery codes that were just made, until they are said to be kept, for some minutes; none after that.
pub async fn kept_codes(
    desk: &Desk,
    _permit: &Permit<act::ManageFactors>,
    session: &Session,
    origin: &Origin,
) -> Result<Option<Vec<String>>, Failure> {
    let mut tx = look_up(desk, session, origin).await?;
    let challenges = challenges::of_user(&mut tx, session.user).await?;
    Ok(challenges
        .into_iter()
        .find_map(|challenge| match challenge.asked {
            Asked::KeepCodes(codes) => Some(codes),
            _ => None,
        }))
}

/// The codes are kept: they are shown to nobody any more.
pub async fn keep_codes(
    desk: &Desk,
    _permit: &Permit<act::ManageFactors>,
    session: &Session,
    origin: &Origin,
) -> Result<(), Failure> {
    let mut tx = own_account(desk, session, origin).await?;
    forget_shown(&mut tx, session.user).await?;
    challenges::commit(tx).await
}

async fn forget_shown(tx: &mut TenantTx, user: UserId) -> Result<(), Failure> {
    for challenge in challenges::of_user(tx, user).await? {
        if matches!(challenge.asked, Asked::KeepCodes(_)) {
            challenges::close(tx, &challenge).await?;
        }
    }
    Ok(())
}

/// Whether it is one of the account's recovery codes, however it was typed; it is used up then.
pub(in crate::accounts) async fn code_fits(
    tx: &mut TenantTx,
    user: UserId,
    code: &str,
) -> Result<bool, Failure> {
    sql::use_code(tx, user, &hash(&bare(code))).await
}

/// Whether what was typed can be a recovery code: nobody guesses one of these.
pub(in crate::accounts) fn is_recovery_code(typed: &str) -> bool {
    bare(typed).len() == CODE_BYTES * 8 / 5
}

/// A code without what people type between its groups.
fn bare(typed: &str) -> String {
    let counts = typed.chars().filter(char::is_ascii_alphanumeric);
    counts.map(|c| c.to_ascii_uppercase()).collect()
}

fn hash(code: &str) -> Vec<u8> {
    Sha256::digest(code).to_vec()
}
