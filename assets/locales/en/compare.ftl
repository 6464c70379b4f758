# Scenarios side by side: figures, what changed, and the legend on the sheet.

compare-before = Before
compare-after = After
compare-difference = Difference
compare-points = { $number } points
compare-better = better
compare-worse = worse
compare-same = the same
compare-unclear = neither better nor worse
compare-uncertain = not certain
compare-uncertain-meaning = Difference not certain: the two figures are not exact enough to say which is greater
compare-figures = Figures
compare-changes = What changed
compare-changes-none = No differences in the drawing
compare-more =
    { $count ->
        [one] and 1 more
       *[other] and { $count } more
    }
compare-with = Compare with
compare-subject-capacity = Capacity
compare-subject-time = Time
compare-subject-experience = Experience
compare-subject-labour = Labour
compare-subject-money = Money

# Changes. Names stand before the dot, what became of them behind it.

compare-added = { $name } · new
compare-added-in = { $name } · new, { $place }
compare-removed = { $name } · removed
compare-changed = { $name } · changed
compare-field = { $name } · { $field } changed
compare-sheet-value = { $field }: { $before } → { $after }
compare-parts = { $name } · { $field }: { $parts }
compare-part = { $part } { $before } → { $after }
compare-risk = risk { $before } → { $after }
compare-risk-of = { $risk } ({ $step })
compare-with-risk = with its fail point (risk { $risk })
compare-with-fail-point = with its fail point
compare-value = { $name } · { $field }: { $before } → { $after }
compare-zone-moved = { $name } · { $before } → { $after }, across the { $lines }
compare-lane-moved = { $name } · lane { $before } → { $after }
compare-phase-moved = { $name } · phase { $before } → { $after }
compare-reordered = { $name } · moved in the order
compare-link-added = Link { $link } · new
compare-link-removed = Link { $link } · removed
compare-link-changed = Link { $link } · { $before } → { $after }
compare-lane = Lane { $name }
compare-phase = Phase { $name }
compare-lane-order = The order of the lanes of { $zone } changed
compare-phase-order = The order of the phases changed
details-elements = Servicescape elements
compare-typology = Kind of service · changed
compare-demand = Demand

# The legend.

compare-legend-added = new
compare-legend-removed = removed
compare-legend-changed = changed
compare-legend-moved = moved
