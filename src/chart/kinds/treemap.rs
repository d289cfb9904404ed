//! Treemap: a block for each value at the top, in it a tile for each value below.
//!
//! Tiles are arranged as in M. Bruls, K. Huizing and J. J. van Wijk, "Squarified
//! treemaps" (2000). Which tile stands beside which follows from the values of
//! the whole, how large it is from what the filters leave: under a filter tiles
//! grow and shrink, and none jumps to another place. A header takes room from
//! its block, so blocks are sized until the tiles of all of them compare.

use std::cmp::Ordering;
use std::rc::Rc;

use super::super::describe::{self, is_picked, say};
use super::super::legend::{Entry, Swatch, legend};
use super::super::marks::{EDGE_PX, empty_scene, mark, short_value};
use super::super::scene::{
    Align, Area, Color, DataTable, Mark, MarkKey, Pick, Point, Rect, Scene, Shape, Size, Target,
    Telling, Weight,
};
use super::super::spec::{Categories, ChartInput};
use super::super::text::{shorten, wrap};
use super::super::theme::{LABEL_SIZE, NOTE_SIZE};
use crate::data::{CategoryNode, NodeCode};
use crate::i18n::Message;
use crate::query::{BucketKey, Measure, Order, Ranking, Totals, rank};

const LOWEST_PX: f64 = 220.0;
const HIGHEST_PX: f64 = 420.0;
const HEADER_PX: f64 = 25.0;
/// The line in a block's colour, at its top.
const RULE_PX: f64 = 3.0;
/// Half of what is between blocks, and between tiles.
const BLOCK_GAP_PX: f64 = 2.0;
const TILE_GAP_PX: f64 = 1.0;
const PADDING_PX: f64 = 6.0;
const LINE_PX: f64 = 16.0;
/// No name is cut to less than this.
const LEAST_CUT_PX: f64 = 48.0;
/// How much of its colour a tile has, and one that steps back.
const TINT: f64 = 0.45;
const FAINT_TINT: f64 = 0.2;
/// The least part of the whole that the arrangement reckons with.
const LEAST_WEIGHT: f64 = 1e-9;
/// How often blocks are sized anew for the room that headers take.
const ROUNDS: usize = 8;

pub(super) fn layout(input: &ChartInput<'_>, values: &Categories<'_>) -> Scene {
    let blocks = blocks(input, values);
    let branches: Vec<_> = blocks.iter().map(Block::branch).collect();
    let description = describe::treemap(input, values, &branches);
    let width = input.width_px.max(0.0);
    let height = (width * 0.6).clamp(LOWEST_PX, HIGHEST_PX);
    if blocks.iter().all(|block| block.size() <= 0.0) {
        return empty_scene(input, height, description);
    }
    let treemap = Treemap { input, values };
    let map_at = |top: f64| Rect {
        x: EDGE_PX - BLOCK_GAP_PX,
        y: top - BLOCK_GAP_PX,
        width: (width - 2.0 * (EDGE_PX - BLOCK_GAP_PX)).max(0.0),
        height: height - 2.0 * (EDGE_PX - BLOCK_GAP_PX),
    };
    let (mut marks, mut top) = (Vec::new(), EDGE_PX);
    // Where a block is too small for its name, a legend has it.
    let named = |(block, placed): (&Block, &Placed)| {
        block.size() <= 0.0 || block.is_alone() || treemap.is_named(block, placed)
    };
    let mut placed = arrange(&blocks, map_at(top));
    if !blocks.iter().zip(&placed).all(named) {
        (marks, top) = legend(input, &treemap.entries(&blocks), EDGE_PX, EDGE_PX);
        top += EDGE_PX;
        placed = arrange(&blocks, map_at(top));
    }
    let mut targets = Vec::new();
    for (block, placed) in blocks.iter().zip(&placed) {
        if block.size() > 0.0 {
            treemap.block(block, placed, &mut marks, &mut targets);
        }
    }
    let bottom = treemap.notes(top + height - EDGE_PX, &mut marks, &mut targets);
    Scene {
        size: Size {
            width,
            height: bottom,
        },
        marks,
        targets,
        brush: None,
        description,
    }
}

/// A row for each value, and for each value within it.
pub(super) fn data_table(input: &ChartInput<'_>, values: &Categories<'_>) -> DataTable {
    let blocks = blocks(input, values);
    let branches: Vec<_> = blocks.iter().map(Block::branch).collect();
    describe::treemap_table(input, values, &branches)
}

