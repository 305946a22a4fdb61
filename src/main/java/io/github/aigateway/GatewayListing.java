package io.github.aigateway;

import io.github.aigateway.model.Gateway;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The gateways of all pages of a list. It can be iterated more than once; each iteration fetches a
 * page when the loop reaches it. If that call fails, the loop throws an {@link AiGatewayException}.
 * Immutable and thread-safe, but an iterator or stream is for one thread.
 */
public final class GatewayListing implements Iterable<Gateway> {

  private final Gateways gateways;
  private final ListGatewaysOptions options;

  GatewayListing(Gateways gateways, ListGatewaysOptions options) {
    this.gateways = gateways;
    this.options = options;
  }

  /**
   * Starts before the first gateway. Nothing is sent yet: only {@code hasNext()} and {@code next()}
   * send, and may throw an {@link AiGatewayException}.
   */
  @Override
  public Iterator<Gateway> iterator() {
    return new PagingIterator();
  }

  /** The gateways for a stream. Nothing is sent yet. */
  @Override
  public Spliterator<Gateway> spliterator() {
    return Spliterators.spliteratorUnknownSize(
        iterator(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
  }

  /** The gateways as a sequential stream, which fetches a page when it needs it. */
  public Stream<Gateway> stream() {
    return StreamSupport.stream(this::spliterator, Spliterator.ORDERED, false);
  }

  /**
   * Fetches all pages.
   *
   * @return the gateways; the list cannot be changed
   * @throws AiGatewayException if a call fails
   * @throws IllegalStateException if there is no account, or the client is closed
   */
  public List<Gateway> toList() {
    return stream().toList();
  }

  /** Returns the gateways' account and options, and what is listed; nothing is sent. */
  @Override
  public String toString() {
    return "GatewayListing{gateways=" + gateways + ", options=" + options + "}";
  }

  private static ApiResponse<Page<Gateway>> raise(AiGatewayException error) {
    throw error;
  }

  private final class PagingIterator implements Iterator<Gateway> {
    private final Set<@Nullable Object> seen = new HashSet<>();
    private @Nullable ListGatewaysOptions next = options;
    private Iterator<Gateway> items = Set.<Gateway>of().iterator();

    @Override
    public boolean hasNext() {
      while (!items.hasNext() && next != null) {
        fetch(next);
      }
      return items.hasNext();
    }

    @Override
    public Gateway next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return items.next();
    }

    private void fetch(ListGatewaysOptions from) {
      ApiResponse<Page<Gateway>> response =
          gateways.tryList(from).fold(ok -> ok, GatewayListing::raise);
      Page<Gateway> page = response.value();
      next = page.hasNext() ? page.nextOptions() : null;
      if (page.items().isEmpty()) {
        return;
      }
      // If a server repeats a page or ignores its number, the loop must still end.
      if (!notesNewIds(page)) {
        next = null;
        if (page.hasNext() && page.totalCount() != null) {
          throw Conclusions.repeatedPage(
              gateways.operations.subject("listGateways", null), response);
        }
        return;
      }
      items = page.items().iterator();
    }

    private boolean notesNewIds(Page<Gateway> page) {
      boolean added = false;
      for (Gateway gateway : page.items()) {
        // An id of another type tells gateways apart, too.
        added |=
            seen.add(gateway.hasId() ? gateway.getId() : gateway.getMistypedProperties().get("id"));
      }
      return added;
    }
  }
}
