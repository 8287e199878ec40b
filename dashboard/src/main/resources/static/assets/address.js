/** What a page was asked for is kept in its address, so that it can be shared and gone back to. */

/** The form's fields as they stand in the address; what does not is empty, or what the field begins with. */
export function fillFrom(form) {
  const asked = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (field.name && asked.has(field.name)) field.value = asked.get(field.name);
  }
}

/** Writes what differs from the field's beginning into the address, and returns it. */
export function keep(values) {
  const asked = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '' && value !== null));
  history.replaceState(null, '', asked.size ? `?${asked}` : location.pathname);
  return asked;
}

/** The named fields of the form, and what they hold. */
export function valuesOf(form) {
  return Object.fromEntries([...form.elements].filter(field => field.name).map(field => [field.name, field.value]));
}
