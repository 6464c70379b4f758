//! How a document looks in a browser and on paper.

use std::fmt::Write as _;

use crate::drawing::{Ink, Palette, Rgba};

/// Colours by name, then the rules. Nothing is fetched: the fonts are those of the reader.
pub(super) fn style(palette: &Palette, families: &str) -> String {
    let colours = [
        ("ground", Ink::Panel),
        ("text", Ink::Text),
        ("muted", Ink::Muted),
        ("line", Ink::Hairline),
        ("track", Ink::Track),
        ("good", Ink::Good),
        ("warn", Ink::Warn),
        ("warn-wash", Ink::WarnWash),
        ("bad", Ink::Bad),
        ("bad-wash", Ink::BadWash),
    ];
    let mut named = String::new();
    for (name, ink) in colours {
        // Writing to a string cannot fail.
        let _ = write!(named, "--{name}:{};", hex(palette.rgba(ink)));
    }
    format!(":root{{{named}}}\nbody{{font-family:{families}}}\n{RULES}")
}

/// A colour as CSS has it.
pub(super) fn hex(colour: Rgba) -> String {
    format!("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue)
}

const RULES: &str = "\
body{margin:0 auto;max-width:68rem;padding:2rem 1.5rem 4rem;background:var(--ground);\
color:var(--text);font-size:1rem;line-height:1.5}
h1{font-size:2rem;line-height:1.2;margin:0}
h2{font-size:1.4rem;margin:2.6rem 0 .6rem;padding-top:.8rem;border-top:1px solid var(--line)}
h3{font-size:1.05rem;margin:1.6rem 0 .4rem}
p{margin:.4rem 0 .8rem;max-width:46rem}
p.note{color:var(--muted);font-size:.9rem}
p.verdict{max-width:none;font-size:1.25rem;font-weight:600;padding:.8rem 1.2rem;\
border-left:.35rem solid var(--muted);background:var(--track);border-radius:.3rem}
p.good{border-color:var(--good)}
p.warning{border-color:var(--warn);background:var(--warn-wash)}
p.bad{border-color:var(--bad);background:var(--bad-wash)}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.8rem;margin:1rem 0}
dl div{border:1px solid var(--line);border-radius:.4rem;padding:.6rem .9rem}
dt{color:var(--muted);font-size:.9rem}
dd{margin:0;color:var(--muted);font-size:.9rem}
dd.value{color:var(--text);font-size:1.6rem;line-height:1.25;font-weight:600}
.wide{overflow-x:auto;margin:.6rem 0 1.2rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line)}
thead th{color:var(--muted);font-weight:600;border-bottom:2px solid var(--muted);\
vertical-align:bottom}
tbody th{font-weight:400}
.n{text-align:right;font-variant-numeric:tabular-nums}
tr.limit th,tr.limit td{background:var(--bad-wash);font-weight:600}
tr.group th{background:var(--track);font-weight:600}
li{margin:.25rem 0}
li small{display:block;color:var(--muted);font-size:.9rem}
nav a{color:inherit}
figure{margin:1rem 0 1.6rem}
figure svg{display:block;max-width:100%;height:auto}
figcaption{color:var(--muted);font-size:.9rem;margin-top:.3rem}
@page{margin:15mm}
@media print{
body{max-width:none;padding:0;font-size:9.5pt}
h1{font-size:22pt}h2{font-size:15pt}h3{font-size:11pt}
h1,h2,h3{break-after:avoid}
thead{display:table-header-group}
tr,figure,dl div,li,p.verdict{break-inside:avoid}
table{font-size:8pt}.wide{overflow:visible}
figure svg{max-height:250mm;margin:0 auto}
nav{display:none}
}
";
