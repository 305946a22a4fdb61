package io.github.aigateway;

import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row of the fault matrix: what every attempt of a call meets, and how the call is to end. The
 * latter is data, in {@code promises/fault-matrix.txt}.
 *
 * @param name what goes wrong
 * @param fault what the server does, which may depend on the operation
 * @param start where the first attempt starts from
 * @param end the value, or the exception
 * @param retries the row of README's table of what is repeated; "-" for a value
 * @param change the row of README's table of whether a change was made; "-" for a value
 * @param mayHaveBeenApplied what an exception says of an operation that changes something
 * @param requests on the wire: of an operation that reads, of an update or a delete, of a create
 * @param attempts for the same three
 */
record FaultCase(
    String name,
    Function<Operation, Fault> fault,
    Start start,
    End end,
    String retries,
    String change,
    boolean mayHaveBeenApplied,
    List<Integer> requests,
    List<Integer> attempts) {

  /** Where the first attempt starts from. */
  enum Start {
    /** There is no connection yet. */
    FRESH,
    /** A connection was used before, and is kept. */
    REUSED,
    /** Every connection is refused; the call has the default two retries. */
    REFUSED,
    /** Time for an attempt is short, and there is one retry. */
    HURRIED
  }

  /** How a call is to end: by the value or exactly this exception. */
  enum End {
    VALUE(null, null),
    CONNECT(TransportException.class, "CONNECT"),
    LOST(TransportException.class, "CONNECTION_LOST"),
    TIMEOUT(TransportException.class, "TIMEOUT"),
    PROTOCOL(TransportException.class, "PROTOCOL"),
    HTTP_CLIENT(TransportException.class, "HTTP_CLIENT"),
    INVALID(InvalidResponseException.class, null),
    BAD_REQUEST(BadRequestException.class, null),
    AUTHENTICATION(AuthenticationException.class, null),
    PERMISSION(PermissionDeniedException.class, null),
    NOT_FOUND(NotFoundException.class, null),
    RATE_LIMIT(RateLimitException.class, null),
    SERVER(ServerException.class, null),
    API(ApiException.class, null);

    private final @Nullable Class<? extends AiGatewayException> type;
    private final @Nullable String reason;

    End(@Nullable Class<? extends AiGatewayException> type, @Nullable String reason) {
      this.type = type;
      this.reason = reason;
    }

    /** The end of a call that ended in this exception; null if it returned a value. */
    static End of(@Nullable AiGatewayException error) {
      return Arrays.stream(values())
          .filter(end -> end.type == (error == null ? null : error.getClass()))
          .filter(end -> Objects.equals(end.reason, reason(error)))
          .findAny()
          .orElseThrow(() -> new AssertionError("unexpected", error));
    }

    private static @Nullable String reason(@Nullable AiGatewayException error) {
      return error instanceof TransportException transport ? transport.reason().name() : null;
    }
  }

  static FaultCase row(String name, Fault fault) {
    return row(name, operation -> fault);
  }

  static FaultCase row(String name, Function<Operation, Fault> fault) {
    List<String> promise = Objects.requireNonNull(Promises.FAULTS.get(name), name);
    return new FaultCase(
        name,
        fault,
        Start.FRESH,
        End.valueOf(promise.get(0)),
        promise.get(1),
        promise.get(2),
        promise.get(3).equals("perhaps"),
        numbers(promise.get(4)),
        numbers(promise.get(5)));
  }

  FaultCase from(Start other) {
    return new FaultCase(
        name, fault, other, end, retries, change, mayHaveBeenApplied, requests, attempts);
  }

  int requests(Operation operation) {
    return requests.get(column(operation));
  }

  int attempts(Operation operation) {
    return attempts.get(column(operation));
  }

  boolean mayHaveBeenApplied(Operation operation) {
    return mayHaveBeenApplied && !operation.isReadOnly();
  }

  private static int column(Operation operation) {
    return operation == Operation.CREATE ? 2 : operation.isReadOnly() ? 0 : 1;
  }

  private static List<Integer> numbers(String cell) {
    return Arrays.stream(cell.split(" ", -1)).map(FaultCase::number).toList();
  }

  /** Two numbers are that with OkHttp 4 and that with OkHttp 5. */
  private static int number(String text) {
    String[] both = text.split("/", -1);
    return Integer.parseInt(both[OkHttpGeneration.isFour() ? 0 : both.length - 1]);
  }

  @Override
  public String toString() {
    return name;
  }
}
