# Numbers with their units, counted things, and lists. A language orders and joins them here.

seconds = { $number } s
minutes = { $number } min
# Minutes with hours before them or seconds behind them.
minutes-among = { $number } min
hours = { $number } h
days =
    { $count ->
        [one] { $number } day
       *[other] { $number } days
    }
working-days =
    { $count ->
        [one] { $number } working day
       *[other] { $number } working days
    }

# Rates: per says what the blueprint counts by.
rate = { $number } /{ $per ->
    [day] day
    [week] week
   *[hour] h
    }
rate-short = { $number } /{ $per ->
    [day] day
    [week] week
   *[hour] h
    }
rate-entered = { $number }/{ $per ->
    [day] day
    [week] week
   *[hour] h
    }
rate-unit = /{ $per ->
    [day] day
    [week] week
   *[hour] h
    }

percent = { $number } %
no-figure = –
bare-number = { $number }
quoted-name = “{ $name }”

# Periods of rates: every text may name the blueprint's as { $period }.

period-hour = hour
period-day = day
period-week = week

# Laws before their numbers, as they are typed.

written-exponential = exp
written-triangular = triangular
written-erlang = erlang
written-log-normal = lognormal
written-samples = samples

# What a reader took for granted.

note-day = A day counts as { $hours } h
note-working-day = A working day counts as { $hours } h
note-week = A week counts as { $hours } h
note-about = Read as always the same: “about” doesn’t say how much it varies
note-range = Read as a range in which every time is equally likely

# Counted things.

customers =
    { $count ->
        [one] { $count } customer
       *[other] { $count } customers
    }
steps =
    { $count ->
        [one] { $count } step
       *[other] { $count } steps
    }
people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
roles =
    { $count ->
        [one] { $count } role
       *[other] { $count } roles
    }
problems =
    { $count ->
        [one] { $count } problem
       *[other] { $count } problems
    }

# What things of a kind are counted in, for languages that count with such words.
measure = { $measure }
counted = { $number } { $name }
kept = keep { $name }
times = × { $count }
role-times = { $name } × { $count }
role-some-of = { $needed } of { $count } { $name }

# Lists and pairs.

list-two = { $first } and { $last }
list-more = { $first }, { $rest }
list-others =
    { $count ->
        [one] { $first } and one more
       *[other] { $first } and { $count } more
    }
list-either = { $first } or { $last }
# Clauses said one after the other, and facts seen beside each other.
list-clauses = {", "}
list-facts = {" · "}
said-why = { $said }. { $why }
label-value = { $label }: { $value }
from-to = { $from } → { $to }
rows-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }

# How long ago.

ago-moment = just now
ago-minutes =
    { $count ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }
ago-hours =
    { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
ago-days =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
