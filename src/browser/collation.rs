//! The order of words in a language, as the browser knows it: Chinese by its pronunciation.

use std::cmp::Ordering;

use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::i18n::Locale;
use crate::query::Collation;

/// The browser's collation of a language, to which `a`, `A` and `ａ` are one letter.
#[derive(Debug)]
pub struct Collator {
    compare: Function,
}

impl Collator {
    /// The collation of `locale`.
    #[must_use]
    pub fn new(locale: Locale) -> Self {
        let options = Object::new();
        let _ = Reflect::set(&options, &"sensitivity".into(), &"base".into());
        let collator = Intl::Collator::new(&Array::of1(&locale.tag().into()), &options);
        Self {
            compare: collator.compare(),
        }
    }
}

impl Collation for Collator {
    fn compare(&self, one: &str, other: &str) -> Ordering {
        let compared = self
            .compare
            .call2(&JsValue::NULL, &one.into(), &other.into());
        let difference = compared.ok().and_then(|compared| compared.as_f64());
        difference.unwrap_or(0.0).total_cmp(&0.0)
    }
}
