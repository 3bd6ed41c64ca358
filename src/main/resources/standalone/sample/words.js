// Everything that people read, and how dates, times and money are written.
import { Problem } from './http.js';

const locale = 'en-AU';

export const words = {
  product: 'Client portal', skip: 'Skip to the page', areas: 'Pages', signOut: 'Sign out', email: 'E-mail', password: 'Password',
  pages: { '/appointments': 'Appointments', '/invoices': 'Invoices', '/files': 'Files', '/account': 'Account' },
  deskPages: { '': 'Clients', '/second-factor': 'Second factor' },
  enteredAs: (/** @type {string} */ name) => `You are signed in as ${name}.`,
  left: 'You are signed out.', leftElsewhere: 'You have signed out in another tab.', stillIn: 'You may still be signed in.',
  more: 'Show more', tryAgain: 'Try again', back: 'Back', stopped: 'This did not work', reference: 'When you ask for help, quote',
  call: 'Call the clinic:', byItself: 'This page tries again by itself.',
  start: {
    title: 'Sample portal', portal: 'Portal of the demo clinic', desk: 'Desk of the staff',
    lead: 'A small portal that shows what the API can do: for the clients of the demo clinic, and for its staff.',
  },
  foot: {
    about: 'A sample, not a product: it uses nothing but the published contract.',
    mailbox: 'Mailbox of this installation', developers: 'For developers', keeps: 'Keep the refresh token through a reload',
    tradeOff: `Only for installations that hand refresh tokens out in bodies. Off, the token is in memory, and a reload signs you out. On, it
      is in sessionStorage too: a reload keeps you signed in, but a script that gets into this page can take it. A cookie has neither fault.`,
  },
  ask: {
    title: (/** @type {string} */ clinic) => `Sign in at ${clinic}`,
    lead: 'We send you a login link by e-mail. You need no password.',
    hint: 'The address that the clinic has on your record.',
    button: 'Send me a login link', signedIn: 'I am signed in already',
    off: (/** @type {string} */ clinic) => `The portal of ${clinic} is closed for now`, offLead: 'Please come back later.', isNew: 'New here?', book: 'Book an appointment',
  },
  mailbox: {
    title: 'Look into your mailbox',
    lead: 'If the clinic knows this address, a letter with a login link arrives in a minute. If not, a letter says so.',
    link: 'The link works once, for 15 minutes. Open it, or type the six digits of the letter here.',
    code: 'Six digits', button: 'Sign in', again: 'Send another letter', open: 'Open the mailbox of this installation',
    asked: 'We have asked again. An address gets one letter a minute at most; the newest one counts.',
  },
  link: {
    title: 'One more click',
    lead: (/** @type {string} */ clinic) => `Your login link for ${clinic} is here. It works once.`,
    button: 'Sign in', refused: 'This link does not sign you in', renew: 'Send me a new link', ask: 'Ask for a login link',
  },
  question: {
    title: 'One question first', lead: 'The clinic asks it of all its clients, so that your records open for you alone.',
    year: 'In which year were you born?', date: 'When were you born?', button: 'Go on',
    left: (/** @type {number} */ tries) => (tries === 1 ? 'You have one more try.' : `You have ${tries} more tries.`),
  },
  confirmation: {
    title: 'Is this your e-mail?', lead: 'Confirm it, and the clinic writes to you there from now on.', button: 'Confirm', done: 'Your e-mail is confirmed',
    told: (/** @type {string} */ clinic, /** @type {string} */ email) => `${clinic} writes to ${email} from now on. You are not signed in by that.`,
  },
  newEmail: {
    title: 'A new e-mail', label: 'New e-mail', button: 'Let them confirm it', asked: 'A letter is on its way there.',
    waiting: (/** @type {string} */ email) => `${email} waits for them to confirm it.`, cancel: 'Take it back', cancelled: 'Its link confirms nothing any more.',
  },
  choice: { title: 'Who is it for?', lead: 'Several people share this e-mail. Choose whose records you want to see.' },
  again: {
    why: 'Your session has ended. Sign in, and go on where you were.', leave: 'Leave this page',
    done: 'You are signed in again. What you did last may not have been done: look, and repeat it.',
  },
  appointments: {
    title: 'Appointments', upcoming: 'Upcoming', past: 'Past',
    noUpcoming: 'You have no appointment ahead.', noPast: 'You have had no appointment yet.',
    with: (/** @type {string} */ service, /** @type {string} */ practitioner) => `${service} with ${practitioner}`,
  },
  invoices: {
    title: 'Invoices', one: 'Invoice', none: 'You have no invoices.', all: 'All invoices',
    issued: 'Issued', due: 'Due', total: 'Total', outstanding: 'Outstanding', tax: 'Tax in all',
    lines: 'Lines', columns: ['Description', 'Quantity', 'Unit price', 'Tax', 'Total'],
    payments: 'Payments', paymentColumns: ['Paid on', 'Method', 'Amount'], noPayments: 'Nothing has been paid yet.',
  },
  files: { title: 'Files', none: 'There are no files yet.', download: 'Download', saved: 'Saved on this device:', shared: 'shared' },
  account: {
    title: 'Account', profiles: 'Profiles of this mailbox', current: 'Shown now', goOn: 'Go on as',
    who: (/** @type {string} */ name, /** @type {string | null} */ email) => `You are signed in as ${name}${email ? `, ${email}` : ''}.`,
    sessions: 'Open sessions', thisOne: 'This session', end: 'End session', ended: 'The session has ended.',
    opened: 'Opened', used: 'Last used', ends: 'Ends',
  },
  desk: {
    signIn: 'Sign in at the desk', button: 'Sign in', forgotten: 'Forgot password?',
    factor: 'Show your second factor', factorLead: 'Type the six digits that your app shows now, or a recovery code.', code: 'Code',
    clients: 'Clients', sought: 'Name or e-mail', find: 'Find', archived: 'Archived', noEmail: 'No e-mail',
    found: (/** @type {number} */ count) => (count === 0 ? 'No client found.' : `Clients shown: ${count}.`),
    invite: 'Invite all who were never invited', allInvited: 'Everyone who can be reached was invited.',
    inviteAll: (/** @type {number} */ letters) => `Send ${letters === 1 ? 'one letter' : `${letters} letters`} with login links?`,
    invited: (/** @type {number} */ sent, /** @type {number} */ waiting) => `Clients invited: ${sent}. Still to come: ${waiting}.`,
    portalLink: 'Portal link of the clinic', copy: 'Copy the portal link', copied: 'The portal link is copied.',
    client: 'Client', shares: 'Shares the e-mail with', send: 'Send a login link', sendButton: 'Send login link',
    confirm: (/** @type {string} */ name, /** @type {string} */ email) => `${name} has confirmed ${email} to me`,
    sent: 'The login link is on its way.', links: 'Login links', noLinks: 'No login link was asked for yet.', look: 'Look again',
    why: 'Portal access', steps: 'What to do', close: 'Let this client in no more', open: 'Let this client in again',
    sure: 'All who came in by this mailbox are signed out. Go on?', closed: 'They are signed out, and no link lets them in.', opened: 'They may ask for a login link.',
    clearFlag: 'The address is right, and its mailbox works', flagCleared: 'Login links are sent there again.', byClient: 'The client', askedBy: 'Asked for by', until: 'Good until',
  },
  accepting: { title: 'Welcome to the desk', lead: 'Choose a password of 12 characters or more. A sentence is good.', button: 'Set password' },
  resetting: { title: 'Set a new password', lead: 'It has at least 12 characters, and signs you out everywhere.', button: 'Set password' },
  passwordSet: 'Your password is set. Sign in with it.',
  forgotten: {
    title: 'Forgot password', lead: 'If the address signs in here, a letter with a link arrives in a minute.', button: 'Send me a letter',
    done: 'We have asked for a letter. It comes if the address signs in here.',
  },
  enrolling: {
    title: 'Second factor', lead: 'An app on your phone shows a code for every sign-in. Type your password to begin.', begin: 'Begin',
    key: 'Add the key to your app', app: 'Open in the app', confirm: 'Enrol', done: 'Go to the clients',
    keyLead: 'Type this key into your authenticator app, or open the link on the phone that has it. It is shown this once.',
    codes: 'Keep your recovery codes', codesLead: 'Each stands in once for a code of the app. Write them down: they are shown this once.',
    enrolled: (/** @type {number} */ left) => `You have a second factor. Recovery codes left: ${left}.`,
  },
};

