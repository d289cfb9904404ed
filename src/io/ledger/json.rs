//! JSON: an array of objects, or an object in each line.

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::cell::{Cell, OwnedRow};
use super::rows::{MOST_COLUMNS, RowOf, Rows};
use crate::i18n::ledger::ImportError;

/// Reads all objects of `text`: once for the names of their fields, once for their values.
pub(super) fn read(text: &str, rows: &mut Rows) -> Result<(), ImportError> {
    let mut names: Vec<String> = Vec::new();
    each_object(text, &mut |object| {
        for (name, _) in object {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        if names.len() as u32 > MOST_COLUMNS {
            return Err(ImportError::TooManyColumns {
                columns: names.len() as u32,
                most: MOST_COLUMNS,
            });
        }
        Ok(())
    })?;
    if names.is_empty() {
        return Err(ImportError::Empty);
    }
    rows.begins_with_header();
    let header: Vec<Cell<'_>> = names.iter().map(|name| Cell::of_text(name)).collect();
    let mut number = 1;
    rows.row(&RowOf {
        number,
        cells: &header,
        ..RowOf::default()
    })?;
    let mut row = OwnedRow::default();
    each_object(text, &mut |object| {
        number += 1;
        row.clear();
        for name in &names {
            let value = object.iter().find(|(own, _)| own == name);
            match value.map(|(_, value)| value) {
                None | Some(Value::Null) => row.push(Cell::Empty),
                Some(Value::String(text)) => row.push(Cell::of_text(text)),
                Some(Value::Number(number)) => {
                    let shown = number.to_string();
                    row.push(match number.as_f64() {
                        Some(number) => Cell::Number(number, &shown),
                        None => Cell::of_text(&shown),
                    });
                }
                // What has parts of its own is kept as it is written.
                Some(value @ (Value::Bool(_) | Value::Array(_) | Value::Object(_))) => {
                    row.push(Cell::of_text(&value.to_string()));
                }
            }
        }
        rows.row(&RowOf {
            number,
            cells: &row.cells(),
            ..RowOf::default()
        })
    })
}

type Each<'e> = dyn FnMut(&[(String, Value)]) -> Result<(), ImportError> + 'e;

fn each_object(text: &str, each: &mut Each<'_>) -> Result<(), ImportError> {
    let mut refusal = None;
    let mut json = serde_json::Deserializer::from_str(text);
    let is_array = text.trim_start().starts_with('[');
    let result = if is_array {
        let objects = Objects {
            each,
            refusal: &mut refusal,
        };
        json.deserialize_seq(objects).and_then(|()| json.end())
    } else {
        loop {
            if json.end().is_ok() {
                break Ok(());
            }
            let object = OneObject {
                each,
                refusal: &mut refusal,
            };
            if let Err(error) = object.deserialize(&mut json) {
                break Err(error);
            }
        }
    };
    match (refusal, result) {
        (Some(refusal), _) => Err(refusal),
        (None, Ok(())) => Ok(()),
        (None, Err(error)) if error.is_eof() || error.is_syntax() => Err(ImportError::Damaged),
        (None, Err(_)) => Err(ImportError::JsonOfOtherForm),
    }
}

/// The elements of an array, which all are objects.
struct Objects<'e, 'f> {
    each: &'e mut Each<'f>,
    refusal: &'e mut Option<ImportError>,
}

impl<'de> Visitor<'de> for Objects<'_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("an array of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        while elements
            .next_element_seed(OneObject {
                each: self.each,
                refusal: self.refusal,
            })?
            .is_some()
        {}
        Ok(())
    }
}

/// One object, its fields in the order in which they are written.
struct OneObject<'e, 'f> {
    each: &'e mut Each<'f>,
    refusal: &'e mut Option<ImportError>,
}

impl<'de> DeserializeSeed<'de> for OneObject<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for OneObject<'_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        let mut object = Vec::new();
        while let Some(name) = fields.next_key::<String>()? {
            if object.len() as u32 > MOST_COLUMNS {
                fields.next_value::<IgnoredAny>()?;
                continue;
            }
            object.push((name, fields.next_value::<Value>()?));
        }
        (self.each)(&object).map_err(|refusal| {
            *self.refusal = Some(refusal);
            A::Error::custom("refused")
        })
    }
}
