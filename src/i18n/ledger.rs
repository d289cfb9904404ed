//! Words about a reader's own ledger: what its columns hold, what was doubtful in them, why a file was refused.
//!
//! Each list has its wording here and not in [`Message`](super::Message): only the dialogs for opening a file say
//! these words, and what the first picture needs should not carry them.

use serde::{Deserialize, Serialize};

use super::Locale;

/// A closed list with a wording in both languages; what has a second wording says what was done.
macro_rules! wording {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $zh:literal, $en:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)+
        }

        impl $name {
            /// Every one, in the order in which lists show them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The wording in `locale`.
            #[must_use]
            pub const fn text(self, locale: Locale) -> &'static str {
                match locale {
                    Locale::Zh => match self { $(Self::$variant => $zh,)+ },
                    Locale::En => match self { $(Self::$variant => $en,)+ },
                }
            }
        }
    };
}

wording! {
    /// What a column of a ledger holds. Its wording is the heading in exports and templates, which are read back by it.
    LedgerColumn {
        /// Identifier or serial number.
        Id = "编号", "ID";
        /// Name of the project in whichever language.
        Name = "项目名称", "Project name";
        /// Chinese name, where another column has the English one.
        NameZh = "项目中文名称", "Chinese project name";
        /// English name.
        NameEn = "项目英文名称", "English project name";
        /// Partner as written.
        Partner = "合作方", "Partner";
        /// Country or region of the partner.
        Country = "合作方国别（地区）", "Partner country or region";
        /// Whether the country is stated or that of the company's seat.
        CountryBasis = "国别依据", "Basis of the country";
        /// Province, in either language.
        Province = "省份", "Province";
        /// Province in English, where another column has the Chinese one.
        ProvinceEn = "省份（英文）", "Province (English)";
        /// City, in either language.
        City = "城市", "City";
        /// City in English, where another column has the Chinese one.
        CityEn = "城市（英文）", "City (English)";
        /// Zone, district or park.
        Zone = "园区", "Zone";
        /// Province, city and zone in one.
        Place = "落户地", "Host place";
        /// Industry.
        Industry = "产业", "Industry";
        /// Section letter of GB/T 4754.
        Section = "国民经济行业门类", "Section of GB/T 4754";
        /// Kind of cooperation.
        Mode = "合作方式", "Mode of cooperation";
        /// How far it has come.
        Stage = "进展", "Stage";
        /// Date of signing.
        SignedOn = "签约时间", "Signed on";
        /// Event at which it was signed.
        Event = "签约活动", "Event";
        /// Amount.
        Amount = "投资额", "Amount";
        /// Unit of the amount, row by row.
        AmountUnit = "金额单位", "Amount unit";
        /// How firmly the amount is stated.
        AmountBound = "金额口径", "Amount bound";
        /// So many projects stand in one row.
        Projects = "项目数", "Projects";
        /// Title of the source.
        SourceTitle = "来源标题", "Source title";
        /// Address of the source.
        SourceUrl = "来源网址", "Source address";
        /// What the source's page is to the report.
        SourceKind = "来源性质", "Source kind";
        /// When the source was read.
        Accessed = "查阅日期", "Accessed on";
        /// Qualifications.
        Note = "备注", "Note";
    }
}

