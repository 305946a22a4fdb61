package io.github.aigateway;

import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row of the fault matrix: what every try of a call meets, and how the call is to end.
 *
 * @param name what goes wrong
 * @param fault what the server does, which may depend on the operation
 * @param start where the first try starts from
 * @param end the value, or the exception
 * @param reads the requests on the wire of an operation that reads
 * @param replaces those of an update or a delete
 * @param creates those of a create
 * @param mayHaveBeenApplied what an exception says of an operation that changes something
 */
record FaultCase(
    String name,
    Function<Operation, Fault> fault,
    Start start,
    End end,
    int reads,
    int replaces,
    int creates,
    boolean mayHaveBeenApplied) {

  /** Where the first try starts from. */
  enum Start {
    /** There is no connection yet. */
    FRESH,
    /** A connection was used before, and is kept. */
    REUSED,
    /** Every connection is refused; the call has the default two retries. */
    REFUSED,
    /** Time for a try is short, and there is one retry. */
    HURRIED
  }

  /** How a call is to end: by the value or exactly this exception. */
  enum End {
    VALUE(null, null),
    CONNECT(TransportException.class, Reason.CONNECT),
    LOST(TransportException.class, Reason.CONNECTION_LOST),
    TIMEOUT(TransportException.class, Reason.TIMEOUT),
    INVALID(InvalidResponseException.class, null),
    BAD_REQUEST(BadRequestException.class, null),
    AUTHENTICATION(AuthenticationException.class, null),
    PERMISSION(PermissionDeniedException.class, null),
    NOT_FOUND(NotFoundException.class, null),
    RATE_LIMIT(RateLimitException.class, null),
    SERVER(ServerException.class, null),
    API(ApiException.class, null);

    final @Nullable Class<? extends AiGatewayException> type;
    final @Nullable Reason reason;

    End(@Nullable Class<? extends AiGatewayException> type, @Nullable Reason reason) {
      this.type = type;
      this.reason = reason;
    }
  }

  /** A row; {@code requests} are those of a read, a replacement and a create. */
  static FaultCase row(String name, Fault fault, End end, String requests, boolean mayHave) {
    return row(name, operation -> fault, end, requests, mayHave);
  }

  static FaultCase row(
      String name, Function<Operation, Fault> fault, End end, String requests, boolean mayHave) {
    String[] counts = requests.split(" ", -1);
    return new FaultCase(
        name,
        fault,
        Start.FRESH,
        end,
        Integer.parseInt(counts[0]),
        Integer.parseInt(counts[1]),
        Integer.parseInt(counts[2]),
        mayHave);
  }

  FaultCase from(Start other) {
    return new FaultCase(name, fault, other, end, reads, replaces, creates, mayHaveBeenApplied);
  }

  int requests(Operation operation) {
    if (operation == Operation.CREATE) {
      return creates;
    }
    return operation.isReadOnly() ? reads : replaces;
  }

  /** Returns the tries: as many as requests, unless none of them got out. */
  int attempts(Operation operation) {
    return start == Start.REFUSED ? 3 : requests(operation);
  }

  boolean mayHaveBeenApplied(Operation operation) {
    return mayHaveBeenApplied && !operation.isReadOnly();
  }

  @Override
  public String toString() {
    return name;
  }
}
