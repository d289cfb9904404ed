//! What is found for the view, as the reader changes it.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::slices::in_single_steps;
use crate::query::{Brushed, CrossFilter, FilterSet, LONG_TABLE};
use crate::state::{AppState, Findings, Survey};
use crate::ui::shared::ByPointer;

/// Every number on the screen, for the filters as they are or as they are being brushed. The first step of a brush over a
/// long table takes longer than a frame: it is made ready between frames, and until then the charts stay as they are.
#[hook]
pub(super) fn use_findings(
    state: &Rc<AppState>,
    filters: &FilterSet,
    brushed: Option<Brushed>,
) -> ByPointer<Findings> {
    let last = use_mut_ref(|| None::<Rc<Findings>>);
    let prepared = use_mut_ref(|| None::<CrossFilter>);
    let update = use_force_update();
    let table = ByPointer::from(&state.dataset().table);
    let moving = brushed.and_then(|brushed| brushed.field());
    let is_ready = moving.is_none_or(|field| {
        let goes_on = |filter: &CrossFilter| {
            Rc::ptr_eq(filter.table(), &table.0) && filter.is_ready_for_brush(filters, field)
        };
        let (last, prepared) = (last.borrow(), prepared.borrow());
        let last = last.as_ref().map(|last| last.cross_filter());
        table.len() < LONG_TABLE
            || last.is_some_and(goes_on)
            || prepared.as_ref().is_some_and(goes_on)
    });
    {
        let (state, prepared) = (Rc::clone(state), Rc::clone(&prepared));
        let inputs = (table.clone(), filters.clone(), moving, is_ready);
        use_effect_with(inputs, move |(_, filters, moving, is_ready)| {
            let (moving, brushed) = (*moving, brushed.filter(|_| !is_ready));
            let work = moving.zip(brushed).map(|(field, brushed)| {
                let filters = filters.clone().with_brushed(brushed);
                let unfiltered = &state.dataset().unfiltered;
                let mut survey = Some(Survey::new(unfiltered.with_brush(&filters, field)));
                in_single_steps(move || {
                    let goes_on = survey.as_mut().is_some_and(Survey::step);
                    if !goes_on {
                        *prepared.borrow_mut() = survey.take().map(Survey::finish);
                        update.force_update();
                    }
                    goes_on
                })
            });
            move || drop(work)
        });
    }
    let inputs = (table, filters.clone(), brushed.filter(|_| is_ready));
    let found = {
        let state = Rc::clone(state);
        use_memo(inputs, move |(_, filters, brushed)| {
            let mut filters = filters.clone();
            if let Some(brushed) = *brushed {
                filters = filters.with_brushed(brushed);
            }
            let dataset = state.dataset();
            let moving = brushed.and_then(|brushed| brushed.field());
            let before = prepared.take().or_else(|| {
                let last = last.borrow();
                last.as_ref().map(|last| last.cross_filter().clone())
            });
            let before = before.unwrap_or_else(|| dataset.unfiltered.clone());
            let findings = Rc::new(Findings::after(&before, dataset, &filters, moving));
            *last.borrow_mut() = Some(Rc::clone(&findings));
            ByPointer(findings)
        })
    };
    (*found).clone()
}
