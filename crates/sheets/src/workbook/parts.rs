use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::ReadError;
use crate::limits::{MAX_PARTS, MAX_UNPACKED_BYTES};

/// The most tags in the table of shared strings: four for each of a million strings.
const STRING_TAGS_MAX: usize = 4_000_000;

/// The most tags in the styles. Excel stops at 64,000 cell formats.
const STYLE_TAGS_MAX: usize = 500_000;

/// The attribute by whose value memory is reserved for shared strings.
const RESERVING: &[u8] = b"uniqueCount";

/// Unpacks each part of a workbook once, before it is parsed, and refuses it when that could take
/// more memory than the limits allow. The sizes in the archive's directory are claims of whoever
/// made it; here the bytes are counted.
pub(super) fn check(bytes: &[u8]) -> Result<(), ReadError> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::NotASpreadsheet)?;
    let too_large = ReadError::TooLarge {
        bytes_max: MAX_UNPACKED_BYTES,
    };
    if archive.len() > MAX_PARTS {
        return Err(too_large);
    }
    let mut left = MAX_UNPACKED_BYTES;
    let mut part = Vec::new();
    for index in 0..archive.len() {
        let file = archive
            .by_index(index)
            .map_err(|_| ReadError::NotASpreadsheet)?;
        let name = file
            .name()
            .map_err(|_| ReadError::NotASpreadsheet)?
            .to_lowercase();
        part.clear();
        let limit = u64::try_from(left).unwrap_or(u64::MAX).saturating_add(1);
        file.take(limit)
            .read_to_end(&mut part)
            .map_err(|_| ReadError::NotASpreadsheet)?;
        left = left.checked_sub(part.len()).ok_or(too_large)?;
        if name.rsplit('.').next() == Some("xml") {
            check_part(&name, &part)?;
        }
    }
    Ok(())
}

/// Checks one XML part. UTF-8 only, as each known program writes it: in another encoding the
/// checks below could be evaded.
fn check_part(name: &str, part: &[u8]) -> Result<(), ReadError> {
    if part.contains(&0) || std::str::from_utf8(part).is_err() || declares_other_encoding(part) {
        return Err(ReadError::NotASpreadsheet);
    }
    let tags_max = if name.ends_with("sharedstrings.xml") {
        STRING_TAGS_MAX
    } else if name.ends_with("styles.xml") {
        STYLE_TAGS_MAX
    } else {
        return Ok(());
    };
    let tags = part.split(|byte| *byte == b'<').count();
    if tags > tags_max || reserves_more_than(part, tags_max) {
        return Err(ReadError::TooLarge {
            bytes_max: MAX_UNPACKED_BYTES,
        });
    }
    Ok(())
}

fn declares_other_encoding(part: &[u8]) -> bool {
    let part = part.trim_ascii_start();
    let part = part.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(part);
    if !part.starts_with(b"<?xml") {
        return false;
    }
    let end = part
        .iter()
        .position(|byte| *byte == b'>')
        .unwrap_or(part.len());
    let declaration = String::from_utf8_lossy(&part[..end]).to_ascii_lowercase();
    declaration.contains("encoding")
        && !declaration.contains("\"utf-8\"")
        && !declaration.contains("'utf-8'")
}

/// Whether the part claims more strings than it may hold. Passes over the bytes once: what is
/// skipped behind one attribute name cannot hold another.
fn reserves_more_than(part: &[u8], count_max: usize) -> bool {
    part.windows(RESERVING.len())
        .enumerate()
        .filter(|(_, window)| *window == RESERVING)
        .any(|(index, _)| claimed(&part[index + RESERVING.len()..]) > count_max)
}

/// The number that an attribute is set to, from behind its name on; 0 if it is none.
fn claimed(behind_name: &[u8]) -> usize {
    let is_between = |byte: &u8| byte.is_ascii_whitespace() || b"=\"'+".contains(byte);
    behind_name
        .iter()
        .skip_while(|byte| is_between(byte))
        .take_while(|byte| byte.is_ascii_digit())
        .fold(0, |number: usize, digit| {
            number
                .saturating_mul(10)
                .saturating_add(usize::from(digit - b'0'))
        })
}
