//! The one canvas component: size, pixel density, paint, pointer and keys.
//!
//! Two canvases lie on each other. The lower one holds the chart and is drawn
//! when the scene changes; the upper one holds what the pointer or the
//! keyboard is on, so that a hover lays nothing out again. What is where comes
//! from the [`Scene`] alone.

use std::rc::Rc;

use web_sys::{HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

use crate::browser::animation_frame::{Animation, animate};
use crate::browser::{canvas, element, media, page};
use crate::chart::{
    Brush, BrushGesture, Emphasis, Grip, Mark, Pick, Point, Scene, Size, TRANSITION_MS, Target,
    Theme, Told, Transition, grips_at, overlay,
};
use crate::i18n::{Locale, Message};
use crate::query::{AmountRange, Brushed, Period};
use crate::state::PickMode;
use crate::ui::shared::ByPointer;

/// How far the pointer must move before a press becomes a drag, in CSS pixels.
const DRAG_PX: f64 = 4.0;

/// What a canvas shows and reports.
#[derive(Debug, PartialEq, Properties)]
pub(super) struct ChartCanvasProps {
    /// The finished chart.
    pub scene: ByPointer<Scene>,
    /// Colours and sizes of what is laid over it.
    pub theme: ByPointer<Theme>,
    /// The language of the page.
    pub locale: Locale,
    /// Receives what the reader picked.
    pub on_pick: Callback<(Pick, PickMode)>,
    /// Receives what has been brushed.
    pub on_brushed: Callback<Brushed>,
    /// Receives what is being brushed, and `None` when the gesture ends.
    pub on_brush: Callback<Option<Brushed>>,
    /// Receives what a screen reader should say.
    pub on_speak: Callback<String>,
}

/// A press of the pointer that may become a drag.
#[derive(Clone, Debug, PartialEq)]
struct Press {
    gesture: Option<BrushGesture>,
    start: Point,
    /// Where in the window it began: what is brushed must not change because the page moves below the pointer.
    start_in_window: Point,
    dragged: bool,
    /// The target that already had the pointer before a touch began: a second tap picks it.
    tapped_before: Option<usize>,
}

/// A chart on a canvas.
#[component]
pub(super) fn ChartCanvas(props: &ChartCanvasProps) -> Html {
    let base = use_node_ref();
    let over = use_node_ref();
    let tooltip = use_node_ref();
    let emphasis = use_state_eq(Emphasis::default);
    let press = use_mut_ref(|| None::<Press>);
    let ratio = use_pixel_ratio();
    let scene = &props.scene;

    use_moving_marks(&base, scene, ratio);
    {
        let over = over.clone();
        let was_empty = use_mut_ref(|| true);
        let inputs = (scene.clone(), props.theme.clone(), ratio, *emphasis);
        use_effect_with(inputs, move |(scene, theme, ratio, emphasis)| {
            let marks = overlay(scene, emphasis, theme);
            // Most changes find nothing under the pointer, before or after; at first the canvas has no size at all.
            if was_empty.replace(marks.is_empty()) && marks.is_empty() {
                return;
            }
            if let Some(over) = over.cast::<HtmlCanvasElement>() {
                // A canvas that shows nothing still costs every frame.
                over.set_hidden(marks.is_empty());
                // Fails only without a 2D context, and then the chart itself is not there either.
                let _ = canvas::draw(&over, scene.size, *ratio, &marks);
            }
        });
    }
    let shown = emphasis
        .focused
        .or(emphasis.hovered)
        .and_then(|position| scene.targets.get(position));
    {
        let tooltip = tooltip.clone();
        let inputs = (
            shown.map(|target| target.outline.bounds()),
            scene.size.width,
        );
        use_effect_with(inputs, move |&(outline, width)| {
            if let (Some(tooltip), Some(outline)) = (tooltip.cast::<HtmlElement>(), outline) {
                element::place_beside(
                    &tooltip,
                    outline.x,
                    outline.y,
                    outline.width,
                    outline.height,
                    width,
                );
            }
        });
    }

    let pointer = Pointer {
        props,
        emphasis: emphasis.clone(),
        press,
    };
    let size = scene.size;
    let label = format!(
        "{} {}",
        scene.description.finding,
        Message::ChartKeys.text(props.locale)
    );
    html! {
        <div class="chart">
            <canvas
                ref={base}
                class={classes!("chart-base", scene.brush.is_some().then_some("brushable"))}
                width="0"
                height="0"
                tabindex="0"
                role="img"
                aria-label={label}
                onkeydown={on_key(props, &emphasis)}
                onfocusout={ let emphasis = emphasis.clone(); move |_| emphasis.set(Emphasis { focused: None, ..*emphasis }) }
                onpointermove={pointer.on_move()}
                onpointerdown={pointer.on_down()}
                onpointerup={pointer.on_up()}
                onpointercancel={pointer.on_cancel()}
                onpointerleave={pointer.on_leave()}
                ondblclick={pointer.on_double_click()}
            />
            <canvas ref={over} class="chart-over" width="0" height="0" aria-hidden="true" hidden=true />
            if let Some(target) = shown {
                { tooltip_html(target, tooltip) }
            }
            if size.height <= 0.0 {
                <p>{ Message::EmptyResult.text(props.locale) }</p>
            }
        </div>
    }
}

fn tooltip_html(target: &Target, tooltip: NodeRef) -> Html {
    let Told { title, lines } = target.told();
    html! {
        <div class="tooltip" role="tooltip" ref={tooltip}>
            <strong>{ title }</strong>
            { for lines.into_iter().map(|line| html! { <span>{ line }</span> }) }
        </div>
    }
}

/// The keys of a chart: arrows walk the targets, Enter picks, Escape leaves.
fn on_key(
    props: &ChartCanvasProps,
    emphasis: &UseStateHandle<Emphasis>,
) -> Callback<KeyboardEvent> {
    let emphasis = emphasis.clone();
    let scene = props.scene.clone();
    let on_pick = props.on_pick.clone();
    let on_speak = props.on_speak.clone();
    Callback::from(move |event: KeyboardEvent| {
        let count = scene.targets.len();
        let focused = emphasis.focused.filter(|&position| position < count);
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => {
                Some(focused.map_or(0, |position| (position + 1).min(count.saturating_sub(1))))
            }
            "ArrowLeft" | "ArrowUp" => {
                Some(focused.map_or(0, |position| position.saturating_sub(1)))
            }
            "Home" => Some(0),
            "End" => Some(count.saturating_sub(1)),
            "Enter" | " " => {
                if let Some(target) = focused.and_then(|position| scene.targets.get(position)) {
                    event.prevent_default();
                    on_pick.emit((
                        target.pick.clone(),
                        pick_mode(event.shift_key() || event.ctrl_key() || event.meta_key()),
                    ));
                }
                return;
            }
            "Escape" => {
                emphasis.set(Emphasis::default());
                return;
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(target) = next.and_then(|position| scene.targets.get(position)) {
            on_speak.emit(target.spoken(", "));
            emphasis.set(Emphasis {
                focused: next,
                hovered: None,
                ..*emphasis
            });
        }
    })
}

fn pick_mode(adds: bool) -> PickMode {
    if adds {
        PickMode::Add
    } else {
        PickMode::Toggle
    }
}

/// What the pointer does to a chart.
struct Pointer<'a> {
    props: &'a ChartCanvasProps,
    emphasis: UseStateHandle<Emphasis>,
    press: Rc<std::cell::RefCell<Option<Press>>>,
}

impl Pointer<'_> {
    fn on_down(&self) -> Callback<PointerEvent> {
        let scene = self.props.scene.clone();
        let press = Rc::clone(&self.press);
        let emphasis = self.emphasis.clone();
        Callback::from(move |event: PointerEvent| {
            if event.button() != 0 {
                return;
            }
            let start = point_of(&event);
            let brush = scene
                .brush
                .as_ref()
                .filter(|brush| brush.area.contains(start));
            if let Some(canvas) = event.target_dyn_into::<web_sys::Element>()
                && brush.is_some()
            {
                element::capture_pointer(&canvas, event.pointer_id());
            }
            let touches = event.pointer_type() == "touch";
            *press.borrow_mut() = Some(Press {
                gesture: brush.map(|brush| BrushGesture::begin(brush.clone(), start)),
                start,
                start_in_window: point_in_window(&event),
                dragged: false,
                tapped_before: if touches {
                    emphasis.hovered
                } else {
                    scene.target_at(start)
                },
            });
        })
    }

    fn on_move(&self) -> Callback<PointerEvent> {
        let scene = self.props.scene.clone();
        let press = Rc::clone(&self.press);
        let emphasis = self.emphasis.clone();
        let on_brush = self.props.on_brush.clone();
        Callback::from(move |event: PointerEvent| {
            if let Some(press) = press.borrow_mut().as_mut()
                && let Some(gesture) = &press.gesture
            {
                let point = press.dragged_to(&event);
                let (across, down) = (point.x - press.start.x, point.y - press.start.y);
                press.dragged |= across.abs().max(down.abs()) > DRAG_PX;
                if press.dragged {
                    let brush = Some(gesture.brushed_at(point));
                    if emphasis.brush != brush {
                        on_brush.emit(brush);
                    }
                    emphasis.set(Emphasis {
                        brush,
                        hovered: None,
                        ..*emphasis
                    });
                    return;
                }
            }
            let point = point_of(&event);
            if let Some(canvas) = event.target_dyn_into::<HtmlElement>() {
                element::set_cursor(&canvas, cursor(&scene, point));
            }
            emphasis.set(Emphasis {
                hovered: scene.target_at(point),
                focused: None,
                ..*emphasis
            });
        })
    }

    fn on_up(&self) -> Callback<PointerEvent> {
        let scene = self.props.scene.clone();
        let press = Rc::clone(&self.press);
        let emphasis = self.emphasis.clone();
        let (on_pick, on_brushed, on_brush) = (
            self.props.on_pick.clone(),
            self.props.on_brushed.clone(),
            self.props.on_brush.clone(),
        );
        Callback::from(move |event: PointerEvent| {
            let Some(press) = press.borrow_mut().take() else {
                return;
            };
            if let (Some(gesture), true) = (&press.gesture, press.dragged) {
                emphasis.set(Emphasis {
                    brush: None,
                    ..*emphasis
                });
                on_brushed.emit(gesture.brushed_at(press.dragged_to(&event)));
                on_brush.emit(None);
                return;
            }
            let hit = scene.target_at(point_of(&event));
            if hit.is_some() && hit == press.tapped_before {
                if let Some(target) = hit.and_then(|position| scene.targets.get(position)) {
                    let adds = event.shift_key() || event.ctrl_key() || event.meta_key();
                    on_pick.emit((target.pick.clone(), pick_mode(adds)));
                }
            } else {
                emphasis.set(Emphasis {
                    hovered: hit,
                    focused: None,
                    ..*emphasis
                });
            }
        })
    }

    fn on_cancel(&self) -> Callback<PointerEvent> {
        let press = Rc::clone(&self.press);
        let emphasis = self.emphasis.clone();
        let on_brush = self.props.on_brush.clone();
        Callback::from(move |_| {
            if press.borrow_mut().take().is_some_and(|press| press.dragged) {
                on_brush.emit(None);
            }
            emphasis.set(Emphasis::default());
        })
    }

    fn on_leave(&self) -> Callback<PointerEvent> {
        let press = Rc::clone(&self.press);
        let emphasis = self.emphasis.clone();
        Callback::from(move |event: PointerEvent| {
            // A finger leaves when it is lifted: what it tapped stays, so that a second tap can pick it.
            if event.pointer_type() != "touch" && press.borrow().is_none() {
                emphasis.set(Emphasis {
                    hovered: None,
                    ..*emphasis
                });
            }
        })
    }

    fn on_double_click(&self) -> Callback<MouseEvent> {
        let scene = self.props.scene.clone();
        let on_brushed = self.props.on_brushed.clone();
        Callback::from(move |_| {
            if let Some(brush) = &scene.brush {
                on_brushed.emit(Brushed {
                    period: brush.brushed.period.map(|_| Period::default()),
                    amount: brush.brushed.amount.map(|_| AmountRange::default()),
                });
            }
        })
    }
}

