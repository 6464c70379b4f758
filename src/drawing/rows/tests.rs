//! Where cards fall.

use super::*;
use crate::blueprint::{Blueprint, LaneHeight, Phase, PhaseWidth, Step, StepKind, Zone};

/// An empty sheet with cards of frontstage actions at these centres, from the left edge of the
/// sheet and the upper edge of the lane, which is so high.
struct Drawn {
    blueprint: Blueprint,
    steps: Vec<StepId>,
    lane: LaneId,
}

const FULL: Size = CardForm::Full.size();

impl Drawn {
    fn of(height: i32, cards: &[(i32, i32)]) -> Self {
        let mut blueprint = Blueprint::empty("Office", "As-is");
        let id = blueprint.baseline().id();
        let (lane, steps) = blueprint
            .edit(id, |scenario, ids| {
                let (lane, _) = scenario.lanes_of(Zone::Frontstage).next().expect("a lane");
                let phase = *scenario.phases().keys().next().expect("a phase");
                scenario.resize_lane(lane, LaneHeight::new(height)?)?;
                let mut steps = Vec::new();
                for (x, y) in cards {
                    let place = Place { lane, phase, at: SheetPoint::new(*x, *y) };
                    steps.push(scenario.add_step(Step::new("Step", StepKind::Action, place), ids)?);
                }
                Ok((lane, steps))
            })
            .expect("a sheet");
        Self { blueprint, steps, lane }
    }

    fn geometry(&self) -> SheetGeometry {
        SheetGeometry::of(self.blueprint.baseline())
    }

    fn top(&self) -> f32 {
        self.geometry().band_of(self.lane).expect("the lane").top
    }

    /// Where a card falls that is put so far from the left and below the lane's upper edge.
    fn falls(&self, x: f32, y: f32, pull: Pull) -> Landing {
        let centre = Point::new(x, self.top() + y);
        let falling = Falling { centre, form: CardForm::Full };
        fall(&self.geometry(), self.blueprint.baseline(), falling, pull, |_| true)
            .expect("a place in the lane")
    }

    /// Puts a card where it falls; no two lie on each other then, and all within the lane.
    fn put(&mut self, landing: &Landing) -> Point {
        let id = self.blueprint.baseline().id();
        self.blueprint
            .edit(id, |scenario, ids| {
                for room in &landing.rooms {
                    scenario.make_room(*room)?;
                }
                let step = Step::new("New", StepKind::Action, landing.place);
                self.steps.push(scenario.add_step(step, ids)?);
                scenario.widen_last_phase(72);
                Ok(())
            })
            .expect("put");
        let geometry = self.geometry();
        let band = geometry.band_of(self.lane).expect("the lane");
        for (at, card) in geometry.cards().iter().enumerate() {
            assert!(card.rect.top() >= band.top && card.rect.bottom() <= band.bottom, "{card:?}");
            for other in &geometry.cards()[at + 1..] {
                assert!(!card.rect.overlaps(other.rect), "{card:?} {other:?}");
            }
        }
        let new = geometry.cards().last().expect("the new card").rect.centre();
        assert!(new.distance(landing.centre) < 1.0, "{new:?} {:?}", landing.centre);
        new
    }

    fn x_of(&self, place: usize) -> f32 {
        self.geometry().card(self.steps[place]).expect("a card").rect.centre().x
    }
}

fn near(a: f32, b: f32) -> bool {
    (a - b).abs() < 1.0
}

#[test]
fn an_empty_lane_has_its_row_in_the_middle() {
    for y in [20.0, 78.0, 150.0] {
        let mut drawn = Drawn::of(156, &[]);
        let landing = drawn.falls(200.0, y, Pull::Strong);
        let new = drawn.put(&landing);
        assert!(near(new.x, 200.0) && near(new.y - drawn.top(), 78.0), "{y}: {new:?}");
    }
    // A lane for several rows keeps the one that is meant.
    let drawn = Drawn::of(400, &[]);
    assert!(near(drawn.falls(200.0, 320.0, Pull::Strong).centre.y - drawn.top(), 320.0));
}

