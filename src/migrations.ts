import { announcements } from './announcements/tables/0001-announcements.ts';
import { troubles } from './announcements/tables/0002-troubles.ts';
import { secondReading } from './announcements/tables/0003-second-reading.ts';
import { limits } from './announcements/tables/0005-limits.ts';
import { invitations } from './announcements/tables/0007-invitations.ts';
import { language } from './announcements/tables/0009-language.ts';
import { proof } from './people/tables/0004-proof.ts';
import { knownGames } from './people/tables/0006-known-games.ts';
import { awardCounts } from './people/tables/0008-award-counts.ts';
import { awardYears } from './people/tables/0010-award-years.ts';
import type { Migrations } from './store/migrate.ts';

/** Every feature's migrations, oldest first. */
export const MIGRATIONS: Migrations = {
  '0001-announcements': announcements,
  '0002-troubles': troubles,
  '0003-second-reading': secondReading,
  '0004-proof': proof,
  '0005-limits': limits,
  '0006-known-games': knownGames,
  '0007-invitations': invitations,
  '0008-award-counts': awardCounts,
  '0009-language': language,
  '0010-award-years': awardYears,
};
