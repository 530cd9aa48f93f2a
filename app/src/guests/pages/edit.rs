//! Changing what is known of a guest, or taking the guest off the list.

use domain::access::{Action, act};
use leptos::prelude::*;

use super::fields::{GuestFields, guest_form};
use crate::{
    error::ApiError,
    guests::api,
    page::{Ctx, Pairs, form, load, organiser, page_param, param},
    ui::{Button, ButtonKind, Card, LinkButton, PageHeader},
};

/// The form, and below it the way off the list.
#[component]
pub fn EditGuestPage() -> impl IntoView {
    let (event, guest) = (page_param("event"), page_param("guest"));
    load(|ctx| async move {
        ctx.must_at::<act::EditGuests>(&event)?;
        let start = api::guest_details(event.clone(), guest.clone()).await?;
        let may_off = ctx.may_at(&event, Action::TakeOffGuests);
        let words = ctx.words;
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("guest-edit"), move || {
            let back = format!("/app/events/{event}/guests/{guest}");
            let action = format!("{back}/edit");
            let name = format!("{} {}", start.given_name, start.family_name);
            let off = may_off.then(|| off(&inner, &action));
            view! {
                <PageHeader title=words.get("guest-edit") back_href=back.clone() back_label=name.trim().to_owned()/>
                {form(&inner)}
                <div class="stack stack-wide">
                    <form method="post" action=action class="form">
                        <GuestFields ctx=inner start=start/>
                        <div class="actions">
                            <Button name="do" value="save">{words.get("save")}</Button>
                            <LinkButton href=back kind=ButtonKind::Link>{words.get("cancel")}</LinkButton>
                        </div>
                    </form>
                    {off}
                </div>
            }
            .into_any()
        }))
    })
}

fn off(ctx: &Ctx, action: &str) -> impl IntoView + use<> {
    let words = ctx.words;
    let action = action.to_owned();
    view! {
        <Card title=words.get("guest-off") class="measure">
            <p>{words.get("guest-off-text")}</p>
            <form method="post" action=action class="actions">
                <Button kind=ButtonKind::Danger name="do" value="off">{words.get("guest-off-do")}</Button>
            </form>
        </Card>
    }
}

/// What the forms do.
pub async fn edit(path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let (event, guest) = (param(&path, 0)?, param(&path, 1)?);
    if pairs.get("do") == "off" {
        api::take_off(event.clone(), guest).await?;
        return Ok(format!("/app/events/{event}/guests"));
    }
    api::edit_guest(event.clone(), guest.clone(), guest_form(&pairs)).await?;
    Ok(format!("/app/events/{event}/guests/{guest}"))
}
