import type { Texts } from './en.ts';

/**
 * Every text in French. Words of the site (terminé, maîtrisé, complété, inachevé, facile, succès, récompense, système,
 * devise) are those of RAWeb’s `lang/fr_FR.json`. It says terminé for both beaten and completed, and here and there
 * battu and complété: beaten is always terminé here, completed always complété. Words of Discord are its client’s.
 */
export const texts = {
  command: {
    progress: 'Parcours les jeux d’un joueur, avec sa progression et ses récompenses',
    random: 'Tire un jeu au hasard dans la bibliothèque d’un joueur',
    stats:
      'Affiche en une image les récompenses d’un joueur au fil du temps, par système et cette année',
    compare: 'Compare les jeux de deux joueurs et découvre qui est devant',
    game: 'Découvre qui a un jeu sur ce serveur, et où chacun en est',
    leaderboard: 'Découvre qui a terminé ou maîtrisé le plus de jeux sur ce serveur',
    announcements: 'Annonce les jeux que les joueurs terminent et maîtrisent',
    announcementsSetup:
      'Configure les annonces d’un salon, ou change seulement les options que tu remplis',
    announcementsTrack: 'Annonce désormais les jeux que des joueurs terminent et maîtrisent',
    announcementsUntrack: 'N’annonce plus les jeux d’un joueur',
    announcementsInvite: 'Publie un message où les membres peuvent s’inscrire aux annonces',
    announcementsList: 'Affiche les joueurs suivis',
    announcementsStatus:
      'Affiche la dernière vérification, la dernière publication, le prochain récap et les problèmes',
    announcementsTest: 'Publie un exemple d’annonce dans le salon',
    announcementsPause:
      'Mets les annonces en pause ; les nouvelles récompenses sont gardées 7 jours',
    announcementsResume: 'Reprends les annonces et publie ce qui attendait',
    announcementsRemove: 'Supprime les annonces d’un salon et sa liste de joueurs suivis',
    link: 'Associe ton compte RetroAchievements pour ne plus avoir à taper ton nom d’utilisateur',
    unlink: 'Dissocie ton compte RetroAchievements',
    privacy: 'Consulte, télécharge ou supprime ce que je garde sur toi',
    help: 'Découvre ce que ce bot sait faire',
    about: 'Affiche la version du bot, son état et de quand datent ses données',
  },
  menuName: { 'Show progress': 'Voir la progression' },
  option: {
    user: 'Nom d’utilisateur RetroAchievements ou lien du profil',
    compareUser: 'Nom d’utilisateur RetroAchievements ou lien du profil (par défaut : toi)',
    other: 'Avec qui comparer (par défaut : toi)',
    ownUser: 'Ton nom d’utilisateur RetroAchievements ou le lien de ton profil',
    system: 'Seulement les jeux de ce système',
    status: 'Seulement les jeux qui ont ce statut',
    randomStatus: 'Seulement les jeux qui ont ce statut (par défaut : inachevés)',
    sort: 'Comment trier les jeux',
    search: 'Seulement les jeux qui ont ces mots dans le titre',
    private: 'Réponse visible uniquement par toi',
    title: 'Titre du jeu',
    period: 'Quand les jeux ont été terminés ou maîtrisés (par défaut : depuis toujours)',
    kind: 'Quelles récompenses comptent (par défaut : toutes)',
    casual: 'Compter aussi les jeux récompensés en mode facile',
    channel: 'Salon ou fil (facultatif si un seul a des annonces)',
    setupChannel: 'Salon ou fil (par défaut : celui qui a des annonces, ou celui-ci)',
    kinds: 'Quelles récompenses annoncer (par défaut : toutes)',
    schedule: 'À quelle fréquence publier (par défaut : en direct)',
    hour: 'Heure du récap quotidien, hebdomadaire ou mensuel, de 0 à 23 (par défaut : 18)',
    weekday: 'Jour du récap hebdomadaire (par défaut : lundi)',
    timezone: 'Fuseau horaire de l’heure, comme Europe/Paris (par défaut : UTC)',
    role: 'Rôle à mentionner (par défaut : aucun ; choisis @everyone pour ne plus mentionner)',
    language: 'Langue des annonces (par défaut : celle de ce serveur)',
    track: 'Noms d’utilisateur RetroAchievements ou liens de profils, jusqu’à 25',
    untrack: 'Joueurs à ne plus suivre, jusqu’à 25',
  },
  optionName: {
    user: 'joueur',
    other: 'autre',
    system: 'système',
    status: 'statut',
    sort: 'tri',
    search: 'recherche',
    private: 'privé',
    title: 'titre',
    period: 'période',
    kind: 'récompense',
    casual: 'facile',
    channel: 'salon',
    kinds: 'récompenses',
    schedule: 'fréquence',
    hour: 'heure',
    weekday: 'jour',
    timezone: 'fuseau-horaire',
    role: 'rôle',
    language: 'langue',
  },
  jump: {
    first: 'première, premier, début, commencement',
    last: 'dernière, dernier, toute dernière, fin, final',
    page: 'page, pages, pg, p, numéro, num, nº, n°, no, n, re, re page, ère, ère page, ème, ème page',
    of: 'sur, de',
    to: 'à, à la, au, aller, aller à, aller à la, aller au, va, va à, va à la, va au, sauter à la, saute à la',
  },
  award: {
    mastered: 'Maîtrisé',
    completed: 'Complété (facile)',
    'beaten-hardcore': 'Terminé',
    'beaten-softcore': 'Terminé (facile)',
    none: 'Inachevé',
  },
  status: {
    all: 'Tous les jeux',
    unfinished: 'Inachevés',
    awarded: 'Avec récompense',
    beaten: 'Terminés (hardcore ou facile)',
    'beaten-hardcore': 'Terminés',
    'beaten-softcore': 'Terminés (facile)',
    completed: 'Complétés (facile)',
    mastered: 'Maîtrisés',
    'completed-or-mastered': 'Complétés ou maîtrisés',
    'not-100': 'Moins de 100 %',
    revised: 'Récompenses de sets révisés',
    'hardcore-awards': 'Avec récompense hardcore',
    'casual-awards': 'Avec récompense en mode facile',
    'hardcore-progress': 'Avec progression hardcore',
    'casual-progress': 'Avec progression en mode facile',
  },
  sort: {
    recent: 'Déblocages récents d’abord',
    oldest: 'Déblocages anciens d’abord',
    title: 'Titre (A–Z)',
    'title-desc': 'Titre (Z–A)',
    progress: 'Plus avancés d’abord',
    'least-progress': 'Moins avancés d’abord',
    closest: 'Moins de succès restants d’abord',
    award: 'Meilleure récompense d’abord',
  },
  library: {
    counts:
      '{played, plural, one {**#** joué} other {**#** joués}} · {unfinished, plural, one {**#** inachevé} other {**#** inachevés}} · {beaten, plural, one {**#** terminé} other {**#** terminés}} · {mastered, plural, one {**#** maîtrisé} other {**#** maîtrisés}}',
    casualCounts:
      'Mode facile : {beaten, plural, one {**#** terminé} other {**#** terminés}} · {completed, plural, one {**#** complété} other {**#** complétés}}',
    loading: '⏳ {loaded, plural, one {# jeu chargé} other {# jeux chargés}} sur {total, number}',
    provisional: 'cette page peut encore changer',
    halted:
      '⚠️ Seulement {loaded, plural, one {# jeu chargé} other {# jeux chargés}} sur {total, number}. {reason}',
    outdated: '⚠️ Copie enregistrée {age}. {reason}',
    updated: 'Mis à jour {age}',
    search: '« {search} »',
    noAchievements: 'Aucun succès actif',
    casual: 'FA',
    partlyCasual: 'fa',
    noGames: 'Pas encore de jeux. Un jeu apparaît ici dès que **{player}** y débloque un succès.',
    countsOn: '{system} : {counts}',
    noSearchMatches:
      'Aucun jeu ne correspond à « {search} ». Vérifie l’orthographe ou efface la recherche.',
    noFilterMatches: 'Aucun jeu ne correspond à {filters}. Essaie d’autres filtres ci-dessous.',
    noMatches:
      'Aucun jeu ne correspond à « {search} » avec {filters}. Efface la recherche ou essaie d’autres filtres ci-dessous.',
    clearSearch: 'Effacer la recherche',
    noMatchesYet: 'Aucun jeu ne correspond pour l’instant.',
    footer:
      '{shown, plural, one {Jeu {first, number}} other {Jeux {first, number}–{last, number}}} sur {count, number} · Page {page, number} sur {pages, number}',
    footerEmpty: 'Aucun jeu · Page 1 sur 1',
    statusMenu: 'Filtrer par statut',
    sortMenu: 'Trier par',
    systemMenu: 'Filtrer par système',
    allSystems: 'Tous les systèmes',
    moreSystems: 'Plus de systèmes…',
    firstSystems: 'Revenir aux premiers systèmes',
    systemGames: '{count, plural, one {# jeu} other {# jeux}}',
    refresh: 'Actualiser',
    csv: 'Export CSV',
    json: 'Export JSON',
    stats: 'Statistiques',
    site: 'Voir sur le site',
    jumpTitle: 'Aller à la page',
    jumpLabel: 'Numéro de page (1–{pages, number})',
    jumpLabelAny: 'Numéro de page',
    jumpInvalid:
      'Ce n’est pas un numéro de page. Clique de nouveau sur le bouton du milieu et entre un numéro, comme 7, ou « dernière ».',
    refreshedRecently:
      'Cette bibliothèque vient d’être actualisée. Tu pourras l’actualiser de nouveau {when}.',
    exportedALot:
      'Tu as exporté beaucoup de fichiers ces dernières minutes. Tu pourras en exporter d’autres {when}.',
    exportOutdated: '⚠️ C’est une copie enregistrée {age}. {reason}',
    export:
      '{count, plural, one {# jeu exporté} other {# jeux exportés}} en {format} depuis la bibliothèque de **{player}**.',
  },
  random: {
    all: '{count, plural, one {Le seul jeu} other {Tiré parmi # jeux}}',
    unfinished: '{count, plural, one {Le seul jeu inachevé} other {Tiré parmi # jeux inachevés}}',
    awarded: '{count, plural, one {Le seul jeu} other {Tiré parmi # jeux}} avec récompense',
    beaten:
      '{count, plural, one {Le seul jeu terminé} other {Tiré parmi # jeux terminés}} en mode hardcore ou facile',
    'beaten-hardcore':
      '{count, plural, one {Le seul jeu terminé} other {Tiré parmi # jeux terminés}}',
    'beaten-softcore':
      '{count, plural, one {Le seul jeu terminé} other {Tiré parmi # jeux terminés}} en mode facile',
    completed: '{count, plural, one {Le seul jeu complété} other {Tiré parmi # jeux complétés}}',
    mastered: '{count, plural, one {Le seul jeu maîtrisé} other {Tiré parmi # jeux maîtrisés}}',
    'completed-or-mastered':
      '{count, plural, one {Le seul jeu complété ou maîtrisé} other {Tiré parmi # jeux complétés ou maîtrisés}}',
    'not-100': '{count, plural, one {Le seul jeu} other {Tiré parmi # jeux}} à moins de 100 %',
    revised:
      '{count, plural, one {Le seul jeu} other {Tiré parmi # jeux}} avec récompense d’un set révisé',
    'hardcore-awards':
      '{count, plural, one {Le seul jeu} other {Tiré parmi # jeux}} avec récompense hardcore',
    'casual-awards':
      '{count, plural, one {Le seul jeu} other {Tiré parmi # jeux}} avec récompense en mode facile',
    'hardcore-progress':
      '{count, plural, one {Le seul jeu} other {Tiré parmi # jeux}} avec progression hardcore',
    'casual-progress':
      '{count, plural, one {Le seul jeu} other {Tiré parmi # jeux}} avec progression en mode facile',
    lastUnlock: 'Dernier déblocage {when}',
    noMatches:
      'Aucun jeu de **{player}** ne correspond à {filters}. Utilise {command} avec un autre `statut` ou un autre `système`.',
    another: 'Un autre',
    library: 'Bibliothèque',
  },
  stats: {
    otherCount: 'Autres récompenses : **{count, number}**',
    other: 'Autres récompenses',
    games: '{count, plural, one {# jeu} other {# jeux}}',
    overTime: 'Récompenses au fil du temps',
    systems: 'Jeux par système',
    moreSystems: '+{count, plural, one {# système} other {# systèmes}}',
    year: 'Récompenses en {year}',
    milestones: 'Paliers',
    noAwards: 'Pas encore de récompenses',
    noDates: 'Aucune récompense datée',
    noAwardsThisYear: 'Aucune pour l’instant',
    systemNumber: 'Système {id}',
    gameNumber: 'Jeu {id}',
    nthMastered: '{nth, selectordinal, =1 {Premier} one {#er} other {#e}} maîtrisé',
    nthCompleted: '{nth, selectordinal, =1 {Premier} one {#er} other {#e}} complété',
    nthBeaten: '{nth, selectordinal, =1 {Premier} one {#er} other {#e}} terminé',
    nthBeatenCasual: '{nth, selectordinal, =1 {Premier} one {#er} other {#e}} terminé (facile)',
    firstAward: 'Première récompense : {game}, le {when}',
    bestMonth:
      'Meilleur mois : **{month}**, avec {count, plural, one {# récompense} other {# récompenses}}',
    thisYear: 'Cette année : {count, plural, one {# récompense} other {# récompenses}}',
    topSystems: 'Principaux systèmes : {systems}',
    systemGames: '{system} ({count, number})',
    milestone: '{nth} : {game}',
    milestoneOn: '{nth} : {game}, le {when}',
    alt: 'Statistiques de {player} sur RetroAchievements, {count, plural, one {# jeu} other {# jeux}}',
    altAwards: 'Récompenses : {awards}',
    altMonths: 'Récompenses en {year} par mois : {months}',
    altMilestones: 'Paliers : {milestones}',
    noPicture: '⚠️ Je n’arrive pas à dessiner l’image pour le moment. Réessaie dans une minute.',
    askedALot:
      'Tu as affiché beaucoup de statistiques ces dernières minutes. Tu pourras en afficher d’autres {when}.',
    library: 'Bibliothèque',
  },
  comparison: {
    common: '{count, plural, one {**#** jeu} other {**#** jeux}} en commun',
    ahead: 'devant sur **{games, number}**',
    tied: 'égalité sur **{games, number}**',
    lead: '+{unlocked, number} sur {possible, number}',
    leadByAward: 'mieux récompensé',
    leadInHardcore: '+{hardcore, number} hardcore',
    listMenu: 'Choisis les jeux à afficher',
    both: 'Jeux en commun',
    only: 'Jeux que seul {player} possède',
    sortLead: 'Plus grosse avance de {player}',
    sortClosest: 'Duels les plus serrés d’abord',
    noneShared:
      '**{one}** et **{other}** n’ont aucun jeu en commun. Choisis d’autres jeux ci-dessous.',
    noneOnlyOne: '**{other}** a tous les jeux de **{one}**. Choisis d’autres jeux ci-dessous.',
    noneOnlyOther: '**{one}** a tous les jeux de **{other}**. Choisis d’autres jeux ci-dessous.',
    loading:
      '⏳ **{player}** : {loaded, plural, one {# jeu chargé} other {# jeux chargés}} sur {total, number}',
    outdated: '⚠️ **{player}** : copie enregistrée {age}. {reason}',
    same: 'C’est deux fois le même compte. Indique un joueur différent dans `joueur` ou `autre` de {command}.',
    noGames:
      '**{player}** n’a pas encore de jeux : il n’y a donc rien à comparer. Réessaie après son premier succès.',
    nobody:
      'Je ne sais pas qui comparer. Indique un nom d’utilisateur RetroAchievements dans `joueur` ou `autre` de {command}.',
    noOther:
      'Je ne sais pas avec qui comparer. Indique un nom d’utilisateur RetroAchievements dans `autre` de {command}, ou associe ton compte avec {link}.',
    noUser:
      'Je ne sais pas avec qui comparer. Indique un nom d’utilisateur RetroAchievements dans `joueur` de {command}, ou associe ton compte avec {link}.',
  },
  failure: {
    ambiguousSystem:
      '« {typed} » peut désigner {systems}. Indique l’un d’eux dans `système`, ou choisis dans la liste qui s’affiche quand tu tapes.',
    noLinkedAccount:
      'Je ne sais pas de quel joueur tu veux voir les jeux. Indique un nom d’utilisateur RetroAchievements dans `joueur` de {command}, ou associe ton compte avec {link}.',
    memberIsBot:
      '{member} est un bot, et les bots n’ont pas de jeux sur RetroAchievements. Ouvre plutôt le menu d’une personne.',
    memberNotLinked:
      '{member} n’a pas encore associé et vérifié de compte RetroAchievements. Ça se fait avec {link}.',
    invalidPlayer:
      '« {typed} » n’est pas un nom d’utilisateur RetroAchievements : il faut 2 à 20 lettres et chiffres. Tu peux aussi coller un lien vers le profil du joueur.',
    unknownPlayer:
      'Aucun joueur ne s’appelle **{player}** sur RetroAchievements. Vérifie l’orthographe ou colle un lien vers son profil.',
    accountGone:
      'Ce compte n’existe plus sur RetroAchievements. Si le joueur en a un nouveau, indique plutôt son nom.',
    accountGoneNamed:
      'Ce compte n’existe plus sur RetroAchievements : **{player}**. Si le joueur en a un nouveau, indique plutôt son nom.',
    unknownSystem:
      'Je ne reconnais pas le système « {typed} ». Choisis-en un dans la liste qui s’affiche quand tu tapes, ou laisse `système` vide et utilise le menu sous les jeux.',
    network:
      'Je n’arrive pas à joindre RetroAchievements pour le moment. Réessaie dans quelques minutes.',
    timeout: 'RetroAchievements ne répond pas pour le moment. Réessaie dans quelques minutes.',
    status:
      'RetroAchievements a des problèmes en ce moment (erreur {status}). Réessaie dans quelques minutes.',
    redirect:
      'RetroAchievements m’envoie vers une autre adresse (erreur {status}), et je n’y enverrai pas ma clé API. Si ça continue, demande au propriétaire du bot de vérifier `RA_URL`.',
    down: 'RetroAchievements est en panne en ce moment (erreur {status}). Réessaie dans quelques minutes.',
    unreadable:
      'RetroAchievements a envoyé une réponse que je ne peux pas lire. Le site est peut-être en maintenance. Réessaie dans quelques minutes.',
    emptied:
      'RetroAchievements n’affiche aucun jeu pour ce joueur en ce moment. Réessaie dans quelques minutes.',
    rateLimited: 'Il y a trop de requêtes vers RetroAchievements en ce moment. Réessaie {when}.',
    ownShare:
      'Tu as consulté beaucoup de jeux en peu de temps, et je dois laisser de la place aux autres. Réessaie {when}.',
    soon: 'dans une minute',
    keyRefused:
      'RetroAchievements a refusé la clé API web de ce bot. Demande au propriétaire du bot de mettre une nouvelle `RA_API_KEY` depuis retroachievements.org/settings.',
    store:
      'Je n’arrive pas à joindre ma base de données pour le moment. Rien n’a changé. Réessaie dans une minute.',
    storeSince:
      'Je n’arrive pas à joindre ma base de données pour le moment. Les problèmes ont commencé {since}. Rien n’a changé. Réessaie dans une minute.',
    unexpected:
      'Une erreur est survenue. Réessaie. Si ça continue, envoie ce code au propriétaire du bot : `{reference}`.',
    unknownCommand: 'Cette commande n’existe plus. Tape `/` pour voir mes commandes actuelles.',
    strangeOptions:
      'Discord a envoyé une ancienne version de cette commande. Utilise-la de nouveau. Si ça ne suffit pas, redémarre Discord.',
    unknownChannel:
      'Je ne sais pas de quel salon tu parles. Utilise la commande de nouveau et choisis le salon dans la liste.',
    unknownRole:
      'Je ne sais pas de quel rôle tu parles. Utilise la commande de nouveau et choisis le rôle dans la liste.',
    outdated:
      'Ce message vient d’une autre version du bot et ne fonctionne plus. Utilise la commande de nouveau.',
  },
  help: {
    title: 'Completionist',
    intro:
      'Découvre les jeux que chacun a joués, terminés et maîtrisés sur [RetroAchievements]({site}).',
    progress:
      'Parcours la bibliothèque d’un joueur, dix jeux par page. Filtre, trie, cherche et exporte.',
    random:
      'Tire au hasard ton prochain jeu : un jeu inachevé, sauf si tu choisis un autre statut.',
    stats:
      'Affiche les récompenses d’un joueur au fil du temps, par système et cette année, et ses paliers.',
    compare:
      'Compare deux joueurs : qui est devant sur quel jeu, et ce qu’un seul des deux possède.',
    link: 'Associe ton compte RetroAchievements pour ne plus avoir à taper ton nom d’utilisateur.',
    game: 'Découvre qui a un jeu sur ce serveur, et où chacun en est.',
    leaderboard: 'Découvre qui a terminé ou maîtrisé le plus de jeux sur ce serveur, et participe.',
    unlink: 'Dissocie ton compte.',
    privacy: 'Consulte, télécharge ou supprime ce que je garde sur toi.',
    help: 'Affiche cette page.',
    about: 'Affiche la version du bot, son état et de quand datent ses données.',
    line: '{commands} : {text}',
    announcementsTitle: 'Annonces',
    announcementsSetup:
      'Annonce les jeux que les joueurs terminent et maîtrisent, en direct ou dans un récap.',
    announcementsPlayers: 'Choisis les joueurs à annoncer et affiche leur liste.',
    announcementsStatus: 'Vérifie s’il y a des problèmes, ou publie un exemple.',
    announcementsPause: 'Mets les annonces en pause, reprends-les ou supprime-les.',
    announcementsWho: 'Il te faut la permission **Gérer le serveur** pour ces commandes.',
    buttonsTitle: 'Boutons',
    buttons:
      'Les boutons n’expirent jamais. Si tu cliques sur un bouton de la page de quelqu’un d’autre, tu reçois une copie visible uniquement par toi. Pour aller à une page, clique sur le bouton du milieu.',
    marksTitle: 'Symboles',
    casualMarks: '`FA` Tous les déblocages en mode facile · `fa` Une partie',
    privateTitle: 'Réponses privées',
    private:
      'Ajoute `privé:True` à une commande qui affiche des jeux ou des joueurs, comme {command}, pour une réponse visible uniquement par toi.',
  },
  about: {
    version: 'Version',
    uptime: 'Démarré',
    site: 'RetroAchievements',
    siteUnknown: 'Pas encore vérifié',
    siteOk: 'A répondu {when}',
    siteFailing: 'Les problèmes ont commencé {since}',
    data: 'Données',
    dataNone: 'Rien de chargé pour l’instant',
    dataAge:
      '{count, plural, one {# bibliothèque, chargée} other {# bibliothèques, la dernière chargée}} {newest}',
    gateway: 'Discord',
    gatewayLatency: 'Connecté ({ms, number} ms)',
    gatewayUnknown: 'Connecté',
  },
  invite: {
    text: '**Envie de voir tes jeux annoncés ici ?** Clique sur **Annoncer mes jeux**, et je publierai dans {channel} les jeux que tu termines et maîtrises. Il te faut juste un compte RetroAchievements. **Arrêter** te retire de la liste quand tu veux.',
    join: 'Annoncer mes jeux',
    leave: 'Arrêter',
    slow: 'Ma base de données est lente pour le moment, je n’ai pas pu te demander ton nom d’utilisateur à temps. Clique à nouveau sur **Annoncer mes jeux** dans une minute.',
    posted: 'Invitation publiée dans {channel}.',
    modalLabel: 'Ton nom d’utilisateur RetroAchievements',
    joined:
      '✅ J’annoncerai dans {channel} les jeux que **{player}** termine et maîtrise. Pour arrêter, clique sur **Arrêter** sous l’invitation.',
    already: 'Les jeux de **{player}** sont déjà annoncés dans {channel}.',
    left: 'Les jeux de **{player}** ne sont plus annoncés dans {channel}.',
    notThere: 'Tes jeux ne sont pas annoncés dans {channel}.',
    unlinked:
      'Je ne sais pas quel compte est le tien. Associe-le et vérifie-le avec {link}, puis clique de nouveau sur **Arrêter**.',
    unverified:
      'Tu n’as pas vérifié **{player}**. Fais-le avec {link}, puis clique de nouveau sur **Arrêter**.',
    gone: 'Il n’y a plus d’annonces dans {channel}.',
  },
  privacy: {
    addedThemselves:
      '**À ta demande** : tes jeux sont annoncés dans {count, plural, one {# salon} other {# salons}} parce que tu y as cliqué sur **Annoncer mes jeux**.',
    title: 'Ce que je garde sur toi',
    nothing:
      'Rien. Je ne garde quelque chose sur toi que si tu associes un compte, configures des annonces ou consultes des joueurs.',
    linked: '**Compte RetroAchievements** : **{player}**, associé {when}, pas encore vérifié',
    code: '**Code pour ta devise** : {code}, expire {when}',
    codeExpired: '**Code pour ta devise** : {code}, a expiré {when}',
    linkedVerified:
      '**Compte RetroAchievements** : **{player}**, associé {when} et vérifié comme le tien {verified}',
    announced:
      '**Annonces** : tes jeux sont annoncés dans {count, plural, one {# salon} other {# salons}}. Je garde la liste de tes récompenses qui y ont été publiées.',
    here: 'Sur ce serveur : {channels}.',
    denied: '**Annonces** : tes jeux ne sont jamais annoncés, et personne ne peut te suivre.',
    manages:
      '**Configurées par toi** : les annonces de {count, plural, one {# salon} other {# salons}}. Si elles doivent être mises en pause, je t’envoie un message privé.',
    games:
      '**Jeux** : {count, plural, one {# jeu de **{player}**, avec sa récompense} other {# jeux de **{player}**, avec leurs récompenses}} et la progression, pour `/game` et les classements.',
    boards: '**Classements** : {sentences}',
    leaderboards:
      'Tu as rejoint le classement de {count, plural, one {# serveur} other {# serveurs}}.',
    leftLeaderboards:
      'Tu as quitté le classement de {count, plural, one {# serveur, qui ne t’affiche donc pas} other {# serveurs, qui ne t’affichent donc pas}}.',
    lookedUp:
      '**Joueurs que tu as consultés récemment** : {players}. Je te les propose quand tu tapes, et je les oublie quand je redémarre.',
    public:
      'Des copies de pages publiques de RetroAchievements sont gardées jusqu’à un jour, pour tout le monde.',
    policy: '[Politique de confidentialité et conditions]({url})',
    download: 'Télécharger mes données',
    delete: 'Supprimer mes données',
    deny: 'Ne jamais m’annoncer',
    allow: 'Permettre de m’annoncer',
    file: 'Tout ce que je garde sur toi :',
    confirm: 'Supprimer',
    keep: 'Garder',
    deleteTitle: 'Supprimer tes données ?',
    deleteAsk: 'C’est irréversible. J’oublierai :',
    deletesLink: 'que tu as associé **{player}**',
    deletesGames:
      'les jeux enregistrés de **{player}**, sauf si un serveur les annonce ou si quelqu’un d’autre a associé le compte',
    deletesOwnGames: 'les jeux enregistrés de **{player}**, sauf si un serveur les annonce',
    deletesLeaderboards:
      'que tu as rejoint ou quitté le classement de {count, plural, one {# serveur} other {# serveurs}}',
    deletesAnnouncements:
      'ton inscription aux annonces de {count, plural, one {# salon} other {# salons}}, avec tout ce qui attend d’y être publié',
    deletesManager:
      'que tu as configuré les annonces de {count, plural, one {# salon} other {# salons}} : elles continuent, mais si elles doivent être mises en pause, je ne pourrai pas te prévenir',
    deletesLookedUp: 'les joueurs que tu as consultés récemment',
    staysAnnounced:
      '{count, plural, one {Un admin a ajouté **{player}** aux annonces de # salon} other {Des admins ont ajouté **{player}** aux annonces de # salons}}, et ça ne change pas. Pour arrêter ça aussi, clique sur **Garder**, puis sur **Ne jamais m’annoncer**.',
    staysDenied: '**{player}** reste dans ma liste de comptes à ne jamais annoncer.',
    staysPosted: 'Ce que j’ai déjà publié reste dans son salon.',
    kept: 'Rien n’a été supprimé.',
    deletedAnnounced:
      '**{player}** est toujours annoncé à la demande d’admins. Pour arrêter ça, associe et vérifie de nouveau le compte, puis utilise {privacy}.',
    deleted: 'C’est supprimé. Je ne garde plus rien sur toi.',
    deletedManager:
      'Les annonces que tu as configurées continuent, mais si elles doivent être mises en pause, personne ne sera prévenu tant que quelqu’un n’y utilise pas {setup}.',
    deletedDenied:
      'C’est supprimé. Je retiens seulement que **{player}** ne doit jamais être annoncé. Pour changer ça, associe et vérifie de nouveau le compte.',
    nowDenied: '**{player}** ne sera plus jamais annoncé.',
    removedFrom: 'Je ne t’annonce plus dans {count, plural, one {# salon} other {# salons}}.',
    nowAllowed: '**{player}** pourra de nouveau être annoncé dès que quelqu’un te suivra.',
    shownAgain:
      'Tu es de nouveau dans le classement de {count, plural, one {# serveur} other {# serveurs}}.',
    notVerified:
      'Tu n’as pas vérifié ce compte. Utilise {link}, mets le code dans ta devise et clique sur **Vérifier**.',
  },
  link: {
    linked:
      'Ton compte Discord est maintenant associé à **{player}**. Désormais, {progress} affiche tes propres jeux si tu laisses `joueur` vide.',
    renamed: '**{former}** s’appelle maintenant **{player}**.',
    prove:
      'C’est bien ton compte ? Mets ce code n’importe où dans ta devise, dans tes [paramètres RetroAchievements](<{settings}>), puis clique sur **Vérifier** :',
    expires:
      'Le code expire {when}. Il ne sert qu’à toi, et tu pourras ensuite le retirer de ta devise.',
    check: 'Vérifier',
    profile: 'Voir le profil',
    verified:
      '✅ **{player}** est bien ton compte, il est vérifié. Tu peux retirer le code de ta devise. Pour le dissocier, utilise {unlink}.',
    expired: 'Ce code a expiré. En voici un nouveau.',
    noMotto:
      'Je ne trouve pas le code : **{player}** n’a pas encore de devise. Enregistre-la sur RetroAchievements, puis clique de nouveau sur **Vérifier**.',
    otherMotto:
      'Je ne trouve pas le code dans la devise de **{player}** : « {motto} ». Enregistre-la sur RetroAchievements, puis clique de nouveau sur **Vérifier**.',
    gone: 'Ce compte n’est pas associé au tien. Utilise {link} pour en associer un.',
    none: 'Tu n’as pas associé de compte. Tu peux le faire avec {link}.',
    noIdentity:
      'RetroAchievements ne dit pas de quel compte il s’agit pour **{player}**. Réessaie dans quelques minutes.',
    unlinked: 'Ton compte Discord n’est plus associé à **{player}**.',
    stillDenied:
      '**{player}** refuse toujours les annonces. Pour changer ça, associe et vérifie de nouveau le compte, puis utilise {privacy}.',
    stillAnnounced:
      '**{player}** est toujours annoncé dans {count, plural, one {# salon} other {# salons}}.',
    stopThere: 'Pour arrêter ça, clique sur **Arrêter** sous l’invitation.',
    stopVerified:
      'Pour arrêter ça, associe et vérifie de nouveau le compte, puis clique sur **Arrêter** sous l’invitation ou utilise {privacy}.',
    denied: '**{player}** refuse les annonces. Pour changer ça, utilise {privacy}.',
    mention: 'Indique ton nom d’utilisateur RetroAchievements, pas une mention.',
    me: 'Indique ton nom d’utilisateur RetroAchievements. « me » ne marche que dans les autres commandes, une fois ton compte associé.',
    replace:
      '**{player}** est ton compte vérifié. Si tu associes **{other}** à la place, j’oublie que **{player}** est à toi, et **{other}** ne compte comme le tien qu’une fois vérifié.',
    replaceYes: 'Associer {other}',
    replaceNo: 'Garder {player}',
    otherVerified:
      '**{player}** est ton compte vérifié. Pour en utiliser un autre, associe-le d’abord avec {link}.',
    onLeaderboard:
      'Tu es dans le classement de ce serveur : {leaderboard}. Pour en sortir, clique là-bas sur **Quitter**.',
    onLeaderboardSoon:
      'Une fois ton compte vérifié, tu seras aussi dans le classement de ce serveur.',
  },
  game: {
    players: '{count, plural, one {# joueur ici a} other {# joueurs ici ont}} ce jeu',
    you: '← toi',
    notYours: 'Tu n’as pas encore ce jeu.',
    unverified: 'Pour voir ta propre place, vérifie ton compte avec {link}.',
    hidden:
      'Tu n’es pas affiché sur ce serveur. Pour changer ça, clique sur **Rejoindre** sous {leaderboard}.',
    elsewhere: 'Ta place : **{place, number}**',
    nobody: 'À ma connaissance, personne ici n’a ce jeu.',
    unknown:
      'À ma connaissance, personne ici n’a de jeu appelé « {typed} ». Vérifie l’orthographe, ou choisis un jeu dans la liste qui s’affiche quand tu tapes.',
    ambiguous:
      '« {typed} » peut désigner {games}. Choisis un jeu dans la liste qui s’affiche quand tu tapes.',
    many: '« {typed} » peut désigner beaucoup de jeux. Choisis-en un dans la liste qui s’affiche quand tu tapes.',
    notInServer:
      'Je ne peux dire qui a un jeu que sur un serveur. Utilise cette commande dans le salon d’un serveur.',
    otherServer: 'Cette liste est celle d’un autre serveur. Utilise {game} pour voir celle d’ici.',
  },
  leaderboard: {
    title: 'Classement',
    week: 'Cette semaine',
    month: 'Ce mois-ci',
    year: 'Cette année',
    all: 'Depuis toujours',
    since: '{period}, depuis le {when}',
    any: 'Toutes les récompenses',
    beaten: 'Terminés',
    mastered: 'Maîtrisés',
    hardcore: 'Hardcore',
    casual: 'Hardcore et facile',
    place: '**{place, number}.** {player} · {count, plural, one {# jeu} other {# jeux}}',
    own: 'Ta place : **{place, number}**, avec {count, plural, one {# jeu} other {# jeux}}',
    ownNoGames: 'Tu n’as pas encore de jeux qui comptent ici.',
    ownNoGamesThen: 'Tu n’as pas encore de jeux qui comptent sur cette période.',
    ownUntracked:
      'Tu n’apparais pas au classement, car RetroAchievements exclut ton compte de ses classements.',
    ownNotHere: 'Tu n’es pas dans ce classement. Pour y être, clique sur **Rejoindre**.',
    ownUnverified: 'Pour être dans ce classement, vérifie ton compte avec {link}.',
    ownUnlinked: 'Pour voir ta place, associe ton compte avec {link}.',
    loading:
      '⏳ Les jeux de {count, plural, one {# joueur} other {# joueurs}} sont encore en cours de chargement.',
    noGames: 'Personne ici n’a encore de jeu qui compte.',
    noGamesThen: 'Personne ici n’a encore de jeu qui compte sur cette période.',
    nobody:
      'Il n’y a encore personne dans le classement de ce serveur. Pour y entrer, associe ton compte avec {link}. Les joueurs annoncés ici y sont aussi : les admins les ajoutent avec {track}.',
    join: 'Rejoindre',
    leave: 'Quitter',
    joined: '✅ **{player}** est maintenant dans le classement de ce serveur.',
    left: '**{player}** n’est plus dans le classement de ce serveur. Pour y revenir, clique sur **Rejoindre**.',
    leftUnverified:
      'Vérifier **{player}** ne t’ajoutera plus au classement de ce serveur. Pour y être ensuite, clique sur **Rejoindre**.',
    notVerified:
      'Pour ça, il te faut un compte vérifié. Utilise {link}, mets le code dans ta devise et clique sur **Vérifier**.',
    denied:
      'Ton compte n’est pas affiché sur les serveurs, car tu as choisi **Ne jamais m’annoncer**. Tu peux changer ça avec {privacy}.',
    notInServer:
      'Les classements ne marchent que sur les serveurs. Utilise cette commande dans le salon d’un serveur.',
    elsewhere:
      'Ce classement est celui d’un autre serveur. Utilise {leaderboard} pour voir celui d’ici.',
  },
  post: {
    beatenAndMastered: 'Terminé et maîtrisé',
    beatenAndCompleted: 'Terminé et complété (facile)',
    beatenThenCompleted: 'Terminé en hardcore, complété en facile',
    achievements: '{unlocked, number} succès sur {count, number}',
    partlyHardcore: 'dont {hardcore, number} en hardcore',
    nthMastered: 'Son **{nth, selectordinal, =1 {premier} one {#er} other {#e}}** jeu maîtrisé',
    nthCompleted: 'Son **{nth, selectordinal, =1 {premier} one {#er} other {#e}}** jeu complété',
    nthBeaten: 'Son **{nth, selectordinal, =1 {premier} one {#er} other {#e}}** jeu terminé',
    onSystemMastered:
      'Son **{nth, selectordinal, =1 {premier} one {#er} other {#e}}** maîtrisé sur {system}',
    onSystemCompleted:
      'Son **{nth, selectordinal, =1 {premier} one {#er} other {#e}}** complété sur {system}',
    onSystemBeaten:
      'Son **{nth, selectordinal, =1 {premier} one {#er} other {#e}}** terminé sur {system}',
    sample: 'Ceci est un exemple d’annonce.',
    awards: '{count, plural, one {# jeu} other {# jeux}}',
    players: '{count, plural, one {# joueur} other {# joueurs}}',
    games: '{count, plural, one {# jeu fini} other {# jeux finis}}',
    finished: '{player} a fini {awards}',
    finishedByPlayers: '{players} ont fini {awards}',
    digest: 'Récap : {games} par {players}',
    digestHourly: 'Récap de l’heure : {games} par {players}',
    digestDaily: 'Récap quotidien : {games} par {players}',
    digestWeekly: 'Récap hebdomadaire : {games} par {players}',
    digestMonthly: 'Récap mensuel : {games} par {players}',
    countOfKind: '{mark} {earned, number}',
    topPlayers: 'Meilleurs joueurs en hardcore',
    ranked: '**{place, number}.** {player} · {count, plural, one {# jeu} other {# jeux}}',
    playerWithGames: '**{player}** ({games, number})',
    rankedCasual: '{ranked} (+{casual, number} en facile)',
    moreGames: '…et {count, plural, one {# autre} other {# autres}}',
    morePlayers: '…et {count, plural, one {# autre joueur} other {# autres joueurs}}',
    fullList: 'Liste complète',
    listGone:
      'Cette liste n’est plus disponible : ses annonces ont été supprimées, ou plus aucun de ses joueurs n’est suivi.',
  },
  pauseNotice: {
    title: 'Annonces en pause',
    where: 'Discord ne me laisse pas publier dans {channel} ([ouvrir le salon]({url})).',
    unknownChannel: 'Le salon n’existe plus. Configure les annonces dans un autre salon.',
    missingAccess: 'Je ne vois pas le salon. Donne-moi la permission **Voir le salon** là-bas.',
    missingPermissions:
      'Il me manque une permission. Donne-moi **Voir le salon**, **Envoyer des messages** et **Intégrer des liens** là-bas. Dans un fil, il me faut aussi **Envoyer des messages dans les fils**.',
    threadLocked:
      'Le fil est fermé ou verrouillé. Rouvre-le et déverrouille-le, ou donne-moi **Gérer les fils** là-bas.',
    wrongChannelType:
      'Je ne peux pas publier dans ce type de salon. Configure les annonces dans un salon textuel, un salon d’annonces ou un fil.',
    notInServer: 'Je ne suis plus sur le serveur. Ajoute-moi de nouveau.',
    refused: 'Discord a donné cette raison : « {words} ».',
    unknownTimezone:
      'Je ne reconnais plus le fuseau horaire {timezone}. Choisis-en un autre avec `fuseau-horaire`.',
    whereZone: 'Je ne peux pas programmer de récaps dans {channel} ([ouvrir le salon]({url})).',
    more: 'C’est pareil pour {count, plural, one {# autre salon} other {# autres salons}}.',
    startOver:
      'Pour un salon supprimé, utilise {command} sur le serveur. Tu peux déplacer ses joueurs dans un autre salon.',
    kept: 'Je garde les nouvelles récompenses pendant {count, plural, one {# jour} other {# jours}}, et je reprends tout seul dès que je peux de nouveau publier. Pour réessayer tout de suite, utilise {command} sur le serveur.',
  },
  feedKinds: {
    all: 'Toutes les récompenses (hardcore et facile)',
    beaten: 'Terminés (hardcore ou facile)',
    mastered: 'Maîtrisés',
    hardcore: 'Terminés et maîtrisés (hardcore seulement)',
  },
  cadence: {
    live: 'En direct',
    hourly: 'Récap toutes les heures',
    daily: 'Récap quotidien',
    weekly: 'Récap hebdomadaire',
    monthly: 'Récap mensuel',
  },
  weekday: {
    monday: 'lundi',
    tuesday: 'mardi',
    wednesday: 'mercredi',
    thursday: 'jeudi',
    friday: 'vendredi',
    saturday: 'samedi',
    sunday: 'dimanche',
  },
  permission: {
    viewChannel: 'Voir le salon',
    sendMessages: 'Envoyer des messages',
    sendMessagesInThreads: 'Envoyer des messages dans les fils',
    embedLinks: 'Intégrer des liens',
    readMessageHistory: 'Voir les anciens messages',
    mentionEveryone: 'Mentionner @everyone, @here et tous les rôles',
    manageThreads: 'Gérer les fils',
  },
  feed: {
    channel: 'Salon',
    kinds: 'Récompenses',
    schedule: 'Fréquence',
    role: 'Mentions',
    language: 'Langue',
    noRole: 'Personne',
    players: 'Joueurs suivis',
    playerCount: '{count, number} sur {limit, number}',
    daily: '{digest}, à {time} ({timezone})',
    weekly: '{digest}, le {weekday} à {time} ({timezone})',
    monthly: '{digest}, le 1er du mois à {time} ({timezone})',
    next: 'Prochain : {when}',
    stillPaused: '⏸️ Les annonces sont toujours en pause. Utilise {resume} pour les reprendre.',
  },
  setup: {
    isSetUp: 'Annonces configurées',
    isChanged: 'Annonces mises à jour',
    unusedOptions:
      'ℹ️ Cette fréquence n’utilise pas {options}. Je garde {count, plural, one {ce paramètre} other {ces paramètres}} au cas où tu choisirais une autre `fréquence`.',
    dropped:
      'ℹ️ {count, plural, one {# récompense en attente ne correspond plus à ces paramètres et ne sera pas publiée} other {# récompenses en attente ne correspondent plus à ces paramètres et ne seront pas publiées}}.',
    trackNext: 'Ajoute maintenant des joueurs avec {track}.',
    testNext: 'Publie un exemple avec {test}, ou ajoute d’autres joueurs avec {track}.',
    otherChannel:
      'Ces paramètres sont ceux de {channel}, le seul salon de ce serveur avec des annonces. Pour en avoir aussi dans ce salon-ci, utilise {setup} et choisis-le dans `salon`.',
  },
  access: {
    missing:
      '⚠️ Je ne peux pas publier dans {channel}. Donne-moi {permissions} dans Modifier le salon > Permissions (pour un fil, modifie son salon).',
    advised: '⚠️ Donne-moi aussi {permissions} dans {channel}.',
    noHistory:
      '⚠️ Donne-moi **Voir les anciens messages** dans {channel}. Sans cette permission, je risque de publier une annonce deux fois si je suis interrompu.',
    silentRole:
      '⚠️ Je ne peux pas mentionner {role}. Active **Permettre à tout le monde de @mentionner ce rôle** dans Paramètres du serveur > Rôles, ou donne-moi **Mentionner @everyone, @here et tous les rôles** dans {channel}.',
    roleGone:
      '⚠️ Le rôle à mentionner a été supprimé, donc je ne mentionne personne. Choisis-en un autre avec `rôle` dans {setup}.',
    unknown: 'ℹ️ Je n’ai pas pu vérifier mes permissions dans le salon. Réessaie dans une minute.',
  },
  track: {
    tracked:
      '**{player}** est maintenant suivi dans {channel} ({count, plural, one {# joueur} other {# joueurs}} sur {limit, number}).',
    trackedSeveral:
      'Maintenant suivis dans {channel} : {players} ({count, plural, one {# joueur} other {# joueurs}} sur {limit, number}).',
    live: 'Je publierai les nouvelles récompenses dès qu’elles arrivent.',
    digest: 'Les nouvelles récompenses seront dans le prochain récap ({when}).',
    paused: '⏸️ Les annonces y sont en pause. Utilise {resume} pour les reprendre.',
    already: 'ℹ️ Déjà suivis : {players}.',
    unknown:
      '⚠️ Introuvables sur RetroAchievements : {players}. Vérifie l’orthographe ou colle des liens vers leurs profils.',
    invalid:
      '⚠️ {players} {count, plural, one {n’est pas un nom d’utilisateur} other {ne sont pas des noms d’utilisateur}} RetroAchievements : il faut 2 à 20 lettres et chiffres.',
    notLinked:
      '⚠️ Sans compte vérifié : {players}. Les membres peuvent associer et vérifier le leur avec {link}.',
    denied:
      '⚠️ Non suivis, car ils refusent les annonces : {players}. Ils peuvent changer ça avec {privacy}.',
    noIdentity:
      '⚠️ RetroAchievements n’a pas envoyé d’identifiant pour {players}. Je ne peux donc pas encore les suivre. Réessaie dans quelques minutes.',
    full: '⚠️ Plus de place pour {players} : la limite est de {limit, number} joueurs. Retire quelqu’un avec {untrack}, ou configure un autre salon.',
    unanswered: '⚠️ Pas encore suivis : {players}. {reason}',
    unsaved:
      '⚠️ Pas encore suivis : {players}. Je n’arrive pas à joindre ma base de données pour le moment. Réessaie dans une minute.',
  },
  untrack: {
    untracked: '**{player}** n’est plus suivi dans {channel}.',
    untrackedSeveral: 'Joueurs qui ne sont plus suivis dans {channel} : {players}.',
    notTracked: '⚠️ Non suivis dans {channel} : {players}. Utilise {list} pour voir qui est suivi.',
    dropped:
      '{count, plural, one {# récompense en attente ne sera pas publiée} other {# récompenses en attente ne seront pas publiées}}.',
  },
  list: {
    title: 'Joueurs suivis',
    head: '{channel} : {count, number} sur {limit, number}',
    player: '{player} · depuis le {when}',
    byThemselves: '{player} · depuis le {when} · inscription de {member}',
    empty: 'Aucun joueur n’est encore suivi dans {channel}. Ajoutes-en un avec {track}.',
    footer:
      '{shown, plural, one {Joueur {first, number}} other {Joueurs {first, number}–{last, number}}} sur {count, number} · Page {page, number} sur {pages, number}',
  },
  feedStatus: {
    title: 'Annonces',
    fine: '✅ Tout fonctionne.',
    nobody: 'ℹ️ Aucun joueur n’est encore suivi. Ajoutes-en un avec {track}.',
    pausedByManager: '⏸️ Mises en pause {since} par un admin. Utilise {resume} pour les reprendre.',
    pausedByDiscord:
      '⛔ Mises en pause {since}, car Discord ne me laisse pas publier. {reason} Je reprendrai tout seul dès que je pourrai de nouveau publier. Pour réessayer tout de suite, utilise {resume}.',
    pausedByZone:
      '⛔ Mises en pause {since}, car je ne reconnais plus le fuseau horaire {timezone}. Choisis-en un autre avec {setup}.',
    pausedByVersion:
      '⛔ Mises en pause {since}, car une version plus récente du bot a enregistré des paramètres que je ne peux pas lire. Mets-moi à jour, ou reconfigure-les avec {setup}.',
    channelDeleted:
      '⛔ Mises en pause {since}, car le salon n’existe plus. Configure les annonces dans un autre salon avec {setup}.',
    backAgain: '▶️ Je peux de nouveau publier ici, alors j’ai repris les annonces.',
    refusing:
      '⚠️ Discord a commencé à refuser mes annonces ici {since}. Je réessaie pendant quelques minutes avant de les mettre en pause.',
    refusals:
      '⚠️ Je n’ai pas pu publier {count, plural, one {# annonce, même en texte brut. Raison} other {# annonces, même en texte brut. Dernière raison}} : « {words} ». Utilise {resume} dans les 7 jours pour réessayer.',
    postsFailing:
      '⚠️ Discord n’accepte pas mes annonces ici. Les problèmes ont commencé {since}. Je continue d’essayer, et rien ne sera perdu.',
    failing:
      '⚠️ Je n’arrive pas à lire les nouvelles récompenses de RetroAchievements. Les problèmes ont commencé {since}. Je continue d’essayer, puis je publierai ce que j’ai manqué.',
    unread:
      '⚠️ Je n’ai pas vérifié les nouvelles récompenses depuis un moment. Les problèmes ont commencé {since}. Je publierai ce que j’ai manqué. Si ça continue, préviens le propriétaire du bot.',
    unsaved:
      '⚠️ Je n’arrive pas à écrire dans ma base de données, donc rien de nouveau n’est annoncé. Les problèmes ont commencé {since}. Je publierai ce que j’ai manqué. Si ça continue, préviens le propriétaire du bot.',
    late: '⏳ Les annonces sont en retard : la plus ancienne était prête {since}. Je les publie aussi vite que Discord me le permet.',
    lastPoll: 'Dernière vérification',
    notYet: 'Pas encore',
    lastPost: 'Dernière publication',
    noPost: 'Pas encore',
    waiting: 'En attente',
    waitingCount: '{count, plural, one {# récompense} other {# récompenses}}',
    waitingNone: 'Rien',
    setUpAt: 'Configuration',
    setUpBy: '{when}, dernière modification par {manager}',
    setUpByNobody:
      '{when}. En cas de pause, personne n’est prévenu tant que quelqu’un n’utilise pas {setup}.',
  },
  sample: {
    posted: 'J’ai publié un exemple dans {channel}. Il n’a mentionné personne.',
  },
  pause: {
    paused:
      '⏸️ Les annonces de {channel} sont en pause. Je garde les nouvelles récompenses pendant {count, plural, one {# jour} other {# jours}}. Utilise {resume} pour les publier.',
  },
  resume: {
    resumed: '▶️ Les annonces de {channel} ont repris.',
    nothing: 'Aucune récompense n’attendait.',
    live: 'Je publie {count, plural, one {# récompense qui attendait} other {# récompenses qui attendaient}}.',
    now: 'Je publie maintenant le récap avec {count, plural, one {# récompense} other {# récompenses}}.',
    digest:
      '{count, plural, one {# récompense attend} other {# récompenses attendent}} le prochain récap ({when}).',
    retried: '🔁 Je réessaie {count, plural, one {# annonce refusée} other {# annonces refusées}}.',
  },
  takeAlong: {
    leftBehind:
      'ℹ️ Le salon supprimé {channel} a encore {count, plural, one {# joueur suivi. Tu peux le déplacer} other {# joueurs suivis. Tu peux les déplacer}} ici.',
    help: 'Ce salon a été supprimé. Pour ne plus suivre aucun de ses joueurs, utilise {remove}.',
    move: 'Déplacer {count, plural, one {# joueur} other {# joueurs}} ici',
    see: 'Voir les joueurs du salon supprimé',
    moved: '{count, plural, one {# joueur déplacé} other {# joueurs déplacés}} dans {channel}.',
    awards:
      '{count, plural, one {# récompense en attente a été déplacée} other {# récompenses en attente ont été déplacées}} aussi.',
    noRoom:
      '⚠️ {count, plural, one {# joueur n’a pas trouvé} other {# joueurs n’ont pas trouvé}} de place : la limite est de {limit, number}. Retire quelqu’un avec {untrack}, puis clique de nouveau sur le bouton.',
  },
  remove: {
    ask: 'Supprimer les annonces de {channel} ?',
    loss: 'Cela supprime {loss}. C’est irréversible. Pour arrêter seulement un moment, utilise {pause}.',
    yes: 'Supprimer',
    no: 'Annuler',
    removed: '🗑️ Annonces de {channel} supprimées, avec {loss}.',
    kept: 'Rien n’a été supprimé.',
    settings: 'les paramètres',
    unposted: '{count, plural, one {# récompense non publiée} other {# récompenses non publiées}}',
    trackedPlayers: '{count, plural, one {# joueur suivi} other {# joueurs suivis}}',
  },
  feedRefusal: {
    denied:
      '**{player}** refuse les annonces. Seule la personne à qui appartient le compte peut changer ça, avec {privacy}.',
    notInServer:
      'Les annonces ne marchent que sur les serveurs. Utilise cette commande dans le salon d’un serveur.',
    notManager:
      'Il te faut la permission **Gérer le serveur** pour ça. Demande à un admin du serveur.',
    noFeeds: 'Ce serveur n’a pas encore d’annonces. Configure-les avec {setup}.',
    noFeedThere: '{channel} n’a pas d’annonces. Configures-en là-bas avec {setup}.',
    feedsElsewhere:
      '{channel} n’a pas d’annonces. Configures-en là-bas avec {setup}, ou choisis un salon qui en a : {channels}.',
    severalFeeds:
      'Ce serveur a des annonces dans plusieurs salons : {channels}. Choisis-en un dans `salon`.',
    forumItself:
      'Je ne peux pas publier directement dans {channel}. Crée un post là-bas, puis choisis ce post dans `salon`.',
    wrongChannelType:
      'Je ne peux pas publier dans {channel}. Choisis un salon textuel, un salon d’annonces ou un fil dans `salon`.',
    channelGone:
      'Ce salon n’existe plus, ou il est sur un autre serveur. Choisis-en un autre avec {setup}. Pour supprimer les annonces d’un salon supprimé, utilise {remove}.',
    channelHidden:
      'Je ne vois pas {channel}. Donne-moi **Voir le salon** dans Modifier le salon > Permissions (pour un fil, modifie son salon), puis réessaie. Rien n’a changé.',
    missingPermissions:
      'Je ne peux pas publier dans {channel}. Donne-moi {permissions} dans Modifier le salon > Permissions (pour un fil, modifie son salon), puis réessaie. Rien n’a changé.',
    accessUnknown:
      'Je n’ai pas pu vérifier mes permissions là-bas. Rien n’a changé. Réessaie dans une minute.',
    unknownTimezone:
      'Je ne connais pas le fuseau horaire « {typed} ». Tape une ville et choisis dans la liste, ou entre un nom comme `Europe/Paris`, `America/Toronto` ou `UTC`. Rien n’a changé.',
    ambiguousTimezone:
      '« {typed} » peut désigner {timezones}. Indique l’un d’eux dans `fuseau-horaire`, ou choisis dans la liste qui s’affiche quand tu tapes. Rien n’a changé.',
    noIdentity:
      'RetroAchievements n’a pas envoyé d’identifiant pour **{player}**. Je ne peux donc pas encore suivre ce compte. Réessaie dans quelques minutes.',
    alreadyTracked: '**{player}** est déjà suivi dans {channel}.',
    alreadyTrackedRenamed:
      '**{player}** est déjà suivi dans {channel}. Son ancien nom : **{former}**.',
    tooManyNames:
      'Tu peux suivre jusqu’à {limit, number} joueurs à la fois, et il y en a {count, number}. Rien n’a changé. Utilise {track} plusieurs fois.',
    tooManyToUntrack:
      'Tu peux retirer jusqu’à {limit, number} joueurs à la fois, et il y en a {count, number}. Rien n’a changé. Utilise {untrack} plusieurs fois.',
    feedFull:
      '{channel} a déjà {limit, number} joueurs suivis : c’est la limite. Retires-en un avec {untrack}, ou configure un autre salon.',
    notTracked: '« {typed} » n’est pas suivi dans {channel}. Utilise {list} pour voir qui l’est.',
    alreadyPaused:
      'Les annonces de {channel} ont déjà été mises en pause {since}. Utilise {resume} pour les reprendre.',
    notDeleted: '{channel} n’a pas été supprimé, donc ses joueurs y restent.',
    nothingLeft:
      'Ces joueurs ont déjà été déplacés ou retirés. Utilise {list} pour voir qui est suivi.',
    timezoneGone:
      'Je ne reconnais plus le fuseau horaire {timezone}. Choisis-en un autre avec `fuseau-horaire` dans {setup}. Rien n’a changé.',
    newerVersion:
      'Une version plus récente du bot a configuré {channel} avec des paramètres que je ne peux pas lire. Mets-moi à jour, ou reconfigure-le avec {setup}.',
    notInServerMyself: 'Je ne suis plus sur ce serveur. Ajoute-moi de nouveau, puis réessaie.',
    notPaused:
      'Les annonces de {channel} ne sont pas en pause. Utilise {status} pour voir s’il y a des problèmes.',
    setUpAnew:
      'Rien n’a été supprimé, car les annonces de {channel} ont été reconfigurées après la question. Pour les supprimer, utilise de nouveau {remove}.',
    digestElsewhere: 'Tu ne peux ouvrir cette liste que sur le serveur où elle a été publiée.',
    inviteRefused:
      'Discord a refusé l’invitation dans {channel}. {reason} Ensuite, utilise de nouveau {invite}.',
    inviteUnsent:
      'Discord ne répond pas, donc je ne sais pas si l’invitation a été publiée. Regarde dans {channel}, puis réessaie {invite} dans une minute.',
    testRefusedInWords:
      'Discord a refusé l’exemple dans {channel}. {reason} Réessaie {test} dans quelques minutes.',
    testRefused:
      'Discord a refusé l’exemple dans {channel}. {reason} Ensuite, utilise de nouveau {test}.',
    testUnsent:
      'Discord ne répond pas, donc je ne sais pas si l’exemple a été publié. Regarde dans {channel}, puis réessaie {test} dans une minute.',
  },
  sentence: { next: '{first} {next}', end: '{sentence}.' },
} satisfies Texts;
