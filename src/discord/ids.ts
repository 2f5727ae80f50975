import { z } from 'zod';

/** Of an id. It goes into a URL, so it must be nothing but a number. */
export const SNOWFLAKE = /^\d{1,20}$/;
/** Discord's bits, as a decimal number. */
export const BITS = /^\d{1,40}$/;

/** One of Discord's ids. */
export const snowflake = z.string().regex(SNOWFLAKE);
/** Permissions. */
export const bits = z.string().regex(BITS);
