// What every page is made of: a room to show things in, forms and buttons that do one thing at a time, and lists that grow.
import { html, nothing, render } from '/lit-html.js';
import { explain, words } from './words.js';

/** @typedef {import('/lit-html.js').TemplateResult | typeof nothing | string} View */
/** @typedef {{ isShown: () => boolean, show: (title: string, view: View | View[]) => void }} Place */

/** @param {string} selector @param {ParentNode} [within] @returns {HTMLElement} */
export function find(selector, within = document) {
  const found = within.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`nothing here is ${selector}`);
  return found;
}

let actions = 0;
const markBusy = () => find('main').setAttribute('aria-busy', String(actions > 0));

/** @param {() => unknown} action during which the page is busy */
export async function act(action) {
  actions += 1;
  markBusy();
  try {
    await action();
  } finally {
    actions -= 1;
    markBusy();
  }
}

/** @param {Element} part of the page; while the dialog asks to sign in again, what the page has to say would mislead */
const isCovered = (part) => document.querySelector('dialog[open]') !== null && !part.closest('dialog');

/** @param {string} text is read out, and stands above the page until the next page comes */
export function say(text) {
  find(document.querySelector('dialog[open]') ? '#again [role=status]' : '#said').textContent = text;
}

/** @param {string} path @param {string} [text] to say there @param {boolean} [replace] this page, so that Back does not lead here again */
export function go(path, text = '', replace = false) {
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
  say(text);
}

let isFirst = true;

/**
 * A room whose view changes. A new title is a new step: it starts from nothing, and its heading gets the focus.
 * @param {HTMLElement} room
 * @param {(title: string) => View} heading
 * @param {() => boolean} isShown
 * @returns {Place}
 */
export function place(room, heading, isShown) {
  return {
    isShown,
    show(title, view) {
      if (!isShown()) return;
      const isNew = room.dataset.title !== title;
      // Else lit would keep the fields of the step before, with what was typed into them.
      if (isNew) render(nothing, room);
      render(html`${heading(title)}${view}`, room);
      room.dataset.title = title;
      if (isNew && !isFirst) find('h1, h2', room).focus();
      isFirst = false;
    },
  };
}

/** @param {unknown} problem @param {View} [wayOn] */
export function problemView(problem, wayOn = nothing) {
  const { sentence, reference } = explain(problem);
  return html`<p class="problem">${sentence}</p>${wayOn}
    ${reference ? html`<p class="quiet">${words.reference} <code>${reference}</code></p>` : nothing}`;
}

/**
 * @param {string} label of its button
 * @param {View | View[]} fields
 * @param {(data: FormData, form: HTMLFormElement) => unknown} action what it does; a refusal is told above the button
 */
export function form(label, fields, action) {
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    if (form.ariaBusy === 'true') return;
    const told = find('[role=alert]', form);
    render(nothing, told);
    form.ariaBusy = 'true';
    act(() => action(new FormData(form), form))
      .catch((problem) => isCovered(form) || render(problemView(problem), told))
      .finally(() => (form.ariaBusy = 'false'));
  };
  // By POST, should it ever be sent without us: what is typed must not get into an address.
  return html`<form method="post" @submit=${submit}>${fields}<div role="alert"></div><button class="main">${label}</button></form>`;
}

/** @param {View} label @param {() => unknown} action @param {string} [look] */
export function button(label, action, look = '') {
  const press = (/** @type {Event} */ event) => {
    const pressed = /** @type {HTMLButtonElement} */ (event.currentTarget);
    if (pressed.ariaDisabled === 'true') return;
    pressed.ariaDisabled = 'true';
    act(action)
      .catch((problem) => isCovered(pressed) || say(explain(problem).sentence))
      .finally(() => (pressed.ariaDisabled = 'false'));
  };
  return html`<button type="button" class=${look} @click=${press}>${label}</button>`;
}

/**
 * @param {string} name
 * @param {string} label
 * @param {{ type?: string, autocomplete?: string, inputmode?: string, hint?: string, min?: number, max?: number, optional?: boolean }} [how]
 */
export const field = (name, label, { type = 'text', autocomplete = 'off', inputmode, hint, min, max = 254, optional } = {}) => html`
  <label>${label}
    <input name=${name} type=${type} autocomplete=${autocomplete} inputmode=${inputmode ?? nothing} ?required=${!optional}
      minlength=${min ?? nothing} maxlength=${max} aria-describedby=${hint ? `${name}-hint` : nothing}>
  </label>
  ${hint ? html`<p class="quiet" id="${name}-hint">${hint}</p>` : nothing}`;

/** @param {FormData} data @param {string} name */
export const text = (data, name) => String(data.get(name) ?? '');

/** @param {string} value @param {string} look @returns {View} */
export const chip = (value, look) => html`<span class="chip ${look}">${value}</span>`;

/** @param {[string, View][]} pairs */
export const facts = (pairs) => html`<dl>${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;

/**
 * @template T
 * @param {T[]} items
 * @param {(item: T) => View} card
 * @param {string} none
 * @returns {View}
 */
export const cards = (items, card, none) =>
  items.length ? html`<ul class="plain">${items.map((item) => html`<li class="card">${card(item)}</li>`)}</ul>` : html`<p>${none}</p>`;

/**
 * The first page of a list, and a button for the next one as long as there is one.
 * @template T
 * @param {(cursor: string | undefined) => Promise<{ items: T[], nextCursor: string | null }>} read
 */
export async function listing(read) {
  const first = await read(undefined);
  const items = [...first.items];
  let next = first.nextCursor;
  /** @param {() => void} redraw @returns {View} */
  const more = (redraw) => (next === null ? nothing : button(words.more, async () => {
    const page = await read(next ?? undefined);
    items.push(...page.items);
    next = page.nextCursor;
    redraw();
  }));
  return { items, more };
}
