//! Makes ready what the page is compiled with: the tables, turned by a quarter, and the linker's notes for `bundle/`.

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// What stands between two columns. Values stand on a line each, the first of them the name of the column.
const BETWEEN_COLUMNS: &str = "\u{1e}";

/// A table and the form in which it is compiled in.
struct Table {
    /// Under `assets/`.
    file: &'static str,
    /// In the folder of the build.
    out: &'static str,
    part: Part,
}

/// How much of a table is compiled in.
enum Part {
    Whole,
    /// Every column, some of them blank.
    Without(&'static [&'static str]),
    /// Some columns.
    Only(&'static [&'static str]),
}

/// Every table. The first picture is drawn from the parts, and has a third of the bytes of the whole ones, which are
/// fetched after it (`ui::later`).
const TABLES: [Table; 12] = [
    Table::whole("data/signed-projects.csv", "signed-projects"),
    Table {
        file: "data/signed-projects.csv",
        out: "signed-projects-first",
        part: Part::Without(&["source_url", "source_title", "note"]),
    },
    Table::whole("data/announced-projects.csv", "announced-projects"),
    Table::whole("data/announcements.csv", "announcements"),
    Table {
        file: "data/announcements.csv",
        out: "event-names",
        part: Part::Only(&["event", "name_zh", "name_en"]),
    },
    Table::whole("data/indicators.csv", "indicators"),
    Table::whole("data/exchange-rates.csv", "exchange-rates"),
    Table::whole("reference/countries.csv", "countries"),
    Table::whole("reference/country-names.csv", "country-names"),
    Table::whole("reference/industries.csv", "industries"),
    Table::whole("reference/industry-names.csv", "industry-names"),
    Table::whole("reference/places.csv", "places"),
];

impl Table {
    const fn whole(file: &'static str, out: &'static str) -> Self {
        Self {
            file,
            out,
            part: Part::Whole,
        }
    }

    /// Writes the table column by column. Values of one column are alike, so that this is a tenth smaller when
    /// compressed, and it is read without a reader of CSV in the page.
    fn write(&self, assets: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
        let path = assets.join(self.file);
        println!("cargo::rerun-if-changed={}", path.display());
        let mut reader = csv::Reader::from_path(&path)?;
        let header = reader.headers()?.clone();
        let records = reader.records().collect::<Result<Vec<_>, _>>()?;
        let mut columns = Vec::new();
        for (position, name) in header.iter().enumerate() {
            let is_blank = match self.part {
                Part::Whole => false,
                Part::Without(names) => names.contains(&name),
                Part::Only(names) if names.contains(&name) => false,
                Part::Only(_) => continue,
            };
            let values = records.iter().map(|record| match record.get(position) {
                Some(value) if !is_blank => value,
                Some(_) | None => "",
            });
            let column: Vec<&str> = std::iter::once(name).chain(values).collect();
            if let Some(value) = column
                .iter()
                .find(|value| value.contains(['\n', '\r', '\u{1e}']))
            {
                return Err(format!("{}: {value:?} has more than one line.", self.file).into());
            }
            columns.push(column.join("\n"));
        }
        let out = folder.join(self.out);
        Ok(fs::write(out, columns.join(BETWEEN_COLUMNS))?)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let assets = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("assets");
    let folder = PathBuf::from(env::var("OUT_DIR")?);
    for table in TABLES {
        table.write(&assets, &folder)?;
    }
    let is_wasm = env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm");
    if is_wasm && env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    Ok(())
}
