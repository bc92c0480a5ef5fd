/** The names in braces in a path. */
export type ParameterName<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterName<Rest>
  : never;

/**
 * Writes parameters into a path, percent-encoded.
 *
 * @throws TypeError for a parameter that is missing, or that is empty, `.` or `..`: a URL parser would drop such a
 * segment however it is encoded, and the call would reach another endpoint.
 * @throws URIError for half a surrogate pair, which UTF-8 cannot write.
 * @example fillPath('/v1/reports/{trackingId}', { trackingId: '9165816' }) // '/v1/reports/9165816'
 */
export const fillPath = <const Path extends string>(
  path: Path,
  parameters: Readonly<Record<ParameterName<Path>, string>>,
): string =>
  path.replace(/\{([^}]+)\}/g, (_, name: ParameterName<Path>) => {
    const value: unknown = parameters[name];
    if (typeof value !== 'string' || /^\.{0,2}$/.test(value)) {
      throw new TypeError(
        `fillPath: parameter \`${name}\` of \`${path}\` must be a text that is not empty, "." or "..".`,
      );
    }
    return encodeURIComponent(value);
  });
