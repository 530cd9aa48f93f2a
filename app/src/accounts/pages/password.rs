//! The words of the field for a new password.

use leptos::prelude::*;

use crate::{
    accounts::{NewPasswordField, PasswordLabels},
    page::Ctx,
};

/// The field for a new password, with what is wrong with the one that was sent.
pub(super) fn new_password(ctx: &Ctx) -> impl IntoView + use<> {
    let words = ctx.words;
    let profile = ctx.desk.settings().passwords;
    let min = profile.length_min();
    let mut rules = vec![words.with("password-rule-length", [("min", min.into())])];
    if profile.needs_special() {
        rules.push(words.get("password-rule-special"));
    }
    let labels = PasswordLabels {
        label: words.get("field-new-password"),
        hint: words.get("password-hint"),
        rules,
        kept: words.get("password-rule-kept"),
        open: words.get("password-rule-open"),
    };
    view! { <NewPasswordField labels=labels length_min=min error=ctx.form.error(words, "new-password")/> }
}
