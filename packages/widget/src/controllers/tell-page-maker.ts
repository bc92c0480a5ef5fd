import { LaporErrorEvent } from '../events/error-event.ts';

/**
 * What is wrong with the element's attributes is for whoever makes the page, and never for the people who report: in the
 * console, by an event, and in the page itself on the machine on which it is being made. The page's own form stays.
 */
export const tellPageMaker = (host: HTMLElement, wrong: readonly string[]): void => {
  const told = `<${host.localName}>: ${wrong.join(' and ')} ${wrong.length > 1 ? 'are' : 'is'} missing or wrong. Copy the element as \`lapor-gateway snippet\` prints it.`;
  console.error(told);
  if (/^(localhost|127\.)/.test(location.hostname) && !host.querySelector(':scope > p')) {
    const note = document.createElement('p');
    note.textContent = told;
    host.prepend(note);
  }
  host.dispatchEvent(new LaporErrorEvent('misconfigured'));
};
