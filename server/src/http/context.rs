//! What a request brings along, looked up before anything is rendered.

use std::sync::{Arc, atomic::Ordering};

use app::accounts::pages::device_of;
use app::page::{Ctx, FormState, Pairs, Request as Brought, Theme};
use axum::{
    extract::{MatchedPath, Request, State},
    http::{Method, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use backend::{
    Failure,
    access::{Origin, Who, authorise},
    accounts::{Session, find_session},
    audit, objections, registrations, routing, support,
};
use domain::{
    Locale,
    access::{Seat, act},
};
use vault::Environment;
use words::Words;

use super::{
    AppState, address, assets,
    busy::{self, Again, Why},
    cookies,
    headers::Nonce,
    next::next as way_on,
};

/// Looks up session, language and look; sends who is not signed in to the front door.
pub(super) async fn provide(
    State(state): State<AppState>,
    request: Request,
    next: Next,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let query = pairs(parts.uri.query().unwrap_or_default());
    let chosen = (chosen_locale(&query), theme_of(query.get("theme")));
    let theme = chosen
        .1
        .or_else(|| cookies::chosen(&parts.headers, "theme", state.https).and_then(theme_of))
        .unwrap_or_default();
    let path = parts.uri.path().to_owned();
    let (session, other) = match session(&state, &parts).await {
        Ok(found) => found,
        Err(failure) => {
            tracing::error!(
                error = &failure as &dyn std::error::Error,
                "a session could not be looked up"
            );
            let words = Words(locale(&state, &parts, chosen.0, "").await);
            let address = if parts.method == Method::GET {
                parts.uri.to_string()
            } else {
                path
            };
            return busy::page(words, theme, Why::Unreachable, &Again::Look(&address));
        }
    };
    if let Some(elsewhere) = elsewhere(session.as_ref(), other, &parts, &query) {
        return elsewhere;
    }
    let locale = locale(&state, &parts, chosen.0, &path).await;
    let brought = Brought {
        desk: state.desk.clone(),
        words: Words(locale),
        session,
        origin: origin(&state, &parts),
        path,
        query,
        form: FormState::default(),
        nonce: parts
            .extensions
            .get::<Nonce>()
            .map_or(String::new(), |nonce| nonce.0.clone()),
        theme,
        mailbox: state.mailbox,
        device: device(&parts),
        challenge: cookies::get(&parts.headers, cookies::challenge_name(state.https))
            .unwrap_or_default()
            .to_owned(),
        sign_on: cookies::chosen(&parts.headers, "sso", state.https)
            .unwrap_or_default()
            .to_owned(),
        build: assets::build(),
        denied: Arc::default(),
    };
    let ctx = Ctx::new(brought);
    parts.extensions.insert(ctx.clone());
    let mut response = next.run(Request::from_parts(parts, body)).await;
    note_denial(&ctx).await;
    if response.status().is_success() {
        note_look(&ctx).await;
    }
    remember(&mut response, chosen, state.https);
    response
}

/// Where somebody has to go first: to the front door, away from it, or, as support that is in no tenant, to its desk.
fn elsewhere(
    session: Option<&Session>,
    other: Option<Environment>,
    parts: &Parts,
    query: &Pairs,
) -> Option<Response> {
    let (path, is_look) = (parts.uri.path(), parts.method == Method::GET);
    let to = match session {
        None if is_private(path) => {
            let next = if is_look {
                parts.uri.to_string()
            } else {
                "/app".to_owned()
            };
            let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
            let other = other.map_or_else(String::new, |other| format!("&of={other}"));
            format!("/app/login?next={next}{other}")
        }
        Some(_) if path == "/app/login" && is_look => way_on(query.get("next")).to_owned(),
        Some(session) if path == "/app" && session.seat == Seat::SupportDesk => {
            "/app/provider".to_owned()
        }
        _ => return None,
    };
    Some(Redirect::to(&to).into_response())
}

/// Has the log tell of what somebody of the team was not allowed to do.
async fn note_denial(ctx: &Ctx) {
    if let (true, Some(session)) = (ctx.denied.load(Ordering::Relaxed), &ctx.session)
        && let Err(failure) = audit::note_denial(&ctx.desk, session, &ctx.origin).await
    {
        tracing::error!(
            error = &failure as &dyn std::error::Error,
            "a denial could not be noted"
        );
    }
}

/// Has the log tell what the provider's support looks at, in a tenant that lets it in.
async fn note_look(ctx: &Ctx) {
    let Some(session) = &ctx.session else {
        return;
    };
    if !matches!(session.seat, Seat::Support(_)) {
        return;
    }
    let part = |name: &str| {
        let mut parts = ctx.path.split('/').skip_while(|part| *part != name);
        parts.nth(1)
    };
    let event = part("events").and_then(|id| id.parse().ok());
    let guest = part("guests").and_then(|id| id.parse().ok());
    let noted = support::note_look(&ctx.desk, session, &ctx.origin, (event, guest)).await;
    if let Err(failure) = noted {
        let error = &failure as &dyn std::error::Error;
        tracing::error!(error, "a look of support could not be noted");
    }
}

/// The browser, in its own words.
fn device(parts: &Parts) -> String {
    let agent = parts
        .headers
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok());
    device_of(agent.unwrap_or_default())
}

fn is_private(path: &str) -> bool {
    let open = ["/app/login", "/app/forgot"].contains(&path)
        || path.starts_with("/app/login/")
        || path.starts_with("/app/join/")
        || path.starts_with("/app/reset/");
    (path == "/app" || path.starts_with("/app/")) && !open
}

/// Who is signed in; or the environment whose cookie it is, which is told of once somebody needs a session.
async fn session(
    state: &AppState,
    parts: &Parts,
) -> Result<(Option<Session>, Option<Environment>), Failure> {
    let Some(token) = cookies::get(&parts.headers, cookies::session_name(state.https)) else {
        return Ok((None, None));
    };
    match find_session(&state.desk, token).await {
        Err(Failure::Foreign(environment)) => Ok((None, Some(environment))),
        found => Ok((found?, None)),
    }
}

/// Route and network: the route's pattern, never the address itself, in which a personal link could stand.
fn origin(state: &AppState, parts: &Parts) -> Origin {
    let route = parts
        .extensions
        .get::<MatchedPath>()
        .map_or("", MatchedPath::as_str);
    Origin::new(route, address::client(parts, &state.trusted_proxies))
}

/// The language: as asked for, as chosen before, as the guest of the link reads, as the browser says.
async fn locale(state: &AppState, parts: &Parts, chosen: Option<Locale>, path: &str) -> Locale {
    if let Some(locale) = chosen {
        return locale;
    }
    let kept = cookies::chosen(&parts.headers, "lang", state.https);
    if let Some(locale) = kept.and_then(|tag| tag.parse().ok()) {
        return locale;
    }
    if let Some(locale) = guest_locale(state, path).await {
        return locale;
    }
    let header = parts
        .headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    header
        .and_then(Locale::from_accept_language)
        .unwrap_or_default()
}

async fn guest_locale(state: &AppState, path: &str) -> Option<Locale> {
    if let Some(token) = path.strip_prefix("/u/") {
        let (desk, origin) = (&state.desk, Origin::default());
        let (permit, recipient) = objections::holder(desk, &origin, token).await.ok()?;
        return objections::see(desk, &permit, &recipient)
            .await
            .ok()?
            .language;
    }
    let token = path
        .strip_prefix("/i/")
        .or_else(|| path.strip_prefix("/m/"))?
        .split('/')
        .next()?;
    let (tenant, guest) = routing::guest_of(&state.desk, token).await.ok()??;
    let permit =
        authorise::<act::SeeInvitation>(Who::Participant(tenant, guest), &Origin::default())
            .ok()?;
    let invitation = registrations::invitation(&state.desk, &permit, guest)
        .await
        .ok()?;
    invitation.guest.file.details.language
}

fn chosen_locale(query: &Pairs) -> Option<Locale> {
    query.find("lang").and_then(|tag| tag.parse().ok())
}

fn theme_of(code: &str) -> Option<Theme> {
    [Theme::System, Theme::Light, Theme::Dark]
        .into_iter()
        .find(|theme| theme.code() == code)
}

fn remember(response: &mut Response, chosen: (Option<Locale>, Option<Theme>), https: bool) {
    let choices = [
        ("lang", chosen.0.map(Locale::tag)),
        ("theme", chosen.1.map(Theme::code)),
    ];
    for (name, value) in choices {
        if let Some(value) = value {
            response
                .headers_mut()
                .append(header::SET_COOKIE, cookies::choice(name, value, https));
        }
    }
}

/// Reads a query or a body of a form.
pub(super) fn pairs(text: &str) -> Pairs {
    Pairs(
        form_urlencoded::parse(text.as_bytes())
            .into_owned()
            .collect(),
    )
}
