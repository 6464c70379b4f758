//! The table and the menus agree, and every command has a name in every language.

use super::*;
use crate::wording::Language;

#[test]
fn a_command_of_a_menu_has_its_place_there_and_nowhere_else() {
    let unlisted = |command: &Command| {
        use Command as C;
        // What is done with a lane stands in its own menu.
        let is_elsewhere = matches!(command, C::OnLane(_));
        is_elsewhere || matches!(command, C::NextRegion | C::PreviousRegion | C::LeaveComparing)
    };
    for command in Command::all() {
        let face = face(command);
        assert_eq!(face.spot.is_none(), unlisted(&command), "{command:?}");
    }
}

#[test]
fn sections_of_a_menu_follow_each_other() {
    for group in Group::ALL {
        let of_group = |face: &Face| face.group == group && face.spot.is_some();
        let faces = Command::all().into_iter().map(face).filter(of_group);
        let spots: Vec<_> = faces.filter_map(|face| face.spot).collect();
        let plain = spots.iter().filter(|spot| spot.within.is_none());
        assert!(plain.map(|spot| spot.section).is_sorted(), "{group:?}");
    }
}

#[test]
fn every_name_is_in_every_language() {
    for language in Language::ALL {
        let words = crate::wording::Wording::new(language);
        for command in Command::all() {
            let face = face(command);
            let name = face.name(&words);
            assert!(!name.is_empty() && name != face.text, "{command:?} in {language:?}");
        }
    }
}
