/** How the V3 door is knocked at. */
export interface V3Options {
  /**
   * The header that carries the application's key.
   *
   * @default 'authorization'
   */
  readonly authorizationHeader?: string;
  /**
   * The header that carries the key of the institution in whose name is acted.
   *
   * @default 'token'
   */
  readonly tokenHeader?: string;
}
