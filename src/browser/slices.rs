//! Long work in slices, between which the page answers.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use gloo::timers::callback::Timeout;

use super::page;

/// How long one slice may take, in milliseconds: a frame has room for it and for what else it brings.
const SLICE_MS: f64 = 8.0;

/// Work that goes on; it stops where it is when dropped.
pub struct Sliced {
    _next: Rc<RefCell<Option<Timeout>>>,
}

/// Calls `step` until it gives false, as often in one slice as there is time for.
#[must_use]
pub fn in_slices(step: impl FnMut() -> bool + 'static) -> Sliced {
    in_slices_of(0, SLICE_MS, step)
}

/// The same beside a drag, whose frames need the time themselves: one step in each slice.
#[must_use]
pub fn in_single_steps(step: impl FnMut() -> bool + 'static) -> Sliced {
    in_single_steps_after(0, step)
}

/// The same once so many milliseconds are over.
#[must_use]
pub fn in_single_steps_after(delay_ms: u32, step: impl FnMut() -> bool + 'static) -> Sliced {
    in_slices_of(delay_ms, 0.0, step)
}

/// Does `work` in a task of its own, once what is happening now is over.
pub fn in_next_task(work: impl FnOnce() + 'static) {
    Timeout::new(0, work).forget();
}

fn in_slices_of(delay_ms: u32, slice_ms: f64, step: impl FnMut() -> bool + 'static) -> Sliced {
    let next = Rc::new(RefCell::new(None));
    plan(&next, delay_ms, slice_ms, Box::new(step));
    Sliced { _next: next }
}

fn plan(
    next: &Rc<RefCell<Option<Timeout>>>,
    delay_ms: u32,
    slice_ms: f64,
    mut step: Box<dyn FnMut() -> bool>,
) {
    // A weak reference: a slice must not keep the next one alive once the work was dropped.
    let holder = Rc::downgrade(next);
    let slice = Timeout::new(delay_ms, move || {
        let end = page::now_ms() + slice_ms;
        while step() {
            if page::now_ms() >= end {
                if let Some(next) = holder.upgrade() {
                    plan(&next, 0, slice_ms, step);
                }
                return;
            }
        }
    });
    *next.borrow_mut() = Some(slice);
}

impl fmt::Debug for Sliced {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Sliced").finish_non_exhaustive()
    }
}
