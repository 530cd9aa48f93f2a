//! QR codes.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};

/// The side and the dark modules of a QR code, with a quiet zone of four modules (ISO/IEC 18004).
pub fn qr_code(text: &str) -> Option<(usize, String)> {
    const QUIET: usize = 4;
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let mut path = String::new();
    for row in 0..code.size {
        for column in 0..code.size {
            if code[row][column].value() {
                let _ = write!(path, "M{} {}h1v1h-1z", column + QUIET, row + QUIET);
            }
        }
    }
    Some((code.size + 2 * QUIET, path))
}
