//! Small parts used by every area.

mod by_pointer;
mod choice;
mod highlighted;
mod icon;
mod menu;
mod source_link;

pub use by_pointer::ByPointer;
pub use choice::{Choice, ChoiceOption};
pub use highlighted::highlighted;
pub use icon::Icon;
pub use menu::{Menu, MenuProps};
pub use source_link::source_link;
