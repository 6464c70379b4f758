# Why an entry or an edit was not accepted: what, and what to do.

refusal-not-a-number = Not a number: enter digits, such as 1.5
refusal-negative = Below zero: enter zero or more
refusal-too-large = Too large: at most 1,000,000,000,000
refusal-not-a-count = Enter a whole number from 1 to 1,000,000
refusal-share-above-one = A share can’t be more than 100 %
refusal-not-a-share = Not a share: enter it such as 70 % or 1/3
refusal-not-money = Not an amount: enter it such as 12.50 or 1,250
refusal-other-currency = Another currency than the blueprint’s: enter the amount in its own
refusal-not-a-rate = Not a rate: enter it such as 54/h, 400 a day or one every 5 min
refusal-rate-too-high = Too many: at most 1,000,000 an hour
refusal-time-too-long = Too long: at most 100,000 h, which are more than eleven years
refusal-not-hours-of-a-day = Enter the hours of a day, more than 0 and at most 24
refusal-doubtful-comma = A thousand or a decimal comma? Other cells of the column have decimal commas: write 1200 or 1.2
refusal-doubtful-point = Does the dot group thousands, or is it a decimal point? Other cells of the column have decimal commas and decimal points: write 1200 or 1.2
refusal-doubtful-clock = Minutes and seconds, or hours and minutes? Say it in the heading: time (m:ss) or time (h:mm)
refusal-number-needed = A number is needed: words such as “a few” or “several” leave open how many
refusal-unknown-unit = Unknown unit: use s, min, h, days or weeks
refusal-unknown-time = Not a time: enter it such as 45 s or 2 min
refusal-bounds-out-of-order = Enter the smallest value first and the largest last
refusal-spread-around-zero = A time that varies needs a mean above zero
refusal-emotion-range = Choose a feeling from −2 to 2
refusal-rating-range = Enter a whole number from 1 to 10
refusal-stars-range = Enter one to five stars
refusal-not-there = It is no longer there
refusal-name-needed = Enter a name
refusal-link-to-itself = Only a decision can lead back to itself
refusal-linked-already = These two are linked like this already
refusal-not-in-flow = Evidence and notes take no part in the flow
refusal-within-moment = These two happen together, so one can’t follow the other: remove the other link first
refusal-last-phase = The last phase stays: a sheet needs at least one
refusal-lane-not-empty = The lane still holds steps: move or remove them first
refusal-no-other-lane = There is no other lane to move the steps to
refusal-outside-sheet = This is outside the sheet: drop it inside a lane
refusal-last-scenario = The last scenario stays: a file needs at least one
refusal-size-range = This size is too small for what it holds, or too large for the sheet

# Problems of a blueprint: a message and a hint for each code.

severity-error = Error
severity-warning = Warning
severity-hint = Hint

problem-missing-time = { $place } needs a time
problem-missing-time-hint = Enter how long it takes, such as 45 s or 2 min
problem-not-connected = { $place } is not connected
problem-not-connected-hint = Link it to the step before or after; until then the figures leave it out
problem-shares-do-not-add-up =
    { $amount ->
        [none] A way out of { $place } has no share
       *[other] The shares out of { $place } add up to { $amount }, not 100 %
    }
problem-shares-do-not-add-up-hint = Enter a share for each way out, so that they make 100 % together
problem-shares-differ = Different shares are given at { $place }
problem-shares-differ-hint = Flows between the same two moments carry one share, and so do entries of one moment: enter the same, or leave the others blank
problem-flow-inside-moment = { $place } happen together, but a Flow leads from one to the other
problem-flow-inside-moment-hint = Remove the Flow, or the Together links between them
problem-several-decisions = { $place } happens together with another decision
problem-several-decisions-hint = Keep one decision in each moment, or let one follow the other
problem-loop-without-exit = Nobody gets out of the loop of { $steps }
problem-loop-without-exit-hint = Add a way out: a Flow from a decision to a later step
problem-rework-without-decision = { $place } leads back, but nothing there decides who goes back
problem-rework-without-decision-hint = Make it a decision and enter the share that goes back
problem-ambiguous-join = It is not clear whether the Flows into { $place } wait for each other
problem-ambiguous-join-hint = Say at the step whether they join or merge, alike at all steps of its moment
problem-unbalanced-join = The branches that join at { $place } do not carry the same number of customers
problem-unbalanced-join-hint = Check the decisions on the branches, or let the Flows merge here
problem-entries-do-not-add-up =
    { $amount ->
        [none] An entry has no share of the arrivals
       *[other] The shares of the arrivals add up to { $amount }, not 100 %
    }
