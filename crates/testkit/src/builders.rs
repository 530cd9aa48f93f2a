//! Builders with defaults.

use backend::{
    access::Permit,
    events::{self, PlanInput},
    imports,
    mails::Mail,
    objections::{self, Recipient},
    routing,
    workshops::{self, WorkshopInput},
};
use domain::{
    Bilingual,
    access::act,
    events::{AnswerRules, EventText, Step},
    guests::Standing,
    ids::{EventId, GuestId},
    people::RawDetails,
    workshops::RawWorkshop,
};
use uuid::Uuid;

use crate::{Team, TestApp};

/// The plan of a summer party: open, no limit, one companion, in Vienna in June 2027.
pub fn plan() -> PlanInput {
    PlanInput {
        text: EventText {
            title: "Sommerfest".to_owned(),
            place: "Großer Saal, Wien".to_owned(),
            description: "Ein Abend im Garten.".to_owned(),
        },
        starts: "2027-06-12T18:00".to_owned(),
        ends: "2027-06-12T23:00".to_owned(),
        zone: "Europe/Vienna".to_owned(),
        admission: "open".to_owned(),
        capacity: String::new(),
        companions: "1".to_owned(),
        offer_hours: String::new(),
        rules: AnswerRules::default(),
        opens: String::new(),
        answer_until: String::new(),
        from: None,
        request_key: Uuid::from_bytes(backend::chance::make_bytes()),
    }
}

/// The details that somebody types who registers.
pub fn details(given_name: &str, family_name: &str, email: &str) -> RawDetails {
    RawDetails {
        given_name: given_name.to_owned(),
        family_name: family_name.to_owned(),
        email: email.to_owned(),
        ..RawDetails::default()
    }
}

/// A workshop at the summer party, from and until an hour ("18:00").
pub fn workshop(title: &str, from: &str, until: &str, capacity: &str) -> WorkshopInput {
    WorkshopInput {
        raw: RawWorkshop {
            title: Bilingual {
                main: title.to_owned(),
                english: String::new(),
            },
            capacity: capacity.to_owned(),
            ..RawWorkshop::default()
        },
        starts: format!("2027-06-12T{from}"),
        ends: format!("2027-06-12T{until}"),
    }
}

/// An event in the making.
pub struct EventBuilder<'app> {
    app: &'app TestApp,
    team: Team,
    plan: PlanInput,
    published: bool,
}

impl TestApp {
    /// An event; published unless said otherwise.
    pub fn event(&self) -> EventBuilder<'_> {
        EventBuilder {
            app: self,
            team: self.team,
            plan: plan(),
            published: true,
        }
    }

    /// Puts guests on an event's list by import, one for each line "Given;Family;email"; returns their ids in order.
    pub async fn guests(&self, event: EventId, lines: &[&str]) -> Vec<GuestId> {
        self.guests_in(self.team, event, lines).await
    }

    /// Likewise in either tenant.
    pub async fn guests_in(&self, team: Team, event: EventId, lines: &[&str]) -> Vec<GuestId> {
        let list = format!("Vorname;Nachname;E-Mail\n{}\n", lines.join("\n"));
        let permit = self.permit_in::<act::EditGuests>(team);
        let import = imports::upload(&self.desk, &permit, event, String::new(), list.into_bytes())
            .await
            .expect("the list is read");
        imports::confirm(&self.desk, &permit, event, import)
            .await
            .expect("the list is taken over");
        let filter = backend::guests::GuestFilter {
            standing: Some(Standing::Listed),
            ..Default::default()
        };
        let see = self.permit_in::<act::SeeGuests>(team);
        let page = backend::guests::list(&self.desk, &see, event, &filter)
            .await
            .expect("the list is seen");
        page.guests.into_iter().map(|guest| guest.id).collect()
    }

    /// Adds a workshop to an event; returns its number.
    pub async fn workshop(&self, team: Team, event: EventId, input: &WorkshopInput) -> u32 {
        let permit = self.permit_in(team);
        workshops::put(&self.desk, &permit, event, 0, input)
            .await
            .expect("a workshop");
        let see = self.permit_in(team);
        let (event, _) = workshops::load(&self.desk, &see, event)
            .await
            .expect("the event");
        event.programme.numbers
    }

    /// The guest of a personal link in a mail: the last link in its text.
    pub async fn guest_of_link(&self, text: &str) -> GuestId {
        let token = text
            .split_whitespace()
            .filter_map(|word| word.rsplit_once("/m/").or_else(|| word.rsplit_once("/i/")))
            .map(|(_, token)| token)
            .next_back()
            .expect("the mail holds a link");
        routing::guest_of(&self.desk, token)
            .await
            .expect("the lookup works")
            .expect("the link is somebody's")
            .1
    }

    /// Whoever holds a mailing, and for whom they can object.
    pub async fn holder_of(&self, mailing: &Mail) -> (Permit<act::ObjectToMailings>, Recipient) {
        let link = mailing.objection.as_ref().expect("a mailing has the link");
        let (_, token) = link.split_once("/u/").expect("a token");
        let held = objections::holder(&self.desk, &Self::origin(), token).await;
        held.expect("a holder")
    }

    /// The recipient of the first mailing objects.
    pub async fn object(&self, team: Team) {
        let mails = self.mails_in(team).await;
        let mailing = mails.iter().find(|mail| mail.objection.is_some());
        let (permit, recipient) = self.holder_of(mailing.expect("a mailing")).await;
        objections::object(&self.desk, &permit, &recipient)
            .await
            .expect("objected");
    }
}

impl EventBuilder<'_> {
    /// By invitation only.
    #[must_use]
    pub fn by_invitation(mut self) -> Self {
        "invitation".clone_into(&mut self.plan.admission);
        self
    }

    /// With a number of places.
    #[must_use]
    pub fn capacity(mut self, places: u32) -> Self {
        self.plan.capacity = places.to_string();
        self
    }

    /// With a waiting list, where a place is offered for a day.
    #[must_use]
    pub fn waiting_list(mut self) -> Self {
        "24".clone_into(&mut self.plan.offer_hours);
        self
    }

    /// Where an organiser decides who comes of those who register.
    #[must_use]
    pub fn by_approval(mut self) -> Self {
        self.plan.rules.by_approval = true;
        self
    }

    /// With a number of companions.
    #[must_use]
    pub fn companions(mut self, companions: u32) -> Self {
        self.plan.companions = companions.to_string();
        self
    }

    /// With a title.
    #[must_use]
    pub fn title(mut self, title: &str) -> Self {
        title.clone_into(&mut self.plan.text.title);
        self
    }

    /// Not published.
    #[must_use]
    pub fn draft(mut self) -> Self {
        self.published = false;
        self
    }

    /// Of the other tenant.
    #[must_use]
    pub fn of_others(mut self) -> Self {
        self.team = self.app.others;
        self
    }

    /// With whatever else a test wants.
    #[must_use]
    pub fn with(mut self, change: impl FnOnce(&mut PlanInput)) -> Self {
        change(&mut self.plan);
        self
    }

    /// Makes it.
    pub async fn make(self) -> EventId {
        let permit = self.app.permit_in::<act::CreateEvents>(self.team);
        let event = events::create(&self.app.desk, &permit, &self.plan)
            .await
            .expect("the event is made");
        if self.published {
            events::step(
                &self.app.desk,
                &self.app.permit_in(self.team),
                event,
                Step::Publish,
            )
            .await
            .expect("the event is published");
        }
        event
    }
}
