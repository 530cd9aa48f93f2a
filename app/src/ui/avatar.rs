use leptos::prelude::*;

use super::{OptionalText, class_list::class_list};

/// The first letters of the first and the last word of a name.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next();
    let last = words.next_back();
    first
        .into_iter()
        .chain(last)
        .filter_map(|word| word.chars().find(|letter| letter.is_alphanumeric()))
        .flat_map(char::to_uppercase)
        .collect()
}

/// A person as two letters.
#[component]
pub fn Avatar(
    /// The letters, see [`initials`].
    #[prop(into)]
    initials: String,
    /// The name, where it does not stand beside.
    #[prop(into, optional)]
    label: OptionalText,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    let role = label.is_some().then_some("img");
    let hidden = (!label.is_some()).then_some("true");
    view! {
        <span
            class=class_list("avatar", &class)
            role=role
            aria-label=label.into_option()
            aria-hidden=hidden
        >
            {initials}
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn first_and_last_name_give_two_letters() {
        assert_eq!(initials("anna Maria van der öllern"), "AÖ");
    }

    #[test]
    fn one_name_gives_one_letter_and_none_gives_nothing() {
        assert_eq!(initials("Jana"), "J");
        assert_eq!(initials(" – "), "");
    }
}