#[test]
fn a_card_falls_into_the_row_of_its_neighbours() {
    for y in [30.0, 70.0, 95.0, 140.0] {
        let mut drawn = Drawn::of(156, &[(100, 67)]);
        let landing = drawn.falls(300.0, y, Pull::Strong);
        let new = drawn.put(&landing);
        assert!(near(new.y - drawn.top(), 67.0), "{y}: {new:?}");
        assert!(near(new.x, 300.0) && landing.rooms.is_empty());
    }
}

#[test]
fn a_card_put_on_another_comes_beside_it_and_the_rest_moves_right() {
    let mut drawn = Drawn::of(156, &[(100, 78), (260, 78), (600, 78)]);
    let landing = drawn.falls(110.0, 80.0, Pull::Strong);
    let new = drawn.put(&landing);
    assert!(near(new.x, 260.0), "in the place of the one that it pushes away: {new:?}");
    assert!(near(drawn.x_of(1), 420.0), "as far on as they were apart: {}", drawn.x_of(1));
    assert!(near(drawn.x_of(0), 100.0) && drawn.x_of(2) > 600.0);
}

#[test]
fn a_row_that_is_not_even_makes_no_more_room_than_it_must() {
    let mut drawn = Drawn::of(156, &[(100, 78), (244, 78), (450, 78)]);
    let landing = drawn.falls(440.0, 80.0, Pull::Strong);
    let new = drawn.put(&landing);
    assert!(near(new.x, 244.0 + FULL.width + CARD_GAP), "{new:?}");
    assert!(near(drawn.x_of(2), new.x + FULL.width + CARD_GAP), "{}", drawn.x_of(2));
}

#[test]
fn a_gap_that_is_wide_enough_takes_a_card_without_moving_any() {
    let mut drawn = Drawn::of(156, &[(100, 78), (600, 78)]);
    let landing = drawn.falls(150.0, 78.0, Pull::Strong);
    assert!(landing.rooms.is_empty());
    assert!(near(drawn.put(&landing).x, 100.0 + FULL.width + CARD_GAP));
    let mut drawn = Drawn::of(156, &[(100, 78), (600, 78)]);
    let landing = drawn.falls(560.0, 78.0, Pull::Strong);
    assert!(near(drawn.put(&landing).x, 600.0 - FULL.width - CARD_GAP));
}

#[test]
fn a_lane_grows_for_a_second_row() {
    for (y, expected) in [(150.0, 78.0 + FULL.height + CARD_GAP), (10.0, 48.0)] {
        let mut drawn = Drawn::of(156, &[(100, 78), (300, 78)]);
        let landing = drawn.falls(100.0, y, Pull::Strong);
        assert!(matches!(landing.rooms[..], [Room::Down { .. }]), "{landing:?}");
        let new = drawn.put(&landing);
        assert!(near(new.x, 100.0) && near(new.y - drawn.top(), expected), "{y}: {new:?}");
    }
}

#[test]
fn one_more_beside_others_gets_a_row_below_them() {
    let mut drawn = Drawn::of(156, &[(100, 78), (244, 78)]);
    for row in 1..4_u8 {
        let centre = Point::new(244.0, drawn.top() + 78.0);
        let falling = Falling { centre, form: CardForm::Full };
        let landing = fall_below(&drawn.geometry(), drawn.blueprint.baseline(), falling, |_| true);
        let new = drawn.put(&landing.expect("a place"));
        let expected = 78.0 + f32::from(row) * (FULL.height + CARD_GAP);
        assert!(near(new.x, 244.0) && near(new.y - drawn.top(), expected), "{row}: {new:?}");
    }
}

