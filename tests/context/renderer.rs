//! Whether pictures can be made here: they need a renderer in software, which draws the same on
//! every machine.

use std::io::Write;
use std::sync::OnceLock;

use eframe::wgpu::{Backends, DeviceType};
use egui_kittest::wgpu::default_wgpu_setup;

/// Set to 1 where a missing renderer is a failure rather than a reason to skip.
const REQUIRED: &str = "ONSTAGE_REQUIRE_PICTURES";

/// Whether a software renderer is there; says once that pictures are skipped where none is.
///
/// # Panics
/// Where pictures are required and there is none.
pub fn is_there() -> bool {
    static FOUND: OnceLock<bool> = OnceLock::new();
    let found = *FOUND.get_or_init(|| {
        let found = find();
        if !found {
            // Straight to the stream: what is printed by macros is hidden where tests pass.
            let _ = writeln!(
                std::io::stderr(),
                "\nSKIPPED: no picture was compared, as no software Vulkan is installed \
                 (Debian: mesa-vulkan-drivers)."
            );
        }
        found
    });
    let required = std::env::var(REQUIRED).is_ok_and(|value| value == "1");
    assert!(found || !required, "{REQUIRED}=1, but no software Vulkan is installed");
    found
}

fn find() -> bool {
    let instance = pollster::block_on(default_wgpu_setup().new_instance());
    let adapters = pollster::block_on(instance.enumerate_adapters(Backends::VULKAN));
    adapters.iter().any(|adapter| adapter.get_info().device_type == DeviceType::Cpu)
}
