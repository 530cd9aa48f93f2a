nav-support-desk = Support
role-support = Support
role-support-read = Support (lesen)
role-support-edit = Support (ändern)
support-title = Zugriff des Supports
support-lead = Der Betreiber sieht nichts von Ihren Daten, außer Sie lassen seinen Support für einige Stunden herein.
support-open = Zugriff gewähren oder ansehen
support-grant-title = Support hereinlassen
support-grant-text = Alle in Ihrem Team sehen, solange der Zugriff gilt, auf jeder Seite einen Hinweis. Was der Support ansieht und ändert, steht im Protokoll.
support-nobody = Der Betreiber dieser Installation hat keine Konten für Support.
support-reason-hint = Was soll der Support ansehen oder richten? Bitte keine Namen von Gästen.
field-minutes = Für wie lange
support-minutes-30 = 30 Minuten
support-minutes-60 = 1 Stunde
support-minutes-120 = 2 Stunden
support-minutes-240 = 4 Stunden
support-extent-read = Nur lesen
support-extent-read-hint = Veranstaltungen und Gäste ansehen
support-extent-edit = Lesen und ändern
support-extent-edit-hint = Auch Veranstaltungen und Gäste ändern; nie Personen löschen, exportieren oder Mails versenden
support-grant-do = Hereinlassen
support-end = Beenden
support-done-let-in = Der Support kann sich jetzt anmelden und Ihre Organisation betreten.
support-done-ended = Der Zugriff ist beendet.
support-empty-title = Noch nie hereingelassen
support-empty-text = Hier steht dann, wer wann warum da war und was angesehen und geändert wurde.
support-past = Zugriffe bisher
support-time = Wann
support-until = Bis
support-did = Was getan wurde
support-lasts = Gilt gerade
support-from-until = { $from } bis { $until }
support-deeds = { $looks ->
    [0] Nichts
   *[other] { $looks }-mal
} angesehen, { $changes ->
    [0] nichts
   *[other] { $changes }-mal
} geändert
support-tenant = Organisation
support-desk-title = Support
support-desk-lead = Organisationen, die Sie gerade hereinlassen.
support-desk-empty-title = Niemand lässt Sie gerade herein
support-desk-empty-text = Bitten Sie die Organisation, unter „Team“ den Zugriff des Supports zu gewähren.
support-desk-enter = Betreten
support-desk-leave = Organisation verlassen
support-banner-team-read = { $name } vom Support darf bis { $until } alles lesen, was Ihr Team über Veranstaltungen und Gäste sieht.
support-banner-team-edit = { $name } vom Support darf bis { $until } Veranstaltungen und Gäste lesen und ändern.
support-banner-own-read = Sie sind als Support bei { $tenant }, bis { $until }. Sie dürfen nur lesen; alles, was Sie ansehen, wird protokolliert.
support-banner-own-edit = Sie sind als Support bei { $tenant }, bis { $until }. Sie dürfen lesen und ändern; alles, was Sie ansehen, wird protokolliert.
support-banner-link = Ansehen oder beenden
missing-reason = Bitte sagen Sie, warum.
field-account = Wer
field-reason = Warum
field-extent = Was erlaubt ist
topic-support = Support
action-support-let_in = Support hereingelassen
action-support-ended = Zugriff des Supports beendet
action-access-support_looked = Vom Support angesehen
