# Templates, samples, the start screen.

sample-driver-licence-office-about = Six counters, one bottleneck, and a better design to compare
sample-airport-arrival-about = From the gate to the next flight, in a fixed order
sample-physical-examination-about = Nurses and doctor: who should do what?
sample-mortgage-applications-about = Branches side by side that join at the approval
sample-hotel-room-service-about = Kitchen and bar work at once; not everybody drinks
sample-corner-shoeshine-about = The first service blueprint: one man, four steps
sample-empty-sheet-about = Five zones, nothing else

template-general-service = General service
template-general-service-about = Receive, establish needs, plan, deliver, improve by feedback
template-service-desk = Daily service desk
template-service-desk-about = From a request to the report back, with quality check and rework
template-front-desk = Front desk
template-front-desk-about = Greet, offer, record, and put complaints right
template-business-handling = Business handling
template-business-handling-about = Plan with milestones, do, tell progress, archive
template-back-office = Back office
template-back-office-about = Documents, communication, data analysis, improvement
template-bank = Bank services
template-bank-about = Three channels, compliance and risk side by side, complaints
template-car-workshop = Car workshop
template-car-workshop-about = One adviser from reception to hand-over, lifts, a diagnosis bay
template-it-service-operation = IT service operation
template-it-service-operation-about = Events, incidents, requests, access and problems on one sheet

command-templates = New from template…
command-start-screen = Start screen
templates-filter = Type to find a template
templates-none = No template is called so

start-tagline = Service blueprints with bottlenecks and capacity, while you draw
start-recent = Recent files
start-no-recent = Files that you save appear here
start-missing = No longer there
start-first = New here?
start-see-example = See an example
start-templates = Start from a template
start-samples = Learn from a sample

# The command line's help.

cli-about = Design service blueprints and see bottlenecks and capacity at once
cli-exit-codes = Exit codes: 0 fine, 1 the blueprint has errors, 2 the command or a file could not be read.
cli-usage = Usage:{" "}
cli-heading = { $name }:
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-value-command = COMMAND
cli-value-options = OPTIONS
cli-value-file = FILE
cli-value-name = NAME
cli-value-rate = RATE
cli-value-amount = AMOUNT
cli-value-staff = STAFF
cli-value-step = STEP
cli-value-steps = STEPS
cli-value-roles = ROLES
cli-value-out = OUT
cli-value-language = LANGUAGE
cli-value-columns = COLUMNS
cli-value-encoding = ENCODING
cli-analyse = Print the figures of a blueprint
cli-redesign = Find which people reach which rate, and by which jobs
cli-compare = Lay the scenarios of a blueprint side by side
cli-check = Print the problems of a blueprint
cli-import = Make a blueprint from tables
cli-export = Write a blueprint as tables
cli-help = Print help
cli-version = Print the version
cli-language = Language of texts: en or zh; without it the system’s
cli-open-file = The blueprint to open in the window; without it the start screen
cli-file = The blueprint
cli-scenario = Which scenario; without it the first
cli-compare-scenario = Which scenarios, the first of them being the baseline; one alone is compared with the first of the file; without it all
cli-other-demand = Arrivals instead of the file’s, such as 54/h or 400/day; a plain number is per what the file shows rates per
cli-customers = How long so many customers take who all come at once to an empty service
cli-demand = Arrivals, such as 54/h or 400/day; a plain number is per hour
cli-json = Print JSON for scripts
cli-force = Replace the file if it is there
cli-steps = The table of steps
cli-roles = The table of roles; without it each role is one person
cli-columns = Which columns hold what, by heading or number, such as step=Activity,time=3; -=Remark leaves one out
cli-sheet = The sheet of a workbook; without it that of the steps
cli-encoding = The encoding of the tables, such as gbk or big5; without it it is told from the text
cli-no-flow = Leave the steps of a matrix of zones and phases without links
cli-import-output = The blueprint to make
cli-export-output = The file to write; its ending says the format: .csv
cli-export-roles = The table of roles to write; without it beside the other as OUT-roles.csv
cli-redesign-output = Save a copy of the blueprint with the best design as a further scenario
cli-target = The fewest staff for a rate, such as 120/h; a plain number is per what the file shows rates per
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

cli-error = error: { $what }
cli-unknown-argument = “{ $name }” is not known here
cli-unknown-command = there is no command “{ $name }”
cli-missing = still needed: { $names }
cli-value-missing = { $name } needs a value
cli-value-wrong = “{ $value }” does not suit { $name }: { $hint }
cli-hint-language = use en or zh
cli-hint-count = use a whole number above 0
cli-hint-help = see the help
cli-twice = { $name } is given more than once
cli-conflict = { $name } does not go together with { $other }
cli-conflict-alone = { $name } does not go together with the rest
cli-not-utf8 = the command holds letters that are no valid UTF-8
cli-not-understood = the command was not understood
cli-did-you-mean = Did you mean “{ $name }”?
cli-try-help = More is told by --help

empty-first-step = First step
empty-first-step-how = Drag a step here, double-click, or press N

region-start-files = Begin and recent files
region-start-shelves = Templates and samples
