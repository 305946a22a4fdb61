package io.github.aigateway;

import static io.github.aigateway.EnsureStep.WANTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.Ensured.Change;
import io.github.aigateway.TransportException.Reason;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.Operation;
import io.github.aigateway.testing.ReceivedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an ensure does if one of its requests fails; nothing but one create is ever applied. */
@Tag("quick")
class EnsureThroughFaultsTest extends AgainstFake {

  @ParameterizedTest
  @EnumSource
  void aCreateThatWasNotAppliedIsLookedForAndThenItsOwnFailure(Style style) {
    fake.remove(Calls.ID);
    fake.fail(Fault.status(504)).on(Operation.CREATE);
    AiGatewayException error = failure(AiGatewayException.class, style);
    assertEquals("createGateway", error.operation());
    assertTrue(error.mayHaveBeenApplied());
    assertEquals(List.of("GET", "POST", "GET", "GET", "GET"), methods());
    assertEquals(5, error.attempts());
    assertEquals(List.of(Duration.ofMillis(250), Duration.ofMillis(500)), time.waits());
    assertTrue(
        Messages.message(error)
            .endsWith(
                "; gave up after 5 attempts, since a later look found no gateway; the change may"
                    + " have been applied."),
        error::toString);
  }

  @ParameterizedTest
  @EnumSource
  void aCreateIsLookedForOnceIfThereAreNoRetries(Style style) {
    fake.remove(Calls.ID);
    fake.fail(Fault.resetBeforeResponse()).on(Operation.CREATE);
    Gateways once = gateways.with(RequestOptions.builder().maxRetries(0).build());
    TransportException error =
        assertThrows(TransportException.class, () -> EnsureTest.ensure(style, once, WANTED));
    assertEquals(Reason.CONNECTION_LOST, error.reason());
    assertEquals(List.of("GET", "POST", "GET"), methods());
  }

  @ParameterizedTest
  @EnumSource
  void aCreateThatShowsLateIsFound(Style style) {
    fake.remove(Calls.ID);
    fake.fail(Fault.responseLost()).on(Operation.CREATE);
    fake.failNext(Fault.status(404, 7002, "not yet")).times(3).on(Operation.GET);
    assertEquals(Change.CREATED, ensure(style).change());
    assertEquals(List.of("GET", "POST", "GET", "GET", "GET"), methods());
  }

  @ParameterizedTest
  @EnumSource
  void anotherMachineWasFasterAndWantedTheSame(Style style) {
    ensure(style);
    fake.clearRequests();
    EnsureStep.isMissingAtFirst(fake);
    assertEquals(Change.UNCHANGED, ensure(style).change());
    assertEquals(List.of("GET", "POST", "GET"), methods());
  }

  @ParameterizedTest
  @EnumSource
  void anotherMachineWasFasterAndWantedSomethingElse(Style style) {
    EnsureStep.isMissingAtFirst(fake);
    assertEquals(Change.UPDATED, ensure(style).change());
    assertEquals(List.of("GET", "POST", "GET", "PUT"), methods());
  }

  @ParameterizedTest
  @EnumSource
  void aCreateOfUnknownFateIsUpdatedIfWhatIsThereDiffers(Style style) {
    EnsureStep.isMissingAtFirst(fake);
    fake.fail(Fault.status(504)).on(Operation.CREATE);
    assertEquals(Change.UPDATED, ensure(style).change());
    assertEquals(List.of("GET", "POST", "GET", "PUT"), methods());
  }

  @ParameterizedTest
  @EnumSource
  void anIdThatIsTakenByAGatewayThatIsNeverThereIsTheFailureOfTheCreate(Style style) {
    fake.fail(Fault.status(404, 7002, "Not Found")).on(Operation.GET);
    AlreadyExistsException error = failure(AlreadyExistsException.class, style);
    assertFalse(error.mayHaveBeenApplied());
    assertEquals(List.of("GET", "POST", "GET", "GET", "GET"), methods());
  }

