//! From invitations to what is shown of them, and from forms to what use cases take.

use backend::{
    events::Figures,
    registrations::{AnswerInput, Invitation, RegisterInput},
};
use domain::{Locale, events::Event, people::RawDetails};
use words::machine_time;

use crate::{
    error::ApiError,
    events::{
        page_views::PageView,
        views::{EventView, FiguresView},
    },
    guests::views::GuestView,
    page::Ctx,
    questions::views::AskedView,
    registrations::views::{AnswerForm, InvitationView, PublicEventView, RegisterForm},
};

/// An event without its figures: how many others take part is nobody's business.
fn discreet(ctx: &Ctx, event: &Event) -> EventView {
    EventView {
        figures: FiguresView::default(),
        ..EventView::of(ctx, event, Figures::default())
    }
}

impl PublicEventView {
    pub(crate) fn of(ctx: &Ctx, event: &Event, organiser: String) -> Self {
        Self {
            event: discreet(ctx, event),
            page: PageView::of(event, ctx.words.0),
            from_until: [event.schedule.starts_at, event.schedule.ends_at]
                .map(|at| machine_time(at, &event.schedule.zone)),
            organiser,
            has_places: event.places_left() != Some(0),
            asked: AskedView::of(event, &[], ctx.words.0),
        }
    }
}

impl InvitationView {
    pub(crate) fn of(ctx: &Ctx, invitation: Invitation) -> Self {
        let Invitation {
            event,
            guest,
            replies,
            organiser,
            ..
        } = invitation;
        let details = &guest.file.details;
        Self {
            event: discreet(ctx, &event),
            page: PageView::of(&event, ctx.words.0),
            organiser,
            given_name: details.given_name.clone(),
            family_name: details.family_name.clone(),
            asked: AskedView::of(&event, &replies, ctx.words.0),
            companions_max: guest.companions_max.unwrap_or(event.companions_max),
            has_places: event.places_left() != Some(0),
            language: details.language,
            guest: GuestView::of(ctx, &guest),
        }
    }
}

impl AnswerForm {
    pub(crate) fn input(self, language: Locale) -> Result<AnswerInput, ApiError> {
        let accepts = match self.answer.as_str() {
            "yes" => true,
            "no" => false,
            _ => {
                let error = domain::fields::FieldError::new(
                    "answer",
                    domain::fields::Problem::UnknownChoice,
                );
                return Err(ApiError::Invalid(vec![error]));
            }
        };
        Ok(AnswerInput {
            accepts,
            given_name: self.given_name,
            family_name: self.family_name,
            companions: self.companions,
            message: self.message,
            replies: self.replies,
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
            replies: self.replies,
            language,
            request_key: self
                .request_key
                .parse()
                .unwrap_or_else(|_| uuid::Uuid::from_bytes(backend::chance::make_bytes())),
        }
    }
}
