# Why a figure is what it is: the arithmetic with the blueprint's own numbers.

why-customers-per-hour =
    { $count ->
        [one] { $number } customer per hour
       *[other] { $number } customers per hour
    }
why-customers-at =
    { $count ->
        [one] { $number } customer per { $period }
       *[other] { $number } customers per { $period }
    }
why-more-customers-at =
    { $count ->
        [one] { $number } customer per { $period } more
       *[other] { $number } customers per { $period } more
    }
why-growth-at =
    { $count ->
        [one] { $number } customer per { $period }
       *[other] { $number } customers per { $period }
    }
why-customers =
    { $count ->
        [one] { $number } customer
       *[other] { $number } customers
    }
why-servers =
    { $count ->
        [one] 1 server
       *[other] { $count } servers
    }
why-times = { $count } × { $what }
why-per-hour = { $amount } /h
why-pool-places =
    { $count ->
        [one] place at { $name }
       *[other] places at { $name }
    }
why-pool-assumed = assumed server at { $name }

# Capacity.

why-capacity =
    { $count ->
        [one] { $offer } { $pool }
       *[other] { $offer } × { $pool }
    } ÷ { $work } = { $rate }.
why-capacity-alike =
    { $count ->
        [one] { $pools } limits it just as much.
       *[other] { $pools } limit it just as much.
    }
why-capacity-next = Every other pool could serve more: the next limit is { $pools } with { $rate }, { $gap }.
why-capacity-then = { $limit } { $reach }
why-capacity-reach =
    { $units ->
        [one] { $number } more unit
       *[other] { $number } more units
    } of { $pool } or { $share } less work would reach it.
why-capacity-reach-units =
    { $units ->
        [one] { $number } more unit
       *[other] { $number } more units
    } of { $pool } would reach it.
why-capacity-reach-work = { $share } less work for what limits now would reach it.
why-capacity-slack = { $rate }, { $share } unused
why-capacity-no-other = Nothing else limits the service.
why-work-setup = ({ $time } + { $setup } set-up)
why-work-batch = { $work } ÷ { $batch }
why-work-kept = { $work } + { $kept } kept
why-work-count = { $work } × { $count } at once
why-work-count-all = ({ $work }) × { $count } at once
why-role-work = The time that one customer takes of this role, step by step, adds up to { $time }.
why-step-capacity = Served at once { $servers } ÷ ({ $work }) = { $rate }.
why-step-batch = { $servers } × { $batch }
why-cycle-time = One customer every { $time } at full load: 1 h ÷ { $customers }.
why-cycle-time-trap = This is not the time a customer spends here: that is the throughput time.
why-utilisation = Demand { $demand } ÷ capacity { $capacity } = { $share }.
why-utilisation-spare = There is room for { $rate }.
why-utilisation-full = Without any room to spare the queue grows whenever arrivals or times vary.
why-utilisation-grows = The queue grows by { $rate }.
why-order-teams-first = Reached where steps that need several at once go first; otherwise one stands idle while it waits for another.
why-order-stand-ins = Reached where those who stand in for others put first what only they can do.

# Times.

why-rush-order = The time of each step, as often as a customer passes it, adds up to { $time }.
why-throughput = The wait and the time of each step, as often as a customer passes it, add up to { $time }.
why-throughput-wait = { $wait } wait + { $time }
why-throughput-wait-several = { $count } × ({ $wait } wait + { $time })
why-settling = It takes about { $time } of steady demand until the waits are as long as this.
why-settling-day = It takes about { $time } of steady demand until the waits are as long as this: on a day as short as yours people wait less.
why-fork = In parallel after { $name }
why-forks = Of parallel branches only the longest counts.
why-fork-on-arrival = In parallel on arrival
why-fork-fixed = Times that do not vary: the longest branch is always the same, except for decisions.
why-fork-random = Where times vary, any branch may be the last: the average of the longest follows from how each of them is spread.
why-fork-flatto-hahn = Two equal queues side by side: exact for Poisson arrivals and exponential times.
why-fork-nelson-tantawi = Equal queues side by side, for Poisson arrivals and exponential times: within 2 % for up to five of them, each at most 80 % busy.
why-fork-contested = The branches need the same people: together they take at least as long as the longest of them, and as long as all the work of those people, divided among them.
why-fork-longest-mean = The longest branch by average times is taken, which is less than the average of the longest.
why-branch-empty = Straight on
why-branch-longest = { $time }, decides
why-branch-slack = { $time }, slack { $slack }
why-wip = { $output } × { $time } = { $inside } customers in the system.

