//! What only the dialogs around a reader's ledger, and what is taken away, say.
//!
//! Apart from [`Message`](super::Message), so that what the first picture
//! needs does not carry it.

use std::borrow::Cow;

use super::Locale;
use super::format::count;

/// A text for the reader.
#[derive(Clone, Debug, PartialEq)]
pub enum LedgerMessage {
    // What is taken away.
    /// Heading: the amount in the currency of the page.
    ConvertedAmount {
        /// Scale and currency.
        unit: String,
    },
    /// The source is a copy of the report.
    SourceIsCopy,
    /// The source is translated by machine.
    SourceIsTranslation,
    /// The sheet with the projects.
    ProjectSheet,
    /// The sheet that says what the projects are.
    AboutSheet,
    /// Which data.
    AboutData,
    /// When the file was made.
    AboutTakenOn,
    /// How many rows.
    AboutRows,
    /// So many of so many.
    AboutRowsOf {
        /// Rows in the file.
        rows: u64,
        /// Rows of the dataset.
        whole: u64,
    },
    /// Active filters.
    AboutFilters,
    /// Units of the columns.
    AboutUnits,
    /// What the units are.
    AboutUnitsRule,
    /// Heading: currency.
    AboutCurrency,
    /// Heading: year.
    AboutYear,
    /// Heading: yuan per unit.
    AboutRate,
    // The template.
    /// The name of the template's file.
    TemplateName,
    /// The sheet that says how to fill it in.
    TemplateNotesSheet,
    /// Heading: column.
    TemplateColumnHeading,
    /// Heading: what to write.
    TemplateHintHeading,
    /// Heading: an example.
    TemplateExampleHeading,
    /// The sheet with the values of lists.
    TemplateValuesSheet,
    /// What to write.
    TemplateNameHint,
    /// What to write.
    TemplatePartnerHint,
    /// What to write.
    TemplateCountryHint,
    /// What to write.
    TemplatePlaceHint,
    /// What to write.
    TemplateListHint,
    /// What to write.
    TemplateDateHint,
    /// What to write.
    TemplateEventHint,
    /// What to write.
    TemplateAmountHint,
    /// What to write.
    TemplateUnitHint,
    /// What to write.
    TemplateBoundHint,
    /// What to write.
    TemplateSourceHint,
    /// What to write.
    TemplateNoteHint,
    // The dialog for opening data.
    /// Heads the dialog.
    OpenTitle,
    /// Nothing is sent.
    StaysHere,
    /// Opens the browser's choice of a file.
    ChooseFile,
    /// What can be dropped.
    DropHint,
    /// Stands over the page while a file is dragged over it.
    DropHere,
    /// Names the field for pasted cells.
    PasteLabel,
    /// Opens what was pasted.
    OpenPasted,
    /// The name of a pasted ledger.
    PastedName,
    /// Downloads the template.
    GetTemplate,
    /// Closes the dialog.
    CloseDialog,
    /// Breaks off.
    Cancel,
    /// A file is being read.
    Reading {
        /// The file's name.
        name: String,
    },
    /// How far.
    ReadSoFar {
        /// Rows.
        rows: u64,
        /// Hundredths.
        percent: u32,
    },
    /// Heads a refusal.
    NotOpened {
        /// The file's name.
        name: String,
    },
    /// After a refusal.
    DataUnchanged,
    /// The worker cannot be fetched.
    ReaderMissing,
    /// Several files came at once.
    OnlyFirst {
        /// How many.
        files: u64,
    },
    // Checking what was read.
    /// Heads the check.
    CheckTitle {
        /// The file's name.
        name: String,
    },
    /// What became of the rows.
    RowsCounted {
        /// Rows below the header.
        read: u64,
        /// Rows that became projects.
        kept: u64,
    },
    /// Rows with issues.
    RowsDoubtful {
        /// Rows.
        rows: u64,
    },
    /// Heads how the file was read.
    HowRead,
    /// Names a choice.
    EncodingLabel,
    /// Names a choice.
    DelimiterLabel,
    /// A delimiter.
    DelimiterComma,
    /// A delimiter.
    DelimiterTab,
    /// A delimiter.
    DelimiterSemicolon,
    /// A delimiter.
    DelimiterBar,
    /// Names a choice.
    SheetLabel,
    /// Names a choice: the first row of the header.
    HeaderLabel,
    /// Names a choice: rows of the header.
    HeaderRowsLabel,
    /// No header.
    HeaderNone,
    /// One row.
    HeaderOne,
    /// Two rows.
    HeaderTwo,
    /// Heads the mapping.
    ColumnsTitle,
    /// What the mapping does.
    ColumnsRule,
    /// Heading: the file's own.
    HeadingHeading,
    /// Heading: examples.
    SamplesHeading,
    /// Heading: what it holds.
    TargetHeading,
    /// Names the choice of a unit.
    UnitLabel,
    /// The unit is in the cells.
    UnitInCells,
    /// A column that is kept as it is.
    KeptAsIs,
    /// Stands for an empty heading.
    NoHeading,
    /// Shows further columns.
    MoreColumns {
        /// How many.
        columns: u64,
    },
    /// No column holds names.
    NoNameColumn,
    /// Heads the receipt.
    ReceiptTitle,
    /// Rows that are no project.
    LeftOutTitle {
        /// How many.
        rows: u64,
    },
    /// Cells that took a merged value.
    MergedCells {
        /// How many.
        cells: u64,
    },
    /// Heading: row.
    RowHeading,
    /// Heading: column.
    ColumnHeading,
    /// Heading: value.
    ValueHeading,
    /// The row as a whole.
    WholeRow,
    /// More than is listed.
    MoreListed {
        /// How many.
        more: u64,
    },
    /// Downloads the marked workbook.
    GetReceipt,
    /// The name of the file with comments.
    ReceiptFile {
        /// The ledger's file.
        name: String,
    },
    /// Names the ledger's name.
    NameLabel,
    /// Keeps the ledger.
    KeepChoice,
    /// What keeping means.
    KeepHint,
    /// Opens the ledger on the page.
    ShowLedger {
        /// Projects.
        projects: u64,
    },
    /// Back to the choice.
    ChooseOther,
    // Kept ledgers.
    /// Heads the list.
    YourLedgers,
    /// What is said of each.
    LedgerFacts {
        /// Projects.
        projects: u64,
        /// Opened on.
        date: String,
    },
    /// The ledger goes with the page.
    OnlyInPage,
    /// The ledger stays.
    InBrowser,
    /// The ledger is the site's.
    OnSite,
    /// Looks at a ledger.
    Show,
    /// Keeps a ledger.
    Keep,
    /// Renames a ledger.
    Rename,
    /// Ends renaming.
    SaveName,
    /// Replaces a ledger.
    Replace,
    /// A ledger is being replaced.
    Replacing {
        /// Its name.
        name: String,
    },
    /// Removes a ledger.
    Remove,
    /// Asks before it is removed.
    RemoveAsk {
        /// Its name.
        name: String,
    },
    /// Names a button for screen readers.
    OfLedger {
        /// What it does.
        action: String,
        /// The ledger's name.
        name: String,
    },
    /// A kept ledger is being read.
    OpeningKept {
        /// Its name.
        name: String,
    },
    /// A ledger is being stored.
    Saving,
}

