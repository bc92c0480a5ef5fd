/** The offices of Sumenep that its reports name most. */
export const social = 'sumenep.dinas-sosial';
export const roads = 'sumenep.dinas-putr';
export const tourism = 'sumenep.dinas-budporapar';
export const villages = 'sumenep.dinas-pmd';
export const transport = 'sumenep.dinas-perkimhub';
export const health = 'sumenep.dinas-kesehatan';
export const hospital = 'sumenep.rsud-moh-anwar';
export const civilRegistry = 'sumenep.dinas-dukcapil';
export const waste = 'sumenep.dinas-lingkungan-hidup';
export const farming = 'sumenep.dinas-ketahanan-pangan';
