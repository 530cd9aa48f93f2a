use leptos::{children::ViewFnOnce, prelude::*};

use super::class_list::class_list;

/// A card with a perforated edge, behind which a stub holds the code.
///
/// With class `ticket-settles` it moves into place once.
#[component]
pub fn TicketCard(
    /// What is on the stub, such as the code; wrap the code in `<div class="paper ticket-code">`.
    #[prop(into, optional)]
    stub: Option<ViewFnOnce>,
    /// More classes.
    #[prop(into, optional)]
    class: String,
    /// What is on the ticket.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=class_list("ticket", &class)>
            <div class="ticket-main">{children()}</div>
            {stub.map(|stub| view! { <div class="ticket-stub">{stub.run()}</div> })}
        </div>
    }
}
