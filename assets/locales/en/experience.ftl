# What the customer sees and what stays hidden, labour and money: names and meanings of figures.

figure-work-in-zone-meaning = Work in this zone for one customer, without waiting. Of steps at the same moment the longest counts
figure-in-front-of-interaction = In front of the line of interaction
figure-in-front-of-visibility = In front of the line of visibility
figure-in-front-of-internal-interaction = In front of the line of internal interaction
figure-in-front-meaning = Work on the customer’s side of the line. Of steps at the same moment the longest counts
figure-behind-interaction = Behind the line of interaction
figure-behind-visibility = Behind the line of visibility
figure-behind-internal-interaction = Behind the line of internal interaction
figure-behind-meaning = Work on the far side of the line. Of steps at the same moment the longest counts
figure-crossings-of-interaction = Crossings of the line of interaction
figure-crossings-of-visibility = Crossings of the line of visibility
figure-crossings-meaning = Flow and Together links across the line, as often as a customer uses them
figure-internal-hand-offs = Internal hand-offs
figure-internal-hand-offs-meaning = Flow and Together links across the line of internal interaction, as often as a customer uses them
figure-triggers-across-interaction = Triggers across the line of interaction
figure-triggers-across-visibility = Triggers across the line of visibility
figure-triggers-across-internal-interaction = Triggers across the line of internal interaction
figure-triggers-meaning = Work that is set off on the other side of the line, as often as a customer sets it off
figure-moments-of-truth = Moments of truth
figure-moments-of-truth-meaning = How often a customer meets the frontstage: links between customer actions and frontstage, as often as they are used
figure-hand-offs = Hand-offs between roles
figure-hand-offs-meaning = How often the work for a customer passes to people of whom none has the same role
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

figure-margin = Profit per customer
figure-margin-meaning = Price less cost per customer at the output, idle time included
figure-profit-at-capacity = Profit per hour at capacity
figure-profit-at-capacity-meaning = What an hour leaves if customers come as fast as they can be served
figure-busy-cost = Cost of the work
figure-busy-cost-meaning = The time that roles are at work for one customer, at their cost per hour. Idle time is left out
figure-execution-profit = Profit counting work only
figure-execution-profit-meaning = Price less the cost of the work and the material of one customer. Idle time is left out
figure-break-even-time = Break-even time, work only
figure-break-even-time-meaning = How long the execution may last, everything stretched alike, until nothing is left, if only work is paid
figure-delay-cost = Cost of a minute’s delay
figure-delay-cost-meaning = What each minute costs by which the execution takes longer, everything stretched alike
figure-step-delay-cost = Cost of a minute more
figure-step-delay-cost-meaning = What a minute more of this step costs each time: the rates of the roles it holds

# Why these figures are what they are.

why-work-zone = { $zone }: the longest step of each moment there, as often as a customer passes it, adds up to { $time }.
why-work-in-front = { $line }: the longest step of each moment in front of it, as often as a customer passes it, adds up to { $time }.
why-work-behind = { $line }: the longest step of each moment behind it, as often as a customer passes it, adds up to { $time }.
why-work-triggered = { $time } of it is triggered work, for which the customer does not wait.
why-crossings = { $line }: the links across it, as often as a customer uses them, make { $count }.
why-crossings-triggers = { $line }: the Triggers across it, as often as a customer sets them off, make { $count }.
why-moments-of-truth = The links between customer actions and frontstage, as often as a customer uses them, make { $count }.
why-source-moments-of-truth = Normann 1984, “Service Management”; Bitner, Ostrom & Morgan 2008
why-hand-offs = The work for a customer passes to other people { $count } times on average.
why-hand-offs-meaning = Other people are those of whom none has a role of the staff before. Moments without staff are looked through.
why-value-share = { $value }: { $time } ÷ { $total } of the customer’s time without waiting = { $share }.
why-value-share-rule = While several steps go on at once, the best of them counts.
why-flow-efficiency = { $rush } without waiting ÷ { $throughput } = { $share }.
why-waiting-share = ({ $throughput } − { $rush } without waiting) ÷ { $throughput } = { $share }.
why-margin = { $price } − { $cost } = { $margin } a customer.
why-busy-cost = The time at work for one customer, at the cost per hour of each role, adds up to { $cost }.
why-execution-profit = { $price } − { $busy } of work − { $material } of material = { $profit } a customer.
why-execution-profit-idle = Only time at work is counted here; what idle time costs is part of the cost per customer.
why-break-even = ({ $price } − { $material } of material) ÷ { $rate } a minute = { $time }.
why-break-even-now = The execution lasts { $time } now.
why-delay-cost = { $busy } of work ÷ { $time } = { $rate } a minute.
why-step-delay-cost = A minute more here costs { $rate } each time.
why-bound-many-staffs = A bound, because work that nobody has at hand comes from too many sides, or goes round too long, to be followed to the end.
why-source-shostack = Shostack 1984, “Designing services that deliver”

# What these figures lack.

lack-value-marks = needs steps that say what they are worth to the customer
lack-cost = needs a cost per hour of a role, an overhead or a material cost
lack-busy-cost = needs a role at work with a cost per hour
lack-price-above-material = needs a price above the material: now nothing is left, however fast the work

# Marks on the profit curve.

mark-standard = Standard time
mark-present = As drawn
mark-acceptable = Acceptable time
mark-break-even = Break-even time

# Sections of the report.

report-experience = Visible and hidden, for one customer
report-money = Money
report-triggered = { $time } of it triggered
report-remark-separator = ,{" "}
report-cost-structure = Where { $total } a customer goes
report-role-busy = { $name } at work
report-role-idle = { $name } idle
report-overhead = Overhead
report-material = Material
report-margin = Profit
report-beyond = {" "}(out of reach)
