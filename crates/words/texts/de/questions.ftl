# Fragen an Gäste

event-tab-questions = Formular
questions-lead = Name und E-Mail-Adresse werden immer gefragt. Jede weitere Frage kostet Antworten: Fragen Sie nur, was Sie brauchen.
questions-empty = Noch keine Fragen. Menü, Anreise und Unverträglichkeiten werden oft gefragt.
questions-replied = { $count ->
    [one] Ein Gast hat schon zugesagt.
   *[other] { $count } Gäste haben schon zugesagt.
} Was geantwortet wurde, bleibt, wie es ist. Neue Fragen sehen diese Gäste, wenn sie ihre Antwort ändern.
questions-rest = Nicht mehr gestellte Fragen
questions-rest-text = Antworten darauf bleiben bei den Gästen, bis deren Daten gelöscht werden.
question-new = Neue Frage
question-add = Frage hinzufügen
question-kind = Art der Antwort
question-kind-choice = Auswahl, eine Antwort
question-kind-choices = Auswahl, mehrere Antworten
question-kind-text = Kurzer Text
question-kind-long-text = Langer Text
question-kind-number = Zahl
question-kind-day = Datum
question-kind-email = E-Mail-Adresse
question-kind-phone = Telefonnummer
question-kind-consent = Einwilligung
question-label = Frage
question-consent = Text der Einwilligung
question-consent-hint = Ein Zweck je Einwilligung. Text und Zeitpunkt werden mit der Antwort aufbewahrt.
question-choices = Antworten zur Auswahl
question-choices-hint = Eine je Zeile. Was schon gewählt wurde, behalten die Gäste auch, wenn Sie es streichen.
question-choices-en-hint = Dieselben Antworten in derselben Reihenfolge, oder leer.
question-help = Hilfe
question-why = Warum Sie fragen
question-why-hint = Steht bei der Frage. Bei besonderen Daten nötig.
question-why-shown = Warum wir fragen: { $why }
question-required = Pflicht
question-required-label = Ohne Antwort keine Zusage
question-special = Besondere Daten
question-special-label = Besondere Daten (Gesundheit, Ernährung, Religion)
question-special-hint = Eigener Schlüssel, nur für die Leitung der Veranstaltung sichtbar, gelöscht am { $date }.
question-special-fixed = Steht fest, seit Gäste zugesagt haben.
question-special-shown = Wird getrennt verschlüsselt und am { $date } gelöscht.
question-condition = Wann die Frage gestellt wird
question-always = Immer
question-only-if = Nur bei „{ $question }“: { $choice }
question-depends = abhängig von „{ $question }“
question-agreed = zugestimmt
question-no-reply = Keine Angabe
question-as-shown = So sehen Gäste die Frage „{ $question }“
question-up = „{ $question }“ nach oben
question-down = „{ $question }“ nach unten
question-change = Bearbeiten
question-remove = Frage löschen
question-stop = Nicht mehr fragen
question-again = Wieder fragen
reply-agreed = zugestimmt am { $date }: „{ $text }“
guest-special = Besondere Daten
guest-special-text = Getrennt verschlüsselt. Wer sie ansieht, steht im Protokoll.
field-replies = Antworten auf Fragen
field-special-replies = Besondere Daten
field-event-questions = Fragen
missing-label = Geben Sie die Frage ein.
missing-choices = Geben Sie mindestens eine Antwort zur Auswahl ein.
missing-why = Sagen Sie den Gästen, warum Sie nach besonderen Daten fragen.
problem-twice = Eine Zeile kommt doppelt vor.
problem-uneven-lines = Geben Sie ebenso viele Zeilen ein wie links, oder keine.
problem-depends-on-itself = So hinge die Frage von sich selbst ab.
problem-unanswered = Bitte beantworten Sie diese Frage.
problem-not-agreed = Ohne diese Zustimmung ist keine Zusage möglich.
problem-not-a-number = Geben Sie eine ganze Zahl ein, zum Beispiel 2.
problem-not-a-phone = Geben Sie eine Telefonnummer ein, zum Beispiel +43 1 234 56.
action-event-questions_changed = Fragen an Gäste geändert
action-guest-special_deleted = Besondere Daten gelöscht
action-access-special_seen = Besondere Daten angesehen

replies-title = Auswertung
replies-empty = Diese Veranstaltung fragt ihre Gäste nichts
replies-empty-text = Sobald Sie etwas fragen, steht hier, wer was geantwortet hat.
replies-line = { $said }: { $count }
replies-sum = Zusammen { $sum }
replies-silent = { $count ->
    [one] Ein Gast hat nichts angegeben.
   *[other] { $count } Gäste haben nichts angegeben.
}
replies-untold = { $count ->
    [one] Eine weitere Antwort steht in der Liste als Datei.
   *[other] { $count } weitere Antworten stehen in der Liste als Datei.
}
action-access-replies_seen = Antworten auf Fragen angesehen
