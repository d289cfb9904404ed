//! Several pieces of work at the same time.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, ScopedJoinHandle};

use crate::failure::Failure;

/// Does `work` with each of the items, as many at a time as there are cores. All are done before the first failure, in
/// the order of the items, is given.
pub(crate) fn at_once<T: Sync>(
    items: &[T],
    work: impl Fn(&T) -> Result<(), Failure> + Sync,
) -> Result<(), Failure> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        loop {
            let position = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(position) else {
                return done;
            };
            done.push((position, work(item)));
        }
    };
    let mut done: Vec<(usize, Result<(), Failure>)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores.min(items.len()))
            .map(|_| scope.spawn(worker))
            .collect();
        let joined = workers.into_iter().map(ScopedJoinHandle::join);
        joined
            .flat_map(|done| done.unwrap_or_else(|panic| resume_unwind(panic)))
            .collect()
    });
    done.sort_by_key(|&(position, _)| position);
    done.into_iter().try_for_each(|(_, result)| result)
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn every_item_is_worked_on_once_and_the_first_failure_is_given() {
        let seen = Mutex::new(Vec::new());
        let items: Vec<u32> = (0..50).collect();
        let result = at_once(&items, |&item| {
            seen.lock().expect("no worker panics").push(item);
            if item == 30 || item == 7 {
                return Err(Failure::new(format!("{item} failed.")));
            }
            Ok(())
        });
        let mut seen = seen.into_inner().expect("no worker panics");
        seen.sort_unstable();
        assert_eq!(seen, items);
        assert_eq!(
            result.err().map(|failure| failure.to_string()).as_deref(),
            Some("7 failed.")
        );
        assert!(at_once(&[] as &[u32], |_| Ok(())).is_ok());
    }
}
