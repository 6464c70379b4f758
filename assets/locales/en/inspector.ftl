# The inspector. "-help" explains a field, "-hint" stands in it while it is blank, "-short" stands for it in a line.

tab-step = Step
tab-selection = Selection
tab-link = Link
tab-lane = Lane
tab-phase = Phase
tab-role = Role
tab-element = Element
tab-blueprint = Blueprint

details-mixed = mixed
details-none = None
details-not-said = Not specified
details-yes = Yes
details-name = Name
details-kind = Kind
details-order = Order
details-place-of = { $place } of { $count }
details-span-hint = 45 s, 3 min 25 s
details-share-hint = 70 %, 1/3
details-rating-hint = 1 to 10

# Figures above the fields.

details-busy = Utilisation
details-work = Work
details-step-capacity-meaning = Customers per { $period } the step could serve if it had its roles for itself
details-step-busy-meaning = Demand as a share of what the step could serve
details-pool-meaning = Of all who do this step, over all the steps that they do
details-role-capacity-meaning = Customers per { $period } the role could serve if nothing else held them up
details-role-busy-meaning = Demand as a share of what the role could serve

# A step.

details-kind-help = Actions and decisions take part in the flow; evidence and notes only explain
details-lane = Lane
details-lane-help = The lane decides what the customer sees of the step
details-phase-help = The column of the sheet that it lies in
details-zone-evidence = Physical evidence · what the customer sees and touches
details-zone-customer = Customer actions · done by the customer
details-zone-frontstage = Frontstage · visible to the customer
details-zone-moment-of-truth = Frontstage · visible, met by the customer: a moment of truth
details-zone-backstage = Backstage · hidden from the customer
details-zone-support = Support processes · systems and internal services
details-not-in-flow = Takes no part in the flow
details-time = Time
details-time-hint = 45 s, 2 ± 0.5 min
details-time-help = How long it takes, once: 45 s, 1:30, 2 ± 0.5 min, 1–3 min, exp 2 min, erlang 4, 2 min. A plain number keeps the unit
details-law = Distribution
details-law-help = How the time varies. A change keeps the mean
details-law-fixed = Fixed
details-law-uniform = Uniform (between bounds)
details-law-triangular = Triangular (with a peak)
details-law-normal = Normal (bell curve)
details-law-exponential = Exponential (wide spread)
details-law-erlang = Erlang (stages)
details-law-log-normal = Log-normal (skewed)
details-law-samples = Measured (samples)
details-mean-and-scv = Mean { $mean } · SCV { $scv }

details-needs = Role
details-needs-help = Who must be there while the step runs
details-count = Count
details-count-help = How many of them at once
details-roles-either = Any one of these can do it
details-keep = Stays with the customer
details-keep-help = Busy with this customer until the next step that needs the same role
details-keeps = Stays with the customer until needed again
details-need-remove = Remove from the step
details-needs-none = Nobody yet: counts as one server once it has a time
details-needs-none-timed = Nobody yet: counts as one server
details-needs-none-customers = Nobody: any number of customers do it at once
details-needs-none-some = Nobody yet: where staff serve, each step counts as one server
details-role-add = Assign role
details-role-or = Or another
details-role-or-help = Another role that can do it as well: whoever is free does it
details-role-new-hint = New role, then Enter
details-role-open = Show this role
details-role-of-steps = { $count } of { $all }
details-role-to-all = Needed by all

details-ways-out = Outgoing Flows
details-ways-out-none = No Flow leads out yet: draw one from the decision

