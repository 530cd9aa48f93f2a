//! The colour of an event's page.

use domain::events::Colour;
use leptos::prelude::*;

use super::{page::Editor, page_forms::colour_form};
use crate::ui::Card;

impl Editor {
    /// The section with the colour.
    pub(super) fn colour(&self) -> impl IntoView + use<> {
        let words = self.ctx.words;
        if self.is_open("colour") {
            return colour_form(self);
        }
        let colour = self.edited.form.colour.clone();
        let text = if colour.is_empty() {
            words.get("page-colour-none")
        } else {
            words.with("page-colour-is", [("colour", colour.into())])
        };
        let change = self.edit_link("colour", words.get("page-colour-edit"));
        let swatch = Colour::parse(&self.edited.form.colour).ok().map(swatch);
        view! {
            <section id="colour">
                <Card title=words.get("page-colour")><p>{text}</p>{swatch}{change}</Card>
            </section>
        }
        .into_any()
    }
}

/// The colour as it is shown in the light and in the dark look.
fn swatch(colour: Colour) -> impl IntoView {
    let (light, dark) = (colour.light().brand.code(), colour.dark().brand.code());
    view! {
        <svg class="swatch" width="96" height="32" aria-hidden="true">
            <rect width="48" height="32" fill=light></rect>
            <rect x="48" width="48" height="32" fill=dark></rect>
        </svg>
    }
}
