package io.github.aigateway.benchmark.ours;

import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.ListGatewaysOptions;
import io.github.aigateway.benchmark.Peer;

/** Lists all gateways of the server at the address that is given, and prints how many there are. */
public final class ListAll {

  private ListAll() {}

  public static void main(String[] arguments) {
    try (AiGatewayClient client =
        AiGatewayClient.builder()
            .baseUrl(arguments[0])
            .apiToken(Peer.TOKEN)
            .accountId(Peer.ACCOUNT)
            .build()) {
      ListGatewaysOptions hundred = ListGatewaysOptions.builder().perPage(100).build();
      System.out.println(client.gateways().listAll(hundred).stream().count());
    }
  }
}
