//! The plaintext inside a sealed blob: length (4 bytes), postcard, zeros up to a multiple of 64,
//! so that the size of a blob tells little about its content.
//!
//! Behind its end a value reads as zeros: a type that gets more fields *at its end* still reads what was written before, with
//! those fields empty (`0`, `false`, `""`, `None`, an empty list). Nothing can be cut off unseen, since the blob is authenticated.

use postcard::{Deserializer, de_flavors::Flavor};
use serde::{Serialize, de::DeserializeOwned};

use crate::OpenError;

const BLOCK: usize = 64;
const LENGTH: usize = 4;

/// How many bytes the value takes in postcard, and how many with length and padding.
pub(crate) struct PayloadSize {
    value: u32,
    pub(crate) padded: usize,
}

/// Measures before writing: the blob is allocated once, and no copy of the plaintext stays behind
/// in memory that was given up while growing.
pub(crate) fn measure<T: Serialize>(value: &T) -> PayloadSize {
    let length = postcard::experimental::serialized_size(value)
        .expect("a row is made of types that postcard can write");
    let value = u32::try_from(length).expect("a row is smaller than 4 GiB");
    PayloadSize {
        value,
        padded: (LENGTH + length).next_multiple_of(BLOCK),
    }
}

/// Writes into a zeroed buffer of `size.padded` bytes.
pub(crate) fn write<T: Serialize>(value: &T, size: &PayloadSize, buffer: &mut [u8]) {
    let (length, rest) = buffer.split_at_mut(LENGTH);
    length.copy_from_slice(&size.value.to_be_bytes());
    let written = postcard::to_slice(value, &mut rest[..size.value as usize])
        .expect("the value was measured a moment ago")
        .len();
    assert_eq!(
        written, size.value as usize,
        "a value must be written as it was measured"
    );
}

/// Reads a value back; the padding must be exactly the one that `write` makes.
pub(crate) fn read<T: DeserializeOwned>(buffer: &[u8]) -> Result<T, OpenError> {
    let (length, rest) = buffer
        .split_first_chunk::<LENGTH>()
        .ok_or(OpenError::Malformed)?;
    let length = u32::from_be_bytes(*length) as usize;
    if length > rest.len() || (LENGTH + length).next_multiple_of(BLOCK) != buffer.len() {
        return Err(OpenError::Malformed);
    }
    let (value, padding) = rest.split_at(length);
    if padding.iter().any(|byte| *byte != 0) {
        return Err(OpenError::Malformed);
    }
    let mut reader = Deserializer::from_flavor(Written(value, ZEROS_MAX));
    let read = T::deserialize(&mut reader).map_err(|_| OpenError::OtherType)?;
    match reader.finalize() {
        Ok([]) => Ok(read),
        Ok(_) | Err(_) => Err(OpenError::OtherType),
    }
}

/// As many zeros as new fields can need; an endless list of them is another type.
const ZEROS_MAX: u32 = 1_024;

/// What was written, and so many zeros behind it.
struct Written<'de>(&'de [u8], u32);

impl<'de> Flavor<'de> for Written<'de> {
    type Remainder = &'de [u8];
    type Source = &'de [u8];

    fn pop(&mut self) -> postcard::Result<u8> {
        let Some((first, rest)) = self.0.split_first() else {
            self.1 = self
                .1
                .checked_sub(1)
                .ok_or(postcard::Error::DeserializeUnexpectedEnd)?;
            return Ok(0);
        };
        self.0 = rest;
        Ok(*first)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }

    fn try_take_n(&mut self, count: usize) -> postcard::Result<&'de [u8]> {
        let (taken, rest) = self
            .0
            .split_at_checked(count)
            .ok_or(postcard::Error::DeserializeUnexpectedEnd)?;
        self.0 = rest;
        Ok(taken)
    }

    fn finalize(self) -> postcard::Result<&'de [u8]> {
        Ok(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: &str) -> Vec<u8> {
        let size = measure(&value);
        let mut buffer = vec![0; size.padded];
        write(&value, &size, &mut buffer);
        buffer
    }

    #[test]
    fn every_length_around_the_block_reads_back() {
        for length in 0..200 {
            let text = "ä".repeat(length);
            let buffer = written(&text);
            assert_eq!(buffer.len() % BLOCK, 0);
            assert_eq!(read::<String>(&buffer).unwrap(), text);
        }
    }

    #[test]
    fn values_of_different_length_have_one_size() {
        assert_eq!(written("").len(), written(&"x".repeat(59)).len());
        assert_ne!(written("").len(), written(&"x".repeat(60)).len());
    }

    #[test]
    fn other_padding_is_malformed() {
        let mut buffer = written("name");
        *buffer.last_mut().unwrap() = 1;
        assert_eq!(read::<String>(&buffer), Err(OpenError::Malformed));
        let mut longer = written("name");
        longer.extend_from_slice(&[0; BLOCK]);
        assert_eq!(read::<String>(&longer), Err(OpenError::Malformed));
        assert_eq!(read::<String>(&[]), Err(OpenError::Malformed));
        assert_eq!(read::<String>(&[255; BLOCK]), Err(OpenError::Malformed));
    }

    #[test]
    fn fields_that_a_type_got_later_are_empty_in_what_was_written_before() {
        #[derive(serde::Serialize)]
        struct Before {
            name: &'static str,
            places: u32,
        }
        #[derive(serde::Deserialize, Debug, PartialEq)]
        struct Now {
            name: String,
            places: u32,
            word: String,
            agreed: bool,
            colour: Option<[u8; 3]>,
            lines: Vec<(u64, String)>,
        }
        let before = Before {
            name: "Anna",
            places: 300,
        };
        let size = measure(&before);
        let mut buffer = vec![0; size.padded];
        write(&before, &size, &mut buffer);
        let now = Now {
            name: "Anna".into(),
            places: 300,
            word: String::new(),
            agreed: false,
            colour: None,
            lines: Vec::new(),
        };
        assert_eq!(read::<Now>(&buffer), Ok(now));
    }

    #[test]
    fn a_text_that_claims_more_than_was_written_is_refused() {
        // A length of five and two letters.
        let written = [5, b'h', b'i'];
        let mut buffer = vec![0; BLOCK];
        buffer[..LENGTH].copy_from_slice(&3_u32.to_be_bytes());
        buffer[LENGTH..LENGTH + 3].copy_from_slice(&written);
        assert_eq!(read::<String>(&buffer), Err(OpenError::OtherType));
    }

    #[test]
    fn a_list_that_claims_to_be_endless_is_refused() {
        // The length of a list, 2^32 - 1, and nothing in it.
        let written = [0xff, 0xff, 0xff, 0xff, 0x0f];
        let mut buffer = vec![0; BLOCK];
        buffer[..LENGTH].copy_from_slice(&5_u32.to_be_bytes());
        buffer[LENGTH..LENGTH + 5].copy_from_slice(&written);
        assert_eq!(read::<Vec<u16>>(&buffer), Err(OpenError::OtherType));
    }

    #[test]
    fn a_value_with_bytes_left_over_is_of_another_type() {
        let size = measure(&(1_u8, 2_u8));
        let mut buffer = vec![0; size.padded];
        write(&(1_u8, 2_u8), &size, &mut buffer);
        assert_eq!(read::<u8>(&buffer), Err(OpenError::OtherType));
    }
}
