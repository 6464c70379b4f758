# What changed between two versions of a blueprint.

versions-by-name = Matched by name: these are not two versions of one file.
versions-figures = Figures, each change reckoned alone
versions-customers = What customers see or must do
versions-other = Moved, renamed and other
versions-file = The file as a whole
versions-wait = Total wait
versions-before = Before
versions-after = After
versions-zone = Zone
versions-together = together
versions-rules = Rules of the redesign · changed
versions-only-today = { $field }: now in force
versions-not-only-today = { $field }: no longer in force
versions-scenario-added = Scenario { $name } · new
versions-scenario-removed = Scenario { $name } · removed
versions-scenario-renamed = Scenario { $before } → { $after }
versions-scenario-order = The order of the scenarios changed
versions-file-added = { $file } · new
versions-file-removed = { $file } · removed
versions-unit = What customers are called
versions-drawn =
    { $count ->
        [one] { $names } · elsewhere in its lane
       *[other] { $count } cards elsewhere in their lanes: { $names }
    }
versions-sizes = Lanes and phases · drawn in another size
versions-comments = Comments differ: { $said }
versions-notes = Comments by hand differ: { $said }
versions-not-converted = amounts are not converted
versions-reviews = Reviews differ: { $said }
versions-said-new = { $count } new
versions-said-gone = { $count } gone
versions-said-otherwise = { $count } answered, closed or opened again
versions-asked = A review is asked for
versions-not-asked = No review is asked for any more
versions-lesson-added = A lesson · new
versions-lesson-removed = The lesson · removed
versions-lesson-changed = The lesson differs
versions-judged-named = { $what } “{ $name }”
versions-judged-added = { $what } · new
versions-judged-removed = { $what } · removed
versions-judged-changed = { $what } differs
versions-judged-settings = What holds for all of quality
versions-judged-item = Item
versions-judged-survey = Survey
versions-judged-indicator = Indicator
versions-judged-plan = The plan’s start or target
versions-judged-action = Action
versions-judged-log = The log
versions-judged-sheet = Planning sheet
