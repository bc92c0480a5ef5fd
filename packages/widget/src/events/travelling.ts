/** How every event of the elements travels: up, and out of shadow roots. */
export const travelling = { bubbles: true, composed: true } as const;
