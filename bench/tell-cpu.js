/** Loaded into a bot before it starts: reports the CPU time it has used to its parent process, on request. */
process.on('message', () => process.send?.(process.cpuUsage()));
// It doesn't outlive its parent process, and doesn't keep it from ending.
process.on('disconnect', () => process.exit());
process.channel?.unref();
