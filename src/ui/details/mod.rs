//! Every fact of one project, each with what it rests on.
//!
//! A panel beside the page, which stays in use; on a phone a sheet over it.

mod stated;

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::dialog::OpenDialog;
use crate::data::{CategoryField, ProjectTable, SourceKind};
use crate::i18n::{LaterMessage, Locale, Message};
use crate::query::SearchTerm;
use crate::state::Action;
use crate::ui::projects::words::{amount_in_full, category_path, date_in_full};
use crate::ui::shared::{ByPointer, Icon, highlighted, source_link};
use stated::Stated;

/// What the details show.
#[derive(Debug, PartialEq, Properties)]
pub struct ProjectDetailsProps {
    /// All projects.
    pub table: ByPointer<ProjectTable>,
    /// The project's row.
    pub row: usize,
    /// The rows that are listed, in order.
    pub listed: ByPointer<Vec<u32>>,
    /// Where among them the project is.
    pub position: Option<usize>,
    /// What is searched for, to be marked where it stands.
    pub search: AttrValue,
    /// Whether the details cover the page.
    pub narrow: bool,
    /// The language of the page.
    pub locale: Locale,
    /// Receives what the reader does.
    pub on_action: Callback<Action>,
}

/// The details of one project.
#[component]
pub fn ProjectDetails(props: &ProjectDetailsProps) -> Html {
    let dialog = use_node_ref();
    let locale = props.locale;
    let close = props.on_action.reform(|()| Action::OpenProject(None));
    let opened = use_mut_ref(|| None::<OpenDialog>);
    {
        let (dialog, close, narrow) = (dialog.clone(), close.clone(), props.narrow);
        let opened = Rc::clone(&opened);
        use_effect_with((), move |()| {
            *opened.borrow_mut() = dialog
                .cast()
                .map(|dialog| OpenDialog::new(dialog, narrow, move || close.emit(())));
            move || drop(opened.take())
        });
    }
    use_effect_with(props.row, move |_| {
        if let Some(opened) = &*opened.borrow() {
            opened.take_focus();
        }
    });
    let onkeydown = {
        let close = close.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                close.emit(());
            }
        }
    };
    let term = SearchTerm::new(&props.search);
    let stated = use_memo(props.table.clone(), |table| Stated::of(table));
    let id: Rc<str> = props.table.id(props.row).into();
    let only_like = {
        let id = Rc::clone(&id);
        props
            .on_action
            .reform(move |_| Action::OnlyLikeProject(Rc::clone(&id)))
    };
    html! {
        <dialog
            ref={dialog}
            class="details"
            role="dialog"
            tabindex="-1"
            aria-labelledby="details-heading"
            data-project={AttrValue::from(Rc::clone(&id))}
            {onkeydown}
        >
            <div class="details-tools">
                { neighbours(props) }
                <button type="button" class="quiet" data-action="close" aria-label={LaterMessage::CloseDetails.text(locale)} onclick={close.reform(|_| ())}>
                    { Icon::Cross.html() }
                </button>
            </div>
            <h2 id="details-heading" lang={locale.foreign_tag(props.table.name(props.row, locale))}>
                { highlighted(props.table.name(props.row, locale), &term) }
            </h2>
            <dl>{ facts(props, &stated, &term) }</dl>
            <button type="button" data-action="only-like" aria-describedby="only-like-rule" onclick={only_like}>
                { LaterMessage::OnlyLikeThis.text(locale) }
            </button>
            <p class="hint" id="only-like-rule">{ LaterMessage::OnlyLikeThisRule.text(locale) }</p>
        </dialog>
    }
}

/// The projects before and after this one, and where it stands among them.
fn neighbours(props: &ProjectDetailsProps) -> Html {
    let locale = props.locale;
    let Some(position) = props.position else {
        return html! { <span /> };
    };
    let button = |name: LaterMessage, class: &'static str, to: Option<usize>| {
        let neighbour = to.and_then(|to| props.listed.get(to)).map(|&row| {
            let id: Rc<str> = props.table.id(row as usize).into();
            Action::OpenProject(Some(id))
        });
        // Not `disabled`: the button would lose the focus at the end of the table.
        let is_last = neighbour.is_none();
        let on_action = props.on_action.clone();
        let onclick = move |_| {
            if let Some(open) = neighbour.clone() {
                on_action.emit(open);
            }
        };
        html! {
            <button
                type="button"
                class={classes!("quiet", class)}
                data-action={class}
                aria-label={name.text(locale)}
                aria-disabled={is_last.then_some("true")}
                {onclick}
            >
                { Icon::Twist.html() }
            </button>
        }
    };
    let place = LaterMessage::PlaceInTable {
        position: position as u64 + 1,
        of: props.listed.len() as u64,
    };
    html! {
        <div>
            { button(LaterMessage::PreviousProject, "previous", position.checked_sub(1)) }
            { button(LaterMessage::NextProject, "next", Some(position + 1)) }
            <span class="muted">{ place.text(locale) }</span>
        </div>
    }
}

