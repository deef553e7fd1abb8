/** What is served under one address. */
export interface Resource {
  /** 200 where it is not given. */
  readonly status?: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The header of a resource's type; all our texts are UTF-8. */
export function contentType(type: string): string {
  return /^(text|application\/(json|javascript)|image\/svg)/.test(type) ? `${type}; charset=utf-8` : type;
}
