//! What the operator wants of everybody who signs in.

use std::path::Path;

use backend::accounts::BreachedPasswords;

use super::value::{Source, value};

/// The operator's list of breached passwords.
pub(super) fn breached(
    source: Source<'_>,
    problems: &mut Vec<String>,
) -> Option<BreachedPasswords> {
    let path = value(source, "EINLASS_BREACHED_PASSWORDS", problems)?;
    let list = BreachedPasswords::at(Path::new(&path));
    if list.is_none() {
        let rule = "must be a file with lines SHA1:COUNT in ascending order";
        problems.push(format!("EINLASS_BREACHED_PASSWORDS {rule}"));
    }
    list
}

/// Whether every team has to sign in with a second factor, or each decides for itself.
pub(super) fn second_factor(source: Source<'_>, problems: &mut Vec<String>) -> bool {
    match value(source, "EINLASS_SECOND_FACTOR", problems).as_deref() {
        None | Some("optional") => false,
        Some("required") => true,
        Some(_) => {
            problems.push("EINLASS_SECOND_FACTOR must be optional or required".to_owned());
            false
        }
    }
}
