# The capacity panel: bottleneck, tiles, loads, and one less or one more of each pool.

section-load-by-step = Load by step
section-load-by-step-tried = Load by step, preview
section-load-by-role = Load by role
section-what-would-help = What would help
section-time = Times
section-experience = Visible and hidden
section-labour = Labour
section-money = Cost and profit
section-changes = One fewer, one more

changes-meaning = The capacity after each change, recomputed
changes-one-less = One fewer
changes-one-more = One more
changes-faster = 10 % faster
unit-capacity-per-hour =
    capacity /{ $per ->
        [day] day
        [week] week
       *[hour] h
    }
load-none = Give a step a time to see its capacity
load-part-of-time = { $share } of the time of { $name }, shared among { $count } steps
load-part-of-work = { $share } of the work of { $name }, shared among { $count } steps
role-work = Work per customer: { $time }
bottleneck-is = Bottleneck: { $name }
bottleneck-tried = Preview – bottleneck: { $name }
bottleneck-arithmetic =
    { $count ->
        [one] { $offer } { $name }
       *[other] { $offer } × { $name }
    } ÷ { $work }{ $exact ->
        [yes] { " " }=
       *[no] :
    } { $rate }
bottleneck-next = Next limit: { $name } at { $rate }
bottleneck-no-other = Nothing else limits the service
# A pool and the only step that it does.
pool-with-step = { $name } ({ $step })

queue-grows =
    The queue grows by { $number } { $per ->
        [day] a day
        [week] a week
       *[hour] an hour
    }
no-capacity = No capacity yet
no-capacity-now = No capacity as it stands
# A figure that the last changes took away: the ear is told its last value so.
figure-before = { $value } before the last changes
headline-before = Grey figures: before the last changes
headline-utilisation = Utilisation
headline-time = Time
headline-to-capacity = Click for load and suggestions
no-capacity-tried = Preview – no capacity
no-end = no steady value
arrivals-of =
    { $number } { $per ->
        [day] /day
        [week] /week
       *[hour] /h
    }
tile-queue-grows =
    queue +{ $number } { $per ->
        [day] /day
        [week] /week
       *[hour] /h
    }
tile-queue-unsettled = the queue never settles
