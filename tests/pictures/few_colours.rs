//! A picture in at most 256 colours: a third of the size, and no difference that can be seen.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use image::RgbaImage;

/// Red, green and blue.
type Colour = [u8; 3];

/// As many as an indexed PNG can name.
const MOST: usize = 256;
/// So many of the most frequent stay as they are: grounds, which differ but a little.
const KEPT: usize = 96;

/// How far two colours are apart in the channel in which they differ most.
fn distance(a: Colour, b: Colour) -> u8 {
    a.into_iter().zip(b).map(|(a, b)| a.abs_diff(b)).max().unwrap_or_default()
}

/// The most frequent colours, and others no two of which are nearer to each other than is needed for
/// few to do.
fn palette(counts: &BTreeMap<Colour, u32>) -> Vec<Colour> {
    let mut frequent: Vec<Colour> = counts.keys().copied().collect();
    frequent.sort_by_key(|colour| (Reverse(counts[colour]), *colour));
    for apart in 0..=u8::MAX {
        let (grounds, others) = frequent.split_at(frequent.len().min(KEPT));
        let mut kept: Vec<Colour> = grounds.to_vec();
        for colour in others {
            if kept.iter().all(|other| distance(*colour, *other) > apart) {
                kept.push(*colour);
            }
            if kept.len() > MOST {
                break;
            }
        }
        if kept.len() <= MOST {
            return kept;
        }
    }
    unreachable!("no two colours are further apart than a channel is wide")
}

/// The file of an opaque picture: a PNG in which each colour is the nearest of at most 256. The same
/// pixels make the same bytes.
pub fn png(picture: &RgbaImage) -> Vec<u8> {
    let colours = picture.pixels().map(|pixel| [pixel[0], pixel[1], pixel[2]]);
    let mut counts: BTreeMap<Colour, u32> = BTreeMap::new();
    for colour in colours.clone() {
        *counts.entry(colour).or_default() += 1;
    }
    let palette = palette(&counts);
    let nearest: BTreeMap<Colour, u8> = counts
        .keys()
        .map(|colour| {
            let by_distance = (0_u8..=u8::MAX).zip(&palette);
            let nearest = by_distance.min_by_key(|(_, kept)| distance(*colour, **kept));
            (*colour, nearest.expect("a picture has a colour").0)
        })
        .collect();
    let indices: Vec<u8> = colours.map(|colour| nearest[&colour]).collect();

    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().expect("the head of a PNG");
    writer.write_image_data(&indices).expect("the pixels of a PNG");
    writer.finish().expect("a PNG");
    file
}
