/** Which of several processes announces: one at a time has it, and loses it when it dies. */
export type AnnouncerLock = {
  /** Takes it where nobody has it; true where it is held already. */
  tryAcquire(): Promise<boolean>;
  /** Whether it is still held: a connection to the database can break. */
  isHeld(): Promise<boolean>;
} & AsyncDisposable;
