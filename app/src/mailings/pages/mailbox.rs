//! Mails that were kept instead of sent.

use leptos::prelude::*;

use crate::{
    mailings::api,
    page::{load, organiser},
    ui::{Cell, Column, EmptyState, Notice, PageHeader, Row, Table},
};

/// The newest mails.
#[component]
pub fn MailboxPage() -> impl IntoView {
    load(|ctx| async move {
        let mails = api::list_mails().await?;
        let words = ctx.words;
        Ok(organiser(&ctx, words.get("nav-mailbox"), move || {
            let body = if mails.is_empty() {
                view! { <EmptyState title=words.get("mailbox-empty-title") text=words.get("mailbox-empty-text") icon="mail"/> }
                    .into_any()
            } else {
                let columns = ["mailbox-subject", "mailbox-to", "mailbox-at"]
                    .map(|key| Column::new(words.get(key)));
                let rows = mails
                    .into_iter()
                    .map(|mail| {
                        let href = format!("/app/mailbox/{}", mail.id);
                        view! {
                            <Row>
                                <Cell><a class="cell-main" href=href>{mail.subject}</a></Cell>
                                <Cell label=words.get("mailbox-to")>{mail.to}</Cell>
                                <Cell label=words.get("mailbox-at")>{mail.at}</Cell>
                            </Row>
                        }
                    })
                    .collect_view();
                view! { <Table caption=words.get("nav-mailbox") columns=columns.into()>{rows}</Table> }.into_any()
            };
            view! {
                <PageHeader title=words.get("nav-mailbox")/>
                <div class="stack"><Notice><p>{words.get("mailbox-lead")}</p></Notice>{body}</div>
            }
            .into_any()
        }))
    })
}
