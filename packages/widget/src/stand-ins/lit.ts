// Stands in for `lit` in the files for pages: `html`, `css`, `nothing` and `render`, as far as the form's templates go. These
// hold no comments, and no `<` and `>` but those of tags; their attributes and properties are written in small letters; no
// value is a node or a directive. `lit.browser.test.ts` draws the same beside Lit.

/** A template with its values. */
interface Drawing {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
}

/** Shows a value at its place. */
type Show = (value: unknown) => void;

/** A copy of a template, to be put into the page, and what shows values in it. */
interface Copy {
  readonly content: DocumentFragment;
  readonly show: (values: readonly unknown[]) => void;
}

/** Where values are shown in a template: the number of the node, and of an attribute its name and what is between its values. */
type Place = readonly [node: number, name?: string, parts?: readonly string[]];

/** Stands in a template where a value will be. */
const mark = '··';

/** Elements and comments. */
const shownNodes = 129;

/** Shows nothing; leaves out an attribute. */
export const nothing = Symbol.for('lit-nothing');

/** A template. */
export const html = (strings: readonly string[], ...values: readonly unknown[]): Drawing => ({ strings, values });

/** Styles, and their sheet where the browser lets it be shared. */
export const css = ([cssText = '']: readonly string[]) => {
  let sheet: CSSStyleSheet | undefined;
  return {
    cssText,
    get styleSheet(): CSSStyleSheet | undefined {
      if (!sheet && 'replaceSync' in CSSStyleSheet.prototype) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(cssText);
      }
      return sheet;
    },
  };
};

/** The part of Trusted Types that is used. */
interface Policies {
  createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string };
}

let policy: ReturnType<Policies['createPolicy']> | undefined;
let isAsked = false;

/**
 * Under a policy of our own name, which is asked for with the first template: another copy or version of this script on the page draws
 * nothing. A page that allows no policy may ask for none either.
 */
const trusted = (text: string): string => {
  try {
    if (!isAsked)
      policy = (globalThis as { trustedTypes?: Policies }).trustedTypes?.createPolicy('lapor', {
        createHTML: (own) => own,
      });
  } catch {}
  isAsked = true;
  return policy?.createHTML(text) ?? text;
};

const isDrawing = (value: unknown): value is Drawing => (value as Drawing | null)?.strings !== undefined;
const isEmpty = (value: unknown): boolean => value === nothing || (value ?? '') === '';
const isText = (value: unknown): boolean => !isEmpty(value) && typeof value !== 'object';

const comment = (): Comment => document.createComment('');
const walk = (root: Node): TreeWalker => document.createTreeWalker(root, shownNodes);

/** Takes out what is between two nodes. */
const clear = (start: Node, end: Node | null): void => {
  while (start.nextSibling && start.nextSibling !== end) start.nextSibling.remove();
};

/** Shows values between two nodes. What is there already stays, as far as it is drawn by the same template. */
const between = (start: Node, end: Node | null): Show => {
  let last: unknown = nothing;
  let copy: Copy | undefined;
  let items: [start: Comment, end: Comment, show: Show][] = [];
  const put = (...nodes: Node[]): void => {
    for (const node of nodes) start.parentNode?.insertBefore(node, end);
  };
  const empty = (): void => {
    clear(start, end);
    items = [];
  };
  const list = (values: readonly unknown[]): void => {
    if (!Array.isArray(last)) empty();
    for (const [index, value] of values.entries()) {
      if (!items[index]) {
        const [first, after] = [comment(), comment()];
        put(first, after);
        items.push([first, after, between(first, after)]);
      }
      items[index]?.[2](value);
    }
    for (const [first, after] of items.splice(values.length)) {
      clear(first, after);
      first.remove();
      after.remove();
    }
  };
  const draw = ({ strings, values }: Drawing): void => {
    if (isDrawing(last) && last.strings === strings) return copy?.show(values);
    empty();
    copy = copyOf(strings);
    copy.show(values);
    put(copy.content);
  };
  return (value) => {
    if (Array.isArray(value)) list(value);
    else if (isDrawing(value)) draw(value);
    else if (value === last) return;
    // The same node, so that who listens to it hears of a change.
    else if (isText(value) && isText(last)) (start.nextSibling as Text).data = String(value);
    else {
      empty();
      if (isText(value)) put(document.createTextNode(String(value)));
    }
    last = value;
  };
};

