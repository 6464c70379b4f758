# The review in the window: the page, the pane of comments, what changed.

review-locked = Reviewing – nothing is changed
review-trying = Trying a suggestion – nothing is kept
review-leave = Edit instead
review-by = Review by { $name }
review-by-nobody = Review
review-keys = 1 – 9 rows · C comment · J K next, previous · 0 the page
review-nothing-is-changed = Nothing is changed while it is reviewed; choose Edit instead first
review-page-verdict = Verdict
review-page-sheet = Sheet
review-page-changes = Changes
review-save-verdict = Save verdict as…
review-more-scenarios = { $count } more
review-see-sheet = Sheet
review-see-all = See all
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
review-on-selected = { $count } of { $of } on what is selected
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
review-thread-spoken = Comment { $number }, { $kind }, { $state }, { $name }, on { $place }
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
review-before-after = { $before } → { $after }
review-visit = visit { $time }
review-cost = { $amount } a customer
review-recomputed = recomputed just now
review-suggests-heads = { $role } { $before } → { $after }
review-suggests-time = { $step }: { $before } → { $after }
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
reviewer-title = Your name
reviewer-label = Your name, as others shall see it
reviewer-help = It stands beside what you say. It is asked for once and kept on this computer.
reviewer-go = Go on
