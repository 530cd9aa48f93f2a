//! The frames around pages.

use domain::access::Action;
use leptos::{children::ViewFnOnce, prelude::*};
use leptos_meta::Title;

use super::{Ctx, address};
use crate::ui::{
    AppFrame, Button, ButtonKind, FlashNotice, GuestFrame, GuestFrameProps, Icon, NavItem, Notice,
    NoticeKind, OptionalText, TabLink, Tabs, escape,
};

/// The frame of an organiser's page.
pub fn organiser(
    ctx: &Ctx,
    title: impl Into<String>,
    content: impl FnOnce() -> AnyView + Send + 'static,
) -> AnyView {
    let words = ctx.words;
    let t = |key: &str| words.get(key);
    let at = |href: &str, label: &str, icon: &'static str, exact: bool| {
        let current = if exact {
            ctx.path == href
        } else {
            ctx.path.starts_with(href)
        };
        NavItem::new(href, t(label), icon, current)
    };
    let mut nav = Vec::new();
    if ctx.may(Action::SeeSupportDesk) {
        nav.push(at("/app/provider", "nav-support-desk", "handshake", false));
    }
    if ctx.may(Action::ListEvents) {
        nav.push(at("/app", "nav-dashboard", "house", true));
        nav.push(at("/app/events", "nav-events", "calendar-days", false));
    }
    if ctx.may(Action::SeeTeam) {
        nav.push(at("/app/team", "nav-team", "users", false));
    }
    if ctx.may(Action::SeeLog) {
        nav.push(at(
            "/app/protection",
            "nav-protection",
            "shield-check",
            false,
        ));
    }
    if ctx.mailbox && ctx.may(Action::SeeMailbox) {
        nav.push(at("/app/mailbox", "nav-mailbox", "mail", false));
    }
    let (tenant, user) = ctx
        .session
        .as_ref()
        .map_or_else(Default::default, |session| {
            (session.tenant_name.clone(), session.name.clone())
        });
    let (sign_out, own) = (t("sign-out"), t("account-title"));
    // What wanted a proof was not done: it is for whoever gave one to do it again.
    let proved = ctx.query.find("proved").map(|_| {
        view! { <FlashNotice message=t("proved")/> }
    });
    let switches = switches(ctx);
    let account = move || {
        view! {
            <a class="app-link" href="/app/account"><Icon name="circle-user"/><span>{own}</span></a>
            {switches}
            <form method="post" action="/app/logout">
                <Button kind=ButtonKind::Link class="app-sign-out" icon="log-out">{sign_out}</Button>
            </form>
        }
    };
    let banner = let_in(ctx);
    let banner = move || banner;
    view! {
        <Title text=page_title(ctx, &title.into())/>
        <AppFrame
            brand=t("product-name") home_href="/app" tenant=tenant user=user nav=nav nav_label=t("nav-label")
            skip_label=t("skip-to-content") account_label=t("account") account=account banner=banner
        >
            {proved}
            {content()}
        </AppFrame>
    }
    .into_any()
}

/// Says on each page that the provider's support is let in: to the team, and to support itself.
fn let_in(ctx: &Ctx) -> Option<impl IntoView + use<>> {
    let session = ctx.session.as_ref()?;
    let words = ctx.words;
    let own = session.seat.role().is_none();
    let said = session
        .support
        .iter()
        .filter(|let_in| !own || let_in.user == session.user);
    let lines: Vec<_> = said
        .map(|let_in| {
            let until = ctx.moment(let_in.until);
            let said = [
                ("name", (&let_in.name).into()),
                ("until", until.into()),
                ("tenant", (&session.tenant_name).into()),
            ];
            let whose = if own { "own" } else { "team" };
            let key = format!("support-banner-{whose}-{}", let_in.extent.code());
            view! { <p>{words.with(&key, said)}</p> }
        })
        .collect();
    let link = ctx.may(Action::SeeSupport).then(
        || view! { <p><a href="/app/team/support">{words.get("support-banner-link")}</a></p> },
    );
    (!lines.is_empty()).then(|| {
        view! { <Notice kind=NoticeKind::Warn class="support-banner">{lines}{link}</Notice> }
    })
}

/// What stands beside a page for guests and visitors.
#[derive(Default)]
pub struct Sides {
    /// A card that stays in sight where there is room.
    pub aside: Option<ViewFnOnce>,
    /// The one button at the bottom of a phone.
    pub bar: Option<ViewFnOnce>,
}

/// The frame of a page for guests and visitors.
pub fn participant(
    ctx: &Ctx,
    title: impl Into<String>,
    organiser: &str,
    content: impl FnOnce() -> AnyView + Send + 'static,
) -> AnyView {
    participant_with(ctx, title, organiser, Sides::default(), content)
}

