//! How far an import is.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};

use super::{api::import_progress, views::ProgressView};
use crate::ui::ProgressBar;

const PAUSE: Duration = Duration::from_millis(300);

/// How far an import is; when it is through, the page is loaded anew.
#[island]
pub fn ImportProgress(
    /// The event's id.
    event: String,
    /// The import's id.
    import: String,
    /// Guests so far when the page was made.
    done: u32,
    /// Guests in all.
    total: u32,
    /// What is going on, in words.
    label: String,
) -> impl IntoView {
    let progress = RwSignal::new((done, total));
    Effect::new(move |_| {
        let (event, import) = (event.clone(), import.clone());
        let ask = move || {
            let (event, import) = (event.clone(), import.clone());
            spawn_local(async move {
                match import_progress(event, import).await {
                    Ok(ProgressView::Running(done, total)) => progress.set((done, total)),
                    Ok(_) => {
                        let _ = window().location().reload();
                    }
                    Err(_) => {}
                }
            });
        };
        if let Ok(handle) = set_interval_with_handle(ask, PAUSE) {
            on_cleanup(move || handle.clear());
        }
    });
    move || {
        let (done, total) = progress.get();
        let text = format!("{done} / {total}");
        view! { <ProgressBar value=u64::from(done) max=u64::from(total) label=label.clone() text=text/> }
    }
}
