//! Secrets, and the search for them.

use data_encoding::{BASE64, HEXLOWER};

/// The secrets of one run: each word is found nowhere else.
pub struct Canaries(pub Vec<String>);

impl Canaries {
    /// A new secret.
    pub fn make(&mut self, of: &str) -> String {
        let word = format!("kanari{}{of}", self.0.len());
        self.add(&word)
    }

    pub fn add(&mut self, word: &str) -> String {
        self.0.push(word.to_owned());
        word.to_owned()
    }

    /// An address of a new secret.
    pub fn address(&mut self, of: &str) -> String {
        format!("{}@x.example", self.make(of))
    }

    /// The secrets that are in `hay`, in the clear or thinly veiled.
    pub fn found_in(&self, hay: &[u8]) -> Vec<String> {
        let lower = hay.to_ascii_lowercase();
        let mut found = Vec::new();
        for word in &self.0 {
            let bytes = word.as_bytes();
            let small = word.to_lowercase();
            let mut hit = contains(&lower, small.as_bytes())
                || contains(&lower, &word.to_ascii_lowercase().into_bytes())
                || contains(&lower, HEXLOWER.encode(bytes).as_bytes())
                || contains(&lower, HEXLOWER.encode(small.as_bytes()).as_bytes());
            for text in [bytes, small.as_bytes()] {
                hit |= base64_of(text).iter().any(|needle| contains(hay, needle));
            }
            if hit {
                found.push(word.clone());
            }
        }
        found
    }
}

/// How a text looks inside a longer one in Base64: it may begin at each of three places of a group.
fn base64_of(text: &[u8]) -> Vec<Vec<u8>> {
    let mut needles = Vec::new();
    for shift in 0..3 {
        let shifted = [vec![0; shift], text.to_vec()].concat();
        let whole = BASE64.encode(&shifted).into_bytes();
        // What mixes with the neighbours at both ends is left out.
        let start = if shift == 0 { 0 } else { 4 };
        let end = shifted.len() / 3 * 4;
        let needle = whole[start..end].to_vec();
        let for_addresses = needle
            .iter()
            .map(|byte| match byte {
                b'+' => b'-',
                b'/' => b'_',
                other => *other,
            })
            .collect();
        needles.extend([needle, for_addresses]);
    }
    needles
}

/// Whether a text stands in another.
pub fn contains(hay: &[u8], needle: &[u8]) -> bool {
    let first = needle[0];
    let mut rest = hay;
    while let Some(at) = rest.iter().position(|byte| *byte == first) {
        if rest[at..].starts_with(needle) {
            return true;
        }
        rest = &rest[at + 1..];
    }
    false
}

#[test]
fn the_search_finds_what_is_hidden_thinly() {
    let canaries = Canaries(vec!["kanari0Größe".to_owned()]);
    let word = canaries.0[0].as_bytes();
    for hay in [
        [b"..", word, b".."].concat(),
        canaries.0[0].to_lowercase().into_bytes(),
        HEXLOWER.encode(word).into_bytes(),
        HEXLOWER.encode(word).to_uppercase().into_bytes(),
        BASE64.encode(word).into_bytes(),
        BASE64.encode(&[b"x", word, b"yz"].concat()).into_bytes(),
        BASE64.encode(&[b"xy", word, b"z"].concat()).into_bytes(),
    ] {
        assert_eq!(
            canaries.found_in(&hay).len(),
            1,
            "{}",
            String::from_utf8_lossy(&hay)
        );
    }
    assert_eq!(canaries.found_in(b"kanari1Groesse"), [""; 0]);
}
