import type { Texts } from './en.ts';

/**
 * Every text in German. Words of the site are those of RAWeb's `lang/de_DE.json`: gemeistert, Errungenschaft,
 * freischalten, Auszeichnung, Casual, Rangliste, Motto, Benutzername. It says „abgeschlossen“ for both beaten and
 * completed, so these are called as players call them: durchgespielt and komplettiert. Words of Discord are those of its
 * client.
 */
export const texts = {
  command: {
    progress: 'Zeigt die Spiele eines Spielers mit Fortschritt und Auszeichnungen',
    random: 'Zieht ein zufälliges Spiel aus der Bibliothek eines Spielers',
    stats: 'Zeigt Auszeichnungen im Lauf der Zeit, nach System und in diesem Jahr, in einem Bild',
    compare: 'Vergleicht die Spiele von zwei Spielern und zeigt, wer vorn liegt',
    game: 'Zeigt, wer auf diesem Server ein Spiel gespielt hat und wie weit alle sind',
    leaderboard:
      'Zeigt, wer auf diesem Server die meisten Spiele durchgespielt oder gemeistert hat',
    announcements: 'Postet, welche Spiele jemand durchspielt und meistert',
    announcementsSetup:
      'Richtet Ankündigungen in einem Kanal ein oder ändert nur die Angaben, die du ausfüllst',
    announcementsTrack: 'Postet ab jetzt, welche Spiele diese Spieler durchspielen und meistern',
    announcementsUntrack: 'Postet nichts mehr über die Spiele eines Spielers',
    announcementsInvite: 'Postet eine Nachricht, mit der sich Mitglieder selbst eintragen können',
    announcementsList: 'Zeigt, welche Spieler auf der Liste stehen',
    announcementsStatus:
      'Zeigt letzte Abfrage, letzten Post, nächste Zusammenfassung und mögliche Probleme',
    announcementsTest: 'Postet eine Beispiel-Ankündigung im Kanal',
    announcementsPause: 'Pausiert Ankündigungen; neue Auszeichnungen werden 7 Tage aufgehoben',
    announcementsResume: 'Setzt Ankündigungen fort und postet, was gefehlt hat',
    announcementsRemove: 'Entfernt die Ankündigungen eines Kanals und seine Spielerliste',
    link: 'Verknüpft deinen RetroAchievements-Account, damit du den Benutzernamen weglassen kannst',
    unlink: 'Hebt die Verknüpfung mit deinem RetroAchievements-Account auf',
    privacy: 'Zeigt, was ich über dich speichere, auch zum Herunterladen und Löschen',
    help: 'Zeigt, was dieser Bot kann',
    about: 'Zeigt Version und Status des Bots und wie alt seine Daten sind',
  },
  menuName: { 'Show progress': 'Fortschritt anzeigen' },
  option: {
    user: 'RetroAchievements-Benutzername oder Profillink',
    compareUser: 'RetroAchievements-Benutzername oder Profillink (Standard: du selbst)',
    other: 'Mit wem du vergleichen willst (Standard: mit dir)',
    ownUser: 'Dein RetroAchievements-Benutzername oder Profillink',
    system: 'Nur Spiele für dieses System',
    status: 'Nur Spiele mit diesem Status',
    randomStatus: 'Nur Spiele mit diesem Status (Standard: offen)',
    sort: 'Wie die Spiele sortiert werden',
    search: 'Nur Spiele mit diesen Wörtern im Titel',
    private: 'Nur du siehst die Antwort',
    title: 'Titel des Spiels',
    period: 'Wann die Spiele durchgespielt oder gemeistert wurden (Standard: insgesamt)',
    kind: 'Welche Auszeichnungen zählen (Standard: alle)',
    casual: 'Auch Spiele mit Casual-Auszeichnungen zählen',
    channel: 'Kanal oder Thread (nur nötig, wenn mehrere Ankündigungen haben)',
    setupChannel: 'Kanal oder Thread (Standard: der mit Ankündigungen, sonst dieser)',
    kinds: 'Welche Auszeichnungen gepostet werden (Standard: alle)',
    schedule: 'Wie oft gepostet wird (Standard: live)',
    hour: 'Stunde der täglichen, wöchentlichen oder monatlichen Zusammenfassung, 0 bis 23 (Standard: 18)',
    weekday: 'Tag der wöchentlichen Zusammenfassung (Standard: Montag)',
    timezone: 'Zeitzone der Uhrzeit, z. B. Europe/Berlin (Standard: UTC)',
    role: 'Rolle, die gepingt wird (Standard: keine; mit @everyone schaltest du Pings ab)',
    language: 'Sprache der Ankündigungen (Standard: die des Servers)',
    track: 'RetroAchievements-Benutzernamen oder Profillinks, bis zu 25',
    untrack: 'Spieler, die von der Liste sollen, bis zu 25',
  },
  optionName: {
    user: 'spieler',
    other: 'gegen',
    system: 'system',
    status: 'status',
    sort: 'sortierung',
    search: 'suche',
    private: 'privat',
    title: 'titel',
    period: 'zeitraum',
    kind: 'auszeichnung',
    casual: 'casual',
    channel: 'kanal',
    kinds: 'auszeichnungen',
    schedule: 'zeitplan',
    hour: 'uhrzeit',
    weekday: 'wochentag',
    timezone: 'zeitzone',
    role: 'rolle',
    language: 'sprache',
  },
  jump: {
    first: 'erste, ersten, erster, anfang, beginn, start',
    last: 'letzte, letzten, letzter, ende, schluss',
    page: 'seite, seiten, s, nr, nummer',
    of: 'von',
    to: 'gehe zu, gehe zur, gehe zum, gehe auf, geh zu, geh zur, geh zum, geh auf, springe zu, springe zur, springe zum, spring zu, spring zur, spring zum, zu, zur, zum, auf, an den, ans',
  },
  award: {
    mastered: 'Gemeistert',
    completed: 'Komplettiert (Casual)',
    'beaten-hardcore': 'Durchgespielt',
    'beaten-softcore': 'Durchgespielt (Casual)',
    none: 'Offen',
  },
  status: {
    all: 'Alle Spiele',
    unfinished: 'Offen',
    awarded: 'Mit Auszeichnung',
    beaten: 'Durchgespielt (Hardcore oder Casual)',
    'beaten-hardcore': 'Durchgespielt',
    'beaten-softcore': 'Durchgespielt (Casual)',
    completed: 'Komplettiert (Casual)',
    mastered: 'Gemeistert',
    'completed-or-mastered': 'Komplettiert oder gemeistert',
    'not-100': 'Unter 100 %',
    revised: 'Auszeichnung für überarbeitetes Set',
    'hardcore-awards': 'Mit Hardcore-Auszeichnung',
    'casual-awards': 'Mit Casual-Auszeichnung',
    'hardcore-progress': 'Mit Hardcore-Fortschritt',
    'casual-progress': 'Mit Casual-Fortschritt',
  },
  sort: {
    recent: 'Neueste Freischaltung zuerst',
    oldest: 'Älteste Freischaltung zuerst',
    title: 'Titel (A–Z)',
    'title-desc': 'Titel (Z–A)',
    progress: 'Größter Fortschritt zuerst',
    'least-progress': 'Kleinster Fortschritt zuerst',
    closest: 'Wenigste fehlende Errungenschaften zuerst',
    award: 'Höchste Auszeichnung zuerst',
  },
  library: {
    counts:
      '**{played, number}** gespielt · **{unfinished, number}** offen · **{beaten, number}** durchgespielt · **{mastered, number}** gemeistert',
    casualCounts:
      'Casual: **{beaten, number}** durchgespielt · **{completed, number}** komplettiert',
    loading: '⏳ {loaded, number} von {total, number} Spielen geladen',
    provisional: 'diese Seite kann sich noch ändern',
    halted: '⚠️ Nur {loaded, number} von {total, number} Spielen geladen. {reason}',
    outdated: '⚠️ Gespeicherte Daten, {age} geladen. {reason}',
    updated: 'Aktualisiert {age}',
    search: '„{search}“',
    noAchievements: 'Keine aktiven Errungenschaften',
    casual: 'CA',
    partlyCasual: 'ca',
    noGames:
      'Noch keine Spiele. Ein Spiel erscheint hier, sobald **{player}** darin eine Errungenschaft freischaltet.',
    countsOn: '{system}: {counts}',
    noSearchMatches:
      'Kein Spiel passt zu „{search}“. Prüfe die Schreibweise oder lösche die Suche.',
    noFilterMatches: 'Kein Spiel passt zu {filters}. Probiere unten andere Filter.',
    noMatches:
      'Kein Spiel passt zu „{search}“ mit {filters}. Lösche die Suche oder probiere unten andere Filter.',
    clearSearch: 'Suche löschen',
    noMatchesYet: 'Bisher kein passendes Spiel.',
    footer:
      '{shown, plural, one {Spiel {first, number}} other {Spiele {first, number}–{last, number}}} von {count, number} · Seite {page, number} von {pages, number}',
    footerEmpty: 'Keine Spiele · Seite 1 von 1',
    statusMenu: 'Nach Status filtern',
    sortMenu: 'Sortieren nach',
    systemMenu: 'Nach System filtern',
    allSystems: 'Alle Systeme',
    moreSystems: 'Weitere Systeme …',
    firstSystems: 'Zurück zu den ersten Systemen',
    systemGames: '{count, plural, one {# Spiel} other {# Spiele}}',
    refresh: 'Aktualisieren',
    csv: 'CSV-Export',
    json: 'JSON-Export',
    stats: 'Statistik',
    site: 'Zur Website',
    jumpTitle: 'Zu Seite springen',
    jumpLabel: 'Seitenzahl (1–{pages, number})',
    jumpLabelAny: 'Seitenzahl',
    jumpInvalid:
      'Das ist keine Seitenzahl. Drücke noch einmal auf den mittleren Button und gib eine Zahl wie 7 oder „letzte“ ein.',
    refreshedRecently: 'Diese Bibliothek wurde gerade erst aktualisiert. Das geht {when} wieder.',
    exportedALot:
      'Du hast in den letzten Minuten viele Dateien exportiert. Das geht {when} wieder.',
    exportOutdated: '⚠️ Das sind gespeicherte Daten, {age} geladen. {reason}',
    export:
      '{count, plural, one {# Spiel} other {# Spiele}} aus der Bibliothek von **{player}** als {format} exportiert.',
  },
  random: {
    all: '{count, plural, one {Das einzige Spiel} other {1 von # Spielen}}',
    unfinished: '{count, plural, one {Das einzige offene Spiel} other {1 von # offenen Spielen}}',
    awarded: '{count, plural, one {Das einzige Spiel} other {1 von # Spielen}} mit Auszeichnung',
    beaten:
      '{count, plural, one {Das einzige durchgespielte Spiel} other {1 von # durchgespielten Spielen}} (Hardcore oder Casual)',
    'beaten-hardcore':
      '{count, plural, one {Das einzige durchgespielte Spiel} other {1 von # durchgespielten Spielen}}',
    'beaten-softcore':
      '{count, plural, one {Das einzige durchgespielte Spiel} other {1 von # durchgespielten Spielen}} (Casual)',
    completed:
      '{count, plural, one {Das einzige komplettierte Spiel} other {1 von # komplettierten Spielen}}',
    mastered:
      '{count, plural, one {Das einzige gemeisterte Spiel} other {1 von # gemeisterten Spielen}}',
    'completed-or-mastered':
      '{count, plural, one {Das einzige komplettierte oder gemeisterte Spiel} other {1 von # komplettierten oder gemeisterten Spielen}}',
    'not-100': '{count, plural, one {Das einzige Spiel} other {1 von # Spielen}} unter 100 %',
    revised:
      '{count, plural, one {Das einzige Spiel} other {1 von # Spielen}} mit Auszeichnung für ein überarbeitetes Set',
    'hardcore-awards':
      '{count, plural, one {Das einzige Spiel} other {1 von # Spielen}} mit Hardcore-Auszeichnung',
    'casual-awards':
      '{count, plural, one {Das einzige Spiel} other {1 von # Spielen}} mit Casual-Auszeichnung',
    'hardcore-progress':
      '{count, plural, one {Das einzige Spiel} other {1 von # Spielen}} mit Hardcore-Fortschritt',
    'casual-progress':
      '{count, plural, one {Das einzige Spiel} other {1 von # Spielen}} mit Casual-Fortschritt',
    lastUnlock: 'Letzte Freischaltung {when}',
    noMatches:
      'Kein Spiel von **{player}** passt zu {filters}. Nutze {command} mit einem anderen `status` oder `system`.',
    another: 'Noch eins',
    library: 'Bibliothek',
  },
  stats: {
    otherCount: 'Andere Auszeichnungen: **{count, number}**',
    other: 'Andere Auszeichnungen',
    games: '{count, plural, one {# Spiel} other {# Spiele}}',
    overTime: 'Auszeichnungen im Lauf der Zeit',
    systems: 'Spiele nach System',
    moreSystems: '+{count, plural, one {# System} other {# Systeme}}',
    year: 'Auszeichnungen {year}',
    milestones: 'Meilensteine',
    noAwards: 'Noch keine Auszeichnungen',
    noDates: 'Keine Auszeichnungen mit Datum',
    noAwardsThisYear: 'Bisher keine',
    systemNumber: 'System {id}',
    gameNumber: 'Spiel {id}',
    nthMastered: '{nth, selectordinal, =1 {Zuerst} other {Als #.}} gemeistert',
    nthCompleted: '{nth, selectordinal, =1 {Zuerst} other {Als #.}} komplettiert',
    nthBeaten: '{nth, selectordinal, =1 {Zuerst} other {Als #.}} durchgespielt',
    nthBeatenCasual: '{nth, selectordinal, =1 {Zuerst} other {Als #.}} durchgespielt (Casual)',
    firstAward: 'Erste Auszeichnung: {game}, {when}',
    bestMonth:
      'Bester Monat: **{month}** mit {count, plural, one {# Auszeichnung} other {# Auszeichnungen}}',
    thisYear: 'Dieses Jahr: {count, plural, one {# Auszeichnung} other {# Auszeichnungen}}',
    topSystems: 'Meistgespielte Systeme: {systems}',
    systemGames: '{system} ({count, number})',
    milestone: '{nth}: {game}',
    milestoneOn: '{nth}: {game}, {when}',
    alt: 'Statistik von {player} auf RetroAchievements, {count, plural, one {# Spiel} other {# Spiele}}',
    altAwards: 'Auszeichnungen: {awards}',
    altMonths: 'Auszeichnungen {year} nach Monat: {months}',
    altMilestones: 'Meilensteine: {milestones}',
    noPicture:
      '⚠️ Ich kann das Bild gerade nicht zeichnen. Versuche es in einer Minute noch einmal.',
    askedALot:
      'Du hast dir in den letzten Minuten viele Statistiken angesehen. Das geht {when} wieder.',
    library: 'Bibliothek',
  },
  comparison: {
    common: '{count, plural, one {**#** gemeinsames Spiel} other {**#** gemeinsame Spiele}}',
    ahead: 'vorn in **{games, number}**',
    tied: 'gleichauf in **{games, number}**',
    lead: '+{unlocked, number} von {possible, number}',
    leadByAward: 'höhere Auszeichnung',
    leadInHardcore: '+{hardcore, number} Hardcore',
    listMenu: 'Welche Spiele angezeigt werden',
    both: 'Gemeinsame Spiele',
    only: 'Spiele, die nur {player} hat',
    sortLead: 'Größter Vorsprung von {player}',
    sortClosest: 'Knappstes Rennen zuerst',
    noneShared:
      '**{one}** und **{other}** haben keine gemeinsamen Spiele. Wähle unten andere Spiele.',
    noneOnlyOne: '**{other}** hat jedes Spiel von **{one}**. Wähle unten andere Spiele.',
    noneOnlyOther: '**{one}** hat jedes Spiel von **{other}**. Wähle unten andere Spiele.',
    loading: '⏳ **{player}**: {loaded, number} von {total, number} Spielen geladen',
    outdated: '⚠️ **{player}**: gespeicherte Daten, {age} geladen. {reason}',
    same: 'Das ist zweimal derselbe Account. Gib bei {command} in `spieler` oder `gegen` jemand anderen an.',
    noGames:
      '**{player}** hat noch keine Spiele, also gibt es nichts zu vergleichen. Versuche es wieder, sobald die erste Errungenschaft freigeschaltet ist.',
    nobody:
      'Ich weiß nicht, wen ich vergleichen soll. Gib bei {command} in `spieler` oder `gegen` einen RetroAchievements-Benutzernamen an.',
    noOther:
      'Ich weiß nicht, mit wem ich vergleichen soll. Gib bei {command} in `gegen` einen RetroAchievements-Benutzernamen an oder verknüpfe deinen eigenen Account mit {link}.',
    noUser:
      'Ich weiß nicht, mit wem ich vergleichen soll. Gib bei {command} in `spieler` einen RetroAchievements-Benutzernamen an oder verknüpfe deinen eigenen Account mit {link}.',
  },
  failure: {
    ambiguousSystem:
      '„{typed}“ könnte {systems} sein. Gib eins davon in `system` ein oder wähle aus der Liste, die beim Tippen erscheint.',
    noLinkedAccount:
      'Ich weiß nicht, wessen Spiele ich zeigen soll. Gib bei {command} in `spieler` einen RetroAchievements-Benutzernamen an oder verknüpfe deinen eigenen Account mit {link}.',
    memberIsBot:
      '{member} ist ein Bot, und Bots haben keine Spiele auf RetroAchievements. Öffne stattdessen das Menü einer Person.',
    memberNotLinked:
      '{member} hat noch keinen bestätigten RetroAchievements-Account verknüpft. Das geht mit {link}.',
    invalidPlayer:
      '„{typed}“ ist kein RetroAchievements-Benutzername. Benutzernamen haben 2 bis 20 Buchstaben und Ziffern. Du kannst auch einen Profillink einfügen.',
    unknownPlayer:
      'Auf RetroAchievements gibt es niemanden namens **{player}**. Prüfe die Schreibweise oder füge den Profillink ein.',
    accountGone:
      'Diesen Account gibt es auf RetroAchievements nicht mehr. Falls es einen neuen gibt, gib stattdessen dessen Namen ein.',
    accountGoneNamed:
      'Diesen Account gibt es auf RetroAchievements nicht mehr: **{player}**. Falls es einen neuen gibt, gib stattdessen dessen Namen ein.',
    unknownSystem:
      'Ich weiß nicht, welches System „{typed}“ ist. Wähle eins aus der Liste, die beim Tippen erscheint, oder lass `system` weg und nutze das Menü unter den Spielen.',
    network:
      'Ich kann RetroAchievements gerade nicht erreichen. Versuche es in ein paar Minuten noch einmal.',
    timeout:
      'RetroAchievements antwortet gerade nicht. Versuche es in ein paar Minuten noch einmal.',
    status:
      'RetroAchievements hat gerade Probleme (Fehler {status}). Versuche es in ein paar Minuten noch einmal.',
    redirect:
      'RetroAchievements schickt mich zu einer anderen Adresse (Fehler {status}), und dorthin sende ich meinen API-Schlüssel nicht. Wenn das so bleibt, bitte den Betreiber des Bots, `RA_URL` zu prüfen.',
    down: 'RetroAchievements ist gerade nicht verfügbar (Fehler {status}). Versuche es in ein paar Minuten noch einmal.',
    unreadable:
      'RetroAchievements hat etwas geantwortet, das ich nicht lesen kann. Vielleicht wird die Website gerade gewartet. Versuche es in ein paar Minuten noch einmal.',
    emptied:
      'RetroAchievements zeigt hier gerade keine Spiele an. Versuche es in ein paar Minuten noch einmal.',
    rateLimited:
      'Gerade gehen zu viele Anfragen an RetroAchievements. Versuche es {when} noch einmal.',
    ownShare:
      'Du hast in kurzer Zeit viele Spiele abgerufen, jetzt sind erst mal andere dran. Versuche es {when} noch einmal.',
    soon: 'in einer Minute',
    keyRefused:
      'RetroAchievements hat den Web-API-Schlüssel dieses Bots abgelehnt. Bitte den Betreiber des Bots, einen neuen `RA_API_KEY` von retroachievements.org/settings einzutragen.',
    store:
      'Ich kann meine Datenbank gerade nicht erreichen. Es wurde nichts geändert. Versuche es in einer Minute noch einmal.',
    storeSince:
      'Ich kann meine Datenbank gerade nicht erreichen. Die Probleme begannen {since}. Es wurde nichts geändert. Versuche es in einer Minute noch einmal.',
    unexpected:
      'Da ist etwas schiefgelaufen. Versuche es noch einmal. Wenn das so bleibt, schicke dem Betreiber des Bots diesen Code: `{reference}`.',
    unknownCommand:
      'Diesen Befehl gibt es nicht mehr. Tippe `/` ein, um meine aktuellen Befehle zu sehen.',
    strangeOptions:
      'Discord hat eine ältere Version dieses Befehls gesendet. Nutze den Befehl noch einmal. Wenn das nicht hilft, starte Discord neu.',
    unknownChannel:
      'Ich weiß nicht, welchen Kanal du meinst. Nutze den Befehl noch einmal und wähle den Kanal aus der Liste.',
    unknownRole:
      'Ich weiß nicht, welche Rolle du meinst. Nutze den Befehl noch einmal und wähle die Rolle aus der Liste.',
    outdated:
      'Diese Nachricht stammt von einer anderen Version des Bots und funktioniert nicht mehr. Nutze den Befehl noch einmal.',
  },
  help: {
    title: 'Completionist',
    intro:
      'Sieh, was andere auf [RetroAchievements]({site}) gespielt, durchgespielt und gemeistert haben.',
    progress:
      'Blättere durch eine Bibliothek, zehn Spiele pro Seite. Mit Filtern, Sortierung, Suche und Export.',
    random:
      'Ziehe ein zufälliges Spiel für die nächste Runde: ein offenes, wenn du keinen Status wählst.',
    stats:
      'Sieh Auszeichnungen im Lauf der Zeit, nach System und in diesem Jahr, und Meilensteine.',
    compare:
      'Vergleiche zwei Spieler: Wer liegt in welchem Spiel vorn, und welche Spiele fehlen wem?',
    link: 'Verknüpfe deinen RetroAchievements-Account, damit du den Benutzernamen weglassen kannst.',
    game: 'Sieh, wer auf diesem Server ein Spiel gespielt hat und wie weit alle sind.',
    leaderboard:
      'Sieh, wer auf diesem Server die meisten Spiele durchgespielt oder gemeistert hat, und mach mit.',
    unlink: 'Hebe die Verknüpfung wieder auf.',
    privacy: 'Sieh, was ich über dich speichere, lade es herunter oder lösche es.',
    help: 'Zeigt diese Seite.',
    about: 'Zeigt Version und Status des Bots und wie alt seine Daten sind.',
    line: '{commands}: {text}',
    announcementsTitle: 'Ankündigungen',
    announcementsSetup:
      'Lass posten, welche Spiele jemand durchspielt und meistert, live oder als Zusammenfassung.',
    announcementsPlayers: 'Wähle aus, über wen gepostet wird, und sieh dir die Liste an.',
    announcementsStatus: 'Suche nach Problemen oder poste ein Beispiel.',
    announcementsPause: 'Pausiere Ankündigungen, setze sie fort oder entferne sie.',
    announcementsWho: 'Dafür brauchst du die Berechtigung **Server verwalten**.',
    buttonsTitle: 'Buttons',
    buttons:
      'Buttons laufen nie ab. Drückst du einen auf der Seite von jemand anderem, bekommst du eine Kopie, die nur du siehst. Mit dem mittleren Button springst du zu einer Seite.',
    marksTitle: 'Symbole',
    casualMarks: '`CA` Alles im Casual-Modus freigeschaltet · `ca` Ein Teil davon',
    privateTitle: 'Private Antworten',
    private:
      'Füge einem Befehl, der Spiele oder Spieler zeigt, zum Beispiel {command}, `privat:True` hinzu, dann siehst nur du die Antwort.',
  },
  about: {
    version: 'Version',
    uptime: 'Gestartet',
    site: 'RetroAchievements',
    siteUnknown: 'Noch nicht geprüft',
    siteOk: 'Letzte Antwort {when}',
    siteFailing: 'Die Probleme begannen {since}',
    data: 'Daten',
    dataNone: 'Noch nichts geladen',
    dataAge: '{count, plural, one {# Bibliothek} other {# Bibliotheken}}, zuletzt {newest} geladen',
    gateway: 'Discord',
    gatewayLatency: 'Verbunden ({ms, number} ms)',
    gatewayUnknown: 'Verbunden',
  },
  invite: {
    text: '**Willst du, dass deine Spiele hier gepostet werden?** Drücke auf **Meine Spiele posten**, und ich poste in {channel}, welche Spiele du durchspielst und meisterst. Du brauchst nur einen RetroAchievements-Account. Mit **Beenden** kommst du jederzeit wieder von der Liste.',
    join: 'Meine Spiele posten',
    leave: 'Beenden',
    slow: 'Meine Datenbank ist gerade langsam, deshalb konnte ich dich nicht rechtzeitig nach deinem Benutzernamen fragen. Drücke in einer Minute noch einmal auf **Meine Spiele posten**.',
    posted: 'Ich habe die Einladung in {channel} gepostet.',
    modalLabel: 'Dein RetroAchievements-Benutzername',
    joined:
      '✅ Ich poste in {channel}, welche Spiele **{player}** durchspielt und meistert. Wenn du das nicht mehr willst, drücke unter der Einladung auf **Beenden**.',
    already: 'In {channel} poste ich die Spiele von **{player}** schon.',
    left: 'In {channel} poste ich die Spiele von **{player}** nicht mehr.',
    notThere: 'In {channel} poste ich deine Spiele nicht.',
    unlinked:
      'Ich weiß nicht, welcher Account deiner ist. Verknüpfe und bestätige ihn mit {link} und drücke dann noch einmal auf **Beenden**.',
    unverified:
      'Du hast **{player}** noch nicht bestätigt. Mach das mit {link} und drücke dann noch einmal auf **Beenden**.',
    gone: 'In {channel} gibt es keine Ankündigungen mehr.',
  },
  privacy: {
    addedThemselves:
      '**Von dir selbst eingetragen**: Deine Spiele werden in {count, plural, one {# Kanal} other {# Kanälen}} gepostet, weil du dort auf **Meine Spiele posten** gedrückt hast.',
    title: 'Was ich über dich speichere',
    nothing:
      'Nichts. Ich speichere nur etwas über dich, wenn du einen Account verknüpfst, Ankündigungen einrichtest oder Spieler abrufst.',
    linked: '**RetroAchievements-Account**: **{player}**, {when} verknüpft, noch nicht bestätigt',
    code: '**Code für dein Motto**: {code}, läuft {when} ab',
    codeExpired: '**Code für dein Motto**: {code}, {when} abgelaufen',
    linkedVerified:
      '**RetroAchievements-Account**: **{player}**, {when} verknüpft und {verified} als deiner bestätigt',
    announced:
      '**Ankündigungen**: Deine Spiele werden in {count, plural, one {# Kanal} other {# Kanälen}} gepostet. Ich speichere, welche deiner Auszeichnungen dort schon gepostet wurden.',
    here: 'Auf diesem Server: {channels}.',
    denied:
      '**Ankündigungen**: Deine Spiele werden nie gepostet, und niemand kann dich auf eine Liste setzen.',
    manages:
      '**Von dir eingerichtet**: die Ankündigungen von {count, plural, one {# Kanal} other {# Kanälen}}. Wenn sie pausieren müssen, schicke ich dir eine Direktnachricht.',
    games:
      '**Spiele**: {count, plural, one {# Spiel von **{player}** mit Auszeichnung} other {# Spiele von **{player}** mit Auszeichnungen}} und Fortschritt, für `/game` und Ranglisten.',
    boards: '**Ranglisten**: {sentences}',
    leaderboards:
      'Du bist {count, plural, one {der Rangliste von # Server} other {den Ranglisten von # Servern}} beigetreten.',
    leftLeaderboards:
      'Du hast {count, plural, one {die Rangliste von # Server verlassen, also zeigt sie dich nicht} other {die Ranglisten von # Servern verlassen, also zeigen sie dich nicht}}.',
    lookedUp:
      '**Zuletzt abgerufene Spieler**: {players}. Ich schlage sie dir beim Tippen vor und vergesse sie, wenn ich neu starte.',
    public:
      'Kopien öffentlicher Seiten von RetroAchievements hebe ich bis zu einen Tag lang auf, für alle.',
    policy: '[Datenschutzerklärung und Nutzungsbedingungen]({url})',
    download: 'Daten herunterladen',
    delete: 'Daten löschen',
    deny: 'Nie über mich posten',
    allow: 'Posts über mich erlauben',
    file: 'Alles, was ich über dich speichere:',
    confirm: 'Löschen',
    keep: 'Behalten',
    deleteTitle: 'Deine Daten löschen?',
    deleteAsk: 'Das kannst du nicht rückgängig machen. Ich vergesse:',
    deletesLink: 'dass du **{player}** verknüpft hast',
    deletesGames:
      'die gespeicherten Spiele von **{player}**, außer ein Server postet sie oder jemand anderes hat den Account verknüpft',
    deletesOwnGames: 'die gespeicherten Spiele von **{player}**, außer ein Server postet sie',
    deletesLeaderboards:
      'dass du {count, plural, one {der Rangliste von # Server} other {den Ranglisten von # Servern}} beigetreten bist oder sie verlassen hast',
    deletesAnnouncements:
      'dass du dich für Ankündigungen in {count, plural, one {# Kanal} other {# Kanälen}} eingetragen hast, mit allem, was dort noch gepostet werden soll',
    deletesManager:
      'dass du die Ankündigungen von {count, plural, one {# Kanal} other {# Kanälen}} eingerichtet hast: Sie laufen weiter, aber wenn sie pausieren müssen, kann ich dir nicht Bescheid sagen',
    deletesLookedUp: 'welche Spieler du zuletzt abgerufen hast',
    staysAnnounced:
      'Das Serverteam hat **{player}** in {count, plural, one {# Kanal} other {# Kanälen}} auf die Liste gesetzt, und das bleibt so. Wenn du das auch nicht willst, drücke auf **Behalten** und dann auf **Nie über mich posten**.',
    staysDenied: '**{player}** bleibt auf meiner Liste der Accounts, über die ich nie poste.',
    staysPosted: 'Was ich schon gepostet habe, bleibt in seinem Kanal.',
    kept: 'Es wurde nichts gelöscht.',
    deletedAnnounced:
      '**{player}** steht noch auf Listen, die das Serverteam angelegt hat. Wenn du das nicht willst, verknüpfe und bestätige den Account noch einmal und nutze dann {privacy}.',
    deleted: 'Gelöscht. Ich speichere nichts mehr über dich.',
    deletedManager:
      'Die Ankündigungen, die du eingerichtet hast, laufen weiter. Wenn sie pausieren müssen, bekommt aber niemand eine Nachricht von mir, bis dort jemand {setup} nutzt.',
    deletedDenied:
      'Gelöscht. Ich merke mir nur, dass ich über **{player}** nie poste. Wenn du das ändern willst, verknüpfe und bestätige den Account noch einmal.',
    nowDenied: 'Über **{player}** poste ich nie wieder.',
    removedFrom: 'Ich habe dich aus {count, plural, one {# Kanal} other {# Kanälen}} entfernt.',
    nowAllowed:
      'Über **{player}** darf wieder gepostet werden, sobald dich jemand auf eine Liste setzt.',
    shownAgain:
      'Du stehst wieder auf {count, plural, one {der Rangliste von # Server} other {den Ranglisten von # Servern}}.',
    notVerified:
      'Du hast diesen Account noch nicht bestätigt. Nutze {link}, schreibe den Code in dein Motto und drücke auf **Prüfen**.',
  },
  link: {
    linked:
      'Du bist jetzt mit **{player}** verknüpft. Ab jetzt zeigt {progress} deine eigenen Spiele, wenn du `spieler` weglässt.',
    renamed: '**{former}** heißt jetzt **{player}**.',
    prove:
      'Ist das dein Account? Schreibe diesen Code irgendwo in dein Motto, in deinen [RetroAchievements-Einstellungen](<{settings}>), und drücke dann auf **Prüfen**:',
    expires:
      'Der Code läuft {when} ab. Nur du brauchst ihn, und danach kannst du ihn wieder aus deinem Motto löschen.',
    check: 'Prüfen',
    profile: 'Profil ansehen',
    verified:
      '✅ **{player}** ist dein Account und ist bestätigt. Du kannst den Code wieder aus deinem Motto löschen. Mit {unlink} hebst du die Verknüpfung auf.',
    expired: 'Dieser Code ist abgelaufen. Hier ist ein neuer.',
    noMotto:
      'Ich finde den Code nicht: **{player}** hat noch kein Motto. Speichere es auf RetroAchievements und drücke dann noch einmal auf **Prüfen**.',
    otherMotto:
      'Ich finde den Code nicht. Das Motto von **{player}** ist „{motto}“. Speichere den Code auf RetroAchievements und drücke dann noch einmal auf **Prüfen**.',
    gone: 'Du bist nicht mit diesem Account verknüpft. Mit {link} verknüpfst du einen.',
    none: 'Du hast noch keinen Account verknüpft. Das geht mit {link}.',
    noIdentity:
      'RetroAchievements verrät gerade nicht, welcher Account **{player}** ist. Versuche es in ein paar Minuten noch einmal.',
    unlinked: 'Du bist nicht mehr mit **{player}** verknüpft.',
    stillDenied:
      'Über **{player}** poste ich weiterhin nie. Wenn du das ändern willst, verknüpfe und bestätige den Account noch einmal und nutze dann {privacy}.',
    stillAnnounced:
      'Die Spiele von **{player}** werden noch in {count, plural, one {# Kanal} other {# Kanälen}} gepostet.',
    stopThere: 'Wenn du das nicht mehr willst, drücke dort unter der Einladung auf **Beenden**.',
    stopVerified:
      'Wenn du das nicht mehr willst, verknüpfe und bestätige den Account noch einmal. Drücke dann dort unter der Einladung auf **Beenden**, oder nutze {privacy}.',
    denied: 'Über **{player}** poste ich nie. Das kannst du mit {privacy} ändern.',
    mention: 'Gib deinen RetroAchievements-Benutzernamen ein, keine Erwähnung.',
    me: 'Gib deinen RetroAchievements-Benutzernamen ein. „me“ geht nur bei anderen Befehlen, wenn dein Account verknüpft ist.',
    replace:
      '**{player}** ist dein bestätigter Account. Wenn du stattdessen **{other}** verknüpfst, vergesse ich, dass **{player}** dir gehört, und **{other}** zählt erst als deiner, wenn du ihn bestätigt hast.',
    replaceYes: '{other} verknüpfen',
    replaceNo: '{player} behalten',
    otherVerified:
      '**{player}** ist dein bestätigter Account. Wenn du einen anderen nutzen willst, verknüpfe ihn zuerst mit {link}.',
    onLeaderboard:
      'Du stehst auf der Rangliste dieses Servers: {leaderboard}. Mit **Verlassen** kommst du dort wieder herunter.',
    onLeaderboardSoon: 'Sobald er bestätigt ist, stehst du auch auf der Rangliste dieses Servers.',
  },
  game: {
    players: '{count, plural, one {# Spieler hier hat} other {# Spieler hier haben}} dieses Spiel',
    you: '← du',
    notYours: 'Du hast dieses Spiel noch nicht.',
    unverified: 'Um deinen eigenen Platz zu sehen, bestätige deinen Account mit {link}.',
    hidden:
      'Du wirst auf diesem Server nicht angezeigt. Das kannst du unter {leaderboard} mit **Mitmachen** ändern.',
    elsewhere: 'Dein Platz: **{place, number}**',
    nobody: 'Soweit ich weiß, hat hier niemand dieses Spiel.',
    unknown:
      'Soweit ich weiß, hat hier niemand ein Spiel namens „{typed}“. Prüfe die Schreibweise oder wähle eins aus der Liste, die beim Tippen erscheint.',
    ambiguous:
      '„{typed}“ könnte {games} sein. Wähle eins aus der Liste, die beim Tippen erscheint.',
    many: '„{typed}“ passt zu vielen Spielen. Wähle eins aus der Liste, die beim Tippen erscheint.',
    notInServer:
      'Wer ein Spiel hat, kann ich nur auf einem Server sagen. Nutze diesen Befehl in einem Serverkanal.',
    otherServer: 'Diese Liste gehört zu einem anderen Server. Mit {game} siehst du die von hier.',
  },
  leaderboard: {
    title: 'Rangliste',
    week: 'Diese Woche',
    month: 'Diesen Monat',
    year: 'Dieses Jahr',
    all: 'Insgesamt',
    since: '{period}, seit {when}',
    any: 'Alle Auszeichnungen',
    beaten: 'Durchgespielt',
    mastered: 'Gemeistert',
    hardcore: 'Hardcore',
    casual: 'Hardcore und Casual',
    place: '**{place, number}.** {player} · {count, plural, one {# Spiel} other {# Spiele}}',
    own: 'Dein Platz: **{place, number}** mit {count, plural, one {# Spiel} other {# Spielen}}',
    ownNoGames: 'Du hast noch keine Spiele, die hier zählen.',
    ownNoGamesThen: 'Du hast noch keine Spiele, die in diesem Zeitraum zählen.',
    ownUntracked:
      'Du hast keinen Platz, weil RetroAchievements deinen Account nicht in seine Ranglisten aufnimmt.',
    ownNotHere: 'Du stehst nicht auf dieser Rangliste. Drücke auf **Mitmachen**, um dabei zu sein.',
    ownUnverified: 'Um auf dieser Rangliste zu stehen, bestätige deinen Account mit {link}.',
    ownUnlinked: 'Um deinen Platz zu sehen, verknüpfe deinen Account mit {link}.',
    loading:
      '⏳ {count, plural, one {Die Spiele von # Spieler} other {Die Spiele von # Spielern}} werden noch geladen.',
    noGames: 'Hier hat noch niemand ein Spiel, das zählt.',
    noGamesThen: 'Hier hat noch niemand ein Spiel, das in diesem Zeitraum zählt.',
    nobody:
      'Auf der Rangliste dieses Servers steht noch niemand. Verknüpfe deinen Account mit {link}, um mitzumachen. Auch Spieler, deren Spiele hier gepostet werden, stehen darauf: Das Serverteam fügt sie mit {track} hinzu.',
    join: 'Mitmachen',
    leave: 'Verlassen',
    joined: '✅ **{player}** steht jetzt auf der Rangliste dieses Servers.',
    left: '**{player}** steht nicht mehr auf der Rangliste dieses Servers. Drücke auf **Mitmachen**, um zurückzukommen.',
    leftUnverified:
      'Wenn du **{player}** bestätigst, kommt der Account damit nicht mehr auf die Rangliste dieses Servers. Um danach dabei zu sein, drücke auf **Mitmachen**.',
    notVerified:
      'Dafür brauchst du einen bestätigten Account. Nutze {link}, schreibe den Code in dein Motto und drücke auf **Prüfen**.',
    denied:
      'Dein Account wird auf Servern nicht angezeigt, weil du **Nie über mich posten** gewählt hast. Das kannst du mit {privacy} ändern.',
    notInServer: 'Ranglisten gibt es nur auf Servern. Nutze diesen Befehl in einem Serverkanal.',
    elsewhere:
      'Diese Rangliste gehört zu einem anderen Server. Mit {leaderboard} siehst du die von hier.',
  },
  post: {
    beatenAndMastered: 'Durchgespielt und gemeistert',
    beatenAndCompleted: 'Durchgespielt und komplettiert (Casual)',
    beatenThenCompleted: 'In Hardcore durchgespielt, in Casual komplettiert',
    achievements:
      '{unlocked, number} von {count, plural, one {# Errungenschaft} other {# Errungenschaften}}',
    partlyHardcore: '{hardcore, number} in Hardcore',
    nthMastered: '**{nth, selectordinal, =1 {Erstes} other {#.}}** gemeistertes Spiel',
    nthCompleted: '**{nth, selectordinal, =1 {Erstes} other {#.}}** komplettiertes Spiel',
    nthBeaten: '**{nth, selectordinal, =1 {Erstes} other {#.}}** durchgespieltes Spiel',
    onSystemMastered:
      '**{nth, selectordinal, =1 {Erstes} other {#.}}** gemeistertes Spiel auf {system}',
    onSystemCompleted:
      '**{nth, selectordinal, =1 {Erstes} other {#.}}** komplettiertes Spiel auf {system}',
    onSystemBeaten:
      '**{nth, selectordinal, =1 {Erstes} other {#.}}** durchgespieltes Spiel auf {system}',
    sample: 'Das ist eine Beispiel-Ankündigung.',
    awards: '{count, plural, one {# Spiel} other {# Spiele}}',
    // After „von“.
    players: '{count, plural, one {# Spieler} other {# Spielern}}',
    games: '{count, plural, one {# Spiel} other {# Spiele}}',
    finished: '{player} hat {awards} geschafft',
    finishedByPlayers: '{awards} von {players} geschafft',
    digest: 'Zusammenfassung: {games} von {players} geschafft',
    digestHourly: 'Stündliche Zusammenfassung: {games} von {players} geschafft',
    digestDaily: 'Tägliche Zusammenfassung: {games} von {players} geschafft',
    digestWeekly: 'Wöchentliche Zusammenfassung: {games} von {players} geschafft',
    digestMonthly: 'Monatliche Zusammenfassung: {games} von {players} geschafft',
    countOfKind: '{mark} {earned, number}',
    topPlayers: 'Top-Spieler in Hardcore',
    ranked: '**{place, number}.** {player} · {count, plural, one {# Spiel} other {# Spiele}}',
    playerWithGames: '**{player}** ({games, number})',
    rankedCasual: '{ranked} (+{casual, number} Casual)',
    moreGames: '… und {count, plural, one {# weiteres} other {# weitere}}',
    morePlayers: '… und {count, plural, one {# weiterer Spieler} other {# weitere Spieler}}',
    fullList: 'Ganze Liste',
    listGone:
      'Diese Zusammenfassung gibt es nicht mehr: Die Ankündigungen wurden entfernt, oder von diesen Spielern steht niemand mehr auf der Liste.',
  },
  pauseNotice: {
    title: 'Ankündigungen pausiert',
    where: 'Discord lässt mich in {channel} nicht posten ([Kanal öffnen]({url})).',
    unknownChannel:
      'Den Kanal gibt es nicht mehr. Richte die Ankündigungen in einem anderen Kanal ein.',
    missingAccess: 'Ich kann den Kanal nicht sehen. Gib mir dort **Kanal ansehen**.',
    missingPermissions:
      'Mir fehlt eine Berechtigung. Gib mir dort **Kanal ansehen**, **Nachrichten senden** und **Links einbetten**. In einem Thread brauche ich außerdem **Nachrichten in Threads senden**.',
    threadLocked:
      'Der Thread ist geschlossen oder gesperrt. Öffne und entsperre ihn oder gib mir dort **Threads verwalten**.',
    wrongChannelType:
      'In dieser Art von Kanal kann ich nicht posten. Richte die Ankündigungen in einem Textkanal, Ankündigungskanal oder Thread ein.',
    notInServer: 'Ich bin nicht mehr auf dem Server. Füge mich wieder hinzu.',
    refused: 'Discord nennt diesen Grund: „{words}“.',
    unknownTimezone:
      'Ich kenne die Zeitzone {timezone} nicht mehr. Wähle mit `zeitzone` eine andere.',
    whereZone: 'Ich kann in {channel} keine Zusammenfassungen planen ([Kanal öffnen]({url})).',
    more: 'Dasselbe gilt für {count, plural, one {# weiteren Kanal} other {# weitere Kanäle}}.',
    startOver:
      'Bei einem gelöschten Kanal nutze {command} auf dem Server. Seine Spieler kannst du in einen anderen Kanal übernehmen.',
    kept: 'Ich hebe neue Auszeichnungen {count, plural, one {# Tag} other {# Tage}} lang auf und mache von selbst weiter, sobald ich wieder posten kann. Wenn du es gleich versuchen willst, nutze {command} auf dem Server.',
  },
  feedKinds: {
    all: 'Alle Auszeichnungen (Hardcore und Casual)',
    beaten: 'Durchgespielt (Hardcore oder Casual)',
    mastered: 'Gemeistert',
    hardcore: 'Durchgespielt und gemeistert (nur Hardcore)',
  },
  cadence: {
    live: 'Live',
    hourly: 'Stündliche Zusammenfassung',
    daily: 'Tägliche Zusammenfassung',
    weekly: 'Wöchentliche Zusammenfassung',
    monthly: 'Monatliche Zusammenfassung',
  },
  weekday: {
    monday: 'Montag',
    tuesday: 'Dienstag',
    wednesday: 'Mittwoch',
    thursday: 'Donnerstag',
    friday: 'Freitag',
    saturday: 'Samstag',
    sunday: 'Sonntag',
  },
  permission: {
    viewChannel: 'Kanal ansehen',
    sendMessages: 'Nachrichten senden',
    sendMessagesInThreads: 'Nachrichten in Threads senden',
    embedLinks: 'Links einbetten',
    readMessageHistory: 'Nachrichtenverlauf anzeigen',
    mentionEveryone: 'Erwähne @everyone, @here und „Alle Rollen“',
    manageThreads: 'Threads verwalten',
  },
  feed: {
    channel: 'Kanal',
    kinds: 'Auszeichnungen',
    schedule: 'Zeitplan',
    role: 'Pings',
    language: 'Sprache',
    noRole: 'Niemand',
    players: 'Spieler auf der Liste',
    playerCount: '{count, number} von {limit, number}',
    daily: '{digest} um {time} ({timezone})',
    weekly: '{digest} am {weekday} um {time} ({timezone})',
    monthly: '{digest} am 1. um {time} ({timezone})',
    next: 'Nächste: {when}',
    stillPaused: '⏸️ Die Ankündigungen sind noch pausiert. Mit {resume} geht es weiter.',
  },
  setup: {
    isSetUp: 'Ankündigungen eingerichtet',
    isChanged: 'Ankündigungen geändert',
    unusedOptions:
      'ℹ️ Dieser Zeitplan braucht {options} nicht. Das bleibt gespeichert, bis du einen anderen `zeitplan` wählst.',
    dropped:
      'ℹ️ {count, plural, one {# wartende Auszeichnung passt nicht mehr zu diesen Einstellungen und wird} other {# wartende Auszeichnungen passen nicht mehr zu diesen Einstellungen und werden}} nicht gepostet.',
    trackNext: 'Füge als Nächstes mit {track} Spieler hinzu.',
    testNext: 'Poste mit {test} ein Beispiel oder füge mit {track} weitere Spieler hinzu.',
    otherChannel:
      'Diese Einstellungen gelten für {channel}, den einzigen Kanal auf diesem Server mit Ankündigungen. Willst du auch in diesem Kanal welche, nutze {setup} und wähle ihn als `kanal`.',
  },
  access: {
    missing:
      '⚠️ Ich kann in {channel} nicht posten. Gib mir {permissions} unter Kanal bearbeiten > Berechtigungen (bei einem Thread in dessen Kanal).',
    advised: '⚠️ Gib mir in {channel} auch {permissions}.',
    noHistory:
      '⚠️ Gib mir **Nachrichtenverlauf anzeigen** in {channel}. Sonst poste ich nach einer Unterbrechung vielleicht etwas doppelt.',
    silentRole:
      '⚠️ Ich kann {role} nicht pingen. Schalte unter Servereinstellungen > Rollen **Jedem erlauben, diese Rolle zu @erwähnen** ein oder gib mir **Erwähne @everyone, @here und „Alle Rollen“** in {channel}.',
    roleGone:
      '⚠️ Die Rolle zum Pingen wurde gelöscht, also pinge ich niemanden. Wähle mit `rolle` in {setup} eine andere.',
    unknown:
      'ℹ️ Ich konnte meine Berechtigungen im Kanal nicht prüfen. Versuche es in einer Minute noch einmal.',
  },
  track: {
    tracked:
      '**{player}** steht jetzt in {channel} auf der Liste ({count, number} von {limit, number} Spielern).',
    trackedSeveral:
      'Jetzt in {channel} auf der Liste: {players} ({count, number} von {limit, number} Spielern).',
    live: 'Neue Auszeichnungen poste ich sofort.',
    digest: 'Neue Auszeichnungen kommen in die nächste Zusammenfassung: {when}.',
    paused: '⏸️ Dort sind die Ankündigungen pausiert. Mit {resume} geht es weiter.',
    already: 'ℹ️ Schon auf der Liste: {players}.',
    unknown:
      '⚠️ Auf RetroAchievements nicht gefunden: {players}. Prüfe die Schreibweise oder füge Profillinks ein.',
    invalid:
      '⚠️ {count, plural, one {Kein RetroAchievements-Benutzername} other {Keine RetroAchievements-Benutzernamen}}: {players}. Benutzernamen haben 2 bis 20 Buchstaben und Ziffern.',
    notLinked:
      '⚠️ Kein bestätigter Account: {players}. Mitglieder können ihren mit {link} verknüpfen und bestätigen.',
    denied:
      '⚠️ Nicht auf der Liste, weil sie keine Posts über sich wollen: {players}. Das können sie mit {privacy} ändern.',
    noIdentity:
      '⚠️ RetroAchievements hat für {players} keine ID gesendet, also kann ich sie noch nicht auf die Liste setzen. Versuche es in ein paar Minuten noch einmal.',
    full: '⚠️ Kein Platz für {players}: Mehr als {limit, number} Spieler gehen nicht. Entferne jemanden mit {untrack} oder richte einen weiteren Kanal ein.',
    unanswered: '⚠️ Noch nicht auf der Liste: {players}. {reason}',
    unsaved:
      '⚠️ Noch nicht auf der Liste: {players}. Ich kann meine Datenbank gerade nicht erreichen. Versuche es in einer Minute noch einmal.',
  },
  untrack: {
    untracked: '**{player}** steht in {channel} nicht mehr auf der Liste.',
    untrackedSeveral: 'In {channel} nicht mehr auf der Liste: {players}.',
    notTracked:
      '⚠️ In {channel} nicht auf der Liste: {players}. Mit {list} siehst du, wer darauf steht.',
    dropped:
      '{count, plural, one {# wartende Auszeichnung wird} other {# wartende Auszeichnungen werden}} nicht mehr gepostet.',
  },
  list: {
    title: 'Spieler auf der Liste',
    head: '{channel}: {count, number} von {limit, number}',
    player: '{player} · seit {when}',
    byThemselves: '{player} · seit {when} · von {member} selbst eingetragen',
    empty: 'In {channel} steht noch niemand auf der Liste. Füge mit {track} jemanden hinzu.',
    footer:
      '{shown, plural, one {Spieler {first, number}} other {Spieler {first, number}–{last, number}}} von {count, number} · Seite {page, number} von {pages, number}',
  },
  feedStatus: {
    title: 'Ankündigungen',
    fine: '✅ Alles läuft.',
    nobody: 'ℹ️ Es steht noch niemand auf der Liste. Füge mit {track} jemanden hinzu.',
    pausedByManager:
      '⏸️ Das Serverteam hat die Ankündigungen {since} pausiert. Mit {resume} geht es weiter.',
    pausedByDiscord:
      '⛔ Ich habe {since} pausiert, weil Discord mich nicht posten lässt. {reason} Sobald ich wieder posten kann, mache ich von selbst weiter. Wenn du es gleich versuchen willst, nutze {resume}.',
    pausedByZone:
      '⛔ Ich habe {since} pausiert, weil ich die Zeitzone {timezone} nicht mehr kenne. Wähle mit {setup} eine andere.',
    pausedByVersion:
      '⛔ Ich habe {since} pausiert, weil eine neuere Version von mir hier Einstellungen gespeichert hat, die ich nicht lesen kann. Aktualisiere mich oder richte alles mit {setup} neu ein.',
    channelDeleted:
      '⛔ Ich habe {since} pausiert, weil es den Kanal nicht mehr gibt. Richte mit {setup} Ankündigungen in einem anderen Kanal ein.',
    backAgain: '▶️ Ich kann hier wieder posten, also geht es mit den Ankündigungen weiter.',
    refusing:
      '⚠️ Discord lehnt meine Ankündigungen hier ab. Das begann {since}. Ich versuche es noch ein paar Minuten, bevor ich pausiere.',
    refusals:
      '⚠️ Ich konnte {count, plural, one {# Ankündigung nicht posten, auch nicht als einfachen Text. Der} other {# Ankündigungen nicht posten, auch nicht als einfachen Text. Der letzte}} Grund: „{words}“. Nutze innerhalb von 7 Tagen {resume}, um es noch einmal zu versuchen.',
    postsFailing:
      '⚠️ Discord nimmt meine Ankündigungen hier nicht an. Die Probleme begannen {since}. Ich versuche es weiter, es geht nichts verloren.',
    failing:
      '⚠️ Ich kann keine neuen Auszeichnungen von RetroAchievements abrufen. Die Probleme begannen {since}. Ich versuche es weiter und poste dann alles nach.',
    unread:
      '⚠️ Ich habe in letzter Zeit nicht nach neuen Auszeichnungen gesehen. Die Probleme begannen {since}. Ich poste alles nach. Wenn das so bleibt, sage dem Betreiber des Bots Bescheid.',
    unsaved:
      '⚠️ Ich kann nichts in meine Datenbank schreiben, also wird nichts Neues gepostet. Die Probleme begannen {since}. Ich poste alles nach. Wenn das so bleibt, sage dem Betreiber des Bots Bescheid.',
    late: '⏳ Die Ankündigungen sind spät dran: Die älteste war {since} fertig. Ich poste sie, so schnell Discord mich lässt.',
    lastPoll: 'Zuletzt abgefragt',
    notYet: 'Noch nicht',
    lastPost: 'Zuletzt gepostet',
    noPost: 'Noch nicht',
    waiting: 'Wartet',
    waitingCount: '{count, plural, one {# Auszeichnung} other {# Auszeichnungen}}',
    waitingNone: 'Nichts',
    setUpAt: 'Eingerichtet',
    setUpBy: '{when}, zuletzt geändert von {manager}',
    setUpByNobody:
      '{when}. Wenn die Ankündigungen pausieren, bekommt niemand eine Nachricht, bis jemand {setup} nutzt.',
  },
  sample: {
    posted: 'Ich habe in {channel} ein Beispiel gepostet, ohne jemanden zu pingen.',
  },
  pause: {
    paused:
      '⏸️ Die Ankündigungen in {channel} sind pausiert. Neue Auszeichnungen hebe ich {count, plural, one {# Tag} other {# Tage}} lang auf. Mit {resume} poste ich sie.',
  },
  resume: {
    resumed: '▶️ In {channel} geht es mit den Ankündigungen weiter.',
    nothing: 'Es haben keine Auszeichnungen gewartet.',
    live: 'Ich poste {count, plural, one {# Auszeichnung, die gewartet hat} other {# Auszeichnungen, die gewartet haben}}.',
    now: 'Die Zusammenfassung mit {count, plural, one {# Auszeichnung} other {# Auszeichnungen}} wird jetzt gepostet.',
    digest:
      '{count, plural, one {# Auszeichnung wartet} other {# Auszeichnungen warten}} auf die nächste Zusammenfassung: {when}.',
    retried:
      '🔁 Ich versuche es noch einmal mit {count, plural, one {# abgelehnten Ankündigung} other {# abgelehnten Ankündigungen}}.',
  },
  takeAlong: {
    leftBehind:
      'ℹ️ Im gelöschten Kanal {channel} {count, plural, one {steht noch # Spieler} other {stehen noch # Spieler}} auf der Liste. Du kannst sie hierher übernehmen.',
    help: 'Dieser Kanal wurde gelöscht. Mit {remove} nimmst du alle seine Spieler von der Liste.',
    move: '{count, plural, one {# Spieler} other {# Spieler}} übernehmen',
    see: 'Diese Spieler ansehen',
    moved: '{count, plural, one {# Spieler} other {# Spieler}} nach {channel} übernommen.',
    awards:
      'Mit dabei: {count, plural, one {# wartende Auszeichnung} other {# wartende Auszeichnungen}}.',
    noRoom:
      '⚠️ Für {count, plural, one {# Spieler} other {# Spieler}} war kein Platz: Mehr als {limit, number} gehen nicht. Entferne jemanden mit {untrack} und drücke dann noch einmal auf den Button.',
  },
  remove: {
    ask: 'Ankündigungen aus {channel} entfernen?',
    loss: 'Das löscht {loss} und lässt sich nicht rückgängig machen. Für eine Pause nutze stattdessen {pause}.',
    yes: 'Entfernen',
    no: 'Abbrechen',
    removed: '🗑️ Ankündigungen aus {channel} entfernt. Gelöscht: {loss}.',
    kept: 'Es wurde nichts entfernt.',
    settings: 'die Einstellungen',
    unposted:
      '{count, plural, one {# noch nicht gepostete Auszeichnung} other {# noch nicht gepostete Auszeichnungen}}',
    trackedPlayers:
      '{count, plural, one {# Spieler auf der Liste} other {# Spieler auf der Liste}}',
  },
  feedRefusal: {
    denied:
      '**{player}** will keine Posts über sich. Das kann nur **{player}** selbst mit {privacy} ändern.',
    notInServer: 'Ankündigungen gibt es nur auf Servern. Nutze diesen Befehl in einem Serverkanal.',
    notManager:
      'Dafür brauchst du die Berechtigung **Server verwalten**. Frage jemanden aus dem Serverteam.',
    noFeeds: 'Dieser Server hat noch keine Ankündigungen. Richte sie mit {setup} ein.',
    noFeedThere: '{channel} hat keine Ankündigungen. Richte dort mit {setup} welche ein.',
    feedsElsewhere:
      '{channel} hat keine Ankündigungen. Richte dort mit {setup} welche ein oder wähle einen Kanal, der welche hat: {channels}.',
    severalFeeds:
      'Dieser Server hat Ankündigungen in mehreren Kanälen: {channels}. Wähle einen mit `kanal`.',
    forumItself:
      'In {channel} kann ich nicht direkt posten. Erstelle dort einen Post und wähle ihn dann als `kanal`.',
    wrongChannelType:
      'In {channel} kann ich nicht posten. Wähle einen Textkanal, Ankündigungskanal oder Thread als `kanal`.',
    channelGone:
      'Diesen Kanal gibt es nicht mehr, oder er ist auf einem anderen Server. Wähle mit {setup} einen anderen. Die Ankündigungen eines gelöschten Kanals entfernst du mit {remove}.',
    channelHidden:
      'Ich kann {channel} nicht sehen. Gib mir **Kanal ansehen** unter Kanal bearbeiten > Berechtigungen (bei einem Thread in dessen Kanal) und versuche es noch einmal. Es wurde nichts geändert.',
    missingPermissions:
      'Ich kann in {channel} nicht posten. Gib mir {permissions} unter Kanal bearbeiten > Berechtigungen (bei einem Thread in dessen Kanal) und versuche es noch einmal. Es wurde nichts geändert.',
    accessUnknown:
      'Ich konnte meine Berechtigungen dort nicht prüfen. Es wurde nichts geändert. Versuche es in einer Minute noch einmal.',
    unknownTimezone:
      '„{typed}“ ist keine Zeitzone, die ich kenne. Tippe eine Stadt ein und wähle aus der Liste, oder gib einen Namen wie `Europe/Berlin`, `America/New_York` oder `UTC` ein. Es wurde nichts geändert.',
    ambiguousTimezone:
      '„{typed}“ könnte {timezones} sein. Gib eine davon in `zeitzone` ein oder wähle aus der Liste, die beim Tippen erscheint. Es wurde nichts geändert.',
    noIdentity:
      'RetroAchievements hat für **{player}** keine ID gesendet, also geht das noch nicht. Versuche es in ein paar Minuten noch einmal.',
    alreadyTracked: '**{player}** steht in {channel} schon auf der Liste.',
    alreadyTrackedRenamed:
      '**{player}** steht in {channel} schon auf der Liste. Der Name war früher **{former}**.',
    tooManyNames:
      'Du kannst bis zu {limit, number} Spieler auf einmal hinzufügen, und das sind {count, number}. Es wurde nichts geändert. Nutze {track} mehrmals.',
    tooManyToUntrack:
      'Du kannst bis zu {limit, number} Spieler auf einmal entfernen, und das sind {count, number}. Es wurde nichts geändert. Nutze {untrack} mehrmals.',
    feedFull:
      'In {channel} stehen schon {limit, number} Spieler auf der Liste, mehr gehen nicht. Entferne jemanden mit {untrack} oder richte einen weiteren Kanal ein.',
    notTracked:
      '„{typed}“ steht in {channel} nicht auf der Liste. Mit {list} siehst du, wer darauf steht.',
    alreadyPaused:
      'Die Ankündigungen in {channel} wurden schon {since} pausiert. Mit {resume} geht es weiter.',
    notDeleted: '{channel} wurde nicht gelöscht, also bleiben seine Spieler dort.',
    nothingLeft:
      'Diese Spieler wurden schon übernommen oder entfernt. Mit {list} siehst du, wer auf der Liste steht.',
    timezoneGone:
      'Ich kenne die Zeitzone {timezone} nicht mehr. Wähle mit `zeitzone` in {setup} eine andere. Es wurde nichts geändert.',
    newerVersion:
      'Eine neuere Version von mir hat für {channel} Einstellungen gespeichert, die ich nicht lesen kann. Aktualisiere mich oder richte alles mit {setup} neu ein.',
    notInServerMyself:
      'Ich bin nicht mehr auf diesem Server. Füge mich wieder hinzu und versuche es dann noch einmal.',
    notPaused:
      'Die Ankündigungen in {channel} sind nicht pausiert. Mit {status} siehst du, ob es Probleme gibt.',
    setUpAnew:
      'Es wurde nichts entfernt, weil die Ankündigungen in {channel} inzwischen neu eingerichtet wurden. Wenn du sie entfernen willst, nutze {remove} noch einmal.',
    digestElsewhere: 'Diese Liste kannst du nur auf dem Server öffnen, auf dem sie gepostet wurde.',
    inviteRefused:
      'Discord hat die Einladung in {channel} abgelehnt. {reason} Nutze dann {invite} noch einmal.',
    inviteUnsent:
      'Discord antwortet nicht, also weiß ich nicht, ob die Einladung gepostet wurde. Sieh in {channel} nach und nutze {invite} in einer Minute noch einmal.',
    testRefusedInWords:
      'Discord hat das Beispiel in {channel} abgelehnt. {reason} Versuche es in ein paar Minuten noch einmal mit {test}.',
    testRefused:
      'Discord hat das Beispiel in {channel} abgelehnt. {reason} Nutze dann {test} noch einmal.',
    testUnsent:
      'Discord antwortet nicht, also weiß ich nicht, ob das Beispiel gepostet wurde. Sieh in {channel} nach und nutze {test} in einer Minute noch einmal.',
  },
  sentence: { next: '{first} {next}', end: '{sentence}.' },
} satisfies Texts;
