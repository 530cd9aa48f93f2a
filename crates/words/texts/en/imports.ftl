## Bringing a list along

import-title = Import guest list
import-lead = Upload a file or paste cells. You will first see what is going to be imported.
import-file-title = Upload a file
import-file = File with the guest list
import-file-hint = CSV, Excel (.xlsx) or vCard, up to 10 MB. Please save an old .xls file as .xlsx first.
import-paste-title = Or paste cells
import-paste = Cells from your spreadsheet
import-paste-hint = Preferably with the row of headings, such as “First name”, “Last name”, “E-mail”.
import-look = Look at the list

## Looking at it

import-look-title = How the list arrives
import-pasted = Pasted cells
import-summary =
    { $good ->
        [0] Nobody can be imported from this list
        [one] One guest will be imported
       *[other] { $good } guests will be imported
    }{ $left ->
        [0] {""}
        [one] , one row will be left out
       *[other] , { $left } rows will be left out
    }
import-nothing-yet = Nothing has changed on the guest list yet.
import-confirm =
    { $count ->
        [one] Put one guest on the list
       *[other] Put { $count } guests on the list
    }
import-discard = Use another list
import-good = The first guests of the list
import-bad = Rows with problems
import-bad-count =
    { $count ->
        [one] One row has a problem
       *[other] { $count } rows have a problem
    }
import-doubles = Duplicate entries
import-doubles-count =
    { $count ->
        [one] One entry is a duplicate
       *[other] { $count } entries are duplicates
    }
import-line = Row
import-reason = Reason
import-double-of-line = The same e-mail address is in row { $line }.
import-already-listed = This e-mail address is already on the guest list.
import-unreadable = This row cannot be read.
import-field-problem = { $field }: { $problem }

## Correcting what was guessed

import-columns = Columns
import-columns-lead = Are the columns right? If not, change them and read the list again.
import-column = Column { $number }
import-adjust = Read the list again
import-charset = Character set
charset-utf-8 = Unicode (UTF-8)
charset-windows-1252 = Western European (Windows-1252, Excel)
charset-iso-8859-15 = Western European (ISO 8859-15)
charset-utf-16le = Unicode text from Excel (UTF-16 LE)
charset-utf-16be = Unicode (UTF-16 BE)
import-delimiter = Delimiter
delimiter-semicolon = Semicolon (;)
delimiter-comma = Comma (,)
delimiter-tab = Tab
delimiter-pipe = Vertical bar (|)

## Afterwards

import-running = The import is running
import-running-label = Guests on the list
import-done =
    { $count ->
        [0] Nobody was added.
        [one] One guest is new on the list.
       *[other] { $count } guests are new on the list.
    }
import-to-guests = See guest list
import-undone-title = Import undone
import-undone-text = Whoever was already invited or has answered stays on the list.
import-again = Import a list

## Why a list is not read

rejected-unreadable-empty = There is nothing to read. Please choose a file or paste cells.
rejected-unreadable-too-large = The file is too large. Please split it into files of up to 10 MB.
rejected-unreadable-not-a-spreadsheet = This spreadsheet cannot be read. Please save it without a password as .xlsx or CSV – old .xls and .ods files too.
rejected-unreadable-not-text = This file is not a guest list. Please choose a CSV, Excel (.xlsx) or vCard file.
rejected-unreadable-no-rows = There is nobody below the headings. Please check the list.
rejected-unreadable-too-many-rows = The list is too long. Please split it into lists of up to 50,000 rows.
rejected-unreadable-too-many-columns = The list is too wide. Please delete columns until there are no more than 200.
rejected-nothing-to-import = Nobody can be imported from this list. Please check what the columns mean or use another list.
