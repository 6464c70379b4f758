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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::simulation::playback::Stage;
    use crate::storage::sample;

    #[test]
    fn a_crowd_pulses_and_everybody_arrives_within_half_a_second() {
        let office = sample("driver-licence-office").unwrap().open().unwrap();
        let stage = Arc::new(Stage::of(office.baseline()).unwrap());
        let reel = Reel::record(&stage, 0, &|| false).unwrap();
        let arcs = &stage.process().arcs;
        let linked = arcs.iter().position(|arc| !arc.links.is_empty()).unwrap();
        let entry = arcs.iter().position(|arc| arc.from.is_none()).unwrap();
        let along =
            |arc: usize| Move { at: 0, arc: u32::try_from(arc).unwrap(), background: false };
        let mut travelling = Travelling::default();
        travelling.add(&reel, &[along(linked), along(entry)], 1.0);
        let seen = |travelling: &Travelling| {
            let mut played = Played::default();
            travelling.draw(&mut played);
            played
        };
        assert!(travelling.move_on(1.25));
        let parts: Vec<f32> = seen(&travelling).travellers.iter().map(|one| one.part).collect();
        assert_eq!(parts, [0.5, 0.5]);
        travelling.add(&reel, &vec![along(linked); 40], 1.25);
        travelling.move_on(1.25);
        let crowd = seen(&travelling);
        assert_eq!((crowd.pulses.len(), crowd.travellers.len()), (1, 1), "who comes in is seen");
        assert!(travelling.move_on(1.9), "the last picture without them is still to be drawn");
        assert!(!travelling.move_on(2.0));
        assert_eq!(seen(&travelling), Played::default());
    }
}
