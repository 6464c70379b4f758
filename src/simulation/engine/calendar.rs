//! What is to happen when: the calendar of a replication.

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
    #[inline]
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

/// Bits of a packed event that name its kind, below what it is about first.
const KIND_BITS: u32 = 4;
/// Bits of all that below what it is about second.
const FIRST_BITS: u32 = 32;

impl What {
    /// In one number, as it is carried about: pools and works number less than 2²⁸.
    #[inline]
    fn packed(self) -> u64 {
        let pack = |kind: u64, first: u32, second: u32| {
            u64::from(second) << FIRST_BITS | u64::from(first) << KIND_BITS | kind
        };
        match self {
            Self::ServiceEnds { service } => pack(0, 0, service),
            Self::Arrival => pack(1, 0, 0),
            Self::WorkEnds { execution, work } => pack(2, work, execution),
            Self::BackAgain { pool, count } => pack(3, pool, count),
            Self::Duty { pool, units } => pack(4, pool, units),
            Self::Opens => pack(5, 0, 0),
            Self::BatchDue { moment } => pack(6, 0, moment),
            Self::Comes { appointment } => pack(7, 0, appointment),
            Self::Closes => pack(8, 0, 0),
            Self::PatienceEnds { patience } => pack(9, 0, patience),
        }
    }

    // The halves are cut apart.
    #[inline]
    #[allow(clippy::cast_possible_truncation)]
    fn unpacked(packed: u64) -> Self {
        let second = (packed >> FIRST_BITS) as u32;
        let kind = packed & ((1 << KIND_BITS) - 1);
        // Most of what happens.
        if kind == 0 {
            return Self::ServiceEnds { service: second };
        }
        let first = packed as u32 >> KIND_BITS;
        match kind {
            1 => Self::Arrival,
            2 => Self::WorkEnds { execution: second, work: first },
            3 => Self::BackAgain { pool: first, count: second },
            4 => Self::Duty { pool: first, units: second },
            5 => Self::Opens,
            6 => Self::BatchDue { moment: second },
            7 => Self::Comes { appointment: second },
            8 => Self::Closes,
            _ => Self::PatienceEnds { patience: second },
        }
    }
}

/// Something that happens.
#[derive(Clone, Copy, Debug, Default)]
struct Event {
    at: u64,
    /// Rank and order of coming.
    order: u64,
    what: u64,
}

impl Event {
    fn key(&self) -> u128 {
        u128::from(self.at) << 64 | u128::from(self.order)
    }

    // Four bits.
    #[allow(clippy::cast_possible_truncation)]
    fn rank(&self) -> u8 {
        (self.order >> SERIAL_BITS) as u8
    }
}

/// How many follow each in the heap.
const BRANCHES: usize = 4;
/// What stands behind the last: later than all that happens, so that four can always be compared.
const NEVER: Event = Event { at: u64::MAX, order: u64::MAX, what: 0 };

/// All that is to happen, the next first: a heap in which four follow each. Nothing takes longer than logarithmic
/// time.
///
/// Most of what happens brings about something else, which then takes its place at the top; until then nothing
/// is there.
#[derive(Clone, Debug)]
pub(super) struct Calendar {
    /// Behind the last there are four that never happen.
    events: Vec<Event>,
    /// Whether the place at the top is free.
    is_open: bool,
    /// Where the next is while it is free; 0 before that was looked for.
    next_open: usize,
    /// Up to when things were taken, and whether something was left or entered since for no later.
    taken_to: u64,
    has_more: bool,
    serial: u64,
    /// Work that will end and units that will be back.
    pending: usize,
}

impl Default for Calendar {
    fn default() -> Self {
        Self {
            events: vec![NEVER; BRANCHES],
            is_open: false,
            next_open: 0,
            taken_to: 0,
            has_more: false,
            serial: 0,
            pending: 0,
        }
    }
}

impl Calendar {
    /// Something is to happen at a time, after all of its rank that was entered before.
    #[inline]
    pub fn enter(&mut self, at: u64, what: What) {
        self.enter_packed(at, what.rank(), what.packed());
    }

    fn enter_packed(&mut self, at: u64, rank: u8, what: u64) {
        self.serial += 1;
        self.pending += usize::from(rank == 0);
        self.has_more |= at <= self.taken_to;
        let order = u64::from(rank) << SERIAL_BITS | self.serial;
        self.put(Event { at, order, what });
    }

    #[inline]
    fn put(&mut self, event: Event) {
        if std::mem::take(&mut self.is_open) {
            return self.put_down(event);
        }
        let mut at = self.events.len() - BRANCHES;
        self.events.push(NEVER);
        while at > 0 {
            let before = (at - 1) / BRANCHES;
            let other = self.events[before];
            if other.key() < event.key() {
                break;
            }
            self.events[at] = other;
            at = before;
        }
        self.events[at] = event;
    }

