package io.github.aigateway;

import static io.github.aigateway.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.CallEvent.Kind;
import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.testing.Fault;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Body;
import retrofit2.http.PUT;

/** A future ends in time although a listener or a converter of the caller's never returns. */
class ListenerThatBlocksTest extends InRealTime {

  private static final Duration LIMIT = Duration.ofSeconds(1);

  /** Holds those that tell of an end of this kind. */
  private AiGatewayClient blocked(Kind kind) {
    return open(
        builder()
            .maxRetries(1)
            .callTimeout(LIMIT)
            .listener(
                event -> {
                  if (event.kind() == kind) {
                    hold.arrive();
                  }
                }));
  }

  @SideBySide
  @EnumSource
  void aSuccessStays(Kind kind) {
    CompletableFuture<?> future =
        blocked(kind).gateways().async().edit(Calls.ID, update -> update.cacheTtl(7));
    await(hold::isReached);
    if (kind == Kind.CALL) {
      value(future);
    } else {
      // What would follow the first request is not sent any more.
      TransportException error = ends(Reason.TIMEOUT, future);
      assertEquals("updateGateway", error.operation());
      assertFalse(error.mayHaveBeenApplied());
    }
  }

  @SideBySide
  @EnumSource(names = {"ATTEMPT", "CALL"})
  void theOnlyRequestIsASuccess(Kind kind) {
    value(blocked(kind).gateways().async().get(Calls.ID));
    assertTrue(hold.isReached());
  }

  @SideBySide
  @EnumSource(names = {"ATTEMPT", "CALL"})
  void aFailureStays(Kind kind) {
    fake.failNext(Fault.status(404));
    assertFalse(
        failure(NotFoundException.class, blocked(kind).gateways().async().get(Calls.ID))
            .mayHaveBeenApplied());
  }

  @Test
  void aRetryThatCouldNotBeginSaysWhy() {
    fake.fail(Fault.status(503));
    ServerException error =
        failure(ServerException.class, blocked(Kind.ATTEMPT).gateways().async().delete(Calls.ID));
    Messages.assertSays(
        "; not retried, since callTimeout (1 s) is over; the change may have been applied.", error);
    hold.release();
    assertEquals(1, fake.requestCount());
  }

  @Test
  void closingTheClientEndsIt() {
    AiGatewayClient blocked = open(builder().maxRetries(1).listener(event -> hold.arrive()));
    fake.fail(Fault.status(503));
    CompletableFuture<?> future = blocked.gateways().async().get(Calls.ID);
    await(hold::isReached);
    blocked.close();
    ends(Reason.CANCELLED, future);
  }

  @Test
  void theEventsOfOtherCallsGoOn() {
    Heard heard = new Heard();
    AtomicInteger first = new AtomicInteger();
    AiGatewayClient client =
        open(
            builder()
                .listener(
                    event -> {
                      if (first.getAndIncrement() == 0) {
                        hold.arrive();
                      }
                      heard.onEvent(event);
                    }));
    withCallTimeout(client, LIMIT).async().delete(Calls.ID);
    await(hold::isReached);
    put(Calls.ID);
    value(client.gateways().async().get(Calls.ID));
    value(client.gateways().async().get(Calls.ID));
    client.gateways().get(Calls.ID);
    assertEquals(3, heard.kinds().stream().filter("CALL getGateway"::equals).count());
    await(() -> heard.kinds().contains("CALL deleteGateway"));
  }

  /** An endpoint of texts. */
  interface Texts {
    @PUT("text")
    Call<String> put(@Body String text);
  }

  @SideBySide
  @EnumSource(names = {"ATTEMPT", "CALL"})
  void aConverterThatNeverReturnsEndsInTime(Kind readsOrWrites) {
    boolean reads = readsOrWrites == Kind.CALL;
    AtomicInteger written = new AtomicInteger();
    Converter.Factory blocking =
        new Converter.Factory() {
          @Override
          public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
              Type type, Annotation[] annotations, Retrofit retrofit) {
            return body -> {
              hold.arrive();
              return "";
            };
          }

          @Override
          public @Nullable Converter<?, RequestBody> requestBodyConverter(
              Type type, Annotation[] parameters, Annotation[] annotations, Retrofit retrofit) {
            return value -> {
              // The first makes the call, the second is the first attempt.
              if (written.incrementAndGet() > 2) {
                hold.arrive();
              }
              return RequestBody.create("", null);
            };
          }
        };
    AiGatewayClient client =
        open(
            builder()
                .maxRetries(1)
                .callTimeout(LIMIT.multipliedBy(2))
                .addConverterFactory(blocking));
    fake.fail(reads ? Fault.body(200, "a") : Fault.status(503));
    CompletableFuture<String> future = client.call(client.create(Texts.class).put("a")).async();
    TransportException error = ends(Reason.TIMEOUT, future);
    assertTrue(hold.isReached());
    assertTrue(error.mayHaveBeenApplied());
    assertEquals(reads ? 1 : 2, error.attempts());
  }
}
