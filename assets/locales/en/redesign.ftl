# What the redesign advisor says.

redesign-staff = Staff
redesign-cost = Cost per customer
redesign-designs = Designs
redesign-proof = Proof
redesign-today = today { $count }
redesign-at-least = at least { $count }
redesign-no-gain = no more than { $people } reach
redesign-proven = proven best
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
obstacle-too-few = { $people } are too few: under these rules it takes at least { $least }
obstacle-no-design = No grouping of the work keeps to these rules with { $people }: loosen one
obstacle-rate-out-of-reach = No number of people reaches this: { $rate } is the best possible under these rules
obstacle-cost-out-of-reach = No design found costs so little: { $cost } per customer is the least
obstacle-cost-unknown = The cost is not known: give each role of the staff a cost per hour
obstacle-role-without-tasks = { $name } does no work that can be regrouped

command-bad-target = --target { $text }: { $reason }. Write it like 120/h
command-bad-target-cost = --target-cost { $text }: { $reason }. Write an amount like 0.90
command-bad-staff = --staff { $text }: write a number, a range like 6..12, or roles like Nurse=3,Doctor=2
command-no-such-step = There is no step called “{ $name }”. The most similar one is “{ $nearest }”
command-no-such-role = There is no role called “{ $name }”. The most similar one is “{ $nearest }”
command-no-task = The step “{ $name }” holds no work of the staff that can be regrouped. The most similar one is “{ $nearest }”
command-redesigned = Saved { $file } with the scenario “{ $name }”
