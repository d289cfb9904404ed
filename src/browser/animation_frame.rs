//! The browser's clock for what moves.

use std::cell::RefCell;
use std::rc::Rc;

use super::page;
use gloo::render::{AnimationFrame, request_animation_frame};

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
