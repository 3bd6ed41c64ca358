// What a signed-in client sees: appointments, invoices, files, and their own profiles and sessions.
import { html, nothing } from '/lit-html.js';
import { Problem } from './http.js';
import { button, cards, chip, facts, listing, say } from './page.js';
import { client } from './session.js';
import { date, day, moment, money, said, size, span, tel, words } from './words.js';

/** @typedef {import('./page.js').Place} Place */
/** @typedef {import('./page.js').View} View */
/** @typedef {import('./api').components['schemas']} Schemas */

/** @param {string} slug of the clinic in the address; the one session of a browser may be at another one */
async function guest(slug) {
  const opened = await client.who();
  if (opened.clinic.slug !== slug) throw new Problem({ code: 'unauthenticated', status: 401 });
  return opened;
}

/** @param {Place} page @param {string} slug */
export async function appointments(page, slug) {
  await guest(slug);
  const [upcoming, past] = await Promise.all([listAppointments('upcoming'), listAppointments('past')]);
  const draw = /** @returns {void} */ () =>
    page.show(words.appointments.title, html`
      <h2>${words.appointments.upcoming}</h2>
      ${cards(upcoming.items, appointmentCard, words.appointments.noUpcoming)}${upcoming.more(draw)}
      <h2>${words.appointments.past}</h2>
      ${cards(past.items, appointmentCard, words.appointments.noPast)}${past.more(draw)}`);
  draw();
}

/** @param {'upcoming' | 'past'} when */
const listAppointments = (when) => listing((cursor) => client.call('get', '/v1/appointments', { query: { when, cursor } }));

/** @param {Schemas['Appointment']} appointment */
function appointmentCard({ startsAt, endsAt, timeZone, location, practitioner, service, status, confirmed }) {
  const stands = status === 'pending' && confirmed ? 'confirmed' : status;
  return html`
    <h3><time datetime=${startsAt}>${day(startsAt, timeZone)}</time></h3>
    <p>${span(startsAt, endsAt, timeZone)} <span class="quiet">${timeZone.replaceAll('_', ' ')}</span></p>
    <p>${words.appointments.with(service.name, practitioner.displayName)}</p>
    <p class="quiet">${[location.name, location.address, location.directions].filter(Boolean).join(', ')}</p>
    ${location.phone ? html`<p class="quiet">${words.call} <a href=${tel(location.phone)}>${location.phone}</a></p>` : nothing}
    <p>${chip(said(stands), stands)}</p>`;
}

/** @param {Place} page @param {string} slug */
export async function invoices(page, slug) {
  await guest(slug);
  const list = await listing((cursor) => client.call('get', '/v1/invoices', { query: { cursor } }));
  /** @param {Schemas['InvoiceSummary']} invoice @returns {View} */
  const card = (invoice) => html`
    <h2><a href="/${slug}/invoices/${invoice.id}">${`${words.invoices.one} ${invoice.number}`}</a></h2>
    ${invoiceFacts(invoice)}`;
  const draw = /** @returns {void} */ () =>
    page.show(words.invoices.title, html`${cards(list.items, card, words.invoices.none)}${list.more(draw)}`);
  draw();
}

/** @param {Schemas['InvoiceSummary']} invoice */
function invoiceFacts({ status, overdue, issuedOn, dueOn, total, outstanding }) {
  const stands = overdue ? 'overdue' : status;
  return html`<p>${chip(said(stands), stands)}</p>
    ${facts([
      [words.invoices.issued, date(issuedOn)],
      [words.invoices.due, date(dueOn)],
      [words.invoices.total, money(total)],
      [words.invoices.outstanding, money(outstanding)],
    ])}`;
}

