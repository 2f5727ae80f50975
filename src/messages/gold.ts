/** The colour of the site's own award frames, on every embed. */
export const GOLD = 0xcc_99_00;
