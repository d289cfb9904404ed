//! Announced totals beside the projects that are listed, event by event.
//!
//! The comparison is of whole events: filters choose which of them are shown,
//! and change nothing in what is said of one. What is compared is found in
//! [`reconcile`]; how it is said is in `words`.

mod bullet;
mod words;

use std::rc::Rc;

use yew::prelude::*;

use crate::data::category::UNSTATED;
use crate::data::{Announcement, CategoryField, DisplayCurrency, ProjectTable};
use crate::i18n::{LaterMessage, Locale, Message};
use crate::query::{
    BitSet, BucketKey, Bullet, Grouping, Picks, Reconciliation, Reconciliations, Statement,
    Summary, reconcile, summarize,
};
use crate::state::{Action, DatasetKey, PickMode};
use crate::ui::shared::{ByPointer, source_link};
use bullet::bullet;
use words::{Line, amount_line, projects_line};

/// Events that are shown at first, of those that can be compared.
const FIRST: usize = 6;

/// What the comparison shows.
#[derive(Debug, PartialEq, Properties)]
pub struct ReconciliationSectionProps {
    /// Whose projects they are.
    pub dataset: DatasetKey,
    /// All projects.
    pub table: ByPointer<ProjectTable>,
    /// All of them by event.
    pub listed: ByPointer<Summary>,
    /// Totals that events made public.
    pub announcements: ByPointer<[Announcement]>,
    /// Rows that pass every filter; `None` without one.
    pub shown: Option<ByPointer<BitSet>>,
    /// Events that are picked as a filter.
    pub picks: Picks,
    /// The language of the page.
    pub locale: Locale,
    /// Receives what the reader does.
    pub on_action: Callback<Action>,
}

/// What each event announced, what is listed of it, and the difference.
#[component]
pub fn ReconciliationSection(props: &ReconciliationSectionProps) -> Html {
    let unfolded = use_state(|| false);
    let locale = props.locale;
    let Section {
        sentences,
        table,
        button,
    } = match props.dataset {
        DatasetKey::Signed => comparison(props, &unfolded),
        DatasetKey::Announced => Section {
            sentences: vec![LaterMessage::ReconciliationOfSigned],
            table: Html::default(),
            button: Some((
                Message::DatasetSigned.into(),
                props
                    .on_action
                    .reform(|_| Action::ChooseDataset(DatasetKey::Signed)),
            )),
        },
        // A ledger announces nothing.
        DatasetKey::Ledger(_) => return Html::default(),
    };
    html! {
        <section class="reconciliation" aria-labelledby="reconciliation-heading">
            <h2 id="reconciliation-heading">{ LaterMessage::ReconciliationHeading.text(locale) }</h2>
            { for sentences.into_iter().map(|sentence| html! { <p>{ sentence.text(locale) }</p> }) }
            { table }
            if let Some((label, onclick)) = button {
                <button type="button" {onclick}>{ label.text(locale) }</button>
            }
        </section>
    }
}

/// What stands below the heading.
struct Section {
    sentences: Vec<LaterMessage>,
    table: Html,
    button: Option<(LaterMessage, Callback<MouseEvent>)>,
}

