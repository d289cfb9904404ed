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
    let (is_negative, start) = match text.as_bytes() {
        [b'-', ..] => (true, 1),
        [b'+', ..] => (false, 1),
        _ => (false, 0),
    };
    let mut power = 0_i32;
    let mut mantissa = 0_u64;
    let mut read = 0;
    let (mut has_digits, mut has_point) = (false, false);
    for (place, &byte) in text.as_bytes().iter().enumerate().skip(start) {
        match byte {
            b'0'..=b'9' if read < MOST_DIGITS => {
                mantissa = mantissa * 10 + u64::from(byte - b'0');
                read += usize::from(mantissa > 0);
                power -= i32::from(has_point);
                has_digits = true;
            }
            b'0'..=b'9' => power += i32::from(!has_point),
            b'.' if !has_point => has_point = true,
            b'e' | b'E' => {
                let exponent: i16 = text[place + 1..].parse().ok()?;
                power += i32::from(exponent);
                break;
            }
            _ => return None,
        }
    }
    if !has_digits {
        return None;
    }
    // One multiplication or division by a power of ten up to 10²² rounds once, and so correctly.
    let mantissa = mantissa as f64;
    let size = if power < 0 {
        mantissa / power_of_ten(-power)
    } else {
        mantissa * power_of_ten(power)
    };
    let number = if is_negative { -size } else { size };
    number.is_finite().then_some(number)
}

/// Ten to the power of a number that is not negative. Amounts have few digits: this is quick for them.
fn power_of_ten(power: i32) -> f64 {
    const POWERS: [f64; 9] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];
    let known = usize::try_from(power)
        .ok()
        .and_then(|power| POWERS.get(power));
    known.copied().unwrap_or_else(|| 10_f64.powi(power))
}
