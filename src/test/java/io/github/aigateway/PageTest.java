package io.github.aigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.model.ResultInfo;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A page knows whether another follows, and how to ask for it. */
@Tag("quick")
class PageTest {

  @Test
  void theTotalCountSaysWhetherMoreFollows() {
    assertTrue(page(1, 2, info(null, 3L), "a", "b").hasNext());
    assertFalse(page(1, 2, info(null, 2L), "a", "b").hasNext());
    assertTrue(page(2, 2, info(null, 5L), "c", "d").hasNext());
    assertFalse(page(2, 2, info(null, 4L), "c", "d").hasNext());
    assertTrue(page(1, 2, info(null, 3L), "a").hasNext());
  }

  @Test
  void theSizeThatTheServerNamesCounts() {
    assertTrue(page(2, 9, info(1L, 3L), "b").hasNext());
    assertFalse(page(2, 9, info(2L, 3L), "b").hasNext());
    assertTrue(page(2, 2, info(0L, 4L), "b").hasNext());
    assertTrue(page(1, 9, info(1L, null), "a").hasNext());
  }

  @Test
  void withoutATotalAFullPageIsNotTheLast() {
    assertTrue(page(1, 2, null, "a", "b").hasNext());
    assertFalse(page(1, 2, null, "a").hasNext());
    assertFalse(new Page<>(ListGatewaysOptions.DEFAULT, List.of("a"), null).hasNext());
  }

  @Test
  void nothingFollowsAnEmptyPageOrTheLastNumber() {
    assertFalse(page(1, 2, info(null, 9L)).hasNext());
    assertFalse(page(Integer.MAX_VALUE, 1, info(null, Long.MAX_VALUE), "a").hasNext());
  }

  @Test
  void theNextPageIsAskedForLikeThisOne() {
    ListGatewaysOptions next = page(4, 1, null, "a").nextOptions();
    assertEquals(options(5, 1), next);
    assertThrows(NoSuchElementException.class, page(1, 2, null)::nextOptions);
  }

  @Test
  void aPageHoldsWhatCame() {
    ResultInfo info = info(1L, 2L);
    Page<String> page = page(1, 1, info, "a");
    assertEquals(List.of("a"), page.items());
    assertSame(info, page.resultInfo());
    assertEquals(2L, page.totalCount());
    assertNull(page(1, 1, null).totalCount());
    assertTrue(page.toString().contains("items=[a]"), page::toString);
  }

  @Test
  void optionsHaveTheDefaultsOfTheApi() {
    ListGatewaysOptions none = ListGatewaysOptions.builder().build();
    assertEquals(1, none.pageOrDefault());
    assertEquals(20, none.perPageOrDefault());
    assertEquals(ListGatewaysOptions.builder().perPage(100).build(), none.withLargestPages());
    ListGatewaysOptions all = ListGatewaysOptions.builder().page(3).perPage(7).search("s").build();
    assertEquals("ListGatewaysOptions{page=3, perPage=7, search=s}", all.toString());
    assertEquals(all, all.toBuilder().build());
    assertEquals(all.hashCode(), all.toBuilder().build().hashCode());
    assertNotEquals(all, none);
    assertEquals(3, all.pageOrDefault());
    assertEquals(7, all.perPageOrDefault());
    assertSame(all, all.withLargestPages());
  }

  @Test
  void optionsAreCheckedAsTheyAreSet() {
    ListGatewaysOptions.Builder options = ListGatewaysOptions.builder();
    assertRefused("page must", () -> options.page(0));
    assertRefused("perPage must", () -> options.perPage(0));
    assertRefused("perPage must", () -> options.perPage(101));
    assertRefused("search must", () -> options.search("a\n"));
  }

  private static void assertRefused(String start, Executable misuse) {
    String message = Messages.message(assertThrows(IllegalArgumentException.class, misuse));
    assertTrue(message.startsWith(start), message);
  }

  private static Page<String> page(
      int number, int perPage, @Nullable ResultInfo info, String... items) {
    return new Page<>(options(number, perPage), List.of(items), info);
  }

  private static ListGatewaysOptions options(int page, int perPage) {
    return ListGatewaysOptions.builder().page(page).perPage(perPage).search("s").build();
  }

  private static ResultInfo info(@Nullable Long perPage, @Nullable Long totalCount) {
    ResultInfo.Builder info = ResultInfo.builder();
    if (perPage != null) {
      info.perPage(perPage);
    }
    return totalCount == null ? info.build() : info.totalCount(totalCount).build();
  }
}
