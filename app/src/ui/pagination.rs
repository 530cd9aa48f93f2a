use leptos::prelude::*;

use super::{Icon, OptionalText, class_list::class_list};

/// The way to the page before and the page after.
#[component]
pub fn Pagination(
    /// What is paged, read out.
    #[prop(into)]
    label: String,
    /// The word for the page before.
    #[prop(into)]
    previous_label: String,
    /// The word for the page after.
    #[prop(into)]
    next_label: String,
    /// The address of the page before.
    #[prop(into, optional)]
    previous: OptionalText,
    /// The address of the page after.
    #[prop(into, optional)]
    next: OptionalText,
    /// Which part is shown, such as "1–50 von 1 240".
    #[prop(into, optional)]
    summary: OptionalText,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    view! {
        <nav class=class_list("pagination", &class) aria-label=label>
            <p class="pagination-summary">{summary.into_option()}</p>
            <div class="pagination-links">
                {previous
                    .into_option()
                    .map(|href| {
                        view! {
                            <a class="button button-quiet button-small" href=href rel="prev">
                                <Icon name="chevron-left" />
                                {previous_label}
                            </a>
                        }
                    })}
                {next
                    .into_option()
                    .map(|href| {
                        view! {
                            <a class="button button-quiet button-small" href=href rel="next">
                                {next_label}
                                <Icon name="chevron-right" />
                            </a>
                        }
                    })}
            </div>
        </nav>
    }
}
