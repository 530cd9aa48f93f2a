//! Public pages that were asked for a moment ago.

use std::{collections::HashMap, sync::RwLock};

use domain::{
    Instant,
    events::Event,
    ids::{EventId, TenantId},
};

/// Pages that are kept at the same time.
const KEPT_MAX: usize = 1_000;
/// Another process, such as a command, may write to the same file: after this time a page is read again in any case.
const AGE_MS_MAX: i64 = 1_000;

struct Seen {
    writes: u64,
    at: Instant,
    event: Event,
    organiser: String,
}

/// What everybody may read of published events anyway, as it was after the last commit of this process. Holds no guest.
#[derive(Default)]
pub(crate) struct SeenEvents(RwLock<HashMap<(TenantId, EventId), Seen>>);

impl SeenEvents {
    /// The event and its organiser's name, if nothing was committed since they were read.
    pub(crate) fn get(
        &self,
        of: (TenantId, EventId),
        writes: u64,
        now: Instant,
    ) -> Option<(Event, String)> {
        let kept = self
            .0
            .read()
            .expect("no thread panics while it holds the pages");
        let seen = kept.get(&of)?;
        let fresh = seen.writes == writes && now.0 - seen.at.0 < AGE_MS_MAX;
        fresh.then(|| (seen.event.clone(), seen.organiser.clone()))
    }

    /// Keeps what was read after so many commits.
    pub(crate) fn keep(
        &self,
        of: (TenantId, EventId),
        writes: u64,
        at: Instant,
        (event, organiser): (Event, String),
    ) {
        let mut kept = self
            .0
            .write()
            .expect("no thread panics while it holds the pages");
        if kept.len() >= KEPT_MAX {
            kept.clear();
        }
        let seen = Seen {
            writes,
            at,
            event,
            organiser,
        };
        kept.insert(of, seen);
    }
}
