//! Doors that are open to everybody are not kept busy by one address: passwords and addresses are not tried out, and nobody
//! sends mails to strangers by the hundred.

use std::{
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use app::page::{Ctx, Pairs};
use axum::{
    body::to_bytes,
    extract::{Request, State},
    http::{Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use backend::desk::Desk;
use governor::{
    Quota, RateLimiter, clock::Clock, middleware::NoOpMiddleware, nanos::Nanos,
    state::keyed::DashMapStateStore,
};

use super::{
    AppState, address,
    busy::{self, Again, Why},
    context::pairs,
    forms::BYTES_MAX,
};

/// Requests that an address may send at once: a whole office behind one address signs up for an event.
const AT_ONCE: NonZeroU32 = NonZeroU32::new(100).expect("not zero");
/// After that, so many in a second.
const EACH_SECOND: NonZeroU32 = NonZeroU32::new(1).expect("not zero");
/// After so many requests, addresses are forgotten that have rested.
const TIDY_AFTER: u32 = 1_024;

/// The time of the desk.
#[derive(Clone)]
struct Time(Arc<Desk>);

impl Clock for Time {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        Duration::from_millis(u64::try_from(self.0.now().0).unwrap_or(0)).into()
    }
}

/// Who knocked how often; in memory, and each process for itself.
pub(super) struct Crowd {
    limiter: RateLimiter<IpAddr, DashMapStateStore<IpAddr>, Time, NoOpMiddleware<Nanos>>,
    time: Time,
    asked: AtomicU32,
}

impl Crowd {
    pub(super) fn new(desk: Arc<Desk>) -> Self {
        let time = Time(desk);
        let quota = Quota::per_second(EACH_SECOND).allow_burst(AT_ONCE);
        Self {
            limiter: RateLimiter::dashmap_with_clock(quota, time.clone()),
            time,
            asked: AtomicU32::new(0),
        }
    }

    /// Counts a request; how many seconds are to be waited, if it comes too early.
    fn wait(&self, address: IpAddr) -> Option<u32> {
        if self.asked.fetch_add(1, Ordering::Relaxed) % TIDY_AFTER == TIDY_AFTER - 1 {
            self.limiter.retain_recent();
        }
        let early = self.limiter.check_key(&network(address)).err()?;
        let wait = early.wait_time_from(self.time.now());
        let seconds = wait.as_millis().div_ceil(1_000).max(1);
        Some(u32::try_from(seconds).unwrap_or(u32::MAX))
    }
}

/// What counts as one address: in IPv6 the network of a household.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(long) => {
            let [a, b, c, d, ..] = long.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
    }
}

/// Asks for a pause where an address sends too much to what is open to everybody. A proxy that nobody named as trusted is not
/// counted: all clients would be one.
pub(super) async fn keep_back(
    State(state): State<AppState>,
    request: Request,
    next: Next,
) -> Response {
    if !is_door(request.method(), request.uri().path()) {
        return next.run(request).await;
    }
    let Some(ctx) = request.extensions().get::<Ctx>().cloned() else {
        return next.run(request).await;
    };
    let (parts, body) = request.into_parts();
    let client = address::client(&parts, &state.trusted_proxies);
    let is_known = !address::is_unnamed_proxy(&parts, &state.trusted_proxies);
    let counted = client.filter(|_| ctx.session.is_none() && is_known);
    let Some(seconds) = counted.and_then(|address| state.crowd.wait(address)) else {
        return next.run(Request::from_parts(parts, body)).await;
    };
    tracing::warn!(target: "einlass::security", "an address sends too many requests and is asked to wait");
    if parts.uri.path().starts_with("/fn/") {
        let wait = [(header::RETRY_AFTER, seconds.to_string())];
        return (StatusCode::TOO_MANY_REQUESTS, wait).into_response();
    }
    let typed = match to_bytes(body, BYTES_MAX).await {
        Ok(body) => pairs(&String::from_utf8_lossy(&body)),
        Err(_) => Pairs::default(),
    };
    let address = parts.uri.to_string();
    let again = if parts.method == Method::GET {
        Again::Look(&address)
    } else {
        Again::Send(&address, &typed)
    };
    busy::page(ctx.words, ctx.theme, Why::Crowd { seconds }, &again)
}

/// What is open to everybody and costs something: signing in, asking for links, signing up. Personal links are not: whoever
/// has one was invited.
fn is_door(method: &Method, path: &str) -> bool {
    const SENT: [&str; 6] = [
        "/app/login",
        "/app/forgot",
        "/app/reset/",
        "/app/join/",
        "/e/",
        "/fn/",
    ];
    let begins_elsewhere = path.starts_with("/app/login/sso/");
    begins_elsewhere || *method == Method::POST && SENT.iter().any(|door| path.starts_with(door))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_is_one_address() {
        let net = |text: &str| network(text.parse().expect("an address"));
        assert_eq!(net("2001:db8:1:2:3:4:5:6"), net("2001:db8:1:2:ffff::1"));
        assert_ne!(net("2001:db8:1:2::1"), net("2001:db8:1:3::1"));
        assert_ne!(net("203.0.113.9"), net("203.0.113.8"));
    }

    #[test]
    fn looking_is_free_and_so_are_personal_links() {
        let post = |path| is_door(&Method::POST, path);
        assert!(
            post("/app/login") && post("/app/login/factor") && post("/e/fest-1") && post("/fn/x")
        );
        assert!(!post("/i/token") && !post("/m/token") && !post("/app/events/1/guests"));
        assert!(!is_door(&Method::GET, "/e/fest-1") && is_door(&Method::GET, "/app/login/sso/1"));
    }
}
