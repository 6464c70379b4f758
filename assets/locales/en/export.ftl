# The dialog in which something is exported, and printing.

export-title = Export
export-format = Format
export-name = Name
export-name-blank = The file needs a name
export-name-letter = A name cannot hold { $letter }
export-name-kept = Windows keeps this name for a device
export-name-long = This name is too long
export-folder = Folder
export-change-folder = Change…
export-folder-title = Export to folder
export-folder-take = Choose
export-do = Export
export-replace = Replace
export-keep = Keep it
export-no-folder = There is no folder { $folder }
export-there = { $file } is there already
export-there-replace = { $file } is there already. Replace it?
export-changed-replace = { $file } was changed since it was exported. Replace it?
export-again = { $file } was exported just now, and is replaced
export-given-up = Cancelled. Nothing was written
export-show-folder = Show in folder
export-not-opened = No program opened { $file }
export-working = Being made…
export-looking = The preview is being made
export-preview = Preview
export-enlarge = Enlarge the preview
export-shows = Show
export-sheet = The sheet
export-selected = Selected: { $steps }
export-compared = Compared with { $name }
export-stacked = { $name } and this, below each other
export-chart = Chart: { $chart }
export-figures = With figures
export-rows = In rows below each other
export-theme = Colours
export-theme-light = Light
export-theme-dark = Dark
export-theme-contrast = Strong contrast
export-scale = Pixels a point
export-transparent = Without background
export-outlines = Letters as shapes
export-outlines-help = They look the same everywhere, but can no longer be searched or edited as text
export-paper = Paper
export-paper-a4 = A4
export-paper-a3 = A3
export-paper-letter = Letter
export-paper-sheet = As large as the picture
export-pages = Pages
export-pages-auto = One while it can be read
export-pages-one = One
export-pages-tiles = Several, to be laid together
export-page-before = Previous page
export-page-after = Next page
export-size = { $width } × { $height } pixels
export-page-count = { $count ->
    [one] 1 page
   *[other] { $count } pages
}
export-flows = One page without end
export-sharp = Sharp at every size
export-table-count = { $count ->
    [one] 1 table
   *[other] { $count } tables
}
export-line-count = { $count ->
    [one] 1 line of text
   *[other] { $count } lines of text
}
export-rows-of-table = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
export-too-large = That is too large for this format. The largest scale that fits is { $scale } ×
export-scenario-only = The steps and roles of the scenario that is shown.
export-format-png = A picture of pixels, for slides, documents and the web.
export-format-svg = A picture of lines and letters that stays sharp at any size; its texts can be searched.
export-format-pdf = Pages to print or to send, with texts that can be searched and are read out along the flow.
export-format-csv = Two tables for spreadsheets: the steps, and beside them the roles. They come back without loss.
export-format-xlsx = A workbook for spreadsheets: steps, roles, links, figures and scenarios. Formulas are live where they stay true when a yellow cell is changed.
export-format-mmd = A flowchart as text in Mermaid, which many wikis and repositories draw.
export-format-html = A report as one page for browsers: verdict, sheet, figures, problems, comparison and how each figure is defined.
export-format-docx = A report for a word processor, to be worked on further.
export-format-md = A report as text in Markdown, with the sheet as a picture beside it.
export-flowchart-end = End
export-report = A report
export-no-report = A picture or table holds no report
export-parts = Parts
export-no-plans = There are no planning sheets
export-chart-copied = { $chart } is copied as a picture, { $size } pixels. Paste it into a document or a slide
print-preparing = The pages are being made…
print-opened = The pages are in the system’s viewer, where they can be printed
print-no-viewer = No viewer opened the pages. They are in { $file } until Onstage ends
print-failed = Not printed
# What stands behind a file's name, where it is not the sheet.
export-name-part = part
export-name-comparison = comparison
export-name-report = report
export-name-handout = handout
export-name-handbook = handbook
