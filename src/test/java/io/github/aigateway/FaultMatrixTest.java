package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aigateway.CallersClient.Expected;
import io.github.aigateway.FaultCase.End;
import io.github.aigateway.FaultMatrixClient.Met;
import io.github.aigateway.testing.Operation;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of {@link FaultMatrix}, met by every operation in every style. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMatrixTest {

  private final FaultMatrixClient client = new FaultMatrixClient(CallersClient.NOTHING);

  @AfterAll
  void noBodyLeakedAndAllEnds() {
    System.gc(); // OkHttp notices a leak when its call has been collected
    client.assertNothingLeft();
    client.close();
  }

  static Stream<Arguments> matrix() {
    return FaultMatrix.cases()
        .flatMap(
            row ->
                Arrays.stream(Operation.values())
                    .flatMap(
                        operation ->
                            Arrays.stream(Style.values())
                                .map(style -> Arguments.of(row, operation, style))));
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @MethodSource("matrix")
  void endsAsTheTableSays(FaultCase row, Operation operation, Style style) throws Exception {
    Expected expected = CallersClient.NOTHING.expected(row, operation, style);
    Met met = client.call(row, operation, style, expected.requests());
    assertEquals("", expected.differs(met.ended(), met.requests()), () -> "" + met.ended());
    if (row.end() == End.VALUE) {
      met.ended().assertValue();
      assertEquals(
          operation == Operation.CREATE ? Calls.NEW_ID : Calls.ID, Calls.told(met.ended().value()));
    }
    client.assertNothingLeft();
  }
}
