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

# The tab: table, picture, menus.

day-none = Customers do not come evenly, and staff come and go. Give the service a day to see which hours hold.
day-give = Give it a day
day-give-help = From 08:00 for the opening hours, else for eight; each hour has the steady demand, so that nothing changes at first
day-figures-of = Figures of
day-long-run = the long run
day-help-steady = Gains are those of the long run
day-an-hour = Customers an hour
day-bar =
    { $some ->
        [yes] { $interval }: { $rate } customers an hour, and { $planned } by appointment
       *[other] { $interval }: { $rate } customers an hour
    }
day-bar-help = Drag the top, or press ↑ and ↓; with Alt by tenths. Click to see the figures of this time
day-strip = { $name }: { $shift }
day-strip-always = { $name }: { $shift }, by the headcount; drag an end to plan shifts
day-strip-help = Drag it, its ends or its breaks. ← and → move it, with Shift its end, with Alt its beginning. Right-click for more
day-break = { $name }: break at { $at } for { $lasts }
day-break-make-paid = Pay the break
day-break-make-unpaid = Do not pay the break
day-break-remove = Remove the break
day-one-more = One more on this shift
day-one-less = One fewer on this shift
day-add-break = Add a break
day-remove-shift = Remove this shift
day-remove-shifts = Plan no shifts: the headcount all day
day-menu = Hours…
day-remove = Remove the day
day-add-shift = Add a shift
day-opens = Opens
day-opens-help = When the doors open, such as 08:00 or 8 am
day-closes = Closes
day-closes-help = When the doors close; not later than they open means the next day, 00:00 to 24:00 is round the clock
day-every-help = How long a row of the table is
day-at-closing-help = What happens to those who are inside when the doors close
day-early-help = How much before their time customers with an appointment come on average
day-spread-help = The standard deviation of when they come
day-no-show-help = The share of those with an appointment who do not come
column-interval = Time
column-interval-help = The interval of the day
column-come = Customers/h
column-come-help = Customers per hour who come without an appointment
column-planned = Booked
column-planned-help = How many have an appointment in this interval
column-on-duty = On duty
column-on-duty-help = The fewest on duty in this interval. Numbers that are typed become the fewest nested shifts

# Tables of a day that are imported.

day-took-counts = The counts are now the customers of the day; where there are dates, their mean
day-took-appointments = The appointments are now those of the day
day-took-shifts = The roles of the table have its shifts now
day-fault-at = Row { $row }, { $column } “{ $text }”: { $why }
day-fault-in-row = Row { $row }: { $why }
day-fault-table = The rows cannot be told apart: save the table as CSV
day-fault-empty = There is nothing in the table
day-fault-no-column = The table has no column for { $column }
day-fault-not-a-date = Not a day: write it like 2026-11-29
day-fault-no-role = No role is called so
day-fault-not-a-break = Not a break: write it like 12:00 30 min paid
day-column-time = time
day-column-count = count
day-column-customers = customers
day-column-date = date
day-column-role = role
day-column-from = from
day-column-to = to
day-column-breaks = breaks
