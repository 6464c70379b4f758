# What would help: suggestions, the heuristics behind them, their price, and the levers.

help-capacity = More customers
help-time = Shorter visits
help-none = No single change lifts the capacity
help-none-time = No single change is sure to shorten the visit
help-time-growing = While the queue grows, visits have no steady length: raise the capacity first
help-nothing = One more of these does not raise the capacity: { $names }
help-no-wait = Hardly anybody waits for: { $names }

# Suggestions.

proposal-one-more =
    { $count ->
        [2] Second { $name }
        [3] Third { $name }
       *[other] One more { $name }
    }
proposal-one-more-place =
    { $count ->
        [2] Second place: { $name }
        [3] Third place: { $name }
       *[other] One more place: { $name }
    }
proposal-one-more-each = One more each: { $names }
proposal-help = Let { $helper } help the { $helped }
proposal-pool = Pool { $first } and { $second }
proposal-hand-over = { $name }: { $to } instead of { $from }
proposal-merge = Merge { $first } and { $second }
proposal-side-by-side = { $first } and { $second } in parallel
proposal-afterwards = { $name } after the visit
proposal-decide-before = { $decision } before { $name }
proposal-shorten = { $name }: { $from } → { $to }
proposal-leave-out = Leave out { $name }
proposal-automate = Let a machine do { $name }

# The heuristics.

heuristic-extra-resources = Extra resources
heuristic-flexible-assignment = Flexible assignment
heuristic-specialist-generalist = From specialists to generalists
heuristic-exploit = Exploit the bottleneck
heuristic-task-elimination = Task elimination
heuristic-task-composition = Task composition
heuristic-parallelism = Parallelism
heuristic-contact-reduction = Contact reduction
heuristic-knock-out = Knock-out
heuristic-task-automation = Task automation
heuristic-source = { $name } (Reijers & Limam Mansar 2005)
heuristic-source-constraint = { $name } (Goldratt & Cox 1984)

# What a suggestion costs besides.

trade-cost = { $cost } more per hour
trade-cost-unknown = What it costs is not known
trade-training = Training for { $name }
trade-haste = Quality must not suffer from haste
trade-missed = Customers do without it
trade-longer-jobs = One hand-off fewer, but longer jobs
trade-result-later = The customer hears the result later
trade-waits-for-both = Whoever finishes first waits for the other
trade-order = Only if the decision does not need what the step finds out
trade-independent = Only if neither needs what the other finds out
trade-set-up = Money and time to set it up; a failure stops the step
trade-ask = Say how long it would take

# The card beside the panel.

suggestion-gain = { $name } { $gain }
suggestion-today = Today
suggestion-then = Then
suggestion-uncertain = { $figures }: the two figures are not exact enough to say which is greater
suggestion-staff = Staff
suggestion-time = Its time
suggestion-cost = Cost per hour
suggestion-cost-hint = unknown
suggestion-time-hint = such as 20 s
suggestion-try = Apply here
suggestion-make = Create scenario
suggestion-thinking = Searching for improvements…
suggestion-levers = Levers are set. Reset them to preview these on the sheet

# Levers.

section-levers = Levers
levers-meaning = Try numbers without changing anything. Nothing is kept until you say so
levers-demand = Demand
levers-people = How many
levers-times = Times
levers-times-all = All times
levers-keep = Keep as scenario
levers-back = Reset
levers-set = Levers set, not kept
levers-were-put-back = The levers were reset: only a scenario of their own keeps them
levers-name-demand = demand { $rate }
levers-name-role = { $name }: { $count } on duty
levers-name-things = { $name }: { $count }
levers-name-time = { $name } { $percent }
levers-times-of-roles = Times of each role’s work
levers-times-of-bottleneck = Times at the bottleneck
levers-gaps = Arrivals
levers-helpers = Who may do it
levers-nobody-else = nobody else
levers-helpers-help = Lets another role do the step as well: whoever is free
levers-name-helper = { $name } also for { $step }
levers-name-price = price { $price }
levers-less = One { $name } fewer
levers-more = One { $name } more
levers-on-duty = { $count } on duty
levers-on-duty-still = still { $count } on duty
