package io.github.aigateway.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schema of the document, whose own reference has been followed. */
record Schema(ApiDocument document, JsonObject json) {

  boolean is(String keyword) {
    return "true".equals(text(keyword));
  }

  @Nullable String text(String keyword) {
    return json.get(keyword) instanceof JsonPrimitive text ? text.getAsString() : null;
  }

  @Nullable BigDecimal number(String keyword) {
    String text = text(keyword);
    return text == null ? null : new BigDecimal(text);
  }

  List<JsonElement> values(String keyword) {
    return json.get(keyword) instanceof JsonArray values ? values.asList() : List.of();
  }

  /** The schema of items, or of members without a name; null if it is not said. */
  @Nullable Schema inner(String keyword) {
    return json.get(keyword) instanceof JsonObject inner ? of(inner) : null;
  }

  /** The parts of {@code allOf}, or the variants of {@code oneOf}. */
  List<Schema> each(String keyword) {
    return document.objects(json.get(keyword)).stream().map(this::of).toList();
  }

  /** The members that have a name, those of the parts included. */
  Map<String, Schema> properties() {
    Map<String, Schema> properties = new LinkedHashMap<>();
    each("allOf").forEach(part -> properties.putAll(part.properties()));
    if (json.get("properties") instanceof JsonObject own) {
      own.asMap().forEach((name, schema) -> properties.put(name, of(schema.getAsJsonObject())));
    }
    return properties;
  }

  /** The variants by what their discriminator says. */
  Map<String, Schema> variants(JsonObject discriminator) {
    Map<String, Schema> variants = new LinkedHashMap<>();
    if (discriminator.get("mapping") instanceof JsonObject mapping) {
      mapping.asMap().forEach((name, target) -> variants.put(name, named(target.getAsString())));
    } else {
      for (JsonElement variant : values("oneOf")) {
        String target = variant.getAsJsonObject().get("$ref").getAsString();
        variants.put(target.substring(target.lastIndexOf('/') + 1), named(target));
      }
    }
    return variants;
  }

  /** A mapping names a reference, or just a schema. */
  private Schema named(String target) {
    JsonObject reference = new JsonObject();
    reference.addProperty("$ref", target.contains("/") ? target : "#/components/schemas/" + target);
    return of(reference);
  }

  private Schema of(JsonObject schema) {
    return new Schema(document, document.follow(schema));
  }
}
