//! Mermaid flowcharts: nodes, arrows with labels, subgraphs as lanes.

use std::collections::HashMap;

use super::cells::{Next, Target, TargetShare, fill_last_share};
use super::columns::StepColumn;
use super::drafts::Draft;
use super::faults::{TableColumn, TableError, TableErrors, TableFault};
use super::fixed_words::{END, is_word};
use super::lanes::lane_named;
use super::mermaid::{ArrowKind, Shape, arrow, body, clean, id_end, setting, split_statements};
use super::notices::{Notice, NoticeKind};
use super::references::label_or_none;
use crate::blueprint::notation::parse_share;
use crate::blueprint::{StepKind, Zone};

/// A flowchart as read.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Flowchart {
    nodes: Vec<Node>,
    arrows: Vec<Arrow>,
    left_out: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Node {
    id: String,
    label: Option<String>,
    shape: Shape,
    lane: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Arrow {
    from: usize,
    to: usize,
    kind: ArrowKind,
    label: String,
}

/// The steps of a flowchart.
pub struct FlowchartSteps {
    /// Its steps.
    pub drafts: Vec<Draft>,
    /// What there is to say.
    pub notices: Vec<Notice>,
}

/// Other diagrams of Mermaid.
const OTHERS: &[&str] = &[
    "sequenceDiagram",
    "classDiagram",
    "stateDiagram",
    "stateDiagram-v2",
    "erDiagram",
    "journey",
    "gantt",
    "pie",
    "quadrantChart",
    "requirementDiagram",
    "gitGraph",
    "mindmap",
    "timeline",
    "zenuml",
    "sankey-beta",
    "xychart-beta",
    "block-beta",
    "packet-beta",
    "architecture-beta",
    "kanban",
    "C4Context",
    "swimlane",
    "treemap",
];

/// Beginnings of other notations that hold processes.
const OTHER_NOTATIONS: &[(&str, &str)] = &[
    ("@startuml", "PlantUML"),
    ("@startmindmap", "PlantUML"),
    ("digraph", "Graphviz DOT"),
    ("strict digraph", "Graphviz DOT"),
    ("<?xml", "XML"),
    ("<mxfile", "draw.io"),
    ("<mxGraphModel", "draw.io"),
    ("<bpmn", "BPMN"),
    ("<definitions", "BPMN"),
    ("<html", "HTML"),
    ("<!DOCTYPE", "HTML"),
    ("<svg", "SVG"),
    ("{\\rtf", "RTF"),
    ("%PDF", "PDF"),
];

/// The flowchart that a text is the source of; `None` for a text that is no source of a diagram.
///
/// # Errors
/// [`TableFault::OtherNotation`] for the source of another diagram, [`TableFault::NothingDrawn`] for
/// a flowchart without nodes; with the line.
pub fn read_flowchart(text: &str) -> Option<Result<Flowchart, (usize, TableFault)>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = text.lines().enumerate().map(|(at, line)| (at + 1, line.trim())).peekable();
    // A fence of Markdown and front matter stand before the diagram.
    let mut matter = false;
    let (number, first) = loop {
        let (number, line) = lines.next()?;
        if line == "---" {
            matter = !matter;
        } else if !matter && !line.is_empty() && !line.starts_with("```") && !line.starts_with("%%")
        {
            break (number, line);
        }
    };
    if let Some((_, name)) = OTHER_NOTATIONS
        .iter()
        .find(|(start, _)| first.get(..start.len()).is_some_and(|f| f.eq_ignore_ascii_case(start)))
    {
        let drawn = *name != "Graphviz DOT" || text.contains('{');
        return drawn.then(|| Err((number, TableFault::OtherNotation((*name).to_owned()))));
    }
    let word = first.split([' ', ':', ';', '\t']).next().unwrap_or_default();
    if OTHERS.contains(&word) && text.lines().count() > 1 {
        return Some(Err((number, TableFault::OtherNotation(format!("Mermaid {word}")))));
    }
    let rest = first
        .strip_prefix("flowchart-elk")
        .or_else(|| ["flowchart", "graph"].iter().find_map(|word| first.strip_prefix(word)))?;
    let direction = rest.trim_start();
    let (direction, behind) = direction.split_once([';', ' ']).unwrap_or((direction, ""));
    let known = ["TB", "TD", "BT", "RL", "LR", "", ">", "<", "^", "v"];
    if !known.contains(&direction) || !(rest.is_empty() || rest.starts_with([' ', '\t', ';'])) {
        return None;
    }
    let mut reader = Reader::default();
    reader.statements(behind);
    for (_, line) in lines {
        if line.starts_with("```") {
            break;
        }
        reader.statements(line);
    }
    let chart = reader.chart;
    Some(if chart.nodes.is_empty() { Err((number, TableFault::NothingDrawn)) } else { Ok(chart) })
}

