//! From guests to what is shown of them.

use std::{collections::HashMap, str::FromStr};

use backend::{
    guests::{Chosen, GuestFilter, GuestInput, GuestPage},
    history::HistoryEntry,
};
use domain::{
    Locale,
    fields::{FieldError, Problem},
    guests::{Guest, Standing},
    ids::GuestId,
    people::{EmailAddress, RawDetails},
};

use crate::{
    error::ApiError,
    guests::views::{ChosenForm, GuestForm, GuestPageView, GuestView, HistoryView},
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
            tags: Vec::new(),
            workshops: Vec::new(),
            places: guest.places,
            wanted: wishes(guest).then(|| guest.places_wanted()),
            companions: guest.file.answers.companions.clone(),
            message: guest.file.answers.message.clone(),
            replies: Vec::new(),
            special: Vec::new(),
            answered: guest
                .answered_at()
                .map_or(String::new(), |at| ctx.moment(at)),
            objects: String::new(),
        }
    }
}

/// Whether a guest asks or waits for places, and has none.
fn wishes(guest: &Guest) -> bool {
    use Standing::{Lapsed, Refused, Requested, Unconfirmed, Waiting};
    let wishes = [Unconfirmed, Requested, Waiting, Lapsed, Refused];
    guest.places == 0 && wishes.contains(&guest.standing())
}

impl GuestForm {
    /// What a form starts with.
    pub(crate) fn of(guest: &Guest) -> Self {
        let details = guest.file.details.clone();
        let salutation = details.salutation.code().replace("neutral", "");
        Self {
            salutation,
            title_before: details.title_before,
            given_name: details.given_name,
            family_name: details.family_name,
            title_after: details.title_after,
            email: details
                .email
                .map_or(String::new(), |email| email.as_str().to_owned()),
            phone: details.phone,
            company: details.company,
            position: details.position,
            language: details.language.map_or("", Locale::tag).to_owned(),
            companions_max: guest
                .companions_max
                .map_or(String::new(), |max| max.to_string()),
            ..Self::default()
        }
    }
}

impl From<GuestForm> for GuestInput {
    fn from(form: GuestForm) -> Self {
        let details = RawDetails {
            salutation: form.salutation,
            title_before: form.title_before,
            given_name: form.given_name,
            family_name: form.family_name,
            title_after: form.title_after,
            email: form.email,
            phone: form.phone,
            company: form.company,
            position: form.position,
            language: form.language,
        };
        Self {
            details,
            companions_max: form.companions_max,
            comes: form.comes,
            // Without a key of its own a form is its own key.
            request_key: form
                .request_key
                .parse()
                .unwrap_or_else(|_| uuid::Uuid::from_bytes(backend::chance::make_bytes())),
        }
    }
}

impl GuestPageView {
    /// What is shown of a page.
    pub(crate) fn of(
        ctx: &Ctx,
        page: &GuestPage,
        mut tags: HashMap<GuestId, Vec<String>>,
        searched: String,
    ) -> Self {
        let shown = |guest: &Guest| GuestView {
            tags: tags.remove(&guest.id).unwrap_or_default(),
            ..GuestView::of(ctx, guest)
        };
        Self {
            guests: page.guests.iter().map(shown).collect(),
            next: page.next.map(|next| next.to_string()),
            searched,
        }
    }
}

impl TryFrom<ChosenForm> for Chosen {
    type Error = ApiError;

    /// Somebody must be picked; ids that are none are left out.
    fn try_from(form: ChosenForm) -> Result<Self, ApiError> {
        if form.all {
            let filter = filter(&form.standing, &form.tag, &form.workshop, String::new(), "")?;
            return Ok(Self::All(filter));
        }
        let ids = form.guests.iter().filter_map(|guest| guest.parse().ok());
        let ids: Vec<GuestId> = ids.collect();
        if ids.is_empty() {
            let missing = FieldError::new("guest", Problem::Missing);
            return Err(ApiError::Invalid(vec![missing]));
        }
        Ok(Self::These(ids))
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

/// Whom an address asks for. What is not understood is not found, never left out: that would be everybody.
pub fn filter(
    standing: &str,
    tag: &str,
    workshop: &str,
    search: String,
    after: &str,
) -> Result<GuestFilter, ApiError> {
    let invited_only = standing == "invited";
    Ok(GuestFilter {
        standing: known(if invited_only { "" } else { standing })?,
        tag: known(tag)?,
        workshop: known(workshop)?,
        invited_only,
        search,
        after: known(after)?,
    })
}

/// What a text says; nothing when it is empty.
fn known<T: FromStr>(text: &str) -> Result<Option<T>, ApiError> {
    let parsed = (!text.is_empty()).then(|| text.parse().map_err(|_| ApiError::NotFound));
    parsed.transpose()
}