# Labour and money.

why-labour-content = The staff time of one customer, role by role, adds up to { $time }.
why-labour-utilisation = { $content } of staff time × { $output } ÷ { $people } paid for the hour = { $share }.
why-balance = { $content } of staff time ÷ ({ $people } × { $time } of cycle time) = { $share }.
why-cost = { $paid } paid in an hour ÷ { $output } = { $cost } a customer.
why-cost-material = { $paid } paid in an hour ÷ { $output }, and { $material } of material = { $cost } a customer.
why-cost-overhead = Overhead
why-profit = ({ $price } − { $cost }) × { $output } = { $profit } an hour.
why-margin = { $price } − { $cost } = { $margin } a customer.
why-busy-cost = The time at work for one customer, at the cost per hour of each role, adds up to { $cost }.
why-execution-profit = { $price } − { $busy } of work − { $material } of material = { $profit } a customer.
why-execution-profit-idle = Only time at work is counted here; what idle time costs is part of the cost per customer.
why-break-even = ({ $price } − { $material } of material) ÷ { $rate } a minute = { $time }.
why-break-even-now = The execution lasts { $time } now.
why-delay-cost = { $busy } of work ÷ { $time } = { $rate } a minute.
why-step-delay-cost = One more minute here costs { $rate } each time.

# Waiting.

why-no-queue = Nobody waits here: it takes as many customers as come.
why-queue = { $servers } of { $pool }, { $busy } busy: an average wait of { $wait }.
why-queue-service-scv = Service times have an SCV of { $service }.
why-queue-gap-scv = Inter-arrival times have an SCV of { $gaps }.
why-queue-both-scv = Inter-arrival times have an SCV of { $gaps }, service times one of { $service }.
why-queue-basis = { $basis }.
why-served-who = { $waiting } have to wait, { $wait } on average.
why-served-within = Within { $acceptable }: 1 − { $waiting } × e^(−{ $acceptable } ÷ { $wait }) = { $share }.
why-served-exponential = The wait of those who wait is exponential.
why-served-tail = The wait of those who wait is taken to be exponential, as it nearly is in a busy queue.
why-visits = A customer comes here { $visits } times on average.
why-arrivals = Arrivals

# The customer's experience.

why-work-zone = { $zone }: of simultaneous steps the longest, as often as a customer passes it, adds up to { $time }.
why-work-in-front = { $line }: of simultaneous steps in front of it the longest, as often as a customer passes it, adds up to { $time }.
why-work-behind = { $line }: of simultaneous steps behind it the longest, as often as a customer passes it, adds up to { $time }.
why-work-triggered = { $time } of it is triggered work, for which the customer does not wait.
why-crossings = { $line }: the links across it, as often as a customer uses them, make { $count }.
why-crossings-triggers = { $line }: the Triggers across it, as often as a customer triggers them, make { $count }.
why-moments-of-truth = The links between customer actions and frontstage, as often as a customer uses them, make { $count }.
why-hand-offs = The work for a customer passes to other people { $count } times on average.
why-hand-offs-meaning = Other people are those who share no role with the staff before. Steps without staff are skipped.
why-value-share = { $value }: { $time } ÷ { $total } of the customer’s time without waiting = { $share }.
why-value-share-rule = While several steps go on at once, the best of them counts.
why-flow-efficiency = { $rush } without waiting ÷ { $throughput } = { $share }.
why-waiting-share = ({ $throughput } − { $rush } without waiting) ÷ { $throughput } = { $share }.

# Formulas and their sources.

