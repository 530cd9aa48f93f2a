//! Fetching the log, part by part.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, window};

/// The network, the server or the session failed.
#[derive(Debug)]
pub(crate) struct Unreachable;

/// One part of the log.
pub(crate) struct Part {
    /// Lines of the export.
    pub(crate) bytes: Vec<u8>,
    /// The size of the log of which this is a part.
    pub(crate) size: u64,
    /// Which log it is: the tenant's id.
    pub(crate) log: String,
    /// Where the next part begins; none behind the last.
    pub(crate) next: Option<u64>,
}

/// Fetches the part from an entry on; the first one begins with the header and the newest checkpoint, and its size is to
/// be named for those that follow.
pub(crate) async fn fetch(base: &str, from: u64, size: Option<u64>) -> Result<Part, Unreachable> {
    let size = size.map_or_else(String::new, |size| format!("&size={size}"));
    let address = format!("{base}?from={from}{size}");
    let promise = window().ok_or(Unreachable)?.fetch_with_str(&address);
    let response = JsFuture::from(promise).await.map_err(|_| Unreachable)?;
    let response: Response = response.dyn_into().map_err(|_| Unreachable)?;
    if !response.ok() {
        return Err(Unreachable);
    }
    let header = |name: &str| response.headers().get(name).ok().flatten();
    let number = |name: &str| header(name)?.parse().ok();
    let (size, log) = (number("log-size"), header("log-tenant"));
    let next = number("log-next");
    let buffer = response.array_buffer().map_err(|_| Unreachable)?;
    let buffer = JsFuture::from(buffer).await.map_err(|_| Unreachable)?;
    let buffer: ArrayBuffer = buffer.dyn_into().map_err(|_| Unreachable)?;
    Ok(Part {
        bytes: Uint8Array::new(&buffer).to_vec(),
        size: size.ok_or(Unreachable)?,
        log: log.ok_or(Unreachable)?,
        next,
    })
}
