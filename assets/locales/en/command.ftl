# The command line: its help, its reports, and its messages. Texts of the window stand elsewhere.

# Help.

cli-about = Design service blueprints and see bottlenecks and capacity at once
cli-exit-codes = Exit codes: 0 success, 1 the blueprint has errors, a planning sheet has no best plan or two versions differ, 2 the command or a file could not be read.
cli-usage = Usage:{" "}
cli-heading = { $name }:
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-value-command = COMMAND
cli-value-options = OPTIONS
cli-value-file = FILE
cli-value-name = NAME
cli-value-mode = MODE
cli-value-rate = RATE
cli-value-amount = AMOUNT
cli-value-staff = STAFF
cli-value-step = STEP
cli-value-steps = STEPS
cli-value-roles = ROLES
cli-value-out = OUT
cli-value-scale = SCALE
cli-value-language = LANGUAGE
cli-value-columns = COLUMNS
cli-value-encoding = ENCODING
cli-value-format = FORMAT
cli-value-chart = CHART
cli-value-theme = THEME
cli-value-dpi = DPI
cli-value-width = WIDTH
cli-value-paper = PAPER
cli-value-pages = PAGES
cli-value-date = DATE
cli-value-form = FORM
cli-value-part = PART
cli-value-share = SHARE
cli-value-shift = SHIFT
cli-value-time = TIME
cli-value-verb = VERB
cli-value-old = OLD
cli-value-new = NEW
cli-value-set = NAME=AMOUNT

