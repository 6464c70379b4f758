# The plan, the matrix of risks and the scorecard: what is bad leads to a change.

short-date =
    { $day } { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }

# The plan as a picture.

plan-stage-prepare = Prepare
plan-stage-implement = Implement
plan-stage-evaluate = Evaluate
plan-stage-optimise = Optimise
plan-picture-capacity = Capacity
plan-picture-recomputed = recomputed after each end
plan-picture-time = A visit takes
plan-picture-cost = Cost a customer
plan-picture-none = no end
plan-picture-come = { $rate } come
plan-picture-reached = { $rate } on { $date }
plan-picture-span = { $start } to { $end }
plan-picture-with-rest = with what no action brings
plan-picture-none-late = no action late
plan-picture-on-time = on time
plan-picture-late = { $count } { $count ->
    [one] action late
   *[other] actions late
}
plan-picture-days = { $days } { $days ->
    [one] day
   *[other] days
}
plan-picture-slack = { $days } { $days ->
    [one] day of slack
   *[other] days of slack
}
plan-picture-days-late = { $days } { $days ->
    [one] day late
   *[other] days late
}
plan-picture-milestone = milestone
plan-picture-done = done

# The plan in the window.

plan-none = A plan says who does what by when. After each end the capacity, the length of a visit and the cost are worked out anew, so everybody sees what it brings.
plan-begin = Begin a plan
plan-add = Add action
plan-new-action = New action
plan-remove = Remove action
plan-choose = Choose an action to change it
plan-no-start = Enter when the plan begins, and its actions are laid into time
plan-today = Today is
plan-today-help = The day on which the plan is looked at; blank for that of the computer’s clock
log-title = Log
log-new = What was done or seen
log-remove = Remove this line: { $text }
plan-whole = Whole plan
plan-start = Begins
plan-target = Leads to
plan-target-none = No scenario
plan-target-help = The scenario that all actions together make of the first one
plan-date-hint = such as 2026-06-01
plan-name = Action
plan-stage = Stage
plan-owner = Owner
plan-field-days = Days
plan-field-days-help = Days of the calendar; 0 for a milestone
plan-after = After
plan-after-help = Begins when these have ended
plan-after-nothing = Nothing
plan-after-none-else = There is no other action
plan-after-circle = It would have to be done before itself
plan-own-start = Not before
plan-own-start-help = The day on which it begins at the earliest
plan-done = Done on
plan-cost = Cost
plan-cost-help = What it costs once
plan-brings = Brings
plan-brings-help = Which differences between the first scenario and the one that the plan leads to are there once it has ended
plan-brings-nothing = Nothing
plan-brings-all = Everything else
plan-brings-no-difference = The plan leads to no other scenario
plan-about = About { $names }

# Risks.

risk-none = Nothing can fail here yet. Select a step, open Fail point beside the sheet and say what can go wrong, how often and how badly.
risk-often-severe = often and severe
risk-rare-severe = rare and severe
risk-often-mild = often and mild
risk-rare-mild = rare and mild
risk-likelihood = likelihood for one customer; the area shows failures a day
risk-likelihood-hour = likelihood for one customer; the area shows failures an hour
risk-severity = Severity
risk-free = { $share } leave without a failure
risk-failures = { $number } failures a customer
risk-a-day = { $number } a day
risk-an-hour = { $number } an hour
risk-column-what = Fail point
risk-column-customer = a customer
risk-column-day = a day
risk-column-hour = an hour
risk-column-rank = rank
risk-column-suggested = suggested
risk-column-chosen = chosen
risk-column-response = response
risk-undecided = { $response }?
risk-not-rated = Not rated
risk-response-to = Response to { $what }
risk-guard = Guard
plan-put = Put into the plan
plan-is-in = In the plan
plan-was-put = In the plan: { $name }

# Indicators.

indicator-view-customer = Customer
indicator-view-process = Process
indicator-view-finance = Finance
indicator-view-learning = Learning
indicator-higher = The higher the better
indicator-lower = The lower the better
indicator-near = Near the target

indicators-none = Indicators say whether it gets better: each has a target, dated values or a figure of the blueprint, and a control chart that tells signals from chance.
indicator-add = Add indicator
indicator-new = New indicator
indicator-remove = Remove indicator
indicators-met = { $met } of { $of } { $of ->
    [one] target
   *[other] targets
} met
indicator-itself = Indicator
indicator-data = Data
indicator-name = Name
indicator-view = View
indicator-better = Better
indicator-field-target = Target
indicator-benchmark = Benchmark
indicator-benchmark-help = What the best reach
indicator-baseline = Baseline
indicator-baseline-all = all data
indicator-baseline-help = From how many of the first values the limits are taken
indicator-of = Of
indicator-of-help = The step or role that it is about
indicator-of-nothing = The whole service
indicator-figure = Figure
indicator-figure-help = The figure of the blueprint that it measures: what is measured checks the model
indicator-figure-none = None
indicator-date = Date
indicator-today = today
indicator-value = Value
indicator-n = of
indicator-add-datum = Add the value
indicator-remove-datum = Remove the value
indicator-no-data = no data
indicator-target = target { $target }
indicator-target-off = target { $target } ({ $off })
indicator-against = Measured { $measured }, the blueprint says { $said }
indicator-share-of = { $share } of { $n }
indicator-met = target met
indicator-missed = target missed
indicator-signals = moves by more than chance
indicator-interval = 95 %: { $low } to { $high }

