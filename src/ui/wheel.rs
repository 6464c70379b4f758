//! A notch of the mouse wheel, counted once.
//!
//! Under X11 a device tells of a notch by an axis that moves, or by a button that goes down and comes
//! up. Mice at the computer itself have axes. Remote desktops and screens without a mouse have buttons,
//! and there the window library (winit up to 0.30) tells of each notch twice, for the button that goes
//! down and for the one that comes up. Where no device has an axis, each of the two counts half.

use egui::{Context, Event, MouseWheelUnit, Plugin, RawInput};

/// Corrects what the wheel is said to have turned.
#[derive(Debug)]
pub(super) struct Wheel {
    /// Whether each notch is told twice.
    told_twice: bool,
}

impl Wheel {
    /// For the devices of this computer.
    pub fn of_this_computer() -> Self {
        Self { told_twice: tells_twice() }
    }
}

impl Plugin for Wheel {
    fn debug_name(&self) -> &'static str {
        "wheel"
    }

    fn input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        if !self.told_twice {
            return;
        }
        for event in &mut input.events {
            if let Event::MouseWheel { unit: MouseWheelUnit::Line, delta, .. } = event {
                *delta *= 0.5;
            }
        }
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
fn tells_twice() -> bool {
    let is_named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if is_named("WAYLAND_DISPLAY") || is_named("WAYLAND_SOCKET") {
        return false;
    }
    // Where the devices are not told, they are taken for usual ones.
    x11::has_no_scroll_axis().unwrap_or(false)
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn tells_twice() -> bool {
    false
}

#[cfg(all(unix, not(target_os = "macos")))]
mod x11 {
    use x11rb::protocol::xinput::{ConnectionExt, DeviceClassData, DeviceType};

    /// Stands for all devices in a request.
    const ALL_DEVICES: u16 = 0;

    /// Whether none of the devices that point tells of a wheel by an axis; nothing where the server
    /// does not say.
    pub(super) fn has_no_scroll_axis() -> Option<bool> {
        let (server, _) = x11rb::connect(None).ok()?;
        // A server tells of axes only to who knows of them.
        server.xinput_xi_query_version(2, 2).ok()?.reply().ok()?;
        let devices = server.xinput_xi_query_device(ALL_DEVICES).ok()?.reply().ok()?.infos;
        let points = |kind: DeviceType| {
            kind == DeviceType::SLAVE_POINTER || kind == DeviceType::FLOATING_SLAVE
        };
        let mut classes =
            devices.iter().filter(|device| points(device.type_)).flat_map(|it| &it.classes);
        Some(!classes.any(|class| matches!(class.data, DeviceClassData::Scroll(_))))
    }
}

#[cfg(test)]
mod tests {
    use egui::{Modifiers, MouseWheelSource, TouchPhase, Vec2};

    use super::*;

    /// How far the wheel turns in all, of a notch that comes as so many events.
    fn turned(wheel: &mut Wheel, unit: MouseWheelUnit, events: usize) -> f32 {
        let (phase, source, modifiers) =
            (TouchPhase::Move, MouseWheelSource::Unknown, Modifiers::NONE);
        let delta = Vec2::new(0.0, 1.0);
        let event = Event::MouseWheel { unit, delta, phase, source, modifiers };
        let mut input = RawInput { events: vec![event; events], ..RawInput::default() };
        wheel.input_hook(&Context::default(), &mut input);
        let turns = input.events.iter().map(|event| match event {
            Event::MouseWheel { delta, .. } => delta.y,
            _ => 0.0,
        });
        turns.sum()
    }

    #[test]
    fn a_notch_counts_once_whoever_tells_of_it() {
        let one = |told_twice, events| {
            let turned = turned(&mut Wheel { told_twice }, MouseWheelUnit::Line, events);
            assert!((turned - 1.0).abs() < f32::EPSILON, "{turned}");
        };
        one(false, 1);
        one(true, 2);
        // Fingers on a trackpad are told of in points, and once.
        let fingers = turned(&mut Wheel { told_twice: true }, MouseWheelUnit::Point, 1);
        assert!((fingers - 1.0).abs() < f32::EPSILON);
    }
}
