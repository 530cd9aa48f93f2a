//! Passwords: argon2id (RFC 9106), 46 MiB and one pass as in ASVS 5.0, appendix C.

use std::sync::{Arc, LazyLock};

use argon2::{
    Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version,
    password_hash::phc::PasswordHash,
};
use tokio::sync::Semaphore;

const MEMORY_KIB: u32 = 46 * 1024;
const PASSES: u32 = 1;
const LANES: u32 = 1;
/// Hashing at the same time: each takes 46 MiB, and strangers can ask for it.
const AT_ONCE: usize = 2;

static HANDS: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(AT_ONCE)));

fn argon2() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None)
        .expect("the parameters are in the allowed range");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// How a hash of today's kind begins (PHC string format).
const BEGINS: &str = "$argon2id$v=19$m=47104,t=1,p=1$";

/// Whether a password is kept as passwords are kept today.
pub(super) fn is_current(hash: &str) -> bool {
    hash.starts_with(BEGINS)
}

async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let hand = HANDS
        .clone()
        .acquire_owned()
        .await
        .expect("the semaphore is never closed");
    tokio::task::spawn_blocking(move || {
        let result = work();
        drop(hand);
        result
    })
    .await
    .expect("hashing does not panic")
}

/// As much of a password as counts, in characters: nobody makes the machine hash a book.
const LENGTH_MAX: usize = 256;

fn shortened(password: String) -> String {
    password.chars().take(LENGTH_MAX).collect()
}

/// The hash of a password as a PHC string.
pub(super) async fn hash(password: String) -> String {
    let password = shortened(password);
    in_turn(move || {
        argon2()
            .hash_password(password.as_bytes())
            .expect("the operating system gives a salt and the parameters are valid")
            .to_string()
    })
    .await
}

/// Whether a password fits a hash. Without a hash the same work is done, so that time does not tell.
pub(super) async fn fits(password: String, hash: Option<String>) -> bool {
    let password = shortened(password);
    in_turn(move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.clone());
        let parsed = PasswordHash::new(&hash).ok();
        let fits = parsed.is_some_and(|parsed| {
            argon2()
                .verify_password(password.as_bytes(), &parsed)
                .is_ok()
        });
        known && fits
    })
    .await
}

static NOBODY: LazyLock<String> = LazyLock::new(|| {
    argon2()
        .hash_password(&crate::chance::make_bytes::<32>())
        .expect("the operating system gives a salt and the parameters are valid")
        .to_string()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_fits() {
        let hash = hash("correct horse battery!".into()).await;
        assert!(is_current(&hash), "{hash}");
        assert!(fits("correct horse battery!".into(), Some(hash.clone())).await);
        assert!(!fits("correct horse battery".into(), Some(hash)).await);
        assert!(!fits("anything".into(), None).await);
    }
}
