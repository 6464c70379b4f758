//! Pictures to look at: `cargo test --test drawing -- --ignored` writes them to `target/pictures`.

use onstage::analysis::Analysis;
use onstage::drawing::{
    Camera, DisplayList, Look, Palette, Point, Rect, Routes, Scene, SheetGeometry, draw,
    sheet_area, svg,
};

use crate::office::{Draft, English, NearInter, clinic, grid, office};

pub fn picture(
    draft: &Draft,
    analysis: &Analysis,
    camera: Option<Camera>,
    viewport: Rect,
    look: &Look,
) -> DisplayList {
    let geometry = SheetGeometry::of(&draft.scenario);
    let routes = Routes::of(&draft.scenario, &geometry);
    let camera =
        camera.unwrap_or_else(|| Camera::fit(geometry.contents(), sheet_area(viewport), 12.0));
    let scene = Scene {
        scenario: &draft.scenario,
        geometry: &geometry,
        routes: &routes,
        analysis: Some(analysis),
        camera,
        viewport,
        labels: &English,
        text: &NearInter,
        look,
    };
    let mut list = DisplayList::new();
    draw(&scene, &mut list);
    list
}

fn write(name: &str, list: &DisplayList, viewport: Rect) {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("../pictures");
    std::fs::create_dir_all(&folder).unwrap();
    for (theme, palette) in [("light", Palette::light()), ("dark", Palette::dark())] {
        let text = svg(list, &palette, viewport, "Inter, sans-serif");
        std::fs::write(folder.join(format!("{name}-{theme}.svg")), text).unwrap();
    }
}

#[test]
#[ignore = "writes pictures for the eye"]
fn pictures_for_the_eye() {
    let viewport = Rect::new(0.0, 0.0, 940.0, 700.0);
    let plain = Look::default();
    let (draft, analysis) = office();
    let camera = |zoom| Some(Camera::new(Point::new(28.0, 28.0), zoom));
    write("office", &picture(&draft, &analysis, camera(1.0), viewport, &plain), viewport);
    for (name, zoom) in
        [("office-60", 0.6), ("office-40", 0.4), ("office-25", 0.25), ("office-12", 0.12)]
    {
        write(name, &picture(&draft, &analysis, camera(zoom), viewport, &plain), viewport);
    }
    let (draft, analysis) = clinic();
    let tall = Rect::new(0.0, 0.0, 960.0, 920.0);
    write("clinic", &picture(&draft, &analysis, camera(1.0), tall, &plain), tall);
    write(
        "clinic-150",
        &picture(
            &draft,
            &analysis,
            Some(Camera::new(Point::new(-100.0, -60.0), 1.5)),
            tall,
            &plain,
        ),
        tall,
    );
    let draft = grid(50, 30);
    write("grid-fit", &picture(&draft, &Analysis::default(), None, viewport, &plain), viewport);
    write(
        "grid-30",
        &picture(
            &draft,
            &Analysis::default(),
            Some(Camera::new(Point::new(0.0, -60.0), 0.36)),
            viewport,
            &plain,
        ),
        viewport,
    );
}