    /// Puts an event at the top, or behind those that come before it.
    fn put_down(&mut self, event: Event) {
        let mut at = 0;
        let mut next = match std::mem::take(&mut self.next_open) {
            0 => self.first_of(1),
            known => known,
        };
        // Behind the last nothing comes before it.
        while let Some(other) = self.events.get(next).copied()
            && other.key() < event.key()
        {
            self.events[at] = other;
            at = next;
            next = self.first_of(at * BRANCHES + 1);
        }
        self.events[at] = event;
    }

    /// Of those who follow the same one, from a place on, that which comes first; behind the last any place there.
    #[inline]
    fn first_of(&self, from: usize) -> usize {
        let rest = self.events.get(from..).and_then(|rest| rest.first_chunk::<BRANCHES>());
        let Some([a, b, c, d]) = rest else { return self.events.len() };
        let (a, b, c, d) = (a.key(), b.key(), c.key(), d.key());
        let (left, left_at) = if b < a { (b, from + 1) } else { (a, from) };
        let (right, right_at) = if d < c { (d, from + 3) } else { (c, from + 2) };
        if right < left { right_at } else { left_at }
    }

    /// When something happens next.
    #[inline]
    pub fn next_at(&self) -> Option<u64> {
        let mut at = 0;
        if self.is_open {
            at = if self.next_open > 0 { self.next_open } else { self.first_of(1) };
        }
        self.events.get(at).filter(|event| event.order != NEVER.order).map(|event| event.at)
    }

    /// Takes what happens next if it does so by now; what runs out only where that is wanted too.
    #[inline]
    pub fn take(&mut self, now: u64, with_last: bool) -> Option<What> {
        (self.taken_to, self.has_more) = (now, false);
        if self.is_open {
            self.next_open = self.first_of(1);
        }
        // At the top while that is not free.
        let next = *self.events.get(self.next_open)?;
        let rank = next.rank();
        if next.at > now {
            return None;
        }
        if rank >= LAST_RANK && (!with_last || rank > LAST_RANK) {
            // Behind the last there is nothing more.
            self.has_more = rank == LAST_RANK;
            return None;
        }
        if self.is_open {
            self.close();
        }
        self.pending -= usize::from(rank == 0);
        self.is_open = true;
        Some(What::unpacked(next.what))
    }

    /// Whether anything may be left to be taken by the time up to which it was.
    pub fn has_more(&self) -> bool {
        self.has_more
    }

    /// The last takes the place at the top, and goes where it belongs.
    fn close(&mut self) {
        self.is_open = false;
        // It is followed by those that never happen, one fewer of which are needed.
        let last = self.events.len() - BRANCHES - 1;
        let event = std::mem::replace(&mut self.events[last], NEVER);
        self.events.pop();
        if self.next_open >= last {
            self.next_open = 0;
        }
        if last > 0 {
            self.put_down(event);
        }
    }

    /// Whether work is to end or units are to be back.
    pub fn is_busy(&self) -> bool {
        self.pending > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Events of all kinds in a fixed mess of times: they come out as a sorted list has them.
    #[test]
    fn what_happens_comes_out_by_time_rank_and_order_of_coming() {
        let what = |number: u32| match number % 10 {
            0 => What::ServiceEnds { service: number },
            1 => What::Arrival,
            2 => What::WorkEnds { execution: number, work: 3 },
            3 => What::BackAgain { pool: 5, count: number },
            4 => What::Duty { pool: 6, units: u32::MAX - number },
            5 => What::Opens,
            6 => What::BatchDue { moment: number },
            7 => What::Comes { appointment: u32::MAX - number },
            8 => What::Closes,
            _ => What::PatienceEnds { patience: number },
        };
        for taken_at_once in [1, 2, 5] {
            let mut calendar = Calendar::default();
            let mut open: Vec<(u64, u8, u32, What)> = Vec::new();
            let (mut now, mut random) = (0, 88_172_645_463_325_252_u64);
            for number in 0..3000 {
                random ^= random << 13;
                random ^= random >> 7;
                random ^= random << 17;
                let (at, what) = (now + random % 40, what(number));
                calendar.enter(at, what);
                open.push((at, what.rank(), number, what));
                if number % 7 < 3 {
                    continue;
                }
                open.sort_by_key(|(at, rank, number, _)| (*at, *rank, *number));
                for _ in 0..taken_at_once.min(open.len()) {
                    now = open[0].0;
                    assert_eq!(calendar.next_at(), Some(now));
                    assert!(now == 0 || calendar.take(now - 1, true).is_none());
                    let is_last = open[0].1 == LAST_RANK;
                    assert!(!is_last || calendar.take(now, false).is_none());
                    assert_eq!(calendar.take(now, true), Some(open.remove(0).3));
                    let busy = open.iter().any(|(_, rank, ..)| *rank == 0);
                    assert_eq!(calendar.is_busy(), busy);
                }
            }
        }
    }
}
