//! Pictures to look at: `cargo test --test drawing -- --ignored` writes them to `target/pictures`.

use onstage::analysis::Analysis;
use onstage::blueprint::{Line, LinkKind, Zone};
use onstage::drawing::{
    Camera, CardForm, DisplayList, Ghost, Guide, Hit, Look, Palette, PendingLink, Point, Rect,
    Routes, Scene, SheetGeometry, draw, sheet_area, svg,
};

use crate::office::{Draft, English, NearInter, clinic, figures, grid, office};

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
        figures: Some(&figures(analysis)),
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
        let text = svg(std::slice::from_ref(list), &palette, viewport, "Inter, sans-serif");
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
    let (draft, analysis) = office();
    let steps: Vec<_> = draft.scenario.steps().keys().copied().collect();
    let mut look = Look { marquee: Some(Rect::new(300.0, 380.0, 560.0, 470.0)), ..Look::default() };
    look.steps.extend([steps[1], steps[2]]);
    look.hovered = Some(Hit::Card(steps[5]));
    look.links.extend(draft.scenario.links().keys().nth(3));
    look.target_cell = Some((draft.lane(Zone::Backstage), draft.phases[0]));
    look.flashes.insert(steps[10], 0.8);
    let ghost = |x, y, form, refused| Ghost {
        centre: Point::new(x, y),
        form,
        name: "New step".to_owned(),
        refused,
    };
    look.ghosts = vec![
        ghost(72.0, 450.0, CardForm::Full, false),
        ghost(260.0, 610.0, CardForm::Slim, true),
        ghost(200.0, 450.0, CardForm::Diamond, false),
    ];
    look.guides = vec![Guide::line(Point::new(72.0, 240.0), Point::new(72.0, 500.0))];
    look.pending_link = Some(PendingLink {
        from: Point::new(640.0, 290.0),
        to: Point::new(700.0, 420.0),
        kind: LinkKind::Flow,
        association: false,
        refused: false,
    });
    look.dragged_line = Some((Line::Visibility, 350.0));
    look.pale.insert(steps[8]);
    write("action", &picture(&draft, &analysis, camera(1.0), viewport, &look), viewport);
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
