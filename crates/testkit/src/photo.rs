//! Photographs as cameras make them.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

/// A JPEG file of this size that says something besides the picture.
pub fn photo(width: u32, height: u32, comment: &str) -> Vec<u8> {
    let shade =
        |x: u32, y: u32| Rgb([(x % 256), (y % 256), 128].map(|c| u8::try_from(c).unwrap_or(0)));
    let picture = RgbImage::from_fn(width, height, shade);
    let mut file = Cursor::new(Vec::new());
    picture
        .write_to(&mut file, ImageFormat::Jpeg)
        .expect("a picture is written");
    let file = file.into_inner();
    let length = u16::try_from(comment.len() + 2).expect("a short comment");
    let block = [&[0xff, 0xfe][..], &length.to_be_bytes(), comment.as_bytes()].concat();
    [&file[..2], &block, &file[2..]].concat()
}
