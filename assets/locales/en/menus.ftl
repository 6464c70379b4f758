# Menus and commands of the window, and why a command does not apply ("obstacle-").

menu-file = File
menu-edit = Edit
menu-view = View
menu-insert = Insert
menu-scenario = Scenario
menu-arrange = Arrange
menu-help = Help
menu-samples = Open sample
menu-recent = Open recent
menu-recent-none = No recent files
menu-lane = Lane
menu-line = Line
menu-sheet = New planning sheet
menu-select = Select
menu-filter = Filter
menu-lens = Lens
menu-zones = Collapse zones
menu-below = Below the sheet
menu-appearance = Appearance
menu-language = Language
language-english = English
language-chinese = Chinese

# File.

command-new = New
command-templates = New from template…
command-export = Export…
command-export-hint = Pictures, pages and tables for others
command-review = Review…
command-review-hint = Judge it on one page, comment, compare: nothing of the service is changed
command-save-reviewed-copy = Save reviewed copy
command-save-reviewed-copy-hint = Saves a copy with your name beside the file, and puts the summary on the clipboard
command-ask-for-review = Ask for a review
command-ask-for-review-hint = Whoever opens the file next sees the verdict first and changes nothing by mistake
command-take-notes = Notes in the file as comments
command-take-notes-hint = What was written into the file by hand (// …) becomes comments on what it stands at
command-remove-comments = Remove all comments…
obstacle-no-notes = Nothing was written into the file by hand
obstacle-nothing-said = Nothing was said about it yet
command-add-comment = Comment
command-report = Report…
command-report-hint = A verdict, the figures and what they mean, to be handed on
command-print = Print…
command-print-hint = Pages in the system’s viewer, which prints them
command-start-screen = Start screen
command-open = Open…
command-import = Import…
command-read-survey = Read a survey…
command-save = Save
command-save-as = Save as…
command-quit = Quit

# Edit.

command-undo = Undo
command-redo = Redo
undo-named = Undo { $edit }
redo-named = Redo { $edit }
command-cut = Cut
command-copy = Copy
command-copy-picture = Copy as picture
command-paste = Paste
command-duplicate = Duplicate
command-delete = Delete
command-select-all = Select all
command-select-none = Deselect all
command-select-same-role = Select steps of the same roles
command-select-same-lane = Select steps of the same lanes
command-select-untimed = Select steps without a time
select-by-role = By role
select-by-lane = By lane
command-rename = Rename

# Insert.

command-insert-here = Add the next step
command-insert-here-now = Add the next step: { $what }
command-insert = Insert: { $what }
command-append = Append a step
command-append-before = Append a step before
command-append-above = Append a step in the lane above
command-append-below = Append a step in the lane below
command-connect = Connect
command-make-room = Make room
command-lane-rename = Rename lane
command-lane-fold = Collapse or expand lane
command-lane-up = Move lane up
command-lane-down = Move lane down
command-add-lane = Add lane
command-add-lane-in = Add lane: { $zone }
command-add-phase = Add phase
command-split-phase = Phase starts here
command-line-up = Move up: { $line }
command-line-down = Move down: { $line }
command-add-role = Add role
command-sheet-production = Planning sheet: production plan
command-sheet-blend = Planning sheet: blend or cover
command-sheet-knapsack = Planning sheet: knapsack
command-sheet-choice = Planning sheet: choice
command-sheet-transport = Planning sheet: transport
command-sheet-assignment = Planning sheet: assignment
command-sheet-mix = Planning sheet: service mix
command-sheet-mix-none = There is no decision with two ways out, and no two steps at which customers come in

# Scenario.

command-duplicate-scenario = Duplicate scenario
command-rename-scenario = Rename scenario
command-make-baseline = Set as baseline
command-move-scenario-left = Move scenario left
command-move-scenario-right = Move scenario right
command-remove-scenario = Delete scenario
command-compare = Compare
command-flip-comparison = Switch between before and after
command-leave-comparing = Close comparison
command-redesign = Redesign…

# Arrange.

command-tidy-up = Tidy up
command-align-left = Align left edges
command-align-centre = Align centres
command-align-right = Align right edges
command-align-top = Align upper edges
command-align-middle = Align middles
command-align-bottom = Align lower edges
command-distribute-horizontally = Distribute horizontally
command-distribute-vertically = Distribute vertically
tidy-already = Everything is already tidy
tidy-too-wide = A phase would become too wide to be tidied up

# View.

command-lens-figures = Lens: figures
command-lens-experience = Lens: experience
command-lens-quality = Lens: quality
command-lens-risk = Lens: risk
command-lens-surroundings = Lens: surroundings
command-walk-through = Walk through the visit
command-walk-through-hint = Moment by moment, with stars for what surrounds it
command-zoom-in = Zoom in
command-zoom-out = Zoom out
command-zoom-actual = Zoom to 100 %
command-fit-all = Zoom to fit
command-fit-selection = Zoom to selection
command-show-palette = Show or hide the palette
command-show-side = Show or hide the figures
command-show-table = Show or hide the panel below
command-show-steps = Step table
command-show-roles = Role table
command-show-day = Day: customers and shifts by the hour
command-show-load = Load chart
command-show-visit = Visit chart
command-show-waiting = Waiting chart
command-show-money = Money chart
command-show-risk = Risk matrix
command-show-indicators = Indicators and their control charts
command-show-plan = Improvement plan
command-show-verdict = Verdict page
command-enlarge = Enlarge or restore the chart
command-copy-chart = Copy the chart as a picture
command-copy-redesign = Copy the redesign’s chart as a picture
command-fold-zone = Collapse or expand a zone
command-fold-zone-in = Collapse or expand: { $zone }
command-fold-into-rows = Fold into rows
command-show-pins = Pins of comments
command-show-pins-hint = The numbers of the comments stand on the sheet, at what they are on; a click shows what was said
command-show-comments = Comments
command-show-comments-hint = Shows beside the sheet what was said about the blueprint
command-show-map = Map of large sheets
command-show-hints = Hints in the status bar
command-paste-hint = Steps copied here or in another window, and cells copied from a spreadsheet
command-read-survey-hint = What customers answered, from a table with E1, P1 … or K1+, K1- …
command-import-hint = A table of steps from a file. Cells can also be copied and pasted
view-enlarged = Chart or table in the place of the sheet
command-next-region = Go to the next part of the window
command-previous-region = Go to the previous part of the window

# Filter.

filter-role = By role
filter-zone = By zone
filter-kind = By kind
filter-kind-action = Steps
filter-kind-decision = Decisions
filter-kind-evidence = Evidence
filter-kind-note = Notes
filter-untimed = Without a time
filter-hide = Hide the others
filter-on = Filtered: { $what }
command-clear-filter = Show all steps

# Help.

command-find-command = Find a command…
command-find = Find a step or role…
command-guide = Guide
command-shortcuts = Keyboard shortcuts
command-report-problem = Report a problem…
command-about = About Onstage

# Why a command does not apply.

obstacle-nothing-to-undo = There is nothing to undo
obstacle-nothing-to-redo = There is nothing to redo
obstacle-select-steps = Select one or more steps first
obstacle-select-something = Select something first
obstacle-select-one-step = Select a single step first
obstacle-last-scenario = The last scenario cannot be deleted
obstacle-one-scenario = Duplicate the scenario first: there is nothing to compare it with
obstacle-no-chart = Show a chart below the sheet first
obstacle-not-comparing = Compare two scenarios first
obstacle-first-scenario = This scenario is already the first
obstacle-rightmost-scenario = This scenario is already the last
obstacle-no-steps = The sheet has no steps yet
obstacle-no-capacity = A redesign needs a capacity: connect steps, and give them times and roles
obstacle-select-two-steps = Select at least two steps first
obstacle-select-three-steps = Select at least three steps first
obstacle-two-in-a-lane = Select at least two steps of one lane: steps keep their lanes
obstacle-three-in-a-lane = Select at least three steps of one lane: steps keep their lanes
obstacle-none-untimed = Every step has a time
obstacle-no-filter = All steps are shown
obstacle-select-lane = Select a lane or a step of one first
obstacle-no-lane = This zone has no lane
