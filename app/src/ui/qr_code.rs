use leptos::prelude::*;

/// A QR code, black on white also in the dark: cameras read nothing else.
#[component]
pub fn QrCode(
    /// What it is for, read out.
    #[prop(into)]
    label: String,
    /// Modules along one side, with the quiet zone.
    side: usize,
    /// The dark modules as one SVG path, a module being one unit.
    #[prop(into)]
    path: String,
) -> impl IntoView {
    view! {
        <svg class="qr" role="img" aria-label=label viewBox=format!("0 0 {side} {side}") shape-rendering="crispEdges">
            <path fill="#fff" d=format!("M0 0h{side}v{side}H0z")></path>
            <path fill="#000" d=path></path>
        </svg>
    }
}
