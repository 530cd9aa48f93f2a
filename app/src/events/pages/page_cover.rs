//! The picture on top of an event's page: shown, brought, taken away.

use domain::{Bilingual, ids::EventId};
use leptos::prelude::*;

use super::page::Editor;
use crate::{
    error::ApiError,
    page::Ctx,
    registrations::pages::sections::cover,
    ui::{Button, ButtonKind, Card, FileDrop, LinkButton, TextField},
};

impl Editor {
    /// The section with the picture.
    pub(super) fn cover(&self) -> AnyView {
        let words = self.ctx.words;
        let shown = self.edited.page.cover.clone();
        let is_there = !shown.large.is_empty();
        if self.is_open("cover") {
            return self.cover_form(is_there);
        }
        let nothing =
            (!is_there).then(|| view! { <p class="cell-sub">{words.get("page-cover-empty")}</p> });
        let key = if is_there {
            "page-cover-edit"
        } else {
            "page-cover-add"
        };
        let change = self.edit_link("cover", words.get(key));
        let remove = is_there.then(|| {
            view! {
                <Button kind=ButtonKind::Quiet name="what" value="cover-remove" icon="trash-2" class="button-small">
                    {words.get("page-cover-remove")}
                </Button>
            }
        });
        let action = self.address();
        view! {
            <section id="cover">
                <Card title=words.get("page-cover")>
                    {nothing}
                    {cover(&shown)}
                    <form method="post" action=action class="actions">{change}{remove}</form>
                </Card>
            </section>
        }
        .into_any()
    }

    fn cover_form(&self, is_there: bool) -> AnyView {
        let (words, form) = (self.ctx.words, &self.ctx.form);
        let start = self.edited.form.clone();
        let (action, back) = (
            format!("{}/cover", self.address()),
            format!("{}#cover", self.address()),
        );
        let optional = if is_there {
            words.get("optional")
        } else {
            String::new()
        };
        let (alt, alt_en) = (
            form.value("alt", start.alt),
            form.value("alt-en", start.alt_en),
        );
        let [wrong, alt_wrong, alt_en_wrong] =
            ["cover", "alt", "alt-en"].map(|name| form.error(words, name));
        view! {
            <section id="cover">
                <Card title=words.get("page-cover")>
                    <form method="post" action=action enctype="multipart/form-data" class="form">
                        <FileDrop
                            label=words.get("page-cover-file") name="cover" hint=words.get("page-cover-hint")
                            error=wrong optional=optional required=!is_there
                            accept=".jpg,.jpeg,.png,.webp,image/jpeg,image/png,image/webp"
                        />
                        <div class="form-row">
                            <TextField
                                label=words.get("page-cover-alt") name="alt" value=alt
                                error=alt_wrong hint=words.get("page-cover-alt-hint")
                                optional=words.get("optional") maxlength=300 autocomplete="off"
                            />
                            <TextField
                                label=words.get("page-in-english") name="alt-en" value=alt_en
                                error=alt_en_wrong optional=words.get("optional") maxlength=300
                                autocomplete="off"
                            />
                        </div>
                        <div class="actions">
                            <Button>{words.get("save")}</Button>
                            <LinkButton href=back kind=ButtonKind::Link>{words.get("cancel")}</LinkButton>
                        </div>
                    </form>
                </Card>
            </section>
        }
        .into_any()
    }
}

/// What the form with a picture does; returns the address to go to next.
pub async fn bring_cover(
    ctx: &Ctx,
    event: &str,
    file: Vec<u8>,
    alt: Bilingual,
) -> Result<String, ApiError> {
    let event: EventId = crate::page::id(event)?;
    backend::covers::put(&ctx.desk, &ctx.permit_at(event)?, event, file, &alt).await?;
    Ok(format!("/app/events/{event}/page?done#cover"))
}
