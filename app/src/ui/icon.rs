use leptos::prelude::*;

use super::{OptionalText, class_list::class_list};

/// A picture from the sprite `/icons.svg`, as high as the words beside it.
///
/// Without `label` it is decoration and hidden from screen readers.
#[component]
pub fn Icon(
    /// Name of a symbol in the sprite.
    name: &'static str,
    /// What the picture says, where no words stand beside it.
    #[prop(into, optional)]
    label: OptionalText,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    let role = label.is_some().then_some("img");
    let hidden = (!label.is_some()).then_some("true");
    view! {
        <svg
            class=class_list("icon", &class)
            width="20"
            height="20"
            role=role
            aria-label=label.into_option()
            aria-hidden=hidden
            focusable="false"
        >
            <use href=format!("/icons.svg#{name}")></use>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::super::{BadgeKind, NoticeKind};

    const SPRITE: &str = include_str!("../../../public/icons.svg");

    #[test]
    fn the_sprite_holds_every_picture_of_the_kit() {
        let badges = [
            BadgeKind::Info,
            BadgeKind::Open,
            BadgeKind::Ok,
            BadgeKind::No,
            BadgeKind::Maybe,
            BadgeKind::Waiting,
            BadgeKind::Solid,
            BadgeKind::Bad,
        ];
        let notices = [
            NoticeKind::Info,
            NoticeKind::Ok,
            NoticeKind::Warn,
            NoticeKind::Bad,
        ];
        let parts = [
            "mark",
            "x",
            "chevron-down",
            "chevron-left",
            "chevron-right",
            "sparkles",
        ];
        let names = badges.into_iter().map(BadgeKind::icon);
        for name in names
            .chain(notices.into_iter().map(NoticeKind::icon))
            .chain(parts)
        {
            assert!(
                SPRITE.contains(&format!("<symbol id=\"{name}\"")),
                "no picture {name}"
            );
        }
    }
}
