use leptos::prelude::*;

use super::{OptionalText, class_list::class_list};

/// A cell of a `Row`.
///
/// With class `cell-main` it heads the card that the row becomes on phones.
#[component]
pub fn Cell(
    /// The heading of its column, shown before it on phones; without one it takes the whole width.
    #[prop(into, optional)]
    label: OptionalText,
    /// Whether it holds a number.
    #[prop(optional)]
    numeric: bool,
    /// More classes.
    #[prop(into, optional)]
    class: String,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let own = if numeric { "cell cell-number" } else { "cell" };
    view! {
        <td role="cell" class=class_list(own, &class) data-label=label.into_option()>
            <div class="cell-value">{children()}</div>
        </td>
    }
}