#[test]
fn a_lane_lower_than_a_card_grows_for_it() {
    let mut drawn = Drawn::of(60, &[]);
    let landing = drawn.falls(200.0, 30.0, Pull::Strong);
    drawn.put(&landing);
}

#[test]
fn a_moved_card_keeps_its_height_where_no_row_is_near() {
    let drawn = Drawn::of(400, &[(100, 78)]);
    assert!(near(drawn.falls(300.0, 86.0, Pull::Weak(12.0)).centre.y - drawn.top(), 78.0));
    assert!(near(drawn.falls(300.0, 110.0, Pull::Weak(12.0)).centre.y - drawn.top(), 110.0));
    assert!(near(drawn.falls(110.0, 86.0, Pull::None).centre.y - drawn.top(), 86.0));
}

#[test]
fn time_is_open_to_the_right() {
    let mut drawn = Drawn::of(156, &[]);
    let far = units(PhaseWidth::NEW_SHEET) + 900.0;
    let landing = drawn.falls(far, 78.0, Pull::Strong);
    assert!(near(drawn.put(&landing).x, far));
    let geometry = drawn.geometry();
    let end = geometry.columns().last().expect("a phase").right;
    assert!(end >= far + FULL.width / 2.0, "the last phase has grown: {end}");
}

#[test]
fn outside_the_lanes_nothing_falls() {
    let drawn = Drawn::of(156, &[]);
    let (geometry, scenario) = (drawn.geometry(), drawn.blueprint.baseline());
    for (x, y) in [(-1.0, 200.0), (200.0, -1.0), (200.0, 9_000.0)] {
        let falling = Falling { centre: Point::new(x, y), form: CardForm::Full };
        let landing = fall(&geometry, scenario, falling, Pull::Strong, |_| true);
        assert_eq!(landing, None, "at {x} {y}");
    }
}

#[test]
fn cards_that_fall_together_keep_how_they_lie_and_push_what_is_in_their_way() {
    let drawn = Drawn::of(156, &[(100, 78), (260, 78), (420, 78)]);
    let geometry = drawn.geometry();
    let put =
        |x: f32, y: f32| Falling { centre: Point::new(x, drawn.top() + y), form: CardForm::Full };
    // Two side by side on the second card, too low for the lane.
    let cards = [put(250.0, 140.0), put(400.0, 150.0)];
    let (rooms, places) =
        fall_together(&geometry, drawn.blueprint.baseline(), &cards, |_| true).expect("places");
    assert_eq!(places[1].at.x - places[0].at.x, 150);
    assert_eq!(places[1].at.y - places[0].at.y, 10);
    assert!(places[1].at.y + 44 <= 156, "{places:?}");
    assert!(places[0].at.x - 62 >= 100 + 62, "right of what stays: {places:?}");
    let [Room::Right { at, by }] = rooms[..] else { panic!("{rooms:?}") };
    assert!(at > 100 && at <= 260);
    assert!(260 + by - 62 >= places[1].at.x + 62, "{rooms:?}");
}

#[test]
fn a_lane_grows_for_cards_that_fall_together_in_two_rows() {
    let drawn = Drawn::of(156, &[]);
    let put = |y: f32| Falling { centre: Point::new(200.0, drawn.top() + y), form: CardForm::Full };
    let cards = [put(30.0), put(138.0)];
    let (rooms, places) =
        fall_together(&drawn.geometry(), drawn.blueprint.baseline(), &cards, |_| true)
            .expect("places");
    assert_eq!(places[1].at.y - places[0].at.y, 108);
    let [Room::Down { by, .. }] = rooms[..] else { panic!("{rooms:?}") };
    assert!(places[1].at.y + 44 <= 156 + by && places[0].at.y >= 44);
}

