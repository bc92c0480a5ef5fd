/** The compiler's view of `src/`: what is exported, how it is declared, and the comment before it. */
import { fileURLToPath } from 'node:url';
// TypeScript 7 has no compiler API.
import ts from 'typescript-5.9';

const inSource = (path: string): string => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

/** A program of the given files below `src/` and all that they import, under the package's own options. */
export const createProgram = (paths: readonly string[]): ts.Program => {
  const host: ts.ParseConfigFileHost = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  };
  const options = { noEmit: true, composite: false, incremental: false };
  const config = ts.getParsedCommandLineOfConfigFile(inSource('../tsconfig.json'), options, host);
  return ts.createProgram(paths.map(inSource), config?.options ?? {});
};

/** The type of the constant that a file below `src/` exports under a name. */
export const exportedType = (program: ts.Program, path: string, name: string): ts.Type => {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(inSource(path));
  const module = file && checker.getSymbolAtLocation(file);
  const symbol = module && checker.getExportsOfModule(module).find((found) => found.name === name);
  if (!symbol) throw new Error(`exportedType: \`${name}\` is not exported by src/${path}.`);
  return checker.getTypeOfSymbol(symbol);
};

/** The type of a member; of several, one after the other. `undefined` when there is none. */
export const memberType = (
  checker: ts.TypeChecker,
  type: ts.Type,
  ...names: readonly string[]
): ts.Type | undefined => {
  let found: ts.Type | undefined = type;
  for (const name of names) {
    const property: ts.Symbol | undefined = found?.getProperty(name);
    found = property && checker.getNonNullableType(checker.getTypeOfSymbol(property));
  }
  return found;
};

/** How a value was declared in the first place. A type of the same name and `{ name }`, which only passes it on, do not count. */
export const declarationOf = (checker: ts.TypeChecker, symbol: ts.Symbol | undefined): ts.Declaration | undefined => {
  const original = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declaration = original?.declarations?.find((found) => !ts.isTypeAliasDeclaration(found));
  return declaration && ts.isShorthandPropertyAssignment(declaration)
    ? declarationOf(checker, checker.getShorthandAssignmentValueSymbol(declaration))
    : declaration;
};

/** `const x = call(…, [a, b])` → how `a` and `b` are declared. */
export const elementDeclarations = (
  checker: ts.TypeChecker,
  declaration: ts.Declaration | undefined,
): (ts.Declaration | undefined)[] => {
  const call = declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  const list = call && ts.isCallExpression(call) ? call.arguments.find(ts.isArrayLiteralExpression) : undefined;
  return list?.elements.map((element) => declarationOf(checker, checker.getSymbolAtLocation(element))) ?? [];
};

/** The comment before a declaration as Markdown: `{@link name}` as code, no line ends within a paragraph. Empty when there is none. */
export const commentBefore = (declaration: ts.Declaration | undefined): string =>
  (declaration ? ts.getJSDocCommentsAndTags(declaration) : [])
    .filter(ts.isJSDoc)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join('\n\n')
    .replace(/\{@link ([^}|]+?)\}/g, '`$1`')
    .replace(/([^\n])\n(?![\n-])/g, '$1 ')
    .trim();
