// Not a module: it runs before the page is painted, so that a chosen theme does not flash up in the other one.
try {
  const theme = localStorage.getItem('temperline.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing follows the system.
}
