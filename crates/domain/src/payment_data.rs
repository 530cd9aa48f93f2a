//! Numbers of cards and accounts, which are never kept: whoever types one is asked to take it out.

use iban::Iban;

/// Digits of a card number, with those of its check (ISO/IEC 7812).
const CARD_LENGTHS: std::ops::RangeInclusive<usize> = 14..=19;
/// Characters of an account number (ISO 13616).
const IBAN_LENGTHS: std::ops::RangeInclusive<usize> = 15..=34;

/// Whether a text holds the number of a payment card or an account number (IBAN), written in one piece or in groups. Other
/// numbers are taken: only what has the beginning, the length and the check digits of one counts.
pub fn holds_payment_data(text: &str) -> bool {
    let text = without_addresses(text);
    let groups: Vec<&str> = groups(&text);
    (0..groups.len()).any(|at| begins_with_card(&groups[at..]) || begins_with_iban(&groups[at..]))
}

/// The text without addresses on the web, whose numbers are their own.
fn without_addresses(text: &str) -> String {
    let words = text.split(' ');
    let words = words.map(|word| if word.contains("://") { "/" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

/// Letters and digits as they stand together; what stands between them, if not one blank or hyphen, ends a number and is an
/// empty group.
fn groups(text: &str) -> Vec<&str> {
    let mut groups = Vec::new();
    for part in text.split(|c: char| !(c.is_alphanumeric() || is_gap(c))) {
        groups.extend(part.split(is_gap));
        groups.push("");
    }
    groups
}

const fn is_gap(c: char) -> bool {
    matches!(
        c,
        ' ' | '-' | '\u{A0}' | '\u{2009}' | '\u{202F}' | '\u{2011}'
    )
}

/// The texts that the first groups are when written in one piece, the shortest first, up to a length.
fn joined<'a>(groups: &'a [&str], max: usize) -> impl Iterator<Item = String> + use<'a> {
    let mut joined = String::new();
    let pieces = groups.iter().take_while(|group| !group.is_empty());
    pieces.map_while(move |group| {
        joined.push_str(group);
        (joined.len() <= max).then(|| joined.clone())
    })
}

fn begins_with_card(groups: &[&str]) -> bool {
    let begins_with_digit = |text: &&str| text.starts_with(|c: char| c.is_ascii_digit());
    groups.first().is_some_and(begins_with_digit)
        && joined(groups, *CARD_LENGTHS.end())
            .zip(1..)
            .any(|(number, count)| is_written_as_card(&groups[..count]) && is_card(&number))
}

/// Whether the groups are as long as on cards: four to six digits each, and three at least at the end. So a list of seats or
/// years is none.
fn is_written_as_card(groups: &[&str]) -> bool {
    let Some((last, before)) = groups.split_last() else {
        return false;
    };
    before.is_empty()
        || last.len() >= 3 && before.iter().all(|group| (4..=6).contains(&group.len()))
}

/// A number that a card can have: the beginning and length of an issuer, and the check digit (Luhn, ISO/IEC 7812-1, annex B).
fn is_card(number: &str) -> bool {
    let Some(digits) = number
        .bytes()
        .map(|byte| byte.is_ascii_digit().then(|| u32::from(byte - b'0')))
        .collect::<Option<Vec<u32>>>()
    else {
        return false;
    };
    CARD_LENGTHS.contains(&digits.len()) && has_issuer(number) && luhn(&digits)
}

/// Visa, Mastercard, American Express, Diners Club, Discover, JCB, `UnionPay`, Maestro.
fn has_issuer(number: &str) -> bool {
    let begins = |length: usize| number[..length].parse::<u32>().unwrap_or(0);
    match number.len() {
        14 => matches!(begins(2), 36 | 38 | 39) || matches!(begins(3), 300..=305),
        15 => matches!(begins(2), 34 | 37),
        16 => {
            matches!(begins(2), 40..=59 | 62 | 64..=65 | 67 | 81)
                || matches!(begins(4), 2_221..=2_720 | 3_528..=3_589 | 6_011)
        }
        _ => matches!(begins(2), 50 | 56..=58 | 62 | 67),
    }
}

fn luhn(digits: &[u32]) -> bool {
    let weighed = digits.iter().rev().enumerate().map(|(at, digit)| {
        let doubled = digit * 2;
        match at % 2 {
            0 => *digit,
            _ if doubled > 9 => doubled - 9,
            _ => doubled,
        }
    });
    weighed.sum::<u32>().is_multiple_of(10)
}

fn begins_with_iban(groups: &[&str]) -> bool {
    let begins_with_country = |text: &&str| {
        text.len() >= 2 && text.bytes().take(2).all(|byte| byte.is_ascii_alphabetic())
    };
    let is_iban = |number: String| {
        IBAN_LENGTHS.contains(&number.len()) && number.to_ascii_uppercase().parse::<Iban>().is_ok()
    };
    groups.first().is_some_and(begins_with_country)
        && joined(groups, *IBAN_LENGTHS.end()).any(is_iban)
}

#[cfg(test)]
mod tests {
    use super::holds_payment_data;

    #[test]
    fn numbers_of_cards_and_accounts_are_found_however_they_are_written() {
        // Published for tests by the issuers, and the examples of the IBAN registry.
        for text in [
            "4111111111111111",
            "Karte 4111 1111 1111 1111, gültig bis 12/27",
            "5555-5555-5555-4444",
            "2223 0031 2200 3222",
            "Amex: 3782 822463 10005.",
            "3056 930902 5904",
            "6011111111111117",
            "3530 1113 3330 0000",
            "6200000000000005",
            "AT61 1904 3002 3457 3201",
            "de89370400440532013000",
            "Bitte auf CH93 0076 2011 6238 5295 7 überweisen",
            "IBAN:GB29NWBK60161331926819",
            "12 4111 1111 1111 1111 2027",
            "4111\u{A0}1111\u{A0}1111\u{A0}1111",
        ] {
            assert!(holds_payment_data(text), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_taken() {
        for text in [
            "",
            "4111111111111112",
            "+43 664 1234567",
            "0043 664 123 45 67 89 01",
            "0049 1512 3456789",
            "Bestellung 2026-11-28-000123456",
            "1234567812345670",
            "AT61 1904 3002 3457 3202",
            "ISBN 978-3-16-148410-0",
            "Die Straße 12, 1010 Wien, 2. Stock, Tür 14",
            "UID ATU12345678",
            "28.11.2026 18:00 bis 29.11.2026 02:00",
            "550e8400-e29b-41d4-a716-446655440000",
            "4111, 1111, 1111, 1111",
            "1 2 3 4 5 6 7 8 9 10 11 12 13",
            "Plätze 40 41 42 43 44 45 46 47 48",
            "https://events.example/4111111111111111",
            "ü".repeat(200).as_str(),
        ] {
            assert!(!holds_payment_data(text), "{text}");
        }
    }
}
