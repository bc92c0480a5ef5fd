/** Where a gateway stands. */
export interface Server {
  readonly url: string;
  readonly description?: string;
  readonly variables?: Readonly<Record<string, { readonly default: string; readonly description?: string }>>;
}

/** For a document that no gateway serves: every region runs its own. */
export const anyGateway: readonly Server[] = [
  {
    url: 'https://{gateway}',
    description: 'The gateway of a region.',
    variables: { gateway: { default: 'lapor.sumbarprov.example', description: 'Host name of the gateway.' } },
  },
];
