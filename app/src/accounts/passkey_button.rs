//! The button that has a passkey made or asked.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use leptos::{html, prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

use super::{api, passkey_browser};
use crate::{
    error::{ApiError, Rejection},
    ui::Icon,
};

/// What a passkey is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PasskeyUse {
    /// To sign in.
    SignIn,
    /// To prove who is signed in.
    Prove,
    /// To be made.
    New,
}

/// A form with one button: it has the browser make or ask a passkey, and sends what comes of it.
#[island]
pub fn PasskeyButton(
    /// What for.
    purpose: PasskeyUse,
    /// Where the answer is sent.
    action: String,
    /// Where to go on.
    next: String,
    /// The words on the button.
    label: String,
    /// Said when the person or the browser would not.
    failed: String,
) -> impl IntoView {
    let (form, token, answer) = (
        NodeRef::<html::Form>::new(),
        NodeRef::<html::Input>::new(),
        NodeRef::<html::Input>::new(),
    );
    let (busy, problem) = (RwSignal::new(false), RwSignal::new(false));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        problem.set(false);
        spawn_local(async move {
            match question_and_answer(purpose).await {
                Ok((question, said)) => {
                    if let (Some(token), Some(answer), Some(form)) = (
                        token.get_untracked(),
                        answer.get_untracked(),
                        form.get_untracked(),
                    ) {
                        token.set_value(&question);
                        answer.set_value(&said);
                        problem.set(form.submit().is_err());
                    }
                }
                // The proof is too old meanwhile: the page itself asks for a new one.
                Err(Some(ApiError::Rejected(Rejection::Prove))) => {
                    let _ = window().location().reload();
                }
                Err(_) => problem.set(true),
            }
            busy.set(false);
        });
    };
    let said = move || problem.get().then(|| failed.clone());
    view! {
        <form method="post" action=action class="passkey" node_ref=form on:submit=submit>
            <input type="hidden" name="do" value="passkey"/>
            <input type="hidden" name="next" value=next/>
            <input type="hidden" name="token" node_ref=token/>
            <input type="hidden" name="answer" node_ref=answer/>
            <button class="button button-quiet" aria-busy=move || busy.get().to_string()>
                <Icon name="fingerprint"/>
                {label}
            </button>
            <p class="field-error" role="alert">{said}</p>
        </form>
    }
}

/// What the server asked and the browser answered: token and answer.
async fn question_and_answer(purpose: PasskeyUse) -> Result<(String, String), Option<ApiError>> {
    let question = match purpose {
        PasskeyUse::SignIn => api::ask_passkey().await,
        PasskeyUse::Prove => api::ask_own_passkey().await,
        PasskeyUse::New => api::begin_passkey().await,
    };
    let question = question.map_err(Some)?;
    let answer = match purpose {
        PasskeyUse::New => passkey_browser::make(&question.options).await,
        PasskeyUse::SignIn | PasskeyUse::Prove => passkey_browser::ask(&question.options).await,
    };
    Ok((question.token, answer.ok_or(None)?))
}
