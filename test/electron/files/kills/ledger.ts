import { SAVED_EVERY } from './edition.ts';

/** What a killed editor was doing: with the edition that it kept or saved. */
export type InFlight = 'starting' | 'keeping' | 'saving' | 'remembering' | 'dropping';

/** What the disk holds, by the numbers of editions: the file, and the recovery copy where there is one. */
export interface Held {
  readonly file: number;
  readonly copy: number | undefined;
}

/** What an editor said that it did, and what the disk may hold after it was killed. */
export class Ledger {
  #held: Held;
  #inFlight: InFlight = 'starting';
  /** The edition that is being kept or saved. */
  #edition = 0;
  readonly count = { kept: 0, saved: 0 };
  remembered = false;

  constructor(held: Held) {
    this.#held = held;
  }

  get inFlight(): InFlight {
    return this.#inFlight;
  }

  /** Takes note of a line of the editor. @throws Error for one that tells of trouble */
  note(line: string): void {
    const [verb, number] = line.split(' ');
    const n = Number(number);
    switch (verb) {
      case 'ready':
        return this.#next('keeping', Math.max(this.#held.file, this.#held.copy ?? 0) + 1);
      case 'kept':
        this.count.kept++;
        this.#held = { ...this.#held, copy: n };
        return n % SAVED_EVERY === 0 ? this.#next('saving', n) : this.#next('keeping', n + 1);
      case 'saved':
        this.count.saved++;
        this.#held = { ...this.#held, file: n };
        return this.#next('remembering', n);
      case 'remembered':
        this.remembered = true;
        return this.#next('dropping', n);
      case 'dropped':
        this.#held = { ...this.#held, copy: undefined };
        return this.#next('keeping', n + 1);
      default:
        throw new Error(`The editor said: ${line}`);
    }
  }

  /** All that the disk may hold now: what was acknowledged, or that and what was in flight. */
  possible(): Held[] {
    const held = this.#held;
    switch (this.#inFlight) {
      case 'keeping':
        return [held, { ...held, copy: this.#edition }];
      case 'saving':
        return [held, { ...held, file: this.#edition }];
      case 'dropping':
        return [held, { ...held, copy: undefined }];
      default:
        return [held];
    }
  }

  /** The editor was killed, and this is what the disk holds. */
  killed(held: Held): void {
    this.#held = held;
    this.#inFlight = 'starting';
  }

  #next(inFlight: InFlight, edition: number): void {
    this.#inFlight = inFlight;
    this.#edition = edition;
  }
}
