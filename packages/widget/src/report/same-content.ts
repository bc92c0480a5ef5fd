const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/** Whether two files hold the same bytes, whatever they are called. */
export const haveSameContent = async (one: Blob, other: Blob): Promise<boolean> => {
  if (one.size !== other.size) return false;
  const [left, right] = await Promise.all([bytesOf(one), bytesOf(other)]);
  return left.every((byte, index) => byte === right[index]);
};
