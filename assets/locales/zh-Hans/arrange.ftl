# Align, distribute, tidy up, hide and filter, the map of the sheet.
