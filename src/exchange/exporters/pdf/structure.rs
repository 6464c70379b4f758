//! The tags of a file: what was drawn of each thing that is told, put together to tables and lists.

use std::collections::BTreeMap;
use std::num::{NonZeroU16, NonZeroU32};

use krilla::geom;
use krilla::tagging::{
    BBox, Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind,
};

use super::drawing::Drawn;
use crate::drawing::{CellKind, Panel, Rect, Telling, Told};

/// A told thing with what was drawn of it in one panel.
pub(super) struct Leaf<'a> {
    told: &'a Told,
    pieces: Vec<Identifier>,
    area: Option<Rect>,
    page: usize,
}

/// The told things of a panel that were drawn, in the order of reading.
pub(super) fn leaves(panel: &Panel, drawn: Drawn, page: usize) -> impl Iterator<Item = Leaf<'_>> {
    let mut pieces: Vec<Vec<Identifier>> = Vec::new();
    pieces.resize_with(panel.told.len(), Vec::new);
    for (told, identifier) in drawn.identifiers {
        if let Some(pieces) = pieces.get_mut(told) {
            pieces.push(identifier);
        }
    }
    let drawn = panel.told.iter().zip(pieces).zip(drawn.boxes);
    let leaves = drawn.map(move |((told, pieces), area)| Leaf { told, pieces, area, page });
    leaves.filter(|leaf| !leaf.pieces.is_empty())
}

/// A cell of a table under construction.
struct Cell {
    kind: CellKind,
    pieces: Vec<Identifier>,
}

/// What tags are being put together.
enum Open {
    Nothing,
    Table(u32, BTreeMap<u32, BTreeMap<u32, Cell>>),
    List(u32, BTreeMap<u32, Vec<Identifier>>),
}

/// The tags of everything that is told, in the order of reading.
pub(super) fn tags<'a>(leaves: impl IntoIterator<Item = Leaf<'a>>) -> Vec<TagGroup> {
    let mut groups = Vec::new();
    let mut open = Open::Nothing;
    for leaf in leaves {
        match leaf.told.telling {
            Telling::Cell { table, row, column, kind } => {
                if !matches!(open, Open::Table(number, _) if number == table) {
                    groups.extend(std::mem::replace(&mut open, new_table(table)).close());
                }
                if let Open::Table(_, rows) = &mut open {
                    let row = rows.entry(row).or_default();
                    let cell = row.entry(column).or_insert(Cell { kind, pieces: Vec::new() });
                    cell.pieces.extend(leaf.pieces);
                }
            }
            Telling::Item { list, item } => {
                if !matches!(open, Open::List(number, _) if number == list) {
                    let new = Open::List(list, BTreeMap::new());
                    groups.extend(std::mem::replace(&mut open, new).close());
                }
                if let Open::List(_, items) = &mut open {
                    items.entry(item).or_default().extend(leaf.pieces);
                }
            }
            Telling::Heading(_) | Telling::Letters | Telling::Figure => {
                groups.extend(std::mem::replace(&mut open, Open::Nothing).close());
                let tag = tag(leaf.told, leaf.page, leaf.area);
                groups.push(group(tag, leaf.pieces));
            }
        }
    }
    groups.extend(open.close());
    groups
}

fn new_table(number: u32) -> Open {
    Open::Table(number, BTreeMap::new())
}

fn group(tag: impl Into<TagKind>, pieces: Vec<Identifier>) -> TagGroup {
    TagGroup::with_children(tag.into(), pieces.into_iter().map(Node::Leaf).collect())
}

fn around(tag: impl Into<TagKind>, groups: impl IntoIterator<Item = TagGroup>) -> TagGroup {
    TagGroup::with_children(tag.into(), groups.into_iter().map(Node::Group).collect())
}

impl Open {
    fn close(self) -> Option<TagGroup> {
        match self {
            Self::Nothing => None,
            Self::Table(_, rows) => {
                let columns = rows.values().map(BTreeMap::len).max().unwrap_or(1);
                let columns = u32::try_from(columns).ok().and_then(NonZeroU32::new);
                let rows = rows.into_values().map(|cells| {
                    let cells = cells.into_values().map(|Cell { kind, pieces }| match kind {
                        CellKind::ColumnHead => group(Tag::TH(TableHeaderScope::Column), pieces),
                        CellKind::RowHead => group(Tag::TH(TableHeaderScope::Row), pieces),
                        CellKind::GroupHead => {
                            let head = Tag::TH(TableHeaderScope::Row).with_col_span(columns);
                            group(head, pieces)
                        }
                        CellKind::Data => group(Tag::TD, pieces),
                    });
                    around(Tag::TR, cells)
                });
                Some(around(Tag::Table, rows))
            }
            Self::List(_, items) => {
                let items =
                    items.into_values().map(|pieces| around(Tag::LI, [group(Tag::LBody, pieces)]));
                Some(around(Tag::L(ListNumbering::Disc), items))
            }
        }
    }
}

fn tag(told: &Told, page: usize, area: Option<Rect>) -> TagKind {
    match told.telling {
        Telling::Heading(level) => {
            let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(told.text.clone())).into()
        }
        Telling::Figure => {
            let area = area.and_then(|area| {
                geom::Rect::from_ltrb(area.left(), area.top(), area.right(), area.bottom())
            });
            let bounds = area.map(|area| BBox::new(page, area));
            Tag::Figure(Some(told.text.clone())).with_bbox(bounds).into()
        }
        Telling::Letters | Telling::Cell { .. } | Telling::Item { .. } => Tag::P.into(),
    }
}
