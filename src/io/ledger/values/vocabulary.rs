//! The short closed lists in the words of ledgers.

use super::super::folding;
use super::LONGEST_TERM;
use crate::data::SourceKind;
use crate::data::vocabulary::{CountryBasis, Mode, Stage};

/// The kind of cooperation that a cell names.
pub(in super::super) fn mode(text: &str) -> Option<Mode> {
    Mode::parse(text)
        .or_else(|| named(Mode::ALL, text, Mode::name).or_else(|| containing(MODES, text)))
}

/// The stage that a cell names.
pub(in super::super) fn stage(text: &str) -> Option<Stage> {
    Stage::parse(text)
        .or_else(|| named(Stage::ALL, text, Stage::name).or_else(|| containing(STAGES, text)))
}

/// The basis of a country that a cell names.
pub(in super::super) fn country_basis(text: &str) -> Option<CountryBasis> {
    CountryBasis::parse(text).or_else(|| {
        named(CountryBasis::ALL, text, CountryBasis::name).or_else(|| containing(BASES, text))
    })
}

/// What a cell says of a source.
pub(in super::super) fn source_kind(text: &str) -> Option<SourceKind> {
    SourceKind::parse(text).or_else(|| containing(SOURCE_KINDS, text))
}

fn named<T: Copy>(all: &[T], text: &str, name: impl Fn(T) -> crate::i18n::Bilingual) -> Option<T> {
    let folded = folding::letters(text);
    all.iter().copied().find(|&value| {
        let name = name(value);
        [&name.zh, &name.en]
            .iter()
            .any(|name| folding::letters(name) == folded)
    })
}

/// What the first word of `list` that `text` contains stands for.
fn containing<T: Copy>(list: &[(&str, T)], text: &str) -> Option<T> {
    if text.len() > LONGEST_TERM {
        return None;
    }
    let folded = folding::letters(text);
    list.iter()
        .find(|(word, _)| folded.contains(word))
        .map(|&(_, meaning)| meaning)
}

/// Words for kinds of cooperation; what is more telling comes first.
const MODES: &[(&str, Mode)] = &[
    ("研发", Mode::RdCentre),
    ("研究院", Mode::RdCentre),
    ("研究所", Mode::RdCentre),
    ("实验室", Mode::RdCentre),
    ("创新中心", Mode::RdCentre),
    ("技术中心", Mode::RdCentre),
    ("rdcent", Mode::RdCentre),
    ("researchcent", Mode::RdCentre),
    ("技术", Mode::Technology),
    ("专利", Mode::Technology),
    ("许可", Mode::Technology),
    ("转让", Mode::Technology),
    ("licen", Mode::Technology),
    ("technology", Mode::Technology),
    ("贸易", Mode::Trade),
    ("采购", Mode::Trade),
    ("购销", Mode::Trade),
    ("销售", Mode::Trade),
    ("订单", Mode::Trade),
    ("进出口", Mode::Trade),
    ("供货", Mode::Trade),
    ("trade", Mode::Trade),
    ("purchase", Mode::Trade),
    ("supply", Mode::Trade),
    ("投资", Mode::Investment),
    ("独资", Mode::Investment),
    ("合资", Mode::Investment),
    ("并购", Mode::Investment),
    ("收购", Mode::Investment),
    ("增资", Mode::Investment),
    ("参股", Mode::Investment),
    ("新设", Mode::Investment),
    ("新建", Mode::Investment),
    ("扩建", Mode::Investment),
    ("中外合作", Mode::Investment),
    ("invest", Mode::Investment),
    ("jointventure", Mode::Investment),
    ("wholly", Mode::Investment),
    ("acquisition", Mode::Investment),
    ("wfoe", Mode::Investment),
    ("框架", Mode::Cooperation),
    ("备忘录", Mode::Cooperation),
    ("战略", Mode::Cooperation),
    ("意向", Mode::Cooperation),
    ("协议", Mode::Cooperation),
    ("合作", Mode::Cooperation),
    ("cooperation", Mode::Cooperation),
    ("framework", Mode::Cooperation),
    ("memorandum", Mode::Cooperation),
    ("mou", Mode::Cooperation),
    ("其他", Mode::Other),
    ("其它", Mode::Other),
    ("other", Mode::Other),
];

const STAGES: &[(&str, Stage)] = &[
    ("未知", Stage::Unknown),
    ("不详", Stage::Unknown),
    ("unknown", Stage::Unknown),
    ("未开工", Stage::Signed),
    ("未动工", Stage::Signed),
    ("拟建", Stage::Signed),
    ("待开工", Stage::Signed),
    ("notstarted", Stage::Signed),
    ("未投产", Stage::UnderConstruction),
    ("未竣工", Stage::UnderConstruction),
    ("试生产", Stage::Operating),
    ("underconstruction", Stage::UnderConstruction),
    ("construction", Stage::UnderConstruction),
    ("在建", Stage::UnderConstruction),
    ("开工", Stage::UnderConstruction),
    ("动工", Stage::UnderConstruction),
    ("施工", Stage::UnderConstruction),
    ("建设中", Stage::UnderConstruction),
    ("正在建设", Stage::UnderConstruction),
    ("投产", Stage::Operating),
    ("达产", Stage::Operating),
    ("竣工", Stage::Operating),
    ("运营", Stage::Operating),
    ("建成", Stage::Operating),
    ("投用", Stage::Operating),
    ("开业", Stage::Operating),
    ("operating", Stage::Operating),
    ("operational", Stage::Operating),
    ("inoperation", Stage::Operating),
    ("completed", Stage::Operating),
    ("production", Stage::Operating),
    ("签约", Stage::Signed),
    ("前期", Stage::Signed),
    ("筹建", Stage::Signed),
    ("筹备", Stage::Signed),
    ("洽谈", Stage::Signed),
    ("注册", Stage::Signed),
    ("落户", Stage::Signed),
    ("signed", Stage::Signed),
    ("planned", Stage::Signed),
];

const BASES: &[(&str, CountryBasis)] = &[
    ("总部", CountryBasis::CompanySeat),
    ("注册地", CountryBasis::CompanySeat),
    ("seat", CountryBasis::CompanySeat),
    ("headquarter", CountryBasis::CompanySeat),
    ("载明", CountryBasis::Stated),
    ("明示", CountryBasis::Stated),
    ("stated", CountryBasis::Stated),
];

const SOURCE_KINDS: &[(&str, SourceKind)] = &[
    ("机器翻译", SourceKind::MachineTranslation),
    ("机翻", SourceKind::MachineTranslation),
    ("machine", SourceKind::MachineTranslation),
    ("转载", SourceKind::Copy),
    ("副本", SourceKind::Copy),
    ("copy", SourceKind::Copy),
    ("原始", SourceKind::Original),
    ("原文", SourceKind::Original),
    ("original", SourceKind::Original),
];
