package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.aigateway.model.Gateway;
import io.github.aigateway.testing.Fault;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A gateway is only missing if the API says so. */
@Tag("quick")
class FindTest extends AgainstFake {

  @ParameterizedTest
  @EnumSource
  void whatExistsIsFound(Style style) {
    assertEquals(Calls.ID, found(style, Calls.ID).orElseThrow().getId());
  }

  @ParameterizedTest
  @EnumSource
  void whatTheApiDoesNotKnowIsEmpty(Style style) {
    assertEquals(Optional.empty(), found(style, "missing"));
  }

  @ParameterizedTest
  @EnumSource
  void anotherNotFoundIsAFailure(Style style) {
    fake.failNext(Fault.status(404, 7003, "Could not route"));
    assertThrows(NotFoundException.class, () -> found(style, Calls.ID));
    fake.failNext(Fault.htmlPage(404));
    assertThrows(NotFoundException.class, () -> found(style, Calls.ID));
    fake.failNext(Fault.emptyBody(404));
    assertThrows(NotFoundException.class, () -> found(style, Calls.ID));
    fake.failNext(Fault.status(400, 7002, "not a 404"));
    assertThrows(BadRequestException.class, () -> found(style, Calls.ID));
    fake.failNext(Fault.unsuccessful(7002, "not a 404"));
    assertThrows(ApiException.class, () -> found(style, Calls.ID));
  }

  @ParameterizedTest
  @EnumSource
  void itIsRepeatedLikeAGet(Style style) {
    fake.failNext(Fault.status(503)).times(2);
    assertEquals(Calls.ID, found(style, Calls.ID).orElseThrow().getId());
    assertEquals(3, fake.requestCount());
    fake.fail(Fault.status(503));
    ServerException error = assertThrows(ServerException.class, () -> found(style, Calls.ID));
    assertEquals(3, error.attempts());
    assertFalse(error.mayHaveBeenApplied());
  }

  @Test
  void anOkOfNothingCarriesTheResponseThatSaidSo() {
    ApiResponse<Optional<Gateway>> response =
        gateways
            .tryFind("missing")
            .fold(
                ok -> ok,
                error -> {
                  throw error;
                });
    assertEquals(404, response.status());
    assertEquals(Optional.empty(), response.value());
    assertEquals(response.headers().get("cf-ray"), response.requestId());
  }

  private Optional<Gateway> found(Style style, String id) {
    return style.call(
        () -> gateways.find(id), () -> gateways.tryFind(id), () -> gateways.async().find(id));
  }
}
