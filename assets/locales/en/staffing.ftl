# The staffing plan: its target, its shifts, what it costs, and what stands in its way.

staffing-target-within = { $share } of the waits for each role last at most { $wait }, in every interval
staffing-target-busy = Each role works at most { $share } of the time that it is there, in every interval
staffing-holds = It held in every interval of { $days } other days: at least { $share } ± { $half }, for { $role } from { $time }.
staffing-misses = It does not hold: { $share } ± { $half } on { $days } other days, for { $role } from { $time }.
staffing-busy-holds = It held in every interval of { $days } other days: at most { $share } ± { $half }, for { $role } from { $time }.
staffing-busy-misses = It does not hold: { $share } ± { $half } on { $days } other days, for { $role } from { $time }.
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
staffing-scenario-name = { $people } in shifts
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
