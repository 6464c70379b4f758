//! What is said about a blueprint, in a file: one line a comment where nobody answered, so that the lines of two
//! people rarely touch.

use serde::Deserialize;

use super::at::{At, Fault};
use super::lines::Lines;
use super::row::{Row, text};
use crate::blueprint::{
    Anchor, Asked, Closing, Comment, Discussion, LONGEST_COMMENT, Refusal, Reply, Review, StepId,
    Suggested, Timestamp,
};

/// How far from the corner of the sheet a point can lie, in sheet units.
const FARTHEST: i64 = 100_000_000;

/// That a review is wanted.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileAsked {
    pub by: String,
    pub at: String,
    pub text: String,
}

/// A comment.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileComment {
    pub on: FileAnchor,
    pub by: String,
    pub at: String,
    pub kind: String,
    pub text: String,
    pub saw: String,
    pub suggests: FileSuggested,
    pub replies: Vec<FileReply>,
    pub closed: Option<FileClosing>,
    pub earlier: Vec<FileClosing>,
}

/// What a comment is on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileAnchor {
    pub scenario: Option<f64>,
    pub step: Option<f64>,
    pub link: Option<f64>,
    pub role: Option<f64>,
    pub lane: Option<f64>,
    pub phase: Option<f64>,
    pub sheet: Option<f64>,
    pub field: String,
    pub figure: String,
    pub change: String,
    pub at: Option<(f64, f64)>,
}

/// A suggestion.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileSuggested {
    pub headcount: Vec<FileHeads>,
    pub time: Vec<FileTime>,
    pub may_do: Vec<FileMayDo>,
    pub leave_out: Vec<f64>,
    pub merge: Vec<(f64, f64)>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileHeads {
    pub role: f64,
    pub count: f64,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileTime {
    pub step: f64,
    pub time: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileMayDo {
    pub step: f64,
    pub role: f64,
}

/// An answer.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileReply {
    pub by: String,
    pub at: String,
    pub text: String,
}

/// That a comment is closed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileClosing {
    pub by: String,
    pub at: String,
    #[serde(rename = "as")]
    pub way: String,
}

/// A review.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileReview {
    pub by: String,
    pub at: String,
    pub verdict: String,
    pub text: String,
    pub of: String,
    pub saw: FileSaw,
}

/// Makes the figures of a review by their names.
macro_rules! figures_seen {
    ($($name:ident),+ $(,)?) => {
        /// The figures that were seen.
        #[derive(Deserialize, Default)]
        #[serde(default)]
        pub struct FileSaw { $(pub $name: Option<f64>,)+ }

        /// The names of the figures that a review keeps, in the order of a file.
        pub const FIGURES_SEEN: &[&str] = &[$(stringify!($name)),+];

        impl FileSaw {
            fn figures(&self) -> Vec<(String, f64)> {
                let all = [$((stringify!($name), self.$name)),+];
                all.into_iter()
                    .filter_map(|(name, value)| {
                        Some((name.to_owned(), value.filter(|value| value.is_finite())?))
                    })
                    .collect()
            }
        }
    };
}

figures_seen! {
    capacity_per_hour, output_per_hour, utilisation, throughput_time_s, wait_s, cost_per_customer, profit_per_hour,
}

/// Checks what a file says. Something that was said and cannot be read is left out, and all else is kept.
pub fn read(
    at: &At<'_>,
    asked: Option<&FileAsked>,
    comments: &[FileComment],
    reviews: &[FileReview],
) -> Result<Discussion, Fault> {
    let asked = asked.map(|file| at.or_left_out(asked_for(&at.field("asked"), file)));
    let comments = comments.iter().enumerate();
    let comments =
        comments.map(|(index, file)| at.or_left_out(comment(&at.row("comments", index), file)));
    let reviews = reviews.iter().enumerate();
    let reviews =
        reviews.map(|(index, file)| at.or_left_out(review(&at.row("reviews", index), file)));
    Ok(Discussion {
        asked: asked.transpose()?.flatten(),
        comments: comments.filter_map(Result::transpose).collect::<Result<_, _>>()?,
        reviews: reviews.filter_map(Result::transpose).collect::<Result<_, _>>()?,
    })
}

fn asked_for(at: &At<'_>, file: &FileAsked) -> Result<Asked, Fault> {
    Ok(Asked {
        at: at.field("at").timestamp(&file.at)?,
        by: file.by.clone(),
        text: at.field("text").said(&file.text)?,
    })
}

