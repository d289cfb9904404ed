//! Icons, drawn in the colour of the text beside them.

use yew::prelude::*;

/// A 16-pixel icon. It is decoration: the control beside it has a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A small cross.
    Cross,
    /// A triangle that points right; the style sheet turns it.
    Twist,
    /// A funnel.
    Funnel,
    /// An arrow out of a box.
    Leaves,
    /// A question mark in a circle.
    Question,
}

impl Icon {
    /// The icon as an inline picture.
    pub fn html(self) -> Html {
        let path = match self {
            Self::Cross => "M4 4l8 8M12 4l-8 8",
            Self::Twist => "M6 4l4 4-4 4",
            Self::Funnel => "M2.5 3.5h11L9.5 8.5v4l-3 1.5V8.5z",
            Self::Question => {
                "M14 8A6 6 0 112 8a6 6 0 0112 0zM6.2 6.4a1.8 1.8 0 113 1.4c-.8.6-1.2.9-1.2 1.6M8 11.4v.1"
            }
            Self::Leaves => "M9 3h4v4M13 3L7.5 8.5M11 9.5V13H3V5h3.5",
        };
        html! {
            <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
                <path d={path} fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />
            </svg>
        }
    }
}
