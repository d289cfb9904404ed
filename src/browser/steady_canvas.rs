//! A canvas that is told its colour and its font only when they change, and a text only once.
//!
//! The back end of Plotters tells both with every mark, and they are half of what a dot or a word costs: a text is made
//! for the colour, carried into the browser and read there. What a chart has most of is drawn here, everything else by that
//! back end. The words of a chart are the same again in most of its pictures: carrying them over is as much work as
//! drawing them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::error::Error;
use std::f64::consts::TAU;
use std::fmt;

use js_sys::JsString;
use plotters::backend::DrawingBackend;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind, FontTransform,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// The browser gives no 2D context, or drawing failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CanvasUnavailable;

impl fmt::Display for CanvasUnavailable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the browser does not draw on this canvas")
    }
}

impl Error for CanvasUnavailable {}

type Drawn = Result<(), DrawingErrorKind<CanvasUnavailable>>;

/// Whatever happened, nothing is drawn.
fn undrawn<E>(_: E) -> DrawingErrorKind<CanvasUnavailable> {
    DrawingErrorKind::DrawingError(CanvasUnavailable)
}

/// More texts than this are forgotten all at once, and so are colours.
const MOST_TEXTS: usize = 4_096;

/// Red, green, blue, and the bits of the opacity.
type Fill = ([u8; 3], u64);

thread_local! {
    /// Words and fonts that the browser has.
    static TEXTS: RefCell<HashMap<String, JsString>> = RefCell::default();
    /// Colours that the browser has: writing one takes longer than looking it up.
    static FILLS: RefCell<HashMap<Fill, JsString>> = RefCell::default();
}

/// Calls `tell` with a text as the browser has it.
fn with_text(text: &str, tell: impl FnOnce(&JsString)) {
    TEXTS.with_borrow_mut(|texts| {
        if let Some(known) = texts.get(text) {
            return tell(known);
        }
        if texts.len() >= MOST_TEXTS {
            texts.clear();
        }
        tell(texts.entry(text.to_owned()).or_insert_with(|| text.into()));
    });
}

#[wasm_bindgen]
extern "C" {
    /// A 2D context, told texts that the browser has.
    #[wasm_bindgen(extends = CanvasRenderingContext2d)]
    type Context;

    #[wasm_bindgen(method, js_name = fillText)]
    fn write(this: &Context, text: &JsString, x: f64, y: f64);

    #[wasm_bindgen(method, setter, js_name = fillStyle)]
    fn set_fill(this: &Context, color: &JsString);

    #[wasm_bindgen(method, setter, js_name = font)]
    fn set_typeface(this: &Context, font: &JsString);
}

/// The back end of Plotters, and what the browser was told last.
pub(super) struct SteadyCanvas {
    canvas: HtmlCanvasElement,
    /// For what is drawn by it, from the first time on.
    plotters: Option<CanvasBackend>,
    context: Context,
    fill: Option<Fill>,
    align: Option<&'static str>,
    baseline: Option<&'static str>,
    /// Style, bits of the size, and family.
    font: Option<(String, u64, String)>,
}

impl SteadyCanvas {
    /// Draws on `canvas` through its context.
    pub(super) fn new(canvas: HtmlCanvasElement, context: CanvasRenderingContext2d) -> Self {
        Self {
            canvas,
            plotters: None,
            context: context.unchecked_into(),
            fill: None,
            align: None,
            baseline: None,
            font: None,
        }
    }

    fn plotters(&mut self) -> Result<&mut CanvasBackend, DrawingErrorKind<CanvasUnavailable>> {
        if self.plotters.is_none() {
            self.plotters = CanvasBackend::with_canvas_object(self.canvas.clone());
        }
        let unavailable = DrawingErrorKind::DrawingError(CanvasUnavailable);
        self.plotters.as_mut().ok_or(unavailable)
    }

