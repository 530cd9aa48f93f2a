//! What a request brings along.

use std::{
    ops::Deref,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use backend::{
    access::{Denied, Origin, Permit, Who, authorise},
    accounts::Session,
    desk::Desk,
    routing,
};
use domain::{
    Instant,
    access::{Act, Action, allows, is_fresh, is_recent},
    ids::{EventId, GuestId},
};
use ledger::ActorKind;
use leptos::prelude::use_context;
use words::Words;

use super::{FormState, Pairs, id};
use crate::error::{ApiError, Rejection};

/// The zone in which the log is shown.
pub(crate) const LOG_ZONE: &str = "Europe/Vienna";

/// The look that somebody chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the device says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The value of the cookie and of `data-theme`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What a request brings along; made by the server before anything is rendered.
#[derive(Clone)]
pub struct Request {
    /// The desk.
    pub desk: Arc<Desk>,
    /// The language of the page.
    pub words: Words,
    /// Who is signed in.
    pub session: Option<Session>,
    /// Route and network, for the log.
    pub origin: Origin,
    /// The path.
    pub path: String,
    /// The query.
    pub query: Pairs,
    /// A form that was sent and is shown again.
    pub form: FormState,
    /// The nonce of the content security policy.
    pub nonce: String,
    /// The look.
    pub theme: Theme,
    /// Whether mails are kept instead of sent, and can be read here.
    pub mailbox: bool,
    /// The browser, in its own words.
    pub device: String,
    /// What somebody was asked on the way in; empty for everybody else.
    pub challenge: String,
    /// The tenant by whose single sign-on this browser came last; empty for others.
    pub sign_on: String,
    /// Names this build in the addresses of scripts and styles.
    pub build: &'static str,
    /// Whether something was asked for that is not allowed.
    pub denied: Arc<AtomicBool>,
}

/// The context of a page or server function.
#[derive(Clone)]
pub struct Ctx(Arc<Request>);

impl Deref for Ctx {
    type Target = Request;

    fn deref(&self) -> &Request {
        &self.0
    }
}

impl Ctx {
    /// Wraps what a request brought along.
    pub fn new(request: Request) -> Self {
        Self(Arc::new(request))
    }

    /// The context of what is being rendered or called.
    pub fn current() -> Result<Self, ApiError> {
        use_context::<Self>().ok_or(ApiError::NotFound)
    }

    /// The same request with a form to be shown again.
    #[must_use]
    pub fn with_form(&self, form: FormState) -> Self {
        Self(Arc::new(Request {
            form,
            ..(*self.0).clone()
        }))
    }

    /// Who is signed in.
    pub fn session(&self) -> Result<&Session, ApiError> {
        self.session.as_ref().ok_or(ApiError::SignedOut)
    }

    /// A permit of who is signed in, and has proved to be who it is as lately as the action wants.
    pub fn permit<A: Act>(&self) -> Result<Permit<A>, ApiError> {
        self.proved(self.session()?.who())
    }

    /// Likewise, for what is done to an event.
    pub fn permit_at<A: Act>(&self, event: EventId) -> Result<Permit<A>, ApiError> {
        self.proved(self.session()?.who_at(event, A::ACTION))
    }

    fn proved<A: Act>(&self, who: Who) -> Result<Permit<A>, ApiError> {
        let session = self.session()?;
        let permit = self.ask(who)?;
        if session.lacks_factor && !A::ACTION.sets_up_factor() {
            return Err(ApiError::Rejected(Rejection::SetUpFactor));
        }
        if A::ACTION.needs_proof() && !is_recent(session.proved_at, self.desk.now()) {
            return Err(ApiError::Rejected(Rejection::Prove));
        }
        Ok(permit)
    }

    /// Refuses whoever may not do something; asked before a form for it is shown, so that the proof lasts until it is sent.
    /// A form shown again stays with what was typed.
    pub fn must<A: Act>(&self) -> Result<(), ApiError> {
        self.permit::<A>()?;
        self.must_be_fresh::<A>()
    }

    /// Likewise, for what is done to an event.
    pub fn must_at<A: Act>(&self, event: &str) -> Result<(), ApiError> {
        self.permit_at::<A>(id(event)?)?;
        self.must_be_fresh::<A>()
    }

    fn must_be_fresh<A: Act>(&self) -> Result<(), ApiError> {
        let is_first = A::ACTION.needs_proof() && !self.form.sent;
        if is_first && !is_fresh(self.session()?.proved_at, self.desk.now()) {
            return Err(ApiError::Rejected(Rejection::Prove));
        }
        Ok(())
    }

    /// Whether who is signed in may do something: what may not be done is not offered.
    pub fn may(&self, action: Action) -> bool {
        self.session
            .as_ref()
            .is_some_and(|session| allows(session.seat.party(), action))
    }

    /// Likewise, for what is done to an event.
    pub fn may_at(&self, event: &str, action: Action) -> bool {
        let event = event.parse().ok();
        let may = |session: &Session| event.is_some_and(|event| session.may_at(event, action));
        self.session.as_ref().is_some_and(may)
    }

    /// A permit of the holder of a personal link, and the guest.
    pub async fn permit_of_link<A: Act>(
        &self,
        token: &str,
    ) -> Result<(Permit<A>, GuestId), ApiError> {
        let Some((tenant, guest)) = routing::guest_of(&self.desk, token).await? else {
            tracing::warn!(target: "einlass::security", "a personal link that is nobody's was opened");
            return Err(ApiError::NotFound);
        };
        Ok((self.ask(Who::Participant(tenant, guest))?, guest))
    }

    /// A permit of a visitor of a public page, and the event.
    pub async fn permit_of_page<A: Act>(
        &self,
        slug: &str,
    ) -> Result<(Permit<A>, EventId), ApiError> {
        let found = routing::event_of(&self.desk, slug).await?;
        let (tenant, event) = found.ok_or(ApiError::NotFound)?;
        Ok((self.ask(Who::Visitor(tenant))?, event))
    }

    fn ask<A: Act>(&self, who: Who) -> Result<Permit<A>, ApiError> {
        authorise(who, &self.origin).map_err(|Denied| {
            self.denied.store(true, Ordering::Relaxed);
            ApiError::NotFound
        })
    }

    /// A text in the language of the page.
    pub fn t(&self, key: &str) -> String {
        self.words.get(key)
    }

    /// A time as people write it.
    pub fn moment(&self, at: Instant) -> String {
        let shown = words::show(self.words.0, at, LOG_ZONE);
        self.words.with(
            "date-and-time",
            [("date", shown.date.into()), ("time", shown.time.into())],
        )
    }

    /// A day as people write it.
    pub fn day(&self, at: Instant) -> String {
        words::show(self.words.0, at, LOG_ZONE).date
    }

    /// A day as a form has it.
    pub fn form_day(&self, at: Instant) -> String {
        let local = words::local_of(at, LOG_ZONE);
        local.split('T').next().unwrap_or_default().to_owned()
    }

    /// Who did something, in words: by name, if it was somebody of the team whose name is known.
    pub fn actor(&self, kind: ActorKind, name: &str) -> String {
        match kind {
            ActorKind::User if !name.is_empty() => name.to_owned(),
            kind => self.t(&format!("actor-{}", kind.code())),
        }
    }
}
