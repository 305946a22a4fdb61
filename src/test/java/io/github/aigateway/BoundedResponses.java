package io.github.aigateway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program with two or three arguments, the port of a server on this machine, the names of hostile
 * responses, and the largest size: fetches a gateway with each response, in every style, and prints
 * how each call ended. Run with a small heap.
 */
final class BoundedResponses {

  private BoundedResponses() {}

  public static void main(String[] arguments) throws Exception {
    AiGatewayClientBuilder builder =
        AiGatewayClient.builder()
            .apiToken("token")
            .accountId("account")
            .baseUrl("http://127.0.0.1:" + arguments[0])
            .maxRetries(0);
    if (arguments.length > 2) {
      builder.maxResponseBytes(Long.parseLong(arguments[2]));
    }
    try (AiGatewayClient client = builder.build()) {
      for (String id : arguments[1].split(",", -1)) {
        for (Style style : Style.values()) {
          System.out.println(id + ' ' + style + ' ' + end(client.gateways(), style, id));
        }
      }
    }
  }

  private static String end(Gateways gateways, Style style, String id) throws Exception {
    RequestOptions options = RequestOptions.builder().query("body", id).build();
    try {
      return "value " + Calls.told(style.call(Calls.GET, gateways.with(options)));
    } catch (AiGatewayException failed) {
      Matcher values = Pattern.compile("at most \\d+ values").matcher(Messages.message(failed));
      return failed.getClass().getSimpleName() + (values.find() ? ": " + values.group() : "");
    }
  }
}
