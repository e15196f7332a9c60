/** A person at a desk of an agency, by ids. */
export type Seat = { readonly person: string; readonly agency: string }