cli-analyse = Print the figures of a blueprint
cli-redesign = Find how few people reach a rate, and how to group the work into jobs
cli-compare = Compare the scenarios of a blueprint side by side
cli-diff = Tell what changed between two versions of a blueprint, and what each change does
cli-diff-old = The old version
cli-diff-new = The new version
cli-diff-git = What git adds where it calls this command to show a difference
cli-diff-scenario = Which scenario; without it all
cli-check = Print the problems of a blueprint
cli-quality = Judge the quality of a service: what customers say, what can fail, what is measured
cli-quality-survey = A table of answers or of means instead of the file’s surveys; several are waves
cli-quality-kano = A table of what customers say with and without each feature
cli-quality-skip-bad = Leave out what is wrong in tables
cli-quality-busy = How busy resources may be at most; without it 85 %
cli-today = Which day it is, for what is due or late; without it today
cli-plan = Show the improvement plan and what it brings
cli-plan-verb = What to do with the plan: show
cli-solve = Solve the planning sheets of a blueprint: the best plan, and what one more of each limit brings
cli-solve-sheet = Which sheet; without it all
cli-solve-set = Another amount of a limit, supply or demand, such as “Large=7”, as often as wanted
cli-simulate = Simulate the day of a blueprint, or its long run, beside the formulas
cli-simulate-mode = The day or the long run (day, long-run); without it the day if there is one
cli-simulate-days = Exactly so many days, instead of as many as the precision takes; a time that is given as well cuts them short
cli-simulate-log = A file for a log of one day: who started which step when, as CSV
cli-simulate-day = Which day the log is of, from 0
cli-simulate-counts = A table of how many come when, instead of the day’s own: time, count, and a date if there are several days
cli-simulate-appointments = A table of appointments instead of the day’s own: time, customers
cli-simulate-shifts = A table of shifts instead of the roles’ own: role, from, to, count, breaks
cli-simulate-versus = Another scenario to compare with on the same customers: what it has more or less
cli-simulate-precision = How well the mean throughput time must be known, such as 2 %; without it 2 %
cli-simulate-time = How long the simulation may take, such as 30 s; without it 10 s
cli-simulate-seed = Where the random numbers start, from 0 to 4,294,967,295; the same number gives the same figures
cli-simulate-threads = On how many threads at most; figures do not depend on it
cli-staffing = Plan who is to come when on a day, so that waits stay short
cli-staffing-within = Which share of the waits for each role must be short enough in every interval; without it 90 %
cli-staffing-wait = How long a wait may be, such as 5 min; without it 5 min
cli-staffing-busy = Instead: which part of their time people may be at work in every interval, such as 85 %
cli-staffing-role = A role to plan, as often as wanted; without it all staff
cli-staffing-shift = A shape of shifts, as often as wanted, such as “8 h, break 30 min after 3:30-4:30”; breaks are unpaid unless it says “paid break”; without it 4, 6 and 8 h
cli-staffing-start-every = How long from one start of shifts to the next; without it 30 min
cli-staffing-output = Save a copy of the blueprint with the plan as a further scenario (.ron), or the shifts as a table (.csv)
cli-import = Make a blueprint from tables
cli-export = Write a blueprint as tables, a workbook, a flowchart or a picture
cli-report = Write a report on a blueprint: verdict, sheet, figures, problems, comparison
cli-handout = Write what participants of a lesson take home: the blueprint, a page for each stop, what was tried
cli-handbook = Write the handbook of a service: how each step is done, a job description for each role, training, and what is still to be written
cli-help = Print help
cli-version = Print the version
cli-language = Language of texts: { $languages }; without it the system’s
cli-open-file = The blueprint to open in the window; without it the start screen
cli-file = The blueprint
cli-scenario = Which scenario; without it the first
cli-compare-scenario = Which scenarios, the first of them being the baseline; one alone is compared with the first of the file; without it all
cli-other-demand = Arrivals instead of the file’s, such as 54/h or 400/day; a plain number is in the file’s unit of rates
cli-at = The figures of one interval of the day, with its customers and the fewest on duty: a time such as 12:30, or busiest; without it those of the long run
cli-customers = How long this many customers take, all arriving at once at an empty service
cli-demand = Arrivals, such as 54/h or 400/day; a plain number is per hour
cli-json = Print JSON for scripts
cli-force = Replace the file if it exists
cli-steps = The table of steps
cli-roles = The table of roles; without it each role is one person
cli-columns = Which columns hold what, by heading or number, such as step=Activity,time=3; -=Remark leaves one out
cli-sheet = The sheet of a workbook; without it that of the steps
cli-encoding = The encoding of the tables, such as gbk or big5; without it, it is detected from the text
cli-no-flow = Leave the steps of a matrix of zones and phases without links
cli-strict = Write nothing if anything was guessed or left out
cli-import-json = Print what was guessed or left out as JSON for scripts
cli-import-output = The blueprint to make
cli-export-output = The file to write, or - for standard output; its ending says the format: { $formats }
cli-export-to = The format, where the ending does not say it: { $formats }
cli-export-as = What becomes of it: { $choices }; without it what is usual in the format
cli-export-select = Only the part of the sheet around these steps
cli-export-pair = Two scenarios: the sheet of the second with what differs from the first
cli-export-stacked = The two scenarios of --pair below each other at one scale
cli-export-chart = A chart of the figures instead of the sheet: { $choices }
cli-export-no-figures = Leave out what is computed: capacities, loads, the bottleneck
cli-export-theme = The colours: { $choices }; without it light
cli-export-outlines = The letters of an SVG as shapes, which look the same everywhere
cli-export-dpi = Pixels to an inch of a PNG, from 24 to 384, instead of --scale
cli-export-width = How many pixels a PNG is wide, instead of --scale
cli-export-paper = The paper of a PDF: { $choices }, the last as large as the picture; without it letter in the United States and Canada, else a4
cli-export-pages = The pages of a PDF: { $choices }; auto is one page while it can be read
cli-export-date = The day on pages, reports and workbooks, such as 2026-11-29; without it that of SOURCE_DATE_EPOCH, else today
cli-export-rows = Cut a long sheet into rows below each other, as they suit a page
cli-export-scale = Pixels to a point of a PNG, from 0.25 to 4; without it 2
cli-export-transparent = Leave a PNG without a ground, so that what lies behind it shows
cli-export-roles = The table of roles to write; by default next to the other as OUT-roles.csv
cli-report-output = The file to write, or - for standard output; its ending says the format: { $formats }
cli-report-to = The format, where the ending does not say it: { $formats }
cli-report-without = Parts to leave out, with commas between them: { $choices }
cli-report-paper = The paper of a PDF or DOCX: { $choices }, the last with the sheet on a page as large as it is; without it letter in the United States and Canada, else a4
cli-handout-output = The file to write, or - for standard output; its ending says the format: { $formats }. A name without an ending is a folder, for a picture of each stop; .ron saves a copy of the blueprint without lesson and comments
cli-handout-to = The format, where the ending does not say it: { $formats }, or png for pictures
cli-handout-answers = Put the answers at the end
cli-handbook-role = Only the pages of a role: its job description and the steps that it does
cli-redesign-output = Save a copy of the blueprint with the best design as a further scenario
cli-target = The fewest staff for a rate, such as 120/h; a plain number is in the file’s unit of rates
cli-target-cost = The fewest staff for at most such a cost per customer
cli-staff = The best rate for so many staff: 7, 6..12, or by role: Nurse=3,Doctor=2
cli-free-order = Steps may be done in another order than today
cli-first = The step that comes before all others
cli-last = The step that comes after all others
cli-alone = A step that is a job of its own
cli-one-place = A step that only one person at a time can do
cli-max-job = How many steps a job may hold
cli-one-worker-jobs = Each job has one worker
cli-keep-visibility = No job crosses the line of visibility
cli-fixed-roles = Each step is only done by roles that can do it today
cli-all = Show all designs that were found

