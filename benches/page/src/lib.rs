//! The engine and the charts of the page, to be measured in a browser.
//!
//! Opens a ledger, filters it and draws through the very code that the page uses: the background worker, the cross
//! filter, findings, layouts and painting. Only the six views are chosen here, so that other engines can be measured by
//! the same script: projects by country, amount by industry, projects by month, projects by amount, projects by country
//! and industry, and the twenty largest. `index.html` beside it wraps this as `window.bench`.
#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::rc::Rc;

use inward::browser::canvas::{TextRuler, draw};
use inward::browser::page::now_ms;
use inward::browser::worker_link::{self, IdleWorker, ReadEvent};
use inward::chart::{ChartInput, ChartKind, Theme, layout};
use inward::data::{CategoryField, Field, Month, ProjectTable, country};
use inward::i18n::Locale;
use inward::io::ledger::{Choices, Import};
use inward::query::{
    AmountRange, BucketKey, FilterSet, Grouping, Measure, Order, Period, Picks, TimeGrain, Viewer,
};
use inward::state::{Dataset, DatasetKey, Findings};
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlCanvasElement, window};

/// The width of a chart in CSS pixels, as on a screen of 1 440.
const WIDTH_PX: f64 = 560.0;

/// Rows of the list of the largest.
const LARGEST: usize = 20;

/// The first month that operations count from.
const FIRST_MONTH: Month = Month::new(2010, 1);

/// What is drawn on a canvas each.
const CHARTS: [(ChartKind, Measure); 5] = [
    (ChartKind::Countries, Measure::Projects),
    (ChartKind::Industries, Measure::Amount),
    (ChartKind::Timeline, Measure::Projects),
    (ChartKind::Amounts, Measure::Projects),
    (ChartKind::Matrix, Measure::Projects),
];

/// A worker that waits for a ledger, as it does where the page has been asked to open one.
#[wasm_bindgen]
pub struct Waiting(IdleWorker);

#[wasm_bindgen]
impl Waiting {
    /// Starts one.
    pub fn start() -> Self {
        Self(IdleWorker::start())
    }
}

/// An open ledger under some filters.
#[wasm_bindgen]
pub struct Bench {
    dataset: Dataset,
    filters: FilterSet,
    findings: Findings,
    largest: Vec<u32>,
    theme: Theme,
}

#[wasm_bindgen]
impl Bench {
    /// Reads a ledger in the background, as the page does, by a worker that waits for it if there is one, and finds what is
    /// true of the whole of it.
    pub async fn open(bytes: Blob, waiting: Option<Waiting>) -> Result<Self, JsError> {
        let import = read(&bytes, waiting.map(|Waiting(worker)| worker)).await?;
        let dataset = Dataset::new(DatasetKey::Signed, Rc::new(import.table));
        let findings = Findings::new(&dataset, &dataset.unfiltered);
        let mut bench = Self {
            dataset,
            filters: FilterSet::default(),
            findings,
            largest: Vec::new(),
            theme: Theme::light(),
        };
        bench.find(None);
        Ok(bench)
    }

    /// How many rows there are.
    pub fn rows(&self) -> u32 {
        self.dataset.table.len() as u32
    }

    /// Picks values of a dimension, or all. Gives the milliseconds until the six views could be drawn.
    pub fn set(&mut self, dimension: &str, values: Option<Vec<String>>) -> Result<f64, JsError> {
        let field = match dimension {
            "country" => CategoryField::Country,
            "industry" => CategoryField::Industry,
            "province" => CategoryField::Place,
            _ => return Err(JsError::new("There is no such list.")),
        };
        let tree = self.dataset.table.category(field).tree();
        let key = |value: &String| -> Rc<str> {
            let known = country::by_alpha2(value).filter(|_| field == CategoryField::Country);
            let named = tree.nodes().iter().find(|node| *node.name.zh == **value);
            match (known, named) {
                (Some(country), _) => country.alpha3.as_str().into(),
                (None, Some(node)) => Rc::clone(&node.key),
                (None, None) => value.as_str().into(),
            }
        };
        let picks: Picks = values.unwrap_or_default().iter().map(key).collect();
        let filters = self.filters.clone().with_picks(field, picks);
        Ok(self.filter(filters, None))
    }

