import type { AwardCounts, CountedKind } from '#src/statistics/statistics.ts';

/** What a picture of statistics shows: every text as it is drawn, and the numbers of its charts. */
export type PictureContent = {
  readonly player: string;
  readonly subtitle: string;
  readonly legend: readonly LegendItem[];
  readonly overTime: OverTimePanel;
  readonly systems: SystemsPanel;
  readonly year: YearPanel;
  readonly milestones: MilestonesPanel;
};

/** What a part of a chart stands for: an award, or none. */
export type PartKind = CountedKind | 'none';

export type LegendItem = {
  readonly kind: PartKind;
  readonly count: string;
  readonly label: string;
};

type Panel = {
  readonly title: string;
  /** Shown where there is nothing to draw. */
  readonly note: string | null;
};

/** A label at a place on an axis, 0–1. */
export type Tick = { readonly at: number; readonly label: string };

export type OverTimePanel = Panel & {
  readonly steps: readonly AwardCounts[];
  /** The number at the top of the axis. */
  readonly top: number;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
};

export type SystemsPanel = Panel & {
  readonly rows: readonly {
    readonly label: string;
    /** For a label that no font has. */
    readonly otherLabel: string;
    readonly count: string;
    readonly games: number;
    readonly awards: AwardCounts;
  }[];
  /** What there is besides; null if that is all. */
  readonly more: string | null;
};

export type YearPanel = Panel & {
  readonly months: readonly {
    readonly label: string;
    readonly count: string;
    readonly awards: AwardCounts;
  }[];
};

export type MilestonesPanel = Panel & {
  readonly rows: readonly {
    readonly kind: CountedKind;
    readonly name: string;
    /** For a name that no font has. */
    readonly otherName: string;
    readonly nth: string;
    /** Null for an award without a date. */
    readonly when: string | null;
  }[];
};
