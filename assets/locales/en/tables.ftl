# The tables of steps and roles: columns, cells, filters.

step-table-empty = Steps are listed here once there are some. Cells copied from a spreadsheet can be pasted onto the sheet

column-step = Step
column-step-help = What happens
column-lane = Lane
column-role = Role
column-role-help = Who is needed: “Nurse”, “2 Nurse”, “Nurse + Doctor” both, “Nurse | Doctor” either, “keep Oven”. A name that is new adds a role
column-servers = Servers
column-servers-help = How many customers the step serves at once
column-time = Time
column-capacity = Capacity
column-capacity-help = Customers per { $period } that the tightest of those who do the step can serve, with all else that they do
column-utilisation = Utilisation
column-utilisation-help = Demand ÷ capacity: how busy the tightest of those who do the step are, with all else that they do
column-wait = Wait
column-wait-help = The mean wait before the step, each time
column-fail-point = Fail point
column-fail-point-help = Whether something can fail here: yes or no
column-places = Places
column-visits = Customers
column-visits-help = The share of customers who pass the step; more than 100 % where they come back
column-phase = Phase
column-phase-help = The phase by its name, or by its number where it has none
column-kind = Kind
column-material = Material
column-role-name-help = Who or what serves
column-role-utilisation-help = Demand ÷ capacity of the role
column-role-capacity-help = Customers per { $period } that the role could serve alone
column-role-wait-help = The mean wait for the role, each time
column-steps = Needed by
column-steps-help = The steps that need the role
column-sort-help = Click to sort by it
column-ascending = { $column }, smallest first
column-descending = { $column }, largest first
column-edge = Width of the column { $column }

# Cells.

cell-yes = Yes
cell-no = No
cell-steps = { $count } · { $names }
cell-no-lane = There is no lane called “{ $name }”
cell-no-phase = There is no phase called “{ $name }”
cell-not-a-choice = “{ $name }” is not one of the choices
cell-name-taken = Another role is called “{ $name }”
cell-not-yes-no = Write yes or no
cell-not-a-colour = Colours have the numbers 1 to { $most }
cell-nameless-row = A new role needs a name
cell-computed = This is computed and cannot be edited
cell-no-row = This row no longer exists
cells-refused-title = Nothing was changed
cell-refused = “{ $text }” – { $reason }
cells-refused-line = { $row }, { $column }: “{ $text }” – { $reason }
cells-too-many-rows = There are { $rows } rows to paste and { $there } below the chosen cell
cells-too-many-columns = There are more columns to paste than right of the chosen cell
cells-choices = Choices
cells-choose-hint = Type, or Alt+Down to choose
cells-fill-down = Fill down
cells-clear = Clear cells
cells-cleared =
    { $count ->
        [one] 1 cell cleared. { $keys } brings it back
       *[other] { $count } cells cleared. { $keys } brings them back
    }
cells-remove-rows = Delete rows
role-row-new = New role

# Finding rows.

step-table-find = Find steps
role-table-find = Find roles
step-table-filter = Filter
step-table-count = { $shown } of { $all } steps
step-table-nothing-found = No matching steps
table-filter-without-time = Without a time
table-filter-beside-flow = Include evidence and notes
table-filter-zone = Zone
table-filter-role = Role
table-filter-any = Any