    /// Chooses from `lo` up to `hi`, which is excluded; all without `lo`. Months count from January 2010, amounts are
    /// in 亿元. `moving` while an interface would know that a gesture goes on.
    pub fn range(
        &mut self,
        dimension: &str,
        lo: Option<f64>,
        hi: Option<f64>,
        moving: bool,
    ) -> Result<f64, JsError> {
        let filters = self.filters.clone();
        let (filters, field) = match dimension {
            "month" => {
                let month = |month: f64| Month(FIRST_MONTH.0 + month as i32);
                let period = Period {
                    first: lo.map(month),
                    last: lo.and(hi).map(|hi| month(hi - 1.0)),
                };
                (filters.with_period(period), Field::Period)
            }
            "amount" => {
                let range = AmountRange {
                    min: lo.map(|lo| lo * 1e8),
                    max: lo.and(hi).map(|hi| hi * 1e8),
                };
                (filters.with_amount(range), Field::Amount)
            }
            _ => return Err(JsError::new("There is no such range.")),
        };
        Ok(self.filter(filters, moving.then_some(field)))
    }

    /// Takes all filters away.
    pub fn clear(&mut self) -> f64 {
        self.filter(FilterSet::default(), None)
    }

    /// Lays out and paints the five charts on these canvases, and gives the lines of the list.
    pub fn draw(&self, canvases: Vec<HtmlCanvasElement>) -> Result<Vec<String>, JsError> {
        let ratio = window().map_or(1.0, |window| window.device_pixel_ratio());
        for (canvas, (kind, measure)) in canvases.into_iter().zip(CHARTS) {
            let scene = TextRuler::with(|text| {
                layout(&ChartInput {
                    content: self.findings.content(kind),
                    filters: &self.filters,
                    measure,
                    currency: self.dataset.table.amounts().currency(),
                    order: Order::default(),
                    unfolded: false,
                    width_px: WIDTH_PX,
                    theme: &self.theme,
                    locale: Locale::Zh,
                    text,
                })
            });
            draw(&canvas, scene.size, ratio, &scene.marks)
                .map_err(|_| JsError::new("This canvas cannot be drawn on."))?;
        }
        let table = &*self.dataset.table;
        let names = self
            .largest
            .iter()
            .map(|&row| table.name(row as usize, Locale::Zh));
        Ok(names.map(str::to_owned).collect())
    }

