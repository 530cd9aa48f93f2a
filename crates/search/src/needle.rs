//! What is looked for.

use memchr::memmem::Finder;

use crate::{
    buffer::Buffer,
    fold::{Form, fold_into},
};

/// What was typed, in both forms.
pub(crate) struct Needle {
    plain: Buffer,
    long: Buffer,
}

/// One word of it: a row has it if it has one of its forms.
pub(crate) struct Word<'a> {
    plain: Finder<'a>,
    long: Option<Finder<'a>>,
}

impl Needle {
    pub(crate) fn new(text: &str) -> Self {
        let mut needle = Self {
            plain: Buffer::with_capacity(2 * text.len()),
            long: Buffer::with_capacity(2 * text.len()),
        };
        fold_into(text, Form::Plain, &mut needle.plain);
        fold_into(text, Form::Long, &mut needle.long);
        needle
    }

    /// The words, the longest first: it is likely the rarest, so most rows fail at it. None twice.
    pub(crate) fn words(&self) -> Vec<Word<'_>> {
        // Both forms have the same blanks: they differ in letters only.
        let mut pairs: Vec<_> = split(&self.plain).zip(split(&self.long)).collect();
        pairs.sort_unstable_by(|one, other| {
            let lengths = other.0.len().cmp(&one.0.len());
            lengths.then_with(|| one.cmp(other))
        });
        pairs.dedup();
        let word = |(plain, long)| Word {
            plain: Finder::new(plain),
            long: (plain != long).then(|| Finder::new(long)),
        };
        pairs.into_iter().map(word).collect()
    }
}

fn split(folded: &Buffer) -> impl Iterator<Item = &[u8]> {
    let words = folded.as_slice().split(|byte| *byte == b' ');
    words.filter(|word| !word.is_empty())
}

impl<'a> Word<'a> {
    pub(crate) fn is_in(&self, row: &[u8]) -> bool {
        self.forms().any(|form| form.find(row).is_some())
    }

    pub(crate) fn forms(&self) -> impl Iterator<Item = &Finder<'a>> {
        std::iter::once(&self.plain).chain(&self.long)
    }
}

/// Whether the row has all words.
pub(crate) fn has_all(words: &[Word<'_>], row: &[u8]) -> bool {
    words.iter().all(|word| word.is_in(row))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str) -> Vec<Vec<String>> {
        let needle = Needle::new(text);
        let text = |form: &Finder<'_>| String::from_utf8_lossy(form.needle()).into_owned();
        let words = needle.words();
        words
            .iter()
            .map(|word| word.forms().map(text).collect())
            .collect()
    }

    #[test]
    fn words_come_longest_first_in_the_forms_that_differ() {
        assert_eq!(
            forms(" Ag, Müller-AG  ag "),
            [vec!["muller", "mueller"], vec!["ag"]]
        );
        assert!(forms(" -, ").is_empty());
    }
}
