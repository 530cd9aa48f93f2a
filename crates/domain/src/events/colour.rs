//! A brand's colour, made readable.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

/// A colour that an organiser chose. What is shown is corrected, so that words in it and on it hold 4.5:1 (WCAG 2.2, 1.4.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colour(pub [u8; 3]);

/// A text that is no colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no colour")]
pub struct NoColour;

/// The least contrast between words and what is behind them.
const CONTRAST_MIN: f64 = 4.5;
/// The surfaces of the light look, see `style/tokens.css`, and the words on the colour.
const LIGHT: Look = Look {
    surfaces: [[0xfb, 0xfa, 0xf7], [0xff, 0xff, 0xff], [0xf4, 0xf2, 0xee]],
    on_brand: [0xff, 0xff, 0xff],
};
/// Likewise of the dark look.
const DARK: Look = Look {
    surfaces: [[0x0c, 0x14, 0x15], [0x13, 0x1d, 0x1e], [0x08, 0x0f, 0x0f]],
    on_brand: [0x08, 0x0f, 0x0f],
};

struct Look {
    surfaces: [[u8; 3]; 3],
    on_brand: [u8; 3],
}

/// The colours of one look that follow from a brand's colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tint {
    /// Buttons and links.
    pub brand: Colour,
    /// The same under the pointer.
    pub hover: Colour,
    /// A surface in a breath of it.
    pub soft: Colour,
}

impl Colour {
    /// Reads `#0a6052`.
    pub fn parse(text: &str) -> Result<Self, NoColour> {
        let digits = text.trim().strip_prefix('#').ok_or(NoColour)?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NoColour);
        }
        let number = u32::from_str_radix(digits, 16).map_err(|_| NoColour)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Ok(Self([red, green, blue]))
    }

    /// As `#0a6052`.
    pub fn code(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// As it is shown in the light look.
    pub fn light(self) -> Tint {
        self.tint(&LIGHT, [0; 3])
    }

    /// As it is shown in the dark look.
    pub fn dark(self) -> Tint {
        self.tint(&DARK, [0xff; 3])
    }

    /// A style sheet that puts this colour in place of the product's.
    pub fn style_sheet(self) -> String {
        let mut sheet = String::new();
        let dark = ":root:not([data-theme=\"light\"])";
        let looks = [
            (":root", "", self.light(), ""),
            (
                dark,
                "@media (prefers-color-scheme: dark){",
                self.dark(),
                "}",
            ),
            (":root[data-theme=\"dark\"]", "", self.dark(), ""),
        ];
        for (selector, before, tint, after) in looks {
            let _ = write!(
                sheet,
                "{before}{selector}{{--brand:{};--brand-hover:{};--brand-soft:{}}}{after}",
                tint.brand.code(),
                tint.hover.code(),
                tint.soft.code()
            );
        }
        sheet
    }

    /// Moves the colour towards black or white until everything can be read.
    fn tint(self, look: &Look, towards: [u8; 3]) -> Tint {
        let mut share = 0;
        loop {
            let brand = mix(self.0, towards, share);
            let soft = mix(look.surfaces[1], brand, 12);
            let behind = look.surfaces.iter().chain([&soft, &look.on_brand]);
            let readable = behind
                .clone()
                .all(|surface| contrast(brand, *surface) >= CONTRAST_MIN);
            if readable || share >= 100 {
                return Tint {
                    brand: Self(brand),
                    hover: Self(mix(brand, towards, 15)),
                    soft: Self(soft),
                };
            }
            share += 2;
        }
    }
}

/// `percent` of the way from one colour to the other.
fn mix(from: [u8; 3], to: [u8; 3], percent: u32) -> [u8; 3] {
    let mut mixed = [0; 3];
    for (at, part) in mixed.iter_mut().enumerate() {
        let sum = u32::from(from[at]) * (100 - percent) + u32::from(to[at]) * percent;
        *part = u8::try_from(sum / 100).unwrap_or(u8::MAX);
    }
    mixed
}

/// The contrast of two colours (WCAG 2.2, "contrast ratio").
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// WCAG 2.2, "relative luminance".
fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.0722_f64.mul_add(blue, 0.2126_f64.mul_add(red, 0.7152 * green))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_becomes_readable_in_both_looks() {
        let steps = [0_u8, 0x33, 0x66, 0x99, 0xcc, 0xff];
        for red in steps {
            for green in steps {
                for blue in steps {
                    let colour = Colour([red, green, blue]);
                    for (tint, look) in [(colour.light(), &LIGHT), (colour.dark(), &DARK)] {
                        let behind = look.surfaces.iter().chain([&tint.soft.0, &look.on_brand]);
                        for surface in behind {
                            let found = contrast(tint.brand.0, *surface);
                            assert!(
                                found >= CONTRAST_MIN,
                                "{} on {surface:?}: {found}",
                                colour.code()
                            );
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_readable_colour_stays_as_it_is() {
        let brand = Colour::parse("#0a6052").expect("a colour");
        assert_eq!(brand.light().brand, brand);
    }

    #[test]
    fn what_is_no_colour_is_refused() {
        for text in [
            "", "0a6052", "#0a605", "#0a60522", "#0a605g", "red", "#+a6052",
        ] {
            assert_eq!(Colour::parse(text), Err(NoColour), "{text}");
        }
    }

    #[test]
    fn black_on_white_has_the_most_contrast() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 0.01);
    }
}
