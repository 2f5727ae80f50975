import type { Texts } from './en.ts';

/**
 * Every text in Spanish, in words for Spain and for Latin America. Words of the site (superado, dominado, completado,
 * logro, insignia, sistema, lema) are those of RAWeb's `lang/es_ES.json`, words of Discord those of its client.
 */
export const texts = {
  command: {
    progress: 'Consulta los juegos de un jugador, con su progreso y sus insignias',
    random: 'Elige al azar un juego de la biblioteca de un jugador',
    stats:
      'Mira en una imagen las insignias de un jugador: su evolución, por sistema y las de este año',
    compare: 'Compara los juegos de dos jugadores y mira quién va por delante',
    game: 'Mira quién tiene un juego en este servidor y hasta dónde llegó',
    leaderboard: 'Mira quién superó o dominó más juegos en este servidor',
    announcements: 'Anuncia los juegos que los jugadores superan y dominan',
    announcementsSetup:
      'Configura los anuncios de un canal o cambia solo las opciones que indiques',
    announcementsTrack:
      'Anuncia de ahora en adelante los juegos que los jugadores superan y dominan',
    announcementsUntrack: 'Deja de anunciar los juegos de un jugador',
    announcementsInvite: 'Publica un mensaje para que los miembros se inscriban en los anuncios',
    announcementsList: 'Consulta la lista de jugadores seguidos',
    announcementsStatus:
      'Consulta la última comprobación, la última publicación, el próximo resumen y los problemas',
    announcementsTest: 'Publica un anuncio de ejemplo en el canal',
    announcementsPause: 'Pausa los anuncios; las insignias nuevas se guardan 7 días',
    announcementsResume: 'Reanuda los anuncios y publica lo que quedó pendiente',
    announcementsRemove: 'Quita los anuncios de un canal y su lista de jugadores seguidos',
    link: 'Vincula tu cuenta de RetroAchievements para no tener que escribir tu nombre de usuario',
    unlink: 'Desvincula tu cuenta de RetroAchievements',
    privacy: 'Consulta, descarga o elimina lo que guardo sobre ti',
    help: 'Mira qué puede hacer este bot',
    about: 'Consulta la versión del bot, su estado y la antigüedad de sus datos',
  },
  menuName: { 'Show progress': 'Mostrar progreso' },
  option: {
    user: 'Nombre de usuario o enlace al perfil de RetroAchievements',
    ownUser: 'Tu nombre de usuario o el enlace a tu perfil de RetroAchievements',
    compareUser: 'Nombre de usuario o enlace al perfil de RetroAchievements (por defecto: tú)',
    other: 'Con quién comparar (por defecto: contigo)',
    system: 'Mostrar solo juegos de este sistema',
    status: 'Mostrar solo juegos con este estado',
    randomStatus: 'Mostrar solo juegos con este estado (por defecto: sin terminar)',
    sort: 'Cómo ordenar los juegos',
    search: 'Mostrar solo juegos con estas palabras en el título',
    private: 'Solo tú ves la respuesta',
    title: 'Título del juego',
    period: 'Cuándo se superaron o dominaron los juegos (por defecto: desde siempre)',
    kind: 'Qué insignias cuentan (por defecto: todas)',
    casual: 'Contar también juegos con insignias casuales',
    channel: 'Canal o hilo (opcional si solo uno tiene anuncios)',
    setupChannel: 'Canal o hilo (por defecto: el que ya tiene anuncios o este)',
    kinds: 'Qué insignias anunciar (por defecto: todas)',
    schedule: 'Con qué frecuencia publicar (por defecto: en tiempo real)',
    hour: 'Hora del resumen diario, semanal o mensual, de 0 a 23 (por defecto: 18)',
    weekday: 'Día del resumen semanal (por defecto: lunes)',
    timezone: 'Zona horaria de la hora, como America/Mexico_City (por defecto: UTC)',
    role: 'Rol que se menciona (por defecto: ninguno; elige @everyone para no mencionar más)',
    language: 'Idioma de los anuncios (por defecto: el de este servidor)',
    track: 'Nombres de usuario o enlaces a perfiles de RetroAchievements, hasta 25',
    untrack: 'Jugadores que ya no hay que seguir, hasta 25',
  },
  optionName: {
    user: 'usuario',
    other: 'otro',
    system: 'sistema',
    status: 'estado',
    sort: 'orden',
    search: 'búsqueda',
    private: 'privado',
    title: 'título',
    period: 'periodo',
    kind: 'insignia',
    casual: 'casual',
    channel: 'canal',
    kinds: 'insignias',
    schedule: 'frecuencia',
    hour: 'hora',
    weekday: 'día',
    timezone: 'zona-horaria',
    role: 'rol',
    language: 'idioma',
  },
  jump: {
    first: 'primera, primero, inicio, principio, comienzo',
    last: 'última, último, fin, final',
    page: 'página, páginas, pág, págs, pg, p, número, núm, n.º, nº, n',
    of: 'de',
    to: 'a, a la, al, ir a, ir a la, ir al, ve a, ve a la, ve al, saltar a, saltar a la',
  },
  award: {
    mastered: 'Dominado',
    completed: 'Completado (casual)',
    'beaten-hardcore': 'Superado',
    'beaten-softcore': 'Superado (casual)',
    none: 'Sin terminar',
  },
  status: {
    all: 'Todos los juegos',
    unfinished: 'Sin terminar',
    awarded: 'Cualquier insignia',
    beaten: 'Superados (hardcore o casual)',
    'beaten-hardcore': 'Superados',
    'beaten-softcore': 'Superados (casual)',
    completed: 'Completados (casual)',
    mastered: 'Dominados',
    'completed-or-mastered': 'Completados o dominados',
    'not-100': 'Menos del 100%',
    revised: 'Insignias de sets revisados',
    'hardcore-awards': 'Cualquier insignia hardcore',
    'casual-awards': 'Cualquier insignia casual',
    'hardcore-progress': 'Cualquier progreso hardcore',
    'casual-progress': 'Cualquier progreso casual',
  },
  sort: {
    recent: 'Desbloqueo más reciente primero',
    oldest: 'Desbloqueo más antiguo primero',
    title: 'Título (A–Z)',
    'title-desc': 'Título (Z–A)',
    progress: 'Mayor progreso primero',
    'least-progress': 'Menor progreso primero',
    closest: 'Menos logros por desbloquear primero',
    award: 'Insignia más alta primero',
  },
  library: {
    counts:
      '{played, plural, one {**#** jugado} other {**#** jugados}} · **{unfinished, number}** sin terminar · {beaten, plural, one {**#** superado} other {**#** superados}} · {mastered, plural, one {**#** dominado} other {**#** dominados}}',
    casualCounts:
      'Casual: {beaten, plural, one {**#** superado} other {**#** superados}} · {completed, plural, one {**#** completado} other {**#** completados}}',
    loading: '⏳ {loaded, number} de {total, number} juegos cargados',
    provisional: 'esta página aún puede cambiar',
    halted: '⚠️ Solo {loaded, number} de {total, number} juegos cargados. {reason}',
    outdated: '⚠️ Copia guardada {age}. {reason}',
    updated: 'Actualizado {age}',
    search: '“{search}”',
    noAchievements: 'Sin logros activos',
    casual: 'CA',
    partlyCasual: 'ca',
    noGames:
      'Todavía no hay juegos. Un juego aparece aquí en cuanto **{player}** desbloquea un logro.',
    countsOn: '{system}: {counts}',
    noSearchMatches:
      'No hay juegos que coincidan con “{search}”. Revisa cómo lo escribiste o borra la búsqueda.',
    noFilterMatches: 'No hay juegos que coincidan con {filters}. Prueba otros filtros abajo.',
    noMatches:
      'No hay juegos que coincidan con “{search}” y {filters}. Borra la búsqueda o prueba otros filtros abajo.',
    clearSearch: 'Borrar búsqueda',
    noMatchesYet: 'Por ahora no coincide ningún juego.',
    footer:
      '{shown, plural, one {Juego {first, number}} other {Juegos {first, number}–{last, number}}} de {count, number} · Página {page, number} de {pages, number}',
    footerEmpty: 'Ningún juego · Página 1 de 1',
    statusMenu: 'Filtrar por estado',
    sortMenu: 'Ordenar por',
    systemMenu: 'Filtrar por sistema',
    allSystems: 'Todos los sistemas',
    moreSystems: 'Más sistemas…',
    firstSystems: 'Volver a los primeros sistemas',
    systemGames: '{count, plural, one {# juego} other {# juegos}}',
    refresh: 'Actualizar',
    csv: 'Exportar CSV',
    json: 'Exportar JSON',
    stats: 'Estadísticas',
    site: 'Ver en el sitio',
    jumpTitle: 'Ir a la página',
    jumpLabel: 'Número de página (1–{pages, number})',
    jumpLabelAny: 'Número de página',
    jumpInvalid:
      'Eso no es un número de página. Haz clic otra vez en el botón del medio y escribe un número, como 7, o “última”.',
    refreshedRecently:
      'Esta biblioteca acaba de actualizarse. Puedes actualizarla de nuevo {when}.',
    exportedALot:
      'Exportaste muchos archivos en los últimos minutos. Puedes exportar de nuevo {when}.',
    exportOutdated: '⚠️ Esta es una copia guardada {age}. {reason}',
    export:
      '{count, plural, one {# juego exportado} other {# juegos exportados}} de la biblioteca de **{player}** en {format}.',
  },
  random: {
    all: '{count, plural, one {El único juego} other {1 de # juegos}}',
    unfinished:
      '{count, plural, one {El único juego sin terminar} other {1 de # juegos sin terminar}}',
    awarded: '{count, plural, one {El único juego} other {1 de # juegos}} con insignia',
    beaten:
      '{count, plural, one {El único juego superado} other {1 de # juegos superados}} en modo hardcore o casual',
    'beaten-hardcore':
      '{count, plural, one {El único juego superado} other {1 de # juegos superados}}',
    'beaten-softcore':
      '{count, plural, one {El único juego superado} other {1 de # juegos superados}} en modo casual',
    completed: '{count, plural, one {El único juego completado} other {1 de # juegos completados}}',
    mastered: '{count, plural, one {El único juego dominado} other {1 de # juegos dominados}}',
    'completed-or-mastered':
      '{count, plural, one {El único juego completado o dominado} other {1 de # juegos completados o dominados}}',
    'not-100': '{count, plural, one {El único juego} other {1 de # juegos}} con menos del 100%',
    revised:
      '{count, plural, one {El único juego} other {1 de # juegos}} con insignia de un set revisado',
    'hardcore-awards':
      '{count, plural, one {El único juego} other {1 de # juegos}} con insignia hardcore',
    'casual-awards':
      '{count, plural, one {El único juego} other {1 de # juegos}} con insignia casual',
    'hardcore-progress':
      '{count, plural, one {El único juego} other {1 de # juegos}} con progreso hardcore',
    'casual-progress':
      '{count, plural, one {El único juego} other {1 de # juegos}} con progreso casual',
    lastUnlock: 'Último desbloqueo {when}',
    noMatches:
      'Ningún juego de **{player}** coincide con {filters}. Usa {command} con otro `estado` o `sistema`.',
    another: 'Otro juego',
    library: 'Biblioteca',
  },
  comparison: {
    common: '{count, plural, one {**#** juego} other {**#** juegos}} en común',
    ahead: 'por delante en **{games, number}**',
    tied: 'empate en **{games, number}**',
    lead: '+{unlocked, number} de {possible, number}',
    leadByAward: 'insignia más alta',
    leadInHardcore: '+{hardcore, number} hardcore',
    listMenu: 'Elige qué juegos mostrar',
    both: 'Juegos en común',
    only: 'Juegos que solo tiene {player}',
    sortLead: 'Mayor ventaja de {player}',
    sortClosest: 'Más igualados primero',
    noneShared: '**{one}** y **{other}** no tienen juegos en común. Elige otros juegos abajo.',
    noneOnlyOne: '**{other}** tiene todos los juegos de **{one}**. Elige otros juegos abajo.',
    noneOnlyOther: '**{one}** tiene todos los juegos de **{other}**. Elige otros juegos abajo.',
    loading: '⏳ **{player}**: {loaded, number} de {total, number} juegos cargados',
    outdated: '⚠️ **{player}**: copia guardada {age}. {reason}',
    same: 'Los dos son la misma cuenta. Escribe otro jugador en `usuario` u `otro` de {command}.',
    noGames:
      '**{player}** todavía no tiene juegos, así que no hay nada que comparar. Inténtalo de nuevo cuando desbloquee su primer logro.',
    nobody:
      'No sé a quién comparar. Escribe un nombre de usuario de RetroAchievements en `usuario` u `otro` de {command}.',
    noOther:
      'Falta el otro jugador de la comparación. Escribe un nombre de usuario de RetroAchievements en `otro` de {command} o vincula tu cuenta con {link}.',
    noUser:
      'Falta el otro jugador de la comparación. Escribe un nombre de usuario de RetroAchievements en `usuario` de {command} o vincula tu cuenta con {link}.',
  },
  stats: {
    otherCount: 'Otras insignias: **{count, number}**',
    other: 'Otras insignias',
    games: '{count, plural, one {# juego} other {# juegos}}',
    overTime: 'Insignias en el tiempo',
    systems: 'Juegos por sistema',
    moreSystems: '+{count, plural, one {# sistema} other {# sistemas}}',
    year: 'Insignias en {year}',
    milestones: 'Hitos',
    noAwards: 'Todavía sin insignias',
    noDates: 'Ninguna insignia con fecha',
    noAwardsThisYear: 'Ninguna por ahora',
    systemNumber: 'Sistema {id}',
    gameNumber: 'Juego {id}',
    nthMastered: '{nth, selectordinal, =1 {Primer dominado} other {Dominado n.º #}}',
    nthCompleted: '{nth, selectordinal, =1 {Primer completado} other {Completado n.º #}}',
    nthBeaten: '{nth, selectordinal, =1 {Primer superado} other {Superado n.º #}}',
    nthBeatenCasual:
      '{nth, selectordinal, =1 {Primer superado (casual)} other {Superado (casual) n.º #}}',
    firstAward: 'Primera insignia: {game}, {when}',
    bestMonth: 'Mejor mes: **{month}**, con {count, plural, one {# insignia} other {# insignias}}',
    thisYear: 'Este año: {count, plural, one {# insignia} other {# insignias}}',
    topSystems: 'Sistemas principales: {systems}',
    systemGames: '{system} ({count, number})',
    milestone: '{nth}: {game}',
    milestoneOn: '{nth}: {game}, {when}',
    alt: 'Estadísticas de {player} en RetroAchievements, {count, plural, one {# juego} other {# juegos}}',
    altAwards: 'Insignias: {awards}',
    altMonths: 'Insignias en {year} por mes: {months}',
    altMilestones: 'Hitos: {milestones}',
    noPicture: '⚠️ Ahora mismo no puedo dibujar la imagen. Inténtalo de nuevo en un minuto.',
    askedALot: 'Abriste muchas estadísticas en los últimos minutos. Puedes ver otras {when}.',
    library: 'Biblioteca',
  },
  failure: {
    ambiguousSystem:
      '“{typed}” puede ser {systems}. Escribe uno de estos en `sistema` o elige de la lista que aparece al escribir.',
    noLinkedAccount:
      'No sé de quién son los juegos que debo mostrar. Escribe un nombre de usuario de RetroAchievements en `usuario` de {command} o vincula tu cuenta con {link}.',
    memberIsBot:
      '{member} es un bot, y los bots no tienen juegos en RetroAchievements. Abre el menú de una persona.',
    memberNotLinked:
      '{member} todavía no ha vinculado y verificado una cuenta de RetroAchievements. Puede hacerlo con {link}.',
    invalidPlayer:
      '“{typed}” no es un nombre de usuario de RetroAchievements. Los nombres tienen de 2 a 20 letras y números. También puedes pegar un enlace al perfil del jugador.',
    unknownPlayer:
      'En RetroAchievements no hay ningún jugador llamado **{player}**. Revisa cómo lo escribiste o pega un enlace a su perfil.',
    accountGone:
      'Esta cuenta ya no existe en RetroAchievements. Si el jugador tiene una nueva, escribe su nombre en lugar de este.',
    accountGoneNamed:
      'Esta cuenta ya no existe en RetroAchievements: **{player}**. Si el jugador tiene una nueva, escribe su nombre en lugar de este.',
    unknownSystem:
      'No sé qué sistema es “{typed}”. Elige uno de la lista que aparece al escribir, o deja `sistema` vacío y usa el menú debajo de los juegos.',
    network:
      'Ahora mismo no puedo conectarme a RetroAchievements. Inténtalo de nuevo en unos minutos.',
    timeout: 'RetroAchievements no responde ahora mismo. Inténtalo de nuevo en unos minutos.',
    status:
      'RetroAchievements tiene problemas ahora mismo (error {status}). Inténtalo de nuevo en unos minutos.',
    redirect:
      'RetroAchievements me envía a otra dirección (error {status}) y no voy a enviar mi clave de API allí. Si sigue pasando, pide al dueño del bot que revise `RA_URL`.',
    down: 'RetroAchievements está caído ahora mismo (error {status}). Inténtalo de nuevo en unos minutos.',
    unreadable:
      'RetroAchievements envió una respuesta que no puedo leer. Tal vez esté en mantenimiento. Inténtalo de nuevo en unos minutos.',
    emptied:
      'RetroAchievements no muestra ahora mismo ningún juego de este jugador. Inténtalo de nuevo en unos minutos.',
    rateLimited:
      'Ahora mismo hay demasiadas solicitudes a RetroAchievements. Inténtalo de nuevo {when}.',
    ownShare:
      'Consultaste muchos juegos en poco tiempo y tengo que dejar espacio a los demás. Inténtalo de nuevo {when}.',
    soon: 'en un minuto',
    keyRefused:
      'RetroAchievements rechazó la clave de API web de este bot. Pide al dueño del bot que ponga una nueva `RA_API_KEY` de retroachievements.org/settings.',
    store:
      'Ahora mismo no puedo acceder a mi base de datos. No se cambió nada. Inténtalo de nuevo en un minuto.',
    storeSince:
      'Ahora mismo no puedo acceder a mi base de datos. Los problemas empezaron {since}. No se cambió nada. Inténtalo de nuevo en un minuto.',
    unexpected:
      'Algo salió mal. Inténtalo de nuevo. Si sigue pasando, envía este código al dueño del bot: `{reference}`.',
    unknownCommand: 'Este comando ya no existe. Escribe `/` para ver mis comandos actuales.',
    strangeOptions:
      'Discord envió una versión antigua de este comando. Usa el comando de nuevo. Si no funciona, reinicia Discord.',
    unknownChannel:
      'No sé a qué canal te refieres. Usa el comando de nuevo y elige el canal de la lista.',
    unknownRole: 'No sé a qué rol te refieres. Usa el comando de nuevo y elige el rol de la lista.',
    outdated: 'Este mensaje es de otra versión del bot y ya no funciona. Usa el comando de nuevo.',
  },
  help: {
    title: 'Completionist',
    intro: 'Mira qué ha jugado, superado y dominado la gente en [RetroAchievements]({site}).',
    progress:
      'Explora la biblioteca de un jugador, diez juegos por página. Filtra, ordena, busca y exporta.',
    random: 'Elige al azar el próximo juego: uno sin terminar, salvo que elijas otro estado.',
    stats:
      'Mira las insignias de un jugador: su evolución, por sistema, las de este año y sus hitos.',
    compare:
      'Compara a dos jugadores: quién va por delante en cada juego y qué juegos tiene solo uno.',
    link: 'Vincula tu cuenta de RetroAchievements para no tener que escribir tu nombre de usuario.',
    game: 'Mira quién tiene un juego en este servidor y hasta dónde llegó.',
    leaderboard: 'Mira quién superó o dominó más juegos en este servidor y participa.',
    unlink: 'Desvincula tu cuenta.',
    privacy: 'Consulta, descarga o elimina lo que guardo sobre ti.',
    help: 'Muestra esta página.',
    about: 'Consulta la versión del bot, su estado y la antigüedad de sus datos.',
    line: '{commands}: {text}',
    announcementsTitle: 'Anuncios',
    announcementsSetup:
      'Anuncia los juegos que los jugadores superan y dominan, en tiempo real o en un resumen.',
    announcementsPlayers: 'Elige qué jugadores anunciar y mira la lista.',
    announcementsStatus: 'Mira si hay problemas o publica un ejemplo.',
    announcementsPause: 'Pausa, reanuda o quita los anuncios.',
    announcementsWho: 'Para estos comandos necesitas el permiso **Gestionar servidor**.',
    buttonsTitle: 'Botones',
    buttons:
      'Los botones no caducan nunca. Si haces clic en uno en la página de otra persona, recibes una copia que solo tú ves. Para ir a una página, haz clic en el botón del medio.',
    marksTitle: 'Símbolos',
    casualMarks: '`CA` Todos los desbloqueos en modo casual · `ca` Algunos de ellos',
    privateTitle: 'Respuestas privadas',
    private:
      'Añade `privado:True` a un comando que muestre juegos o jugadores, como {command}, para que solo tú veas la respuesta.',
  },
  about: {
    version: 'Versión',
    uptime: 'Iniciado',
    site: 'RetroAchievements',
    siteUnknown: 'Aún sin comprobar',
    siteOk: 'Respondió {when}',
    siteFailing: 'Los problemas empezaron {since}',
    data: 'Datos',
    dataNone: 'Aún no hay nada cargado',
    dataAge:
      '{count, plural, one {# biblioteca, cargada} other {# bibliotecas, la más reciente cargada}} {newest}',
    gateway: 'Discord',
    gatewayLatency: 'Conectado ({ms, number} ms)',
    gatewayUnknown: 'Conectado',
  },
  invite: {
    text: '**¿Quieres ver tus juegos anunciados aquí?** Haz clic en **Anunciar mis juegos** y publicaré en {channel} los juegos que superes y domines. Solo necesitas una cuenta de RetroAchievements. **Parar** te saca de la lista cuando quieras.',
    join: 'Anunciar mis juegos',
    leave: 'Parar',
    slow: 'Mi base de datos está lenta ahora mismo y no pude pedirte tu nombre de usuario a tiempo. Haz clic otra vez en **Anunciar mis juegos** dentro de un minuto.',
    posted: 'Invitación publicada en {channel}.',
    modalLabel: 'Tu nombre de usuario de RetroAchievements',
    joined:
      '✅ Anunciaré en {channel} los juegos que **{player}** supere y domine. Para dejarlo, haz clic en **Parar** debajo de la invitación.',
    already: 'Ya estoy anunciando a **{player}** en {channel}.',
    left: 'Dejé de anunciar a **{player}** en {channel}.',
    notThere: 'No te estoy anunciando en {channel}.',
    unlinked:
      'No sé cuál es tu cuenta. Vincúlala y verifícala con {link} y haz clic en **Parar** de nuevo.',
    unverified:
      'No has verificado **{player}**. Hazlo con {link} y haz clic en **Parar** de nuevo.',
    gone: 'Ya no hay anuncios en {channel}.',
  },
  privacy: {
    addedThemselves:
      '**Por decisión tuya**: tus juegos se anuncian en {count, plural, one {# canal} other {# canales}}, porque allí hiciste clic en **Anunciar mis juegos**.',
    title: 'Lo que guardo sobre ti',
    nothing:
      'Nada. Solo guardo algo sobre ti si vinculas una cuenta, configuras anuncios o consultas jugadores.',
    linked: '**Cuenta de RetroAchievements**: **{player}**, vinculada {when}, aún sin verificar',
    code: '**Código para tu lema**: {code}, caduca {when}',
    codeExpired: '**Código para tu lema**: {code}, caducó {when}',
    linkedVerified:
      '**Cuenta de RetroAchievements**: **{player}**, vinculada {when} y verificada como tuya {verified}',
    announced:
      '**Anuncios**: tus juegos se anuncian en {count, plural, one {# canal} other {# canales}}. Guardo cuáles de tus insignias se publicaron allí.',
    here: 'En este servidor: {channels}.',
    denied: '**Anuncios**: tus juegos no se anuncian nunca, y nadie puede seguirte.',
    manages:
      '**Configurados por ti**: los anuncios de {count, plural, one {# canal} other {# canales}}. Si tienen que pausarse, te envío un mensaje directo.',
    games:
      '**Juegos**: {count, plural, one {# juego de **{player}**, con su insignia} other {# juegos de **{player}**, con sus insignias}} y su progreso, para `/game` y las clasificaciones.',
    boards: '**Clasificaciones**: {sentences}',
    leaderboards:
      'Te uniste a la clasificación de {count, plural, one {# servidor} other {# servidores}}.',
    leftLeaderboards:
      'Saliste de la clasificación de {count, plural, one {# servidor, que ya no te muestra} other {# servidores, que ya no te muestran}}.',
    lookedUp:
      '**Jugadores que consultaste hace poco**: {players}. Te los sugiero mientras escribes y los olvido cuando me reinicio.',
    public:
      'Las copias de páginas públicas de RetroAchievements se guardan hasta un día, para todo el mundo.',
    policy: '[Política de privacidad y condiciones]({url})',
    download: 'Descargar mis datos',
    delete: 'Eliminar mis datos',
    deny: 'No anunciarme nunca',
    allow: 'Permitir anunciarme',
    file: 'Todo lo que guardo sobre ti:',
    confirm: 'Eliminar',
    keep: 'Conservar',
    deleteTitle: '¿Eliminar tus datos?',
    deleteAsk: 'No se puede deshacer. Olvidaré:',
    deletesLink: 'que vinculaste **{player}**',
    deletesGames:
      'los juegos guardados de **{player}**, salvo que un servidor los anuncie u otra persona haya vinculado la cuenta',
    deletesOwnGames: 'los juegos guardados de **{player}**, salvo que un servidor los anuncie',
    deletesLeaderboards:
      'que te uniste a la clasificación de {count, plural, one {# servidor} other {# servidores}} o saliste de ella',
    deletesAnnouncements:
      'que te inscribiste en los anuncios de {count, plural, one {# canal} other {# canales}}, con todo lo que espera a publicarse allí',
    deletesManager:
      'que configuraste los anuncios de {count, plural, one {# canal} other {# canales}}: continúan, pero si tienen que pausarse, no podré avisarte',
    deletesLookedUp: 'qué jugadores consultaste hace poco',
    staysAnnounced:
      '{count, plural, one {Un admin añadió a **{player}** a los anuncios de # canal} other {Varios admins añadieron a **{player}** a los anuncios de # canales}}, y eso no cambia. Para que pare también, haz clic en **Conservar** y luego en **No anunciarme nunca**.',
    staysDenied: '**{player}** sigue en mi lista de cuentas que no se anuncian nunca.',
    staysPosted: 'Lo que ya publiqué se queda en su canal.',
    kept: 'No se eliminó nada.',
    deletedAnnounced:
      '**{player}** se sigue anunciando por decisión de admins. Para que pare, vincula y verifica la cuenta de nuevo y usa {privacy}.',
    deleted: 'Eliminado. Ya no guardo nada sobre ti.',
    deletedManager:
      'Los anuncios que configuraste continúan, pero si tienen que pausarse, nadie recibirá un mensaje mío hasta que alguien use {setup} allí.',
    deletedDenied:
      'Eliminado. Solo guardo que **{player}** no se anuncia nunca. Para cambiarlo, vincula y verifica la cuenta de nuevo.',
    nowDenied: '**{player}** no se anunciará nunca más.',
    removedFrom: 'Te quité de {count, plural, one {# canal} other {# canales}}.',
    nowAllowed: '**{player}** se puede anunciar de nuevo, en cuanto alguien te siga.',
    shownAgain:
      'Estás de nuevo en la clasificación de {count, plural, one {# servidor} other {# servidores}}.',
    notVerified:
      'No has verificado esta cuenta. Usa {link}, pon el código en tu lema y haz clic en **Verificar**.',
  },
  link: {
    linked:
      'Tu cuenta de Discord ahora está vinculada a **{player}**. Desde ahora, {progress} muestra tus juegos si dejas `usuario` vacío.',
    renamed: '**{former}** ahora se llama **{player}**.',
    prove:
      '¿Es tuya? Pon este código en cualquier parte de tu lema en los [ajustes de RetroAchievements](<{settings}>) y haz clic en **Verificar**:',
    expires: 'El código caduca {when}. Solo lo necesitas tú, y después puedes quitarlo de tu lema.',
    check: 'Verificar',
    profile: 'Ver perfil',
    verified:
      '✅ **{player}** es tu cuenta y está verificada. Ya puedes quitar el código de tu lema. Para desvincularla, usa {unlink}.',
    expired: 'Ese código caducó. Aquí tienes uno nuevo.',
    noMotto:
      'No encuentro el código: **{player}** todavía no tiene lema. Guarda el código en RetroAchievements y haz clic en **Verificar** de nuevo.',
    otherMotto:
      'No encuentro el código en el lema de **{player}**, que es “{motto}”. Guarda el código en RetroAchievements y haz clic en **Verificar** de nuevo.',
    gone: 'Esta cuenta no está vinculada a la tuya. Usa {link} para vincular una.',
    none: 'No has vinculado ninguna cuenta. Puedes hacerlo con {link}.',
    noIdentity:
      'RetroAchievements no indica qué cuenta es **{player}**. Inténtalo de nuevo en unos minutos.',
    unlinked: 'Desvinculaste **{player}**.',
    stillDenied:
      '**{player}** sigue sin anunciarse. Para cambiarlo, vincula y verifica la cuenta de nuevo y usa {privacy}.',
    stillAnnounced:
      '**{player}** se sigue anunciando en {count, plural, one {# canal} other {# canales}}.',
    stopThere: 'Para que pare, haz clic en **Parar** debajo de la invitación.',
    stopVerified:
      'Para que pare, vincula y verifica la cuenta de nuevo, y haz clic en **Parar** debajo de la invitación o usa {privacy}.',
    denied: '**{player}** no se anuncia nunca. Para cambiarlo, usa {privacy}.',
    mention: 'Escribe tu nombre de usuario de RetroAchievements, no una mención.',
    me: 'Escribe tu nombre de usuario de RetroAchievements. “me” solo funciona en otros comandos, una vez vinculada tu cuenta.',
    replace:
      '**{player}** es tu cuenta verificada. Si vinculas **{other}** en su lugar, olvidaré que **{player}** es tuya, y **{other}** solo contará como tuya cuando la verifiques.',
    replaceYes: 'Vincular {other}',
    replaceNo: 'Conservar {player}',
    otherVerified:
      '**{player}** es tu cuenta verificada. Para usar otra, vincúlala primero con {link}.',
    onLeaderboard:
      'Estás en la clasificación de este servidor: mira {leaderboard}. Para salir, haz clic en **Salir** allí.',
    onLeaderboardSoon:
      'Cuando esté verificada, también estarás en la clasificación de este servidor.',
  },
  game: {
    players:
      '{count, plural, one {# jugador de aquí lo tiene} other {# jugadores de aquí lo tienen}}',
    you: '← tú',
    notYours: 'Todavía no tienes este juego.',
    unverified: 'Para ver tu propia posición, verifica tu cuenta con {link}.',
    hidden:
      'No apareces en este servidor. Para cambiarlo, haz clic en **Unirme** en {leaderboard}.',
    elsewhere: 'Tu posición: **{place, number}**',
    nobody: 'Que yo sepa, nadie aquí tiene este juego.',
    unknown:
      'Que yo sepa, nadie aquí tiene un juego llamado “{typed}”. Revisa cómo lo escribiste o elige uno de la lista que aparece al escribir.',
    ambiguous: '“{typed}” puede ser {games}. Elige uno de la lista que aparece al escribir.',
    many: '“{typed}” puede ser muchos juegos. Elige uno de la lista que aparece al escribir.',
    notInServer:
      'Solo puedo decir quién tiene un juego dentro de un servidor. Usa este comando en un canal de un servidor.',
    otherServer: 'Esta lista es de otro servidor. Usa {game} para ver la de este.',
  },
  leaderboard: {
    title: 'Clasificación',
    week: 'Esta semana',
    month: 'Este mes',
    year: 'Este año',
    all: 'Desde siempre',
    since: '{period}, desde el {when}',
    any: 'Todas las insignias',
    beaten: 'Superados',
    mastered: 'Dominados',
    hardcore: 'Hardcore',
    casual: 'Hardcore y casual',
    place: '**{place, number}.** {player} · {count, plural, one {# juego} other {# juegos}}',
    own: 'Tu posición: **{place, number}**, con {count, plural, one {# juego} other {# juegos}}',
    ownNoGames: 'Todavía no tienes juegos que cuenten aquí.',
    ownNoGamesThen: 'Todavía no tienes juegos que cuenten en este periodo.',
    ownUntracked:
      'No tienes posición porque RetroAchievements deja tu cuenta fuera de sus clasificaciones.',
    ownNotHere: 'No estás en esta clasificación. Para entrar, haz clic en **Unirme**.',
    ownUnverified: 'Para estar en esta clasificación, verifica tu cuenta con {link}.',
    ownUnlinked: 'Para ver tu posición, vincula tu cuenta con {link}.',
    loading:
      '⏳ Los juegos de {count, plural, one {# jugador} other {# jugadores}} aún se están cargando.',
    noGames: 'Nadie aquí tiene todavía un juego que cuente.',
    noGamesThen: 'Nadie aquí tiene todavía un juego que cuente en este periodo.',
    nobody:
      'Todavía no hay nadie en la clasificación de este servidor. Para entrar, vincula tu cuenta con {link}. Los jugadores anunciados aquí también están en ella: los admins los añaden con {track}.',
    join: 'Unirme',
    leave: 'Salir',
    joined: '✅ **{player}** ya está en la clasificación de este servidor.',
    left: '**{player}** ya no está en la clasificación de este servidor. Para volver, haz clic en **Unirme**.',
    leftUnverified:
      'Verificar **{player}** ya no te añadirá a la clasificación de este servidor. Para entrar después, haz clic en **Unirme**.',
    notVerified:
      'Para eso necesitas una cuenta verificada. Usa {link}, pon el código en tu lema y haz clic en **Verificar**.',
    denied:
      'Tu cuenta no se muestra en servidores porque elegiste **No anunciarme nunca**. Puedes cambiarlo con {privacy}.',
    notInServer:
      'Las clasificaciones solo funcionan en servidores. Usa este comando en un canal de un servidor.',
    elsewhere: 'Esta clasificación es de otro servidor. Usa {leaderboard} para ver la de este.',
  },
  post: {
    beatenAndMastered: 'Superado y dominado',
    beatenAndCompleted: 'Superado y completado (casual)',
    beatenThenCompleted: 'Superado en hardcore, completado en casual',
    achievements: '{unlocked, number} de {count, plural, one {# logro} other {# logros}}',
    partlyHardcore: '{hardcore, number} en hardcore',
    nthMastered:
      '{nth, selectordinal, =1 {**Primer** juego dominado} other {Juego dominado n.º **#**}}',
    nthCompleted:
      '{nth, selectordinal, =1 {**Primer** juego completado} other {Juego completado n.º **#**}}',
    nthBeaten:
      '{nth, selectordinal, =1 {**Primer** juego superado} other {Juego superado n.º **#**}}',
    onSystemMastered:
      '{nth, selectordinal, =1 {**Primer** dominado} other {Dominado n.º **#**}} en {system}',
    onSystemCompleted:
      '{nth, selectordinal, =1 {**Primer** completado} other {Completado n.º **#**}} en {system}',
    onSystemBeaten:
      '{nth, selectordinal, =1 {**Primer** superado} other {Superado n.º **#**}} en {system}',
    sample: 'Este es un anuncio de ejemplo.',
    awards: '{count, plural, one {# juego} other {# juegos}}',
    players: '{count, plural, one {# jugador} other {# jugadores}}',
    games: '{count, plural, one {# juego terminado} other {# juegos terminados}}',
    finished: '{player} terminó {awards}',
    finishedByPlayers: '{players} terminaron {awards}',
    digest: 'Resumen: {games} por {players}',
    digestHourly: 'Resumen por hora: {games} por {players}',
    digestDaily: 'Resumen diario: {games} por {players}',
    digestWeekly: 'Resumen semanal: {games} por {players}',
    digestMonthly: 'Resumen mensual: {games} por {players}',
    countOfKind: '{mark} {earned, number}',
    topPlayers: 'Mejores jugadores en hardcore',
    ranked: '**{place, number}.** {player} · {count, plural, one {# juego} other {# juegos}}',
    playerWithGames: '**{player}** ({games, number})',
    rankedCasual: '{ranked} (+{casual, number} casual)',
    moreGames: '…y {count, number} más',
    morePlayers: '…y {count, plural, one {# jugador} other {# jugadores}} más',
    fullList: 'Lista completa',
    listGone:
      'Esta lista ya no está disponible: se quitaron sus anuncios o ya no sigo a ninguno de sus jugadores.',
  },
  pauseNotice: {
    title: 'Anuncios en pausa',
    where: 'Discord no me deja publicar en {channel} ([abrir canal]({url})).',
    unknownChannel: 'El canal ya no existe. Configura los anuncios en otro canal.',
    missingAccess: 'No puedo ver el canal. Dame el permiso **Ver canal** allí.',
    missingPermissions:
      'Me falta un permiso. Dame **Ver canal**, **Enviar mensajes** e **Insertar enlaces** allí. En un hilo, también necesito **Enviar mensajes en hilos**.',
    threadLocked:
      'El hilo está cerrado o bloqueado. Reábrelo y desbloquéalo, o dame **Gestionar hilos** allí.',
    wrongChannelType:
      'No puedo publicar en este tipo de canal. Configura los anuncios en un canal de texto, un canal de anuncios o un hilo.',
    notInServer: 'Ya no estoy en el servidor. Añádeme de nuevo.',
    refused: 'Discord dio este motivo: “{words}”.',
    unknownTimezone: 'Ya no reconozco la zona horaria {timezone}. Elige otra con `zona-horaria`.',
    whereZone: 'No puedo programar resúmenes en {channel} ([abrir canal]({url})).',
    more: 'Lo mismo vale para {count, plural, one {# canal más} other {# canales más}}.',
    startOver:
      'Para un canal eliminado, usa {command} en el servidor. Puedes mover sus jugadores a otro canal.',
    kept: 'Guardo las insignias nuevas {count, plural, one {# día} other {# días}} y reanudo por mi cuenta en cuanto pueda publicar de nuevo. Para intentarlo ya, usa {command} en el servidor.',
  },
  feedKinds: {
    all: 'Todas las insignias (hardcore y casual)',
    beaten: 'Superados (hardcore o casual)',
    mastered: 'Dominados',
    hardcore: 'Superados y dominados (solo hardcore)',
  },
  cadence: {
    live: 'En tiempo real',
    hourly: 'Resumen por hora',
    daily: 'Resumen diario',
    weekly: 'Resumen semanal',
    monthly: 'Resumen mensual',
  },
  weekday: {
    monday: 'lunes',
    tuesday: 'martes',
    wednesday: 'miércoles',
    thursday: 'jueves',
    friday: 'viernes',
    saturday: 'sábado',
    sunday: 'domingo',
  },
  permission: {
    viewChannel: 'Ver canal',
    sendMessages: 'Enviar mensajes',
    sendMessagesInThreads: 'Enviar mensajes en hilos',
    embedLinks: 'Insertar enlaces',
    readMessageHistory: 'Leer el historial de mensajes',
    mentionEveryone: 'Mencionar @everyone, @here y todos los roles',
    manageThreads: 'Gestionar hilos',
  },
  feed: {
    channel: 'Canal',
    kinds: 'Insignias',
    schedule: 'Frecuencia',
    role: 'Menciones',
    language: 'Idioma',
    noRole: 'Nadie',
    players: 'Jugadores seguidos',
    playerCount: '{count, number} de {limit, number}',
    daily: '{digest}, a las {time} ({timezone})',
    weekly: '{digest}, el {weekday} a las {time} ({timezone})',
    monthly: '{digest}, el día 1 a las {time} ({timezone})',
    next: 'Próximo: {when}',
    stillPaused: '⏸️ Los anuncios siguen en pausa. Usa {resume} para volver a publicar.',
  },
  setup: {
    isSetUp: 'Anuncios configurados',
    isChanged: 'Anuncios actualizados',
    unusedOptions:
      'ℹ️ Esta frecuencia no usa {options}. Guardo lo que elegiste para cuando cambies la `frecuencia`.',
    dropped:
      'ℹ️ {count, plural, one {# insignia en espera ya no encaja con estos ajustes y no se publicará} other {# insignias en espera ya no encajan con estos ajustes y no se publicarán}}.',
    trackNext: 'Ahora añade jugadores con {track}.',
    testNext: 'Publica un ejemplo con {test} o añade más jugadores con {track}.',
    otherChannel:
      'Estos ajustes son de {channel}, el único canal de este servidor con anuncios. Para anunciar también en este canal, usa {setup} y elígelo en `canal`.',
  },
  access: {
    missing:
      '⚠️ No puedo publicar en {channel}. Dame {permissions} en Editar canal > Permisos (para un hilo, edita su canal).',
    advised: '⚠️ Dame también {permissions} en {channel}.',
    noHistory:
      '⚠️ Dame **Leer el historial de mensajes** en {channel}. Sin él, puede que publique un anuncio dos veces si me interrumpen.',
    silentRole:
      '⚠️ No puedo mencionar a {role}. Activa **Permitir que cualquiera @mencione este rol** en Ajustes del servidor > Roles o dame **Mencionar @everyone, @here y todos los roles** en {channel}.',
    roleGone:
      '⚠️ El rol que mencionaba se eliminó, así que no menciono a nadie. Elige otro con `rol` en {setup}.',
    unknown: 'ℹ️ No pude comprobar mis permisos en el canal. Inténtalo de nuevo en un minuto.',
  },
  track: {
    tracked:
      'Ahora sigo a **{player}** en {channel} ({count, number} de {limit, number} jugadores).',
    trackedSeveral:
      'Ahora sigo a {players} en {channel} ({count, number} de {limit, number} jugadores).',
    live: 'Publicaré las insignias nuevas en cuanto lleguen.',
    digest: 'Las insignias nuevas saldrán en el próximo resumen ({when}).',
    paused: '⏸️ Los anuncios allí están en pausa. Usa {resume} para volver a publicar.',
    already: 'ℹ️ Ya sigo a: {players}.',
    unknown:
      '⚠️ No están en RetroAchievements: {players}. Revisa cómo los escribiste o pega enlaces a sus perfiles.',
    invalid:
      '⚠️ {players} {count, plural, one {no es un nombre de usuario} other {no son nombres de usuario}} de RetroAchievements. Los nombres tienen de 2 a 20 letras y números.',
    notLinked:
      '⚠️ Sin cuenta verificada: {players}. Cada miembro puede vincular y verificar la suya con {link}.',
    denied:
      '⚠️ No quieren que se les anuncie, así que no sigo a: {players}. Solo ellos pueden cambiarlo, con {privacy}.',
    noIdentity:
      '⚠️ RetroAchievements no envió un ID de {players}, así que aún no puedo seguirlos. Inténtalo de nuevo en unos minutos.',
    full: '⚠️ No hay espacio para {players}: el límite es de {limit, number} jugadores. Quita a alguien con {untrack} o configura otro canal.',
    unanswered: '⚠️ Aún no sigo a: {players}. {reason}',
    unsaved:
      '⚠️ Aún no sigo a: {players}. Ahora mismo no puedo acceder a mi base de datos. Inténtalo de nuevo en un minuto.',
  },
  untrack: {
    untracked: 'Dejé de seguir a **{player}** en {channel}.',
    untrackedSeveral: 'Dejé de seguir a {players} en {channel}.',
    notTracked: '⚠️ En {channel} no sigo a: {players}. Usa {list} para ver a quién sigo.',
    dropped:
      '{count, plural, one {# insignia en espera no se publicará} other {# insignias en espera no se publicarán}}.',
  },
  list: {
    title: 'Jugadores seguidos',
    head: '{channel}: {count, number} de {limit, number}',
    player: '{player} · desde el {when}',
    byThemselves: '{player} · desde el {when} · inscripción de {member}',
    empty: 'Todavía no sigo a ningún jugador en {channel}. Añade uno con {track}.',
    footer:
      '{shown, plural, one {Jugador {first, number}} other {Jugadores {first, number}–{last, number}}} de {count, number} · Página {page, number} de {pages, number}',
  },
  feedStatus: {
    title: 'Anuncios',
    fine: '✅ Todo funciona.',
    nobody: 'ℹ️ Todavía no sigo a ningún jugador. Añade uno con {track}.',
    pausedByManager: '⏸️ Pausados {since} por un admin. Usa {resume} para volver a publicar.',
    pausedByDiscord:
      '⛔ Pausados {since} porque Discord no me deja publicar. {reason} Reanudaré por mi cuenta en cuanto pueda publicar de nuevo. Para intentarlo ya, usa {resume}.',
    pausedByZone:
      '⛔ Pausados {since} porque ya no reconozco la zona horaria {timezone}. Elige otra con {setup}.',
    pausedByVersion:
      '⛔ Pausados {since} porque una versión más nueva de mí hizo una configuración que no puedo leer. Actualízame o configúralos de nuevo con {setup}.',
    channelDeleted:
      '⛔ Pausados {since} porque el canal ya no existe. Configura los anuncios en otro canal con {setup}.',
    backAgain: '▶️ Puedo publicar aquí de nuevo, así que reanudé los anuncios.',
    refusing:
      '⚠️ Discord empezó a rechazar mis anuncios aquí {since}. Seguiré intentándolo unos minutos antes de pausarlos.',
    refusals:
      '⚠️ No pude publicar {count, plural, one {# anuncio, ni siquiera como texto simple. El motivo} other {# anuncios, ni siquiera como texto simple. El motivo más reciente}}: “{words}”. Usa {resume} en menos de 7 días para intentarlo de nuevo.',
    postsFailing:
      '⚠️ Discord no acepta mis anuncios aquí. Los problemas empezaron {since}. Seguiré intentándolo y no se perderá nada.',
    failing:
      '⚠️ No puedo leer las insignias nuevas de RetroAchievements. Los problemas empezaron {since}. Seguiré intentándolo y luego publicaré lo que faltó.',
    unread:
      '⚠️ Hace un rato que no compruebo si hay insignias nuevas. Los problemas empezaron {since}. Luego publicaré lo que faltó. Si sigue pasando, avisa al dueño del bot.',
    unsaved:
      '⚠️ No puedo escribir en mi base de datos, así que no se anuncia nada nuevo. Los problemas empezaron {since}. Luego publicaré lo que faltó. Si sigue pasando, avisa al dueño del bot.',
    late: '⏳ Los anuncios van con retraso: el más antiguo estaba listo {since}. Los publico tan rápido como me deja Discord.',
    lastPoll: 'Última comprobación',
    notYet: 'Aún no',
    lastPost: 'Última publicación',
    noPost: 'Aún no',
    waiting: 'En espera',
    waitingCount: '{count, plural, one {# insignia} other {# insignias}}',
    waitingNone: 'Nada',
    setUpAt: 'Configurados',
    setUpBy: '{when}, último cambio de {manager}',
    setUpByNobody: '{when}. Si se pausan, nadie recibe un mensaje hasta que alguien use {setup}.',
  },
  sample: {
    posted: 'Publiqué un ejemplo en {channel}. No mencionó a nadie.',
  },
  pause: {
    paused:
      '⏸️ Pausé los anuncios en {channel}. Guardo las insignias nuevas {count, plural, one {# día} other {# días}}. Usa {resume} para publicarlas.',
  },
  resume: {
    resumed: '▶️ Reanudé los anuncios en {channel}.',
    nothing: 'No había insignias en espera.',
    live: 'Estoy publicando {count, plural, one {# insignia que estaba} other {# insignias que estaban}} en espera.',
    now: 'El resumen con {count, plural, one {# insignia} other {# insignias}} se publica ahora.',
    digest:
      '{count, plural, one {# insignia espera} other {# insignias esperan}} al próximo resumen ({when}).',
    retried:
      '🔁 Intentando de nuevo {count, plural, one {# anuncio rechazado} other {# anuncios rechazados}}.',
  },
  takeAlong: {
    leftBehind:
      'ℹ️ El canal eliminado {channel} aún tiene {count, plural, one {# jugador seguido. Puedes moverlo} other {# jugadores seguidos. Puedes moverlos}} aquí.',
    help: 'Este canal se eliminó. Para dejar de seguir a todos sus jugadores, usa {remove}.',
    move: 'Mover {count, plural, one {# jugador} other {# jugadores}} aquí',
    see: 'Ver jugadores del canal eliminado',
    moved: '{count, plural, one {# jugador movido} other {# jugadores movidos}} a {channel}.',
    awards:
      '{count, plural, one {También se movió # insignia en espera} other {También se movieron # insignias en espera}}.',
    noRoom:
      '⚠️ {count, plural, one {# jugador no cupo} other {# jugadores no cupieron}}: el límite es {limit, number}. Quita a alguien con {untrack} y haz clic en el botón de nuevo.',
  },
  remove: {
    ask: '¿Quitar los anuncios de {channel}?',
    loss: 'Esto elimina {loss}. No se puede deshacer. Para parar solo un tiempo, usa {pause}.',
    yes: 'Quitar',
    no: 'Cancelar',
    removed: '🗑️ Quité los anuncios de {channel}. Eliminado: {loss}.',
    kept: 'No se quitó nada.',
    settings: 'los ajustes',
    unposted: '{count, plural, one {# insignia sin publicar} other {# insignias sin publicar}}',
    trackedPlayers: '{count, plural, one {# jugador seguido} other {# jugadores seguidos}}',
  },
  feedRefusal: {
    denied:
      '**{player}** no quiere que se le anuncie. Solo puede cambiarlo quien tiene la cuenta, con {privacy}.',
    notInServer:
      'Los anuncios solo funcionan en servidores. Usa este comando en un canal de un servidor.',
    notManager:
      'Para esto necesitas el permiso **Gestionar servidor**. Pide ayuda a un admin del servidor.',
    noFeeds: 'Este servidor todavía no tiene anuncios. Configúralos con {setup}.',
    noFeedThere: '{channel} no tiene anuncios. Configúralos allí con {setup}.',
    feedsElsewhere:
      '{channel} no tiene anuncios. Configúralos allí con {setup} o elige un canal que los tenga: {channels}.',
    severalFeeds:
      'Este servidor tiene anuncios en más de un canal: {channels}. Elige uno en `canal`.',
    forumItself:
      'No puedo publicar directamente en {channel}. Abre una publicación allí y elígela en `canal`.',
    wrongChannelType:
      'No puedo publicar en {channel}. Elige un canal de texto, un canal de anuncios o un hilo en `canal`.',
    channelGone:
      'Ese canal ya no existe o está en otro servidor. Elige otro con {setup}. Para quitar los anuncios de un canal eliminado, usa {remove}.',
    channelHidden:
      'No puedo ver {channel}. Dame **Ver canal** en Editar canal > Permisos (para un hilo, edita su canal) e inténtalo de nuevo. No se cambió nada.',
    missingPermissions:
      'No puedo publicar en {channel}. Dame {permissions} en Editar canal > Permisos (para un hilo, edita su canal) e inténtalo de nuevo. No se cambió nada.',
    accessUnknown:
      'No pude comprobar mis permisos allí. No se cambió nada. Inténtalo de nuevo en un minuto.',
    unknownTimezone:
      '“{typed}” no es una zona horaria que conozca. Escribe una ciudad y elige de la lista, o escribe un nombre como `Europe/Madrid`, `America/Mexico_City` o `UTC`. No se cambió nada.',
    ambiguousTimezone:
      '“{typed}” puede ser {timezones}. Escribe una de estas en `zona-horaria` o elige de la lista que aparece al escribir. No se cambió nada.',
    noIdentity:
      'RetroAchievements no envió un ID de **{player}**, así que aún no puedo seguir esa cuenta. Inténtalo de nuevo en unos minutos.',
    alreadyTracked: 'Ya sigo a **{player}** en {channel}.',
    alreadyTrackedRenamed: 'Ya sigo a **{player}** en {channel}. Antes se llamaba **{former}**.',
    tooManyNames:
      'Puedes seguir hasta {limit, number} jugadores a la vez, y estos son {count, number}. No se cambió nada. Usa {track} más de una vez.',
    tooManyToUntrack:
      'Puedes quitar hasta {limit, number} jugadores a la vez, y estos son {count, number}. No se cambió nada. Usa {untrack} más de una vez.',
    feedFull:
      '{channel} ya tiene {limit, number} jugadores seguidos, que es el límite. Quita uno con {untrack} o configura otro canal.',
    notTracked: 'No sigo a “{typed}” en {channel}. Usa {list} para ver a quién sigo.',
    alreadyPaused:
      'Los anuncios en {channel} ya se habían pausado {since}. Usa {resume} para volver a publicar.',
    notDeleted: '{channel} no se ha eliminado, así que sus jugadores se quedan allí.',
    nothingLeft: 'Estos jugadores ya se movieron o se quitaron. Usa {list} para ver a quién sigo.',
    timezoneGone:
      'Ya no reconozco la zona horaria {timezone}. Elige otra con `zona-horaria` en {setup}. No se cambió nada.',
    newerVersion:
      'Una versión más nueva de mí configuró {channel} de una forma que no puedo leer. Actualízame o configúralo de nuevo con {setup}.',
    notInServerMyself: 'Ya no estoy en este servidor. Añádeme de nuevo e inténtalo otra vez.',
    notPaused:
      'Los anuncios en {channel} no están en pausa. Usa {status} para ver si hay problemas.',
    setUpAnew:
      'No se quitó nada, porque los anuncios en {channel} se configuraron de nuevo después de la pregunta. Para quitarlos, usa {remove} de nuevo.',
    digestElsewhere: 'Solo puedes abrir esta lista en el servidor donde se publicó.',
    inviteRefused:
      'Discord rechazó la invitación en {channel}. {reason} Después, usa {invite} de nuevo.',
    inviteUnsent:
      'Discord no responde, así que no sé si la invitación se publicó. Mira en {channel} y usa {invite} de nuevo en un minuto.',
    testRefusedInWords:
      'Discord rechazó el ejemplo en {channel}. {reason} Usa {test} de nuevo en unos minutos.',
    testRefused: 'Discord rechazó el ejemplo en {channel}. {reason} Después, usa {test} de nuevo.',
    testUnsent:
      'Discord no responde, así que no sé si el ejemplo se publicó. Mira en {channel} y usa {test} de nuevo en un minuto.',
  },
  sentence: { next: '{first} {next}', end: '{sentence}.' },
} satisfies Texts;
