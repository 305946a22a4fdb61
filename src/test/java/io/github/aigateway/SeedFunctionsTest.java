package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.UpdateGatewayRequest;
import io.github.aigateway.testing.ReceivedRequest;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each function of the seed's resource interface, in all three styles. */
@Tag("quick")
class SeedFunctionsTest extends AgainstFake {

  @Test
  void createReturnsTheCreatedGatewayInEveryStyle() {
    assertEquals("a", gateways.create(request("a")).getId());
    assertEquals("b", gateways.tryCreate(request("b")).orElseThrow().getId());
    assertEquals("c", gateways.async().create(request("c")).join().getId());
    assertSent("POST", "/accounts/" + fake.accountId() + "/ai-gateway/gateways");
  }

  @Test
  void createFailsAlikeInEveryStyle() {
    assertThrows(AlreadyExistsException.class, () -> gateways.create(request("existing")));
    assertError(AlreadyExistsException.class, gateways.tryCreate(request("existing")));
    assertFutureError(
        AlreadyExistsException.class, () -> gateways.async().create(request("existing")).join());
  }

  @Test
  void indexReturnsAPageInEveryStyle() {
    assertEquals("existing", gateways.list().items().get(0).getId());
    assertEquals("existing", gateways.tryList().orElseThrow().items().get(0).getId());
    assertEquals("existing", gateways.async().list().join().items().get(0).getId());
    assertSent("GET", "/accounts/" + fake.accountId() + "/ai-gateway/gateways");
  }

  @Test
  void showReturnsTheGatewayInEveryStyle() {
    assertEquals("existing", gateways.get("existing").getId());
    assertEquals("existing", gateways.tryGet("existing").orElseThrow().getId());
    assertEquals("existing", gateways.async().get("existing").join().getId());
    assertSent("GET", "/accounts/" + fake.accountId() + "/ai-gateway/gateways/existing");
  }

  @Test
  void showFailsAlikeInEveryStyle() {
    assertThrows(NotFoundException.class, () -> gateways.get("missing"));
    assertError(NotFoundException.class, gateways.tryGet("missing"));
    assertFutureError(NotFoundException.class, () -> gateways.async().get("missing").join());
  }

  @Test
  void updateReturnsTheChangedGatewayInEveryStyle() {
    assertEquals(1, gateways.update("existing", cacheFor(1)).getCacheTtl());
    assertEquals(2, gateways.tryUpdate("existing", cacheFor(2)).orElseThrow().getCacheTtl());
    assertEquals(3, gateways.async().update("existing", cacheFor(3)).join().getCacheTtl());
    assertSent("PUT", "/accounts/" + fake.accountId() + "/ai-gateway/gateways/existing");
  }

  @Test
  void updateFailsAlikeInEveryStyle() {
    assertThrows(NotFoundException.class, () -> gateways.update("missing", cacheFor(1)));
    assertError(NotFoundException.class, gateways.tryUpdate("missing", cacheFor(1)));
    assertFutureError(
        NotFoundException.class, () -> gateways.async().update("missing", cacheFor(1)).join());
  }

  @Test
  void deleteReturnsTheDeletedGatewayInEveryStyle() {
    gateways.create(request("second"));
    gateways.create(request("third"));
    fake.clearRequests();
    assertEquals("existing", gateways.delete("existing").getId());
    assertEquals("second", gateways.tryDelete("second").orElseThrow().getId());
    assertEquals("third", gateways.async().delete("third").join().getId());
    assertEquals(3, fake.requests().stream().filter(r -> r.method().equals("DELETE")).count());
    assertTrue(fake.gateways(fake.accountId()).isEmpty());
  }

  @Test
  void deleteFailsAlikeInEveryStyle() {
    assertThrows(NotFoundException.class, () -> gateways.delete("missing"));
    assertError(NotFoundException.class, gateways.tryDelete("missing"));
    assertFutureError(NotFoundException.class, () -> gateways.async().delete("missing").join());
  }

  @Test
  void urlReturnsTheAddressInEveryStyle() {
    String expected =
        "https://gateway.ai.cloudflare.com/v1/" + fake.accountId() + "/existing/openai";
    assertEquals(expected, gateways.url("existing", Provider.OPENAI));
    assertEquals(expected, gateways.tryUrl("existing", Provider.OPENAI).orElseThrow());
    assertEquals(expected, gateways.async().url("existing", Provider.OPENAI).join());
  }

  @Test
  void editChangesOneFieldInEveryStyle() {
    assertEquals(60, gateways.edit("existing", update -> update.cacheTtl(60)).getCacheTtl());
    assertEquals(61, gateways.tryEdit("existing", u -> u.cacheTtl(61)).orElseThrow().getCacheTtl());
    assertEquals(62, gateways.async().edit("existing", u -> u.cacheTtl(62)).join().getCacheTtl());
  }

  @Test
  void clientIsTheOneThatTheCallsUse() {
    assertSame(client, gateways.client());
    assertSame(client, client.gateways("another-account").client());
  }

  @Test
  void optionsOfACallAreGivenByWith() {
    RequestOptions options =
        RequestOptions.builder()
            .accountId("another-account")
            .header("X-Trace", "t1")
            .query("debug", "a b&c")
            .maxRetries(0)
            .build();
    assertThrows(PermissionDeniedException.class, () -> gateways.with(options).get("existing"));
    ReceivedRequest received = fake.requests().get(0);
    assertEquals(
        "/client/v4/accounts/another-account/ai-gateway/gateways/existing", received.path());
    assertEquals("t1", received.header("X-Trace"));
    assertEquals("a b&c", received.queryParameter("debug"));
  }

  @Test
  void anOkCarriesStatusHeadersUrlAndRequestId() {
    ApiResponse<Gateway> response =
        gateways.tryGet("existing").fold(ok -> ok, error -> fail(error));
    assertEquals(200, response.status());
    assertEquals(1, response.attempts());
    assertEquals(response.headers().get("cf-ray"), response.requestId());
    assertTrue(response.url().encodedPath().endsWith("/existing"));
    assertEquals(50, Objects.requireNonNull(response.rateLimit()).remaining());
  }

  private static CreateGatewayRequest request(String id) {
    return CreateGatewayRequest.withDefaults().id(id).build();
  }

  private UpdateGatewayRequest cacheFor(long seconds) {
    return UpdateGatewayRequest.from(gateways.get("existing")).cacheTtl(seconds).build();
  }

  private void assertSent(String method, String path) {
    long matching =
        fake.requests().stream()
            .filter(request -> request.method().equals(method))
            .filter(request -> request.path().equals("/client/v4" + path))
            .count();
    assertEquals(3, matching);
  }

  private static void assertError(Class<? extends AiGatewayException> type, Result<?> result) {
    assertInstanceOf(type, assertInstanceOf(Result.Err.class, result).error());
  }

  private static void assertFutureError(Class<? extends AiGatewayException> type, Runnable join) {
    assertInstanceOf(type, assertThrows(CompletionException.class, join::run).getCause());
  }
}
