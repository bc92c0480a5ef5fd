/** How far a report is on its way to another system. `system` is that system's name, for instance SP4N-LAPOR!. */
export const deliveries = {
  queued: ({ system }: { system: string }) =>
    `Laporan Anda tersimpan di sini. Pengirimannya ke ${system} menunggu giliran.`,
  delivered: ({ system, upstreamId }: { system: string; upstreamId: string }) =>
    `Laporan Anda sudah sampai di ${system} dengan nomor ${upstreamId}.`,
  failed: ({ system }: { system: string }) =>
    `Pengiriman ke ${system} belum berhasil. Laporan Anda tetap tersimpan di sini, dan petugas sudah diberi tahu.`,
};
