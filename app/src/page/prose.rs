//! What organisers write, as HTML.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use ammonia::Builder;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// What may stand in a text: no pictures (nothing is loaded from elsewhere), no classes, links to web, mail and telephone.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::empty();
    cleaner
        .tags(HashSet::from([
            "p",
            "br",
            "strong",
            "em",
            "del",
            "ul",
            "ol",
            "li",
            "blockquote",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "code",
            "pre",
            "a",
        ]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("ol", HashSet::from(["start"])),
        ]))
        .url_schemes(HashSet::from(["https", "http", "mailto", "tel"]))
        .link_rel(Some("noopener nofollow"));
    cleaner
});

/// Parts within parts that are kept; what lies deeper stands there without its frame. Nobody writes more, and cleaning gets slow with it.
const DEPTH_MAX: u32 = 16;

/// Markdown as HTML that can stand on a page below headings of a level: tags of the author are text, line breaks are kept.
pub(crate) fn prose(markdown: &str, below: u8) -> String {
    let options = Options::ENABLE_STRIKETHROUGH;
    let mut depth = 0;
    let shallow = Parser::new_ext(markdown, options).filter(move |event| match event {
        Event::Start(_) => {
            depth += 1;
            depth <= DEPTH_MAX
        }
        Event::End(_) => {
            depth -= 1;
            depth < DEPTH_MAX
        }
        _ => true,
    });
    let events = shallow.filter_map(|event| match event {
        Event::Html(tag) | Event::InlineHtml(tag) => Some(Event::Text(tag)),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::SoftBreak => Some(Event::HardBreak),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Heading { level, .. }) => Some(Event::Start(Tag::Heading {
            level: lower(level, below),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        })),
        Event::End(TagEnd::Heading(level)) => {
            Some(Event::End(TagEnd::Heading(lower(level, below))))
        }
        event => Some(event),
    });
    let mut written = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut written, events);
    CLEANER.clean(&written).to_string()
}

/// The words of a text in Markdown on one line, at most so many characters: what a preview of a link shows.
pub(crate) fn plain(markdown: &str, length_max: usize) -> String {
    let mut words = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak
            | Event::HardBreak
            | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => words.push(' '),
            _ => {}
        }
    }
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= length_max {
        return words;
    }
    let short: String = words.chars().take(length_max).collect();
    format!("{}…", short.trim_end())
}

/// A heading so many levels further down, at most at the sixth.
fn lower(level: HeadingLevel, by: u8) -> HeadingLevel {
    let level = usize::from(by) + level as usize;
    HeadingLevel::try_from(level.min(6)).unwrap_or(HeadingLevel::H6)
}

#[cfg(test)]
mod tests {
    use super::{plain, prose};

    #[test]
    fn a_text_becomes_paragraphs_lists_and_links() {
        let html = prose(
            "# Anreise\n\nMit dem *Zug*,\nnicht mit dem **Auto**.\n\n- eins\n- zwei\n\n[Plan](https://x.example/a?b=1&c=2)",
            1,
        );
        for part in [
            "<h2>Anreise</h2>",
            "<em>Zug</em>,<br>",
            "<strong>Auto</strong>",
            "<li>zwei</li>",
            "<a href=\"https://x.example/a?b=1&amp;c=2\" rel=\"noopener nofollow\">Plan</a>",
        ] {
            assert!(html.contains(part), "{part}: {html}");
        }
    }

    #[test]
    fn nothing_of_an_author_runs_or_is_loaded() {
        let attempts = [
            "<script>alert(1)</script>",
            "a <img src=x onerror=alert(1)> b",
            "![x](https://x.example/pixel.png)",
            "[x](javascript:alert(1))",
            "[x](data:text/html,x)",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<div style=\"position:fixed\">\n\nx\n\n</div>",
            "[x](https://x.example \"title\" onmouseover=alert(1))",
            "<svg/onload=alert(1)>",
            "`</code><script>`",
        ];
        for attempt in attempts {
            let html = prose(attempt, 1);
            for tag in [
                "<script",
                "<img",
                "<svg",
                "<div",
                "<a href=\"javascript",
                "<a href=\"data",
            ] {
                assert!(!html.contains(tag), "{attempt}: {html}");
            }
        }
        assert!(prose("<b>fett</b>", 1).contains("&lt;b&gt;fett&lt;/b&gt;"));
    }

    #[test]
    fn a_preview_has_words_only() {
        let markdown = "# Fest\n\nEin **Abend** im\n[Garten](https://x.example).\n\n- <b>Musik</b>";
        assert_eq!(plain(markdown, 100), "Fest Ein Abend im Garten. Musik");
        assert_eq!(plain("Ein Abend im Garten", 9), "Ein Abend…");
    }

    #[test]
    fn parts_within_parts_end_somewhere() {
        let html = prose(&format!("{} tief", ">".repeat(5_000)), 1);
        assert!(
            html.matches("<blockquote>").count() < 20 && html.contains("tief"),
            "{html}"
        );
        assert_eq!(
            html.matches("<blockquote>").count(),
            html.matches("</blockquote>").count()
        );
    }

    #[test]
    fn headings_stay_below_those_of_the_page() {
        assert!(prose("# x", 3).contains("<h4>"));
        assert!(prose("###### x", 3).contains("<h6>"));
    }
}
