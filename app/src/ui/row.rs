use leptos::prelude::*;

/// A row of a `Table`.
#[component]
pub fn Row(
    /// More classes.
    #[prop(into, optional)]
    class: String,
    /// The cells.
    children: Children,
) -> impl IntoView {
    view! {
        <tr role="row" class=(!class.is_empty()).then_some(class)>
            {children()}
        </tr>
    }
}
