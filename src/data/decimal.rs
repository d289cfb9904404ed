//! Decimal numbers as people type them.
//!
//! The standard library reads any number to the last bit and carries 14 kB of
//! tables and code for it; amounts and rates have a dozen digits at most.

/// The most digits that are read; further ones move the point and nothing else.
const MOST_DIGITS: usize = 19;

/// Reads `12`, `-0.5`, `+3.`, `.25` or `1.2e7`; nothing else, and no number too large to hold.
///
/// Exact, as [`str::parse`] is, up to 15 digits; beyond, the last bit may differ.
#[must_use]
pub fn parse(text: &str) -> Option<f64> {
    let (digits, exponent) = match text.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse::<i16>().ok()?),
        None => (text, 0),
    };
    let unsigned = digits.strip_prefix(['-', '+']).unwrap_or(digits);
    let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let mut power = i32::from(exponent);
    let mut mantissa = 0_u64;
    let mut read = 0;
    for (is_part, digit) in whole
        .bytes()
        .map(|digit| (false, digit))
        .chain(part.bytes().map(|digit| (true, digit)))
    {
        if !digit.is_ascii_digit() {
            return None;
        }
        if read < MOST_DIGITS {
            mantissa = mantissa * 10 + u64::from(digit - b'0');
            read += usize::from(mantissa > 0);
            power -= i32::from(is_part);
        } else {
            power += i32::from(!is_part);
        }
    }
    if whole.is_empty() && part.is_empty() {
        return None;
    }
    // One multiplication or division by a power of ten up to 10²² rounds once, and so correctly.
    let mantissa = mantissa as f64;
    let size = if power < 0 {
        mantissa / 10_f64.powi(-power)
    } else {
        mantissa * 10_f64.powi(power)
    };
    let number = if digits.starts_with('-') { -size } else { size };
    number.is_finite().then_some(number)
}
