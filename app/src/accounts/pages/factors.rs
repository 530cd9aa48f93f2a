//! How the own account is secured: passkeys, app, recovery codes.

use domain::access::act;
use leptos::prelude::*;

use super::passkey_form::{PasskeyForm, PasskeyUse};
use crate::{
    accounts::{
        api,
        views::{FactorsView, PasskeyView},
    },
    error::ApiError,
    page::{Ctx, Pairs, done, form, load, organiser},
    ui::{BadgeKind, Button, ButtonKind, Card, Notice, NoticeKind, PageHeader, StatusBadge},
};

/// Where the page is.
const HERE: &str = "/app/account/factors";

/// Passkeys, app, recovery codes.
#[component]
pub fn FactorsPage() -> impl IntoView {
    load(|ctx| async move {
        ctx.must::<act::ManageFactors>()?;
        let factors = api::list_factors().await?;
        let words = ctx.words;
        let lacks = ctx.session()?.lacks_factor;
        let done = done(&ctx, "factors", &["added", "removed", "kept"]);
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("factors-title"), move || {
            view! {
                <PageHeader
                    title=words.get("factors-title") lead=words.get("factors-lead") back_href="/app/account"
                    back_label=words.get("account-title")
                />
                {done}
                {lacks.then(|| view! {
                    <Notice kind=NoticeKind::Warn title=words.get("factors-needed")>
                        <p>{words.get("factors-needed-text")}</p>
                    </Notice>
                })}
                {form(&inner)}
                <div class="stack measure">
                    {passkeys(&inner, &factors)}
                    {app(&inner, &factors)}
                    {codes(&inner, &factors)}
                </div>
            }
            .into_any()
        }))
    })
}

fn passkeys(ctx: &Ctx, factors: &FactorsView) -> impl IntoView + use<> {
    let words = ctx.words;
    let lines = factors
        .passkeys
        .iter()
        .map(|passkey| line(ctx, passkey))
        .collect_view();
    let list = (!factors.passkeys.is_empty()).then(|| view! { <ul class="line-list">{lines}</ul> });
    let add = if factors.passkeys_work {
        view! {
            <PasskeyForm ctx=ctx.clone() purpose=PasskeyUse::New next=""/>
        }
        .into_any()
    } else {
        view! { <p class="cell-sub">{words.get("factors-passkey-no-name")}</p> }.into_any()
    };
    view! {
        <Card title=words.get("factors-passkeys")>
            <p>{words.get("factors-passkeys-text")}</p>
            {list}
            {add}
        </Card>
    }
}

fn line(ctx: &Ctx, passkey: &PasskeyView) -> impl IntoView + use<> {
    let words = ctx.words;
    let when = if passkey.used.is_empty() {
        words.with("factors-since", [("day", (&passkey.made).into())])
    } else {
        words.with("factors-used", [("day", (&passkey.used).into())])
    };
    view! {
        <li class="list-line">
            <span>{passkey.label.clone()}<span class="cell-sub">{when}</span></span>
            {remove(ctx, &passkey.id, &passkey.label)}
        </li>
    }
}

fn remove(ctx: &Ctx, id: &str, what: &str) -> impl IntoView + use<> {
    let (words, id, what) = (ctx.words, id.to_owned(), what.to_owned());
    view! {
        <form method="post" action=HERE>
            <input type="hidden" name="do" value="remove"/>
            <input type="hidden" name="factor" value=id/>
            <Button kind=ButtonKind::Link>{words.get("factors-remove")}<span class="sr-only">" "{what}</span></Button>
        </form>
    }
}

fn app(ctx: &Ctx, factors: &FactorsView) -> impl IntoView + use<> {
    let words = ctx.words;
    let state = factors.app.as_ref().map(|app| {
        let since = words.with("factors-since", [("day", (&app.made).into())]);
        view! {
            <div class="list-line">
                <span><StatusBadge kind=BadgeKind::Ok word=words.get("factors-on")/>" "{since}</span>
                {remove(ctx, &app.id, &words.get("factors-app"))}
            </div>
        }
    });
    let label = if factors.app.is_some() {
        "factors-app-anew"
    } else {
        "factors-app-add"
    };
    view! {
        <Card title=words.get("factors-app")>
            <p>{words.get("factors-app-text")}</p>
            {state}
            <form method="post" action=HERE>
                <input type="hidden" name="do" value="app"/>
                <Button kind=ButtonKind::Quiet icon="qr-code">{words.get(label)}</Button>
            </form>
        </Card>
    }
}

fn codes(ctx: &Ctx, factors: &FactorsView) -> impl IntoView + use<> {
    let words = ctx.words;
    (!factors.passkeys.is_empty() || factors.app.is_some()).then(|| {
        let left = words.with("factors-codes-left", [("count", factors.codes_left.into())]);
        view! {
            <Card title=words.get("factors-codes")>
                <p>{words.get("factors-codes-text")}</p>
                <p>{left}</p>
                <form method="post" action=HERE>
                    <input type="hidden" name="do" value="codes"/>
                    <Button kind=ButtonKind::Quiet icon="refresh-cw">{words.get("factors-codes-anew")}</Button>
                </form>
            </Card>
        }
    })
}

/// Where to go after a factor was added: its first brings recovery codes along.
pub(super) async fn after_factor() -> Result<String, ApiError> {
    if api::kept_codes().await?.is_empty() {
        return Ok(format!("{HERE}?done=added"));
    }
    Ok("/app/account/codes".to_owned())
}

/// What the buttons do.
pub async fn manage_factors(_path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    match pairs.get("do") {
        "passkey" => {
            api::add_passkey(pairs.text("token"), pairs.text("answer")).await?;
            after_factor().await
        }
        "app" => {
            api::begin_app().await?;
            Ok("/app/account/app".to_owned())
        }
        "codes" => {
            api::renew_codes().await?;
            Ok("/app/account/codes".to_owned())
        }
        "remove" => {
            api::remove_factor(pairs.text("factor")).await?;
            Ok(format!("{HERE}?done=removed"))
        }
        _ => Err(ApiError::NotFound),
    }
}