/// A value with a tile.
struct Tile {
    code: NodeCode,
    /// What the filters leave, as a part of the largest value.
    size: f64,
    /// What it has in the whole, as a part of the largest value.
    weight: f64,
}

/// A value at the top and the tiles of those below it; its own where it has none below.
struct Block {
    code: NodeCode,
    tiles: Vec<Tile>,
}

impl Block {
    fn size(&self) -> f64 {
        self.tiles.iter().map(|tile| tile.size).sum()
    }

    fn weight(&self) -> f64 {
        self.tiles.iter().map(|tile| tile.weight).sum()
    }

    /// Whether its only tile is itself.
    fn is_alone(&self) -> bool {
        matches!(self.tiles[..], [Tile { code, .. }] if code == self.code)
    }

    fn branch(&self) -> (NodeCode, Vec<NodeCode>) {
        let inner = self.tiles.iter().map(|tile| tile.code);
        let inner = inner.filter(|&code| code != self.code);
        (self.code, inner.collect())
    }
}

/// Every value that has projects: largest in the whole first, "not stated" last.
fn blocks(input: &ChartInput<'_>, values: &Categories<'_>) -> Vec<Block> {
    let size = |totals: Totals| {
        let value = totals.value(input.measure);
        if value.is_finite() {
            value.max(0.0)
        } else {
            0.0
        }
    };
    let ranked = |depth: u8| {
        let ranking = Ranking {
            measure: input.measure,
            order: Order::Value,
            top: usize::MAX,
            depth,
        };
        let by_name = |_: &CategoryNode, _: &CategoryNode| Ordering::Equal;
        rank(values.tree, values.whole, values.whole, &ranking, &by_name).shown
    };
    let mut most = f64::MIN_POSITIVE;
    let mut blocks: Vec<Block> = ranked(0)
        .iter()
        .map(|bucket| Block {
            code: bucket.code,
            tiles: Vec::new(),
        })
        .collect();
    for bucket in ranked(values.depth) {
        let tile = Tile {
            code: bucket.code,
            size: size(values.selected.of(BucketKey::Category(bucket.code))),
            weight: size(bucket.whole),
        };
        most = most.max(tile.size).max(tile.weight);
        let top = values.tree.ancestor_at(bucket.code, 0);
        if let Some(block) = blocks.iter_mut().find(|block| block.code == top) {
            block.tiles.push(tile);
        }
    }
    for tile in blocks.iter_mut().flat_map(|block| &mut block.tiles) {
        tile.size /= most;
        tile.weight = (tile.weight / most).max(LEAST_WEIGHT);
    }
    blocks
}

/// Where a block and its tiles stand.
struct Placed {
    block: Rect,
    header_px: f64,
    tiles: Vec<Rect>,
}

fn arrange(blocks: &[Block], map: Rect) -> Vec<Placed> {
    let weights: Vec<f64> = blocks.iter().map(Block::weight).collect();
    let block_strips = strips(&weights, map.width, map.height);
    let in_whole = place(&block_strips, &weights, map);

    let wanted: Vec<f64> = blocks.iter().map(Block::size).collect();
    let all: f64 = wanted.iter().sum();
    let mut sizes = wanted.clone();
    let mut places = place(&block_strips, &sizes, map);
    let headers: Vec<f64> = blocks
        .iter()
        .zip(&places)
        .map(|(block, &place)| header(block, place))
        .collect();
    for _ in 0..ROUNDS {
        let rooms: Vec<f64> = places
            .iter()
            .zip(&headers)
            .map(|(&place, &header)| {
                let room = below(place, header);
                room.width * room.height
            })
            .collect();
        let room: f64 = rooms.iter().sum();
        for ((size, &has), wanted) in sizes.iter_mut().zip(&rooms).zip(&wanted) {
            let correction = (wanted / all) / (has / room);
            if correction.is_finite() {
                *size *= correction.clamp(0.5, 2.0);
            }
        }
        places = place(&block_strips, &sizes, map);
    }

    let parts = blocks.iter().zip(in_whole).zip(places).zip(headers);
    parts
        .map(|(((block, whole), place_now), header_px)| {
            let weights: Vec<f64> = block.tiles.iter().map(|tile| tile.weight).collect();
            let sizes: Vec<f64> = block.tiles.iter().map(|tile| tile.size).collect();
            let whole = below(whole, header(block, whole));
            let strips = strips(&weights, whole.width, whole.height);
            Placed {
                block: inset(place_now, BLOCK_GAP_PX),
                header_px,
                tiles: place(&strips, &sizes, below(place_now, header_px)),
            }
        })
        .collect()
}

