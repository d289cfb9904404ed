//! Tests that need a browser: the page mounted in headless Chromium.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod focus;
mod ledger_store;

use gloo::utils::{document, window};
use inward::browser::canvas::{TextRuler, draw};
use inward::browser::collation::Collator;
use inward::chart::{
    ChartKind, Color, Mark, Point, Raster, Rect, Shape, Size, TextMeasure, Weight,
};
use inward::i18n::{Locale, format};
use inward::io::ledger;
use inward::query::Collation;
use inward::ui::app::{App, AppProps, Opening};
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlElement, KeyboardEvent,
    KeyboardEventInit, PointerEvent, PointerEventInit,
};

wasm_bindgen_test_configure!(run_in_browser);

/// The page, mounted under an address; taken away when dropped.
struct Page {
    root: Element,
    app: Option<yew::AppHandle<App>>,
}

impl Page {
    async fn open(query: &str) -> Self {
        let path = window().location().pathname().unwrap();
        let address = if query.is_empty() {
            path
        } else {
            format!("{path}?{query}")
        };
        window()
            .history()
            .unwrap()
            .replace_state_with_url(&JsValue::NULL, "", Some(&address))
            .unwrap();
        let root = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&root).unwrap();
        let opening = Opening::read();
        let app = yew::Renderer::<App>::with_root_and_props(root.clone(), AppProps { opening });
        let app = app.render();
        let page = Self {
            root,
            app: Some(app),
        };
        // The second part comes with the first sign of a reader, and charts out of sight follow a moment later; without a
        // style sheet that is most of them.
        let sign = web_sys::Event::new("wheel").unwrap();
        for _ in 0..500 {
            window().dispatch_event(&sign).unwrap();
            let drawn = page.root.query_selector_all("canvas.chart-base").unwrap();
            if drawn.length() == ChartKind::ALL.len() as u32 {
                break;
            }
            yew::platform::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        page.settle().await;
        page
    }

    /// Until what was started is rendered and on the screen: sizes are observed and effects run between frames.
    async fn settle(&self) {
        for _ in 0..4 {
            yew::platform::time::sleep(std::time::Duration::ZERO).await;
            next_frame().await;
        }
    }

    fn find<T: JsCast>(&self, selector: &str) -> T {
        self.root
            .query_selector(selector)
            .unwrap()
            .unwrap_or_else(|| panic!("no {selector}"))
            .unchecked_into()
    }

    fn text(&self, selector: &str) -> String {
        self.find::<Element>(selector).text_content().unwrap()
    }

    fn query(&self) -> String {
        window().location().search().unwrap()
    }

    fn canvas(&self, chart: &str) -> HtmlCanvasElement {
        self.find(&format!("figure[data-chart={chart}] canvas.chart-base"))
    }

    async fn key(&self, chart: &str, key: &str) {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        self.canvas(chart).dispatch_event(&event).unwrap();
        self.settle().await;
    }

