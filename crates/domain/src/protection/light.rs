//! How a measure stands.

use serde::Serialize;

/// How a measure stands, from what was found now. Never a static yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Light {
    /// Enforced, and what was found shows it.
    Green,
    /// Outside the software: somebody else has to show it.
    Outside,
    /// Enforced, but somebody should look at it.
    Amber,
    /// Not so, or it could not be shown.
    Red,
}

impl Light {
    /// The key of its words.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Outside => "outside",
            Self::Amber => "amber",
            Self::Red => "red",
        }
    }

    /// Red unless it is so.
    pub const fn must(is: bool) -> Self {
        if is { Self::Green } else { Self::Red }
    }

    /// Amber unless it is so.
    pub const fn should(is: bool) -> Self {
        if is { Self::Green } else { Self::Amber }
    }

    /// By how much time has passed since something was last done, in milliseconds: green up to the first limit, amber up to the
    /// second, red beyond and when it never was.
    pub const fn by_age(age: Option<i64>, green: i64, amber: i64) -> Self {
        match age {
            Some(age) if age <= green => Self::Green,
            Some(age) if age <= amber => Self::Amber,
            _ => Self::Red,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Light;

    #[test]
    fn what_was_never_done_is_red() {
        let light = |age| Light::by_age(age, 10, 20);
        assert_eq!(
            [
                light(Some(10)),
                light(Some(11)),
                light(Some(21)),
                light(None)
            ],
            [Light::Green, Light::Amber, Light::Red, Light::Red]
        );
    }

    #[test]
    fn the_worst_is_the_greatest() {
        let all = [Light::Amber, Light::Red, Light::Green, Light::Outside];
        assert_eq!(all.into_iter().max(), Some(Light::Red));
    }
}
