// A client's way in: asking for a login link, the page behind the link, the choice of a profile, and the clinic's second question.
import { html, nothing } from '/lit-html.js';
import { Problem, isUnauthenticated, send, settings } from './http.js';
import { button, field, form, go, problemView, say, text } from './page.js';
import { forgetSecret, secret } from './secret.js';
import { client } from './session.js';
import { explain, tel, words } from './words.js';

/** @typedef {import('./page.js').Place} Place */
/** @typedef {import('./api').components['schemas']} Schemas */

/** @param {string} slug */
const readPortal = (slug) => send('get', '/v1/portals/{slug}', { values: { slug } });

/** @param {Place} page @param {string} slug */
export async function portal(page, slug) {
  const face = await readPortal(slug);
  if (face.slug !== slug) return go(`/${face.slug}`, '', true); // the clinic has a new portal link, and this one leads there
  const { api } = await settings();
  showAsking(page, face, html`${booking(face)}${signedIn(slug)}`, logo(api, face));
}

/** @param {string} api @param {Schemas['Portal']} face the logo of a location, which its heading names already */
function logo(api, { locations }) {
  const path = locations.find((location) => location.logo)?.logo;
  return path ? html`<img class="logo" src=${api + path} alt="">` : nothing;
}

/** @param {string} slug */
const signedIn = (slug) => html`<p><a href="/${slug}/appointments">${words.ask.signedIn}</a></p>`;

/** @param {Schemas['Portal']} face */
const booking = ({ bookingUrl }) =>
  bookingUrl?.startsWith('https://') ? html`<p>${words.ask.isNew} <a href=${bookingUrl} rel="noreferrer">${words.ask.book}</a></p>` : nothing;

/** @param {Place} room a page that no one may see without, or the dialog over one @param {string} slug */
export const askAgain = async (room, slug) => showAsking(room, await readPortal(slug));

/** @param {Place} page @param {Schemas['Portal']} face @param {import('./page.js').View} [more] @param {import('./page.js').View} [top] */
function showAsking(page, { slug, name, on, message, phone }, more = nothing, top = nothing) {
  const reach = phone ? html`<p class="quiet">${words.call} <a href=${tel(phone)}>${phone}</a></p>` : nothing;
  if (!on) return page.show(words.ask.off(name), html`${top}<div class="card"><p class="lines">${message ?? words.ask.offLead}</p></div>${reach}`);
  const email = field('email', words.email, { type: 'email', autocomplete: 'email', hint: words.ask.hint });
  const ask = form(words.ask.button, email, (data) => {
    const body = { email: text(data, 'email') };
    return toMailbox(page, slug, () => send('post', '/v1/portals/{slug}/login-links', { values: { slug }, body }));
  });
  page.show(words.ask.title(name), html`${top}<p class="lead">${words.ask.lead}</p><div class="card">${ask}</div>${more}${reach}`);
}

/**
 * @param {Place} page
 * @param {string} slug
 * @param {() => Promise<{ requestId: string }>} request
 * @param {string[]} [earlier] requests
 */
async function toMailbox(page, slug, request, earlier = []) {
  const [{ requestId }, { mailbox }] = await Promise.all([request(), settings()]);
  const requestIds = [requestId, ...earlier];
  const code = field('code', words.mailbox.code, { autocomplete: 'one-time-code', inputmode: 'numeric', max: 40 });
  const redeem = form(words.mailbox.button, code, async (data) => enter(page, slug, await redeemCode(requestIds, text(data, 'code'))));
  const again = button(words.mailbox.again, async () => {
    await toMailbox(page, slug, request, requestIds);
    say(words.mailbox.asked);
  });
  page.show(words.mailbox.title, html`
    <p class="lead">${words.mailbox.lead}</p>
    <div class="card"><p>${words.mailbox.link}</p>${redeem}</div>
    <p>${again}</p>
    ${mailbox ? html`<p><a href=${mailbox} target="_blank" rel="noreferrer">${words.mailbox.open}</a></p>` : nothing}`);
}

