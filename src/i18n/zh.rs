//! Every text in Chinese.

use std::borrow::Cow;

use super::message::Message;

pub(super) fn text(message: &Message) -> Cow<'static, str> {
    match message {
        // The page.
        Message::PageName => "Inward 招商图谱".into(),

        // Charts.
        Message::NotStated => "未注明".into(),

        // Notices.
        Message::SomethingFailed => "出了问题".into(),
    }
}
