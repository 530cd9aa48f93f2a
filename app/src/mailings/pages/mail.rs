//! One mail that was kept.

use leptos::prelude::*;

use super::preview::MailPaper;
use crate::{
    mailings::api,
    page::{load, organiser, page_param},
    ui::{Card, PageHeader},
};

/// The mail as its reader sees it.
#[component]
pub fn MailPage() -> impl IntoView {
    let mail = page_param("mail");
    load(|ctx| async move {
        let mail = api::load_mail(mail).await?;
        let words = ctx.words;
        let title = mail.subject.clone();
        let calendar = mail
            .calendar
            .then(|| view! { <p class="cell-sub">{words.get("mailbox-calendar")}</p> });
        Ok(organiser(&ctx, title.clone(), move || {
            view! {
                <PageHeader title=title back_href="/app/mailbox" back_label=words.get("nav-mailbox")/>
                <Card><MailPaper mail=mail/>{calendar}</Card>
            }
            .into_any()
        }))
    })
}
