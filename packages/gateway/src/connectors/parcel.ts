import type { Answers, Classification } from '@lapor/schemas';

/** A file of a report or of a message on it. */
export interface ParcelFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** Reads it whole: attachments are small. */
  read(): Promise<Uint8Array<ArrayBuffer>>;
  /** Makes an address under which it can be fetched for a quarter of an hour. */
  readonly link?: () => string;
}

/** A report as it is handed to another system. Who reported stands apart from what was reported, here as everywhere. */
export interface Parcel {
  /** Its number here. */
  readonly trackingId: string;
  /**
   * Letters and digits that follow from the report and the gateway's secret: nobody can guess them, and they are the same at
   * every attempt. What carries them upstream is this report.
   */
  readonly marker: string;
  readonly classification: Classification;
  readonly title: string;
  readonly content: string;
  readonly categoryId?: string;
  readonly answers?: Answers;
  readonly regionCode?: string;
  readonly landmark?: string;
  readonly position?: { readonly latitude: number; readonly longitude: number };
  /** `YYYY-MM-DD`. */
  readonly incidentDate?: string;
  /** The day of reception in the region's zone, `YYYY-MM-DD`. */
  readonly receivedOn: string;
  readonly anonymous: boolean;
  readonly confidential: boolean;
  /** Who has it here. */
  readonly owner: { readonly id: string; readonly name: string };
  /** Missing where the report is anonymous, or nothing is known. */
  readonly reporter?: { readonly name?: string; readonly email?: string; readonly phone?: string };
  readonly files: readonly ParcelFile[];
}

/** Something that happened here after the report went up, and that the other system has to hear of. */
export interface Message {
  readonly kind: 'reply' | 'rating' | 'dispute' | 'withdrawal' | 'return';
  /** Letters and digits that stand for this message, as a parcel's do for the report. */
  readonly marker: string;
  readonly trackingId: string;
  /** The number that the other system gave the report. */
  readonly upstreamId: string;
  readonly text?: string;
  /** From 1 to 5, where it is a rating. */
  readonly rating?: number;
  /** To whom it was given back, where it is a return. */
  readonly returnedTo?: string;
  /** What polls of this report have kept: their cursor. */
  readonly heard: Readonly<Record<string, unknown>>;
  readonly confidential: boolean;
  readonly owner: { readonly id: string; readonly name: string };
  readonly files: readonly ParcelFile[];
}

/** A message that was sent, or may have been. */
export type SentMessage = Pick<Message, 'kind' | 'marker' | 'text' | 'rating'>;
