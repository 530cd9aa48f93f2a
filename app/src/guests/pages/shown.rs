//! From guests to what is shown of them.

use backend::{guests::GuestFilter, guests::GuestPage, history::HistoryEntry};
use domain::{guests::Guest, people::EmailAddress};

use crate::{
    error::ApiError,
    guests::views::{GuestPageView, GuestView, HistoryView},
    page::Ctx,
};

impl GuestView {
    /// What is shown of a guest.
    pub(crate) fn of(ctx: &Ctx, guest: &Guest) -> Self {
        let details = &guest.file.details;
        Self {
            id: guest.id.to_string(),
            event: guest.event.to_string(),
            full_name: details.full_name(),
            initials: details.initials(),
            email: details
                .email
                .as_ref()
                .map_or("", EmailAddress::as_str)
                .to_owned(),
            company: details.company.clone(),
            position: details.position.clone(),
            phone: details.phone.clone(),
            standing: guest.standing().code().to_owned(),
            places: guest.places,
            companions: guest.file.answers.companions.clone(),
            message: guest.file.answers.message.clone(),
            answered: guest
                .answered_at()
                .map_or(String::new(), |at| ctx.moment(at)),
        }
    }
}

impl GuestPageView {
    /// What is shown of a page.
    pub(crate) fn of(ctx: &Ctx, page: &GuestPage, searched: String) -> Self {
        Self {
            guests: page
                .guests
                .iter()
                .map(|guest| GuestView::of(ctx, guest))
                .collect(),
            next: page.next.map(|next| next.to_string()),
            searched,
        }
    }
}

impl HistoryView {
    /// What is shown of an entry.
    pub(crate) fn of(ctx: &Ctx, entry: HistoryEntry) -> Self {
        let actor = ctx.actor(entry.actor_kind, &entry.actor_name);
        Self {
            at: ctx.moment(entry.at),
            action: entry.action,
            actor,
            origin: entry.origin,
            fields: entry
                .fields
                .into_iter()
                .map(|field| (field.field, field.before, field.after))
                .collect(),
        }
    }
}

/// Refuses a guest who is on the list of another event than the address says.
pub(crate) fn must_be_of(guest: &Guest, event: &str) -> Result<(), ApiError> {
    let fits = guest.event.to_string() == event;
    fits.then_some(()).ok_or(ApiError::NotFound)
}

/// What a list is asked for by its address. What is not understood is left out.
pub(crate) fn filter(standing: &str, search: String, after: &str) -> GuestFilter {
    GuestFilter {
        standing: standing.parse().ok(),
        invited_only: standing == "invited",
        search,
        after: after.parse().ok(),
    }
}
