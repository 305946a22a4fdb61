package io.github.aigateway;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * One call to be made: its arguments are checked, nothing is sent yet.
 *
 * @param name its operationId in the OpenAPI document
 * @param effect what sending it twice would do
 * @param call the prototype; each try is a clone of it
 * @param open takes the value out of the generated model of the answer
 * @param whenMissing the value where the API says that there is no such gateway; null if that is a
 *     failure
 */
record Operation<E, T>(
    String name,
    Effect effect,
    Call<E> call,
    Function<E, Envelope<T>> open,
    @Nullable T whenMissing) {

  Operation(String name, Effect effect, Call<E> call, Function<E, Envelope<T>> open) {
    this(name, effect, call, open, null);
  }

  /** What a request does at the server. */
  enum Effect {
    /** Changes nothing. */
    READS,
    /** Leaves the same state when it is sent twice. */
    REPLACES,
    /** Must not be sent twice. */
    CREATES
  }
}
