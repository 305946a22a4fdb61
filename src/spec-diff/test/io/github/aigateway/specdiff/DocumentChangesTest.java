package io.github.aigateway.specdiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aigateway.specdiff.Change.Effect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * In a request, what is asked for must not grow; in a response, what is promised must not shrink.
 */
class DocumentChangesTest {

  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: Things, version: 1.0.0}
      servers: [{url: https://one.example.com}]
      paths:
        /things:
          put:
            operationId: put
            description: Puts a thing.
            parameters: [{name: page, in: query, schema: {type: integer, default: 1}}]
            requestBody:
              required: true
              content: {application/json: {schema: {$ref: '#/components/schemas/In'}}}
            responses:
              '200':
                description: A thing.
                headers: {x-ray: {schema: {type: string}}}
                content: {application/json: {schema: {$ref: '#/components/schemas/Out'}}}
              '404': {description: No thing.}
      components:
        schemas:
          In:
            type: object
            required: [a]
            x-start: Starts with little.
            properties:
              a: {type: integer, maximum: 10}
              b: {type: string, nullable: true, maxLength: 5}
              c: {type: string, enum: [x, y]}
              d: {type: string, x-sensitive: true, default: some}
              e: {type: string, x-constant: always}
              f: {type: integer, x-start-with: 5}
              g: {type: array, items: {type: string, format: password}}
              h: {type: object, additionalProperties: {type: string, default: h1}}
          Out:
            type: object
            required: [k]
            properties:
              k: {type: integer, maximum: 20}
              l: {type: string, description: Some text.}
              m: {type: string, enum: [v, w]}
              n: {oneOf: [{$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/Two'}]}
          One: {type: object, properties: {one: {type: string}}}
          Two: {type: object, properties: {two: {type: string}}}
          Three: {type: object, properties: {three: {type: string}}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          required: [a]        | required: [a, b]                | BREAKS | In must now have the member b.
          required: [a]        | required: []                    | NEW    | In need no longer have the member a.
          maximum: 10          | maximum: 9                      | BREAKS | In.a has another limit: numeric range.
          maximum: 10          | maximum: 11                     | NEW    | In.a has another limit: numeric range.
          maxLength: 5         | maxLength: 6                    | NEW    | In.b has another limit: max length.
          maxLength: 5         | maxLength: 5, pattern: '[a-z]'  | BREAKS | In.b has another limit: pattern.
          nullable: true,      | nullable: false,                | BREAKS | In.b must no longer be null.
          a: {type: integer,   | a: {type: number,               | BREAKS | In.a is no longer of type integer.
          'enum: [x, y]'       | 'enum: [x]'                     | BREAKS | In.c no longer has the value y.
          'enum: [x, y]'       | 'enum: [x, y, z]'               | NEW    | In.c has the new value z; a switch over known() without a default no longer compiles, and fails on it if it is not compiled again.
          required: [k]        | required: [k, l]                | NEW    | Out always has the member l.
          required: [k]        | required: []                    | BREAKS | Out may now lack the member k.
          maximum: 20          | maximum: 21                     | NONE   | Out.k has another limit: numeric range.
          k: {type: integer,   | k: {nullable: true, type: integer,   | BREAKS | Out.k may now be null.
          l: {type: string,    | l: {nullable: true, type: string,    | NEW    | Out.l may now be null.
          Some text.           | Other text.                     | NONE   | Out.l is described in other words.
          'enum: [v, w]'       | 'enum: [v, w, z]'               | NEW    | Out.m has the new value z; a switch over known() without a default no longer compiles, and fails on it if it is not compiled again.
          Two'}]               | Two'}, {$ref: '#/components/schemas/Three'}] | NEW | Out.n may be the new variant Three; a pattern switch without a default no longer compiles, and fails on it if it is not compiled again.
          ', {$ref: ''#/components/schemas/Two''}' | ''         | BREAKS | Out.n is no longer a Two.
          Puts a thing.        | Stores a thing.                 | NONE   | PUT /things is described in other words.
          'query, '            | 'query, required: true, '       | BREAKS | PUT /things, parameter page has other properties of the parameter.
          '[{name: page'       | '[{name: order, in: query}, {name: page' | NEW | PUT /things has the new parameter order.
          x-ray:               | x-id:                           | BREAKS | PUT /things, response 200 no longer has the header x-ray.
          '404':               | '410':                          | BREAKS | PUT /things no longer has the response 404.
          one.example          | two.example                     | BREAKS | The document has the server https://two.example.com instead of https://one.example.com.
          operationId: put     | operationId: store              | BREAKS | PUT /things is now the method store, and no longer put.
          default: 1           | default: 2                      | BREAKS | 'PUT /things, parameter page has another default: 2 instead of 1.'
          ', default: 1'       | ''                              | BREAKS | 'PUT /things, parameter page has another default: nothing instead of 1.'
          default: some        | default: other                  | BREAKS | In.d has another default: other instead of some.
          a: {type: integer,   | 'a: {type: integer, default: 1,'| NEW    | 'In.a has the default 1, of which nothing was said.'
          default: h1          | default: h2                     | BREAKS | In.h's other members has another default: h2 instead of h1.
          x-sensitive: true    | x-sensitive: false              | BREAKS | 'In.d was a secret, and is printed from now on.'
          'l: {type: string,'  | 'l: {type: string, x-sensitive: true,' | NEW | 'Out.l is a secret, and is no longer printed.'
          ', format: password' | ''                              | BREAKS | 'In.g''s items was a secret, and is printed from now on.'
          x-constant: always   | x-constant: never               | BREAKS | 'In.e is no longer always always: builder() sets never.'
          ', x-constant: always' | ''                            | BREAKS | 'In.e is no longer always always: builder() sets nothing.'
          'l: {type: string,'  | 'l: {type: string, x-constant: l,' | NEW | 'Out.l is always l, which builder() sets.'
          x-start-with: 5      | x-start-with: 6                 | BREAKS | In.f is 6 instead of 5 in withDefaults().
          ', x-start-with: 5'  | ''                              | BREAKS | In.f is nothing instead of 5 in withDefaults().
          a: {type: integer,   | 'a: {type: integer, x-start-with: 1,' | BREAKS | In.a is 1 instead of nothing in withDefaults().
          put:                 | post:                           | BREAKS | The document no longer has the operation PUT /things.
          """)
  void everyChangeHasItsWordsAndItsVerdict(
      String before, String after, Effect effect, String words) {
    String edited = DOCUMENT.replace(before, after == null ? "" : after);

    List<Change> changes = DocumentChanges.between(DOCUMENT, edited);

    assertEquals(
        List.of(new Change(effect, words)),
        changes.stream().filter(it -> it.words().equals(words)).toList(),
        changes::toString);
  }

  @Test
  void aDocumentIsNoOtherThanItself() {
    assertEquals(List.of(), DocumentChanges.between(DOCUMENT, DOCUMENT));
  }
}
