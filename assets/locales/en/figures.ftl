# Numbers with their units.

seconds = { $number } s
minutes = { $number } min
# Minutes with hours before them or seconds behind them.
minutes-among = { $number } min
hours = { $number } h
days =
    { $count ->
        [one] { $number } day
       *[other] { $number } days
    }
working-days =
    { $count ->
        [one] { $number } working day
       *[other] { $number } working days
    }
# Rates: per says what the blueprint counts by.
rate = { $number } /{ $per ->
    [day] day
    [week] week
   *[hour] h
    }
rate-short = { $number } /{ $per ->
    [day] day
    [week] week
   *[hour] h
    }
rate-entered = { $number }/{ $per ->
    [day] day
    [week] week
   *[hour] h
    }
rate-unit = /{ $per ->
    [day] day
    [week] week
   *[hour] h
    }
# Names of laws before their numbers, as they are typed.
written-exponential = exp
written-triangular = triangular
written-erlang = erlang
written-log-normal = lognormal
written-samples = samples
# What a reader took for granted.
note-day = A day counts as { $hours } h
note-working-day = A working day counts as { $hours } h
note-week = A week counts as { $hours } h
note-about = Read as always the same: “about” doesn’t say how much it varies
note-range = Read as a range in which every time is equally likely
percent = { $number } %
no-figure = –

customers =
    { $count ->
        [one] { $count } customer
       *[other] { $count } customers
    }
steps =
    { $count ->
        [one] { $count } step
       *[other] { $count } steps
    }
people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }

list-two = { $first } and { $last }
list-more = { $first }, { $rest }
list-others =
    { $count ->
        [one] { $first } and one more
       *[other] { $first } and { $count } more
    }
list-either = { $first } or { $last }
# What things of a kind are counted in, for languages that count with such words.
measure = { $measure }
counted = { $number } { $name }
kept = keep { $name }

# Names of figures. "-meaning" says what a figure is.

figure-capacity = Capacity
figure-capacity-meaning = How many customers per { $period } the service can handle at full load
figure-cycle-time = Cycle time
figure-cycle-time-meaning = The time between one customer and the next at full load. The way from arrival to exit is the throughput time
figure-bottleneck = Bottleneck
figure-demand = Demand
figure-demand-meaning = Customers who arrive per { $period }
figure-output = Output
figure-utilisation = Capacity utilisation
figure-utilisation-meaning = Demand as a share of the capacity. Above 100 % the queue grows
figure-growth = Queue growth
figure-rush-order-time = Rush-order flow time
figure-rush-order-time-meaning = The time through the service when nobody is ahead
figure-throughput-time = Throughput time
figure-throughput-time-meaning = The time from arrival to exit, with waiting
figure-wip = Customers inside
figure-wip-meaning = How many customers are in the service on average: output × throughput time (Little's law)
figure-labour-content = Direct labour content
figure-labour-content-meaning = The staff time that one customer takes
figure-labour-utilisation = Direct labour utilisation
figure-labour-utilisation-meaning = The share of the paid staff time that is spent at work on customers
figure-balance = Balance
figure-balance-meaning = The share of the staff time at full load that is work; the rest waits for the bottleneck
figure-cost = Cost per customer
figure-cost-meaning = Wages, overhead and material for one customer, at the output
figure-profit = Profit per hour
figure-profit-meaning = Price less cost per customer, times the output
figure-visits = Visits
figure-visits-meaning = How often a customer passes the step
figure-wait = Wait
figure-wait-meaning = The average wait each time
figure-tightest-pool = Busiest pool
figure-share-of-pool = Share of it
figure-queue-length = Queue
figure-service-level = Service level
figure-service-level-meaning = The share of customers who wait no longer than the wait point calls acceptable
figure-work = Work per customer
figure-work-meaning = The time that one customer takes of it

# How far a figure can be trusted.

basis-exact = exact
basis-exact-meaning = Follows from the blueprint without approximation
basis-approximate = approximate
basis-approximate-meaning = An approximation whose error depends on the blueprint
basis-approximate-percent = approximate, ±{ $percent }
basis-approximate-percent-meaning = An approximation that is wrong by { $percent } at most in 95 of 100 blueprints of its kind
basis-approximate-seconds = approximate, ±{ $time }
basis-approximate-seconds-meaning = An approximation that is wrong by { $time } at most in 95 of 100 blueprints of its kind. So short a wait is stated in time, as a share of it would say little
basis-unreliable = unreliable
basis-unreliable-meaning = An approximation that can be far off here: arrivals vary a lot, or a pool is much busier than those before it. Take it as a direction only
basis-lower-bound = at least
basis-lower-bound-meaning = The true value is this or more
basis-upper-bound = at most
basis-upper-bound-meaning = The true value is this or less
basis-simulated = simulated, ±{ $half }
basis-simulated-meaning = The mean of simulated runs. Of 100 such intervals, ±{ $half }, 95 hold what endless runs would come to
badge-exact = =
badge-approximate = ≈
badge-approximate-percent = ±{ $percent }
badge-approximate-seconds = ±{ $time }
badge-unreliable = ≈?
badge-lower-bound = ≥
badge-upper-bound = ≤
badge-simulated = ±{ $half }
marked-simulated = { $number } ±{ $half }

# What a figure lacks.

lack-flow = needs a step with a time, or steps that are linked
lack-links = needs steps that are linked
lack-sound-flow = needs a flow without errors
lack-time = needs a time for { $name }
lack-limit = needs a role, a number of places or a timed step that limits the service
lack-demand = needs the arrivals per { $period }
lack-spare-capacity = needs a demand below the capacity: now the queue only grows
lack-headcount = needs more people as { $name }
lack-staff-role = needs a role of the kind staff
lack-rate = needs a cost per hour for { $name }
lack-price = needs a price
lack-target = needs a wait that customers accept
lack-method-alternatives = needs a simulation: roles stand in for each other in a part of their work
lack-method-units-at-once = needs a simulation: steps need several at once, in differing numbers
lack-method-batches = needs a simulation: a step serves batches
lack-method-kept-units = needs a simulation: someone or something stays with the customer over several steps
lack-method = cannot be computed for this blueprint yet

# What rates are per; every text may name it as { $period }.
period-hour = hour
period-day = day
period-week = week