    async fn pointer(&self, chart: &str, kind: &str, x: f64, y: f64) {
        let canvas = self.canvas(chart);
        let bounds = canvas.get_bounding_client_rect();
        let init = PointerEventInit::new();
        init.set_client_x((bounds.left() + x) as i32);
        init.set_client_y((bounds.top() + y) as i32);
        init.set_bubbles(true);
        init.set_pointer_type("mouse");
        let event = PointerEvent::new_with_event_init_dict(kind, &init).unwrap();
        canvas.dispatch_event(&event).unwrap();
        self.settle().await;
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}

async fn next_frame() {
    let frame = Promise::new(&mut |done: Function, _| {
        window().request_animation_frame(&done).unwrap();
    });
    JsFuture::from(frame).await.unwrap();
}

fn pixel(canvas: &HtmlCanvasElement, x: f64, y: f64) -> Vec<u8> {
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d").unwrap().unwrap().unchecked_into();
    context.get_image_data(x, y, 1.0, 1.0).unwrap().data().0
}

#[wasm_bindgen_test]
async fn the_page_mounts_with_every_project_and_three_charts() {
    let page = Page::open("").await;
    assert_eq!(page.text("[data-kpi=projects] .kpi-value"), "347");
    for chart in ["countries", "industries", "timeline"] {
        let canvas = page.canvas(chart);
        assert!(canvas.width() > 100 && canvas.height() > 100, "{chart}");
    }
    assert_eq!(page.query(), "");
}

#[wasm_bindgen_test]
fn a_canvas_has_as_many_pixels_as_its_density_asks_for() {
    let canvas: HtmlCanvasElement = document()
        .create_element("canvas")
        .unwrap()
        .unchecked_into();
    let red = Color {
        red: 200,
        green: 0,
        blue: 0,
        opacity: 1.0,
    };
    let mark = Mark {
        key: "square".into(),
        shape: Shape::Rect(Rect {
            x: 10.0,
            y: 10.0,
            width: 10.0,
            height: 10.0,
        }),
        color: red,
    };
    for density in [1.0, 1.5, 2.0, 3.0] {
        draw(
            &canvas,
            Size {
                width: 40.0,
                height: 30.0,
            },
            density,
            std::slice::from_ref(&mark),
        )
        .unwrap();
        assert_eq!(
            (canvas.width(), canvas.height()),
            ((40.0 * density) as u32, (30.0 * density) as u32)
        );
        assert_eq!(canvas.style().get_property_value("width").unwrap(), "40px");
        assert_eq!(
            pixel(&canvas, 10.5 * density, 10.5 * density),
            [200, 0, 0, 255],
            "inside at {density}"
        );
        assert_eq!(
            pixel(&canvas, 9.0 * density, 9.0 * density),
            [0, 0, 0, 0],
            "outside at {density}"
        );
    }
}

#[wasm_bindgen_test]
fn a_level_or_upright_line_fills_whole_pixels_at_any_density() {
    let canvas: HtmlCanvasElement = document()
        .create_element("canvas")
        .unwrap()
        .unchecked_into();
    let size = Size {
        width: 20.0,
        height: 20.0,
    };
    let color = Color {
        red: 0,
        green: 0,
        blue: 200,
        opacity: 1.0,
    };
    let point = |x: f64, y: f64| Point { x, y };
    for (from, to) in [
        (point(2.0, 10.0), point(18.0, 10.0)),
        (point(10.0, 18.0), point(10.0, 2.0)),
    ] {
        for (width, density) in [(1.0, 1.0), (2.0, 1.0), (1.0, 1.5), (1.0, 2.0), (2.0, 3.0)] {
            let shape = Shape::Line { from, to, width };
            let key = "line".into();
            draw(&canvas, size, density, &[Mark { key, shape, color }]).unwrap();
            // Across the line, through the middle of the canvas.
            let across = (0..(20.0 * density) as u32).map(|at| {
                let (along, at) = (5.0 * density, f64::from(at));
                if from.y.total_cmp(&to.y).is_eq() {
                    pixel(&canvas, along, at)[3]
                } else {
                    pixel(&canvas, at, along)[3]
                }
            });
            let inked: Vec<u8> = across.filter(|&opacity| opacity > 0).collect();
            let pixels = (width * density).round() as usize;
            assert_eq!(inked, vec![255; pixels], "{width} wide at {density}");
        }
    }
}

#[wasm_bindgen_test]
fn the_frame_of_a_hatch_lies_on_whole_pixels_within_it() {
    let canvas: HtmlCanvasElement = document()
        .create_element("canvas")
        .unwrap()
        .unchecked_into();
    let size = Size {
        width: 40.0,
        height: 40.0,
    };
    let hatch = Mark {
        key: "hatch".into(),
        shape: Shape::Hatch(Rect {
            x: 10.0,
            y: 10.0,
            width: 20.0,
            height: 20.0,
        }),
        color: Color {
            red: 0,
            green: 0,
            blue: 200,
            opacity: 1.0,
        },
    };
    for density in [1.0, 2.0] {
        draw(&canvas, size, density, std::slice::from_ref(&hatch)).unwrap();
        let (first, last) = (10.0 * density, 30.0 * density - 1.0);
        let along = || (12..28).map(|at| f64::from(at) * density);
        // Slanted lines end here and there; the palest pixel lies between them.
        let palest = |y: f64| along().map(|x| pixel(&canvas, x, y)[3]).min();
        for (edge, beyond) in [(first, first - 1.0), (last, last + 1.0)] {
            assert_eq!(palest(edge), Some(255), "the edge at {density}");
            assert_eq!(palest(beyond), Some(0), "beyond it at {density}");
        }
        let palest = |x: f64| along().map(|y| pixel(&canvas, x, y)[3]).min();
        for (edge, beyond) in [(first, first - 1.0), (last, last + 1.0)] {
            assert_eq!(palest(edge), Some(255), "the side at {density}");
            assert_eq!(palest(beyond), Some(0), "beside it at {density}");
        }
    }
}

#[wasm_bindgen_test]
fn a_raster_paints_its_colours_between_the_marks_around_it() {
    let canvas: HtmlCanvasElement = document()
        .create_element("canvas")
        .unwrap()
        .unchecked_into();
    let color = |red, green, blue, opacity| Color {
        red,
        green,
        blue,
        opacity,
    };
    let square = |key: &'static str, x: f64, color| Mark {
        key: key.into(),
        shape: Shape::Rect(Rect {
            x,
            y: 10.0,
            width: 4.0,
            height: 4.0,
        }),
        color,
    };
    let (red, green) = (color(200, 0, 0, 1.0), color(0, 200, 0, 1.0));
    let raster = Raster {
        area: Rect {
            x: 10.0,
            y: 10.0,
            width: 12.0,
            height: 8.0,
        },
        columns: 3,
        cells: vec![
            Some(red),
            None,
            Some(green),
            None,
            Some(color(0, 0, 200, 0.5)),
            None,
        ],
    };
    let cells = Mark {
        key: "cells".into(),
        shape: Shape::Raster(raster.into()),
        color: red,
    };
    let grey = color(90, 90, 90, 1.0);
    let marks = [
        square("below", 10.0, grey),
        cells,
        square("above", 18.0, grey),
    ];
    let size = Size {
        width: 40.0,
        height: 30.0,
    };
    for density in [1.0, 2.0] {
        draw(&canvas, size, density, &marks).unwrap();
        let at = |x: f64, y: f64| pixel(&canvas, x * density, y * density);
        for (x, y) in [(10.0, 10.0), (13.0, 13.0)] {
            assert_eq!(
                at(x, y),
                [200, 0, 0, 255],
                "over the mark below at {density}"
            );
        }
        assert_eq!(at(15.0, 11.0), [0; 4], "a clear cell at {density}");
        assert_eq!(
            at(19.0, 11.0),
            [90, 90, 90, 255],
            "under the mark above at {density}"
        );
        let see_through = at(15.0, 15.0);
        assert!(
            see_through[2].abs_diff(200) <= 2 && see_through[3].abs_diff(128) <= 1,
            "{see_through:?} at {density}"
        );
        assert_eq!(at(9.0, 10.0), [0; 4], "outside at {density}");
    }
}

