# Recovery copies of unsaved work.

recovery-title = Unsaved work was found
recovery-text = Onstage ended before this work was saved. Recovering opens it as unsaved: its file stays as it is until you save.
recovery-recover = Recover
recovery-open-file = Open the file on disk
recovery-delete = Delete copy
recovery-delete-sure = Delete permanently?
recovery-later = Decide later
recovery-later-help = The copies stay and are offered again when their file is opened, and at the next start
recovery-holds = { $steps }; { $disk }
recovery-never-saved = never saved
recovery-disk-gone = its file is no longer there
recovery-disk-unreadable = its file cannot be read
recovery-same = the same as the file
recovery-others = other details differ from the file
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
recovery-damaged = This copy is damaged and cannot be opened. It is at { $place }
recovery-trouble = No recovery copy can be kept: { $why }
