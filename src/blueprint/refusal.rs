//! Why a value or an edit was not accepted. Codes only; `wording` says them in words.

/// A reason for keeping things as they are. Every edit that returns one changed nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The text is no number, or the number is not finite.
    #[error("not a number")]
    NotANumber,
    /// The number is below zero.
    #[error("below zero")]
    Negative,
    /// The number is beyond [`super::quantity::LARGEST`].
    #[error("too large")]
    TooLarge,
    /// The number must be a whole one from 1 to [`super::notation::LARGEST_COUNT`].
    #[error("not a whole number from 1 up")]
    NotACount,
    /// A share is more than everything.
    #[error("a share above 100 %")]
    ShareAboveOne,
    /// Shares of one whole are more than everything together.
    #[error("shares above 100 % together")]
    SharesAboveOne,
    /// Something is to be done before it may begin.
    #[error("done before it begins")]
    DoneBeforeStart,
    /// The text is no share.
    #[error("not a share")]
    NotAShare,
    /// The text is no amount of money.
    #[error("not an amount of money")]
    NotMoney,
    /// The amount is in another currency than the blueprint's.
    #[error("another currency")]
    OtherCurrency,
    /// The text is no rate.
    #[error("not a rate")]
    NotARate,
    /// The rate is beyond [`super::notation::FASTEST_PER_HOUR`].
    #[error("too high a rate")]
    RateTooHigh,
    /// The time is beyond [`super::notation::LONGEST_S`].
    #[error("too long a time")]
    TimeTooLong,
    /// The opening hours are not from above 0 to 24.
    #[error("not hours of a day")]
    NotHoursOfADay,
    /// The text is no time of day from 00:00 to 24:00.
    #[error("not a time of day")]
    NotATimeOfDay,
    /// The interval is not from 5 minutes to 4 hours, or no whole number of minutes.
    #[error("not an interval from 5 min to 4 h")]
    IntervalRange,
    /// The day has more intervals than [`super::Day::MOST_INTERVALS`].
    #[error("too many intervals")]
    TooManyIntervals,
    /// The day has another number of intervals than rates.
    #[error("{intervals} intervals but {rates} rates")]
    HoursUnlikeRates {
        /// Intervals from opening to closing.
        intervals: usize,
        /// Rates that are given.
        rates: usize,
    },
    /// The day has more appointments than [`super::Day::MOST_APPOINTMENTS`].
    #[error("too many appointments")]
    TooManyAppointments,
    /// More customers are planned for one time than [`super::Day::MOST_AT_ONCE`].
    #[error("too many customers at one time")]
    TooManyAtOnce,
    /// The start of the random numbers is no whole number from 0 to 2³² − 1.
    #[error("not a whole number from 0 to 4294967295")]
    SeedRange,
    /// A time of a calendar with its offset, as RFC 3339 has it, was expected.
    #[error("not a date with a time and an offset")]
    NotATimestamp,
    /// A day of a calendar such as `2026-05-12` was expected.
    #[error("not a date")]
    NotADate,
    /// More days than [`super::Action::MOST_DAYS`].
    #[error("too many days")]
    TooManyDays,
    /// The number of days is no whole one.
    #[error("not whole days")]
    NotWholeDays,
    /// The reading lies outside the scale on which customers judge.
    #[error("off the scale")]
    OffTheScale,
    /// The ends of the scale are not in order.
    #[error("not a scale")]
    NotAScale,
    /// No importance is above zero.
    #[error("no weight above zero")]
    NoWeight,
    /// The text is longer than [`super::LONGEST_COMMENT`].
    #[error("too long a text")]
    CommentTooLong,
    /// The role has more shifts than [`super::Shift::MOST`].
    #[error("too many shifts")]
    TooManyShifts,
    /// More classes of customers than a demand may have.
    #[error("a demand has at most 12 classes of customers")]
    TooManyClasses,
    /// The number of a thing is no whole number, or above the highest that files hold.
    #[error("the number of a thing is a whole one up to 4000000000")]
    NotAnId,
    /// The break does not lie within its shift, or lasts no time.
    #[error("a break outside its shift")]
    BreakOutsideShift,
    /// The comma may be a decimal one or group thousands: other cells write decimals with a comma.
    #[error("a comma of two meanings")]
    DoubtfulComma,
    /// The dot may be a decimal one or group thousands, as where commas are decimal ones.
    #[error("a dot of two meanings")]
    DoubtfulPoint,
    /// Two numbers with a colon may be minutes and seconds or hours and minutes.
    #[error("a colon of two meanings")]
    DoubtfulClock,
    /// The text counts in words that mean no certain number, such as `a few`.
    #[error("no certain number")]
    NumberNeeded,
    /// The unit is no unit of time.
    #[error("unknown unit of time")]
    UnknownUnit,
    /// The name of a distribution is unknown or its numbers are too few or too many.
    #[error("unknown form of time")]
    UnknownTime,
    /// The lowest, most likely and highest value are not in that order.
    #[error("bounds out of order")]
    BoundsOutOfOrder,
    /// A spread needs a mean above zero.
    #[error("a spread around zero")]
    SpreadAroundZero,
    /// The emotion is not from −2 to 2.
    #[error("emotion outside -2 to 2")]
    EmotionRange,
    /// The rating is not a whole number from 1 to 10.
    #[error("rating outside 1 to 10")]
    RatingRange,
    /// The rating in stars is not a whole number from 1 to 5.
    #[error("stars outside 1 to 5")]
    StarsRange,
    /// What the edit names is not in the scenario (any more).
    #[error("no longer there")]
    NotThere,
    /// The step, lane or role has no name.
    #[error("a name is needed")]
    NameNeeded,
    /// The link would lead from a step to itself.
    #[error("a link to itself")]
    LinkToItself,
    /// The two steps are linked so already.
    #[error("linked already")]
    LinkedAlready,
    /// Evidence and notes take no part in the flow.
    #[error("evidence and notes do not flow")]
    NotInFlow,
    /// The label of a link has more letters than [`super::link::LONGEST_LABEL`].
    #[error("too long a label")]
    LabelTooLong,
    /// The label of a link has several lines.
    #[error("a label of several lines")]
    LabelLines,
    /// A flow and a Together link exclude each other between two steps.
    #[error("steps of one moment cannot follow each other")]
    WithinMoment,
    /// The sheet keeps at least one phase.
    #[error("the last phase stays")]
    LastPhase,
    /// A lane that holds steps is only removed when it is said where they go.
    #[error("the lane is not empty")]
    LaneNotEmpty,
    /// There is no lane left to move the steps to.
    #[error("no other lane")]
    NoOtherLane,
    /// The place is outside the sheet.
    #[error("outside the sheet")]
    OutsideSheet,
    /// The file keeps at least one scenario.
    #[error("the last scenario stays")]
    LastScenario,
    /// The size is smaller than what it holds or larger than a sheet can be.
    #[error("size out of range")]
    SizeRange,
}
