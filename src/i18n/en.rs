//! Every text in English.

use std::borrow::Cow;

use super::message::Message;

pub(super) fn text(message: &Message) -> Cow<'static, str> {
    match message {
        // The page.
        Message::PageName => "Inward".into(),

        // Charts.
        Message::NotStated => "Not stated".into(),

        // Notices.
        Message::SomethingFailed => "Something went wrong".into(),
    }
}
