//! The fields of a guest, on the pages that add and change one.

use domain::Locale;
use leptos::prelude::*;

use crate::{
    guests::views::GuestForm,
    page::{Ctx, Pairs},
    ui::{SelectField, TextField},
};

/// The fields, with what was typed or what they start with. Nothing of it is filled in by the browser: it is about somebody else.
#[component]
pub(super) fn GuestFields(
    /// The context, for a form that is shown again.
    ctx: Ctx,
    /// What the fields start with.
    start: GuestForm,
) -> impl IntoView {
    let (words, form) = (ctx.words, ctx.form.clone());
    let field = move |key: &str, name: &'static str, start: String, kind: &'static str| {
        let optional = if name == "family-name" {
            String::new()
        } else {
            words.get("optional")
        };
        view! {
            <TextField
                label=words.get(key) name=name input_type=kind value=form.value(name, start)
                error=form.error(words, name) optional=optional autocomplete="off" maxlength=254
            />
        }
        .into_any()
    };
    let salutations = ["", "ms", "mr"].map(|code| {
        (
            code.to_owned(),
            words.get(&format!(
                "guest-salutation-{}",
                if code.is_empty() { "none" } else { code }
            )),
        )
    });
    let mut languages = vec![(String::new(), words.get("guest-language-none"))];
    languages.extend(Locale::ALL.map(|locale| {
        (
            locale.tag().to_owned(),
            words.get(&format!("language-name-{}", locale.tag())),
        )
    }));
    let state = &ctx.form;
    let (salutation, language) = (
        state.value("salutation", start.salutation),
        state.value("language", start.language),
    );
    let companions = state.value("companions-max", start.companions_max);
    let companions_error = state.error(words, "companions-max");
    view! {
        <div class="form-row">
            {field("field-given-name", "given-name", start.given_name, "text")}
            {field("field-family-name", "family-name", start.family_name, "text")}
        </div>
        {field("field-email", "email", start.email, "email")}
        <div class="form-row">
            <SelectField
                label=words.get("field-salutation") name="salutation" options=salutations.to_vec() value=salutation
                autocomplete="off"
            />
            {field("field-honorific-prefix", "honorific-prefix", start.title_before, "text")}
            {field("field-honorific-suffix", "honorific-suffix", start.title_after, "text")}
        </div>
        <div class="form-row">
            {field("field-organization", "organization", start.company, "text")}
            {field("field-organization-title", "organization-title", start.position, "text")}
        </div>
        <div class="form-row">
            {field("field-tel", "tel", start.phone, "tel")}
            <SelectField
                label=words.get("field-language") name="language" options=languages value=language autocomplete="off"
            />
        </div>
        <TextField
            label=words.get("event-companions") name="companions-max" value=companions error=companions_error
            hint=words.get("guest-companions-hint") optional=words.get("optional") inputmode="numeric" autocomplete="off"
        />
    }
}

/// What was typed.
pub(super) fn guest_form(pairs: &Pairs) -> GuestForm {
    let text = |name: &str| pairs.text(name);
    GuestForm {
        salutation: text("salutation"),
        title_before: text("honorific-prefix"),
        given_name: text("given-name"),
        family_name: text("family-name"),
        title_after: text("honorific-suffix"),
        email: text("email"),
        phone: text("tel"),
        company: text("organization"),
        position: text("organization-title"),
        language: text("language"),
        companions_max: text("companions-max"),
        comes: pairs.find("comes").is_some(),
        request_key: text("request-key"),
    }
}