wording! {
    /// What is doubtful about a value or a row.
    IssueKind {
        /// No list has this country.
        UnknownCountry = "认不出的国家或地区", "Country or region not recognised";
        /// More than one country in a cell.
        SeveralCountries = "一格写了多个国家或地区", "Several countries in one cell";
        /// No list has this industry.
        UnknownIndustry = "认不出的产业", "Industry not recognised";
        /// No list has this kind of cooperation.
        UnknownMode = "认不出的合作方式", "Mode of cooperation not recognised";
        /// No list has this stage.
        UnknownStage = "认不出的进展", "Stage not recognised";
        /// A code that no list knows.
        UnknownCode = "认不出的代码", "Code not recognised";
        /// No date, or one that no calendar has.
        UnreadableDate = "读不出的日期", "Date that cannot be read";
        /// A date that can be read in two ways, or is less precise than it looks.
        VagueDate = "日期含义不唯一", "Date with more than one meaning";
        /// No amount.
        UnreadableAmount = "读不出的金额", "Amount that cannot be read";
        /// Neither the cell nor the heading says the unit.
        AmountWithoutUnit = "金额没有单位", "Amount without a unit";
        /// Below zero, or more than there is.
        ImplausibleAmount = "金额不合常理", "Amount beyond reason";
        /// One amount for several rows.
        MergedAmount = "多行合用一个金额", "One amount for several rows";
        /// A number of projects that is none.
        UnreadableCount = "读不出的项目数", "Number of projects that cannot be read";
        /// The spreadsheet itself shows an error.
        ErrorCell = "表格公式出错", "Error in the spreadsheet";
        /// More cells than the header.
        SurplusCells = "单元格比表头多", "More cells than the header has";
        /// A value for which the column has no room left.
        SurplusValue = "同类取值超过 65,534 个", "More than 65,534 different values";
        /// A quotation mark that is never closed.
        UnbalancedQuote = "引号没有配对", "Quotation mark that is never closed";
        /// Bytes of another encoding than the file's.
        MixedEncoding = "本行编码与全文不同", "Row in another encoding than the file";
        /// Bytes of no encoding.
        BadCharacters = "无法解码的字符", "Characters that cannot be decoded";
        /// NUL, marks of writing direction and other invisible characters.
        ControlCharacters = "不可见的控制字符", "Invisible control characters";
        /// A text longer than a spreadsheet holds.
        LongText = "文字过长", "Text too long";
        /// The same project twice, as it seems.
        Duplicate = "疑似重复", "Suspected duplicate";
        /// The same identifier twice.
        DuplicateId = "编号重复", "Identifier used twice";
    }
}

impl IssueKind {
    /// What was done with such a value.
    #[must_use]
    pub const fn treatment(self) -> Treatment {
        match self {
            Self::UnknownCountry
            | Self::UnknownIndustry
            | Self::UnknownMode
            | Self::UnknownStage
            | Self::UnknownCode => Treatment::KeptAsText,
            Self::SeveralCountries => Treatment::FirstTaken,
            Self::UnreadableDate => Treatment::LeftUndated,
            Self::VagueDate => Treatment::ReadLessPrecisely,
            Self::UnreadableAmount | Self::AmountWithoutUnit | Self::ImplausibleAmount => {
                Treatment::LeftUndisclosed
            }
            Self::MergedAmount => Treatment::CountedOnce,
            Self::UnreadableCount => Treatment::CountedAsOne,
            Self::ErrorCell => Treatment::ReadAsEmpty,
            Self::SurplusCells => Treatment::KeptUnderNoHeading,
            Self::SurplusValue => Treatment::CountedAsOther,
            Self::UnbalancedQuote => Treatment::ReadAsText,
            Self::MixedEncoding => Treatment::ReadInItsEncoding,
            Self::BadCharacters => Treatment::Replaced,
            Self::ControlCharacters => Treatment::Removed,
            Self::LongText => Treatment::CutOff,
            Self::Duplicate => Treatment::BothKept,
            Self::DuplicateId => Treatment::RowNumberInstead,
        }
    }
}

