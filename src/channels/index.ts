/** All channels this desk speaks. A new one is a folder and a line here. */
import type { Channel } from './channel.ts';
import { mail } from './mail/channel.ts';
import { webhook } from './webhook/channel.ts';

export const channels: readonly Channel[] = [mail, webhook];

export const channelById = (id: string): Channel | undefined => channels.find((channel) => channel.id === id);
