import { EventEmitter } from 'node:events';

interface ProcessOptions {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly platform: NodeJS.Platform;
  readonly resourcesPath: string;
  readonly exit: (code?: number) => void;
}

/** The process as Electron's main sees it: the real one, save for what belongs to this one program. */
export function standInProcess({ exit, cwd, env, ...own }: ProcessOptions): NodeJS.Process {
  const events = new EventEmitter();
  const values: Record<string, unknown> = {
    ...own,
    argv: [...own.argv],
    argv0: own.argv[0],
    execArgv: [],
    env: { ...process.env, ...env },
    cwd: () => cwd,
    exit,
    type: 'browser',
    versions: { ...process.versions, electron: '45.4.1', chrome: '156.0.0.0' },
  };
  for (const name of [
    'on',
    'once',
    'off',
    'addListener',
    'removeListener',
    'removeAllListeners',
    'emit',
    'listeners',
  ]) {
    values[name] = (...args: unknown[]) =>
      (Reflect.get(events, name) as (...a: unknown[]) => unknown).apply(events, args);
  }
  return new Proxy(process, {
    get: (target, name) => {
      if (typeof name === 'string' && Object.hasOwn(values, name)) return values[name];
      return Reflect.get(target, name, target) as unknown;
    },
    set: (_, name, value) => {
      values[String(name)] = value;
      return true;
    },
  });
}
