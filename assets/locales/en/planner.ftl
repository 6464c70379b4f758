# Planning sheets in the window: their table, what an answer says, their pictures.

# Templates.

planner-title-production = Production plan
planner-title-blend = Blend or cover
planner-title-knapsack = Knapsack
planner-title-choice = Choice
planner-title-transport = Transport
planner-title-assignment = Assignment
planner-title-mix = Service mix
planner-about-production = how many of each bring the most profit
planner-about-blend = the cheapest that has enough of everything
planner-about-knapsack = what to take along where room is short
planner-about-choice = which to choose, and which not
planner-about-transport = what to send from where to where, most cheaply
planner-about-assignment = who is to do what
planner-about-mix = how many customers of which sort this service takes
planner-new-sheet = New planning sheet
planner-unnamed = Unnamed sheet
planner-sheets-count = { $count ->
    [one] 1 planning sheet
   *[other] { $count } planning sheets
}
planner-rename = Rename the sheet
planner-duplicate = Duplicate the sheet
planner-remove = Remove the sheet
planner-tab-help = Double-click renames, dragging moves, the right button has more
planner-new-item = Item { $number }
planner-new-limit = Limit { $number }
planner-new-from = Source { $number }
planner-new-to = Place { $number }

# The panel at the left, and the strip above the table.

planner-this-sheet = This sheet
planner-template = Template
planner-aim = Wanted
planner-aim-most = most profit
planner-aim-least = least cost
planner-amounts = Amounts
planner-any = any
planner-whole = whole
planner-yes-no = yes or no
planner-items = Items
planner-limits = Limits
planner-rows = Rows
planner-columns = Columns
planner-count = Number chosen
planner-total = Total of all
planner-free = free
planner-at-most = at most
planner-at-least = at least
planner-exactly = exactly
planner-at-most-share = at most, of all
planner-at-least-share = at least, of all
planner-exactly-share = exactly, of all
planner-add-rule = Add a rule
planner-remove-rule = Remove the rule: { $rule }
planner-show-formulas = Show as formulas
planner-add-item = Add item
planner-add-limit = Add limit
planner-no-amount = no limit yet
planner-add-from = Add row
planner-add-to = Add column

# The table.

planner-profit = Profit
planner-cost = Cost
planner-least = Least
planner-most = Most
planner-kind = Amounts
planner-holds = Limit holds
planner-used-left = Used, left
planner-left = { $left } left
planner-minutes = { $value } min
planner-gives = Below 0: it adds to this limit instead of using it
planner-one-more = One more brings
planner-minute-more = A minute more brings
planner-to-value = to { $value }
planner-at-value = at { $value }
planner-up-to = up to { $to }
planner-one-less = One less changes it by { $value }, down to { $from }
planner-more-none = One more cannot be had: there is no plan then
planner-more-unknown = Not worked out for this sheet
planner-not-known = not known
planner-no-plan-then = no plan
planner-no-end-to-it = no end
planner-none-more = none can be added
planner-no-wage = no wage given
planner-for-span = for { $from } … { $to }
planner-from-on = from { $from } on
planner-one-less-always = One less changes it by { $value }, however few there are
planner-excess-unit = per unit beyond
planner-answer = Answer
planner-stays = Stays best while
planner-all-best = Over all best plans
planner-profit-most = profit, the most
planner-cost-least = cost, the least
planner-forced = One forced in loses { $loss }
planner-yes = yes
planner-no = no
planner-name-of-item = Name of item { $number }
planner-name-of-limit = Name of limit { $number }
planner-name-of-row = Name of row { $number }
planner-name-of-column = Name of column { $number }
planner-supply = Supply
planner-demand = Demand
planner-can = Can do
planner-times = To be done
planner-from-to = From \ to
planner-who-what = Who \ what
planner-not-typed = This cell is worked out; type into a white one
planner-kind-of-item = Amounts of this item
planner-row-above = Add a row above
planner-row-below = Add a row below
planner-remove-row = Remove the row
planner-column-before = Add a column before
planner-column-after = Add a column after
planner-remove-column = Remove the column
planner-no-line = Neither a row nor a column to change
planner-unknown-columns = Not understood, and left out: { $names }
planner-bad-cell = Nothing was pasted: in row “{ $row }”, column “{ $column }”, “{ $text }” is no number
planner-no-place = Nothing was pasted: { $count ->
    [one] 1 cell has
   *[other] { $count } cells have
} no place in the table from here on

# What the answer says.

