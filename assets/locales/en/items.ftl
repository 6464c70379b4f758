# The tab of what customers judge: the table of items and its pictures.

chart-tab-quality = Quality
command-show-quality = Items and quality pictures

items-view-items = Items
items-view-profile = Profile
items-view-gaps = Gaps
items-view-importance = Importance
items-view-kano = Kano
items-views = What the tab shows

# The table.

items-row-new = New item
items-row-blank = Row for another item
items-column-item = Item
items-column-item-help = A sentence that customers judge, such as “Ready when promised”
items-column-dimension = Dimension
items-column-dimension-help = Which of the five dimensions it belongs to. Without one it counts in no score
items-column-steps = Steps
items-column-steps-help = The steps that it speaks of, by their names, with a semicolon between several
items-column-weight = Weight
items-column-weight-help = How important it is. Without one, what it should be stands in for it
items-least = Least
items-least-help = Below it customers are cross
items-will = Will
items-will-help = What customers think will happen: satisfaction compares with it
items-should = Should
items-should-help = What customers ought to get: quality compares with it
items-perceived = Perceived
items-perceived-help = What customers got
items-rival = Rival
items-rival-help = What customers get from the best competitor
items-believed = Believed
items-believed-help = What managers believe that customers ought to get
items-standard = Standard
items-standard-help = What is laid down
items-delivered = Delivered
items-delivered-help = What audits find
items-promised = Promised
items-promised-help = What is promised outside
items-column-kano = Kano
items-column-kano-help = What it is to customers, by their answers with and without it
items-column-gap = Gap 5
items-column-gap-help = Perceived − should
items-column-zone = Zone
items-column-zone-help = Where perceived lies between least and should
cell-textless-item = An item needs a sentence
cell-from-survey = { $name } says this. It is entered by hand again once the survey is removed

items-add = Add an item
items-remove = Remove
items-add-classical = Add the 22 classical items
items-read-survey = Read a survey…
items-asked = { $count } asked, { $source }
items-remove-survey = Remove the survey “{ $source }”
items-removed-survey = The survey “{ $source }” with { $count } asked is removed; what it said of the items is gone with it. Undo brings it back
items-empty = Nothing is judged yet
items-empty-help = An item is a sentence that customers judge, such as “Ready when promised”. Enter what they ought to get and what they got, or read what they answered from a table.

# Words of the pictures.

kano-must-be = Basic
kano-one-dimensional = Expected
kano-attractive = Exciting
kano-indifferent = Indifferent
kano-reverse = Unwanted
kano-questionable = Contradictory

zone-below = below
zone-at-edge = at the edge
zone-within = within
zone-above = above

quadrant-concentrate = Concentrate here
quadrant-keep-up = Keep it up
quadrant-low-priority = Low priority
quadrant-overkill = Overkill

items-plus = +{ $number }
items-on-scale = scale { $low } to { $high }
items-shown-from = scale { $low } to { $high }, shown from { $from }
items-counted = { $shown } of { $all } { $all ->
    [one] item
   *[other] items
}; { $scale }
items-of = { $shown } of { $all } { $all ->
    [one] item
   *[other] items
}
items-at = { $dimension }, at { $steps }
items-place-and-scale = { $place }; { $scale }
items-drag = { $said }. Drag a bar to try
items-figures-of = { $item }: { $figures }
items-named-figure = { $name } { $figure }

# Where quality is lost.

items-gaps-lost = { $item }: where { $gap } of quality is lost
items-gaps-kept = { $item }: customers get what they ought to
items-gaps-open = { $item }: perceived or should is missing
items-fall-should = Should
items-fall-should-detail = what they ought to get
items-fall-knowledge = 1 Knowing
items-fall-knowledge-detail = believed { $value }
items-fall-standards = 2 Standard
items-fall-standards-detail = standard { $value }
items-fall-delivery = 3 Delivery
items-fall-delivery-detail = delivered { $value }
items-fall-unexplained = Not explained
items-fall-perceived = Perceived
items-fall-perceived-detail = what they got
items-fall-promise = 4 Promise
items-fall-promise-detail = beside
items-fall-missing = not entered
items-remedy-research = research
items-remedy-upward-talk = upward talk
items-remedy-fewer-levels = fewer levels
items-remedy-goals = goals
items-remedy-standard-tasks = standard tasks
items-remedy-feasibility = feasibility
items-remedy-teamwork = teamwork
items-remedy-fit = fit
items-remedy-control = control
items-remedy-measure = measure it
items-remedy-horizontal-talk = horizontal talk
items-remedy-honest-promises = honest promises

