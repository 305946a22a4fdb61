package io.github.aigateway.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * One way to call the API. Each has a class path of its own, and a constructor that takes the
 * address of the API.
 */
public interface Peer {

  /** The account that is called. */
  String ACCOUNT = "a1b2c3d4e5f60718293a4b5c6d7e8f90";

  /** The gateway that is fetched and sent back. */
  String ID = "support-bot";

  /** What each peer authenticates with. */
  String TOKEN = "an-example-of-a-token-of-forty-characters";

  /** Fetches one gateway. */
  Object get() throws Exception;

  /** Lists a hundred gateways, or as many as the server sends. */
  Object list() throws Exception;

  /** Sends the gateway that was fetched last. */
  Object put() throws Exception;

  /** Fetches one gateway without waiting for it. */
  default CompletableFuture<?> start() {
    throw new UnsupportedOperationException();
  }

  /** The settings of the gateway, as they are sent. */
  static String update() throws IOException {
    try (InputStream in = Peer.class.getResourceAsStream("/update.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  /** Makes a peer by the name of its class. */
  static Peer named(String type, String url) throws ReflectiveOperationException {
    return (Peer) Class.forName(type).getConstructor(String.class).newInstance(url);
  }
}
