package io.github.aigateway.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks a request against a schema, with the messages of the API: at most one for each value.
 * Members that the document does not know may hold anything, unless it forbids them.
 */
final class SchemaCheck {
  private final Findings findings;

  SchemaCheck(Findings findings) {
    this.findings = findings;
  }

  static Findings check(Schema schema, JsonElement value, Set<String> handedOut) {
    Findings findings = new Findings(handedOut);
    new SchemaCheck(findings).test(schema, value, FieldPath.BODY);
    return findings;
  }

  private void test(Schema schema, JsonElement value, FieldPath path) {
    if (value.isJsonNull() && schema.is("nullable")) {
      return;
    }
    int before = findings.count();
    schema.each("allOf").forEach(part -> test(part, value, path));
    if (!schema.values("oneOf").isEmpty()) {
      testVariants(schema, value, path);
    }
    if (findings.count() > before || !isExpected(schema, value, path)) {
      return;
    }
    if (value instanceof JsonObject object) {
      testMembers(schema, object, path);
    } else if (value instanceof JsonArray array) {
      testItems(schema, array, path);
    } else if (value instanceof JsonPrimitive primitive) {
      findings.add(ValueCheck.problemOf(schema, primitive), path);
    }
  }

  /** Whether a value is one of those, or of the type, that the schema names. */
  private boolean isExpected(Schema schema, JsonElement value, FieldPath path) {
    JsonElement constant = schema.json().get("x-constant");
    List<JsonElement> only = constant == null ? schema.values("enum") : List.of(constant);
    if (!only.isEmpty()) {
      return findings.expectOneOf(only, value, path);
    }
    String type = schema.text("type");
    return type == null || findings.expect(type.replace("integer", "number"), value, path);
  }

  private void testVariants(Schema schema, JsonElement value, FieldPath path) {
    if (!(schema.json().get("discriminator") instanceof JsonObject discriminator)) {
      findings.addAll(closest(schema.each("oneOf"), value, path));
    } else if (findings.expect("object", value, path)) {
      String name = discriminator.get("propertyName").getAsString();
      testNamed(schema.variants(discriminator), value.getAsJsonObject(), name, path);
    }
  }

  private void testNamed(
      Map<String, Schema> variants, JsonObject object, String discriminator, FieldPath path) {
    JsonElement name = object.get(discriminator);
    List<JsonElement> names =
        variants.keySet().stream().<JsonElement>map(JsonPrimitive::new).toList();
    if (name == null) {
      findings.add("Required", path.member(discriminator));
    } else if (findings.expectOneOf(names, name, path.member(discriminator))
        && variants.containsKey(name.getAsString())) {
      test(variants.get(name.getAsString()), object, path);
    }
  }

  /** What is wrong with a value as the variant that it is, or knows most of its members. */
  private Findings closest(List<Schema> variants, JsonElement value, FieldPath path) {
    Findings best = findings.fresh();
    int most = -1;
    for (Schema variant : variants) {
      Findings found = findings.fresh();
      new SchemaCheck(found).test(variant, value, path);
      Set<String> known = new HashSet<>(variant.properties().keySet());
      known.retainAll(value instanceof JsonObject object ? object.keySet() : Set.of());
      if (found.count() == 0) {
        return found;
      }
      if (known.size() > most) {
        best = found;
        most = known.size();
      }
    }
    return best;
  }

  private void testMembers(Schema schema, JsonObject object, FieldPath path) {
    findings.add(ValueCheck.size(schema, "Properties", "Object", object.size()), path);
    Map<String, Schema> known = schema.properties();
    Set<String> missing = new LinkedHashSet<>();
    schema.values("required").forEach(name -> missing.add(name.getAsString()));
    missing.removeAll(object.keySet());
    // In the document's order. What only the server writes need not be sent, and is not looked at.
    known.forEach(
        (name, member) -> {
          if (missing.remove(name) && !member.is("readOnly")) {
            findings.add("Required", path.member(name));
          } else if (object.has(name) && !member.is("readOnly")) {
            test(member, object.get(name), path.member(name));
          }
        });
    missing.forEach(name -> findings.add("Required", path.member(name)));
    Schema others = schema.inner("additionalProperties");
    for (String name : object.keySet()) {
      if (others != null && !known.containsKey(name)) {
        test(others, object.get(name), path.member(name));
      } else if ("false".equals(schema.text("additionalProperties")) && !known.containsKey(name)) {
        findings.add("Unrecognized key(s) in object: '" + name + "'", path);
      }
    }
  }

  private void testItems(Schema schema, JsonArray array, FieldPath path) {
    findings.add(ValueCheck.size(schema, "Items", "Array", array.size()), path);
    if (schema.is("uniqueItems") && new HashSet<>(array.asList()).size() < array.size()) {
      findings.add("Array must not contain an element twice", path);
    }
    Schema items = schema.inner("items");
    for (int i = 0; items != null && i < array.size(); i++) {
      test(items, array.get(i), path.item(i));
    }
  }
}
