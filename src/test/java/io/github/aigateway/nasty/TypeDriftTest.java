package io.github.aigateway.nasty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import io.github.aigateway.internal.json.Member;
import io.github.aigateway.nasty.model.ModelAdapters;
import io.github.aigateway.nasty.model.Thing;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any member of any odd model comes with any JSON. */
class TypeDriftTest {

  private static final String MARKER = "5772156649";

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          MARKER,
          "-" + MARKER + ".5",
          MARKER + "e400",
          "1e99999999999",
          "\"\"",
          "\"" + MARKER + "\"",
          "\"cut \\ud83d\"",
          "{}",
          "{\"a\":null}",
          "{\"a\":\"" + MARKER + "\"}",
          "{\"type\":" + MARKER + "}",
          "[]",
          "[null]",
          "[[]]",
          "[" + MARKER + "]",
          "[{\"a\":[\"" + MARKER + "\"]}]");

  static Stream<Class<?>> models() throws IOException {
    URI classes =
        URI.create(
            Thing.class.getProtectionDomain().getCodeSource().getLocation()
                + Thing.class.getPackageName().replace('.', '/'));
    List<Class<?>> models = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(classes))) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.class$", "");
        Class<?> type = named(Thing.class.getPackageName() + "." + name);
        if (!members(type).isEmpty()) {
          models.add(type);
        }
      }
    }
    assertTrue(models.size() > 15, models::toString);
    return models.stream();
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException impossible) {
      throw new LinkageError(name, impossible);
    }
  }

  private static List<Member<?>> members(Class<?> type) {
    List<Member<?>> members = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (field.getType() == Member.class) {
        try {
          field.setAccessible(true);
          members.add((Member<?>) field.get(null));
        } catch (IllegalAccessException impossible) {
          throw new LinkageError(field.toString(), impossible);
        }
      }
    }
    return members;
  }

  @ParameterizedTest
  @MethodSource("models")
  void itIsRefusedForAnItemOrWrittenBackAsItCame(Class<Object> type) throws Exception {
    TypeAdapter<Object> adapter = ModelAdapters.of(type);
    for (Member<?> member : members(type)) {
      for (String value : VALUES) {
        String json = "{\"" + member.name() + "\":" + value + ",\"un known\":" + value + "}";
        Object model;
        try {
          model = fromJson(type, json);
        } catch (JsonParseException refused) {
          assertTrue(value.startsWith("[") || value.startsWith("{"), () -> type + json);
          assertFalse(String.valueOf(refused.getMessage()).contains(MARKER), () -> type + json);
          continue;
        }
        String written = (String) type.getMethod("toJson").invoke(model);
        assertEquals(model, fromJson(type, written), json);
        assertEquals(model.hashCode(), fromJson(type, written).hashCode(), json);
        assertEquals(model, adapter.fromJson(json), json);
        assertTellsWhatCame(model, member, value, written);
      }
    }
  }

  private static void assertTellsWhatCame(
      Object model, Member<?> member, String value, String written) throws Exception {
    Map<?, ?> mistyped =
        (Map<?, ?>) model.getClass().getMethod("getMistypedProperties").invoke(model);
    JsonObject json = JsonParser.parseString(written).getAsJsonObject();
    JsonElement kept = json.get(member.name());
    if (mistyped.isEmpty()) {
      assertEquals(JsonParser.parseString(value), kept, written);
      return;
    }
    assertEquals(Map.of(member.name(), JsonParser.parseString(value)), mistyped, written);
    assertTrue(written.contains(":" + value + ",\"un known\""), written);
    assertFalse(model.toString().contains(MARKER), model::toString);
    assertThrows(IllegalStateException.class, () -> anyGetter(model));
  }

  /** Calls all getters of members: all are there or may be absent, but one. */
  private static void anyGetter(Object model) throws Throwable {
    for (Method method : model.getClass().getMethods()) {
      if (method.getName().startsWith("get") && method.getDeclaringClass() == model.getClass()) {
        try {
          method.invoke(model);
        } catch (InvocationTargetException thrown) {
          if (String.valueOf(thrown.getCause()).contains("came with")) {
            throw thrown.getCause();
          }
        }
      }
    }
  }

  private static Object fromJson(Class<?> type, String json) throws Exception {
    try {
      return type.getMethod("fromJson", String.class).invoke(null, json);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw thrown;
    }
  }
}