# Mistakes in a command.

cli-error = error: { $what }
cli-unknown-argument = unknown argument “{ $name }”
cli-unknown-command = there is no command “{ $name }”
cli-missing = missing: { $names }
cli-value-missing = { $name } needs a value
cli-value-count = { $name } needs { $count ->
    [one] a value
   *[other] { $count } values
}
cli-value-wrong = “{ $value }” is not valid for { $name }: { $hint }
cli-hint-language = use { $languages }
cli-hint-choice = use { $choices }
cli-hint-count = use a whole number above 0
cli-hint-help = see the help
cli-twice = { $name } is given more than once
cli-conflict = { $name } cannot be used together with { $other }
cli-conflict-alone = { $name } cannot be used together with the rest
cli-not-utf8 = the command contains invalid UTF-8
cli-not-understood = the command was not understood
cli-did-you-mean = Did you mean “{ $name }”?
cli-try-help = For more, see --help

# Messages.

command-scenario-name = As-is
command-no-such-scenario = There is no scenario called { $name }: the file holds { $names }
command-bad-demand = --demand { $text }: { $reason }. Write it like 54/h
command-bad-customers = --customers { $text }: enter a whole number from 1 to { $most }, such as 30
command-option-not-for = { $option } is for { $formats }, not for { $format }: leave it out
command-reports = reports
command-no-picture = a picture is written as { $formats }, not as { $format }: leave --as picture out
command-nothing-left = --without names every part, so that nothing of the report is left: leave out fewer
command-pair-same = --pair needs two scenarios, and “{ $name }” is both: name another
command-is-folder = { $folder } is a folder: name a file in it, such as { $example }
command-beside-left-out = Standard output holds one file. Left out: { $files }. Name a file with -o to have all of them
command-no-report = a report is written as { $formats }, not as { $format }
command-no-handout = a handout is written as { $formats }, not as { $format }; a name without an ending is a folder, for a picture of each stop
command-no-handbook = a handbook is written as { $formats }, not as { $format }
command-no-lesson = { $file } holds no lesson and no step: there is nothing to hand out yet
command-lesson-suggested = { $file } holds no lesson: the handout has the stops that Onstage suggests
command-pictures =
    { $count ->
        [one] 1 picture
       *[other] { $count } pictures
    }
command-walls-saved = Saved { $count } in { $folder }
command-only-report = only reports are written as { $formats }: leave --as picture out
command-bad-number = { $option } { $text }: enter a number from { $least } to { $most }
command-bad-date = --date { $text }: write a day like 2026-11-29
command-bad-build-day = { $name } is “{ $text }”: enter a whole number of seconds since 1970
command-standard-format = Standard output has no ending that says the format: add --to with { $formats }
command-letters-missing = No font that comes with Onstage has these letters, and a box stands for each: { $letters }
command-too-large = the picture would be too large. The largest scale that fits: --scale { $scale }
command-too-large-at-all = no scale of --scale makes it small enough: ask for fewer pixels with --width, or for SVG or PDF, which have no limit
command-not-written = the file could not be made: { $why }
command-exists = { $file } already exists: choose another name, or add --force to replace it
command-format = { $file }: { $format } is not a format that is written. Use { $formats }
command-own-file = { $file } is the blueprint itself: give the file another name
command-same-file = { $file } cannot hold both tables: give the table of roles another name
command-encoding = The encoding is uncertain: read as { $encoding } it begins “{ $sample }”. Say which it is with --encoding { $encoding } or another ({ $others })
command-columns = --columns { $text }: write what the column holds and its heading or number, such as step=Activity or time=3
command-file-first = “{ $file }” stands before a command: write the command first
command-import-to-table = { $file } has the ending of a table, but a blueprint is written: end the name in .ron
command-format-missing = { $file } has no ending that says the format: use { $formats }
command-is-table = { $file } looks like a table: bring it in with “onstage import { $file } -o FILE.ron”
command-is-playlist = { $file } is a playlist, not a blueprint: name one of the blueprints that it lists ({ $lessons }), or open it in the window with “onstage { $file }”
command-renamed = These names occurred more than once and are numbered in the table: { $names }
command-strict = Nothing was written: with --strict nothing may be guessed or left out ({ $count })
command-imported = Saved { $file } with { $steps } and { $roles }
command-exported = Saved { $files }
command-unread-said = { $reason }. What was said there is left out, all else is read
command-unknown-field = { $file }: line { $line }: this version does not know “{ $field }” and leaves it out
command-hours-ignored = { $file }: line { $line }: “{ $field }” is ignored, as the day says when the doors are open
command-newer = { $file } was written by a newer version; what this one does not know is left out
command-sound = No problems found
command-counts = { $errors }, { $warnings }, { $hints }
command-comments-lost = { $file }: these comments belong to what is no longer in it and are left out: { $comments }
command-bad-target = --target { $text }: { $reason }. Write it like 120/h
command-bad-target-cost = --target-cost { $text }: { $reason }. Write an amount like 0.90
command-bad-staff = --staff { $text }: write a number from 1 to { $most }, a range like 6..12, or roles like Nurse=3,Doctor=2
command-staff-twice = --staff { $text }: { $name } is named twice
command-no-such-step = There is no step called “{ $name }”. { $known }
command-no-such-role = There is no role called “{ $name }”. { $known }
command-no-task = The step “{ $name }” holds no work of the staff that can be regrouped. { $known }
command-nearest = The most similar one is “{ $nearest }”
command-names-are = There are { $names }
command-name-quoted = “{ $name }”
command-no-names = There are none
command-no-sheets = { $file } holds no planning sheet
command-no-such-sheet = There is no planning sheet called “{ $name }”. { $known }
command-set-form = “{ $text }” sets nothing: write the name of a limit, supply or demand, an equals sign and its amount, such as “Large=7”
command-set-number = Amount of “{ $name }”: { $reason }
command-set-which = “{ $name }” is the name of more than one amount of sheet “{ $sheet }”: give them different names
command-set-unknown = No limit, supply or demand is called “{ $name }”. { $known }
command-redesigned = Saved { $file } with the scenario “{ $name }”

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
notices =
    { $count ->
        [one] { $count } notice
       *[other] { $count } notices
    }

