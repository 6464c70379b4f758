# What customers judge, what can fail, what is measured and planned, and what is found.

quality-dimension-reliability = Reliability
quality-dimension-responsiveness = Responsiveness
quality-dimension-assurance = Assurance
quality-dimension-empathy = Empathy
quality-dimension-tangibles = Tangibles

# The classical questionnaire, in words of our own.

quality-item-1 = The equipment here is up to date
quality-item-2 = The rooms are pleasant to look at
quality-item-3 = Staff are neatly dressed
quality-item-4 = Forms and signs are clear and well made
quality-item-5 = What is promised for a certain time is ready by then
quality-item-6 = When something goes wrong, somebody really takes care of it
quality-item-7 = It is done right the first time
quality-item-8 = The service keeps to its times
quality-item-9 = Records are kept without mistakes
quality-item-10 = One is told when one’s turn will be
quality-item-11 = Staff serve without delay
quality-item-12 = Staff want to help
quality-item-13 = Nobody is too busy to answer a question
quality-item-14 = How staff behave makes one trust them
quality-item-15 = One feels safe to leave one’s papers and money here
quality-item-16 = Staff stay courteous
quality-item-17 = Staff know the answers
quality-item-18 = One is treated as a person, not as a number
quality-item-19 = The opening hours suit those who come
quality-item-20 = Somebody takes the time for one’s own case
quality-item-21 = The service has one’s interest at heart
quality-item-22 = Staff understand what one needs

# Tables of answers.

survey-fault-table = This is no table with rows and columns
survey-fault-empty = There are no answers in it
survey-fault-no-form = Its headings are those of no table of answers. Known are E1, P1 … for items, E_rel, P_rel … for dimensions, K1+, K1- … for Kano, and lists with “item”
survey-fault-unknown-column = The column “{ $column }” belongs to no item, or to another sort of table
survey-fault-doubled-column = The column “{ $column }” is there twice
survey-fault-unpaired = The column “{ $column }” lacks its partner “{ $partner }”
survey-fault-at = Row { $row }, column “{ $column }”: “{ $text }”. { $why }
survey-fault-in-row = Row { $row }: { $why }
survey-fault-too-wide = No answers on the scale vary so much: at most by { $most }
survey-fault-not-a-number = Enter a number
survey-fault-off-scale = The scale goes from { $low } to { $high }
survey-fault-not-an-answer = Answers are whole numbers from 1 to 5
survey-fault-no-dimension = No dimension is called so
survey-fault-doubled-item = The item has a row already
survey-fault-cells = Row { $row } has { $found } { $found ->
    [one] cell
   *[other] cells
}, the headings are { $expected }
survey-fault-no-item = Enter the item
survey-more = … and { $count } more
survey-skip-hint = Nothing was taken. To leave these out, add --skip-bad
survey-left-out = Left out:
survey-few = { $count } { $count ->
    [one] person answered
   *[other] people answered
}: too few to conclude much

# The command.

command-bad-today = --today { $text }: enter a day such as 2026-05-12
command-bad-busy = --busy { $text }: enter a share above 0 and at most 100 %, such as 85 %
command-plan-empty = There is no plan: add actions with a start
command-plan-verb = { $text }: the plan can only be shown: onstage plan show FILE

# The quality of a service as text.

