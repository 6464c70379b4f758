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