/// The events that can be compared; all events once the reader asks for them.
fn comparison(props: &ReconciliationSectionProps, unfolded: &UseStateHandle<bool>) -> Section {
    let locale = props.locale;
    let currency = props.table.amounts().currency();
    let found = reconcile(
        props.table.category(CategoryField::Event).tree(),
        &props.listed,
        &props.announcements,
        currency,
        props.table.rates(),
    );
    let all = found.events.len();
    let concerned = props
        .shown
        .as_ref()
        .map(|rows| of_shown(props, rows, &found));
    let compared = concerned
        .as_ref()
        .map_or(found.compared, |concerned| concerned.compared);
    let first = compared.min(FIRST);
    let (visible, label) = if **unfolded {
        (all, Message::ShowLess.into())
    } else {
        (first, LaterMessage::ShowAllEvents(all as u64))
    };
    let is_concerned = |event: &Reconciliation<'_>| {
        **unfolded
            || concerned
                .as_ref()
                .is_none_or(|concerned| concerned.events.contains(&event.event))
    };
    // A picked event is shown wherever it stands.
    let picked = |event: &Reconciliation<'_>| props.picks.contains(event.event);
    let shown: Vec<&Reconciliation<'_>> = found
        .events
        .iter()
        .filter(|event| is_concerned(event) || picked(event))
        .enumerate()
        .filter(|(place, event)| *place < visible || picked(event))
        .map(|(_, event)| event)
        .collect();
    let mut sentences = vec![
        LaterMessage::ReconciliationIntro,
        LaterMessage::ReconciliationCoverage {
            compared: found.compared as u64,
            events: all as u64,
            without_event: u64::from(found.without_event),
            projects: u64::from(props.listed.total.projects),
        },
    ];
    if let Some(concerned) = concerned {
        sentences.extend([concerned.message(), LaterMessage::ReconciliationWholeEvents]);
    }
    match currency {
        DisplayCurrency::Cny => {}
        DisplayCurrency::Usd | DisplayCurrency::Eur => {
            sentences.push(LaterMessage::ReconciliationConverted);
        }
    }
    let headings = [
        Message::FieldEvent.into(),
        LaterMessage::MeasureHeading,
        LaterMessage::AnnouncedHeading,
        LaterMessage::ListedHeading,
        LaterMessage::DifferenceHeading,
    ];
    let table = html! {
        if !shown.is_empty() {
            { legend(locale) }
            // A table made of blocks, as on a phone, is one to a screen reader only where its parts say what they are.
            <table role="table" aria-labelledby="reconciliation-heading">
                <thead role="rowgroup">
                    <tr role="row">
                        { for headings.iter().map(|heading| html! { <th role="columnheader" scope="col">{ heading.text(locale) }</th> }) }
                    </tr>
                </thead>
                { for shown.into_iter().map(|event| rows(event, props)) }
            </table>
        }
    };
    let unfolded = unfolded.clone();
    let flip = Callback::from(move |_| unfolded.set(!*unfolded));
    Section {
        sentences,
        table,
        button: (all > first).then_some((label, flip)),
    }
}

/// The events at which the shown projects were signed.
struct Concerned<'a> {
    events: Vec<&'a str>,
    /// Of them, those that announced a total.
    compared: usize,
    /// Projects that are shown.
    projects: u32,
    /// Of them, those that name no event.
    without_event: u32,
}

fn of_shown<'a>(
    props: &ReconciliationSectionProps,
    rows: &BitSet,
    found: &Reconciliations<'a>,
) -> Concerned<'a> {
    let tree = props.table.category(CategoryField::Event).tree();
    let shown = summarize(&props.table, rows, Grouping::Category(CategoryField::Event));
    let projects = |key: &str| {
        let code = tree.code(key);
        code.map_or(0, |code| shown.of(BucketKey::Category(code)).projects)
    };
    let events = || {
        found
            .events
            .iter()
            .filter(|event| projects(event.event) > 0)
    };
    Concerned {
        events: events().map(|event| event.event).collect(),
        compared: events().filter(|event| event.is_compared()).count(),
        projects: shown.total.projects,
        without_event: projects(UNSTATED),
    }
}

impl Concerned<'_> {
    fn message(&self) -> LaterMessage {
        LaterMessage::ReconciliationOfShown {
            projects: u64::from(self.projects),
            without_event: u64::from(self.without_event),
            events: self.events.len() as u64,
            compared: self.compared as u64,
        }
    }
}