/// How much of a block its header takes.
fn header(block: &Block, place: Rect) -> f64 {
    if block.is_alone() {
        0.0
    } else if place.height >= 2.0 * HEADER_PX + 2.0 * BLOCK_GAP_PX && place.width >= LEAST_CUT_PX {
        HEADER_PX
    } else {
        (RULE_PX + TILE_GAP_PX).min(place.height / 4.0)
    }
}

/// Where the tiles of a block stand: their outer edges are those of the block once the gaps are taken off.
fn below(place: Rect, header_px: f64) -> Rect {
    let around = BLOCK_GAP_PX - TILE_GAP_PX;
    Rect {
        x: place.x + around,
        y: place.y + around + header_px,
        width: (place.width - 2.0 * around).max(0.0),
        height: (place.height - 2.0 * around - header_px).max(0.0),
    }
}

/// Values side by side along one edge of what the strips before left.
struct Strip {
    count: usize,
    /// At the left, one value below the other; else at the top.
    stands: bool,
}

/// Which values share a strip: as many as make their rectangles more like squares.
fn strips(weights: &[f64], mut width: f64, mut height: f64) -> Vec<Strip> {
    let mut strips = Vec::new();
    let mut rest = weights;
    while !rest.is_empty() {
        let stands = width >= height;
        let (along, across) = if stands {
            (height, width)
        } else {
            (width, height)
        };
        let left: f64 = rest.iter().sum();
        let worst = |count: usize| {
            let sum: f64 = rest[..count].iter().sum();
            let depth = across * sum / left;
            let ratio = |weight: &f64| {
                let length = along * weight / sum;
                (length / depth).max(depth / length)
            };
            rest[..count].iter().map(ratio).fold(0.0, f64::max)
        };
        let mut count = 1;
        while count < rest.len() && worst(count + 1) <= worst(count) {
            count += 1;
        }
        let kept = 1.0 - share(rest[..count].iter().sum(), left);
        if stands {
            width *= kept;
        } else {
            height *= kept;
        }
        strips.push(Strip { count, stands });
        rest = &rest[count..];
    }
    strips
}

/// Where each value stands if `sizes` share `area` strip by strip.
fn place(strips: &[Strip], sizes: &[f64], mut area: Rect) -> Vec<Rect> {
    let mut places = Vec::with_capacity(sizes.len());
    let mut rest = sizes;
    for strip in strips {
        let (values, after) = rest.split_at(strip.count.min(rest.len()));
        let sum: f64 = values.iter().sum();
        let depth = share(sum, rest.iter().sum());
        let mut before = 0.0;
        for size in values {
            let from = share(before, sum);
            before += size;
            let length = share(before, sum) - from;
            places.push(if strip.stands {
                Rect {
                    x: area.x,
                    y: area.y + area.height * from,
                    width: area.width * depth,
                    height: area.height * length,
                }
            } else {
                Rect {
                    x: area.x + area.width * from,
                    y: area.y,
                    width: area.width * length,
                    height: area.height * depth,
                }
            });
        }
        if strip.stands {
            area.x += area.width * depth;
            area.width *= 1.0 - depth;
        } else {
            area.y += area.height * depth;
            area.height *= 1.0 - depth;
        }
        rest = after;
    }
    places
}

fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 {
        (part / whole).min(1.0)
    } else {
        0.0
    }
}

/// `rect` on whole pixels, less `gap` on every side; what is very small keeps half of itself.
fn inset(rect: Rect, gap: f64) -> Rect {
    let side = |from: f64, length: f64| {
        let (from, to) = if length > 4.0 * gap {
            (from.round(), (from + length).round())
        } else {
            (from, from + length)
        };
        let gap = gap.min((to - from) / 4.0);
        (from + gap, to - from - 2.0 * gap)
    };
    let ((x, width), (y, height)) = (side(rect.x, rect.width), side(rect.y, rect.height));
    Rect {
        x,
        y,
        width,
        height,
    }
}

/// Draws blocks and tiles.
struct Treemap<'a> {
    input: &'a ChartInput<'a>,
    values: &'a Categories<'a>,
}