# The zone of tolerance.

items-zone-below = { $count ->
    [0] None falls below what is accepted
    [one] One falls below what is accepted
   *[other] { $count } fall below what is accepted
}
items-zone-legend = least accepted to should
items-zone-perceived = perceived

# The profile.

items-profile-worst = { $dimension } falls short most, by { $gap }
items-profile-none-short = Nothing falls short
items-profile-without = Without a dimension
items-profile-expected = should
items-profile-interval = 95 % interval
items-profile-gap = { $gap } [{ $low }, { $high }]

# Importance and performance.

items-importance-first = { $count ->
    [0] Nothing to concentrate on
    [one] Concentrate on: { $first }
   *[other] { $count } to concentrate on, first { $first }
}
items-importance-axis-weight = importance (weight)
items-importance-axis-should = importance (should)
items-unnamed = { $count } not named for want of room
items-cross-means = parted at the means
items-cross-moved = parted where the cross was drawn; a double click sets it to the means
items-cross-across = From which perceived value on something is done well
items-cross-up = From which importance on something is important
items-without-weight = without a weight, left out: { $items }
items-without-should = without “should”, left out: { $items }
items-performance-axis = perceived

# Kano.

items-kano-counts = { $basic } basic, { $expected } expected, { $exciting } exciting
items-kano-better = satisfaction with it
items-kano-worse = dissatisfaction without it

# What a picture lacks.

items-lack-profile = The profile needs what customers ought to get and what they got: enter “should” and “perceived”, or read a survey
items-lack-gaps = The gaps need an item with what customers ought to get and what they got
items-lack-zone = The zone of tolerance needs “least” or “should”, and “perceived”
items-lack-importance = Importance and performance need “perceived” and a weight or “should”
items-lack-kano = The plane needs answers with and without each feature: read a Kano table (K1+, K1- … or item, A, O, M, I, R, Q)

# Fields of the inspector.

cause-people = People
cause-technology = Technology
cause-management = Management
cause-outside = Outside
guard-task = Staff: the task
guard-treatment = Staff: the treatment
guard-tangible = Staff: what is seen
guard-preparation = Customer: preparation
guard-encounter = Customer: during the encounter
guard-resolution = Customer: afterwards
stage-win = Win
stage-serve = Serve
stage-keep = Keep
stage-win-back = Win back

details-section-guard = Guard and response
details-cause = Cause
details-cause-help = Where the failure comes from
details-guard = Guard
details-guard-hint = such as a form that cannot be sent half filled in
details-guard-help = What keeps it from happening (poka-yoke)
details-guard-kind = It guards
details-guard-kind-help = Against which errors the guard is: of the staff, or of the customer
details-response = Response
details-response-help = Avoid: design it away. Transfer: let others bear it. Reduce: make it rarer or milder. Accept: live with it
details-recovered = Put right
details-recovered-help = The share of the failures that is put right to the customer’s satisfaction
details-staff-rating = Rating by staff
details-staff-rating-help = How well it serves those who work here
details-authority-hint = What they may decide alone
details-section-role-documents = Skills and authority
details-stage = Stage
details-stage-help = Which part of the customer’s life with the service this is
details-section-aims = Aims and customers
details-concept = Service concept
details-concept-hint = What the service is to be, in a sentence
details-review-days = Review after
details-review-days-help = After how many days a procedure is to be looked at again
details-budget = Budget a month
details-budget-help = What people and means may cost in a month; opening hours say how long a month is
details-section-relation = Customers over time
details-visits = Visits a year
details-visits-hint = such as 2
details-visits-help = How often a customer comes in a year
details-retention = Retention
details-retention-help = The share of the customers of a year who come again in the next
details-discount = Discount rate
details-discount-help = By how much a payment is worth less a year later
details-acquisition = Winning one
details-acquisition-help = What it costs to win a customer
details-win-back = Won back
details-win-back-help = The share of those who left that is won back
details-win-back-cost = Winning back
details-win-back-cost-help = What it costs to win one back
details-urgency-none = Without classes everybody is served in the order in which they come
details-urgency-add = Add a class
details-urgency-new = Class { $number }
details-urgency-remove = Remove { $name }
details-urgency-share = Share
details-urgency-share-help = The share of the customers; classes without one divide what is left
details-urgency-within = Served within
details-urgency-within-help = The longest that they should wait
details-section-factors = Design of the place
details-factor-hint = Why

