//! What stays in the browser: whole or not at all.

use inward::browser::ledger_store::{self, KeptLedger, StoreError};
use js_sys::{Array, Function};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Blob;

fn ledger(key: &str, name: &str) -> KeptLedger {
    KeptLedger {
        key: key.into(),
        name: name.into(),
        file_name: "台账.csv".into(),
        opened_on: "2026-11-26".into(),
        projects: 3,
        choices: "{}".into(),
    }
}

fn blob(text: &str) -> Blob {
    Blob::new_with_str_sequence(&Array::of1(&JsValue::from(text))).unwrap()
}

async fn text_of(key: &str) -> Option<String> {
    let file = ledger_store::file(key).await.unwrap()?;
    JsFuture::from(file.text()).await.unwrap().as_string()
}

async fn names() -> Vec<String> {
    let mut names: Vec<String> = ledger_store::list()
        .await
        .unwrap()
        .into_iter()
        .map(|kept| kept.name)
        .collect();
    names.sort();
    names
}

/// Runs a piece of script; the browser's own objects are changed in it, as a full disk would.
fn script(body: &str) {
    Function::new_no_args(body).call0(&JsValue::NULL).unwrap();
}

// One test, because all of it is about one database.
#[wasm_bindgen_test]
async fn ledgers_are_kept_described_and_removed_and_a_failure_leaves_what_was_there() {
    let (one, two) = ("ledger-00000001", "ledger-00000002");
    ledger_store::keep(&ledger(one, "one"), &blob("first"))
        .await
        .unwrap();
    ledger_store::keep(&ledger(two, "two"), &blob("second"))
        .await
        .unwrap();
    assert_eq!(names().await, ["one", "two"]);
    assert_eq!(text_of(one).await.as_deref(), Some("first"));

    ledger_store::describe(&ledger(one, "renamed"))
        .await
        .unwrap();
    assert_eq!(names().await, ["renamed", "two"]);
    assert_eq!(text_of(one).await.as_deref(), Some("first"));

    // The file does not fit: the description, which was written before it in the same transaction, is as it was too.
    script(
        "self.put = IDBObjectStore.prototype.put; \
         IDBObjectStore.prototype.put = function (value, key) { \
             if (this.name === 'files') { \
                 throw new DOMException('no room', 'QuotaExceededError'); \
             } \
             return self.put.call(this, value, key); \
         };",
    );
    let kept = ledger_store::keep(&ledger(one, "half"), &blob("newer")).await;
    script("IDBObjectStore.prototype.put = self.put;");
    assert_eq!(kept, Err(StoreError::Full));
    assert_eq!(names().await, ["renamed", "two"]);
    assert_eq!(text_of(one).await.as_deref(), Some("first"));

    ledger_store::remove(one).await.unwrap();
    assert_eq!(names().await, ["two"]);
    assert_eq!(text_of(one).await, None);
    ledger_store::remove(two).await.unwrap();

    script(
        "self.open = IDBFactory.prototype.open; \
         IDBFactory.prototype.open = function () { throw new DOMException('no', 'SecurityError'); };",
    );
    let listed = ledger_store::list().await;
    script("IDBFactory.prototype.open = self.open;");
    assert_eq!(listed, Err(StoreError::Blocked));
}
