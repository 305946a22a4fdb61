package io.github.aigateway;

import io.github.aigateway.Ensured.Change;
import io.github.aigateway.internal.call.Plan;
import io.github.aigateway.internal.call.Step;
import io.github.aigateway.internal.http.CallSpec;
import io.github.aigateway.internal.http.Outcome;
import io.github.aigateway.internal.http.Outcome.Refused;
import io.github.aigateway.internal.http.Outcome.Understood;
import io.github.aigateway.internal.http.Subject;
import io.github.aigateway.internal.json.Overlay;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.model.ModelAdapters;
import io.github.aigateway.model.UpdateGatewayRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The steps of an ensure: to look, to create what is missing, or to compare and update. After a
 * create of which nobody knows whether it was applied, to look again. Immutable.
 */
final class Ensuring {

  private static final System.Logger LOGGER = System.getLogger("io.github.aigateway");

  /** How the update is made that leads to what is wanted. */
  static final Overlay<CreateGatewayRequest, Gateway, UpdateGatewayRequest> UPDATES =
      new Overlay<>(
          ModelAdapters.of(CreateGatewayRequest.class),
          ModelAdapters.of(Gateway.class),
          ModelAdapters.of(UpdateGatewayRequest.class));

  private final Operations operations;
  private final CreateGatewayRequest wanted;
  private final String id;
  private final CallSpec<?, Optional<Gateway>> find;

  Ensuring(Operations operations, CreateGatewayRequest wanted) {
    this.operations = operations;
    this.wanted = Objects.requireNonNull(wanted, "request");
    if (!wanted.hasId()) {
      throw new IllegalArgumentException("request has no id: set the id of the gateway.");
    }
    this.id = wanted.getId();
    this.find = operations.find(id);
  }

  Plan<Ensured> plan() {
    Step<Ensured> look = look(found -> compare(found, Change.UNCHANGED, true), () -> create(true));
    return new Plan<>(find.subject().as("ensureGateway"), true, look);
  }

  private Step<Ensured> look(
      Function<Understood<Gateway>, Step<Ensured>> ifThere, Supplier<Step<Ensured>> ifMissing) {
    return new Step.Send<>(
        find,
        outcome -> {
          if (!(outcome instanceof Understood<Optional<Gateway>> found)) {
            return new Step.End<>(find.subject(), outcome.withoutValue());
          }
          return found.value().isPresent()
              ? ifThere.apply(found.as(found.value().get()))
              : ifMissing.get();
        });
  }

  private Step<Ensured> create(boolean first) {
    CallSpec<?, Gateway> create = operations.create(wanted);
    return new Step.Send<>(create, outcome -> afterCreate(create.subject(), outcome, first));
  }

  private Step<Ensured> afterCreate(Subject create, Outcome<Gateway> outcome, boolean first) {
    if (outcome instanceof Understood<Gateway> created) {
      return end(create, created, Change.CREATED);
    }
    boolean taken = outcome instanceof Refused<Gateway> refused && ApiErrors.sayTaken(refused);
    return taken || outcome.mayHaveBeenApplied()
        ? lookAgain(create, outcome, taken ? Change.UNCHANGED : Change.CREATED, first, 1)
        : new Step.End<>(create, outcome.withoutValue());
  }

  /** Looks for what a create may have made; there may be another create after the first. */
  private Step<Ensured> lookAgain(
      Subject create, Outcome<Gateway> failed, Change ifSame, boolean first, int look) {
    return look(
        found -> compare(found, ifSame, first),
        () ->
            new Step.Again<>(
                look,
                lookAgain(create, failed, ifSame, first, look + 1),
                new Step.End<>(create, failed.withoutValue(), "there is no such gateway now")));
  }

  private Step<Ensured> compare(Understood<Gateway> found, Change ifSame, boolean mayCreate) {
    Gateway gateway = found.value();
    if (UPDATES.unmet(wanted, gateway).isEmpty()) {
      return end(find.subject(), found, ifSame);
    }
    CallSpec<?, Gateway> put = operations.update(id, UPDATES.update(wanted, gateway));
    return new Step.Send<>(
        put,
        outcome -> {
          if (outcome instanceof Understood<Gateway> updated) {
            logUnmet(UPDATES.unmet(wanted, updated.value()));
            return end(put.subject(), updated, Change.UPDATED);
          }
          boolean gone =
              outcome instanceof Refused<Gateway> refused && ApiErrors.sayMissing(refused);
          return gone && mayCreate
              ? create(false)
              : new Step.End<>(put.subject(), outcome.withoutValue());
        });
  }

  private void logUnmet(List<String> unmet) {
    if (!unmet.isEmpty()) {
      try {
        LOGGER.log(
            System.Logger.Level.WARNING,
            "ensureGateway of ''{0}'': the API updated the gateway, but not {1}. The next ensure"
                + " will update it again.",
            id,
            String.join(", ", unmet));
      } catch (RuntimeException handlerFailed) {
        // A log handler is the caller's code: its failure must not end the call.
      }
    }
  }

  private static Step<Ensured> end(Subject subject, Understood<Gateway> outcome, Change change) {
    return new Step.End<>(subject, outcome.as(new Ensured(outcome.value(), change)));
  }
}
