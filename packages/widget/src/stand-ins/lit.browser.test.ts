import { expect } from 'chai';
import * as lit from 'lit';
import { filesField } from '../templates/files-field.ts';
import { formFrame } from '../templates/form-frame.ts';
import { regionSearch } from '../templates/region-search.ts';
import { sayStep } from '../templates/say-step.ts';
import { selectField } from '../templates/select-field.ts';
import { switchField } from '../templates/switch-field.ts';
import { indonesian } from '../sentences/first-sentences.ts';
import { place as say } from '../sentences/id/place.ts';
import { css, html, nothing, render } from './lit.ts';

type Html = (strings: TemplateStringsArray, ...values: unknown[]) => unknown;

/** What can be seen of a node: its markup without comments, and what its controls hold. */
const seen = (root: Element) => ({
  markup: root.innerHTML.replace(/<!--.*?-->/g, ''),
  held: [...root.querySelectorAll<HTMLInputElement>('input,textarea,option,progress')].map((control) => [
    control.value,
    control.checked,
    (control as unknown as HTMLOptionElement).selected,
  ]),
});

/** Draws one after the other in the same place, with the stand-in and with Lit, and compares after each. */
const compare = (drawings: readonly ((tag: Html, none: symbol) => unknown)[]): void => {
  const [ours, theirs] = [document.createElement('div'), document.createElement('div')];
  for (const draw of drawings) {
    const before = [...ours.querySelectorAll('*')];
    const beforeTheirs = [...theirs.querySelectorAll('*')];
    render(draw(html, nothing), ours);
    lit.render(draw(lit.html, lit.nothing), theirs);
    expect(seen(ours)).to.deep.equal(seen(theirs));
    const kept = (root: Element, nodes: Element[]): boolean[] => nodes.map((node) => root.contains(node));
    expect(kept(ours, before), 'the same elements stay').to.deep.equal(kept(theirs, beforeTheirs));
  }
};

it('draws text, nothing, lists and templates like Lit, in every order', () => {
  const values: ((tag: Html, none: symbol) => unknown)[] = [
    () => 'satu',
    () => 'dua & <b>',
    () => 0,
    () => '',
    () => undefined,
    () => null,
    () => false,
    (_, none) => none,
    (tag) => tag`<b>${'x'}</b>${'y'}`,
    (tag) => tag`<ul>${[1, 2, 3].map((one) => tag`<li>${one}</li>`)}</ul>`,
    (tag) => ['a', tag`<i>b</i>`, ['c', 'd']],
    () => [],
    (tag) => tag`${tag`${'deep'}`}`,
  ];
  const all = values.flatMap((one) => values.flatMap((next) => [one, next]));
  // Behind and before other things, at the end of an element, and alone.
  const around = (tag: Html, value: unknown) => tag`<p>${value}</p>${value}<p>a${value}b</p>${value}${value}`;
  compare(all.map((draw) => (tag: Html, none: symbol) => around(tag, draw(tag, none))));
});

it('keeps what stays of a list that grows and shrinks', () => {
  const list = (length: number) => (tag: Html) =>
    tag`<ul>${Array.from({ length }, (_, index) => tag`<li id=${index}>${index * length}</li>`)}</ul>end`;
  compare([0, 3, 1, 5, 5, 2, 0, 4].map(list));
});

it('writes attributes, properties and switches like Lit, and touches none that has not changed', () => {
  const input = (values: readonly unknown[]) => (tag: Html, none: symbol) => {
    const [a, b, c] = values.map((value) => (value === nothing ? none : value));
    return tag`<p class="field ${a}" id="${a}-${b}"></p><input title=${a} ?required=${b} .value=${c ?? ''} aria-label=${c ?? none}>`;
  };
  compare(
    [
      ['x', true, 'y'],
      ['x', false, 'y'],
      [nothing, 1, undefined],
      [undefined, 0, undefined],
      [null, '', 'z'],
      ['', 'w', 7],
    ].map(input),
  );
  const root = document.createElement('div');
  // The same strings make it the same template, so what somebody typed stays.
  const strings = ['<input .value=', '>'];
  render(html(strings, 'a'), root);
  const control = root.querySelector('input')!;
  control.value = 'typed';
  render(html(strings, 'a'), root);
  expect(control.value).to.equal('typed');
  render(html(strings, 'b'), root);
  expect(control.value).to.equal('b');
});

it('calls the newest listener once', () => {
  const calls: string[] = [];
  const root = document.createElement('div');
  const button = (name: string) => html`<button @click=${() => calls.push(name)}>${name}</button>`;
  render(button('first'), root);
  render(button('second'), root);
  root.querySelector('button')!.click();
  expect(calls).to.deep.equal(['second']);
});

it("draws the form's own templates like Lit, from state to state", () => {
  const values = { classification: 'complaint', title: 'Jalan berlubang', content: 'Di depan pasar' } as const;
  const faults = [{ id: 'title', message: 'Tulis judul' }] as const;
  const noop = (): void => {};
  const search = { told: '', handleInput: noop, handleKey: noop, close: noop, choose: noop };
  const padang = { code: '13.71', name: 'Padang', fullName: 'Kota Padang', level: 'regency', within: 'Sumatera Barat' };
  const found = [padang, { ...padang, code: '13.72', fullName: 'Kota Solok', within: undefined }] as never[];
  const files = (sent: number | undefined, told: string) => ({
    accept: 'image/*',
    files: [
      { name: 'a.jpg', size: 2048, sent },
      { name: 'b.jpg', size: 1 },
    ],
    language: 'id',
    told,
    progressLabel: (name: string) => name,
    removeLabel: ({ name }: { name: string }) => `Hapus ${name}`,
    onRemove: noop,
  });
  const step = (view: object, action: string) =>
    formFrame(
      { say: indonesian, step: 'say', faults: [], notice: undefined, isBusy: false, ...view },
      sayStep({ say: indonesian, values: {}, faults: [], ...view }),
      action,
    );
  const states = [
    step({}, 'Lanjutkan'),
    step({ values, faults }, 'Lanjutkan'),
    step({ values, isBusy: true, notice: 'Belum dapat dimuat' }, ''),
    selectField({ id: 'a', label: 'A' }, 'x', '-', [{ choices: [{ value: 'x', label: 'X' }] }]),
    selectField({ id: 'a', label: 'A', error: 'salah', optional: 'Opsional' }, undefined, '-', [
      { label: 'G', choices: [{ value: 'y', label: 'Y' }] },
      { choices: [{ value: 'x', label: 'X' }] },
    ]),
    filesField({ id: 'f', label: 'F' }, files(0, '')),
    filesField({ id: 'f', label: 'F', hint: 'h' }, files(1024, 'Mengunggah')),
    filesField({ id: 'f', label: 'F' }, { ...files(undefined, ''), files: [] }),
    regionSearch({ ...search, text: '', found: [], active: -1 }, say),
    regionSearch({ ...search, text: 'pad', found, active: 1 }, say),
    regionSearch({ ...search, text: 'padang', found: found.slice(1), active: 0 }, say),
    switchField({ id: 's', label: 'S' }, true),
    switchField({ id: 's', label: 'S', hint: 'h', error: 'e' }, false),
  ];
  // Both read a template that the other has made.
  compare(states.map((state) => () => state));
  compare(states.toReversed().map((state) => () => state));
});

it('makes one sheet of styles, however often it is asked for', () => {
  const styles = css(['p{color:red}']);
  expect(styles.styleSheet).to.equal(styles.styleSheet);
  expect(styles.styleSheet?.cssRules[0]?.cssText).to.include('red');
});
