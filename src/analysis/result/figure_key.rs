//! What can be asked why.

use super::experience::{Contact, Stretch};
use crate::blueprint::{RoleId, StepId, ValueKind};

/// A figure that can be asked why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureKey {
    /// Capacity of the whole.
    Capacity,
    /// Seconds between customers at full load.
    CycleTime,
    /// Demand ÷ capacity.
    Utilisation,
    /// Time through an empty system.
    RushOrderTime,
    /// Time through with waiting.
    ThroughputTime,
    /// Customers inside.
    WorkInProcess,
    /// Staff time per customer.
    LabourContent,
    /// Staff time at work ÷ staff time paid.
    LabourUtilisation,
    /// Staff time at work ÷ staff time paid, at full load.
    Balance,
    /// Cost per customer.
    Cost,
    /// Profit per hour.
    Profit,
    /// Wait before a step.
    Wait(StepId),
    /// Share of customers who wait no longer before a step than they accept.
    WithinAcceptable(StepId),
    /// How often a customer passes a step.
    Visits(StepId),
    /// Customers per hour that a step could serve alone.
    StepCapacity(StepId),
    /// Demand ÷ the capacity of a step.
    StepUtilisation(StepId),
    /// Customers per hour that a role could serve alone.
    RoleCapacity(RoleId),
    /// Demand ÷ the capacity of a role.
    RoleUtilisation(RoleId),
    /// Wait for a role.
    RoleWait(RoleId),
    /// Time of a role per customer.
    RoleWork(RoleId),
    /// Work in a zone, or on one side of a line, triggered work included.
    WorkIn(Stretch),
    /// Crossings of a line, Triggers across it, moments of truth.
    Contacts(Contact),
    /// Hand-offs between staff of different roles.
    HandOffs,
    /// The share of the customer's time that is worth so much.
    ValueShare(ValueKind),
    /// The share of the throughput time that is added by waiting.
    WaitingShare,
    /// Rush-order time ÷ throughput time.
    FlowEfficiency,
    /// Price − cost per customer.
    Margin,
    /// Profit per hour at full load.
    ProfitAtCapacity,
    /// Cost of the busy time of one customer.
    BusyCost,
    /// Price − busy cost − material.
    ExecutionProfit,
    /// How long the execution may last until it leaves nothing.
    BreakEvenTime,
    /// Cost of a minute by which the execution is late.
    DelayCost,
    /// Cost of a minute more at a step.
    StepDelayCost(StepId),
}
