//! Ledgers that stay in this browser.
//!
//! A ledger is kept as the file that the reader chose, and how it was read: a
//! later version of the page reads the file again and may read it better. File
//! and description are written in one transaction, so that a tab that is
//! closed meanwhile leaves the old or the new and never half.

use js_sys::{Array, Promise};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen::{JsCast, JsError};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, DomException, Event, IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

use crate::state::LedgerKey;

const DATABASE: &str = "inward";
const VERSION: u32 = 1;

/// Descriptions by key.
const LEDGERS: &str = "ledgers";

/// Files by key.
const FILES: &str = "files";

/// Why the browser did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// It lets the page keep nothing: a private window, or by the reader's settings.
    Blocked,
    /// There is no room; what was kept before is untouched.
    Full,
    /// Anything else; what was kept before is untouched.
    Failed,
}

impl StoreError {
    fn from_exception(exception: Option<&DomException>) -> Self {
        match exception.map(DomException::name).as_deref() {
            Some("QuotaExceededError") => Self::Full,
            Some("SecurityError" | "InvalidStateError" | "InvalidAccessError") => Self::Blocked,
            Some(_) | None => Self::Failed,
        }
    }
}

impl From<JsValue> for StoreError {
    fn from(thrown: JsValue) -> Self {
        Self::from_exception(thrown.dyn_ref())
    }
}

/// What is kept beside a ledger's file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptLedger {
    /// Its key, as in addresses.
    pub key: String,
    /// What the reader calls it.
    pub name: String,
    /// The name of its file, whose ending may say what it is.
    pub file_name: String,
    /// The day on which the file was opened.
    pub opened_on: String,
    /// Projects in it.
    pub projects: u32,
    /// How the file is read, as JSON; a later version of the page may read it otherwise.
    pub choices: String,
}

impl KeptLedger {
    /// The key; `None` for one that no version of the page writes.
    #[must_use]
    pub fn ledger_key(&self) -> Option<LedgerKey> {
        LedgerKey::parse(&self.key)
    }
}

/// The key of a new ledger.
#[must_use]
pub fn draw_key() -> LedgerKey {
    LedgerKey::drawn((js_sys::Math::random() * f64::from(u32::MAX)) as u32)
}

/// Every ledger that is kept, without the files. A description that cannot be read is passed over.
///
/// # Errors
///
/// [`StoreError`] where the browser keeps nothing.
pub async fn list() -> Result<Vec<KeptLedger>, StoreError> {
    let database = Database::open().await?;
    let request = database.store(LEDGERS)?.get_all()?;
    let kept: Array = done(&request).await?.unchecked_into();
    let descriptions = kept.iter().filter_map(|text| text.as_string());
    Ok(descriptions
        .filter_map(|text| serde_json::from_str(&text).ok())
        .collect())
}

/// Keeps a ledger, in the place of the one with its key.
///
/// # Errors
///
/// [`StoreError`]; the one with its key is then as it was.
pub async fn keep(ledger: &KeptLedger, file: &Blob) -> Result<(), StoreError> {
    let key = JsValue::from(&ledger.key);
    written(&[LEDGERS, FILES], |transaction| {
        let ledgers = transaction.object_store(LEDGERS)?;
        ledgers.put_with_key(&described(ledger), &key)?;
        transaction.object_store(FILES)?.put_with_key(file, &key)?;
        Ok(())
    })
    .await
}

/// Writes anew what is kept beside a ledger's file.
///
/// # Errors
///
/// [`StoreError`]; it is then as it was.
pub async fn describe(ledger: &KeptLedger) -> Result<(), StoreError> {
    written(&[LEDGERS], |transaction| {
        let ledgers = transaction.object_store(LEDGERS)?;
        ledgers.put_with_key(&described(ledger), &JsValue::from(&ledger.key))?;
        Ok(())
    })
    .await
}

/// The file of a ledger; `None` where none is kept under this key.
///
/// # Errors
///
/// [`StoreError`] where the browser keeps nothing.
pub async fn file(key: &str) -> Result<Option<Blob>, StoreError> {
    let database = Database::open().await?;
    let request = database.store(FILES)?.get(&key.into())?;
    Ok(done(&request).await?.dyn_into().ok())
}

/// Removes a ledger and its file.
///
/// # Errors
///
/// [`StoreError`]; both are then as they were.
pub async fn remove(key: &str) -> Result<(), StoreError> {
    written(&[LEDGERS, FILES], |transaction| {
        for store in [LEDGERS, FILES] {
            transaction.object_store(store)?.delete(&key.into())?;
        }
        Ok(())
    })
    .await
}

fn described(ledger: &KeptLedger) -> JsValue {
    // Strings and a number: there is nothing in it that JSON has not.
    serde_json::to_string(ledger).unwrap_or_default().into()
}

/// The open database; closed when dropped, so that another tab may remove it.
struct Database(IdbDatabase);

impl Database {
    async fn open() -> Result<Self, StoreError> {
        let factory = gloo::utils::window()
            .indexed_db()
            .map_err(StoreError::from)?;
        let request: IdbOpenDbRequest = factory
            .ok_or(StoreError::Blocked)?
            .open_with_u32(DATABASE, VERSION)?;
        let upgrade = {
            let request = request.clone();
            Closure::once(move |_: Event| -> Result<(), JsError> {
                let database = request.result().ok().map(JsCast::unchecked_into);
                let Some(database): Option<IdbDatabase> = database else {
                    return Ok(());
                };
                for store in [LEDGERS, FILES] {
                    let created = database.create_object_store(store);
                    created.map_err(|_| JsError::new("the store cannot be created"))?;
                }
                Ok(())
            })
        };
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let opened = done(&request).await;
        // A browser that refuses to open says so in many ways.
        let database = opened.map_err(|error| match error {
            StoreError::Full => StoreError::Full,
            StoreError::Blocked | StoreError::Failed => StoreError::Blocked,
        })?;
        Ok(Self(database.unchecked_into()))
    }

    fn store(&self, name: &str) -> Result<web_sys::IdbObjectStore, StoreError> {
        Ok(self.0.transaction_with_str(name)?.object_store(name)?)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// What a request gives.
async fn done(request: &IdbRequest) -> Result<JsValue, StoreError> {
    let answered = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(answered).await {
        Ok(_) => Ok(request.result()?),
        Err(event) => {
            prevent_default(&event);
            let exception = request.error().ok().flatten();
            Err(StoreError::from_exception(exception.as_ref()))
        }
    }
}

/// Asks for several changes at once, and waits until all of them are written or none.
async fn written(
    stores: &[&str],
    ask: impl FnOnce(&IdbTransaction) -> Result<(), JsValue>,
) -> Result<(), StoreError> {
    let database = Database::open().await?;
    let names: Array = stores.iter().map(|&name| JsValue::from(name)).collect();
    let mode = IdbTransactionMode::Readwrite;
    let transaction = database
        .0
        .transaction_with_str_sequence_and_mode(&names, mode)?;
    if let Err(refused) = ask(&transaction) {
        // What was asked before would be written without the rest.
        let _ = transaction.abort();
        return Err(refused.into());
    }
    let ended = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    match JsFuture::from(ended).await {
        Ok(_) => Ok(()),
        Err(_) => {
            let exception = transaction.error();
            Err(StoreError::from_exception(exception.as_ref()))
        }
    }
}

/// The page says what is wrong; the browser's console need not.
fn prevent_default(event: &JsValue) {
    if let Some(event) = event.dyn_ref::<Event>() {
        event.prevent_default();
    }
}
