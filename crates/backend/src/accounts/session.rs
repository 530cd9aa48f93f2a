//! Sessions: kept on the server, named by a random token of which only the hash is stored.

use domain::{
    Instant,
    access::{Action, Party, Role, Seat, act, allows},
    ids::{EventId, TenantId, UserId},
};
use serde::{Deserialize, Serialize};
use vault::{PersonKey, Place, Sealed};

use super::{Token, front_door, names, seat::seat_of, sign_in::by_provider, sql, token::half};
use crate::{
    Failure,
    access::{Origin, Who, authorise},
    desk::Desk,
    support::{self, LetIn},
    tenants,
};

/// A session ends after this time without a request.
pub(super) const IDLE_MS: i64 = 30 * Instant::MINUTE_MS;
/// A session ends after this time in any case.
pub(super) const ABSOLUTE_MS: i64 = 12 * Instant::HOUR_MS;
/// The last use is written down at most this often.
const TOUCH_MS: i64 = Instant::MINUTE_MS;

/// Browser and system of a session, in the words of the browser; sealed.
#[derive(Serialize, Deserialize)]
pub(super) struct Device(pub(super) String);

impl Device {
    pub(super) fn seal(&self, key: &PersonKey, token_hash: &[u8]) -> Vec<u8> {
        key.seal(Self::place(token_hash), self).into_bytes()
    }

    pub(super) fn open(
        key: &PersonKey,
        token_hash: &[u8],
        sealed: &Sealed<Self>,
    ) -> Result<Self, Failure> {
        Ok(key.open(Self::place(token_hash), sealed)?)
    }

    fn place(token_hash: &[u8]) -> Place {
        Place::row("sessions", half(token_hash))
    }
}

/// Somebody who is signed in.
#[derive(Clone)]
pub struct Session {
    /// Who.
    pub user: UserId,
    /// In which tenant.
    pub tenant: TenantId,
    /// As what.
    pub seat: Seat,
    /// What the person is at single events.
    pub at_events: Vec<(EventId, Role)>,
    /// The person's name.
    pub name: String,
    /// The person's address, for tests of mails to oneself.
    pub email: String,
    /// The organiser's name.
    pub tenant_name: String,
    /// Whom of the provider's support the tenant lets in at the moment.
    pub support: Vec<LetIn>,
    /// The hash of the secret, as it is stored.
    pub token_hash: Vec<u8>,
    /// When it began.
    pub began_at: Instant,
    /// When who it is was last proved.
    pub proved_at: Instant,
    /// Whether a second factor was given.
    pub strong: bool,
    /// Whether the tenant wants a second factor of whom this session has seen none: it can only set one up.
    pub lacks_factor: bool,
}

impl Session {
    /// Whether a provider of single sign-on let it in, and nothing of the account's own was given since: it is good for its
    /// tenant alone.
    pub(crate) const fn is_by_provider(&self) -> bool {
        by_provider(self.began_at, self.proved_at)
    }

    /// Who is asking.
    pub const fn who(&self) -> Who {
        Who::with_account(self.tenant, self.user, self.seat)
    }

    /// As who it may do something to an event: as what it is in the tenant, if that is enough, else as what it is there.
    pub fn who_at(&self, event: EventId, action: Action) -> Who {
        if allows(self.seat.party(), action) {
            return self.who();
        }
        let roles = self.at_events.iter().filter(|(at, _)| *at == event);
        let mut enough = roles.filter(|(_, role)| allows(Party::AtEvent(*role), action));
        match enough.next() {
            Some((_, role)) => Who::AtEvent(self.tenant, self.user, *role, event),
            None => self.who(),
        }
    }

    /// Whether it may do something to an event.
    pub fn may_at(&self, event: EventId, action: Action) -> bool {
        allows(self.who_at(event, action).party(), action)
    }
}