quality-whole = { $scenario }: quality { $score }
quality-whole-interval = { $score } (95 %: { $low } to { $high })
quality-unknown = not measured yet
quality-weights-customers = Weights: customers’ points
quality-weights-hand = Weights: set by hand
quality-weights-study = Weights: from a study
quality-expected = expected
quality-perceived = perceived
quality-gap = gap
quality-interval = 95 %
quality-weight = weight
quality-n = n
quality-range = { $low } … { $high }
quality-gap-firm = gap { $number }
quality-gap-unexplained = unexplained
quality-gaps-of-some = Each gap is the mean of the items for which it is known. Only { $whole } of { $judged } items have all of gaps 1, 2, 3 and 5, so that these do not add up to gap 5 of the whole.
quality-failure-free = { $share } of the customers meet no failure
quality-risks-unknown = how often { $count } fail { $count ->
    [one] point fails
   *[other] points fail
} is not known
quality-emotion = Feelings: highest { $peak }, lowest { $low }, at the end { $end }, on average { $mean }
quality-stars = { $dimension }: { $stars } of 5 stars
quality-value = A customer is worth { $value }
quality-class = { $name }: waits { $wait } on average
quality-class-late = { $name }: waits { $wait } on average, longer than its limit
quality-heads-enough = With { $count } × { $role } every class is in time
quality-heads-none = No number of { $role } brings every class in time
quality-role = Role
quality-there = there
quality-needed = needed
quality-planned = planned
quality-hour = an hour
quality-month = a month
quality-findings = Findings
quality-findings-more = { $count } more
quality-no-findings = Nothing is found

# Findings: what, where, by how much.

finding-gap-wide = { $place }: { $gap } below what customers ought to get
finding-zone-missed = { $place }: below the least that customers accept
finding-basic-unmet = { $place }: basic, and yet it falls short by { $gap }
finding-overkill = { $place }: done better than its importance asks for
finding-belief-off = { $place }: managers believe that customers want { $gap } less than they do
finding-standard-low = { $place }: what is laid down is { $gap } below what managers believe
finding-delivery-low = { $place }: what is delivered is { $gap } below what is laid down
finding-promise-high = { $place }: { $gap } more is promised than delivered
finding-element-poor = { $place }: { $stars } { $stars ->
    [one] star
   *[other] stars
}
finding-factor-poor = { $place }: { $stars } { $stars ->
    [one] star
   *[other] stars
}
finding-risk-open = { $place }: a risk without an answer
finding-guard-missing = { $place }: nothing guards against a severe failure
finding-target-missed = { $place }: misses its target by { $variance }
finding-out-of-control = { $place }: moves by more than chance
finding-figure-unknown = { $place }: measures a figure of the blueprint that there is not. Choose one
finding-survey-varies = { $place }: a survey gives a standard deviation of { $sd }, more than any answers on the scale can have. No interval is computed from it
finding-survey-covariance = The covariances in { $source } cannot be those of any answers: the score has no interval
finding-name-lost = { $place }: names something that is not there any more
finding-standard-missing = { $place }: no procedure for what customers see
finding-review-due = { $place }: the procedure was last revised { $days } days ago
finding-skill-missing = { $place }: nobody who does it has the skill “{ $skill }”
finding-plan-late = { $place }: { $days } { $days ->
    [one] day
   *[other] days
} late, due on { $due }
finding-done-before-start = { $place }: said to be done { $days } { $days ->
    [one] day
   *[other] days
} before it may begin
finding-over-budget = The staff costs { $money } a month more than the budget
finding-sad-end = { $place }: customers leave with a bad feeling

factor-purpose = Nature and purpose
factor-space = Land and space
factor-flexibility = Flexibility
factor-security = Security
factor-aesthetics = Aesthetics
factor-community = Community and environment

# The plan as text.

plan-line = From { $start } to { $end }
plan-action = Action
plan-starts = begins
plan-ends = ends
plan-slack = slack
plan-late = late
plan-cost-once = cost
plan-cost-of-all = All actions together cost { $cost }
plan-days = { $days } d
plan-critical = critical
plan-at-start = today
plan-with-rest = The last end counts what no action brings as well: say in “brings” which action it comes with
plan-no-target = The plan leads to no scenario, so nobody can say what it brings

# Lenses: what cards say beside their names.