impl At<'_> {
    /// When something was said.
    fn timestamp(&self, written: &str) -> Result<Timestamp, Fault> {
        Timestamp::parse(written).map_err(|refusal| self.refuse(&written, refusal))
    }

    /// What was said.
    fn said(&self, written: &str) -> Result<String, Fault> {
        if written.chars().count() > LONGEST_COMMENT {
            let beginning: String = written.chars().take(20).collect();
            return Err(self.refuse(&format!("{beginning}…"), Refusal::CommentTooLong));
        }
        Ok(written.to_owned())
    }
}

fn comment(at: &At<'_>, file: &FileComment) -> Result<Comment, Fault> {
    let replies = file.replies.iter().enumerate().map(|(index, file)| {
        let at = at.row("replies", index);
        Ok(Reply {
            at: at.field("at").timestamp(&file.at)?,
            by: file.by.clone(),
            text: at.field("text").said(&file.text)?,
        })
    });
    let closing = |at: At<'_>, file: &FileClosing| {
        Ok(Closing {
            at: at.field("at").timestamp(&file.at)?,
            by: file.by.clone(),
            way: file.way.clone(),
        })
    };
    let closed = file.closed.as_ref().map(|file| closing(at.field("closed"), file));
    let earlier = file.earlier.iter().enumerate();
    let earlier = earlier.map(|(index, file)| closing(at.row("earlier", index), file));
    Ok(Comment {
        on: anchor(&at.field("on"), &file.on)?,
        at: at.field("at").timestamp(&file.at)?,
        by: file.by.clone(),
        kind: file.kind.clone(),
        text: at.field("text").said(&file.text)?,
        saw: file.saw.clone(),
        suggests: suggested(&at.field("suggests"), &file.suggests)?,
        replies: replies.collect::<Result<_, _>>()?,
        closed: closed.transpose()?,
        earlier: earlier.collect::<Result<_, _>>()?,
    })
}

fn anchor(at: &At<'_>, file: &FileAnchor) -> Result<Anchor, Fault> {
    fn id<T: crate::blueprint::Id>(
        at: &At<'_>,
        field: &'static str,
        value: Option<f64>,
    ) -> Result<Option<T>, Fault> {
        value.map(|value| at.field(field).number(value)).transpose()
    }
    let point = file.at.map(|(x, y)| {
        let at = at.field("at");
        Ok((at.small(x, -FARTHEST..=FARTHEST)?, at.small(y, -FARTHEST..=FARTHEST)?))
    });
    Ok(Anchor {
        scenario: id(at, "scenario", file.scenario)?,
        step: id(at, "step", file.step)?,
        link: id(at, "link", file.link)?,
        role: id(at, "role", file.role)?,
        lane: id(at, "lane", file.lane)?,
        phase: id(at, "phase", file.phase)?,
        sheet: id(at, "sheet", file.sheet)?,
        field: file.field.clone(),
        figure: file.figure.clone(),
        change: file.change.clone(),
        at: point.transpose()?,
    })
}

fn suggested(at: &At<'_>, file: &FileSuggested) -> Result<Suggested, Fault> {
    let mut found = Suggested::default();
    for (index, row) in file.headcount.iter().enumerate() {
        let at = at.row("headcount", index);
        let most = i64::from(crate::blueprint::Role::MOST);
        let count = at.field("count").small(row.count, 0..=most)?;
        found.headcount.push((at.field("role").number(row.role)?, count));
    }
    for (index, row) in file.time.iter().enumerate() {
        let at = at.row("time", index);
        found.time.push((at.field("step").number(row.step)?, row.time.clone()));
    }
    for (index, row) in file.may_do.iter().enumerate() {
        let at = at.row("may_do", index);
        found.may_do.push((at.field("step").number(row.step)?, at.field("role").number(row.role)?));
    }
    for (index, step) in file.leave_out.iter().enumerate() {
        found.leave_out.push(at.row("leave_out", index).number(*step)?);
    }
    for (index, (first, second)) in file.merge.iter().enumerate() {
        let at = at.row("merge", index);
        found.merge.push((at.number(*first)?, at.number(*second)?));
    }
    Ok(found)
}

