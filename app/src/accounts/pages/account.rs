//! The own account: password and sessions.

use leptos::prelude::*;

use super::password::new_password;
use crate::{
    accounts::{
        api,
        views::{SessionView, SessionsView, WorkplaceView},
    },
    error::ApiError,
    page::{Ctx, Pairs, done, form, load, organiser},
    ui::{
        BadgeKind, Button, ButtonKind, Card, Cell, Column, LinkButton, PageHeader, Row,
        StatusBadge, Table, TextField,
    },
};

/// Password and sessions.
#[component]
pub fn AccountPage() -> impl IntoView {
    load(|ctx| async move {
        let sessions = api::list_sessions().await?;
        let workplaces = api::list_workplaces().await?;
        let factors = api::list_factors().await?;
        let has_factor = factors.app.is_some() || !factors.passkeys.is_empty();
        let words = ctx.words;
        let session = ctx.session()?;
        let lead = format!("{} · {}", session.name, session.email);
        let done = done(&ctx, "account", &["ended", "changed"]);
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("account-title"), move || {
            view! {
                <PageHeader title=words.get("account-title") lead=lead/>
                {done}
                {form(&inner)}
                <div class="stack stack-wide">
                    {organisations(&inner, workplaces)}
                    {session_list(&inner, sessions)}
                    <div class="measure stack">{secure(&inner)}{password(&inner, has_factor)}</div>
                </div>
            }
            .into_any()
        }))
    })
}

/// The way to the other tenants of whoever works for several.
fn organisations(ctx: &Ctx, workplaces: Vec<WorkplaceView>) -> impl IntoView + use<> {
    let words = ctx.words;
    (workplaces.len() > 1).then(|| {
        let lines = workplaces.into_iter().map(|workplace| {
            let go = if workplace.is_this {
                view! { <StatusBadge kind=BadgeKind::Ok word=words.get("account-here")/> }.into_any()
            } else {
                let name = workplace.name.clone();
                view! {
                    <form method="post" action="/app/switch">
                        <input type="hidden" name="tenant" value=workplace.tenant/>
                        <Button kind=ButtonKind::Quiet icon="arrow-right">
                            {words.get("account-switch")}<span class="sr-only">" "{name}</span>
                        </Button>
                    </form>
                }
                .into_any()
            };
            let role = words.get(&format!("role-{}", workplace.role));
            view! {
                <li class="list-line"><span>{workplace.name}<span class="cell-sub">{role}</span></span>{go}</li>
            }
        });
        let lines = lines.collect_view();
        view! {
            <div class="measure">
                <Card title=words.get("account-organisations")><ul class="line-list">{lines}</ul></Card>
            </div>
        }
    })
}

fn session_list(ctx: &Ctx, sessions: SessionsView) -> impl IntoView + use<> {
    let words = ctx.words;
    let columns = vec![
        Column::new(words.get("account-device")),
        Column::new(words.get("account-used")),
        Column::new(words.get("account-began")),
        Column::silent(words.get("account-end")),
    ];
    let others = sessions.here.len() > 1 || sessions.elsewhere > 0;
    let elsewhere = (sessions.elsewhere > 0).then(|| {
        let count = [("count", sessions.elsewhere.into())];
        view! { <p class="cell-sub">{words.with("account-elsewhere", count)}</p> }
    });
    let rows = sessions
        .here
        .into_iter()
        .map(|session| row(ctx, session))
        .collect_view();
    let end_others = others.then(|| {
        view! {
            <form method="post" action="/app/account" class="actions">
                <input type="hidden" name="do" value="end-others"/>
                <Button kind=ButtonKind::Quiet icon="log-out">{words.get("account-end-others")}</Button>
            </form>
        }
    });
    view! {
        <section class="stack">
            <h2>{words.get("account-sessions")}</h2>
            <p class="cell-sub">{words.get("account-sessions-text")}</p>
            <Table caption=words.get("account-sessions") columns=columns>{rows}</Table>
            {elsewhere}
            {end_others}
        </section>
    }
}

fn row(ctx: &Ctx, session: SessionView) -> impl IntoView + use<> {
    let words = ctx.words;
    let end = if session.is_this {
        view! { <StatusBadge kind=BadgeKind::Ok word=words.get("account-this")/> }.into_any()
    } else {
        let device = session.device.clone();
        view! {
            <form method="post" action="/app/account">
                <input type="hidden" name="do" value="end"/>
                <input type="hidden" name="session" value=session.id/>
                <Button kind=ButtonKind::Link>{words.get("account-end")}<span class="sr-only">" "{device}</span></Button>
            </form>
        }
        .into_any()
    };
    view! {
        <Row>
            <Cell><span class="cell-main">{session.device}</span></Cell>
            <Cell label=words.get("account-used")>{session.used}</Cell>
            <Cell label=words.get("account-began")>{session.began}</Cell>
            <Cell>{end}</Cell>
        </Row>
    }
}

/// The way to passkeys and codes.
fn secure(ctx: &Ctx) -> impl IntoView + use<> {
    let words = ctx.words;
    view! {
        <Card title=words.get("factors-title")>
            <p>{words.get("factors-lead")}</p>
            <div class="actions">
                <LinkButton href="/app/account/factors" kind=ButtonKind::Quiet icon="fingerprint">
                    {words.get("account-factors")}
                </LinkButton>
            </div>
        </Card>
    }
}

fn password(ctx: &Ctx, has_factor: bool) -> impl IntoView + use<> {
    let words = ctx.words;
    let (error, field) = (ctx.form.error(words, "password"), new_password(ctx));
    let code = code_field(ctx, has_factor);
    let email = ctx
        .session()
        .map(|session| session.email.clone())
        .unwrap_or_default();
    view! {
        <Card title=words.get("account-password")>
            <form method="post" action="/app/account" class="form">
                <input type="hidden" name="do" value="password"/>
                // For password managers, which keep passwords by it.
                <input type="hidden" name="username" autocomplete="username" value=email/>
                <TextField
                    label=words.get("field-old-password") name="password" input_type="password"
                    autocomplete="current-password" error=error required=true
                />
                {code}
                {field}
                <p class="cell-sub">{words.get("account-password-text")}</p>
                <div class="actions"><Button>{words.get("account-password-do")}</Button></div>
            </form>
        </Card>
    }
}

/// For the code that goes with the password where the account has a second factor.
pub(super) fn code_field(ctx: &Ctx, has_factor: bool) -> impl IntoView + use<> {
    let words = ctx.words;
    let error = ctx.form.error(words, "code");
    has_factor.then(|| {
        view! {
            <TextField
                label=words.get("field-code") name="code" autocomplete="one-time-code" error=error
                hint=words.get("second-hint") required=true
            />
        }
    })
}

/// What the buttons do.
pub async fn manage(_path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    match pairs.get("do") {
        "password" => {
            let (old, new) = (pairs.text("password"), pairs.text("new-password"));
            api::change_password(old, new, pairs.text("code")).await?;
            Ok("/app/account?done=changed".to_owned())
        }
        "end" | "end-others" => {
            api::end_session(pairs.text("session")).await?;
            Ok("/app/account?done=ended".to_owned())
        }
        _ => Err(ApiError::NotFound),
    }
}
