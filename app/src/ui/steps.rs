use leptos::prelude::*;

use super::class_list::class_list;

/// How far one has come with a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StepState {
    /// Behind.
    Done,
    /// Here.
    Current,
    /// Ahead.
    #[default]
    Next,
}

/// One of several steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// Its words.
    pub label: String,
    /// How far one has come with it.
    pub state: StepState,
    /// Its page, where one can go back.
    pub href: Option<String>,
}

impl Step {
    /// A step in some state.
    pub fn new(label: impl Into<String>, state: StepState) -> Self {
        Self {
            label: label.into(),
            state,
            href: None,
        }
    }

    /// With its page.
    #[must_use]
    pub fn href(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }
}

/// Where one is in a longer form.
#[component]
pub fn Steps(
    /// What the steps lead to.
    #[prop(into)]
    label: String,
    /// The steps in their order.
    steps: Vec<Step>,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    let steps = steps.into_iter().map(step).collect_view();
    view! {
        <nav aria-label=label>
            <ol class=class_list("steps", &class)>{steps}</ol>
        </nav>
    }
}

/// One step.
fn step(step: Step) -> impl IntoView {
    let (class, current) = match step.state {
        StepState::Done => ("step step-done", None),
        StepState::Current => ("step step-current", Some("step")),
        StepState::Next => ("step", None),
    };
    let words = match step.href {
        Some(href) => view! { <a href=href>{step.label}</a> }.into_any(),
        None => step.label.into_any(),
    };
    view! { <li class=class aria-current=current>{words}</li> }
}
