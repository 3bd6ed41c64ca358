// The clinic's desk: passwords and signing in, finding a client, sending a login link, and what became of it.
import { html, nothing } from '/lit-html.js';
import { newEmail } from './email.js';
import { Problem, isUnauthenticated, send } from './http.js';
import { button, cards, chip, facts, field, form, go, listing, say, text } from './page.js';
import { forgetSecret, secret } from './secret.js';
import { desk, pause } from './session.js';
import { explain, moment, said, words } from './words.js';

/** @typedef {import('./page.js').Place} Place */
/** @typedef {import('./api').components['schemas']} Schemas */

const newPassword = () => field('password', words.password, { type: 'password', autocomplete: 'new-password', min: 12, max: 128 });
const password = () => field('password', words.password, { type: 'password', autocomplete: 'current-password', max: 128 });
const email = () => field('email', words.email, { type: 'email', autocomplete: 'username' });
const code = () => field('code', words.desk.code, { autocomplete: 'one-time-code', max: 40 });

/** @param {Place} page */
export function signInStaff(page) {
  const signIn = form(words.desk.button, [email(), password()], async (data) => {
    const body = { email: text(data, 'email'), password: text(data, 'password') };
    const opened = await send('post', '/v1/staff/sessions', { cookie: true, body });
    if ('secondFactorToken' in opened) showSecondFactor(page, opened.secondFactorToken);
    else desk.enter(opened);
  });
  page.show(words.desk.signIn, html`<div class="card">${signIn}</div><p><a href="/staff/password">${words.desk.forgotten}</a></p>`);
}

/** @param {Place} page @param {string} secondFactorToken */
function showSecondFactor(page, secondFactorToken) {
  const prove = form(words.desk.button, code(), async (data) => {
    const body = { secondFactorToken, code: text(data, 'code') };
    try {
      desk.enter(await send('post', '/v1/staff/sessions/second-factor', { cookie: true, body }));
    } catch (problem) {
      if (!isUnauthenticated(problem)) throw problem;
      signInStaff(page);
      say(explain(problem).sentence);
    }
  });
  page.show(words.desk.factor, html`<p class="lead">${words.desk.factorLead}</p><div class="card">${prove}</div>`);
}

/** @param {Place} page */
export const invitation = (page) =>
  showNewPassword(page, words.accepting, (body) => send('post', '/v1/staff/invitations/acceptance', { cookie: true, body }));

/** @param {Place} page */
export const reset = (page) =>
  showNewPassword(page, words.resetting, (body) => send('post', '/v1/staff/password-resets/completion', { cookie: true, body }));

/**
 * @param {Place} page
 * @param {{ title: string, lead: string, button: string }} told
 * @param {(body: { token: string, password: string }) => Promise<unknown>} set
 */
async function showNewPassword(page, told, set) {
  const token = secret();
  if (!token) throw new Problem({ code: 'link-missing', status: 410 });
  const choose = form(told.button, newPassword(), async (data) => {
    await set({ token, password: text(data, 'password') });
    forgetSecret();
    go('/staff', words.passwordSet, true);
  });
  page.show(told.title, html`<p class="lead">${told.lead}</p><div class="card">${choose}</div>
    <p><a href="/staff">${words.desk.signIn}</a></p>`);
}

/** @param {Place} page */
export async function forgotten(page) {
  const ask = form(words.forgotten.button, email(), async (data) => {
    await send('post', '/v1/staff/password-resets', { body: { email: text(data, 'email') } });
    say(words.forgotten.done);
  });
  page.show(words.forgotten.title, html`<p class="lead">${words.forgotten.lead}</p><div class="card">${ask}</div>`);
}

