import { parentPort, workerData } from 'node:worker_threads';
import { databaseBoot } from './database-boot';
import { serveEngine } from './serve-engine';

// The program of the thread that owns everybody; `startPeople` starts it.
if (parentPort === null) throw new Error('This program runs in a worker thread');
void serveEngine(parentPort, databaseBoot(workerData));
