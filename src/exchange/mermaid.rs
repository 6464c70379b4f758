//! The parts of a line of Mermaid: statements, nodes, arrows, labels.

/// The shape of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A box, or another shape that says nothing.
    Plain,
    /// A box that is said to be one.
    Process,
    /// A diamond.
    Decision,
    /// Rounded, as starts and ends are drawn.
    Round,
    /// A document.
    Document,
    /// A comment.
    Comment,
}

/// How an arrow is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArrowKind {
    /// With a head.
    Flow,
    /// Without one.
    Line,
    /// Dashed.
    Dashed,
}

/// Statements of a line; a semicolon inside a label ends none.
pub fn split_statements(line: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth, mut quoted) = (Vec::new(), 0, 0_i32, false);
    let mut bar = false;
    for (at, c) in line.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '[' | '(' | '{' if !quoted => depth += 1,
            ']' | ')' | '}' if !quoted => depth -= 1,
            '|' if !quoted && depth <= 0 => bar = !bar,
            ';' if !quoted && !bar && depth <= 0 => {
                parts.push(line.get(start..at).unwrap_or_default());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(line.get(start..).unwrap_or_default());
    parts
}

/// Where the name of a node ends: before its shape, an arrow, `&`, a class or a space.
pub fn id_end(text: &str) -> usize {
    let mut at = 0;
    for (index, c) in text.char_indices() {
        let rest = text.get(index..).unwrap_or_default();
        let ends = c.is_whitespace()
            || matches!(c, '[' | '(' | '{' | '>' | '&' | '|' | ';' | '<' | '~')
            || rest.starts_with("@{")
            || rest.starts_with(":::")
            || ["--", "-.", "=="].iter().any(|arrow| rest.starts_with(arrow));
        if ends {
            return index;
        }
        at = index + c.len_utf8();
    }
    at
}

/// The label and shape of a node, and what stands behind it.
pub fn body(text: &str) -> Option<(&str, Shape, &str)> {
    const SHAPES: &[(&str, &str, Shape)] = &[
        ("(((", ")))", Shape::Round),
        ("((", "))", Shape::Round),
        ("([", "])", Shape::Round),
        ("[[", "]]", Shape::Plain),
        ("[(", ")]", Shape::Plain),
        ("[/", "/]", Shape::Plain),
        ("[/", "\\]", Shape::Plain),
        ("[\\", "\\]", Shape::Plain),
        ("[\\", "/]", Shape::Plain),
        ("{{", "}}", Shape::Decision),
        ("{", "}", Shape::Decision),
        ("[", "]", Shape::Plain),
        ("(", ")", Shape::Plain),
        (">", "]", Shape::Plain),
    ];
    for (open, close, shape) in SHAPES {
        let Some(inside) = text.strip_prefix(open) else { continue };
        let from = if let Some(quoted) = inside.trim_start().strip_prefix('"') {
            // Inside quotes no bracket closes.
            let lead = inside.len() - quoted.len();
            lead + quoted.find('"')? + 1
        } else {
            0
        };
        let Some(found) = inside.get(from..).and_then(|rest| rest.find(close)) else { continue };
        let end = from + found;
        return Some((inside.get(..end)?, *shape, inside.get(end + close.len()..)?));
    }
    None
}

/// A setting of `@{ shape: diam, label: "Ok?" }`.
pub fn setting(inside: &str, name: &str) -> Option<String> {
    let (_, value) = inside.split_once(&format!("{name}:"))?;
    let value = value.trim_start();
    let end = match value.strip_prefix('"') {
        Some(rest) => return rest.split('"').next().map(str::to_owned),
        None => value.find(',').unwrap_or(value.len()),
    };
    value.get(..end).map(|value| value.trim().to_owned())
}

/// An arrow at the start of a text, its label, and what stands behind it. The kind is `None` for a
/// link that is not drawn.
pub fn arrow(text: &str) -> Option<(Option<ArrowKind>, String, &str)> {
    let stroke = |c: char| matches!(c, '-' | '=' | '.' | '~');
    let start = text.strip_prefix(['<', 'o', 'x']).filter(|rest| rest.starts_with(stroke));
    let text = start.unwrap_or(text);
    let line = text.find(|c| !stroke(c)).unwrap_or(text.len());
    let (first, mut rest) = text.split_at(line);
    if first.len() < 2 {
        return None;
    }
    let mut strokes = first.to_owned();
    let mut label = String::new();
    let is_head = |rest: &str| {
        rest.starts_with('>')
            || rest.starts_with(['x', 'o'])
                && !rest.get(1..).is_some_and(|r| r.starts_with(|c: char| c.is_alphanumeric()))
    };
    let mut head = is_head(rest);
    if head {
        rest = rest.get(1..)?;
    } else if (first == "--" || first == "-." || first == "==")
        && !rest.trim_start().starts_with('|')
    {
        // A label inside the arrow: `-- yes -->`.
        let closing = match first {
            "--" => "--",
            "==" => "==",
            _ => ".-",
        };
        let at = rest.find(closing)?;
        label = clean(rest.get(..at)?);
        let tail = rest.get(at..)?;
        let line = tail.find(|c| !stroke(c)).unwrap_or(tail.len());
        let (more, behind) = tail.split_at(line);
        strokes.push_str(more);
        head = is_head(behind);
        rest = if head { behind.get(1..)? } else { behind };
    }
    if let Some(inside) = rest.trim_start().strip_prefix('|') {
        let (text, behind) = inside.split_once('|')?;
        label = clean(text);
        rest = behind;
    }
    let kind = if strokes.starts_with('~') {
        None
    } else if strokes.contains('.') {
        Some(ArrowKind::Dashed)
    } else if head {
        Some(ArrowKind::Flow)
    } else {
        Some(ArrowKind::Line)
    };
    Some((kind, label, rest))
}

/// A label without quotes, marks of Markdown, line breaks and entities. What an entity stands for is
/// never taken for a mark itself.
pub fn clean(text: &str) -> String {
    let text = text.trim().trim_matches('"').trim_matches('`').trim();
    let mut cleaned = String::with_capacity(text.len());
    // Whether a blank is due before the next sign.
    let mut blank = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(tag) = rest.strip_prefix('<')
            && let Some((name, behind)) = tag.split_once('>')
            && name.len() <= 40
            && name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/')
        {
            blank = true;
            rest = behind;
            continue;
        }
        if let Some(behind) = rest.strip_prefix("**") {
            rest = behind;
            continue;
        }
        let hard_blank = ["\\n", "&nbsp;", "#nbsp;"].iter().find_map(|it| rest.strip_prefix(it));
        if let Some(behind) = hard_blank {
            blank = true;
            rest = behind;
            continue;
        }
        let (sign, behind) = match entity(rest) {
            Some((sign, behind)) => (Some(sign), behind),
            None => (
                Some(c).filter(|c| !c.is_whitespace()),
                rest.get(c.len_utf8()..).unwrap_or_default(),
            ),
        };
        rest = behind;
        match sign {
            Some(sign) => {
                if blank && !cleaned.is_empty() {
                    cleaned.push(' ');
                }
                blank = false;
                cleaned.push(sign);
            }
            None => blank = true,
        }
    }
    cleaned
}

/// The sign that an entity at the start of a text stands for, and what is behind it.
fn entity(text: &str) -> Option<(char, &str)> {
    let (name, behind) = text.strip_prefix(['#', '&'])?.split_once(';')?;
    let sign = match name {
        "quot" => '"',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        number => char::from_u32(number.trim_start_matches('#').parse().ok()?)?,
    };
    Some((sign, behind))
}
