# The charts below the sheet: tabs, titles, axes, legends.

chart-tab-steps = Steps
chart-tab-load = Load
chart-tab-visit = Visit
chart-tab-waiting = Waiting
chart-tab-money = Money
chart-tab-risk = Risk
chart-tab-indicators = Indicators
chart-tab-plan = Plan
chart-tab-verdict = Verdict
chart-tab-redesign = Redesign
chart-tab-roles = Roles
chart-tab-day = Day
chart-enlarge = Enlarge
chart-make-small = Restore

chart-lacks = This chart { $what }
chart-reading = { $at }: { $what }
chart-preview-of = Preview: { $names }
chart-of = { $service } · { $scenario }
# Below a picture: what goes upwards and what to the right.
chart-axes-load = → load: demand ÷ capacity
chart-axes-visit = → time since arrival
chart-axes-waiting = ↑ throughput time   → arrivals
chart-axes-money = left: → amount a customer · right: ↑ profit   → time of the work
chart-axes-money-parts = → amount a customer
chart-axes-redesign = ↑ customers   → people
chart-nothing = There is nothing to show yet

# Load.

chart-load-share = Load
chart-load-capacity = Capacity
chart-load-busy =
    { $count ->
        [one] { $name } sets the limit: { $share } busy at { $rate }
       *[other] { $name } set the limit: { $share } busy at { $rate }
    }
chart-load-full =
    { $count ->
        [one] { $name } sets the limit: { $rate } at full load
       *[other] { $name } set the limit: { $rate } at full load
    }
chart-load-over = { $name } can’t keep up: the queue grows by { $rate }
chart-load-grows = Bottleneck, grows by { $rate }
chart-load-overloaded = Overloaded
chart-load-is-busy = Busy

# Waiting.

chart-waiting-now = At { $demand } a visit takes { $time } on average; with nobody ahead { $rush }
chart-waiting-over = { $demand } arrive, { $capacity } can be served: waits grow without limit
chart-waiting-compared = At 80 % load a visit takes { $eighty } on average, at 90 % { $ninety }
chart-waiting-capacity = Capacity { $rate }
chart-waiting-rush = Nobody ahead: { $time }
chart-waiting-computing = Computing…

# A visit.

chart-visit-now = On average a visit takes { $time }, { $wait } of it waiting
chart-visit-empty = On average a visit takes { $time } with nobody ahead
chart-visit-likeliest = The likeliest path takes { $time }, { $wait } of it waiting
chart-visit-likeliest-empty = The likeliest path takes { $time } with nobody ahead
chart-visit-waits = waits { $time }
chart-visit-when = { $from } to { $to }
chart-visit-visible = the customer sees it
chart-visit-hidden = hidden from the customer
chart-visit-slack = can take { $time } longer before the visit does
chart-visit-critical = on the critical path
chart-visit-triggered = triggered; nobody waits for it
chart-visit-legend-wait = Waiting
chart-visit-legend-critical = Critical path
chart-visit-legend-triggered = Nobody waits for it
chart-visit-legend-slack = Slack

# Money.

chart-money-margin = { $price } a customer: { $cost } cost, { $margin } profit
chart-money-loss = A customer costs { $cost }, more than the price of { $price }
chart-money-cost = A customer costs { $cost }, { $idle } of it for idle time
chart-money-price = Price { $amount }
chart-money-total = Cost { $amount }
chart-money-busy = At work
chart-money-idle = Idle
chart-money-of-it = { $busy } of it at work
chart-money-overhead = Overhead
chart-money-material = Material
chart-money-left = Profit
chart-money-lacking = Loss
chart-money-profit = Profit by execution time
chart-money-work-only = Work only
chart-money-work-only-hint = Profit counting work only, as if people were paid by the minute of work (Shostack 1984)
chart-money-now = Now { $time }
chart-money-break-even = Break-even { $time }
chart-money-standard = Standard { $time }
chart-money-acceptable = Acceptable { $time }
chart-column-from = from
chart-column-to = to
chart-column-demand = Demand
chart-column-time = time
chart-column-part = Part
chart-column-amount = amount
chart-column-profit = profit
profit-rule-paid = Per customer, idle time included, at { $demand }
profit-rule-capacity = Per customer, all paid time, at capacity
profit-rule-work = Work only, as if people were paid by the minute of work (Shostack 1984); idle time is left out
profit-reach = Above { $time }, { $demand } is more than { $who } can serve: the queue grows

mark-standard = Standard time
mark-present = As drawn
mark-acceptable = Acceptable time
mark-break-even = Break-even time
