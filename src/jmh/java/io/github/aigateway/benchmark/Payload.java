package io.github.aigateway.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The gateways of the server. */
public enum Payload {
  /** All fields of the OpenAPI document, some that it does not have, and text that is not ASCII. */
  FULL("/gateway-full.json"),

  /** A gateway as many are: some settings, and no union but the smaller one. */
  PLAIN("/gateway.json");

  private final String resource;

  Payload(String resource) {
    this.resource = resource;
  }

  /** The gateway as JSON. */
  String gateway() {
    try (InputStream in = Payload.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What a method of {@link PeerBenchmark} with it is called in the tables. */
  String row(String method) {
    String operation =
        method.equals("future") ? "GET as a future" : method.toUpperCase(Locale.ROOT);
    return this == FULL ? operation : operation + " plain";
  }
}