/// Likewise, with something beside it.
pub fn participant_with(
    ctx: &Ctx,
    title: impl Into<String>,
    organiser: &str,
    sides: Sides,
    content: impl FnOnce() -> AnyView + Send + 'static,
) -> AnyView {
    let words = ctx.words;
    let shown = if organiser.is_empty() {
        words.get("product-name")
    } else {
        organiser.to_owned()
    };
    let switches = switches(ctx);
    let privacy = words.get("participant-footer");
    let footer = move || view! { <p>{privacy}</p> {switches} };
    let frame = GuestFrame(GuestFrameProps {
        organiser: shown,
        home_href: OptionalText::default(),
        skip_label: words.get("skip-to-content"),
        head: None,
        aside: sides.aside,
        bar: sides.bar,
        footer: Some(footer.into()),
        children: Box::new(content),
    });
    view! { <Title text=page_title(ctx, &title.into())/>{frame} }.into_any()
}

/// A title; it says when something is wrong, before anything else is read. Escaped here: `leptos_meta` 0.8 does not.
fn page_title(ctx: &Ctx, title: &str) -> String {
    let words = ctx.words;
    let name = words.get("product-name");
    let full = if title == name {
        name
    } else {
        format!("{title} – {name}")
    };
    let shown = if ctx.form.has_problem() {
        words.with("title-with-problem", [("title", full.into())])
    } else {
        full
    };
    escape(&shown)
}

/// Links to the other language and the other looks.
fn switches(ctx: &Ctx) -> impl IntoView + use<> {
    let words = ctx.words;
    let languages = domain::Locale::ALL.map(|locale| {
        let current = (locale == words.0).then_some("true");
        let href = same_page(ctx, "lang", locale.tag());
        let name = words.get(&format!("language-name-{}", locale.tag()));
        view! { <a href=href lang=locale.tag() hreflang=locale.tag() aria-current=current>{name}</a> }
    });
    let themes = ["light", "dark", "system"].map(|theme| {
        let current = (ctx.theme.code() == theme).then_some("true");
        let href = same_page(ctx, "theme", theme);
        view! { <a href=href aria-current=current>{words.get(&format!("theme-{theme}"))}</a> }
    });
    view! {
        <nav class="switches" aria-label=words.get("switches-label")>
            {languages.into_iter().collect_view()}
            <span aria-hidden="true">"·"</span>
            {themes.into_iter().collect_view()}
        </nav>
    }
}

/// The address of the same page with another language or look. What was just done is not said again.
fn same_page(ctx: &Ctx, name: &str, value: &str) -> String {
    const ONCE: [&str; 4] = ["lang", "theme", "done", "proved"];
    let pairs = ctx.query.0.iter();
    let mut query: Vec<(&str, &str)> = pairs
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .filter(|(name, _)| !ONCE.contains(name))
        .collect();
    if let Some(next) = ctx.form.values.find("next")
        && ctx.query.find("next").is_none()
    {
        query.push(("next", next));
    }
    query.push((name, value));
    address(&ctx.path, &query)
}

/// The tabs of an event.
pub fn event_tabs(ctx: &Ctx, event: &str, current: &str) -> impl IntoView + use<> {
    let words = ctx.words;
    let base = format!("/app/events/{event}");
    let links = [
        ("", "event-tab-overview", Action::SeeEvents),
        ("/guests", "event-tab-guests", Action::SeeGuests),
        ("/import", "event-tab-import", Action::EditGuests),
        ("/invitation", "event-tab-invitation", Action::SendMailings),
        ("/page", "event-tab-page", Action::PlanEvents),
        ("/questions", "event-tab-questions", Action::PlanEvents),
        ("/workshops", "event-tab-workshops", Action::PlanEvents),
        ("/edit", "event-tab-edit", Action::PlanEvents),
    ]
    .into_iter()
    .filter(|(_, _, action)| ctx.may_at(event, *action))
    .map(|(path, key, _)| TabLink::new(format!("{base}{path}"), words.get(key), path == current))
    .collect();
    view! { <Tabs label=words.get("event-tabs-label") links=links/> }
}

/// The tabs of data protection.
pub fn protection_tabs(ctx: &Ctx, current: &str) -> impl IntoView + use<> {
    let words = ctx.words;
    let links = [
        ("", "protection-tab-overview"),
        ("/report", "protection-tab-report"),
        ("/retention", "protection-tab-retention"),
        ("/log", "protection-tab-log"),
        ("/erasures", "protection-tab-erasures"),
    ]
    .into_iter()
    .map(|(path, key)| {
        TabLink::new(
            format!("/app/protection{path}"),
            words.get(key),
            path == current,
        )
    })
    .collect();
    view! { <Tabs label=words.get("protection-tabs-label") links=links/> }
}
