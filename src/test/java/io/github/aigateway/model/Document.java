package io.github.aigateway.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The OpenAPI document that ships with the library, as maps and lists. */
final class Document {

  private static final Map<String, Object> ROOT = load();

  private Document() {}

  private static Map<String, Object> load() {
    try (InputStream text =
        Objects.requireNonNull(
            Document.class.getResourceAsStream("/META-INF/openapi/ai-gateway.yaml"))) {
      return map(new Load(LoadSettings.builder().build()).loadFromInputStream(text));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What lies at these steps, references followed; an empty map if there is nothing. */
  static Map<String, Object> at(String... steps) {
    Map<String, Object> place = ROOT;
    for (String step : steps) {
      place = object(place, step);
    }
    return place;
  }

  /** A member that is an object, reference followed; an empty map if there is none. */
  static Map<String, Object> object(Map<String, Object> parent, String name) {
    Object value = parent.get(name);
    return value == null ? Map.of() : follow(map(value));
  }

  /** A member that is a list of texts; an empty one if there is none. */
  static List<String> texts(Map<String, Object> parent, String name) {
    Object value = parent.get(name);
    return value == null ? List.of() : list(value).stream().map(Object::toString).toList();
  }

  /** The object that a reference points to, or the object itself. */
  static Map<String, Object> follow(Map<String, Object> object) {
    String reference = reference(object);
    return reference == null ? object : at(reference.substring("#/".length()).split("/", -1));
  }

  static @Nullable String reference(Map<String, Object> object) {
    return (String) object.get("$ref");
  }

  /** The schemas by their name, in the document's order. */
  static Map<String, Map<String, Object>> schemas() {
    Map<String, Map<String, Object>> schemas = new LinkedHashMap<>();
    at("components", "schemas").forEach((name, schema) -> schemas.put(name, map(schema)));
    return schemas;
  }

  /** The operations by "GET /path", in the document's order. */
  static Map<String, Map<String, Object>> operations() {
    Map<String, Map<String, Object>> operations = new LinkedHashMap<>();
    at("paths")
        .forEach(
            (path, item) ->
                map(item)
                    .forEach(
                        (method, operation) -> {
                          if (!method.equals("parameters")) {
                            operations.put(
                                method.toUpperCase(java.util.Locale.ROOT) + " " + path,
                                map(operation));
                          }
                        }));
    return operations;
  }

  @SuppressWarnings("unchecked") // what the YAML of the document holds
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // what the YAML of the document holds
  static List<Object> list(Object value) {
    return (List<Object>) value;
  }
}
