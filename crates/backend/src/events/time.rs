//! Times as organisers type them.

use domain::{
    Instant,
    fields::{FieldError, Problem},
};
use words::{ZoneError, instant_of};

/// A time (`YYYY-MM-DDTHH:MM`) in a zone; what is wrong with it is noted at the field, or once at `zone`.
pub(crate) fn time(
    field: &str,
    local: &str,
    zone: &str,
    errors: &mut Vec<FieldError>,
) -> Option<Instant> {
    let problem = match instant_of(local, zone) {
        Ok(instant) => return Some(instant),
        Err(_) if local.trim().is_empty() => Problem::Missing,
        Err(ZoneError::NotATime) => Problem::NotATime,
        Err(ZoneError::UnknownZone) => Problem::UnknownZone,
        Err(ZoneError::Skipped) => Problem::SkippedByTheClock,
    };
    let field = if problem == Problem::UnknownZone {
        "zone"
    } else {
        field
    };
    if !errors.iter().any(|error| error.field == field) {
        errors.push(FieldError::new(field, problem));
    }
    None
}

/// Likewise; empty is no time, and fine.
pub(super) fn optional_time(
    field: &str,
    local: &str,
    zone: &str,
    errors: &mut Vec<FieldError>,
) -> Option<Instant> {
    if local.trim().is_empty() {
        return None;
    }
    time(field, local, zone, errors)
}
