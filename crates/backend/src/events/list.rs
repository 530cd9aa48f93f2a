//! The list of events.

use domain::{
    access::{Role, act},
    events::Event,
};

use super::{Figures, sql};
use crate::{
    Failure,
    access::{Permit, Who},
    desk::Desk,
};

/// An event in the list.
pub struct EventLine {
    /// The event.
    pub event: Event,
    /// Its figures.
    pub figures: Figures,
}

/// The events of a tenant, or those at which who asks has a role, if it is somebody of single events; the next one first,
/// past ones last.
pub async fn list(
    desk: &Desk,
    permit: &Permit<act::ListEvents>,
) -> Result<Vec<EventLine>, Failure> {
    let mut tx = desk.read(permit).await?;
    let events = match permit.who() {
        Who::User(_, user, Role::Assigned) => sql::of_user(&mut tx, user).await?,
        _ => sql::all(&mut tx).await?,
    };
    let now = tx.now();
    let mut lines = Vec::new();
    for event in events {
        let figures = sql::figures(&mut tx, event.id).await?;
        lines.push(EventLine { event, figures });
    }
    lines.sort_by_key(|line| {
        let starts_at = line.event.schedule.starts_at.0;
        let over = line.event.schedule.ends_at < now;
        (over, if over { -starts_at } else { starts_at })
    });
    Ok(lines)
}