details-section-room = Places, batch, material
details-places = Places
details-places-hint = a number
details-places-help = How many customers it can hold at once: windows, booths, seats
details-places-short =
    { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
details-places-no-limit = Unlimited places
details-places-no-limit-help = A pure delay: nobody waits for anybody else
details-batch = Batch
details-batch-help = How many customers are served together; where places are given, each takes one
details-batch-short = { $count } together
details-batch_wait = Batch waits
details-batch_wait-help = An incomplete batch starts when its first customer has waited this long; blank waits until it is full
details-setup = Set-up
details-setup-help = Time to get ready, once per batch
details-priority = Priority
details-priority-help = Who waits here comes before or after those who wait elsewhere for the same role
details-priority-between = Like others
details-material_cost = Material
details-material_cost-help = What one execution costs besides time

details-section-targets = Standard and target
details-standard = Standard
details-standard-help = The time it should take, as laid down (Shostack 1984)
details-standard-short = Standard { $time }
details-acceptable = Acceptable
details-acceptable-help = The longest time that customers tolerate
details-acceptable-short = At most { $time }
details-target = Target
details-target-help = The time that is aimed at
details-target-short = Target { $time }

details-fail = Fail point
details-fail-here = It can fail here
details-fail-none = Not marked
details-fail-help = Marks the card with an F
details-fail-what = What fails
details-fail-what-hint = such as a misspelt name
details-fail-often = How often
details-fail-often-help = The share of executions that fail
details-fail-severity = Severity
details-fail-severity-help = How bad it is: 1 is hardly noticed, 10 loses the customer
details-fail-detection = Detection
details-fail-detection-help = How hard it is to notice in time: 1 is always noticed, 10 never
details-recovery = Recovery
details-recovery-hint = How it is put right
details-recovery-step = Recovery step
details-recovery-step-help = The step that puts it right, if it is drawn

details-wait = Wait point
details-wait-here = Customers wait here
details-wait-none = Not marked
details-wait-help = Marks the card with a W
details-wait-acceptable = Acceptable
details-wait-acceptable-help = The longest wait that customers accept
details-patience = Patience
details-patience-hint = for ever
details-patience-help = Who has waited longer leaves: 10 min, 8–12 min, exp 20 min; blank waits for ever. The simulation knows it, the formulas do not

details-section-worth = Value and emotion
details-value = Value
details-value-help = What the step is worth to the customer
details-emotion = Emotion
details-emotion-help = How the customer feels here

details-section-surroundings = Servicescape
details-surroundings-none = No elements yet: add them in the palette on the left

details-section-documents = Procedure and documents
details-owner = Owner
details-owner-hint = Who is responsible
details-purpose = Purpose
details-purpose-hint = What the step is for
details-skills = Skills
details-skills-hint = What one must be able to do, a skill a line
details-manner = Manner
details-manner-hint = How the customer is met
details-result = Result
details-result-hint = How it ends when it ended well
details-revised = Procedure revised
details-revised-hint = 2026-05-12
details-revised-help = The day on which the procedure was last looked at and, where needed, changed
details-procedure = Procedure
details-procedure-hint = How it is done, step by step
details-documents = Documents
details-documents-hint = What is used or made

details-section-flow = Arrivals and incoming Flows
details-enter = Enters here
details-enter-help = The share of the arrivals that starts at this step
details-enter-short = { $share } enter here
details-meeting = Incoming Flows
details-meeting-help = Whether Flows that meet here wait for each other
details-meeting-by-itself = Automatic, from the flow

# Several steps or links.

details-selected =
    { $count ->
        [one] { $count } step selected
       *[other] { $count } steps selected
    }
details-selected-cards = { $count } cards selected, { $steps } of them steps
details-selected-help = A change applies to all of them
details-selected-links =
    { $count ->
        [one] { $count } link selected
       *[other] { $count } links selected
    }
details-times-together = One after the other they take { $time }

# A link.

details-from = From
details-to = To
details-association = Shows what belongs together; customers do not follow it
details-share = Share
details-share-help = The share of customers that goes this way. If the Flows out of a decision add up to 100 %, the ones below share what is left
details-share-rest = { $share }, the rest
details-label = Label
details-label-hint = Yes, No
details-label-help = A word or two beside the link, such as the answer that leads this way. Figures do not depend on it
details-swap = Reverse
details-share-dropped = The share of { $share } was one of the customers at “{ $step }”. The other way it says nothing, so it is left out
details-link-remove = Delete link
details-links-remove = Delete these links

# Lanes and phases.

details-zone = Zone
details-height = Height
details-height-help = In points at 100 %, 40 to 4,000
details-lane-folded = Collapsed to a thin strip
details-lane-folded-help = Its cards stay where they are and come back when it is expanded
details-lane-up = Up
details-lane-down = Down
details-lane-steps = Steps in this lane
details-phase-unnamed = Unnamed phase
details-phase-left = Left
details-phase-right = Right
details-phase-steps = Steps in this phase
details-width = Width
details-width-help = In points at 100 %, 60 or more
details-steps-select = Select them all

# A role.

details-role-kind-help = Only staff counts as labour
details-headcount = Headcount
details-headcount-help = How many there are
details-availability = Availability
details-availability-hint = 100 %
details-availability-help = The share of the paid time in which they are available
details-cost_per_hour = Cost per hour
details-cost_per_hour-help = What an hour of one of them costs
details-colour = Colour
details-colour-help = The stripe on its cards
details-colour-number = Colour { $number }
details-stands_in_for = May stand in for
details-stands_in_for-help = The roles whose work suggestions and redesigns may give it. It changes no figure: who does a step is what the step says
details-stands_in_for-nobody = nobody
details-only-today = Only those who do it today
details-only-today-help = Suggestions and redesigns, in every scenario, give a step to nobody but those who do it today or may stand in for them
details-role-steps = Steps that need it

# A servicescape element.

details-dimension = Dimension
details-rating = Rating
details-rating-help = How well it serves, one to five stars. Click the same star again to clear the rating
details-stars =
    { $count ->
        [one] { $count } star
       *[other] { $count } stars
    }
details-note = Note
details-note-hint = What customers and staff notice
details-element-steps = Steps that rely on it

# The blueprint.

details-title = Title
details-title-hint = Name of the service
details-scenario = Scenario
details-scenario-help = What this version of the service is called
details-section-demand = Demand
details-per_hour = Arrivals
details-per_hour-hint = 54/h, 400 a day
details-per_hour-help = How many customers arrive: 54/h, 400 a day, one every 5 min; a plain number is in the unit chosen under Rates
details-rates = Rates
details-rates-help = The period in which arrivals and capacity are shown and entered. A day is the opening hours, or 24 h without them; a week with opening hours has five days
details-rates-hour = per hour
details-rates-day = per day
details-rates-week = per week
details-gaps = Pattern
details-gaps-help = How evenly customers arrive; waits depend on it
details-gaps-constant = Evenly spaced
details-gaps-appointments = By appointment
details-gaps-random = At random (Poisson)
details-gaps-bursts = In bursts
details-gaps-own = Custom
details-gap_scv = Arrival SCV
details-gap_scv-help = Squared coefficient of variation of the inter-arrival times: 0 is constant, 1 is Poisson
details-opening_hours = Opening hours
details-opening_hours-hint = hours a day
details-opening_hours-help = Hours a day that the service is open
details-authority = Authority
details-urgency = Urgency
details-shifts = Shifts
details-hours-of-day = They follow from the day: change them in its tab
details-open-day = Open the day
details-shifts-help = When how many are on duty; without shifts the headcount from opening to closing
details-shifts-none = None: the headcount all day
details-section-simulation = Simulation
details-served = First served
details-served-help = Who comes first among those who wait for the same: who has waited longest here, or who has been in the service longest
details-promise = Promise
details-promise-help = The longest whole visit that is promised; the simulation says how many stay within it
details-seed = Random numbers
details-seed-help = Where the random numbers start; the same number gives the same days
details-day = Day
details-per-day = { $customers } customers a day
details-section-money = Price and cost
details-currency = Currency
details-currency-hint = $, €, CNY
details-currency-help = A symbol or code; amounts are not converted
details-price = Price
details-price-help = What a customer pays
details-overhead_per_hour = Overhead /h
details-overhead_per_hour-help = Rent, light and the like, per hour
details-section-typology = Kind of service
details-participation = Who takes part
details-participation-help = Who acts in these surroundings (Bitner 1992)
details-complexity = Surroundings
details-complexity-help = How elaborate they are (Bitner 1992)
details-section-counts = What is on the sheet
details-count-actions = Actions
details-count-decisions = Decisions
details-count-evidence = Physical evidence
details-count-notes = Notes
details-count-links = Links
details-count-roles = Roles
details-count-elements = Servicescape elements
details-count-lanes = Lanes
details-count-phases = Phases
