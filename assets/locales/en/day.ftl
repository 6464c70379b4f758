# The day: its hours, appointments and shifts, in the comparison, the inspector and the tab.

day-from-to = { $from }–{ $to }
day-scenario-at = { $name }, { $interval }
day-shift = { $count } × { $hours }{ $breaks }
day-break-paid = , paid break { $at } ({ $lasts })
day-break-unpaid = , break { $at } ({ $lasts })
day-more = { $count } more
day-comma = {", "}
day-rates = { $least } to { $most }
day-planned = { $customers } by appointment
day-hours = Open
day-every = Interval
day-more-hours = { $count } more intervals, on average
day-steady-rate = steady
day-mean-rate = Mean of the day
day-appointments = Appointments
day-early = Come early by
day-spread = Come within ±
day-no-show = No-shows
day-at-closing = At closing
day-serve-all = everybody inside is served
day-turn-away = who has not begun leaves
day-first-come = first come, first served
day-longest-inside = longest inside first
day-promised = within { $time }
day-seeded = random numbers { $seed }
day-accepted = accepts { $time }
day-patient = leaves after { $time }
day-waits = marked
day-simulation = Simulation

# A time of day on the command line.

at-busiest = busiest
at-no-day = --at: “{ $name }” has no day. Give it one in the tab Day of the window, or leave --at out
at-not-a-time = --at { $text }: write a time of day such as 12:30, or busiest
at-closed = --at { $time }: “{ $name }” is closed then. It is open from { $open } to { $close }
