package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.aigateway.testing.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;

/** A failure of any call says what it was about, by the path in the annotation. */
class AnyCallSubjectTest extends AnyCall {

  @BeforeEach
  void theApiRefuses() {
    fake.fail(Fault.body(404, "{}"));
  }

  @ParameterizedTest
  @EnumSource
  void theOperationIsTheMethodAndTheTemplate(Style style) {
    AiGatewayException error = failure(style, things.logs("acc", "prod"));
    assertEquals("GET " + LOGS, error.operation());
    assertEquals("acc", error.accountId());
    assertEquals("prod", error.gatewayId());
    assertEquals(
        "GET "
            + LOGS
            + " of 'prod' failed with status 404 (account acc, request"
            + " 0000000000000001-FAK).",
        error.getMessage());
    assertEquals(
        "ApiCall{GET " + LOGS + " of 'prod'}", client.call(things.logs("acc", "prod")).toString());
    assertEquals("POST things", failure(style, things.post(new JsonObject())).operation());
    assertEquals("HEAD things", failure(style, things.headByName()).operation());
    assertEquals("DELETE things", failure(style, things.deleteWith(new JsonObject())).operation());
  }

  @ParameterizedTest
  @EnumSource
  void aUrlOfTheCallerIsNotInTheOperation(Style style) {
    AiGatewayException error = failure(style, things.at("accounts/a/gateways/b?token=hunter2"));
    assertEquals("GET", error.operation());
    assertAbout(null, null, error);
    assertFalse(error.toString().contains("hunter2"), error::toString);
  }

  @Test
  void whatThePathNamesIsKnownWhereverItStarts() {
    assertAbout("acc", "prod", failure(Style.RESULT, things.fromTheRoot("acc", "prod")));
    assertAbout("a/b c", "ü", failure(Style.RESULT, things.logs("a/b c", "ü")));
    assertAbout("a", "b", failure(Style.RESULT, things.encoded("a", "b", "c")));
  }

  @Test
  void whatIsUncertainIsNotSaid() {
    assertAbout(null, null, failure(Style.RESULT, things.encoded("a", "b", "c/d")));
    assertAbout(null, null, failure(Style.RESULT, things.literal("a")));
    assertAbout(null, null, failure(Style.RESULT, things.wherever("accounts/a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\u2028b", "a\u202eb"})
  void aMessageIsOneLineWhateverTheParameters(String gateway) {
    AiGatewayException error = failure(Style.RESULT, things.logs("acc", gateway));
    assertEquals(gateway, error.gatewayId());
    assertTrue(error.toString().contains(" of 'a b' failed with"), error::toString);
    AiGatewayException endless = failure(Style.RESULT, things.logs("a", "b".repeat(5_000)));
    assertTrue(endless.toString().contains("…' failed with status 404"), endless::toString);
  }

  private static void assertAbout(
      @Nullable String account, @Nullable String gateway, AiGatewayException error) {
    assertEquals(account, error.accountId());
    assertEquals(gateway, error.gatewayId());
  }

  private AiGatewayException failure(Style style, Call<?> call) {
    return assertThrows(NotFoundException.class, () -> made(style, call));
  }
}
