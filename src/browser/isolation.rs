//! One element in reach, and everything around it not.

use web_sys::Element;

/// Everything but one element is out of reach of pointer, keyboard and screen reader until this is dropped.
#[derive(Debug)]
pub struct Isolation(Vec<Element>);

impl Isolation {
    /// Isolates `element`. What announces changes goes on to do so.
    #[must_use]
    pub fn of(element: &Element) -> Self {
        let mut around = Vec::new();
        let mut inner = element.clone();
        while let Some(outer) = inner.parent_element() {
            let mut next = outer.first_element_child();
            while let Some(child) = next {
                next = child.next_element_sibling();
                let is_free = !child.has_attribute("inert") && !child.has_attribute("aria-live");
                // Fails only for names that are no attribute names.
                if child != inner && is_free && child.set_attribute("inert", "").is_ok() {
                    around.push(child);
                }
            }
            if outer.tag_name() == "BODY" {
                break;
            }
            inner = outer;
        }
        Self(around)
    }
}

impl Drop for Isolation {
    fn drop(&mut self) {
        for element in &self.0 {
            let _ = element.remove_attribute("inert");
        }
    }
}
