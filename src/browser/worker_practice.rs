//! What a worker does until its task comes: it reads an invented ledger.
//!
//! A browser compiles well what runs often, and only while it runs. Whoever is about to choose a file takes longer for that
//! than the worker for its practice, and a million rows are read a quarter of a second sooner.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::global;
use wasm_bindgen::JsCast;
use web_sys::WorkerGlobalScope;

use crate::io::ledger::{Choices, InventedLedger, Reader};

/// A worker that has a task gets it sooner than this, in milliseconds.
const DELAY_MS: u32 = 100;

/// A worker at practice; dropping it ends that within some milliseconds.
pub(super) struct Practice {
    _next: Rc<RefCell<Option<Timeout>>>,
}

impl Practice {
    /// Begins it, unless the browser has one processor only, which the page needs itself.
    pub(super) fn begin() -> Option<Self> {
        let scope: WorkerGlobalScope = global().dyn_into().ok()?;
        if scope.navigator().hardware_concurrency() < 2.0 {
            return None;
        }
        let next = Rc::new(RefCell::new(None));
        let reader = Reader::new("invented.csv", Choices::default());
        plan(&next, DELAY_MS, reader, InventedLedger::default());
        Some(Self { _next: next })
    }
}

/// Reads the next piece in a task of its own.
fn plan(
    next: &Rc<RefCell<Option<Timeout>>>,
    delay_ms: u32,
    mut reader: Reader,
    mut ledger: InventedLedger,
) {
    // A weak reference: a piece must not keep the next one alive once the practice was dropped.
    let holder = Rc::downgrade(next);
    let step = Timeout::new(delay_ms, move || match (ledger.next(), holder.upgrade()) {
        (Some(text), Some(next)) => {
            if reader.push(text.as_bytes()).is_ok() {
                plan(&next, 0, reader, ledger);
            }
        }
        (None, _) => {
            // What comes at the end of a reading was compiled then as well.
            if let Ok((table, report)) = reader.finish_unordered() {
                let _ = table.take_apart(|_| {});
                let _ = report.finish();
            }
        }
        (Some(_), None) => {}
    });
    *next.borrow_mut() = Some(step);
}
