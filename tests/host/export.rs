//! Charts that leave the page.

use inward::chart::{ChartKind, EstimatedText, Scene, Shape, TextMeasure, svg};
use inward::io::export_chart::{Caption, csv, sheet};

use crate::charts::{Case, SMALL, check_room, table};

fn caption() -> Caption {
    Caption {
        filters: "筛选：合作方国家和地区：德国；签约时间：2019年至2021年；产业：先进制造、新能源、生物医药、电子信息".into(),
        source: "数据：Inward 招商图谱，已签约项目".into(),
    }
}

fn texts(scene: &Scene) -> Vec<String> {
    let text = |shape: &Shape| match shape {
        Shape::Text { text, .. } => Some(text.to_string()),
        Shape::Rect(_)
        | Shape::Line { .. }
        | Shape::Hatch(_)
        | Shape::Circle { .. }
        | Shape::Polygon(_)
        | Shape::Raster(_) => None,
    };
    scene
        .marks
        .iter()
        .filter_map(|mark| text(&mark.shape))
        .collect()
}

#[test]
fn a_saved_picture_is_the_chart_on_the_screen_moved_onto_a_sheet() {
    for kind in ChartKind::ALL {
        let case = Case::new(kind);
        let scene = case.scene(&table(SMALL));
        let saved = sheet(&scene, &caption(), &case.theme, &EstimatedText);
        let first = &scene.marks[0];
        let place = saved
            .marks
            .iter()
            .position(|mark| mark.key == first.key)
            .expect("the chart is on the sheet");
        let moved: Vec<_> = (0..200)
            .map(|down| f64::from(down) * 10.0)
            .filter(|&down| first.moved_by(20.0, down) == saved.marks[place])
            .collect();
        let [down] = moved[..] else {
            panic!("{kind:?}: the first mark stands somewhere else")
        };
        for (on_screen, on_sheet) in scene.marks.iter().zip(&saved.marks[place..]) {
            assert_eq!(&on_screen.moved_by(20.0, down), on_sheet, "{kind:?}");
        }
    }
}

#[test]
fn a_saved_drawing_says_what_it_shows_what_is_filtered_and_where_it_is_from() {
    for width_px in [320.0, 900.0] {
        let case = Case {
            width_px,
            ..Case::new(ChartKind::Countries)
        };
        let scene = case.scene(&table(SMALL));
        let saved = sheet(&scene, &caption(), &case.theme, &EstimatedText);
        let all = texts(&saved).concat();
        assert!(all.contains(&scene.description.title));
        assert!(all.contains(&scene.description.finding), "{all}");
        assert!(all.contains(&caption().filters), "nothing is cut: {all}");
        assert!(all.ends_with(&caption().source));
        check_room(&saved, "sheet");
        let drawing = svg(&saved, &case.theme);
        assert!(
            drawing.contains(">\n各国家和地区的项目数\n</text>"),
            "text stays text"
        );
    }
}

#[test]
fn a_word_wider_than_the_sheet_is_shortened_and_nothing_hangs() {
    let case = Case {
        width_px: 60.0,
        ..Case::new(ChartKind::Countries)
    };
    let scene = case.scene(&table(SMALL));
    let caption = Caption {
        filters: "x".repeat(300),
        source: "a b".into(),
    };
    let saved = sheet(&scene, &caption, &case.theme, &EstimatedText);
    for text in texts(&saved) {
        let width = EstimatedText.width(&text, 17.0, inward::chart::Weight::Bold);
        assert!(width <= 60.0 * 17.0 / 12.0 * 1.1, "{text}");
    }
}

#[test]
fn a_saved_table_opens_in_a_spreadsheet() {
    let mut table = Case::new(ChartKind::Countries).data_table(&table(SMALL));
    table.rows.push(vec![
        "=HYPERLINK(\"x\")".into(),
        "-1.5".into(),
        "1,234".into(),
        "\tx".into(),
        "say \"hi\"".into(),
        "–".into(),
    ]);
    let bytes = csv(&table);
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert!(text.starts_with("\u{feff}国家和地区,"), "a byte order mark");
    assert!(text.contains("\r\n德国,4,"));
    assert!(
        text.ends_with("'=HYPERLINK(\"\"x\"\")\",-1.5,\"1,234\",'\tx,\"say \"\"hi\"\"\",–\r\n"),
        "formulas are guarded and numbers are not: {text}"
    );
}
