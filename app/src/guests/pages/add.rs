//! Putting a guest on the list by hand.

use domain::access::act;
use leptos::prelude::*;

use super::fields::{GuestFields, guest_form};
use crate::{
    error::ApiError,
    events::api::load_event,
    guests::{api, views::GuestForm},
    page::{Pairs, RequestKey, form, load, organiser, page_param, param},
    ui::{Button, ButtonKind, CheckboxField, LinkButton, PageHeader},
};

/// The form.
#[component]
pub fn AddGuestPage() -> impl IntoView {
    let event = page_param("event");
    load(|ctx| async move {
        ctx.must_at::<act::EditGuests>(&event)?;
        let event = load_event(event).await?;
        let words = ctx.words;
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("guest-add"), move || {
            let back = format!("/app/events/{}/guests", event.id);
            let action = format!("{back}/new");
            let comes = inner.form.values.find("comes").is_some();
            view! {
                <PageHeader title=words.get("guest-add") lead=event.title back_href=back.clone() back_label=words.get("event-tab-guests")/>
                {form(&inner)}
                <form method="post" action=action class="form">
                    <RequestKey ctx=inner.clone()/>
                    <GuestFields ctx=inner start=GuestForm::default()/>
                    <CheckboxField
                        label=words.get("guest-comes") name="comes" checked=comes hint=words.get("guest-comes-hint")
                    />
                    <div class="actions">
                        <Button>{words.get("guest-add-do")}</Button>
                        <Button kind=ButtonKind::Quiet name="next" value="another">{words.get("guest-add-another")}</Button>
                        <LinkButton href=back kind=ButtonKind::Link>{words.get("cancel")}</LinkButton>
                    </div>
                </form>
            }
            .into_any()
        }))
    })
}

/// What the form does.
pub async fn add(path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let event = param(&path, 0)?;
    let guest = api::add_guest(event.clone(), guest_form(&pairs)).await?;
    Ok(if pairs.get("next") == "another" {
        format!("/app/events/{event}/guests/new")
    } else {
        format!("/app/events/{event}/guests/{guest}")
    })
}