#[wasm_bindgen_test]
fn a_canvas_of_no_size_is_left_alone() {
    let canvas: HtmlCanvasElement = document()
        .create_element("canvas")
        .unwrap()
        .unchecked_into();
    draw(&canvas, Size::default(), 2.0, &[]).unwrap();
    assert_eq!((canvas.width(), canvas.height()), (0, 0));
}

#[wasm_bindgen_test]
async fn the_keyboard_walks_picks_adds_and_leaves() {
    let page = Page::open("").await;
    page.key("countries", "ArrowDown").await;
    assert!(
        page.text("[role=tooltip]").contains("53"),
        "{}",
        page.text("[role=tooltip]")
    );
    page.key("countries", "Enter").await;
    assert!(page.query().contains("country=DEU"), "{}", page.query());
    assert_eq!(page.text("[data-kpi=projects] .kpi-value"), "53");
    page.key("countries", "Escape").await;
    assert!(
        page.root
            .query_selector("[role=tooltip]")
            .unwrap()
            .is_none()
    );
    page.key("countries", "ArrowDown").await;
    page.key("countries", "Enter").await;
    assert_eq!(page.query(), "", "the only pick, picked again, is cleared");
}

#[wasm_bindgen_test]
async fn a_click_picks_what_the_tooltip_names() {
    let page = Page::open("").await;
    let canvas = page.canvas("countries");
    let x = canvas.get_bounding_client_rect().width() / 2.0;
    let mut y = 8.0;
    loop {
        page.pointer("countries", "pointermove", x, y).await;
        if page
            .root
            .query_selector("[role=tooltip]")
            .unwrap()
            .is_some()
        {
            break;
        }
        y += 8.0;
        assert!(y < 400.0, "a bar");
    }
    page.pointer("countries", "pointerdown", x, y).await;
    page.pointer("countries", "pointerup", x, y).await;
    assert!(page.query().contains("country="), "{}", page.query());
}

