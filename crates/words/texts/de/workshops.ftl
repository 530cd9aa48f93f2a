# Workshops: Programmteile mit eigenen Plätzen.

event-tab-workshops = Workshops
workshops-lead = Programmteile mit eigenen Plätzen, die Gäste bei der Zusage wählen: Workshops, Führungen, Vorträge. Wer Begleitung mitbringt, geht gemeinsam hin.
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
workshop-remove-unused = Noch hat ihn niemand gewählt. Er verschwindet spurlos.
workshop-remove-chosen = { $count ->
    [one] Ein Gast hat ihn gewählt und erfährt per E-Mail, dass er entfällt. Das lässt sich nicht zurücknehmen.
   *[other] { $count } Gäste haben ihn gewählt und erfahren per E-Mail, dass er entfällt. Das lässt sich nicht zurücknehmen.
}
workshop-moved-hint = { $count ->
    [one] Ein Gast hat ihn gewählt. Ändern sich Zeit oder Ort, erfährt er es per E-Mail.
   *[other] { $count } Gäste haben ihn gewählt. Ändern sich Zeit oder Ort, erfahren sie es per E-Mail.
}
workshop-waits = { $workshop } (Warteliste)
span = { $weekday }, { $date }, { $from }–{ $until }
span-days = { $weekday }, { $date }, { $from } bis { $until-date }, { $until }

workshops-choose = Workshops
workshops-choose-hint = Wählen Sie, was Sie besuchen möchten.{ $companions ->
    [0] {""}
   *[other] {" "}Ihre Begleitung geht mit.
}
workshop-free = { $free ->
    [one] noch 1 Platz
   *[other] noch { $free } Plätze
}
workshop-full = belegt – auf die Warteliste setzen
workshop-in-line = Sie stehen auf der Warteliste
workshop-yours = Sie haben einen Platz
workshops-own = Ihre Workshops
guests-workshops = Workshops
guests-filter-workshop = Nach Workshop filtern
field-workshops = Workshops
field-programme = Workshops
problem-overlaps = Überschneidet sich mit einer anderen Wahl.
problem-no-places = Inzwischen reichen die Plätze nicht mehr. Lassen Sie das Häkchen stehen, um auf die Warteliste zu kommen.
problem-party-too-large = { $max ->
    [one] Hier gibt es nur einen Platz, zu mehreren geht es nicht.
   *[other] Hier gibt es nur { $max } Plätze, für alle zusammen reicht das nicht.
}
action-event-programme_changed = Workshops geändert
action-guest-moved_up = Platz in einem Workshop bekommen
action-guest-workshop_off = Workshop abgesagt
mail-workshops = Ihre Workshops:
letter-workshop-given-subject = Ein Platz im Workshop für Sie: { $event }
letter-workshop-given-text =
    { $salutation },

    Sie standen auf der Warteliste, jetzt haben Sie einen Platz:

    { $workshop }

    Was sich damit überschneidet, ist nicht mehr für Sie reserviert. Ändern können Sie Ihre Wahl auf Ihrer persönlichen Seite:

    { $link }
letter-workshop-moved-subject = Workshop geändert: { $event }
letter-workshop-moved-text =
    { $salutation },

    ein Workshop, den Sie gewählt haben, ist zu einer anderen Zeit oder an einem anderen Ort. Es gilt jetzt:

    { $workshop }

    Passt das für Sie nicht mehr, können Sie Ihre Wahl auf Ihrer persönlichen Seite ändern:

    { $link }
letter-workshop-off-subject = Workshop abgesagt: { $event }
letter-workshop-off-text =
    { $salutation },

    dieser Workshop, den Sie gewählt haben, findet leider nicht statt:

    { $workshop }

    Ihre Teilnahme an der Veranstaltung bleibt davon unberührt. Etwas anderes wählen können Sie auf Ihrer persönlichen Seite:

    { $link }
