/** Bytes that the gateway takes for a PDF. */
export const pdfOf = (size: number): File => {
  const bytes = new Uint8Array(size).fill(0x20);
  const write = (text: string, at: number) => bytes.set(new TextEncoder().encode(text), at);
  write('%PDF-1.7\n', 0);
  write('\n%%EOF\n', size - 7);
  return new File([bytes], 'bukti.pdf', { type: 'application/pdf' });
};

/** An invented report. */
export const sampleReport = (title = 'Jembatan gantung putus') => ({
  classification: 'complaint' as const,
  title,
  content: 'Jembatan gantung di Jorong Koto Tuo putus sejak Senin pagi.',
});
