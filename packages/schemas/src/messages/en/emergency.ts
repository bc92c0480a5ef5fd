/** The English of the Indonesian `emergency`. */
export const emergency: string = 'Is it an emergency? Do not wait for an answer to this report. Call 112.';
