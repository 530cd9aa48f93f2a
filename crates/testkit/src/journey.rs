//! Short ways to what most tests do.

use backend::{
    access::{Permit, Who},
    events::{self, Figures},
    guests::{self, ExportInput, GuestFilter},
    mailings,
    registrations::{
        self, AnswerFailure, AnswerInput, Invitation, Moved, RegisterError, RegisterInput,
    },
    workshops::{self, Filled},
};
use domain::{
    Locale,
    access::{Role, act},
    events::Event,
    guests::{Guest, Standing},
    ids::{EventId, GuestId},
    mailings::Mailing,
    registrations::Rsvp,
};
use sheets::FileKind;
use uuid::Uuid;

use crate::{TestApp, details};

/// A registration of Anna Huber with this address, from a form of its own.
pub fn registration(email: &str) -> RegisterInput {
    RegisterInput {
        replies: domain::questions::RawReplies::default(),
        workshops: domain::workshops::Wishes::default(),
        details: details("Anna", "Huber", email),
        companions: Vec::new(),
        waits: false,
        language: Locale::De,
        request_key: Uuid::from_bytes(backend::chance::make_bytes()),
    }
}

/// A yes with companions.
pub fn yes(companions: &[&str]) -> AnswerInput {
    AnswerInput {
        rsvp: Rsvp::Yes,
        companions: companions.iter().map(|&name| name.to_owned()).collect(),
        ..AnswerInput::default()
    }
}

/// A yes as soon as there is a place.
pub fn wait(companions: &[&str]) -> AnswerInput {
    AnswerInput {
        rsvp: Rsvp::Wait,
        ..yes(companions)
    }
}

/// Neither yes nor no.
pub fn maybe() -> AnswerInput {
    AnswerInput {
        rsvp: Rsvp::Maybe,
        ..AnswerInput::default()
    }
}

/// A no.
pub fn no() -> AnswerInput {
    AnswerInput::default()
}

impl TestApp {
    /// Registers a visitor, who then confirms by the link from the mail, as people do.
    pub async fn register(
        &self,
        event: EventId,
        input: &RegisterInput,
    ) -> Result<(), RegisterError> {
        self.register_only(event, input).await?;
        for guest in self.unconfirmed(event).await {
            let permit = self.permit_of_guest(guest);
            registrations::confirm(&self.desk, &permit, guest)
                .await
                .expect("confirmed");
        }
        Ok(())
    }

    /// Those who registered and have not confirmed.
    pub async fn unconfirmed(&self, event: EventId) -> Vec<GuestId> {
        let filter = GuestFilter {
            standing: Some(Standing::Unconfirmed),
            ..GuestFilter::default()
        };
        let see = self.permit::<act::SeeGuests>();
        match guests::list(&self.desk, &see, event, &filter).await {
            Ok(page) => page.guests.iter().map(|guest| guest.id).collect(),
            // An event of the other tenant.
            Err(_) => Vec::new(),
        }
    }

    /// Registers a visitor.
    pub async fn register_only(
        &self,
        event: EventId,
        input: &RegisterInput,
    ) -> Result<(), RegisterError> {
        registrations::register(&self.desk, &self.permit_of_visitor(), event, input).await
    }

    /// Answers as the guest.
    pub async fn answer(
        &self,
        guest: GuestId,
        input: &AnswerInput,
    ) -> Result<Standing, AnswerFailure> {
        registrations::answer(&self.desk, &self.permit_of_guest(guest), guest, input).await
    }

    /// One round of the waiting list.
    pub async fn move_up(&self) -> Moved {
        registrations::move_up(&self.desk, self.team.tenant)
            .await
            .expect("places are offered")
    }

    /// One round of the workshops.
    pub async fn fill_workshops(&self) -> Filled {
        workshops::fill(&self.desk, self.team.tenant)
            .await
            .expect("places are given")
    }

    /// The guest's own page.
    pub async fn invitation(&self, guest: GuestId) -> Invitation {
        registrations::invitation(&self.desk, &self.permit_of_guest(guest), guest)
            .await
            .expect("the guest sees the invitation")
    }

    /// Invites everybody; returns how many.
    pub async fn send_all(&self, event: EventId) -> u32 {
        mailings::send_all(&self.desk, &self.permit(), event, Mailing::Invitation)
            .await
            .expect("invitations are sent")
    }

    /// Puts guests on the list and invites them.
    pub async fn invited(&self, event: EventId, lines: &[&str]) -> Vec<GuestId> {
        let guests = self.guests(event, lines).await;
        assert_eq!(self.send_all(event).await as usize, guests.len());
        guests
    }

    /// The event as it stands.
    pub async fn event_now(&self, event: EventId) -> Event {
        self.event_with_figures(event).await.0
    }

    /// The figures of the event.
    pub async fn figures(&self, event: EventId) -> Figures {
        self.event_with_figures(event).await.1
    }

    async fn event_with_figures(&self, event: EventId) -> (Event, Figures) {
        events::load(&self.desk, &self.permit::<act::SeeEvents>(), event)
            .await
            .expect("the event is there")
    }

    /// The guest as the team sees it.
    pub async fn guest_now(&self, guest: GuestId) -> Guest {
        guests::load(&self.desk, &self.permit::<act::SeeGuests>(), guest)
            .await
            .expect("the guest is there")
    }

    /// The first page of the event's list.
    pub async fn list(&self, event: EventId) -> Vec<Guest> {
        let see = self.permit::<act::SeeGuests>();
        guests::list(&self.desk, &see, event, &GuestFilter::default())
            .await
            .expect("the list is seen")
            .guests
    }

    /// The guest on the event's list with this address.
    pub async fn guest_with(&self, event: EventId, email: &str) -> GuestId {
        let list = self.list(event).await;
        let has = |guest: &&Guest| {
            let own = guest.file.details.email.as_ref();
            own.is_some_and(|own| own.as_str() == email)
        };
        list.iter().find(has).expect("on the list").id
    }

    /// The guests of an event who are found by a word.
    pub async fn search(&self, event: EventId, word: &str) -> Vec<Guest> {
        let see = self.permit::<act::SeeGuests>();
        let filter = GuestFilter {
            search: word.to_owned(),
            ..GuestFilter::default()
        };
        guests::list(&self.desk, &see, event, &filter)
            .await
            .expect("the list is seen")
            .guests
    }

    /// The owner of the tenant under test.
    pub fn owner(&self) -> Who {
        Who::User(self.team.tenant, self.team.owner, Role::Owner)
    }
}

impl TestApp {
    /// The whole guest list as a file.
    pub async fn exported(
        &self,
        special: Option<&Permit<act::SeeSpecialReplies>>,
        event: EventId,
        input: ExportInput,
    ) -> Vec<u8> {
        let mut file = guests::export(&self.desk, &self.permit(), special, event, input)
            .await
            .expect("an export begins");
        let mut bytes = Vec::new();
        while let Some(piece) = file.next(&self.desk).await.expect("guests are read") {
            bytes.extend(piece);
        }
        bytes
    }
}

/// Everybody as CSV.
pub fn as_csv(locale: Locale) -> ExportInput {
    ExportInput {
        kind: FileKind::Csv,
        locale,
        filter: GuestFilter::default(),
    }
}
