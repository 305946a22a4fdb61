package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.model.Gateway;
import io.github.aigateway.testing.Fault;
import io.github.aigateway.testing.ReceivedRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("quick")
class PagingTest extends AgainstFake {

  @BeforeEach
  void noGateways() {
    fake.reset();
  }

  @Test
  void nothingIsSentBeforeTheLoopAndEachPageWhenItIsReached() {
    putMany(5);
    Iterator<Gateway> loop = gateways.listAll(perPage(2)).iterator();
    assertEquals(0, fake.requestCount());
    for (int i = 0; i < 5; i++) {
      assertEquals("gateway-" + i, loop.next().getId());
      assertEquals(i / 2 + 1, fake.requestCount());
    }
    assertFalse(loop.hasNext());
    assertThrows(NoSuchElementException.class, loop::next);
    assertEquals(3, fake.requestCount());
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "2, 1", "3, 2", "4, 2", "5, 3"})
  void theTotalCountSavesTheLastRequest(int gatewayCount, int requests) {
    putMany(gatewayCount);
    assertEquals(gatewayCount, gateways.listAll(perPage(2)).stream().count());
    assertEquals(requests, fake.requestCount());
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "2, 2", "3, 2", "4, 3", "5, 3"})
  void withoutATotalAShortOrEmptyPageIsTheLast(int gatewayCount, int requests) {
    fake.failEach(request -> Optional.of(Fault.body(200, pageWithoutInfo(request, gatewayCount))));
    assertEquals(gatewayCount, gateways.listAll(perPage(2)).stream().count());
    assertEquals(requests, fake.requestCount());
  }

  @Test
  void pagesAreAsLargeAsCanBeAndTheSearchGoesAlong() {
    putMany(150);
    ListGatewaysOptions search = ListGatewaysOptions.builder().search("gateway-1").build();
    assertEquals(61, gateways.listAll(search).stream().count());
    ReceivedRequest request = fake.requests().get(0);
    assertEquals("100", request.queryParameter("per_page"));
    assertEquals("gateway-1", request.queryParameter("search"));
    fake.clearRequests();
    assertEquals(150, gateways.listAll().stream().count());
    assertEquals(2, fake.requestCount());
    assertEquals("2", fake.requests().get(1).queryParameter("page"));
  }

  @Test
  void optionsGoAlongFromPageToPage() {
    putMany(5);
    ListGatewaysOptions options =
        ListGatewaysOptions.builder().page(2).perPage(1).search("gateway").build();
    assertEquals(4, gateways.listAll(options).stream().count());
    ReceivedRequest last = fake.requests().get(3);
    assertEquals("5", last.queryParameter("page"));
    assertEquals("1", last.queryParameter("per_page"));
    assertEquals("gateway", last.queryParameter("search"));
  }

  @Test
  void aListingCanBeLoopedOverAgain() {
    putMany(3);
    GatewayListing all = gateways.listAll(perPage(2));
    assertEquals(ids(all), ids(all));
    assertEquals(4, fake.requestCount());
    putMany(4);
    assertEquals(4, ids(all).size());
  }

  @Test
  void aListOfAllPagesCannotBeChanged() {
    putMany(5);
    List<Gateway> all = gateways.listAll(perPage(2)).toList();
    assertEquals(ids(gateways.listAll()), all.stream().map(Gateway::getId).toList());
    assertThrows(UnsupportedOperationException.class, all::clear);
  }

  @Test
  void aListingPrintsWhatItListsAndSendsNothing() {
    String printed = gateways.listAll(perPage(2)).toString();
    assertEquals("GatewayListing{gateways=" + gateways + ", options=" + perPage(2) + "}", printed);
    assertEquals(0, fake.requestCount());
  }

  @Test
  void aStreamFetchesNoMoreThanItNeeds() {
    putMany(10);
    assertEquals(2, gateways.listAll(perPage(2)).stream().limit(2).count());
    assertEquals(1, fake.requestCount());
    Optional<Gateway> third =
        gateways.listAll(perPage(2)).stream().filter(g -> g.getId().endsWith("2")).findFirst();
    assertTrue(third.isPresent());
    assertEquals(3, fake.requestCount());
  }

  @Test
  void aServerThatIgnoresThePageIsAFailureIfItSaysThereAreMore() {
    fake.fail(Fault.body(200, page("a", "b", ", \"result_info\": {\"total_count\": 9}")));
    Iterator<Gateway> loop = gateways.listAll(perPage(2)).iterator();
    loop.next();
    loop.next();
    InvalidResponseException error = assertThrows(InvalidResponseException.class, loop::hasNext);
    assertFalse(error.mayHaveBeenApplied());
    assertEquals(200, error.status());
    assertFalse(loop.hasNext());
    assertEquals(2, fake.requestCount());
  }

  @Test
  void aRepeatedPageIsRecognizedEvenIfItsGatewaysHaveChanged() {
    int[] changes = {0};
    fake.failEach(
        request ->
            Optional.of(
                Fault.body(
                    200,
                    page("a", "b", "")
                        .replace("}", ", \"modified_at\": \"" + ++changes[0] + "\"}")
                        .replaceFirst(", \"modified_at\": \"\\d+\"}$", "}"))));
    assertEquals(List.of("a", "b"), ids(gateways.listAll(perPage(2))));
    assertEquals(2, fake.requestCount());
  }

  @ParameterizedTest
  @EnumSource
  void everyStyleGoesOnWithTheNextOptions(Style style) {
    putMany(5);
    List<String> seen = new ArrayList<>();
    Page<Gateway> page = listed(style, perPage(2));
    page.items().forEach(gateway -> seen.add(gateway.getId()));
    while (page.hasNext()) {
      page = listed(style, page.nextOptions());
      page.items().forEach(gateway -> seen.add(gateway.getId()));
    }
    assertEquals(IntStream.range(0, 5).mapToObj(i -> "gateway-" + i).toList(), seen);
    assertEquals(3, fake.requestCount());
    assertThrows(NoSuchElementException.class, page::nextOptions);
  }

  @Test
  void aFailureInTheMiddleIsThrownFromTheLoopWhichCanGoOn() {
    putMany(4);
    Iterator<Gateway> loop = gateways.listAll(perPage(2)).iterator();
    loop.next();
    loop.next();
    fake.failNext(Fault.status(403));
    assertThrows(PermissionDeniedException.class, loop::hasNext);
    assertEquals("gateway-2", loop.next().getId());
    assertEquals("gateway-3", loop.next().getId());
    assertFalse(loop.hasNext());
  }

  private Page<Gateway> listed(Style style, ListGatewaysOptions options) {
    return style.call(
        () -> gateways.list(options),
        () -> gateways.tryList(options),
        () -> gateways.async().list(options));
  }

  private void putMany(int count) {
    IntStream.range(0, count).forEach(i -> put("gateway-" + i));
  }

  private static ListGatewaysOptions perPage(int perPage) {
    return ListGatewaysOptions.builder().perPage(perPage).build();
  }

  private static List<String> ids(GatewayListing all) {
    List<String> ids = new ArrayList<>();
    all.forEach(gateway -> ids.add(gateway.getId()));
    return ids;
  }

  private static String page(String first, String second, String more) {
    return "{\"success\": true, \"result\": [{\"id\": \"%s\"}, {\"id\": \"%s\"}]%s}"
        .formatted(first, second, more);
  }

  private static String pageWithoutInfo(ReceivedRequest request, int gatewayCount) {
    String number = request.queryParameter("page");
    int from = number == null ? 0 : 2 * (Integer.parseInt(number) - 1);
    List<String> items =
        IntStream.range(from, Math.max(from, Math.min(from + 2, gatewayCount)))
            .mapToObj(i -> "{\"id\": \"gateway-" + i + "\"}")
            .toList();
    return "{\"success\": true, \"result\": " + items + "}";
  }
}
