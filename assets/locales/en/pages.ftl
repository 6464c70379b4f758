# Pictures and pages that leave the program: their feet, and what they say to those who listen.

picture-blueprint = Service blueprint with { $steps }
page-capacity = { $rate } { $basis }
page-demand = demand { $rate }
page-pair = { $before } → { $after }
page-number = page { $number } of { $count }
page-date =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