/** @type {Record<string, string>} */
const values = {
  pending: 'Booked', confirmed: 'Confirmed', arrived: 'Attended', missed: 'Missed', cancelled: 'Cancelled',
  open: 'Open', paid: 'Paid', void: 'Void', overdue: 'Overdue',
  card: 'Card', cash: 'Cash', 'bank-transfer': 'Bank transfer', other: 'Other', clinic: 'From the clinic', client: 'From you',
  queued: 'On its way', sent: 'Sent', failed: 'Not delivered', superseded: 'Replaced', redeemed: 'Used', expired: 'Expired', revoked: 'Withdrawn',
  'recipient-refused': 'The mail server does not know the address.', 'letter-refused': 'The mail server refused the letter.', bounced: 'The letter came back.',
  'server-refused': 'The mail server refused us.', 'server-unreachable': 'The mail server cannot be reached.',
  unreadable: 'The letter could not be written.',
  'restore-client': 'Restore the client.', 'add-email': 'Add an e-mail to the record.', 'check-email': 'Read the e-mail back to them, letter by letter.',
  'clear-address-flag': 'If it is right and the mailbox works again, clear its flag.',
  'check-birth-date': 'Let them tell you their date of birth, and compare it with the record.',
  'allow-access': 'Let the client in again.', 'switch-portal-on': 'Switch the portal on.', 'send-login-link': 'Send a login link.',
  'use-newest-letter': 'Let them open the newest letter.', 'look-in-spam': 'Let them look in the spam folder.', wait: 'Wait a moment.',
  'choose-profile': 'Several people share the e-mail: they choose after the link.', 'ask-mail-operator': 'Ask who runs your mail server.',
  'confirm-email': 'Let them follow the link in the letter to the new e-mail.',
};

