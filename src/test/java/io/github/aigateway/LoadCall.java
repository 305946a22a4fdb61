package io.github.aigateway;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.UpdateGatewayRequest;
import java.util.concurrent.CompletableFuture;

/** What a call under load does, and with which gateway; its number says which. */
enum LoadCall {
  /** Makes a gateway of its own. */
  CREATE,
  /** Changes, or edits, or reads what another call makes. */
  OTHER,
  /** Gives its number to a gateway that was there before and that nobody else changes. */
  UPDATE,
  /** Deletes a gateway that was there before and that nobody else changes. */
  DELETE;

  /** Even numbers are blocking calls, odd ones futures. */
  static LoadCall of(int number) {
    return switch (number / 2 % 6) {
      case 0, 2, 4 -> CREATE;
      case 1 -> UPDATE;
      case 3 -> DELETE;
      default -> OTHER;
    };
  }

  String id(int number) {
    return "g" + (this == OTHER ? number - 2 : number);
  }

  /** Makes the call with this number, and waits for it. */
  static Object blocking(int number, Gateways gateways) {
    LoadCall call = of(number);
    String id = call.id(number);
    return switch (call) {
      case CREATE -> gateways.create(request(id));
      case UPDATE -> gateways.update(id, update(number));
      case DELETE -> gateways.delete(id);
      case OTHER ->
          switch (number / 12 % 5) {
            case 0 -> gateways.list(ListGatewaysOptions.builder().search(id).build());
            case 1 -> gateways.find(id);
            case 2 -> gateways.edit(id, LoadCall::change);
            case 3 -> gateways.url(id, Provider.OPENAI);
            default -> gateways.get(id);
          };
    };
  }

  /** Makes the call with this number. */
  static CompletableFuture<?> future(int number, AsyncGateways gateways) {
    LoadCall call = of(number);
    String id = call.id(number);
    return switch (call) {
      case CREATE -> gateways.create(request(id));
      case UPDATE -> gateways.update(id, update(number));
      case DELETE -> gateways.delete(id);
      case OTHER ->
          switch (number / 12 % 4) {
            case 0 -> gateways.find(id);
            case 1 -> gateways.edit(id, LoadCall::change);
            case 2 -> gateways.url(id, Provider.OPENAI);
            default -> gateways.get(id);
          };
    };
  }

  /** A gateway that is there before the calls are made. */
  JsonObject existing(int number) {
    return JsonParser.parseString(request(id(number)).toJson()).getAsJsonObject();
  }

  /** Sets all that is required, since a faulty response may lack it. */
  private static void change(UpdateGatewayRequest.Builder update) {
    update
        .cacheTtl(60)
        .cacheInvalidateOnUpdate(true)
        .collectLogs(true)
        .rateLimitingInterval(0)
        .rateLimitingLimit(0);
  }

  private static UpdateGatewayRequest update(int number) {
    UpdateGatewayRequest.Builder update = UpdateGatewayRequest.builder();
    change(update);
    return update.cacheTtl(number).build();
  }

  private static CreateGatewayRequest request(String id) {
    return CreateGatewayRequest.withDefaults().id(id).build();
  }
}
