use crate::limits::MAX_BYTES;
use crate::{Choice, ReadError, Sheet, text, vcard, workbook};

/// What a workbook (any ZIP archive) starts with.
const ARCHIVE: &[u8] = b"PK\x03\x04";

/// What XLS and XLSX with a password start with (the compound file of MS-CFB).
const COMPOUND_FILE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Reads a list out of a file's bytes. Takes time and memory within the limits of this crate;
/// call it where blocking is allowed.
///
/// # Errors
/// [`ReadError`] says why no table could be made. Records that fail alone are no error: they are
/// in [`Sheet::bad_lines`].
pub fn read(bytes: &[u8], choice: &Choice) -> Result<Sheet, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.len() > MAX_BYTES {
        return Err(ReadError::TooLarge {
            bytes_max: MAX_BYTES,
        });
    }
    if bytes.starts_with(ARCHIVE) {
        return workbook::read(bytes, choice.header);
    }
    let ending = ending(choice);
    let named_spreadsheet = matches!(ending.as_str(), "xlsx" | "xlsm" | "xls" | "xlsb" | "ods");
    if named_spreadsheet || bytes.starts_with(COMPOUND_FILE) {
        return Err(ReadError::NotASpreadsheet);
    }
    if is_foreign(&ending) {
        return Err(ReadError::NotText);
    }
    let (decoded, charset) = text::decode(bytes, choice.charset)?;
    if ending == "vcf" || vcard::is_vcard(&decoded) {
        vcard::read(&decoded, charset)
    } else {
        text::read(&decoded, charset, choice)
    }
}

/// Whether a file is named as something that is no list (a page, a picture, a document, a program), whatever it holds. Any other
/// ending, as in `Gäste.neu`, is a part of the name.
fn is_foreign(ending: &str) -> bool {
    const FOREIGN: [&str; 32] = [
        "avif", "bat", "cmd", "com", "css", "dll", "doc", "docx", "eml", "exe", "gif", "heic",
        "htm", "html", "jpeg", "jpg", "js", "json", "mjs", "msg", "odt", "pdf", "php", "png",
        "ppt", "pptx", "ps1", "rtf", "sh", "svg", "webp", "xml",
    ];
    FOREIGN.contains(&ending)
}

fn ending(choice: &Choice) -> String {
    let name = choice.file_name.as_deref().unwrap_or_default();
    name.rsplit_once('.')
        .map_or_else(String::new, |(_, ending)| ending.trim().to_lowercase())
}
