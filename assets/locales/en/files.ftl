# Opening, saving, files changed by others, and what went wrong with a file.

file-kind = Onstage blueprint

# Opening and saving.

ask-save-title = Save changes to { $name }?
ask-save-text = Your changes will be lost if you don’t save them.
dialog-open-title = Open blueprint
dialog-save-title = Save blueprint
dialog-slow = Can’t see the dialog?
dialog-slow-text = The system was asked for one and has not answered yet
dialog-slow-type = Type the path instead
path-label = Path of the file
path-help = This system offers no file dialog, so type the path.
path-typed-help = Type or paste a path.
path-ending = Blueprints end in .ron
saved-as = Saved as { $name }
open-failed-title = The file could not be opened
open-too-late = { $name } was not opened: you have switched to another blueprint in the meantime
save-failed-title = The file could not be saved
save-failed-kept = Nothing is lost: your work is still open here, and the file is as it was.
save-failed-copy = Nothing is lost: your work is still open here, a recovery copy is kept, and the file is as it was.
save-advice-folder = Make the folder again or save in another place.
save-advice-name = Choose another name.
save-advice-large = Split the blueprint into several files.
save-advice-other = Check that the drive is connected and try again, or save in another place.
save-slow = Still being saved
save-slow-text = The disk is slow to answer, and your request waits for it
save-slow-leave = Don’t wait
save-dialog-too-late = Nothing was saved: the blueprint that the dialog was for is no longer open
still-saving = The file is still being saved. Try again in a moment
left-unsaved = { $name } could not be saved after you had switched to something else. Nothing is lost yet: show it again, and save it in another place.
left-unsaved-show = Show it again
recent-forget = Remove from the list
paste-failed-title = Nothing was pasted
unknown-fields-title = This file comes from a newer version
unknown-fields =
    These fields are unknown here and were left out:
    { $fields }
    So that nothing is lost, the blueprint can only be saved under a new name.
newer-version-text = All of it was understood, but a newer version may mean something else by it. So that nothing is lost, the blueprint can only be saved under a new name.
unread-said-title = Some of what was said cannot be read
unread-said =
    It is left out here; all else is shown. It stays in the file as long as you save under a new name:
    { $told }
caution-unknown-title = Save under a new name
caution-unknown-text = The file holds what this version does not know or could not read. Saving over it could lose that.
caution-comments-title = Comments would be lost
caution-comments-text = These comments were written into the file by hand, at things that are no longer on the sheet. Saving removes them too.
caution-take-notes = Keep as comments

# Deleting what holds more than itself.

remove-lane-title = Delete { $name }?
remove-lane-text = It holds { $steps }. What should happen to them?
remove-lane-move = Move them to { $name }
remove-lane-steps = Delete them too
remove-decision-title = Delete { $name }?
remove-decision-text = Several Flows lead on from it. Which one should stay?
remove-decision-keep = Keep the Flow to { $name }

# Files changed by others.

file-reload = Reload
file-look = View theirs
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
covered-text = The version on disk has replaced it on the sheet. Yours is not in any file yet, and will be lost if you don’t save it.
covered-discard = Discard mine
covered-back = Back to mine
file-in-other-window = Another window holds unsaved changes of this file
conflict-changed-title = { $name } was changed by somebody else
conflict-changed-text = The file holds changes that you have not seen. Saving over it would lose them.
conflict-comments-text = Somebody else said something in the file meanwhile. Both can be kept; nothing is lost.
conflict-merge-comments = Merge comments
conflict-gone-title = { $name } is no longer there
conflict-gone-text = The file was moved, renamed or deleted since you opened it.
conflict-exists-title = { $name } already exists
conflict-exists-text = Another file has this name. Replacing it would lose what it holds.
conflict-overwrite = Overwrite theirs
conflict-save-again = Save there again
conflict-replace = Replace it

# Why a file could not be read or written.

file-not-found = The file does not exist
file-folder-missing = The folder does not exist
file-no-new-files = No file can be made in this folder: choose another place
file-is-folder = This is a folder, not a file
file-not-a-file = This is not an ordinary file
file-not-allowed = The system does not allow it: check the permissions, or choose another place
file-read-only = The file or disk is read-only: allow writing and try again, or choose another place
file-disk-full = The disk is full: make room and try again, or save on another drive
file-too-large = The file is larger than { $most } MB, the most that can be opened
file-other = The system says: { $reason }
file-at = { $file }: { $reason }
file-line = line { $line }, column { $column }: { $reason }
file-breaks-off = line { $line }, column { $column }: the file breaks off here, and the rest is missing
file-of = { $reason } (in { $owner })
