use leptos::prelude::*;

use super::{Field, FieldWiring, OptionalText, escape::escape};

/// Several lines of text with their label.
///
/// The only place with a `<textarea>`: Leptos 0.8 prints its children unescaped, so the text is
/// escaped here and set as markup. A property instead would leave it empty without JavaScript.
#[component]
pub fn TextArea(
    /// The words above it.
    #[prop(into)]
    label: String,
    /// The name under which it is sent.
    #[prop(into)]
    name: String,
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
    /// The `autocomplete` token.
    #[prop(into, optional)]
    autocomplete: OptionalText,
    /// How many lines are seen.
    #[prop(default = 4)]
    rows: u32,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
    /// Whether it can be read only.
    #[prop(optional)]
    readonly: bool,
    /// The most characters.
    #[prop(optional)]
    maxlength: Option<u32>,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    let wiring = FieldWiring::new(&name, &hint, &error);
    let text = escape_start(value.as_deref().unwrap_or_default());
    view! {
        <Field label=label name=name.clone() hint=hint error=error optional=optional class=class>
            <textarea
                class="control"
                id=wiring.id
                name=name
                rows=rows
                autocomplete=autocomplete.into_option()
                required=required
                readonly=readonly
                maxlength=maxlength
                aria-describedby=wiring.described_by
                aria-invalid=wiring.invalid
                inner_html=text
            ></textarea>
        </Field>
    }
}

/// Text as markup that shows exactly that text inside a `<textarea>`.
///
/// HTML drops one line feed right behind the opening tag (HTML Living Standard, 13.2.6.4.7), so a
/// text that begins with one gets another.
fn escape_start(text: &str) -> String {
    let start = if text.starts_with(['\n', '\r']) {
        "\n"
    } else {
        ""
    };
    format!("{start}{}", escape(text))
}

#[cfg(test)]
mod tests {
    use super::escape_start;

    // Rendering to text exists on the server only.
    #[cfg(feature = "ssr")]
    #[test]
    fn the_page_holds_the_text_and_no_markup_of_its_author() {
        use leptos::prelude::*;

        use super::TextArea;

        let html = Owner::new().with(|| {
            view! { <TextArea label="Text" name="text" value="</textarea><b>bold</b>" /> }.to_html()
        });
        assert!(html.contains("&lt;/textarea&gt;&lt;b&gt;bold"), "{html}");
        assert_eq!(html.matches("</textarea>").count(), 1, "{html}");
    }

    #[test]
    fn a_closing_tag_stays_text() {
        let escaped = escape_start("</textarea><script>alert(1)</script>");
        assert!(
            !escaped.contains('<') && !escaped.contains('>'),
            "{escaped}"
        );
    }

    #[test]
    fn an_entity_is_not_read_twice() {
        assert_eq!(escape_start("&lt;b&gt;"), "&amp;lt;b&amp;gt;");
    }

    #[test]
    fn a_line_feed_at_the_start_survives_the_parser() {
        assert_eq!(escape_start("\nline"), "\n\nline");
    }
}
