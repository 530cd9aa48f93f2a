//! Setting a new password by a mailed link.

use leptos::prelude::*;

use super::password::new_password;
use crate::{
    accounts::api,
    error::ApiError,
    page::{Pairs, form, load, page_param, param, participant},
    ui::{Button, Card},
};

/// The new password.
#[component]
pub fn ResetPage() -> impl IntoView {
    let token = page_param("token");
    load(|ctx| async move {
        api::reset_is_open(token.clone()).await?;
        let words = ctx.words;
        let problem = form(&ctx);
        let field = new_password(&ctx);
        let action = format!("/app/reset/{token}");
        Ok(participant(&ctx, words.get("reset-title"), "", move || {
            view! {
                <div class="stack stack-wide">
                    <h1>{words.get("reset-title")}</h1>
                    {problem}
                    <Card>
                        <form method="post" action=action class="form">
                            {field}
                            <div class="actions"><Button>{words.get("reset-do")}</Button></div>
                        </form>
                    </Card>
                </div>
            }
            .into_any()
        }))
    })
}

/// What the form does.
pub async fn reset(path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    api::reset_password(param(&path, 0)?, pairs.text("new-password")).await?;
    Ok("/app/login?reset".to_owned())
}
