//! When the second part is fetched.

use std::cell::Cell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::{Later, fetch};
use crate::browser::media;
use crate::browser::presence::on_first_sign;
use crate::state::Action;

/// The second part, and a way to ask for it. The first sign of a reader asks too. With it comes all that is built in.
#[hook]
pub(in crate::ui) fn use_later(on_action: &Callback<Action>) -> (Later, Callback<()>) {
    let later = use_state_eq(|| Later::Awaited);
    let on_want = {
        let setter = later.setter();
        let fetching = use_mut_ref(|| false);
        use_callback(on_action.clone(), move |(), on_action| {
            if fetching.replace(true) {
                return;
            }
            let (setter, fetching) = (setter.clone(), Rc::clone(&fetching));
            let on_action = on_action.clone();
            spawn_local(async move {
                match fetch().await {
                    Ok(parts) => {
                        on_action.emit(Action::ReadBuiltIn((parts.built_in)()));
                        setter.set(Later::Here(parts));
                    }
                    Err(_) => {
                        setter.set(Later::Missing);
                        fetching.replace(false);
                    }
                }
            });
        })
    };
    {
        let on_want = on_want.clone();
        use_effect_with((), move |()| {
            if media::is_installed() {
                // Whoever opens an app is there; and a file that the system opens with it waits for its reader.
                on_want.emit(());
            }
            let signs = Rc::new(Cell::new(None));
            signs.set(Some(on_first_sign(move || on_want.emit(()))));
            move || drop(signs.take())
        });
    }
    (*later, on_want)
}
