//! What is to happen when: the calendar of a replication.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Arrival,
    /// Somebody comes who was planned.
    Comes {
        appointment: u32,
    },
    Duty {
        pool: u32,
        units: u32,
    },
    WorkEnds {
        execution: u32,
        work: u32,
    },
    /// A unit has served a customer.
    ServiceEnds {
        service: u32,
    },
    BackAgain {
        pool: u32,
        count: u32,
    },
    /// The doors open.
    Opens,
    /// The doors close.
    Closes,
    /// A batch has waited long enough.
    BatchDue {
        moment: u32,
    },
    /// Somebody's patience ends.
    PatienceEnds {
        patience: u32,
    },
}

/// Patience runs out after all that could start has.
const LAST_RANK: u8 = 5;
/// Bits of the order of coming; above them stand the rank and the time.
const SERIAL_BITS: u32 = 60;

impl What {
    /// Which come first at an instant.
    fn rank(self) -> u8 {
        match self {
            Self::WorkEnds { .. } | Self::ServiceEnds { .. } | Self::BackAgain { .. } => 0,
            Self::Duty { .. } | Self::Opens => 1,
            Self::BatchDue { .. } => 2,
            Self::Arrival | Self::Comes { .. } => 3,
            Self::Closes => 4,
            Self::PatienceEnds { .. } => LAST_RANK,
        }
    }
}

/// Something that happens: by time, rank and order of coming, in one number.
#[derive(Clone, Copy, Debug)]
struct Event {
    key: u128,
    what: What,
}

impl Event {
    // The upper half.
    #[allow(clippy::cast_possible_truncation)]
    fn at(&self) -> u64 {
        (self.key >> 64) as u64
    }

    // Three bits.
    #[allow(clippy::cast_possible_truncation)]
    fn rank(&self) -> u8 {
        (self.key >> SERIAL_BITS) as u8 & 0xf
    }
}

impl PartialEq for Event {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Event {}

impl PartialOrd for Event {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Event {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key.cmp(&other.key)
    }
}

/// All that is to happen, the next first. Nothing takes longer than logarithmic time.
#[derive(Clone, Debug, Default)]
pub(super) struct Calendar {
    events: BinaryHeap<Reverse<Event>>,
    serial: u64,
    /// Work that will end and units that will be back.
    pending: usize,
}

impl Calendar {
    /// Something is to happen at a time, after all of its rank that was entered before.
    pub fn enter(&mut self, at: u64, what: What) {
        self.serial += 1;
        let rank = what.rank();
        self.pending += usize::from(rank == 0);
        let key = u128::from(at) << 64 | u128::from(rank) << SERIAL_BITS | u128::from(self.serial);
        self.events.push(Reverse(Event { key, what }));
    }

    /// When something happens next.
    pub fn next_at(&self) -> Option<u64> {
        self.events.peek().map(|Reverse(event)| event.at())
    }

    /// Takes what happens next if it does so by now; what runs out only where that is wanted too.
    pub fn take(&mut self, now: u64, with_last: bool) -> Option<What> {
        let Reverse(next) = self.events.peek()?;
        let rank = next.rank();
        if next.at() > now || rank == LAST_RANK && !with_last {
            return None;
        }
        self.pending -= usize::from(rank == 0);
        self.events.pop().map(|Reverse(event)| event.what)
    }

    /// Whether work is to end or units are to be back.
    pub fn is_busy(&self) -> bool {
        self.pending > 0
    }
}
