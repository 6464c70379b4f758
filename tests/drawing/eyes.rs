//! The colours for eyes that see red and green alike.

use onstage::drawing::{Ink, Palette, Rgba};

/// Which kind of cone an eye lacks.
#[derive(Clone, Copy, Debug)]
enum Eye {
    Usual,
    WithoutLongCones,
    WithoutMiddleCones,
}

/// Linear light of red, green and blue, 0 to 1.
type Light = [f64; 3];

/// What a colour looks like to an eye, by Viénot, Brettel and Mollon (1999).
fn seen(eye: Eye, colour: Rgba) -> Light {
    let linear = |value: u8| {
        let share = f64::from(value) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = [colour.red, colour.green, colour.blue].map(linear);
    match eye {
        Eye::Usual => [red, green, blue],
        Eye::WithoutLongCones => {
            let mixed = 0.112_38 * red + 0.887_62 * green;
            [mixed, mixed, 0.004_01 * (red - green) + blue]
        }
        Eye::WithoutMiddleCones => {
            let mixed = 0.292_75 * red + 0.707_25 * green;
            [mixed, mixed, 0.022_34 * (green - red) + blue]
        }
    }
}

/// How far two colours lie apart: their distance in CIE Lab (1976), of which 2.3 is just seen.
fn apart(one: Light, other: Light) -> f64 {
    let lab = |[red, green, blue]: Light| {
        let light = |part: [f64; 3]| part[0] * red + part[1] * green + part[2] * blue;
        let root = |share: f64| {
            if share > 0.008_856 { share.cbrt() } else { 7.787 * share + 16.0 / 116.0 }
        };
        let long = root(light([0.4124, 0.3576, 0.1805]) / 0.9505);
        let bright = root(light([0.2126, 0.7152, 0.0722]));
        let short = root(light([0.0193, 0.1192, 0.9505]) / 1.089);
        [116.0 * bright - 16.0, 500.0 * (long - bright), 200.0 * (bright - short)]
    };
    let squares = lab(one).into_iter().zip(lab(other)).map(|(a, b)| (a - b) * (a - b));
    squares.sum::<f64>().sqrt()
}

#[test]
fn what_is_bad_differs_from_what_is_selected_and_good_to_every_eye() {
    for palette in [Palette::light(), Palette::dark()] {
        for strong in [false, true] {
            let palette = palette.clone().with_contrast(strong);
            for other in [Ink::Accent, Ink::Good, Ink::Text] {
                for eye in [Eye::Usual, Eye::WithoutLongCones, Eye::WithoutMiddleCones] {
                    let far =
                        apart(seen(eye, palette.rgba(Ink::Bad)), seen(eye, palette.rgba(other)));
                    assert!(far >= 15.0, "{other:?} to {eye:?}, {palette:?}: {far:.1}");
                }
            }
        }
    }
}