impl Treemap<'_> {
    fn name(&self, code: NodeCode) -> String {
        describe::name(self.input, self.values.tree.node(code))
    }

    fn selected(&self, code: NodeCode) -> Totals {
        self.values.selected.of(BucketKey::Category(code))
    }

    fn color(&self, block: &Block) -> Color {
        self.input
            .theme
            .sector(&self.values.tree.node(block.code).key)
    }

    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        self.input.text.width(text, size, weight)
    }

    /// Whether a block has its whole name in its header.
    fn is_named(&self, block: &Block, placed: &Placed) -> bool {
        let name = self.width(&self.name(block.code), LABEL_SIZE, Weight::Bold);
        placed.header_px >= HEADER_PX && name <= placed.block.width
    }

    fn entries(&self, blocks: &[Block]) -> Vec<Entry> {
        let entry = |block: &Block| Entry {
            swatch: Swatch::Filled(self.color(block)),
            words: self.name(block.code),
        };
        let has_meaning = |block: &&Block| {
            self.color(block) != self.input.theme.neutral
                || self.values.tree.node(block.code).is_unstated()
        };
        blocks.iter().filter(has_meaning).map(entry).collect()
    }

    /// What the areas leave out, and their unit; where the chart ends.
    fn notes(&self, top: f64, marks: &mut Vec<Mark>, targets: &mut Vec<Target>) -> f64 {
        let input = self.input;
        let entry = |swatch, words| Entry { swatch, words };
        let left_out = describe::not_in_sums(input);
        let entries: Vec<Entry> = match input.measure {
            Measure::Projects => Vec::new(),
            Measure::Amount => {
                let hatched = Swatch::Hatched(input.theme.hatch);
                let currency = say(input, &Message::LegendCurrency(input.currency.code()));
                let note = left_out.iter().map(|words| entry(hatched, words.clone()));
                note.chain([entry(Swatch::None, currency)]).collect()
            }
        };
        let (drawn, bottom) = legend(input, &entries, EDGE_PX, top);
        // The legend above has the same keys.
        marks.extend(drawn.into_iter().map(|drawn| Mark {
            key: format!("note-{}", drawn.key).into(),
            ..drawn
        }));
        if let (Measure::Amount, Some(title)) = (input.measure, left_out) {
            let area = Area::Rect(Rect {
                x: 0.0,
                y: top,
                width: input.width_px.max(0.0),
                height: bottom - top,
            });
            targets.push(Target {
                key: "note".into(),
                outline: area.clone(),
                area,
                telling: Telling::name(move || title.clone()),
                pick: Pick::Nothing,
                picked: false,
            });
        }
        bottom
    }

    fn target(&self, code: NodeCode, area: Rect, outline: Rect) -> Target {
        let key = &self.values.tree.node(code).key;
        Target {
            key: Rc::clone(key),
            area: Area::Rect(area),
            outline: Area::Rect(outline),
            telling: describe::telling(
                self.input,
                describe::name_of(self.values.tree.node(code)),
                &self.selected(code),
            ),
            pick: Pick::Categories(vec![(self.values.field, Rc::clone(key))]),
            picked: is_picked(self.input, self.values, code),
        }
    }

    fn block(
        &self,
        block: &Block,
        placed: &Placed,
        marks: &mut Vec<Mark>,
        targets: &mut Vec<Target>,
    ) {
        if !block.is_alone() {
            self.header(block, placed, marks);
            let strip = Rect {
                height: (placed.header_px - TILE_GAP_PX).max(0.0),
                ..placed.block
            };
            targets.push(self.target(block.code, strip, strip));
        }
        for (tile, &place) in block.tiles.iter().zip(&placed.tiles) {
            if tile.size > 0.0 {
                let drawn = inset(place, TILE_GAP_PX);
                self.tile(tile, drawn, self.color(block), marks);
                targets.push(self.target(tile.code, place, drawn));
            }
        }
    }

    fn header(&self, block: &Block, placed: &Placed, marks: &mut Vec<Mark>) {
        let (input, theme) = (self.input, self.input.theme);
        let key = &self.values.tree.node(block.code).key;
        let picks = input.filters.picks(self.values.field);
        let lit = picks.is_empty()
            || block
                .tiles
                .iter()
                .any(|tile| is_picked(input, self.values, tile.code));
        let (color, ink) = if lit {
            (self.color(block), theme.ink)
        } else {
            (theme.paler(self.color(block)), theme.muted_ink)
        };
        let rule = Rect {
            height: RULE_PX.min(placed.header_px - TILE_GAP_PX).max(0.0),
            ..placed.block
        };
        marks.push(mark(MarkKey::part(key, ":rule"), Shape::Rect(rule), color));
        if placed.header_px < HEADER_PX {
            return;
        }
        let (x, room) = (placed.block.x, placed.block.width);
        let y = placed.block.y + f64::midpoint(RULE_PX, HEADER_PX);
        let full = self.name(block.code);
        let name = shorten(&full, room, LABEL_SIZE, Weight::Bold, input.text);
        let value = short_value(input, &self.selected(block.code));
        let beside = self.width(&name, LABEL_SIZE, Weight::Bold) + 2.0 * PADDING_PX;
        let value_fits =
            name == full && beside + self.width(&value, NOTE_SIZE, Weight::Regular) <= room;
        if name == full || room >= LEAST_CUT_PX {
            let style = (LABEL_SIZE, Weight::Bold, ink);
            marks.push(words(
                MarkKey::part(key, ":name"),
                name,
                Point { x, y },
                style,
            ));
        }
        if value_fits {
            let at = Point { x: x + beside, y };
            let style = (NOTE_SIZE, Weight::Regular, ink);
            marks.push(words(MarkKey::part(key, ":value"), value, at, style));
        }
    }

    fn tile(&self, tile: &Tile, place: Rect, color: Color, marks: &mut Vec<Mark>) {
        let (input, theme) = (self.input, self.input.theme);
        let key = &self.values.tree.node(tile.code).key;
        let picked = is_picked(input, self.values, tile.code);
        let lit = picked || input.filters.picks(self.values.field).is_empty();
        let fill = theme.tint(color, if lit { TINT } else { FAINT_TINT });
        let mut inner = place;
        if picked {
            marks.push(mark(
                MarkKey::part(key, ":outline"),
                Shape::Rect(place),
                theme.outline,
            ));
            let frame = 2.0_f64.min(place.width / 4.0).min(place.height / 4.0);
            inner = Rect {
                x: place.x + frame,
                y: place.y + frame,
                width: place.width - 2.0 * frame,
                height: place.height - 2.0 * frame,
            };
        }
        marks.push(mark(MarkKey::part(key, ":tile"), Shape::Rect(inner), fill));

        let weight = if picked {
            Weight::Bold
        } else {
            Weight::Regular
        };
        let room = place.width - 2.0 * PADDING_PX;
        let lines = ((place.height - PADDING_PX) / LINE_PX).max(0.0) as usize;
        let full = self.name(tile.code);
        let most = lines.saturating_sub(1).clamp(1, 3);
        let name = wrap(&full, most, room, LABEL_SIZE, weight, input.text);
        let is_cut = name.last().is_none_or(|last| last.ends_with('…'));
        if lines == 0 || room <= 0.0 || (is_cut && room < LEAST_CUT_PX) {
            return;
        }
        let ink = theme.text_on(fill);
        let x = place.x + PADDING_PX;
        let y = |line: usize| place.y + PADDING_PX / 2.0 + LINE_PX * (line as f64 + 0.5);
        let value = short_value(input, &self.selected(tile.code));
        // On the next line, else beside the name.
        let (line, before) = if name.len() < lines {
            (name.len(), 0.0)
        } else {
            let last = name
                .last()
                .map_or(0.0, |last| self.width(last, LABEL_SIZE, weight));
            (lines - 1, last + PADDING_PX)
        };
        if before + self.width(&value, NOTE_SIZE, weight) <= room {
            let at = Point {
                x: x + before,
                y: y(line),
            };
            marks.push(words(
                MarkKey::part(key, ":value"),
                value,
                at,
                (NOTE_SIZE, weight, ink),
            ));
        }
        for (line, name) in name.into_iter().enumerate() {
            let at = Point { x, y: y(line) };
            marks.push(words(
                format!("{key}:name-{line}").into(),
                name,
                at,
                (LABEL_SIZE, weight, ink),
            ));
        }
    }
}

fn words(key: MarkKey, text: String, at: Point, style: (f64, Weight, Color)) -> Mark {
    let (size, weight, color) = style;
    let shape = Shape::Text {
        text: text.into(),
        at,
        size,
        align: Align::Start,
        weight,
    };
    mark(key, shape, color)
}
