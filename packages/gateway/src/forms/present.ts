/** The members that have a value; nothing when none has. */
export const present = <Members extends Readonly<Record<string, unknown>>>(members: Members): Members | undefined => {
  const given = Object.entries(members).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : (Object.fromEntries(given) as Members);
};
