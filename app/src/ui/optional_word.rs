use leptos::prelude::*;

use super::OptionalText;

/// The word behind a label that says the field may stay empty.
pub(super) fn optional_word(word: OptionalText) -> impl IntoView {
    word.into_option()
        .map(|word| view! { <span class="field-optional">{format!(" {word}")}</span> })
}
