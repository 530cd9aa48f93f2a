//! Going from one tenant to another, for whoever works for several.

use domain::{
    access::{Seat, act},
    ids::TenantId,
};

use super::{
    Session, SignInError, Token, front_door,
    seat::{seat_of, seats_of},
    sign_in::{Proved, start_session},
    sign_out::end,
};
use crate::{
    Failure,
    access::{Origin, Permit, Who, authorise},
    desk::Desk,
};

/// A tenant for which somebody works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workplace {
    /// Which.
    pub tenant: TenantId,
    /// Its name.
    pub name: String,
    /// As what.
    pub seat: Seat,
    /// Whether the session is in it.
    pub is_this: bool,
}

/// The tenants for which who is signed in works, the one joined first in front.
pub async fn workplaces(
    desk: &Desk,
    _permit: &Permit<act::ManageOwnAccount>,
    session: &Session,
    origin: &Origin,
) -> Result<Vec<Workplace>, Failure> {
    let mut tx = desk.read(&front_door(origin)?).await?;
    let seats = seats_of(&mut tx, session.user).await?;
    drop(tx);
    let mut workplaces = Vec::with_capacity(seats.len());
    for (tenant, seat) in seats {
        let who = Who::with_account(tenant, session.user, seat);
        let name = match authorise::<act::ListEvents>(who, origin) {
            Ok(permit) => desk.tenant_name(&permit).await?,
            // The desk of support is no tenant; the page of support leads there.
            Err(_) => continue,
        };
        workplaces.push(Workplace {
            tenant,
            name,
            seat,
            is_this: tenant == session.tenant,
        });
    }
    Ok(workplaces)
}

/// Ends the session and goes on in another tenant, with the same proof and no longer than before; [`Failure::NotFound`] for
/// a tenant without a role.
pub async fn switch(
    desk: &Desk,
    permit: &Permit<act::ManageOwnAccount>,
    session: &Session,
    origin: &Origin,
    tenant: TenantId,
    device: &str,
) -> Result<Token, SignInError> {
    if session.is_by_provider() {
        return Err(SignInError::Unproved);
    }
    let proved = Proved {
        user: session.user,
        at: session.proved_at,
        strong: session.strong,
        factor: None,
        since: Some(session.began_at),
        identity: None,
    };
    let mut tx = desk.read(&front_door(origin)?).await?;
    let seat = seat_of(&mut tx, session.user, tenant).await?;
    seat.ok_or(Failure::NotFound)?;
    drop(tx);
    // Of two who go on with it at once, one does.
    if !end(desk, permit, session.user, &session.token_hash).await? {
        return Err(SignInError::Over);
    }
    start_session(desk, origin, proved, Some(tenant), device).await
}
