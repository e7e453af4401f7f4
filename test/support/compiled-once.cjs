const { createRequire } = require('node:module');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

// A package of Jest's own.
const { default: Runtime } = createRequire(require.resolve('jest'))('jest-runtime');

// What was compiled for one test file is still there for the next.
setFlagsFromString('--no-flush-bytecode');

/**
 * Looking up a global of the sandbox takes fifty times as long as a variable, and code does so all the time. Left out
 * is what fake timers replace.
 */
const NAMES = [
  ...['Array', 'ArrayBuffer', 'BigInt', 'Boolean', 'Buffer', 'DataView', 'Error', 'Float64Array'],
  ...['Int32Array', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'Proxy', 'RangeError'],
  ...['Reflect', 'RegExp', 'Set', 'String', 'Symbol', 'TypeError', 'Uint16Array', 'Uint32Array'],
  ...['Uint8Array', 'WeakMap', 'WeakSet', 'isNaN', 'parseFloat', 'parseInt', 'process'],
];

/** What the modules of this worker were compiled to, by file; the context is given at the run. */
const compiled = new Map();

/**
 * Jest's runtime, which gives every test file modules of its own, without compiling their code anew for each, and with
 * quick ways to the usual globals.
 */
class CompiledOnceRuntime extends Runtime {
  constructor(...deps) {
    super(...deps);
    const { executor } = this;
    const compile = executor.compile.bind(executor);
    let globals = null;
    executor.compile = (source, filename) => {
      const { environment, injectedModuleParameters } = executor;
      const context = environment.getVmContext();
      const script = context && scriptOf(source, filename, injectedModuleParameters);
      // Jest itself tells what is wrong with a source.
      if (!script) return compile(source, filename);
      globals ??= NAMES.map((name) => environment.global[name]);
      return script.runInContext(context)(...globals);
    };
  }
}

/** Null for what is no script. */
function scriptOf(source, filename, parameters) {
  const known = compiled.get(filename);
  if (known?.source === source) return known.script;
  const head = `(function (${NAMES.join(',')}) { return function (${parameters.join(',')}) {`;
  try {
    const options = { filename, columnOffset: -head.length };
    const script = new Script(`${head}${source}\n}})`, options);
    compiled.set(filename, { source, script });
    return script;
  } catch {
    return null;
  }
}

module.exports = CompiledOnceRuntime;
