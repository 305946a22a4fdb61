package io.github.aigateway;

import io.github.aigateway.model.GatewayResponse;
import io.github.aigateway.testing.FakeAiGateway;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * A program that forgets to close its client. Its arguments are the address of a fake, which is
 * silent when asked for a gateway, and what to do; it says when its main method is about to end.
 */
final class ForgottenClose {

  static final String LAST_LINE = "main ends";

  private ForgottenClose() {}

  /** What the program does with its client. */
  enum Deed {
    NOTHING,
    BLOCKING_CALLS,
    A_BLOCKING_CALL_THAT_TIMES_OUT,
    FUTURES,
    A_FUTURE_THAT_TIMES_OUT,
    A_FUTURE_THAT_IS_CANCELLED,
    A_FUTURE_WITHOUT_A_SERVER,
    A_FUTURE_WHOSE_TOKEN_NEVER_COMES,
    A_BARE_CALL
  }

  public static void main(String[] arguments) throws Exception {
    Deed deed = Deed.valueOf(arguments[1]);
    AiGatewayClientBuilder builder =
        AiGatewayClient.builder()
            .apiToken(FakeAiGateway.API_TOKEN)
            .accountId(FakeAiGateway.ACCOUNT_ID)
            .attemptTimeout(Duration.ofSeconds(1))
            .callTimeout(Duration.ofSeconds(5))
            .maxRetries(2)
            .baseUrl(arguments[0]);
    if (deed == Deed.A_FUTURE_WITHOUT_A_SERVER) {
      builder.baseUrl("http://127.0.0.1:1");
    }
    if (deed == Deed.A_FUTURE_WHOSE_TOKEN_NEVER_COMES) {
      builder.apiToken(ForgottenClose::never);
    }
    System.out.println(deed(deed, builder.build()));
    System.out.println(LAST_LINE);
  }

  private static Object deed(Deed deed, AiGatewayClient client) throws Exception {
    Gateways gateways = client.gateways();
    return switch (deed) {
      case NOTHING -> "nothing";
      case BLOCKING_CALLS -> gateways.list() + " " + gateways.tryList();
      case A_BLOCKING_CALL_THAT_TIMES_OUT -> gateways.tryGet(Calls.ID);
      case FUTURES, A_FUTURE_WITHOUT_A_SERVER, A_FUTURE_WHOSE_TOKEN_NEVER_COMES ->
          ended(CompletableFuture.allOf(gateways.async().list(), gateways.async().list()));
      case A_FUTURE_THAT_TIMES_OUT -> ended(gateways.async().get(Calls.ID));
      case A_FUTURE_THAT_IS_CANCELLED -> gateways.async().get(Calls.ID).cancel(true);
      case A_BARE_CALL -> ended(bare(client));
    };
  }

  private static Object ended(CompletableFuture<?> future) throws Exception {
    return future.handle((value, error) -> error == null ? "value" : error).get();
  }

  private static CompletableFuture<?> bare(AiGatewayClient client) {
    CompletableFuture<Object> outcome = new CompletableFuture<>();
    client
        .api()
        .deleteGateway(FakeAiGateway.ACCOUNT_ID, "missing")
        .enqueue(
            new Callback<>() {
              @Override
              public void onResponse(
                  Call<GatewayResponse> call, Response<GatewayResponse> response) {
                outcome.complete(response.code());
              }

              @Override
              public void onFailure(Call<GatewayResponse> call, Throwable failure) {
                outcome.completeExceptionally(failure);
              }
            });
    return outcome;
  }

  private static String never() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    return "";
  }
}
