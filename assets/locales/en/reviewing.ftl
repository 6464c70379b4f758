# The review in the window: the page, the pane of comments, what changed.

review-locked = Reviewing – nothing is changed
review-trying = Trying a suggestion – nothing is kept
review-leave = Edit instead
review-by = Review by { $name }
review-by-nobody = Review
review-keys = 1 – 9 rows · C comment · J K next, previous · 0 the page
review-keys-changes = [ ] previous, next change · V viewed · C comment · 0 the page
review-nothing-is-changed = Nothing is changed while it is reviewed; choose Edit instead first
review-page-verdict = Verdict
review-page-sheet = Sheet
review-page-changes = Changes
review-save-verdict = Save verdict as…
review-save-verdict-title = Save the verdict
review-verdict-kind = Documents
review-verdict-not-made = The page could not be made in that format.
review-more-scenarios = { $count } more
review-see-sheet = Sheet
review-see-all = See all
review-see-cost = Cost
review-see-method = Method
review-close-below = Put the picture away
review-ask-for-it = Ask for it
review-comment-on = Comment on { $place }
review-comments-on =
    { $count ->
        [one] { $count } comment on { $place }
       *[other] { $count } comments on { $place }
    }
review-picture-sheet = The sheet
review-picture-load = Load
review-picture-visit = A visit
review-open-sheet = Open the sheet
review-work-and-wait = { $work } without waiting, { $wait } waiting
review-open = Open { $count }
review-mine = Mine { $count }
review-all = All { $count }
review-by-place = By place
review-by-time = By time
review-other-order = Sort otherwise
review-no-comments = Nothing was said yet. Press C on a card, a row or a figure to comment on it.
review-none-here = Nothing here
review-gone = About what is gone
review-on-selected = Only on { $place }: { $count } of { $of }
review-show-all = Show all
review-asked-by = { $name } asked for a review on { $date }
review-in-scenario = in { $name }
review-yours = Your review
review-drafts =
    { $count ->
        [one] { $count } draft goes with it
       *[other] { $count } drafts go with it
    }
review-text = What you think of it as a whole
review-approve = Approve
review-comment = Comment
review-ask-for-changes = Ask for changes
review-hand-in-hint = Hands the review in with all drafts, in one step that can be undone
review-handed-in = The review is handed in; save it to pass it on
review-was-asked = The file asks for a review once it is saved
review-state-draft = draft
review-state-open = open
review-state-closed = closed
review-comment-spoken-closed = Comment, { $kind }, { $state }, { $name }, on { $place }
review-comment-spoken = Comment { $number }, { $kind }, { $state }, { $name }, on { $place }
review-role-idle = { $role } does no step here
review-drafts-kept =
    { $count ->
        [one] { $count } draft, kept until you send it
       *[other] { $count } drafts, kept until you send them
    }
review-change-count =
    { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }
review-moving-count =
    { $count ->
        [one] { $count } changes figures
       *[other] { $count } change figures
    }
