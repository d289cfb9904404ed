//! A canvas: its size, its pixels, and how wide text is on it.

use std::cell::{Cell, RefCell};
use std::cmp::Ordering;
use std::collections::HashMap;

use gloo::utils::document;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

use super::collation::Collator;
pub use super::steady_canvas::CanvasUnavailable;
use super::steady_canvas::SteadyCanvas;
use crate::chart::{
    EstimatedText, FONT_FAMILY, Mark, Raster, Scene, Shape, Size, Surface, TextMeasure, Theme,
    Weight, paint,
};
use crate::i18n::Locale;
use crate::query::Collation;

/// Draws `marks` on a canvas of `size`, sharp at `pixel_ratio` device pixels per CSS pixel.
///
/// Size and content change in one task, so that no empty canvas is ever shown.
///
/// # Errors
///
/// [`CanvasUnavailable`] where the browser gives no 2D context or a drawing call fails.
pub fn draw(
    canvas: &HtmlCanvasElement,
    size: Size,
    pixel_ratio: f64,
    marks: &[Mark],
) -> Result<(), CanvasUnavailable> {
    let pixels = |length: f64| (length * pixel_ratio).round().max(0.0) as u32;
    let (width, height) = (pixels(size.width), pixels(size.height));
    if (canvas.width(), canvas.height()) != (width, height) {
        canvas.set_width(width);
        canvas.set_height(height);
        for (property, length) in [("width", size.width), ("height", size.height)] {
            let _ = canvas
                .style()
                .set_property(property, &format!("{length}px"));
        }
    }
    if width == 0 || height == 0 {
        return Ok(());
    }
    let context = context_of(canvas).ok_or(CanvasUnavailable)?;
    context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
    let mut backend = SteadyCanvas::new(canvas.clone(), context.clone());
    let raster_of = |mark: &Mark| match &mark.shape {
        Shape::Raster(raster) => Some(raster.clone()),
        Shape::Rect(_)
        | Shape::Line { .. }
        | Shape::Hatch(_)
        | Shape::Circle { .. }
        | Shape::Polygon(_)
        | Shape::Text { .. } => None,
    };
    // Cells one by one would take a call into the browser each.
    for marks in marks.chunk_by(|one, other| raster_of(one).or(raster_of(other)).is_none()) {
        match marks.first().and_then(raster_of) {
            Some(raster) => draw_image(&context, &raster, pixel_ratio)?,
            None => paint(marks, &mut Surface::new(&mut backend, pixel_ratio))
                .map_err(|_| CanvasUnavailable)?,
        }
    }
    Ok(())
}

/// Draws the cells as one image, a pixel each, stretched over whole pixels of the device.
fn draw_image(
    context: &CanvasRenderingContext2d,
    raster: &Raster,
    pixel_ratio: f64,
) -> Result<(), CanvasUnavailable> {
    let (columns, rows) = (raster.columns as u32, raster.rows() as u32);
    if columns == 0 || rows == 0 {
        return Ok(());
    }
    let pixels: Vec<u8> = raster
        .cells
        .iter()
        .flat_map(|cell| {
            cell.map_or([0; 4], |color| {
                let opacity = (color.opacity * 255.0).round() as u8;
                [color.red, color.green, color.blue, opacity]
            })
        })
        .collect();
    let edge = |length: f64| (length * pixel_ratio).round();
    let (left, top) = (edge(raster.area.x), edge(raster.area.y));
    let (right, bottom) = (edge(raster.area.right()), edge(raster.area.bottom()));
    let stretched = || {
        let cells = document().create_element("canvas").ok()?;
        let cells: HtmlCanvasElement = cells.dyn_into().ok()?;
        cells.set_width(columns);
        cells.set_height(rows);
        let image =
            ImageData::new_with_u8_clamped_array_and_sh(Clamped(&pixels), columns, rows).ok()?;
        context_of(&cells)?.put_image_data(&image, 0.0, 0.0).ok()?;
        context.set_image_smoothing_enabled(false);
        context
            .draw_image_with_html_canvas_element_and_dw_and_dh(
                &cells,
                left,
                top,
                right - left,
                bottom - top,
            )
            .ok()
    };
    stretched().ok_or(CanvasUnavailable)
}

/// The scene on a canvas of its own, on the theme's background, `density` pixels for each CSS pixel.
///
/// # Errors
///
/// As [`draw`].
pub fn picture(
    scene: &Scene,
    theme: &Theme,
    density: f64,
) -> Result<HtmlCanvasElement, CanvasUnavailable> {
    let canvas = document()
        .create_element("canvas")
        .ok()
        .and_then(|canvas| canvas.dyn_into::<HtmlCanvasElement>().ok())
        .ok_or(CanvasUnavailable)?;
    let mut marks = vec![scene.background(theme)];
    marks.extend_from_slice(&scene.marks);
    draw(&canvas, scene.size, density, &marks)?;
    Ok(canvas)
}

fn context_of(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// Whether the browser draws on canvases at all: some privacy settings forbid it.
#[must_use]
pub fn is_available() -> bool {
    RULER.with(|ruler| ruler.context.is_some())
}

thread_local! {
    static RULER: TextRuler = TextRuler::new();
}

/// Measures text with the browser's own fonts, each text once.
pub struct TextRuler {
    context: Option<CanvasRenderingContext2d>,
    /// By size in hundredths of a pixel, which tell any two sizes apart, and whether the text is bold.
    widths: RefCell<HashMap<(u32, bool), HashMap<String, f64>>>,
    /// What the context was told last, as a key of `widths`: telling it costs more than measuring.
    font: Cell<Option<(u32, bool)>>,
    collators: RefCell<HashMap<Locale, Collator>>,
}

impl TextRuler {
    /// More texts than this are forgotten all at once: a million-row search could meet any number of names.
    const MOST_TEXTS: usize = 20_000;

    /// Calls `measure` with the page's ruler.
    pub fn with<T>(measure: impl FnOnce(&Self) -> T) -> T {
        RULER.with(measure)
    }

    fn new() -> Self {
        let canvas = document().create_element("canvas").ok();
        let canvas = canvas.and_then(|canvas| canvas.dyn_into::<HtmlCanvasElement>().ok());
        Self {
            context: canvas.and_then(|canvas| context_of(&canvas)),
            widths: RefCell::default(),
            font: Cell::default(),
            collators: RefCell::default(),
        }
    }
}

impl TextMeasure for TextRuler {
    fn width(&self, text: &str, size_px: f64, weight: Weight) -> f64 {
        let Some(context) = &self.context else {
            return EstimatedText.width(text, size_px, weight);
        };
        let is_bold = weight == Weight::Bold;
        let mut widths = self.widths.borrow_mut();
        let font = ((size_px * 100.0).round() as u32, is_bold);
        let widths = widths.entry(font).or_default();
        if let Some(&width) = widths.get(text) {
            return width;
        }
        if self.font.replace(Some(font)) != Some(font) {
            let style = if is_bold { "bold" } else { "normal" };
            context.set_font(&format!("{style} {size_px}px {FONT_FAMILY}"));
        }
        let width = context.measure_text(text).map_or_else(
            |_| EstimatedText.width(text, size_px, weight),
            |metrics| metrics.width(),
        );
        if widths.len() >= Self::MOST_TEXTS {
            widths.clear();
        }
        widths.insert(text.to_owned(), width);
        width
    }

    fn compare(&self, one: &str, other: &str, locale: Locale) -> Ordering {
        let mut collators = self.collators.borrow_mut();
        let collator = collators
            .entry(locale)
            .or_insert_with(|| Collator::new(locale));
        collator.compare(one, other)
    }
}
