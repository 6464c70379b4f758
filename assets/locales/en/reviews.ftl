# The verdict page, comments and reviews.

page-limit = Limit
page-load = Load
page-worst-wait = Worst wait
page-cost = Cost
page-risk = Largest risk
page-experience = Experience
page-missing = Missing
page-changed = Changed
page-trust = Trust
page-column-row = Question
page-column-value = Answer
page-column-said = Why
page-value = { $mark } { $value }
page-line = { $name }: { $value } – { $said }
page-line-plain = { $name }: { $said }
page-last-review = last reviewed on { $date } by { $name }
open-comments =
    { $count ->
        [one] { $count } open comment
       *[other] { $count } open comments
    }
page-please-give = Please give: { $what }.
page-ask-times = a time and somebody who does it for each step
page-ask-rates = what each role costs per hour
page-ask-often = how often each fail point fails
page-ask-fail-points = what can go wrong, how often and how badly
page-visit = A visit takes { $time } on average, { $waiting } of it waiting.
page-few-too-long = Fewer than 1 in 20 wait longer than the accepted { $accepted } at { $step }.
page-some-too-long = About { $count } in 10 wait longer than the accepted { $accepted } at { $step }.
page-all-too-long = Nearly all wait longer than the accepted { $accepted } at { $step }.
page-visit-plain = A visit takes { $time } on average.
page-visit-empty = Without waiting a visit takes { $time }; how long with it is not known: it { $lacks }.
page-visit-unknown = How long a visit takes is not known: it { $lacks }.
page-load-of = { $demand } of { $capacity }.
page-load-grows = The queue grows by { $rate }.
page-load-loses = { $lost } { $period ->
    [hour] an hour
   *[other] a { $period }
} leave without having been served.
page-load-busy = Above { $share } % waits grow quickly.
page-wait-within = { $share } wait no longer than is accepted.
page-wait-too-few = Only { $share } wait no longer than is accepted, { $should } should.
page-wait-nearly-all = { $share } wait no longer than { $time }.
page-idle-cost = { $amount } of it is idle time.
page-profit = Profit { $profit } an hour.
page-no-price = No price is given, so no profit is known.
page-moments = Moments of truth: { $count }
page-value-adding = { $share } of the time adds value
low-feelings =
    { $count ->
        [one] { $count } step feels bad
       *[other] { $count } steps feel bad
    }
page-never-reviewed = It has not been reviewed yet.
page-changed-capacity = capacity { $before } → { $after }
page-changed-load = load { $before } → { $after }
page-changed-visit = visit { $time }
page-changed-cost = cost { $before } → { $after }
page-changed-risk = largest risk { $before } → { $after }
page-changes = Since { $date }: { $changes }.
page-unchanged = The figures are those of the review of { $date }.
page-changed-yes = yes
page-changed-otherwise = The service was changed since { $date }; these figures are as they were.
page-changed-somewhere = The service was changed since { $date }; the review kept the figures of the first scenario.
page-against = Against { $name }: { $changes }.
page-beside = { $name }: { $changes }.
page-beside-same = { $name } has the same figures.
page-same-as = It is the same as in { $name }.
page-changed-roles-came =
    { $count ->
        [one] +{ $count } role
       *[other] +{ $count } roles
    }
page-changed-roles-went =
    { $count ->
        [one] −{ $count } role
       *[other] −{ $count } roles
    }
page-changed-steps-came =
    { $count ->
        [one] +{ $count } step
       *[other] +{ $count } steps
    }
page-changed-steps-went =
    { $count ->
        [one] −{ $count } step
       *[other] −{ $count } steps
    }
page-changed-others =
    { $count ->
        [one] { $count } other change
       *[other] { $count } other changes
    }
page-changed-all =
    { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }
page-comments = What was said
page-comment = { $number }. { $said }
page-still-reckoned = still being simulated: figures may change
page-all-exact = all exact
page-some-simulated = in part simulated
page-some-approximate = in part approximate
page-some-unsure = in part unreliable
page-else-exact = All else is exact.
page-formula-says = Formulas alone would give { $time } for a visit, which is not reliable here: what is simulated stands in its place.
page-simulated = Simulated, with ±: { $names }.
page-approximate = Approximate: { $names }.
page-unsure = Not reliable: { $names }.
page-longest-wait = longest wait
page-share-within = share within the accepted wait
comments =
    { $count ->
        [one] { $count } comment
       *[other] { $count } comments
    }
comment-remark = Remark
comment-question = Question
comment-risk = Risk
comment-must-change = Must change
author-without-name = without a name
comment-line = { $kind } on { $place } ({ $name }, { $date }): { $text }
comment-reply = { $name }, { $date }: { $text }
comment-place-gone = what is gone
comment-place-exit = the exit
comment-place-link = { $from } → { $to }
comment-place-point = a point on the sheet
comment-place-sheet = Sheet “{ $name }”
comment-place-whole = the whole blueprint
comment-place-field = { $thing } · { $field }
page-copy = Copy summary
page-copied = The summary is on the clipboard
page-go-to = Show it on the sheet
page-row-told = { $name }: { $value }, { $mark }. { $said }
page-mark-good = in order
page-mark-warning = worth a look
page-mark-bad = not in order
page-mark-unknown = not known
page-steady-rate = steady rate
page-of-steady-rate = These are figures of a steady rate; the day has rates of its own by the hour, which the simulation of the day follows.
comment-change-added = came
comment-change-removed = went
comment-change-changed = changed
comment-change-lane = moved to another lane
comment-change-phase = moved along the flow
comment-change-shares = shares of the ways out
comment-change-lane-order = order of the lanes
comment-change-drawn = how the cards lie
comment-change-scenarios = the scenarios
said-no-author = { $place } does not say whose it is: its “by” is blank
said-no-text = { $place } says nothing: its “text” is blank
said-gone = { $place } is on something that is no longer there in { $name }
said-scenario-gone = { $place } is on a scenario that is no longer there
said-unknown-figure = { $place } is on a figure that is not known, “{ $word }”
said-unknown-kind = { $place } is of a kind that is not known, “{ $word }”, and counts as a remark; known are remark, question, risk and must_change
said-unknown-way = { $place } ends in a way that is not known, “{ $word }”, and counts as done; known are done, declined, obsolete, withdrawn and reopened
said-unknown-verdict = { $place } has a verdict that is not known, “{ $word }”, and counts as a comment; known are approve, comment and changes
page-row-beside = In { $name }: { $value }.
page-row-beside-unknown = In { $name } this is not known.
page-row-needs = It { $lacks }.
page-cost-each = A customer costs { $cost }.
page-cost-and-price = A customer costs { $cost } and pays { $price }.
page-mark-none = not judged
comment-place-in = { $place } in { $name }
comment-suggests = Suggested: { $said }
comment-unknown-kind = Unknown kind “{ $word }”
review-notes-by-hand = Written into the file by hand, no comments yet:
review-note = { $place }: { $text }
