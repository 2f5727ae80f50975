/** A system that games run on; RetroAchievements' wire says console. */
export type System = {
  /** The site's ConsoleID. */
  readonly id: number;
  readonly shortName: string;
  readonly name: string;
};

/** The site's systems: ConsoleID, its short name there, its full name there. */
export const SYSTEMS: readonly System[] = (
  [
    [1, 'MD', 'Genesis/Mega Drive'],
    [2, 'N64', 'Nintendo 64'],
    [3, 'SNES', 'SNES/Super Famicom'],
    [4, 'GB', 'Game Boy'],
    [5, 'GBA', 'Game Boy Advance'],
    [6, 'GBC', 'Game Boy Color'],
    [7, 'NES', 'NES/Famicom'],
    [8, 'PCE', 'PC Engine/TurboGrafx-16'],
    [9, 'SCD', 'Sega CD'],
    [10, '32X', '32X'],
    [11, 'SMS', 'Master System'],
    [12, 'PS1', 'PlayStation'],
    [13, 'Lynx', 'Atari Lynx'],
    [14, 'NGP', 'Neo Geo Pocket'],
    [15, 'GG', 'Game Gear'],
    [16, 'GC', 'GameCube'],
    [17, 'JAG', 'Atari Jaguar'],
    [18, 'DS', 'Nintendo DS'],
    [19, 'Wii', 'Wii'],
    [20, 'WiiU', 'Wii U'],
    [21, 'PS2', 'PlayStation 2'],
    [22, 'Xbox', 'Xbox'],
    [23, 'MO2', 'Magnavox Odyssey 2'],
    [24, 'MINI', 'Pokemon Mini'],
    [25, '2600', 'Atari 2600'],
    [26, 'DOS', 'DOS'],
    [27, 'ARC', 'Arcade'],
    [28, 'VB', 'Virtual Boy'],
    [29, 'MSX', 'MSX'],
    [30, 'C64', 'Commodore 64'],
    [33, 'SG1K', 'SG-1000'],
    [35, 'Amiga', 'Amiga'],
    [37, 'CPC', 'Amstrad CPC'],
    [38, 'A2', 'Apple II'],
    [39, 'SAT', 'Saturn'],
    [40, 'DC', 'Dreamcast'],
    [41, 'PSP', 'PlayStation Portable'],
    [42, 'CD-i', 'Philips CD-i'],
    [43, '3DO', '3DO Interactive Multiplayer'],
    [44, 'CV', 'ColecoVision'],
    [45, 'INTV', 'Intellivision'],
    [46, 'VECT', 'Vectrex'],
    [47, '80/88', 'PC-8000/8800'],
    [49, 'PC-FX', 'PC-FX'],
    [51, '7800', 'Atari 7800'],
    [52, 'X68K', 'Sharp X68000'],
    [53, 'WS', 'WonderSwan'],
    [56, 'NGCD', 'Neo Geo CD'],
    [57, 'CHF', 'Fairchild Channel F'],
    [63, 'WSV', 'Watara Supervision'],
    [69, 'DUCK', 'Mega Duck'],
    [71, 'ARD', 'Arduboy'],
    [72, 'WASM4', 'WASM-4'],
    [73, 'A2001', 'Arcadia 2001'],
    [74, 'VC4000', 'Interton VC 4000'],
    [75, 'ELEK', 'Elektor TV Games Computer'],
    [76, 'PCCD', 'PC Engine CD/TurboGrafx-CD'],
    [77, 'JCD', 'Atari Jaguar CD'],
    [78, 'DSi', 'Nintendo DSi'],
    [80, 'UZE', 'Uzebox'],
    [81, 'FDS', 'Famicom Disk System'],
    [101, 'Events', 'Events'],
    [102, 'EXE', 'Standalone'],
  ] as const
).map(([id, shortName, name]) => ({ id, shortName, name }));

const BY_ID: ReadonlyMap<number, System> = new Map(SYSTEMS.map((system) => [system.id, system]));

/** How the site abbreviates a system; the site's own name for one that this version does not know. */
export function systemShortName(id: number, nameFromSite: string): string {
  return BY_ID.get(id)?.shortName ?? nameFromSite;
}

/** A system's full name; undefined for one that this version does not know. */
export function systemName(id: number): string | undefined {
  return BY_ID.get(id)?.name;
}
