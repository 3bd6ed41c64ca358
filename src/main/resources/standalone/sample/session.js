// A person's session. The access token is in memory, here, and nowhere else: what a script cannot find it cannot carry away. The refresh
// token is in a cookie that no script can read, unless the installation hands it out in bodies.
import { Problem, exchange, isUnauthenticated, read, unanswered } from './http.js';

/** @typedef {import('./http.js').paths} paths */
/** @typedef {import('./api').components['schemas']} Schemas */

const EARLY = 20_000; // ms before its end an access token is not sent any more, for it has a way to go
const UNTIL_HEARD = 50; // ms the lock is held on, so that the other tabs hear of the new token before they ask for one
const KEEPS = 'latchkey-keeps-refresh-tokens';

export const keepsRefreshTokens = () => localStorage.getItem(KEEPS) === 'yes';

/** @param {boolean} keeps */
export function keepRefreshTokens(keeps) {
  localStorage.setItem(KEEPS, keeps ? 'yes' : 'no');
  client.store();
  desk.store();
}

/** @param {number} ms @returns {Promise<void>} */
export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * @template {{ accessToken: string, expiresIn: number, refreshToken?: string }} T
 * @param {string} name of its lock, its channel, and its place in sessionStorage
 * @param {'/v1/sessions' | '/v1/staff/sessions'} path
 * @param {(opened: T) => string} identify
 */
function session(name, path, identify) {
  /** @type {T | null} */
  let opened = null;
  /** @type {string | null} */
  let person = null; // who was signed in last, also when the session has expired since
  let endsAt = 0;
  let refreshToken = sessionStorage.getItem(name);
  /** @type {(change: 'entered' | 'expired' | 'left', elsewhere: boolean) => void} */
  let listener = () => {};
  const channel = new BroadcastChannel(name);

  /** @param {T} next @param {boolean} isEntry @param {boolean} elsewhere in another tab */
  function take(next, isEntry, elsewhere) {
    const before = person;
    opened = next;
    person = identify(next);
    endsAt = Date.now() + next.expiresIn * 1000;
    refreshToken = next.refreshToken ?? refreshToken; // switching the profile hands out none: the one in hand stays good
    store();
    if (isEntry || (before !== null && before !== person)) listener('entered', elsewhere);
  }

  function drop() {
    opened = null;
    refreshToken = null;
    store();
  }

  /** @param {boolean} elsewhere in another tab */
  function leave(elsewhere) {
    drop();
    person = null;
    listener('left', elsewhere);
  }

  function store() {
    if (refreshToken && keepsRefreshTokens()) sessionStorage.setItem(name, refreshToken);
    else sessionStorage.removeItem(name);
  }

  /** @param {'entered' | 'refreshed' | 'left'} what @param {string | null} spent @param {T | null} next */
  const tell = (what, spent, next) => channel.postMessage({ what, spent, next });

  channel.onmessage = ({ data: { what, spent, next } }) => {
    // With cookies all tabs are one session, and both are null. In bodies each tab may have one of its own.
    if (spent !== refreshToken) return;
    if (what === 'left') leave(true);
    else take(next, what === 'entered', true);
  };

  /** One tab refreshes; the others wait, and take what it got. A refresh token that is used again later would end the session. */
  async function refresh() {
    const stale = opened;
    await navigator.locks.request(name, async () => {
      if (opened !== stale) return;
      const spent = refreshToken;
      const body = spent ? { refreshToken: spent } : undefined;
      try {
        const next = await read(await exchange('post', `${path}/refresh`, { cookie: true, body }));
        tell('refreshed', spent, next);
        take(next, false, false);
      } catch (problem) {
        if (!isUnauthenticated(problem)) throw problem;
        drop();
        if (person !== null) listener('expired', false);
        throw problem;
      }
      await pause(UNTIL_HEARD);
    });
  }

  /** Who is signed in, with a token that is good for a while. After a reload the refresh token tells. */
  async function who() {
    if (!opened || Date.now() > endsAt - EARLY) await refresh();
    if (!opened) throw new Problem({ code: 'session-ended', status: 401 });
    return opened;
  }

  /** @param {string} method @param {string} path @param {Parameters<typeof exchange>[2]} [sent] */
  async function authorised(method, path, sent) {
    const asked = person;
    const sameAs = (/** @type {T} */ now) => {
      if (asked !== null && asked !== identify(now)) throw new Problem({ code: 'person-changed', status: 409 });
      return now.accessToken;
    };
    const token = sameAs(await who());
    try {
      return await exchange(method, path, { ...sent, token });
    } catch (problem) {
      if (!isUnauthenticated(problem)) throw problem;
    }
    // Ended, or switched to another profile, since the token was handed out: the refresh token knows.
    if (opened?.accessToken === token) await refresh();
    // What one person has asked for is never done as another.
    return exchange(method, path, { ...sent, token: sameAs(await who()) });
  }

  /**
   * Calls an operation as the person who is signed in.
   * @template {keyof paths} P
   * @template {keyof paths[P]} M
   * @param {M} method
   * @param {P} path
   * @param {import('./http.js').Sent<paths[P][M]>} [sent]
   * @returns {Promise<import('./http.js').Answer<paths[P][M]>>}
   */
  async function call(method, path, sent) {
    return read(await authorised(String(method), path, sent));
  }

  /** @param {keyof paths} path @param {Record<string, string>} values */
  async function download(path, values) {
    const answer = await authorised('get', path, { values, patience: 20 * 60_000 });
    return answer.blob().catch(unanswered);
  }

  /** @param {T} next what redeeming, choosing, switching or signing in has answered */
  function enter(next) {
    tell('entered', refreshToken, next);
    take(next, true, false);
  }

  async function end() {
    const { accessToken: token } = await who();
    // Within the lock, so that no refresh of another tab crosses it.
    await navigator.locks.request(name, () => exchange('delete', `${path}/current`, { cookie: true, token }));
  }

  async function signOut() {
    const leaving = person;
    person = null; // so that no sign-in is asked for because of it
    try {
      await end().catch(async (problem) => {
        if (!opened || !isUnauthenticated(problem)) throw problem;
        await refresh(); // the token was not good any more; a session that has ended would have answered 204
        await end();
      });
    } catch (problem) {
      // Only if there is nothing to refresh with is there nothing left to end.
      if (opened || !isUnauthenticated(problem)) {
        person = leaving;
        throw problem;
      }
    }
    tell('left', refreshToken, null);
    leave(false);
  }

  /** @param {typeof listener} heard */
  const listen = (heard) => void (listener = heard);

  return { who, call, download, enter, signOut, store, listen, now: () => opened, person: () => person };
}

export const client = session('latchkey-client', '/v1/sessions', (/** @type {Schemas['SignedIn']} */ opened) => opened.profile.id);
export const desk = session('latchkey-staff', '/v1/staff/sessions', (/** @type {Schemas['StaffSignedIn']} */ opened) => opened.staffMember.id);
