# Names of figures and what they mean ("-meaning"), how far they can be trusted, what they lack, and what they assume.

figure-capacity = Capacity
figure-capacity-meaning = How many customers per { $period } the service can handle at full load
figure-cycle-time = Cycle time
figure-cycle-time-meaning = The time between one customer and the next at full load. The time from arrival to exit is the throughput time
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
figure-wip = Customers in system
figure-wip-meaning = How many customers are in the service on average, or work in process: output × throughput time (Little’s law)
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
figure-longest-wait = Longest wait
figure-wait-meaning = The average wait each time
figure-tightest-pool = Busiest pool
figure-share-of-pool = Share of it
figure-queue-length = Queue
figure-service-level = Service level
figure-service-level-meaning = The share of customers who wait no longer than the wait point calls acceptable
figure-work = Work per customer
figure-work-meaning = The time that one customer takes of it

# The customer's experience.

figure-work-in-zone-meaning = Work in this zone for one customer, without waiting. Of simultaneous steps the longest counts
figure-in-front-of-interaction = In front of the line of interaction
figure-in-front-of-visibility = In front of the line of visibility
figure-in-front-of-internal-interaction = In front of the line of internal interaction
figure-in-front-meaning = Work on the customer’s side of the line. Of simultaneous steps the longest counts
figure-behind-interaction = Behind the line of interaction
figure-behind-visibility = Behind the line of visibility
figure-behind-internal-interaction = Behind the line of internal interaction
figure-behind-meaning = Work on the far side of the line. Of simultaneous steps the longest counts
figure-crossings-of-interaction = Crossings of the line of interaction
figure-crossings-of-visibility = Crossings of the line of visibility
figure-crossings-meaning = Flow and Together links across the line, as often as a customer uses them
figure-internal-hand-offs = Internal hand-offs
figure-internal-hand-offs-meaning = Flow and Together links across the line of internal interaction, as often as a customer uses them
figure-triggers-across-interaction = Triggers across the line of interaction
figure-triggers-across-visibility = Triggers across the line of visibility
figure-triggers-across-internal-interaction = Triggers across the line of internal interaction
figure-triggers-meaning = Work that is triggered on the other side of the line, as often as a customer triggers it
figure-moments-of-truth = Moments of truth
figure-moments-of-truth-meaning = How often a customer meets the frontstage: links between customer actions and frontstage, as often as they are used
figure-hand-offs = Hand-offs between roles
figure-hand-offs-meaning = How often the work for a customer passes to people who share no role with those before
figure-adding-share = Value-adding time
figure-adding-share-meaning = The share of the customer’s time, without waiting, in which a step adds value
figure-necessary-share = Necessary time
figure-necessary-share-meaning = The share of the customer’s time, without waiting, that adds nothing but cannot be left out
figure-waste-share = Wasted time
figure-waste-share-meaning = The share of the customer’s time, without waiting, that could be left out
figure-flow-efficiency = Flow efficiency
figure-flow-efficiency-meaning = The share of the throughput time during which customers are served, at the demand
figure-waiting-share = Share of waiting
figure-waiting-share-meaning = The share of the throughput time that is added by waiting, at the demand

# Money.

figure-margin = Profit per customer
figure-margin-meaning = Price less cost per customer at the output, idle time included
figure-profit-at-capacity = Profit per hour at capacity
figure-profit-at-capacity-meaning = Profit per hour if customers arrive as fast as they can be served
figure-busy-cost = Cost of the work
figure-busy-cost-meaning = The time that roles are at work for one customer, at their cost per hour. Idle time is left out
figure-execution-profit = Profit counting work only
figure-execution-profit-meaning = Price less the cost of the work and the material of one customer. Idle time is left out
figure-break-even-time = Break-even time, work only
figure-break-even-time-meaning = How long the execution may take before the profit is gone, with all steps lengthened in proportion, if only work is paid
figure-delay-cost = Cost of a minute’s delay
figure-delay-cost-meaning = What each further minute of execution costs, with all steps lengthened in proportion
figure-step-delay-cost = Cost of one more minute
figure-step-delay-cost-meaning = What one more minute of this step costs each time: the rates of the roles it holds

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
basis-simulated-meaning = The mean of simulated runs with its 95 % confidence interval, ±{ $half }: of 100 such intervals, about 95 contain the true mean
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
lack-limit = needs something that limits it: a timed step of the staff, a role or a number of places
lack-demand = needs the arrivals per { $period }
lack-day = needs opening hours: a day
lack-spare-capacity = needs a demand below the capacity: now the queue only grows
lack-headcount = needs a higher headcount of { $name }
lack-nobody = needs somebody as { $name }
lack-staff-role = needs a role of the kind staff
lack-rate = needs a cost per hour for { $name }
lack-price = needs a price
lack-target = needs an acceptable wait
lack-method-alternatives = needs a simulation: roles stand in for each other in a part of their work
lack-method-units-at-once = needs a simulation: steps need several at once, in differing numbers
lack-method-batches = needs a simulation: a step serves batches
lack-method-kept-units = needs a simulation: someone or something stays with the customer over several steps
lack-method = cannot be computed for this blueprint yet
lack-value-marks = needs steps that say what they are worth to the customer
lack-cost = needs a cost per hour of a role, an overhead or a material cost
lack-busy-cost = needs a role at work with a cost per hour
lack-price-above-material = needs a price above the material: now nothing is left, however fast the work

# What the figures assume.

assumed = Assumed: { $arrivals }, { $times }, { $rate }
assumed-without-demand = Assumed: { $times }; no demand is given
assumed-arrivals-even = arrivals evenly spaced
assumed-arrivals-fairly-even = arrivals fairly even
assumed-arrivals-random = arrivals at random
assumed-arrivals-bursts = arrivals in bursts
assumed-times-none = no times yet
assumed-no-links = no steps linked yet
assumed-times-fixed = times fixed
assumed-times-random = times at random
assumed-times-vary = times vary
assumed-times-some-vary = some times vary
assumed-rate = { $rate } all day
assumed-rate-hour = { $rate } all day, as at { $hour }
assumed-rate-open = { $rate } for { $hours } h a day
