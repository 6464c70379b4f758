//! The shapes that shifts may have, and the one that is being typed.

use crate::planning::Shape;

/// The shapes, and what is being typed.
pub(super) struct ShapeLines {
    shapes: Vec<Shape>,
    pub(super) typing: Option<Typing>,
}

/// A shape that is being typed.
pub(super) struct Typing {
    /// Which one; `None` for a new one.
    pub at: Option<usize>,
    pub text: String,
    /// Why it cannot be taken.
    pub refused: Option<String>,
    /// Whether the field has had the keys.
    pub entered: bool,
}

impl ShapeLines {
    /// Some shapes, the longest first.
    pub fn of(mut shapes: Vec<Shape>) -> Self {
        shapes.sort_by_key(|shape| std::cmp::Reverse(shape.length_min));
        Self { shapes, typing: None }
    }

    /// The shapes.
    pub fn shapes(&self) -> &[Shape] {
        &self.shapes
    }

    /// Takes a shape in the place of another, or as a further one; the same twice would say no more.
    pub fn put(&mut self, at: Option<usize>, shape: Shape) {
        match at.and_then(|at| self.shapes.get_mut(at)) {
            Some(old) => *old = shape,
            None => self.shapes.push(shape),
        }
        let mut kept = Vec::with_capacity(self.shapes.len());
        for shape in std::mem::take(&mut self.shapes) {
            if !kept.contains(&shape) {
                kept.push(shape);
            }
        }
        *self = Self::of(kept);
    }

    /// Takes a shape off the list.
    pub fn remove(&mut self, at: usize) {
        if at < self.shapes.len() {
            self.shapes.remove(at);
        }
        self.typing = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_shape_is_there_once_the_longest_first() {
        let shape = |hours: u32| Shape { length_min: 60 * hours, rest: None };
        let lengths = |lines: &ShapeLines| -> Vec<u32> {
            lines.shapes().iter().map(|shape| shape.length_min / 60).collect()
        };
        let mut lines = ShapeLines::of(vec![shape(4), shape(8)]);
        lines.put(None, shape(6));
        assert_eq!(lengths(&lines), [8, 6, 4]);
        lines.put(Some(0), shape(4));
        assert_eq!(lengths(&lines), [6, 4]);
        lines.remove(1);
        lines.remove(7);
        assert_eq!(lengths(&lines), [6]);
    }
}
