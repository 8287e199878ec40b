/** The languages that can be chosen, each by its own name. A further one is a line here and a file beside this one. */
export const languages = { __proto__: null, en: 'English', de: 'Deutsch' };