/// Reads the statements of a flowchart.
#[derive(Default)]
struct Reader {
    chart: Flowchart,
    index: HashMap<String, usize>,
    /// The subgraphs that are open, from the outermost.
    open: Vec<String>,
}

/// Statements that say how things look.
const LOOKS: &[&str] = &[
    "style",
    "classDef",
    "class",
    "linkStyle",
    "direction",
    "click",
    "accTitle",
    "accDescr",
    "title",
];

impl Reader {
    fn statements(&mut self, line: &str) {
        for statement in split_statements(line) {
            self.statement(statement.trim());
        }
    }

    fn statement(&mut self, statement: &str) {
        let word = statement.split([' ', '\t', ':']).next().unwrap_or_default();
        if statement.is_empty() || statement.starts_with("%%") || LOOKS.contains(&word) {
            return;
        }
        if let Some(rest) = statement.strip_prefix("subgraph") {
            let rest = rest.trim();
            let title = match rest.split_once('[') {
                Some((_, title)) => title.trim_end_matches(']'),
                None => rest,
            };
            self.open.push(clean(title));
            return;
        }
        if statement == "end" {
            self.open.pop();
            return;
        }
        if self.chain(statement).is_none() {
            self.chart.left_out.push(statement.to_owned());
        }
    }

    /// `A[One] & B --> C -- text --> D`; `None` where it is no such chain.
    fn chain(&mut self, statement: &str) -> Option<()> {
        let mut rest = statement;
        let mut from = self.group(&mut rest)?;
        while !rest.trim().is_empty() {
            let (kind, label, behind) = arrow(rest.trim_start())?;
            rest = behind;
            let to = self.group(&mut rest)?;
            if let Some(kind) = kind {
                for from in &from {
                    for to in &to {
                        let (from, to) = (*from, *to);
                        self.chart.arrows.push(Arrow { from, to, kind, label: label.clone() });
                    }
                }
            }
            from = to;
        }
        Some(())
    }

    /// Nodes with `&` between them.
    fn group(&mut self, rest: &mut &str) -> Option<Vec<usize>> {
        let mut nodes = vec![self.node(rest)?];
        while let Some(more) = rest.trim_start().strip_prefix('&') {
            *rest = more;
            nodes.push(self.node(rest)?);
        }
        Some(nodes)
    }

