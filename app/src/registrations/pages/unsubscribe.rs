//! Objecting to mailings, and allowing them again.

use leptos::prelude::*;

use crate::{
    error::ApiError,
    objections::{api, views::ObjectionView},
    page::{Ctx, Pairs, form, load, page_param, param, participant},
    ui::{Button, ButtonKind, Notice, NoticeKind},
};

/// Nothing happens by opening it: programs that look through mails open every link.
#[component]
pub fn UnsubscribePage() -> impl IntoView {
    let token = page_param("token");
    load(|ctx| async move {
        let shown = api::see_objection(token.clone()).await?;
        let words = ctx.words;
        let organiser = shown.organiser.clone();
        let inner = ctx.clone();
        Ok(participant(
            &ctx,
            words.get("objection-title"),
            &organiser,
            move || {
                let facts = [("organiser", (&shown.organiser).into())];
                view! {
                    <div class="stack stack-wide">
                        <div class="stack stack-tight">
                            <h1>{words.get("objection-title")}</h1>
                            <p class="lead">{words.with("objection-lead", facts)}</p>
                        </div>
                        {form(&inner)}
                        {standing(&inner, &token, &shown)}
                    </div>
                }
                .into_any()
            },
        ))
    })
}

/// How it stands, and the button that changes it.
fn standing(ctx: &Ctx, token: &str, shown: &ObjectionView) -> AnyView {
    let words = ctx.words;
    let organiser = [("organiser", (&shown.organiser).into())];
    let action = format!("/u/{token}");
    if shown.since.is_empty() {
        let allowed = ctx.query.find("done").is_some().then(|| {
            let text = words.with("objection-ended", organiser);
            view! { <Notice kind=NoticeKind::Ok><p role="status">{text}</p></Notice> }
        });
        return view! {
            {allowed}
            <form method="post" action=action class="actions">
                <Button name="do" value="object" icon="circle-x">{words.get("objection-do")}</Button>
            </form>
        }
        .into_any();
    }
    let facts = [
        ("organiser", (&shown.organiser).into()),
        ("day", (&shown.since).into()),
    ];
    let text = words.with("objection-since", facts);
    view! {
        <Notice kind=NoticeKind::Ok><p role="status">{text}</p></Notice>
        <form method="post" action=action class="actions">
            <Button kind=ButtonKind::Quiet name="do" value="allow">{words.get("objection-end")}</Button>
        </form>
    }
    .into_any()
}

/// What the buttons do, and the one click of a mail program (RFC 8058), which says neither.
pub async fn unsubscribe(path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let token = param(&path, 0)?;
    let here = format!("/u/{token}");
    match (pairs.get("do"), pairs.get("List-Unsubscribe")) {
        ("allow", _) => {
            api::allow_mailings(token).await?;
            Ok(format!("{here}?done=allowed"))
        }
        ("object", _) | (_, "One-Click") => {
            api::object_to_mailings(token).await?;
            Ok(here)
        }
        _ => Err(ApiError::NotFound),
    }
}
