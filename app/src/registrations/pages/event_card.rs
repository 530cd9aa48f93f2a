//! What a participant has to know of an event, at a glance.

use leptos::prelude::*;
use words::Words;

use crate::{
    events::views::EventView,
    ui::{DateTile, Icon},
};

/// Date, time and place.
#[component]
pub(super) fn EventGlance(
    /// Words.
    words: Words,
    /// The event.
    event: EventView,
) -> impl IntoView {
    let [weekday, day, month] = event.tile;
    let place = (!event.place.is_empty()).then(|| {
        view! { <p class="glance-line"><Icon name="map-pin" label=words.get("event-place")/>{event.place}</p> }
    });
    view! {
        <div class="glance">
            <DateTile weekday=weekday day=day month=month datetime=event.starts/>
            <div>
                <p class="glance-line"><Icon name="clock" label=words.get("event-when")/>{event.when}</p>
                {place}
            </div>
        </div>
    }
}
