/** Games by ConsoleID, in the format of nintendo.ts. */
export const SEGA: Readonly<Record<number, string>> = {
  1: `
    36 #1 Sonic the Hedgehog
    42 #10 Sonic the Hedgehog 2
    55 #21 Sonic the Hedgehog 3
    21 #2 Aladdin
    61 Sonic & Knuckles
    34 Streets of Rage | Bare Knuckle
    40 Streets of Rage 2 | Bare Knuckle II
    47 Gunstar Heroes
    66 Phantasy Star IV
    51 Shining Force
    58 Shining Force II
    33 Castlevania: Bloodlines | Castlevania: The New Generation
    39 Contra: Hard Corps | Probotector
    28 Golden Axe
    30 Shinobi III: Return of the Ninja Master
    45 Rocket Knight Adventures
    32 Ristar
    29 Vectorman
    37 Comix Zone
    44 Beyond Oasis | Story of Thor, The
    26 Altered Beast
    35 ToeJam & Earl
    31 Earthworm Jim
    24 Thunder Force IV | Lightening Force: Quest for the Darkstar
    38 Landstalker: The Treasures of King Nole
    43 M.U.S.H.A.
    27 Ecco the Dolphin
    22 Columns
    0 ~Hack~ Sonic the Hedgehog: Metal Edition
    48 ~Hack~ Sonic 3 & Knuckles: Battle Race
    19 ~Homebrew~ Xeno Crisis
    16 Sonic the Hedgehog [Subset - Perfect Bonus]
    0 #20246 ~Hack~ Knuckles the Echidna in Sonic the Hedgehog
    42 ~Hack~ Sonic 3 Complete
    26 ~Hack~ Sonic the Hedgehog: Pink Edition
    31 ~Hack~ Streets of Rage 2: Syndicate Wars
    24 ~Hack~ Sonic Classic Heroes
    21 ~Homebrew~ Tanglewood
    17 ~Homebrew~ Miniplanets
  `,
  9: `
    52 Sonic CD | Sonic the Hedgehog CD
    46 Lunar: The Silver Star
    61 Lunar: Eternal Blue
    28 Snatcher
    24 Final Fight CD
    30 Popful Mail: Magical Fantasy Adventure
    14 Sonic CD | Sonic the Hedgehog CD [Subset - Time Attack]
  `,
  10: `
    23 Knuckles' Chaotix
    18 Kolibri
    20 Shadow Squadron | Stellar Assault
    15 After Burner Complete | After Burner
  `,
  11: `
    34 Phantasy Star
    27 Alex Kidd in Miracle World
    30 Wonder Boy III: The Dragon's Trap
    25 Sonic the Hedgehog
    22 Golden Axe Warrior
    19 R-Type
    24 Fantasy Zone
    20 Castle of Illusion starring Mickey Mouse
    15 ~Homebrew~ Flight of Pigarus
  `,
  15: `
    26 Sonic Triple Trouble
    21 Shinobi
    32 Shining Force: The Sword of Hajya
    18 Tails Adventure | Tails Adventures
    23 Defenders of Oasis
    17 Gunstar Heroes
  `,
  39: `
    58 NiGHTS into Dreams...
    49 Panzer Dragoon Saga
    35 Panzer Dragoon II Zwei
    46 Guardian Heroes
    62 Dragon Force
    30 Radiant Silvergun
    41 Burning Rangers
    27 Sega Rally Championship
    37 Albert Odyssey: Legend of Eldean
  `,
  40: `
    71 Sonic Adventure
    78 Sonic Adventure 2
    64 Skies of Arcadia
    55 Jet Set Radio | Jet Grind Radio
    60 Shenmue
    43 Crazy Taxi
    49 Power Stone 2
    38 Ikaruga
    52 Grandia II
    46 Resident Evil - Code: Veronica | Biohazard - Code: Veronica
    33 ChuChu Rocket!
    41 SoulCalibur
    20 Sonic Adventure [Subset - All A-Ranks]
  `,
  33: `
    14 Girl's Garden
    11 H.E.R.O.
    9 Monaco GP
  `,
};
