package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.aigateway.internal.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** JSON of which the document says nothing: members, variants and values of any type. */
class UnknownJsonTest {

  @Test
  void numbersThatDifferInTheLastOf20DigitsAreNotEqual() {
    assertNotEquals(gateway("12345678901234567890"), gateway("12345678901234567891"));
    assertNotEquals(gateway("1e400"), gateway("1e401"));
    assertNotEquals(gateway("[{\"a\":1}]"), gateway("[{\"a\":1.0}]"));
    assertNotEquals(
        new Dlp.Unknown(SameJson.parse("12345678901234567890")),
        new Dlp.Unknown(SameJson.parse("12345678901234567891")));
    assertNotEquals(
        ErrorResponse.fromJson("{\"result\":0}"), ErrorResponse.fromJson("{\"result\":-0}"));
  }

  @Test
  void whatTheCallerMadeEqualsWhatWasRead() {
    String rest = Samples.completed(Shape.named("Gateway"), "{}");
    Gateway read =
        Gateway.fromJson(rest.replaceFirst("}$", ",\"new\":{\"a\":[1,\"b\",true,null]}}"));
    JsonArray list = new JsonArray();
    list.add(1);
    list.add("b");
    list.add(true);
    list.add((JsonElement) null);
    JsonObject object = new JsonObject();
    object.add("a", list);
    Gateway made = Gateway.fromJson(rest).toBuilder().putAdditionalProperty("new", object).build();

    assertEquals(read, made);
    assertEquals(read.hashCode(), made.hashCode());
  }

  @Test
  void stepsOfAPathAreEqualHoweverTheyWereMade() {
    ErrorDetail read = ErrorDetail.fromJson("{\"path\":[\"body\",0]}");
    ErrorDetail made =
        ErrorDetail.builder()
            .path(List.of(new JsonPrimitive("body"), new JsonPrimitive(0)))
            .build();

    assertEquals(read, made);
    assertEquals(read.hashCode(), made.hashCode());
    assertNotEquals(read, ErrorDetail.fromJson("{\"path\":[\"body\",\"0\"]}"));
  }

  @Test
  void theOrderOfUnknownMembersIsKeptButDoesNotCount() {
    Gateway one = Gateway.fromJson("{\"b\":1,\"id\":\"x\",\"a\":2}");
    Gateway other = Gateway.fromJson("{\"a\":2,\"b\":1,\"id\":\"x\"}");

    assertEquals(one, other);
    assertEquals(one.hashCode(), other.hashCode());
    assertEquals("{\"id\":\"x\",\"b\":1,\"a\":2}", one.toJson());
    assertEquals(List.of("b", "a"), List.copyOf(one.getAdditionalProperties().keySet()));
  }

  @Test
  void aTreeThatIsChangedAfterwardsDoesNotChangeTheModel() {
    JsonObject tree =
        SameJson.parse(
                "{\"new\":{},\"dlp\":{\"odd\":[]},\"spend_limits\":{\"new\":[]},"
                    + "\"otel\":[{\"new\":{}}]}")
            .getAsJsonObject();
    Gateway gateway = new Gson().fromJson(tree, Gateway.class);
    String before = gateway.toJson();

    tree.getAsJsonObject("new").addProperty("changed", true);
    tree.getAsJsonObject("dlp").getAsJsonArray("odd").add(true);
    tree.getAsJsonObject("spend_limits").getAsJsonArray("new").add(true);
    tree.getAsJsonArray("otel").get(0).getAsJsonObject().getAsJsonObject("new").add("a", tree);

    assertEquals(before, gateway.toJson());
  }

  @Test
  void whatAGetterReturnsIsACopy() {
    Gateway gateway = gateway("{}");
    ErrorResponse error = ErrorResponse.fromJson("{\"result\":{}}");
    ErrorDetail detail = ErrorDetail.fromJson("{\"path\":[{},[]]}");
    Dlp.Unknown dlp = new Dlp.Unknown(new JsonObject());

    gateway.getAdditionalProperties().values().forEach(UnknownJsonTest::change);
    change(error.getResult());
    List<JsonElement> path = detail.getPath();
    if (path != null) {
      path.forEach(UnknownJsonTest::change);
    }
    change(dlp.json());

    assertEquals("{\"new\":{}}", gateway.toJson());
    assertEquals("{\"result\":{}}", error.toJson());
    assertEquals("{\"path\":[{},[]]}", detail.toJson());
    assertEquals(new JsonObject(), dlp.json());
  }

  @Test
  void additionalPropertiesCannotBeChanged() {
    Map<String, JsonElement> unknown = gateway("1").getAdditionalProperties();

    assertThrows(UnsupportedOperationException.class, unknown::clear);
  }

  @Test
  void plainGsonWritesTheJsonOfAnUnknownVariantWithItsNulls() {
    Dlp unknown = new Gson().fromJson("{\"odd\":null}", Dlp.class);

    assertEquals("{\"odd\":null}", new Gson().toJson(unknown));
    assertEquals("{\"odd\":null}", new Gson().toJson(unknown, Dlp.class));
  }

  @Test
  void aConnectionThatBreaksWithinAnUnknownMemberIsNoFaultOfTheJson() {
    for (String start : List.of("{\"new\":[1,", "{\"dlp\":{", "{\"id\":\"", "{\"new\":")) {
      IOException broken = new IOException("reset");

      IOException thrown =
          assertThrows(
              IOException.class,
              () -> Json.read(thenFails(start, broken), Shape.named("Gateway").adapter(), 100));

      assertEquals(broken, thrown, start);
    }
  }

  private static Gateway gateway(String unknownJson) {
    return Gateway.fromJson("{\"new\":" + unknownJson + "}");
  }

  private static void change(@Nullable JsonElement json) {
    if (json instanceof JsonObject object) {
      object.addProperty("changed", true);
    } else if (json instanceof JsonArray array) {
      array.add("changed");
    }
  }

  private static InputStream thenFails(String start, IOException failure) {
    InputStream text = new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8));
    return new InputStream() {
      @Override
      public int read() {
        throw new AssertionError("one byte at a time");
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = text.read(buffer, offset, length);
        if (count < 0) {
          throw failure;
        }
        return count;
      }
    };
  }
}
