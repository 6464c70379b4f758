# The redesign: its goal, rules, results, and what stands in its way.

advisor-title = Redesign
advisor-question = How few people reach the target, and how much must change?

# Goal and rules.

advisor-target = Target
advisor-target-rate = Rate at least
advisor-target-people = Number of people
advisor-target-cost = Cost at most
advisor-unit-people = people
advisor-rules = Rules
rule-first = { $step } comes first
rule-last = { $step } comes last
rule-before = { $first } comes before { $then }
rule-alone = { $step } is a job of its own
rule-together = { $steps } stay in one job
rule-one-thing = One { $thing }: { $step } at one place
rule-places =
    { $count ->
        [one] { $step } at one place
       *[other] { $step } at { $count } places at most
    }
rule-trained = { $role } may learn { $step }
rule-widest =
    { $count ->
        [one] One step per job
       *[other] At most { $count } steps per job
    }
rule-order = Today’s order is kept
rule-roles = Only those who do it today
rule-held = { $rule } (set for the whole file)
rule-one-worker = One person per job
rule-keep-visibility = No job crosses the line of visibility
rule-remove = Remove the rule: { $rule }
rule-wider = One more step per job
rule-narrower = One step fewer per job
rule-add = + Add a rule…
new-rule-sort = Kind of rule
new-rule-first = Comes first
new-rule-last = Comes last
new-rule-before = Comes before another
new-rule-alone = Is a job of its own
new-rule-together = Stays in one job with another
new-rule-places = Limit on places
new-rule-trained = Who may learn it
new-rule-step = Choose a step
new-rule-other-step = Choose the other step
new-rule-role = Choose a role
new-rule-count = Places at most
new-rule-add = Add

# Progress of the search.

advisor-searching = Searching…
advisor-stop = Stop
advisor-stopped = Stopped early
advisor-again = Search again
advisor-nothing = Nothing to search
advisor-proven = Proven best for { $people }
advisor-proven-between = Proven best for { $people }, decisions left where they are
advisor-proven-at-most = { $proven } (at most)
advisor-less-than-today = Less than today’s { $people } reach
advisor-best-found = Best found, at most { $rate } possible

# The designs.

advisor-plot = People and capacity
advisor-axis-people = people
advisor-mark = { $people }, { $rate }
advisor-mark-at-least = { $people }, at least { $rate }
advisor-today-mark = today { $rate }
advisor-target-line = target { $rate }
advisor-take = Take { $target } as the target
advisor-designs = Designs with { $people } at { $rate }
advisor-equal =
    { $count ->
        [one] no other is as good
       *[other] { $count } equally good, fewest changes first
    }
advisor-equal-more = { $count } and more equally good, fewest changes first
advisor-show-all = Show all { $count }
advisor-show-few = Show fewer
advisor-design = { $jobs }: { $changes }
advisor-task = { $number }  { $name }, { $time }
advisor-merges =
    { $count ->
        [one] 1 merge
       *[other] { $count } merges
    }
advisor-splits =
    { $count ->
        [one] 1 split
       *[other] { $count } splits
    }
advisor-moved =
    { $count ->
        [one] 1 person added or moved
       *[other] { $count } people added or moved
    }
advisor-reordered =
    { $count ->
        [one] 1 step reordered
       *[other] { $count } steps reordered
    }
advisor-no-change = Nothing changes
advisor-design-balance = Balance { $share }

# What a design changes.

advisor-changes = What changes
advisor-today = today
advisor-design-head = design
advisor-people = People
advisor-time-at = Throughput time, { $rate }
advisor-skills = Most steps per person
advisor-no-end = no steady value
advisor-better = better
advisor-worse = worse
advisor-row = { $name }: { $today } → { $design } { $meaning }
advisor-at-capacity = Cost and balance at full load
advisor-why = Why not more
advisor-limit = { $steps } ({ $who }): at most { $rate }
advisor-limit-stays = What stays as it is can serve no more than { $rate }
advisor-limit-more =
    { $count ->
        [one] Another job has the same limit
       *[other] { $count } other jobs have the same limit
    }
advisor-one-more = One more person adds { $rate }
advisor-one-more-at-most = One more person: at most { $rate } in all
advisor-one-more-nothing-at-most = One more person does not raise this bound
advisor-one-more-nothing = One more person adds nothing
advisor-training = Training and staffing
advisor-learns =
    { $count ->
        [one] { $who } learns { $steps }
       *[other] { $who } learn { $steps }
    }
advisor-nobody-learns = Nobody has to learn anything
advisor-shift = { $name }: { $today } → { $design }
advisor-staying = What stays as it is
advisor-stays = { $step }: { $why }
advisor-preview = Preview on the sheet
advisor-make = Create scenario
advisor-scenario-name = { $rate } with { $people }
advisor-previewing = Preview: { $name } – nothing is changed
advisor-back = Back

# Limits of a result.

redesign-proven-bound = the highest of these bounds; whether it is reached is not proven
redesign-rate-at-most = at most { $rate }
redesign-rate-at-least = at least { $rate }
redesign-cost-at-least = at least { $cost }
redesign-cost-at-most = at most { $cost }
redesign-target-at-most = The target is reached at most: capacities are upper bounds here, and the true ones may be lower
redesign-target-cost-at-least = The target is kept at best: costs are lower bounds here, and the true ones may be higher
redesign-assumed-worker = Worker at { $name }
redesign-assumed =
    { $count ->
        [one] One step names nobody: it counts as one worker of its own, who may do other steps too.
       *[other] { $count } steps name nobody: each counts as one worker of its own, who may do other steps too.
    }
redesign-less-than-today = less than today
redesign-today-reaches-more = Today’s people reach more, as some of them do steps that are not next to each other. A design here is made of jobs of neighbouring steps, and “proven best” means best among such designs.
redesign-free-between-decisions = The order is free between decisions, forks and joins; “proven best” means best among the designs that leave those where they are.

# Why a step stays as it is.

stays-several-at-once = it needs several of the staff at once
stays-kept-unit = something stays with the customer over several steps
stays-stand-in = equipment or partners could do it as well
stays-partner = a partner takes part
stays-equipment = its equipment or places do not simply grow with the staff
stays-shared = the same people or things do other work that stays

# Why there is no redesign.

obstacle-lacks = No redesign without a capacity of today: { $reason }
obstacle-no-staff = No step is done by staff, so there is nothing to regroup
obstacle-nothing-to-regroup = Nothing can be regrouped. { $step } stays as it is: { $reason }
obstacle-too-many-tasks = { $count } pieces of work are too many; up to { $most } can be regrouped
obstacle-order-in-circle = The rules require an order that goes in a circle: remove one of them
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
