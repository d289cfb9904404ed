//! The place of what is still to be fetched.

use yew::prelude::*;

use super::Later;
use crate::browser::visibility::SightObserver;
use crate::i18n::{Locale, Message};

/// What stands in the place.
#[derive(PartialEq, Properties)]
pub(in crate::ui) struct LaterPlaceProps {
    /// Whether the second part is there.
    pub later: Later,
    /// The language of the page.
    pub locale: Locale,
    /// Asks for the second part.
    pub on_want: Callback<()>,
}

/// Asks for the second part when the place comes near the window, and says so where it cannot be had.
#[component]
pub(in crate::ui) fn LaterPlace(props: &LaterPlaceProps) -> Html {
    let place = use_node_ref();
    {
        let (place, on_want) = (place.clone(), props.on_want.clone());
        use_effect_with((), move |()| {
            let observer = place.cast::<web_sys::Element>().and_then(|place| {
                SightObserver::new(&place, move |near| {
                    if near {
                        on_want.emit(());
                    }
                })
            });
            move || drop(observer)
        });
    }
    let again = props.on_want.reform(|_| ());
    html! {
        <div class="later-place" ref={place} aria-busy={matches!(props.later, Later::Awaited).then_some("true")}>
            if matches!(props.later, Later::Missing) {
                <p role="alert">
                    { Message::LaterMissing.text(props.locale) }
                    { " " }
                    <button type="button" onclick={again}>{ Message::TryAgain.text(props.locale) }</button>
                </p>
            }
        </div>
    }
}
