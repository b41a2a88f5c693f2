import { districtServices } from './district-services.ts';
import { sobatDukcapil } from './sobat-dukcapil.ts';
import { tanyaSobatAi } from './tanya-sobat-ai.ts';
import type { WriteUp } from './write-up.ts';

/** The innovations of the founding example, compiled from the press. */
export const writeUps: readonly WriteUp[] = [districtServices, sobatDukcapil, tanyaSobatAi];
