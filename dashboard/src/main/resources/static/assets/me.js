/** Who looks at the page, as the dashboard knows them; nobody where they are led to the login. */

const AFTER_SIGN_ON = 'temperline.after-sign-on';

/** @type {{open: boolean, name: string, roles: string[], permissions: string[], masked: boolean, queues: string[]|null}} */
export const me = await ask();

if (me.name) goOn();

/** Whether they may do what is asked for, such as `ACT_ON_ALERTS`: show nothing else to press. */
export function may(permission) {
  return me.permissions.includes(permission);
}

/** Goes to the login where the session has run out. */
export async function checkSession() {
  const answer = await fetch('/api/me').catch(() => null);
  if (answer?.status === 401) goToLogin();
}

export async function logOut() {
  await fetch('/logout', { method: 'POST' }).catch(() => null);
  location.assign('/login');
}

function goToLogin() {
  location.assign(`/login?to=${encodeURIComponent(location.pathname + location.search)}`);
}

/** To the page that was asked for before the provider's login, which leads back to the floor. */
function goOn() {
  try {
    const path = sessionStorage.getItem(AFTER_SIGN_ON);
    sessionStorage.removeItem(AFTER_SIGN_ON);
    if (path && path !== location.pathname + location.search) location.replace(path);
  } catch {
    // A browser that keeps nothing stays here.
  }
}

async function ask() {
  const nobody = { open: false, name: '', roles: [], permissions: [], masked: true, queues: null };
  const answer = await fetch('/api/me').catch(() => null);
  if (answer?.status === 401) goToLogin();
  return answer?.ok ? answer.json() : nobody;
}