/// The facts in reading order. What is not stated says so, unless no project of the table states it. Columns that the
/// page knows nothing of stand below, under their own headings.
fn facts(props: &ProjectDetailsProps, stated: &Stated, term: &SearchTerm) -> Html {
    let (table, row, locale) = (&*props.table, props.row, props.locale);
    let text = |message: LaterMessage| message.text(locale).into_owned();
    let known = |text: &str| -> Html {
        if text.is_empty() {
            html! { <span class="muted">{ Message::NotStated.text(locale) }</span> }
        } else {
            in_its_language(text, text.into(), locale)
        }
    };
    // What a search looks in.
    let searched = |text: &str| match text {
        "" => known(text),
        _ => in_its_language(text, highlighted(text, term), locale),
    };
    let category = |field| known(&category_path(table, field, row, locale));
    let name = |language: Locale| searched(table.name_in(row, language));
    let country = html! {
        <>
            { category(CategoryField::Country) }
            if stated.category(CategoryField::CountryBasis) {
                <small class="muted">{ category(CategoryField::CountryBasis) }</small>
            }
        </>
    };
    let source = html! {
        <>
            { source_link(&table.source(row), "0", locale) }
            if table.source(row).kind == SourceKind::MachineTranslation {
                <small class="muted">{ text(LaterMessage::SourceTranslated) }</small>
            }
            if !table.accessed(row).is_empty() {
                <small class="muted">{ text(LaterMessage::SourceReadOn(table.accessed(row).to_owned())) }</small>
            }
        </>
    };
    let facts = [
        (
            LaterMessage::ColumnAmount,
            text(amount_in_full(table, row, locale).into()).into(),
        ),
        (
            LaterMessage::ColumnSigned,
            known(&date_in_full(table, row, locale).unwrap_or_default()),
        ),
        (LaterMessage::ColumnPartner, searched(table.partner(row))),
        (LaterMessage::ColumnCountry, country),
        (
            Message::FieldPlace.into(),
            searched(&category_path(table, CategoryField::Place, row, locale)),
        ),
        (
            Message::FieldIndustry.into(),
            category(CategoryField::Industry),
        ),
        (LaterMessage::IndustrySection, known(table.section(row))),
        (Message::FieldMode.into(), category(CategoryField::Mode)),
        (Message::FieldStage.into(), category(CategoryField::Stage)),
        (Message::FieldEvent.into(), category(CategoryField::Event)),
        (LaterMessage::ColumnSource, source),
        (LaterMessage::Note, searched(table.note(row))),
        (LaterMessage::NameInChinese, name(Locale::Zh)),
        (LaterMessage::NameInEnglish, name(Locale::En)),
        (LaterMessage::Identifier, table.id(row).into()),
    ];
    // In the same order.
    let is_stated = [
        stated.amounts,
        stated.dates,
        stated.partners,
        stated.category(CategoryField::Country),
        stated.category(CategoryField::Place),
        stated.category(CategoryField::Industry),
        stated.sections,
        stated.category(CategoryField::Mode),
        stated.category(CategoryField::Stage),
        stated.category(CategoryField::Event),
        stated.sources,
        stated.notes,
        stated.names_zh,
        stated.names_en,
        true,
    ];
    let fact = |name: String, value: Html| {
        html! {
            <div>
                <dt lang={locale.foreign_tag(&name)}>{ name }</dt>
                <dd>{ value }</dd>
            </div>
        }
    };
    let stated_facts = facts
        .into_iter()
        .zip(is_stated)
        .filter(|(_, is_stated)| *is_stated)
        .map(|((name, value), _)| fact(text(name), value));
    let extras = table.extra_headers().enumerate();
    let extras = extras.map(|(column, heading)| {
        let heading = if heading.is_empty() {
            text(Message::NoHeading.into())
        } else {
            heading.to_owned()
        };
        fact(heading, known(table.extra(column, row)))
    });
    stated_facts.chain(extras).collect()
}

/// A text as `shown`, which says where it is not in the language of the page.
fn in_its_language(text: &str, shown: Html, locale: Locale) -> Html {
    match locale.foreign_tag(text) {
        Some(lang) => html! { <span {lang}>{ shown }</span> },
        None => shown,
    }
}
