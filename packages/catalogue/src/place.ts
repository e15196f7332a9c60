/** Keys and indexes that lead to a node of a YAML file. */
export type Path = readonly (string | number)[]