/**
 * A person who asks twice within a minute gets one letter, and its code belongs to the request that sent it.
 * @param {string[]} requestIds newest first
 * @param {string} code
 * @returns {Promise<Schemas['SessionOpened']>}
 */
async function redeemCode([requestId, ...earlier], code) {
  try {
    return await send('post', '/v1/sessions', { cookie: true, body: { requestId, code } });
  } catch (problem) {
    if (!isUnauthenticated(problem) || earlier.length === 0) throw problem;
    return redeemCode(earlier, code);
  }
}

/** The page behind the letter's link. It redeems on a click, never by itself: scanners of mail open links, and some run scripts.
 * @param {Place} page @param {string} slug */
export async function loginLink(page, slug) {
  const { name } = await readPortal(slug);
  const token = secret();
  if (!token) return showRefusal(page, slug, new Problem({ code: 'link-missing', status: 410 }));
  const redeem = form(words.link.button, nothing, async () => {
    try {
      enter(page, slug, await send('post', '/v1/sessions', { cookie: true, body: { token } }));
      forgetSecret();
    } catch (problem) {
      if (!isUnauthenticated(problem)) throw problem;
      showRefusal(page, slug, problem, token);
    }
  });
  page.show(words.link.title, html`<p class="lead">${words.link.lead(name)}</p><div class="card">${redeem}</div>`);
}

/** @param {Place} page @param {string} slug @param {unknown} problem @param {string} [token] of the link, if it is one of ours */
function showRefusal(page, slug, problem, token) {
  const { way } = explain(problem);
  const renew = () => toMailbox(page, slug, () => send('post', '/v1/login-links/renewals', { body: { token: token ?? '' } }));
  const wayOn =
    way === 'renew' ? html`<p>${button(words.link.renew, renew, 'main')}</p>${signedIn(slug)}`
    : way === 'none' ? nothing
    : html`<p><a class="button main" href="/${slug}">${words.link.ask}</a></p>`;
  page.show(words.link.refused, html`<div class="card">${problemView(problem, wayOn)}</div>`);
}

/** @param {Place} page @param {string} slug @param {Schemas['SessionOpened']} opened */
function enter(page, slug, opened) {
  if ('choiceToken' in opened) showChoice(page, slug, opened);
  else client.enter(opened);
}

/** @param {Place} page @param {string} slug @param {Schemas['ProfileChoiceRequired']} choice */
function showChoice(page, slug, { choiceToken, profiles }) {
  /** @param {Schemas['ChosenProfile']} body */
  const choose = async (body) => {
    try {
      client.enter(await send('post', '/v1/sessions/profile-choice', { cookie: true, token: choiceToken, body }));
    } catch (problem) {
      if (!isUnauthenticated(problem)) throw problem;
      showRefusal(page, slug, problem);
    }
  };
  /** @param {Schemas['ProfileOption']} profile */
  const pick = ({ ref, question }) => (question ? showQuestion(page, question, (answer) => choose({ ref, ...answer })) : choose({ ref }));
  const [only, ...others] = profiles;
  if (only && others.length === 0) return pick(only);
  const choices = profiles.map((profile) => html`<li>${button(profile.displayName ?? '', () => pick(profile), 'choice')}</li>`);
  page.show(words.choice.title, html`<p class="lead">${words.choice.lead}</p><ul class="plain">${choices}</ul>`);
}

/**
 * @param {Place} page
 * @param {string} question
 * @param {(answer: { birthYear?: number, birthDate?: string }) => unknown} answer a refusal stands above the button, and what was typed stays
 */
function showQuestion(page, question, answer) {
  const { title, lead, year, date, button } = words.question;
  const view =
    question === 'birth-year'
      ? form(button, field('birthYear', year, { inputmode: 'numeric', autocomplete: 'bday-year', min: 4, max: 4 }), (data) =>
          answer({ birthYear: Number(text(data, 'birthYear')) }))
      : form(button, field('birthDate', date, { type: 'date', autocomplete: 'bday' }), (data) => answer({ birthDate: text(data, 'birthDate') }));
  page.show(title, html`<p class="lead">${lead}</p><div class="card">${view}</div>`);
}
