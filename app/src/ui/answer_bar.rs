use leptos::prelude::*;

use super::{OptionalText, class_list::class_list};

/// Yes, no and open as one line of three parts.
#[component]
pub fn AnswerBar(
    /// How many said yes.
    yes: u64,
    /// How many said no.
    no: u64,
    /// How many have not answered.
    open: u64,
    /// What the line shows, read out.
    #[prop(into)]
    label: String,
    /// The numbers in words, read out.
    #[prop(into, optional)]
    description: OptionalText,
    /// The words for yes, no and open, numbers included, written below the line.
    #[prop(optional)]
    legend: Option<[String; 3]>,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    let parts = [
        ("answer-yes", yes),
        ("answer-no", no),
        ("answer-open", open),
    ];
    let segments = segments(parts).into_iter().map(segment).collect_view();
    view! {
        <div class=class_list("answer", &class)>
            <svg class="answer-bar" width="100%" height="6" role="img" focusable="false">
                <title>{label}</title>
                {description.into_option().map(|words| view! { <desc>{words}</desc> })}
                {segments}
            </svg>
            {legend.map(answer_legend)}
        </div>
    }
}

/// A part of the line: class, start and width in hundredths of a percent.
type Segment = (&'static str, u64, u64);

/// Divides the line; parts of nothing are left out, and rounding goes to the last part.
fn segments(parts: [(&'static str, u64); 3]) -> Vec<Segment> {
    const WHOLE: u64 = 10_000;
    let total = parts
        .iter()
        .fold(0_u64, |sum, (_, count)| sum.saturating_add(*count));
    if total == 0 {
        return Vec::new();
    }
    let mut before = 0_u64;
    let mut shares = Vec::new();
    for (class, count) in parts.into_iter().filter(|(_, count)| *count > 0) {
        let start = share(before, total, WHOLE);
        before = before.saturating_add(count);
        shares.push((class, start, share(before, total, WHOLE) - start));
    }
    shares
}

/// `count` of `total`, in parts of `whole`; exact for any count.
fn share(count: u64, total: u64, whole: u64) -> u64 {
    let parts = u128::from(count) * u128::from(whole) / u128::from(total);
    u64::try_from(parts).unwrap_or(whole).min(whole)
}

/// A part as a rectangle, with a gap before it.
fn segment((class, start, width): Segment) -> impl IntoView {
    let gap = (start > 0).then(|| {
        view! { <rect class="answer-gap" x=percent(start) y="0" width="2" height="6"></rect> }
    });
    view! {
        <rect class=class x=percent(start) y="0" width=percent(width) height="6"></rect>
        {gap}
    }
}

/// Hundredths of a percent as SVG reads them.
fn percent(hundredths: u64) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// The words below the line, each with its colour.
fn answer_legend(words: [String; 3]) -> impl IntoView {
    let entries = ["answer-yes", "answer-no", "answer-open"]
        .into_iter()
        .zip(words)
        .map(|(class, words)| {
            view! {
                <li>
                    <svg class="answer-dot" viewBox="0 0 10 10" aria-hidden="true">
                        <circle class=class cx="5" cy="5" r="4"></circle>
                    </svg>
                    {words}
                </li>
            }
        })
        .collect_view();
    view! { <ul class="answer-legend">{entries}</ul> }
}

#[cfg(test)]
mod tests {
    use super::{percent, segments};

    #[test]
    fn the_parts_fill_the_line_without_a_gap() {
        let parts = segments([("yes", 1), ("no", 1), ("open", 1)]);
        assert_eq!(
            parts,
            [("yes", 0, 3333), ("no", 3333, 3333), ("open", 6666, 3334)]
        );
    }

    #[test]
    fn a_part_of_nothing_is_not_drawn() {
        assert_eq!(
            segments([("yes", 0), ("no", 4), ("open", 0)]),
            [("no", 0, 10_000)]
        );
        assert!(segments([("yes", 0), ("no", 0), ("open", 0)]).is_empty());
    }

    #[test]
    fn counts_beyond_all_reason_stay_on_the_line() {
        let parts = segments([("yes", u64::MAX), ("no", u64::MAX), ("open", 1)]);
        assert!(
            parts
                .iter()
                .all(|(_, start, width)| start + width <= 10_000),
            "{parts:?}"
        );
    }

    #[test]
    fn hundredths_keep_their_leading_zero() {
        assert_eq!(percent(3305), "33.05%");
    }
}
