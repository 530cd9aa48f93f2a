//! Guests whom an organiser has picked from a list.

use domain::{
    guests::Standing,
    ids::{EventId, GuestId},
};
use uuid::Uuid;

use super::{GuestFilter, row::GuestRow, sql};
use crate::{Failure, access::Permit, desk::Desk, desk::TenantTx};

/// Guests whom an organiser has picked from a list.
#[derive(Debug, Clone)]
pub enum Chosen {
    /// These. Who is not on the event's list is left out, as are all beyond [`Chosen::THESE_MAX`]; [`Failure::NotFound`] when
    /// nobody is left.
    These(Vec<GuestId>),
    /// Everybody whom the filter finds, which may be nobody; what is searched for by name does not count.
    All(GuestFilter),
}

impl Chosen {
    /// The most guests that are picked one by one.
    pub const THESE_MAX: usize = 500;

    /// The next of them by id, behind `after`, as many as `limit`.
    pub(crate) async fn next(
        &self,
        tx: &mut TenantTx,
        event: EventId,
        after: Option<GuestId>,
        limit: usize,
    ) -> Result<Vec<GuestRow>, Failure> {
        match self {
            Self::All(filter) => {
                let filter = GuestFilter {
                    after,
                    ..filter.clone()
                };
                sql::page(tx, event, &filter, limit).await
            }
            Self::These(guests) => {
                let after = after.map_or(Uuid::nil(), GuestId::uuid);
                let mut ids: Vec<Uuid> = guests.iter().map(|guest| guest.uuid()).collect();
                ids.sort_unstable();
                ids.dedup();
                ids.truncate(Self::THESE_MAX);
                ids.retain(|id| *id > after);
                let mut rows = sql::among(tx, event, &GuestFilter::default(), &ids).await?;
                if rows.is_empty() && after.is_nil() {
                    return Err(Failure::NotFound);
                }
                rows.sort_unstable_by_key(|row| row.id);
                rows.truncate(limit);
                Ok(rows)
            }
        }
    }

    /// Likewise those who stand there, if not said otherwise; whoever is picked one by one stays picked.
    pub(crate) fn who_stand(&self, standing: Standing) -> Self {
        match self {
            Self::All(filter) => Self::All(GuestFilter {
                standing: filter.standing.or(Some(standing)),
                ..filter.clone()
            }),
            Self::These(guests) => Self::These(guests.clone()),
        }
    }

    /// The ids of all of them.
    pub(crate) async fn ids<A>(
        &self,
        desk: &Desk,
        permit: &Permit<A>,
        event: EventId,
    ) -> Result<Vec<GuestId>, Failure> {
        const BATCH: usize = 500;
        let mut ids = Vec::new();
        let mut tx = desk.read(permit).await?;
        loop {
            let rows = self
                .next(&mut tx, event, ids.last().copied(), BATCH)
                .await?;
            if rows.is_empty() {
                return Ok(ids);
            }
            ids.extend(rows.into_iter().map(|row| GuestId::from_uuid(row.id)));
        }
    }
}
