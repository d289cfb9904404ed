//! An empty ledger to fill in: headings that are recognised, hints and an example, lists to choose from.

use super::cell_stream::{CellSink, CellWriter};
use crate::data::vocabulary::{Mode, Stage};
use crate::data::{Currency, country, industry};
use crate::i18n::ledger::LedgerColumn;
use crate::i18n::{LedgerMessage, Locale, Message, format};

/// A column of the template.
struct Column {
    column: LedgerColumn,
    hint: LedgerMessage,
    example: [&'static str; 2],
    width: f64,
    choices: Vec<String>,
}

/// Writes the template: the sheet to fill in, how to do so, and what can be chosen.
pub fn write(cells: &mut CellWriter, locale: Locale) {
    let columns = columns(locale);
    let text = |message: LedgerMessage| message.text(locale).into_owned();
    let values_sheet = text(LedgerMessage::TemplateValuesSheet);

    cells.sheet(&text(LedgerMessage::ProjectSheet));
    for column in &columns {
        cells.width(column.width);
    }
    let mut lists = 0;
    for column in &columns {
        cells.heading(column.column.text(locale));
        if !column.choices.is_empty() {
            let letter = char::from(b'A' + lists);
            let last = column.choices.len() + 1;
            cells.choice(&format!("'{values_sheet}'!${letter}$2:${letter}${last}"));
            lists += 1;
        }
    }
    cells.end_row();

    cells.sheet(&text(LedgerMessage::TemplateNotesSheet));
    for width in [28.0, 72.0, 36.0] {
        cells.width(width);
    }
    for heading in [
        LedgerMessage::TemplateColumnHeading,
        LedgerMessage::TemplateHintHeading,
        LedgerMessage::TemplateExampleHeading,
    ] {
        cells.heading(&text(heading));
    }
    cells.end_row();
    for column in &columns {
        cells.text(column.column.text(locale));
        cells.text(&column.hint.text(locale));
        let [zh, en] = column.example;
        cells.text_or_empty(match locale {
            Locale::Zh => zh,
            Locale::En => en,
        });
        cells.end_row();
    }

    let lists: Vec<&Column> = columns
        .iter()
        .filter(|column| !column.choices.is_empty())
        .collect();
    cells.sheet(&values_sheet);
    for _ in &lists {
        cells.width(28.0);
    }
    for list in &lists {
        cells.heading(list.column.text(locale));
    }
    cells.end_row();
    let longest = lists.iter().map(|list| list.choices.len()).max();
    for at in 0..longest.unwrap_or_default() {
        for list in &lists {
            cells.text_or_empty(list.choices.get(at).map_or("", String::as_str));
        }
        cells.end_row();
    }
}

fn columns(locale: Locale) -> Vec<Column> {
    let column = |column, hint, example, width| Column {
        column,
        hint,
        example,
        width,
        choices: Vec::new(),
    };
    let list = |of, example, width, choices| Column {
        choices,
        ..column(of, LedgerMessage::TemplateListHint, example, width)
    };
    let name = |zh: &str, en: &str| match locale {
        Locale::Zh => zh.to_owned(),
        Locale::En => en.to_owned(),
    };
    let countries = country::countries().iter();
    let industries = industry::industries().iter();
    let units = Currency::ALL.iter().take(3).flat_map(|currency| {
        let scales = match locale {
            Locale::Zh => [1e8, 1e4],
            Locale::En => [1e8, 1e6],
        };
        scales.map(|scale| format::unit(currency.code(), scale, locale))
    });
    let bounds = [
        Message::BoundAbout,
        Message::BoundAtLeast,
        Message::BoundAtMost,
    ];
    vec![
        column(
            LedgerColumn::Name,
            LedgerMessage::TemplateNameHint,
            ["某某新能源电池基地", "Example battery plant"],
            40.0,
        ),
        column(
            LedgerColumn::Partner,
            LedgerMessage::TemplatePartnerHint,
            ["示例股份公司", "Example AG"],
            30.0,
        ),
        Column {
            hint: LedgerMessage::TemplateCountryHint,
            ..list(
                LedgerColumn::Country,
                ["德国", "Germany"],
                22.0,
                countries
                    .map(|country| name(&country.name_zh, &country.name_en))
                    .collect(),
            )
        },
        column(
            LedgerColumn::Province,
            LedgerMessage::TemplatePlaceHint,
            ["山东省", "Shandong"],
            14.0,
        ),
        column(
            LedgerColumn::City,
            LedgerMessage::TemplatePlaceHint,
            ["济南市", "Jinan"],
            14.0,
        ),
        column(
            LedgerColumn::Zone,
            LedgerMessage::TemplatePlaceHint,
            ["高新区", ""],
            18.0,
        ),
        list(
            LedgerColumn::Industry,
            ["新能源", "New energy"],
            24.0,
            industries
                .map(|industry| name(&industry.name_zh, &industry.name_en))
                .collect(),
        ),
        list(
            LedgerColumn::Mode,
            ["投资", "Investment"],
            16.0,
            Mode::ALL
                .iter()
                .map(|mode| mode.name().get(locale).to_string())
                .collect(),
        ),
        list(
            LedgerColumn::Stage,
            ["签约", "Signed"],
            18.0,
            Stage::ALL
                .iter()
                .map(|stage| stage.name().get(locale).to_string())
                .collect(),
        ),
        column(
            LedgerColumn::SignedOn,
            LedgerMessage::TemplateDateHint,
            ["2026-09-21", "2026-09-21"],
            14.0,
        ),
        column(
            LedgerColumn::Event,
            LedgerMessage::TemplateEventHint,
            ["某某投资大会", "Example investment conference"],
            26.0,
        ),
        column(
            LedgerColumn::Amount,
            LedgerMessage::TemplateAmountHint,
            ["5.2", "73"],
            12.0,
        ),
        Column {
            hint: LedgerMessage::TemplateUnitHint,
            ..list(
                LedgerColumn::AmountUnit,
                ["亿元", "USD million"],
                18.0,
                units.collect(),
            )
        },
        Column {
            hint: LedgerMessage::TemplateBoundHint,
            ..list(
                LedgerColumn::AmountBound,
                ["", ""],
                12.0,
                bounds
                    .iter()
                    .map(|bound| bound.text(locale).into_owned())
                    .collect(),
            )
        },
        column(
            LedgerColumn::SourceTitle,
            LedgerMessage::TemplateSourceHint,
            ["某某日报", "Example Daily"],
            26.0,
        ),
        column(
            LedgerColumn::SourceUrl,
            LedgerMessage::TemplateSourceHint,
            ["https://example.com/", "https://example.com/"],
            26.0,
        ),
        column(
            LedgerColumn::Note,
            LedgerMessage::TemplateNoteHint,
            ["", ""],
            36.0,
        ),
    ]
}
