import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface ServingProcess {
  readonly url: string;
  /** Processor time used so far: steadier than the clock on a busy machine. */
  cpuMicros(): Promise<number>;
  /** Ends it as a crash would: at once, with nothing left to say. */
  kill(): Promise<void>;
}

/** Starts a TypeScript file as a process of its own that tells its port. */
export async function startProcess(
  file: URL,
  env: Readonly<Record<string, string>> = {},
): Promise<ServingProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(file)], {
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit').then(() => {
    throw new Error(`${fileURLToPath(file)} ended before it served`);
  });
  const [message] = (await Promise.race([once(child, 'message'), gone])) as [{ port: number }];
  gone.catch(() => undefined);
  return {
    url: `http://127.0.0.1:${message.port}`,
    async cpuMicros() {
      child.send('cpu');
      const [answer] = (await once(child, 'message')) as [{ cpuMicros: number }];
      return answer.cpuMicros;
    },
    async kill() {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
