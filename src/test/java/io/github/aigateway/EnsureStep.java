package io.github.aigateway;

import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.testing.FakeAiGateway;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;

/** The requests that an ensure may send, and how it comes to each. */
enum EnsureStep {
  /** The first request, which looks for the gateway. */
  FIND(Operation.GET, 1),
  /** The create of a gateway that is missing. */
  CREATE(Operation.CREATE, 2),
  /** The request that looks for what a create made, which had status 504. */
  LOOK(Operation.GET, 3),
  /** The update of a gateway that differs. */
  UPDATE(Operation.UPDATE, 2);

  /** Wants another setting than the gateway of {@link AgainstFake} has. */
  static final CreateGatewayRequest WANTED = EnsureTest.wanted(Calls.ID).cacheTtl(300).build();

  private final Operation request;
  private final int requests;

  EnsureStep(Operation request, int requests) {
    this.request = request;
    this.requests = requests;
  }

  /** The request, as a call of its own. */
  Operation request() {
    return request;
  }

  /** The request in the OpenAPI document. */
  String operation() {
    return Calls.valueOf(request.name()).operationId();
  }

  /** How many requests there are with this one, if none is repeated. */
  int requests() {
    return requests;
  }

  /** Whether this request, or one before it, may have been applied if it has no response. */
  boolean changes() {
    return this != FIND;
  }

  /** Lets each request of this step meet the fault. */
  void fail(FakeAiGateway fake, Fault fault) {
    if (this == CREATE) {
      fake.remove(Calls.ID);
    } else if (this == LOOK) {
      isMissingAtFirst(fake);
      fake.failNext(Fault.status(504)).on(Operation.CREATE);
    }
    fake.fail(fault).on(request);
  }

  /** The gateway is not there when it is looked for, and comes from another machine then. */
  static void isMissingAtFirst(FakeAiGateway fake) {
    fake.failNext(Fault.status(404, 7002, "Not Found")).on(Operation.GET);
  }
}
