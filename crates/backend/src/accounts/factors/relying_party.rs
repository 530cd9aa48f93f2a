//! For whom passkeys are made: the host of this installation (Web Authentication, section 5.1.2).

use url::{Host, Url};
use webauthn_rs::{Webauthn, WebauthnBuilder};

use crate::desk::Desk;

/// The installation as browsers know it; none when it has no name but a number, for which browsers make no passkeys.
pub(super) fn relying_party(desk: &Desk) -> Option<Webauthn> {
    let url = Url::parse(&desk.settings().base_url).ok()?;
    let Some(Host::Domain(host)) = url.host() else {
        return None;
    };
    WebauthnBuilder::new(host, &url)
        .ok()?
        .rp_name("Einlass")
        .build()
        .ok()
}

/// Whether passkeys work here.
pub fn passkeys_work(desk: &Desk) -> bool {
    relying_party(desk).is_some()
}
