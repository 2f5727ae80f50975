/** Loaded into a bot before it starts: tells whoever started it how much processor time it has taken, whenever asked. */
process.on('message', () => process.send?.(process.cpuUsage()));
// It doesn't outlive whoever started it, and keeps nobody from ending.
process.on('disconnect', () => process.exit());
process.channel?.unref();
