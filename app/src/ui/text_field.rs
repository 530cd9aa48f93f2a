use leptos::prelude::*;

use super::{Field, FieldWiring, OptionalText};

/// One line of text with its label.
#[component]
pub fn TextField(
    /// The words above it.
    #[prop(into)]
    label: String,
    /// The name under which it is sent.
    #[prop(into)]
    name: String,
    /// The `type`: `text`, `email`, `tel`, `url`, `password`, `number`, `search`, `date`, `time`.
    #[prop(default = "text")]
    input_type: &'static str,
    /// What stands in it.
    #[prop(into, optional)]
    value: OptionalText,
    /// What helps to fill it in.
    #[prop(into, optional)]
    hint: OptionalText,
    /// What is wrong with what was filled in.
    #[prop(into, optional)]
    error: OptionalText,
    /// The word behind the label of a field that may stay empty.
    #[prop(into, optional)]
    optional: OptionalText,
    /// The `autocomplete` token, such as `given-name`.
    #[prop(into, optional)]
    autocomplete: OptionalText,
    /// The keyboard: `numeric`, `decimal`, `email`, `tel`, `url`.
    #[prop(into, optional)]
    inputmode: OptionalText,
    /// The word on the enter key: `next`, `done`, `send`, `search`.
    #[prop(into, optional)]
    enterkeyhint: OptionalText,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
    /// Whether it can be read only.
    #[prop(optional)]
    readonly: bool,
    /// Whether it receives the focus when the page opens.
    #[prop(optional)]
    autofocus: bool,
    /// The most characters.
    #[prop(optional)]
    maxlength: Option<u32>,
    /// The lowest number or earliest date.
    #[prop(into, optional)]
    min: OptionalText,
    /// The highest number or latest date.
    #[prop(into, optional)]
    max: OptionalText,
    /// The id of a list of what could stand in it.
    #[prop(into, optional)]
    list: OptionalText,
    /// What stands before it, such as an address.
    #[prop(into, optional)]
    prefix: OptionalText,
    /// What stands behind it, such as a unit.
    #[prop(into, optional)]
    suffix: OptionalText,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    let wiring = FieldWiring::new(&name, &hint, &error);
    let control = view! {
        <input
            class="control"
            type=input_type
            id=wiring.id
            name=name.clone()
            value=value.into_option()
            autocomplete=autocomplete.into_option()
            inputmode=inputmode.into_option()
            enterkeyhint=enterkeyhint.into_option()
            required=required
            readonly=readonly
            autofocus=autofocus
            maxlength=maxlength
            min=min.into_option()
            max=max.into_option()
            list=list.into_option()
            aria-describedby=wiring.described_by
            aria-invalid=wiring.invalid
        />
    };
    view! {
        <Field label=label name=name hint=hint error=error optional=optional class=class>
            {affixed(prefix, suffix, control)}
        </Field>
    }
}

/// Puts the words before and behind a control into one frame with it.
fn affixed(prefix: OptionalText, suffix: OptionalText, control: impl IntoView) -> impl IntoView {
    let framed = prefix.is_some() || suffix.is_some();
    let affix = |words: OptionalText| {
        words
            .into_option()
            .map(|words| view! { <span class="control-affix">{words}</span> })
    };
    view! {
        <div class=if framed { "control-group" } else { "contents" }>
            {affix(prefix)} {control} {affix(suffix)}
        </div>
    }
}