review-date-and-time = { $date }, { $time }
review-changed-since = Changed since: { $before } → { $after }
review-way-done = Done
review-way-declined = Declined
review-way-obsolete = No longer applies
review-way-withdrawn = Withdrawn
review-way-reopened = Open again
review-reply = Reply
review-done = Done
review-suggest = Suggest
review-more = More
review-decline = Decline
review-no-longer = It no longer applies
review-withdraw = Withdraw
review-reopen = Open again
review-revise = Go on writing
review-send-now = Send now
review-discard = Discard
review-try-first = Try first
review-put-back = Put back
review-accept = Accept
review-accept-hint = Changes the blueprint and closes the comment as done, in one step that can be undone
review-suggestion-gone = What it is about is no longer there
review-suggestion-so = It is so by now
review-before-after = { $before } → { $after }
review-visit = visit { $time }
review-cost = { $amount } a customer
review-recomputed = recomputed just now
review-suggests-heads = { $role } { $before } → { $after }
review-suggests-time = { $step }: { $before } → { $after }
review-suggests-heads-so = { $role }: { $after }
review-suggests-time-so = { $step }: { $after }
review-suggests-may-do = { $role } may do { $step } too
review-suggests-leave-out = Leave out { $step }
review-suggests-merge = Do { $first } and { $second } as one
review-comment-text = What you want to say
review-reply-text = Your answer
review-suggest-too = Suggest a change as well
review-heads-of = How many { $role }
review-suggested-time = Suggested time
review-leave-out = Leave it out
review-keep-draft = Add to review
review-send-hint = Sends it at once; Ctrl+Enter does so too. Esc leaves it a draft
review-esc-leaves = Esc leaves it a draft
review-against = Against
review-against-review = review of { $date }
review-against-last = the last review
review-against-baseline = { $name } in this file
review-against-nothing = nothing yet
review-against-file = Another file…
review-against-disk = the file on the disk
review-against-copy = a recovery copy
review-against-title = Hold it against
review-changes-of = { $scenario } against { $against }
review-matched-by-id = Matched by identity
review-no-base-busy = What changed is being worked out
review-no-base-not-at-hand = No file beside this one holds the version that was reviewed. The page says which figures changed.
review-no-base-as-reviewed = The service is as it was reviewed.
review-no-base-never-reviewed = It has not been reviewed yet, so there is nothing to compare it with: choose another file, or another scenario above to hold it against this one.
review-no-base-unreadable = That file could not be read.
review-no-base-no-copy = There is no recovery copy of this file. One is there only after the program ended before work was saved.
review-scenario-is-new = The scenario is new: the other version does not have it.
review-nothing-changed = Nothing changed.
review-fold = Fold
review-unfold = Unfold
review-viewed = Viewed
review-not-viewed = not viewed
review-viewed-of = { $viewed } of { $count } viewed
review-limit-same = limit stays
review-effect-wait = waiting { $amount }
review-next-change = Next change
review-previous-change = Previous
review-figures = Figures, before and now
review-figures-each = each against its own value before
review-axis-nothing = 0
review-axis-before = before
review-axis-twice = double
reviewer-title = Your name
reviewer-label = Your name, as others shall see it
reviewer-help = It stands beside what you say. It is asked for once and kept on this computer.
reviewer-go = Go on
remove-comments-title = Remove all comments
remove-comments-text = All comments, answers and reviews are removed from the file, in one step that can be undone.
remove-comments-go = Remove all
shortcuts-review = In a review
key-review-rows = Go to the place of a row of the verdict, or back to the page
key-review-rows-how = 1 to 9, 0
key-review-comment = Comment on what is pointed at or selected
key-review-comment-how = C; while editing Ctrl+Alt+M
key-review-walk = Next comment, the one before, show its place
key-review-walk-how = J, K, Enter
key-review-answer = Reply, close as done, open again
key-review-answer-how = R, E, Shift+E
key-review-only = Only open comments or all, what is missing
key-review-only-how = U, I
key-review-changes = See what changed, the change before, the next, viewed
key-review-changes-how = D, [, ], V
key-review-send = Send what is written, or leave it a draft
key-review-send-how = Ctrl+Enter, Esc
review-may-do = Also done by
review-may-do-nobody = Nobody else
review-merge-with = Done as one with
review-merge-nothing = No other step
ask-drafts =
    { $count ->
        [one] { $count } comment is not sent yet
       *[other] { $count } comments are not sent yet
    }
ask-drafts-text = Drafts are not in the file. Send them with your review, or they are gone.
ask-drafts-send = Send them
ask-drafts-discard = Discard them
review-none-on = Nothing was said about { $place } here
review-said-approve = { $name } approves ({ $date })
review-said-comment = { $name } comments ({ $date })
review-said-changes = { $name } asks for changes ({ $date })
review-earlier =
    { $count ->
        [one] { $count } earlier review
       *[other] { $count } earlier reviews
    }
review-drafts-stay =
    { $count ->
        [one] { $count } draft stays here, not in the file
       *[other] { $count } drafts stay here, not in the file
    }
review-folder-not-shown = The folder could not be shown; the file is { $path }
review-levers = What if…
review-levers-fold = Put the levers away
review-levers-none = Select a step or a role to try it otherwise.
review-levers-suggest = Suggest this
review-time-of = Time of { $step }
accept-title = Accept the suggestion
accept-go = Accept and edit
accept-text = It changes the blueprint: the review ends, and you go on editing. Drafts stay.
copy-saved-title = The reviewed copy is saved
copy-saved-text = The summary is on the clipboard, to be pasted into a message.
copy-saved-show = Show in folder
copy-elsewhere-title = Another place for the reviewed copy
copy-elsewhere-text = It cannot lie beside the file. Choose where it is to lie.
copy-elsewhere-go = Choose a place…
review-verdict-ending = A verdict cannot be saved as { $ending }: give its name one of the endings { $known }.
review-is-closed = This comment is closed already; Shift+E opens it again
review-is-open = This comment is open already
review-notes =
    { $count ->
        [one] { $count } note was written into the file by hand (// …).
       *[other] { $count } notes were written into the file by hand (// …).
    }
review-take-notes = Take as comments
review-loads-more = and { $count } more
review-comment-count =
    { $count ->
        [one] { $count } comment
       *[other] { $count } comments
    }
review-load-at = Load at { $rate }
review-pins-are-comments = Pins are comments; J and Enter lead to them
