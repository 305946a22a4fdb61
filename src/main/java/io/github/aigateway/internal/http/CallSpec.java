package io.github.aigateway.internal.http;

import java.util.Optional;
import java.util.function.Function;
import retrofit2.Call;

/**
 * A request to be made: its arguments are checked, nothing is sent yet.
 *
 * @param subject what it is about
 * @param call the prototype; each attempt is a clone of it
 * @param open takes the value out of the response
 * @param valueOfRefusal the value that a refusal stands for; empty if the refusal is a failure
 * @param mayBeEmpty whether a response without a value is fine
 * @param requiresSuccess whether {@code "success": false} is a refusal, whatever the value is
 */
public record CallSpec<E, T>(
    Subject subject,
    Call<E> call,
    Function<E, Envelope<T>> open,
    Function<Outcome.Refused<T>, Optional<T>> valueOfRefusal,
    boolean mayBeEmpty,
    boolean requiresSuccess) {

  /** A request of the OpenAPI document's. */
  public CallSpec(
      Subject subject,
      Call<E> call,
      Function<E, Envelope<T>> open,
      Function<Outcome.Refused<T>, Optional<T>> valueOfRefusal) {
    this(subject, call, open, valueOfRefusal, false, false);
  }

  /** A request for which every refusal is a failure. */
  public CallSpec(Subject subject, Call<E> call, Function<E, Envelope<T>> open) {
    this(subject, call, open, refusal -> Optional.empty());
  }
}
