/** Does one job at a time. Of those that are asked for meanwhile only the last is done: the others are out of date. */
export class Latest<Input> {
  readonly #job: (input: Input) => Promise<void>;
  #next: { readonly input: Input } | undefined;
  #running = false;

  constructor(job: (input: Input) => Promise<void>) {
    this.#job = job;
  }

  ask(input: Input): void {
    this.#next = { input };
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      while (this.#next) {
        const { input } = this.#next;
        this.#next = undefined;
        await this.#job(input);
      }
    } finally {
      this.#running = false;
    }
  }
}
