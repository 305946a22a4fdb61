package io.github.aigateway;

import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.UpdateGatewayRequest;
import io.github.aigateway.testing.ReceivedRequest;
import java.util.concurrent.CompletableFuture;

/** Each operation with harmless arguments, in the three styles. */
enum Calls {
  CREATE("createGateway", "POST"),
  LIST("listGateways", "GET"),
  GET("getGateway", "GET"),
  UPDATE("updateGateway", "PUT"),
  DELETE("deleteGateway", "DELETE"),
  URL("getGatewayUrl", "GET");

  /** The gateway that the operations are about; {@link #CREATE} makes {@link #NEW_ID}. */
  static final String ID = "existing";

  static final String NEW_ID = "new-one";

  private static final CreateGatewayRequest NEW =
      CreateGatewayRequest.withDefaults().id(NEW_ID).build();

  static final UpdateGatewayRequest SETTINGS =
      UpdateGatewayRequest.builder()
          .cacheInvalidateOnUpdate(false)
          .cacheTtl(60)
          .collectLogs(true)
          .rateLimitingInterval(0)
          .rateLimitingLimit(0)
          .build();

  private final String operationId;
  private final String method;

  Calls(String operationId, String method) {
    this.operationId = operationId;
    this.method = method;
  }

  /** Its name in the OpenAPI document. */
  String operationId() {
    return operationId;
  }

  boolean sent(ReceivedRequest request) {
    return request.method().equals(method);
  }

  boolean changes() {
    return !method.equals("GET");
  }

  /** The id of the gateway that a value tells of; the text if it tells of none. */
  static String told(Object value) {
    if (value instanceof Page<?> page) {
      return page.items().isEmpty() ? "nothing" : told(page.items().get(0));
    }
    if (value instanceof Gateway gateway) {
      return gateway.getId();
    }
    return String.valueOf(value).replaceFirst(".*/([^/]*)/openai", "$1");
  }

  Object throwing(Gateways gateways) {
    return switch (this) {
      case CREATE -> gateways.create(NEW);
      case LIST -> gateways.list();
      case GET -> gateways.get(ID);
      case UPDATE -> gateways.update(ID, SETTINGS);
      case DELETE -> gateways.delete(ID);
      case URL -> gateways.url(ID, Provider.OPENAI);
    };
  }

  Result<?> result(Gateways gateways) {
    return switch (this) {
      case CREATE -> gateways.tryCreate(NEW);
      case LIST -> gateways.tryList();
      case GET -> gateways.tryGet(ID);
      case UPDATE -> gateways.tryUpdate(ID, SETTINGS);
      case DELETE -> gateways.tryDelete(ID);
      case URL -> gateways.tryUrl(ID, Provider.OPENAI);
    };
  }

  CompletableFuture<?> future(Gateways gateways) {
    return switch (this) {
      case CREATE -> gateways.async().create(NEW);
      case LIST -> gateways.async().list();
      case GET -> gateways.async().get(ID);
      case UPDATE -> gateways.async().update(ID, SETTINGS);
      case DELETE -> gateways.async().delete(ID);
      case URL -> gateways.async().url(ID, Provider.OPENAI);
    };
  }
}
