package io.github.aigateway;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which gateways to list. Immutable.
 *
 * @param page the number of the page, from 1; if null, the API takes 1
 * @param perPage how many gateways a page holds at most, from 1 to 100; if null, the API takes 20
 * @param search a text to look for in the ids; null lists all gateways
 */
public record ListGatewaysOptions(
    @Nullable Integer page, @Nullable Integer perPage, @Nullable String search) {

  static final int DEFAULT_PER_PAGE = 20;
  static final int MAX_PER_PAGE = 100;

  /** Nothing set: the first page of all gateways. */
  public static final ListGatewaysOptions DEFAULT = builder().build();

  /**
   * Checks the options.
   *
   * @throws IllegalArgumentException if a number is out of its range, or the search holds control
   *     characters
   */
  public ListGatewaysOptions {
    if (page != null) {
      Arguments.between(page, 1, Integer.MAX_VALUE, "page");
    }
    if (perPage != null) {
      Arguments.between(perPage, 1, MAX_PER_PAGE, "perPage");
    }
    if (search != null) {
      Arguments.wellFormed(search, "search");
    }
  }

  /** Starts with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  ListGatewaysOptions withPage(int number) {
    return new ListGatewaysOptions(number, perPage, search);
  }

  ListGatewaysOptions withLargestPages() {
    return perPage == null ? new ListGatewaysOptions(page, MAX_PER_PAGE, search) : this;
  }

  int pageOrDefault() {
    return page == null ? 1 : page;
  }

  int perPageOrDefault() {
    return perPage == null ? DEFAULT_PER_PAGE : perPage;
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private @Nullable Integer page;
    private @Nullable Integer perPage;
    private @Nullable String search;

    private Builder() {}

    /**
     * The number of the page, from 1; by default 1.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder page(int page) {
      this.page = Arguments.between(page, 1, Integer.MAX_VALUE, "page");
      return this;
    }

    /**
     * How many gateways a page holds at most, from 1 to 100; by default 20.
     *
     * @throws IllegalArgumentException if it is less than 1 or more than 100
     */
    public Builder perPage(int perPage) {
      this.perPage = Arguments.between(perPage, 1, MAX_PER_PAGE, "perPage");
      return this;
    }

    /** A text to look for in the ids; by default all gateways are listed. */
    public Builder search(String search) {
      this.search = Objects.requireNonNull(search, "search");
      return this;
    }

    /**
     * Makes the options.
     *
     * @throws IllegalArgumentException if the search holds control characters
     */
    public ListGatewaysOptions build() {
      return new ListGatewaysOptions(page, perPage, search);
    }
  }
}
