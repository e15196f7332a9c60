/** A piece of finished markup. Only `html` makes one, so that a bare string can never reach the page unescaped. */
export type Markup = { readonly markup: string }

export type Child = string | number | Markup | readonly Child[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Characters that no HTML or XML document may hold, not even escaped (XML 1.0, 2.2): they become U+FFFD. */
const forbidden = /[^\t\n\r\u{20}-\u{7e}\u{85}\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** Text made safe between tags and inside quoted attributes. */
export const escaped = (text: string): string =>
  text.replace(forbidden, '\u{fffd}').replace(/[&<>"']/g, (character) => entities[character] ?? '')

const written = (child: Child): string =>
  typeof child === 'string'
    ? escaped(child)
    : typeof child === 'number'
      ? String(child)
      : 'markup' in child
        ? child.markup
        : child.map(written).join('')

/** The one way to make markup: what stands in the template is markup, what is put into it is escaped unless it is markup already. */
export const html = (template: TemplateStringsArray, ...children: readonly Child[]): Markup => ({
  markup: String.raw({ raw: template }, ...children.map(written)),
})

export const nothing: Markup = { markup: '' }

/** Children with a separator between them. */
export const joined = (children: readonly Child[], separator: Child): readonly Child[] =>
  children.flatMap((child, index) => (index === 0 ? [child] : [separator, child]))