fn review(at: &At<'_>, file: &FileReview) -> Result<Review, Fault> {
    Ok(Review {
        at: at.field("at").timestamp(&file.at)?,
        by: file.by.clone(),
        verdict: file.verdict.clone(),
        text: at.field("text").said(&file.text)?,
        of: file.of.clone(),
        saw: file.saw.figures(),
    })
}

/// What is said, as lines.
pub fn write(out: &mut Lines, discussion: &Discussion) {
    if let Some(asked) = &discussion.asked {
        let row = said(Row::default(), &asked.by, &asked.at).text("text", &asked.text);
        out.line(&format!("asked: {},", row.on_one_line()));
    }
    if !discussion.comments.is_empty() {
        out.open("comments: [");
        discussion.comments.iter().for_each(|comment| write_comment(out, comment));
        out.close("],");
    }
    if !discussion.reviews.is_empty() {
        out.open("reviews: [");
        for review in &discussion.reviews {
            let seen = review.saw.iter().fold(Row::default(), |row, (name, value)| {
                let known = FIGURES_SEEN.iter().find(|known| *known == name);
                known.map_or(Row::default(), |name| Row::default().put(name, value)).after(row)
            });
            let seen = Some(seen).filter(|row| !row.fields.is_empty());
            let row = said(Row::default(), &review.by, &review.at)
                .text("verdict", &review.verdict)
                .text("text", &review.text)
                .text("of", &review.of)
                .some("saw", seen.map(|row| row.on_one_line()));
            out.ended_line(&row.on_one_line(), ",");
        }
        out.close("],");
    }
}

fn said(row: Row, by: &str, at: &Timestamp) -> Row {
    row.text("by", by).put("at", text(&at.to_string()))
}

fn write_comment(out: &mut Lines, comment: &Comment) {
    let row = said(Row::default().put("on", anchor_text(&comment.on)), &comment.by, &comment.at)
        .text("kind", &comment.kind)
        .text("text", &comment.text)
        .text("saw", &comment.saw)
        .some("suggests", suggested_text(&comment.suggests));
    let closing = |closed: &Closing| {
        said(Row::default(), &closed.by, &closed.at).text("as", &closed.way).on_one_line()
    };
    let closed = comment.closed.as_ref().map(closing);
    if comment.replies.is_empty() && closed.is_none() && comment.earlier.is_empty() {
        return out.ended_line(&row.on_one_line(), ",");
    }
    out.open("(");
    row.fields.iter().for_each(|field| out.ended_line(field, ","));
    if !comment.replies.is_empty() {
        out.open("replies: [");
        for reply in &comment.replies {
            let row = said(Row::default(), &reply.by, &reply.at).text("text", &reply.text);
            out.ended_line(&row.on_one_line(), ",");
        }
        out.close("],");
    }
    if let Some(closed) = closed {
        out.line(&format!("closed: {closed},"));
    }
    if !comment.earlier.is_empty() {
        out.open("earlier: [");
        comment.earlier.iter().for_each(|earlier| out.ended_line(&closing(earlier), ","));
        out.close("],");
    }
    out.close("),");
}

fn anchor_text(on: &Anchor) -> String {
    Row::default()
        .some("scenario", on.scenario)
        .some("step", on.step)
        .some("link", on.link)
        .some("role", on.role)
        .some("lane", on.lane)
        .some("phase", on.phase)
        .some("sheet", on.sheet)
        .text("field", &on.field)
        .text("figure", &on.figure)
        .text("change", &on.change)
        .some("at", on.at.map(|(x, y)| format!("({x}, {y})")))
        .on_one_line()
}

fn suggested_text(suggested: &Suggested) -> Option<String> {
    if suggested.is_empty() {
        return None;
    }
    let heads = suggested
        .headcount
        .iter()
        .map(|(role, count)| Row::default().put("role", role).put("count", count).on_one_line());
    let times = suggested.time.iter().map(|(step, time): &(StepId, String)| {
        Row::default().put("step", step).put("time", text(time)).on_one_line()
    });
    let may_do = suggested
        .may_do
        .iter()
        .map(|(step, role)| Row::default().put("step", step).put("role", role).on_one_line());
    let row = Row::default()
        .list("headcount", heads)
        .list("time", times)
        .list("may_do", may_do)
        .list("leave_out", suggested.leave_out.iter().map(ToString::to_string))
        .list("merge", suggested.merge.iter().map(|(a, b)| format!("({a}, {b})")));
    Some(row.on_one_line())
}
