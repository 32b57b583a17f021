/** What can go wrong between an address and checked data. The kind chooses the visitor's sentence, the message is for the web team. */
export type FailureKind =
  /** The address itself may not be used (not https). */
  | 'refused'
  /** No answer: offline, DNS, CORS or a redirect loop. Browsers do not tell these apart. */
  | 'unreachable'
  | 'timeout'
  /** An answer with a status other than 2xx. */
  | 'status'
  /** More than the limit, or nested too deep. */
  | 'too-large'
  /** Not UTF-8, not JSON, or not the expected shape. */
  | 'unreadable'
  /** Written for another version of the widgets. */
  | 'version'
  /** The right shape, but not one usable record. */
  | 'no-records';

export class LoadError extends Error {
  override readonly name = 'LoadError';

  /** @param message particulars, in English; what the kind means in general is said where it is reported */
  constructor(
    readonly kind: FailureKind,
    readonly url: string,
    message: string,
    /** Seconds the server asked to wait (Retry-After). */
    readonly retryAfter?: number,
  ) {
    super(message);
  }

  /** Worth another try by itself: the fault may be gone in a second. */
  get transient(): boolean {
    return this.kind === 'unreachable' || this.kind === 'timeout' || (this.kind === 'status' && this.retryAfter !== undefined);
  }
}

/** True for the rejection of an aborted operation, which is no failure. */
export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