why-formula-erlang = M/M/c, exact for Poisson arrivals and exponential times.
why-formula-pollaczek-khinchine = M/G/1, exact for Poisson arrivals and any times.
why-formula-crommelin = M/D/c, exact for Poisson arrivals and a fixed time.
why-formula-cosmetatos = M/D/c, for Poisson arrivals and a fixed time.
why-formula-kimura = M/G/c, for Poisson arrivals and any times.
why-formula-takacs = GI/M/c, exact for exponential times and arrivals straight from outside, however they vary.
why-formula-kraemer-langenbach-belz = GI/G/1, for arrivals that are not Poisson.
why-formula-whitt = GI/G/c, for arrivals that are not Poisson.
why-formula-feedback = M/G/1, exact for Poisson arrivals: passes that follow each other at once count as one service.
why-formula-fixed-line = A line of fixed times: all waits together are those at its slowest stage, and whoever follows a slower stage with as many servers never waits.
why-formula-conservation = One wait at every visit of the same customer: the work that lies before these people is as much as if each customer were served in one go.
why-source = Source: { $source }
why-source-little = Little 1961, “A proof for the queuing formula L = λW”
why-source-erlang = Erlang 1917; Jackson 1957 in networks
why-source-pollaczek-khinchine = Pollaczek 1930, Khinchine 1932
why-source-crommelin = Crommelin 1932; Janssen & van Leeuwaarden 2005
why-source-cosmetatos = Cosmetatos 1975
why-source-kimura = Kimura 1986
why-source-takacs = Takács 1962; two-moment laws by Tijms 2003
why-source-kraemer-langenbach-belz = Krämer & Langenbach-Belz 1976
why-source-whitt = Whitt 1993
why-source-feedback = Takács 1963; Pollaczek 1930, Khinchine 1932
why-source-fixed-line = Friedman 1965
why-source-conservation = conservation of work, Kleinrock 1965
why-sources-between = {"; "}
why-source-fork-fixed = Kelley & Walker 1959, “Critical-path planning and scheduling”
why-source-fork-random = David & Nagaraja 2003, “Order Statistics”
why-source-fork-contested = conservation of work
why-source-fork-longest-mean = Jensen 1906
why-source-flatto-hahn = Flatto & Hahn 1984
why-source-nelson-tantawi = Nelson & Tantawi 1988
why-source-moments-of-truth = Normann 1984, “Service Management”; Bitner, Ostrom & Morgan 2008
why-source-shostack = Shostack 1984, “Designing services that deliver”

# Why a figure is a bound.

why-bound-waiting-room = A bound, because a full waiting room holds up the step before it.
why-bound-several-at-once = A bound, because a step needs several at once, who are seldom free at the same moment.
why-bound-kept = A bound, because someone or something stays with the customer through waits, which are not counted.
why-bound-choice = A bound, because what is needed at once can be met in several ways, and one choice takes away what another step needs.
why-bound-absent = A bound, because people who are needed at once are away a part of the time, and not always at the same time.
why-bound-different-times = A bound, because what is needed at once is held for different times, or for times that vary by themselves, so that one stands idle until the other is done.
why-bound-batches = A bound, because simultaneous steps serve batches of different sizes.
why-bound-overlap = A bound, because steps need pools together that other steps need as well, so that one stands idle while another is busy.
why-bound-several-vary = A bound, because several simultaneous steps have times that vary, and the longest of them is longer on average than each.
why-bound-side-by-side = A bound, because branches run in parallel, and the longest of their average times is less than the average of the longest.
why-bound-same-people = A bound, because one customer may need the same people in several places at once, and then waits for them.
why-bound-away-again = A bound, because one customer needs the same people again, who are there only a part of the time and may be away just then.
why-bound-queues-side-by-side = A bound, because parallel branches have queues, and no formula gives the average of the longest of them.
why-bound-not-only-staff = A bound, because something other than staff may do a part of the work.
why-bound-many-staffs = A bound, because the staff before a step cannot always be traced: work comes from too many sides, or goes round too long.
