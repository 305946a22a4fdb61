package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.model.Gateway;
import io.github.aigateway.testing.Fault;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A result holds what the call came to, and is handled without an exception. */
class ResultTest extends AgainstFake {

  @Test
  void aSuccessHoldsTheValueAndItsAnswer() {
    Result<Gateway> result = client.gateways().tryGet(Calls.ID);

    assertTrue(result.isOk());
    assertEquals(Optional.of(result.orElseThrow()), result.toOptional());
    assertEquals(Calls.ID, result.map(Gateway::getId).orElseThrow());
    int status = result.fold(ApiResponse::status, error -> 0);
    assertEquals(200, status);
    Result.Ok<String> mapped = (Result.Ok<String>) result.map(Gateway::getId);
    assertEquals(Calls.ID, mapped.value());
    assertEquals(
        result.fold(ApiResponse::requestId, Throwable::getMessage), mapped.response().requestId());
  }

  @Test
  void aFailureHoldsTheExceptionAndThrowsItWhereAValueIsAskedFor() {
    fake.failNext(Fault.status(403));
    Result<Gateway> result = client.gateways().tryGet(Calls.ID);

    assertFalse(result.isOk());
    assertEquals(Optional.empty(), result.toOptional());
    AiGatewayException error = assertThrows(PermissionDeniedException.class, result::orElseThrow);
    assertSame(error, result.fold(ok -> null, failure -> failure));
    assertSame(error, ((Result.Err<String>) result.map(Gateway::getId)).error());
  }
}
