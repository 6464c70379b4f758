# Problems of a blueprint: a message and a hint ("-hint") for each.

severity-error = Error
severity-warning = Warning
severity-hint = Hint

problem-missing-time = { $place } needs a time
problem-missing-time-hint = Enter how long it takes, such as 45 s or 2 min
problem-not-connected = { $place } is not connected
problem-not-connected-hint = Link it to the step before or after; until then the figures leave it out
problem-shares-do-not-add-up =
    { $amount ->
        [none] A Flow out of { $place } has no share
       *[other] The shares out of { $place } add up to { $amount }, not 100 %
    }
problem-shares-do-not-add-up-hint = Enter a share for each Flow out of it, so that they add up to 100 %
problem-shares-differ = Different shares are given at { $place }
problem-shares-differ-hint = Flows between the same two groups of simultaneous steps carry one share, and so do entries of one group: enter the same, or leave the others blank
problem-flow-inside-moment = { $place } happen together, but a Flow leads from one to the other
problem-flow-inside-moment-hint = Remove the Flow, or the Together links between them
problem-several-decisions = { $place } happens together with another decision
problem-several-decisions-hint = Keep one decision among simultaneous steps, or let one follow the other
problem-loop-without-exit = Customers never leave the loop of { $steps }
problem-loop-without-exit-hint = Add a way out: a Flow from a decision to a later step
problem-rework-without-decision = { $place } leads back, but nothing there decides who goes back
problem-rework-without-decision-hint = Make it a decision and enter the share that goes back
problem-ambiguous-join = It is not clear whether the Flows into { $place } wait for each other
problem-ambiguous-join-hint = Say at the step whether they wait for each other, alike at all steps simultaneous with it
problem-unbalanced-join = The branches that join at { $place } do not carry the same number of customers
problem-unbalanced-join-hint = Check the decisions on the branches, or let the Flows continue without waiting
problem-entries-do-not-add-up =
    { $amount ->
        [none] An entry has no share of the arrivals
       *[other] The shares of the arrivals add up to { $amount }, not 100 %
    }
problem-entries-do-not-add-up-hint = Enter for each step where customers arrive which share of them it is
problem-need-without-role = Nobody is available for { $place }
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
problem-one-server-assumed = { $place } counts as one server
problem-one-server-assumed-hint = It has a time but no role: say who does it, or how many places there are
problem-several-entries = Customers start at several steps at once: { $steps }
problem-several-entries-hint = Right if each customer starts them all; else enter the share that starts at each
problem-entry-assumed = Nothing says where customers enter: { $place } is assumed
problem-entry-assumed-hint = Every step of this loop has a way in: set “Enters here” to 100 % at the right step
problem-batch-above-places =
    { $amount ->
        [none] { $place } serves more together than it holds at once
       *[other] { $place } serves more together than the { $amount } it holds at once
    }
problem-batch-above-places-hint = Only as many as fit are counted: raise the places, or lower the batch
problem-nobody-on-duty =
    { $amount ->
        [none] Customers come while nobody is on duty as { $place }
       *[other] From { $amount } nobody is on duty as { $place }, though customers come
    }
problem-nobody-on-duty-hint = Plan a shift or move a break, or enter 0 customers for the hour in which the doors are closed
problem-appointment-when-closed =
    { $amount ->
        [none] An appointment lies where the doors are closed: nobody comes to it
       *[other] The doors are closed at { $amount }: nobody comes to the appointment of that time
    }
problem-appointment-when-closed-hint = Move it into the opening hours, or open longer
problem-classes-do-not-add-up =
    { $amount ->
        [none] The classes by urgency are not all customers
       *[other] The classes by urgency are { $amount } of the customers
    }
problem-classes-do-not-add-up-hint = Enter shares that are 100 % together, or leave one blank: it is what the others leave
problem-batch-never-full =
    { $amount ->
        [none] Fewer come to { $place } in a day than its batch takes
       *[other] Only { $amount } come to { $place } in a day, fewer than its batch takes
    }
