//! The page for whoever comes by.

use leptos::prelude::*;

use crate::{
    page::{load, participant},
    ui::{Card, Icon, LinkButton},
};

/// What this is, and where to sign in.
#[component]
pub fn HomePage() -> impl IntoView {
    load(|ctx| async move {
        let words = ctx.words;
        let signed_in = ctx.session.is_some();
        let (href, label) = if signed_in {
            ("/app", "home-to-dashboard")
        } else {
            ("/app/login", "sign-in")
        };
        let promises = [
            ("lock", "home-promise-keys"),
            ("history", "home-promise-log"),
            ("users", "home-promise-walls"),
        ]
        .map(|(icon, key)| {
            view! { <li class="home-promise"><Icon name=icon/><span>{words.get(key)}</span></li> }
        });
        Ok(participant(
            &ctx,
            words.get("product-name"),
            "",
            move || {
                view! {
                <div class="stack stack-wide">
                    <h1 class="event-title">{words.get("home-title")}</h1>
                    <p class="lead">{words.get("home-lead")}</p>
                    <Card><ul class="stack">{promises.into_iter().collect_view()}</ul></Card>
                    <div class="actions"><LinkButton href=href>{words.get(label)}</LinkButton></div>
                </div>
            }
            .into_any()
            },
        ))
    })
}
