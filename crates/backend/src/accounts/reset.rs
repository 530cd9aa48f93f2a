//! A new password by mail, for whoever has forgotten the old one.

use domain::{Instant, Locale, access::act, ids::UserId, mailings::LetterKind};
use words::Words;

use super::{
    PasswordError, UserProfile, front_door, index_of, names, password, password_change, sql,
};
use crate::{
    Failure,
    access::{Origin, Permit},
    bearer::Bearer,
    desk::{Change, Desk, TenantTx},
    keys,
    mails::{self, Mail, NewMail},
};

/// The secret of a link to set a new password: 128 random bits.
type ResetToken = Bearer<16>;

/// A link that was mailed can be used for this time.
const VALID_MS: i64 = Instant::HOUR_MS;
/// Another mail is sent to the same address only after this time.
const PAUSE_MS: i64 = 5 * Instant::MINUTE_MS;

/// Mails a link to set a new password, if there is an account with this address; who asks is not told. Nothing is said of
/// what takes time, either: both answers do the same work but for the mail, which is queued and sent later.
pub async fn ask_for_reset(
    desk: &Desk,
    origin: &Origin,
    locale: Locale,
    email: &str,
) -> Result<(), Failure> {
    let permit = front_door(origin)?;
    let mut tx = desk.open(&permit).await?;
    let index = index_of(&tx, email);
    let Some(account) = sql::account_by_email(&mut tx, &index).await? else {
        return Ok(());
    };
    let user = UserId::from_uuid(account.id);
    let (now, pause) = (tx.now(), tx.now().plus_ms(-PAUSE_MS));
    if sql::last_reset(&mut tx, user).await? > Some(pause) {
        return Ok(());
    }
    let token = ResetToken::make(tx.environment());
    sql::add_reset(&mut tx, &token.hash(), user, now.plus_ms(VALID_MS)).await?;
    let profile = names::profile(&mut tx, user).await?;
    let link = format!("{}/app/reset/{}", desk.settings().base_url, token.expose());
    let key = keys::of(&mut tx, user.uuid()).await?;
    let new = NewMail {
        subject: user.uuid(),
        key: &key,
        event: None,
        guest: None,
        kind: LetterKind::PasswordReset,
        dedupe_key: format!("password-reset:{user}:{}", now.0),
        mail: write(locale, &profile, &link),
    };
    mails::queue(&mut tx, new).await?;
    tx.commit(Change::new("user.reset_asked", user, user.uuid(), &key))
        .await?;
    desk.mail_bell.notify_one();
    Ok(())
}

fn write(locale: Locale, profile: &UserProfile, link: &str) -> Mail {
    let words = Words(locale);
    let text = words.with(
        "reset-mail-text",
        [("name", (&profile.name).into()), ("link", link.into())],
    );
    let subject = words.get("reset-mail-subject");
    let button = words.get("reset-title");
    let to = (profile.name.as_str(), profile.email.as_str());
    mails::with_link(locale, to, &subject, &text, (link, &button))
}

/// Whether a link can be used now.
pub async fn reset_is_open(desk: &Desk, origin: &Origin, token: &str) -> Result<bool, Failure> {
    let mut tx = desk.read(&front_door(origin)?).await?;
    Ok(user_of(&mut tx, token).await?.is_some())
}

/// Sets a new password by a link and ends all sessions; the link is used up. [`Failure::NotFound`] for one that is not
/// open.
pub async fn reset_by_token(
    desk: &Desk,
    origin: &Origin,
    token: &str,
    new: &str,
) -> Result<(), PasswordError> {
    let permit: Permit<act::SignIn> = front_door(origin)?;
    let mut tx = desk.read(&permit).await?;
    let user = user_of(&mut tx, token).await?.ok_or(Failure::NotFound)?;
    let profile = names::profile(&mut tx, user).await?;
    drop(tx);
    let mut errors = Vec::new();
    let about = [profile.name.as_str(), &profile.email];
    password_change::check(desk.settings(), "new-password", new, &about, &mut errors);
    password_change::refuse(errors)?;
    let hash = password::hash(new.to_owned()).await;
    let mut tx = desk.open(&permit).await?;
    // Of two who use it at once, one finds it.
    if !sql::remove_resets(&mut tx, user).await? {
        return Err(Failure::NotFound.into());
    }
    sql::set_password(&mut tx, user, &hash).await?;
    sql::end_sessions_of(&mut tx, user).await?;
    password_change::start_afresh(&mut tx, user, &profile.email).await?;
    let key = keys::of(&mut tx, user.uuid()).await?;
    let change = Change::new("user.password_reset", user, user.uuid(), &key);
    Ok(tx.commit(change).await?)
}

async fn user_of(tx: &mut TenantTx, token: &str) -> Result<Option<UserId>, Failure> {
    match ResetToken::read(tx.environment(), token) {
        Err(Failure::NotFound) => Ok(None),
        read => sql::user_of_reset(tx, &read?.hash()).await,
    }
}
