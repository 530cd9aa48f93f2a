use leptos::prelude::*;

use super::{OptionalText, class_list::class_list};

/// A day as a leaf of a calendar.
#[component]
pub fn DateTile(
    /// The day of the week, short.
    #[prop(into)]
    weekday: String,
    /// The day of the month.
    #[prop(into)]
    day: String,
    /// The month, short.
    #[prop(into)]
    month: String,
    /// The day for machines, as `2027-03-12`.
    #[prop(into, optional)]
    datetime: OptionalText,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    view! {
        <time class=class_list("date-tile", &class) datetime=datetime.into_option()>
            <span class="date-tile-weekday">{weekday}</span>
            " "
            <span class="date-tile-day">{day}</span>
            " "
            <span class="date-tile-month">{month}</span>
        </time>
    }
}
