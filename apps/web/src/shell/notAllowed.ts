/** Somebody opened the address of a page that their role may not see. */
export class NotAllowed extends Error {}