/// What the parts of a bar stand for; the bars are decoration and so is this.
fn legend(locale: Locale) -> Html {
    let parts = [
        ([0.0, 0.0, 1.0], LaterMessage::AnnouncedHeading),
        ([1.0, 0.0, 0.0], LaterMessage::ListedHeading),
        ([0.0, 1.0, 0.0], Message::LegendNotInSum.into()),
    ];
    let part = |([filled, hatched, announced], name): ([f64; 3], LaterMessage)| {
        let sample = Bullet {
            filled,
            hatched,
            announced,
        };
        html! { <span>{ bullet(sample) }{ name.text(locale) }</span> }
    };
    html! { <p class="legend" aria-hidden="true">{ for parts.into_iter().map(part) }</p> }
}

/// The rows of one event.
fn rows(event: &Reconciliation<'_>, props: &ReconciliationSectionProps) -> Html {
    let locale = props.locale;
    let lines = |statement: &Statement<'_>| 2 + usize::from(statement.source.is_some());
    let height: usize = event.statements.iter().map(lines).sum();
    let heading = html! {
        <th role="rowheader" scope="rowgroup" rowspan={height.to_string()}>
            { event_name(event, props) }
            if let Some(date) = event.held_on {
                <small class="muted">{ date.to_string() }</small>
            }
        </th>
    };
    let statement = |(place, statement): (usize, &Statement<'_>)| {
        let heading = (place == 0).then(|| heading.clone());
        let listed = &event.listed;
        html! {
            <>
                { row(heading, &projects_line(statement, listed, locale), locale) }
                { row(None, &amount_line(statement, listed, props.table.amounts().currency(), locale), locale) }
                { source_row(statement, locale) }
            </>
        }
    };
    html! {
        <tbody key={event.event} role="rowgroup" data-event={event.event.to_owned()}>
            { for event.statements.iter().enumerate().map(statement) }
        </tbody>
    }
}

/// The name; a button that picks the event where projects are listed under it.
fn event_name(event: &Reconciliation<'_>, props: &ReconciliationSectionProps) -> Html {
    let name = &**event.name.get(props.locale);
    if event.listed.projects == 0 {
        return html! { name };
    }
    let key: Rc<str> = event.event.into();
    let picked = props.picks.contains(&key);
    let pick = props.on_action.reform(move |_| Action::PickCategory {
        field: CategoryField::Event,
        key: Rc::clone(&key),
        mode: PickMode::Toggle,
    });
    html! {
        <button
            type="button"
            aria-pressed={if picked { "true" } else { "false" }}
            title={LaterMessage::OnlyThisEvent.text(props.locale)}
            onclick={pick}
        >
            { name }
        </button>
    }
}

fn row(heading: Option<Html>, line: &Line, locale: Locale) -> Html {
    let bullet = line.bullet.map(bullet).unwrap_or_default();
    let cells = [
        (LaterMessage::AnnouncedHeading, &line.announced, None),
        (LaterMessage::ListedHeading, &line.listed, None),
        (
            LaterMessage::DifferenceHeading,
            &line.difference,
            Some(bullet),
        ),
    ];
    html! {
        <tr role="row">
            { heading }
            <th role="rowheader" scope="row">{ line.measure.text(locale) }</th>
            { for cells.into_iter().map(|(heading, figure, bar)| cell(&heading.text(locale), figure, bar)) }
        </tr>
    }
}

/// A figure and, smaller, what qualifies it.
fn cell(label: &str, lines: &[String], bar: Option<Html>) -> Html {
    let (figure, notes) = lines.split_first().unzip();
    html! {
        <td role="cell" data-label={label.to_owned()}>
            <div>
                { figure }
                { for notes.into_iter().flatten().map(|note| html! { <small class="muted">{ note }</small> }) }
                { bar }
            </div>
        </td>
    }
}

/// Where it was announced, and what the data adds to it.
fn source_row(statement: &Statement<'_>, locale: Locale) -> Html {
    let Some(source) = &statement.source else {
        return Html::default();
    };
    html! {
        <tr role="row" class="origin">
            <th role="rowheader" scope="row">{ LaterMessage::ColumnSource.text(locale) }</th>
            <td role="cell" colspan="3">
                { source_link(source, "0", locale) }
                <small class="muted" lang="en">{ statement.note }</small>
            </td>
        </tr>
    }
}
