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
pub(super) struct Received {
    columns: Vec<Buffer>,
    /// Numbers that the last one will have.
    numbers: usize,
}

impl Received {
    /// Begins a column of so many numbers with its first part.
    pub(super) fn column(&mut self, numbers: u32, part: &JsValue) {
        self.numbers = numbers as usize;
        self.columns.extend(buffer_for(part, self.numbers));
    }

    /// Adds a part to the last column.
    pub(super) fn part(&mut self, part: &JsValue) {
        if let Some(buffer) = self.columns.last_mut() {
            extend(buffer, part, self.numbers);
        }
    }

    /// All columns, with what belongs to them.
    pub(super) fn table(&mut self, head: &JsValue) -> FlatTable {
        FlatTable {
            head: Uint8Array::new(head).to_vec(),
            buffers: std::mem::take(&mut self.columns),
        }
    }
}

/// A column of so many numbers, of the kind that `part` holds, which begins with these.
fn buffer_for(part: &JsValue, numbers: usize) -> Option<Buffer> {
    let mut buffer = if part.is_instance_of::<Uint8Array>() {
        Buffer::U8(Vec::new())
    } else if part.is_instance_of::<Uint16Array>() {
        Buffer::U16(Vec::new())
    } else if part.is_instance_of::<Uint32Array>() {
        Buffer::U32(Vec::new())
    } else if part.is_instance_of::<Float64Array>() {
        Buffer::F64(Vec::new())
    } else {
        return None;
    };
    extend(&mut buffer, part, numbers);
    Some(buffer)
}

/// Adds the numbers of `part` to a column that will have so many.
fn extend(buffer: &mut Buffer, part: &JsValue, most: usize) {
    /// Numbers are moved in whole blocks: in a program that is compiled for size, room for them would be cleared number by
    /// number, which took the page longer than all else that it does with them.
    fn add<T: Copy>(numbers: &mut Vec<T>, mut part: Vec<T>, most: usize) {
        if part.len() >= most {
            *numbers = part;
        } else {
            numbers.reserve_exact(most.saturating_sub(numbers.len()));
            numbers.append(&mut part);
        }
    }
    match buffer {
        Buffer::U8(numbers) => {
            if let Some(part) = part.dyn_ref::<Uint8Array>() {
                add(numbers, part.to_vec(), most);
            }
        }
        Buffer::U16(numbers) => {
            if let Some(part) = part.dyn_ref::<Uint16Array>() {
                add(numbers, part.to_vec(), most);
            }
        }
        Buffer::U32(numbers) => {
            if let Some(part) = part.dyn_ref::<Uint32Array>() {
                add(numbers, part.to_vec(), most);
            }
        }
        Buffer::F64(numbers) => {
            if let Some(part) = part.dyn_ref::<Float64Array>() {
                add(numbers, part.to_vec(), most);
            }
        }
    }
}
