package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.Gson;
import io.github.aigateway.internal.json.Json;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenEnumTest {

  static Stream<Shape> enums() {
    return Shape.enums().stream();
  }

  @ParameterizedTest
  @MethodSource("enums")
  void everyEnumHasTheDocumentsValuesAsConstants(Shape shape) throws ReflectiveOperationException {
    Class<Object> type = shape.model();
    List<Field> constants =
        Arrays.stream(type.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .toList();

    assertEquals(shape.values().size(), constants.size());
    for (int i = 0; i < constants.size(); i++) {
      Object constant = constants.get(i).get(null);
      String value = shape.values().get(i);
      assertEquals(value, type.getMethod("value").invoke(constant));
      assertSame(constant, type.getMethod("of", String.class).invoke(null, value));
      assertEquals(constants.get(i).getName(), type.getMethod("known").invoke(constant).toString());
    }
  }

  @ParameterizedTest
  @MethodSource("enums")
  void aValueThatIsNotKnownIsKeptAsItCame(Shape shape) throws ReflectiveOperationException {
    for (String json : List.of("\"brand new\"", "\"\"", "\"BLOCK \"", "\"UNRECOGNIZED\"")) {
      Object value = Json.parse(json, shape.adapter());

      assertEquals("UNRECOGNIZED", shape.model().getMethod("known").invoke(value).toString());
      assertEquals(json, Json.print(value, shape.adapter()));
      assertEquals(shape.secret() ? "\"***\"" : json, '"' + value.toString() + '"');
      assertEquals(value, new Gson().fromJson(json, shape.<Object>model()));
      assertEquals(value.hashCode(), Json.parse(json, shape.adapter()).hashCode());
    }
  }

  @Test
  void equalityIsThatOfTheText() {
    assertEquals(RetryBackoff.LINEAR, RetryBackoff.of("linear"));
    assertEquals(RetryBackoff.of("new"), RetryBackoff.of("new"));
    assertNotEquals(RetryBackoff.of("new"), RetryBackoff.of("New"));
    assertNotEquals(RetryBackoff.of("new"), RetryBackoff.LINEAR);
    assertNotEquals((Object) RateLimitingTechnique.FIXED, SpendLimitTechnique.FIXED);
  }

  @Test
  void aSwitchWorksOnJava17() {
    assertEquals("refuse", describe(DlpAction.BLOCK));
    assertEquals("mark", describe(DlpAction.of("FLAG")));
    assertEquals("new: QUARANTINE", describe(DlpAction.of("QUARANTINE")));
  }

  private static String describe(DlpAction action) {
    return switch (action.known()) {
      case BLOCK -> "refuse";
      case FLAG -> "mark";
      default -> "new: " + action.value();
    };
  }

  @Test
  void aCallerCanSendAValueThatIsNotKnown() {
    String json =
        CreateGatewayRequest.withDefaults()
            .id("a")
            .retryBackoff(RetryBackoff.of("fibonacci"))
            .build()
            .toJson();

    assertEquals("fibonacci", CreateGatewayRequest.fromJson(json).getRetryBackoff() + "");
  }

  @ParameterizedTest
  @MethodSource("enums")
  void nullIsRefusedByItsName(Shape shape) throws NoSuchMethodException {
    Method of = shape.model().getMethod("of", String.class);
    Throwable refused =
        assertThrows(InvocationTargetException.class, () -> of.invoke(null, (Object) null))
            .getCause();
    assertInstanceOf(NullPointerException.class, refused);
    assertEquals("value", refused.getMessage());
  }
}
