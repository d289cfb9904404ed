//! Numbers in files.

use proptest::prelude::*;

use inward::data::decimal;
use inward::io::Problem;
use inward::io::exchange_rates::read_exchange_rates;

use crate::support::columns;

proptest! {
    #[test]
    fn a_number_of_up_to_fifteen_digits_is_read_exactly(
        digits in 0_u64..1_000_000_000_000_000,
        places in 0_usize..22,
        sign in "[-+]?",
    ) {
        let padded = format!("{digits:0>places$}");
        let (whole, part) = padded.split_at(padded.len() - places);
        let text = format!("{sign}{whole}.{part}");
        prop_assume!(!whole.is_empty() || !part.is_empty());
        prop_assert_eq!(decimal::parse(&text), text.parse().ok());
    }

    #[test]
    fn a_longer_number_is_read_to_the_last_bit_or_two(text in "[0-9]{1,40}(\\.[0-9]{0,40})?(e-?[0-9]{1,2})?") {
        let exact: f64 = text.parse().unwrap();
        let read = decimal::parse(&text).unwrap();
        prop_assert!((read - exact).abs() <= exact.abs() * 4.0 * f64::EPSILON, "{read} {exact}");
    }
}

#[test]
fn a_number_may_be_written_in_several_ways() {
    for (text, number) in [
        ("12", 12.0),
        ("-0.5", -0.5),
        ("+3.", 3.0),
        (".25", 0.25),
        ("1.2E+07", 12_000_000.0),
        ("0", 0.0),
    ] {
        assert_eq!(decimal::parse(text), Some(number), "{text}");
    }
}

#[test]
fn what_is_no_number_is_not_read() {
    for text in [
        "", ".", "-", "e5", "1e", "1,5", "1.2.3", "0x10", " 1", "1 ", "inf", "NaN", "1e999", "十",
    ] {
        assert_eq!(decimal::parse(text), None, "{text}");
    }
}

#[test]
fn a_file_without_a_column_is_refused_once() {
    let reading = read_exchange_rates(&columns("year,currency\n2022,USD\n2023,USD\n"));
    let issues: Vec<(u64, Problem)> = reading
        .issues
        .into_iter()
        .map(|issue| (issue.line, issue.problem))
        .collect();
    assert_eq!(issues, [(1, Problem::MissingColumn)]);
}
