//! The entrance to the second part.

use yew::prelude::*;

use super::LaterParts;
use crate::chart::{ChartKind, Scene, TextMeasure, layout, prepare};
use crate::io::embedded;
use crate::state::BuiltIn;
use crate::ui::charts::{Shown, chart_table, save_chart};
use crate::ui::exports::export;
use crate::ui::figures::{FigureRule, FigureRuleProps};
use crate::ui::filters::{EmptyResult, EmptyResultProps};
use crate::ui::header::{ShortcutList, ShortcutListProps};
use crate::ui::ledgers::{Ledgers, LedgersProps};
use crate::ui::paper::{Paper, PaperProps};
use crate::ui::projects::{Projects, ProjectsProps};
use crate::ui::reconciliation::{ReconciliationSection, ReconciliationSectionProps};

/// Pointers that the linker counts as the second part's own.
pub(super) static PARTS: LaterParts = LaterParts {
    built_in,
    prepare_chart,
    scene,
    chart_table,
    save_chart,
    projects,
    figure_rule,
    empty_result,
    shortcut_list,
    reconciliation,
    paper,
    ledgers,
    export,
};

fn built_in() -> BuiltIn {
    BuiltIn {
        signed: embedded::signed(),
        announced: embedded::announced(),
        announcements: embedded::announcements(),
    }
}

fn prepare_chart(kind: ChartKind, shown: &Shown, text: &dyn TextMeasure) {
    prepare(&shown.input(shown.findings.content(kind), text));
}

fn scene(kind: ChartKind, shown: &Shown, text: &dyn TextMeasure) -> Scene {
    layout(&shown.input(shown.findings.content(kind), text))
}

fn projects(props: ProjectsProps) -> Html {
    html! { <Projects ..props /> }
}

fn reconciliation(props: ReconciliationSectionProps) -> Html {
    html! { <ReconciliationSection ..props /> }
}

fn figure_rule(props: FigureRuleProps) -> Html {
    html! { <FigureRule ..props /> }
}

fn empty_result(props: EmptyResultProps) -> Html {
    html! { <EmptyResult ..props /> }
}

fn shortcut_list(props: ShortcutListProps) -> Html {
    html! { <ShortcutList ..props /> }
}

fn paper(props: PaperProps) -> Html {
    html! { <Paper ..props /> }
}

fn ledgers(props: LedgersProps) -> Html {
    html! { <Ledgers ..props /> }
}