#[wasm_bindgen_test]
async fn a_drag_over_the_timeline_brushes_a_period() {
    let page = Page::open("").await;
    let bounds = page.canvas("timeline").get_bounding_client_rect();
    let (y, width) = (bounds.height() / 2.0, bounds.width());
    page.pointer("timeline", "pointermove", width * 0.5, y)
        .await;
    page.pointer("timeline", "pointerdown", width * 0.5, y)
        .await;
    page.pointer("timeline", "pointermove", width * 0.7, y)
        .await;
    assert_eq!(page.query(), "", "a brush in motion is not in the address");
    assert_ne!(
        page.text("[data-kpi=projects] .kpi-value"),
        "347",
        "but the page follows it"
    );
    page.pointer("timeline", "pointerup", width * 0.7, y).await;
    assert!(
        page.query().contains("from=") && page.query().contains("to="),
        "{}",
        page.query()
    );
}

#[wasm_bindgen_test]
async fn a_box_stays_as_it_was_drawn_when_the_page_moves_below_the_pointer() {
    let page = Page::open("").await;
    let canvas = page.canvas("projects");
    canvas.scroll_into_view();
    page.settle().await;
    let width = canvas.get_bounding_client_rect().width();
    let shown = || page.text("[data-kpi=projects] .kpi-value");
    page.pointer("projects", "pointerdown", width * 0.5, 80.0)
        .await;
    page.pointer("projects", "pointermove", width * 0.8, 160.0)
        .await;
    let while_drawn = shown();
    assert_ne!(while_drawn, "347");
    let moved = 60.0;
    page.root
        .set_attribute("style", &format!("transform: translateY({moved}px)"))
        .unwrap();
    page.pointer("projects", "pointerup", width * 0.8, 160.0 - moved)
        .await;
    assert_eq!(shown(), while_drawn);
    assert!(page.query().contains("amount-from="), "{}", page.query());
}

#[wasm_bindgen_test]
async fn a_link_opens_its_view_and_a_broken_one_says_so() {
    let page = Page::open("country=DEU,XXX&nonsense=1&v=1").await;
    assert_eq!(page.text("[data-kpi=projects] .kpi-value"), "53");
    assert!(page.text("[data-testid=notices]").contains("XXX"));
    assert!(!page.query().contains("XXX"), "{}", page.query());
}

#[wasm_bindgen_test]
fn the_ruler_measures_with_the_browsers_fonts() {
    TextRuler::with(|ruler| {
        let narrow = ruler.width("iiii", 13.0, Weight::Regular);
        let wide = ruler.width("WWWW", 13.0, Weight::Regular);
        assert!(narrow > 0.0 && wide > narrow * 2.0, "{narrow} {wide}");
        assert!(
            ruler.width("德国", 26.0, Weight::Regular)
                > ruler.width("德国", 13.0, Weight::Regular) * 1.9
        );
    });
}

/// `Intl.NumberFormat` of the browser, against which our own grouping and units are held.
fn intl(number: f64, locale: &str, options: &[(&str, JsValue)]) -> String {
    let settings = js_sys::Object::new();
    for (name, value) in options {
        Reflect::set(&settings, &(*name).into(), value).unwrap();
    }
    let format = js_sys::Intl::NumberFormat::new(&Array::of1(&locale.into()), &settings);
    format
        .format()
        .call1(&JsValue::NULL, &number.into())
        .unwrap()
        .as_string()
        .unwrap()
}

#[wasm_bindgen_test]
fn counts_read_as_the_browser_writes_them() {
    for number in [0_u64, 7, 999, 1_000, 12_345, 1_240_000, 987_654_321] {
        for locale in ["zh-CN", "en"] {
            assert_eq!(
                format::count(number),
                intl(number as f64, locale, &[]),
                "{locale}"
            );
        }
    }
}

#[wasm_bindgen_test]
fn large_amounts_have_the_browsers_units() {
    let compact = |number: f64, locale: &str| {
        let display = if locale == "en" { "long" } else { "short" };
        intl(
            number,
            locale,
            &[
                ("notation", "compact".into()),
                ("compactDisplay", display.into()),
                ("maximumSignificantDigits", 4.into()),
                ("useGrouping", false.into()),
            ],
        )
    };
    for number in [2.5e6, 1.234e7, 5.063e10, 2.743e10, 7.5e8, 1.34e12] {
        let zh = compact(number, "zh-CN");
        assert_eq!(
            format::money(number, "CNY", Locale::Zh).replace([' ', ','], ""),
            format!("{zh}元")
        );
        let en = compact(number, "en");
        assert_eq!(
            format::money(number, "CNY", Locale::En).replace(',', ""),
            format!("CNY {en}")
        );
    }
}

