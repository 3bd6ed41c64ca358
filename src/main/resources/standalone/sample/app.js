// The frame around the pages: which page an address shows, the header and the footer, and what happens when a session ends.
import { takeSecret } from './secret.js'; // first: it takes the letter's secret out of the address
import { html, nothing, render } from '/lit-html.js';
import { account, appointments, files, invoice, invoices } from './client.js';
import { confirmEmail } from './email.js';
import { Problem, settings } from './http.js';
import { act, button, find, go, place, problemView, say } from './page.js';
import { askAgain, loginLink, portal } from './portal.js';
import { client, desk, keepRefreshTokens, keepsRefreshTokens } from './session.js';
import { clientRecord, clients, forgotten, invitation, reset, secondFactor, signInStaff } from './staff.js';
import { explain, words } from './words.js';

/** @typedef {import('./page.js').Place} Place */

/** @type {[RegExp, (page: Place, ...found: string[]) => Promise<void>][]} */
const routes = [
  [/^\/$/, start],
  [/^\/staff$/, clients],
  [/^\/staff\/clients\/([0-9a-f-]+)$/, clientRecord],
  [/^\/staff\/invitation$/, invitation],
  [/^\/staff\/password$/, forgotten],
  [/^\/staff\/password-reset$/, reset],
  [/^\/staff\/second-factor$/, secondFactor],
  [/^\/([a-z0-9-]+)$/, portal],
  [/^\/([a-z0-9-]+)\/login$/, loginLink],
  [/^\/([a-z0-9-]+)\/confirm-email$/, confirmEmail],
  [/^\/([a-z0-9-]+)\/appointments$/, appointments],
  [/^\/([a-z0-9-]+)\/invoices$/, invoices],
  [/^\/([a-z0-9-]+)\/invoices\/([0-9a-f-]+)$/, invoice],
  [/^\/([a-z0-9-]+)\/files$/, files],
  [/^\/([a-z0-9-]+)\/account$/, account],
];

const main = find('main');
const dialog = /** @type {HTMLDialogElement} */ (find('dialog'));
const dialogRoom = find('#again-room');
const path = () => location.pathname.replace(/(.)\/$/, '$1');
const first = () => path().split('/')[1] ?? '';
const isDesk = () => first() === 'staff';
const isWayIn = () => /^\/[a-z0-9-]+(\/login)?$/.test(path()) && !isDesk();
/** Who is signed in at the clinic of the address. */
const guest = () => (client.now()?.clinic.slug === first() ? client.now() : null);
const home = () => (isDesk() ? '/staff' : guest() ? `/${first()}/appointments` : '/');
/** What is shown, and to whom. */
const state = () => [path(), client.person(), desk.person()].join(' ');

let shown = '';
let visits = 0;
let retry = 0;

/** Shows the page of the address; a newer call overtakes an older one. */
async function display() {
  const visit = ++visits;
  const page = place(main, heading, () => visit === visits);
  clearTimeout(retry);
  shown = '';
  drawTop();
  try {
    await act(() => open(page));
    if (page.isShown()) shown = state();
  } catch (problem) {
    if (page.isShown()) await act(() => showInstead(page, problem)).catch((another) => showProblem(page, another));
  }
  if (page.isShown()) drawTop();
}

/** @param {string} title of the page alone: a title gets into histories, and onto screens that are shared */
function heading(title) {
  document.title = `${title} – ${words.product}`;
  return html`<h1 tabindex="-1">${title}</h1>`;
}

/** @param {Place} page */
async function open(page) {
  for (const [pattern, show] of routes) {
    const found = pattern.exec(path());
    if (found) return show(page, ...found.slice(1));
  }
  throw new Problem({ code: 'not-found', status: 404 });
}

/** @param {Place} page @param {unknown} problem */
async function showInstead(page, problem) {
  const { sentence, way } = explain(problem);
  if (way === 'enrol') return secondFactor(page);
  if (way !== 'sign-in') return showProblem(page, problem);
  if (dialog.open) return;
  if (!isDesk() && !find('#said').textContent) say(sentence);
  return signIn(page);
}

/** @param {Place} room @param {unknown} problem @param {() => Promise<void>} [again] */
function showProblem(room, problem, again = display) {
  const { way, wait } = explain(problem);
  const wayOn =
    way === 'again' ? html`<p>${button(words.tryAgain, again, 'main')}</p>${wait ? html`<p class="quiet">${words.byItself}</p>` : nothing}`
    : way === 'back' || way === 'ask' ? html`<p><a class="button main" href=${home()}>${words.back}</a></p>`
    : nothing;
  room.show(words.stopped, html`<div class="card">${problemView(problem, wayOn)}</div>`);
  if (wait && room.isShown()) retry = window.setTimeout(again, wait * 1000);
}

