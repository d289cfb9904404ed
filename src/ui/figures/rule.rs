//! How a key figure is computed, in words that are true of this dataset under these filters.

use yew::prelude::*;

use super::FigureKey;
use crate::data::CategoryField;
use crate::data::category::UNSTATED;
use crate::data::vocabulary::CountryBasis;
use crate::i18n::{LaterMessage, Locale, Message};
use crate::state::Findings;
use crate::ui::shared::ByPointer;

/// Which figure is explained.
#[derive(Debug, PartialEq, Properties)]
pub struct FigureRuleProps {
    /// The figure.
    pub figure: FigureKey,
    /// Every number on the screen.
    pub findings: ByPointer<Findings>,
    /// The language of the page.
    pub locale: Locale,
}

/// The rule of one figure.
#[component]
pub fn FigureRule(props: &FigureRuleProps) -> Html {
    let sentence = |message: LaterMessage| html! { <p>{ message.text(props.locale) }</p> };
    sentences(props.figure, &props.findings)
        .into_iter()
        .map(sentence)
        .collect()
}

fn sentences(figure: FigureKey, findings: &Findings) -> Vec<LaterMessage> {
    let totals = &findings.selected.totals;
    // Amounts that rows hold of several projects together are added up, and nothing else.
    let is_grouped = disclosed_together(findings);
    let (projects, disclosed) = (u64::from(totals.projects), u64::from(totals.disclosed));
    let mut sentences = vec![match figure {
        FigureKey::Projects => LaterMessage::RuleOfProjects {
            shown: projects,
            whole: u64::from(findings.whole.overview.totals.projects),
        },
        FigureKey::Amount => LaterMessage::RuleOfSum {
            disclosed,
            projects,
        },
        FigureKey::Median | FigureKey::Largest | FigureKey::TopFive if is_grouped => {
            LaterMessage::RuleOfGrouped
        }
        FigureKey::Median => LaterMessage::RuleOfMedian(disclosed),
        FigureKey::Largest => LaterMessage::RuleOfLargest(disclosed),
        FigureKey::TopFive => LaterMessage::RuleOfTopFive(disclosed),
        FigureKey::Countries => countries(findings),
    }];
    match figure {
        FigureKey::Median | FigureKey::Largest | FigureKey::TopFive if is_grouped => {}
        FigureKey::Projects => sentences.push(Message::RuleCensus.into()),
        FigureKey::Countries => sentences.push(Message::RuleRow.into()),
        FigureKey::Amount | FigureKey::Median | FigureKey::Largest | FigureKey::TopFive => {
            sentences.extend([
                LaterMessage::RuleOfLeftOut {
                    undisclosed: u64::from(totals.undisclosed()),
                    unconverted: u64::from(totals.unconverted),
                },
                LaterMessage::RuleOfBounds(u64::from(totals.inexact)),
                Message::RuleMoney.into(),
            ]);
        }
    }
    sentences.push(LaterMessage::RuleOfWhole);
    sentences
}

/// Whether some rows state one amount for several projects.
fn disclosed_together(findings: &Findings) -> bool {
    findings.selected.totals.disclosed > 0 && findings.selected.largest_row.is_none()
}

fn countries(findings: &Findings) -> LaterMessage {
    let count = |field, key: &str| u64::from(findings.selected_projects(field, key));
    LaterMessage::RuleOfCountries {
        unstated: count(CategoryField::Country, UNSTATED),
        seats: count(CategoryField::CountryBasis, CountryBasis::CompanySeat.key()),
    }
}
