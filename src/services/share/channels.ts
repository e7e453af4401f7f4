/** Where an ad is shared. */
export const shareChannels = [
  'WHATSAPP',
  'TELEGRAM',
  'FACEBOOK',
  'INSTAGRAM',
  'X',
  'PRINT',
] as const;
export type ShareChannel = (typeof shareChannels)[number];
