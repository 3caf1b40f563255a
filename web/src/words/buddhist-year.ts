/** Years from the Common to the Buddhist Era. */
export const ERA_YEARS = 543