# Control charts.

control-run = Run chart: fewer than 8 values
control-trial = Trial limits: fewer than 20 values
control-limits = Control chart
control-centre = mean
control-median = median
control-lower = lower
control-upper = upper
control-target = target
control-signal = signal
control-one-beyond-three = beyond three standard deviations
control-two-of-three = two of three beyond two standard deviations
control-four-of-five = four of five beyond one standard deviation
control-eight-in-a-row = eight in a row on one side

# Plan, do, check, act.

cycle-plan = planned
cycle-do = begun
cycle-check = checked
cycle-act = made the rule
cycle-none = nothing planned yet
cycle-reached = improvement: { $stages }

# What would help against what is found.

remedies = What would help
remedy-try = Try on a copy
remedy-guard-text = Before it goes on, check: { $what }
remedy-procedure-text =
    Purpose: what “{ $step }” is for.
    Actions: 1. … 2. … 3. …
    Standard: how long, how well, in which manner.
remedy-recovery-card = Put right: { $step }
remedy-branch-ask = Special case?
remedy-branch-card = { $step }, special case
remedy-guard = Guard “{ $step }” against its failure
remedy-recovery = Draw the step that puts a failure of “{ $step }” right
remedy-procedure = Lay down how “{ $step }” is done
remedy-revise = Look at the procedure of “{ $step }” again
remedy-wait = Shorten the wait: “{ $step }”
remedy-progress = Show at “{ $step }” how far one has come
remedy-progress-card = Progress: { $step }
remedy-train = Train for “{ $step }”: { $skill }
remedy-merge = Merge “{ $step }” with a neighbour of the same role
remedy-keep = One adviser throughout, from “{ $step }” on
remedy-branch = Give special cases at “{ $step }” a way of their own
remedy-evidence = Give customers at “{ $step }” something to see and touch
remedy-evidence-card = Evidence: { $step }
remedy-respond = Answer to the risk of “{ $step }”: { $response }
remedy-walk = Walk along the visit and rate what is met
remedy-research = Find out what customers want: research, talk upward, fewer levels
remedy-standard = Lay down what managers believe: goals, standard tasks
remedy-deliver = Deliver what is laid down: teamwork, the right people, control of one’s work
remedy-promise = Promise what is delivered: talk between departments, honest promises
remedy-less = Do less of what nobody asks for

# The curve of the feelings.

feeling-peak = Peak
feeling-low = Low
feeling-end = End

# The widest gap of the firm, in the verdict.

quality-widest-gap = Widest gap: { $number ->
    [1] knowing, customers ought to get { $ought } and managers believe { $is }
    [2] standard, managers believe { $ought } and { $is } is laid down
    [3] delivery, { $ought } is laid down and { $is } delivered
   *[other] promise, { $ought } is promised and { $is } delivered
} ({ $place })

# The walk-through.

walk-moment = Moment { $at } of { $of }
walk-end = To the sheet
walk-next = Next
walk-back = Back
walk-as-customer = as a customer
walk-as-staff = as an employee
walk-happens = What happens
walk-missing = What is missing
walk-evidence = Evidence
walk-hint = How does it serve customers? Up and down choose, 1 to 5 give stars, 0 takes them away, left and right walk on
walk-hint-staff = How does it serve those who work here? Up and down choose, 1 to 5 give stars, 0 takes them away, left and right walk on
walk-nothing = Nothing here
walk-add = Something else matters here
walk-note-of = Note on { $name }
walk-staff-say = Staff: { $count } of 5
walk-customers-say = Customers: { $count } of 5
walk-complete = Nothing is missing here
walk-no-elements = Nobody said what surrounds this moment
walk-unrated = { $count ->
    [one] One element has no stars
   *[other] { $count } elements have no stars
}
walk-no-evidence = { $phase }: no physical evidence is drawn on the sheet
walk-no-feeling = { $step }: nobody said how customers feel
walk-no-procedure = { $step }: no procedure
walk-no-recovery = { $step }: nobody said how a failure is put right
walk-no-guard = { $step }: nothing guards against a severe failure
