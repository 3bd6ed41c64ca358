const dark = matchMedia('(prefers-color-scheme: dark)');
const adapt = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', adapt);
adapt();

// Swagger UI's own filter finds nothing but tags.
const opsFilter = (tags, words) => tags
  .map((tag, name) => tag.update('operations', (all) => all.filter((one) => textOf(name, one).includes(words.toLowerCase()))))
  .filter((tag) => tag.get('operations').size > 0);

const textOf = (tag, one) =>
  [tag, one.get('path'), one.getIn(['operation', 'operationId']), one.getIn(['operation', 'summary'])].join(' ').toLowerCase();

SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  filter: true,
  plugins: [() => ({fn: {opsFilter}})],
  validatorUrl: null,
});
