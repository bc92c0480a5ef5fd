// The system's own fonts: the reference asks nobody else for anything.
const text = 'system-ui, sans-serif';
const code = 'ui-monospace, monospace';

const options = {
  nativeScrollbars: true,
  requiredPropsFirst: true,
  theme: {
    colors: { primary: { main: '#0b5394' } },
    typography: { fontFamily: text, headings: { fontFamily: text }, code: { fontFamily: code } },
  },
};

Redoc.init('/openapi.json', options, document.getElementById('reference'), (error) => {
  if (error) document.getElementById('reference').textContent = `The reference could not be drawn: ${error.message}`;
});
