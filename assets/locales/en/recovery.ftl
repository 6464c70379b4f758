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
recovery-lesson = From a lesson: the ideas of the class are scenarios of it
recovery-lesson-of = From a lesson, with the ideas of { $who }
recovery-trouble = No recovery copy can be kept: { $why }

# The report of a problem, and an unexpected end.

reporting-title = Report a problem
reporting-text = This log helps others find out what went wrong. It holds the version, system, graphics card and settings, the commands and kinds of edits with counts and identity numbers, times and errors. It holds no names, texts, values or paths unless you include them below. Nothing is sent: copy or save the text and attach it to your report yourself. It is in English for the developers.
reporting-field = Log
reporting-with-texts = Include names and texts
reporting-with-texts-help = Names of steps, roles and files, what was typed, and messages that may contain them
reporting-with-blueprint = Include the blueprint
reporting-with-blueprint-help = The whole blueprint as its file would hold it, with all names and numbers
reporting-copy = Copy
reporting-save = Save…
reporting-copied = Copied
reporting-save-title = Save report
reporting-file-kind = Text
reporting-name-taken = { $name } already exists. Choose another name.
reporting-last-time = Onstage ended unexpectedly last time; what was kept of that is at the end of the log.
reporting-forget = Discard it
fallen-title = Onstage ended unexpectedly last time
fallen-text = A log of what happened before was kept, without names and texts. You can look at it and attach it to a report. Nothing was sent.
fallen-look = Look at the log…
