export { canonicalTimezone, timezones } from './timezone.ts';
