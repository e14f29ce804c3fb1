/** Larder runs from its TypeScript sources; a thread has to be told so anew. */
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.thread);
