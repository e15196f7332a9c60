/** Runs in the reader's browser: shows what contains all words of the search, and opens the page at what is linked to. */
export const FIND_SCRIPT = `const field = document.querySelector('#find')
const articles = [...document.querySelectorAll('article')]
const texts = articles.map((article) => article.textContent.toLowerCase())
field.addEventListener('input', () => {
  const words = field.value.toLowerCase().split(/\\s+/)
  articles.forEach((article, i) => { article.hidden = !words.every((word) => texts[i].includes(word)) })
  for (const section of document.querySelectorAll('section'))
    section.hidden = [...section.querySelectorAll('article')].every((article) => article.hidden)
})
// A link to something that the search has hidden shows everything again.
addEventListener('hashchange', () => {
  if (!document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest('[hidden]')) return
  field.value = ''
  field.dispatchEvent(new Event('input'))
})
`
