import type { Texts } from './en.ts';

/**
 * Every text in Japanese. The site has no Japanese (nothing in RAWeb's `lang/`), so its words are those of DuckStation,
 * whose Japanese interface shows RetroAchievements (`duckstation-qt_ja.ts`): クリア, コンプリート, マスター, ハードコア,
 * カジュアル, 実績, 解除. Leaderboards are rankings here: a リーダーボード is a contest within a game.
 */
export const texts = {
  command: {
    progress: 'ゲームの進捗とアワードを見る',
    random: 'ライブラリからランダムに1本選ぶ',
    stats: 'アワードの推移、機種別のゲーム数、今年の成果を1枚の画像で見る',
    compare: '2人のゲームを比べて、どちらがリードしているかを見る',
    game: 'このサーバーでゲームを遊んでいる人と、その進み具合を見る',
    leaderboard: 'このサーバーのクリア・マスター数ランキングを見る',
    announcements: 'プレイヤーのクリアやマスターをお知らせする',
    announcementsSetup: 'お知らせを設定する（設定済みなら、入力した項目だけを変更）',
    announcementsTrack: 'これからのクリアやマスターをお知らせするプレイヤーを追加する',
    announcementsUntrack: 'プレイヤーをお知らせの対象から外す',
    announcementsInvite: 'メンバーが自分でお知らせに参加できるメッセージを投稿する',
    announcementsList: 'お知らせの対象プレイヤーを見る',
    announcementsStatus: '最後の確認と投稿、次回のまとめ、問題の有無を見る',
    announcementsTest: 'お知らせのサンプルをチャンネルに投稿する',
    announcementsPause: 'お知らせを一時停止する（新しいアワードは7日間保存）',
    announcementsResume: 'お知らせを再開し、停止中の分を投稿する',
    announcementsRemove: 'チャンネルのお知らせと対象プレイヤーのリストを削除する',
    link: 'RetroAchievementsのアカウントを連携する（ユーザー名の入力が不要に）',
    unlink: 'RetroAchievementsのアカウントの連携を解除する',
    privacy: '保存されている自分のデータを見る・ダウンロードする・削除する',
    help: 'このBotでできることを見る',
    about: 'Botのバージョン、状態、データの新しさを見る',
  },
  menuName: { 'Show progress': '進捗を表示' },
  option: {
    user: 'RetroAchievementsのユーザー名、またはプロフィールのリンク',
    compareUser: 'RetroAchievementsのユーザー名、またはプロフィールのリンク（省略時：自分）',
    other: '比べる相手（省略時：自分）',
    ownUser: '自分のRetroAchievementsのユーザー名、またはプロフィールのリンク',
    system: 'この機種のゲームだけ表示',
    status: 'このステータスのゲームだけ表示',
    randomStatus: 'このステータスのゲームから選ぶ（省略時：未クリア）',
    sort: 'ゲームの並び順',
    search: 'タイトルにこの言葉を含むゲームだけ表示',
    private: '返信を自分だけに表示',
    title: 'ゲームのタイトル',
    period: 'クリアやマスターをした期間（省略時：全期間）',
    kind: '数えるアワード（省略時：すべて）',
    casual: 'カジュアルのアワードも数える',
    channel: 'チャンネルかスレッド（お知らせが1つだけなら省略可）',
    setupChannel: 'チャンネルかスレッド（省略時：お知らせのあるチャンネル、なければここ）',
    kinds: 'お知らせするアワード（省略時：すべて）',
    schedule: '投稿の頻度（省略時：リアルタイム）',
    hour: '毎日・毎週・毎月のまとめの時刻、0〜23（省略時：18）',
    weekday: '毎週のまとめの曜日（省略時：月曜日）',
    timezone: '時刻のタイムゾーン、例：Asia/Tokyo（省略時：UTC）',
    role: 'メンションするロール（省略時：なし。@everyoneでメンションをやめる）',
    language: 'お知らせの言語（省略時：このサーバーの言語）',
    track: 'RetroAchievementsのユーザー名、またはプロフィールのリンク（25人まで）',
    untrack: 'お知らせの対象から外すプレイヤー（25人まで）',
  },
  optionName: {
    user: 'ユーザー',
    other: '相手',
    system: '機種',
    status: 'ステータス',
    sort: '並び順',
    search: '検索',
    private: '非公開',
    title: 'タイトル',
    period: '期間',
    kind: '種類',
    casual: 'カジュアル',
    channel: 'チャンネル',
    kinds: 'アワード',
    schedule: '頻度',
    hour: '時刻',
    weekday: '曜日',
    timezone: 'タイムゾーン',
    role: 'ロール',
    language: '言語',
  },
  jump: {
    first: '最初, 最初のページ, 最初へ, 先頭, はじめ, 初め',
    last: '最後, 最後のページ, 最後へ, 最終, 最終ページ, 末尾, ラスト',
    page: 'ページ, ページ目, ページへ, ページ目へ, 頁, 番, 第',
    of: '/',
    to: '移動',
  },
  award: {
    mastered: 'マスター',
    completed: 'コンプリート（カジュアル）',
    'beaten-hardcore': 'クリア',
    'beaten-softcore': 'クリア（カジュアル）',
    none: '未クリア',
  },
  status: {
    all: 'すべてのゲーム',
    unfinished: '未クリア',
    awarded: 'アワードあり',
    beaten: 'クリア（ハードコア・カジュアル）',
    'beaten-hardcore': 'クリア',
    'beaten-softcore': 'クリア（カジュアル）',
    completed: 'コンプリート（カジュアル）',
    mastered: 'マスター',
    'completed-or-mastered': 'コンプリート・マスター',
    'not-100': '達成率100%未満',
    revised: '改訂されたセットのアワード',
    'hardcore-awards': 'ハードコアのアワードあり',
    'casual-awards': 'カジュアルのアワードあり',
    'hardcore-progress': 'ハードコアの進捗あり',
    'casual-progress': 'カジュアルの進捗あり',
  },
  sort: {
    recent: '解除が新しい順',
    oldest: '解除が古い順',
    title: 'タイトル順（A–Z）',
    'title-desc': 'タイトル順（Z–A）',
    progress: '達成率が高い順',
    'least-progress': '達成率が低い順',
    closest: '残りの実績が少ない順',
    award: '上位のアワード順',
  },
  library: {
    counts:
      '全**{played, number}**本 · 未クリア**{unfinished, number}** · クリア**{beaten, number}** · マスター**{mastered, number}**',
    casualCounts: 'カジュアル：クリア**{beaten, number}** · コンプリート**{completed, number}**',
    loading: '⏳ ゲームを読み込み中（{loaded, number}/{total, number}本）',
    provisional: '表示はまだ変わることがあります',
    halted: '⚠️ {total, number}本中{loaded, number}本しか読み込めませんでした。{reason}',
    outdated: '⚠️ {age}に保存したデータです。{reason}',
    updated: '{age}に更新',
    search: '「{search}」',
    noAchievements: '有効な実績なし',
    casual: 'CA',
    partlyCasual: 'ca',
    noGames: 'まだゲームがありません。**{player}**が実績を解除すると、そのゲームがここに並びます。',
    countsOn: '{system}：{counts}',
    noSearchMatches:
      '「{search}」に合うゲームはありません。入力を見直すか、検索を解除してください。',
    noFilterMatches:
      '条件に合うゲームはありません：{filters}\n下のメニューで条件を変えてみてください。',
    noMatches:
      '条件に合うゲームはありません：「{search}」 · {filters}\n検索を解除するか、下のメニューで条件を変えてみてください。',
    clearSearch: '検索を解除',
    noMatchesYet: '条件に合うゲームはまだ見つかっていません。',
    footer:
      '{shown, plural, =1 {全{count, number}本中{first, number}本目} other {全{count, number}本中{first, number}–{last, number}本目}} · {page, number}/{pages, number}ページ',
    footerEmpty: 'ゲームなし · 1/1ページ',
    statusMenu: 'ステータスで絞り込む',
    sortMenu: '並び順',
    systemMenu: '機種で絞り込む',
    allSystems: 'すべての機種',
    moreSystems: 'ほかの機種…',
    firstSystems: '最初の機種に戻る',
    systemGames: '{count, number}本',
    refresh: '更新',
    csv: 'CSVで出力',
    json: 'JSONで出力',
    stats: '統計',
    site: 'サイトで見る',
    jumpTitle: 'ページへ移動',
    jumpLabel: 'ページ番号（1–{pages, number}）',
    jumpLabelAny: 'ページ番号',
    jumpInvalid:
      'ページ番号を読み取れませんでした。真ん中のボタンをもう一度押して、「7」のような数字か「最後」と入力してください。',
    refreshedRecently: 'このライブラリは更新したばかりです。{when}にまた更新できます。',
    exportedALot: '短い間にたくさん出力しました。{when}にまた出力できます。',
    exportOutdated: '⚠️ {age}に保存したデータです。{reason}',
    export: '**{player}**のライブラリから{count, number}本を{format}で出力しました。',
  },
  random: {
    all: '{count, plural, =1 {唯一のゲーム} other {#本の中から1本}}',
    unfinished: '{count, plural, =1 {未クリアの唯一のゲーム} other {未クリアの#本の中から1本}}',
    awarded:
      '{count, plural, =1 {アワードのある唯一のゲーム} other {アワードのある#本の中から1本}}',
    beaten:
      '{count, plural, =1 {クリア（ハードコア・カジュアル）した唯一のゲーム} other {クリア（ハードコア・カジュアル）した#本の中から1本}}',
    'beaten-hardcore':
      '{count, plural, =1 {クリアした唯一のゲーム} other {クリアした#本の中から1本}}',
    'beaten-softcore':
      '{count, plural, =1 {カジュアルでクリアした唯一のゲーム} other {カジュアルでクリアした#本の中から1本}}',
    completed:
      '{count, plural, =1 {コンプリートした唯一のゲーム} other {コンプリートした#本の中から1本}}',
    mastered: '{count, plural, =1 {マスターした唯一のゲーム} other {マスターした#本の中から1本}}',
    'completed-or-mastered':
      '{count, plural, =1 {コンプリート・マスターした唯一のゲーム} other {コンプリート・マスターした#本の中から1本}}',
    'not-100':
      '{count, plural, =1 {達成率100%未満の唯一のゲーム} other {達成率100%未満の#本の中から1本}}',
    revised:
      '{count, plural, =1 {改訂されたセットのアワードがある唯一のゲーム} other {改訂されたセットのアワードがある#本の中から1本}}',
    'hardcore-awards':
      '{count, plural, =1 {ハードコアのアワードがある唯一のゲーム} other {ハードコアのアワードがある#本の中から1本}}',
    'casual-awards':
      '{count, plural, =1 {カジュアルのアワードがある唯一のゲーム} other {カジュアルのアワードがある#本の中から1本}}',
    'hardcore-progress':
      '{count, plural, =1 {ハードコアの進捗がある唯一のゲーム} other {ハードコアの進捗がある#本の中から1本}}',
    'casual-progress':
      '{count, plural, =1 {カジュアルの進捗がある唯一のゲーム} other {カジュアルの進捗がある#本の中から1本}}',
    lastUnlock: '最後の解除：{when}',
    noMatches:
      '**{player}**のライブラリに条件に合うゲームはありません：{filters}\n{command}の`ステータス`か`機種`を変えてみてください。',
    another: 'もう1本',
    library: 'ライブラリ',
  },
  stats: {
    otherCount: 'その他のアワード：**{count, number}**件',
    other: 'その他のアワード',
    games: 'ゲーム{count, number}本',
    overTime: 'アワードの推移',
    systems: '機種別のゲーム数',
    moreSystems: 'ほか{count, number}機種',
    year: '{year}年のアワード',
    milestones: '節目の記録',
    noAwards: 'アワードはまだありません',
    noDates: '日付のわかるアワードはありません',
    noAwardsThisYear: 'まだありません',
    systemNumber: '機種{id}',
    gameNumber: 'ゲームNo.{id}',
    nthMastered: '{nth, selectordinal, =1 {初} other {#本目の}}マスター',
    nthCompleted: '{nth, selectordinal, =1 {初} other {#本目の}}コンプリート',
    nthBeaten: '{nth, selectordinal, =1 {初} other {#本目の}}クリア',
    nthBeatenCasual: '{nth, selectordinal, =1 {初} other {#本目の}}クリア（カジュアル）',
    firstAward: '最初のアワード：{game}（{when}）',
    bestMonth: 'アワードが一番多い月：**{month}**（{count, number}件）',
    thisYear: '今年のアワード：{count, number}件',
    topSystems: 'よく遊ぶ機種：{systems}',
    systemGames: '{system}（{count, number}本）',
    milestone: '{nth}：{game}',
    milestoneOn: '{nth}：{game}（{when}）',
    alt: '{player}のRetroAchievementsでの統計：ゲーム{count, number}本',
    altAwards: 'アワード：{awards}',
    altMonths: '{year}年の月別アワード：{months}',
    altMilestones: '節目の記録：{milestones}',
    noPicture: '⚠️ 今は画像を作れません。1分ほどたってからもう一度お試しください。',
    askedALot: '短い間にたくさんの統計を表示しました。{when}にまた表示できます。',
    library: 'ライブラリ',
  },
  comparison: {
    common: '共通のゲーム**{count, number}**本',
    ahead: 'リード**{games, number}**本',
    tied: '互角**{games, number}**本',
    lead: '+{unlocked, number}/{possible, number}個',
    leadByAward: 'アワードで上',
    leadInHardcore: 'ハードコア+{hardcore, number}個',
    listMenu: '表示するゲームを選択',
    both: '共通のゲーム',
    only: '{player}だけのゲーム',
    sortLead: '{player}のリードが大きい順',
    sortClosest: '差が小さい順',
    noneShared:
      '**{one}**と**{other}**に共通のゲームはありません。下のメニューで表示するゲームを変えてみてください。',
    noneOnlyOne:
      '**{one}**のゲームは、すべて**{other}**も遊んでいます。下のメニューで表示するゲームを変えてみてください。',
    noneOnlyOther:
      '**{other}**のゲームは、すべて**{one}**も遊んでいます。下のメニューで表示するゲームを変えてみてください。',
    loading: '⏳ **{player}**：ゲームを読み込み中（{loaded, number}/{total, number}本）',
    outdated: '⚠️ **{player}**：{age}に保存したデータです。{reason}',
    same: '両方とも同じアカウントです。{command}の`ユーザー`か`相手`に別のプレイヤーを入力してください。',
    noGames:
      '**{player}**にはまだゲームがないので、比べられません。実績が解除されてからもう一度お試しください。',
    nobody:
      '誰を比べるのかわかりません。{command}の`ユーザー`か`相手`にRetroAchievementsのユーザー名を入力してください。',
    noOther:
      '比べる相手がわかりません。{command}の`相手`にRetroAchievementsのユーザー名を入力するか、{link}で自分のアカウントを連携してください。',
    noUser:
      '比べる相手がわかりません。{command}の`ユーザー`にRetroAchievementsのユーザー名を入力するか、{link}で自分のアカウントを連携してください。',
  },
  failure: {
    ambiguousSystem:
      '「{typed}」に当てはまる機種が複数あります：{systems}。どれか1つを`機種`に入力するか、入力中に出る候補から選んでください。',
    noLinkedAccount:
      '誰のゲームを表示するのかわかりません。{command}の`ユーザー`にRetroAchievementsのユーザー名を入力するか、{link}で自分のアカウントを連携してください。',
    memberIsBot:
      '{member}はBotなので、RetroAchievementsのゲームがありません。人のメニューから開いてください。',
    memberNotLinked:
      '{member}には、本人のものと認証されたRetroAchievementsのアカウントがありません。本人が{link}で連携・認証できます。',
    invalidPlayer:
      '「{typed}」はRetroAchievementsのユーザー名ではありません。ユーザー名は英数字2〜20文字です。プロフィールのリンクも使えます。',
    unknownPlayer:
      'RetroAchievementsに**{player}**というプレイヤーはいません。つづりを確認するか、プロフィールのリンクを貼り付けてください。',
    accountGone:
      'このアカウントはRetroAchievementsからなくなっています。新しいアカウントがあれば、その名前を入力してください。',
    accountGoneNamed:
      'このアカウントはRetroAchievementsからなくなっています：**{player}**。新しいアカウントがあれば、その名前を入力してください。',
    unknownSystem:
      '「{typed}」がどの機種かわかりません。入力中に出る候補から選ぶか、`機種`を空けてゲームの下のメニューを使ってください。',
    network: '今はRetroAchievementsに接続できません。数分後にもう一度お試しください。',
    timeout: 'RetroAchievementsから応答がありません。数分後にもう一度お試しください。',
    status:
      'RetroAchievementsで問題が起きています（エラー{status}）。数分後にもう一度お試しください。',
    redirect:
      'RetroAchievementsが別のアドレスに転送しようとしています（エラー{status}）。APIキーを守るため、そこには接続しません。続くようなら、Botの運営者に`RA_URL`の確認を頼んでください。',
    down: 'RetroAchievementsは今ダウンしています（エラー{status}）。数分後にもう一度お試しください。',
    unreadable:
      'RetroAchievementsの応答を読み取れませんでした。メンテナンス中かもしれません。数分後にもう一度お試しください。',
    emptied:
      '今、RetroAchievementsではこのプレイヤーのゲームが0本になっています。数分後にもう一度お試しください。',
    rateLimited: 'RetroAchievementsへのアクセスが多すぎます。{when}にもう一度お試しください。',
    ownShare:
      '短い間にたくさんのゲームを調べたので、ほかの人に順番を譲ります。{when}にもう一度お試しください。',
    soon: '1分後',
    keyRefused:
      'このBotのWeb APIキーがRetroAchievementsに拒否されました。Botの運営者に、retroachievements.org/settingsの新しい`RA_API_KEY`の設定を頼んでください。',
    store:
      '今はデータベースに接続できません。何も変更していません。1分ほどたってからもう一度お試しください。',
    storeSince:
      '今はデータベースに接続できません（{since}から）。何も変更していません。1分ほどたってからもう一度お試しください。',
    unexpected:
      '問題が発生しました。もう一度お試しください。続くようなら、このコードをBotの運営者に伝えてください：`{reference}`',
    unknownCommand: 'このコマンドはなくなりました。`/`を入力すると、今のコマンドが表示されます。',
    strangeOptions:
      'Discordから古いバージョンのコマンドが届きました。もう一度コマンドを使ってください。それでもだめなら、Discordを再起動してください。',
    unknownChannel:
      'どのチャンネルかわかりません。もう一度コマンドを使い、チャンネルをリストから選んでください。',
    unknownRole:
      'どのロールかわかりません。もう一度コマンドを使い、ロールをリストから選んでください。',
    outdated:
      'これは別のバージョンのBotのメッセージなので、もう使えません。もう一度コマンドを使ってください。',
  },
  help: {
    title: 'Completionist',
    intro: '[RetroAchievements]({site})のプレイ、クリア、マスターの記録を見られます。',
    progress: 'ライブラリを1ページ10本ずつ表示します。絞り込み、並べ替え、検索、出力もできます。',
    random: '次に遊ぶゲームをランダムに選びます。ステータスを指定しなければ未クリアからです。',
    stats: 'アワードの推移、機種別のゲーム数、今年の成果、節目の記録を見ます。',
    compare: '2人のゲームを比べます。どちらがリードしているか、片方だけのゲームもわかります。',
    link: 'RetroAchievementsのアカウントを連携します。ユーザー名の入力を省けます。',
    game: 'このサーバーでゲームを遊んでいる人と、その進み具合を見ます。',
    leaderboard: 'このサーバーのランキングを見ます。参加もできます。',
    unlink: '連携を解除します。',
    privacy: '保存されている自分のデータを見ます。ダウンロードや削除もできます。',
    help: 'このページを表示します。',
    about: 'Botのバージョン、状態、データの新しさを見ます。',
    line: '{commands}：{text}',
    announcementsTitle: 'お知らせ',
    announcementsSetup: 'クリアやマスターを、リアルタイムかまとめでお知らせします。',
    announcementsPlayers: 'お知らせするプレイヤーを選びます。リストも見られます。',
    announcementsStatus: '問題がないか確認します。サンプルも投稿できます。',
    announcementsPause: 'お知らせを一時停止、再開、削除します。',
    announcementsWho: 'これらには**サーバー管理**の権限が必要です。',
    buttonsTitle: 'ボタン',
    buttons:
      'ボタンに期限はありません。ほかの人のページで押すと、自分だけに見えるコピーが表示されます。真ん中のボタンを押すと、好きなページへ移動できます。',
    marksTitle: '記号',
    casualMarks: '`CA` すべてカジュアルで解除 · `ca` 一部をカジュアルで解除',
    privateTitle: '自分だけに表示',
    private:
      '{command}など、ゲームやプレイヤーを表示するコマンドに`非公開:True`を付けると、返信は自分だけに表示されます。',
  },
  about: {
    version: 'バージョン',
    uptime: '起動',
    site: 'RetroAchievements',
    siteUnknown: '未確認',
    siteOk: '{when}に応答あり',
    siteFailing: '{since}から問題が発生中',
    data: 'データ',
    dataNone: 'まだ読み込みなし',
    dataAge: 'ライブラリ{count, number}件（最新：{newest}）',
    gateway: 'Discord',
    gatewayLatency: '接続中（{ms, number}ミリ秒）',
    gatewayUnknown: '接続中',
  },
  invite: {
    text: '**自分のクリアやマスターを、ここでお知らせしませんか？**\n**お知らせに参加**を押すと、これからのクリアやマスターを{channel}でお知らせします。必要なのはRetroAchievementsのアカウントだけ。**やめる**でいつでも抜けられます。',
    join: 'お知らせに参加',
    leave: 'やめる',
    slow: '今はデータベースの応答が遅く、ユーザー名の入力画面を出せませんでした。1分ほどたってから、もう一度**お知らせに参加**を押してください。',
    posted: '{channel}に招待を投稿しました。',
    modalLabel: '自分のRetroAchievementsのユーザー名',
    joined:
      '✅ これから**{player}**のクリアやマスターを{channel}でお知らせします。やめるときは、招待の下の**やめる**を押してください。',
    already: '**{player}**のお知らせは、すでに{channel}に投稿しています。',
    left: '{channel}での**{player}**のお知らせをやめました。',
    notThere: '{channel}のお知らせには参加していません。',
    unlinked:
      'どのアカウントが本人のものかわかりません。{link}でアカウントを連携・認証してから、もう一度**やめる**を押してください。',
    unverified:
      '**{player}**は認証されていません。{link}で認証してから、もう一度**やめる**を押してください。',
    gone: '{channel}のお知らせはなくなりました。',
  },
  privacy: {
    addedThemselves:
      '**自分で参加**：**お知らせに参加**を押した{count, number}個のチャンネルで、自分のゲームをお知らせしています。',
    title: '保存されている自分のデータ',
    nothing:
      '何も保存していません。保存するのは、アカウントを連携したとき、お知らせを設定したとき、プレイヤーを調べたときだけです。',
    linked:
      '**RetroAchievementsのアカウント**：**{player}**（{when}に連携、まだ認証されていません）',
    code: '**モットーに入れるコード**：{code}（期限：{when}）',
    codeExpired: '**モットーに入れるコード**：{code}（{when}に期限切れ）',
    linkedVerified:
      '**RetroAchievementsのアカウント**：**{player}**（{when}に連携、{verified}に本人認証）',
    announced:
      '**お知らせ**：{count, number}個のチャンネルで自分のゲームをお知らせしています。そこに投稿したアワードを保存しています。',
    here: 'このサーバーでは{channels}です。',
    denied: '**お知らせ**：自分のゲームはお知らせされません。誰もお知らせの対象に追加できません。',
    manages:
      '**自分で設定**：{count, number}個のチャンネルのお知らせ。一時停止になったらDMでお伝えします。',
    games:
      '**ゲーム**：`/game`とランキングのため、**{player}**のゲーム{count, number}本のアワードと進捗を保存しています。',
    boards: '**ランキング**：{sentences}',
    leaderboards: '{count, number}個のサーバーのランキングに参加しています。',
    leftLeaderboards:
      '{count, number}個のサーバーのランキングから抜けたので、そこには表示されません。',
    lookedUp:
      '**最近調べたプレイヤー**：{players}。入力中の候補に出すためのもので、Botの再起動で消えます。',
    public: 'RetroAchievementsの公開ページのコピーは、全員のために最長1日保存されます。',
    policy: '[プライバシーポリシーと利用規約]({url})',
    download: '自分のデータをダウンロード',
    delete: '自分のデータを削除',
    deny: 'お知らせを拒否',
    allow: 'お知らせを許可',
    file: '保存されている自分のデータのすべてです：',
    confirm: '削除',
    keep: '残す',
    deleteTitle: '自分のデータを削除しますか？',
    deleteAsk: 'この操作は取り消せません。削除されるもの：',
    deletesLink: '**{player}**との連携',
    deletesGames:
      '保存されている**{player}**のゲーム（お知らせしているサーバーや、ほかに連携している人がいる場合を除く）',
    deletesOwnGames:
      '保存されている**{player}**のゲーム（お知らせしているサーバーがある場合を除く）',
    deletesLeaderboards:
      '{count, number}個のサーバーのランキングに参加した、または抜けたという記録',
    deletesAnnouncements:
      '{count, number}個のチャンネルのお知らせへの参加と、そこでの投稿待ちのすべて',
    deletesManager:
      '{count, number}個のチャンネルのお知らせを設定したという記録（お知らせは続きますが、一時停止になっても連絡できません）',
    deletesLookedUp: '最近調べたプレイヤー',
    staysAnnounced:
      'サーバー管理者が**{player}**を追加した{count, number}個のチャンネルでは、お知らせが続きます。これも止めるには、**残す**を押してから**お知らせを拒否**を押してください。',
    staysDenied: '**{player}**は、お知らせを拒否したアカウントのリストに残ります。',
    staysPosted: '投稿済みのお知らせはチャンネルに残ります。',
    kept: '何も削除していません。',
    deletedAnnounced:
      'サーバー管理者が追加した**{player}**のお知らせは続きます。止めるには、もう一度アカウントを連携・認証してから{privacy}を使ってください。',
    deleted: '削除しました。もう何も保存していません。',
    deletedManager:
      '設定したお知らせは続きますが、一時停止になっても、誰かがそこで{setup}を使うまで連絡は届きません。',
    deletedDenied:
      '削除しました。**{player}**がお知らせを拒否していることだけ残します。変えるには、もう一度アカウントを連携・認証してください。',
    nowDenied: '**{player}**のお知らせを拒否しました。',
    removedFrom: '{count, number}個のチャンネルの対象から外しました。',
    nowAllowed: '**{player}**のお知らせを許可しました。誰かが追加するとお知らせが始まります。',
    shownAgain: '{count, number}個のサーバーのランキングにまた表示されます。',
    notVerified:
      'このアカウントは認証されていません。{link}を使い、コードをモットーに入れて、**確認**を押してください。',
  },
  link: {
    linked:
      '**{player}**と連携しました。これからは`ユーザー`を空けると、{progress}に自分のゲームが表示されます。',
    renamed: '**{former}**の今の名前は**{player}**です。',
    prove:
      '本人のアカウントなら、[RetroAchievementsの設定](<{settings}>)でモットーのどこかにこのコードを入れて、**確認**を押してください：',
    expires: 'コードの期限は{when}です。使うのは本人だけで、あとでモットーから消してかまいません。',
    check: '確認',
    profile: 'プロフィールを見る',
    verified:
      '✅ **{player}**を本人のアカウントとして認証しました。コードはモットーから消せます。連携の解除は{unlink}でできます。',
    expired: 'コードの期限が切れました。新しいコードはこちらです。',
    noMotto:
      'コードが見つかりません。**{player}**のモットーは空です。RetroAchievementsで保存してから、もう一度**確認**を押してください。',
    otherMotto:
      '**{player}**のモットーにコードが見つかりません。今のモットーは「{motto}」です。RetroAchievementsで保存してから、もう一度**確認**を押してください。',
    gone: 'このアカウントとは連携していません。連携するには{link}を使ってください。',
    none: 'まだアカウントを連携していません。{link}で連携できます。',
    noIdentity:
      'RetroAchievementsから**{player}**のIDが届きません。数分後にもう一度お試しください。',
    unlinked: '**{player}**との連携を解除しました。',
    stillDenied:
      '**{player}**のお知らせは拒否されたままです。変えるには、もう一度アカウントを連携・認証してから{privacy}を使ってください。',
    stillAnnounced: '**{player}**のお知らせは{count, number}個のチャンネルで続きます。',
    stopThere: '止めるには、そこの招待の下の**やめる**を押してください。',
    stopVerified:
      '止めるには、もう一度アカウントを連携・認証してから、そこの招待の下の**やめる**を押すか、{privacy}を使ってください。',
    denied: '**{player}**はお知らせを拒否しています。{privacy}で変えられます。',
    mention: 'メンションではなく、RetroAchievementsのユーザー名を入力してください。',
    me: 'RetroAchievementsのユーザー名を入力してください。「me」が使えるのは、アカウントを連携したあと、ほかのコマンドだけです。',
    replace:
      '**{player}**は認証済みのアカウントです。**{other}**に変えると**{player}**の認証は消え、**{other}**は認証するまで本人のものと見なされません。',
    replaceYes: '{other}と連携',
    replaceNo: '{player}のまま',
    otherVerified:
      '**{player}**が認証済みのアカウントです。別のアカウントを使うには、まず{link}で連携してください。',
    onLeaderboard:
      'このサーバーのランキングに参加中です。{leaderboard}で見られます。抜けるときは、そこで**抜ける**を押してください。',
    onLeaderboardSoon: '認証すると、このサーバーのランキングにも参加します。',
  },
  game: {
    players: 'このサーバーで{count, number}人がプレイ',
    you: '← 自分',
    notYours: 'このゲームはまだ遊んでいません。',
    unverified: '自分の順位を見るには、{link}でアカウントを認証してください。',
    hidden:
      'このサーバーでは表示されていません。表示するには、{leaderboard}の**参加**を押してください。',
    elsewhere: '自分の順位：**{place, number}位**',
    nobody: '今わかっている限り、ここでこのゲームを遊んでいる人はいません。',
    unknown:
      '今わかっている限り、ここで「{typed}」を遊んでいる人はいません。つづりを確認するか、入力中に出る候補から選んでください。',
    ambiguous:
      '「{typed}」に当てはまるゲームが複数あります：{games}。入力中に出る候補から選んでください。',
    many: '「{typed}」に当てはまるゲームがたくさんあります。入力中に出る候補から選んでください。',
    notInServer:
      'ゲームを遊んでいる人は、サーバーでだけ調べられます。サーバーのチャンネルでこのコマンドを使ってください。',
    otherServer: 'これは別のサーバーのリストです。{game}でこのサーバーのリストを見てください。',
  },
  leaderboard: {
    title: 'ランキング',
    week: '今週',
    month: '今月',
    year: '今年',
    all: '全期間',
    since: '{period}（{when}から）',
    any: 'すべてのアワード',
    beaten: 'クリア',
    mastered: 'マスター',
    hardcore: 'ハードコア',
    casual: 'ハードコアとカジュアル',
    place: '**{place, number}位** {player} · {count, number}本',
    own: '自分の順位：**{place, number}位**（{count, number}本）',
    ownNoGames: 'ランキングの対象になるゲームがまだありません。',
    ownNoGamesThen: 'この期間に、ランキングの対象になるゲームはまだありません。',
    ownUntracked: 'RetroAchievementsのランキング対象外のアカウントなので、順位は付きません。',
    ownNotHere: 'このランキングに参加していません。参加するには**参加**を押してください。',
    ownUnverified: 'このランキングに参加するには、{link}でアカウントを認証してください。',
    ownUnlinked: '自分の順位を見るには、{link}でアカウントを連携してください。',
    loading: '⏳ {count, number}人のゲームを読み込み中です。',
    noGames: 'ここにはまだ、ランキングの対象になるゲームがありません。',
    noGamesThen: 'この期間に、ランキングの対象になるゲームはまだありません。',
    nobody:
      'このサーバーのランキングにはまだ誰もいません。{link}でアカウントを連携すると参加できます。お知らせの対象プレイヤーも参加します。サーバー管理者が{track}で追加できます。',
    join: '参加',
    leave: '抜ける',
    joined: '✅ **{player}**がこのサーバーのランキングに参加しました。',
    left: '**{player}**はこのサーバーのランキングから抜けました。戻るには**参加**を押してください。',
    leftUnverified:
      '**{player}**を認証しても、このサーバーのランキングには参加しません。認証後に参加するには**参加**を押してください。',
    notVerified:
      '認証済みのアカウントが必要です。{link}を使い、コードをモットーに入れて、**確認**を押してください。',
    denied:
      '**お知らせを拒否**しているため、このアカウントはサーバーに表示されません。{privacy}で変えられます。',
    notInServer:
      'ランキングはサーバーでだけ使えます。サーバーのチャンネルでこのコマンドを使ってください。',
    elsewhere:
      'これは別のサーバーのランキングです。{leaderboard}でこのサーバーのランキングを見てください。',
  },
  post: {
    beatenAndMastered: 'クリアしてマスター',
    beatenAndCompleted: 'クリアしてコンプリート（カジュアル）',
    beatenThenCompleted: 'ハードコアでクリア、カジュアルでコンプリート',
    achievements: '実績{count, number}個中{unlocked, number}個',
    partlyHardcore: 'うちハードコア{hardcore, number}個',
    nthMastered: '**{nth, selectordinal, =1 {初めて} other {#本目}}**のマスター',
    nthCompleted: '**{nth, selectordinal, =1 {初めて} other {#本目}}**のコンプリート',
    nthBeaten: '**{nth, selectordinal, =1 {初めて} other {#本目}}**のクリア',
    onSystemMastered: '{system}で**{nth, selectordinal, =1 {初めて} other {#本目}}**のマスター',
    onSystemCompleted:
      '{system}で**{nth, selectordinal, =1 {初めて} other {#本目}}**のコンプリート',
    onSystemBeaten: '{system}で**{nth, selectordinal, =1 {初めて} other {#本目}}**のクリア',
    sample: 'これはお知らせのサンプルです。',
    awards: '{count, number}本',
    players: '{count, number}人',
    games: '{count, number}本',
    finished: '{player}が{awards}をクリア・マスター',
    finishedByPlayers: '{players}が{awards}をクリア・マスター',
    digest: 'まとめ：{players}が{games}をクリア・マスター',
    digestHourly: '1時間のまとめ：{players}が{games}をクリア・マスター',
    digestDaily: '1日のまとめ：{players}が{games}をクリア・マスター',
    digestWeekly: '1週間のまとめ：{players}が{games}をクリア・マスター',
    digestMonthly: '1か月のまとめ：{players}が{games}をクリア・マスター',
    countOfKind: '{mark} {earned, number}',
    topPlayers: 'ハードコアの上位プレイヤー',
    ranked: '**{place, number}位** {player} · {count, number}本',
    playerWithGames: '**{player}**（{games, number}本）',
    rankedCasual: '{ranked}（カジュアル+{casual, number}本）',
    moreGames: '…ほか{count, number}本',
    morePlayers: '…ほか{count, number}人',
    fullList: 'すべて見る',
    listGone:
      'このリストはもう表示できません。お知らせが削除されたか、対象プレイヤーがいなくなりました。',
  },
  pauseNotice: {
    title: 'お知らせを一時停止しました',
    where: 'Discordが投稿を受け付けません：{channel}（[チャンネルを開く]({url})）',
    unknownChannel: 'チャンネルがなくなりました。別のチャンネルでお知らせを設定してください。',
    missingAccess: 'チャンネルが見えません。Botに**チャンネルを見る**権限を付けてください。',
    missingPermissions:
      '権限が足りません。そこでBotに**チャンネルを見る**、**メッセージを送信**、**埋め込みリンク**の権限を付けてください。スレッドでは**スレッドでメッセージを送信**も必要です。',
    threadLocked:
      'スレッドが閉じているか、ロックされています。再開してロックを解除するか、Botに**スレッドの管理**権限を付けてください。',
    wrongChannelType:
      'この種類のチャンネルには投稿できません。テキストチャンネル、アナウンスチャンネル、スレッドのどれかでお知らせを設定してください。',
    notInServer: 'Botがサーバーからいなくなっています。もう一度追加してください。',
    refused: 'Discordが示した理由：「{words}」。',
    unknownTimezone:
      'タイムゾーン{timezone}は使えなくなりました。`タイムゾーン`で別のものを選んでください。',
    whereZone: 'まとめの時刻を決められません：{channel}（[チャンネルを開く]({url})）',
    more: 'ほか{count, number}個のチャンネルも同じです。',
    startOver:
      '削除されたチャンネルの分は、サーバーで{command}を使ってください。プレイヤーは別のチャンネルに移せます。',
    kept: '新しいアワードは{count, number}日間保存します。投稿できるようになれば自動で再開します。すぐに試すには、サーバーで{command}を使ってください。',
  },
  feedKinds: {
    all: 'すべて（ハードコアとカジュアル）',
    beaten: 'クリア（ハードコア・カジュアル）',
    mastered: 'マスター',
    hardcore: 'クリアとマスター（ハードコアのみ）',
  },
  cadence: {
    live: 'リアルタイム',
    hourly: '1時間ごとのまとめ',
    daily: '毎日のまとめ',
    weekly: '毎週のまとめ',
    monthly: '毎月のまとめ',
  },
  weekday: {
    monday: '月曜日',
    tuesday: '火曜日',
    wednesday: '水曜日',
    thursday: '木曜日',
    friday: '金曜日',
    saturday: '土曜日',
    sunday: '日曜日',
  },
  permission: {
    viewChannel: 'チャンネルを見る',
    sendMessages: 'メッセージを送信',
    sendMessagesInThreads: 'スレッドでメッセージを送信',
    embedLinks: '埋め込みリンク',
    readMessageHistory: 'メッセージ履歴を読む',
    mentionEveryone: '@everyone、@here、全てのロールにメンション',
    manageThreads: 'スレッドの管理',
  },
  feed: {
    channel: 'チャンネル',
    kinds: 'アワード',
    schedule: '頻度',
    role: 'メンション',
    language: '言語',
    noRole: 'なし',
    players: '対象プレイヤー',
    playerCount: '{count, number}/{limit, number}人',
    daily: '{digest} · {time}（{timezone}）',
    weekly: '{digest} · {weekday} {time}（{timezone}）',
    monthly: '{digest} · 1日 {time}（{timezone}）',
    next: '次回：{when}',
    stillPaused: '⏸️ お知らせは一時停止中です。{resume}で再開できます。',
  },
  setup: {
    isSetUp: 'お知らせを設定しました',
    isChanged: 'お知らせの設定を変更しました',
    unusedOptions:
      'ℹ️ この頻度では{options}を使いません。別の`頻度`を選んだときのために保存しました。',
    dropped: 'ℹ️ 投稿待ちのアワード{count, number}件は設定に合わなくなったため、投稿されません。',
    trackNext: '次は、{track}でプレイヤーを追加してください。',
    testNext: '{test}でサンプルを投稿するか、{track}でプレイヤーを追加できます。',
    otherChannel:
      'これは、このサーバーで唯一お知らせのあるチャンネル{channel}の設定です。このチャンネルでもお知らせするには、{setup}の`チャンネル`でここを選んでください。',
  },
  access: {
    missing:
      '⚠️ {channel}に投稿できません。チャンネルの編集 > 権限で（スレッドなら親チャンネルで）、Botに次の権限を付けてください：{permissions}',
    advised: '⚠️ {channel}でBotに次の権限も付けてください：{permissions}',
    noHistory:
      '⚠️ {channel}でBotに**メッセージ履歴を読む**権限を付けてください。ないと、途中で中断したときに同じお知らせを2回投稿することがあります。',
    silentRole:
      '⚠️ {role}にメンションできません。サーバー設定 > ロールで**このロールに対して@mentionを許可する**をオンにするか、{channel}でBotに**@everyone、@here、全てのロールにメンション**権限を付けてください。',
    roleGone:
      '⚠️ メンションするロールが削除されたため、メンションしていません。{setup}の`ロール`で別のロールを選んでください。',
    unknown:
      'ℹ️ チャンネルでの権限を確認できませんでした。1分ほどたってからもう一度お試しください。',
  },
  track: {
    tracked:
      '{channel}のお知らせに**{player}**を追加しました（{count, number}/{limit, number}人）。',
    trackedSeveral:
      '{channel}のお知らせに{players}を追加しました（{count, number}/{limit, number}人）。',
    live: '新しいアワードは、届きしだい投稿します。',
    digest: '新しいアワードは、次回のまとめ（{when}）に載ります。',
    paused: '⏸️ このチャンネルのお知らせは一時停止中です。{resume}で再開できます。',
    already: 'ℹ️ 追加済み：{players}',
    unknown:
      '⚠️ RetroAchievementsで見つかりません：{players}。つづりを確認するか、プロフィールのリンクを貼り付けてください。',
    invalid:
      '⚠️ RetroAchievementsのユーザー名ではありません：{players}。ユーザー名は英数字2〜20文字です。',
    notLinked: '⚠️ 認証済みのアカウントなし：{players}。メンバー本人が{link}で連携・認証できます。',
    denied:
      '⚠️ 本人がお知らせを拒否しているため追加できません：{players}。本人が{privacy}で変えられます。',
    noIdentity:
      '⚠️ RetroAchievementsからIDが届かないため、まだ追加できません：{players}。数分後にもう一度お試しください。',
    full: '⚠️ 上限の{limit, number}人に達したため追加できません：{players}。{untrack}で誰かを外すか、別のチャンネルを設定してください。',
    unanswered: '⚠️ まだ追加できていません：{players}。{reason}',
    unsaved:
      '⚠️ まだ追加できていません：{players}。今はデータベースに接続できません。1分ほどたってからもう一度お試しください。',
  },
  untrack: {
    untracked: '{channel}のお知らせから**{player}**を外しました。',
    untrackedSeveral: '{channel}のお知らせから{players}を外しました。',
    notTracked: '⚠️ {channel}の対象ではありません：{players}。{list}で対象を確認できます。',
    dropped: '投稿待ちのアワード{count, number}件は投稿されません。',
  },
  list: {
    title: 'お知らせの対象プレイヤー',
    head: '{channel}：{count, number}/{limit, number}人',
    player: '{player} · {when}から',
    byThemselves: '{player} · {when}から · {member}本人が追加',
    empty: '{channel}にはまだ対象プレイヤーがいません。{track}で追加してください。',
    footer:
      '{shown, plural, =1 {全{count, number}人中{first, number}人目} other {全{count, number}人中{first, number}–{last, number}人目}} · {page, number}/{pages, number}ページ',
  },
  feedStatus: {
    title: 'お知らせ',
    fine: '✅ すべて正常です。',
    nobody: 'ℹ️ 対象プレイヤーがまだいません。{track}で追加してください。',
    pausedByManager:
      '⏸️ サーバー管理者が一時停止しました（{since}から停止中）。{resume}で再開できます。',
    pausedByDiscord:
      '⛔ Discordが投稿を受け付けないため、{since}から一時停止中です。{reason}投稿できるようになれば自動で再開します。すぐに試すには{resume}を使ってください。',
    pausedByZone:
      '⛔ タイムゾーン{timezone}が使えなくなったため、{since}から一時停止中です。{setup}で別のものを選んでください。',
    pausedByVersion:
      '⛔ より新しいバージョンのBotの設定を読めないため、{since}から一時停止中です。Botを更新するか、{setup}で設定し直してください。',
    channelDeleted:
      '⛔ チャンネルがなくなったため、{since}から一時停止中です。{setup}で別のチャンネルにお知らせを設定してください。',
    backAgain: '▶️ また投稿できるようになったので、お知らせを再開しました。',
    refusing:
      '⚠️ {since}から、Discordがここへのお知らせを拒否しています。数分間は再試行し、それでもだめなら一時停止します。',
    refusals:
      '⚠️ {count, number}件のお知らせを、テキストだけでも投稿できませんでした。最新の理由：「{words}」。7日以内に{resume}を使うと、もう一度試します。',
    postsFailing:
      '⚠️ {since}から、Discordがここへのお知らせを受け付けていません。再試行を続けます。お知らせが失われることはありません。',
    failing:
      '⚠️ {since}から、RetroAchievementsの新しいアワードを読み込めません。再試行を続け、読めるようになったら未投稿の分を投稿します。',
    unread:
      '⚠️ {since}から、新しいアワードを確認できていません。未投稿の分はあとで投稿します。続くようなら、Botの運営者に伝えてください。',
    unsaved:
      '⚠️ {since}から、データベースに書き込めないため新しいお知らせがありません。未投稿の分はあとで投稿します。続くようなら、Botの運営者に伝えてください。',
    late: '⏳ お知らせが遅れています。一番古いものは{since}から投稿待ちです。Discordの制限内でできるだけ早く投稿します。',
    lastPoll: '最後の確認',
    notYet: 'まだなし',
    lastPost: '最後の投稿',
    noPost: 'まだなし',
    waiting: '投稿待ち',
    waitingCount: 'アワード{count, number}件',
    waitingNone: 'なし',
    setUpAt: '設定',
    setUpBy: '{when}（最後の変更：{manager}）',
    setUpByNobody: '{when}。一時停止になっても、誰かが{setup}を使うまで連絡は届きません。',
  },
  sample: {
    posted: '{channel}にサンプルを投稿しました。メンションはしていません。',
  },
  pause: {
    paused:
      '⏸️ {channel}のお知らせを一時停止しました。新しいアワードは{count, number}日間保存します。{resume}で投稿を再開できます。',
  },
  resume: {
    resumed: '▶️ {channel}のお知らせを再開しました。',
    nothing: '投稿待ちのアワードはありませんでした。',
    live: '投稿待ちのアワード{count, number}件を投稿しています。',
    now: 'アワード{count, number}件のまとめを今すぐ投稿します。',
    digest: 'アワード{count, number}件は、次回のまとめ（{when}）に載ります。',
    retried: '🔁 拒否されたお知らせ{count, number}件をもう一度投稿しています。',
  },
  takeAlong: {
    leftBehind:
      'ℹ️ 削除されたチャンネル{channel}に、対象プレイヤーが{count, number}人残っています。ここに移せます。',
    help: 'このチャンネルは削除されました。全員を対象から外すには{remove}を使ってください。',
    move: '{count, number}人をここに移す',
    see: '残っているプレイヤーを見る',
    moved: '{count, number}人を{channel}に移しました。',
    awards: '投稿待ちのアワード{count, number}件も移しました。',
    noRoom:
      '⚠️ 上限の{limit, number}人に達したため、{count, number}人を移せませんでした。{untrack}で誰かを外してから、もう一度ボタンを押してください。',
  },
  remove: {
    ask: '{channel}のお知らせを削除しますか？',
    loss: '次のものが削除されます：{loss}。この操作は取り消せません。しばらく止めるだけなら{pause}を使ってください。',
    yes: '削除',
    no: 'キャンセル',
    removed: '🗑️ {channel}のお知らせを削除しました。削除したもの：{loss}',
    kept: '何も削除していません。',
    settings: '設定',
    unposted: '未投稿のアワード{count, number}件',
    trackedPlayers: '対象プレイヤー{count, number}人',
  },
  feedRefusal: {
    denied: '**{player}**はお知らせを拒否しています。変えられるのは本人だけです（{privacy}）。',
    notInServer:
      'お知らせはサーバーでだけ使えます。サーバーのチャンネルでこのコマンドを使ってください。',
    notManager: 'これには**サーバー管理**の権限が必要です。サーバーの管理者に頼んでください。',
    noFeeds: 'このサーバーにはまだお知らせがありません。{setup}で設定してください。',
    noFeedThere: '{channel}にはお知らせがありません。{setup}で設定してください。',
    feedsElsewhere:
      '{channel}にはお知らせがありません。{setup}で設定するか、お知らせのあるチャンネルを選んでください：{channels}',
    severalFeeds:
      'このサーバーには、お知らせのあるチャンネルが複数あります：{channels}。`チャンネル`で1つ選んでください。',
    forumItself:
      '{channel}には直接投稿できません。そこに投稿を作り、`チャンネル`でその投稿を選んでください。',
    wrongChannelType:
      '{channel}には投稿できません。`チャンネル`でテキストチャンネル、アナウンスチャンネル、スレッドのどれかを選んでください。',
    channelGone:
      'そのチャンネルはなくなったか、別のサーバーにあります。{setup}で別のチャンネルを選んでください。削除されたチャンネルのお知らせは{remove}で削除できます。',
    channelHidden:
      '{channel}が見えません。チャンネルの編集 > 権限で（スレッドなら親チャンネルで）、Botに**チャンネルを見る**権限を付けてから、もう一度お試しください。何も変更していません。',
    missingPermissions:
      '{channel}に投稿できません。チャンネルの編集 > 権限で（スレッドなら親チャンネルで）、Botに{permissions}の権限を付けてから、もう一度お試しください。何も変更していません。',
    accessUnknown:
      'そこでの権限を確認できませんでした。何も変更していません。1分ほどたってからもう一度お試しください。',
    unknownTimezone:
      'タイムゾーン「{typed}」はわかりません。都市名を入力して候補から選ぶか、`Asia/Tokyo`、`Europe/Paris`、`UTC`のような名前を入力してください。何も変更していません。',
    ambiguousTimezone:
      '「{typed}」に当てはまるタイムゾーンが複数あります：{timezones}。どれか1つを`タイムゾーン`に入力するか、入力中に出る候補から選んでください。何も変更していません。',
    noIdentity:
      'RetroAchievementsから**{player}**のIDが届かないため、まだ追加できません。数分後にもう一度お試しください。',
    alreadyTracked: '**{player}**は、すでに{channel}のお知らせの対象です。',
    alreadyTrackedRenamed:
      '**{player}**（旧名：**{former}**）は、すでに{channel}のお知らせの対象です。',
    tooManyNames:
      '一度に追加できるのは{limit, number}人までですが、{count, number}人が指定されました。何も変更していません。{track}を何回かに分けて使ってください。',
    tooManyToUntrack:
      '一度に外せるのは{limit, number}人までですが、{count, number}人が指定されました。何も変更していません。{untrack}を何回かに分けて使ってください。',
    feedFull:
      '{channel}の対象プレイヤーは、上限の{limit, number}人に達しています。{untrack}で誰かを外すか、別のチャンネルを設定してください。',
    notTracked:
      '「{typed}」は{channel}のお知らせの対象ではありません。{list}で対象を確認できます。',
    alreadyPaused: '{channel}のお知らせは、{since}から一時停止中です。{resume}で再開できます。',
    notDeleted: '{channel}は削除されていないので、プレイヤーはそのままです。',
    nothingLeft:
      'これらのプレイヤーは、すでに移されたか外されています。{list}で対象を確認できます。',
    timezoneGone:
      'タイムゾーン{timezone}は使えなくなりました。{setup}の`タイムゾーン`で別のものを選んでください。何も変更していません。',
    newerVersion:
      '{channel}は、より新しいバージョンのBotで設定されていて読めません。Botを更新するか、{setup}で設定し直してください。',
    notInServerMyself:
      'Botがこのサーバーからいなくなっています。もう一度追加してからお試しください。',
    notPaused: '{channel}のお知らせは一時停止していません。{status}で問題がないか確認できます。',
    setUpAnew:
      '確認の間に{channel}のお知らせが設定し直されたため、何も削除していません。削除するには、もう一度{remove}を使ってください。',
    digestElsewhere: 'このリストは、投稿されたサーバーでだけ開けます。',
    inviteRefused:
      'Discordが{channel}への招待の投稿を拒否しました。{reason}そのあと、もう一度{invite}を使ってください。',
    inviteUnsent:
      'Discordが応答しないため、招待を投稿できたかわかりません。{channel}を確認し、1分ほどたってから{invite}をもう一度お試しください。',
    testRefusedInWords:
      'Discordが{channel}へのサンプルの投稿を拒否しました。{reason}数分後に{test}をもう一度お試しください。',
    testRefused:
      'Discordが{channel}へのサンプルの投稿を拒否しました。{reason}そのあと、もう一度{test}を使ってください。',
    testUnsent:
      'Discordが応答しないため、サンプルを投稿できたかわかりません。{channel}を確認し、1分ほどたってから{test}をもう一度お試しください。',
  },
  sentence: { next: '{first}{next}', end: '{sentence}。' },
} satisfies Texts;
