# Align, distribute, tidy up, hide and filter, the map of the sheet.

menu-arrange = Arrange
command-tidy-up = Tidy up
command-align-left = Align left edges
command-align-centre = Align centres
command-align-right = Align right edges
command-align-top = Align upper edges
command-align-middle = Align middles
command-align-bottom = Align lower edges
command-distribute-horizontally = Distribute horizontally
command-distribute-vertically = Distribute vertically
obstacle-select-two-steps = Select at least two steps first
obstacle-select-three-steps = Select at least three steps first
obstacle-two-in-a-lane = Select at least two steps of one lane: steps keep their lanes
obstacle-three-in-a-lane = Select at least three steps of one lane: steps keep their lanes
tidy-already = Everything is tidy already
tidy-too-wide = A phase would become too wide to be tidied up
edit-align-steps =
    { $count ->
        [one] align step
       *[other] align { $count } steps
    }
edit-distribute-steps =
    { $count ->
        [one] distribute step
       *[other] distribute { $count } steps
    }
edit-tidy-up =
    { $count ->
        [one] tidy up step
       *[other] tidy up { $count } steps
    }

menu-select = Select
menu-filter = Filter
menu-zones = Fold zones
command-select-same-role = Select steps of the same roles
command-select-same-lane = Select steps of the same lanes
command-select-untimed = Select steps without a time
command-clear-filter = Show all steps
command-fold-zone = Fold or unfold a zone
command-show-map = Map of large sheets
obstacle-none-untimed = No step lacks a time
obstacle-no-filter = All steps are shown
obstacle-no-lane = This zone has no lane
select-by-role = By role
select-by-lane = By lane
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
zone-fold = Fold { $zone }
zone-unfold = Unfold { $zone }
map-name = Map of the sheet
