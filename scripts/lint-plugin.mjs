// House rules for openapi/ai-gateway.yaml, run by Redocly (see .redocly.yaml).
//
// The preprocessor changes the document in memory, before the rules see it, so that examples are validated as
// strictly as possible:
//   - A reference that may be null is written as type + allOf + nullable. Strictly, allOf still refuses null,
//     so it is validated as "this schema, or null". If the type is missing, the rule nullable-type-sibling finds it.
//   - The validator does not look for unknown members in an allOf, so other references in one are validated as
//     "this schema, or nothing".
//   - The API writes dates in two ways, and the second is not RFC 3339: a pattern checks both.
//   - Unknown members are refused in examples, since most of them would be misspelt. If an example has some on
//     purpose, it lists them in x-unknown-members as JSON pointers, and they are removed first.

const DATE_SPELLINGS = '^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z| \\d\\d:\\d\\d:\\d\\d)$';

function removeMember(value, pointer) {
  const steps = pointer.split('/').slice(1);
  const last = steps.pop();
  const parent = steps.reduce((node, step) => node?.[step], value);
  if (parent) delete parent[last];
}

function ForValidation() {
  return {
    Schema(schema) {
      if (schema.allOf?.length === 1 && (schema.type || !schema.nullable)) {
        const orNull = { type: schema.type, nullable: true, enum: [null], 'x-added': true };
        const orNothing = { not: { 'x-added': true }, 'x-added': true };
        schema.oneOf = [schema.allOf[0], schema.nullable ? orNull : orNothing];
        for (const key of ['allOf', 'nullable', 'type']) delete schema[key];
      }
      if (schema.format === 'date-time') {
        delete schema.format;
        schema.pattern = DATE_SPELLINGS;
      }
    },
    Example(example) {
      for (const pointer of example['x-unknown-members'] ?? []) removeMember(example.value, pointer);
    },
  };
}

const isOurs = (schema) => !schema['x-added'];
const isNamed = (location) => /^#\/components\/schemas\/[^/]+$/.test(location.pointer);
const inComponents = (location) => location.pointer.startsWith('#/components/schemas/');

// Objects, unions and enums need a name, or the generator invents one.
function NamedTypes() {
  return {
    Schema(schema, { report, location }) {
      const isUnion = schema.anyOf || schema.oneOf?.filter(isOurs).length > 1;
      const needsName = isUnion || schema.enum || schema.properties;
      if (needsName && isOurs(schema) && !isNamed(location)) {
        report({ message: 'Give this schema a name under components/schemas.' });
      }
    },
  };
}

// Descriptions become Javadoc: plain text, one to three whole sentences.
function DescribedForJavadoc() {
  function check(node, { report, location }) {
    const text = node.description?.trim();
    const at = location.child('description');
    if (!text) return report({ message: 'A description is missing.' });
    if (!/^[A-Z]/.test(text)) report({ message: 'A description starts with a capital.', location: at });
    if (!text.endsWith('.')) report({ message: 'A description ends with a period.', location: at });
    if (/[<>&`]|\*\/|\{@/.test(text)) report({ message: 'A description is plain text.', location: at });
  }
  return {
    Schema(schema, context) {
      if (inComponents(context.location) && isOurs(schema)) check(schema, context);
    },
    Operation: check,
    Parameter: check,
    RequestBody: check,
    Response: check,
    Header: check,
    SecurityScheme: check,
    Tag: check,
  };
}

// A secret text is marked twice: x-sensitive is for our templates, format: password for other tools.
function SecretsMarked() {
  return {
    Schema(schema, { report }) {
      if (schema.type === 'string' && Boolean(schema['x-sensitive']) !== (schema.format === 'password')) {
        report({ message: 'x-sensitive and format: password belong together.' });
      }
    },
  };
}

// An integer without a maximum may need more than 32 bits.
function IntegerFormats() {
  return {
    Schema(schema, { report }) {
      if (schema.type !== 'integer') return;
      const expected = schema.maximum !== undefined && schema.maximum < 2 ** 31 ? 'int32' : 'int64';
      if (schema.format !== expected) report({ message: `The format of this integer must be ${expected}.` });
    },
  };
}

// Every request and response body has an example.
function BodiesHaveExamples() {
  return {
    MediaType(media, { report }) {
      if (!Object.keys(media.examples ?? {}).length) report({ message: 'An example is missing.' });
    },
  };
}

// Our own x- extensions fit the rest of the document.
function ExtensionsMakeSense() {
  return {
    Schema(schema, { report }) {
      for (const [name, property] of Object.entries(schema.properties ?? {})) {
        if (property['x-start-with'] !== undefined && !schema.required?.includes(name)) {
          report({ message: `x-start-with belongs to required members only, and ${name} is none.` });
        }
      }
    },
  };
}

export default function plugin() {
  return {
    id: 'house',
    preprocessors: { oas3: { 'for-validation': ForValidation } },
    rules: {
      oas3: {
        'named-types': NamedTypes,
        'described-for-javadoc': DescribedForJavadoc,
        'secrets-marked': SecretsMarked,
        'integer-formats': IntegerFormats,
        'bodies-have-examples': BodiesHaveExamples,
        'extensions-make-sense': ExtensionsMakeSense,
      },
    },
  };
}
