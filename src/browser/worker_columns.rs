//! Columns on their way from a worker to whoever asked it: in parts that change hands without being copied.

use js_sys::{Float64Array, Uint8Array, Uint16Array, Uint32Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;

use super::worker_tasks::Answer;
use crate::data::{Buffer, FlatTable};

/// Bytes of a column that are sent at once.
const PART_BYTES: usize = 4 << 20;

/// Sends a column in parts: whoever receives them takes each in a task of its own, while the next one is made.
pub(super) fn send(column: Buffer, answer: impl Fn(&Answer, &JsValue)) {
    match column {
        Buffer::U8(numbers) => send_column(&numbers, |part| Uint8Array::from(part), &answer),
        Buffer::U16(numbers) => send_column(&numbers, |part| Uint16Array::from(part), &answer),
        Buffer::U32(numbers) => send_column(&numbers, |part| Uint32Array::from(part), &answer),
        Buffer::F64(numbers) => send_column(&numbers, |part| Float64Array::from(part), &answer),
    }
}

fn send_column<T, Part: AsRef<JsValue>>(
    numbers: &[T],
    array: impl Fn(&[T]) -> Part,
    answer: &impl Fn(&Answer, &JsValue),
) {
    let most = PART_BYTES / size_of::<T>();
    let (first, rest) = numbers.split_at(numbers.len().min(most));
    let column = Answer::Column(numbers.len() as u32);
    answer(&column, array(first).as_ref());
    for part in rest.chunks(most) {
        answer(&Answer::Part, array(part).as_ref());
    }
}

/// Columns that have come so far.
#[derive(Debug, Default)]
pub(super) struct Received(Vec<Buffer>);

impl Received {
    /// Begins a column of so many numbers with its first part.
    pub(super) fn column(&mut self, numbers: u32, part: &JsValue) {
        self.0.extend(buffer_for(part, numbers as usize));
    }

    /// Adds a part to the last column.
    pub(super) fn part(&mut self, part: &JsValue) {
        if let Some(buffer) = self.0.last_mut() {
            extend(buffer, part);
        }
    }

    /// All columns, with what belongs to them.
    pub(super) fn table(&mut self, head: &JsValue) -> FlatTable {
        FlatTable {
            head: Uint8Array::new(head).to_vec(),
            buffers: std::mem::take(&mut self.0),
        }
    }
}

/// Room for a column of so many numbers, of the kind that `part` holds, with these.
fn buffer_for(part: &JsValue, numbers: usize) -> Option<Buffer> {
    let mut buffer = if part.is_instance_of::<Uint8Array>() {
        Buffer::U8(Vec::with_capacity(numbers))
    } else if part.is_instance_of::<Uint16Array>() {
        Buffer::U16(Vec::with_capacity(numbers))
    } else if part.is_instance_of::<Uint32Array>() {
        Buffer::U32(Vec::with_capacity(numbers))
    } else if part.is_instance_of::<Float64Array>() {
        Buffer::F64(Vec::with_capacity(numbers))
    } else {
        return None;
    };
    extend(&mut buffer, part);
    Some(buffer)
}

/// Adds the numbers of `part`.
fn extend(buffer: &mut Buffer, part: &JsValue) {
    /// The new end of `numbers`, for so many more.
    fn end<T: Clone + Default>(numbers: &mut Vec<T>, more: u32) -> &mut [T] {
        let start = numbers.len();
        numbers.resize(start + more as usize, T::default());
        &mut numbers[start..]
    }
    match buffer {
        Buffer::U8(numbers) => {
            if let Some(part) = part.dyn_ref::<Uint8Array>() {
                part.copy_to(end(numbers, part.length()));
            }
        }
        Buffer::U16(numbers) => {
            if let Some(part) = part.dyn_ref::<Uint16Array>() {
                part.copy_to(end(numbers, part.length()));
            }
        }
        Buffer::U32(numbers) => {
            if let Some(part) = part.dyn_ref::<Uint32Array>() {
                part.copy_to(end(numbers, part.length()));
            }
        }
        Buffer::F64(numbers) => {
            if let Some(part) = part.dyn_ref::<Float64Array>() {
                part.copy_to(end(numbers, part.length()));
            }
        }
    }
}
