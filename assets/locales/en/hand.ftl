# What the hand does on the sheet: insert, append, connect, make room.
