//! Sorts of resources.

/// What sort of resource a role is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum RoleKind {
    /// People of the organisation; counts as labour.
    #[default]
    Staff,
    /// Machines and tools.
    Equipment,
    /// Rooms and places.
    Room,
    /// Records, systems, knowledge.
    Information,
    /// Partners and suppliers.
    External,
}

impl RoleKind {
    /// All kinds.
    pub const ALL: [Self; 5] =
        [Self::Staff, Self::Equipment, Self::Room, Self::Information, Self::External];
}