    fn write_in<S: BackendTextStyle>(&mut self, text: &S) {
        let (style, family, size) = (text.style(), text.family(), text.size());
        let (style, family) = (style.as_str(), family.as_str());
        let is_told = |(told, bits, of): &(String, u64, String)| {
            told == style && *bits == size.to_bits() && of == family
        };
        if !self.font.as_ref().is_some_and(is_told) {
            let font = format!("{style} {size}px {family}");
            with_text(&font, |font| self.context.set_typeface(font));
            self.font = Some((style.to_owned(), size.to_bits(), family.to_owned()));
        }
    }

    fn fill_with(&mut self, BackendColor { rgb, alpha }: BackendColor) {
        let (red, green, blue) = rgb;
        let fill = ([red, green, blue], alpha.to_bits());
        if self.fill.replace(fill) == Some(fill) {
            return;
        }
        FILLS.with_borrow_mut(|fills| {
            if fills.len() >= MOST_TEXTS {
                fills.clear();
            }
            let color = fills
                .entry(fill)
                .or_insert_with(|| format!("rgba({red},{green},{blue},{alpha})").into());
            self.context.set_fill(color);
        });
    }
}

impl DrawingBackend for SteadyCanvas {
    type ErrorType = CanvasUnavailable;

    fn get_size(&self) -> (u32, u32) {
        (self.canvas.width(), self.canvas.height())
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.fill = None;
        self.plotters()?.draw_pixel(point, color).map_err(undrawn)
    }

    /// A level or upright line is a rectangle of whole pixels; drawn as a line it would be a pixel wider and pale at both
    /// edges where its width is even.
    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        if from.0 != to.0 && from.1 != to.1 {
            return self.plotters()?.draw_line(from, to, style).map_err(undrawn);
        }
        if from == to {
            return Ok(());
        }
        // Around its place, and where that is not even, rather before it.
        let width = style.stroke_width() as i32;
        let along = |from: i32, to: i32| {
            if from == to {
                (from - (width + 1) / 2, from + width / 2)
            } else {
                (from.min(to), from.max(to))
            }
        };
        let ((left, right), (top, bottom)) = (along(from.0, to.0), along(from.1, to.1));
        self.draw_rect((left, top), (right, bottom), style, true)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        if !fill {
            let drawn = self.plotters()?.draw_rect(from, to, style, fill);
            return drawn.map_err(undrawn);
        }
        self.fill_with(style.color());
        let [x, y, right, bottom] = [from.0, from.1, to.0, to.1].map(f64::from);
        self.context.fill_rect(x, y, right - x, bottom - y);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.plotters()?.draw_path(path, style).map_err(undrawn)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        if !fill {
            let drawn = self.plotters()?.draw_circle(center, radius, style, fill);
            return drawn.map_err(undrawn);
        }
        self.fill_with(style.color());
        let (x, y) = (f64::from(center.0), f64::from(center.1));
        self.context.begin_path();
        let arc = self.context.arc(x, y, f64::from(radius), 0.0, TAU);
        arc.map_err(undrawn)?;
        self.context.fill();
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.fill = None;
        self.plotters()?
            .fill_polygon(corners, style)
            .map_err(undrawn)
    }

    /// Text is never turned: no chart of the page has any that is.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        debug_assert!(matches!(style.transform(), FontTransform::None));
        let anchor = style.anchor();
        let baseline = match anchor.v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "bottom",
        };
        let align = match anchor.h_pos {
            HPos::Left => "start",
            HPos::Right => "end",
            HPos::Center => "center",
        };
        self.fill_with(style.color());
        if self.baseline.replace(baseline) != Some(baseline) {
            self.context.set_text_baseline(baseline);
        }
        if self.align.replace(align) != Some(align) {
            self.context.set_text_align(align);
        }
        self.write_in(style);
        let (x, y) = (f64::from(at.0), f64::from(at.1));
        with_text(text, |text| self.context.write(text, x, y));
        Ok(())
    }
}