wording! {
    /// What was done with what is doubtful.
    Treatment {
        /// Not stated, with the text in the details.
        KeptAsText = "按“未注明”计，原文保留在详情中", "Counted as not stated; the text is kept in the details";
        /// The first of several.
        FirstTaken = "按第一个计，原文保留在详情中", "The first one counts; the text is kept in the details";
        /// No date, with the text in the details.
        LeftUndated = "按没有日期计，原文保留在详情中", "Counted as undated; the text is kept in the details";
        /// The year or the month only.
        ReadLessPrecisely = "只取确定的年或年月，原文保留在详情中", "Read as the year or month that is certain; the text is kept in the details";
        /// No amount, with the text in the details.
        LeftUndisclosed = "按未披露计，原文保留在详情中", "Counted as undisclosed; the text is kept in the details";
        /// In the first of the rows.
        CountedOnce = "只计入第一行，其余各行按未披露计", "Counted in the first row; undisclosed in the others";
        /// One project.
        CountedAsOne = "按一个项目计，原文保留在详情中", "Counted as one project; the text is kept in the details";
        /// Nothing, with the error in the details.
        ReadAsEmpty = "按空白计，错误代码保留在详情中", "Read as empty; the error is kept in the details";
        /// In a column of its own.
        KeptUnderNoHeading = "保留在详情的“无标题”栏", "Kept in the details under “No heading”";
        /// Together with all others for which there is no room.
        CountedAsOther = "按“其他”计，原文保留在详情中", "Counted as “Other”; the text is kept in the details";
        /// A quotation mark like any other letter.
        ReadAsText = "引号按普通文字读，到行末为止", "Read as text up to the end of the line";
        /// The row alone in another encoding.
        ReadInItsEncoding = "本行按 GB18030 读", "The row was read as GB18030";
        /// A replacement character each.
        Replaced = "以“�”代替", "Replaced with “�”";
        /// Left out of the text.
        Removed = "从文字中去掉", "Removed from the text";
        /// As much as a spreadsheet holds.
        CutOff = "保留前 32,767 个字符", "The first 32,767 characters are kept";
        /// Nothing.
        BothKept = "都保留", "Both are kept";
        /// An identifier that is unique.
        RowNumberInstead = "保留，改以行号为编号", "Kept, with its row number as identifier";
    }
}

wording! {
    /// Rows of a sheet that are no project.
    LeftOut {
        /// Nothing in it, or a serial number only.
        Blank = "空行", "Empty row";
        /// Above the header.
        Title = "表头以上的标题", "Title above the header";
        /// A total or a subtotal.
        Total = "合计或小计", "Total or subtotal";
        /// The heading of a part of the sheet.
        Section = "分组标题", "Heading of a group";
        /// A footnote.
        Footnote = "附注", "Footnote";
        /// The header once more.
        RepeatedHeader = "重复的表头", "Header once more";
    }
}

wording! {
    /// How sure it is what a column holds.
    Confidence {
        /// The reader said so.
        Chosen = "您的选择", "Your choice";
        /// The heading is a known one.
        Certain = "表头已知", "Known heading";
        /// The heading is close to a known one.
        Likely = "表头相近", "Similar heading";
        /// The values look like it.
        FromValues = "按内容推断", "Judged by its values";
        /// Nothing says what it is.
        None = "未识别，原样保留", "Not recognised; kept as it is";
    }
}

/// Why a file was not opened. The data on the screen stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImportError {
    /// Nothing in it.
    Empty,
    /// A header and nothing below it.
    NoRows,
    /// Neither a text nor a workbook.
    NotALedger,
    /// The file ends too early or contradicts itself.
    Damaged,
    /// It opens with a password only.
    Encrypted,
    /// An old or other format whose name is known, such as `Numbers`.
    OtherFormat(String),
    /// It unpacks to more than this many megabytes.
    UnpacksTooLarge(u32),
    /// More columns than this.
    TooManyColumns {
        /// Columns in the file.
        columns: u32,
        /// As many are opened.
        most: u32,
    },
    /// A cell far outside of any table.
    FarCell(String),
    /// More rows than this.
    TooManyRows(u32),
    /// A line of more than this many megabytes.
    LongLine(u32),
    /// A workbook of more than this many megabytes.
    LargeWorkbook(u32),
    /// JSON that is no array of objects.
    JsonOfOtherForm,
    /// The reading program itself ended, for want of memory most likely.
    Interrupted,
}

impl ImportError {
    /// What is wrong, and what the reader can do.
    #[must_use]
    pub fn text(&self, locale: Locale) -> String {
        match locale {
            Locale::Zh => self.zh(),
            Locale::En => self.en(),
        }
    }