planner-last-answer = The last answer, until the sheet is right again
planner-faults = What to put right
planner-size-items = { $items ->
    [one] 1 item
   *[other] { $items } items
} · { $limits ->
    [one] 1 limit
   *[other] { $limits } limits
}
planner-size-ways = { $rows } × { $columns } ways
planner-failed = The sheet could not be worked out
planner-again = Try again
planner-solving = Working it out…
planner-the-most = the most there can be
planner-the-least = the least there can be
planner-if-parts = If parts were allowed
planner-parts-row = If parts were allowed
planner-if-parts-note = not always to be had
planner-best = The best plan
planner-only-best = The best plan, and the only one
planner-one-of-many = One of several best plans
planner-others-lines = Other plans are as good: the table says how much of each they have.
planner-no-end = There is no best plan
planner-stopped = The search stopped: the best plan so far
planner-bound = No plan is better than { $bound }.
planner-ray = Each further { $item } brings { $value } and uses nothing that is limited.
planner-ray-saves = Each further { $item } saves { $value } and uses nothing that is limited.
planner-ray-along = Each further { $item }, with { $along }, brings { $value } and uses nothing that is limited.
planner-ray-along-saves = Each further { $item }, with { $along }, saves { $value } and uses nothing that is limited.
planner-nothing-yet = Nothing to plan yet
planner-use-repair = Put this amount in
planner-plan = The plan
planner-way = { $from } to { $to }
planner-more-lines = { $count } more in the table
planner-used-of = { $used } of { $amount }
planner-brings = One more brings { $value }
planner-brings-until = One more brings { $value }, up to { $to }
planner-brings-to = One more brings { $value }, to { $total }
planner-costs = One more changes the cost by { $value }
planner-costs-until = One more changes the cost by { $value }, up to { $to }
planner-costs-to = One more changes the cost by { $value }, to { $total }
planner-excess = One unit beyond the share changes the value by { $value }
planner-excess-note = Per unit of the blend beyond its share
planner-brings-nothing = One more brings nothing
planner-what-if = What if
planner-if-help = Click to put this number in
planner-if-one-more = One more { $name }
planner-if-two-more = Two more { $name }
planner-if-number = { $name }: { $to } instead of { $from }
planner-if-brings = { $name } brings { $to } instead of { $from }
planner-if-costs = { $name } costs { $to } instead of { $from }
planner-if-two-bring = nothing alone; two change the value by { $value }
planner-if-plan-stays = the plan stays as it is
planner-next-best = Next best: { $plan }, worth { $value }
planner-nothing = nothing
planner-binds-badge = limit

# The pictures.

planner-picture = Picture
planner-bars = Bars
planner-formulas = Formulas
planner-put-back = Put the line back
planner-pull = Pull the amber line until it last touches: that corner is best.
planner-line = Line of equal value
planner-line-profit = profit { $value }
planner-line-cost = cost { $value }
planner-line-no-profit = no plan brings { $value }
planner-line-no-cost = no plan costs only { $value }
planner-unused-way = not used: { $loss } more each
planner-copy-formulas = Copy the formulas
planner-course = Value against { $name }
planner-in-per-cent = { $name }, %
planner-pick-number = Choose a number in the table: the value against it is drawn here.
planner-no-course = Between these ends there is no best plan, whatever this number is.
planner-each = { $value } each
planner-whole-line = as it is, whole
planner-parts-line = if parts were allowed
planner-corner = From { $at } on: { $changes }
planner-binds = { $name } limits
planner-frees = { $name } no longer limits
planner-comes-in = { $name } comes in
planner-goes-out = { $name } goes out
planner-reaches-most = { $name } is at its most
planner-leaves-most = { $name } is below its most
planner-mix-by-ways = Filled by “{ $scenario }”, sorted by the ways out of “{ $step }”
planner-mix-by-entries = Filled by “{ $scenario }”, sorted by where customers come in
planner-mix-fill = Hours filled to
planner-mix-fill-help = The part of people’s time that the plan may fill: 85 % keeps waits short. Enter keeps it, Esc takes it back
planner-mix-make = Make scenario
planner-mix-make-help = A copy of the scenario in which customers come as this plan says
planner-mix-scenario = Best mix
planner-mix-shared = Who does what several can
planner-mix-shared-cell = { $minutes } shared
planner-mix-head = { $value } an hour, today { $today }
planner-mix-head-alone = { $value } an hour
planner-mix-one-more = one more { $pool } { $value }
planner-mix-worth = worth { $value }
planner-mix-best = best mix an hour
planner-mix-now = today, { $rate } an hour
planner-mix-market = market
planner-mix-does = { $minutes } min an hour of { $class }
