// One request to the API: its address, its headers, and what comes back. The types are those of the contract: a path, a parameter or a
// member that openapi.yaml does not know fails `tsc --checkJs`.

/** @typedef {import('./api').paths} paths */
/** @typedef {import('./api').components['schemas']['FieldError']} FieldError */
/**
 * What an operation answers when it does what it is asked.
 * @template O
 * @typedef {O extends { responses: infer R }
 *   ? R[keyof R & (200 | 201 | 202)] extends { content: { 'application/json': infer T } } ? T : void
 *   : never} Answer
 */
/**
 * What a request carries. `values` go into the path; `cookie` lets the browser send and keep cookies.
 * @template O
 * @typedef {{ values?: Record<string, string>, headers?: Record<string, string>, token?: string, cookie?: boolean,
 *   query?: O extends { parameters: { query?: infer Q } } ? Q : never,
 *   body?: O extends { requestBody?: { content: { 'application/json': infer B } } } ? B : never }} Sent
 */

/** @type {Promise<{ api: string, mailbox?: string }> | undefined} */
let config;

/** Where the API is; the server of these files tells. */
export function settings() {
  config ??= fetch('/config.json').then((answer) => answer.json()).catch(() => {
    config = undefined;
    return unanswered();
  });
  return config;
}

/** A refusal (RFC 9457), or what kept a request from being answered at all; then the status is 0. */
export class Problem extends Error {
  /**
   * @param {{ code: string, status?: number, detail?: string, errors?: FieldError[], requestId?: string, triesLeft?: number }} said
   * @param {number} [retryAfter] in seconds
   */
  constructor({ code, status = 0, detail = '', errors = [], requestId = '', triesLeft }, retryAfter) {
    super(detail || code);
    this.code = code;
    this.status = status;
    this.detail = detail;
    this.errors = errors;
    this.requestId = requestId;
    this.triesLeft = triesLeft;
    this.retryAfter = retryAfter;
  }

  /** Whether the same request may well succeed in a while. */
  get passes() {
    return [0, 429, 502, 503, 504].includes(this.status);
  }
}

/** @returns {never} */
export function unanswered() {
  throw new Problem({ code: navigator.onLine ? 'unreachable' : 'offline' });
}

/** @param {unknown} problem that may say: no one is signed in, or not any more */
export const isUnauthenticated = (problem) => problem instanceof Problem && problem.status === 401;

/**
 * @param {string} method
 * @param {string} path
 * @param {{ values?: Record<string, string>, query?: unknown, body?: unknown, headers?: Record<string, string>,
 *   token?: string, cookie?: boolean, patience?: number }} [sent]
 */
export async function exchange(method, path, { values = {}, query, body, headers, token, cookie, patience = 20_000 } = {}) {
  const { api } = await settings();
  const url = new URL(api + path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name] ?? '')));
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  const head = new Headers(headers);
  if (token) head.set('Authorization', `Bearer ${token}`);
  if (body !== undefined) head.set('Content-Type', 'application/json');
  const answer = await fetch(url, {
    method: method.toUpperCase(),
    // Cookies go with what opens, refreshes or ends a session or sets a password, and with nothing else.
    credentials: cookie ? 'include' : 'omit',
    headers: head,
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(patience),
  }).catch(unanswered);
  if (!answer.ok) throw await refusal(answer);
  return answer;
}

/** @param {Response} answer */
async function refusal(answer) {
  const said = await answer.json().catch(() => ({}));
  const retryAfter = Number(answer.headers.get('Retry-After')) || undefined;
  return new Problem({ code: 'unreadable', ...said, status: answer.status }, retryAfter);
}

/** @param {Response} answer @returns {Promise<any>} its JSON, if it has any */
export async function read(answer) {
  const text = await answer.text().catch(unanswered);
  return text ? JSON.parse(text) : undefined;
}

/**
 * Calls an operation that needs no session, or brings a token of its own.
 * @template {keyof paths} P
 * @template {keyof paths[P]} M
 * @param {M} method
 * @param {P} path
 * @param {Sent<paths[P][M]>} [sent]
 * @returns {Promise<Answer<paths[P][M]>>}
 */
export async function send(method, path, sent) {
  return read(await exchange(String(method), path, sent));
}
