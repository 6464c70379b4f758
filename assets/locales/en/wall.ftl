# The wall of a lesson: what a class sees of a stop.

wall-changed = { $name } · changed
wall-try = Try
wall-try-by = Try · { $by }
wall-unreliable = about { $value }: a direction only, not reliable
wall-was = was { $value }
wall-held-back = held back
wall-held-back-as = held back, { $value }
wall-queue-grows =
    no end: the queue grows by { $number } { $per ->
        [day] a day
        [week] a week
       *[hour] an hour
    }
wall-queue-unsettled = no end: the queue never settles
wall-no-redesign = The fewest people for each target are not reckoned yet
wall-no-plan = The planning sheet is gone, or something in it has to be put right
wall-hands =
    { $count ->
        [one] 1 hand
       *[other] { $count } hands
    }
wall-answers-cut =
    { $count ->
        [one] 1 answer is longer than there is room for
       *[other] { $count } answers are longer than there is room for
    }
wall-part = Part { $number } of { $count } of the sheet
wall-results = Results
wall-idea = Idea
wall-by = By
wall-by-file = the file
wall-becomes = becomes { $value }
wall-more = and { $count } more
wall-the-end = The lesson is over
wall-day-typical = A typical day
wall-day-bad = A bad day
wall-day-number = Day { $number }
wall-day-paused = { $day }, paused
day-picture-busiest = Most come at { $time }: { $rate }
day-picture-axes = ↑ arrivals   → time of day   line: capacity
day-picture-axes-held = ↑ arrivals   → time of day
