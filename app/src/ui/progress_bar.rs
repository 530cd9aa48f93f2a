use leptos::prelude::*;

use super::{NoticeKind, OptionalText, class_list::class_list};

/// How far something has come, or how full it is.
#[component]
pub fn ProgressBar(
    /// What is there.
    value: u64,
    /// What there can be; 0 counts as 1.
    max: u64,
    /// What is measured.
    #[prop(into)]
    label: String,
    /// The numbers in words, such as "421 von 800".
    #[prop(into, optional)]
    text: OptionalText,
    /// `Warn` shows that the limit is near.
    #[prop(optional)]
    kind: NoticeKind,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    let max = max.max(1);
    let own = if kind == NoticeKind::Warn {
        "progress tone-warn"
    } else {
        "progress"
    };
    view! {
        <div class=class_list(own, &class)>
            <p class="progress-head">
                <span>{label.clone()}</span>
                {text
                    .into_option()
                    .map(|words| view! { <span class="progress-text">{words}</span> })}
            </p>
            <progress class="progress-bar" value=value.min(max) max=max aria-label=label></progress>
        </div>
    }
}
