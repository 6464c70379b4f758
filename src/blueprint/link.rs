//! Links between steps.

use super::ids::StepId;
use super::quantity::Share;
use super::refusal::Refusal;

/// What a link means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkKind {
    /// The next begins when this ends.
    Flow,
    /// Both happen at the same time; the moment lasts as long as its longest step.
    Together,
    /// Starts work that the customer does not wait for.
    Trigger,
}

impl LinkKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Flow, Self::Together, Self::Trigger];
}

/// Where a link leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkEnd {
    /// To a step.
    Step(StepId),
    /// Out of the service: the customer leaves. Only a Flow leads there.
    Outside,
}

impl LinkEnd {
    /// The step, unless it leads outside.
    #[must_use]
    pub fn step(self) -> Option<StepId> {
        match self {
            Self::Step(id) => Some(id),
            Self::Outside => None,
        }
    }
}

/// A link from a step to another or to the outside.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Where it starts.
    pub from: StepId,
    /// Where it leads.
    pub to: LinkEnd,
    /// What it means. Between a step and evidence or a note it means nothing: an association.
    pub kind: LinkKind,
    /// The share of customers that takes this Flow out of a decision.
    pub share: Option<Share>,
    /// A word or two beside it, such as "Yes" on a way out of a decision: as [`link_label`] gives
    /// it. Empty for none. No figure rests on it.
    pub label: String,
}

/// How many letters the label of a link has at most.
pub const LONGEST_LABEL: usize = 40;

/// A text as the label of a link: on one line, without blanks around it.
///
/// # Errors
/// [`Refusal::LabelTooLong`] above [`LONGEST_LABEL`] letters, [`Refusal::LabelLines`] for one of
/// several lines.
pub fn link_label(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.chars().any(char::is_control) {
        return Err(Refusal::LabelLines);
    }
    if text.chars().count() > LONGEST_LABEL {
        return Err(Refusal::LabelTooLong);
    }
    Ok(text.to_owned())
}

impl Link {
    /// A link between two steps, without a share or a label.
    #[must_use]
    pub fn between(from: StepId, to: StepId, kind: LinkKind) -> Self {
        Self { from, to: LinkEnd::Step(to), kind, share: None, label: String::new() }
    }

    /// Whether it starts or ends at a step.
    #[must_use]
    pub fn touches(&self, step: StepId) -> bool {
        self.from == step || self.to == LinkEnd::Step(step)
    }
}

/// Whether a text is a label as it stands.
pub(super) fn check_label(label: &str) -> Result<(), Refusal> {
    // Blanks around it are cut off by whoever reads it back.
    if link_label(label)? == label { Ok(()) } else { Err(Refusal::LabelLines) }
}

/// Whether two links can stand beside each other. Links that join other steps always can.
pub(super) fn check_pair(link: &Link, other: &Link) -> Result<(), Refusal> {
    let together = |kind: LinkKind| kind == LinkKind::Together;
    let same = other.from == link.from && other.to == link.to;
    let opposite = other.to == LinkEnd::Step(link.from) && link.to == LinkEnd::Step(other.from);
    if same && other.kind == link.kind || opposite && together(other.kind) && together(link.kind) {
        return Err(Refusal::LinkedAlready);
    }
    if (same || opposite)
        && (together(other.kind) && link.kind == LinkKind::Flow
            || together(link.kind) && other.kind == LinkKind::Flow)
        && link.to != LinkEnd::Step(link.from)
    {
        return Err(Refusal::WithinMoment);
    }
    Ok(())
}