problem-batch-never-full-hint = Lower the batch, or enter how long an incomplete batch waits; as it is, it starts when the doors close
problem-trigger-rejoins = { $place } leads from triggered work back into the customer’s flow
problem-trigger-rejoins-hint = Customers do not wait for triggered work: remove this link, or make the Trigger a Flow
problem-unreachable = No customer ever reaches { $place }
problem-unreachable-hint = Link it to a step that customers come from, or check for a share of 0 %
problem-shares-rounded =
    { $amount ->
        [none] The shares at { $place } were rounded: the rest was shared out among them
       *[other] The shares at { $place } are { $amount } together, within rounding: the rest is spread over them
    }
problem-shares-rounded-hint = Enter more digits, or leave one share blank: it is what the others leave
problem-role-names-another = { $place } is a role of its own, though its name holds that of another role
problem-role-names-another-hint = Where several are needed, name each role in a need of its own; where one of them is enough, name them in one need; where both are the same people, keep one role
problem-duplicate-name = { $place } has the same name as another
problem-duplicate-name-hint = Give each its own name, so that figures and tables say which is meant
problem-tolerance-broken =
    { $amount ->
        [none] { $place } takes longer than is acceptable
       *[other]
            { $what ->
                [wait] The wait for { $place } is { $amount } longer than is acceptable
               *[step] { $place } takes { $amount } longer than is acceptable
            }
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
problem-deadlock = Customers can wait for each other for ever at { $steps }: each holds what another waits for
problem-deadlock-hint = Ask for all of it in one step, everywhere in the same order, or release what is held before waiting for more
problem-left-unserved =
    { $amount ->
        [none] Customers are left unserved at { $steps }: not enough are on duty as { $place } at the end
       *[other]
            { $until ->
                [none] { $amount } customers a day are left unserved at { $steps }: not enough are on duty as { $place } at the end
               *[other] { $amount } customers a day are left unserved at { $steps }: nobody is on duty as { $place } after { $until }
            }
    }
problem-left-unserved-hint = Seen in the simulation of the day. Let a shift last until they are served, or take in nobody who cannot be served before it ends
problem-stuck-in-circle =
    { $amount ->
        [none] Customers are left unserved: at { $steps } they waited for each other, each keeping what another waited for
       *[other]
            { $by ->
                [day] { $amount } customers a day are left unserved: at { $steps } they waited for each other, each keeping what another waited for
               *[hour] Customers are left unserved, { $amount }: at { $steps } they waited for each other, each keeping what another waited for
            }
    }
problem-stuck-in-circle-hint = Seen in the simulation. Ask for all of it in one step, everywhere in the same order, or release what is kept before waiting for more
problem-customers-give-up =
    { $amount ->
        [none] Customers wait too long at { $place } and leave
       *[other]
            { $by ->
                [day] Customers wait too long at { $place } and leave: { $amount } a day
               *[hour] Customers wait too long at { $place } and leave: { $amount }
            }
    }
problem-customers-give-up-hint = Seen in the simulation. More people at the peak, shorter work, or an honest word about the wait keeps them
problem-customers-find-no-room =
    { $amount ->
        [none] Customers find no place at { $place } and leave
       *[other]
            { $by ->
                [day] Customers find no place at { $place } and leave: { $amount } a day
               *[hour] Customers find no place at { $place } and leave: { $amount }
            }
    }
problem-customers-find-no-room-hint = Seen in the simulation. More places, or a shorter wait for what comes next, lets them in
problem-demand-not-attained =
    { $amount ->
        [none] More come than can be served, as those who are needed together wait for each other
       *[other] More come than can be served, as those who are needed together wait for each other: the line grows by { $amount }
    }
problem-demand-not-attained-hint = Seen in the simulation. More people where they are shared, or fewer customers, keeps the line from growing

place-between = { $from } → { $to }
place-outside = the outside
place-sheet = the sheet
place-unknown = something that is no longer there

# The list of problems.

problems-none = No problems found
problems-none-help = Gaps in the drawing and weak spots of the service are listed here
problems-of-sheets = Planning sheets