impl LedgerMessage {
    /// The text in `locale`.
    #[must_use]
    pub fn text(&self, locale: Locale) -> Cow<'static, str> {
        match locale {
            Locale::Zh => self.zh(),
            Locale::En => self.en(),
        }
    }

    fn zh(&self) -> Cow<'static, str> {
        match self {
            Self::ConvertedAmount { unit } => format!("折合金额（{unit}）").into(),
            Self::SourceIsCopy => "转载".into(),
            Self::SourceIsTranslation => "机器翻译".into(),
            Self::ProjectSheet => "项目".into(),
            Self::AboutSheet => "说明".into(),
            Self::AboutData => "数据".into(),
            Self::AboutTakenOn => "导出日期".into(),
            Self::AboutRows => "行数".into(),
            Self::AboutRowsOf { rows, whole } => {
                format!("{} 行，数据集共 {} 行", count(*rows), count(*whole)).into()
            }
            Self::AboutFilters => "筛选条件".into(),
            Self::AboutUnits => "单位".into(),
            Self::AboutUnitsRule => {
                "“投资额”按来源所载的数值，单位见其旁；“折合金额”由此按年平均汇率换算，单位见表头。"
                    .into()
            }
            Self::AboutCurrency => "币种".into(),
            Self::AboutYear => "年份".into(),
            Self::AboutRate => "年平均汇率（元）".into(),
            Self::TemplateName => "招商台账模板".into(),
            Self::TemplateNotesSheet => "填写说明".into(),
            Self::TemplateColumnHeading => "列".into(),
            Self::TemplateHintHeading => "填写内容".into(),
            Self::TemplateExampleHeading => "示例".into(),
            Self::TemplateValuesSheet => "可选值".into(),
            Self::TemplateNameHint => "必填，一行一个项目".into(),
            Self::TemplatePartnerHint => "合作企业，多个用分号隔开".into(),
            Self::TemplateCountryHint => "中文名、英文名或国际标准代码均可；从列表选择亦可".into(),
            Self::TemplatePlaceHint => "不清楚可留空".into(),
            Self::TemplateListHint => "从列表选择；其他说法也会尽量识别".into(),
            Self::TemplateDateHint => "可精确到日、月或年：2026-09-21、2026-09、2026".into(),
            Self::TemplateEventHint => "在什么活动上签约".into(),
            Self::TemplateAmountHint => "只填数字；未披露请留空，不要填 0".into(),
            Self::TemplateUnitHint => "与投资额对应的单位".into(),
            Self::TemplateBoundHint => "金额为约数、下限或上限时填写".into(),
            Self::TemplateSourceHint => "来源网页，以 http 开头的网址会成为链接".into(),
            Self::TemplateNoteHint => "其他说明。另加的列会原样保留在项目详情中".into(),
            Self::OpenTitle => "打开数据".into(),
            Self::StaysHere => "文件只在此浏览器中读取，不会上传，也不会发给任何人。".into(),
            Self::ChooseFile => "选择文件…".into(),
            Self::DropHint => {
                "或把文件拖到页面任何位置：CSV、TSV、XLSX、XLS、ODS、JSON，可用 gzip 压缩".into()
            }
            Self::DropHere => "松开以打开".into(),
            Self::PasteLabel => "或从电子表格粘贴，连同表头".into(),
            Self::OpenPasted => "打开粘贴的内容".into(),
            Self::PastedName => "粘贴的数据".into(),
            Self::GetTemplate => "下载空白台账模板".into(),
            Self::CloseDialog => "关闭".into(),
            Self::Cancel => "取消".into(),
            Self::Reading { name } => format!("正在读取“{name}”").into(),
            Self::ReadSoFar { rows, percent } => {
                format!("已读 {} 行 · {percent}%", count(*rows)).into()
            }
            Self::NotOpened { name } => format!("未能打开“{name}”").into(),
            Self::DataUnchanged => "页面上的数据保持不变。".into(),
            Self::ReaderMissing => "读取程序未能加载。请检查网络后重试。".into(),
            Self::OnlyFirst { files } => {
                format!("一次打开一个文件：共 {files} 个，打开了第一个。").into()
            }
            Self::CheckTitle { name } => format!("核对“{name}”").into(),
            Self::RowsCounted { read, kept } => {
                format!("读取 {} 行，得到 {} 个项目", count(*read), count(*kept)).into()
            }
            Self::RowsDoubtful { rows } => {
                if *rows == 0 {
                    "没有疑问".into()
                } else {
                    format!("{} 行有疑问", count(*rows)).into()
                }
            }
            Self::HowRead => "读取方式".into(),
            Self::EncodingLabel => "编码".into(),
            Self::DelimiterLabel => "分隔符".into(),
            Self::DelimiterComma => "逗号".into(),
            Self::DelimiterTab => "制表符".into(),
            Self::DelimiterSemicolon => "分号".into(),
            Self::DelimiterBar => "竖线".into(),
            Self::SheetLabel => "工作表".into(),
            Self::HeaderLabel => "表头所在行".into(),
            Self::HeaderRowsLabel => "表头行数".into(),
            Self::HeaderNone => "没有表头".into(),
            Self::HeaderOne => "1 行".into(),
            Self::HeaderTwo => "2 行".into(),
            Self::ColumnsTitle => "各列的含义".into(),
            Self::ColumnsRule => "请核对。改动会记住，下次打开表头相同的文件时沿用。".into(),
            Self::HeadingHeading => "表头".into(),
            Self::SamplesHeading => "示例".into(),
            Self::TargetHeading => "含义".into(),
            Self::UnitLabel => "单位".into(),
            Self::UnitInCells => "见单元格".into(),
            Self::KeptAsIs => "其他（保留在详情中）".into(),
            Self::NoHeading => "（无表头）".into(),
            Self::MoreColumns { columns } => format!("显示其余 {} 列", count(*columns)).into(),
            Self::NoNameColumn => "没有一列是项目名称，请指定".into(),
            Self::ReceiptTitle => "核对单".into(),
            Self::LeftOutTitle { rows } => format!("{} 行不是项目，未计入", count(*rows)).into(),
            Self::MergedCells { cells } => {
                format!("{} 个单元格沿用合并单元格的值", count(*cells)).into()
            }
            Self::RowHeading => "行".into(),
            Self::ColumnHeading => "列".into(),
            Self::ValueHeading => "原文".into(),
            Self::WholeRow => "整行".into(),
            Self::MoreListed { more } => format!("另有 {} 处，见下载的核对单", count(*more)).into(),
            Self::GetReceipt => "下载带批注的工作簿（XLSX）".into(),
            Self::ReceiptFile { name } => format!("{name} 核对单").into(),
            Self::NameLabel => "名称".into(),
            Self::KeepChoice => "保留在此浏览器中，下次打开页面时仍在".into(),
            Self::KeepHint => "只保存在这台设备的这个浏览器里，可随时移除。".into(),
            Self::ShowLedger { projects } => format!("查看 {} 个项目", count(*projects)).into(),
            Self::ChooseOther => "换一个文件".into(),
            Self::YourLedgers => "您的台账".into(),
            Self::LedgerFacts { projects, date } => {
                format!("{} 个项目 · 打开于 {date}", count(*projects)).into()
            }
            Self::OnlyInPage => "关闭页面后即消失".into(),
            Self::InBrowser => "保留在此浏览器中".into(),
            Self::OnSite => "由网站提供".into(),
            Self::Show => "查看".into(),
            Self::Keep => "保留".into(),
            Self::Rename => "改名".into(),
            Self::SaveName => "确定".into(),
            Self::Replace => "换成新文件…".into(),
            Self::Replacing { name } => format!("选择用来替换“{name}”的文件").into(),
            Self::Remove => "移除".into(),
            Self::RemoveAsk { name } => {
                format!("从此浏览器中移除“{name}”？原文件不受影响。").into()
            }
            Self::OfLedger { action, name } => format!("{action}：{name}").into(),
            Self::OpeningKept { name } => format!("正在打开“{name}”").into(),
            Self::Saving => "正在保存…".into(),
        }
    }

    fn en(&self) -> Cow<'static, str> {
        match self {
            Self::ConvertedAmount { unit } => format!("Converted amount ({unit})").into(),
            Self::SourceIsCopy => "copy".into(),
            Self::SourceIsTranslation => "machine translation".into(),
            Self::ProjectSheet => "Projects".into(),
            Self::AboutSheet => "About".into(),
            Self::AboutData => "Data".into(),
            Self::AboutTakenOn => "Exported on".into(),
            Self::AboutRows => "Rows".into(),
            Self::AboutRowsOf { rows, whole } => format!("{} of {} in the dataset", count(*rows), count(*whole)).into(),
            Self::AboutFilters => "Filters".into(),
            Self::AboutUnits => "Units".into(),
            Self::AboutUnitsRule => "“Amount” is as its source states it, in the unit beside it; “Converted amount” is computed from it at yearly averages, in the unit of its heading.".into(),
            Self::AboutCurrency => "Currency".into(),
            Self::AboutYear => "Year".into(),
            Self::AboutRate => "Average CNY per unit".into(),
            Self::TemplateName => "Investment ledger template".into(),
            Self::TemplateNotesSheet => "How to fill it in".into(),
            Self::TemplateColumnHeading => "Column".into(),
            Self::TemplateHintHeading => "What to write".into(),
            Self::TemplateExampleHeading => "Example".into(),
            Self::TemplateValuesSheet => "Values".into(),
            Self::TemplateNameHint => "Required; one project in a row".into(),
            Self::TemplatePartnerHint => "Companies, separated by semicolons".into(),
            Self::TemplateCountryHint => "Either name or the ISO code; or choose from the list".into(),
            Self::TemplatePlaceHint => "Leave empty what is not known".into(),
            Self::TemplateListHint => "Choose from the list; other words are recognised where possible".into(),
            Self::TemplateDateHint => "As precise as it is known: 2026-09-21, 2026-09, 2026".into(),
            Self::TemplateEventHint => "The event at which it was signed".into(),
            Self::TemplateAmountHint => "A number only; leave it empty where it is undisclosed, do not write 0".into(),
            Self::TemplateUnitHint => "The unit of the amount".into(),
            Self::TemplateBoundHint => "Where the amount is an estimate or a bound".into(),
            Self::TemplateSourceHint => "A web page; an address that begins with http becomes a link".into(),
            Self::TemplateNoteHint => "Anything else. Columns that you add are kept and shown in the details".into(),
            Self::OpenTitle => "Open data".into(),
            Self::StaysHere => "The file is read in this browser only. It is not uploaded and nobody else gets it.".into(),
            Self::ChooseFile => "Choose a file…".into(),
            Self::DropHint => "Or drop one anywhere on the page: CSV, TSV, XLSX, XLS, ODS, JSON, also compressed with gzip".into(),
            Self::DropHere => "Drop to open".into(),
            Self::PasteLabel => "Or paste from a spreadsheet, headings included".into(),
            Self::OpenPasted => "Open what was pasted".into(),
            Self::PastedName => "Pasted data".into(),
            Self::GetTemplate => "Download an empty ledger to fill in".into(),
            Self::CloseDialog => "Close".into(),
            Self::Cancel => "Cancel".into(),
            Self::Reading { name } => format!("Reading “{name}”").into(),
            Self::ReadSoFar { rows, percent } => format!("{} rows · {percent}%", count(*rows)).into(),
            Self::NotOpened { name } => format!("“{name}” was not opened").into(),
            Self::DataUnchanged => "The data on the page is as it was.".into(),
            Self::ReaderMissing => "The part of the page that reads files could not be loaded. Check the connection and try again.".into(),
            Self::OnlyFirst { files } => format!("One file is opened at a time: the first of {files}.").into(),
            Self::CheckTitle { name } => format!("Check “{name}”").into(),
            Self::RowsCounted { read, kept } => format!("{} rows read, {} kept as projects", count(*read), count(*kept)).into(),
            Self::RowsDoubtful { rows } => if *rows == 0 { "nothing doubtful".into() } else { format!("{} with something doubtful", count(*rows)).into() },
            Self::HowRead => "How it was read".into(),
            Self::EncodingLabel => "Encoding".into(),
            Self::DelimiterLabel => "Delimiter".into(),
            Self::DelimiterComma => "Comma".into(),
            Self::DelimiterTab => "Tab".into(),
            Self::DelimiterSemicolon => "Semicolon".into(),
            Self::DelimiterBar => "Vertical bar".into(),
            Self::SheetLabel => "Sheet".into(),
            Self::HeaderLabel => "Header in row".into(),
            Self::HeaderRowsLabel => "Rows of the header".into(),
            Self::HeaderNone => "No header".into(),
            Self::HeaderOne => "1 row".into(),
            Self::HeaderTwo => "2 rows".into(),
            Self::ColumnsTitle => "What the columns hold".into(),
            Self::ColumnsRule => "Please check. Changes are remembered for files with the same header.".into(),
            Self::HeadingHeading => "Heading".into(),
            Self::SamplesHeading => "Examples".into(),
            Self::TargetHeading => "Holds".into(),
            Self::UnitLabel => "Unit".into(),
            Self::UnitInCells => "As in the cells".into(),
            Self::KeptAsIs => "Something else (kept in the details)".into(),
            Self::NoHeading => "(no heading)".into(),
            Self::MoreColumns { columns } => format!("Show {} more columns", count(*columns)).into(),
            Self::NoNameColumn => "No column holds project names; please choose one".into(),
            Self::ReceiptTitle => "Receipt".into(),
            Self::LeftOutTitle { rows } => format!("{} rows are no projects and were left out", count(*rows)).into(),
            Self::MergedCells { cells } => format!("{} cells took the value of a merged cell", count(*cells)).into(),
            Self::RowHeading => "Row".into(),
            Self::ColumnHeading => "Column".into(),
            Self::ValueHeading => "Value".into(),
            Self::WholeRow => "The whole row".into(),
            Self::MoreListed { more } => format!("{} more, in the receipt to download", count(*more)).into(),
            Self::GetReceipt => "Download the sheet with comments (XLSX)".into(),
            Self::ReceiptFile { name } => format!("{name} receipt").into(),
            Self::NameLabel => "Name".into(),
            Self::KeepChoice => "Keep it in this browser for the next visit".into(),
            Self::KeepHint => "It is stored on this device in this browser only, and can be removed at any time.".into(),
            Self::ShowLedger { projects } => format!("Show {} projects", count(*projects)).into(),
            Self::ChooseOther => "Another file".into(),
            Self::YourLedgers => "Your ledgers".into(),
            Self::LedgerFacts { projects, date } => format!("{} projects · opened {date}", count(*projects)).into(),
            Self::OnlyInPage => "Gone when the page is closed".into(),
            Self::InBrowser => "Kept in this browser".into(),
            Self::OnSite => "Provided by this site".into(),
            Self::Show => "Show".into(),
            Self::Keep => "Keep".into(),
            Self::Rename => "Rename".into(),
            Self::SaveName => "Save".into(),
            Self::Replace => "Replace…".into(),
            Self::Replacing { name } => format!("Choose the file that replaces “{name}”").into(),
            Self::Remove => "Remove".into(),
            Self::RemoveAsk { name } => format!("Remove “{name}” from this browser? The original file is not touched.").into(),
            Self::OfLedger { action, name } => format!("{action}: {name}").into(),
            Self::OpeningKept { name } => format!("Opening “{name}”").into(),
            Self::Saving => "Saving…".into(),
        }
    }
}
