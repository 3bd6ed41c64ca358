// What follows the # of a letter's link opens a door. It leaves the address before any other module runs, so that it reaches no
// history, no bookmark and no screen that others see. It is kept in memory alone: a person who reloads opens the letter again.
let taken = '';

/** Takes the secret out of the address, and tells whether there was one. */
export function takeSecret() {
  const found = location.hash.slice(1);
  if (!found) return false;
  history.replaceState(null, '', location.pathname);
  taken = found;
  return true;
}

/** The secret of the letter that led here, or an empty string. */
export const secret = () => taken;

export const forgetSecret = () => void (taken = '');

takeSecret();
