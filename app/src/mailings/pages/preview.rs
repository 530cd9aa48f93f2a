//! The invitation as a named guest will see it.

use domain::Locale;
use leptos::prelude::*;
use words::Words;

use crate::{
    guests::views::GuestView,
    mailings::views::MailView,
    ui::{Button, ButtonKind, Card, SelectField},
};

/// Whom and which language to look at, and the mail.
pub(super) fn preview(
    words: Words,
    guests: Vec<GuestView>,
    guest: &str,
    language: Locale,
    mail: MailView,
) -> impl IntoView + use<> {
    let guest = guest.to_owned();
    let guests = guests
        .into_iter()
        .map(|guest| (guest.id, guest.full_name))
        .collect();
    let languages = Locale::ALL
        .map(|locale| {
            (
                locale.tag().to_owned(),
                words.get(&format!("language-name-{}", locale.tag())),
            )
        })
        .into();
    view! {
        <Card title=words.get("invitation-preview")>
            <div class="stack">
                <div class="form-row">
                    <SelectField
                        label=words.get("invitation-preview-guest") name="guest" options=guests value=guest
                        prompt=words.get("invitation-preview-example")
                    />
                    <SelectField
                        label=words.get("invitation-preview-language") name="language" options=languages
                        value=language.tag()
                    />
                </div>
                <div class="actions">
                    <Button kind=ButtonKind::Quiet name="do" value="look" icon="eye">{words.get("invitation-look")}</Button>
                </div>
                <MailPaper mail=mail lang=language.tag()/>
            </div>
        </Card>
    }
}

/// A mail on paper: subject, recipient, text.
#[component]
pub(super) fn MailPaper(
    /// The mail.
    mail: MailView,
    /// Its language.
    #[prop(optional)]
    lang: Option<&'static str>,
) -> impl IntoView {
    let paragraphs = mail.text.split("\n\n").map(linked).collect_view();
    view! {
        <article class="mail-paper" lang=lang>
            <p class="mail-paper-to">{mail.to}</p>
            <h3 class="mail-paper-subject">{mail.subject}</h3>
            {paragraphs}
        </article>
    }
}

/// A paragraph; lines stay lines, and an address of its own line becomes a link.
fn linked(paragraph: &str) -> impl IntoView + use<> {
    let lines = paragraph
        .lines()
        .map(|line| {
            let line = line.to_owned();
            if (line.starts_with("http://") || line.starts_with("https://")) && !line.ends_with('…')
            {
                let href = line.clone();
                view! { <a href=href>{line}</a><br/> }.into_any()
            } else {
                view! { {line}<br/> }.into_any()
            }
        })
        .collect_view();
    view! { <p>{lines}</p> }
}