/// What the pointer can do at a point.
fn cursor(scene: &Scene, point: Point) -> &'static str {
    let pick = scene
        .target_at(point)
        .map(|position| &scene.targets[position].pick);
    if let Some(brush) = scene
        .brush
        .as_ref()
        .filter(|brush| brush.area.contains(point))
    {
        return brush_cursor(brush, point, pick);
    }
    match pick {
        Some(
            Pick::Categories(_)
            | Pick::Period(_)
            | Pick::Amount(_)
            | Pick::Project(_)
            | Pick::Unfold,
        ) => "pointer",
        Some(Pick::Nothing) | None => "default",
    }
}

/// What a drag can do at a point where can be brushed.
fn brush_cursor(brush: &Brush, point: Point, pick: Option<&Pick>) -> &'static str {
    match grips_at(brush, point) {
        [Grip::First | Grip::Last, Grip::First | Grip::Last] => "move",
        [Grip::First | Grip::Last, _] => "ew-resize",
        [_, Grip::First | Grip::Last] => "ns-resize",
        [Grip::Whole, _] | [_, Grip::Whole] => "grab",
        // A dot opens its project.
        [Grip::New | Grip::Keep, Grip::New | Grip::Keep] => match pick {
            Some(Pick::Project(_)) => "pointer",
            _ => "crosshair",
        },
    }
}

