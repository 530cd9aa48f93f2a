/// A property's line with those it is folded over.
pub(super) struct Line {
    /// The number of the first of them, from 1.
    pub(super) number: u32,
    pub(super) text: String,
}

/// Puts folded lines together: a line that starts with a blank goes on with the one above
/// (RFC 6350, section 3.2), and so does one below a quoted-printable line that ends in `=`.
pub(super) fn unfold(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut number = 0_u32;
    let mut is_quoted_printable = false;
    let normal = text.replace("\r\n", "\n");
    for physical in normal.split(['\n', '\r']) {
        number = number.saturating_add(1);
        let folded = physical.strip_prefix([' ', '\t']);
        match (lines.last_mut(), folded) {
            (Some(last), _) if is_quoted_printable && last.text.ends_with('=') => {
                last.text.pop();
                last.text.push_str(physical);
            }
            (Some(last), Some(rest)) => last.text.push_str(rest),
            _ => {
                is_quoted_printable = announces_quoted_printable(physical);
                lines.push(Line {
                    number,
                    text: physical.to_owned(),
                });
            }
        }
    }
    lines
}

fn announces_quoted_printable(line: &str) -> bool {
    let names = line
        .split_once(':')
        .map(|(names, _)| names.to_ascii_uppercase());
    names.is_some_and(|names| names.contains("QUOTED-PRINTABLE"))
}
