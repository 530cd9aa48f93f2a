//! From invitations to what is shown of them, and from forms to what use cases take.

use backend::{
    events::Figures,
    registrations::{Admitted, AnswerInput, Invitation, RegisterInput},
};
use domain::{
    Locale,
    events::Event,
    fields::{FieldError, Problem},
    guests::Guest,
    people::{EmailAddress, RawDetails},
    registrations::{Rsvp, companions_max},
    tickets::TicketCode,
    workshops::Seating,
};
use words::{Words, machine_time, show};

use crate::{
    error::ApiError,
    events::pages::workshops::shown_to,
    events::{
        page_views::PageView,
        views::{EventView, FiguresView},
    },
    guests::views::GuestView,
    page::{Ctx, qr_code},
    questions::views::AskedView,
    registrations::views::{
        AdmittedView, AnswerForm, InvitationView, PublicEventView, RegisterForm, TicketView,
    },
};

/// An event without its figures: how many others take part is nobody's business.
fn discreet(ctx: &Ctx, event: &Event) -> EventView {
    EventView {
        figures: FiguresView::default(),
        ..EventView::of(ctx, event, Figures::default())
    }
}

impl PublicEventView {
    pub(crate) fn of(ctx: &Ctx, event: &Event, seating: &Seating, organiser: String) -> Self {
        Self {
            event: discreet(ctx, event),
            page: PageView::of(event, ctx.words.0),
            from_until: [event.schedule.starts_at, event.schedule.ends_at]
                .map(|at| machine_time(at, &event.schedule.zone)),
            organiser,
            has_places: event.places_free() != Some(0),
            asked: AskedView::of(event, &[], ctx.words.0),
            workshops: shown_to(ctx, event, seating, &[]),
        }
    }
}

/// The tickets of a guest and the companions.
fn tickets_of(words: Words, guest: &Guest, codes: &[TicketCode]) -> Vec<TicketView> {
    let name = guest.file.details.full_name();
    let holder = |place: usize| match place.checked_sub(1) {
        None => name.clone(),
        Some(companion) => match guest.file.answers.companions.get(companion) {
            Some(known) if !known.is_empty() => known.clone(),
            _ => words.with("ticket-companion", [("name", (&name).into())]),
        },
    };
    let ticket = |(place, code): (usize, &TicketCode)| {
        let code = code.expose();
        let (side, path) = qr_code(&code)?;
        Some(TicketView {
            holder: holder(place),
            code,
            side,
            path,
        })
    };
    codes.iter().enumerate().filter_map(ticket).collect()
}

impl InvitationView {
    /// An invitation for its guest.
    pub fn of(ctx: &Ctx, invitation: Invitation) -> Self {
        let Invitation {
            event,
            guest,
            replies,
            picks,
            seating,
            tickets,
            place_in_line,
            organiser,
            objection,
            ..
        } = invitation;
        let has_places = event.places_free() != Some(0);
        let is_in = guest.places > 0;
        let has_requested = guest.requested_at.is_some();
        let held_until = guest.held_until.or(guest.offered_until);
        let details = &guest.file.details;
        Self {
            event: discreet(ctx, &event),
            page: PageView::of(&event, ctx.words.0),
            organiser,
            objection: objection.map_or_else(String::new, |token| format!("/u/{}", token.expose())),
            given_name: details.given_name.clone(),
            family_name: details.family_name.clone(),
            asked: AskedView::of(&event, &replies, ctx.words.0),
            workshops: shown_to(ctx, &event, &seating, &picks),
            companions_max: companions_max(&event, &guest),
            has_places,
            waits: event.offer_hours.is_some() && !has_places && !is_in && !has_requested,
            has_requested,
            place_in_line,
            held_until: held_until.map_or(String::new(), |until| {
                let until = show(ctx.words.0, until, &event.schedule.zone);
                let at = [("date", until.date.into()), ("time", until.time.into())];
                ctx.words.with("mail-when-short", at)
            }),
            tickets: tickets_of(ctx.words, &guest, &tickets),
            language: details.language,
            guest: GuestView {
                replies: words::replies(
                    ctx.words,
                    &event.questions,
                    &replies,
                    &event.schedule.zone,
                ),
                ..GuestView::of(ctx, &guest)
            },
        }
    }
}

impl AnswerForm {
    pub(crate) fn input(self, language: Locale) -> Result<AnswerInput, ApiError> {
        let rsvp = match self.answer.as_str() {
            "yes" if self.waits => Rsvp::Wait,
            "yes" => Rsvp::Yes,
            "maybe" => Rsvp::Maybe,
            "no" => Rsvp::No,
            _ => {
                let error = FieldError::new("answer", Problem::UnknownChoice);
                return Err(ApiError::Invalid(vec![error]));
            }
        };
        Ok(AnswerInput {
            rsvp,
            given_name: self.given_name,
            family_name: self.family_name,
            companions: self.companions,
            message: self.message,
            replies: self.replies,
            workshops: self.workshops,
            language: Some(language),
        })
    }
}

impl RegisterForm {
    pub(crate) fn input(self, language: Locale) -> RegisterInput {
        RegisterInput {
            details: RawDetails {
                given_name: self.given_name,
                family_name: self.family_name,
                email: self.email,
                ..RawDetails::default()
            },
            companions: self.companions,
            waits: self.waits,
            replies: self.replies,
            workshops: self.workshops,
            language,
            request_key: self
                .request_key
                .parse()
                .unwrap_or_else(|_| uuid::Uuid::from_bytes(backend::chance::make_bytes())),
        }
    }
}

/// The address that somebody typed who asks for the link.
pub(crate) fn address(text: &str) -> Result<EmailAddress, ApiError> {
    let problem = if text.trim().is_empty() {
        Problem::Missing
    } else {
        Problem::NotAnAddress
    };
    let invalid = |_| ApiError::Invalid(vec![FieldError::new("email", problem)]);
    text.parse().map_err(invalid)
}

impl From<Admitted> for AdmittedView {
    fn from(admitted: Admitted) -> Self {
        Self {
            come: admitted.come,
            wait: admitted.wait,
            left: admitted.left,
        }
    }
}
