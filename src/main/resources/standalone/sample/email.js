// A new e-mail of a client: the page behind the letter that asks to confirm it, and how the desk has that letter sent.
import { html, nothing } from '/lit-html.js';
import { Problem, send } from './http.js';
import { button, field, form, problemView, say, text } from './page.js';
import { forgetSecret, secret } from './secret.js';
import { desk } from './session.js';
import { words } from './words.js';

/** @typedef {import('./page.js').Place} Place */
/** @typedef {import('./api').components['schemas']} Schemas */

/** It confirms on a click, never by itself: scanners of mail open links, and some run scripts.
 * @param {Place} page @param {string} slug */
export async function confirmEmail(page, slug) {
  const token = secret();
  if (!token) {
    const missing = new Problem({ code: 'link-missing', status: 410 });
    return page.show(words.stopped, html`<div class="card">${problemView(missing)}</div>`);
  }
  const confirm = form(words.confirmation.button, nothing, async () => {
    const { clinicName, email } = await send('post', '/v1/email-confirmations', { body: { token } });
    forgetSecret();
    page.show(words.confirmation.done, html`<p class="lead">${words.confirmation.told(clinicName, email)}</p>
      <p><a class="button main" href="/${slug}">${words.link.ask}</a></p>`);
  });
  page.show(words.confirmation.title, html`<p class="lead">${words.confirmation.lead}</p><div class="card">${confirm}</div>`);
}

/** @param {Schemas['Client']} client @param {string | null} waiting to be confirmed @param {() => Promise<void>} look again */
export function newEmail({ id, archivedAt }, waiting, look) {
  if (archivedAt) return nothing;
  const values = { id };
  const ask = form(words.newEmail.button, field('newEmail', words.newEmail.label, { type: 'email' }), async (data, form) => {
    await desk.call('put', '/v1/staff/clients/{id}/email-change', { values, body: { email: text(data, 'newEmail') } });
    form.reset();
    await look();
    say(words.newEmail.asked);
  });
  const cancel = async () => {
    await desk.call('delete', '/v1/staff/clients/{id}/email-change', { values });
    await look();
    say(words.newEmail.cancelled);
  };
  return html`<h2>${words.newEmail.title}</h2>
    <div class="card">${waiting ? html`<p>${words.newEmail.waiting(waiting)} ${button(words.newEmail.cancel, cancel)}</p>` : nothing}${ask}</div>`;
}
