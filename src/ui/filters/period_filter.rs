//! The signing period as two months.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::data::{Field, Month};
use crate::i18n::{Locale, Message};
use crate::query::Period;
use crate::state::Action;

/// What the period filter shows.
#[derive(Debug, PartialEq, Properties)]
pub struct PeriodFilterProps {
    /// The period that is chosen.
    pub period: Period,
    /// The first and last month that any project was signed in.
    pub span: Option<(Month, Month)>,
    /// The language of the page.
    pub locale: Locale,
    /// Receives what the reader does.
    pub on_action: Callback<Action>,
}

/// A filter on the signing date.
#[component]
pub fn PeriodFilter(props: &PeriodFilterProps) -> Html {
    let Some((first, last)) = props.span else {
        return Html::default();
    };
    let locale = props.locale;
    let period = props.period;
    let input = |label: Message,
                 month: Option<Month>,
                 change: fn(Period, Option<Month>) -> Period| {
        let onchange = props.on_action.reform(move |event: Event| {
            let month = Month::parse(&event.target_unchecked_into::<HtmlInputElement>().value());
            Action::SetPeriod(change(period, month))
        });
        html! {
            <label>
                <span>{ label.text(locale) }</span>
                <input
                    type="month"
                    min={first.to_string()}
                    max={last.to_string()}
                    placeholder="2020-01"
                    value={month.map(|month| month.to_string()).unwrap_or_default()}
                    {onchange}
                />
            </label>
        }
    };
    html! {
        <details class="filter" open={true} data-field="period">
            <summary>
                <h3>{ Message::FieldPeriod.text(locale) }</h3>
                if !period.is_open() {
                    <button
                        type="button"
                        class="quiet"
                        aria-label={Message::ClearField { field: Message::FieldPeriod.text(locale).into_owned() }.text(locale)}
                        onclick={props.on_action.reform(|event: MouseEvent| {
                            event.prevent_default();
                            Action::ClearField(Field::Period)
                        })}
                    >
                        { Message::Clear.text(locale) }
                    </button>
                }
            </summary>
            <div class="period">
                { input(Message::PeriodFrom, period.first, |period, first| Period { first, ..period }) }
                { input(Message::PeriodTo, period.last, |period, last| Period { last, ..period }) }
            </div>
            <p class="hint">{ Message::PeriodRule.text(locale) }</p>
        </details>
    }
}