#[test]
fn a_card_falls_into_a_column_that_is_near_and_keeps_the_distances_of_its_row() {
    let drawn = Drawn::of(156, &[(100, 78), (260, 78)]);
    // The row goes on to the right by as much as its cards are apart.
    for (x, expected) in [(434.0, 420.0), (380.0, 420.0), (460.0, 460.0), (600.0, 600.0)] {
        let landing = drawn.falls(x, 78.0, Pull::Strong);
        assert!(near(landing.centre.x, expected), "{x}: {landing:?}");
        assert!(landing.rooms.is_empty());
    }
    // Put on a card it goes beside it, as far as the others are apart.
    assert!(near(drawn.falls(290.0, 78.0, Pull::Strong).centre.x, 420.0));
    assert!(near(drawn.falls(434.0, 78.0, Pull::Weak(12.0)).centre.x, 434.0), "what is moved");
    assert!(near(drawn.falls(434.0, 78.0, Pull::None).centre.x, 434.0), "as it is put");
    // In another row, and so in another lane, the cards above make the columns.
    let drawn = Drawn::of(400, &[(100, 78), (260, 78)]);
    for (x, expected) in [(245.0, 260.0), (281.0, 260.0), (290.0, 290.0)] {
        let landing = drawn.falls(x, 300.0, Pull::Strong);
        assert!(near(landing.centre.x, expected), "{x}: {landing:?}");
    }
}

#[test]
fn a_block_that_looks_for_free_rows_pushes_no_card() {
    let drawn = Drawn::of(156, &[(100, 78), (260, 78), (560, 78)]);
    let put = |x: f32| {
        (drawn.lane, Falling { centre: Point::new(x, drawn.top() + 70.0), form: CardForm::Full })
    };
    let fallen = |cards: &[(LaneId, Falling)]| {
        let (geometry, scenario) = (drawn.geometry(), drawn.blueprint.baseline());
        let fallen = fall_in_lanes(&geometry, scenario, cards, Block::InFreeRows, |_| true);
        let (rooms, places) = fallen.expect("places");
        assert_eq!(rooms, [], "nothing makes room");
        assert!(places.iter().all(|place| place.at.y == 78), "in the row: {places:?}");
        places.iter().map(|place| place.at.x).collect::<Vec<i32>>()
    };
    assert_eq!(fallen(&[put(120.0)]), [404], "in the first gap that is wide enough");
    assert_eq!(fallen(&[put(120.0), put(270.0)]), [704, 854], "together beyond the last");
    assert_eq!(fallen(&[put(900.0)]), [900], "where it is put");
}

#[test]
fn a_new_card_lies_within_its_phase() {
    let mut drawn = Drawn::of(112, &[]);
    let id = drawn.blueprint.baseline().id();
    let borders = drawn
        .blueprint
        .edit(id, |scenario, ids| {
            let wide = PhaseWidth::new(600)?;
            let phase = *scenario.phases().keys().next().expect("a phase");
            scenario
                .set_phase(phase, Phase { name: "Now".to_owned(), width: wide, stage: None })?;
            scenario.add_phase(
                Phase { name: "Later".to_owned(), width: wide, stage: None },
                1,
                ids,
            );
            Ok(())
        })
        .map(|()| drawn.geometry().columns().iter().map(|c| (c.left, c.right)).collect::<Vec<_>>())
        .expect("two phases");
    let border = borders[0].1;
    for off in [-70.0_f32, -30.0, -1.0, 1.0, 30.0, 70.0] {
        let landing = drawn.falls(border + off, 56.0, Pull::Strong);
        let half = FULL.width / 2.0;
        let (left, right) = (landing.centre.x - half, landing.centre.x + half);
        assert!(right <= border || left >= border, "{off}: {left} to {right} across {border}");
        assert_eq!(right <= border, off < 0.0, "{off}: in the phase where it was put");
    }
    // Time is open to the right.
    let end = borders[1].1;
    assert!((drawn.falls(end - 5.0, 56.0, Pull::Strong).centre.x - (end - 5.0)).abs() < 1.0);
}
