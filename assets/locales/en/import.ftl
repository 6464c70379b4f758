# Tables and flowcharts brought in: the columns, what was made of them, the dialog, and what is wrong in them.

import-column-step = Step
import-column-kind = Kind
import-column-lane = Lane
import-column-phase = Phase
import-column-role = Role
import-column-time = Time
import-column-scv = Variation (SCV)
import-column-places = Places
import-column-batch = Batch
import-column-setup = Set-up
import-column-next = Next step
import-column-together = Together with
import-column-trigger = Triggers
import-column-enter = Share of arrivals
import-column-cost = Material cost
import-column-number = Number of the row
import-column-previous = Step before
import-column-least-time = Shortest time
import-column-most-time = Longest time
import-column-count = Count
import-column-availability = Availability
import-column-cost-per-hour = Cost per hour

import-kind-action = action
import-kind-decision = decision
import-kind-evidence = evidence
import-kind-note = note
import-kind-staff = staff
import-kind-equipment = equipment
import-kind-room = room
import-kind-information = information
import-kind-external = external

# What was made of a table.

import-quoted = “{ $name }”
import-columns-left-out = Left out because these columns have no meaning here: { $names }
import-column-guessed = “{ $heading }” is read as: { $column }
import-parts-of-time = Added up as parts of one time: { $names }
import-no-header = No header found: the columns were recognised by their contents
import-above-header = Left out above the header: { $names }
import-roles-all = Read as all of them together: { $names }
import-roles-either = Read as either of them: { $names }
import-names-nobody = { $names } names nobody: no role was created
import-taken-for-granted = “{ $heading }”: { $note }
import-taken-per-hour = “{ $heading }” does not say what it is per: taken as the cost of an hour
import-unit-assumed = “{ $heading }” does not say its unit: plain numbers taken as { $unit }
import-unit-of-cells = “{ $heading }”: plain numbers taken as { $unit }, as the other times are
import-roles-alike = Treated as one role each: { $names }
import-role-alike = “{ $written }” as “{ $taken }”
import-roles-name-others = New roles whose name holds another role: { $names }. Where several people are meant, write them as in Nurse + Doctor or 2 Nurse
import-roles-unneeded = No step needs these roles of the table: { $names }
import-role-unneeded-meant = “{ $name }” (is it “{ $meant }” in the steps?)
import-totals-left-out = Left out because these rows are totals: { $names }
import-below-table = Left out below the table: { $names }
import-merged-once = Merged cells under “{ $heading }” count for the first of their rows only
import-by-row = Numbers of steps count the rows below the header
import-by-number = Numbers of steps are those under “{ $heading }”
import-lines-left-out = Lines follow from the zones; these rows were left out: { $names }
import-marks = List markers before the names were removed
import-matrix = Read as a blueprint of zones and phases: { $steps }
import-outside-zones = Left out because these are not zones: { $names }
import-flowchart = Read as a flowchart
import-labels-left-out = Labels of arrows were left out: { $names }
import-choices-without-shares = Read as a choice of one, whose shares are still to be given: { $names }
import-link-left-out = The link from “{ $from }” to “{ $to }” was left out: a blueprint cannot hold such a link
import-parts-left-out = Left out of the diagram: { $names }
import-links-differ = The sheet of links says other links than the columns of the steps: those of the steps were read
import-demand-kept = Demand, price and overhead of the workbook were not taken: those of the sheet stay
import-cells-left-out = These cells cannot be read and were left out: { $names }
import-not-held = { $what } (not in the workbook)
not-held-scenarios = Other scenarios
not-held-empty-bands = Lanes and phases without a step
not-held-surroundings = Servicescape
not-held-redesign-rules = Rules of the redesign
not-held-day = Day and shifts
not-held-judgements = Quality and improvement plan
not-held-planning-sheets = Planning sheets
not-held-only-today = Who may do which step
not-held-rates = Period of rates
import-sheet-read = Read the sheet “{ $name }”; left out: { $names }
import-encoding-guessed = The encoding is a guess: { $encoding }, in which it begins “{ $sample }”

# The dialog.

import-title = Import “{ $name }”
import-title-paste = Paste a table
import-file-kind = Tables and flowcharts
import-choose-title = Import a table
import-sheet = Sheet
import-encoding = Encoding
import-encoding-guess = { $name } (a guess)
import-encoding-check = Are these words readable? “{ $sample }”
import-read-as = Read as
import-as-rows = A row for each step
import-as-matrix = Zones and phases
import-flow = Flow from left to right
import-flow-help = Steps follow one another from the first phase to the last; what stands in one phase happens together
import-columns = What each column holds
import-column-of = Column “{ $heading }”
import-column-unnamed = Column { $number }
import-leave-out = Leave out
import-joined-unit = Unit of the time
import-joined-part = Part of the time
import-numbers-in = in { $unit }
import-numbers-asked = in { $unit }?
import-numbers-as-others = in { $unit }, as others
import-numbers-unsaid = in { $unit }? Unspecified
import-unit-name =
    { $unit ->
        [milliseconds] milliseconds
        [minutes] minutes
        [quarters] quarters of an hour
        [hours] hours
        [days] days
        [working_days] working days
        [weeks] weeks
        [working_weeks] working weeks
       *[seconds] seconds
    }
