import { axeFindings } from './axe.browser.test.support.ts';
import { press, type, until } from './widget-page.browser.test.support.ts';

type StrictWindow = Window & typeof globalThis & { violations: string[] };

/** A photo as a phone takes it: large, noisy, so that it does not get small by itself. */
const photo = async (name: string): Promise<File> => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [2400, 1800];
  const context = canvas.getContext('2d')!;
  for (let index = 0; index < 4000; index += 1) {
    context.fillStyle = `hsl(${(index * 47) % 360} 70% 50%)`;
    context.fillRect((index * 97) % 2400, (index * 61) % 1800, 80, 60);
  }
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!), 'image/jpeg', 0.98));
  return new File([blob], name, { type: 'image/jpeg' });
};

/** The parts of a day, `2026-01-02`, in the order in which this browser asks for them, without zeros before them. */
const partsOfDay = (day: string): string[] => {
  const { year, month, date } = /^(?<year>\d+)-0?(?<month>\d+)-0?(?<date>\d+)$/.exec(day)?.groups ?? {};
  const parts: Partial<Record<string, string>> = { year, month, day: date };
  return new Intl.DateTimeFormat().formatToParts(new Date(day)).flatMap(({ type: part }) => parts[part] ?? []);
};

/** The built widget on a page under the strictest policy, in a frame, and hands that have nothing but a keyboard. */
export const openStrictPage = async (site: { gateway: string; siteKey: string }) => {
  const frame = document.createElement('iframe');
  frame.src = `/widget/strict.html?${new URLSearchParams({ gateway: site.gateway, siteKey: site.siteKey })}`;
  frame.style.cssText = 'width: 100%; height: 900px; border: 0';
  document.body.append(frame);
  const form = await until(() => frame.contentDocument?.querySelector('lapor-form')?.shadowRoot);
  const page = frame.contentWindow as StrictWindow;
  // Whoever opens a page has it before them. From here on nothing but keys moves the focus.
  page.focus();

  const inside = <Kind extends Element = HTMLInputElement>(selector: string): Promise<Kind> =>
    until(() => form.querySelector<Kind>(selector), selector);

  /** Presses Tab until it comes to a control, which has to come further down, and hands it over. */
  const tabTo = async <Kind extends Element = HTMLInputElement>(selector: string): Promise<Kind> => {
    await inside(selector);
    const met: string[] = [];
    for (let presses = 0; presses < 40; presses += 1) {
      const at = form.activeElement;
      if (at?.matches(selector)) return at as Kind;
      met.push(at?.id || at?.textContent?.trim() || '–');
      await press('Tab');
    }
    throw new Error(`Tab does not come to ${selector}, but to ${met.join(', ')}`);
  };

  return {
    inside,
    form,
    tabTo,
    close: () => frame.remove(),
    heading: (text: string) => until(() => form.querySelector('#step')?.textContent?.includes(text), text),
    violations: () => page.violations,
    axeFindings: (): Promise<string[]> => axeFindings(page.document),
    write: async (selector: string, text: string): Promise<void> => {
      await tabTo(selector);
      await type(text);
    },
    /** Switches on, or chooses, by the space bar. */
    tick: async (selector: string): Promise<void> => {
      const control = await tabTo(selector);
      await press(' ');
      await until(() => control.checked, `${selector} is on`);
    },
    /**
     * Chooses in a list of the browser by pressing the first letter of a choice until it comes. The whole name would hold a
     * space, at which WebKit opens its list: a window of the operating system, out of reach of a test.
     */
    choose: async (selector: string, label: string): Promise<string> => {
      const list = await tabTo<HTMLSelectElement>(selector);
      const chosen = () => list.selectedOptions[0]?.label ?? '';
      for (let presses = 0; presses < list.options.length && chosen() !== label; presses += 1)
        await press(label.charAt(0).toLowerCase());
      if (chosen() !== label) throw new Error(`${selector} comes to "${chosen()}", not to "${label}".`);
      return list.value;
    },
    /**
     * Writes a day part by part, with Tab from each to the next. Some browsers go on by themselves once a part can get no
     * longer: a day of which month and date could still get a second digit, `2026-01-02`, is written alike in all of them.
     */
    writeDay: async (selector: string, day: string): Promise<void> => {
      const control = await tabTo(selector);
      for (const [index, part] of partsOfDay(day).entries()) {
        if (index > 0) await press('Tab');
        await type(part);
      }
      await until(() => control.value === day, `${day} in ${selector}`);
    },
    pressButton: async (selector: string): Promise<void> => {
      await tabTo<HTMLElement>(selector);
      await press('Enter');
    },
    /**
     * Goes to the field for files by keyboard, and lays a photo into it. The dialog that Enter would open there belongs to the
     * operating system, and none of the three browsers lets a test press keys in it: what it would hand over is put into the
     * control as the browser does, with the same two events.
     */
    attachPhoto: async (name: string): Promise<void> => {
      const control = await tabTo('#attachments');
      const chosen = new page.DataTransfer();
      chosen.items.add(await photo(name));
      control.files = chosen.files;
      control.dispatchEvent(new page.Event('input', { bubbles: true, composed: true }));
      control.dispatchEvent(new page.Event('change', { bubbles: true }));
      await until(() => form.querySelector('.files')?.textContent?.includes(name), name);
    },
  };
};
