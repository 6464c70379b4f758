# What edits are called after "Undo".

edit-add-step = add step
edit-append-step = add connected step
edit-insert-step = insert step
edit-change-steps =
    { $count ->
        [one] change step
       *[other] change { $count } steps
    }
edit-rename-step = rename step
edit-move-steps =
    { $count ->
        [one] move step
       *[other] move { $count } steps
    }
edit-remove-steps =
    { $count ->
        [one] delete step
       *[other] delete { $count } steps
    }
edit-remove-links =
    { $count ->
        [one] delete link
       *[other] delete { $count } links
    }
edit-duplicate-steps =
    { $count ->
        [one] duplicate step
       *[other] duplicate { $count } steps
    }
edit-paste-steps =
    { $count ->
        [one] paste step
       *[other] paste { $count } steps
    }
edit-connect = connect
edit-change-link = change link
edit-change-share = change share
edit-change-label = change label
edit-assign-role = assign role
edit-assign-element = assign servicescape element
edit-add-lane = add lane
edit-change-lane = change lane
edit-move-line = move line
edit-reorder-lane = move lane
edit-remove-lane = delete lane
edit-add-phase = add phase
edit-split-phase = start phase
edit-change-phase = change phase
edit-reorder-phase = move phase
edit-remove-phase = delete phase
edit-add-role = add role
edit-change-role = change role
edit-remove-role = delete role
edit-add-element = add servicescape element
edit-change-element = change servicescape element
edit-remove-element = delete servicescape element
edit-change-demand = change demand
edit-change-typology = change typology
edit-change-redesign-rules = change redesign rules
edit-change-simulation-rules = change how it is simulated
edit-change-title = change title
edit-change-currency = change currency
edit-change-rates = change the unit of rates
edit-duplicate-scenario = duplicate scenario
edit-rename-scenario = rename scenario
edit-move-scenario = move scenario
edit-make-baseline = set baseline
edit-remove-scenario = delete scenario { $name } with { $count ->
    [one] 1 step
   *[other] { $count } steps
}
edit-several = { $count } changes
edit-add-scenario = create scenario
edit-reload = reload
edit-make-room = make room
edit-take-room = remove room
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
edit-change-roles = { $count ->
    [one] change role
   *[other] change { $count } roles
}
edit-change-unit = change what customers are called
edit-change-lesson = change the lesson
edit-comment = comment
edit-reply = reply
edit-close-comment = close a comment
edit-reopen-comment = open a comment again
edit-withdraw-comment = withdraw a comment
edit-accept-suggestion = accept a suggestion
edit-review = hand in the review
edit-ask-for-review = ask for a review
edit-merge-comments = take in comments
edit-remove-comments = remove all comments
edit-change-relation = change what customers are worth over time
edit-change-factors = change the judgement of the surroundings
edit-change-quality = change the quality settings
edit-add-item = add an item
edit-change-item = change an item
edit-remove-item = remove an item
edit-take-survey = take in a survey
edit-remove-survey = remove a survey
edit-add-indicator = add an indicator
edit-change-indicator = change an indicator
edit-remove-indicator = remove an indicator
edit-add-action = add an action to the plan
edit-change-action = change an action of the plan
edit-remove-action = remove an action from the plan
edit-change-plan = change the plan
edit-change-log = change the log
edit-add-sheet = add a planning sheet
edit-rename-sheet = rename a planning sheet
edit-move-sheet = move a planning sheet
edit-remove-sheet = remove a planning sheet
edit-change-sheet = change a planning sheet
edit-add-sheet-rows = add to a planning sheet
edit-remove-sheet-rows = remove from a planning sheet
edit-paste-into-sheet = paste into a planning sheet
