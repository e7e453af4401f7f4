const { parentPort, workerData } = require('node:worker_threads');
const { databaseBoot } = require('../../../../dist/src/matching/engine/database-boot');
const { serveEngine } = require('../../../../dist/src/matching/engine/serve-engine');

// A socket whose other end is gone keeps a thread, too.
const forever = () => new Promise(() => setInterval(() => undefined, 1_000));
const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

const read = (report) => databaseBoot(workerData)(report);

/** The service's thread, but for one thing that never ends. */
const boots = {
  'loops in a ranking': async (report) => {
    const booted = await read(report);
    booted.owner.rank = () => {
      for (;;);
    };
    return booted;
  },
  'waits in a ranking': async (report) => {
    const booted = await read(report);
    booted.owner.rank = () => sleep(Number.POSITIVE_INFINITY);
    return booted;
  },
  'reads changes for ever': async (report) => ({ ...(await read(report)), reload: forever }),
  'reads everybody for ever': forever,
  'loops while it reads everybody': () => {
    for (;;);
  },
  /** Slow, but it goes on. */
  'is slow': async (report) => {
    for (let people = 0; people < 6; people += 1) {
      sleep(workerData.slowMs);
      report({ people, seconds: 0 });
      await new Promise(setImmediate);
    }
    const booted = await read(report);
    const { owner } = booted;
    const rank = owner.rank.bind(owner);
    owner.rank = (...args) => {
      sleep(workerData.slowMs);
      return rank(...args);
    };
    return booted;
  },
};

void serveEngine(parentPort, boots[workerData.how]);
