//! How the bytes of a file were read, to be corrected.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::i18n::{LedgerMessage, Locale};
use crate::io::ledger::{Choices, Delimiter, Encoding, HeaderRows, Opened, Report};
use crate::ui::shared::ByPointer;

/// What the choices of reading show.
#[derive(Debug, PartialEq, Properties)]
pub(super) struct DetectionProps {
    /// How the file was read.
    pub report: ByPointer<Report>,
    /// What the reader chose before.
    pub choices: Choices,
    /// The language of the page.
    pub locale: Locale,
    /// Receives the other way to read it.
    pub on_change: Callback<Choices>,
}

/// Encoding, delimiter, sheet and header, as far as the file has them.
#[component]
pub(super) fn Detection(props: &DetectionProps) -> Html {
    let locale = props.locale;
    let opened = &props.report.opened;
    html! {
        <fieldset class="detection">
            <legend>{ LedgerMessage::HowRead.text(locale) }</legend>
            if let Some(encoding) = opened.encoding {
                { encodings(props, encoding) }
            }
            if let Some(delimiter) = opened.delimiter {
                { delimiters(props, delimiter) }
            }
            if opened.sheets.len() > 1 {
                { sheets(props, opened) }
            }
            { header(props, opened.header) }
        </fieldset>
    }
}

/// A labelled choice of one of `names`.
fn choice(
    label: &LedgerMessage,
    names: &[String],
    chosen: usize,
    locale: Locale,
    on_choose: impl Fn(usize) + 'static,
) -> Html {
    let option = |(at, name): (usize, &String)| {
        html! { <option selected={at == chosen}>{ name }</option> }
    };
    let onchange = move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        on_choose(select.selected_index().max(0) as usize);
    };
    html! {
        <label>
            <span>{ label.text(locale) }</span>
            <select {onchange}>{ for names.iter().enumerate().map(option) }</select>
        </label>
    }
}

/// What was recognised of columns under another reading counts no more.
fn anew(props: &DetectionProps) -> Choices {
    Choices {
        mapping: None,
        ..props.choices.clone()
    }
}

fn encodings(props: &DetectionProps, chosen: Encoding) -> Html {
    let names = Encoding::ALL.map(|encoding| encoding.name().to_owned());
    let at = Encoding::ALL
        .iter()
        .position(|&encoding| encoding == chosen);
    let (choices, on_change) = (anew(props), props.on_change.clone());
    choice(
        &LedgerMessage::EncodingLabel,
        &names,
        at.unwrap_or_default(),
        props.locale,
        move |at| {
            on_change.emit(Choices {
                encoding: Encoding::ALL.get(at).copied(),
                ..choices.clone()
            });
        },
    )
}

fn delimiters(props: &DetectionProps, chosen: Delimiter) -> Html {
    let name = |delimiter| match delimiter {
        Delimiter::Comma => LedgerMessage::DelimiterComma,
        Delimiter::Tab => LedgerMessage::DelimiterTab,
        Delimiter::Semicolon => LedgerMessage::DelimiterSemicolon,
        Delimiter::Bar => LedgerMessage::DelimiterBar,
    };
    let names = Delimiter::ALL.map(|delimiter| name(delimiter).text(props.locale).into_owned());
    let at = Delimiter::ALL
        .iter()
        .position(|&delimiter| delimiter == chosen);
    let (choices, on_change) = (anew(props), props.on_change.clone());
    choice(
        &LedgerMessage::DelimiterLabel,
        &names,
        at.unwrap_or_default(),
        props.locale,
        move |at| {
            on_change.emit(Choices {
                delimiter: Delimiter::ALL.get(at).copied(),
                header: None,
                ..choices.clone()
            });
        },
    )
}

fn sheets(props: &DetectionProps, opened: &Opened) -> Html {
    let (choices, on_change) = (anew(props), props.on_change.clone());
    choice(
        &LedgerMessage::SheetLabel,
        &opened.sheets,
        opened.sheet as usize,
        props.locale,
        move |at| {
            on_change.emit(Choices {
                sheet: Some(at as u32),
                header: None,
                ..choices.clone()
            });
        },
    )
}

/// In which row the header is, and how many rows it has.
fn header(props: &DetectionProps, header: HeaderRows) -> Html {
    let locale = props.locale;
    let change = {
        let (choices, on_change) = (anew(props), props.on_change.clone());
        Callback::from(move |header: HeaderRows| {
            on_change.emit(Choices {
                header: Some(header),
                ..choices.clone()
            });
        })
    };
    let onchange = change.reform(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        HeaderRows {
            first: input.value().parse().unwrap_or(header.first).max(1),
            rows: header.rows,
        }
    });
    let names = [
        LedgerMessage::HeaderNone,
        LedgerMessage::HeaderOne,
        LedgerMessage::HeaderTwo,
    ]
    .map(|name| name.text(locale).into_owned());
    html! {
        <>
            <label>
                <span>{ LedgerMessage::HeaderLabel.text(locale) }</span>
                <input type="number" min="1" max="1000" value={header.first.to_string()} {onchange} />
            </label>
            { choice(&LedgerMessage::HeaderRowsLabel, &names, header.rows as usize, locale, move |rows| {
                change.emit(HeaderRows { first: header.first.max(1), rows: rows as u32 });
            }) }
        </>
    }
}