/** @param {Place} page */
export async function clients(page) {
  const { staffMember } = await desk.who();
  const link = await desk.call('get', '/v1/staff/portal-link');
  // What is looked for stays in here: names and addresses are not for the address bar.
  const look = (sought = '') => {
    const query = sought.includes('@') ? { email: sought } : sought ? { q: sought } : {};
    return listing((cursor) => desk.call('get', '/v1/staff/clients', { query: { ...query, cursor } }));
  };
  let found = await look();
  const search = form(words.desk.find, field('sought', words.desk.sought, { type: 'search', max: 100, optional: true }), async (data) => {
    found = await look(text(data, 'sought').trim());
    draw();
    say(words.desk.found(found.items.length));
  });
  const copy = button(words.desk.copy, async () => {
    await navigator.clipboard.writeText(link.url);
    say(words.desk.copied);
  });
  const invite = button(words.desk.invite, async () => {
    const body = { filter: { portal: /** @type {const} */ ('never-invited') } };
    const { letters } = await desk.call('post', '/v1/staff/login-link-batch-previews', { body });
    if (!letters) return say(words.desk.allInvited);
    if (!confirm(words.desk.inviteAll(letters))) return;
    watchBatch(page, await desk.call('post', '/v1/staff/login-link-batches', { body }));
  });
  const draw = /** @returns {void} */ () =>
    page.show(words.desk.clients, html`
      <p class="lead">${staffMember.clinic.name}</p>
      <div class="card">${search}</div>
      <p>${invite}</p>
      ${cards(found.items, clientCard, words.desk.found(0))}${found.more(draw)}
      <h2>${words.desk.portalLink}</h2>
      <div class="card"><p><code>${link.url}</code></p>${copy}</div>`);
  draw();
}

/** @param {Place} page @param {Schemas['LoginLinkBatch']} batch */
async function watchBatch(page, batch) {
  for (let now = batch; page.isShown(); now = await desk.call('get', '/v1/staff/login-link-batches/{batchId}', { values: { batchId: batch.id } })) {
    say(words.desk.invited(now.sent, now.waiting));
    if (now.status !== 'running') return;
    await pause(2000);
  }
}

/** @param {Schemas['ClientSummary']} client */
const clientCard = ({ id, displayName, email }) => html`
  <h2><a href="/staff/clients/${id}">${displayName}</a></h2>
  <p class="quiet">${email ?? words.desk.noEmail}</p>`;

/** @param {Place} page @param {string} id */
export async function clientRecord(page, id) {
  const { clinic } = (await desk.who()).staffMember;
  const values = { id };
  const record = await desk.call('get', '/v1/staff/clients/{id}', { values });
  const readLinks = () => listing((cursor) => desk.call('get', '/v1/staff/clients/{id}/login-links', { values, query: { cursor } }));
  const readAccess = () => desk.call('get', '/v1/staff/clients/{id}/portal-access', { values });
  let [links, access] = await Promise.all([readLinks(), readAccess()]);
  let key = crypto.randomUUID();
  const look = async () => {
    [links, access] = await Promise.all([readLinks(), readAccess()]);
    draw();
  };
  const permit = async () => {
    const { allowed } = access.permission;
    if (allowed && !confirm(words.desk.sure)) return;
    await desk.call('patch', '/v1/staff/clients/{id}/portal-access', { values, body: { allowed: !allowed } });
    await look();
    say(allowed ? words.desk.closed : words.desk.opened);
  };
  // Staff reading a client's record is itself on record, so we look a few times, until the letter has left. The button is for the rest.
  const watch = async () => {
    for (const seconds of [0, 1, 2, 3, 5, 8]) {
      await pause(seconds * 1000);
      if (!page.isShown()) return;
      await look().catch(() => {});
      if (links.items[0]?.status !== 'queued') return;
    }
  };
  const clearFlag = async () => {
    await desk.call('delete', '/v1/staff/clients/{id}/address-flag', { values });
    await look();
    say(words.desk.flagCleared);
  };
  /** @param {string} confirmedEmail as it was shown: so no link goes to an address that was changed a moment ago */
  const sendLink = async (confirmedEmail) => {
    // One key until it is done: if the answer is lost, pressing again sends no second letter.
    const headers = { 'Idempotency-Key': key };
    await desk.call('post', '/v1/staff/clients/{id}/login-links', { values: { id }, headers, body: { confirmedEmail } });
    key = crypto.randomUUID();
    say(words.desk.sent);
    watch();
  };
  const draw = /** @returns {void} */ () =>
    page.show(words.desk.client, html`${recordCard(record)}${sendingForm(record, sendLink)}
      <h2>${words.desk.why}</h2><div class="card">${accessView(access)}
        ${access.mailbox.addressFlag ? button(words.desk.clearFlag, clearFlag) : nothing}
        ${button(access.permission.allowed ? words.desk.close : words.desk.open, permit)}</div>
      ${newEmail(record, access.mailbox.pendingEmail, look)}
      <h2>${words.desk.links}</h2>
      ${cards(links.items, (link) => linkView(link, clinic.timeZone), words.desk.noLinks)}
      <p>${button(words.desk.look, look)}</p>${links.more(draw)}`);
  draw();
}

