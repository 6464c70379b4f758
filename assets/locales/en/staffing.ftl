# The staffing plan: its target, its shifts, what it costs, and what stands in its way.

staffing-target-within = { $share } of the waits for each role last at most { $wait }, in every interval
staffing-target-busy = Each role works at most { $share } of the time that it is there, in every interval
staffing-holds = It held in every interval of { $days } other days: at least { $share } ± { $half }, for { $role } from { $time }.
staffing-misses = It does not hold: { $share } ± { $half } on { $days } other days, for { $role } from { $time }.
staffing-busy-holds = It held in every interval of { $days } other days: at most { $share } ± { $half }, for { $role } from { $time }.
staffing-misses-several = Missed in { $missed } of { $of } intervals; by most here: { $said }
staffing-people = People
staffing-paid = Paid
staffing-cost = Cost a day
staffing-today = Paid today
staffing-cost-today = Cost today
staffing-overtime = Overtime
staffing-hours = { $hours } h
staffing-proof = Shifts
staffing-all = All
staffing-proven = no cheaper ones
staffing-unproven = at most { $share } above the cheapest
staffing-unknown = perhaps not the cheapest
staffing-shift = { $count } × { $from }–{ $to }
staffing-break = { $shift }, unpaid break { $from }–{ $to }
staffing-break-paid = { $shift }, paid break { $from }–{ $to }
staffing-from = From
staffing-work = { $role }: work
staffing-need = needed
staffing-duty = there
staffing-held = in time
staffing-held-busy = busy
staffing-stretch = from { $from } to { $to }
staffing-scenario-name = { $roles } in shifts
staffing-name-of-role = { $name }: { $count }
staffing-saved = Saved { $file } with the scenario “{ $name }”
staffing-rota-saved = Saved { $file } with { $count ->
    [one] { $count } shift
   *[other] { $count } shifts
}
staffing-no-day = A staffing plan needs opening hours: give the demand a day, with when it opens and closes.
staffing-no-staff = There is nobody to plan: none of the roles are staff with work to do.
staffing-cancelled = The plan was called off.
staffing-out-of-reach = The target is out of reach: however many of { $role } are there, only { $share } of the waits from { $time } are short enough. Customers wait there for somebody or something else.
staffing-unreached = No shift reaches { $times }, when { $role } is needed. Allow shorter shifts, or more starts.
staffing-bad-shape = Shift { $number } is none: it lasts longer than a day, or its break does not start on the grid of starts within it.
staffing-bad-within = “{ $text }” is no share: give one between 0 and 100 %, such as 90 %
staffing-bad-busy = “{ $text }” is no share: give one between 0 and 100 %, such as 85 %
staffing-bad-wait = “{ $text }” is no length of time up to a day: give one such as 5 min
staffing-bad-start = “{ $text }” is no number of whole minutes up to a day: give one such as 30 min
staffing-bad-shift = “{ $text }” is no shift: write how long it lasts and, if it has one, its break and when that may start, such as 8 h, break 30 min after 3:30-4:30
staffing-bad-output = “{ $file }” is neither a blueprint (.ron) nor a table of shifts (.csv)

# The window: the dialog, from the target to the scenario.