# A survey on its way in.

survey-title = What customers answered
survey-taken-on = Taken on
survey-pasted = a pasted table
survey-respondents = { $count } asked
survey-of-items = { $count ->
    [one] Answers about { $count } item
   *[other] Answers about { $count } items
}
survey-of-dimensions = { $count ->
    [one] Answers in { $count } dimension
   *[other] Answers in { $count } dimensions
}
survey-of-kano = { $count ->
    [one] What { $count } item is to customers (Kano)
   *[other] What { $count } items are to customers (Kano)
}
survey-adds-items = { $count ->
    [one] Adds { $count } item
   *[other] Adds { $count } items
}
survey-wrong = { $count ->
    [one] One place is not clear; nothing was taken yet
   *[other] { $count } places are not clear; nothing was taken yet
}
survey-leave-out = Leave these out
survey-take = Take the survey
survey-taken = The survey was taken

# Quality from other sides, beside the sheet.

views-trend = Trend
views-trend-summary = { $before } → { $now }
views-trend-help = All surveys by the weights of today. From the last but one to the last:
views-wave = { $score }, { $count } asked
views-parts = By part
views-parts-whole = Perceived
views-stars = Beside it, the stars of the surroundings: { $stars }
views-wait = Beside it, the wait that is computed: { $time }
views-of-items = { $count } { $count ->
    [one] item
   *[other] items
}
views-nothing = nothing here yet
views-needs = Needs
views-ideas = { $count ->
    [0] no idea yet
    [one] one idea
   *[other] { $count } ideas
}
views-idea = Idea, latent and exciting: { $item }
views-more = and { $count } more
views-copy = Copy as a picture
views-title = Views of quality
views-known = { $known } of { $all }
views-five = Five definitions
views-eight = Garvin’s eight
part-of-interaction = Interaction
part-of-environment = Environment
part-of-outcome = Outcome
part-attitude = Attitude
part-behaviour = Behaviour
part-expertise = Expertise
part-ambience = Ambience
part-design = Design
part-social = Other customers
part-waiting = Waiting
part-tangibles = Tangibles
part-valence = Valence
voice-direct = Direct
voice-direct-help = Customers say it
voice-latent = Latent
voice-latent-help = It was found out; what is latent and exciting is an idea
voice-internal = Internal
voice-internal-help = The firm’s own need
view-transcendent = Transcendent
view-transcendent-help = What customers think of the whole, from the last survey
view-product = Product
view-product-help = The share of the time that adds value
view-user = User
view-user-help = The weighted score: perceived less what ought to be
view-manufacture = Manufacture
view-audits-help = The share of the latest audits in which the standard was kept
view-value = Value
view-value-help = Perceived per cost of a customer
view-performance = Performance
view-performance-help = How long a visit takes
view-features = Features
view-features-help = How many steps add value
view-reliability = Reliability
view-reliability-help = The share of the customers at whom nothing fails
view-conformance = Conformance
view-durability = Durability
view-durability-help = The share of the customers who stay
view-serviceability = Serviceability
view-serviceability-help = The share of the failures that are put right
view-aesthetics = Aesthetics
view-aesthetics-help = The stars of the surroundings
view-perceived = Perceived quality
view-perceived-help = What customers got, on the scale of the survey
view-points-per = { $points } per { $unit }
view-steps = { $count } { $count ->
    [one] step
   *[other] steps
}
view-stars = { $stars } of 5 stars
items-column-part = Part
items-column-part-help = Which part of quality: of the interaction, the environment or the outcome
items-column-voice = Need
items-column-voice-help = Whose need it is: said by customers, found out, or the firm’s own