    fn node(&mut self, rest: &mut &str) -> Option<usize> {
        let text = rest.trim_start();
        let end = id_end(text);
        let id = text.get(..end).filter(|id| !id.is_empty())?;
        let mut behind = text.get(end..)?;
        let (mut label, mut shape) = (None, Shape::Plain);
        if let Some((inside, of, after)) = body(behind) {
            label = Some(clean(inside));
            shape = of;
            behind = after;
        } else if let Some(settings) = behind.strip_prefix("@{") {
            let (inside, after) = settings.split_once('}')?;
            label = setting(inside, "label").map(|label| clean(&label));
            shape = match setting(inside, "shape").as_deref() {
                Some(
                    "diam" | "decision" | "diamond" | "question" | "rhombus" | "hex" | "prepare",
                ) => Shape::Decision,
                Some("doc" | "document" | "docs" | "documents" | "lin-doc") => Shape::Document,
                Some("rect" | "rectangle" | "proc" | "process") => Shape::Process,
                Some("brace" | "brace-l" | "comment") => Shape::Comment,
                Some(
                    "circle" | "circ" | "sm-circ" | "start" | "stop" | "stadium" | "pill"
                    | "terminal" | "dbl-circ" | "framed-circle" | "fr-circ",
                ) => Shape::Round,
                _ => Shape::Plain,
            };
            behind = after;
        }
        if let Some(class) = behind.strip_prefix(":::") {
            let end = class.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-')));
            behind = class.get(end.unwrap_or(class.len())..)?;
        }
        *rest = behind;
        let lane = self.open.last().cloned();
        let at = *self.index.entry(id.to_owned()).or_insert_with(|| {
            let node = Node { id: id.to_owned(), label: None, shape: Shape::Plain, lane: None };
            self.chart.nodes.push(node);
            self.chart.nodes.len() - 1
        });
        let node = self.chart.nodes.get_mut(at)?;
        if label.as_ref().is_some_and(|label| !label.is_empty()) {
            node.label = label;
            node.shape = shape;
        }
        // A node belongs to the subgraph in which it is named first.
        if node.lane.is_none() {
            node.lane = lane;
        }
        Some(at)
    }
}

/// Words on what only begins or ends a chart.
pub const STARTS: &[&str] = &["start", "begin", "开始", "起点"];

impl Flowchart {
    /// The steps of the chart: diamonds are decisions, subgraphs lanes, percentages shares. Round
    /// nodes that only say "start" and "end" are none.
    pub fn read(&self) -> FlowchartSteps {
        let label = |node: &Node| node.label.clone().unwrap_or_else(|| node.id.clone());
        let goes = |at: usize| self.arrows.iter().any(|arrow| arrow.from == at);
        let comes = |at: usize| self.arrows.iter().any(|arrow| arrow.to == at);
        let is_start = |at: usize| {
            self.nodes.get(at).is_some_and(|node| {
                may_be_an_end(node.shape) && !comes(at) && goes(at) && is_word(&label(node), STARTS)
            })
        };
        let is_end = |at: usize| {
            self.nodes.get(at).is_some_and(|node| {
                may_be_an_end(node.shape) && comes(at) && !goes(at) && is_word(&label(node), END)
            })
        };
        let mut labels_left = Vec::new();
        let mut drafts = Vec::new();
        for (at, node) in self.nodes.iter().enumerate() {
            if is_start(at) || is_end(at) {
                continue;
            }
            let ways: Vec<&Arrow> = self
                .arrows
                .iter()
                .filter(|arrow| arrow.from == at && arrow.kind == ArrowKind::Flow)
                .collect();
            let chooses =
                |arrow: &&Arrow| share_in(&arrow.label).is_some() || is_answer(&arrow.label);
            let decides = ways.len() > 1
                && match node.shape {
                    Shape::Decision => true,
                    Shape::Process => false,
                    _ => ways.iter().any(chooses),
                };
            let shaped = matches!(node.shape, Shape::Decision | Shape::Process);
            let targets = ways.iter().map(|arrow| {
                // Of "yes 70 %" the share is taken.
                let written = share_first(&arrow.label).filter(|_| decides || shaped);
                let (share, said) = written
                    .or_else(|| {
                        let (share, rest) = share_in(&arrow.label).filter(|_| decides)?;
                        Some((TargetShare::Given(share), rest))
                    })
                    .unwrap_or_else(|| (TargetShare::Unsaid, arrow.label.clone()));
                let label = label_or_none(&said, &mut labels_left);
                Target { step: (!is_end(arrow.to)).then(|| arrow.to.to_string()), label, share }
            });
            let mut targets: Vec<Target> = targets.collect();
            // One that says nothing gets the rest; shares above all are a problem of the sheet.
            let _ = fill_last_share(&mut targets);
            let lane = node.lane.as_deref().map_or((Zone::Frontstage, String::new()), |lane| {
                lane_named(lane).unwrap_or((Zone::Frontstage, lane.to_owned()))
            });
            let kind = match node.shape {
                Shape::Decision => StepKind::Decision,
                Shape::Document => StepKind::Evidence,
                Shape::Comment => StepKind::Note,
                Shape::Process => StepKind::Action,
                _ if lane.0 == Zone::Evidence => StepKind::Evidence,
                _ if decides => StepKind::Decision,
                _ => StepKind::Action,
            };
            let mut draft = Draft::plain(at + 1, &label(node), kind, lane);
            draft.key = at.to_string();
            draft.next = Next::Ways(targets);
            let mut side = |kind: ArrowKind| -> Vec<Target> {
                let arrows = self.arrows.iter().filter(|a| a.from == at && a.kind == kind);
                let to = |arrow: &Arrow| Target {
                    label: label_or_none(&arrow.label, &mut labels_left),
                    ..Target::to(arrow.to.to_string())
                };
                arrows.map(to).collect()
            };
            draft.together = side(ArrowKind::Line);
            draft.trigger = side(ArrowKind::Dashed);
            drafts.push(draft);
        }
        let mut notices = vec![NoticeKind::Flowchart.into()];
        if !labels_left.is_empty() {
            notices.push(NoticeKind::LabelsLeftOut(labels_left).into());
        }
        if !self.left_out.is_empty() {
            notices.push(NoticeKind::PartsLeftOut(self.left_out.clone()).into());
        }
        FlowchartSteps { drafts, notices }
    }

