# Recovery copies, files changed by others, saving that fails.

list-comma = {", "}
ago-moment = just now
ago-minutes =
    { $count ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }
ago-hours =
    { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
ago-days =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }

# Recovery copies.

recovery-title = Unsaved work was found
recovery-text = Onstage ended before this work was saved. Recovering opens it as unsaved: its file stays as it is until you save.
recovery-recover = Recover
recovery-open-file = Open the file on disk
recovery-delete = Delete copy
recovery-delete-sure = Delete for good?
recovery-later = Decide later
recovery-later-help = The copies stay and are offered again when their file is opened, and at the next start
recovery-holds = { $steps }; { $disk }
recovery-never-saved = never saved
recovery-disk-gone = its file is no longer there
recovery-disk-unreadable = its file cannot be read
recovery-same = the same as the file
recovery-others = other details than in the file
recovery-against = compared with the file { $changes }
recovery-added =
    { $count ->
        [one] { $count } step added
       *[other] { $count } steps added
    }
recovery-removed =
    { $count ->
        [one] { $count } step removed
       *[other] { $count } steps removed
    }
recovery-changed =
    { $count ->
        [one] { $count } step changed
       *[other] { $count } steps changed
    }
recovery-disk-changed = The file was changed since this work began
recovery-elsewhere = It comes from another computer or user, who may still be working on it
recovery-damaged = This copy is damaged and cannot be opened. It lies at { $place }
recovery-trouble = No recovery copy can be kept: { $why }

# Files changed by others.

edit-reload = reload
file-reload = Reload
file-look = Look at theirs
file-save-mine = Save mine as…
file-dismiss = Not now
file-changed = The file was changed by somebody else
file-changed-text = Reload to see the new version
file-changed-mine = You have unsaved changes of your own
file-gone = The file is no longer there
file-gone-text = It was moved, renamed or deleted. What you see is kept here
reloaded = Reloaded from disk
reloaded-theirs = This is the version on disk. Yours is still unsaved: undo brings it back
covered-title = Your own version of { $name } is not saved
covered-text = The version on disk took its place on the sheet. Yours is in no file yet, and is lost if you don’t save it.
covered-discard = Don’t keep mine
covered-back = Back to mine
file-in-other-window = Another window holds unsaved changes of this file
conflict-changed-title = { $name } was changed by somebody else
conflict-changed-text = The file holds changes that you have not seen. Saving over it would lose them.
conflict-gone-title = { $name } is no longer there
conflict-gone-text = The file was moved, renamed or deleted since you opened it.
conflict-exists-title = { $name } exists already
conflict-exists-text = Another file bears this name. Replacing it would lose what it holds.
conflict-overwrite = Overwrite theirs
conflict-save-again = Save it there again
conflict-replace = Replace it

# Saving that fails.

button-try-again = Try again
save-failed-kept = Nothing is lost: your work is still open here, and the file is as it was.
save-failed-copy = Nothing is lost: your work is still open here, a recovery copy is kept, and the file is as it was.
save-advice-folder = Make the folder again or save in another place.
save-advice-name = Choose another name.
save-advice-large = Split the blueprint into several files.
save-advice-other = Check that the drive is connected and try again, or save in another place.

# A file dialog that cannot be seen.

dialog-slow = No dialog to be seen?
dialog-slow-text = The system was asked for one and has not answered yet
dialog-slow-type = Type the path instead
save-slow = Still being saved
save-slow-text = The disk takes its time, and what you asked for waits for it
save-slow-leave = Don’t wait
save-dialog-too-late = Nothing was saved: the blueprint that the dialog was for is no longer open
open-too-late = { $name } was not opened: you have turned to another blueprint meanwhile
still-saving = The file is just being saved. Try again in a moment
left-unsaved = { $name } was still being saved when you turned to something else, and that failed. Nothing of it is lost yet: show it again, and save it in another place.
left-unsaved-show = Show it again
recent-forget = Remove from the list
path-typed-help = Type or paste a path. Blueprints end in .ron

# Settings.

preferences-damaged = The file of your settings was damaged. What could be read of it is kept
