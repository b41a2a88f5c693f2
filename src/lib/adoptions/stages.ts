/** How far an innovation of another region has come at home. */
export const adoptionStages = ['planned', 'pilot', 'adopted', 'stopped'] as const;
export type AdoptionStage = (typeof adoptionStages)[number];
