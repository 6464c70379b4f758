# The simulation: what it found beside the formulas, and whom to believe.

simulate-precise = Long run: precise after { $customers } customers in 16 runs.
simulate-time = Long run: the time is over after { $customers } customers in 16 runs; the intervals are wider than was asked for.
simulate-stopped = Long run: stopped after { $customers } customers in 16 runs, as no time would be enough.
simulate-unsettled = Long run: not settled after { $customers } customers in 16 runs: lines still grow, or the load is close to the capacity. Give it more time.
simulate-unsettled-growth = So far { $growth } more { $period ->
    [hour] an hour
   *[other] a { $period }
} come than leave; { $output } leave served.
simulate-too-much = More than 1,000,000 customers would be inside: this is too much to simulate.
simulate-too-many-inside = More than 1,000,000 customers would be inside, most of them at { $step }: this is too much to simulate.
simulate-too-long = A time of { $step } is longer than 1,000,000,000 s: this is too much to simulate.
simulate-no-steady-state = There is no steady state: the line grows by { $growth } { $period ->
    [hour] an hour
   *[other] a { $period }
}.
simulate-at-capacity = There is no steady state: exactly as many come as can be served, and the line grows without end.
simulate-not-attained = The time was too short to find the capacity that is attained. Give it more.
simulate-lacks = It cannot be simulated yet: the simulation { $lacks }.
simulate-lacks-of = { $name } cannot be simulated yet: the simulation { $lacks }.
simulate-nobody-comes = { $name }: nobody comes, as the demand is zero. Give it customers to simulate.
simulate-column-formula = Formula
simulate-column-simulation = Simulation
simulate-column-believe = Believe
simulate-attained = Capacity attained
simulate-labour-cost = Labour cost per hour
simulate-output = Output
simulate-wait-at = Wait at { $name }
simulate-within-at = Within the accepted wait at { $name }
simulate-busy = { $name } busy
simulate-wait-of = Wait of { $name }
simulate-within-limit-of = Within the limit of { $name }
simulate-beyond = Formulas know nothing of { $things }: where they and the simulation differ, the simulation is right.
simulate-beyond-order = who has been inside longest
simulate-beyond-urgency = urgency
simulate-beyond-priority = priorities
simulate-beyond-patience = patience
simulate-beyond-room = waiting places that can be full
simulate-beyond-batch-wait = batches that start before they are full
simulate-believe-either = either
simulate-believe-formula = the formula
simulate-believe-load = the formula: more work than time
simulate-believe-simulation = the simulation
simulate-believe-neither = neither: they contradict each other, which is a mistake of the program
simulate-believe-nothing-yet = nothing yet
simulate-bad-precision = “{ $text }” is no precision: give a share between 0 and 100 %, such as 2 %
simulate-bad-time = “{ $text }” is no length of time up to a day: give one such as 30 s
simulate-bad-number = { $option } { $text }: enter a whole number from 1
simulate-bad-seed = “{ $text }” is no start of random numbers: give a whole number from 0 to 4,294,967,295
day-precise =
    { $from ->
        [none] The day
       *[other] The day, { $from } to { $to }
    }: precise after { $count ->
        [one] one simulated day
       *[other] { $days } simulated days
    }.
day-days =
    { $from ->
        [none] The day
       *[other] The day, { $from } to { $to }
    }: { $count ->
        [one] one simulated day
       *[other] { $days } simulated days
    }.
day-time =
    { $from ->
        [none] The day
       *[other] The day, { $from } to { $to }
    }: the time is over after { $count ->
        [one] one simulated day
       *[other] { $days } simulated days
    }; the intervals are wider than was asked for.
day-column-day = The day
day-column-long-run = Long run, by formula
day-column-begins = From
day-column-inside = Inside
day-column-wait = Wait at a step
day-column-busy = { $name }, busy / on duty
day-arrivals = Customers who come
day-served = Served
day-gave-up = Gave up
day-no-room = Found no room
day-unserved = Left unserved
day-carried-in = Inside from the day before
day-carried-over = Inside into the next day
day-median = Half are out within
day-p90 = 90 % are out within
day-p95 = 95 % are out within
day-within-promise = Within the promise
day-wait = Waiting in all
day-wip-max = Most inside
day-inside-at-closing = Inside at closing
day-overtime = From closing to the last one out
day-paid-hours = Paid hours
day-overtime-hours = Overtime in hours
day-labour-cost = Labour cost
day-cost-per-customer = Cost per customer
day-profit = Profit
simulate-bad-mode = “{ $text }” is no mode: day or long-run
simulate-needs-hours = This needs opening hours: add a day, or use --mode long-run
simulate-days-of-long-run = --days and --log are of the day, not of the long run: use --mode day
simulate-days-at = --at asks for the long run of one interval, which has no days: leave out --mode day, --days and --log, or leave out --at
simulate-tables-of-long-run = --counts and --appointments are of the day, not of the long run: use --mode day, or --at for one interval
simulate-no-such-day =
    --day { $day }: { $count ->
        [one] only one day is simulated, which has the number 0
       *[other] { $days } days are simulated at most, numbered from 0 to { $last }
    }
simulate-bad-day = “{ $text }” is no number of a day: give a whole number from 0

# In the window.

section-simulation = Formula or simulation
simulation-running = Simulating…
simulation-running-after = Simulating… { $customers } customers so far
simulation-precise = Precise to ±2 % after { $customers } customers in 16 runs
simulation-time = The time is over after { $customers } customers in 16 runs; not yet precise to ±2 %
simulation-unsettled = Not settled after { $customers } customers in 16 runs: lines still grow, or the load is close to the capacity. The formulas stand.
simulation-by-hand = Stopped after { $customers } customers in 16 runs
simulation-held = First figures after { $customers } customers; more once you let go
simulation-nothing = Stopped before anything was known
simulation-not-settled = not settled
simulation-too-much = too much to simulate
simulation-no-steady-state = no steady state
simulation-grows = There is no steady state: { $grows }
simulation-lost = The simulation broke off.
simulation-contradiction = An exact formula and the simulation contradict each other. One of the two is a mistake of the program: please report it.
simulation-stop = Stop
simulation-go-on = Go on
simulation-again = Try again
simulation-attained = Attained in the simulation: { $rate }
simulation-believe-either = either
simulation-believe-formula = formula
simulation-believe-load = formula: load
simulation-believe-simulation = simulation
simulation-believe-neither = neither
simulation-believe-nothing-yet = nothing yet
why-simulated = Simulated: { $customers } customers in 16 runs, each from an empty service on. The start of the runs, while it still mattered, is left out.
why-simulated-formula = The formula says { $value } ({ $basis }).
why-simulated-no-formula = There is no formula for it: it { $lacks }.
why-simulation-agrees = The simulation says the same: { $value }.
why-simulation-attains = With twice as many customers as that, { $value } left served in the simulation: so much is attained.
why-simulation-contradicts = The simulation contradicts this: { $value }. One of the two is a mistake of the program.

# Two scenarios on the same customers.

compare-no-difference-seen = No difference seen: the interval holds zero

# Against another scenario, on the same customers.

simulate-versus = { $other } compared with { $scenario }, on the same customers:
simulate-versus-unsettled = { $other } cannot be compared with { $scenario } yet: not both have settled. Give it more time.
day-no-time = The time was over before a first round of days was done: some { $customers } customers come on each. Give it more with --time.
simulate-versus-itself = “{ $name }” would be compared with itself: name another scenario with --versus.
simulate-versus-no-time = There was no time left to compare { $other } with { $scenario }. Give it more.
simulate-less = less
simulate-more = more
simulate-no-difference = no difference seen
