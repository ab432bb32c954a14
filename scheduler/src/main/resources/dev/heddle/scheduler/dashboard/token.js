import { setNotice } from './dom.js';

// The token lets a person change something. It comes behind the address's #, which no browser sends.

const KEY = 'heddle.token';
const READ_ONLY =
  'Read-only. To move components, open the address that ./heddle run printed: it holds the token of this run.';

/** Takes the token out of the address bar, so that it is not copied along with it. */
export function takeToken() {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (!given) return;
  sessionStorage.setItem(KEY, given);
  history.replaceState(null, '', location.pathname + location.search);
}

/** The token, or null. */
export function token() {
  return sessionStorage.getItem(KEY);
}

/** Forgets a token that is not this run's. */
export function dropToken() {
  sessionStorage.removeItem(KEY);
  showRights();
}

/** Says when nothing can be changed, and why. */
export function showRights() {
  setNotice(document.getElementById('read-only'), token() ? '' : READ_ONLY);
}
