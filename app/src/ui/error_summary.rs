use leptos::prelude::*;

use super::{Icon, class_list::class_list, field_id};

/// All that is wrong with a form, on top of it, with links to the fields.
///
/// Nothing when nothing is wrong.
///
/// It takes the focus when the page opens, also without JavaScript.
#[component]
pub fn ErrorSummary(
    /// The heading, such as "Es gibt ein Problem".
    #[prop(into)]
    heading: String,
    /// The name of each field and what is wrong; an empty name stands for the whole form.
    errors: Vec<(String, String)>,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    if errors.is_empty() {
        return None;
    }
    let lines = errors
        .into_iter()
        .map(|(name, words)| line(name, words))
        .collect_view();
    Some(view! {
        <div
            class=class_list("error-summary", &class)
            id="error-summary"
            role="alert"
            tabindex="-1"
            autofocus=true
            aria-labelledby="error-summary-title"
        >
            <h2 class="error-summary-title" id="error-summary-title">
                <Icon name="circle-alert" />
                {heading}
            </h2>
            <ul>{lines}</ul>
        </div>
    })
}

/// One error, linked to its field where it has one.
fn line(name: String, words: String) -> impl IntoView {
    let words = if name.is_empty() {
        words.into_any()
    } else {
        let href = format!("#{}", field_id(&name));
        view! { <a href=href>{words}</a> }.into_any()
    };
    view! { <li>{words}</li> }
}
