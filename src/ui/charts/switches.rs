//! What of a chart the reader switches on its card: the measure, and the order of ranked values.
//!
//! Both hold for all charts, so that two of them are never read on different
//! terms; they stand on each card because that is where the reader looks.

use yew::prelude::*;

use crate::chart::ChartKind;
use crate::i18n::{Locale, Message};
use crate::query::{Measure, Order};
use crate::state::Action;
use crate::ui::shared::{Choice, ChoiceOption};

/// The switches that mean something for a chart.
pub(super) fn switches(
    kind: ChartKind,
    measure: Measure,
    order: Order,
    locale: Locale,
    on_action: &Callback<Action>,
) -> Html {
    if !kind.has_measure() {
        return Html::default();
    }
    let measures = [
        (
            measure == Measure::Projects,
            Message::MeasureProjects,
            Action::ChooseMeasure(Measure::Projects),
        ),
        (
            measure == Measure::Amount,
            Message::MeasureAmount,
            Action::ChooseMeasure(Measure::Amount),
        ),
    ];
    let orders = [
        (
            order == Order::Value,
            Message::OrderByValue,
            Action::ChooseOrder(Order::Value),
        ),
        (
            order == Order::Name,
            Message::OrderByName,
            Action::ChooseOrder(Order::Name),
        ),
    ];
    html! {
        <div class="card-switches">
            { switch(&Message::MeasureLabel, measures, locale, on_action) }
            if kind.is_ranked() {
                { switch(&Message::OrderLabel, orders, locale, on_action) }
            }
        </div>
    }
}

/// A choice of two; each is whether it is chosen, its name, and what choosing it does.
fn switch(
    label: &Message,
    choices: [(bool, Message, Action); 2],
    locale: Locale,
    on_action: &Callback<Action>,
) -> Html {
    let option = |(chosen, name, _): &(bool, Message, Action)| ChoiceOption {
        text: name.text(locale).into(),
        lang: None,
        chosen: *chosen,
    };
    let options: Vec<ChoiceOption> = choices.iter().map(option).collect();
    let on_choose = on_action.reform(move |position: usize| choices[position].2.clone());
    html! { <Choice label={label.text(locale)} {options} {on_choose} /> }
}
