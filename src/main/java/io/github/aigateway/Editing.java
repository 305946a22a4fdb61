package io.github.aigateway;

import io.github.aigateway.internal.call.Plan;
import io.github.aigateway.internal.call.Step;
import io.github.aigateway.internal.http.CallSpec;
import io.github.aigateway.internal.http.Outcome;
import io.github.aigateway.internal.http.Outcome.Understood;
import io.github.aigateway.internal.http.Subject;
import io.github.aigateway.internal.json.Overlay;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.ModelAdapters;
import io.github.aigateway.model.UpdateGatewayRequest;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The steps of an edit: to fetch a gateway, to let the caller change it, and to send it back. */
final class Editing {

  /** Makes an update that changes some settings, and keeps all others. */
  static final Overlay<CreateGatewayRequest, Gateway, UpdateGatewayRequest> UPDATES =
      new Overlay<>(
          ModelAdapters.of(CreateGatewayRequest.class),
          ModelAdapters.of(Gateway.class),
          ModelAdapters.of(UpdateGatewayRequest.class));

  private final Operations operations;
  private final String id;
  private final BiConsumer<? super Gateway, ? super UpdateGatewayRequest.Builder> change;

  private Editing(
      Operations operations,
      String id,
      BiConsumer<? super Gateway, ? super UpdateGatewayRequest.Builder> change) {
    this.operations = operations;
    this.id = id;
    this.change = change;
  }

  /** Fetches a gateway, and sends it back as the caller changed it. */
  static Plan<Gateway> plan(
      Operations operations,
      String id,
      BiConsumer<? super Gateway, ? super UpdateGatewayRequest.Builder> change) {
    Objects.requireNonNull(change, "change");
    return new Editing(operations, id, change).plan();
  }

  /** The same, for a caller who need not see the gateway. */
  static Plan<Gateway> plan(
      Operations operations, String id, Consumer<? super UpdateGatewayRequest.Builder> change) {
    Objects.requireNonNull(change, "change");
    return plan(operations, id, (gateway, update) -> change.accept(update));
  }

  private Plan<Gateway> plan() {
    CallSpec<?, Gateway> get = operations.get(id);
    return new Plan<>(get.subject().as("editGateway"), true, new Step.Send<>(get, this::afterGet));
  }

  private Step<Gateway> afterGet(Outcome<Gateway> outcome) {
    return outcome instanceof Understood<Gateway> fetched
        ? new Step.Work<>(operations.subject("updateGateway", id), () -> change(fetched))
        : new Step.End<>(operations.subject("getGateway", id), outcome);
  }

  private Step<Gateway> change(Understood<Gateway> fetched) {
    UpdateGatewayRequest.Builder update = UpdateGatewayRequest.from(fetched.value());
    change.accept(fetched.value(), update);
    UpdateGatewayRequest changed = update.build();
    if (UPDATES.changesNothing(changed, fetched.value())) {
      return new Step.End<>(operations.subject("getGateway", id), fetched);
    }
    CallSpec<?, Gateway> put = operations.update(id, changed);
    Subject subject = put.subject();
    return new Step.Send<>(put, outcome -> new Step.End<>(subject, outcome));
  }
}
