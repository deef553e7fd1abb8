/** What is served under one address. */
export interface Resource {
  /** 200 where it is not given. */
  readonly status?: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}
