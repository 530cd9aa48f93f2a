use leptos::prelude::*;

use super::class_list::class_list;

/// A line of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartLine {
    /// The class that gives its colour and pattern.
    pub class: &'static str,
    /// Its values, one for each step.
    pub values: Vec<u32>,
}

/// Height and width in the chart's own units; it is stretched to the width that it gets.
const SIZE: (u32, u32) = (600, 160);
/// What is left free above and below, so that a thick line is whole.
const MARGIN: u32 = 4;

/// How numbers went, as lines from left to right. What they are stands beside it in words and in a table: to a screen reader it is
/// one picture.
#[component]
pub fn LineChart(
    /// What the chart shows, read out.
    #[prop(into)]
    label: String,
    /// The lines; all have as many values.
    lines: Vec<ChartLine>,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    let highest = lines.iter().flat_map(|line| &line.values).copied().max();
    let highest = highest.unwrap_or(0).max(1);
    let shown = lines
        .into_iter()
        .map(|line| {
            let class = format!("line-chart-line {}", line.class);
            view! { <polyline class=class points=points(&line.values, highest)></polyline> }
        })
        .collect_view();
    let (width, height) = SIZE;
    let base = height - MARGIN;
    view! {
        <svg
            class=class_list("line-chart", &class) viewBox=format!("0 0 {width} {height}") preserveAspectRatio="none"
            role="img" focusable="false"
        >
            <title>{label}</title>
            <line class="line-chart-base" x1="0" x2=width y1=base y2=base></line>
            {shown}
        </svg>
    }
}

/// The corners of a line.
fn points(values: &[u32], highest: u32) -> String {
    let (width, height) = SIZE;
    let steps = u64::try_from(values.len().saturating_sub(1))
        .unwrap_or(1)
        .max(1);
    let room = u64::from(height - 2 * MARGIN);
    let corners = (0_u64..).zip(values).map(|(step, value)| {
        let x = step * u64::from(width) / steps;
        let y = u64::from(height - MARGIN) - u64::from(*value) * room / u64::from(highest);
        format!("{x},{y}")
    });
    corners.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_from_left_to_right_and_from_bottom_to_top() {
        assert_eq!(points(&[0, 5, 10], 10), "0,156 300,80 600,4");
        assert_eq!(points(&[u32::MAX], u32::MAX), "0,4");
        assert_eq!(points(&[], 1), "");
    }
}