impl Press {
    /// Where a drag has come to, on the chart as it was when it began.
    fn dragged_to(&self, event: &PointerEvent) -> Point {
        let now = point_in_window(event);
        Point {
            x: self.start.x + now.x - self.start_in_window.x,
            y: self.start.y + now.y - self.start_in_window.y,
        }
    }
}

fn point_in_window(event: &PointerEvent) -> Point {
    Point {
        x: f64::from(event.client_x()),
        y: f64::from(event.client_y()),
    }
}

fn point_of(event: &PointerEvent) -> Point {
    Point {
        x: f64::from(event.offset_x()),
        y: f64::from(event.offset_y()),
    }
}

/// Device pixels per CSS pixel, followed through zooms and moves to another screen.
#[hook]
fn use_pixel_ratio() -> f64 {
    let ratio = use_state_eq(media::pixel_ratio);
    {
        let ratio = ratio.clone();
        use_effect_with(*ratio, move |_| {
            let listener = media::on_pixel_ratio_change(move || ratio.set(media::pixel_ratio()));
            move || drop(listener)
        });
    }
    *ratio
}

/// Draws the chart; where it changes at the same size, its marks move to their new places.
///
/// A change on the way starts from where the marks are, so that nothing jumps and nothing waits.
#[hook]
fn use_moving_marks(base: &NodeRef, scene: &ByPointer<Scene>, ratio: f64) {
    // The size, the pixel ratio and the marks as they are on the canvas now.
    let drawn = use_mut_ref(|| None::<(Size, f64, Vec<Mark>)>);
    let motion = use_mut_ref(|| None::<Animation>);
    let base = base.clone();
    use_effect_with((scene.clone(), ratio), move |(scene, ratio)| {
        let (scene, ratio) = (scene.clone(), *ratio);
        motion.borrow_mut().take();
        let Some(canvas) = base.cast::<HtmlCanvasElement>() else {
            return;
        };
        let before = drawn
            .borrow()
            .as_ref()
            .filter(|(size, old_ratio, _)| {
                *size == scene.size && old_ratio.total_cmp(&ratio).is_eq()
            })
            .map(|(_, _, marks)| marks.clone());
        let size = scene.size;
        let draw = move |marks: Vec<Mark>| {
            if canvas::draw(&canvas, size, ratio, &marks).is_ok() {
                page::mark_first("first-chart-painted");
            }
            *drawn.borrow_mut() = Some((size, ratio, marks));
        };
        let transition = before
            .filter(|_| !media::prefers_reduced_motion())
            .map(|before| Transition::new(&before, &scene.marks))
            .filter(Transition::moves);
        match transition {
            Some(transition) => {
                let moving = animate(TRANSITION_MS, move |progress| draw(transition.at(progress)));
                *motion.borrow_mut() = Some(moving);
            }
            None => draw(scene.marks.clone()),
        }
    });
}
