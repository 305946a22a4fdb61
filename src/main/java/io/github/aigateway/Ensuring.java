package io.github.aigateway;

import io.github.aigateway.Ensured.Change;
import io.github.aigateway.internal.call.Plan;
import io.github.aigateway.internal.call.Step;
import io.github.aigateway.internal.http.CallSpec;
import io.github.aigateway.internal.http.Outcome;
import io.github.aigateway.internal.http.Outcome.Refused;
import io.github.aigateway.internal.http.Outcome.Understood;
import io.github.aigateway.internal.http.Subject;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Gateway;
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

  private final Operations operations;
  private final CreateGatewayRequest wanted;
  private final String id;
  private final CallSpec<?, Optional<Gateway>> find;

  private Ensuring(Operations operations, CreateGatewayRequest wanted) {
    this.operations = operations;
    this.wanted = Objects.requireNonNull(wanted, "request");
    if (!wanted.hasId()) {
      throw new IllegalArgumentException("request has no id: set the id of the gateway.");
    }
    this.id = wanted.getId();
    this.find = operations.find(id);
  }

  /** Makes sure that there is a gateway as a request wants it. */
  static Plan<Ensured> plan(Operations operations, CreateGatewayRequest request) {
    return new Ensuring(operations, request).plan();
  }

  private Plan<Ensured> plan() {
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
    Step.End<Ensured> failure = new Step.End<>(create, outcome.withoutValue());
    if (outcome.mayHaveBeenApplied()) {
      // No other create follows: the first one may still be on its way.
      return new Step.Again<>(0, lookAgain(failure, Change.CREATED, false, 1), failure);
    }
    return outcome instanceof Refused<Gateway> refused && ApiErrors.sayTaken(refused)
        ? lookAgain(failure, Change.UNCHANGED, first, 1)
        : failure;
  }

  /** Looks for what this create or another one made. */
  private Step<Ensured> lookAgain(
      Step.End<Ensured> failure, Change ifSame, boolean mayCreate, int look) {
    return look(
        found -> compare(found, ifSame, mayCreate),
        () ->
            new Step.Again<>(
                look,
                lookAgain(failure, ifSame, mayCreate, look + 1),
                new Step.End<>(
                    failure.subject(), failure.outcome(), "a later look found no gateway")));
  }

  private Step<Ensured> compare(Understood<Gateway> found, Change ifSame, boolean mayCreate) {
    Gateway gateway = found.value();
    if (Editing.UPDATES.unmet(wanted, gateway).isEmpty()) {
      return end(find.subject(), found, ifSame);
    }
    CallSpec<?, Gateway> put = operations.update(id, Editing.UPDATES.update(wanted, gateway));
    return new Step.Send<>(
        put,
        outcome -> {
          if (outcome instanceof Understood<Gateway> updated) {
            return afterUpdate(put.subject(), updated);
          }
          boolean gone =
              outcome instanceof Refused<Gateway> refused && ApiErrors.sayMissing(refused);
          return gone && mayCreate
              ? create(false)
              : new Step.End<>(put.subject(), outcome.withoutValue());
        });
  }

  private Step<Ensured> afterUpdate(Subject put, Understood<Gateway> updated) {
    Step.End<Ensured> end = end(put, updated, Change.UPDATED);
    List<String> unmet = Editing.UPDATES.unmet(wanted, updated.value());
    return unmet.isEmpty() ? end : new Step.Work<>(put, () -> log(unmet, end), end);
  }

  private Step<Ensured> log(List<String> unmet, Step<Ensured> end) {
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
    return end;
  }

  private static Step.End<Ensured> end(
      Subject subject, Understood<Gateway> outcome, Change change) {
    return new Step.End<>(subject, outcome.as(new Ensured(outcome.value(), change)));
  }
}
