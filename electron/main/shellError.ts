/** What the user asked for cannot be done. The message is for the user: what happened, how things stand, what to do. */
export class ShellError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ShellError';
  }
}
