/** Loaded into a bot before it starts: tells whoever started it how much processor time it has taken, whenever asked. */
process.on('message', () => process.send?.(process.cpuUsage()));
// It keeps nobody from ending.
process.channel?.unref();
