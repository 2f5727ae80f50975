// The package ships its zod schemas without declarations.
declare module 'discord-api-spec/zod';
