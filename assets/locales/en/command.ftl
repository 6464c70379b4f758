# What the command line says.

command-scenario-name = As-is
command-no-such-scenario = There is no scenario called { $name }: the file holds { $names }
command-bad-demand = --demand { $text }: { $reason }. Write it like 54/h
command-bad-customers = --customers { $text }: enter a whole number from 1 to { $most }, such as 30
command-exists = { $file } is there already: choose another name, or add --force to replace it
command-format = { $file }: { $format } is not yet a format to export to. Use .csv
command-same-file = { $file } cannot hold both tables: give the table of roles another name
command-encoding = The encoding is doubtful: read as { $encoding } it begins “{ $sample }”. Say which it is with --encoding { $encoding } or another ({ $others })
command-columns = --columns { $text }: write what the column holds and its heading or number, such as step=Activity or time=3
command-file-first = “{ $file }” stands before a command: write the command first
command-import-to-table = { $file } would be a table, but a blueprint is written: end the name in .ron
command-format-missing = { $file } says no format: end the name in .csv
command-is-table = { $file } looks like a table: bring it in with “onstage import { $file } -o FILE.ron”
command-renamed = These names were borne twice and are told apart in the table: { $names }
command-imported = Saved { $file } with { $steps } and { $roles }
command-exported = Saved { $steps } and { $roles }
command-unknown-field = { $file }: line { $line }: this version does not know “{ $field }” and leaves it out
command-newer = { $file } was written by a newer version; what this one does not know is left out
command-sound = No problems found
command-counts = { $errors }, { $warnings }, { $hints }
errors =
    { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
warnings =
    { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
hints =
    { $count ->
        [one] { $count } hint
       *[other] { $count } hints
    }

report-problems = Problems
report-bottleneck = Bottleneck: { $names }
report-steps = Step
report-roles = Role
report-count = Count
report-limit-of-several = { $pool } ({ $steps })
report-within = { $share } within { $time }
report-all-at-once = { $customers }, all at once to an empty service: { $time }, { $remark }
report-no-bottleneck = none
report-arithmetic = { $pool }: { $offer } ÷ { $work } per customer { $capacity }

# Files that could not be read or written.

file-not-found = There is no such file
file-folder-missing = The folder does not exist
file-is-folder = This is a folder, not a file
file-not-a-file = This is not an ordinary file
file-not-allowed = The system does not allow it: check the permissions, or choose another place
command-comments-lost = { $file }: these comments belong to what is no longer in it and are left out: { $comments }
file-read-only = The file or disk is read-only: allow writing and try again, or choose another place
file-disk-full = The disk is full: make room and try again, or save on another drive
file-too-large = The file is larger than { $most } MB, the most that can be opened
file-other = The system says: { $reason }
file-at = { $file }: { $reason }
file-line = line { $line }, column { $column }: { $reason }
file-breaks-off = line { $line }, column { $column }: the file breaks off here, and the rest is missing
file-of = { $reason } (in { $owner })

decode-not-utf8 = This is not a text file in UTF-8
decode-field-missing = The field “{ $field }” is missing
decode-value = “{ $found }” does not fit. { $reason }
decode-newer = Version { $version } of the file is newer than { $known }, the newest this program knows: update the program
decode-duplicate = Two { $sort } bear the number { $number }: give each its own
decode-dangling = The { $place } names { $missing }, which is not in the file
decode-redesign = redesign
decode-something = file
decode-nameless = The { $thing } has no name: enter one
decode-bad-link = The { $link } cannot be: { $reason }
decode-stands-in-for-itself = The { $role } stands in for itself: take its number out of the list
decode-empty-need = The { $step } has a need without a role: name a role or remove the need
bare-number = { $number }
quoted-name = “{ $name }”
sorts-scenario = scenarios
sorts-lane = lanes
sorts-phase = phases
sorts-role = roles
sorts-element = elements
sorts-step = steps
sorts-link = links
sorts-thing = things
sort-scenario = scenario { $name }
sort-lane = lane { $name }
sort-phase = phase { $name }
sort-role = role { $name }
sort-element = element { $name }
sort-step = step { $name }
sort-link = link { $name }

expected = expected { $what }
expected-number = a number
expected-text = a text in quotation marks
expected-text-end = the quotation mark that closes the text
expected-escape = something that can follow a backslash, such as \n, \" or \\
expected-character = a character in single quotation marks
expected-text-or-number = a text in quotation marks or a number
expected-pair = two numbers in parentheses
expected-yes-or-no = true or false
expected-list = a list that begins with [
expected-list-end = the end of the list: ]
expected-group = a group of fields that begins with (
expected-group-end = the end of the group: )
expected-map = a map that begins with a brace
expected-map-end = the brace that ends the map
expected-comma = a comma
expected-colon = a colon
expected-field-name = the name of a field
expected-one-of = one of { $words } instead of { $found }
expected-only-once = { $field } only once
expected-field = the field { $field }
expected-extension = an extension that the format has, such as #![enable(implicit_some)]
expected-value = a value
expected-other-sort = another sort of value
expected-other-than = something else than “{ $found }”
expected-more = more text
expected-end = the end of the file: something follows the blueprint
expected-comment-end = the end of a comment
expected-shallower = fewer levels of brackets
expected-other = something else

# What is wrong in a table.

table-row = row { $row }: { $reason }
table-cell = row { $row }, column { $column }: { $reason }
table-unknown-encoding = The text is in an unknown encoding: save the table as UTF-8
table-empty = The table is empty
table-no-header = No column could be told to hold the names ({ $column }): head it, or say which it is
table-column-twice = A column is named twice: keep one
table-no-rows = There is nothing below the header
table-unclosed-quote = A quotation mark is never closed
table-too-many-cells = There are more cells than columns: put quotation marks around a text with the separator in it
table-unit-missing = The unit of this number is missing: write it in its column, or behind the number
table-no-name = Enter a name
table-name-twice = “{ $name }” is there already: give each row its own name
table-amount-unclear = How many are needed in “{ $name }”? Write one number, before the first name: 2 Nurse | Doctor
table-number-in-name = Is “{ $name }” a number of them, or somebody else? Write the number first (2 Nurse), or put the name in quotation marks
table-one-after-another = “{ $name }” come one after the other: give each a step of its own
table-not-a-headcount = “{ $name }” is no number of people or things: enter a whole number from 0 to 1,000,000
table-choice-among-all = “{ $name }” is a choice, but stands beside steps that everybody goes on to: make the choice a step of its own
table-unknown-role = There is no role called “{ $name }” in this table or on the sheet
table-stands-in-for-itself = A role cannot stand in for itself
table-unknown-step = There is no step called “{ $name }”
table-unknown-kind = “{ $name }” is no kind: use { $words }
table-unknown-zone = “{ $name }” is no zone: use { $words }, or write it behind one, as in Backstage/Kitchen
table-empty-name = A name is missing between two separators
table-shares-above-all = The shares are more than 100 % together
table-variation-without-time = There is a variation but no time
table-variation-twice = The time says how it varies already: leave this cell blank
table-link-refused = The link to “{ $name }” cannot be: { $reason }
table-unknown-unit = Plain numbers here are in “{ $name }”, which is no unit that is read: head the column as in Time (min), or write the unit in each cell
table-not-per-hour = The heading says “{ $name }”, but a role has a cost per hour: give what an hour costs and head the column as in Cost per hour, or write 18/h in each cell
table-number-among-clocks = A plain number beside hours and minutes: write it with a colon, or with its unit
table-failed-formula = “{ $name }” is what the spreadsheet shows where a formula failed: mend it there, or clear the cell
table-formula-without-result = The file does not store what “{ $name }” comes to: open it in a spreadsheet and save it again, or write the value
table-unclear-brackets = The brackets in “{ $name }” leave open who is needed: write it as in Nurse + Doctor | Clerk
table-some-of-several = “{ $name }” asks for some of several, which cannot be said: name who is needed together (A + B), or who could do it alone (A | B)
table-no-such-column = There is no column “{ $name }”: give a heading of the table or a number from 1
table-too-many-rows = There are more than 200,000 rows: split the table
table-other-notation = This is { $name }, which is not read. Of diagrams written as text, Mermaid flowcharts are
table-nothing-drawn = The flowchart has no steps
table-no-such-sheet = The workbook has no sheet “{ $name }”; it has { $names }
table-workbook = The workbook cannot be read: { $name }
table-no-sheet = No sheet of the workbook has a column of steps: { $names }
table-line-as-lane = “{ $name }” is a line between two zones, not a zone: name the zone in which the step lies
