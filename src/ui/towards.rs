//! The four ways in which the keyboard goes about the sheet.

/// Where a step is appended, or what an arrow leads to, seen from the selected one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Towards {
    /// Before it in the flow.
    Left,
    /// After it in the flow.
    Right,
    /// In the lane above.
    Up,
    /// In the lane below.
    Down,
}

impl Towards {
    /// All, as the arrows lie on a keyboard.
    pub const ALL: [Self; 4] = [Self::Left, Self::Right, Self::Up, Self::Down];
}