command-staffing = Staffing…
command-staffing-hint = Who comes when: the fewest paid hours that keep a promise all day
staffing-from-day = Who should work when? Staffing…
staffing-title = Staffing
staffing-question = How few paid hours keep the promise in every hour of the day?
staffing-target = Target
staffing-aim-waits = Waits
staffing-aim-busy = Busy at most
staffing-wait-at-most = wait at most
staffing-field-share = Share of waits
staffing-field-wait = Longest wait
staffing-field-busy = Busy at most, share
staffing-roles = Roles
staffing-wage = { $wage } an hour
staffing-no-wage = no wage
staffing-shifts-allowed = Shifts allowed
staffing-shape-break = { $length }, break { $lasts } after { $from }-{ $to }
staffing-shape-paid-break = { $length }, paid break { $lasts } after { $from }-{ $to }
staffing-no-break = no break
staffing-rest = { $lasts } off, { $from }–{ $to } in
staffing-rest-paid = { $lasts } paid, { $from }–{ $to } in
staffing-shape-change = Change the shift: { $shape }
staffing-shape-remove = Remove the shift: { $shape }
staffing-shape-field = Shift that is allowed
staffing-shape-help = Such as 8 h, break 30 min after 3:30-4:30. A paid break: 8 h, paid break 15 min after 4:00
staffing-add-shift = + Add a shift…
staffing-new-shift = 5 h
staffing-malformed = “{ $shape }” is no shift: its break does not lie within it, or none of the times at which shifts start, every { $every }, falls into the time of the break.
staffing-starts-every = Starts every
staffing-how = How it is found
staffing-stage-load = Load from { $days } days with enough staff
staffing-stage-repair = Erlang C, then mended on { $days } days
staffing-stage-repair-busy = Load by share, mended on { $days } days
staffing-stage-shifts = Shifts chosen by exact search
staffing-stage-check = Checked on { $days } fresh days
staffing-stage-done = done
staffing-stage-now = under way
staffing-working = Planning…
staffing-checking = Checking…
staffing-step-of = Step { $number } of { $of }: { $stage }
staffing-again = Plan again
staffing-no-plan = No plan
staffing-no-role-chosen = Nobody is to be planned: tick at least one role.
staffing-all-proven = Proven: no fewer paid hours
staffing-all-unproven = At most { $share } above the fewest hours
staffing-demand = Demand
staffing-an-hour = customers an hour
staffing-needed = needed
staffing-there = on duty
staffing-spare = { $count } to spare
staffing-in-time = In time
staffing-of-waits = % of waits
staffing-busy-share = Busy
staffing-of-time = % of time
staffing-shifts = Shifts
staffing-pause = break
staffing-person = { $role } { $number }
staffing-person-told = { $name }: { $shift }; { $paid } paid
staffing-interval = { $role }, { $interval }: { $need } needed, { $there } on duty, { $share } of the waits in time
staffing-interval-busy = { $role }, { $interval }: { $need } needed, { $there } on duty, busy { $share } of the time
staffing-plus-minus = { $share } ± { $half }
staffing-half-width = ± { $half }
staffing-holds-always =
    { $hours ->
        [yes] Holds in every hour
       *[other] Holds in every interval
    }
staffing-misses-at = Misses at { $time }
staffing-misses-some =
    { $hours ->
        [yes] Misses in { $missed } of { $of } hours, most at { $time }
       *[other] Misses in { $missed } of { $of } intervals, most at { $time }
    }
staffing-no-shapes = No shift is allowed: add one that people can work, such as 8 h.
staffing-usual-shapes = Allow the usual shifts again
staffing-least-share = least share within { $wait }: { $role } from { $time }
staffing-most-busy = busiest share: { $role } from { $time }
staffing-on-days = on { $days } days that the plan was not made with
staffing-paid-hours = Paid hours
staffing-sum = Plan
staffing-sum-today = Today
staffing-wage-missing = { $role } has no wage: its cost is not counted.
staffing-plan = plan
staffing-row-share = Least share within { $wait }
staffing-row-busy = Busiest share
staffing-row-when =
    { $hours ->
        [yes] In the hour from
       *[other] In the interval from
    }
staffing-row-held =
    { $hours ->
        [yes] Hours that hold
       *[other] Intervals that hold
    }
staffing-held-of = { $held } of { $of }
staffing-why = Why not fewer
staffing-why-least = { $role }: at no time could there be fewer, whatever the target.
staffing-why-less = One { $role } fewer from { $time }, and only { $share } of the waits are short enough then.
staffing-why-less-then = One { $role } fewer from { $time }, and only { $share } of the waits from { $then } are short enough.
staffing-why-busier = One { $role } fewer from { $time }, and { $share } of the time is busy then.
staffing-why-busier-then = One { $role } fewer from { $time }, and { $share } of the time from { $then } is busy.
staffing-why-exact = { $role }: { $need } are needed, and no more are paid.
staffing-why-cover = { $role }: { $need } are needed; with these shifts no fewer than { $paid } cover them.
staffing-why-above = { $role }: { $need } are needed; the { $paid } are at most { $above } above the fewest that cover them.
staffing-why-unknown = { $role }: { $need } are needed and { $paid } paid; perhaps fewer would do.
staffing-save-rota = Save rota…
staffing-save-title = Save the shifts as a table
staffing-name-taken = There is a file { $name } already. Choose another name.
staffing-made = “{ $name }” is a scenario of its own now, with these shifts
staffing-drag = drag a bar to try another plan; the shares above follow
staffing-drag-help = Drag, or press ← and →, to try another time
staffing-back = Back to the plan that was found
staffing-by-hand = These shifts were moved by hand. What holds with them was simulated; that no fewer would do is not proven.
staffing-moved = Moved by hand