/// The session of a token; `None` when it is unknown, over, or its account or grant has ended, [`Failure::Foreign`] when
/// another environment gave it out. Checked anew with each request, so that ending an account works at once.
pub async fn find_session(desk: &Desk, token: &str) -> Result<Option<Session>, Failure> {
    let token = match Token::read(desk.settings().environment, token) {
        Err(Failure::NotFound) => return Ok(None),
        read => read?,
    };
    let now = desk.now();
    let mut connection = desk.store.glance().await?;
    let Some(row) = sql::session(&mut connection, &token.hash()).await? else {
        return Ok(None);
    };
    drop(connection);
    let over = now.0 - row.used_at >= IDLE_MS || now.0 - row.created_at >= ABSOLUTE_MS;
    if row.ended_at.is_some() || over {
        return Ok(None);
    }
    let user = UserId::from_uuid(row.user_id);
    let tenant = TenantId::from_uuid(row.tenant_id);
    let mut tx = desk.read(&front_door(&Origin::default())?).await?;
    let Some(standing) = sql::standing(&mut tx, user).await? else {
        return Ok(None);
    };
    let Some(seat) = seat_of(&mut tx, user, tenant).await? else {
        return Ok(None);
    };
    let proved_at = Instant(row.proved_at.unwrap_or(row.created_at));
    // Whoever signed in while the password was being changed has shown the old one; whoever did while a second factor was
    // being set up has not shown it.
    let lacks_own = standing.has_factor && row.factor_at.is_none();
    let began_at = Instant(row.created_at);
    let shown_at = if by_provider(began_at, proved_at) {
        began_at
    } else {
        proved_at
    };
    if standing.password_at > Some(shown_at) || lacks_own {
        return Ok(None);
    }
    let profile = names::profile(&mut tx, user).await?;
    drop(tx);
    if now.0 - row.used_at >= TOUCH_MS {
        let mut connection = desk.store.begin().await?;
        sql::touch_session(&mut connection, &token.hash(), now).await?;
        connection.commit().await?;
    }
    let is_required = desk.settings().factor_required || row.factor_required_at.is_some();
    let place = Workroom::of(desk, user, (tenant, seat)).await?;
    Ok(Some(Session {
        user,
        tenant,
        seat,
        at_events: place.at_events,
        name: profile.name,
        email: profile.email,
        tenant_name: place.name,
        support: place.support,
        token_hash: token.hash(),
        began_at,
        proved_at,
        strong: row.factor_at.is_some(),
        lacks_factor: is_required && row.factor_at.is_none(),
    }))
}

/// What a session finds in its tenant; nothing in none.
#[derive(Default)]
struct Workroom {
    name: String,
    at_events: Vec<(EventId, Role)>,
    support: Vec<LetIn>,
}

impl Workroom {
    async fn of(
        desk: &Desk,
        user: UserId,
        (tenant, seat): (TenantId, Seat),
    ) -> Result<Self, Failure> {
        let who = Who::with_account(tenant, user, seat);
        let Ok(permit) = authorise::<act::ListEvents>(who, &Origin::default()) else {
            return Ok(Self::default());
        };
        let mut tx = desk.read(&permit).await?;
        Ok(Self {
            name: tenants::profile(&mut tx).await?.name,
            at_events: match seat {
                Seat::Team(_) => sql::roles_at_events(&mut tx, user).await?,
                Seat::Support(_) | Seat::SupportDesk => Vec::new(),
            },
            support: support::let_in(desk, tx).await?,
        })
    }
}

/// The device of a session for the same session under another token.
pub(super) fn moved(
    key: &PersonKey,
    sealed: Option<Vec<u8>>,
    (from, to): (&[u8], &[u8]),
) -> Result<Option<Vec<u8>>, Failure> {
    let Some(sealed) = sealed else {
        return Ok(None);
    };
    let device = Device::open(key, from, &Sealed::from_bytes(sealed))?;
    Ok(Some(device.seal(key, to)))
}
