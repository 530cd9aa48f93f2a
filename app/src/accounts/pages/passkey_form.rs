//! The button that has a passkey made or asked.

use leptos::prelude::*;

use crate::{
    page::{Ctx, Passkeys},
    ui::{Button, ButtonKind},
};

/// What a passkey is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum PasskeyUse {
    /// To sign in.
    SignIn,
    /// To sign in, after the password.
    Second,
    /// To prove who is signed in.
    Prove,
    /// To be made.
    New,
}

impl PasskeyUse {
    /// The server function that says what the browser is to do, the page to which the answer goes, and the words on the
    /// button.
    const fn parts(self) -> [&'static str; 3] {
        match self {
            Self::SignIn => ["/fn/accounts/ask-passkey", "/app/login", "sign-in-passkey"],
            Self::Second => [
                "/fn/accounts/ask-second-passkey",
                "/app/login/factor",
                "sign-in-passkey",
            ],
            Self::Prove => [
                "/fn/accounts/ask-own-passkey",
                "/app/prove",
                "prove-passkey",
            ],
            Self::New => [
                "/fn/accounts/begin-passkey",
                "/app/account/factors",
                "factors-passkey-add",
            ],
        }
    }
}

/// A form with one button: a small script has the browser make or ask a passkey, and sends what comes of it.
#[component]
pub(super) fn PasskeyForm(
    /// The context.
    ctx: Ctx,
    /// What for.
    purpose: PasskeyUse,
    /// Where to go on.
    #[prop(into)]
    next: String,
) -> impl IntoView {
    let [ask, action, label] = purpose.parts();
    let words = ctx.words;
    let makes = (purpose == PasskeyUse::New).then_some("");
    view! {
        <form
            method="post" action=action class="passkey" data-passkey=ask data-makes=makes
            data-failed=words.get("passkey-failed")
        >
            <input type="hidden" name="do" value="passkey"/>
            <input type="hidden" name="next" value=next/>
            <input type="hidden" name="token"/>
            <input type="hidden" name="answer"/>
            <Button kind=ButtonKind::Quiet icon="fingerprint">{words.get(label)}</Button>
            <p class="field-error" role="alert"></p>
        </form>
        <Passkeys ctx=ctx/>
    }
}
