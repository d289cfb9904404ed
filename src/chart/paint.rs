//! Marks onto a Plotters back end: the canvas of the page, or SVG.
//!
//! Density is applied here and nowhere else. A [`Surface`] also says how its
//! back end understands a font size, because Plotters' back ends disagree:
//! the canvas writes the size as it is, SVG divides it by 1.24.

use std::error::Error;
use std::fmt;

use plotters::backend::DrawingBackend;
use plotters::drawing::DrawingAreaErrorKind::{self, BackendError};
use plotters::prelude::{SVGBackend, ShapeStyle, TextStyle};
use plotters::style::RGBAColor;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle};

use super::marks::mark;
use super::scene::{Align, Color, Mark, Point, Raster, Rect, Scene, Shape, Weight};
use super::theme::{FONT_FAMILY, Theme};

/// By what SVG divides a font size.
const SVG_FONT_DIVISOR: f64 = 1.24;

/// Distance between the slanted lines of a hatch, in CSS pixels, measured along its top edge.
const HATCH_STEP_PX: f64 = 5.0;

/// The most pixels of a device in either direction.
const MOST_PIXELS: f64 = 32_767.0;

/// Where marks are drawn.
pub struct Surface<'a, DB: DrawingBackend> {
    /// The Plotters back end.
    pub backend: &'a mut DB,
    /// Device pixels in one CSS pixel.
    pub density: f64,
    /// What a font size is multiplied with so that the back end draws it as asked.
    pub font_scale: f64,
}

impl<'a, DB: DrawingBackend> Surface<'a, DB> {
    /// A surface whose back end draws a font size as it is, as the canvas does.
    pub fn new(backend: &'a mut DB, density: f64) -> Self {
        Self {
            backend,
            density,
            font_scale: 1.0,
        }
    }
}

/// A back end could not draw.
#[derive(Debug)]
pub enum PaintError<E: Error + Send + Sync> {
    /// What the back end says.
    Backend(DrawingAreaErrorKind<E>),
}

impl<E: Error + Send + Sync> fmt::Display for PaintError<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Backend(error) => write!(formatter, "{error}"),
        }
    }
}

impl<E: Error + Send + Sync + 'static> Error for PaintError<E> {}

/// Draws `marks` in order.
///
/// # Errors
///
/// What the back end reports; what was drawn before stays.
pub fn paint<DB: DrawingBackend>(
    marks: &[Mark],
    surface: &mut Surface<'_, DB>,
) -> Result<(), PaintError<DB::ErrorType>> {
    for mark in marks {
        surface.draw(mark)?;
    }
    Ok(())
}

/// The scene as an SVG document on the theme's background; text stays text.
#[must_use]
pub fn svg(scene: &Scene, theme: &Theme) -> String {
    let mut document = String::new();
    let whole = |length: f64| length.ceil().clamp(1.0, MOST_PIXELS) as u32;
    {
        let mut backend = SVGBackend::with_string(
            &mut document,
            (whole(scene.size.width), whole(scene.size.height)),
        );
        let mut surface = Surface {
            backend: &mut backend,
            density: 1.0,
            font_scale: SVG_FONT_DIVISOR,
        };
        // Writing to a string does not fail.
        let _ = paint(&[scene.background(theme)], &mut surface);
        let _ = paint(&scene.marks, &mut surface);
        let _ = backend.present();
    }
    document
}

impl Scene {
    /// A mark that fills the whole scene with the theme's background.
    #[must_use]
    pub fn background(&self, theme: &Theme) -> Mark {
        let whole = Rect {
            x: 0.0,
            y: 0.0,
            width: self.size.width,
            height: self.size.height,
        };
        mark("background", Shape::Rect(whole), theme.background)
    }
}

