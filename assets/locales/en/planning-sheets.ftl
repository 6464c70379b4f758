# Planning sheets: what they are for, what holds in them, what comes out and what is wrong.

planning-production = production plan
planning-blend = blend or cover
planning-knapsack = knapsack
planning-choice = choice
planning-transport = transport
planning-assignment = assignment
planning-count = number chosen
planning-total = total
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
planning-conflict = These cannot hold together: { $held }
planning-repair = { $amount } alone would do
planning-no-repair = no amount of this helps
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