lenses = Lens
lens-figures = Figures
lens-experience = Experience
lens-quality = Quality
lens-risk = Risk
lens-surroundings = Surroundings
lens-feeling = customers feel: { $feeling }
lens-gap = { $dimension } { $gap }
lens-stars = { $stars } of 5
lens-rated = { $rated } of { $of } rated
lens-unrated = No stars
lens-severity = severity { $severity }
lens-suggested = suggested: { $response }
lens-chosen = chosen: { $response }
lens-likelihood = { $share } per customer
lens-no-guard = no guard
lens-no-recovery = no recovery
lens-risk-unknown = Not rated

risk-avoid = Avoid
risk-transfer = Transfer
risk-reduce = Reduce
risk-accept = Accept

# The tab of the window.

quality-verdict = Verdict
quality-score = Score, weighted
quality-score-interval = 95 %: { $low } to { $high }
quality-unweighted = Unweighted
quality-unweighted-help = Every dimension counts as much as another
quality-key = Bars: perceived less should
quality-key-responsiveness = Respon- siveness
quality-measured-on = measured on { $name }
resources-title = People and means
resources-row = { $needed } needed, { $planned } planned
resources-goes = goes with the plan
resources-lacking = { $count } lacking
resources-enough = enough
resources-month = { $cost } a month
resources-hour = { $cost } an hour
resources-of = Needed and planned are those of “{ $scenario }”, to which the plan leads
budget-within = All that is planned costs { $cost } a month, within the budget of { $budget }
budget-over = All that is planned costs { $cost } a month, more than the budget of { $budget }
budget-month = All that is planned costs { $cost } a month
budget-pays-for = All that is planned costs { $cost } an hour: the budget of { $budget } a month pays for { $hours } hours of each working day. Opening hours are not set
budget-hour = All that is planned costs { $cost } an hour. What a month costs is known once opening hours are set
resources-busy = Busy at most
training-title = Training
training-holes = { $count } { $count ->
    [one] hole
   *[other] holes
}
training-able = has it
training-beside = a colleague has it
training-hole = a hole
training-action = Train { $role }: { $skill }
training-help = A row for each skill that steps ask for, a column for each role that does them. A click on a hole puts its training into the plan
resources-help = Needed so that each is busy for at most { $busy } of the time
quality-nothing-measured = Nothing measured yet
quality-nothing-measured-help = What customers get against what they ought to get is known once they were asked. Until then this rests on the feelings, fail points, procedures and stars that are entered on the sheet.
quality-sorest-tied = Sorest: { $place }, { $gap }, and { $more } more as sore
quality-answered = { $known } of { $all } items answered
quality-sorest = Sorest: { $place }, { $gap }
quality-basics = { $count ->
    [one] One basic is unmet: { $place }
   *[other] { $count } basics are unmet, first { $place }
}
quality-risks-open = { $count ->
    [one] One severe risk is open: { $place }
   *[other] { $count } severe risks are open, first { $place }
}
quality-targets-missed = { $count ->
    [one] One target is missed: { $place }
   *[other] { $count } targets are missed, first { $place }
}
quality-actions-late = { $count ->
    [one] One action is late: { $place }, due on { $due }
   *[other] { $count } actions are late, first { $place }, due on { $due }
} (by up to { $days } { $days ->
    [one] day
   *[other] days
})
quality-likewise = likewise: { $places }
quality-other-findings = { $count } { $count ->
    [one] finding
   *[other] findings
} of other sorts under Quality
quality-feelings = How customers feel
quality-no-feelings = No card says how customers feel. Select a customer action and set its feeling beside the sheet
quality-mean-feeling = Mean
quality-meets = What they meet
quality-without-failure = Leave without a failure
quality-stars-of = How well it serves
fact-flexibility = A visit waits { $now }; with { $more } more customers { $then }
fact-cannot-keep-up = With { $more } more customers it could not keep up
fact-space = { $inside } customers inside on average, { $places } places
fact-security = { $count ->
    [0] No severe risk is without a guard
    [one] One severe risk is without a guard
   *[other] { $count } severe risks are without a guard
}
quality-findings-of = { $severity } · { $count }
