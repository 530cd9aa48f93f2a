## Bringing a list along

import-title = Gästeliste importieren
import-lead = Laden Sie eine Datei hoch oder fügen Sie Zellen ein. Sie sehen zuerst, was übernommen wird.
import-file-title = Datei hochladen
import-file = Datei mit der Gästeliste
import-file-hint = CSV, Excel (.xlsx) oder vCard, höchstens 10 MB. Eine alte .xls-Datei speichern Sie bitte zuerst als .xlsx.
import-paste-title = Oder Zellen einfügen
import-paste = Zellen aus Ihrer Tabelle
import-paste-hint = Am besten mit der Zeile der Überschriften, also „Vorname“, „Nachname“, „E-Mail“.
import-look = Liste ansehen

## Looking at it

import-look-title = So kommt die Liste an
import-pasted = Eingefügte Zellen
import-summary =
    { $good ->
        [0] Aus dieser Liste lässt sich niemand übernehmen
        [one] Ein Gast wird übernommen
       *[other] { $good } Gäste werden übernommen
    }{ $left ->
        [0] {""}
        [one] , eine Zeile wird ausgelassen
       *[other] , { $left } Zeilen werden ausgelassen
    }
import-nothing-yet = Auf der Gästeliste hat sich noch nichts geändert.
import-confirm =
    { $count ->
        [one] Einen Gast auf die Liste setzen
       *[other] { $count } Gäste auf die Liste setzen
    }
import-discard = Andere Liste nehmen
import-good = Die ersten Gäste der Liste
import-bad = Zeilen mit Problemen
import-bad-count =
    { $count ->
        [one] Eine Zeile hat ein Problem
       *[other] { $count } Zeilen haben ein Problem
    }
import-doubles = Doppelte Einträge
import-doubles-count =
    { $count ->
        [one] Ein Eintrag ist doppelt
       *[other] { $count } Einträge sind doppelt
    }
import-line = Zeile
import-reason = Grund
import-double-of-line = Dieselbe E-Mail-Adresse steht in Zeile { $line }.
import-already-listed = Diese E-Mail-Adresse steht schon auf der Gästeliste.
import-unreadable = Diese Zeile lässt sich nicht lesen.
import-field-problem = { $field }: { $problem }

## Correcting what was guessed

import-columns = Spalten
import-columns-lead = Stimmt die Zuordnung? Wenn nicht, ändern Sie sie und lassen die Liste neu lesen.
import-column = Spalte { $number }
import-adjust = Liste neu lesen
import-charset = Zeichensatz
charset-utf-8 = Unicode (UTF-8)
charset-windows-1252 = Westeuropäisch (Windows-1252, Excel)
charset-iso-8859-15 = Westeuropäisch (ISO 8859-15)
charset-utf-16le = Unicode-Text aus Excel (UTF-16 LE)
charset-utf-16be = Unicode (UTF-16 BE)
import-delimiter = Trennzeichen
delimiter-semicolon = Semikolon (;)
delimiter-comma = Komma (,)
delimiter-tab = Tabulator
delimiter-pipe = Senkrechter Strich (|)

## Afterwards

import-running = Der Import läuft
import-running-label = Gäste auf der Liste
import-done =
    { $count ->
        [0] Es kam niemand dazu.
        [one] Ein Gast ist neu auf der Liste.
       *[other] { $count } Gäste sind neu auf der Liste.
    }
import-to-guests = Gästeliste ansehen
import-undone-title = Import rückgängig gemacht
import-undone-text = Wer schon eingeladen war oder geantwortet hat, bleibt auf der Liste.
import-again = Liste importieren

## Why a list is not read

rejected-unreadable-empty = Hier ist nichts zu lesen. Bitte wählen Sie eine Datei oder fügen Sie Zellen ein.
rejected-unreadable-too-large = Die Datei ist zu groß. Bitte teilen Sie sie in Dateien von höchstens 10 MB.
rejected-unreadable-not-a-spreadsheet = Diese Tabelle lässt sich nicht lesen. Bitte speichern Sie sie ohne Passwort als .xlsx oder CSV – auch alte .xls- und .ods-Dateien.
rejected-unreadable-not-text = Diese Datei ist keine Gästeliste. Bitte wählen Sie eine CSV-, Excel- (.xlsx) oder vCard-Datei.
rejected-unreadable-no-rows = Unter den Überschriften steht niemand. Bitte prüfen Sie die Liste.
rejected-unreadable-too-many-rows = Die Liste ist zu lang. Bitte teilen Sie sie in Listen von höchstens 50 000 Zeilen.
rejected-unreadable-too-many-columns = Die Liste ist zu breit. Bitte löschen Sie Spalten, bis es höchstens 200 sind.
rejected-nothing-to-import = Aus dieser Liste lässt sich niemand übernehmen. Bitte prüfen Sie die Zuordnung der Spalten oder nehmen Sie eine andere Liste.
