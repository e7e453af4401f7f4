/** Loaded into a process that runs with `--expose-gc`: collects its garbage when it is told to. */
process.on('SIGUSR2', () => gc?.());
