//! How it looks: place first, draw second.
//!
//! [`layout`] turns a [`ChartInput`] (two summaries, the filters, a width, a
//! theme, a language) into a [`Scene`]: shapes at fixed positions, targets and
//! words. It cannot fail. [`data_table`] writes the same content as a table. [`paint()`] draws marks onto any Plotters back end,
//! [`svg`] writes them as a document, [`overlay`] gives the few marks that
//! hovering, focus and a brush in motion add.
//!
//! Each kind of chart lives in one file of `kinds` and differs only in its
//! layout and its table. Grouping and ranking are in `query`; the page's events are in
//! `browser` and `ui`.

mod brush;
mod describe;
mod emphasis;
mod kinds;
mod legend;
mod marks;
mod paint;
mod scale;
mod scene;
mod spec;
mod text;
mod theme;
mod transition;

pub use brush::{Brush, BrushAxis, BrushGesture, BrushSteps, Grip, grips_at};
pub use emphasis::{Emphasis, overlay};
pub use kinds::{DotPlaces, data_table, first_layout, layout, prepare};
pub use paint::{PaintError, Surface, paint, svg};
pub use scale::{BandScale, LinearScale, LogScale};
pub use scene::{
    Align, Area, Color, DataTable, Description, Mark, MarkKey, Pick, Point, Raster, Rect, Scene,
    Shape, Size, Target, Telling, Told, Weight,
};
pub use spec::{Amounts, Categories, ChartInput, ChartKind, Content, Dots, Flow, Matrix, Timeline};
pub use text::{EstimatedText, TextMeasure, shorten, wrap};
pub use theme::{FONT_FAMILY, LABEL_SIZE, NOTE_SIZE, Theme};
pub use transition::{TRANSITION_MS, Transition};
