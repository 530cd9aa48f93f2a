//! Choosing workshops, as a part of an answer.

use domain::{
    Locale,
    events::Event,
    fields::FieldError,
    guests::Guest,
    ids::GuestId,
    workshops::{Group, Pick, Seating, Wishes, pick},
};
use words::Words;

use super::{load::picks_alone, sql};
use crate::{
    Failure,
    desk::{FieldChange, TenantTx},
};

/// What a guest has chosen, before and after.
pub(crate) struct Picks {
    had: Vec<Pick>,
    has: Vec<Pick>,
}

/// What comes of a guest's wishes, or what is wrong with them. The event's row is held, so that nobody counts at the same
/// time; nothing is written yet, see [`Picks::keep`].
pub(crate) async fn choose(
    tx: &mut TenantTx,
    event: &Event,
    guest: GuestId,
    group: Group,
    wishes: &Wishes,
) -> Result<Result<Picks, Vec<FieldError>>, Failure> {
    if event.programme.workshops.is_empty() {
        let (had, has) = Default::default();
        return Ok(Ok(Picks { had, has }));
    }
    let had = picks_alone(tx, guest).await?;
    // The event's row is held: no more is counted than the guest asks for.
    let mut seating = Seating::default();
    for workshop in event.programme.on() {
        if wishes.name(workshop.number) {
            let seats = sql::seats_of(tx, event.id, workshop.number).await?;
            seating.0.extend(seats.0);
        }
    }
    let has = pick(&event.programme, &seating, &had, group, wishes, tx.now());
    Ok(has.map(|has| Picks { had, has }))
}

impl Picks {
    /// Whether nothing changed.
    pub(crate) fn are_same(&self) -> bool {
        self.had == self.has
    }

    /// Writes them down.
    pub(crate) async fn keep(&self, tx: &mut TenantTx, guest: &Guest) -> Result<(), Failure> {
        for pick in &self.had {
            let stays = self.has.iter().any(|has| has.workshop == pick.workshop);
            if !stays {
                sql::take(tx, guest.id, pick.workshop).await?;
            }
        }
        for pick in &self.has {
            if !self.had.contains(pick) {
                sql::put(tx, guest.event, guest.id, *pick).await?;
            }
        }
        Ok(())
    }

    /// What the log keeps of it.
    pub(crate) fn change(&self, event: &Event) -> Option<FieldChange> {
        let text = |picks: &[Pick]| {
            words::workshops(Words(Locale::De), &event.programme, picks).join(", ")
        };
        let change = || FieldChange::new("workshops", text(&self.had), text(&self.has));
        (!self.are_same()).then(change)
    }
}

impl Picks {
    /// What a guest has, to be changed by somebody else than the guest.
    pub(super) fn of(had: Vec<Pick>, has: Vec<Pick>) -> Self {
        Self { had, has }
    }
}
