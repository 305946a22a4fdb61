package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.UpdateGatewayRequest;
import io.github.aigateway.testing.Operation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes each operation's call in one of the three styles. */
enum MatrixStyle {
  THROWING {
    @Override
    Object call(Gateways gateways, Operation operation) {
      return switch (operation) {
        case CREATE -> gateways.create(CREATED);
        case LIST -> gateways.list();
        case GET -> gateways.get("existing");
        case UPDATE -> gateways.update("existing", UPDATED);
        case DELETE -> gateways.delete("existing");
        case URL -> gateways.url("existing", Provider.OPENAI);
      };
    }
  },

  RESULT {
    @Override
    Object call(Gateways gateways, Operation operation) {
      Result<?> result =
          switch (operation) {
            case CREATE -> gateways.tryCreate(CREATED);
            case LIST -> gateways.tryList();
            case GET -> gateways.tryGet("existing");
            case UPDATE -> gateways.tryUpdate("existing", UPDATED);
            case DELETE -> gateways.tryDelete("existing");
            case URL -> gateways.tryUrl("existing", Provider.OPENAI);
          };
      return result.orElseThrow();
    }
  },

  FUTURE {
    @Override
    Object call(Gateways gateways, Operation operation) throws Exception {
      AsyncGateways async = gateways.async();
      CompletableFuture<?> future =
          switch (operation) {
            case CREATE -> async.create(CREATED);
            case LIST -> async.list();
            case GET -> async.get("existing");
            case UPDATE -> async.update("existing", UPDATED);
            case DELETE -> async.delete("existing");
            case URL -> async.url("existing", Provider.OPENAI);
          };
      try {
        return future.get(30, TimeUnit.SECONDS);
      } catch (ExecutionException failed) {
        AiGatewayException cause = assertInstanceOf(AiGatewayException.class, failed.getCause());
        assertSame(cause, failed.getCause());
        throw cause;
      }
    }
  };

  private static final CreateGatewayRequest CREATED =
      CreateGatewayRequest.withDefaults().id("created").build();

  private static final UpdateGatewayRequest UPDATED =
      UpdateGatewayRequest.builder()
          .cacheInvalidateOnUpdate(false)
          .cacheTtl(60L)
          .collectLogs(true)
          .rateLimitingInterval(null)
          .rateLimitingLimit(null)
          .build();

  /** Returns the operation's value, or throws its {@link AiGatewayException}. */
  abstract Object call(Gateways gateways, Operation operation) throws Exception;

  /** Returns how the operation ended. */
  Ended end(Gateways gateways, Operation operation) throws Exception {
    try {
      return new Ended(call(gateways, operation), null);
    } catch (AiGatewayException failed) {
      return new Ended(null, failed);
    }
  }

  /** Returns the id of the gateway that the value tells of, or the text where it tells of none. */
  static String told(@Nullable Object value) {
    if (value instanceof Page<?> page) {
      return page.items().isEmpty() ? "nothing" : told(page.items().get(0));
    }
    if (value instanceof Gateway gateway) {
      return gateway.getId();
    }
    return String.valueOf(value).replaceFirst(".*/([^/]*)/openai", "$1");
  }
}