# Reports.

report-title = { $blueprint } – { $scenario }
report-problems = Problems
report-bottleneck = Bottleneck: { $names }
report-steps = Step
report-roles = Role
report-count = Count
report-limit-of-several = { $pool } ({ $steps })
report-within = { $share } within { $time }
report-all-at-once = { $customers }, all arriving at once at an empty service: { $time }, { $remark }
report-no-bottleneck = none
report-arithmetic = { $pool }: { $offer } ÷ { $work } per customer { $capacity }
report-experience = Visible and hidden, for one customer
report-money = Money
report-triggered = { $time } of it triggered
report-remark-separator = ,{" "}
report-cost-structure = Where { $total } a customer goes
report-role-busy = { $name } at work
report-role-idle = { $name } idle
report-overhead = Overhead
report-material = Material
report-margin = Profit
report-beyond = {" "}(out of reach)
compare-changes-against = What changed in { $name } against { $baseline }
compare-one-scenario = { $file } holds one scenario: there is nothing to compare it with
command-diff-two = Name two versions of one blueprint: the old one and the new one

# The redesign.

redesign-staff = Staff
redesign-cost = Cost per customer
redesign-designs = Designs
redesign-proof = Proof
redesign-today = today { $count }
redesign-at-least = at least { $count }
redesign-no-gain = no gain over { $people }
redesign-proven = proven best
redesign-job = { $role } ×{ $count }
redesign-unproven = at most { $rate } is possible
redesign-point = { $people }, { $rate }: fewest changes first
redesign-changes = { $merges } merged, { $splits } split, { $moved } new or moved people, { $reordered } re-ordered
redesign-stays = Stays as it is
redesign-scenario-name = { $people }, { $rate }
cli-review = Review a blueprint: at a terminal in the window, else what somebody who has to decide wants to know is printed, with what is still open
cli-review-text = Print the page as text, also where a window could be opened
cli-review-window = Open the window, also where there is no terminal, as from a menu
cli-merge-comments = Merge what people said in two copies of a blueprint; if something cannot be kept, nothing is written without --force, and the exit code is 1
cli-merge-base = The blueprint that both copies were made from
cli-merge-one = One copy
cli-merge-other = The other copy
cli-merge-output = The file to write
merged-comments = { $one } and { $other } are { $merged } now.
merged-models-differ = { $one } and { $other } also changed the service itself: the service is that of { $one }. Compare the two.
merged-twins =
    { $count ->
        [one] Two comments of one person at one time on one thing say something else: both are kept.
       *[other] { $count } comments have a twin of the same person and time that says something else: all are kept.
    }
merged-note-lost = Not kept: “{ $text }”, written by hand, stands at something that is not in the merged blueprint
merged-not-written = Nothing is written, as something would be lost. Take it over by hand, or write all the same with --force; the exit code stays 1.
merge-no-blueprint = { $file } is to be a blueprint: give it the ending .ron
merge-unrelated = { $file } does not come from { $base }: its comments would be put on other things
