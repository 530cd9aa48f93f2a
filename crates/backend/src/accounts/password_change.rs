//! Changing the own password.

use domain::{
    access::act,
    fields::{FieldError, Problem},
    ids::{TenantId, UserId},
    passwords::PasswordProfile,
};
use zxcvbn::Score;

use super::{
    Session, SignInError, front_door, index_of, own_door, password,
    prove::{check_own_code, check_own_password},
    sql,
};
use crate::{
    Failure,
    access::{Origin, Permit},
    desk::{Change, Desk, DeskSettings, TenantTx},
    keys,
};

/// What German speakers try first; the lists of the library are English.
const GERMAN: [&str; 38] = [
    "passwort",
    "kennwort",
    "geheim",
    "hallo",
    "schatz",
    "qwertz",
    "qwertzuiop",
    "asdfghjkl",
    "yxcvbnm",
    "sonnenschein",
    "schmetterling",
    "frühling",
    "sommer",
    "herbst",
    "winter",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "januar",
    "februar",
    "oktober",
    "dezember",
    "fussball",
    "willkommen",
    "anmeldung",
    "einladung",
    "einlass",
    "veranstaltung",
    "verein",
    "österreich",
    "deutschland",
    "wien",
    "berlin",
    "hamburg",
];

/// Words about somebody that are shorter than this may stand in the password.
const ABOUT_LENGTH_MIN: usize = 4;
/// What must be left of a password without those words, in characters.
const REST_LENGTH_MIN: usize = 8;

/// Why a password is not taken.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// A field is wrong.
    #[error("a field is wrong")]
    Invalid(Vec<FieldError>),
    /// The old password was tried too often; see [`SignInError::TooMany`].
    #[error("too many attempts")]
    TooMany(Option<i64>),
    /// Too many wrong codes; see [`SignInError::CodesBlocked`].
    #[error("too many codes")]
    CodesBlocked,
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Checks a new password against the rule and against lists of common and breached ones; `about` are words that others
/// would try first: name, address, organiser.
pub(super) fn check(
    settings: &DeskSettings,
    field: &str,
    password: &str,
    about: &[&str],
    errors: &mut Vec<FieldError>,
) {
    let problem = problem(settings.passwords, password, about);
    let breached = || is_breached(settings, password).then_some(Problem::PasswordGuessable);
    if let Some(problem) = problem.or_else(breached) {
        errors.push(FieldError::new(field, problem));
    }
}

/// Refuses with what is wrong with the fields, if something is.
pub(super) fn refuse(errors: Vec<FieldError>) -> Result<(), PasswordError> {
    if errors.is_empty() {
        Ok(())
    } else {
        Err(PasswordError::Invalid(errors))
    }
}

/// After a new password, links for another one, half a way in and failures with the old one count no more; wrong codes
/// still do.
pub(super) async fn start_afresh(
    tx: &mut TenantTx,
    user: UserId,
    email: &str,
) -> Result<(), Failure> {
    sql::remove_resets(tx, user).await?;
    sql::remove_challenges_of(tx, user).await?;
    let index = index_of(tx, email);
    sql::forget_attempts(tx, &index).await
}

/// What is wrong with a password in itself.
fn problem(profile: PasswordProfile, password: &str, about: &[&str]) -> Option<Problem> {
    let guessable = || is_guessable(password, about).then_some(Problem::PasswordGuessable);
    profile.problem(password).or_else(guessable)
}

/// Whether it is on the operator's list of breached ones. A list that cannot be read any more stops nobody, and the
/// operator reads of it.
fn is_breached(settings: &DeskSettings, password: &str) -> bool {
    let Some(list) = &settings.breached else {
        return false;
    };
    list.contains(password).unwrap_or_else(|error| {
        let error = &error as &dyn std::error::Error;
        tracing::error!(error, "the list of breached passwords cannot be read");
        false
    })
}

/// Whether others would soon find it: a common one, or hardly more than words about its owner.
fn is_guessable(password: &str, about: &[&str]) -> bool {
    let about: Vec<String> = about
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().count() >= ABOUT_LENGTH_MIN)
        .map(str::to_lowercase)
        .collect();
    let rest = about
        .iter()
        .fold(password.to_lowercase(), |rest, word| rest.replace(word, ""));
    let words: Vec<&str> = about.iter().map(String::as_str).chain(GERMAN).collect();
    rest.chars().count() < REST_LENGTH_MIN
        || zxcvbn::zxcvbn(password, &words).score() < Score::Three
}

/// Changes the password of who is signed in and ends all other sessions; `code` goes with the old one where the account has a
/// second factor. With it the session is proved anew.
pub async fn change_password(
    desk: &Desk,
    _permit: &Permit<act::ManageOwnAccount>,
    session: &Session,
    origin: &Origin,
    (old, code): (&str, &str),
    new: &str,
) -> Result<(), PasswordError> {
    let about = [&session.name, &session.email, &session.tenant_name].map(String::as_str);
    let mut errors = Vec::new();
    let door = front_door(origin)?;
    let proved = async {
        check_own_password(desk, &door, session, old).await?;
        check_own_code(desk, &door, session, code).await
    };
    match proved.await {
        Ok(_) => {}
        Err(SignInError::WrongCode) => errors.push(FieldError::new("code", Problem::WrongCode)),
        Err(SignInError::CodesBlocked) => return Err(PasswordError::CodesBlocked),
        Err(SignInError::Failure(failure)) => return Err(failure.into()),
        Err(SignInError::TooMany(ms)) => return Err(PasswordError::TooMany(ms)),
        Err(SignInError::Refused | SignInError::Over | SignInError::Unproved) => {
            errors.push(FieldError::new("password", Problem::WrongPassword));
        }
    }
    check(desk.settings(), "new-password", new, &about, &mut errors);
    refuse(errors)?;
    let hash = password::hash(new.to_owned()).await;
    let door: Permit<act::ManageOwnAccount> =
        own_door(TenantId::PLATFORM, session.user, session.seat, origin)?;
    let mut tx = desk.open(&door).await?;
    sql::set_password(&mut tx, session.user, &hash).await?;
    sql::set_proved(&mut tx, &session.token_hash).await?;
    sql::end_sessions_but(&mut tx, session.user, &session.token_hash).await?;
    start_afresh(&mut tx, session.user, &session.email).await?;
    let key = keys::of(&mut tx, session.user.uuid()).await?;
    let change = Change::new(
        "user.password_changed",
        session.user,
        session.user.uuid(),
        &key,
    );
    Ok(tx.commit(change).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_and_obvious_passwords_are_refused() {
        for password in [
            "Passwort1234!",
            "password12345!",
            "qwertzuiop123!",
            "aaaaaaaaaaaa!",
            "Olivia Foyer 2027!",
        ] {
            let about = ["Olivia Organiser", "olivia@foyer.example", "Foyer"];
            let found = problem(PasswordProfile::Tom, password, &about);
            assert!(found.is_some(), "{password}");
        }
        let found = problem(PasswordProfile::Tom, "correct horse battery!", &[]);
        assert_eq!(found, None);
    }
}