/// Names of countries and regions are the browser's, but for those that Chinese official statistics name otherwise.
#[wasm_bindgen_test]
fn country_names_are_known_to_the_browser() {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).unwrap();
    let class: Function = Reflect::get(&intl, &"DisplayNames".into())
        .unwrap()
        .unchecked_into();
    let names = |locale: &str| {
        let options = js_sys::Object::new();
        Reflect::set(&options, &"type".into(), &"region".into()).unwrap();
        let names = Reflect::construct(&class, &Array::of2(&locale.into(), &options)).unwrap();
        let of: Function = Reflect::get(&names, &"of".into()).unwrap().unchecked_into();
        move |code: &str| of.call1(&names, &code.into()).unwrap().as_string().unwrap()
    };
    let (zh, en) = (names("zh-CN"), names("en"));
    let plain = |name: &str| name.replace(['（', '）', '(', ')', ' ', '-', '·'], "");
    let mut different = Vec::new();
    for country in inward::data::country::countries() {
        let (browser_zh, browser_en) = (zh(&country.alpha2), en(&country.alpha2));
        if ["HK", "MO", "TW"].contains(&country.alpha2.as_str()) {
            assert!(country.name_zh.starts_with("中国") && country.name_en.ends_with(", China"));
        } else if plain(&browser_zh) != plain(&country.name_zh)
            || plain(&browser_en) != plain(&country.name_en)
        {
            different.push(format!("{} {browser_zh}/{browser_en}", country.alpha2));
        }
    }
    // Both lists follow the Unicode CLDR, editions of which differ by a handful of names.
    assert!(different.len() <= 8, "{different:?}");
}

const GRID: &str = "[role=grid]";

