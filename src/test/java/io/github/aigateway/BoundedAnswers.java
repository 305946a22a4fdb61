package io.github.aigateway;

import io.github.aigateway.testing.Operation;

/**
 * A program with one argument, the port of a server on this machine: fetches a gateway whose answer
 * is hostile, in every style, and prints how each call ended. Run with a heap much smaller than the
 * answer.
 */
final class BoundedAnswers {

  /** Of the heap of 24 MiB, which holds the answer's bytes and what is made of them. */
  static final long MAX_BYTES = 1 << 20;

  private BoundedAnswers() {}

  public static void main(String[] arguments) throws Exception {
    try (AiGatewayClient client =
        AiGatewayClient.builder()
            .apiToken("token")
            .accountId("account")
            .baseUrl("http://127.0.0.1:" + arguments[0])
            .maxAnswerBytes(MAX_BYTES)
            .maxRetries(0)
            .build()) {
      for (String id : arguments[1].split(",", -1)) {
        for (MatrixStyle style : MatrixStyle.values()) {
          System.out.println(id + ' ' + style + ' ' + end(client.gateways(), style, id));
        }
      }
    }
  }

  private static String end(Gateways gateways, MatrixStyle style, String id) throws Exception {
    RequestOptions options = RequestOptions.builder().query("body", id).build();
    try {
      return "value " + MatrixStyle.told(style.call(gateways.with(options), Operation.GET));
    } catch (AiGatewayException failed) {
      return failed.getClass().getSimpleName();
    }
  }
}