/** @param {string} value of the contract; one that we do not know is shown as it is */
export const said = (value) => values[value] ?? value;

/** @typedef {'again' | 'ask' | 'renew' | 'back' | 'sign-in' | 'enrol' | 'none'} Way */
const again = 'Sign in again.';
const call = 'Please call the clinic.';

/** @type {Record<string, [sentence: string, way: Way]>} */
const problems = {
  offline: ['You are offline. Try again as soon as you are back.', 'again'],
  unreachable: ['The portal cannot be reached just now. Try again in a moment.', 'again'],
  unreadable: ['The portal gave no answer that we understand. Try again in a moment.', 'again'],
  unavailable: ['The portal is not ready just now.', 'again'],
  overloaded: ['The portal has too much to do just now.', 'again'],
  'too-many-requests': ['That was too often.', 'again'],
  'internal-error': ['Something went wrong on our side. Try again in a moment.', 'again'],
  'invalid-request': ['Please check what you have typed.', 'none'],
  'link-missing': ['There is nothing behind this address any more. Open the link of the letter once more.', 'ask'],
  'login-link-unknown': ['This is no login link of ours. Perhaps a part of it is missing: copy all of it, or ask for another.', 'ask'],
  'login-link-expired': ['This login link is older than 15 minutes. Let us send you another.', 'renew'],
  'login-link-used': ['This login link was used already: each works once. Let us send you another.', 'renew'],
  'login-link-superseded': ['A newer login link has replaced this one. Open your latest letter, or let us send you another.', 'renew'],
  'login-link-revoked': [`This login link was withdrawn, and your record may have changed. ${call}`, 'none'],
  'login-code-wrong': ['These digits are wrong, or no longer good. Follow the link in your latest letter, or ask for another.', 'none'],
  'choice-token-invalid': ['This choice took too long, or too many tries. Ask for a new login link.', 'ask'],
  'second-answer-wrong': ['That is not what the clinic has on record.', 'none'],
  'second-question-failed': [`Too many answers were wrong, so nothing was opened. ${call} Or ask for a new login link.`, 'ask'],
  'second-answers-used-up': [`Too many wrong answers were given for this e-mail. ${call}`, 'none'],
  'profile-needs-new-link': ['The clinic asks a question before it shows this profile. Sign out, and ask for a new login link.', 'none'],
  'portal-off': [`The clinic has closed its portal for now. ${call}`, 'none'],
  'portal-section-off': [`Your clinic does not show this here. ${call}`, 'none'],
  'portal-unknown': [`There is no portal at this address. Check the link that the clinic gave you. ${call}`, 'none'],
  'session-ended': [`This session has ended. ${again}`, 'sign-in'],
  'session-idle': [`Nothing was done for 30 minutes, so this session has ended. ${again}`, 'sign-in'],
  'refresh-token-invalid': ['You are not signed in.', 'sign-in'],
  unauthenticated: ['You are not signed in at this clinic.', 'sign-in'],
  'refresh-reused': [`To be safe we have ended this session: its key was used twice. ${again}`, 'sign-in'],
  'person-changed': ['This browser shows another person by now, so nothing was done. See who it is, and try again.', 'again'],
  'profile-not-found': [`Your mailbox does not reach this profile any more. ${call}`, 'back'],
  'session-not-found': ['This session has ended already.', 'back'],
  'invoice-not-found': ['You have no such invoice.', 'back'],
  'file-not-found': ['You have no such file any more.', 'back'],
  'not-found': ['There is nothing at this address.', 'back'],
  'client-not-found': ['Your clinic has no such client.', 'back'],
  forbidden: ['Your role may not see this. An owner of the clinic can change that.', 'none'],
  'second-factor-enrolment-required': ['Your clinic asks you for a second factor. Enrol one first.', 'enrol'],
  'email-mismatch': ['The address has just been changed. Load this page again, and confirm the new one.', 'none'],
};

