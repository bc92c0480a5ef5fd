import { lookup as resolveName, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** An address that must not be connected to. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';

  constructor() {
    super('the address lies in a network that this gateway does not send to');
  }
}

/** Which addresses may be connected to. */
export interface AddressRules {
  /** Whether an address, written in any way, may be connected to. */
  allows(address: string): boolean;
  /**
   * Resolves names for a connection, and leaves only addresses that are allowed. What it gives is what is connected to:
   * a name that means another address at the second look has no second look.
   */
  readonly lookup: LookupFunction;
}

type Network = ReturnType<typeof ipaddr.parseCIDR>;

/** All of IPv6 that is given out to the public. Outside it lie, among others, IPv4 addresses in an old guise (`::10.0.0.1`). */
const publicIpv6 = ipaddr.IPv6.parseCIDR('2000::/3');

const isPublic = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
  address.range() === 'unicast' && (address instanceof ipaddr.IPv4 || address.match(publicIpv6));

/**
 * The rules of a gateway: public addresses, and those of networks that are named. Everything that is not plainly public
 * is refused: private, loopback, link-local with the metadata services of clouds, shared, reserved, multicast, and IPv4
 * addresses that are wrapped into IPv6 ones by what they wrap.
 *
 * @param networks address blocks, such as `10.20.0.0/16`.
 * @param resolve the system's resolver, which a test may replace.
 */
export const addressRules = (
  networks: readonly string[],
  resolve: (
    name: string,
    options: { readonly all: true },
    done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
  ) => void = resolveName,
): AddressRules => {
  const allowed: readonly Network[] = networks.map((network) => ipaddr.parseCIDR(network));
  const allows = (text: string): boolean => {
    if (!ipaddr.isValid(text)) return false;
    const address = ipaddr.process(text);
    const isNamed = allowed.some(
      ([base, bits]) => base.kind() === address.kind() && address.match([base, bits] as never),
    );
    return isNamed || isPublic(address);
  };
  const lookup: LookupFunction = (name, options, done) =>
    resolve(name, { all: true }, (error, found) => {
      if (error) return done(error, '');
      const addresses = found.filter(({ address }) => allows(address));
      const [first] = addresses;
      if (first === undefined) return done(new AddressRefused(), '');
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
  return { allows, lookup };
};
