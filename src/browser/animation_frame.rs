//! The browser's clock for what moves.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};

use super::page;
use super::slices::in_next_task;

/// An animation; it stops where it is when dropped.
#[derive(Debug)]
pub struct Animation {
    _frame: Rc<RefCell<Option<AnimationFrame>>>,
}

/// Calls `draw` before each frame with the progress from 0 to 1, until `duration_ms` have passed.
///
/// Time runs from now, not from the first frame: an animation that is started anew before each frame, as a
/// drag does, still gets on. The last call has exactly 1.
#[must_use]
pub fn animate(duration_ms: f64, draw: impl Fn(f64) + 'static) -> Animation {
    let frame = Rc::new(RefCell::new(None));
    next(&frame, page::now_ms(), duration_ms, Rc::new(draw));
    Animation { _frame: frame }
}

fn next(
    frame: &Rc<RefCell<Option<AnimationFrame>>>,
    start: f64,
    duration_ms: f64,
    draw: Rc<dyn Fn(f64)>,
) {
    // A weak reference: the frame must not keep itself alive once the animation was dropped.
    let holder = Rc::downgrade(frame);
    let requested = request_animation_frame(move |now| {
        let progress = ((now - start) / duration_ms).clamp(0.0, 1.0);
        draw(progress);
        if progress < 1.0
            && let Some(frame) = holder.upgrade()
        {
            next(&frame, start, duration_ms, draw);
        }
    });
    *frame.borrow_mut() = Some(requested);
}

/// Work that may wait until the next frame is on the screen. It is done once: then, or when this is dropped, unless it is cancelled.
pub struct AfterFrame {
    work: Waiting,
    _frame: AnimationFrame,
}

type Waiting = Rc<Cell<Option<Box<dyn FnOnce()>>>>;

impl AfterFrame {
    /// Leaves the work undone, if it has not been done yet.
    pub fn cancel(self) {
        self.work.take();
    }
}

/// Leaves `work` for after the next frame, so that the reader does not wait for it.
#[must_use]
pub fn after_frame(work: impl FnOnce() + 'static) -> AfterFrame {
    let work: Waiting = Rc::new(Cell::new(Some(Box::new(work))));
    let waiting = Rc::clone(&work);
    let frame = request_animation_frame(move |_| {
        // The browser calls this before it draws the frame, and a timer after.
        in_next_task(move || finish(&waiting));
    });
    AfterFrame {
        work,
        _frame: frame,
    }
}

/// Frames that are waited for; no longer once it is dropped.
#[derive(Debug)]
pub struct Frames {
    _next: Rc<RefCell<Option<AnimationFrame>>>,
}

/// Calls `work` once so many frames are on the screen.
#[must_use]
pub fn after_frames(frames: u32, work: impl FnOnce() + 'static) -> Frames {
    let next = Rc::new(RefCell::new(None));
    count_down(&next, frames, Box::new(work));
    Frames { _next: next }
}

fn count_down(next: &Rc<RefCell<Option<AnimationFrame>>>, frames: u32, work: Box<dyn FnOnce()>) {
    let holder = Rc::downgrade(next);
    let requested = request_animation_frame(move |_| match holder.upgrade() {
        Some(next) if frames > 1 => count_down(&next, frames - 1, work),
        Some(_) => in_next_task(work),
        None => {}
    });
    *next.borrow_mut() = Some(requested);
}

fn finish(waiting: &Waiting) {
    if let Some(work) = waiting.take() {
        work();
    }
}

impl Drop for AfterFrame {
    fn drop(&mut self) {
        finish(&self.work);
    }
}

impl fmt::Debug for AfterFrame {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("AfterFrame").finish_non_exhaustive()
    }
}
