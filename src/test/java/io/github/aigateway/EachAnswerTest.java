package io.github.aigateway;

import static io.github.aigateway.Messages.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.testing.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one answer makes of a call, and whether a change may have been made. */
class EachAnswerTest extends AgainstFake {

  @Override
  AiGatewayClientBuilder builder() {
    return super.builder().maxRetries(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "204 |                                    | the response has no body",
        "200 | {\"result\": {\"id\": \"a\"}}      | does not say whether the call succeeded",
        "200 | {\"success\": true}                | the response has no result",
        "200 | {\"success\": true, \"result\": {\"cache_ttl\": \"a\"}} | result.cache_ttl",
        "300 | {}                                 | redirects to an unreadable address",
        "399 | {}                                 | redirects to an unreadable address"
      })
  void whatTheApiDoesNotPromiseIsInvalid(int status, String body, String problem) {
    Fault answer = body == null ? Fault.emptyBody(status) : Fault.body(status, body);
    fake.fail(answer);
    InvalidResponseException read = assertFails(InvalidResponseException.class, Calls.GET);
    assertSays(problem, read);
    assertFalse(read.mayHaveBeenApplied());
    assertEquals(status, read.status());
    assertTrue(assertFails(InvalidResponseException.class, Calls.UPDATE).mayHaveBeenApplied());
  }

  @ParameterizedTest
  @CsvSource({"400, false", "499, false", "500, true", "599, true"})
  void anErrorOfTheServerMayComeAfterTheChange(int status, boolean mayHaveBeenApplied) {
    fake.fail(Fault.status(status, 1, "no"));
    ApiException error = assertFails(ApiException.class, Calls.UPDATE);
    assertEquals(mayHaveBeenApplied, error.mayHaveBeenApplied());
    assertEquals(1L, error.errors().get(0).code());
    assertNull(error.getCause());
    assertFalse(assertFails(ApiException.class, Calls.GET).mayHaveBeenApplied());
  }

  @Test
  void aSuccessThatSaysFalseIsAnError() {
    fake.fail(Fault.unsuccessful(7, "no"));
    assertTrue(assertFails(ApiException.class, Calls.CREATE).mayHaveBeenApplied());
    assertFalse(assertFails(ApiException.class, Calls.LIST).mayHaveBeenApplied());
  }

  @Test
  void aSuccessThatSaysFalseBeforeItBreaksOffIsAnError() {
    fake.fail(Fault.body(200, "{\"success\": false, \"errors\": [\"no\"], \"result\": {\"id"));
    assertSays("no", assertFails(ApiException.class, Calls.GET));
  }

  @ParameterizedTest
  @CsvSource({"400", "503"})
  void theStatusOfAnErrorCountsMoreThanItsBody(int status) {
    fake.fail(Fault.status(status).header("Content-Encoding", "gzip"));
    ApiException error = assertFails(ApiException.class, Calls.GET);
    assertEquals(status, error.status());
    assertSays("Content-Encoding", error.getCause() == null ? error : error.getCause());
  }

  @Test
  void aStatusThatEndsNoCallIsInvalid() {
    byte[] answer = "HTTP/1.1 101 Go on\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    fake.fail(Fault.raw(answer));
    assertSays("not one that ends", assertFails(InvalidResponseException.class, Calls.GET));
  }

  @Test
  void anEncodingThatTheBodyDoesNotHaveIsInvalid() {
    fake.fail(Fault.wrongGzip());
    assertSays("Content-Encoding", assertFails(InvalidResponseException.class, Calls.GET));
  }

  @Test
  void aBodyThatBreaksOffIsAFaultOfTheNetwork() throws Exception {
    fake.fail(Fault.resetDuringResponse());
    TransportException read = assertFails(TransportException.class, Calls.GET);
    assertEquals(Reason.CONNECTION_LOST, read.reason());
    assertFalse(read.mayHaveBeenApplied());
    assertTrue(assertFails(TransportException.class, Calls.DELETE).mayHaveBeenApplied());
    var bare = client.api().getGateway(fake.accountId(), Calls.ID);
    assertThrows(IOException.class, bare::execute);
  }

  @Test
  void onlyTheApisOwnWordMakesAGatewayMissing() {
    assertEquals(Optional.empty(), gateways.find("missing"));
    assertThrows(NotFoundException.class, () -> gateways.get("missing"));
    fake.failNext(Fault.status(404, 7003, "no route"));
    assertThrows(NotFoundException.class, () -> gateways.find("missing"));
    fake.failNext(Fault.status(400, 7002, "not a 404"));
    assertThrows(BadRequestException.class, () -> gateways.find("missing"));
    assertEquals(Calls.ID, gateways.find(Calls.ID).orElseThrow().getId());
    assertEquals(Optional.empty(), gateways.async().find("missing").join());
    assertThrows(NotFoundException.class, () -> gateways.edit("missing", u -> u.cacheTtl(1)));
  }

  @Test
  void aTokenThatCannotBeHadEndsTheCall() {
    IllegalStateException defect = new IllegalStateException("no vault");
    AiGatewayClientBuilder builder =
        builder()
            .apiToken(
                () -> {
                  throw defect;
                });
    try (AiGatewayClient lost = builder.build()) {
      TransportException error =
          assertThrows(TransportException.class, () -> Calls.UPDATE.throwing(lost.gateways()));
      assertEquals(Reason.CREDENTIALS, error.reason());
      assertFalse(error.mayHaveBeenApplied());
      assertSame(defect, error.getCause() == null ? null : error.getCause().getCause());
    }
    assertEquals(0, fake.requestCount());
  }

  @Test
  void aTokenThatComesBackIsMasked() {
    String token = fake.apiToken();
    fake.failNext(Fault.status(400, 1, "you sent " + token).header("cf-ray", token));
    BadRequestException error = assertFails(BadRequestException.class, Calls.GET);
    assertSays("you sent ***", error);
    assertEquals("***", error.requestId());
    assertFalse(error.rawBody().contains(token));
  }

  private <E extends AiGatewayException> E assertFails(Class<E> type, Calls operation) {
    E error = failure(type, Style.THROWING, operation);
    assertEquals(1, error.attempts());
    assertEquals(operation.operationId(), error.operation());
    return error;
  }
}
