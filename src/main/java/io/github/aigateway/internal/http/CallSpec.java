package io.github.aigateway.internal.http;

import java.util.Optional;
import java.util.function.Function;
import retrofit2.Call;

/**
 * A call to be made: its arguments are checked, nothing is sent yet.
 *
 * @param name its operationId in the OpenAPI document
 * @param call the prototype; each attempt is a clone of it
 * @param open takes the value out of the response
 * @param valueOfRefusal the value that a refusal stands for; empty if the refusal is a failure
 */
public record CallSpec<E, T>(
    String name,
    Call<E> call,
    Function<E, Envelope<T>> open,
    Function<Outcome.Refused<T>, Optional<T>> valueOfRefusal) {

  /** A call for which every refusal is a failure. */
  public CallSpec(String name, Call<E> call, Function<E, Envelope<T>> open) {
    this(name, call, open, refusal -> Optional.empty());
  }
}
