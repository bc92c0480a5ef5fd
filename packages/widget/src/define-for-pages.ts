// The first file for pages. CMSs put a version behind its address (`lapor.js?ver=6.1`), and the other files ask for it without one:
// to a browser these are two scripts. The one without registers the elements, so that there is one of everything.
import { registerElements } from './register-elements.ts';

const { url } = import.meta;
const [address = url] = url.split('?');
if (address === url) registerElements();
else void import(address).catch(registerElements);