    /// What the six views show, as plain arrays: `[key, value]`, by key.
    pub fn result(&self) -> Object {
        let result = Object::new();
        let table = &*self.dataset.table;
        let country_of = |key: &str| {
            let known = country::countries()
                .iter()
                .find(|country| country.alpha3 == key);
            known.map_or_else(|| key.to_owned(), |country| country.alpha2.clone())
        };
        let country = self.by(
            CategoryField::Country,
            &|key| country_of(key),
            Measure::Projects,
        );
        let industry = self.by(CategoryField::Industry, &str::to_owned, Measure::Amount);
        let filter = self.findings.cross_filter();
        let by_month = filter.summary(
            Viewer::Ignoring(Field::Period),
            Grouping::Time(TimeGrain::Month),
        );
        let month = by_month
            .buckets
            .iter()
            .filter_map(|bucket| match bucket.key {
                BucketKey::Time(month) => Some(pair(
                    &JsValue::from(month - FIRST_MONTH.0),
                    f64::from(bucket.totals.projects),
                )),
                BucketKey::YearOnly(_)
                | BucketKey::Undated
                | BucketKey::Category(_)
                | BucketKey::Amount(_)
                | BucketKey::Unconverted
                | BucketKey::Undisclosed => None,
            });
        let hist = self.findings.amounts();
        let hist = hist.buckets.iter().filter_map(|bucket| match bucket.key {
            BucketKey::Amount(bin) => Some(pair(
                &JsValue::from(bin.lower() / 1e8),
                f64::from(bucket.totals.projects),
            )),
            BucketKey::Time(_)
            | BucketKey::YearOnly(_)
            | BucketKey::Undated
            | BucketKey::Category(_)
            | BucketKey::Unconverted
            | BucketKey::Undisclosed => None,
        });
        let fields = [CategoryField::Country, CategoryField::Industry];
        let trees = fields.map(|field| table.category(field).tree());
        let matrix = filter.cross_table(Viewer::Everyone, fields);
        let matrix = matrix.cells.iter().map(|cell| {
            let [country, industry] = [0, 1].map(|side| &*trees[side].node(cell.codes[side]).key);
            Array::of3(
                &country_of(country).into(),
                &industry.into(),
                &f64::from(cell.totals.projects).into(),
            )
        });
        let top = self
            .largest
            .iter()
            .map(|&row| JsValue::from_str(table.id(row as usize)));
        for (name, values) in [
            ("country", country),
            ("industry", industry),
            ("month", month.collect()),
            ("hist", hist.collect()),
            ("matrix", matrix.collect()),
            ("top", top.collect()),
        ] {
            // Fails only for an object that is frozen.
            let _ = Reflect::set(&result, &name.into(), &values);
        }
        result
    }
}

impl Bench {
    fn filter(&mut self, filters: FilterSet, moving: Option<Field>) -> f64 {
        self.filters = filters;
        let start = now_ms();
        self.find(moving);
        now_ms() - start
    }

    /// Everything that the six views draw.
    fn find(&mut self, moving: Option<Field>) {
        self.findings = Findings::after(
            self.findings.cross_filter(),
            &self.dataset,
            &self.filters,
            moving,
        );
        for (kind, _) in CHARTS {
            let _ = self.findings.content(kind);
        }
        let filter = self.findings.cross_filter();
        // The matrix of the page ignores its own fields; that of the other engines obeys all filters.
        let fields = [CategoryField::Country, CategoryField::Industry];
        let _ = filter.cross_table(Viewer::Everyone, fields);
        self.largest = filter.largest(LARGEST);
    }

    fn by(&self, field: CategoryField, name: &dyn Fn(&str) -> String, measure: Measure) -> Array {
        let table: &ProjectTable = &self.dataset.table;
        let tree = table.category(field).tree();
        let leaves = tree.codes().filter(|&code| tree.node(code).is_leaf());
        let pairs = leaves.filter_map(|code| {
            let totals = self.findings.by(field).of(BucketKey::Category(code));
            let key = name(&tree.node(code).key);
            (totals.projects > 0).then(|| pair(&key.into(), totals.value(measure)))
        });
        pairs.collect()
    }
}

fn pair(key: &JsValue, value: f64) -> Array {
    Array::of2(key, &value.into())
}

/// What the worker makes of a ledger.
async fn read(bytes: &Blob, mut idle: Option<IdleWorker>) -> Result<Import, JsError> {
    let result = Rc::new(RefCell::new(None));
    let mut task = None;
    let ended = Promise::new(&mut |resolve, _| {
        let result = Rc::clone(&result);
        let on = move |event| {
            let ended = match event {
                ReadEvent::Progress(_) => return,
                ReadEvent::Done(import) => Some(*import),
                ReadEvent::Refused(_) | ReadEvent::Unavailable => None,
            };
            *result.borrow_mut() = ended;
            let _ = resolve.call0(&JsValue::UNDEFINED);
        };
        task = Some(worker_link::read(
            "bench.csv",
            bytes,
            &Choices::default(),
            idle.take(),
            on,
        ));
    });
    let _ = JsFuture::from(ended).await;
    drop(task);
    let import = result.borrow_mut().take();
    import.ok_or_else(|| JsError::new("This is not a ledger."))
}
