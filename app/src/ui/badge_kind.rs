/// The few states that colour, picture and word together tell apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BadgeKind {
    /// Something was told; blue.
    Info,
    /// Nothing is decided; muted outline.
    #[default]
    Open,
    /// Good; green.
    Ok,
    /// Declined or ended, which is no failure; ink outline.
    No,
    /// Undecided; amber.
    Maybe,
    /// In a queue; apricot.
    Waiting,
    /// Done for good; solid spruce.
    Solid,
    /// Failed; red.
    Bad,
}

impl BadgeKind {
    /// The class that sets the colours.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Info => "badge-info",
            Self::Open => "badge-open",
            Self::Ok => "badge-ok",
            Self::No => "badge-no",
            Self::Maybe => "badge-maybe",
            Self::Waiting => "badge-waiting",
            Self::Solid => "badge-solid",
            Self::Bad => "badge-bad",
        }
    }

    /// The picture that goes with the state.
    pub(super) fn icon(self) -> &'static str {
        match self {
            Self::Info => "mail",
            Self::Open => "circle-dashed",
            Self::Ok => "check",
            Self::No => "x",
            Self::Maybe => "circle-question-mark",
            Self::Waiting => "hourglass",
            Self::Solid => "door-open",
            Self::Bad => "triangle-alert",
        }
    }
}
