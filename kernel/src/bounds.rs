//! Whether numbers that came from elsewhere are what they have to be.

/// The highest of some codes.
#[must_use]
#[inline(never)]
pub fn highest_code(codes: &[u16]) -> Option<u16> {
    codes.iter().copied().max()
}

/// The highest of some bytes.
#[must_use]
#[inline(never)]
pub fn highest_byte(bytes: &[u8]) -> Option<u8> {
    bytes.iter().copied().max()
}

/// The highest of some rows.
#[must_use]
#[inline(never)]
pub fn highest_row(rows: &[u32]) -> Option<u32> {
    rows.iter().copied().max()
}
