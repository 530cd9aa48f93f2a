//! Recovery codes, shown once.

use leptos::prelude::*;

use crate::{
    accounts::api,
    error::ApiError,
    page::{Pairs, load, organiser},
    ui::{Button, Card, LinkButton, Notice, NoticeKind, PageHeader},
};

/// The codes, until they are said to be kept.
#[component]
pub fn CodesPage() -> impl IntoView {
    load(|ctx| async move {
        let codes = api::kept_codes().await?;
        let words = ctx.words;
        Ok(organiser(&ctx, words.get("codes-title"), move || {
            let body = if codes.is_empty() {
                view! {
                    <p>{words.get("codes-none")}</p>
                    <div class="actions">
                        <LinkButton href="/app/account/factors">{words.get("factors-title")}</LinkButton>
                    </div>
                }
                .into_any()
            } else {
                let lines = codes
                    .iter()
                    .map(|code| view! { <li><code>{code.clone()}</code></li> })
                    .collect_view();
                view! {
                    <Notice kind=NoticeKind::Warn title=words.get("codes-once")>
                        <p>{words.get("codes-once-text")}</p>
                    </Notice>
                    <Card><ol class="codes">{lines}</ol></Card>
                    <form method="post" action="/app/account/codes" class="actions">
                        <Button icon="check">{words.get("codes-kept")}</Button>
                    </form>
                }
                .into_any()
            };
            view! {
                <PageHeader title=words.get("codes-title") lead=words.get("codes-lead")/>
                <div class="stack measure">{body}</div>
            }
            .into_any()
        }))
    })
}

/// The codes are kept.
pub async fn keep_codes(_path: Vec<String>, _pairs: Pairs) -> Result<String, ApiError> {
    api::keep_codes().await?;
    Ok("/app/account/factors?done=kept".to_owned())
}