    /// Takes the links out that were refused; answers what was taken out, and what else is wrong.
    pub fn refused(
        drafts: &mut [Draft],
        errors: &TableErrors,
    ) -> (Vec<NoticeKind>, Vec<TableError>) {
        let names: HashMap<String, String> =
            drafts.iter().map(|draft| (draft.key.clone(), draft.name.clone())).collect();
        let (mut links, mut rest) = (Vec::new(), Vec::new());
        for error in &errors.0 {
            let TableFault::LinkRefused(to, _) = &error.fault else {
                rest.push(error.clone());
                continue;
            };
            for draft in drafts.iter_mut().filter(|draft| draft.row == error.row) {
                let mut out = false;
                let mut keep = |way: &Target| {
                    let is = !out && way.step.as_deref().unwrap_or("end") == to;
                    out |= is;
                    !is
                };
                match error.column {
                    Some(TableColumn::Step(StepColumn::Together)) => {
                        draft.together.retain(&mut keep);
                    }
                    Some(TableColumn::Step(StepColumn::Trigger)) => draft.trigger.retain(&mut keep),
                    _ => {
                        if let Next::Ways(ways) = &mut draft.next {
                            ways.retain(&mut keep);
                        }
                    }
                }
                if out {
                    let to = names.get(to).unwrap_or(to).clone();
                    links.push(NoticeKind::LinkLeftOut { from: draft.name.clone(), to });
                    break;
                }
            }
        }
        (links, rest)
    }
}

/// Whether a node may be no step but where a chart begins or ends.
fn may_be_an_end(shape: Shape) -> bool {
    matches!(shape, Shape::Plain | Shape::Round)
}

/// What stands in place of a share that is not known.
pub const UNKNOWN_SHARE: &str = "? %";

/// The share that a label begins with, as it is written, and the label behind it: `70 % yes`, `1/3`,
/// `? % yes`.
fn share_first(label: &str) -> Option<(TargetShare, String)> {
    let behind = |rest: &str| match rest.strip_prefix(' ') {
        Some(label) => Some(label.to_owned()),
        None => rest.is_empty().then(String::new),
    };
    if let Some(rest) = label.strip_prefix(UNKNOWN_SHARE) {
        return Some((TargetShare::Unknown, behind(rest)?));
    }
    let end = label.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '/')));
    let (number, rest) = label.split_at_checked(end.unwrap_or(label.len()))?;
    let (share, rest) = match rest.strip_prefix(" %") {
        Some(rest) if !number.contains('/') => (format!("{number} %"), rest),
        _ if number.contains('/') => (number.to_owned(), rest),
        _ => return None,
    };
    Some((TargetShare::Given(parse_share(&share).ok()?), behind(rest)?))
}

