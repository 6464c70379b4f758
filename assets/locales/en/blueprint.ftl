# The elements of a blueprint: zones, lines, steps, links, roles, and what a step can say of itself.

zone-evidence = Physical evidence
zone-customer = Customer actions
zone-frontstage = Frontstage
zone-backstage = Backstage
zone-support = Support processes

line-interaction = Line of interaction
line-visibility = Line of visibility
line-internal-interaction = Line of internal interaction

step-action = Action
step-decision = Decision
step-evidence = Evidence
step-note = Note

link-flow = Flow
link-together = Together
link-trigger = Trigger
link-flow-meaning = The next begins when this ends
link-together-meaning = Both happen at the same time
link-trigger-meaning = Starts work that the customer does not wait for
link-association = Belongs to
link-flip-hint = F flips the kind
link-chip = This link: { $kind }
link-kind-changed = Between these two it can’t stay what it was: it is now { $kind }
link-outside = Leaves the service

role-staff = Staff
role-equipment = Equipment
role-room = Room
role-information = Information
role-external = External

value-adding = Adds value
value-necessary = Necessary
value-waste = Waste

emotion-awful = Awful
emotion-bad = Bad
emotion-neutral = Neutral
emotion-good = Good
emotion-delighted = Delighted

meeting-join = Wait for each other
meeting-merge = Continue without waiting
priority-high = Before others
priority-low = After others

participation-self-service = Self-service
participation-interpersonal = Interpersonal
participation-remote = Remote

complexity-lean = Lean
complexity-elaborate = Elaborate

dimension-ambient = Ambient conditions
dimension-space = Spatial layout and functionality
dimension-signs = Signs, symbols and artefacts

unit-second = Seconds
unit-minute = Minutes
unit-hour = Hours

places-unlimited = Unlimited

# Names that new things begin with.

untitled = Untitled blueprint
scenario-first = As-is
scenario-new = To-be { $number }
scenario-unnamed = Unnamed
scenario-numbered = { $name } ({ $number })
phase-new = New phase
role-new = New role
element-new = New element
suggestion-machine = Machine for { $name }

# Marks on a card.

mark-fail-point = F
mark-wait-point = W
time-mean = mean { $time }
