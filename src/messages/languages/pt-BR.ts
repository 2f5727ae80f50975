import type { Texts } from './en.ts';

/**
 * Every text in Brazilian Portuguese. Words of the site (zerado, platinado, concluído, conquista, prêmio, console, lema)
 * are those of RAWeb's `lang/pt_BR.json`, words of Discord those of its client.
 */
export const texts = {
  command: {
    progress: 'Veja os jogos de um jogador, com progresso e prêmios',
    random: 'Sorteie um jogo da biblioteca de um jogador',
    stats:
      'Veja os prêmios de um jogador ao longo do tempo, por console e neste ano, em uma imagem',
    compare: 'Compare os jogos de dois jogadores e veja quem está na frente',
    game: 'Veja quem neste servidor tem um jogo e até onde chegou',
    leaderboard: 'Veja quem neste servidor mais zerou ou platinou jogos',
    announcements: 'Anuncie os jogos que os jogadores zeram e platinam',
    announcementsSetup: 'Configure os anúncios de um canal ou mude só as opções que você preencher',
    announcementsTrack: 'Anuncie daqui em diante os jogos que estes jogadores zeram e platinam',
    announcementsUntrack: 'Pare de anunciar os jogos de um jogador',
    announcementsInvite: 'Publique uma mensagem para os membros se inscreverem nos anúncios',
    announcementsList: 'Veja quais jogadores são acompanhados',
    announcementsStatus:
      'Veja a última verificação, a última postagem, o próximo resumo e os problemas',
    announcementsTest: 'Publique um anúncio de exemplo no canal',
    announcementsPause: 'Pause os anúncios; os novos prêmios ficam guardados por 7 dias',
    announcementsResume: 'Retome os anúncios e publique o que ficou para trás',
    announcementsRemove: 'Remova os anúncios de um canal e a lista de jogadores acompanhados',
    link: 'Vincule sua conta do RetroAchievements para não precisar digitar seu nome de usuário',
    unlink: 'Desvincule sua conta do RetroAchievements',
    privacy: 'Veja, baixe ou exclua o que eu guardo sobre você',
    help: 'Veja o que este bot faz',
    about: 'Veja a versão do bot, seu status e a idade dos dados',
  },
  menuName: { 'Show progress': 'Mostrar progresso' },
  option: {
    user: 'Nome de usuário ou link do perfil no RetroAchievements',
    ownUser: 'Seu nome de usuário ou link do perfil no RetroAchievements',
    compareUser: 'Nome de usuário ou link do perfil no RetroAchievements (padrão: o seu)',
    other: 'Com quem comparar (padrão: você)',
    system: 'Mostrar só jogos deste console',
    status: 'Mostrar só jogos com este status',
    randomStatus: 'Mostrar só jogos com este status (padrão: não terminados)',
    sort: 'Como ordenar os jogos',
    search: 'Mostrar só jogos com estas palavras no título',
    private: 'Só você vê a resposta',
    title: 'Título do jogo',
    period: 'Quando os jogos foram zerados ou platinados (padrão: desde sempre)',
    kind: 'Quais prêmios contam (padrão: todos)',
    casual: 'Contar também jogos com prêmios casuais',
    channel: 'Canal ou tópico (opcional se só um tiver anúncios)',
    setupChannel: 'Canal ou tópico (padrão: o que já tem anúncios ou este)',
    kinds: 'Quais prêmios anunciar (padrão: todos)',
    schedule: 'Com que frequência publicar (padrão: em tempo real)',
    hour: 'Hora do resumo diário, semanal ou mensal, de 0 a 23 (padrão: 18)',
    weekday: 'Dia do resumo semanal (padrão: segunda-feira)',
    timezone: 'Fuso horário da hora, como America/Sao_Paulo (padrão: UTC)',
    role: 'Cargo a mencionar (padrão: nenhum; escolha @everyone para não mencionar mais)',
    language: 'Idioma dos anúncios (padrão: o deste servidor)',
    track: 'Nomes de usuário ou links de perfis no RetroAchievements, até 25',
    untrack: 'Jogadores que não devem mais ser acompanhados, até 25',
  },
  optionName: {
    user: 'usuário',
    other: 'outro',
    system: 'console',
    status: 'status',
    sort: 'ordem',
    search: 'busca',
    private: 'privado',
    title: 'título',
    period: 'período',
    kind: 'prêmio',
    casual: 'casual',
    channel: 'canal',
    kinds: 'prêmios',
    schedule: 'frequência',
    hour: 'hora',
    weekday: 'dia',
    timezone: 'fuso-horário',
    role: 'cargo',
    language: 'idioma',
  },
  jump: {
    first: 'primeira, primeiro, início, começo',
    last: 'última, último, fim, final',
    page: 'página, páginas, pág, págs, pg, p, número, nº, n',
    of: 'de',
    to: 'para, para a, pra, ir para, ir para a, ir pra, vá para, vá para a, pular para, pular para a',
  },
  award: {
    mastered: 'Platinado',
    completed: 'Concluído (casual)',
    'beaten-hardcore': 'Zerado',
    'beaten-softcore': 'Zerado (casual)',
    none: 'Não terminado',
  },
  status: {
    all: 'Todos os jogos',
    unfinished: 'Não terminados',
    awarded: 'Qualquer prêmio',
    beaten: 'Zerados (hardcore ou casual)',
    'beaten-hardcore': 'Zerados',
    'beaten-softcore': 'Zerados (casual)',
    completed: 'Concluídos (casual)',
    mastered: 'Platinados',
    'completed-or-mastered': 'Concluídos ou platinados',
    'not-100': 'Menos de 100%',
    revised: 'Prêmios de sets revisados',
    'hardcore-awards': 'Qualquer prêmio hardcore',
    'casual-awards': 'Qualquer prêmio casual',
    'hardcore-progress': 'Qualquer progresso hardcore',
    'casual-progress': 'Qualquer progresso casual',
  },
  sort: {
    recent: 'Desbloqueio mais recente primeiro',
    oldest: 'Desbloqueio mais antigo primeiro',
    title: 'Título (A–Z)',
    'title-desc': 'Título (Z–A)',
    progress: 'Maior progresso primeiro',
    'least-progress': 'Menor progresso primeiro',
    closest: 'Menos conquistas faltando primeiro',
    award: 'Prêmio mais alto primeiro',
  },
  library: {
    counts:
      '{played, plural, one {**#** jogado} other {**#** jogados}} · {unfinished, plural, one {**#** não terminado} other {**#** não terminados}} · {beaten, plural, one {**#** zerado} other {**#** zerados}} · {mastered, plural, one {**#** platinado} other {**#** platinados}}',
    casualCounts:
      'Casual: {beaten, plural, one {**#** zerado} other {**#** zerados}} · {completed, plural, one {**#** concluído} other {**#** concluídos}}',
    loading: '⏳ {loaded, number} de {total, number} jogos carregados',
    provisional: 'esta página ainda pode mudar',
    halted: '⚠️ Só {loaded, number} de {total, number} jogos carregados. {reason}',
    outdated: '⚠️ Cópia salva {age}. {reason}',
    updated: 'Atualizado {age}',
    search: '“{search}”',
    noAchievements: 'Sem conquistas ativas',
    casual: 'CA',
    partlyCasual: 'ca',
    noGames:
      'Nenhum jogo ainda. Um jogo aparece aqui assim que **{player}** desbloqueia uma conquista nele.',
    countsOn: '{system}: {counts}',
    noSearchMatches:
      'Nenhum jogo encontrado com “{search}”. Confira se escreveu certo ou limpe a busca.',
    noFilterMatches: 'Nenhum jogo encontrado com {filters}. Tente outros filtros abaixo.',
    noMatches:
      'Nenhum jogo encontrado com “{search}” e {filters}. Limpe a busca ou tente outros filtros abaixo.',
    clearSearch: 'Limpar busca',
    noMatchesYet: 'Nenhum jogo encontrado até agora.',
    footer:
      '{shown, plural, one {Jogo {first, number}} other {Jogos {first, number}–{last, number}}} de {count, number} · Página {page, number} de {pages, number}',
    footerEmpty: 'Nenhum jogo · Página 1 de 1',
    statusMenu: 'Filtrar por status',
    sortMenu: 'Ordenar por',
    systemMenu: 'Filtrar por console',
    allSystems: 'Todos os consoles',
    moreSystems: 'Mais consoles…',
    firstSystems: 'Voltar aos primeiros consoles',
    systemGames: '{count, plural, one {# jogo} other {# jogos}}',
    refresh: 'Atualizar',
    csv: 'Exportar CSV',
    json: 'Exportar JSON',
    stats: 'Estatísticas',
    site: 'Ver no site',
    jumpTitle: 'Ir para a página',
    jumpLabel: 'Número da página (1–{pages, number})',
    jumpLabelAny: 'Número da página',
    jumpInvalid:
      'Isso não é um número de página. Clique de novo no botão do meio e digite um número, como 7, ou “última”.',
    refreshedRecently:
      'Esta biblioteca acabou de ser atualizada. Você pode atualizar de novo {when}.',
    exportedALot:
      'Você exportou muitos arquivos nos últimos minutos. Você pode exportar de novo {when}.',
    exportOutdated: '⚠️ Esta é uma cópia salva {age}. {reason}',
    export:
      '{count, plural, one {# jogo exportado} other {# jogos exportados}} da biblioteca de **{player}** em {format}.',
  },
  random: {
    all: '{count, plural, one {O único jogo} other {1 de # jogos}}',
    unfinished:
      '{count, plural, one {O único jogo não terminado} other {1 de # jogos não terminados}}',
    awarded: '{count, plural, one {O único jogo} other {1 de # jogos}} com prêmio',
    beaten:
      '{count, plural, one {O único jogo zerado} other {1 de # jogos zerados}} no modo hardcore ou casual',
    'beaten-hardcore': '{count, plural, one {O único jogo zerado} other {1 de # jogos zerados}}',
    'beaten-softcore':
      '{count, plural, one {O único jogo zerado} other {1 de # jogos zerados}} no modo casual',
    completed: '{count, plural, one {O único jogo concluído} other {1 de # jogos concluídos}}',
    mastered: '{count, plural, one {O único jogo platinado} other {1 de # jogos platinados}}',
    'completed-or-mastered':
      '{count, plural, one {O único jogo concluído ou platinado} other {1 de # jogos concluídos ou platinados}}',
    'not-100': '{count, plural, one {O único jogo} other {1 de # jogos}} com menos de 100%',
    revised:
      '{count, plural, one {O único jogo} other {1 de # jogos}} com prêmio de um set revisado',
    'hardcore-awards':
      '{count, plural, one {O único jogo} other {1 de # jogos}} com prêmio hardcore',
    'casual-awards': '{count, plural, one {O único jogo} other {1 de # jogos}} com prêmio casual',
    'hardcore-progress':
      '{count, plural, one {O único jogo} other {1 de # jogos}} com progresso hardcore',
    'casual-progress':
      '{count, plural, one {O único jogo} other {1 de # jogos}} com progresso casual',
    lastUnlock: 'Último desbloqueio {when}',
    noMatches:
      'Nenhum jogo de **{player}** encontrado com {filters}. Use {command} com outro `status` ou `console`.',
    another: 'Outro jogo',
    library: 'Biblioteca',
  },
  comparison: {
    common: '{count, plural, one {**#** jogo} other {**#** jogos}} em comum',
    ahead: 'na frente em **{games, number}**',
    tied: 'empate em **{games, number}**',
    lead: '+{unlocked, number} de {possible, number}',
    leadByAward: 'prêmio mais alto',
    leadInHardcore: '+{hardcore, number} hardcore',
    listMenu: 'Escolha quais jogos mostrar',
    both: 'Jogos em comum',
    only: 'Jogos que só {player} tem',
    sortLead: 'Maior vantagem de {player}',
    sortClosest: 'Disputas mais acirradas primeiro',
    noneShared: '**{one}** e **{other}** não têm jogos em comum. Escolha outros jogos abaixo.',
    noneOnlyOne: '**{other}** tem todos os jogos de **{one}**. Escolha outros jogos abaixo.',
    noneOnlyOther: '**{one}** tem todos os jogos de **{other}**. Escolha outros jogos abaixo.',
    loading: '⏳ **{player}**: {loaded, number} de {total, number} jogos carregados',
    outdated: '⚠️ **{player}**: cópia salva {age}. {reason}',
    same: 'Os dois são a mesma conta. Digite outro jogador em `usuário` ou `outro` de {command}.',
    noGames:
      '**{player}** ainda não tem jogos, então não há o que comparar. Tente de novo depois da primeira conquista.',
    nobody:
      'Não sei quem comparar. Digite um nome de usuário do RetroAchievements em `usuário` ou `outro` de {command}.',
    noOther:
      'Falta o outro jogador da comparação. Digite um nome de usuário do RetroAchievements em `outro` de {command} ou vincule sua conta com {link}.',
    noUser:
      'Falta o outro jogador da comparação. Digite um nome de usuário do RetroAchievements em `usuário` de {command} ou vincule sua conta com {link}.',
  },
  stats: {
    otherCount: 'Outros prêmios: **{count, number}**',
    other: 'Outros prêmios',
    games: '{count, plural, one {# jogo} other {# jogos}}',
    overTime: 'Prêmios ao longo do tempo',
    systems: 'Jogos por console',
    moreSystems: '+{count, plural, one {# console} other {# consoles}}',
    year: 'Prêmios em {year}',
    milestones: 'Marcos',
    noAwards: 'Nenhum prêmio ainda',
    noDates: 'Nenhum prêmio com data',
    noAwardsThisYear: 'Nenhum até agora',
    systemNumber: 'Console {id}',
    gameNumber: 'Jogo {id}',
    nthMastered: '{nth, selectordinal, =1 {Primeiro} other {#º}} platinado',
    nthCompleted: '{nth, selectordinal, =1 {Primeiro} other {#º}} concluído',
    nthBeaten: '{nth, selectordinal, =1 {Primeiro} other {#º}} zerado',
    nthBeatenCasual: '{nth, selectordinal, =1 {Primeiro} other {#º}} zerado (casual)',
    firstAward: 'Primeiro prêmio: {game}, {when}',
    bestMonth: 'Melhor mês: **{month}**, com {count, plural, one {# prêmio} other {# prêmios}}',
    thisYear: 'Este ano: {count, plural, one {# prêmio} other {# prêmios}}',
    topSystems: 'Principais consoles: {systems}',
    systemGames: '{system} ({count, number})',
    milestone: '{nth}: {game}',
    milestoneOn: '{nth}: {game}, {when}',
    alt: 'Estatísticas de {player} no RetroAchievements, {count, plural, one {# jogo} other {# jogos}}',
    altAwards: 'Prêmios: {awards}',
    altMonths: 'Prêmios em {year} por mês: {months}',
    altMilestones: 'Marcos: {milestones}',
    noPicture: '⚠️ Não consigo desenhar a imagem agora. Tente de novo em um minuto.',
    askedALot: 'Você abriu muitas estatísticas nos últimos minutos. Você pode ver outras {when}.',
    library: 'Biblioteca',
  },
  failure: {
    ambiguousSystem:
      '“{typed}” pode ser {systems}. Digite um destes em `console` ou escolha na lista que aparece enquanto você digita.',
    noLinkedAccount:
      'Não sei de quem são os jogos que devo mostrar. Digite um nome de usuário do RetroAchievements em `usuário` de {command} ou vincule sua conta com {link}.',
    memberIsBot:
      '{member} é um bot, e bots não têm jogos no RetroAchievements. Abra o menu de uma pessoa.',
    memberNotLinked:
      '{member} ainda não vinculou e verificou uma conta do RetroAchievements. Isso se faz com {link}.',
    invalidPlayer:
      '“{typed}” não é um nome de usuário do RetroAchievements. Os nomes têm de 2 a 20 letras e números. Você também pode colar um link do perfil do jogador.',
    unknownPlayer:
      'Não existe nenhum jogador chamado **{player}** no RetroAchievements. Confira se escreveu certo ou cole um link do perfil.',
    accountGone:
      'Esta conta não existe mais no RetroAchievements. Se o jogador tiver uma nova, digite o nome dela.',
    accountGoneNamed:
      'Esta conta não existe mais no RetroAchievements: **{player}**. Se o jogador tiver uma nova, digite o nome dela.',
    unknownSystem:
      'Não sei qual console é “{typed}”. Escolha um na lista que aparece enquanto você digita ou deixe `console` de fora e use o menu abaixo dos jogos.',
    network: 'Não consigo acessar o RetroAchievements agora. Tente de novo em alguns minutos.',
    timeout: 'O RetroAchievements não está respondendo agora. Tente de novo em alguns minutos.',
    status:
      'O RetroAchievements está com problemas agora (erro {status}). Tente de novo em alguns minutos.',
    redirect:
      'O RetroAchievements está me mandando para outro endereço (erro {status}), e não vou enviar minha chave de API para lá. Se isso continuar, peça ao dono do bot para conferir `RA_URL`.',
    down: 'O RetroAchievements está fora do ar agora (erro {status}). Tente de novo em alguns minutos.',
    unreadable:
      'O RetroAchievements mandou uma resposta que não consigo ler. Talvez esteja em manutenção. Tente de novo em alguns minutos.',
    emptied:
      'O RetroAchievements não lista nenhum jogo deste jogador agora. Tente de novo em alguns minutos.',
    rateLimited: 'Há pedidos demais ao RetroAchievements agora. Tente de novo {when}.',
    ownShare:
      'Você consultou muitos jogos em pouco tempo, e preciso deixar espaço para os outros. Tente de novo {when}.',
    soon: 'daqui a um minuto',
    keyRefused:
      'O RetroAchievements recusou a chave de API web deste bot. Peça ao dono do bot para definir uma nova `RA_API_KEY`, que fica em retroachievements.org/settings.',
    store:
      'Não consigo acessar meu banco de dados agora. Nada foi alterado. Tente de novo em um minuto.',
    storeSince:
      'Não consigo acessar meu banco de dados agora. Os problemas começaram {since}. Nada foi alterado. Tente de novo em um minuto.',
    unexpected:
      'Algo deu errado. Tente de novo. Se continuar acontecendo, mande este código ao dono do bot: `{reference}`.',
    unknownCommand: 'Este comando não existe mais. Digite `/` para ver meus comandos atuais.',
    strangeOptions:
      'O Discord enviou uma versão antiga deste comando. Use o comando de novo. Se não adiantar, reinicie o Discord.',
    unknownChannel:
      'Não sei de qual canal você está falando. Use o comando de novo e escolha o canal na lista.',
    unknownRole:
      'Não sei de qual cargo você está falando. Use o comando de novo e escolha o cargo na lista.',
    outdated: 'Esta mensagem é de outra versão do bot e não funciona mais. Use o comando de novo.',
  },
  help: {
    title: 'Completionist',
    intro: 'Veja o que a galera jogou, zerou e platinou no [RetroAchievements]({site}).',
    progress:
      'Navegue pela biblioteca de um jogador, dez jogos por página. Filtre, ordene, busque e exporte.',
    random: 'Sorteie o próximo jogo: um não terminado, a menos que você escolha outro status.',
    stats:
      'Veja os prêmios de um jogador ao longo do tempo, por console e neste ano, além dos marcos.',
    compare: 'Compare dois jogadores: quem está na frente em cada jogo e o que só um deles tem.',
    link: 'Vincule sua conta do RetroAchievements para não precisar digitar seu nome de usuário.',
    game: 'Veja quem neste servidor tem um jogo e até onde chegou.',
    leaderboard: 'Veja quem neste servidor mais zerou ou platinou jogos e entre na disputa.',
    unlink: 'Desvincule a conta.',
    privacy: 'Veja, baixe ou exclua o que eu guardo sobre você.',
    help: 'Mostre esta página.',
    about: 'Veja a versão do bot, seu status e a idade dos dados.',
    line: '{commands}: {text}',
    announcementsTitle: 'Anúncios',
    announcementsSetup:
      'Anuncie os jogos que os jogadores zeram e platinam, em tempo real ou em um resumo.',
    announcementsPlayers: 'Escolha quais jogadores anunciar e veja a lista.',
    announcementsStatus: 'Veja se há problemas ou publique um exemplo.',
    announcementsPause: 'Pause, retome ou remova os anúncios.',
    announcementsWho: 'Para estes comandos, você precisa da permissão **Gerenciar servidor**.',
    buttonsTitle: 'Botões',
    buttons:
      'Os botões nunca expiram. Se você clicar em um na página de outra pessoa, recebe uma cópia que só você vê. Para ir para uma página, clique no botão do meio.',
    marksTitle: 'Símbolos',
    casualMarks: '`CA` Todos os desbloqueios no modo casual · `ca` Alguns deles',
    privateTitle: 'Respostas privadas',
    private:
      'Adicione `privado:True` a um comando que mostre jogos ou jogadores, como {command}, para só você ver a resposta.',
  },
  about: {
    version: 'Versão',
    uptime: 'Iniciado',
    site: 'RetroAchievements',
    siteUnknown: 'Ainda não verificado',
    siteOk: 'Respondeu {when}',
    siteFailing: 'Os problemas começaram {since}',
    data: 'Dados',
    dataNone: 'Nada carregado ainda',
    dataAge:
      '{count, plural, one {# biblioteca, carregada} other {# bibliotecas, a mais recente carregada}} {newest}',
    gateway: 'Discord',
    gatewayLatency: 'Conectado ({ms, number} ms)',
    gatewayUnknown: 'Conectado',
  },
  invite: {
    text: '**Quer ver seus jogos anunciados aqui?** Clique em **Anunciar meus jogos**, e eu publico em {channel} os jogos que você zerar e platinar. Você só precisa de uma conta do RetroAchievements. **Parar** tira você da lista a qualquer momento.',
    join: 'Anunciar meus jogos',
    leave: 'Parar',
    slow: 'Meu banco de dados está lento agora, e não consegui pedir seu nome de usuário a tempo. Clique em **Anunciar meus jogos** de novo em um minuto.',
    posted: 'Convite publicado em {channel}.',
    modalLabel: 'Seu nome de usuário no RetroAchievements',
    joined:
      '✅ Vou anunciar em {channel} os jogos que **{player}** zerar e platinar. Para parar, clique em **Parar** abaixo do convite.',
    already: 'Já estou anunciando **{player}** em {channel}.',
    left: 'Parei de anunciar **{player}** em {channel}.',
    notThere: 'Não estou anunciando você em {channel}.',
    unlinked:
      'Não sei qual conta é a sua. Vincule e verifique a conta com {link} e clique em **Parar** de novo.',
    unverified:
      'Você ainda não verificou **{player}**. Faça isso com {link} e clique em **Parar** de novo.',
    gone: 'Não há mais anúncios em {channel}.',
  },
  privacy: {
    addedThemselves:
      '**Por sua escolha**: seus jogos são anunciados em {count, plural, one {# canal} other {# canais}}, porque você clicou em **Anunciar meus jogos** lá.',
    title: 'O que eu guardo sobre você',
    nothing:
      'Nada. Só guardo algo sobre você se você vincular uma conta, configurar anúncios ou consultar jogadores.',
    linked: '**Conta do RetroAchievements**: **{player}**, vinculada {when}, ainda não verificada',
    code: '**Código para o seu lema**: {code}, expira {when}',
    codeExpired: '**Código para o seu lema**: {code}, expirou {when}',
    linkedVerified:
      '**Conta do RetroAchievements**: **{player}**, vinculada {when} e verificada como sua {verified}',
    announced:
      '**Anúncios**: seus jogos são anunciados em {count, plural, one {# canal} other {# canais}}. Guardo quais dos seus prêmios foram publicados lá.',
    here: 'Neste servidor: {channels}.',
    denied: '**Anúncios**: seus jogos nunca são anunciados, e ninguém pode acompanhar você.',
    manages:
      '**Configurados por você**: os anúncios de {count, plural, one {# canal} other {# canais}}. Se eles precisarem ser pausados, mando uma mensagem direta para você.',
    games:
      '**Jogos**: {count, plural, one {# jogo de **{player}**, com prêmio} other {# jogos de **{player}**, com prêmios}} e progresso, para `/game` e os rankings.',
    boards: '**Rankings**: {sentences}',
    leaderboards:
      'Você entrou no ranking de {count, plural, one {# servidor} other {# servidores}}.',
    leftLeaderboards:
      'Você saiu do ranking de {count, plural, one {# servidor, que não mostra} other {# servidores, que não mostram}} mais você.',
    lookedUp:
      '**Jogadores que você consultou há pouco**: {players}. Sugiro esses nomes enquanto você digita e os esqueço quando reinicio.',
    public:
      'Cópias de páginas públicas do RetroAchievements ficam guardadas por até um dia, para todo mundo.',
    policy: '[Política de privacidade e termos]({url})',
    download: 'Baixar meus dados',
    delete: 'Excluir meus dados',
    deny: 'Nunca me anunciar',
    allow: 'Permitir me anunciar',
    file: 'Tudo o que eu guardo sobre você:',
    confirm: 'Excluir',
    keep: 'Manter',
    deleteTitle: 'Excluir seus dados?',
    deleteAsk: 'Não dá para desfazer. Vou esquecer:',
    deletesLink: 'que você vinculou **{player}**',
    deletesGames:
      'os jogos guardados de **{player}**, a menos que um servidor os anuncie ou outra pessoa tenha vinculado a conta',
    deletesOwnGames: 'os jogos guardados de **{player}**, a menos que um servidor os anuncie',
    deletesLeaderboards:
      'que você entrou no ranking de {count, plural, one {# servidor} other {# servidores}} ou saiu dele',
    deletesAnnouncements:
      'que você se inscreveu nos anúncios de {count, plural, one {# canal} other {# canais}}, com tudo o que está esperando para ser publicado lá',
    deletesManager:
      'que você configurou os anúncios de {count, plural, one {# canal} other {# canais}}: eles continuam, mas não vou poder avisar você se precisarem ser pausados',
    deletesLookedUp: 'quais jogadores você consultou há pouco',
    staysAnnounced:
      '{count, plural, one {Um admin adicionou **{player}** aos anúncios de # canal} other {Admins adicionaram **{player}** aos anúncios de # canais}}, e isso continua. Para parar isso também, clique em **Manter** e depois em **Nunca me anunciar**.',
    staysDenied: '**{player}** continua na minha lista de contas que nunca são anunciadas.',
    staysPosted: 'O que eu já publiquei continua no canal.',
    kept: 'Nada foi excluído.',
    deletedAnnounced:
      '**{player}** ainda é anunciado por escolha de admins. Para parar isso, vincule e verifique a conta de novo e use {privacy}.',
    deleted: 'Excluído. Não guardo mais nada sobre você.',
    deletedManager:
      'Os anúncios que você configurou continuam, mas se precisarem ser pausados, ninguém recebe uma mensagem minha até alguém usar {setup} lá.',
    deletedDenied:
      'Excluído. Só guardo que **{player}** nunca é anunciado. Para mudar isso, vincule e verifique a conta de novo.',
    nowDenied: '**{player}** nunca mais será anunciado.',
    removedFrom: 'Removi você de {count, plural, one {# canal} other {# canais}}.',
    nowAllowed: '**{player}** pode voltar a ser anunciado, assim que alguém acompanhar você.',
    shownAgain:
      'Você está de novo no ranking de {count, plural, one {# servidor} other {# servidores}}.',
    notVerified:
      'Você ainda não verificou esta conta. Use {link}, coloque o código no seu lema e clique em **Verificar**.',
  },
  link: {
    linked:
      'Sua conta do Discord agora está vinculada a **{player}**. A partir de agora, {progress} mostra seus jogos se você deixar `usuário` de fora.',
    renamed: '**{former}** agora se chama **{player}**.',
    prove:
      'A conta é sua? Coloque este código em qualquer lugar do seu lema nas [configurações do RetroAchievements](<{settings}>) e clique em **Verificar**:',
    expires: 'O código expira {when}. Só você precisa dele, e depois pode tirá-lo do seu lema.',
    check: 'Verificar',
    profile: 'Ver perfil',
    verified:
      '✅ **{player}** é a sua conta, e ela está verificada. Você já pode tirar o código do seu lema. Para desvincular, use {unlink}.',
    expired: 'Esse código expirou. Aqui está um novo.',
    noMotto:
      'Não encontrei o código: **{player}** ainda não tem lema. Salve o código no RetroAchievements e clique em **Verificar** de novo.',
    otherMotto:
      'Não encontrei o código no lema de **{player}**, que é “{motto}”. Salve o código no RetroAchievements e clique em **Verificar** de novo.',
    gone: 'Esta conta não está vinculada à sua. Use {link} para vincular uma.',
    none: 'Você ainda não vinculou uma conta. Você pode fazer isso com {link}.',
    noIdentity:
      'O RetroAchievements não informa qual conta é **{player}**. Tente de novo em alguns minutos.',
    unlinked: 'Você desvinculou **{player}**.',
    stillDenied:
      '**{player}** continua sem ser anunciado. Para mudar isso, vincule e verifique a conta de novo e use {privacy}.',
    stillAnnounced:
      '**{player}** ainda é anunciado em {count, plural, one {# canal} other {# canais}}.',
    stopThere: 'Para parar isso, clique em **Parar** abaixo do convite.',
    stopVerified:
      'Para parar isso, vincule e verifique a conta de novo e clique em **Parar** abaixo do convite ou use {privacy}.',
    denied: '**{player}** nunca é anunciado. Para mudar isso, use {privacy}.',
    mention: 'Digite seu nome de usuário do RetroAchievements, não uma menção.',
    me: 'Digite seu nome de usuário do RetroAchievements. “me” só funciona em outros comandos, depois que sua conta estiver vinculada.',
    replace:
      '**{player}** é a sua conta verificada. Se você vincular **{other}** no lugar, eu esqueço que **{player}** é sua, e **{other}** só conta como sua depois que você verificar.',
    replaceYes: 'Vincular {other}',
    replaceNo: 'Manter {player}',
    otherVerified:
      '**{player}** é a sua conta verificada. Para usar outra, vincule-a primeiro com {link}.',
    onLeaderboard:
      'Você está no ranking deste servidor: veja {leaderboard}. Para sair, clique em **Sair** lá.',
    onLeaderboardSoon: 'Assim que for verificada, você também entra no ranking deste servidor.',
  },
  game: {
    players: '{count, plural, one {# jogador daqui tem} other {# jogadores daqui têm}} este jogo',
    you: '← você',
    notYours: 'Você ainda não tem este jogo.',
    unverified: 'Para ver sua própria posição, verifique sua conta com {link}.',
    hidden:
      'Você não aparece neste servidor. Para mudar isso, clique em **Entrar** em {leaderboard}.',
    elsewhere: 'Sua posição: **{place, number}**',
    nobody: 'Que eu saiba, ninguém aqui tem este jogo.',
    unknown:
      'Que eu saiba, ninguém aqui tem um jogo chamado “{typed}”. Confira se escreveu certo ou escolha um na lista que aparece enquanto você digita.',
    ambiguous: '“{typed}” pode ser {games}. Escolha um na lista que aparece enquanto você digita.',
    many: '“{typed}” pode ser muitos jogos. Escolha um na lista que aparece enquanto você digita.',
    notInServer:
      'Só sei dizer quem tem um jogo dentro de um servidor. Use este comando em um canal de servidor.',
    otherServer: 'Esta lista é de outro servidor. Use {game} para ver a deste.',
  },
  leaderboard: {
    title: 'Ranking',
    week: 'Esta semana',
    month: 'Este mês',
    year: 'Este ano',
    all: 'Desde sempre',
    since: '{period}, desde {when}',
    any: 'Todos os prêmios',
    beaten: 'Zerados',
    mastered: 'Platinados',
    hardcore: 'Hardcore',
    casual: 'Hardcore e casual',
    place: '**{place, number}.** {player} · {count, plural, one {# jogo} other {# jogos}}',
    own: 'Sua posição: **{place, number}**, com {count, plural, one {# jogo} other {# jogos}}',
    ownNoGames: 'Você ainda não tem jogos que contem aqui.',
    ownNoGamesThen: 'Você ainda não tem jogos que contem neste período.',
    ownUntracked:
      'Você não tem posição porque o RetroAchievements deixa sua conta fora dos rankings dele.',
    ownNotHere: 'Você não está neste ranking. Para entrar, clique em **Entrar**.',
    ownUnverified: 'Para entrar neste ranking, verifique sua conta com {link}.',
    ownUnlinked: 'Para ver sua posição, vincule sua conta com {link}.',
    loading:
      '⏳ Os jogos de {count, plural, one {# jogador} other {# jogadores}} ainda estão carregando.',
    noGames: 'Ninguém aqui tem um jogo que conte ainda.',
    noGamesThen: 'Ninguém aqui tem um jogo que conte neste período ainda.',
    nobody:
      'Ainda não há ninguém no ranking deste servidor. Para entrar, vincule sua conta com {link}. Os jogadores anunciados aqui também entram: admins adicionam jogadores com {track}.',
    join: 'Entrar',
    leave: 'Sair',
    joined: '✅ **{player}** agora está no ranking deste servidor.',
    left: '**{player}** não está mais no ranking deste servidor. Para voltar, clique em **Entrar**.',
    leftUnverified:
      'Verificar **{player}** não vai mais colocar você no ranking deste servidor. Para entrar depois disso, clique em **Entrar**.',
    notVerified:
      'Para isso, você precisa de uma conta verificada. Use {link}, coloque o código no seu lema e clique em **Verificar**.',
    denied:
      'Sua conta não aparece em servidores porque você escolheu **Nunca me anunciar**. Você pode mudar isso com {privacy}.',
    notInServer: 'Rankings só funcionam em servidores. Use este comando em um canal de servidor.',
    elsewhere: 'Este ranking é de outro servidor. Use {leaderboard} para ver o deste.',
  },
  post: {
    beatenAndMastered: 'Zerado e platinado',
    beatenAndCompleted: 'Zerado e concluído (casual)',
    beatenThenCompleted: 'Zerado no hardcore, concluído no casual',
    achievements: '{unlocked, number} de {count, plural, one {# conquista} other {# conquistas}}',
    partlyHardcore: '{hardcore, number} no hardcore',
    nthMastered: '**{nth, selectordinal, =1 {Primeiro} other {#º}}** jogo platinado',
    nthCompleted: '**{nth, selectordinal, =1 {Primeiro} other {#º}}** jogo concluído',
    nthBeaten: '**{nth, selectordinal, =1 {Primeiro} other {#º}}** jogo zerado',
    onSystemMastered: '**{nth, selectordinal, =1 {Primeiro} other {#º}}** platinado no {system}',
    onSystemCompleted: '**{nth, selectordinal, =1 {Primeiro} other {#º}}** concluído no {system}',
    onSystemBeaten: '**{nth, selectordinal, =1 {Primeiro} other {#º}}** zerado no {system}',
    sample: 'Este é um anúncio de exemplo.',
    awards: '{count, plural, one {# jogo} other {# jogos}}',
    players: '{count, plural, one {# jogador} other {# jogadores}}',
    games: '{count, plural, one {# jogo terminado} other {# jogos terminados}}',
    finished: '{player} terminou {awards}',
    finishedByPlayers: '{players} terminaram {awards}',
    digest: 'Resumo: {games} por {players}',
    digestHourly: 'Resumo por hora: {games} por {players}',
    digestDaily: 'Resumo diário: {games} por {players}',
    digestWeekly: 'Resumo semanal: {games} por {players}',
    digestMonthly: 'Resumo mensal: {games} por {players}',
    countOfKind: '{mark} {earned, number}',
    topPlayers: 'Melhores jogadores no hardcore',
    ranked: '**{place, number}.** {player} · {count, plural, one {# jogo} other {# jogos}}',
    playerWithGames: '**{player}** ({games, number})',
    rankedCasual: '{ranked} (+{casual, number} casual)',
    moreGames: '…e mais {count, number}',
    morePlayers: '…e mais {count, plural, one {# jogador} other {# jogadores}}',
    fullList: 'Lista completa',
    listGone:
      'Esta lista não está mais disponível: os anúncios foram removidos ou não acompanho mais nenhum dos jogadores.',
  },
  pauseNotice: {
    title: 'Anúncios pausados',
    where: 'O Discord não me deixa publicar em {channel} ([abrir canal]({url})).',
    unknownChannel: 'O canal não existe mais. Configure os anúncios em outro canal.',
    missingAccess: 'Não consigo ver o canal. Me dê a permissão **Ver canal** lá.',
    missingPermissions:
      'Falta uma permissão. Me dê **Ver canal**, **Enviar mensagens** e **Inserir links** lá. Em um tópico, também preciso de **Enviar mensagens em tópicos**.',
    threadLocked:
      'O tópico está fechado ou trancado. Reabra e destranque o tópico ou me dê **Gerenciar tópicos** lá.',
    wrongChannelType:
      'Não consigo publicar neste tipo de canal. Configure os anúncios em um canal de texto, um canal de anúncios ou um tópico.',
    notInServer: 'Não estou mais no servidor. Me adicione de novo.',
    refused: 'O Discord deu este motivo: “{words}”.',
    unknownTimezone:
      'Não reconheço mais o fuso horário {timezone}. Escolha outro com `fuso-horário`.',
    whereZone: 'Não consigo agendar resumos em {channel} ([abrir canal]({url})).',
    more: 'O mesmo vale para {count, plural, one {mais # canal} other {mais # canais}}.',
    startOver:
      'Para um canal excluído, use {command} no servidor. Você pode mover os jogadores dele para outro canal.',
    kept: 'Guardo os novos prêmios por {count, plural, one {# dia} other {# dias}} e retomo por conta própria assim que puder publicar de novo. Para tentar agora mesmo, use {command} no servidor.',
  },
  feedKinds: {
    all: 'Todos os prêmios (hardcore e casual)',
    beaten: 'Zerados (hardcore ou casual)',
    mastered: 'Platinados',
    hardcore: 'Zerados e platinados (só hardcore)',
  },
  cadence: {
    live: 'Em tempo real',
    hourly: 'Resumo por hora',
    daily: 'Resumo diário',
    weekly: 'Resumo semanal',
    monthly: 'Resumo mensal',
  },
  weekday: {
    monday: 'segunda-feira',
    tuesday: 'terça-feira',
    wednesday: 'quarta-feira',
    thursday: 'quinta-feira',
    friday: 'sexta-feira',
    saturday: 'sábado',
    sunday: 'domingo',
  },
  permission: {
    viewChannel: 'Ver canal',
    sendMessages: 'Enviar mensagens',
    sendMessagesInThreads: 'Enviar mensagens em tópicos',
    embedLinks: 'Inserir links',
    readMessageHistory: 'Ver histórico de mensagens',
    mentionEveryone: 'Mencionar @everyone, @here e todos os cargos',
    manageThreads: 'Gerenciar tópicos',
  },
  feed: {
    channel: 'Canal',
    kinds: 'Prêmios',
    schedule: 'Frequência',
    role: 'Menções',
    language: 'Idioma',
    noRole: 'Ninguém',
    players: 'Jogadores acompanhados',
    playerCount: '{count, number} de {limit, number}',
    daily: '{digest}, às {time} ({timezone})',
    weekly: '{digest}, {weekday}, às {time} ({timezone})',
    monthly: '{digest}, no dia 1º, às {time} ({timezone})',
    next: 'Próximo: {when}',
    stillPaused: '⏸️ Os anúncios continuam pausados. Use {resume} para voltar a publicar.',
  },
  setup: {
    isSetUp: 'Anúncios configurados',
    isChanged: 'Anúncios atualizados',
    unusedOptions:
      'ℹ️ Esta frequência não usa {options}. Guardei o que você escolheu para quando mudar a `frequência`.',
    dropped:
      'ℹ️ {count, plural, one {# prêmio que estava esperando não se encaixa mais nestas configurações e não será publicado} other {# prêmios que estavam esperando não se encaixam mais nestas configurações e não serão publicados}}.',
    trackNext: 'Agora adicione jogadores com {track}.',
    testNext: 'Publique um exemplo com {test} ou adicione mais jogadores com {track}.',
    otherChannel:
      'Estas configurações são de {channel}, o único canal deste servidor com anúncios. Para anunciar neste canal também, use {setup} e escolha-o em `canal`.',
  },
  access: {
    missing:
      '⚠️ Não consigo publicar em {channel}. Me dê {permissions} em Editar canal > Permissões (para um tópico, edite o canal dele).',
    advised: '⚠️ Me dê também {permissions} em {channel}.',
    noHistory:
      '⚠️ Me dê **Ver histórico de mensagens** em {channel}. Sem isso, posso publicar um anúncio duas vezes se eu for interrompido.',
    silentRole:
      '⚠️ Não consigo mencionar {role}. Ative **Permitir que qualquer um @mencione este cargo** em Configurações do servidor > Cargos ou me dê **Mencionar @everyone, @here e todos os cargos** em {channel}.',
    roleGone:
      '⚠️ O cargo a mencionar foi excluído, então não menciono ninguém. Escolha outro com `cargo` em {setup}.',
    unknown: 'ℹ️ Não consegui conferir minhas permissões no canal. Tente de novo em um minuto.',
  },
  track: {
    tracked:
      'Agora acompanho **{player}** em {channel} ({count, number} de {limit, number} jogadores).',
    trackedSeveral:
      'Agora acompanho {players} em {channel} ({count, number} de {limit, number} jogadores).',
    live: 'Vou publicar os novos prêmios assim que chegarem.',
    digest: 'Os novos prêmios vão sair no próximo resumo ({when}).',
    paused: '⏸️ Os anúncios lá estão pausados. Use {resume} para voltar a publicar.',
    already: 'ℹ️ Já acompanho: {players}.',
    unknown:
      '⚠️ Não encontrados no RetroAchievements: {players}. Confira se escreveu certo ou cole links dos perfis.',
    invalid:
      '⚠️ {players} {count, plural, one {não é um nome de usuário} other {não são nomes de usuário}} do RetroAchievements. Os nomes têm de 2 a 20 letras e números.',
    notLinked:
      '⚠️ Sem conta verificada: {players}. Cada membro pode vincular e verificar a sua com {link}.',
    denied:
      '⚠️ Não querem ser anunciados, então não acompanho: {players}. Só eles podem mudar isso, com {privacy}.',
    noIdentity:
      '⚠️ O RetroAchievements não enviou um ID de {players}, então ainda não consigo acompanhar. Tente de novo em alguns minutos.',
    full: '⚠️ Não há espaço para {players}: o limite é de {limit, number} jogadores. Remova alguém com {untrack} ou configure outro canal.',
    unanswered: '⚠️ Ainda não acompanho: {players}. {reason}',
    unsaved:
      '⚠️ Ainda não acompanho: {players}. Não consigo acessar meu banco de dados agora. Tente de novo em um minuto.',
  },
  untrack: {
    untracked: 'Parei de acompanhar **{player}** em {channel}.',
    untrackedSeveral: 'Parei de acompanhar {players} em {channel}.',
    notTracked: '⚠️ Em {channel}, não acompanho: {players}. Use {list} para ver quem eu acompanho.',
    dropped:
      '{count, plural, one {# prêmio que estava esperando não será publicado} other {# prêmios que estavam esperando não serão publicados}}.',
  },
  list: {
    title: 'Jogadores acompanhados',
    head: '{channel}: {count, number} de {limit, number}',
    player: '{player} · desde {when}',
    byThemselves: '{player} · desde {when} · inscrição de {member}',
    empty: 'Ainda não acompanho ninguém em {channel}. Adicione um com {track}.',
    footer:
      '{shown, plural, one {Jogador {first, number}} other {Jogadores {first, number}–{last, number}}} de {count, number} · Página {page, number} de {pages, number}',
  },
  feedStatus: {
    title: 'Anúncios',
    fine: '✅ Tudo está funcionando.',
    nobody: 'ℹ️ Ainda não acompanho ninguém. Adicione um com {track}.',
    pausedByManager: '⏸️ Pausados {since} por um admin. Use {resume} para voltar a publicar.',
    pausedByDiscord:
      '⛔ Pausados {since} porque o Discord não me deixa publicar. {reason} Retomo por conta própria assim que puder publicar de novo. Para tentar agora mesmo, use {resume}.',
    pausedByZone:
      '⛔ Pausados {since} porque não reconheço mais o fuso horário {timezone}. Escolha outro com {setup}.',
    pausedByVersion:
      '⛔ Pausados {since} porque uma versão mais nova de mim fez uma configuração que não consigo ler. Me atualize ou configure de novo com {setup}.',
    channelDeleted:
      '⛔ Pausados {since} porque o canal não existe mais. Configure os anúncios em outro canal com {setup}.',
    backAgain: '▶️ Posso publicar aqui de novo, então retomei os anúncios.',
    refusing:
      '⚠️ O Discord começou a recusar meus anúncios aqui {since}. Vou continuar tentando por alguns minutos antes de pausar.',
    refusals:
      '⚠️ Não consegui publicar {count, plural, one {# anúncio, nem como texto simples. O motivo} other {# anúncios, nem como texto simples. O motivo mais recente}}: “{words}”. Use {resume} em até 7 dias para tentar de novo.',
    postsFailing:
      '⚠️ O Discord não está aceitando meus anúncios aqui. Os problemas começaram {since}. Vou continuar tentando, e nada se perde.',
    failing:
      '⚠️ Não consigo ler os novos prêmios do RetroAchievements. Os problemas começaram {since}. Vou continuar tentando e depois publico o que faltou.',
    unread:
      '⚠️ Faz um tempo que não verifico se há novos prêmios. Os problemas começaram {since}. Depois publico o que faltou. Se isso continuar, avise o dono do bot.',
    unsaved:
      '⚠️ Não consigo gravar no meu banco de dados, então nada novo é anunciado. Os problemas começaram {since}. Depois publico o que faltou. Se isso continuar, avise o dono do bot.',
    late: '⏳ Os anúncios estão atrasados: o mais antigo ficou pronto {since}. Estou publicando tão rápido quanto o Discord deixa.',
    lastPoll: 'Última verificação',
    notYet: 'Ainda não',
    lastPost: 'Última postagem',
    noPost: 'Ainda não',
    waiting: 'Em espera',
    waitingCount: '{count, plural, one {# prêmio} other {# prêmios}}',
    waitingNone: 'Nada',
    setUpAt: 'Configurados',
    setUpBy: '{when}, última mudança por {manager}',
    setUpByNobody:
      '{when}. Se os anúncios forem pausados, ninguém recebe uma mensagem até alguém usar {setup}.',
  },
  sample: {
    posted: 'Publiquei um exemplo em {channel}. Ele não mencionou ninguém.',
  },
  pause: {
    paused:
      '⏸️ Pausei os anúncios em {channel}. Guardo os novos prêmios por {count, plural, one {# dia} other {# dias}}. Use {resume} para publicá-los.',
  },
  resume: {
    resumed: '▶️ Retomei os anúncios em {channel}.',
    nothing: 'Nenhum prêmio estava esperando.',
    live: 'Estou publicando {count, plural, one {# prêmio que estava} other {# prêmios que estavam}} esperando.',
    now: 'O resumo com {count, plural, one {# prêmio} other {# prêmios}} está sendo publicado agora.',
    digest:
      '{count, plural, one {# prêmio espera} other {# prêmios esperam}} pelo próximo resumo ({when}).',
    retried:
      '🔁 Tentando de novo {count, plural, one {# anúncio recusado} other {# anúncios recusados}}.',
  },
  takeAlong: {
    leftBehind:
      'ℹ️ O canal excluído {channel} ainda tem {count, plural, one {# jogador acompanhado. Você pode movê-lo} other {# jogadores acompanhados. Você pode movê-los}} para cá.',
    help: 'Este canal foi excluído. Para parar de acompanhar todos os jogadores dele, use {remove}.',
    move: 'Mover {count, plural, one {# jogador} other {# jogadores}} para cá',
    see: 'Ver jogadores do canal excluído',
    moved: '{count, plural, one {# jogador movido} other {# jogadores movidos}} para {channel}.',
    awards:
      '{count, plural, one {# prêmio em espera também foi movido} other {# prêmios em espera também foram movidos}}.',
    noRoom:
      '⚠️ {count, plural, one {# jogador não coube} other {# jogadores não couberam}}: o limite é {limit, number}. Remova alguém com {untrack} e clique no botão de novo.',
  },
  remove: {
    ask: 'Remover os anúncios de {channel}?',
    loss: 'Isso exclui {loss}. Não dá para desfazer. Para parar só por um tempo, use {pause}.',
    yes: 'Remover',
    no: 'Cancelar',
    removed: '🗑️ Removi os anúncios de {channel}. Foram excluídos: {loss}.',
    kept: 'Nada foi removido.',
    settings: 'as configurações',
    unposted: '{count, plural, one {# prêmio não publicado} other {# prêmios não publicados}}',
    trackedPlayers: '{count, plural, one {# jogador acompanhado} other {# jogadores acompanhados}}',
  },
  feedRefusal: {
    denied:
      '**{player}** não quer ser anunciado. Só quem é dono da conta pode mudar isso, com {privacy}.',
    notInServer: 'Anúncios só funcionam em servidores. Use este comando em um canal de servidor.',
    notManager:
      'Para isso, você precisa da permissão **Gerenciar servidor**. Peça ajuda a um admin do servidor.',
    noFeeds: 'Este servidor ainda não tem anúncios. Configure-os com {setup}.',
    noFeedThere: '{channel} não tem anúncios. Configure-os lá com {setup}.',
    feedsElsewhere:
      '{channel} não tem anúncios. Configure-os lá com {setup} ou escolha um canal que tenha: {channels}.',
    severalFeeds:
      'Este servidor tem anúncios em mais de um canal: {channels}. Escolha um em `canal`.',
    forumItself:
      'Não consigo publicar diretamente em {channel}. Abra uma postagem lá e escolha essa postagem em `canal`.',
    wrongChannelType:
      'Não consigo publicar em {channel}. Escolha um canal de texto, um canal de anúncios ou um tópico em `canal`.',
    channelGone:
      'Esse canal não existe mais ou está em outro servidor. Escolha outro com {setup}. Para remover os anúncios de um canal excluído, use {remove}.',
    channelHidden:
      'Não consigo ver {channel}. Me dê **Ver canal** em Editar canal > Permissões (para um tópico, edite o canal dele) e tente de novo. Nada foi alterado.',
    missingPermissions:
      'Não consigo publicar em {channel}. Me dê {permissions} em Editar canal > Permissões (para um tópico, edite o canal dele) e tente de novo. Nada foi alterado.',
    accessUnknown:
      'Não consegui conferir minhas permissões lá. Nada foi alterado. Tente de novo em um minuto.',
    unknownTimezone:
      '“{typed}” não é um fuso horário que eu conheça. Digite uma cidade e escolha na lista ou digite um nome como `America/Sao_Paulo`, `Europe/Lisbon` ou `UTC`. Nada foi alterado.',
    ambiguousTimezone:
      '“{typed}” pode ser {timezones}. Digite um destes em `fuso-horário` ou escolha na lista que aparece enquanto você digita. Nada foi alterado.',
    noIdentity:
      'O RetroAchievements não enviou um ID de **{player}**, então ainda não consigo acompanhar. Tente de novo em alguns minutos.',
    alreadyTracked: 'Já acompanho **{player}** em {channel}.',
    alreadyTrackedRenamed:
      'Já acompanho **{player}** em {channel}. O nome antigo era **{former}**.',
    tooManyNames:
      'Você pode acompanhar até {limit, number} jogadores de uma vez, e estes são {count, number}. Nada foi alterado. Use {track} mais de uma vez.',
    tooManyToUntrack:
      'Você pode remover até {limit, number} jogadores de uma vez, e estes são {count, number}. Nada foi alterado. Use {untrack} mais de uma vez.',
    feedFull:
      '{channel} já tem {limit, number} jogadores acompanhados, que é o limite. Remova um com {untrack} ou configure outro canal.',
    notTracked: 'Não acompanho “{typed}” em {channel}. Use {list} para ver quem eu acompanho.',
    alreadyPaused:
      'Os anúncios em {channel} já tinham sido pausados {since}. Use {resume} para voltar a publicar.',
    notDeleted: '{channel} não foi excluído, então os jogadores ficam lá.',
    nothingLeft:
      'Estes jogadores já foram movidos ou removidos. Use {list} para ver quem é acompanhado.',
    timezoneGone:
      'Não reconheço mais o fuso horário {timezone}. Escolha outro com `fuso-horário` em {setup}. Nada foi alterado.',
    newerVersion:
      'Uma versão mais nova de mim configurou {channel} de um jeito que não consigo ler. Me atualize ou configure de novo com {setup}.',
    notInServerMyself: 'Não estou mais neste servidor. Me adicione de novo e tente outra vez.',
    notPaused:
      'Os anúncios em {channel} não estão pausados. Use {status} para ver se há problemas.',
    setUpAnew:
      'Nada foi removido, porque os anúncios em {channel} foram configurados de novo depois da pergunta. Para removê-los, use {remove} de novo.',
    digestElsewhere: 'Você só pode abrir esta lista no servidor em que ela foi publicada.',
    inviteRefused:
      'O Discord recusou o convite em {channel}. {reason} Depois, use {invite} de novo.',
    inviteUnsent:
      'O Discord não está respondendo, então não sei se o convite foi publicado. Confira em {channel} e use {invite} de novo em um minuto.',
    testRefusedInWords:
      'O Discord recusou o exemplo em {channel}. {reason} Use {test} de novo em alguns minutos.',
    testRefused: 'O Discord recusou o exemplo em {channel}. {reason} Depois, use {test} de novo.',
    testUnsent:
      'O Discord não está respondendo, então não sei se o exemplo foi publicado. Confira em {channel} e use {test} de novo em um minuto.',
  },
  sentence: { next: '{first} {next}', end: '{sentence}.' },
} satisfies Texts;
