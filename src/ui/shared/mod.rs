//! Small parts used by every area.

mod by_pointer;
mod choice;
mod icon;

pub use by_pointer::ByPointer;
pub use choice::{Choice, ChoiceOption};
pub use icon::Icon;