/// Whether a label alone could be taken for a share.
pub fn looks_like_share(label: &str) -> bool {
    share_first(label).is_some() || share_in(label).is_some()
}

/// Whether a label is the answer to a question, so that a customer takes one of the arrows only.
fn is_answer(label: &str) -> bool {
    let text = label.to_lowercase();
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    let words = [
        "yes",
        "no",
        "y",
        "n",
        "ok",
        "not ok",
        "true",
        "false",
        "pass",
        "fail",
        "passed",
        "failed",
        "else",
        "otherwise",
        "approved",
        "rejected",
        "accepted",
        "declined",
        "ja",
        "nein",
        "oui",
        "non",
        "是",
        "否",
        "对",
        "不是",
        "有",
        "无",
        "没有",
        "通过",
        "不通过",
        "未通过",
        "合格",
        "不合格",
        "同意",
        "不同意",
        "成功",
        "失败",
        "否则",
        "其他",
        "其它",
    ];
    words.contains(&text)
        || text.starts_with("if ")
        || text.starts_with('若')
        || text.starts_with("如果")
}

/// The share in a label, wherever it stands, and what else does: `70 %`, `yes 70%`, `yes (0.7)`,
/// `70 percent yes`, `1/3`.
fn share_in(label: &str) -> Option<(crate::blueprint::Share, String)> {
    let mut text = label.to_owned();
    for word in [" percent", " per cent", " pct", "％"] {
        text = text.replace(word, "%");
    }
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    // The number before the sign of per cent, else a part of one.
    let (start, end, share) = if let Some(sign) = text.find('%') {
        let head = text.get(..sign)?.trim_end();
        let start = head.trim_end_matches(number).len();
        let digits = head.get(start..)?.trim_start_matches(',');
        (head.len() - digits.len(), sign + 1, parse_share(&format!("{digits} %")).ok()?)
    } else {
        let token = |c: char| number(c) || c == '/';
        let begin = text.find(token)?;
        let rest = text.get(begin..)?;
        let length = rest.find(|c| !token(c)).unwrap_or(rest.len());
        let digits = rest.get(..length)?.trim_end_matches([',', '.']);
        let is_part = digits.contains('/') || digits.starts_with("0.") || digits.starts_with("0,");
        let share = parse_share(digits).ok().filter(|_| is_part)?;
        (begin, begin + digits.len(), share)
    };
    let (before, behind) = (text.get(..start)?, text.get(end..)?);
    // "stage-2 70%" is a share, "B-70%" a negative one or none.
    if before.ends_with(|c: char| c.is_alphanumeric() && c.is_ascii() || matches!(c, '-' | '−')) {
        return None;
    }
    let marks = |c: char| c.is_whitespace() || "()（）[],，:：;=".contains(c);
    let rest = format!("{} {}", before.trim_matches(marks), behind.trim_matches(marks));
    Some((share, rest.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let chart = read_flowchart(text).expect("a flowchart").expect("sound");
        let read = chart.read();
        let name = |way: &Target| {
            let key = way.step.as_deref().unwrap_or("end");
            let draft = read.drafts.iter().find(|draft| draft.key == key);
            draft.map_or("?".to_owned(), |draft| draft.name.clone())
        };
        read.drafts
            .iter()
            .map(|draft| {
                let Next::Ways(ways) = &draft.next else { return draft.name.clone() };
                let ways: Vec<String> = ways
                    .iter()
                    .map(|way| {
                        let to = way.step.as_ref().map_or("end".to_owned(), |_| name(way));
                        match way.share {
                            TargetShare::Given(share) => format!("{to} {share}"),
                            TargetShare::Unknown => format!("{to} ?"),
                            TargetShare::Rest => format!("{to} rest"),
                            TargetShare::Unsaid => to,
                        }
                    })
                    .collect();
                let mut said = format!("{} > {}", draft.name, ways.join(", "));
                for way in &draft.together {
                    said = format!("{said} = {}", name(way));
                }
                for way in &draft.trigger {
                    said = format!("{said} ! {}", name(way));
                }
                said
            })
            .collect()
    }

    #[test]
    fn a_share_is_found_wherever_the_label_has_it() {
        let third = crate::blueprint::Share::fraction(1.0, 3.0);
        for (label, share, rest) in [
            ("70%", crate::blueprint::Share::percent(70.0), ""),
            ("yes 70%", crate::blueprint::Share::percent(70.0), "yes"),
            ("70 % yes", crate::blueprint::Share::percent(70.0), "yes"),
            ("yes (70%)", crate::blueprint::Share::percent(70.0), "yes"),
            ("yes, 70 percent of them", crate::blueprint::Share::percent(70.0), "yes of them"),
            ("是：70％", crate::blueprint::Share::percent(70.0), "是"),
            ("yes 0.7", crate::blueprint::Share::fraction(0.7, 1.0), "yes"),
            ("yes (1/3)", third, "yes"),
            ("1/3", third, ""),
        ] {
            assert_eq!(
                share_in(label),
                share.ok().map(|share| (share, rest.to_owned())),
                "{label}"
            );
        }
        for label in ["yes", "stage 2", "form 7/b", "more than 5", ""] {
            assert_eq!(share_in(label), None, "{label}");
        }
    }

    #[test]
    fn nodes_and_arrows_are_read() {
        assert_eq!(
            shown("flowchart LR\n  A[Receive form] -->|ok| B[Check form]\n  B --> C{Approved?}\n"),
            ["Receive form > Check form", "Check form > Approved?", "Approved? > "]
        );
        assert_eq!(
            shown(
                "graph TD;\n S([Start])-->A(\"Take (the) number\");A-- 70% -->B & C;\n\
                 %% remark\n B==>E((End));C-.->D[Book<br/>it]:::x;A---F\n style A fill:#fff\n"
            ),
            [
                "Take (the) number > B 70 %, C 70 % = F",
                "B > end",
                "C >  ! Book it",
                "Book it > ",
                "F > "
            ]
        );
        assert_eq!(
            shown(
                "```mermaid\nflowchart LR\nA{通过？} -->|是 80%| B[付款]\nA -->|否| C[退回]\n```"
            ),
            ["通过？ > 付款 80 %, 退回 20 %", "付款 > ", "退回 > "]
        );
    }

    #[test]
    fn subgraphs_are_lanes() {
        let text = "flowchart LR\nsubgraph Customer\n A[Asks]\nend\nsubgraph k [Kitchen]\n B[Cooks]\nend\nA-->B";
        let read = read_flowchart(text).unwrap().unwrap().read();
        assert_eq!(read.drafts[0].lane, (Zone::Customer, String::new()));
        assert_eq!(read.drafts[1].lane, (Zone::Frontstage, "Kitchen".to_owned()));
    }

    #[test]
    fn other_diagrams_are_refused_by_name_and_texts_are_none() {
        for (text, name) in [
            ("sequenceDiagram\nA->>B: hi", "Mermaid sequenceDiagram"),
            ("@startuml\nA->B\n@enduml", "PlantUML"),
            ("digraph G { a -> b }", "Graphviz DOT"),
            ("<?xml version=\"1.0\"?><x/>", "XML"),
        ] {
            let refused = read_flowchart(text).unwrap().unwrap_err().1;
            assert_eq!(refused, TableFault::OtherNotation(name.to_owned()));
        }
        for text in ["graph the results\nthen file them", "Receive\nCheck", "journey", ""] {
            assert!(read_flowchart(text).is_none(), "{text}");
        }
    }
}
