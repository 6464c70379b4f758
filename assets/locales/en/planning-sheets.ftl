# Planning sheets: what they are for, what holds in them, what comes out and what is wrong.

planning-production = production plan
planning-blend = blend or cover
planning-knapsack = knapsack
planning-choice = choice
planning-transport = transport
planning-assignment = assignment
planning-count = number chosen
planning-total = total of all
planning-holds-at-most = { $name } at most { $amount }
planning-holds-at-least = { $name } at least { $amount }
planning-holds-exactly = { $name } exactly { $amount }
planning-needs = { $one } needs { $other }
planning-excludes = not both { $one } and { $other }

# What comes out.

planning-best = Best value: { $value }
planning-no-plan = No plan keeps every limit
planning-no-end = There is no best plan: nothing limits { $names }
planning-stopped = The search stopped. Best value so far: { $value }; no plan is better than { $bound }
planning-stopped-without = The search stopped before it found a plan
planning-relaxation = If amounts need not be whole: { $value }
planning-unique = No other plan is as good
planning-others = Other plans are as good
planning-conflict = { $count ->
    [one] This cannot hold, whatever else does: { $held }
   *[other] These cannot hold together: { $held }
}
planning-conflict-stopped = The search for fewer of them stopped: some may not be needed
planning-repair = { $amount } alone would do
planning-no-repair = no amount of this helps
planning-without-amount = No amount is given for { $names }: nothing is limited by that yet
planning-share-note = What one more of a share brings is per unit of the total beyond it
planning-item = Item
planning-amount = Amount
planning-all-best = Over all best plans
planning-forced = One forced in loses
planning-stays = Stays best while worth
planning-who = Who
planning-what = What
planning-from = From
planning-to = To
planning-limit = Limit
planning-used = Used
planning-left = Left
planning-one-more = One more brings
planning-up-to = Up to
planning-one-less = One less brings
planning-down-to = Down to
planning-with-one-more = Value with one more
planning-with-one-less = Value with one less

# What is wrong, and where.

planning-fault = Sheet “{ $sheet }”, { $place }: { $wrong }
planning-fault-of-sheet = Sheet “{ $sheet }”: { $wrong }
planning-at-item-name = name of item { $name }
planning-at-worth = worth of { $name }
planning-at-uses = what { $item } uses of { $limit }
planning-at-least = least of { $name }
planning-at-most = most of { $name }
planning-at-limit-name = name of limit { $name }
planning-at-amount = amount of { $name }
planning-at-rule = rule { $name }
planning-at-row-name = name of row { $name }
planning-at-column-name = name of column { $name }
planning-at-way = way from { $from } to { $to }
planning-wrong-empty = a number is missing
planning-wrong-text = “{ $text }” is not a number: write 3.48, 1/3 or 30 %
planning-wrong-over-zero = “{ $text }” divides by 0
planning-wrong-too-long = a number has at most 400 digits
planning-wrong-negative = { $text } is below 0
planning-wrong-least-above-most = the least is above the most
planning-wrong-no-whole = no whole number lies between the least and the most
planning-wrong-doubled = another one is called “{ $name }” already
planning-wrong-of-itself = “{ $name }” stands in a rule with itself
planning-wrong-unknown = there is no item called “{ $name }”
planning-wrong-items = { $there } items are too many: at most { $most }
planning-wrong-limits = { $there } limits are too many: at most { $most }
planning-wrong-ends = { $there } rows or columns are too many: at most { $most }
planning-wrong-beyond = no limit, row or column belongs to it
planning-wrong-wants-most = give “{ $name }” a most, as it has to be told whether it is chosen
planning-wrong-wants-whole = give “{ $name }” whole amounts, as it has to be told whether it is chosen

planning-service-mix = service mix
planning-mix-no-link = it says nothing of what fills it: give it a link to a scenario
planning-mix-no-scenario = its scenario is gone
planning-mix-step-gone = its step { $name } is not in its scenario
planning-mix-no-decision = its step is no decision with two ways out
planning-mix-no-entries = there are not two steps at which a share of the customers comes in
planning-mix-class-gone = the link or step of class { $name } is gone
planning-mix-class-twice = class { $name } is written twice
planning-mix-no-worth = what a customer of “{ $name }” is worth is not given, nor a price
planning-mix-bad-fill = “{ $text }” is no part of people’s time: give a share above 0 % up to 100 %
planning-mix-lacks = with all customers in “{ $name }” the capacity { $lacks }
planning-mix-today = With today’s shares { $rate } an hour are served in the same hours, worth { $value } an hour.
planning-mix-at-most = It is an upper bound: what needs several at once, or keeps them, may not be attained.
planning-column-pool = Pool
planning-column-hour = At the margin, an hour
planning-column-one-more = One more brings
planning-column-less-wage = Less the wage

# What changed, and what is said in a sentence.

planning-change = Planning sheet “{ $sheet }”, { $what }: { $before } → { $after }
planning-nothing-written = blank
planning-change-renamed = Planning sheet “{ $before }” is now called “{ $after }”
planning-change-item = item
planning-change-limit = limit
planning-change-row = row
planning-change-column = column
planning-change-added = Planning sheet “{ $sheet }”: { $what } “{ $name }” · new
planning-change-removed = Planning sheet “{ $sheet }”: { $what } “{ $name }” · removed
planning-change-differs = Planning sheet “{ $sheet }”: { $what } “{ $name }” differs
planning-change-aim = what is wanted
planning-change-amounts = amounts
planning-change-holds = how { $name } holds
planning-change-otherwise = Planning sheet “{ $sheet }” differs otherwise
planning-said-most = “{ $sheet }”: the best plan is { $plan }, worth { $value }.
planning-said-least = “{ $sheet }”: the best plan is { $plan }, at a cost of { $value }.
planning-said-other = “{ $sheet }”: { $said }.
planning-said-faults = “{ $sheet }” has mistakes, and no answer.
planning-said-more = { $count ->
    [one] One more planning sheet is in the file.
   *[other] { $count } more planning sheets are in the file.
}
