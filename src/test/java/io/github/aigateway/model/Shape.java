package io.github.aigateway.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.aigateway.internal.json.ValueAdapter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the document says of a value: a view of one of its schemas, with all references followed.
 */
record Shape(
    Type type, @Nullable String name, boolean nullable, boolean secret, Map<String, Object> yaml) {

  enum Type {
    STRING,
    DATE_TIME,
    DATE,
    INTEGER,
    NUMBER,
    BOOLEAN,
    ENUM,
    OBJECT,
    MAP,
    ARRAY,
    UNION,
    ANY
  }

  private static final Map<Map<String, Object>, Map<String, Object>> COMPOSED =
      Collections.synchronizedMap(new IdentityHashMap<>());

  private static final Map<Map<String, Object>, Map<String, Shape>> MEMBERS =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /** The errors of single operations are read as what fits all: see the POM. */
  private static final Map<String, String> READ_AS =
      Map.of(
          "InputValidationErrorResponse", "ErrorResponse",
          "InputValidationError", "ErrorDetail",
          "BadRequestErrorResponse", "ErrorResponse",
          "BadRequestError", "ErrorDetail",
          "NotFoundErrorResponse", "ErrorResponse",
          "NotFoundError", "ErrorDetail");

  /** A value of which nothing is said. */
  static final Shape ANY = new Shape(Type.ANY, null, true, false, Map.of());

  /** The schema with this name. */
  static Shape named(String name) {
    return of(Map.of("$ref", "#/components/schemas/" + name));
  }

  /** The schemas that have a model of their own: objects and unions, in the document's order. */
  static List<Shape> models() {
    return Document.schemas().keySet().stream()
        .filter(name -> !READ_AS.containsKey(name))
        .map(Shape::named)
        .filter(shape -> shape.type == Type.OBJECT || shape.type == Type.UNION)
        .toList();
  }

  /** The schemas of enums. */
  static List<Shape> enums() {
    return Document.schemas().keySet().stream()
        .map(Shape::named)
        .filter(shape -> shape.type == Type.ENUM)
        .toList();
  }

  static Shape of(Map<String, Object> schema) {
    Object wrapped = schema.get("allOf");
    Map<String, Object> inner =
        wrapped == null ? schema : Document.map(Document.list(wrapped).get(0));
    String reference = Document.reference(inner);
    Map<String, Object> target = reference == null ? schema : Document.follow(inner);
    String name = reference == null ? null : reference.substring(reference.lastIndexOf('/') + 1);
    Map<String, Object> whole = COMPOSED.computeIfAbsent(target, Shape::composed);
    Type type = type(whole);
    boolean nullable =
        type == Type.ANY
            || schema.get("nullable") == Boolean.TRUE
            || target.get("nullable") == Boolean.TRUE;
    return new Shape(type, name, nullable, isSecret(schema) || isSecret(target), whole);
  }

  private static boolean isSecret(Map<String, Object> schema) {
    return schema.get("x-sensitive") == Boolean.TRUE
        || schema.get("writeOnly") == Boolean.TRUE
        || "password".equals(schema.get("format"));
  }

  /** A schema with the members of all its parts; itself if it has none. */
  private static Map<String, Object> composed(Map<String, Object> schema) {
    if (!(schema.get("allOf") instanceof List<?> parts)) {
      return schema;
    }
    Map<String, Object> whole = new LinkedHashMap<>();
    Map<String, Object> properties = new LinkedHashMap<>();
    List<Object> required = new ArrayList<>();
    List<Map<String, Object>> each = new ArrayList<>();
    parts.forEach(part -> each.add(composed(Document.follow(Document.map(part)))));
    each.add(schema);
    for (Map<String, Object> part : each) {
      whole.putAll(part);
      properties.putAll(Document.object(part, "properties"));
      required.addAll(Document.texts(part, "required"));
    }
    whole.put("properties", properties);
    whole.put("required", required);
    return whole;
  }

  private static Type type(Map<String, Object> schema) {
    if (schema.containsKey("oneOf")) {
      return Type.UNION;
    }
    if (schema.containsKey("enum")) {
      return Type.ENUM;
    }
    Object type = schema.get("type");
    if (type == null) {
      return Type.ANY;
    }
    return switch (type.toString()) {
      case "string" ->
          switch (String.valueOf(schema.get("format"))) {
            case "date-time" -> Type.DATE_TIME;
            case "date" -> Type.DATE;
            default -> Type.STRING;
          };
      case "integer" -> Type.INTEGER;
      case "number" -> Type.NUMBER;
      case "boolean" -> Type.BOOLEAN;
      case "array" -> Type.ARRAY;
      case "object" -> schema.containsKey("additionalProperties") ? Type.MAP : Type.OBJECT;
      default -> throw new AssertionError("a type that no test knows: " + type);
    };
  }

  String schemaName() {
    return Objects.requireNonNull(name);
  }

  /** The members of an object, in the document's order. */
  Map<String, Shape> members() {
    return MEMBERS.computeIfAbsent(
        yaml,
        key -> {
          Map<String, Shape> members = new LinkedHashMap<>();
          Document.object(key, "properties")
              .forEach((name, schema) -> members.put(name, of(Document.map(schema))));
          return members;
        });
  }

  /** Whether a value of another type is refused, at any depth. */
  boolean strict() {
    return yaml.get("x-strict") == Boolean.TRUE;
  }

  List<String> required() {
    return Document.texts(yaml, "required");
  }

  /** What the document says of a member, besides its shape. */
  Object about(String member, String property) {
    Map<String, Object> schema = Document.object(Document.object(yaml, "properties"), member);
    return schema.getOrDefault(property, "");
  }

  List<String> values() {
    return Document.texts(yaml, "enum");
  }

  /** The items of an array, or the values of a map. */
  Shape items() {
    return of(
        Document.map(
            Objects.requireNonNull(
                yaml.get(type == Type.ARRAY ? "items" : "additionalProperties"))));
  }

  List<Shape> variants() {
    List<Shape> variants = new ArrayList<>();
    for (Object variant : Document.list(Objects.requireNonNull(yaml.get("oneOf")))) {
      variants.add(of(Document.map(variant)));
    }
    return variants;
  }

  /** The variant of a union that JSON is by the document's rules, or null if it is none. */
  @Nullable Shape variant(JsonElement json) {
    if (!(json instanceof JsonObject object)) {
      return null;
    }
    Map<String, Object> discriminator = Document.object(yaml, "discriminator");
    if (discriminator.isEmpty()) {
      return variants().stream()
          .filter(variant -> object.keySet().containsAll(variant.required()))
          .findFirst()
          .orElse(null);
    }
    JsonElement value = object.get(Objects.toString(discriminator.get("propertyName")));
    if (value == null || !value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      return null;
    }
    String text = value.getAsString();
    Object target = Document.object(discriminator, "mapping").get(text);
    return target != null
        ? named(target.toString().replaceFirst(".*/", ""))
        : variants().stream()
            .filter(each -> !discriminator.containsKey("mapping"))
            .filter(each -> each.schemaName().equals(text))
            .findFirst()
            .orElse(null);
  }

  /** Whether JSON other than null is of this type, at its first token; numbers are looked at. */
  boolean fits(JsonElement json) {
    JsonPrimitive value = json instanceof JsonPrimitive primitive ? primitive : null;
    return switch (type) {
      case STRING, DATE_TIME, DATE, ENUM -> value != null && value.isString();
      case BOOLEAN -> value != null && value.isBoolean();
      case NUMBER -> value != null && value.isNumber() && decimal(value) != null;
      case INTEGER -> value != null && value.isNumber() && isInteger(decimal(value));
      case OBJECT, MAP -> json.isJsonObject();
      case ARRAY -> json.isJsonArray();
      case UNION, ANY -> true;
    };
  }

  private static @Nullable BigDecimal decimal(JsonPrimitive value) {
    try {
      return value.getAsString().length() > 1_000 ? null : new BigDecimal(value.getAsString());
    } catch (NumberFormatException exponentTooLarge) {
      return null;
    }
  }

  private static boolean isInteger(@Nullable BigDecimal number) {
    try {
      return number != null && number.longValueExact() == number.longValue();
    } catch (ArithmeticException fractionOrTooLarge) {
      return false;
    }
  }

  /** The schema whose model reads values of this one. */
  Shape readAs() {
    String other = READ_AS.get(schemaName());
    return other == null ? this : named(other);
  }

  /** The generated class of this schema. */
  @SuppressWarnings("unchecked") // the name says what it is
  <T> Class<T> model() {
    try {
      return (Class<T>) Class.forName(Shape.class.getPackageName() + "." + schemaName());
    } catch (ClassNotFoundException absent) {
      throw new LinkageError("no model of " + name, absent);
    }
  }

  /** The generated adapter of this schema. */
  ValueAdapter<Object> adapter() {
    return (ValueAdapter<Object>)
        Objects.requireNonNull(ModelAdapters.of(this.<Object>model()), schemaName());
  }
}
