//! Who is asking.

use domain::{
    access::{Extent, Party, Role, Seat},
    ids::{EventId, GuestId, TenantId, UserId},
};
use ledger::ActorKind;

/// Who is asking. Made by the parts that check it: sessions, personal links, the worker, the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Anybody on the internet, in front of one tenant's public page.
    Visitor(TenantId),
    /// Who holds the personal link of a guest.
    Participant(TenantId, GuestId),
    /// Somebody of a tenant's team, signed in.
    User(TenantId, UserId, Role),
    /// Somebody of a tenant's team, signed in, as what they are at a single event: no other can be reached.
    AtEvent(TenantId, UserId, Role, EventId),
    /// The provider's support: in a tenant that lets it in, or, without an extent, in none.
    Support(TenantId, UserId, Option<Extent>),
    /// The software itself.
    System(TenantId),
    /// The operator at the command line.
    Operator(TenantId),
}

impl Who {
    /// The tenant whose data can be reached, if any.
    pub const fn tenant(self) -> TenantId {
        match self {
            Self::Visitor(tenant)
            | Self::Participant(tenant, _)
            | Self::User(tenant, _, _)
            | Self::AtEvent(tenant, ..)
            | Self::Support(tenant, _, _)
            | Self::System(tenant)
            | Self::Operator(tenant) => tenant,
        }
    }

    /// Somebody with an account.
    pub const fn with_account(tenant: TenantId, user: UserId, seat: Seat) -> Self {
        match seat {
            Seat::Team(role) => Self::User(tenant, user, role),
            Seat::Support(extent) => Self::Support(tenant, user, Some(extent)),
            Seat::SupportDesk => Self::Support(tenant, user, None),
        }
    }

    /// Whether an event can be reached: of whoever is asking as what they are at a single one, that one.
    pub(crate) fn reaches(self, event: EventId) -> bool {
        !matches!(self, Self::AtEvent(.., only) if only != event)
    }

    /// Who of the tenant's team is asking.
    pub(crate) const fn user(self) -> Option<UserId> {
        match self {
            Self::User(_, user, _) | Self::AtEvent(_, user, ..) => Some(user),
            _ => None,
        }
    }

    pub(crate) const fn party(self) -> Party {
        match self {
            Self::Visitor(_) => Party::Visitor,
            Self::Participant(..) => Party::Participant,
            Self::User(_, _, role) => Party::User(role),
            Self::AtEvent(_, _, role, _) => Party::AtEvent(role),
            Self::Support(_, _, Some(extent)) => Party::Support(extent),
            Self::Support(_, _, None) => Party::SupportDesk,
            Self::System(_) => Party::System,
            Self::Operator(_) => Party::Operator,
        }
    }

    pub(crate) fn actor(self) -> (ActorKind, String) {
        match self {
            Self::Visitor(_) => (ActorKind::Participant, String::new()),
            Self::Participant(_, guest) => (ActorKind::Participant, guest.to_string()),
            Self::User(_, user, _) | Self::AtEvent(_, user, ..) => {
                (ActorKind::User, user.to_string())
            }
            Self::Support(_, user, _) => (ActorKind::Support, user.to_string()),
            Self::System(_) => (ActorKind::System, String::new()),
            Self::Operator(_) => (ActorKind::System, "operator".to_owned()),
        }
    }
}

/// From where somebody asks: the route and the shortened network address, as the log keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin(String);

impl Origin {
    /// A route and the network of an address: /24 for IPv4 and /48 for IPv6, so that it names no person.
    pub fn new(route: &str, address: Option<std::net::IpAddr>) -> Self {
        let network = match address {
            None => String::new(),
            Some(std::net::IpAddr::V4(address)) => {
                let [a, b, c, _] = address.octets();
                format!(" {a}.{b}.{c}.0/24")
            }
            Some(std::net::IpAddr::V6(address)) => {
                let [a, b, c, ..] = address.segments();
                format!(" {a:x}:{b:x}:{c:x}::/48")
            }
        };
        Self(format!("{route}{network}"))
    }

    /// As it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_names_a_network_and_no_person() {
        let origin = Origin::new("/i", Some([192, 0, 2, 77].into()));
        assert_eq!(origin.as_str(), "/i 192.0.2.0/24");
    }
}