impl Page {
    /// Until the table, which follows the charts a moment later, is there.
    async fn open_with_table(query: &str) -> Self {
        let page = Self::open(query).await;
        // What is in sight is a matter of style.
        let style = document().create_element("style").unwrap();
        style.set_text_content(Some(include_str!("../../assets/style/projects.css")));
        page.root.append_child(&style).unwrap();
        for _ in 0..50 {
            if page.root.query_selector(GRID).unwrap().is_some() {
                break;
            }
            yew::platform::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        page.settle().await;
        page
    }

    async fn grid_key(&self, key: &str, control: bool, shift: bool) {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_ctrl_key(control);
        init.set_shift_key(shift);
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        self.find::<Element>(GRID).dispatch_event(&event).unwrap();
        self.settle().await;
    }

    fn attribute(&self, selector: &str, name: &str) -> String {
        let element: Element = self.find(selector);
        element.get_attribute(name).unwrap_or_default()
    }

    fn count(&self, selector: &str) -> u32 {
        self.root.query_selector_all(selector).unwrap().length()
    }

    /// The row and the column of the cell that the keyboard is on, as a screen reader is told.
    fn active_cell(&self) -> (String, String) {
        let id = self.attribute(GRID, "aria-activedescendant");
        let cell = document().get_element_by_id(&id).expect("in the page");
        let row = cell.closest("[role=row]").unwrap().unwrap();
        (
            row.get_attribute("aria-rowindex").unwrap(),
            cell.get_attribute("aria-colindex").unwrap(),
        )
    }
}

#[wasm_bindgen_test]
async fn the_table_counts_all_rows_and_holds_those_in_sight() {
    let page = Page::open_with_table("").await;
    assert_eq!(page.attribute(GRID, "aria-rowcount"), "348");
    assert_eq!(page.attribute(GRID, "aria-colcount"), "7");
    assert!(page.count(".project[role=row]") < 50);
    assert_eq!(page.attribute(".project[role=row]", "aria-rowindex"), "1");
    let grid: Element = page.find(GRID);
    grid.set_scroll_top(5_000);
    page.settle().await;
    page.settle().await;
    let first: Element = page.find(".project[role=row]:not(.head)");
    let index: u32 = first
        .get_attribute("aria-rowindex")
        .unwrap()
        .parse()
        .unwrap();
    assert!(index > 50 && index < 5_000 / 44, "{index}");
    let (first, grid) = (
        first.get_bounding_client_rect(),
        grid.get_bounding_client_rect(),
    );
    assert!(first.top() <= grid.top(), "no gap above what is in sight");
}

#[wasm_bindgen_test]
async fn the_keyboard_walks_the_table_and_its_rows_come_into_the_page() {
    let page = Page::open_with_table("").await;
    let at = |row: &str, column: &str| (row.to_owned(), column.to_owned());
    assert_eq!(page.active_cell(), at("2", "1"));
    page.grid_key("End", true, false).await;
    assert_eq!(page.active_cell(), at("348", "7"));
    page.grid_key("Home", false, false).await;
    page.grid_key("ArrowUp", false, false).await;
    assert_eq!(page.active_cell(), at("347", "1"));
    page.grid_key("Home", true, false).await;
    assert_eq!(page.active_cell(), at("2", "1"));
    page.grid_key("PageDown", false, false).await;
    let (row, _) = page.active_cell();
    assert!(row.parse::<u32>().unwrap() > 5, "{row}");
    assert_eq!(page.count("[aria-selected=true]"), 0);
    page.grid_key("ArrowDown", false, true).await;
    page.grid_key("ArrowDown", false, true).await;
    assert_eq!(page.count("[aria-selected=true]"), 3);
    page.grid_key("Escape", false, false).await;
    assert_eq!(page.count("[aria-selected=true]"), 0);
}

#[wasm_bindgen_test]
async fn a_heading_sorts_and_says_so() {
    let page = Page::open_with_table("").await;
    assert_eq!(
        page.attribute("[role=columnheader].signed", "aria-sort"),
        "descending"
    );
    page.grid_key("ArrowUp", false, false).await;
    page.grid_key("Enter", false, false).await;
    assert_eq!(page.query(), "?sort=name-asc&v=1");
    assert_eq!(
        page.attribute("[role=columnheader].name", "aria-sort"),
        "ascending"
    );
    assert_eq!(
        page.attribute("[role=columnheader].signed", "aria-sort"),
        ""
    );
    page.grid_key("Enter", false, false).await;
    assert_eq!(
        page.attribute("[role=columnheader].name", "aria-sort"),
        "descending"
    );
}

#[wasm_bindgen_test]
async fn a_row_opens_its_details_and_escape_gives_the_focus_back() {
    let page = Page::open_with_table("").await;
    let grid: HtmlElement = page.find(GRID);
    grid.focus().unwrap();
    page.grid_key("ArrowDown", false, false).await;
    page.grid_key("Enter", false, false).await;
    assert!(page.query().contains("project="), "{}", page.query());
    let details: Element = page.find("dialog");
    assert!(details.contains(document().active_element().as_deref()));
    assert_eq!(page.attribute("[aria-current=true]", "aria-rowindex"), "3");
    let init = KeyboardEventInit::new();
    init.set_key("Escape");
    init.set_bubbles(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    details.dispatch_event(&event).unwrap();
    page.settle().await;
    assert_eq!(page.count("dialog"), 0);
    assert_eq!(page.query(), "");
    assert!(grid.is_same_node(document().active_element().as_deref()));
}

#[wasm_bindgen_test]
fn chinese_is_sorted_by_its_pronunciation() {
    let collator = Collator::new(Locale::Zh);
    let mut names = ["中国", "德国", "阿联酋", "法国"];
    names.sort_by(|one, other| collator.compare(one, other));
    assert_eq!(names, ["阿联酋", "德国", "法国", "中国"]);
    assert!(collator.compare("ａ", "A").is_eq());
}

/// Where numbers of the machine's size have 32 bits, as here, a hash of that size takes most rows for ones met before.
#[wasm_bindgen_test]
fn rows_of_a_ledger_are_not_taken_for_each_other() {
    let rows = (0..2_000).map(|row| format!("S{row:05},Plant {row},2020-01-{:02}\n", row % 28 + 1));
    let csv = format!("id,name,signed_on\n{}", rows.collect::<String>());
    let import = ledger::read("ledger.csv", csv.as_bytes(), ledger::Choices::default()).unwrap();
    assert_eq!(import.report.receipt.issue_count(), 0);
    assert_eq!(import.table.id(1_999), "S01999");
}