impl<DB: DrawingBackend> Surface<'_, DB> {
    fn draw(&mut self, mark: &Mark) -> Result<(), PaintError<DB::ErrorType>> {
        let color = rgba(mark.color);
        match &mark.shape {
            Shape::Rect(rect) => {
                let (from, to) = self.corners(*rect);
                if to.0 <= from.0 || to.1 <= from.1 {
                    return Ok(());
                }
                self.fill(from, to, color)
            }
            Shape::Line { from, to, width } => self.line(*from, *to, *width, color),
            Shape::Hatch(rect) => self.hatch(*rect, color),
            Shape::Circle { center, radius } => {
                let radius = self.device(*radius).max(1).unsigned_abs();
                self.backend
                    .draw_circle(
                        self.pixel(*center),
                        radius,
                        &ShapeStyle::from(color).filled(),
                        true,
                    )
                    .map_err(BackendError)
                    .map_err(PaintError::Backend)
            }
            Shape::Polygon(corners) => {
                let corners = corners.iter().map(|&corner| self.pixel(corner));
                self.backend
                    .fill_polygon(
                        corners.collect::<Vec<_>>(),
                        &ShapeStyle::from(color).filled(),
                    )
                    .map_err(BackendError)
                    .map_err(PaintError::Backend)
            }
            Shape::Raster(raster) => self.raster(raster),
            Shape::Text {
                text,
                at,
                size,
                align,
                weight,
            } => {
                let anchor = match align {
                    Align::Start => HPos::Left,
                    Align::Middle => HPos::Center,
                    Align::End => HPos::Right,
                };
                let style = match weight {
                    Weight::Regular => FontStyle::Normal,
                    Weight::Bold => FontStyle::Bold,
                };
                let size = size * self.density * self.font_scale;
                // Told by its name alone, the family would be looked for among the generic ones, each time.
                let family = FontFamily::Name(FONT_FAMILY);
                let style = TextStyle::from(FontDesc::new(family, size, style))
                    .color(&color)
                    .pos(Pos::new(anchor, VPos::Center));
                let at = self.pixel(*at);
                self.backend
                    .draw_text(text, &style, at)
                    .map_err(BackendError)
                    .map_err(PaintError::Backend)
            }
        }
    }

    fn line(
        &mut self,
        from: Point,
        to: Point,
        width: f64,
        color: RGBAColor,
    ) -> Result<(), PaintError<DB::ErrorType>> {
        let thickness = (width * self.density).round().clamp(1.0, MOST_PIXELS) as u32;
        let (from, to) = (self.pixel(from), self.pixel(to));
        self.backend
            .draw_line(from, to, &ShapeStyle::from(color).stroke_width(thickness))
            .map_err(BackendError)
            .map_err(PaintError::Backend)
    }

    /// Lines that rise to the right, cut at the rectangle's edges, and a thin frame within these.
    fn hatch(&mut self, rect: Rect, color: RGBAColor) -> Result<(), PaintError<DB::ErrorType>> {
        let (from, to) = self.corners(rect);
        if to.0 <= from.0 || to.1 <= from.1 {
            return Ok(());
        }
        let thickness = self.density.round().clamp(1.0, MOST_PIXELS) as u32;
        let style = ShapeStyle::from(color).stroke_width(thickness);
        let step = (HATCH_STEP_PX * self.density)
            .round()
            .clamp(2.0, MOST_PIXELS) as i32;
        let (width, height) = (to.0 - from.0, to.1 - from.1);
        // A line starts at `offset` on the bottom edge and is as far right as it is high.
        let mut offset = step - height;
        while offset < width {
            let low = (from.0 + offset.max(0), to.1 - (-offset).max(0));
            let rise = height.min(width - offset);
            let high = (from.0 + offset + rise, to.1 - rise);
            if low.0 < high.0 {
                self.backend
                    .draw_line(low, high, &style)
                    .map_err(BackendError)
                    .map_err(PaintError::Backend)?;
            }
            offset += step;
        }
        // A rectangle drawn as a line would lie between two rows of pixels.
        let edge = (thickness as i32).min(width).min(height);
        for (from, to) in [
            (from, (to.0, from.1 + edge)),
            ((from.0, to.1 - edge), to),
            (from, (from.0 + edge, to.1)),
            ((to.0 - edge, from.1), to),
        ] {
            self.fill(from, to, color)?;
        }
        Ok(())
    }

    fn fill(
        &mut self,
        from: (i32, i32),
        to: (i32, i32),
        color: RGBAColor,
    ) -> Result<(), PaintError<DB::ErrorType>> {
        self.backend
            .draw_rect(from, to, &ShapeStyle::from(color).filled(), true)
            .map_err(BackendError)
            .map_err(PaintError::Backend)
    }

    /// Runs of cells of one colour as rectangles: a back end that can draw images need not ask for this.
    fn raster(&mut self, raster: &Raster) -> Result<(), PaintError<DB::ErrorType>> {
        let (area, columns) = (raster.area, raster.columns.max(1));
        let width = area.width / columns as f64;
        let height = area.height / raster.rows().max(1) as f64;
        for (row, cells) in raster.cells.chunks(columns).enumerate() {
            let mut column = 0;
            for run in cells.chunk_by(|one, other| one == other) {
                let place = Rect {
                    x: area.x + width * column as f64,
                    y: area.y + height * row as f64,
                    width: width * run.len() as f64,
                    height,
                };
                column += run.len();
                if let Some(&Some(color)) = run.first() {
                    let (from, to) = self.corners(place);
                    self.fill(from, to, rgba(color))?;
                }
            }
        }
        Ok(())
    }

    fn pixel(&self, point: Point) -> (i32, i32) {
        (self.device(point.x), self.device(point.y))
    }

    fn corners(&self, rect: Rect) -> ((i32, i32), (i32, i32)) {
        (
            (self.device(rect.x), self.device(rect.y)),
            (self.device(rect.right()), self.device(rect.bottom())),
        )
    }

    fn device(&self, length: f64) -> i32 {
        // NaN becomes 0.
        (length * self.density)
            .round()
            .clamp(-MOST_PIXELS, MOST_PIXELS) as i32
    }
}

fn rgba(color: Color) -> RGBAColor {
    RGBAColor(color.red, color.green, color.blue, color.opacity)
}
