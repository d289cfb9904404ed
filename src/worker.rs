//! Reads and writes files in the background.

fn main() {
    inward::browser::worker_tasks::serve();
}
