package io.github.aigateway;

import java.util.Optional;
import java.util.function.Function;

/**
 * How a call ended: {@link Ok} with the API's response or {@link Err} with what went wrong.
 * Immutable.
 *
 * @param <T> the type of the value
 */
public sealed interface Result<T> {

  /** Whether this is {@link Ok}. */
  default boolean isOk() {
    return this instanceof Ok;
  }

  /**
   * Handles both cases.
   *
   * @param onOk turns the response into what is returned
   * @param onErr turns the failure into what is returned
   */
  <R> R fold(
      Function<? super ApiResponse<T>, ? extends R> onOk,
      Function<? super AiGatewayException, ? extends R> onErr);

  /** Changes the value, and leaves a failure as it is. */
  <R> Result<R> map(Function<? super T, ? extends R> mapper);

  /**
   * Returns the value.
   *
   * @throws AiGatewayException the failure, if this is {@link Err}
   */
  T orElseThrow();

  /** The value, or empty if this is {@link Err}. */
  Optional<T> toOptional();

  /**
   * The call succeeded.
   *
   * @param <T> the type of the value
   * @param response the response
   */
  record Ok<T>(ApiResponse<T> response) implements Result<T> {

    /** What the API returned. */
    public T value() {
      return response.value();
    }

    @Override
    public <R> R fold(
        Function<? super ApiResponse<T>, ? extends R> onOk,
        Function<? super AiGatewayException, ? extends R> onErr) {
      return onOk.apply(response);
    }

    @Override
    public <R> Result<R> map(Function<? super T, ? extends R> mapper) {
      return new Ok<>(response.map(mapper));
    }

    @Override
    public T orElseThrow() {
      return response.value();
    }

    @Override
    public Optional<T> toOptional() {
      return Optional.ofNullable(response.value());
    }
  }

  /**
   * The call failed.
   *
   * @param <T> the type of the value of a call that succeeds
   * @param error what went wrong
   */
  record Err<T>(AiGatewayException error) implements Result<T> {

    @Override
    public <R> R fold(
        Function<? super ApiResponse<T>, ? extends R> onOk,
        Function<? super AiGatewayException, ? extends R> onErr) {
      return onErr.apply(error);
    }

    @Override
    public <R> Result<R> map(Function<? super T, ? extends R> mapper) {
      return new Err<>(error);
    }

    @Override
    public T orElseThrow() {
      throw error;
    }

    @Override
    public Optional<T> toOptional() {
      return Optional.empty();
    }
  }
}
