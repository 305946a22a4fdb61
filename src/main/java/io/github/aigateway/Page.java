package io.github.aigateway;

import io.github.aigateway.model.ResultInfo;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. To fetch the next page, call {@code list(page.nextOptions())} in any style.
 * Immutable.
 *
 * @param <T> the type of the items
 */
public final class Page<T> {

  private final ListGatewaysOptions options;
  private final List<T> items;
  private final @Nullable ResultInfo resultInfo;

  Page(ListGatewaysOptions options, List<T> items, @Nullable ResultInfo resultInfo) {
    this.options = options;
    this.items = List.copyOf(items);
    this.resultInfo = resultInfo;
  }

  /** The items of this page. */
  public List<T> items() {
    return items;
  }

  /** What the API says about the page and the whole list, if it does. */
  public @Nullable ResultInfo resultInfo() {
    return resultInfo;
  }

  /**
   * Whether there are more pages. Decided by the total count if the API sends one, else by whether
   * this page is full. An empty page is always the last.
   */
  public boolean hasNext() {
    if (items.isEmpty() || options.pageOrDefault() == Integer.MAX_VALUE) {
      return false;
    }
    Long total = totalCount();
    if (total != null) {
      return (options.pageOrDefault() - 1L) * perPage() + items.size() < total;
    }
    return items.size() >= perPage();
  }

  /**
   * The options that list the next page.
   *
   * @throws NoSuchElementException if this is the last page
   */
  public ListGatewaysOptions nextOptions() {
    if (!hasNext()) {
      throw new NoSuchElementException("This is the last page.");
    }
    return options.withPage(options.pageOrDefault() + 1);
  }

  @Nullable Long totalCount() {
    return resultInfo != null && resultInfo.hasTotalCount() ? resultInfo.getTotalCount() : null;
  }

  /** The API's own number counts: it may be less than the caller asked for. */
  private long perPage() {
    Long perPage = resultInfo != null && resultInfo.hasPerPage() ? resultInfo.getPerPage() : null;
    return perPage == null || perPage < 1 ? options.perPageOrDefault() : perPage;
  }

  @Override
  public String toString() {
    return "Page{options=" + options + ", items=" + items + ", resultInfo=" + resultInfo + "}";
  }
}