/** @param {Place} room */
const signIn = async (room) => (isDesk() ? signInStaff(room) : askAgain(room, first()));

/** In a dialog over the page, which stays as it is. */
function signInAgain() {
  if (dialog.open) return;
  dialog.showModal();
  say('');
  delete dialogRoom.dataset.title;
  const title = (/** @type {string} */ text) => html`<h2 id="again-title" tabindex="-1">${text}</h2><p>${words.again.why}</p>`;
  const room = place(dialogRoom, title, () => dialog.open);
  const ask = /** @returns {Promise<void>} */ () => {
    clearTimeout(retry);
    return signIn(room).catch((problem) => showProblem(room, problem, ask));
  };
  ask();
}

/** A person who does not sign in again must not read on. */
function giveUp() {
  clear();
  return signOut();
}

/** As long as the API has not heard of it, the cookie is still good: then it would be wrong to say that they are out. */
async function signOut() {
  try {
    await (isDesk() ? desk : client).signOut();
    say(words.left);
  } catch (problem) {
    say(`${words.stillIn} ${explain(problem).sentence}`);
  }
}

/** Takes all off the page, at once: what was shown is for no one to see any more. */
function clear() {
  render(nothing, main);
  delete main.dataset.title;
  shown = '';
  visits += 1; // so that what is still under way shows nothing more
}

/** @param {typeof import('./session.js').client | typeof import('./session.js').desk} session */
function follow(session) {
  session.listen((change, elsewhere) => {
    if (isDesk() !== (session === desk)) return;
    if (change === 'expired') return signInAgain();
    const wasAsked = dialog.open;
    dialog.close();
    if (change === 'left' && isWayIn()) return drawTop();
    if (change === 'left') {
      clear();
      return go(isDesk() ? '/staff' : `/${first()}`, elsewhere ? words.leftElsewhere : '');
    }
    const opened = client.now();
    const text = opened && !isDesk() ? words.enteredAs(opened.profile.displayName) : '';
    if (opened && isWayIn() && (!elsewhere || guest())) return go(`/${opened.clinic.slug}/appointments`, text, true);
    say(wasAsked && shown === state() ? words.again.done : text);
    if (shown === state()) return;
    clear();
    display();
  });
}

/** @param {Place} page */
async function start(page) {
  page.show(words.start.title, html`<p class="lead">${words.start.lead}</p>
    <ul class="plain">
      <li><a class="button choice" href="/harbour-physio">${words.start.portal}</a></li>
      <li><a class="button choice" href="/staff">${words.start.desk}</a></li>
    </ul>`);
}

function drawTop() {
  const opened = guest();
  const member = isDesk() ? desk.now()?.staffMember : undefined;
  const name = opened?.profile.displayName ?? member?.displayName;
  const links = Object.entries(member ? words.deskPages : opened ? words.pages : {}).map(([page, label]) => {
    const to = `/${first()}${page}`;
    return html`<li><a href=${to} aria-current=${path() === to ? 'page' : nothing}>${label}</a></li>`;
  });
  render(html`
    <a class="skip" href="#main">${words.skip}</a>
    <a class="brand" href=${home()}>${(opened ?? member)?.clinic.name ?? words.product}</a>
    ${links.length ? html`<nav aria-label=${words.areas}><ul>${links}</ul></nav>` : nothing}
    ${name ? html`<span class="who">${name}</span>${button(words.signOut, signOut)}` : nothing}`,
    find('#top'));
}

/** @param {string} [mailbox] */
function drawFoot(mailbox) {
  const keep = (/** @type {Event} */ event) => keepRefreshTokens(/** @type {HTMLInputElement} */ (event.currentTarget).checked);
  render(html`<p>${words.foot.about}</p>
    ${mailbox ? html`<p><a href=${mailbox} target="_blank" rel="noreferrer">${words.foot.mailbox}</a></p>` : nothing}
    <details><summary>${words.foot.developers}</summary>
      <label class="check"><input type="checkbox" ?checked=${keepsRefreshTokens()} @change=${keep}>${words.foot.keeps}</label>
      <p>${words.foot.tradeOff}</p>
    </details>`, find('#foot'));
}

addEventListener('popstate', () => {
  takeSecret();
  if (dialog.open) clear(); // what it covers was a session's that is over
  dialog.close();
  delete main.dataset.title;
  say('');
  display();
});
addEventListener('hashchange', () => takeSecret() && display());
dialog.addEventListener('cancel', giveUp);
dialog.addEventListener('close', () => render(nothing, dialogRoom));
render(button(words.again.leave, giveUp), find('#again-leave'));
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target || link.origin !== location.origin) return;
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.hash) main.focus();
  else go(link.pathname);
});
[client, desk].forEach(follow);
settings().then(({ mailbox }) => drawFoot(mailbox), () => drawFoot());
display();
