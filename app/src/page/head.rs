//! Tags for the head of a page.

use leptos::{prelude::*, tachys::reactive_graph::OwnedView};

/// Lets tags of `leptos_meta` reach the head also when what they tell had to be waited for: version 0.8 looks for its context only when it
/// writes them, and by then the page's own is gone.
pub(crate) fn in_head<V: IntoView + 'static>(tags: V) -> impl IntoView {
    OwnedView::new(tags.into_view())
}