/** @param {Schemas['PortalAccess']} access */
const accessView = ({ situation, nextSteps }) => html`
  <p>${situation.detail}</p>
  ${nextSteps.length ? facts([[words.desk.steps, nextSteps.map(said).join(' ')]]) : nothing}`;

/** @param {Schemas['Client']} client */
const recordCard = ({ displayName, email, archivedAt, sharesEmailWith }) => html`
  <div class="card">
    <h2>${displayName}</h2>
    <p>${email ?? words.desk.noEmail} ${archivedAt ? chip(words.desk.archived, 'archived') : nothing}</p>
    ${sharesEmailWith.map((other) => html`<p class="quiet">${words.desk.shares} ${other.displayName}</p>`)}
  </div>`;

/** @param {Schemas['Client']} client @param {(confirmedEmail: string) => Promise<void>} send */
function sendingForm({ displayName, email, archivedAt }, send) {
  if (!email || archivedAt) return nothing;
  const confirmation = html`<label class="check"><input type="checkbox" required>${words.desk.confirm(displayName, email)}</label>`;
  const sending = form(words.desk.sendButton, confirmation, async (_, form) => {
    await send(email);
    form.reset();
  });
  return html`<h2>${words.desk.send}</h2><div class="card">${sending}</div>`;
}

/** @param {Schemas['LoginLink']} link @param {string} timeZone */
const linkView = ({ status, failure, sentTo, requestedAt, requestedBy, expiresAt }, timeZone) => html`
  <p>${chip(said(status), status)} ${sentTo}</p>
  ${failure ? html`<p class="problem">${said(failure)}</p>` : nothing}
  ${facts([
    [words.desk.askedBy, `${requestedBy?.displayName ?? words.desk.byClient}, ${moment(requestedAt, timeZone)}`],
    [words.desk.until, moment(expiresAt, timeZone)],
  ])}`;

/** @param {Place} page */
export async function secondFactor(page) {
  await desk.who();
  const { enrolled, recoveryCodesLeft } = await desk.call('get', '/v1/staff/me/second-factor');
  if (enrolled) return page.show(words.enrolling.title, html`<p class="lead">${words.enrolling.enrolled(recoveryCodesLeft)}</p>`);
  const begin = form(words.enrolling.begin, password(), async (data) => {
    const body = { password: text(data, 'password') };
    showKey(page, await desk.call('post', '/v1/staff/me/second-factor/enrolment', { body }));
  });
  page.show(words.enrolling.title, html`<p class="lead">${words.enrolling.lead}</p><div class="card">${begin}</div>`);
}

/** @param {Place} page @param {Schemas['SecondFactorEnrolment']} enrolment */
function showKey(page, { secret, otpauthUri }) {
  const confirm = form(words.enrolling.confirm, code(), async (data) => {
    const body = { code: text(data, 'code') };
    const { recoveryCodes } = await desk.call('post', '/v1/staff/me/second-factor/confirmation', { body });
    page.show(words.enrolling.codes, html`<p class="lead">${words.enrolling.codesLead}</p>
      <ul class="card">${recoveryCodes.map((recovery) => html`<li><code>${recovery}</code></li>`)}</ul>
      <p><a class="button main" href="/staff">${words.enrolling.done}</a></p>`);
  });
  const link = otpauthUri.startsWith('otpauth:') ? html`<p><a href=${otpauthUri}>${words.enrolling.app}</a></p>` : nothing;
  page.show(words.enrolling.key, html`<p class="lead">${words.enrolling.keyLead}</p>
    <div class="card"><p><code>${secret}</code></p>${link}${confirm}</div>`);
}