/** @param {Place} page @param {string} slug @param {string} id */
export async function invoice(page, slug, id) {
  await guest(slug);
  const found = await client.call('get', '/v1/invoices/{id}', { values: { id } });
  const lines = found.lines.map(({ description, quantity, unitPrice, taxRatePercent, tax, total }) =>
    [description, quantity, money(unitPrice), `${money(tax)} (${taxRatePercent}%)`, money(total)]);
  const payments = found.payments.map(({ paidOn, method, amount }) => [date(paidOn), said(method), money(amount)]);
  page.show(words.invoices.one, html`
    <div class="card"><h2>${found.number}</h2>${invoiceFacts(found)}</div>
    ${table(words.invoices.lines, words.invoices.columns, lines)}
    ${facts([[words.invoices.tax, money(found.taxTotal)], [words.invoices.total, money(found.total)]])}
    ${payments.length ? table(words.invoices.payments, words.invoices.paymentColumns, payments) : html`<p>${words.invoices.noPayments}</p>`}
    <p><a href="/${slug}/invoices">${words.invoices.all}</a></p>`);
}

/** @param {string} title @param {string[]} columns @param {string[][]} rows */
const table = (title, columns, rows) => html`
  <div class="scroll" tabindex="0" role="region" aria-label=${title}><table>
    <caption>${title}</caption>
    <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
  </table></div>`;

/** @param {Place} page @param {string} slug */
export async function files(page, slug) {
  const { clinic } = await guest(slug);
  const list = await listing((cursor) => client.call('get', '/v1/files', { query: { cursor } }));
  /** @param {Schemas['ClientFile']} file @returns {View} */
  const card = (file) => html`
    <h2>${file.name}</h2>
    <p class="quiet">${said(file.from)} · ${size(file.size)} · ${words.files.shared} ${moment(file.sharedAt, clinic.timeZone)}</p>
    ${button(html`${words.files.download} <span class="hidden">${file.name}</span>`, () => save(file))}`;
  const draw = /** @returns {void} */ () =>
    page.show(words.files.title, html`${cards(list.items, card, words.files.none)}${list.more(draw)}`);
  draw();
}

/** @param {Schemas['ClientFile']} file */
async function save({ id, name }) {
  const bytes = await client.download('/v1/files/{id}/content', { id });
  // As bytes of no kind, and only to be saved: a page among the files that is opened here would run as one of ours.
  const href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
  say(`${words.files.saved} ${name}`);
}

/** @param {Place} page @param {string} slug */
export async function account(page, slug) {
  const { clinic } = await guest(slug);
  const [profile, profiles, sessions] = await Promise.all([
    client.call('get', '/v1/me'),
    client.call('get', '/v1/me/profiles'),
    listing((cursor) => client.call('get', '/v1/sessions', { query: { cursor } })),
  ]);
  /** @param {Schemas['Session']} session */
  const end = async (session) => {
    await client.call('delete', '/v1/sessions/{id}', { values: { id: session.id } });
    sessions.items.splice(sessions.items.indexOf(session), 1);
    draw();
    say(words.account.ended);
  };
  /** @param {Schemas['Session']} session @returns {View} */
  const card = (session) => html`
    <h3>${session.device.name}</h3>
    ${facts([
      [words.account.opened, moment(session.openedAt, clinic.timeZone)],
      [words.account.used, moment(session.lastUsedAt, clinic.timeZone)],
      [words.account.ends, moment(session.endsAt, clinic.timeZone)],
    ])}
    ${session.current ? html`<p>${chip(words.account.thisOne, 'current')}</p>`
      : button(html`${words.account.end} <span class="hidden">${session.device.name}</span>`, () => end(session))}`;
  const draw = /** @returns {void} */ () =>
    page.show(words.account.title, html`
      <p class="lead">${words.account.who(profile.preferredName ?? profile.displayName, profile.email)}</p>
      <h2>${words.account.profiles}</h2>
      <ul class="plain">${profiles.items.map(profileItem)}</ul>
      <h2>${words.account.sessions}</h2>
      ${cards(sessions.items, card, '')}${sessions.more(draw)}`);
  draw();
}

/** @param {Schemas['ListedProfile']} profile */
function profileItem({ id, displayName, current }) {
  if (current) return html`<li>${displayName} ${chip(words.account.current, 'current')}</li>`;
  const goOn = async () => client.enter(await client.call('post', '/v1/sessions/current/profile', { body: { profileId: id } }));
  return html`<li>${button(`${words.account.goOn} ${displayName}`, goOn)}</li>`;
}
