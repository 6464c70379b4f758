# What the redesign advisor says.

redesign-staff = Staff
redesign-cost = Cost per customer
redesign-designs = Designs
redesign-proof = Proof
redesign-today = today { $count }
redesign-at-least = at least { $count }
redesign-no-gain = no more than { $people } reach
redesign-proven = proven best
redesign-proven-bound = the highest of these bounds; whether it is reached is not proven
redesign-rate-at-most = at most { $rate }
redesign-rate-at-least = at least { $rate }
redesign-cost-at-least = at least { $cost }
redesign-cost-at-most = at most { $cost }
redesign-target-at-most = The target is reached at most: capacities are upper bounds here, and the true ones may be lower
redesign-target-cost-at-least = The target is kept at best: costs are lower bounds here, and the true ones may be higher
redesign-job = { $role } ×{ $count }
redesign-assumed-worker = Worker at { $name }
redesign-assumed =
    { $count ->
        [one] One step names nobody: it counts as one worker of its own, who may do other steps too.
       *[other] { $count } steps name nobody: each counts as one worker of its own, who may do other steps too.
    }
redesign-free-between-decisions = The order is free between decisions, forks and where ways meet; “proven best” means best among the designs that leave those where they are.
redesign-unproven = at most { $rate } is possible
redesign-point = { $people }, { $rate }: fewest changes first
redesign-changes = { $merges } merged, { $splits } split, { $moved } new or moved people, { $reordered } re-ordered
redesign-stays = Stays as it is
redesign-scenario-name = { $people }, { $rate }

stays-several-at-once = it needs several of the staff at once
stays-kept-unit = something stays with the customer over several steps
stays-stand-in = equipment or partners could do it as well
stays-partner = a partner takes part
stays-equipment = its equipment or places do not simply grow with the staff
stays-shared = the same people or things do other work that stays

obstacle-lacks = No redesign without a capacity of today: { $reason }
obstacle-no-staff = No step is done by staff, so there is nothing to regroup
obstacle-nothing-to-regroup = Nothing can be regrouped. { $step } stays as it is: { $reason }
obstacle-too-many-tasks = { $count } pieces of work are too many; up to { $most } can be regrouped
obstacle-order-in-circle = The rules ask for an order that goes round in a circle: take one of them back
obstacle-too-few = { $people } would be too few: under these rules it takes at least { $least }
obstacle-no-design = No grouping of the work keeps to these rules with { $people }: loosen one
obstacle-rate-out-of-reach = No number of people reaches this: { $rate } is the best possible under these rules
obstacle-rate-out-of-reach-at-most = No number of people reaches this: at most { $rate } is possible under these rules
obstacle-rate-staying = Regrouping the work does not reach this: what stays as it is ({ $steps }) can serve no more than { $rate }. More people there are not tried
obstacle-rate-not-found = No design was found that reaches this: the best one found serves { $rate }
obstacle-cost-out-of-reach = No design found costs so little: { $cost } per customer is the least
obstacle-cost-out-of-reach-at-least = No design found costs so little: it is at least { $cost } per customer
obstacle-cost-unknown = The cost is not known: give each role of the staff a cost per hour
obstacle-role-without-tasks = { $name } does no work that can be regrouped

command-bad-target = --target { $text }: { $reason }. Write it like 120/h
command-bad-target-cost = --target-cost { $text }: { $reason }. Write an amount like 0.90
command-bad-staff = --staff { $text }: write a number from 1 to { $most }, a range like 6..12, or roles like Nurse=3,Doctor=2
command-staff-twice = --staff { $text }: { $name } is named twice
command-no-such-step = There is no step called “{ $name }”. The most similar one is “{ $nearest }”
command-no-such-role = There is no role called “{ $name }”. The most similar one is “{ $nearest }”
command-no-task = The step “{ $name }” holds no work of the staff that can be regrouped. The most similar one is “{ $nearest }”
command-redesigned = Saved { $file } with the scenario “{ $name }”

# What would help, and levers.

# What is proposed.

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
proposal-side-by-side = { $first } and { $second } side by side
proposal-afterwards = { $name } after the visit
proposal-decide-before = { $decision } before { $name }
proposal-shorten = { $name }: { $from } → { $to }
proposal-leave-out = Leave out { $name }
proposal-automate = Let a machine do { $name }

# The heuristics.

heuristic-extra-resources = Extra resources
heuristic-flexible-assignment = Flexible assignment
heuristic-specialist-generalist = From specialists to generalists
heuristic-exploit = Make the most of the bottleneck
heuristic-task-elimination = Task elimination
heuristic-task-composition = Task composition
heuristic-parallelism = Parallelism
heuristic-contact-reduction = Contact reduction
heuristic-knock-out = Knock-out
heuristic-task-automation = Task automation
heuristic-source = { $name } (Reijers & Limam Mansar 2005)
heuristic-source-constraint = { $name } (Goldratt & Cox 1984)

# What it costs beside.

trade-cost = { $cost } more per hour
trade-cost-unknown = What it costs is not known
trade-training = Training for { $name }
trade-haste = Quality must not suffer from haste
trade-missed = Customers do without it
trade-longer-jobs = One hand-off fewer, longer jobs
trade-result-later = The customer hears the result later
trade-waits-for-both = Who is done first waits for the other
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
suggestion-try = Try it here
suggestion-make = Make it a scenario
suggestion-thinking = Looking for what would help…
suggestion-levers = The levers are set. Put them back to see these on the sheet
suggestion-machine = Machine for { $name }
scenario-numbered = { $name } ({ $number })

# Levers.

section-levers = Levers
levers-meaning = Try numbers without changing anything. Nothing is kept until you say so
levers-demand = Demand
levers-people = How many
levers-times = Times
levers-times-all = All times
levers-keep = Keep as scenario
levers-back = Put back
levers-set = Levers set, not kept
levers-were-put-back = The levers were put back: they are kept only as a scenario of their own
levers-name = What if: { $changes }
levers-name-demand = demand { $rate }
levers-name-role =
    { $count ->
        [one] { $count } { $name }
       *[other] { $count } × { $name }
    }
levers-name-time = { $name } { $percent }
levers-times-of-roles = Times of each role's work
levers-times-of-bottleneck = Times at the bottleneck
levers-less = One { $name } less
levers-more = One { $name } more