    fn zh(&self) -> String {
        match self {
            Self::Empty => "文件是空的。请检查是否选对了文件。".into(),
            Self::NoRows => "文件只有表头，没有项目。".into(),
            Self::NotALedger => {
                "这不是表格文件。可以打开 CSV、TSV、XLSX、XLS、ODS 和 JSON（也可以用 gzip 压缩）。"
                    .into()
            }
            Self::Damaged => {
                "文件已损坏或不完整。请重新下载，或在电子表格软件中打开后另存一份。".into()
            }
            Self::Encrypted => "工作簿设有密码。请在电子表格软件中去掉密码后另存一份。".into(),
            Self::OtherFormat(name) => {
                format!("暂不支持 {name} 文件。请在原软件中另存为 XLSX 或 CSV。")
            }
            Self::UnpacksTooLarge(most) => {
                format!("文件解压后超过 {most} MB，未予打开。请拆分或另存为 CSV。")
            }
            Self::TooManyColumns { columns, most } => {
                format!("表格有 {columns} 列，最多可打开 {most} 列。请检查分隔符，或删去多余的列。")
            }
            Self::FarCell(cell) => {
                format!("单元格 {cell} 离表格太远，未予打开。请删去该单元格的内容后另存一份。")
            }
            Self::TooManyRows(most) => {
                format!("行数超过 {most}，未予打开。请先汇总，并用“项目数”一列注明每行的项目个数。")
            }
            Self::LongLine(most) => {
                format!("有一行超过 {most} MB，未予打开。请检查是否选对了文件。")
            }
            Self::LargeWorkbook(most) => {
                format!("工作簿超过 {most} MB，未予打开。请另存为 CSV，CSV 没有这一限制。")
            }
            Self::JsonOfOtherForm => "JSON 文件须是由对象组成的数组，每个对象为一个项目。".into(),
            Self::Interrupted => {
                "读取中断，可能是内存不足。请关闭其他页面后重试，或另存为 CSV。".into()
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Self::Empty => "The file is empty. Please check that it is the right one.".into(),
            Self::NoRows => "The file has a header and no projects below it.".into(),
            Self::NotALedger => {
                "This is not a table. CSV, TSV, XLSX, XLS, ODS and JSON can be opened, also compressed with gzip.".into()
            }
            Self::Damaged => {
                "The file is damaged or incomplete. Please download it again, or open it in a spreadsheet program and save a copy.".into()
            }
            Self::Encrypted => {
                "The workbook has a password. Please save a copy without it in your spreadsheet program.".into()
            }
            Self::OtherFormat(name) => {
                format!("{name} files cannot be opened. Please save the file as XLSX or CSV.")
            }
            Self::UnpacksTooLarge(most) => {
                format!("The file unpacks to more than {most} MB and was not opened. Please split it or save it as CSV.")
            }
            Self::TooManyColumns { columns, most } => {
                format!("The table has {columns} columns; {most} can be opened. Please check the delimiter or remove columns.")
            }
            Self::FarCell(cell) => {
                format!("Cell {cell} is far outside of the table, so the file was not opened. Please clear that cell and save a copy.")
            }
            Self::TooManyRows(most) => {
                format!("The file has more than {most} rows and was not opened. Please group it first and give the number of projects of each row in a column “Projects”.")
            }
            Self::LongLine(most) => {
                format!("A line is longer than {most} MB, so the file was not opened. Please check that it is the right one.")
            }
            Self::LargeWorkbook(most) => {
                format!("The workbook is larger than {most} MB and was not opened. Please save it as CSV, which has no such limit.")
            }
            Self::JsonOfOtherForm => {
                "A JSON file has to be an array of objects, one for each project.".into()
            }
            Self::Interrupted => {
                "Reading broke off, most likely for want of memory. Please close other pages and try again, or save the file as CSV.".into()
            }
        }
    }
}
