//! Asking before a person is erased.

use domain::access::act;
use leptos::prelude::*;

use crate::{
    error::ApiError,
    guests::api::load_guest,
    page::{Ctx, Pairs, form, load, organiser, page_param, param},
    protection::{api, views::ExtentView},
    ui::{Button, ButtonKind, Card, LinkButton, Notice, NoticeKind, PageHeader},
};

/// What will be gone, and the button.
#[component]
pub fn ErasePage() -> impl IntoView {
    let (event, guest) = (page_param("event"), page_param("guest"));
    load(|ctx| async move {
        ctx.must::<act::ErasePeople>()?;
        let extent = api::erasure_extent(event.clone(), guest.clone()).await?;
        let guest = load_guest(event, guest).await?;
        let words = ctx.words;
        let inner = ctx.clone();
        let title = words.with("erase-title", [("name", (&guest.full_name).into())]);
        Ok(organiser(&ctx, title.clone(), move || {
            let back = format!("/app/events/{}/guests/{}", guest.event, guest.id);
            let action = format!("{back}/erase");
            view! {
                <PageHeader title=title back_href=back.clone() back_label=guest.full_name.clone()/>
                {form(&inner)}
                <div class="stack measure">
                    {what(&inner, extent)}
                    <form method="post" action=action class="actions">
                        <Button kind=ButtonKind::Danger icon="trash-2">{words.get("erase-do")}</Button>
                        <LinkButton href=back kind=ButtonKind::Quiet>{words.get("cancel")}</LinkButton>
                    </form>
                </div>
            }
            .into_any()
        }))
    })
}

fn what(ctx: &Ctx, extent: ExtentView) -> impl IntoView + use<> {
    let words = ctx.words;
    let count = move |key: &str, number: u64| {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        words.with(key, [("count", number.into())])
    };
    view! {
        <Notice kind=NoticeKind::Bad title=words.get("erase-final")><p>{words.get("erase-final-text")}</p></Notice>
        <Card title=words.get("erase-what")>
            <ul class="plain-list">
                <li>{count("erase-guests", extent.guests)}</li>
                <li>{count("erase-mails", extent.mails)}</li>
                <li>{count("erase-links", extent.links)}</li>
                <li>{words.get("erase-key")}</li>
            </ul>
            <p class="cell-sub">{words.get("erase-stays")}</p>
        </Card>
    }
}

/// What the button does.
pub async fn erase(path: Vec<String>, _pairs: Pairs) -> Result<String, ApiError> {
    let (event, guest) = (param(&path, 0)?, param(&path, 1)?);
    let person = api::erase_person(event, guest).await?;
    Ok(format!("/app/protection/erasures/{person}?done"))
}