problem-entries-do-not-add-up-hint = Enter for each step where customers arrive which share of them it is
problem-need-without-role = Nobody is there for { $place }
problem-need-without-role-hint = Raise the headcount or the availability of a role that it needs
problem-count-above-headcount =
    { $amount ->
        [none] { $place } needs more at once than there are
       *[other] { $place } needs more at once than the { $amount } there are
    }
problem-count-above-headcount-hint = Raise the headcount, or lower the count that the step needs
problem-overloaded-role =
    { $amount ->
        [none] { $place } has more work than time
       *[other] { $place } has more work than time: { $amount } busy
    }
problem-overloaded-role-hint = The queue grows all the time; add people, shorten the steps or lower the demand
problem-one-server-assumed = { $place } is taken for one server
problem-one-server-assumed-hint = It has a time but no role: say who does it, or how many places there are
problem-several-entries = Customers start at several steps at once: { $steps }
problem-several-entries-hint = Right if each customer starts them all; else enter the share that starts at each
problem-entry-assumed = Nothing says where customers come in: { $place } is taken
problem-entry-assumed-hint = Every step of this loop has a way in: set “Enters here” to 100 % at the right step
problem-batch-above-places =
    { $amount ->
        [none] { $place } serves more together than it holds at once
       *[other] { $place } serves more together than the { $amount } it holds at once
    }
problem-batch-above-places-hint = Only as many as fit are reckoned with: raise the places, or lower the batch
problem-trigger-rejoins = { $place } leads from triggered work back into the customer’s flow
problem-trigger-rejoins-hint = Customers do not wait for triggered work: remove this link, or make the Trigger a Flow
problem-unreachable = No customer ever comes to { $place }
problem-unreachable-hint = Link it to a step that customers come from, or check for a share of 0 %
problem-shares-rounded =
    { $amount ->
        [none] The shares at { $place } were rounded: the rest was shared out among them
       *[other] The shares at { $place } are { $amount } together, within rounding: the rest is spread over them
    }
problem-shares-rounded-hint = Enter more digits, or leave one share blank: it is what the others leave
problem-role-names-another = { $place } is a role of its own, though its name holds that of another role
problem-role-names-another-hint = Where several are needed, name each role in a need of its own; where one of them is enough, name them in one need; where both are the same people, keep one role
problem-duplicate-name = { $place } bears the name of another
problem-duplicate-name-hint = Give each its own name, so that figures and tables say which is meant
problem-tolerance-broken =
    { $amount ->
        [none] { $place } takes longer than is acceptable
       *[other] { $place } takes { $amount } longer than is acceptable
    }
problem-tolerance-broken-hint = Shorten the step or the wait, or check what customers accept
problem-evidence-missing = { $place } meets the customer without any evidence
problem-evidence-missing-hint = Add what the customer sees and touches here
problem-fail-without-recovery = { $place } can fail, and nothing says how it is put right
problem-fail-without-recovery-hint = Describe the recovery, or link the step that does it
problem-rate-missing = { $place } has no cost per hour
problem-rate-missing-hint = Enter what an hour costs; until then the cost per customer is unknown
problem-may-stay = The same person does { $place }, then { $steps }, with a queue before each
problem-may-stay-hint = If the person stays with the customer, it is one service with one wait
problem-may-stay-mend = Stays with the customer
problem-deadlock = Customers can wait for each other for ever at { $steps }: each keeps what another waits for
problem-deadlock-hint = Ask for all of it in one step, everywhere in the same order, or give back what is kept before waiting for more

place-between = { $from } → { $to }
place-outside = the outside
place-sheet = the sheet
place-unknown = something that is no longer there
