//! The plaintext inside a sealed blob: length (4 bytes), postcard, zeros up to a multiple of 64,
//! so that the size of a blob tells little about its content.

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
    match postcard::take_from_bytes(value) {
        Ok((value, [])) => Ok(value),
        Ok(_) | Err(_) => Err(OpenError::OtherType),
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
    fn a_value_with_bytes_left_over_is_of_another_type() {
        let size = measure(&(1_u8, 2_u8));
        let mut buffer = vec![0; size.padded];
        write(&(1_u8, 2_u8), &size, &mut buffer);
        assert_eq!(read::<u8>(&buffer), Err(OpenError::OtherType));
    }
}