/** Shows values in an attribute, a property (`.name`), or an attribute that is there or not (`?name`); or listens (`@name`). */
const on = (element: Element, name: string): Show => {
  const bare = name.slice(1);
  let last: unknown = nothing;
  if (name[0] === '@') {
    element.addEventListener(bare, (event) => typeof last === 'function' && last(event));
    return (value) => (last = value);
  }
  return (value) => {
    if (value === last) return;
    last = value;
    if (name[0] === '.') Object.assign(element, { [bare]: value });
    else if (name[0] === '?') element.toggleAttribute(bare, !!value);
    else if (value === nothing) element.removeAttribute(name);
    else element.setAttribute(name, (value ?? '') as string);
  };
};

const joined = (parts: readonly string[], values: readonly unknown[]): unknown =>
  parts.length === 2 && !parts[0] && !parts[1]
    ? values[0]
    : values.includes(nothing)
      ? nothing
      : parts.reduce((text, part, index) => text + ((values[index - 1] ?? '') as string) + part);

/** Reads a template once, and makes copies of it. */
const read = (strings: readonly string[]): (() => Copy) => {
  let isInTag = false;
  const text = strings.map((part, index) => {
    // Something has to stand behind the last value, so that it has an end.
    if (index === strings.length - 1) return part || '<!---->';
    const [open, close] = [part.lastIndexOf('<'), part.lastIndexOf('>')];
    if (open !== close) isInTag = open > close;
    return part + (isInTag ? mark : `<!--${mark}-->`);
  });
  const template = document.createElement('template');
  template.innerHTML = trusted(text.join(''));
  const places: Place[] = [];
  const walker = walk(template.content);
  for (let node = 0; walker.nextNode(); node += 1) {
    const { currentNode } = walker;
    if ((currentNode as Comment).data === mark) places.push([node]);
    const element = currentNode as Element;
    // A comment has none.
    for (const name of element.getAttributeNames?.() ?? []) {
      const parts = element.getAttribute(name)?.split(mark) ?? [];
      if (parts.length < 2) continue;
      element.removeAttribute(name);
      places.push([node, name, parts]);
    }
  }
  return () => {
    const content = document.importNode(template.content, true);
    const copied = walk(content);
    let at = -1;
    const shows = places.map(([node, name, parts]): [Show, readonly string[] | undefined] => {
      for (; at < node; at += 1) copied.nextNode();
      const { currentNode } = copied;
      return [name ? on(currentNode as Element, name) : between(currentNode, currentNode.nextSibling), parts];
    });
    const show = (values: readonly unknown[]): void => {
      let index = 0;
      for (const [showOne, parts] of shows) {
        const count = parts ? parts.length - 1 : 1;
        const own = values.slice(index, (index += count));
        showOne(parts ? joined(parts, own) : own[0]);
      }
    };
    return { content, show };
  };
};

const templates = new WeakMap<readonly string[], () => Copy>();

const copyOf = (strings: readonly string[]): Copy => {
  const known = templates.get(strings) ?? read(strings);
  templates.set(strings, known);
  return known();
};

const roots = new WeakMap<Node, Show>();

/** Shows a template in a node, behind what is there; and shows it anew where it is already shown. */
export const render = (value: unknown, root: Node): void => {
  let show = roots.get(root);
  if (!show) {
    const [start, end] = [comment(), comment()];
    root.appendChild(start);
    root.appendChild(end);
    show = between(start, end);
    roots.set(root, show);
  }
  show(value);
};
