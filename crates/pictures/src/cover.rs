//! The picture on top of a page.

use std::io::Cursor;

use image::{
    DynamicImage, ImageDecoder, ImageReader, Limits, RgbImage, codecs::jpeg::JpegEncoder,
    imageops::FilterType,
};

/// The largest file, in bytes.
pub const MAX_BYTES: usize = 10 * 1024 * 1024;
/// The narrowest picture, in pixels.
pub const MIN_WIDTH: u32 = 400;

/// The longest side of a file's picture, in pixels.
const MAX_SIDE: u32 = 12_000;
/// Memory that the pixels of a file may take, in bytes: some 65 megapixels of three bytes, fewer of more.
const MAX_ALLOC: u64 = 200 * 1024 * 1024;
/// The longest side of the large and of the small version, in pixels.
const SIDES: [u32; 2] = [1_600, 800];
/// Quality of the JPEG, of 100.
const QUALITY: u8 = 82;

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The file, without any metadata.
    pub jpeg: Vec<u8>,
}

/// The picture in two sizes; the same twice when it is small.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// At most 1,600 pixels along the longer side.
    pub large: Picture,
    /// At most 800 pixels along the longer side.
    pub small: Picture,
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// Not a JPEG, PNG or WebP file, or a damaged one.
    #[error("not a picture that can be read")]
    Unreadable,
    /// Too many bytes or pixels.
    #[error("the picture is too large")]
    TooLarge,
    /// Too few pixels.
    #[error("the picture is too small")]
    TooSmall,
}

/// Reads a JPEG, PNG or WebP file and writes it anew: upright, no larger than needed, on white where it lets something through.
pub fn cover(file: &[u8]) -> Result<Cover, PictureError> {
    if file.len() > MAX_BYTES {
        return Err(PictureError::TooLarge);
    }
    let picture = read(file)?;
    if picture.width() < MIN_WIDTH {
        return Err(PictureError::TooSmall);
    }
    let [large, small] = SIDES.map(|side| write(&picture, side));
    Ok(Cover {
        large: large?,
        small: small?,
    })
}

fn read(file: &[u8]) -> Result<DynamicImage, PictureError> {
    let reader = ImageReader::new(Cursor::new(file)).with_guessed_format();
    let mut reader = reader.map_err(|_| PictureError::Unreadable)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_ALLOC);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(problem)?;
    // Up to eight bytes for each pixel, and as much again to turn it upright.
    if decoder.total_bytes() > MAX_ALLOC {
        return Err(PictureError::TooLarge);
    }
    let orientation = decoder.orientation().map_err(problem)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(problem)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn problem(error: image::ImageError) -> PictureError {
    match error {
        image::ImageError::Limits(_) => PictureError::TooLarge,
        _ => PictureError::Unreadable,
    }
}

fn write(picture: &DynamicImage, side: u32) -> Result<Picture, PictureError> {
    let smaller = if picture.width().max(picture.height()) > side {
        &picture.resize(side, side, FilterType::CatmullRom)
    } else {
        picture
    };
    let pixels = on_white(smaller);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY)
        .encode_image(&pixels)
        .map_err(problem)?;
    Ok(Picture {
        width: pixels.width(),
        height: pixels.height(),
        jpeg,
    })
}

fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let seen = picture.to_rgba8();
    RgbImage::from_fn(seen.width(), seen.height(), |x, y| {
        let [red, green, blue, alpha] = seen.get_pixel(x, y).0;
        let over = |colour: u8| {
            let (colour, alpha) = (u32::from(colour), u32::from(alpha));
            u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
        };
        image::Rgb([over(red), over(green), over(blue)])
    })
}

#[cfg(test)]
mod tests {
    use image::{ImageFormat, Rgba, RgbaImage};

    use super::*;