import-into = Import as
import-into-new = a new blueprint
import-into-sheet = cards on this sheet
import-preview = { $steps }, { $roles }
import-preview-more = … and { $count } more
import-preview-between = { "; " }
import-not-yet = This cannot be imported yet
import-button = Import
import-failed-title = Nothing was imported
import-done = Imported { $steps } and { $roles }
import-decimal = Decimal mark
import-decimal-point = dot: 1,200 = 1200, 1.200 = 1.2
import-decimal-comma = comma: 1,200 = 1.2, 1.200 = 1200
import-colon = Colon
import-colon-minutes = 1:30 = minutes and seconds
import-colon-hours = 1:30 = hours and minutes
open-unknown-kind = { $file } is neither a blueprint (.ron) nor a table or flowchart that can be imported ({ $endings })

# What is wrong in a table.

table-row = row { $row }: { $reason }
table-cell = row { $row }, column { $column }: { $reason }
table-unknown-encoding = The text is in an unknown encoding: save the table as UTF-8
table-empty = The table is empty
table-no-header = No column was recognised as the names ({ $column }): give it a heading, or say which it is
table-column-twice = A column is named twice: keep one
table-no-rows = There is nothing below the header
table-unclosed-quote = A quotation mark is never closed
table-too-many-cells = There are more cells than columns: put quotation marks around a text with the separator in it
table-unit-missing = The unit of this number is missing: write it in its column, or behind the number
table-no-name = Enter a name
table-name-twice = “{ $name }” occurs twice: give each row its own name
table-amount-unclear = How many are needed in “{ $name }”? Write one number, before the first name: 2 Nurse | Doctor
table-number-in-name = Is “{ $name }” a number of them, or somebody else? Write the number first (2 Nurse), or put the name in quotation marks
table-one-after-another = “{ $name }” come one after the other: give each a step of its own
table-not-a-headcount = “{ $name }” is not a number of people or things: enter a whole number from 0 to 1,000,000
table-choice-among-all = “{ $name }” is a choice, but stands beside steps that everybody goes on to: make the choice a step of its own
table-unknown-role = There is no role called “{ $name }” in this table or on the sheet
table-stands-in-for-itself = A role cannot stand in for itself
table-unknown-step = There is no step called “{ $name }”
table-unknown-kind = “{ $name }” is not a kind: use { $words }
table-unknown-zone = “{ $name }” is not a zone: use { $words }, or write it behind one, as in Backstage/Kitchen
table-empty-name = A name is missing between two separators
table-shares-above-all = The shares are more than 100 % together
table-variation-without-time = There is a variation but no time
table-variation-twice = The time already says how it varies: leave this cell blank
table-link-refused = The link to “{ $name }” is not possible: { $reason }
table-unknown-unit = Plain numbers here are in “{ $name }”, which is not a known unit: head the column as in Time (min), or write the unit in each cell
table-not-per-hour = The heading says “{ $name }”, but a role has a cost per hour: give what an hour costs and head the column as in Cost per hour, or write 18/h in each cell
table-number-among-clocks = A plain number beside hours and minutes: write it with a colon, or with its unit
table-failed-formula = “{ $name }” is what the spreadsheet shows where a formula failed: correct it there, or clear the cell
table-formula-without-result = The file does not store the result of “{ $name }”: open it in a spreadsheet and save it again, or write the value
table-unclear-brackets = The brackets in “{ $name }” leave open who is needed: write it as in Nurse + Doctor | Clerk
table-some-of-several = “{ $name }” asks for some of several, which cannot be expressed: name who is needed together (A + B), or who could do it alone (A | B)
table-no-such-column = There is no column “{ $name }”: give a heading of the table or a number from 1
table-too-many-rows = There are more than 200,000 rows: split the table
table-other-notation = This is { $name }, which cannot be imported. Of diagrams written as text, only Mermaid flowcharts can
table-nothing-drawn = The flowchart has no steps
table-no-such-sheet = The workbook has no sheet “{ $name }”; it has { $names }
table-workbook = The workbook cannot be read: { $name }
table-no-sheet = No sheet of the workbook has a column of steps: { $names }
table-line-as-lane = “{ $name }” is a line between two zones, not a zone: name the zone in which the step lies
