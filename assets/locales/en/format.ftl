# What is wrong inside a blueprint file: what was found, and what was expected there.

decode-not-utf8 = This is not a text file in UTF-8
decode-field-missing = The field “{ $field }” is missing
decode-hours-unlike-rates = { $intervals } { $intervals ->
    [one] interval
   *[other] intervals
} from opening to closing, but { $rates } { $rates ->
    [one] number
   *[other] numbers
}: give one for each
decode-value = “{ $found }” does not fit. { $reason }
decode-newer = Version { $version } of the file is newer than { $known }, the newest this program knows: update the program
decode-duplicate = Two { $sort } have the number { $number }: give each its own
decode-dangling = The { $place } names { $missing }, which is not in the file
decode-redesign = redesign
decode-quality = quality
decode-plan = plan
decode-something = file
decode-class-of-nothing = A class of a service mix names either the link that its customers take, or the step at which they come in
decode-nameless = The { $thing } has no name: enter one
decode-bad-link = The { $link } is not possible: { $reason }
decode-stands-in-for-itself = The { $role } stands in for itself: remove its number from the list
decode-waits-for-itself = The { $action } would have to be done before itself: remove a number from its list
decode-empty-need = The { $step } has a need without a role: name a role or remove the need

sorts-scenario = scenarios
sorts-lane = lanes
sorts-phase = phases
sorts-role = roles
sorts-element = elements
sorts-step = steps
sorts-link = links
sorts-item = items
sorts-indicator = indicators
sorts-action = actions
sorts-sheet = planning sheets
sorts-thing = things
sort-scenario = scenario { $name }
sort-lane = lane { $name }
sort-phase = phase { $name }
sort-role = role { $name }
sort-element = element { $name }
sort-step = step { $name }
sort-link = link { $name }
sort-item = item { $name }
sort-indicator = indicator { $name }
sort-action = action { $name }
sort-sheet = planning sheet { $name }

# What was expected.

expected = expected { $what }
expected-number = a number
expected-text = a text in quotation marks
expected-text-end = the quotation mark that closes the text
expected-escape = something that can follow a backslash, such as \n, \" or \\
expected-character = a character in single quotation marks
expected-text-or-number = a text in quotation marks or a number
expected-pair = two numbers in parentheses
expected-five = five numbers in parentheses
expected-date-and-number = a date and a number in parentheses
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
expected-other-sort = another kind of value
expected-other-than = something other than “{ $found }”
expected-more = more text
expected-end = the end of the file: something follows the blueprint
expected-comment-end = the end of a comment
expected-shallower = fewer levels of brackets
expected-other = something else
