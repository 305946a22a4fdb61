package io.github.aigateway.benchmark.plain;

/** The wrapping of every response. */
public final class Envelope<T> {
  public T result;
  public boolean success;
}
