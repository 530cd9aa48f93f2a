use super::records;
use crate::table::{Draft, Widths};
use crate::{Charset, Choice, Delimiter, Format, ReadError, Sheet};

/// Makes a table of a text with delimiters.
pub(crate) fn read(text: &str, charset: Charset, choice: &Choice) -> Result<Sheet, ReadError> {
    let (announced, body, line) = strip_announcement(text);
    let delimiter = choice
        .delimiter
        .or(announced)
        .unwrap_or_else(|| Delimiter::guess(body));
    let found = records::cut(body, delimiter, line)?;
    Draft {
        format: Format::Csv,
        charset: Some(charset),
        delimiter: Some(delimiter),
        records: found.records,
        bad_lines: found.bad_lines,
        widths: Widths::Usual,
    }
    .into_sheet(choice.header)
}

/// Excel's own first line, `sep=;`, names the delimiter and is no record. Gives the delimiter,
/// the text below that line and the number of the line the text starts with.
fn strip_announcement(text: &str) -> (Option<Delimiter>, &str, u32) {
    let none = (None, text, 1);
    let Some(rest) = text
        .strip_prefix("sep=")
        .or_else(|| text.strip_prefix("SEP="))
    else {
        return none;
    };
    let Some(delimiter) = rest.bytes().next().and_then(Delimiter::from_byte) else {
        return none;
    };
    let rest = &rest[1..];
    let below = rest
        .strip_prefix("\r\n")
        .or_else(|| rest.strip_prefix(['\n', '\r']));
    below.map_or(none, |body| (Some(delimiter), body, 2))
}
