package io.github.aigateway.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills in the defaults that the document names, at every depth. */
final class SchemaDefaults {
  private SchemaDefaults() {}

  /** Adds to a valid value, in place, what its schema says of members that are absent. */
  static void fillIn(Schema schema, @Nullable JsonElement value) {
    schema.each("allOf").forEach(part -> fillIn(part, value));
    schema.each("oneOf").stream()
        .filter(each -> value != null && SchemaCheck.check(each, value, Set.of()).count() == 0)
        .findFirst()
        .ifPresent(variant -> fillIn(variant, value));
    if (value instanceof JsonObject object) {
      fillInMembers(schema, object);
    } else if (value != null && value.isJsonArray()) {
      Schema items = schema.inner("items");
      if (items != null) {
        value.getAsJsonArray().forEach(item -> fillIn(items, item));
      }
    }
  }

  private static void fillInMembers(Schema schema, JsonObject object) {
    schema
        .properties()
        .forEach(
            (name, member) -> {
              JsonElement preset = member.json().get("default");
              if (!object.has(name) && preset != null) {
                object.add(name, preset.deepCopy());
              }
              fillIn(member, object.get(name));
            });
    Schema others = schema.inner("additionalProperties");
    if (others != null) {
      object.asMap().values().forEach(value -> fillIn(others, value));
    }
  }
}
