# Workshops: Programmteile mit eigenen Plätzen.

event-tab-workshops = Workshops
workshops-lead = Programmteile mit eigenen Plätzen, die Gäste bei der Zusage wählen: Workshops, Führungen, Vorträge. Wer Begleitung mitbringt, geht gemeinsam hin. Verschieben Sie die ganze Veranstaltung, verschieben sich die Workshops mit.
workshops-empty = Noch kein Workshop
workshops-empty-text = Legen Sie an, was Ihre Gäste wählen können. Mit der Zusage wird dann danach gefragt.
workshop-add = Workshop anlegen
workshop-new = Neuer Workshop
workshop-edit = Workshop bearbeiten
workshop-change = Ändern
workshop-change-of = { $workshop } ändern
workshop-title = Titel
workshop-title-en = Titel auf Englisch
workshop-starts = Beginn
workshop-ends = Ende
workshop-place = Wo
workshop-place-hint = Zum Beispiel ein Raum. Bleibt es leer, gilt der Ort der Veranstaltung.
workshop-capacity = Plätze
workshop-capacity-hint = Leer heißt: so viele, wie kommen. Sind alle vergeben, gibt es eine Warteliste.
workshop-more = Worum es geht
workshop-more-en = Worum es geht, auf Englisch
workshop-taken = { $capacity ->
    [0] { $taken ->
        [0] noch niemand
        [one] 1 Platz vergeben
       *[other] { $taken } Plätze vergeben
    }
   *[other] { $taken } von { $capacity } Plätzen vergeben
}
workshop-waiting = { $count ->
    [one] 1 Gast wartet
   *[other] { $count } Gäste warten
}
workshop-remove = Workshop absagen
workshop-remove-unused = Noch hat ihn niemand gewählt. Er wird gelöscht.
workshop-remove-chosen = { $count ->
    [one] Ein Gast hat ihn gewählt und erfährt per E-Mail, dass er entfällt. Das lässt sich nicht zurücknehmen.
   *[other] { $count } Gäste haben ihn gewählt und erfahren per E-Mail, dass er entfällt. Das lässt sich nicht zurücknehmen.
} Wer keine E-Mail-Adresse hat, erfährt es nicht von Einlass; wer noch nicht bestätigt hat, danach.
workshop-moved-hint = { $count ->
    [one] Ein Gast hat ihn gewählt. Ändern sich Zeit oder Ort, erfährt er es per E-Mail.
   *[other] { $count } Gäste haben ihn gewählt. Ändern sich Zeit oder Ort, erfahren sie es per E-Mail.
} Wer keine E-Mail-Adresse hat, erfährt es nicht von Einlass.
workshop-waits = { $workshop } (Warteliste)
span = { $weekday }, { $date }, { $from }–{ $until }
span-days = { $weekday }, { $date }, { $from } bis { $until-date }, { $until }

workshops-choose = Workshops
workshops-choose-hint = Wählen Sie, was Sie besuchen möchten.{ $companions ->
    [0] {""}
   *[other] {" "}Ihre Begleitung geht mit.
}
workshop-full = belegt
workshop-in-line = Sie stehen auf der Warteliste
workshop-yours = Sie haben einen Platz
workshops-own = Ihre Workshops
guests-workshops = Workshops
guests-filter-workshop = Nach Workshop filtern
field-workshops = Workshops
field-programme = Workshops
problem-overlaps = Überschneidet sich mit einem anderen gewählten Workshop. Wählen Sie einen von beiden.
problem-no-places = So viele Plätze sind nicht mehr frei. Lassen Sie das Häkchen stehen, um auf die Warteliste zu kommen.
problem-group-too-large = { $max ->
    [one] Hier gibt es nur einen Platz, zu mehreren geht es nicht.
   *[other] Hier gibt es nur { $max } Plätze, für alle zusammen reicht das nicht.
}
action-event-programme_changed = Workshops geändert
action-guest-workshop_given = Platz in einem Workshop bekommen
action-guest-workshop_off = Workshop abgesagt
mail-workshops = Ihre Workshops:
letter-workshop-given-subject = Ein Platz im Workshop für Sie: { $event }
letter-workshop-given-text =
    { $salutation },

    Sie standen auf der Warteliste, jetzt haben Sie einen Platz:

    { $workshop }

    { $left }

    { $change }

    { $link }
letter-workshop-moved-subject = Workshop geändert: { $event }
letter-workshop-moved-text =
    { $salutation },

    ein Workshop, den Sie gewählt haben, ist zu einer anderen Zeit oder an einem anderen Ort. Es gilt jetzt:

    { $workshop }

    { $change }

    { $link }
letter-workshop-off-subject = Workshop abgesagt: { $event }
letter-workshop-off-text =
    { $salutation },

    dieser Workshop, den Sie gewählt haben, findet leider nicht statt:

    { $workshop }

    Ihre Teilnahme an der Veranstaltung bleibt davon unberührt.

    { $change }

    { $link }
workshop-wait = belegt – auf die Warteliste setzen
problem-no-places-for-all = Für Sie alle reichen die Plätze nicht. Kommen Sie mit weniger Begleitung, oder nehmen Sie das Häkchen weg.
problem-before-workshops = Ein Workshop dauert länger. Ändern Sie zuerst seine Zeit, oder sagen Sie ihn ab.
letter-workshop-change = Passt das für Sie nicht mehr, können Sie Ihre Wahl auf Ihrer persönlichen Seite ändern:
letter-workshop-look = Ihre persönliche Seite:
letter-workshop-left = { $count ->
    [one] Dafür ist Ihr Platz in „{ $workshops }“ frei geworden: Beides überschneidet sich.
   *[other] Dafür sind Ihre Plätze frei geworden, die sich damit überschneiden: { $workshops }.
}
workshop-delete = Workshop löschen
workshops-choose-later = Es gibt Workshops zur Wahl. Sie finden sie unten bei „Antwort ändern“.