/**
 * What to tell the person about a problem, and the one way on: the one place that knows problem codes.
 * @param {unknown} problem
 * @returns {{ sentence: string, way: Way, wait?: number, reference?: string }}
 */
export function explain(problem) {
  if (!(problem instanceof Problem)) {
    console.error(problem);
    return { sentence: 'Something in this page went wrong.', way: 'again' };
  }
  const { code, detail, errors, passes, requestId, retryAfter, status, triesLeft } = problem;
  const [sentence, way] = problems[code] ?? [detail || words.stopped, /** @type {Way} */ (passes ? 'again' : status === 401 ? 'sign-in' : 'none')];
  const left = triesLeft ? words.question.left(triesLeft) : '';
  const wait = retryAfter ? `Try again in ${lasting(retryAfter)}.` : '';
  return {
    sentence: [sentence, left, ...errors.map((wrong) => wrong.detail), wait].filter(Boolean).join(' '),
    way,
    wait: passes ? (retryAfter ?? 10) : undefined,
    reference: status >= 500 ? requestId : undefined,
  };
}

/** @param {number} value @param {string} unit @param {'long' | 'short'} [unitDisplay] */
const measure = (value, unit, unitDisplay = 'short') =>
  new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 }).format(value);

/** @param {number} seconds */
const lasting = (seconds) =>
  seconds < 100 ? measure(seconds, 'second', 'long')
  : seconds < 6000 ? measure(Math.ceil(seconds / 60), 'minute', 'long')
  : measure(Math.ceil(seconds / 3600), 'hour', 'long');

/** @param {string} phone as people write it */
export const tel = (phone) => `tel:${phone.replace(/[^+0-9]/g, '')}`;

/** @param {number} bytes */
export const size = (bytes) => (bytes < 1e6 ? measure(Math.max(bytes / 1000, 0.1), 'kilobyte') : measure(bytes / 1e6, 'megabyte'));

/** @param {import('./api').components['schemas']['Money']} money */
export const money = ({ amount, currency }) => new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(amount));

/** @param {string} date without a time, so of no zone */
export const date = (date) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(date));

/** @param {Intl.DateTimeFormatOptions} how @param {string} timeZone */
function inZone(how, timeZone) {
  try {
    return new Intl.DateTimeFormat(locale, { ...how, timeZone });
  } catch {
    return new Intl.DateTimeFormat(locale, { ...how, timeZone: 'UTC' }); // a zone that this browser has not heard of
  }
}

/** @type {Intl.DateTimeFormatOptions} */
const time = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' };

/** @param {string} instant @param {string} timeZone */
export const day = (instant, timeZone) =>
  inZone({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, timeZone).format(new Date(instant));

/** @param {string} start @param {string} end @param {string} timeZone */
export const span = (start, end, timeZone) => inZone(time, timeZone).formatRange(new Date(start), new Date(end));

/** @param {string} instant @param {string} timeZone */
export const moment = (instant, timeZone) =>
  inZone({ day: 'numeric', month: 'short', year: 'numeric', ...time }, timeZone).format(new Date(instant));
