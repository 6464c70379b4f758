//! Customers on their way along connectors: half a second on the screen, while their wait or work already
//! counts.

use std::collections::BTreeMap;

use crate::blueprint::LinkId;
use crate::drawing::{Played, Traveller, Way};
use crate::simulation::playback::{Move, Reel};

/// How long a customer is on the way, in seconds of the screen.
const LASTS: f64 = 0.5;
/// If more pass a connector in a second it pulses instead.
const MOST_A_SECOND: f64 = 60.0;
/// How long a pulse lasts.
const PULSE: f64 = 0.6;

/// Who is on the way.
#[derive(Default)]
pub(super) struct Travelling {
    on_the_way: Vec<OnTheWay>,
    pulses: BTreeMap<LinkId, f64>,
    now: f64,
}

struct OnTheWay {
    way: Way,
    background: bool,
    since: f64,
}

impl Travelling {
    /// Nobody is on the way.
    pub fn clear(&mut self) {
        self.on_the_way.clear();
        self.pulses.clear();
    }

    /// Somebody goes somewhere.
    pub fn add(&mut self, reel: &Reel, moves: &[Move], now: f64) {
        let process = reel.stage().process();
        for moved in moves {
            let Some(arc) = process.arcs.get(moved.arc as usize) else { continue };
            let to = arc.to.and_then(|to| process.moments.get(to)?.first_step());
            let way = match (arc.links.first(), to) {
                (Some(link), _) => Way::Link(*link),
                (None, Some(step)) => Way::Into(step),
                (None, None) => continue,
            };
            let here = self.on_the_way.iter().filter(|other| other.way == way).count();
            match way {
                // So many in half a second.
                Way::Link(link) if here as f64 >= MOST_A_SECOND * LASTS => {
                    self.pulses.insert(link, now);
                }
                _ if here as f64 >= MOST_A_SECOND * LASTS => {}
                way => {
                    let background = moved.background;
                    self.on_the_way.push(OnTheWay { way, background, since: now });
                }
            }
        }
    }

    /// Everybody goes on; answers whether anybody is or was on the way.
    pub fn move_on(&mut self, now: f64) -> bool {
        let was = !self.on_the_way.is_empty() || !self.pulses.is_empty();
        self.now = now;
        self.on_the_way.retain(|one| (0.0..LASTS).contains(&(now - one.since)));
        self.pulses.retain(|_, since| (0.0..PULSE).contains(&(now - *since)));
        was
    }

    /// Puts them into the picture.
    pub fn draw(&self, played: &mut Played) {
        // Parts of one.
        #[allow(clippy::cast_possible_truncation)]
        let part = |since: f64, of: f64| ((self.now - since) / of).clamp(0.0, 1.0) as f32;
        let travels = self.on_the_way.iter().filter(|one| match one.way {
            Way::Link(link) => !self.pulses.contains_key(&link),
            Way::Into(_) => true,
        });
        played.travellers.extend(travels.map(|one| Traveller {
            way: one.way,
            part: part(one.since, LASTS),
            background: one.background,
        }));
        let pulses = self.pulses.iter().map(|(link, since)| (*link, 1.0 - part(*since, PULSE)));
        played.pulses.extend(pulses);
    }
}
