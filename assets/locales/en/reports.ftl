# Reports as documents: their headings, sentences and tables. Names of figures and their remarks stand elsewhere.

# Parts.

report-part-verdict = Verdict
report-part-blueprint = Blueprint
report-part-steps = Steps
report-part-roles = Roles
report-part-experience = Experience and money
report-part-problems = Problems
report-part-comparison = Comparison
report-part-plans = Planning sheets
report-part-method = Method
report-contents = Contents

# The verdict.

report-verdict-holds = It holds: { $demand } { $period ->
    [hour] an hour come
   *[other] a { $period } come
}, { $capacity } can be served.
report-verdict-may-hold = It may hold: { $demand } { $period ->
    [hour] an hour come
   *[other] a { $period } come
}, at most { $capacity } can be served.
report-verdict-tight = Tight: { $demand } { $period ->
    [hour] an hour come
   *[other] a { $period } come
}, { $capacity } can be served.
report-verdict-over = Too much: { $demand } { $period ->
    [hour] an hour come
   *[other] a { $period } come
}, { $capacity } can be served; the queue grows by { $growth } { $period ->
    [hour] an hour
   *[other] a { $period }
}.
report-verdict-loses = Customers are lost: { $demand } { $period ->
    [hour] an hour come
   *[other] a { $period } come
}, { $capacity } could be served, { $lost } leave without having been served.
report-verdict-full = Full: { $demand } { $period ->
    [hour] an hour come
   *[other] a { $period } come
}, { $capacity } can be served; waits grow without limit.
report-verdict-no-demand = { $capacity } { $period ->
    [hour] an hour can be served
   *[other] a { $period } can be served
}; how many come is not given.
report-verdict-unknown = Not known yet: the capacity { $lacks }.
report-column-figure = Figure
report-column-value = Value
report-column-basis = How reliable
report-basis-full-load = at full load
report-basis-given = given
report-column-matter = What to look at
report-column-finding = Finding
# Between the sentences of a finding, and between gaps; something as a sentence.
report-sentences = { $first } { $rest }
report-between-gaps = {"; "}
report-sentence = { $text }.
report-limit = What limits
report-limit-none = Nothing limits the service, as far as it is drawn.
report-limit-unknown = What limits is not known: the capacity { $lacks }.
report-limit-as-much = Just as much: { $names }.
report-limit-no-next = Nothing else limits.
report-longest-wait = Longest wait
report-wait = { $step }: { $time }.
report-wait-accepted = { $step }: { $time }, accepted { $accepted }.
report-wait-too-long = { $step }: { $time }, longer than the accepted { $accepted }.
report-wait-none = Nobody waits.
report-wait-unknown = How long customers wait is not known: it { $lacks }.
report-wait-no-steps = There are no steps at which customers could wait.
report-risk = Riskiest fail point
report-risk-line = { $step }: { $what } ({ $risk } = { $often } × { $severity } × { $detection }).
report-risk-next = Next: { $step } ({ $risk } = { $often } × { $severity } × { $detection }).
report-risk-unnamed = something fails
report-risk-blank = Blank ratings count as 10: { $names }.
report-risk-rating-of = { $rating } of { $step }
report-risk-recovery = It has a recovery.
report-risk-no-recovery = Nothing says how it is put right.
report-risk-both-recover = Both have a recovery.
report-risk-neither-recovers = Nothing says how either is put right.
report-risk-first-recovers = Only the first has a recovery.
report-risk-second-recovers = Only the second has a recovery; nothing says how the first is put right.
report-risk-none = No fail point is marked.
report-risk-unranked = No fail point says how often it fails, so none can be ranked.
report-gaps = Gaps in the data
report-gaps-none = Nothing is missing that the figures could use.
report-gaps-are = Not given: { $gaps }.
report-gap-demand = the arrivals
report-gap-price = the price
report-gap-overhead = the overhead
report-gap-hours = the opening hours
report-gap-rates = a cost per hour ({ $names })
report-gap-steps = the steps and how long they take
report-gap-times = a time ({ $names })
report-gap-waits = an acceptable wait ({ $names })
report-gap-often = how often it fails ({ $names })
report-gap-recoveries = a recovery ({ $names })
report-gap-owners = an owner ({ $names })
report-gap-evidence = evidence in { $count ->
    [one] the phase
   *[other] the phases
} { $names }
report-problems-counted = { $counts }.
report-no-problems = No problems found.
report-quality = Quality
report-suggestions = What would help most
report-suggestion = { $what } ({ $gain })
report-suggestions-none = No single change is known that is sure to help.
report-best = Best scenario
report-best-is = { $name }: { $figures }.
report-best-figure = { $value } ({ $difference })
report-best-own = No other scenario does better than this one.
report-best-alone = There is only one scenario.

# The other parts.

report-sheet-bottleneck = The bottleneck is marked
report-sheet-fails = F is a fail point
report-sheet-waits = W is a place where customers wait
report-steps-none = No step takes part in the flow yet: there is nothing to compute.
report-steps-say = Steps in the order of the flow. Capacity and utilisation are those of the busiest people or things that a step needs, with all else that they do.
report-column-step-visits = Visits
report-column-marks = F/W
report-roles-none = There are no roles: nothing says who does the work.
report-roles-say = The busiest first.
report-column-count = Count
report-experience-none = Nothing can be said of it yet: { $lacks }.
report-money-none = Nothing names any money: neither a cost per hour nor an overhead, a material or a price.
report-column-part = Part
report-column-amount = Amount
report-column-mark = Mark
report-column-execution = Execution time
report-column-profit = Profit a customer
report-column-severity = Severity
report-column-where = Where
report-column-problem = Problem
report-column-cure = What to do
report-column-code = Code
report-comparison-of = { $name } against { $baseline }
report-column-difference = Difference
report-column-verdict = Better or worse
report-comparison-full-load = Where no demand is given, labour and money are those at full load: they compare scenarios that serve different numbers of customers.
report-changes = What changed
report-method-says = How each figure is defined, how far it can be trusted here, and where its formula comes from.
report-column-definition = Definition
report-column-source = Source
report-source-capacity = the smallest ratio of offer to work: Dinkelbach 1967, Picard 1976
report-source-plain = counted and added up
report-bases = How reliable a figure is
report-column-meaning = Meaning
report-basis-approximate-meaning = An approximation. Where a band is stated, 95 of 100 blueprints of the kind lie within it
report-basis-simulated = simulated
report-basis-simulated-meaning = The mean of simulated runs with its 95 % confidence interval
