/** Whether the caller reads pages, as a browser does. A program that does not is told in a problem document. */
export const readsPages = (request: Request): boolean =>
  /text\/html|application\/xhtml/i.test(request.headers.get('accept') ?? '');
