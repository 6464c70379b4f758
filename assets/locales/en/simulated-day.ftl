# The day as it is simulated: in the panel beside the sheet, in the tab of the day, among the problems.

simulated-day-running = { $days } days, ±{ $width }, refining to ±2 %
simulated-day-first = { $days } days so far, refining to ±2 %
simulated-day-precise = { $days } days, precise to ±2 %
simulated-day-time = { $days } days, ±{ $width }; the time is over
simulated-day-most = { $days } days, ±{ $width }; there are no more
simulated-day-by-hand = Stopped after { $days } days, ±{ $width }
simulated-day-held = First figures from { $days } days; more once you let go
simulated-day-only = { $days } days
simulated-day-beside = { $said }; the long run goes on

# The card above the tabs.

simulated-day-card = Throughput time over the day, simulated
simulated-day-uneven = The day is too uneven for the long run
simulated-day-short = The day is too short for the long run
simulated-day-card-help = The mean time from arrival to exit of everybody who is served on a day that begins empty. Formulas describe a long run at an even rate

# Formula or simulation.

simulated-day-column-day = The day
simulated-day-all-day = { $rate } all day
simulated-day-believe-help = The formula is of the long run; the day is too short or too uneven for it
simulated-day-long-run = The long run, { $of }

# The day.

section-the-day = The day
simulated-day-mean = mean of { $days } days
simulated-day-within = Out within { $time }
simulated-day-p90 = 9 of 10 are out within
simulated-day-inside = Inside when doors close
simulated-day-last = Last one out after closing
simulated-day-paid = Paid hours
simulated-day-overtime = Overtime
simulated-day-cost = Cost of staff
simulated-day-came = Came
simulated-day-hours = { $hours } h
simulated-day-at = at { $name }

# The tab.

simulated-day-plot = Inside, simulated
simulated-day-band = mean and 10–90 % of days
simulated-day-highest = { $number } at { $interval }
simulated-day-none-yet = Inside, simulated: nothing is known yet
simulated-day-said = Inside, simulated: at most { $number } on average, at { $interval }; on 8 of 10 days { $low } to { $high } then
simulated-day-interval = { $interval }: { $number } inside on average, { $low } to { $high } on 8 of 10 days
simulated-day-interval-wait = Who begins to wait then waits { $wait }
day-on-duty = On duty
simulated-day-strips = On duty and busy
simulated-day-busy = { $name }: busiest at { $interval }, { $share }

# Two scenarios on the same days.

simulated-day-compared = The day, on the same { $days } days

# Counts of several days of the week.

weekdays-title = One day, or one for each day of the week?
weekdays-text = The counts have dates: { $days }. They can be averaged, or each day of the week gets a copy of this scenario with its own customers.
weekdays-mean = Mean of all
weekdays-each = One scenario each
weekdays-scenario = { $name }, { $day }
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
