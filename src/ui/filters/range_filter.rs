//! A range as two fields to type in: the signing period, and the amounts.
//!
//! What is half typed stays here, and so does what cannot be read: the filter
//! is as it was until both ends make sense.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::section::Section;
use crate::data::{Field, Month};
use crate::i18n::{Locale, Message};
use crate::query::{
    AmountRange, Period, PeriodEnd, TypedRange, amount_to_type, month_to_type, typed_amounts,
    typed_period,
};
use crate::state::Action;

/// What is filtered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Range {
    /// The signing period, with the first and last month of any project.
    Period(Period, Option<(Month, Month)>),
    /// The amounts, in this currency.
    Amount(AmountRange, &'static str),
}

/// What a range filter shows.
#[derive(Debug, PartialEq, Properties)]
pub struct RangeFilterProps {
    /// The range that is chosen.
    pub range: Range,
    /// Whether the section is open.
    pub open: bool,
    /// The language of the page.
    pub locale: Locale,
    /// Receives what the reader does.
    pub on_action: Callback<Action>,
}

/// A filter on a range.
#[component]
pub fn RangeFilter(props: &RangeFilterProps) -> Html {
    let inputs = [use_node_ref(), use_node_ref()];
    let wrong = use_state_eq(|| None::<Wrong>);
    let (range, locale) = (props.range, props.locale);
    {
        let (inputs, wrong) = (inputs.clone(), wrong.clone());
        use_effect_with((range, locale, props.open), move |(range, locale, _)| {
            // The range changed by other means than typing: a brush, a chip, Back.
            for (input, text) in inputs.iter().zip(range.typed(*locale)) {
                if let Some(input) = input.cast::<HtmlInputElement>() {
                    input.set_value(&text);
                }
            }
            wrong.set(None);
        });
    }
    let onchange = {
        let (inputs, wrong, on_action) = (inputs.clone(), wrong.clone(), props.on_action.clone());
        move |_: Event| {
            let [first, last] = [0, 1].map(|end| {
                let input = inputs[end].cast::<HtmlInputElement>();
                input.map(|input| input.value()).unwrap_or_default()
            });
            match range.read([&first, &last], locale) {
                TypedRange::Read(action) => {
                    wrong.set(None);
                    on_action.emit(action);
                }
                TypedRange::Unreadable(end) => wrong.set(Some(Wrong::Unreadable(end))),
                TypedRange::Reversed => wrong.set(Some(Wrong::Reversed)),
            }
        }
    };
    let key = range.field().key();
    let (rule_id, wrong_id) = (format!("rule-{key}"), format!("wrong-{key}"));
    let [first, last] = range.labels();
    let placeholders = range.placeholders();
    let input = |end: usize, label: Message| {
        let is_wrong = wrong.is_some_and(|wrong| wrong.concerns(end));
        html! {
            <label>
                <span>{ label.text(locale) }</span>
                <input
                    ref={inputs[end].clone()}
                    type="text"
                    inputmode={range.input_mode()}
                    autocomplete="off"
                    maxlength="24"
                    placeholder={placeholders[end].clone()}
                    aria-invalid={is_wrong.then_some("true")}
                    aria-describedby={if is_wrong { format!("{wrong_id} {rule_id}") } else { rule_id.clone() }}
                    onchange={onchange.clone()}
                />
                if let Range::Amount(_, currency) = range {
                    <span class="unit">{ Message::TypedUnit(currency).text(locale) }</span>
                }
            </label>
        }
    };
    let section = Section {
        field: range.field(),
        open: props.open,
        active: range.is_active(),
        locale,
        on_action: &props.on_action,
    };
    section.html(Html::default(), || {
        html! {
            <>
                <div class="range">{ input(0, first) }{ input(1, last) }</div>
                if let Some(wrong) = *wrong {
                    <p class="wrong" id={wrong_id.clone()} role="alert">{ wrong.message(range).text(locale) }</p>
                }
                <p class="hint" id={rule_id.clone()}>{ range.rules().map(|rule| rule.text(locale)).join(" ") }</p>
            </>
        }
    })
}

/// Why what is typed is no range.
#[derive(Clone, Copy, PartialEq)]
enum Wrong {
    /// The end at this place.
    Unreadable(usize),
    /// It ends before it begins.
    Reversed,
}

impl Wrong {
    fn concerns(self, end: usize) -> bool {
        match self {
            Self::Unreadable(place) => place == end,
            Self::Reversed => true,
        }
    }

    fn message(self, range: Range) -> Message {
        match (self, range) {
            (Self::Unreadable(_), Range::Period(..)) => Message::PeriodUnreadable,
            (Self::Unreadable(_), Range::Amount(..)) => Message::AmountUnreadable,
            (Self::Reversed, Range::Period(..)) => Message::PeriodReversed,
            (Self::Reversed, Range::Amount(..)) => Message::AmountReversed,
        }
    }
}

impl Range {
    const fn field(self) -> Field {
        match self {
            Self::Period(..) => Field::Period,
            Self::Amount(..) => Field::Amount,
        }
    }

    fn is_active(self) -> bool {
        match self {
            Self::Period(period, _) => !period.is_open(),
            Self::Amount(range, _) => !range.is_open(),
        }
    }

    /// The ends as a reader would type them.
    fn typed(self, locale: Locale) -> [String; 2] {
        match self {
            Self::Period(Period { first, last }, _) => [
                first.map(|month| month_to_type(month, PeriodEnd::First)),
                last.map(|month| month_to_type(month, PeriodEnd::Last)),
            ],
            Self::Amount(AmountRange { min, max }, _) => {
                [min, max].map(|amount| amount.map(|amount| amount_to_type(amount, locale)))
            }
        }
        .map(Option::unwrap_or_default)
    }

    fn read(self, ends: [&str; 2], locale: Locale) -> TypedRange<Action> {
        match self {
            Self::Period(..) => typed_period(ends).map(Action::SetPeriod),
            Self::Amount(..) => typed_amounts(ends, locale).map(Action::SetAmount),
        }
    }

    const fn labels(self) -> [Message; 2] {
        match self {
            Self::Period(..) => [Message::PeriodFrom, Message::PeriodTo],
            Self::Amount(..) => [Message::AmountFrom, Message::AmountBelow],
        }
    }

    /// From when to when there are projects.
    fn placeholders(self) -> [String; 2] {
        match self {
            Self::Period(_, Some((first, last))) => [first, last].map(|month| month.to_string()),
            Self::Period(_, None) | Self::Amount(..) => Default::default(),
        }
    }

    const fn input_mode(self) -> &'static str {
        match self {
            // A phone's number pad has no hyphen.
            Self::Period(..) => "text",
            Self::Amount(..) => "decimal",
        }
    }

    const fn rules(self) -> [Message; 2] {
        match self {
            Self::Period(..) => [Message::PeriodFormat, Message::PeriodRule],
            Self::Amount(..) => [Message::AmountFormat, Message::AmountRule],
        }
    }
}
