package io.github.aigateway;

import io.github.aigateway.model.ResultInfo;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. Immutable; it holds no connection, so the next page is asked for with {@code
 * list(page.nextOptions())} in any style of calling.
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

  /** What the API says of the page and the whole list, if it does. */
  public @Nullable ResultInfo resultInfo() {
    return resultInfo;
  }

  /**
   * Whether the list goes on behind this page: by the total count if the API tells one, else
   * because this page is full. An empty page is always the last.
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
    return resultInfo == null ? null : resultInfo.getTotalCount();
  }

  /** The API's own word comes first: it may cut what was asked for. */
  private long perPage() {
    Long perPage = resultInfo == null ? null : resultInfo.getPerPage();
    return perPage == null || perPage < 1 ? options.perPageOrDefault() : perPage;
  }

  @Override
  public String toString() {
    return "Page{options=" + options + ", items=" + items + ", resultInfo=" + resultInfo + "}";
  }
}