    /// A picture, red on the left and blue on the right, in a format.
    fn file(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let half = |x, _| {
            let red = x < width / 2;
            Rgba(if red {
                [255, 0, 0, 255]
            } else {
                [0, 0, 255, 255]
            })
        };
        let picture = DynamicImage::from(RgbaImage::from_fn(width, height, half));
        let picture = if format == ImageFormat::Jpeg {
            DynamicImage::from(picture.to_rgb8())
        } else {
            picture
        };
        let mut file = Cursor::new(Vec::new());
        picture.write_to(&mut file, format).expect("written");
        file.into_inner()
    }

    /// The same JPEG with an EXIF block that says: turned a quarter, taken by somebody.
    fn with_exif(jpeg: &[u8]) -> Vec<u8> {
        let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02".to_vec();
        exif.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0");
        exif.extend(b"\x01\x3b\0\x02\0\0\0\x09\0\0\0\x26");
        exif.extend(b"\0\0\0\0MariaFoto\0");
        let length = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
        let block = [&[0xff, 0xe1], &length[..], &exif].concat();
        [&jpeg[..2], &block, &jpeg[2..]].concat()
    }

    #[test]
    fn every_format_becomes_a_jpeg_of_the_right_size() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let cover = cover(&file(2_000, 1_000, format)).expect("a picture");
            assert_eq!((cover.large.width, cover.large.height), (1_600, 800));
            assert_eq!((cover.small.width, cover.small.height), (800, 400));
            let read = image::load_from_memory_with_format(&cover.large.jpeg, ImageFormat::Jpeg);
            assert_eq!(read.expect("a JPEG").width(), 1_600);
        }
        let small = cover(&file(500, 300, ImageFormat::Png)).expect("a picture");
        assert_eq!((small.large.width, small.large.height), (500, 300));
    }

    #[test]
    fn it_stands_upright_and_says_nothing_about_who_took_it() {
        let file = with_exif(&file(800, 400, ImageFormat::Jpeg));
        assert!(file.windows(9).any(|part| part == b"MariaFoto"));
        let cover = cover(&file).expect("a picture");
        assert_eq!((cover.large.width, cover.large.height), (400, 800));
        for picture in [&cover.large, &cover.small] {
            for trace in [&b"MariaFoto"[..], b"Exif"] {
                assert!(!picture.jpeg.windows(trace.len()).any(|part| part == trace));
            }
        }
    }

    #[test]
    fn what_lets_something_through_lies_on_white() {
        let clear = DynamicImage::from(RgbaImage::new(400, 10));
        assert_eq!(on_white(&clear).get_pixel(5, 5).0, [255, 255, 255]);
    }

    #[test]
    fn what_is_no_picture_or_too_much_is_refused() {
        assert_eq!(cover(b"%PDF-1.7"), Err(PictureError::Unreadable));
        assert_eq!(cover(b""), Err(PictureError::Unreadable));
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>";
        assert_eq!(cover(svg), Err(PictureError::Unreadable));
        let whole = file(800, 400, ImageFormat::Png);
        assert_eq!(cover(&whole[..200]), Err(PictureError::Unreadable));
        assert_eq!(cover(&vec![0; MAX_BYTES + 1]), Err(PictureError::TooLarge));
        assert_eq!(
            cover(&file(399, 300, ImageFormat::Png)),
            Err(PictureError::TooSmall)
        );
        let deep = DynamicImage::new_rgba16(6_000, 5_000);
        let mut sixteen = Cursor::new(Vec::new());
        deep.write_to(&mut sixteen, ImageFormat::Png)
            .expect("written");
        assert_eq!(cover(&sixteen.into_inner()), Err(PictureError::TooLarge));
        // A few bytes that promise a picture of gigabytes.
        let mut bomb = file(400, 10, ImageFormat::Png);
        bomb[16..24].copy_from_slice(&[0, 0, 0x2e, 0xe0, 0, 0, 0x2e, 0xe0]);
        assert!(matches!(
            cover(&bomb),
            Err(PictureError::TooLarge | PictureError::Unreadable)
        ));
    }
}