  @ParameterizedTest
  @EnumSource
  void aGatewayThatIsDeletedBeforeItsUpdateIsCreated(Style style) {
    fake.failNext(Fault.status(404, 7002, "Not Found")).on(Operation.UPDATE);
    fake.failEach(
        request -> {
          if (request.is(Operation.CREATE)) {
            fake.remove(Calls.ID);
          }
          return Optional.empty();
        });
    assertEquals(Change.CREATED, ensure(style).change());
    assertEquals(List.of("GET", "PUT", "POST"), methods());
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateThatFindsNoGatewayASecondTimeFails(Style style) {
    fake.fail(Fault.status(404, 7002, "Not Found")).on(Operation.UPDATE);
    NotFoundException error = failure(NotFoundException.class, style);
    assertEquals("updateGateway", error.operation());
    assertEquals(5, error.attempts());
    assertFalse(error.mayHaveBeenApplied());
    assertEquals(List.of("GET", "PUT", "POST", "GET", "PUT"), methods());
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateThatIsNotFoundForAnotherReasonFailsAtOnce(Style style) {
    fake.fail(Fault.status(404, 7003, "Could not route")).on(Operation.UPDATE);
    assertEquals("updateGateway", failure(NotFoundException.class, style).operation());
    assertEquals(List.of("GET", "PUT"), methods());
  }

  @ParameterizedTest
  @EnumSource
  void aCreateOfUnknownFateIsNotSentAgainAlthoughTheUpdateFindsNoGateway(Style style) {
    EnsureStep.isMissingAtFirst(fake);
    fake.fail(Fault.status(504)).on(Operation.CREATE);
    fake.fail(Fault.status(404, 7002, "Not Found")).on(Operation.UPDATE);
    NotFoundException error = failure(NotFoundException.class, style);
    assertEquals("updateGateway", error.operation());
    assertTrue(error.mayHaveBeenApplied());
    assertEquals(List.of("GET", "POST", "GET", "PUT"), methods());
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalOfALaterLookIsTheFailure(Style style) {
    Map<Integer, Class<? extends ApiException>> refusals =
        Map.of(
            400, BadRequestException.class,
            401, AuthenticationException.class,
            403, PermissionDeniedException.class,
            409, ApiException.class,
            501, ServerException.class);
    refusals.forEach(
        (status, type) -> {
          fake.reset();
          put(Calls.ID);
          EnsureStep.LOOK.fail(fake, Fault.status(status));
          ApiException error = failure(ApiException.class, style);
          assertSame(type, error.getClass());
          assertEquals("getGateway", error.operation());
          assertEquals(3, error.attempts());
          assertEquals(3, fake.requestCount());
          assertTrue(error.mayHaveBeenApplied());
        });
  }

  @ParameterizedTest
  @EnumSource(names = "CREATE", mode = EnumSource.Mode.EXCLUDE)
  void eachOtherRequestIsRepeatedAsOftenAsIfItWasAlone(EnsureStep step) {
    for (Style style : Style.values()) {
      fake.reset();
      put(Calls.ID);
      time.clearWaits();
      step.fail(fake, Fault.htmlPage(503).header("Retry-After", "7"));
      ServerException error = failure(ServerException.class, style);
      assertEquals(step.operation(), error.operation());
      assertEquals(step.requests() + 2, error.attempts());
      assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(7)), time.waits());
      assertEquals(step.changes(), error.mayHaveBeenApplied());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCreateThatWasNotProcessedIsRepeatedAfterTheWaitThatTheApiAskedFor(Style style) {
    fake.remove(Calls.ID);
    fake.failNext(Fault.throttled("7")).on(Operation.CREATE);
    assertEquals(Change.CREATED, ensure(style).change());
    assertEquals(List.of("GET", "POST", "POST"), methods());
    assertEquals(List.of(Duration.ofSeconds(7)), time.waits());
  }

  private Ensured ensure(Style style) {
    return EnsureTest.ensure(style, gateways, WANTED);
  }

  private <E extends AiGatewayException> E failure(Class<E> type, Style style) {
    return assertThrows(type, () -> ensure(style));
  }

  private List<String> methods() {
    return fake.requests().stream().map(ReceivedRequest::method).toList();
  }
}
