package io.github.aigateway;

import io.github.aigateway.FaultCase.End;
import io.github.aigateway.testing.Operation;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * What the caller's HTTP client does with a call, and what follows from that for a row of the fault
 * matrix.
 */
enum CallersClient {
  NOTHING,

  BUILDS_REQUESTS_ANEW {
    @Override
    Interceptor interceptor() {
      return chain -> chain.proceed(InterceptorRebuildsTest.rebuilt(chain.request()));
    }
  },

  RESPONDS_BY_ITSELF {
    @Override
    Interceptor interceptor() {
      return chain -> OverCallersClient.success(chain.request());
    }

    @Override
    Expected expected(FaultCase row, Operation operation, Style style) {
      return new Expected(End.VALUE, 0, 1, false);
    }
  },

  PROCEEDS_TWICE {
    @Override
    Interceptor interceptor() {
      return chain -> {
        OverCallersClient.proceedAndClose(chain);
        return chain.proceed(chain.request());
      };
    }

    @Override
    Expected expected(FaultCase row, Operation operation, Style style) {
      Expected once = super.expected(row, operation, style);
      if (!hasResponse(row)) {
        return once;
      }
      if (operation == Operation.CREATE && row.end() != End.RATE_LIMIT) {
        return once.withAnyEnd();
      }
      if (operation == Operation.DELETE && row.end() == End.VALUE) {
        return new Expected(End.NOT_FOUND, 2, 1, true);
      }
      return new Expected(
          once.end(), 2 * once.requests(), once.attempts(), once.mayHaveBeenApplied());
    }
  },

  THROWS_BEFORE {
    @Override
    Interceptor interceptor() {
      return chain -> {
        throw new IllegalStateException("before");
      };
    }

    @Override
    Expected expected(FaultCase row, Operation operation, Style style) {
      return thrown(0, !operation.isReadOnly());
    }
  },

  THROWS_AFTER {
    @Override
    Interceptor interceptor() {
      return chain -> {
        throw new IllegalStateException("after " + OverCallersClient.proceedAndClose(chain));
      };
    }

    @Override
    Expected expected(FaultCase row, Operation operation, Style style) {
      return hasResponse(row)
          ? thrown(1, !operation.isReadOnly())
          : super.expected(row, operation, style);
    }
  },

  LISTENER_THROWS_AT_THE_START {
    @Override
    OkHttpClient.Builder in(OkHttpClient.Builder builder, BooleanSupplier armed) {
      return builder.eventListener(
          new EventListener() {
            @Override
            public void callStart(Call call) {
              throwIf(armed);
            }
          });
    }

    @Override
    Expected expected(FaultCase row, Operation operation, Style style) {
      return thrown(0, false);
    }
  },

  LISTENER_THROWS_AT_THE_RESPONSE {
    @Override
    OkHttpClient.Builder in(OkHttpClient.Builder builder, BooleanSupplier armed) {
      return builder.eventListener(
          new EventListener() {
            @Override
            public void responseHeadersEnd(Call call, Response response) {
              throwIf(armed);
            }
          });
    }

    @Override
    Expected expected(FaultCase row, Operation operation, Style style) {
      return THROWS_AFTER.expected(row, operation, style);
    }
  },

  EXECUTOR_REFUSES {
    @Override
    OkHttpClient.Builder in(OkHttpClient.Builder builder, BooleanSupplier armed) {
      return builder.dispatcher(
          new Dispatcher(
              new CallersExecutor(
                  task -> {
                    if (armed.getAsBoolean()) {
                      throw new RejectedExecutionException("full");
                    }
                    task.run();
                  })));
    }

    @Override
    Expected expected(FaultCase row, Operation operation, Style style) {
      return style == Style.FUTURE ? thrown(0, false) : super.expected(row, operation, style);
    }
  },

  EXECUTOR_RUNS_ON_THE_CALLER {
    @Override
    OkHttpClient.Builder in(OkHttpClient.Builder builder, BooleanSupplier armed) {
      return builder.dispatcher(new Dispatcher(new CallersExecutor(Runnable::run)));
    }
  };

  /**
   * How a call is to end.
   *
   * @param anyEnd whether it may also end otherwise, as long as it does not deny a change that may
   *     have been applied
   */
  record Expected(
      End end, long requests, int attempts, boolean mayHaveBeenApplied, boolean anyEnd) {

    Expected(End end, long requests, int attempts, boolean mayHaveBeenApplied) {
      this(end, requests, attempts, mayHaveBeenApplied, false);
    }

    /** The same after so many other requests, each of one attempt. */
    Expected with(int others) {
      return new Expected(end, requests + others, attempts + others, mayHaveBeenApplied);
    }

    Expected withAnyEnd() {
      return new Expected(end, requests, attempts, mayHaveBeenApplied, true);
    }

    /** Says what is otherwise; nothing if all is as expected. */
    String differs(Ended ended, long requestsMade) {
      if (anyEnd && ended.end() != end && requestsMade == requests) {
        boolean says = ended.error() == null || ended.failure().mayHaveBeenApplied();
        return says || !mayHaveBeenApplied ? "" : "may have been applied, but " + ended;
      }
      String wanted = end + ", requests " + requests;
      String got = ended.end() + ", requests " + requestsMade;
      if (end != End.VALUE) {
        wanted += ", attempts " + attempts + ", " + mayHaveBeenApplied;
      }
      if (ended.error() != null) {
        got += ", attempts " + ended.error().attempts() + ", " + ended.error().mayHaveBeenApplied();
      }
      return wanted.equals(got) ? "" : "expected " + wanted + " but was " + got;
    }
  }

  /** Returns the interceptor that it adds; one that does nothing, unless a client has its own. */
  Interceptor interceptor() {
    return chain -> chain.proceed(chain.request());
  }

  /** Adds what it does while it is armed. */
  OkHttpClient.Builder in(OkHttpClient.Builder builder, BooleanSupplier armed) {
    Interceptor interceptor = interceptor();
    return builder.addInterceptor(
        chain ->
            armed.getAsBoolean() ? interceptor.intercept(chain) : chain.proceed(chain.request()));
  }

  /** Returns what the row says, unless the client changes that. */
  Expected expected(FaultCase row, Operation operation, Style style) {
    return new Expected(
        row.end(),
        row.requests(operation),
        row.attempts(operation),
        row.mayHaveBeenApplied(operation));
  }

  /** Whether the headers of a response arrive; not said of those whose body is lost. */
  private static boolean hasResponse(FaultCase row) {
    return switch (row.end()) {
      case CONNECT, LOST, PROTOCOL, TIMEOUT -> false;
      default -> true;
    };
  }

  private static Expected thrown(long requests, boolean mayHaveBeenApplied) {
    return new Expected(End.HTTP_CLIENT, requests, 1, mayHaveBeenApplied);
  }

  private static void throwIf(BooleanSupplier armed) {
    if (armed.getAsBoolean()) {
      throw new IllegalStateException("from a listener");
    }
  }
}
